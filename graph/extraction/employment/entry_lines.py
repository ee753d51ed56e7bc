"""Says which lines may be part of an employment's head, and which go together. What they add up to is read in entries.py."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from graph.documents import BlockKind, SectionKind
from graph.extraction.dates.dates import find_periods
from graph.extraction.heads.east_asian import tells_in_east_asia
from graph.extraction.heads.entry_facts import begins_with_degree, facts_of, is_in_brackets, names_licence
from graph.extraction.heads.fact_labels import fact_of_label
from graph.extraction.heads.headlines import HeadLine
from graph.extraction.heads.pieces import Piece, PieceKind
from graph.extraction.heads.words import LEGAL_SUFFIX
from graph.extraction.keyed.listed_labels import label_of_item
from graph.extraction.reading import Reading
from graph.extraction.titles.routine_work import heads_duties
from graph.section_titles import is_caption_of_post, says_experience
from graph.vocabulary import Vocabularies, fold_title

# Sections in which head lines name something else than employers.
_OTHER_SECTIONS = frozenset(
    {SectionKind.EDUCATION, SectionKind.SKILLS, SectionKind.PROJECTS, SectionKind.CREDENTIALS, SectionKind.WRITING,
     SectionKind.OUTCOMES, SectionKind.SITUATION, SectionKind.TASK, SectionKind.ACTION, SectionKind.RESULT}
)  # fmt: skip
_SEVERAL = re.compile(r"[\d)],?\s(?:and|und|et|y|e|en)\s[A-ZÀ-Þ]")
_OF_STUDY = re.compile(
    r"\A\W*(?i:lehre|studium|ausbildung|schulbildung|schule|wehrdienst|zivildienst|umschulung|études|studies|education|schooling|opleiding|studi|estudios)(?:\s?:|\s{2,})"
)
"""Labels, in the column of dates, of what is no job: "Studium      Hochschule Tarn, 2005 bis 2009"."""
_DEED = re.compile(
    r"\A\W*(?:[A-Z][a-z]{1,30}(?:ed|ied)|Brought|Built|Led|Ran|Made|Took|Won|Cut|Wrote|Taught|Grew|Kept|Held|Set|Drove|Sold|Bought|Began|Gave|Rebuilt|Rewrote)\s"
    r"(?:in|out|up|down|over|on|off|for|to|from|into|the|an?|all|our|my|[a-z]{3,})\s"
)

_OF_TOOLS = re.compile(
    r"(?i)\W{0,4}(?:(?:key |main )?(?:tech(?:nolog(?:y|ies))?|tools?|skills?)(?: (?:stack|used|and tools))?|stack|built with|environment|technologien|techniken|outils|herramientas|tecnolog[ií]as|strumenti|tecnologie)\W{0,3}:"
)
"""Labels of the tools of a post, beside its dates or between its house and its title."""


def opens_jobs(line: HeadLine, vocabularies: Vocabularies) -> bool:
    """Return whether a line is the caption of a section of jobs: "### Experience"."""
    if line.block.kind is not BlockKind.HEADING or line.section is not SectionKind.EXPERIENCE:
        return False
    return fold_title(line.text.strip(" *_:#")) in vocabularies.sections or says_experience(line.text)


def _tells_deed(line: HeadLine) -> bool:
    """Return whether a line without dates says what somebody did: "Brought in Manhattan WMS; mispicks down"."""
    return _DEED.match(line.text) is not None


def is_head(line: HeadLine, reading: Reading, author: str | None) -> bool:
    """Return whether a line holds nothing but what the head of an employment holds."""
    if line.is_prose or line.section in _OTHER_SECTIONS or not (line.pieces or line.period):
        return False
    if line.block.kind is BlockKind.LIST_ITEM and (line.period is None or _is_labelled_date(line.text)):
        return False
    if is_caption_of_post(line.text) or (":" in line.text[:24] and _OF_TOOLS.match(line.text)):
        return False
    is_bare_heading = line.block.kind is BlockKind.HEADING and line.period is None
    if is_bare_heading and (says_experience(line.text) or _joins_titles(line.text, reading.vocabularies)):
        return False  # "Experiencia docente" is no post.
    if tells_in_east_asia(line.text) or names_licence(line) or _names_honour(line):
        return False
    if (line.period is None and _tells_deed(line)) or _OF_STUDY.match(line.text):
        return False
    is_house = line.block.kind is BlockKind.HEADING and [piece.kind for piece in line.pieces] == [PieceKind.NAME]
    is_house = is_house and not heads_duties(line.text)
    if line.period is None and line.text.endswith(":") and not line.of(PieceKind.TITLE) and not is_house:
        return False  # "Duties and Accomplishments:" leads to what follows; "### Harbour Supply:" may be a house.
    if line.period is None and len(line.pieces) > 3 and all(piece.joint == "," for piece in line.pieces[1:]):
        return False  # "Alder, Birch, Cedar, SAP PM": a list.
    if line.period is None and _is_no_post(line, reading):
        return False
    facts = facts_of(line, reading.vocabularies, author)
    if _SEVERAL.search(line.text) and len(find_periods(line.text)) > 1:
        return False  # "Cook, Acme, 2016–2019, and Baker at Moss, 2012–2016": a list of posts.
    if facts.title is None and any(
        begins_with_degree(name.text, reading.vocabularies) for name in line.of(PieceKind.NAME)
    ):
        return False
    known = sum(
        piece.kind not in (PieceKind.OTHER, PieceKind.GENERIC)
        or (piece.joint == "(" and (facts.title is not None or _says_why_it_ended(line)))
        or (line.block.kind is BlockKind.HEADING and facts.employer is not None and is_in_brackets(piece, line))
        or (piece.kind is PieceKind.GENERIC and facts.title is not None and facts.employer is not None)
        for piece in line.pieces
    )
    if len(line.pieces) - known > (1 if facts.title or facts.employer else 0):
        return False
    return bool(facts.employer or facts.title or line.period or line.of(PieceKind.PLACE) or line.of(PieceKind.SAME))


_HONOUR = re.compile(r"\s(?:Awards?|Prize|Medal|Scholarship|Nominee|Finalist|Honoree|Laureate)(?:\s\(|$)")


def _names_honour(line: HeadLine) -> bool:
    """Return whether a line is an honour and when it was given, which is no house: "Harwick Medal, October 2020"."""
    if line.period is None or line.period.lasts or line.of(PieceKind.TITLE) or len(line.pieces) > 2:
        return False
    return bool(line.pieces) and _HONOUR.search(line.pieces[0].text) is not None


_TITLE_PARTS = re.compile(r",\s(?:and\s|&\s)?|\s(?:and|&)\s")


def _joins_titles(text: str, vocabularies: Vocabularies) -> bool:
    """Return whether a heading lists words of which one is the title of a section: "Leadership, Activities, and Awards"."""
    parts = _TITLE_PARTS.split(text.strip("*_: "))
    is_list = len(parts) > 1 and all(" " not in part for part in parts)
    return is_list and any(fold_title(part) in vocabularies.sections for part in parts)


def _says_why_it_ended(line: HeadLine) -> bool:
    """Return whether a line is dates and a remark in brackets alone: "October 2019 - April 2020 (company folded)"."""
    return line.period is not None and line.period.lasts and len(line.pieces) == 1


def _is_labelled_date(text: str) -> bool:
    """Return whether a bullet says by its label that it holds the dates of what stands above: "Zeitraum: 2020 – 2023"."""
    label = label_of_item(text)
    return label is not None and fact_of_label(label) in ("period", "start", "end")


def with_definitions(lines: Sequence[HeadLine], text: str) -> list[HeadLine]:
    """Return the lines; dates alone above what a list of definitions says of them are that line's: "2015 – 2018", ":   Cook, Acme".

    So are those right below a bullet of a post and its house: "1. Cook at Acme", "   Period: 2015 – 2018".
    """
    made = list[HeadLine]()
    for line in lines:
        if made and _is_dates_of_item(made[-1], line):
            made[-1] = replace(made[-1], period=line.period)
            continue
        above = made[-1] if made and line.gap == 0 and line.block.kind is BlockKind.LIST_ITEM else None
        if above is not None and above.period is not None and not above.pieces and line.period is None:
            marker = text[text.rfind("\n", 0, line.start) + 1 : line.start].strip()
            made[-1:] = [replace(line, period=above.period, gap=above.gap)] if marker == ":" else [above, line]
            continue
        made.append(line)
    return made


def _is_dates_of_item(item: HeadLine, line: HeadLine) -> bool:
    """Return whether a line is dates alone, right below a bullet that names a post and its house."""
    if item.block.kind is not BlockKind.LIST_ITEM or item.period is not None or line.period is None or line.pieces:
        return False
    is_post = line.gap == 0 and line.block.kind is BlockKind.PARAGRAPH and len(item.pieces) > 1
    return is_post and item.pieces[0].kind is PieceKind.TITLE and item.pieces[1].kind is PieceKind.NAME


_LAST_WORD = re.compile(r"[^\W\d_]{4}\.$")


def _is_no_post(line: HeadLine, reading: Reading) -> bool:
    """Return whether a line without dates is a short sentence or only technologies: "Betrieb der Server.", "Lunch, ticks and homesickness.", "_CentOS, Java_"."""
    is_one = len(line.pieces) == 1 and line.pieces[0].kind is not PieceKind.TITLE
    is_list = len(line.pieces) > 1 and not line.of(PieceKind.TITLE) and line.pieces[-1].kind is PieceKind.OTHER
    if line.text.endswith(".") and (is_one or is_list) and _LAST_WORD.search(line.text):
        return len(line.text.split()) >= 3 and LEGAL_SUFFIX.search(line.text) is None
    if len(line.pieces) < 2 or line.block.kind is BlockKind.HEADING:
        return False
    texts = [piece.text.rstrip(".") for piece in line.pieces]
    found = reading.vocabularies.technologies.find
    return all(any(len(text) == use.end - use.start for use in found(text)) for text in texts)


def continues(group: Sequence[HeadLine], line: HeadLine, reading: Reading, author: str | None) -> bool:
    """Return whether a line goes on with the head that the lines of `group` began."""
    if line.gap > 1 or len(group) > 40 or line.section is not group[-1].section:
        return False
    if line.block is group[-1].block and line.block.kind is BlockKind.LIST_ITEM:
        return not line.is_prose and _names_one(line, reading, author)
    if not (_is_aside(line) or is_head(line, reading, author)):
        return False
    if group[-1].block.kind is BlockKind.LIST_ITEM and line.block.kind is BlockKind.PARAGRAPH:
        # "- Acme Foods (May 2012 - August 2014)" above "Cook", which is not indented.
        is_post = line.pieces[:1] == tuple(line.of(PieceKind.TITLE)) and line.period is None and line.gap == 0
        if is_post and len(line.pieces) > 1:  # "Cook | Java, Kafka, Leeds"
            is_post = line.pieces[1].joint == "|" and facts_of(line, reading.vocabularies, author).employer is None
        return is_post and group[-1].period is not None and not group[-1].of(PieceKind.TITLE)
    # A bullet is an entry of its own; a project's heading below an employer's is none.
    return (line.block.kind is BlockKind.LIST_ITEM) == (group[-1].block.kind is BlockKind.LIST_ITEM)


def _names_one(line: HeadLine, reading: Reading, author: str | None) -> bool:
    """Return whether the further line of a bullet names a company or a post, and little else: "- Acme (2019 – now)\n  Cook"."""
    facts = facts_of(line, reading.vocabularies, author)
    unknown = sum(piece.kind is PieceKind.OTHER for piece in line.pieces)
    return bool(facts.employer or facts.title) and not unknown and len(line.pieces) <= 3


def _is_aside(line: HeadLine) -> bool:
    """Return whether a line between those of an employment only says how long or in what form: "Full-time · 2 yrs"."""
    return bool(line.pieces) and not line.is_prose and all(piece.kind is PieceKind.ASIDE for piece in line.pieces)


_TOP = 15
"""Lines in which a profile says where somebody lives."""


def with_towns(lines: Sequence[HeadLine]) -> list[HeadLine]:
    """Return the lines; a name alone on one is a place, if the top has it before region and country: "Breda, North Brabant, Netherlands"."""
    towns = set[str]()
    for line in lines[:_TOP]:
        for piece, behind in pairwise(line.pieces if line.period is None and len(line.pieces) == 2 else ()):
            is_place = behind.kind is PieceKind.PLACE and behind.joint == "," and "," in behind.text
            if piece.kind is PieceKind.NAME and is_place:
                towns.add(piece.text)
    if not towns:
        return list(lines)
    return [
        replace(line, pieces=(replace(line.pieces[0], kind=PieceKind.PLACE),))
        if len(line.pieces) == 1 and line.pieces[0].text in towns and line.period is None
        else line
        for line in lines
    ]


_TOWN = re.compile(r"[A-Z][a-zà-ÿ]+(?:\s[A-Z][a-zà-ÿ]+)?,\s[A-Z]{2}")


def with_houses_before_towns(lines: Sequence[HeadLine]) -> list[HeadLine]:
    """Return the lines; a name right before a town that stands alone elsewhere is a house: "Harbour Grounds Ithaca, NY"."""
    towns = {
        piece.text
        for line in lines
        for piece in line.pieces
        if piece.kind is PieceKind.PLACE and _TOWN.fullmatch(piece.text) is not None
    }
    return (
        [_apart(line, towns) if line.pieces and line.text[-2:].isupper() else line for line in lines]
        if towns
        else list(lines)
    )


def _apart(line: HeadLine, towns: set[str]) -> HeadLine:
    if line.section is not SectionKind.EXPERIENCE or line.period is not None or line.text.count(",") != 1:
        return line
    if any(piece.kind is PieceKind.TITLE or piece.joint not in ("", ",") for piece in line.pieces):
        return line
    town = next((town for town in towns if line.text.endswith(f" {town}")), None)
    name = line.text[: -len(town)].rstrip() if town is not None else ""
    if town is None or not name[:1].isupper():
        return line
    house = Piece(PieceKind.NAME, name, line.start, line.start + len(name), "")
    return replace(line, pieces=(house, Piece(PieceKind.PLACE, town, line.end - len(town), line.end, "|")))


def dates_study_above(lines: Sequence[HeadLine], place: int, vocabularies: Vocabularies) -> bool:
    """Return whether a line is a town and dates alone, right below a heading that is a degree: "### BA in History", "Leeds, 2014"."""
    line = lines[place]
    if place == 0 or line.period is None or line.of(PieceKind.TITLE) or len(line.pieces) > 1 or line.gap > 1:
        return False
    above = lines[place - 1]
    is_heading = above.block.kind is BlockKind.HEADING and line.block.kind is BlockKind.PARAGRAPH
    return is_heading and above.period is None and begins_with_degree(above.text.strip("*_# "), vocabularies)
