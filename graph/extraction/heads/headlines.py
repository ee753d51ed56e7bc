"""Reads the lines of a document that may head an entry, in pieces: "Lead Engineer, Acme — Hamburg — 2017–2020".

Shared by the recognizers of employment, education and people; decides nothing about them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.documents import Block, BlockKind, SectionKind
from graph.extraction.dates.dates import FoundPeriod, find_periods, is_present
from graph.extraction.heads.career_keys import WORK_ROOTS, without_wrappers
from graph.extraction.heads.fields import (
    JOB_FACT,
    LISTED_JOB,
    as_item,
    dated_by_key,
    head_of_label,
    is_listed_study,
    key_of_list,
    names_post,
    without_label,
)
from graph.extraction.heads.line_cutting import pieces_of
from graph.extraction.heads.line_text import is_wrapped, looks_like_prose, without_markup
from graph.extraction.heads.physical_lines import dated_on_next, physical_lines, with_jobs_apart
from graph.extraction.heads.pieces import Piece, PieceKind
from graph.extraction.heads.run_in_heads import run_in_head, title_first, with_post_behind
from graph.extraction.heads.section_kinds import section_kind_at
from graph.extraction.reading import Reading
from graph.model import DateRange
from graph.page_words import is_icon


@dataclass(frozen=True, slots=True)
class HeadLine:
    """One line of the document that might be, or be part of, the head of an entry."""

    block: Block
    start: int
    end: int
    text: str
    pieces: tuple[Piece, ...]
    period: FoundPeriod | None
    section: SectionKind
    """Of the nearest section about something."""
    is_prose: bool
    """A sentence, or too long: no head line."""
    gap: int
    """Empty lines before it; 9 for the first."""

    def of(self, kind: PieceKind) -> list[Piece]:
        """Return the pieces of one kind, in order."""
        return [piece for piece in self.pieces if piece.kind is kind]


def lines_of(reading: Reading, field_keys: frozenset[str] = frozenset()) -> list[HeadLine]:
    """Return the lines of all blocks but code in reading order, cut into pieces; of fields those of `field_keys`."""
    name = f"head-lines {sorted(field_keys)}"
    if name not in reading.memo:
        reading.memo[name] = tuple(_each_line(reading, field_keys))
    return list(reading.memo[name])


def first_lines(reading: Reading, count: int) -> list[HeadLine]:
    """Return the first `count` of `lines_of`."""
    return lines_of(reading)[:count]


def _each_line(reading: Reading, field_keys: frozenset[str]) -> Iterator[HeadLine]:
    document, last_end = reading.document, -1
    dated_to, is_below_heading = 0, False
    for place in range(len(document.blocks)):
        block, is_post = _as_line(reading, place, field_keys)
        if block.kind is BlockKind.CODE or _is_other_field(reading, block, field_keys):
            # "Hours per week: 40" between the lines of an entry does not part them.
            last_end = block.span.end if JOB_FACT.match(block.key) and last_end >= 0 else last_end
            continue
        wrapped = is_wrapped(reading.quote(block.span))
        for start, end in with_jobs_apart(document.text, physical_lines(document.text, block)):
            if document.text.startswith(("![", "[!["), start) and _PICTURES.fullmatch(document.text, start, end):
                continue  # Badges, that part no lines.
            gap = 9 if last_end < 0 else _empty_lines(document.text, last_end, start)
            if last_end >= 0 and document.media_type == "text/markdown":
                gap = min(gap, 1)  # More empty lines say no more there.
            # In Markdown an empty line stands between headings by custom; it parts nothing.
            gap -= gap == 1 and block.kind is BlockKind.HEADING and is_below_heading
            line = _head_line(reading, block, start, end, gap, section_kind_at(reading, start), wrapped)
            if start < dated_to or line.text.isspace():
                continue  # The end of the dates above, or a tag alone.
            if document.text[end - 1] in "-–—" and line.period is not None:
                period, dated_to = dated_on_next(document.text, end, line.period)
                line = replace(line, period=period)
            yield _as_post(line) if is_post else line
            last_end, is_below_heading = end, block.kind is BlockKind.HEADING


def _as_line(reading: Reading, place: int, field_keys: frozenset[str]) -> tuple[Block, bool]:
    """Return a block, a field that states a part of a career as what its label makes of it; and whether that is a post alone."""
    document, block = reading.document, reading.document.blocks[place]
    if block.kind is not BlockKind.FIELD:
        return block, False
    if (listed := LISTED_JOB.fullmatch(without_wrappers(block.key))) and listed["root"] in WORK_ROOTS:
        block = as_item(reading, block)
    if block.kind is BlockKind.FIELD and document.is_keyed:
        block = dated_by_key(reading, block)
    if block.kind is not BlockKind.FIELD or block.key in field_keys or ("." in block.key and document.is_keyed):
        return block, False
    block = without_label(reading, document.text, block)
    is_labelled = block.kind is BlockKind.FIELD and not document.is_keyed
    if not is_labelled or section_kind_at(reading, block.span.start) not in _OF_CAREERS:
        return block, False
    head = head_of_label(reading, place)
    return head, head.kind is not BlockKind.FIELD and names_post(document.blocks[place].key)


def _is_other_field(reading: Reading, block: Block, field_keys: frozenset[str]) -> bool:
    """Return whether a block is a field that is not asked for."""
    if block.kind is not BlockKind.FIELD or key_of_list(block.key) in field_keys:
        return False
    return not (field_keys and reading.document.is_keyed and is_listed_study(reading, block))


def _empty_lines(text: str, end: int, start: int) -> int:
    """Return how many lines stand between two offsets that nothing was read from; an icon's name parts nothing."""
    count = max(0, text.count("\n", end, start) - 1)
    return count and count - sum(is_icon(line.strip()) for line in text[end:start].split("\n"))


_PICTURES = re.compile(
    r"(?:(?:\[!\[[^\]\n]{0,80}\]\([^()\s]{0,300}\)\]\([^()\s]{0,300}\)|!\[[^\]\n]{0,80}\]\([^()\s]{0,300}\))\s{0,3}){1,30}"
)
"""A line of nothing but pictures, linked or not."""


def _as_post(line: HeadLine) -> HeadLine:
    """Return the line of a value behind "Position:" as one title, dashes and all, unless it may name a company, too."""
    if line.period is not None or "," in line.text or " at " in line.text or "@" in line.text:
        return line
    bare = line.text.strip(" *_.")
    start = line.start + line.text.index(bare)
    return replace(line, pieces=(Piece(PieceKind.TITLE, bare, start, start + len(bare), ""),), is_prose=False)


_OF_CAREERS = frozenset({SectionKind.EXPERIENCE, SectionKind.EDUCATION})


def head_line(reading: Reading, block: Block, start: int, end: int, section: SectionKind) -> HeadLine:
    """Return what stands between two offsets, such as a field's value, as a line of a section of that kind."""
    return _head_line(reading, block, start, end, 9, section, is_wrapped=False)


def _head_line(
    reading: Reading, block: Block, start: int, end: int, gap: int, section: SectionKind, is_wrapped: bool
) -> HeadLine:
    roles = reading.vocabularies.roles
    known: dict[tuple[int, int, bool], tuple[tuple[Piece, ...], FoundPeriod | None, bool, int]]
    known = reading.memo.setdefault("head-line parts", {})
    # Two stages ask for the lines with other fields among them; most lines are the same.
    text, key = without_markup(reading.document.text[start:end]), (start, end, is_wrapped)
    if key not in known:
        is_prose = is_wrapped or _is_long(text) or looks_like_prose(text)
        if run_in := run_in_head(text) or (section is SectionKind.EXPERIENCE and title_first(text, roles)):
            text = with_post_behind(text, run_in, roles) or text[:run_in]
            end, is_prose = start + len(text), False
        periods = [] if _is_long(text) else find_periods(text, start)
        periods = [one for one in periods if not _BORN.search(text[: one.start - start])]
        if len(periods) > 1:
            periods = [one for one in periods if not _OF_COMPANY.search(text[: one.start - start])] or periods
        pieces = () if is_prose else tuple(pieces_of(reading.vocabularies, text, start, periods))
        if block.kind is BlockKind.TABLE_ROW:
            periods = _joined_cells(text, start, periods)
        known[key] = pieces, periods[0] if periods else None, is_prose, end
    pieces, period, is_prose, end = known[key]
    return HeadLine(block, start, end, text[: end - start], pieces, period, section, is_prose, gap)


def _is_long(text: str) -> bool:
    """Return whether a line is longer than heads of entries are; blanks do not count where tags and links stood."""
    return len(text) > 160 and len(" ".join(text.split())) > 160


_BORN = re.compile(
    r"(?i)\b(?:born|née?|nacid[oa]|nascid[oa]|nat[oa]|geb\.|geboren|född|født|ur\.|urodzon[ay]|date of birth|geburtsdatum|d\.o\.b\.?)\b[^\d\n]{0,20}$"
)
"""Before the date of birth, which is no post's."""
_OF_COMPANY = re.compile(
    r"(?i)\((?:since |later |then )?(?:acquired|bought|taken over|merged|founded|est\.?|renamed|closed|sold|übernommen|rachetée?|adquirida|acquisita|overgenomen)\b[^()]{0,50}$"
)
"""Before a year that is the company's, not the post's: "Acme (acquired by Moss in 2020)"."""
_NEXT_CELL = re.compile(r"\s{0,9}\|\s{0,9}(?:(?P<open>[-–—…]{0,3})\s{0,9}(?:\||$))?")


def _joined_cells(text: str, base: int, periods: list[FoundPeriod]) -> list[FoundPeriod]:
    """Return the periods of a table's row, a start and an end in cells of their own as one: "| 09/2016 | 05/2019 |"."""
    if not periods or periods[0].range.start != periods[0].range.end:
        return periods
    first, between = periods[0], _NEXT_CELL.match(text, periods[0].end - base)
    if between is None or first.range.start is None:
        return periods
    rest = text[between.end() :].partition("|")[0].strip().strip(" *_") if between["open"] is None else ""
    if between["open"] or is_present(rest):
        end = base + between.end() + len(rest)
        return [
            FoundPeriod(first.start, min(end, base + len(text)), DateRange(first.range.start, None, is_current=True))
        ]
    following = periods[1] if len(periods) > 1 and periods[1].start == base + between.end() else None
    if following is None or following.range.end is None or following.range.start != following.range.end:
        return periods
    if following.range.end.last_month < first.range.start.first_month:
        return periods
    return [FoundPeriod(first.start, following.end, DateRange(first.range.start, following.range.end)), *periods[2:]]


def joined_sentences(reading: Reading) -> list[HeadLine]:
    """Return the sentences that run over a line's end, as lines of their own, with the breaks read as spaces."""
    document, lines = reading.document, list[HeadLine]()
    for sentence in reading.sentences:
        text = document.text[sentence.start : sentence.end]
        block = reading.block_at(sentence.start) if "\n" in text else None
        if block is None or block.kind in (BlockKind.HEADING, BlockKind.CODE) or len(text) > 600:
            continue
        section = section_kind_at(reading, sentence.start)
        lines.append(HeadLine(block, sentence.start, sentence.end, text.replace("\n", " "), (), None, section, True, 9))
    return lines
