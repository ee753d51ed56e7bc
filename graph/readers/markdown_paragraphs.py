"""Says where a paragraph of Markdown is cut: at hard breaks, labelled values, definitions, titles of sections in capitals. Makes no blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from graph.documents import SectionKind
from graph.readers.text_lines import field_parts
from graph.section_titles import CAREER_KINDS, kind_of_title, load_section_titles

Place = tuple[int, int]
"""Where words stand in the text: start and end."""

_BOLD_LABEL = re.compile(r"(?:\*\*|__)(?P<key>[^*_\r\n:]{1,40}?)\s*(?::\s*(?:\*\*|__)|(?:\*\*|__)\s*:)\s*(?=\S)")
_BOLD_DASH = re.compile(r"(?:\*\*|__)[^*_\r\n:]{1,14}(?:\*\*|__)\s[–—-]\s+(?=\S)")
"""A label before a dash: "**S** – Two teams …"."""
_NEXT_LABEL = re.compile(
    r"(?<![\s|·•])(?:[|·•,;]\s{1,20}|\s{1,20}(?:[|·•]\s{0,20})?)(?=(?:\*\*|__)[^*_\r\n:]{1,40}(?::\s*(?:\*\*|__)|(?:\*\*|__)\s*:)\s)"
)
"""What parts labelled values on one line: "**Client:** Acme | **Role:** Lead"."""
_OF_CAREERS = CAREER_KINDS - {SectionKind.PROJECTS}
"""Sections whose titles in capitals may stand right above their first line."""


def titles_in_capitals(text: str, lines: Sequence[Place]) -> list[int]:
    """Return which of a paragraph's lines are titles of sections in capitals: of several only the titles of careers.

    "EDUCATION" may stand right above its first entry.
    """
    kinds = [_section_in_capitals(text[start:end]) for start, end in lines]
    is_one = len(lines) == 1
    return [
        place for place, kind in enumerate(kinds) if kind is not SectionKind.OTHER and (is_one or kind in _OF_CAREERS)
    ]


def _section_in_capitals(line: str) -> SectionKind:
    """Return what section a line opens that is a known title in capitals: "EXPERIENCE", by authors who mark no headings.

    "**A:**" above the actions of a story is a part of it, on no level with the story's own heading.
    """
    words = line.rstrip(": ")
    is_title = words.isupper() and 1 < len(words.strip("*_:： ")) <= 60
    return kind_of_title(words, load_section_titles()) if is_title else SectionKind.OTHER


def definitions(text: str, lines: Iterable[Place]) -> list[Place]:
    """Return the items of a definition list below their term, each ": …" with the lines that run on."""
    items: list[Place] = []
    for start, end in lines:
        if text[start : start + 2] == ": ":
            items.append((start + 2, end))
        else:
            items[-1] = (items[-1][0], end)
    return items


def pieces_of(text: str, lines: Sequence[Place]) -> list[Place]:
    """Return a paragraph cut at hard line breaks; and at each line, where all are labelled values."""
    labelled = all(_is_labelled(text, *line) for line in lines)
    pieces: list[Place] = []
    for start, end in lines:
        before = text[pieces[-1][1] : start] if pieces else ""
        hard = labelled or before.startswith("  ") or "<br" in before or "<BR" in before
        hard = hard or (bool(pieces) and text[pieces[-1][1] - 1] == "\\")
        if pieces and not hard:
            pieces[-1] = (pieces[-1][0], end)
        else:
            pieces.append((start, end))
    return pieces


def _is_labelled(text: str, start: int, end: int) -> bool:
    if _BOLD_DASH.match(text, start, end):
        return True
    return _BOLD_LABEL.match(text, start, end) is not None or field_parts(text[start:end]) is not None


def labelled_values(text: str, start: int, end: int) -> Iterator[tuple[str, Place]]:
    """Yield (label in small letters, place of its value) of a piece; the label is empty for what stands behind none."""
    while (label := _BOLD_LABEL.match(text, start, end)) is not None:
        following = _NEXT_LABEL.search(text, label.end(), end)
        yield label["key"].strip().lower(), (label.end(), end if following is None else following.start())
        if following is None:
            return
        start = following.end()
    field = field_parts(text[start:end])
    if field is not None:
        yield field[0].lower(), (start + field[1], end)
    else:
        yield "", (start, end)
