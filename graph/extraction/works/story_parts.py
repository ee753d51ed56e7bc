"""Finds situation, task, action and result of a story: by headings and keys that say so, else by the way sentences begin."""

from __future__ import annotations

import re
from collections.abc import Mapping

from graph.documents import Block, BlockKind, Span
from graph.extraction.reading import Reading
from graph.extraction.works.part_labels import LETTERS, label_of, part_of_key, part_or_letter, parts_of_key

PARTS = ("situation", "task", "action", "result")


def labelled_parts(reading: Reading, extent: Span) -> dict[str, list[Span]]:
    """Return part → spans for lines that are labelled: "Result: …", "**S:** …", "**Situation.** …", with what follows each.

    Single letters count only where at least three of S, T, A, R are there.
    """
    found: dict[str, list[Span]] = {}
    letters: dict[str, list[Span]] = {}
    current: tuple[str, ...] = ()
    target = found
    for block in reading.blocks_in(extent):
        label, words = _label_of(reading, block)
        if label is None:
            if block.kind is BlockKind.HEADING:
                current = ()
            for part in current:
                target.setdefault(part, []).append(block.span)
            continue
        target = letters if label in LETTERS else found
        current = (LETTERS[label],) if label in LETTERS else parts_of_key(label)
        for part in current:
            target.setdefault(part, []).extend([words] if len(words) else [])
    return {**(letters if len(letters) >= 3 else {}), **{part: spans for part, spans in found.items()}}


def part_told_by(reading: Reading, block: Block) -> str | None:
    """Return the part of a story that a line labels, or that it heads: "Situation", "**Task:** …"."""
    if block.kind is BlockKind.HEADING:
        return part_of_key(reading.quote(block.span).strip("*_ "))
    label = _label_of(reading, block)[0]
    return None if label is None else part_or_letter(label)


def _label_of(reading: Reading, block: Block) -> tuple[str | None, Span]:
    """Return the label of a block that has one of the parts' names, and the span of the words behind it."""
    if block.kind is BlockKind.FIELD:
        key = block.key.casefold()
        return (key, block.span) if part_or_letter(key) else (None, block.span)
    if (row := told_part(reading, block)) is not None:
        return row
    found = None if block.kind is BlockKind.HEADING else label_of(reading.quote(block.span), block.kind)
    if found is None or part_or_letter(found[0]) is None:
        return None, block.span
    words = reading.document.span(min(block.span.start + found[1], block.span.end), block.span.end)
    return found[0], words


_ROW_LABEL = re.compile(r"[*_ ]{0,4}(?P<k>[A-Za-z ]{1,14}?)[*_ :]{0,5}[|\t][ \t]{0,40}(?P<told>[^|\t\n]*[^|\t\n ])")


def told_part(reading: Reading, block: Block) -> tuple[str, Span] | None:
    """Return the label and the told words of a row of two cells that tells a part: "| **Action** | I mapped … |"; else None.

    Three parts or more must be told so in the document: "Objective" alone is a résumé's.
    """
    if block.kind is not BlockKind.TABLE_ROW:
        return None
    if "rows of parts" not in reading.memo:
        rows = ((b.span.start, _told_in_row(reading, b)) for b in reading.document.blocks)
        told = {start: row for start, row in rows if row is not None}
        is_story = len({part_or_letter(label) for label, _ in told.values()}) >= 3
        reading.memo["rows of parts"] = told if is_story else {}
    found: dict[int, tuple[str, Span]] = reading.memo["rows of parts"]
    return found.get(block.span.start)


def _told_in_row(reading: Reading, block: Block) -> tuple[str, Span] | None:
    text = reading.quote(block.span) if block.kind is BlockKind.TABLE_ROW else ""
    match = _ROW_LABEL.match(text) if text.count("|") + text.count("\t") in (1, 2) else None
    if match is None or text[match.end() :].strip(" |"):
        return None
    key = match["k"].strip().casefold()
    if part_or_letter(key) is None or len(match["told"].split()) < 3:
        return None
    start = block.span.start + match.start("told")
    return key, reading.document.span(start, start + len(match["told"]))


# How sentences of stories without labels begin. The first pattern that fits decides.
_CUES = (
    ("result", re.compile(r"(?i)^(?:as a result|the (?:result|outcome|effect|end result|change|new \w+|merge|migration|rollout) (?:was|is|cut|reduced|took|brought|gave|made|held)|this (?:separation|change|reduced|allowed|made|let|enabled|cut|brought|meant|improved|significantly)|in the end|since then|after (?:the|that|launch|rollout)|today|"
                          r"within (?:a|one|two|three|six)|we (?:ended|finished|closed)|it (?:cut|reduced|saved|brought|dropped)|(?:all|every) .{0,40}(?:dropped|fell|rose|improved))")),
    ("task", re.compile(r"(?i)^(?:the (?:goal|task|aim|objective|assignment|brief|ask) (?:was|is)|my (?:task|job|goal|brief|role) was|(?:i|we) (?:was|were|had been) (?:asked|tasked|hired|given)|we (?:needed|had) to|i (?:needed|had) to|our (?:goal|aim) was|it had to|the team needed)")),
    ("action", re.compile(r"(?i)^(?:to (?:solve|improve|address|fix|do|get|make|reduce|avoid|tackle|handle|meet)\b.{0,80}?,? ?(?:i|we)\b|(?:so |then |first,? |next,? |instead,? |together,? )?(?:i|we) (?:\w+ly )?(?:\w+ed|built|led|wrote|drew|cut|ran|split|chose|made|set|took|put|began|moved|brought|kept|went|held|drove|found|gave|taught)\b|i worked on|our (?:approach|solution|plan)|the (?:approach|solution|fix|plan) was)")),
    ("situation", re.compile(r"(?i)^(?:one (?:recurring|big|major|of)|the (?:main |core |real |underlying |biggest )?(?:issue|problem|challenge|trouble|situation|existing|old|raw|previous|legacy)|when (?:i|we) (?:joined|arrived|started)|before|at the time|over time|as the|until|every (?:night|morning|day|week|month)|for (?:years|months)|in \d{4}|back then|originally|the (?:team|company|platform|system|service|hospital|clinic|warehouse|store) (?:had|was|kept|ran|could|relied|used))")),
)  # fmt: skip


def parts_of(reading: Reading, extent: Span) -> Mapping[str, tuple[Span, ...]]:
    """Return part → spans in reading order for the story at `extent`; labelled parts win over guessed ones."""
    found = (
        _by_columns(reading, extent)
        or _by_sections(reading, extent)
        or _by_labels(reading, extent)
        or _by_cues(reading, extent)
    )
    return {part: tuple(found[part]) for part in PARTS if found.get(part)}


def _by_columns(reading: Reading, extent: Span) -> dict[str, list[Span]]:
    """Return the parts that the columns of a table's row tell, where two or more of its heads name one."""
    block = reading.block_at(extent.start)
    if block is None or block.kind is not BlockKind.TABLE_ROW or not block.span.contains(extent):
        return {}
    heads = [parts_of_key(head.strip(" *_`")) for head in re.split(r"[|\t]", block.key)]
    if sum(map(bool, heads)) < 2:
        return {}
    found: dict[str, list[Span]] = {}
    text = reading.quote(block.span)
    at = block.span.start
    for head, cell in zip(heads, re.split(r"[|\t]", text), strict=False):
        words = reading.document.span(at + len(cell) - len(cell.lstrip()), at + len(cell.rstrip()))
        for part in head if cell.strip() else ():
            found.setdefault(part, []).append(words)
        at += len(cell) + 1
    return found


def _by_sections(reading: Reading, extent: Span) -> dict[str, list[Span]]:
    found: dict[str, list[Span]] = {}
    for section in reading.sections_headed_in(extent):
        if section.kind.value in PARTS:
            parent = reading.parent_of(section)
            if parent is not None and parent.kind.value in PARTS and extent.contains(parent.span):
                continue
            assert section.heading is not None  # by sections_headed_in
            body = _body(reading, section.heading.end, min(section.span.end, extent.end))
            if body is not None:
                found.setdefault(section.kind.value, []).append(body)
    return found


def _body(reading: Reading, start: int, end: int) -> Span | None:
    blocks = reading.blocks_in(reading.document.span(start, max(start, end)))
    return reading.document.span(blocks[0].span.start, blocks[-1].span.end) if blocks else None


def _by_labels(reading: Reading, extent: Span) -> dict[str, list[Span]]:
    if reading.document.is_keyed:
        found: dict[str, list[Span]] = {}
        for block in reading.blocks_in(extent):
            part = part_of_key(block.key) if block.kind is BlockKind.FIELD else None
            if part and len(block.span):
                found.setdefault(part, []).append(block.span)
        return found
    parts = labelled_parts(reading, extent)
    return parts if len(parts) >= 2 or sum(len(spans) for spans in parts.values()) >= 2 else {}


def _by_cues(reading: Reading, extent: Span) -> dict[str, list[Span]]:
    sentences = [s for s in reading.sentences_from(extent) if extent.contains(s) and not _is_heading(reading, s)]
    if len(sentences) < 3:
        return {}
    found: dict[str, list[Span]] = {}
    for sentence in sentences:
        text = re.sub(r"^[*_\s]+", "", reading.quote(sentence))
        part = next((name for name, pattern in _CUES if pattern.match(text)), None)
        if part:
            found.setdefault(part, []).append(sentence)
    return found


def _is_heading(reading: Reading, sentence: Span) -> bool:
    block = reading.block_at(sentence.start)
    return block is not None and (block.kind is BlockKind.HEADING or block.kind is BlockKind.FIELD)
