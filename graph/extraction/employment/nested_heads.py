"""Tells bullets that hold parts of an employment's head from bullets of what was done: "- 2019 – 2021: Cook" above "  - Acme, Gouda".

Lists of lists, as authors of pages write them: dates, post and company on bullets below one another, or the posts of a
company below it; and lists of posts without dates. Such bullets are made plain lines, which entries.py reads as heads.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graph.documents import BlockKind, SectionKind
from graph.extraction.employment.entry_houses import with_house_apart
from graph.extraction.heads.headlines import HeadLine
from graph.extraction.heads.pieces import PieceKind
from graph.extraction.heads.places import is_place
from graph.extraction.heads.words import is_companylike
from graph.section_titles import says_experience
from graph.vocabulary import Vocabularies, fold_title

_MOST = 110
"""Characters of a bullet that is part of a head."""


def with_nested_heads(lines: Sequence[HeadLine], vocabularies: Vocabularies) -> list[HeadLine]:
    """Return the lines, bullets that are heads by what stands beside or below them made paragraphs."""
    changed = list(lines)
    for place, line in enumerate(lines):
        if place and line.period is not None and _begins_with_dates_of(lines[place - 1], line):
            changed[place] = replace(line, pieces=(), is_prose=False)
        if line.section is not SectionKind.EXPERIENCE:
            continue
        if _names_company_by_place(lines, place):
            first, *others = line.pieces
            changed[place] = replace(line, pieces=(replace(first, kind=PieceKind.NAME), *others))
        if (apart := _house_before_country(lines, place)) is not None:
            changed[place] = apart
        if line.block.kind is not BlockKind.LIST_ITEM:
            continue
        count = _length_of_head(lines, place)
        if not count and _heads_post_in_field(lines, place):
            changed[place + 1] = _one_post(changed[place + 1])
            count = 2
        if not count and _stands_above_house(lines, place):
            changed[place] = _one_post(changed[place])
            count = 2
        if not count and _opens_list(lines, place, vocabularies):
            for number in _posts_of_list(lines, place):
                changed[number] = _as_paragraph(changed[number])
        for number in range(place, place + count):
            changed[number] = _as_paragraph(changed[number])
    return changed


_OPENS_LINE = re.compile(r"[\s*_(\[`]*")
_REMARK_BEHIND = re.compile(r"[*_`)\]]*\s?(?:[(·•|;,–—.\n]|$)")


def _begins_with_dates_of(above: HeadLine, line: HeadLine) -> bool:
    """Return whether a line begins with the years of the post in the heading right above, and remarks on it: "*2019 – 2021* · tidal power"."""
    is_below = above.block.kind is BlockKind.HEADING and above.period is None and line.gap <= 1
    if not is_below or line.block.kind is not BlockKind.PARAGRAPH or line.section is not SectionKind.EXPERIENCE:
        return False
    period = line.period
    if period is None or not period.lasts or "nt" not in _says(above):
        return False
    opening = _OPENS_LINE.match(line.text)
    if opening is None or line.start + opening.end() < period.start:
        return False
    if _REMARK_BEHIND.match(line.text, period.end - line.start) is None:
        return False
    return not any(piece.kind in (PieceKind.NAME, PieceKind.TITLE) for piece in line.pieces)


def without_remarks(lines: Sequence[HeadLine]) -> list[HeadLine]:
    """Return the lines without what tells of the company between its heading and the line of dates or post below it."""
    kept: list[HeadLine] = []
    for place, line in enumerate(lines):
        above = kept[-1] if kept else None
        if above is not None and above.section is SectionKind.EXPERIENCE and above.block.kind is BlockKind.HEADING:
            following = lines[place + 1 : place + 3]
            is_address = _ADDRESS.fullmatch(line.text.strip()) is not None
            if _is_remark(line, above) and following and (is_address or _is_bare_fact(following)):
                continue
            # "Acme Foods · 2019 – 2021", "acme.example", "Cook": where the house is on the web parts it from the post.
            is_below = is_address and line.gap <= 1 and line.block.kind is BlockKind.PARAGRAPH
            if is_below and following and following[0].gap <= 1 and _says(following[0]) == "t":
                continue
        is_behind = place > 0 and kept and kept[-1] is not lines[place - 1]
        kept.append(replace(line, gap=1) if is_behind and line.gap == 0 else line)
    return kept


def _is_remark(line: HeadLine, above: HeadLine) -> bool:
    """Return whether a paragraph right below the heading of a company without dates is a sentence, or in italics.

    Where the heading names the post, too, it may be any words: "Payments team", "Series B fintech, 120 people".
    """
    if above.period is not None or _says(above) not in ("n", "nt") or line.block.kind is not BlockKind.PARAGRAPH:
        return False
    text = line.text.strip().rstrip(".")
    in_italics = len(text) > 2 and text[0] in "*_" and text[-1] == text[0] and text[1] != text[0]
    says_nothing = _says(line) == "?" and (in_italics or _says(above) == "nt")
    says_nothing = says_nothing or _ADDRESS.fullmatch(text) is not None
    return line.gap <= 1 and line.period is None and (line.is_prose or says_nothing)


_ADDRESS = re.compile(r"[a-z0-9-]{2,40}(?:\.[a-z0-9-]{2,40}){1,3}(?:/\S{0,200})?")
"""Where a house is on the web."""


def _is_bare_fact(following: Sequence[HeadLine]) -> bool:
    """Return whether dates stand alone on the next line, or on the one behind a post that stands alone."""
    first = following[0]
    if first.block.kind is not BlockKind.PARAGRAPH or first.gap > 1:
        return False
    asides = all(piece.kind in (PieceKind.ASIDE, PieceKind.PLACE) for piece in first.pieces)
    if first.period is not None:
        return first.period.lasts and (asides or _says(first) == "td")
    return _says(first) == "t" and len(following) > 1 and _is_bare_fact(following[1:])


def _as_paragraph(line: HeadLine) -> HeadLine:
    """Return a bullet as a plain line, without the colon that leads to those below it: "- Acme Foods:"."""
    bare = line.text.rstrip(": ")
    end = line.end - (len(line.text) - len(bare))
    return replace(line, block=replace(line.block, kind=BlockKind.PARAGRAPH, level=0), text=bare, end=end)


def _names_company_by_place(lines: Sequence[HeadLine], place: int) -> bool:
    """Return whether ordinary words with a town stand right above a post and its dates: "The Heads of Post, Gouda, NL"."""
    line, following = lines[place], lines[place + 1 : place + 3]
    kinds = [piece.kind for piece in line.pieces]
    if kinds != [PieceKind.GENERIC, PieceKind.PLACE] or line.period is not None or len(following) < 2:
        return False
    if line.block.kind is BlockKind.LIST_ITEM or any(other.gap > 0 for other in following):
        return False
    return _says(following[0]) == "t" and following[1].period is not None and following[1].period.lasts


_LIKE_HOUSE = re.compile(r"\b[A-ZÀ-Þ]{3,}\b|\A(?:[A-ZÀ-Þ][\w’'&-]*\s){2,}[A-ZÀ-Þ][\w’'-]*\Z")


def _house_before_country(lines: Sequence[HeadLine], place: int) -> HeadLine | None:
    """Return a head "Seegras IUT, Germany (2020-2022)" above a post alone as company and place; None for a town in its country.

    A house is known by its words, or has three of them or a word in capitals, which towns seldom have.
    """
    line = lines[place]
    if len(line.pieces) != 1 or line.period is None or "," not in line.pieces[0].text:
        return None
    whole = line.pieces[0]
    name, _, land = whole.text.partition(",")
    if whole.kind is not PieceKind.PLACE or "," in land or line.block.kind is BlockKind.LIST_ITEM:
        return None
    if is_place(name) or not (is_companylike(name) or _LIKE_HOUSE.search(name) is not None):
        return None
    below = lines[place + 1] if place + 1 < len(lines) else None
    if below is None or below.gap > 1 or below.period is not None or _says(below) != "t" or len(below.pieces) != 1:
        return None
    above = lines[place - 1] if place else None
    if above is not None and line.gap <= 1 and _says(above) in ("n", "nt") and not above.is_prose:
        return None
    return with_house_apart(line, 0)


def _is_short(line: HeadLine) -> bool:
    return not line.is_prose and line.end - line.start <= _MOST and (bool(line.pieces) or line.period is not None)


def _says(line: HeadLine) -> str:
    """Return what a bullet says as letters: n(ame), t(itle), d(ates), in this order; "?" beside much else.

    "2019 – 2021: Cook" says "td", "Acme, Gouda" says "n".
    """
    kinds = [piece.kind for piece in line.pieces if piece.joint != "("]
    unknown = sum(kind in (PieceKind.OTHER, PieceKind.GENERIC) for kind in kinds)
    said = "n" * (PieceKind.NAME in kinds) + "t" * (PieceKind.TITLE in kinds) + "d" * (line.period is not None)
    return said if unknown == 0 and len(kinds) < 5 else f"{said}?"


def _length_of_head(lines: Sequence[HeadLine], place: int) -> int:
    """Return of how many bullets the head is that begins with a bullet and goes on below it; 0 where it does not."""
    first = lines[place]
    if not _is_short(first) or place + 1 == len(lines) or not _is_below(lines[place + 1], first):
        return 0
    said, below = _says(first), _says(lines[place + 1])
    if said == "td":
        return 2 if below in ("n", "nt") and _is_short(lines[place + 1]) else 0
    if said in ("n", "t") and below == "d" and lines[place + 1].block is first.block:
        return _length_in_bullet(lines, place, said)
    if said in ("n", "t") and below == "d" and place + 2 < len(lines):
        third, wanted = lines[place + 2], {"n": ("t", "t?"), "t": ("n", "n?")}[said]
        if _is_below(third, first) and third.gap == 0 and _is_short(third) and _says(third) in wanted:
            return 3
    if said == "n" and below == "d":
        return 2 if _lasts(lines[place + 1]) and any(piece.joint == "(" for piece in first.pieces) else 0
    if said == "nd":
        return 2 if below == "t" and _is_short(lines[place + 1]) else 0
    if said == "d":
        if not _is_short(lines[place + 1]) or below not in ("n", "t", "nt"):
            return 0
        further = lines[place + 2] if place + 2 < len(lines) else None
        goes_on = further is not None and _is_below(further, first) and _is_short(further)
        return (
            3
            if goes_on and further is not None and _says(further) in {"n": ("t",), "t": ("n", "n?")}.get(below, ())
            else 2
        )
    period = lines[place + 1].period
    if period is None or not period.lasts or any(piece.joint == "at" for piece in first.pieces):
        return 0
    if said == "n" and below in ("td", "nd", "ntd"):
        return 1 + _posts_below(lines, place)
    return 2 if said == "t" and below == "nd" else 0


def _heads_post_in_field(lines: Sequence[HeadLine], place: int) -> bool:
    """Return whether a bullet names a house with dates above one of a post and its field: "Senior Associate, Local Tax"."""
    if (
        _says(lines[place]) != "nd"
        or not _lasts(lines[place])
        or not _is_short(lines[place])
        or place + 1 == len(lines)
    ):
        return False
    below = lines[place + 1]
    kinds = [piece.kind for piece in below.pieces]
    if not _is_below(below, lines[place]) or below.period is not None or not _is_short(below) or len(kinds) != 2:
        return False
    return kinds == [PieceKind.TITLE, PieceKind.NAME] and below.pieces[1].joint == ","


def _stands_above_house(lines: Sequence[HeadLine], place: int) -> bool:
    """Return whether a bullet of dates and a few words stands above one that is a house by its form: "Spring 2024: Museum Guide", "  - Tarn University"."""
    line, below = lines[place], lines[place + 1] if place + 1 < len(lines) else None
    if (
        below is None
        or _says(line) != "nd"
        or len(line.pieces) != 1
        or not _is_short(line)
        or not _is_below(below, line)
    ):
        return False
    period, name = line.period, line.pieces[0]
    if period is None or period.start > name.start or _says(below) != "n" or not _is_short(below):
        return False
    return is_companylike(below.pieces[0].text) and not is_companylike(name.text)


def _one_post(line: HeadLine) -> HeadLine:
    """Return a line of a post, or of it and its field, as one that holds nothing but a post."""
    first, last = line.pieces[0], line.pieces[-1]
    words = line.text[first.start - line.start : last.end - line.start]
    return replace(line, pieces=(replace(first, kind=PieceKind.TITLE, text=words, end=last.end),))


def _lasts(line: HeadLine) -> bool:
    return line.period is not None and line.period.lasts


def _length_in_bullet(lines: Sequence[HeadLine], place: int, said: str) -> int:
    """Return how many lines of one bullet are a head: "+ Acme", "  Sep 2014-", "  Cook"; 0 where neither post nor a span of time is said."""
    block, further = lines[place].block, lines[place + 2] if place + 2 < len(lines) else None
    goes_on = further is not None and further.block is block and _is_short(further)
    if goes_on and further is not None and _says(further) in {"n": ("t", "t?"), "t": ("n", "n?")}[said]:
        return 3
    return 2 if said == "n" and (_lasts(lines[place + 1]) or len(lines[place].pieces) == 1) else 0


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
        if line.block.level < level or not _is_short(line) or _says(line) != "nt" or len(stated) != 2:
            return []
        found.append(number)
    return found if len(found) > 1 else []
