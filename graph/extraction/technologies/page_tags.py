"""Says which technologies a page lists as tags: one to a line, several on one, in a tag's element, a language behind a title. Finds none."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from graph.documents import Block, BlockKind
from graph.extraction.reading import Reading
from graph.gazetteer import Found, fold

_LONGEST = 100


def tags_of_page(reading: Reading, found: Sequence[Found]) -> frozenset[int]:
    """Return where names start that stand on lines of nothing but technologies, one of which at least is sure of itself.

    Sure is a name that is no other word, or one that another in the run speaks of: "React" above "Redux".
    """
    if reading.document.media_type not in ("text/plain", "text/markdown"):
        return frozenset()
    if "tags of page" not in reading.memo:
        reading.memo["tags of page"] = frozenset(_tags(reading, found))
    known: frozenset[int] = reading.memo["tags of page"]
    return known


def _tags(reading: Reading, found: Sequence[Found]) -> list[int]:
    starts: list[int] = []
    run: list[Found] = []
    for block in (*reading.document.blocks, None):
        inside = [] if block is None else _covering(reading, block, found)
        if inside:
            run += inside
            continue
        if len(run) > 1 and _is_sure(run, reading.document.text):
            starts += [item.start for item in run]
        run = []
    return starts


def _covering(reading: Reading, block: Block, found: Sequence[Found]) -> list[Found]:
    """Return the names of which a line consists, or nothing."""
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) or len(block.span) > _LONGEST:
        return []
    first = bisect_left(found, block.span.start, key=lambda f: f.start)
    last = bisect_left(found, block.span.end, key=lambda f: f.start)
    inside = [f for f in found[first:last] if f.end <= block.span.end and not f.other_case]
    words = re.sub(r"[\s·•|,/]+", "", reading.quote(block.span))
    told = sum(len(re.sub(r"\s+", "", reading.document.text[f.start : f.end])) for f in inside)
    return inside if inside and told == len(words) else []


def _is_sure(run: Sequence[Found], text: str) -> bool:
    if any(not item.guarded for item in run):
        return True
    names = [fold(text[item.start : item.end]) for item in run]
    return any(fold(word) in names[:at] + names[at + 1 :] for at, item in enumerate(run) for word in item.term.context)


_TAG_OPENS = re.compile(
    r"<(?:span|li|a|code|div|small|kbd|mark)\s[^<>]{0,80}class=[\"'][^\"'<>]{0,60}(?:tag|badge|chip|pill|tech|label|skill|stack)[^\"'<>]{0,40}[\"'][^<>]{0,80}>\s{0,3}$",
    re.IGNORECASE,
)
_LONGEST_TITLE = 80


def is_set_as_tag(reading: Reading, item: Found) -> bool:
    """Return whether a name is all of an element set as a tag (`<span class="tag">Go</span>`), or a language in brackets behind a title.

    "Loom & Lantern (Elixir)" is such a title; a bullet is none.
    """
    text = reading.document.text
    behind = text[item.end : item.end + 3].lstrip()
    if behind.startswith("<"):
        return _TAG_OPENS.search(text, max(0, item.start - 240), item.start) is not None
    if not behind.startswith(")") or text[item.start - 1 : item.start] != "(":
        return False
    block = reading.block_at(item.start)
    return (
        item.term.category == "programming language"
        and block is not None
        and block.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH)
        and len(block.span) < _LONGEST_TITLE
        and text[item.end + 1 : block.span.end].strip(" *_") == ""
    )
