"""Finds the one story of a post saved as plain text: a title alone on the first line, a by-line, and what the author did.

"Calmer nights", "Ada Quill · 3 May 2021 · 5 min read", "When I joined the wards team …". Other pages are lines.py's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.documents import Block, BlockKind, SectionKind
from graph.extraction.reading import Reading
from graph.extraction.stories.narratives import tells_deeds
from graph.extraction.titles.titles import is_role_title
from graph.extraction.works.covered import Covered
from graph.extraction.works.story import Story
from graph.extraction.works.story_limits import names_paper, names_somebody

_BYLINE = re.compile(
    r"(?i)\b\d{1,2}[ -]min(?:ute)?s?\s(?:read|de lecture|lesezeit)\b|\A\W{0,4}(?:created|published|posted|written)\s(?:on|in)\b"
)
_POST_KEYS = frozenset(
    "created|created on|published|published on|posted|posted on|posted in|filed under|reading time|tags".split("|")
)
"""Labels above or below a post."""
_NEAR = 4
"""Blocks at each end of a page in which a by-line stands."""
_HOW = re.compile(r"(?:\s[-–—]|:)\s(?=how\s(?:I|we)\s)")
"""What a title tells behind its name: "Calmer nights - how we cut the alarms"."""
_CAREER = (SectionKind.EXPERIENCE, SectionKind.EDUCATION, SectionKind.PROJECTS, SectionKind.SKILLS)


def stories_by_posts(reading: Reading, covered: Covered) -> list[Story]:
    """Return the whole page as one story, where its first line names it and a by-line says that it is a post."""
    blocks = reading.document.blocks
    if covered or reading.document.media_type != "text/plain" or len(blocks) < _NEAR:
        return []
    if any(section.kind in _CAREER for section in reading.sections) or not _is_post(reading, blocks):
        return []
    line = blocks[0].span
    words = reading.quote(line)
    if blocks[0].kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING) or not 2 <= len(words.split()) <= 14:
        return []
    if "\n" in words or names_paper(words) or names_somebody(reading, line):
        return []
    how = _HOW.search(words)
    title = line if how is None else reading.document.span(line.start, line.start + how.start())
    if is_role_title(reading.quote(title), reading.vocabularies) or not (how or tells_deeds(reading, line.end)):
        return []
    return [Story(title, reading.document.span(line.start, blocks[-1].span.end), "heading", 0.75)]


def _is_post(reading: Reading, blocks: Sequence[Block]) -> bool:
    return any(
        (block.kind is BlockKind.FIELD and block.key.strip() in _POST_KEYS)
        or (len(block.span) <= 120 and _BYLINE.search(reading.quote(block.span)) is not None)
        for block in (*blocks[1:_NEAR], *blocks[-_NEAR:])
    )
