"""Tells titles that no list knows by their place: from the company beside them, and from the order in which other entries stand.

"Strategische Einkäuferin / Klöppel AG, Bremke / 2014 – 2020" has a title because the other name is a company's; "Zugbegleitung /
Nordtal / 2012 – 2014" because the entries around it begin with their titles. Called by entries.py; knows no holdings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graph.documents import BlockKind, Section, SectionKind
from graph.extraction.dates.dates import FoundPeriod
from graph.extraction.heads.headlines import HeadLine
from graph.extraction.heads.pieces import Piece, PieceKind
from graph.extraction.heads.study_forms import degree_pattern
from graph.extraction.heads.words import IS_STUDY, LEGAL_SUFFIX, is_companylike, is_title
from graph.extraction.reading import Reading
from graph.section_titles import says_experience
from graph.vocabulary import Vocabularies, fold_title

_NAMED = frozenset({PieceKind.TITLE, PieceKind.NAME, PieceKind.OTHER, PieceKind.GENERIC})
_MOST_WORDS = 7


@dataclass(frozen=True, slots=True)
class _Head:
    """The lines of one entry's head, and the two parts that say title and company, in order; fewer where it has not both."""

    lines: tuple[int, ...]
    parts: tuple[Piece, ...]


def with_titles_by_shape(lines: Sequence[HeadLine], reading: Reading) -> list[HeadLine]:
    """Return the lines, with sections of two jobs or more made such, and pieces made titles where the shape of the entries says so."""
    lines = _among_jobs(lines, reading, _reach(reading))
    lines = _with_small_titles(lines, reading.vocabularies)
    heads = list(_heads(lines, _reach(reading), reading.vocabularies))
    by_words = [_title_place(head) for head in heads if len(head.parts) == 2]
    by_company = [_by_company(head) for head in heads if len(head.parts) == 2]
    by_order = [company if place is None else place for place, company in zip(by_words, by_company, strict=True)]
    known = [place for place in by_order if place is not None]
    usual = 0 if known.count(0) > 2 * known.count(1) else 1 if known.count(1) > 2 * known.count(0) else None
    degree, _ = degree_pattern(reading.vocabularies.degrees)
    changed = list(lines)
    for head in heads:
        if len(head.parts) != 2 or any(part.kind is PieceKind.TITLE for part in head.parts):
            continue
        if any(degree.match(part.text) for part in head.parts) or _has_post_below(lines, head):
            continue
        place = _by_company(head)
        place = usual if place is None else place
        if place == 1 and head.parts[1].joint == "," and 1 not in by_words:
            continue  # "Iceflower Ltd, York": where no post stands behind its company, a town does.
        on_one_line = len(head.parts) == 2 and any(
            set(head.parts) <= set(lines[number].pieces) for number in head.lines
        )
        if (
            place is None
            or not _may_be_title(head.parts[place], on_one_line)
            or not _may_be_company(head.parts[1 - place])
        ):
            continue
        kind = PieceKind.PLACE if _is_town_above_title(lines, head, head.parts[place]) else PieceKind.TITLE
        for number in head.lines:
            changed[number] = _titled(changed[number], head.parts[place], kind)
    return changed


# ---------------------------------------------------------------- sections of jobs


def _reach(reading: Reading) -> int:
    """Return how many empty lines may stand within a head: pages have one between any two elements."""
    return 1 if reading.document.media_type == "text/html" else 0


_SAYS_CAREER = re.compile(
    r"(?i)(?:short |brief |my |kurz|kurzer |petit )?(?:c\.?v\.?|curriculum(?: vitae)?|r[ée]sum[ée]|lebenslauf|vita|levensloop|parcours|background|timeline|stations|stationen|the day jobs?)"
)
"""Headings, inside a document, of what somebody has been."""


def _among_jobs(lines: Sequence[HeadLine], reading: Reading, reach: int) -> list[HeadLine]:
    """Return the lines, those of sections about nothing known set among jobs where two of their heads have title, name and years.

    "Kitchens", "Ships", "Where I have been": the heading says nothing, the entries below do.
    """
    by_id = {section.id: section for section in reading.sections}
    by_section: dict[str, list[HeadLine]] = {}
    for line in lines:
        section = reading.section_at(line.start) if line.section is SectionKind.OTHER else None
        if section is not None and section.parent_id is not None and _heads_an_entry(line, section):
            section = by_id[section.parent_id]
        while section is not None and section.parent_id is not None and by_id[section.parent_id].level > 1:
            section = by_id[section.parent_id]
        if section is not None:
            by_section.setdefault(section.id, []).append(replace(line, section=SectionKind.EXPERIENCE))
    changed: dict[int, HeadLine] = {}
    for those in by_section.values():
        small = _with_small_titles(
            those[1:] if those[0].block.kind is BlockKind.HEADING else those, reading.vocabularies
        )
        heads = [head for head in _heads(small, reach, reading.vocabularies) if _is_dated(head, small)]
        if those[0].block.kind is BlockKind.HEADING and _SAYS_CAREER.fullmatch(those[0].text.strip(" *_:#")):
            if any(map(_is_job, heads)):
                changed |= {line.start: line for line in small}
        elif len(heads) >= 2 and 3 * sum(map(_is_job, heads)) >= max(len(heads), 3 if len(heads) == 2 else 4):
            first = small[heads[0].lines[0]].start  # What stands above the first job introduces them.
            changed |= {line.start: line for line in those if line.start >= first}
    return [changed.get(line.start, line) for line in lines]


def _heads_an_entry(line: HeadLine, section: Section) -> bool:
    """Return whether the section's own heading says title and company: "### Cadet — Fairwind Line"."""
    heading = section.title
    return (
        re.search(r"\s(?:[–—|·•@]|at|bei|chez|presso|bij)\s", heading) is not None and line.section is SectionKind.OTHER
    )


def _is_dated(head: _Head, lines: Sequence[HeadLine]) -> bool:
    """Return whether a head has two parts and years that last."""
    period = next((lines[number].period for number in head.lines if lines[number].period is not None), None)
    if period is None or len(head.parts) < 2:
        return False
    return period.range.is_current or period.range.start != period.range.end


def _is_job(head: _Head) -> bool:
    kinds = [part.kind for part in head.parts[:3]]
    legal = sum(LEGAL_SUFFIX.search(part.text) is not None for part in head.parts)
    return (PieceKind.TITLE in kinds and PieceKind.NAME in kinds) or (legal == 1 and len(head.parts) == 2)


def _with_small_titles(lines: Sequence[HeadLine], vocabularies: Vocabularies) -> list[HeadLine]:
    """Return the lines; beside dates among jobs a title may be in small letters and have steps: "commis, then chef de partie"."""
    below = [*lines[1:], *([None] if lines else [])]
    dated = [line.period or _dates_below(after) for line, after in zip(lines, below, strict=True)]
    made = [_with_small_title(line, when, vocabularies) for line, when in zip(lines, dated, strict=True)]
    for place in range(1, len(made)):
        above, line = made[place - 1], made[place]
        is_below = line.gap == 0 and above.period is not None and bool(above.of(PieceKind.NAME))
        if (
            is_below
            and not above.of(PieceKind.TITLE)
            and line.period is None
            and line.section is SectionKind.EXPERIENCE
        ):
            made[place] = _alone_in_small_letters(line, vocabularies)
    return made


def _dates_below(line: HeadLine | None) -> FoundPeriod | None:
    """Return the dates of a line that holds nothing else and stands right below another."""
    return line.period if line is not None and line.gap == 0 and not line.pieces and not line.is_prose else None


def _alone_in_small_letters(line: HeadLine, vocabularies: Vocabularies) -> HeadLine:
    """Read a title in small letters that stands alone below dates and company: "teacher of German"."""
    first = line.pieces[0] if line.pieces else None
    if first is None or len(line.pieces) > 2 or first.kind is not PieceKind.OTHER or _NO_TITLE.match(first.text):
        return line
    words = first.text
    if not words[:1].islower() or not is_title(words[:1].upper() + words[1:], vocabularies.roles):
        return line
    return replace(line, pieces=(replace(first, kind=PieceKind.TITLE), *line.pieces[1:]))


def _with_small_title(line: HeadLine, period: FoundPeriod | None, vocabularies: Vocabularies) -> HeadLine:
    if line.section is not SectionKind.EXPERIENCE or period is None or line.of(PieceKind.TITLE):
        return line
    for place, piece in enumerate(line.pieces):
        words = piece.text
        if piece.kind is not PieceKind.OTHER or piece.joint in ("(", "at") or not words[:1].islower():
            continue
        if _NO_TITLE.match(words) or not is_title(words[:1].upper() + words[1:], vocabularies.roles):
            continue
        behind, end = list(line.pieces[place + 1 :]), piece.end
        undated = [other for other in behind if not end <= period.start < other.start]
        while behind and behind[0] in undated and behind[0].joint == "," and _STEP.match(behind[0].text):
            end = behind.pop(0).end
        if behind and behind[0].joint == "(" and behind[0].kind is PieceKind.OTHER:
            behind.pop(0)
        text = line.text[piece.start - line.start : end - line.start]
        title = replace(piece, kind=PieceKind.TITLE, text=text, end=end)
        return replace(line, pieces=(*line.pieces[:place], title, *behind))
    return line


_NO_TITLE = re.compile(r"\A(?:(?:as|to|in|at|for|from|with|by|my|our|als|comme|como)\s|[^.]*[a-z]{4}\.$)")
_STEP = re.compile(r"(?:and )?(?:then|later|from \d{4}|dann|später|puis|luego|poi|daarna)\s")


# ---------------------------------------------------------------- heads of entries


def _heads(lines: Sequence[HeadLine], reach: int, vocabularies: Vocabularies) -> Iterator[_Head]:
    """Yield the heads of the entries among jobs: neighbouring lines, one of which has the dates."""
    run: list[int] = []
    for number, line in enumerate([*lines, None]):
        if run and (line is None or not _goes_on(lines[run[-1]], line, reach)):
            yield from _cut(lines, run)
            run = []
        is_caption = line is not None and (fold_title(line.text) in vocabularies.sections or says_experience(line.text))
        if line is not None and line.section is SectionKind.EXPERIENCE and _is_short(line) and not is_caption:
            run.append(number)


def _is_short(line: HeadLine) -> bool:
    is_head = line.block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING)
    is_head = is_head or (line.block.kind is BlockKind.LIST_ITEM and line.period is not None)
    return is_head and not line.is_prose and (bool(line.pieces) or line.period is not None)


def _goes_on(before: HeadLine, line: HeadLine, reach: int) -> bool:
    same = line.block is before.block or BlockKind.LIST_ITEM not in (line.block.kind, before.block.kind)
    reach = max(reach, 1 if before.block.kind is BlockKind.HEADING else 0)
    return line.gap <= reach and _is_short(line) and line.section is before.section and same


def _cut(lines: Sequence[HeadLine], run: Sequence[int]) -> Iterator[_Head]:
    """Yield the heads of a run of lines: each begins with its dates if the first does, else it ends with them."""
    dated = [number for number in run if lines[number].period is not None]
    if not dated:
        return
    own = [number for number in dated if len(_parts([lines[number]])) == 2]
    if len(dated) > 1 and own == dated and list(run[1:]) == dated:
        run = dated  # What stands above entries of one line each is their caption: "Orchestras".
    borders = dated if dated[0] == run[0] else [run[0], *(number + 1 for number in dated[:-1])]
    for start, end in zip(borders, [*borders[1:], run[-1] + 1], strict=True):
        numbers = tuple(number for number in run if start <= number < end)
        if dated[0] != run[0]:
            numbers = tuple(number for number in numbers if number <= max(n for n in dated if n < end))
        yield _Head(numbers, _parts([lines[number] for number in numbers[:3]]))


def _parts(head: Sequence[HeadLine]) -> tuple[Piece, ...]:
    """Return the pieces that may say title and company: those that commas do not hang on others, unless there is but one."""
    stated, main = list[Piece](), list[Piece]()
    for line in head:
        here = [piece for piece in line.pieces if piece.kind in _NAMED and piece.joint != "("]
        stated.extend(here)
        main.extend(piece for piece in here if piece.joint != ",")
        if len(main) >= 2:
            break
    return tuple(stated[:2] if len(main) == 1 else main)


def _title_place(head: _Head) -> int | None:
    """Return which of the two parts is the title by its words."""
    kinds = [part.kind is PieceKind.TITLE for part in head.parts]
    return kinds.index(True) if sum(kinds) == 1 else None


def _by_company(head: _Head) -> int | None:
    """Return which part is the title because the other alone is written as a company's name."""
    if head.parts[1].joint == "at":
        return 0
    legal = [LEGAL_SUFFIX.search(part.text) is not None for part in head.parts]
    if sum(legal) == 1:
        return 1 - legal.index(True)
    like = [is_companylike(part.text) for part in head.parts]
    return 1 - like.index(True) if sum(like) == 1 else None


_HOUSE = re.compile(
    r"(?:University|College|Institute|Academy|Hospital|Bank|Foundation|Ministry)$|^(?:University|Ministry|Institute) of "
)
"""Names that no order of entries makes titles of."""


def _may_be_title(part: Piece, on_one_line: bool) -> bool:
    return (
        1 <= len(part.text.split()) <= _MOST_WORDS
        and (part.text[:1].isupper() or on_one_line)
        and LEGAL_SUFFIX.search(part.text) is None
        and not part.text.rstrip().endswith((".", ":", "!", "?"))
        and not any(char.isdigit() for char in part.text)
        and part.joint != "at"
        and _HOUSE.search(part.text) is None
        and IS_STUDY.match(part.text) is None
        and _UNIT.match(part.text) is None
    )


_UNIT = re.compile(
    r"(?:Department|Dept\.?|Faculty|School|Institute|Division|Section|Centre|Center|Lehrstuhl|Institut|Fakultät) (?:of|for|für|de)\b"
)
"""Parts of a house, which are no posts."""


def _may_be_company(part: Piece) -> bool:
    return part.kind is PieceKind.NAME or LEGAL_SUFFIX.search(part.text) is not None


def _is_town_above_title(lines: Sequence[HeadLine], head: _Head, part: Piece) -> bool:
    """Return whether a name beside the dates below a company is its town, as a post alone follows: "2015 – 2019 • Vicenza", "Fitter"."""
    last = head.lines[-1]
    line, after = lines[last], lines[last + 1] if last + 1 < len(lines) else None
    if line.period is None or line.pieces != (part,) or after is None or after.period is not None:
        return False
    return [piece.kind for piece in after.pieces] == [PieceKind.TITLE] and _goes_on(line, after, 1)


def _has_post_below(lines: Sequence[HeadLine], head: _Head) -> bool:
    """Return whether a house and where it is stand on the first line, and the post begins the next: "Acme | Wexmoor", "Fitter | 2015 – 2019"."""
    if len(head.lines) < 2 or not set(head.parts) <= set(lines[head.lines[0]].pieces):
        return False
    below = lines[head.lines[1]]
    return bool(below.pieces) and below.pieces[0].kind is PieceKind.TITLE and not below.of(PieceKind.NAME)


def _titled(line: HeadLine, part: Piece, kind: PieceKind = PieceKind.TITLE) -> HeadLine:
    if part not in line.pieces:
        return line
    pieces = tuple(replace(piece, kind=kind) if piece == part else piece for piece in line.pieces)
    return replace(line, pieces=pieces)
