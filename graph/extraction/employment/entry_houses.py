"""Tells houses that write their names as no name is written by their place beside a post and its dates: "ferrystack", "Yoke!".

Called by entries.py before its lines are gathered; knows no holdings.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graph.documents import BlockKind, SectionKind
from graph.extraction.heads.headlines import HeadLine
from graph.extraction.heads.pieces import Piece, PieceKind
from graph.extraction.heads.places import is_place
from graph.extraction.heads.words import is_generic, is_team, is_title
from graph.extraction.reading import Reading
from graph.section_titles import STAR_KINDS
from graph.vocabulary import Vocabularies, fold_title

_SMALL_NAME = re.compile(r"[a-zà-ÿ][a-zà-ÿ0-9-]{3,19}|[A-ZÀ-Þ][\w-]{2,19}!")
"""One word in small letters, or one with a mark behind it."""
_ASIDES = frozenset({PieceKind.PLACE, PieceKind.ASIDE})
_BESIDE = _ASIDES | {PieceKind.OTHER, PieceKind.TITLE}
_NEAR = 2
"""Lines above and below a house within which its post and dates stand."""


def with_houses_by_place(lines: Sequence[HeadLine], reading: Reading) -> list[HeadLine]:
    """Return the lines, with a word beside or above a dated post among jobs made a name, where it can be nothing but the house."""
    usual = {joint for line in lines for joint in _joints_of_houses(line)}
    changed = _with_countries_apart(lines)
    for place, line in enumerate(changed):
        if (parted := _with_town_apart(lines, place)) is not None:
            changed[place] = parted
            continue
        if (generic := _generic_house(line, usual, reading.vocabularies)) is not None:
            named = tuple(replace(piece, kind=PieceKind.NAME) if piece is generic else piece for piece in line.pieces)
            changed[place] = replace(line, pieces=named)
            continue
        others = [piece for piece in line.pieces if piece.kind is PieceKind.OTHER]
        if line.section is not SectionKind.EXPERIENCE or len(others) != 1 or line.is_prose:
            continue
        house = others[0]
        is_name = _SMALL_NAME.fullmatch(house.text) is not None or _is_part_of_story(house.text, reading.vocabularies)
        if not is_name or not _may_be_house(house.text, reading.vocabularies):
            continue
        if _stands_beside_post(line, house, usual) or _stands_alone(lines, place, reading.document.text):
            named = tuple(replace(piece, kind=PieceKind.NAME) if piece is house else piece for piece in line.pieces)
            changed[place] = replace(line, pieces=named)
    return changed


def _with_town_apart(lines: Sequence[HeadLine], place: int) -> HeadLine | None:
    """Return a heading among jobs with its house and country apart, where a town by its country would stand above dates alone.

    "### Quillfeather Codewerk, Schweiz" above "since May 2023"; None for any other line.
    """
    line = lines[place]
    if line.block.kind is not BlockKind.HEADING or line.section is not SectionKind.EXPERIENCE or not line.pieces:
        return None
    whole = line.pieces[0]
    name, comma, _ = whole.text.partition(", ")
    if whole.kind is not PieceKind.PLACE or not comma or is_place(name) or " " not in name:
        return None
    below = lines[place + 1] if place + 1 < len(lines) else None
    if below is None or below.period is None or below.pieces or any(p.kind in _NAMED for p in line.pieces):
        return None
    return with_house_apart(line, 0)


def with_house_apart(line: HeadLine, number: int) -> HeadLine:
    """Return a line with the place that is its piece `number` as a house and its country."""
    whole = line.pieces[number]
    name, _, behind = whole.text.partition(",")
    country = behind.strip()
    house = replace(whole, kind=PieceKind.NAME, text=name, end=whole.start + len(name))
    land = replace(whole, text=country, start=whole.end - len(country), joint=",")
    return replace(line, pieces=(*line.pieces[:number], house, land, *line.pieces[number + 1 :]))


_NAMED = frozenset({PieceKind.NAME, PieceKind.TITLE})


def _with_countries_apart(lines: Sequence[HeadLine]) -> list[HeadLine]:
    """Return the lines; what stands with its country beside dated posts is the house where no line near any of them names one.

    "2016 – 2019 – Clerk – Loxley Parts, Austria". A town by its country stands beside a post whose house is named above.
    """
    posts = [place for place, line in enumerate(lines) if _is_dated_post(line)]
    apart = {place: parted for place in posts if (parted := _with_country_apart(lines[place])) is not None}
    if len(apart) < 2 or 2 * len(apart) < len(posts) or any(_has_house_near(lines, place) for place in posts):
        return list(lines)
    return [apart.get(place, line) for place, line in enumerate(lines)]


def _has_house_near(lines: Sequence[HeadLine], place: int) -> bool:
    """Return whether a line right above or below a post names a house; the first of all names the author."""
    near = [number for number in (place - 1, place + 1) if 0 < number < len(lines)]
    return any(
        lines[max(number, place)].gap <= 1
        and lines[number].block.kind is not BlockKind.LIST_ITEM
        and not lines[number].is_prose
        and bool(lines[number].of(PieceKind.NAME))
        for number in near
    )


def _is_dated_post(line: HeadLine) -> bool:
    is_list = line.block.kind is BlockKind.LIST_ITEM and line.section is not SectionKind.EXPERIENCE
    return _is_post(line) and line.period is not None and line.period.lasts and not is_list


def _with_country_apart(line: HeadLine) -> HeadLine | None:
    """Return a line with its one place as a house and its country; None where that is a place by itself."""
    places = line.of(PieceKind.PLACE)
    name, comma, country = places[0].text.partition(", ") if len(places) == 1 else ("", "", "")
    if not comma or "," in country or is_place(name):
        return None
    return with_house_apart(line, line.pieces.index(places[0]))


def _joints_of_houses(line: HeadLine) -> list[str]:
    """Return what stands before the name in a line among jobs that states a post and a house, the post first."""
    if line.section is not SectionKind.EXPERIENCE or len(line.pieces) < 2:
        return []
    post, house = line.pieces[:2]
    return [house.joint] if post.kind is PieceKind.TITLE and house.kind is PieceKind.NAME else []


def _may_be_house(word: str, vocabularies: Vocabularies) -> bool:
    if is_title(word.capitalize(), vocabularies.roles) or is_generic(word, vocabularies) or is_team(word, vocabularies):
        return False
    return not vocabularies.technologies.find(word) and not vocabularies.practices.find(word)


def _generic_house(line: HeadLine, usual: set[str], vocabularies: Vocabularies) -> Piece | None:
    """Return the words of careers between a dated post and its town that can be but the house, as the houses of other posts stand there.

    "Baker, Cypress Health Exchange, Tampa, FL, 2019 – 2021"; None for a team: "Clerk, Customer Service, Leeds".
    """
    if line.section is not SectionKind.EXPERIENCE or line.period is None or not line.period.lasts:
        return None
    kinds = [piece.kind for piece in line.pieces]
    if line.block.kind is BlockKind.TABLE_ROW and kinds[:2] == [PieceKind.GENERIC, PieceKind.TITLE]:
        # "| Lattice & Loom | Compiler Intern | 2025 |": the first cell, which only tools' names make no name.
        house, is_tool = line.pieces[0], vocabularies.technologies.find(line.pieces[0].text)
        return house if is_tool and " " in house.text and not is_team(house.text, vocabularies) else None
    if kinds != [PieceKind.TITLE, PieceKind.GENERIC, PieceKind.PLACE]:
        return None
    house = line.pieces[1]
    is_house = len(house.text.split()) > 2 and house.joint in usual and not is_team(house.text, vocabularies)
    return house if is_house else None


def _is_part_of_story(word: str, vocabularies: Vocabularies) -> bool:
    """Return whether a word is the title of a story's part, as some houses are called: "Target", "Impact"."""
    return word.isalpha() and word.istitle() and vocabularies.sections.get(fold_title(word)) in STAR_KINDS


def _stands_beside_post(line: HeadLine, house: Piece, usual: set[str]) -> bool:
    """Return whether a word stands right behind a post as the houses of other posts do, or behind "at"."""
    place = line.pieces.index(house)
    if not place or line.pieces[place - 1].kind is not PieceKind.TITLE or house.joint == "(":
        return False
    rest = [piece for piece in line.pieces if piece is not house and piece.kind is not PieceKind.TITLE]
    is_only = len(line.of(PieceKind.TITLE)) == 1 and all(piece.kind in _ASIDES for piece in rest)
    return is_only and (house.joint == "at" or house.joint in usual)


def _stands_alone(lines: Sequence[HeadLine], place: int, text: str) -> bool:
    """Return whether a line is a heading, in bold or with a town, begins with a house, and its post and dates stand beside or right below."""
    line = lines[place]
    is_marked = line.block.kind is BlockKind.HEADING or text[line.start - 1 : line.start + 1].strip()[:1] in ("*", "_")
    if not (is_marked or line.of(PieceKind.PLACE)) or line.block.kind is BlockKind.LIST_ITEM:
        return False
    if line.pieces[0].kind is not PieceKind.OTHER:
        return False
    if any(piece.kind not in _BESIDE for piece in line.pieces):
        return False
    near = [*_around(lines, place, -1), line, *_around(lines, place, 1)]
    if any(one.of(PieceKind.NAME) for one in near):
        return False
    return any(map(_is_post, near)) and any(one.period is not None and one.period.lasts for one in near)


def _around(lines: Sequence[HeadLine], place: int, step: int) -> list[HeadLine]:
    """Return the head lines right below one (step 1) or above it (-1), up to prose or a bullet."""
    found: list[HeadLine] = []
    for number in range(place + step, place + step * (_NEAR + 1), step):
        if not 0 <= number < len(lines) or lines[max(number, number - step)].gap > 1:
            break
        line = lines[number]
        if line.is_prose or line.block.kind is BlockKind.LIST_ITEM or line.section is not SectionKind.EXPERIENCE:
            break
        found.append(line)
    return found


def _is_post(line: HeadLine) -> bool:
    return len(line.of(PieceKind.TITLE)) == 1 and not line.of(PieceKind.NAME) and not line.is_prose
