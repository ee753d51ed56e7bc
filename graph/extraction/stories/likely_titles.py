"""Says which likely lines are no title all the same, whatever their weight, and which words of a line name the work."""

from __future__ import annotations

import re

from graph.documents import BlockKind, SectionKind, Span
from graph.extraction.heads.section_kinds import section_kind_at
from graph.extraction.reading import Reading
from graph.extraction.stories.links import leads_on
from graph.extraction.titles.titles import read_achievement
from graph.extraction.weighing.lines import Line
from graph.extraction.works.bullet_titles import bold_title, bullet_title, quoted_title
from graph.extraction.works.part_labels import label_of, part_or_letter
from graph.extraction.works.story import NO_WORK
from graph.extraction.works.story_limits import names_aside
from graph.page_words import is_link_line

_FEWEST_WORDS = 4
"""Words of a title in a row of a table, or before the end of a clause."""
_LONGEST = 110
"""Characters of a title, as many as those of deeds have at most."""
_CLAUSE_END = re.compile(r"(?<=[^\W\d_]{2})[.!](?=\s|$)|[;:](?=\s)")
_LABEL = re.compile(r"(?P<k>[^\W\d_][\w '’&/-]{1,40}?)\**\s?:\**\s")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)")
_SENTENCE_END = re.compile(r"[.!](?:\s|$)")
_DUTIES = re.compile(r"(?i)(?:duties|responsibilit(?:y|ies)|tasks?|aufgaben|tâches|tareas|compiti)\b")
_OPENING = re.compile(
    r"(?i)(?:project|case study|story|example|projekt|projet|proyecto)\s?(?:\d{1,2})?\s?[:–—-]\s+(?=\w)"
)
"""What says of a title that it is one: "Project 2: …"."""


def may_be_title(reading: Reading, line: Line, *, is_told: bool) -> bool:
    """Return whether a likely line may open a work, given whether it stands in the telling of another.

    Of 192 likely lines in the annotated documents that no rule took, 142 were titles; inside the telling of another work
    lines of several sentences were so least often (4 of 6, where bullets and headings were 24 of 28).
    """
    if line.block is None:
        return False  # What the format leaves out: a comment, a picture's address.
    words = _LINK.sub(r"\1", line.core).strip(" |")
    if (link := _LINK.fullmatch(line.core)) is not None and leads_on(link[1]):
        return False
    if words.endswith("?") or names_aside(words) or is_link_line(words) or _is_part(line):
        return False
    if line.kind == BlockKind.TABLE_ROW and (is_told or len(words.split()) < _FEWEST_WORDS):
        return False
    if line.kind == BlockKind.PARAGRAPH and is_told and _SENTENCE_END.search(words) is not None:
        return False
    if section_kind_at(reading, line.start) in NO_WORK - {SectionKind.SUMMARY} and not line.roles:
        return False
    return not _is_aside(reading, line)


def title_of(reading: Reading, line: Line) -> Span:
    """Return the words of a line that name the work: set in bold, quoted, or behind a verb of doing; else all but marks and addresses."""
    written = _written(reading, line)
    block = line.block
    if block is None or not line.start <= block.span.start < line.end:
        return written
    text = reading.quote(block.span)
    named = bold_title(reading, block, text) or quoted_title(reading, block, text) or bullet_title(reading, block, text)
    if named is not None and named.end <= line.end:
        return named
    if line.kind == BlockKind.HEADING:
        return written
    deed = read_achievement(reading.quote(written), reading.vocabularies)
    if deed is not None and " " in reading.quote(titled := written.part(deed.title_start, deed.title_end)):
        return titled
    return written.part(0, _first_words(reading.quote(written)))


def _first_words(words: str) -> int:
    """Return where the first clause of a line ends, or its last word that fits.

    >>> line = "Gate sensors: six of them. Counts agree."
    >>> line[: _first_words(line)]
    'Gate sensors: six of them'
    """
    ends = [
        match.start() for match in _CLAUSE_END.finditer(words) if len(words[: match.start()].split()) >= _FEWEST_WORDS
    ]
    end = ends[0] if ends else len(words)
    if end > _LONGEST:
        end = max(words.rfind(" ", 0, _LONGEST), _FEWEST_WORDS)
    return len(words[:end].rstrip(" *_,.;:")) or end


def _written(reading: Reading, line: Line) -> Span:
    """Return a line without bullet, tags, signs of bold type, the word "Project" and a link's address."""
    start = line.start + max(0, line.text.find(line.core))
    end = start + max(1, len(line.core))
    if line.block is not None and start <= line.block.span.start < end:
        start, end = line.block.span.start, min(end, line.block.span.end)
    words = reading.document.text[start:end]
    if (opening := _OPENING.match(words)) is not None:
        start += opening.end()
        words = words[opening.end() :]
    if (link := _LINK.match(words)) is not None and link[1]:
        return reading.document.span(start + link.start(1), start + link.end(1))
    return reading.document.span(start, end)


def _is_part(line: Line) -> bool:
    """Return whether a line is labelled as a part of a telling, or as the duties of a post: "What I did: …"."""
    label = _LABEL.match(line.core)
    found = label_of(line.text if label is None else f"**{label['k']}:** ", BlockKind.LIST_ITEM)
    name = line.core.casefold() if found is None else found[0]
    return part_or_letter(name) is not None or _DUTIES.match(name) is not None


def _is_aside(reading: Reading, line: Line) -> bool:
    """Return whether a line stands below a heading of plans, offers or others' words."""
    section = line.section
    while section is not None:
        if section.heading is not None and section.heading.start < line.start and names_aside(section.title):
            return True
        section = reading.parent_of(section)
    return False
