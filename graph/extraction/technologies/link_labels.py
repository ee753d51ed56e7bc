"""Says whether a site's name only leads to a page there: "[GitHub Repository](…)", "GitLab: [jdoe](…)". Called by terms.py."""

from __future__ import annotations

import re

from graph.documents import BlockKind, SectionKind, Span
from graph.extraction.heads.section_kinds import section_kind_at
from graph.extraction.reading import Reading

SITES = frozenset(
    ("GitHub", "GitLab", "Bitbucket", "ORCID", "Kaggle", "Hugging Face", "CodePen", "Figma", "Stack Overflow")
)
"""Sites that one has pages on, and that may be tools as well."""
_NEAR = 60
"""Characters in which the brackets of a label stand."""
_LABEL = re.compile(
    r"(?i)(?<!!)\[[\s*_`#]{0,4}(?:(?:view|see|find|visit|open|check(?:\sit)?\sout|source(?:\scode)?|code|repo(?:sitory)?|my|the|our|project|full|live|more|public|me|it|also|personal|work|follow)(?:\s|:\s)){0,4}(?:(?:on|at|in|via)\s)?$"
)
_BEHIND = re.compile(
    r"(?i)(?:\s(?:profile|repo(?:sitory|sitories)?|page|account|link|code|source(?:\scode)?|project|projects|org(?:ani[sz]ation)?|gist|id|here|site|file|prototype|notebook|[\d-]{15,22}))?[\s*_`:.]{0,4}\]\("
)
_LEADS = re.compile(
    r"(?i)[*_`]{0,3}(?:\s(?:profile|id|page|account|handle|link))?\s?[*_]{0,3}:[*_]{0,3}\s{0,3}(?:<?https?://|@\w|\[[@\w.~/ -]{2,60}\]\(|<a\s|[\w.-]+\.[a-z]{2,8}/)"
)


def is_link_label(reading: Reading, name: str, start: int, end: int) -> bool:
    """Return whether a site's name is the words of a link, or stands before one, outside of skills.

    "built with [GitHub Actions](…)" is another name; a badge ("![GitHub](…)") shows a tool.
    """
    if name not in SITES:
        return False
    text = reading.document.text
    if (section := reading.section_at(start)) is not None and section.kind is SectionKind.SKILLS:
        return False
    if _LEADS.match(text, end) is not None or _ends_head(reading, start, end):
        return True
    return _BEHIND.match(text, end) is not None and _LABEL.search(text[max(0, start - _NEAR) : start]) is not None


_LINKS_ALONE = re.compile(
    r"(?i)(?:(?:live|demo|view|code|source|site|website|web|links?|case|study|repo|repository|app|play|store|video|slides|docs|on|"
    r"github|gitlab|bitbucket|figma|codepen|kaggle)\b[\s·|/,:–—-]{0,3}){2,6}[→↗›»]?"
)
"""All of a line that holds a card's links: "Live demo GitHub"."""
_DATES_BEHIND = re.compile(r"[^\S\n]{0,80}(?:\|\s{0,3})?(?:[^\W\d_]{0,9}\.?\s?\d{4}[^|\n]{0,24})?(?:\n|\Z)")


def _ends_head(reading: Reading, start: int, end: int) -> bool:
    """Return whether a site's name is all of a work's line, or its last part behind tools: "Tidewatch | Go, Redis | GitHub"."""
    if section_kind_at(reading, start) is not SectionKind.PROJECTS:
        return False
    text, block = reading.document.text, reading.block_at(start)
    if block is not None and block.span.end - block.span.start < _NEAR and _leads_to_work(text, block.span):
        return True
    if block is None or _DATES_BEHIND.match(text, end) is None:
        return False
    if (block.span.start, block.span.end) == (start, end):
        return reading.document.media_type == "text/html" and block.kind is BlockKind.PARAGRAPH
    before = text[max(block.span.start, start - 2 * _NEAR) : start].rsplit("\n", 1)[-1].rstrip().split("|")
    return len(before) > 1 and not before[-1].strip() and "," in before[-2]


_LEADS_THERE = re.compile(r"(?i)\b(?:live|demo|view|code|source|site|website|case|repo|repository)\b")


def _leads_to_work(text: str, line: Span) -> bool:
    """Return whether a line holds a card's links and nothing else, one of which names no site: "GitHub   Live Demo"."""
    alone = _LINKS_ALONE.fullmatch(text, line.start, line.end) is not None
    return alone and _LEADS_THERE.search(text, line.start, line.end) is not None
