"""Finds where the sections of a document begin: at its headings, as they belong together, or at the keys of a keyed file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from graph.documents import Block, BlockKind, Document, SectionKind, Span, line_starts
from graph.section_titles import CAREER_KINDS, STAR_KINDS, kind_of_title


@dataclass(frozen=True, slots=True)
class Head:
    """Where a section starts; `start` and `heading` differ by markup such as `## `."""

    start: int
    title: str
    level: int
    heading: Span | None
    kind: SectionKind
    until: int | None = None
    """Behind the last value of a key; None where the next head of its level or above ends it."""


def heads_of(document: Document, titles: Mapping[str, SectionKind]) -> list[Head]:
    """Return where the sections of a document begin, in reading order, with their levels as they are meant."""
    if document.is_keyed:
        return _keyed_heads(document, titles)
    return _lowered(document, _within_posts(document, _lifted(_headings(document, titles))))


def _headings(document: Document, titles: Mapping[str, SectionKind]) -> list[Head]:
    starts = line_starts(document.text)
    heads = []
    for block in document.blocks:
        if block.kind is BlockKind.HEADING:
            line = starts[bisect_right(starts, block.span.start) - 1]
            title = _shown_title(document.quote(block.span))
            heads.append(Head(line, title, block.level, block.span, kind_of_title(title, titles)))
    return heads


def _lifted(heads: list[Head]) -> list[Head]:
    """Return the heads with the titles of a career set above their entries where they are written smaller than these.

    "#### Experience", "### Cook, The Anchor", "#### Education", "### BA, Tarn College": twice or more, all of one level.
    """
    counts = Counter(head.title.casefold() for head in heads if head.kind in CAREER_KINDS)
    # One title again and again ("Technologies") stands in each entry, not above them.
    careers = [
        place for place, head in enumerate(heads) if head.kind in CAREER_KINDS and counts[head.title.casefold()] < 3
    ]
    if (
        len({heads[place].title.casefold() for place in careers}) < 2
        or len({heads[place].level for place in careers}) > 1
    ):
        return heads
    level = heads[careers[0]].level
    smaller = sum(place + 1 < len(heads) and heads[place + 1].level < level for place in careers)
    entries = [head.level for head in heads[careers[0] :] if head.kind not in CAREER_KINDS]
    if smaller < 2 or min(entries) < 2:
        return heads
    raised = min(entries) - 1
    return [replace(head, level=raised) if place in careers else head for place, head in enumerate(heads)]


def _lowered(document: Document, heads: list[Head]) -> list[Head]:
    """Return the heads with those set below a list of works that are written as large as its title and stand right behind it.

    "PROJECTS", "HARBOUR LEDGER" …, "TIDEWATCH" …, "LANGUAGES": two or more, down to the next title that is known.
    """
    found = list(heads)
    for place, head in enumerate(heads[:-1]):
        if head.kind is not SectionKind.PROJECTS or head.heading is None or head.level != heads[place + 1].level:
            continue
        if document.text[head.heading.end : heads[place + 1].start].strip(" \t\r\n=_-─—*]#"):
            continue
        last = place + 1
        while last < len(heads) and (heads[last].kind is SectionKind.OTHER or heads[last].level > head.level):
            last += 1
        inner = heads[place + 1 : last]
        if sum(one.level == head.level for one in inner) > 1:
            found[place + 1 : last] = [replace(one, level=one.level + 1) for one in inner]
    return found


def _within_posts(document: Document, heads: list[Head]) -> list[Head]:
    """Return the heads of plain text with those set below a career's jobs that are known titles, but divide one job: "Achievements".

    They look unlike the title above the jobs, which is in capitals or has no colon, or stand in one job after another. What
    they are about says nothing of the lines below: the next job may stand there.
    """
    if document.media_type != "text/plain":
        return heads
    counts = Counter(head.title.casefold() for head in heads)
    found, jobs = list(heads), None
    for place, head in enumerate(heads):
        if head.heading is None:
            continue
        look = _look(document, head.heading)
        if (
            jobs is None
            or head.level < jobs.level
            or (head.kind in _BESIDE_JOBS and look == _look(document, jobs.heading))
        ):
            jobs = head if head.kind is SectionKind.EXPERIENCE else None
        elif jobs is not None and head.level == jobs.level and head.kind in _IN_JOBS:
            is_repeated = counts[head.title.casefold()] > 1 and head.kind is not SectionKind.PROJECTS
            if is_repeated or _is_smaller(look, _look(document, jobs.heading)):
                found[place] = replace(head, level=head.level + 2, kind=SectionKind.OTHER)  # Below the job, too.
            else:
                jobs = None
    return found


_IN_JOBS = frozenset({SectionKind.OUTCOMES, SectionKind.PROJECTS, SectionKind.RESULT, SectionKind.TASK})
"""What a job may be divided into, and a whole page too."""
_BESIDE_JOBS = CAREER_KINDS - _IN_JOBS


def _look(document: Document, heading: Span | None) -> tuple[bool, bool]:
    """Return whether a title is in capitals, and whether it ends in a colon."""
    words = "" if heading is None else document.quote(heading).strip()
    return words.isupper(), words.endswith(":")


def _is_smaller(look: tuple[bool, bool], other: tuple[bool, bool]) -> bool:
    return (other[0] and not look[0]) or (look[1] and not other[1])


_TAGS = re.compile(r"</?[a-zA-Z][^<>\n]{0,300}>")
_LINKED = re.compile(r"\[(?P<words>[^\[\]\n]{1,120})\]\([^()\s]{0,300}\)")


def _shown_title(words: str) -> str:
    """Return a heading as it is shown: without emphasis, tags, and the addresses of links."""
    if "<" in words:
        words = _TAGS.sub(" ", words)
    if "](" in words:
        words = _LINKED.sub(r"\g<words>", words)
    return " ".join(re.sub(r"[*`]+|(?<!\w)_+|_+(?!\w)", "", words).split()).rstrip(":").rstrip()


# ---------------------------------------------------------------- sections of keyed files

_KEY_STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")
_NAME_KEYS = ("name", "title", "project", "position", "company", "institution", "label")


def _keyed_heads(document: Document, titles: Mapping[str, SectionKind]) -> list[Head]:
    """Return a head for each key that holds more than one value: `work`, then `work[0]`, then `work[0].action`.

    An element of a list is called by its `name`, `title` … where it has one.
    """
    names = _element_names(document)
    heads: list[Head] = []
    paths: list[str] = []
    ends: dict[str, int] = {}
    behind = 0
    for block in document.blocks:
        # Several values may stand on one line.
        start = max(_line_start(document, block), behind)
        behind = block.span.end
        for path, level in _steps(block):
            is_known = path in ends
            ends[path] = max(block.span.end, ends.get(path, 0))
            if is_known:
                continue
            is_element = path.endswith("]")
            words = _last_key(path).replace("_", " ")
            kind = SectionKind.OTHER if is_element else kind_of_title(words, titles)
            if path != block.key or kind in STAR_KINDS:
                paths.append(path)
                heads.append(Head(start, names.get(path) or words, level, None, kind))
    return [replace(head, until=ends[path]) for head, path in zip(heads, paths, strict=True)]


def _steps(block: Block) -> list[tuple[str, int]]:
    """Return the paths that lead to a field's key with their levels from 1, the key itself included; at most six."""
    ends = [match.end() for match in _KEY_STEP.finditer(block.key)][:6]
    return [(block.key[:end], level) for level, end in enumerate(ends, start=1)]


def _last_key(path: str) -> str:
    return re.sub(r"\[\d+\]", "", path).rpartition(".")[2]


def _element_names(document: Document) -> dict[str, str]:
    """Return list element's path → its name, by the first of the naming keys that it has."""
    found: dict[str, tuple[int, str]] = {}
    for block in document.blocks:
        path, _, key = block.key.rpartition(".")
        if path.endswith("]") and key.casefold() in _NAME_KEYS:
            candidate = (_NAME_KEYS.index(key.casefold()), " ".join(document.quote(block.span).split())[:120])
            found[path] = min(found.get(path, candidate), candidate)
    return {path: name for path, (_, name) in found.items()}


def _line_start(document: Document, block: Block) -> int:
    starts = line_starts(document.text)
    return starts[bisect_right(starts, block.span.start) - 1]
