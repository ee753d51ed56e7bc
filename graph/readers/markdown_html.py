"""Reads HTML written inside Markdown: what stands between its tags, and which of it is a heading."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from graph.readers.inline_tags import innermost_block

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_NO_TEXT_HTML = re.compile(r"\A\s*<(?:script|style|template|svg|!doctype|\?)", re.IGNORECASE)
_TAG_FIRST = re.compile(
    r"\s{0,200}<(?:!--|/?(?:div|p|a|h[1-6]|ul|li|section|article|span|img|figure|header|main|table|tr|td|br|hr)\b)",
    re.I,
)
"""What is indented and begins with a tag is no code of an example."""
_HTML_HEADING = re.compile(r"<[hH]([1-6])\b[^<>]{0,300}>(?:(?!</?[hH]\d).){1,400}?</[hH]\1>", re.DOTALL)
"""A heading written in HTML, as pages of GitHub do to centre it."""
_IMAGE = re.compile(r"<img\b[^<>]{1,600}>", re.IGNORECASE)
_PICTURED = re.compile(r"badge/|icon", re.IGNORECASE)
_ALT = re.compile(r"\balt\s?=\s?[\"'](?P<name>[^\"'<>]{1,40})[\"']", re.IGNORECASE)
_OWN_PAGES = frozenset(
    "github gitlab linkedin gmail email mail twitter x medium instagram facebook youtube website portfolio telegram discord "
    "stackoverflow hashnode kaggle leetcode hackerrank codepen".split()
)
"""Badges that lead to a person's pages, and are no tools of anybody's."""
_TAG_FREE = re.compile(r"(?:(?<=>)|^)[^<>\S\r\n]*+[^<>\s][^<>\r\n]*+(?=<|$)", re.MULTILINE)


def opens_element(code: str) -> bool:
    """Return whether indented text begins with a tag: deep inside other elements, as site generators read it.

    >>> opens_element("    <div class='card'>"), opens_element("    <T> void run() {}")
    (True, False)
    """
    return _TAG_FIRST.match(code) is not None


def told_pieces(source: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, block) of each line's words between tags: the name of the element that they stand in, "h2" or "li".

    Empty where that has been closed, and for words that are not all of a heading. Nothing is told by comments, scripts and
    styles.
    """
    if _NO_TEXT_HTML.match(source):
        return
    plain = _COMMENT.sub(lambda comment: "<" + "-" * (len(comment.group()) - 2) + ">", source)
    yield from _words_and_pictures(plain) if "<img" in plain and _PICTURED.search(plain) else _words(plain)


def _words_and_pictures(plain: str) -> Iterator[tuple[int, int, str]]:
    """Yield the words between tags and what the badges and icons stand for, in the order of the text."""
    yield from sorted([*_words(plain), *((start, end, "") for start, end in pictured_names(plain))])


def pictured_names(source: str) -> Iterator[tuple[int, int]]:
    """Yield where the name of each badge or icon of a tool stands: what is shown in its place.

    >>> row = '<img alt="React" src="/badge/React-61DAFB"/><img alt="Me" src="/me.png"><img src="/icons/vue.svg" alt="vuejs">'
    >>> [row[start:end] for start, end in pictured_names(row)]
    ['React', 'vuejs']
    """
    for image in _IMAGE.finditer(source):
        if _PICTURED.search(image.group()) is None:
            continue
        name = _ALT.search(source, *image.span())
        if name is not None and name["name"].strip().casefold().replace(" ", "") not in _OWN_PAGES:
            yield name.span("name")


_INVITES = re.compile(
    r"(?i)\W{0,6}(?:click|tap|expand|show|view|see|read|open|more|details|toggle|hide|mehr|voir|ver|plus|meer)\b.{0,80}"
)
_INVITED = re.compile(r"(?i)\s{0,3}[(\[](?:click|tap|expand|show|view|see|open|toggle)\b[^()\[\]]{0,40}[)\]]\W{0,3}\Z")


def title_of_summary(source: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the place of the title in the line that stays when what is below it is folded away, None where it only invites.

    >>> title_of_summary("Hop yard (click to expand)", 0, 26), title_of_summary("Click to expand", 0, 15)
    ((0, 8), None)
    """
    words = source[start:end]
    first = next((char for char in words if char.isalpha()), "")
    is_marked = re.search(r"<(?:b|strong)>\W{0,8}\Z", source[max(0, start - 16) : start]) is not None
    if _INVITES.fullmatch(words) or not (first.isupper() or is_marked):
        return None
    invited = _INVITED.search(words)
    return start, start + (len(words) if invited is None else invited.start())


LABEL = "label:"
"""Before the label of a value, in place of the name of an element."""
_INLINE = re.compile(r"(?:</?(?:strong|b|em|i|span|u|code)(?:\s[^<>]{0,200})?>|[ \t]){1,8}", re.IGNORECASE)


_SIGNS = " \t-–—|·•/"
"""What parts words that stand in elements of their own: "<span>Tidemark</span> - <span>Draws …</span>"."""


def _words(plain: str) -> Iterator[tuple[int, int, str]]:
    """Yield the words between tags; those right behind a bold label as its value: "<strong>Company:</strong> Acme"."""
    label: tuple[int, int, str] | None = None
    for piece in _each_words(plain):
        if not plain[piece[0] : piece[1]].strip(_SIGNS):
            continue
        if label is not None:
            if _INLINE.fullmatch(plain, label[1], piece[0]) is not None:
                yield piece[0], piece[1], LABEL + plain[label[0] : label[1]].strip(" :\t").lower()
                label = None
                continue
            yield label
            label = None
        words = plain[piece[0] : piece[1]].strip()
        if words.endswith(":") and 2 < len(words) <= 40 and piece[2] in ("p", "div", "td", ""):
            label = piece
        else:
            yield piece
    if label is not None:
        yield label


_MARKED = re.compile(r"(?:</?(?:strong|b|em|i|u|code|a)(?:\s[^<>]{0,300})?>|[ \t]){1,8}", re.IGNORECASE)
_REPEATED = re.compile(r"</(?P<tag>\w+)>.*<(?P=tag)\b", re.IGNORECASE)
_OF_LINES = frozenset({"li", "p", "td", "dd", "dt"})
"""Elements of running words, in which marks and links part nothing."""


def _each_words(plain: str) -> Iterator[tuple[int, int, str]]:
    """Yield the words between tags; those of one line as one, where no more than marks or a link stand between: "<li><b>Cook</b>, Acme"."""
    line: tuple[int, int, str] | None = None
    for piece in _between_tags(plain):
        if line is not None and _goes_on(plain, line, piece):
            line = line[0], piece[1], line[2]
            continue
        if line is not None:
            yield line
        line = piece
    if line is not None:
        yield line


def _goes_on(plain: str, line: tuple[int, int, str], piece: tuple[int, int, str]) -> bool:
    """Return whether words go on a line: not behind a label, nor as a second link or mark of a row of them."""
    if line[2] != piece[2] or line[2] not in _OF_LINES or _MARKED.fullmatch(plain, line[1], piece[0]) is None:
        return False
    before = plain[line[0] : line[1]].rstrip()
    is_label = before.endswith(":") and not before[-2:-1].isdigit()
    return not is_label and _REPEATED.search(plain, line[1], piece[0]) is None


def _between_tags(plain: str) -> Iterator[tuple[int, int, str]]:
    heads = list(_HTML_HEADING.finditer(plain)) if "</h" in plain else []
    starts = [head.start() for head in heads]
    for piece in _TAG_FREE.finditer(plain):
        before = bisect_left(starts, piece.start())
        head = heads[before - 1] if before and piece.end() <= heads[before - 1].end() else None
        is_part = head is not None and len(_TAG_FREE.findall(head.group())) > 1
        yield piece.start(), piece.end(), "" if is_part else innermost_block(plain, piece.start())
