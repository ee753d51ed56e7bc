"""Cuts the lines among jobs into the heads of entries, and finds the titles in small letters that only their place tells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graph.documents import BlockKind, SectionKind
from graph.extraction.dates.dates import FoundPeriod
from graph.extraction.heads.headlines import HeadLine
from graph.extraction.heads.pieces import Piece, PieceKind
from graph.extraction.heads.words import is_title
from graph.extraction.reading import Reading
from graph.section_titles import says_experience
from graph.vocabulary import Vocabularies, fold_title

_NAMED = frozenset({PieceKind.TITLE, PieceKind.NAME, PieceKind.OTHER, PieceKind.GENERIC})


@dataclass(frozen=True, slots=True)
class Head:
    """The lines of one entry's head, and the two parts that say title and company, in order; fewer where it has not both."""

    lines: tuple[int, ...]
    parts: tuple[Piece, ...]


def reach_of(reading: Reading) -> int:
    """Return how many empty lines may stand within a head: pages have one between any two elements."""
    return 1 if reading.document.media_type == "text/html" else 0


def heads_of(lines: Sequence[HeadLine], reach: int, vocabularies: Vocabularies) -> Iterator[Head]:
    """Yield the heads of the entries among jobs: neighbouring lines, one of which has the dates."""
    run: list[int] = []
    for number, line in enumerate([*lines, None]):
        if run and (line is None or not goes_on(lines[run[-1]], line, reach)):
            yield from _cut(lines, run)
            run = []
        is_caption = line is not None and (fold_title(line.text) in vocabularies.sections or says_experience(line.text))
        if line is not None and line.section is SectionKind.EXPERIENCE and _is_short(line) and not is_caption:
            run.append(number)


def _is_short(line: HeadLine) -> bool:
    is_head = line.block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING)
    is_head = is_head or (line.block.kind is BlockKind.LIST_ITEM and line.period is not None)
    return is_head and not line.is_prose and (bool(line.pieces) or line.period is not None)


def goes_on(before: HeadLine, line: HeadLine, reach: int) -> bool:
    same = line.block is before.block or BlockKind.LIST_ITEM not in (line.block.kind, before.block.kind)
    reach = max(reach, 1 if before.block.kind is BlockKind.HEADING else 0)
    return line.gap <= reach and _is_short(line) and line.section is before.section and same


def _cut(lines: Sequence[HeadLine], run: Sequence[int]) -> Iterator[Head]:
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
        yield Head(numbers, _parts([lines[number] for number in numbers[:3]]))


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


# ---------------------------------------------------------------- titles in small letters


def with_small_titles(lines: Sequence[HeadLine], vocabularies: Vocabularies) -> list[HeadLine]:
    """Return the lines; beside dates among jobs a title may be in small letters and have steps: "commis, then chef de partie"."""
    below = [*lines[1:], *([None] if lines else [])]
    above_each = [*([None] if lines else []), *lines[:-1]]
    dated = [
        line.period or _dates_below(after) or _dates_above(before, line)
        for before, line, after in zip(above_each, lines, below, strict=True)
    ]
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


def _dates_above(above: HeadLine | None, line: HeadLine) -> FoundPeriod | None:
    """Return the dates of a line without house or post right above one that names a house first: "2016 – 2022", "Acme AG, clerk"."""
    is_head = line.gap == 0 and bool(line.pieces) and line.pieces[0].kind is PieceKind.NAME and not line.is_prose
    if above is None or above.period is None or not above.period.lasts or not is_head:
        return None
    return None if above.of(PieceKind.NAME) or above.of(PieceKind.TITLE) else above.period


def _dates_below(line: HeadLine | None) -> FoundPeriod | None:
    """Return the dates of a line that holds nothing else and stands right below another."""
    return line.period if line is not None and line.gap == 0 and not line.pieces and not line.is_prose else None


def _alone_in_small_letters(line: HeadLine, vocabularies: Vocabularies) -> HeadLine:
    """Read a title in small letters that stands alone below dates and company: "teacher of German"."""
    if line.is_prose and (titled := _title_before_sentence(line, vocabularies)) is not None:
        return titled
    first = line.pieces[0] if line.pieces else None
    if first is None or len(line.pieces) > 2 or first.kind is not PieceKind.OTHER or _NO_TITLE.match(first.text):
        return line
    words = first.text
    if not words[:1].islower() or not is_title(words[:1].upper() + words[1:], vocabularies.roles):
        return line
    return replace(line, pieces=(replace(first, kind=PieceKind.TITLE), *line.pieces[1:]))


_FIRST_WORDS = re.compile(r"\s{0,12}(?P<post>[a-zà-ÿ][^.:;!?\n]{3,50})\.\s")


def _title_before_sentence(line: HeadLine, vocabularies: Vocabularies) -> HeadLine | None:
    """Return a line as the post that is its first sentence in small letters: "head baker. rye, rolls, a team of eight."; None without one."""
    first = _FIRST_WORDS.match(line.text)
    if first is None or _NO_TITLE.match(first["post"]):
        return None
    words = first["post"]
    if not is_title(words[:1].upper() + words[1:], vocabularies.roles):
        return None
    start = line.start + first.start("post")
    post = Piece(PieceKind.TITLE, words, start, start + len(words), "")
    return replace(line, pieces=(post,), is_prose=False, text=line.text[: first.end("post")], end=post.end)


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
