"""Says what one head line states by itself: employer, title, place. How lines belong together is read in employment/entries.py."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.documents import SectionKind, Span
from graph.extraction.heads.headlines import HeadLine
from graph.extraction.heads.pieces import Piece, PieceKind
from graph.extraction.heads.study_forms import degree_pattern
from graph.extraction.heads.words import IS_STUDY, LEGAL_SUFFIX, is_companylike, is_team, is_title
from graph.vocabulary import Vocabularies

PART_OF = re.compile(
    r"(?:Abteilung|Klinik für|Institut für|Station|Fachbereich|Referat|Service de|Servicio de|Reparto) |"
    r"(?:Department|Dept\.?|Laboratory|Lab|Faculty|Division|Chair|Unit|Ward|Team|Section|Abteilung) (?:of|for|für) "
)
"""Names of parts of an organisation, whose own name follows."""
_IS_PART = re.compile(r"\b(?:Unit|Ward|Department|Dept\.?|Division|Faculty|Section|Abteilung)$|^[A-Z][A-Z&]{1,3}$")
"""The same by their ends, or abbreviated: "Acute Medical Unit", "A&E"."""


_IS_DEPARTMENT = re.compile(r"\s(?:Department|Dept\.?|Division)$")


@dataclass(frozen=True, slots=True)
class LineFacts:
    """What one line says by itself."""

    employer: Piece | None
    title: Span | None
    title_piece: Piece | None
    location: str | None


_TEACHER = re.compile(
    r"(?:(?:Prof|Professor)\.?(?:\sDr\.?)?|Dr\.?(?=\s\S+\s\S+\s?\S*$)(?!.*(?:\s[&+]\s|\b(?:GmbH|AG|KG|Inc|Ltd|Co)\b)))\s[A-ZÀ-Þ]"
)
"""Begins the name of somebody who led the work: "Prof. Ada Rowan", "Dr. Prafull Kumar Behera"."""


_LICENCE = re.compile(r"\b(?:[Ll]icen[sc]es?|[Rr]egistration|[Cc]ertification|[Pp]ermit)$")
"""Ends what allows somebody to work, and names no house: "OH RN License" above its number and its end."""


def names_licence(line: HeadLine) -> bool:
    """Return whether a line states a licence with its number or its end, and no post."""
    return any(_LICENCE.search(piece.text) is not None for piece in line.pieces)


def facts_of(line: HeadLine, vocabularies: Vocabularies, author: str | None) -> LineFacts:
    """Return what a line states; a name that may be only a team, a degree or the author is no employer."""
    names = [piece for piece in line.of(PieceKind.NAME) if not _is_author(piece.text, author) and piece.joint != "("]
    names = [
        piece for piece in names if not (begins_with_degree(piece.text, vocabularies) or _TEACHER.match(piece.text))
    ]
    title_piece, title = _title(line, vocabularies, author)
    if title is not None:
        # "Director, Product Management, Acme": the words between belong to the title, or name a team.
        names = [piece for piece in names if piece.start >= title.end or piece.end <= title.start]
    if title is not None and _lists_tools(names, title.end, vocabularies):
        names = []
    legal = [piece for piece in names if LEGAL_SUFFIX.search(piece.text)]
    by_at = [piece for piece in names if piece.joint == "at" and not (legal and is_in_brackets(piece, line))]
    employer = next(iter([*by_at, *legal, *names]), None)
    whole = [name for name in names if not PART_OF.match(name.text)]
    if whole and employer is not None and PART_OF.match(employer.text) and _is_whole(whole[0]):
        employer = whole[0]
    elif title is None and employer is not None and _IS_DEPARTMENT.search(employer.text):
        # "Loans Department, Farmers Bank of Tarn"
        employer = next((name for name in names if name.start > employer.end and name.joint == ","), employer)
    elif title is not None and len(names) > 1 and employer is not None and employer.joint != "at":
        wholes = legal or [name for name in names if not is_team(name.text, vocabularies)]
        employer = next(iter([*(name for name in wholes if not _IS_PART.search(name.text)), *wholes]), employer)
        # "Data Analyst, Customer Insight, Pennywhistle Insurance": the team stands first.
        if employer is not None and employer.joint == "," and not is_companylike(employer.text):
            employer = next((name for name in names if name.joint == "," and is_companylike(name.text)), employer)
    places = line.of(PieceKind.PLACE)
    return LineFacts(employer, title, title_piece, places[0].text if places else None)


def _lists_tools(names: list[Piece], title_end: int, vocabularies: Vocabularies) -> bool:
    """Return whether two names or more stand behind a title, all of them tools: "Backend Engineer | Java, Kafka"."""
    if len(names) < 2 or any(name.start < title_end or name.joint == "at" for name in names):
        return False
    return all(vocabularies.technologies.is_term(name.text) for name in names)


def is_in_brackets(piece: Piece, line: HeadLine) -> bool:
    """Return whether a piece stands in brackets that say more of the company before: "Acme AG (Einsatz beim Kunden)"."""
    before = line.text[: piece.start - line.start]
    return before.rfind("(") > before.rfind(")")


_WHOLE = re.compile(
    r"(?i)\b(?:univ\w*|institut\w*|hospitals?|college|school|academy|clinic|klinik\w*|hochschule|polytechnic)\b"
)


def _is_whole(name: Piece) -> bool:
    """Return whether the name behind "Department of Hydrology" is that of an organisation, not of a town."""
    return name.joint == "," and (is_companylike(name.text) or _WHOLE.search(name.text) is not None)


_SHORT_DEGREE = re.compile(r"(?:MA|MS|MEng|MRes)\s(?:in\s)?[A-ZÀ-Þ][a-zà-ÿ]{3}")


def begins_with_degree(text: str, vocabularies: Vocabularies) -> bool:
    """Return whether a name is a degree and its field: "BA Psychology"."""
    if IS_STUDY.match(text) is not None:
        return True
    pattern, _ = degree_pattern(vocabularies.degrees)
    match = pattern.match(text) or _SHORT_DEGREE.match(text)
    if match is None:
        return False
    return re.match(r"[BM](?:Sc|Eng|Ed|Phil|BA)\b", text) is not None or not is_companylike(text[match.start() :])


def _is_author(text: str, author: str | None) -> bool:
    return author is not None and text.casefold().split() == author.casefold().split()


def _title(line: HeadLine, vocabularies: Vocabularies, author: str | None) -> tuple[Piece | None, Span | None]:
    """Return the first title of a line and where it stands, with the team or field behind its comma."""
    titles = (
        line.of(PieceKind.TITLE)
        or _title_behind_name(line, vocabularies, author)
        or _title_by_place(line)
        or _title_in_small_letters(line, vocabularies)
    )
    if not titles:
        return None, None
    first = titles[0]
    end, place = first.end, line.pieces.index(first) + 1
    while place < len(line.pieces) and line.pieces[place].joint == "," and _goes_with_title(line, place, vocabularies):
        end, place = line.pieces[place].end, place + 1
    return first, Span(line.block.span.document_id, first.start, end)


_LATER = re.compile(r"(?:and )?(?:then|later|dann|später|puis|luego|poi|daarna|depois|potem|sedan) [^\W\d_]")
"""A further step behind a title's comma: "Driver, then controller"."""


def _goes_with_title(line: HeadLine, place: int, vocabularies: Vocabularies) -> bool:
    piece = line.pieces[place]
    if piece.kind is PieceKind.OTHER and _LATER.match(piece.text) is not None:
        return line.period is None or not line.pieces[place - 1].end <= line.period.start < piece.start
    return piece.kind in (PieceKind.GENERIC, PieceKind.TITLE) or (
        piece.kind is PieceKind.NAME and is_team(piece.text, vocabularies)
    )


def _title_by_place(line: HeadLine) -> list[Piece]:
    """Read "Glasbläserin — Quarzhütte GmbH, 2018 – 2020": before a company, with dates, among jobs stands a title."""
    stated = [piece for piece in line.pieces if piece.kind not in (PieceKind.PLACE, PieceKind.ASIDE)]
    if (before := _before_at(line)) is not None:
        return [before]
    if line.section is not SectionKind.EXPERIENCE or line.period is None or len(stated) != 2:
        return []
    first, second = stated
    is_company = second.kind is PieceKind.NAME and (second.joint == "at" or LEGAL_SUFFIX.search(second.text))
    may_be = first.kind in (PieceKind.NAME, PieceKind.OTHER) and first.text[:1].isupper() and first.joint != "("
    return [first] if is_company and may_be and len(first.text.split()) <= 6 and not is_companylike(first.text) else []


def _before_at(line: HeadLine) -> Piece | None:
    """Return what stands before "at Acme" in a line with dates among jobs: "From 2011 to 2013: internship at Acme"."""
    companies = [place for place, piece in enumerate(line.pieces) if piece.joint == "at"]
    if line.section is not SectionKind.EXPERIENCE or line.period is None or len(companies) != 1 or not companies[0]:
        return None
    before, company = line.pieces[companies[0] - 1], line.pieces[companies[0]]
    may_be = before.kind in (PieceKind.NAME, PieceKind.OTHER) and len(before.text.split()) <= 6 and before.joint != "("
    return before if may_be and company.kind is PieceKind.NAME and not re.search(r"\d", before.text) else None


def _title_in_small_letters(line: HeadLine, vocabularies: Vocabularies) -> list[Piece]:
    """Read "Since May 2020: head of the registry" and "Acme | foreman | 2015 – 2018": beside dates a title may be in lower case."""
    if line.period is None or line.section is not SectionKind.EXPERIENCE:
        return []
    others = [piece for piece in line.pieces if piece.kind is PieceKind.OTHER]
    named = [piece for piece in line.pieces if piece.kind is PieceKind.NAME]
    if len(others) != 1 or len(named) > 1 or not others[0].text[:1].islower():
        return []
    if not named and line.period.start - line.start > 3:
        return []
    words = others[0].text
    return others if is_title(words[:1].upper() + words[1:], vocabularies.roles) else []


def _title_behind_name(line: HeadLine, vocabularies: Vocabularies, author: str | None) -> list[Piece]:
    """Read "Jane Doe, team lead, Acme": behind the author's own name a title may be in lower case."""
    if len(line.pieces) < 2 or not _is_author(line.pieces[0].text, author):
        return []
    second = line.pieces[1]
    is_one = second.kind is PieceKind.OTHER and is_title(second.text[:1].upper() + second.text[1:], vocabularies.roles)
    return [second] if is_one else []
