"""Finds an author's name in the first lines, where what follows is a title, a contact, a place or a summary."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.documents import BlockKind, SectionKind
from graph.extraction.heads.headlines import HeadLine, first_lines
from graph.extraction.heads.pieces import PieceKind
from graph.extraction.heads.places import is_place
from graph.extraction.heads.words import LEGAL_SUFFIX, is_title
from graph.extraction.people.labelled_names import StatedName
from graph.extraction.people.personal_names import DEGREE_TAIL, FULL_NAME, bare_name, cased_name, is_personal_name
from graph.extraction.reading import Reading
from graph.extraction.titles.named_things import heads_no_person
from graph.page_words import is_link_line, is_page_link
from graph.section_titles import is_spaced_out, kind_of_title
from graph.vocabulary import RoleWords, fold_title

SPEAKS = re.compile(r"(?<![\w.])I(?:[’'](?:m|ve|d|ll))?(?=\s)|(?<!\w)(?:My|my) (?=\w)")
"""The author speaks of themself."""
_CONTACT = re.compile(r"@|linkedin|github|\+?\d[\d ().-]{7,}|https?:|www\.", re.IGNORECASE)
_CLAUSE = re.compile(
    r"(?:(?<!\s)\s++)?[|•·,–—.;:(]\s*|\s(?:in|at|from|based|who|with|and I|for|@|bei|aus|chez|en|à|a|em|w)\s"
)
_BIRTH = re.compile(
    r"(?i)[,(]?\s{1,3}\(?(?:born|née?|nacid[oa]|nascid[oa]|nat[oa]|geb\.|geboren|född|født|ur\.)\s[^\n]{0,40}\d{4}\)?$"
)
"""Behind a name, when and where somebody was born."""
_BY = re.compile(r"\A[Bb]y\s{1,9}(?=[A-ZÀ-ÖØ-Þ]\S*\s[A-ZÀ-ÖØ-Þ])")
NAME_END = re.compile(
    r"(?<!\s)\s++(?:[–—|·•/-]\s|[|•·])|[|•·]|\t|\s{3,}|,\s|\s\((?=[^()\n]{2,40}\s(?:Ltd|LLC|Inc|GmbH|Limited|Freelance)\b)"
)
"""Behind a name at the beginning of a line."""
NATIVE = re.compile(r"\s?[(（][^()\n（）a-zA-Z]{2,20}[)）]")
"""The same name in another script, in brackets."""
NO_NAMES = frozenset({SectionKind.EXPERIENCE, SectionKind.EDUCATION, SectionKind.SKILLS, SectionKind.PROJECTS})
"""Sections whose lines name no author."""
RESUME_WORDS = frozenset(
    {"résumé", "resume", "cv", "curriculum vitae", "portfolio", "lebenslauf", "currículum", "currículo", "bio", "about"}
)
"""What a page about somebody is called."""


def named_at_top(reading: Reading) -> StatedName | None:
    """Read a name from the first lines, where what follows is a title, a contact, a place or a summary."""
    lines = [line for line in first_lines(reading, 12) if line.block.kind is not BlockKind.TABLE_ROW]
    first, heads_page = lines[0] if lines else None, False
    if reading.document.media_type == "text/plain":  # A pasted page: its links stand above or below its owner's name.
        heads_page = len(lines) > 3 and [is_page_link(line.text) for line in lines[:3]] == [False, True, True]
        lines = [line for line in lines if not is_link_line(line.text)]
    lines = lines[:7]
    if (spaced := _spaced_name(reading, lines[:2])) is not None:
        return spaced
    # "Depot Sync" above "By Jane Doe" names no person.
    signed = next((place for place, line in enumerate(lines[:4]) if _BY.match(line.text.strip("*_ "))), 0)
    for place, line in enumerate(lines[:4]):
        if place < signed:
            continue
        text = _BIRTH.sub("", NATIVE.sub("", line.text)).strip("*_ ")
        head = NAME_END.split(text)[0]
        if (by := _BY.match(head)) is not None:
            head = head[by.end() :]
        bare = bare_name(head.strip("*_ "))
        head = head.strip("*_ ")
        if bare not in line.text or not is_personal_name(head, reading.vocabularies) or _heads_work(reading, line):
            continue
        below = reading.document.text[line.block.span.end : line.block.span.end + 200].lstrip().partition("\n")[0]
        if ":" in below and _states_facts_of_work(below):
            continue  # "Cookie Crumbs" above "Tools: Godot / Duration: 8 months".
        spot = line.start + line.text.index(bare)
        rest = DEGREE_TAIL.sub("", text[text.index(bare) + len(bare) :]).strip(" –—|·•/-,\t")
        rest = "" if rest.startswith("(") and rest.endswith(")") and LEGAL_SUFFIX.search(rest[:-1]) else rest
        rest = (
            "" if bare[:1] > "\u3000" and FULL_NAME.fullmatch(rest) is not None else rest
        )  # The name in Latin letters.
        near = _right_below(lines[place + 1 : place + 3], line)
        dated = line.period is not None and not _introduces_all(line, rest, reading.vocabularies.roles)
        if dated or any(other.period is not None for other in near):
            continue  # The head of an employment has dates.
        if line.section in NO_NAMES and not _is_below_title(reading, line, lines[:place], rest, lines[place + 1 :]):
            continue
        in_path = fold_title(bare) in fold_title(reading.document.id.replace("_", " "))
        is_heading = line.block.kind is BlockKind.HEADING
        if is_heading and heads_no_person(reading, line, lines[place + 1 : place + 3], bare, rest):
            continue
        is_known = in_path or (place == 0 and heads_page) or (not is_heading and _is_called_so(reading, bare))
        if (not rest and is_known) or _follows_a_name(
            reading, rest, lines[place + 1 : place + 4], is_heading=is_heading and first == lines[0]
        ):
            span = reading.document.span(spot, spot + len(bare))
            return StatedName(span, cased_name(bare), "name at the top", 0.95 if place == 0 else 0.9)
    return None


def _spaced_name(reading: Reading, lines: Sequence[HeadLine]) -> StatedName | None:
    """Return a name whose letters are set apart, its words by wider gaps: "A D A   Q U I L L", as text out of PDF files has it."""
    for line in lines:
        if not is_spaced_out(line.text):
            continue
        words = [word.replace(" ", "") for word in re.split(r"\s{2,}", line.text.strip())]
        name = " ".join(words).title() if line.text.isupper() else " ".join(words)
        is_known = kind_of_title(name, reading.vocabularies.sections) is not SectionKind.OTHER
        if len(words) > 1 and not is_known and is_personal_name(name, reading.vocabularies):
            return StatedName(
                reading.document.span(line.start, line.start + len(line.text)), name, "name at the top", 0.95
            )
    return None


def _is_called_so(reading: Reading, name: str) -> bool:
    """Return whether the page is signed with a name as one word: "Published by janedoe"; or its title begins with that name."""
    document, word = reading.document, re.escape("".join(name.split()))
    if document.media_type == "text/html" and re.match(rf"{re.escape(name)}\s[–—|·:-]\s", document.title) is not None:
        return True
    return re.search(rf"(?i)\b(?:by|author:?|posts by|@|in/)\s?{word}(?!\w)", document.text) is not None


def _heads_work(reading: Reading, line: HeadLine) -> bool:
    """Return whether a line is a heading of the second level or below on a page of works, or where one of the first stands above.

    Of the first, where others of that level follow, none that of a common section, in a file called as a list of works is.
    """
    if line.block.kind is not BlockKind.HEADING or reading.document.media_type != "text/markdown":
        return False
    if line.block.level < 2:
        tops = [section for section in reading.sections if section.heading is not None and section.parent_id is None]
        stem = reading.document.id.rpartition("/")[2].rpartition(".")[0]
        return (
            len(tops) > 2
            and all(section.kind is SectionKind.OTHER for section in tops)
            and kind_of_title(stem, reading.vocabularies.sections) is SectionKind.PROJECTS
        )
    section = reading.section_at(line.block.span.start)
    while section is not None and section.level != 1:
        section = reading.parent_of(section)
    page = reading.document.metadata.get("title", "") if section is None or section.heading is None else section.title
    if section is not None and is_personal_name(_BRACKETED.sub("", page), reading.vocabularies):
        return True
    return bool(page) and kind_of_title(page, reading.vocabularies.sections) is SectionKind.PROJECTS


def _is_below_title(reading: Reading, line: HeadLine, above: list[HeadLine], rest: str, below: list[HeadLine]) -> bool:
    """Return whether a name stands right below the title of a page of works: with an address, or alone above a post or a heading."""
    if line.section is not SectionKind.PROJECTS or len(above) != 1 or above[0].block.kind is not BlockKind.HEADING:
        return False
    if "@" in rest:
        return True
    if rest or not below or above[0].block.level != 1:
        return False
    roles = reading.vocabularies.roles
    return below[0].block.kind is BlockKind.HEADING or is_title_first(below[0].text.strip("*_ "), roles)


def _states_facts_of_work(line: str) -> bool:
    """Return whether labels in a line speak of a piece of work; "Role" and "Company" do beside another alone."""
    bare = line.replace("*", "")
    facts = len(_FACTS_OF_WORK.findall(bare))
    return facts > 1 or (facts == 1 and _FACTS_OF_BOTH.search(bare) is not None)


_FACTS_OF_BOTH = re.compile(r"(?i)(?:\A|[/|·•,;]\s?)(?:role|company|employer|position)\s?:\s")
_FACTS_OF_WORK = re.compile(
    r"(?i)(?:\A|[/|·•,;]\s?)(?:tools?|engine|duration|timeline|team(?:\ssize)?|genre|platforms?|client|stack|(?:my|primary)\srole)\s?:\s"
)
"""Labels of what is said of a piece of work, in one line."""
_BRACKETED = re.compile(r"\([^()]{0,20}\)")


def _right_below(following: list[HeadLine], line: HeadLine) -> list[HeadLine]:
    """Return those of the following lines that stand with `line`, without empty lines or a heading between."""
    near = list[HeadLine]()
    for other in following:
        if other.gap > 0 or other.section is not line.section or other.block.kind is BlockKind.HEADING:
            break
        near.append(other)
    return near


def _introduces_all(line: HeadLine, rest: str, roles: RoleWords) -> bool:
    """Return whether "Jane Doe, team lead, Acme, 2019 to now" names person, title and employer before the dates."""
    names = [piece for piece in line.pieces[1:] if piece.kind is PieceKind.NAME]
    return (
        len(line.pieces) > 2 and bool(names) and line.pieces[0].kind is PieceKind.NAME and is_title_first(rest, roles)
    )


def is_title_first(text: str, roles: RoleWords) -> bool:
    """Return whether words begin with a job title, in any case: "game programmer in Dundee. I …"."""
    first = _CLAUSE.split(text, maxsplit=1)[0].strip(" *_")
    return is_title(first[:1].upper() + first[1:], roles)


def _follows_a_name(reading: Reading, rest: str, following: list[HeadLine], is_heading: bool) -> bool:
    roles = reading.vocabularies.roles
    if rest:
        pieces = re.split(r"\s*[|•·,–—]\s*|\s{3,}|\t", rest)
        if re.fullmatch(r"(?:page|seite|pagina|página)? ?\d+(?:\s*(?:/|of|von|de|di)\s*\d+)?", rest, re.IGNORECASE):
            return True  # A running head: name and page.
        return (
            _CONTACT.search(rest) is not None
            or is_place(rest)
            or any(is_title(p, roles) or is_place(p) for p in pieces)
            or is_title_first(rest, roles)
            or fold_title(rest) in RESUME_WORDS
        )
    for line in following[:3]:
        if (
            line.of(PieceKind.TITLE)
            or _CONTACT.search(line.text)
            or (line.pieces and all(p.kind is PieceKind.PLACE for p in line.pieces))
        ):
            return True
        if is_title_first(line.text, roles):
            return True
    if is_heading and following and _IS_A_THING.match(following[0].text) is not None:
        return False  # "A tide app that I made": the heading is its name.
    if following and following[0].is_prose and SPEAKS.search(following[0].text):
        return True
    return is_heading and any(fold_title(line.text) in reading.vocabularies.sections for line in following)


_IS_A_THING = re.compile(
    r"(?i)[*_]{0,2}(?:an?|the)\s(?:[\w-]+\s){0,4}?(?:app|apps|tool|toolkit|library|game|site|website|package|framework|platform|plugin|service|script|bot|engine|client|server|"
    r"dashboard|generator|parser|compiler|editor|novel|book|film|album|map|map of|board game|podcast|newsletter|project|prototype|experiment)\b"
)
