"""Finds the words of a heading between its marks: pictures, logos, links, emphasis, a colon, and the numbers of an outline.

Called by readers/markdown.py. Nothing is changed in the text: a block begins behind its marks and ends before them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeAlias

from graph.documents import Block, BlockKind, Span
from graph.readers.inline_tags import without_edge_tags
from graph.readers.markdown_dialects import without_attributes
from graph.section_titles import SHORTCODE

_Place: TypeAlias = tuple[int, int]

_EMOJI = r"(?:[\U0001F000-\U0001FAFF\u231A-\u23FF\u25A0-\u2793\u2B00-\u2BFF]|\d\ufe0f?\u20e3)[\ufe0f\u200d\U0001F3FB-\U0001F3FF\U000E0020-\U000E007F]{0,8}"
_IMAGE = r"!\[[^\[\]\n]{0,80}\]\([^()\s]{0,300}(?:\s\"[^\"\n]{0,80}\")?\)"
_MARKS = rf"(?:{_EMOJI}|{SHORTCODE.pattern}|{_IMAGE})"
_LEADING = re.compile(rf"(?:{_MARKS}[ \t]{{0,3}}){{1,6}}[–—|:-]?[ \t]{{0,3}}(?=\S)")
_TRAILING = re.compile(rf"(?:{_MARKS}|\[[#¶§↩↗→\U0001F517]\ufe0f?\]\([^()\s]{{1,300}}\))\Z")
_CLOSES = re.compile("[)\ufe0f:\u200d\u20e3\U0001f000-\U0001faff\u231a-\u23ff\u25a0-\u2793\u2b00-\u2bff\U000e007f]")
"""What a mark behind a heading ends with."""
_LONGEST = 400
"""Characters of a mark behind a heading."""
_FRAME = re.compile(
    r"[~=•·»›|–—-]{1,4}[ \t]{1,3}(?P<words>[^\s~=•·»›|–—-](?:.*[^\s~=•·»›«‹|–—-])?)(?:[ \t]{1,3}[~=•·«‹|–—-]{1,4})?"
)
"""Signs that only adorn: "~ Experience ~", "– Experience"."""
_WRAPPER = re.compile(r"(\*{1,3}|_{1,3}|`)(?P<words>[^*_`\s](?:[^*_`]*[^*_`\s])?)\1:?")
_LINK = re.compile(r"(?P<m>(?:\*\*|__|[*_])?)\[(?P<words>[^\]\[\n!]{2,160})\]\([^()\s]{1,400}\)(?P=m)")
"""A heading that is a link as a whole: its words are the title."""


def words_of_heading(text: str, start: int, end: int) -> _Place:
    """Return the place of a heading's words between the marks around them; all of it where nothing else stands there.

    >>> line = "🚀 **[Tarn Foods](https://tarn.example)**"
    >>> line[slice(*words_of_heading(line, 0, len(line)))]
    'Tarn Foods'
    """
    place = without_edge_tags(text, *without_attributes(text, start, end))
    for _ in range(4):  # A link in bold behind a picture has one more.
        inner = _unwrapped(text, *_without_pictures(text, *place))
        if inner == place:
            break
        place = inner
    return place


def _without_pictures(text: str, start: int, end: int) -> _Place:
    lead = _LEADING.match(text, start, end)
    begin, stop = start if lead is None else lead.end(), end
    while stop > begin and _CLOSES.match(text, stop - 1):
        last = _last_mark(text, begin, stop)
        if last < 0:
            break
        stop = begin + len(text[begin:last].rstrip())
    return (begin, stop) if any(char.isalnum() for char in text[begin:stop]) else (start, end)


def _last_mark(text: str, begin: int, stop: int) -> int:
    """Return where the mark begins that ends at `stop`, -1 where none does."""
    if text[stop - 1] == ")":
        at = text.rfind("[", max(begin, stop - _LONGEST), stop)
        at -= at > begin and text[at - 1] == "!"
    elif text[stop - 1] == ":":
        at = text.rfind(":", max(begin, stop - 34), stop - 1)
    else:
        at = stop - 1
        while at > begin and stop - at < 10 and _TRAILING.match(text, at, stop) is None:
            at -= 1
    return at if at >= begin and _TRAILING.match(text, at, stop) is not None else -1


def _unwrapped(text: str, start: int, end: int) -> _Place:
    """Return the place of the words inside emphasis, a link or a frame that spans all of a heading."""
    whole = (
        _WRAPPER.fullmatch(text, start, end) or _LINK.fullmatch(text, start, end) or _FRAME.fullmatch(text, start, end)
    )
    return (start, end) if whole is None else whole.span("words")


_NUMBER = re.compile(
    r"(?P<first>\d{1,2})(?:\.\d{1,2}){0,3}(?:[.):]\s{1,3}|\s{0,2}[–—|/]\s{1,3}|(?<=\.\d)\s{1,3}|(?<=\.\d\d)\s{1,3}|\s{1,3}(?=[A-ZÀ-Þ]))(?=\S)"
)
_ROMAN = re.compile(r"(?P<first>[IVX]{1,5})[.)]\s{1,3}(?=\S)")
_LETTER = re.compile(r"(?P<first>[A-H])[.)]\s{1,3}(?=\S)")
_FIRST = {"0", "1", "00", "01", "I", "A"}
"""What an outline begins with."""
_SECOND = {"1", "2", "01", "02", "II", "B"}


def bare_headings(text: str, blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks, headings without the numbers of an outline and the colons that authors set behind them by habit."""
    return _without_colons(text, _without_outline_numbers(text, blocks))


def _without_colons(text: str, blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks, headings of the first two levels without a colon at the end; below, where half of a level have one.

    A single one below leads to what follows: "### Duties and accomplishments:".
    """
    levels = [block.level for block in blocks if block.kind is BlockKind.HEADING]
    with_colon = [place for place, block in enumerate(blocks) if _ends_in_colon(text, block)]
    often = Counter(blocks[place].level for place in with_colon)
    found = list(blocks)
    for place in with_colon:
        block = blocks[place]
        if block.level <= 2 or (often[block.level] > 1 and 2 * often[block.level] >= levels.count(block.level)):
            start, end = block.span.start, block.span.end
            found[place] = _placed(text, block, start, start + len(text[start:end].rstrip(" :：")))
    return found


def _ends_in_colon(text: str, block: Block) -> bool:
    return block.kind is BlockKind.HEADING and len(block.span) > 1 and text[block.span.end - 1] in ":："


def _without_outline_numbers(text: str, blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks, headings without their numbers where these make an outline: "1. Experience", "1.1 Tarn Foods", "2. Studies".

    One number alone may be part of a name: "1. FC Lohmar".
    """
    heads = [place for place, block in enumerate(blocks) if block.kind is BlockKind.HEADING]
    for form in (_NUMBER, _ROMAN, _LETTER):
        matches = {at: form.match(text, blocks[at].span.start, blocks[at].span.end) for at in heads}
        numbered = {at: match for at, match in matches.items() if match is not None}
        firsts = {match["first"] for match in numbered.values()}
        if firsts & _FIRST and firsts & _SECOND and len(numbered) > 1:
            return [
                _placed(text, block, numbered[at].end(), block.span.end) if at in numbered else block
                for at, block in enumerate(blocks)
            ]
    return list(blocks)


def _placed(text: str, block: Block, start: int, end: int) -> Block:
    return replace(block, span=Span(block.span.document_id, *words_of_heading(text, start, end)))


def with_title_at_top(blocks: list[Block], deepest: int) -> list[Block]:
    """Return blocks whose headings begin at the first level, where one heading above all others opens the page on a deeper one: "## Ada Quill" above "### Work".

    Headings of the `deepest` level, which are bold lines, stay there.
    """
    headings = [block for block in blocks if block.kind is BlockKind.HEADING]
    top = min((block.level for block in headings), default=1)
    above = [block for block in headings if block.level == top]
    if not 1 < top < deepest - 1 or len(above) != 1 or above[0] is not headings[0] or len(headings) < _FEWEST_BELOW:
        return blocks
    return [
        replace(block, level=block.level - top + 1)
        if block.kind is BlockKind.HEADING and block.level < deepest
        else block
        for block in blocks
    ]


_FEWEST_BELOW = 3
"""Headings, that title with them, of a page that has one: of two either may be one section of several."""
