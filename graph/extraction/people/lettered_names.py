"""Finds authors' names by what stands right behind them at the top: letters of a profession, a tagline above selected work."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.documents import BlockKind
from graph.extraction.heads.headlines import first_lines
from graph.extraction.heads.places import is_place
from graph.extraction.people.personal_names import FULL_NAME, bare_name, is_personal_name
from graph.extraction.reading import Reading

_LETTERS = re.compile(
    r"(?:,\s?(?=[A-Za-z.]{0,9}[A-Z][A-Za-z.]{0,9}[A-Z])[A-Z][A-Za-z.-]{1,9}){1,5}(?=\s{0,9}(?:$|[—–|·(]|-\s))"
)
"""", RN", ", PharmD, BCPS", ", CEng MIMechE": two capitals in each."""
_SELECTED = re.compile(
    r"(?i)\s{0,3}[—–|·]\s.{0,80}?\b(?:selected|some|recent)\s(?:work|works|cases|case\sstudies|projects|stories|assignments|clients)\b"
)
_BY_IN_TITLE = re.compile(r"(?:[^\W\d_]{1,20}\s){1,3}(?:by|von|par|de|door)\s(?P<name>[A-ZÀ-Þ].{3,50})")


def names_with_letters(reading: Reading) -> Iterator[tuple[int, str, str]]:
    """Yield (offset, name, form) of the persons whom the first two lines, or a field `title`, name so."""
    for line in first_lines(reading, 2):
        text = line.text.lstrip("*_# ")
        named = FULL_NAME.match(text)
        if named is None or (line.period is not None and line.period.start - line.start < len(named.group()) + 12):
            continue
        name, rest = bare_name(named.group()), text[named.end() :].lstrip("*_")
        letters = _LETTERS.match(rest)
        if letters is None and _SELECTED.match(rest) is None:
            continue
        is_town = letters is not None and is_place(name + letters.group())
        if not is_town and is_personal_name(name, reading.vocabularies):
            yield line.start + line.text.index(name), name, "name with letters behind it"
    for block in reading.document.blocks[:6]:
        if block.kind is BlockKind.FIELD and block.key in ("title", "name"):
            titled = _BY_IN_TITLE.fullmatch(reading.quote(block.span).strip("\"' "))
            if titled is not None and is_personal_name(titled["name"], reading.vocabularies):
                yield block.span.start + reading.quote(block.span).index(titled["name"]), titled["name"], "by-line"
