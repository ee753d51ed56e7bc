"""Tells bullets that hold parts of an employment's head from bullets of what was done: "- 2019 – 2021: Cook" above "  - Acme, Gouda".

Lists of lists, as authors of pages write them: dates, post and company on bullets below one another, or the posts of a
company below it; and lists of posts without dates. Such bullets are made plain lines, which entries.py reads as heads.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from graph.documents import BlockKind, SectionKind
from graph.extraction.employment.line_contents import is_short, lasts, says
from graph.extraction.employment.lines_by_neighbours import read_by_neighbours
from graph.extraction.heads.headlines import HeadLine
from graph.extraction.heads.pieces import PieceKind
from graph.extraction.heads.words import is_companylike
from graph.section_titles import says_experience
from graph.vocabulary import Vocabularies, fold_title


def with_nested_heads(lines: Sequence[HeadLine], vocabularies: Vocabularies) -> list[HeadLine]:
    """Return the lines, bullets that are heads by what stands beside or below them made paragraphs."""
    changed = [read_by_neighbours(lines, place) for place in range(len(lines))]
    for place, line in enumerate(lines):
        if line.section is not SectionKind.EXPERIENCE or line.block.kind is not BlockKind.LIST_ITEM:
            continue
        count, post = _head_at(lines, place)
        if post is not None:
            changed[post] = _one_post(changed[post])
        if not count and _opens_list(lines, place, vocabularies):
            for number in _posts_of_list(lines, place):
                changed[number] = _as_paragraph(changed[number])
        if not count and place:
            count = _below_house(lines, place)
        for number in range(place, place + count):
            changed[number] = _as_paragraph(changed[number])
    return changed


def _below_house(lines: Sequence[HeadLine], place: int) -> int:
    """Return 2 where the first two bullets below a line that is a house alone are its post and dates, in any order: "**Acme**", "- Cook", "- 2012 – 2015"."""
    above, pair = lines[place - 1], lines[place : place + 2]
    is_house = above.block.kind is not BlockKind.LIST_ITEM and says(above) == "n" and is_short(above)
    if not is_house or lines[place].gap > 1 or len(pair) < 2 or pair[1].gap or not all(map(is_short, pair)):
        return 0
    if pair[1].block.kind is not BlockKind.LIST_ITEM or pair[0].block.level != pair[1].block.level:
        return 0
    dates = [line for line in pair if says(line) == "d" and lasts(line)]
    posts = [line for line in pair if line.period is None and len(line.pieces) == 1 and says(line) in ("t", "?", "n")]
    return 2 if len(dates) == len(posts) == 1 else 0


def _as_paragraph(line: HeadLine) -> HeadLine:
    """Return a bullet as a plain line, without the colon that leads to those below it: "- Acme Foods:"."""
    bare = line.text.rstrip(": ")
    end = line.end - (len(line.text) - len(bare))
    return replace(line, block=replace(line.block, kind=BlockKind.PARAGRAPH, level=0), text=bare, end=end)


@dataclass(frozen=True, slots=True)
class _Shape:
    """One way in which bullets below one another, or the lines of one bullet, are the head of an employment."""

    says: tuple[str, ...]
    """What the first of them says, in the letters of `says`."""
    below: tuple[str, ...]
    """What the next one says."""
    length: Callable[[Sequence[HeadLine], int], int]
    """Of how many lines the head is that begins at a place; 0 for none."""
    post: int | None = None
    """Which of them holds nothing but a post, whatever its words look like."""


def _head_at(lines: Sequence[HeadLine], place: int) -> tuple[int, int | None]:
    """Return of how many lines the head is that begins with a bullet, and the place of one of them that is a post; 0 where there is none."""
    first, below = lines[place], lines[place + 1] if place + 1 < len(lines) else None
    if below is None or not is_short(first) or not _is_below(below, first):
        return 0, None
    said, said_below = says(first), says(below)
    for shape in _SHAPES:
        if said in shape.says and said_below in shape.below and (length := shape.length(lines, place)):
            return length, None if shape.post is None else place + shape.post
    return 0, None


def _two_lines(lines: Sequence[HeadLine], place: int) -> int:
    return 2 if is_short(lines[place + 1]) else 0


def _is_below(line: HeadLine, above: HeadLine) -> bool:
    same = line.block.kind is BlockKind.LIST_ITEM and line.section is above.section
    if same and line.block is above.block:
        return line.gap == 0
    return same and line.block.level > above.block.level and line.gap <= 1


def _posts_below(lines: Sequence[HeadLine], place: int) -> int:
    """Return how many bullets with dates follow right below a company's."""
    count = 0
    while place + count + 1 < len(lines):
        line = lines[place + count + 1]
        if not _is_below(line, lines[place]) or line.period is None or not line.period.lasts or line.is_prose:
            break
        count += 1
    return count


def _length_in_bullet(lines: Sequence[HeadLine], place: int) -> int:
    """Return how many lines of one bullet are a head: "+ Acme", "  Sep 2014-", "  Cook"; 0 where neither post nor a span of time is said."""
    first, dates, further = lines[place], lines[place + 1], lines[place + 2] if place + 2 < len(lines) else None
    if dates.block is not first.block:
        return 0
    if further is not None and further.block is first.block and _goes_on(first, further):
        return 3
    return 2 if says(first) == "n" and (lasts(dates) or len(first.pieces) == 1) else 0


def _around_dates(lines: Sequence[HeadLine], place: int) -> int:
    """Return 3 where house and post stand on bullets above and below one of dates."""
    first, dates, third = lines[place], lines[place + 1], lines[place + 2] if place + 2 < len(lines) else None
    if third is None or dates.block is first.block or not _is_below(third, first) or third.gap > 0:
        return 0
    return 3 if _goes_on(first, third) else 0


def _goes_on(first: HeadLine, further: HeadLine) -> bool:
    """Return whether a line names the post in the house of another, or the house of its post."""
    return is_short(further) and says(further) in {"n": ("t", "t?"), "t": ("n", "n?")}[says(first)]


def _house_with_aside(lines: Sequence[HeadLine], place: int) -> int:
    """Return 2 where a house with something in brackets stands above how long somebody was there."""
    first, dates = lines[place], lines[place + 1]
    has_aside = any(piece.joint == "(" for piece in first.pieces)
    return 2 if dates.block is not first.block and lasts(dates) and has_aside else 0


def _below_dates(lines: Sequence[HeadLine], place: int) -> int:
    """Return of how many bullets a head is that begins with dates: house and post may stand on one below them or on two."""
    first, below, further = lines[place], lines[place + 1], lines[place + 2] if place + 2 < len(lines) else None
    if not is_short(below):
        return 0
    wanted = {"n": ("t",), "t": ("n", "n?")}.get(says(below), ())
    goes_on = further is not None and _is_below(further, first) and is_short(further) and says(further) in wanted
    return 3 if goes_on else 2


def _above_dated_posts(lines: Sequence[HeadLine], place: int) -> int:
    """Return of how many bullets a head is that begins with a house and goes on with its posts, each with dates."""
    return 1 + _posts_below(lines, place) if _may_be_dated_below(lines, place) else 0


def _above_dated_house(lines: Sequence[HeadLine], place: int) -> int:
    return 2 if _may_be_dated_below(lines, place) else 0


def _may_be_dated_below(lines: Sequence[HeadLine], place: int) -> bool:
    """Return whether a span of time stands on the line below, and not both post and house on this one."""
    return lasts(lines[place + 1]) and all(piece.joint != "at" for piece in lines[place].pieces)


def _above_post_in_field(lines: Sequence[HeadLine], place: int) -> int:
    """Return 2 where a house with dates stands above a post and its field: "Senior Associate, Local Tax"."""
    below = lines[place + 1]
    if not lasts(lines[place]) or below.period is not None or not is_short(below):
        return 0
    kinds = [piece.kind for piece in below.pieces]
    return 2 if kinds == [PieceKind.TITLE, PieceKind.NAME] and below.pieces[1].joint == "," else 0


def _above_sure_house(lines: Sequence[HeadLine], place: int) -> int:
    """Return 2 where dates and a few words stand above a house by its form: "Spring 2024: Museum Guide", "  - Tarn University"."""
    line, below = lines[place], lines[place + 1]
    period, name = line.period, line.pieces[0]
    if len(line.pieces) != 1 or period is None or period.start > name.start or not is_short(below):
        return 0
    return 2 if is_companylike(below.pieces[0].text) and not is_companylike(name.text) else 0


_SHAPES = (
    _Shape(says=("td",), below=("n", "nt"), length=_two_lines),
    _Shape(says=("n", "t"), below=("d",), length=_length_in_bullet),
    _Shape(says=("n", "t"), below=("d",), length=_around_dates),
    _Shape(says=("n",), below=("d",), length=_house_with_aside),
    _Shape(says=("nd",), below=("t",), length=_two_lines),
    _Shape(says=("nd",), below=("n", "nt"), length=_above_post_in_field, post=1),
    _Shape(says=("nd",), below=("n",), length=_above_sure_house, post=0),
    _Shape(says=("d",), below=("n", "t", "nt"), length=_below_dates),
    _Shape(says=("n",), below=("td", "nd", "ntd"), length=_above_dated_posts),
    _Shape(says=("t",), below=("nd",), length=_above_dated_house),
)
"""Tried in this order: "td" above "n" is "2019 – 2021: Cook" above "Acme, Gouda"."""


def _one_post(line: HeadLine) -> HeadLine:
    """Return a line of a post, or of it and its field, as one that holds nothing but a post."""
    first, last = line.pieces[0], line.pieces[-1]
    words = line.text[first.start - line.start : last.end - line.start]
    return replace(line, pieces=(replace(first, kind=PieceKind.TITLE, text=words, end=last.end),))


# ---------------------------------------------------------------- lists of posts without dates


def _opens_list(lines: Sequence[HeadLine], place: int, vocabularies: Vocabularies) -> bool:
    """Return whether a bullet is the first below the title of a section of jobs."""
    above = lines[place - 1] if place else None
    if above is None or above.block.kind is not BlockKind.HEADING:
        return False
    title = above.text.strip(" *_:#")
    return fold_title(title) in vocabularies.sections or says_experience(title)


def _posts_of_list(lines: Sequence[HeadLine], place: int) -> list[int]:
    """Return the places of the bullets that each state post and company, without dates; none where others stand among them.

    Bullets further in tell of the work. "University of Taipa - Professor", "Outvideo, Software Engineer Intern".
    """
    found: list[int] = []
    level = lines[place].block.level
    for number in range(place, len(lines)):
        line = lines[number]
        if line.block.kind is not BlockKind.LIST_ITEM or line.section is not lines[place].section:
            break
        if line.block.level > level:
            continue
        stated = [piece for piece in line.pieces if piece.joint != "(" and piece.kind is not PieceKind.PLACE]
        if line.block.level < level or not is_short(line) or says(line) != "nt" or len(stated) != 2:
            return []
        found.append(number)
    return found if len(found) > 1 else []
