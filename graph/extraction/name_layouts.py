"""Finds authors' names by how they are set: surname first, one name in a greeting, below a column of contacts and skills."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.documents import BlockKind, SectionKind
from graph.extraction.career_words import words_of
from graph.extraction.headlines import HeadLine, PieceKind, classify, first_lines
from graph.extraction.personal_names import DEGREE_TAIL, bare_name, is_personal_name
from graph.extraction.reading import Reading

_SURNAME_FIRST = re.compile(
    r"(?P<surname>[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ’'-]+(?:[^\S\n](?:[A-ZÀ-ÖØ-Þ’'-]{2,}|v[ao]n|de[rn]?|d[aiou]|la|le)){0,2}),[^\S\n]{1,3}"
    r"(?P<given>[A-ZÀ-ÖØ-Þ](?:[\w’'-]+|\.)(?:[^\S\n](?:[A-ZÀ-ÖØ-Þ]\.|[A-ZÀ-ÖØ-Þ][\w’'-]+)){0,2})"
)
"""A surname in capitals, a comma, forenames: "ABERNATHY, Thomas J."."""
_GREETED = re.compile(
    r"(?i:\b(?:hi|hello|hey|hallo|hoi|hej|cześć|ciao|hola|salut|bonjour|olá|oi|moin|servus|welcome)\b[^\n.?\w]{0,8}(?:(?:there|all|everyone|world|y['’]all|zusammen|"
    r"a tutti|a todos|à tous)\b[^\n\w]{0,8})?(?:i['’]m|i am|my name is|my name['’]s|this is|ich bin|ich heiße|io sono|sono|mi chiamo|soy|me llamo|je suis|je m['’]appelle|"
    r"ik ben|jag heter|jestem|sou|eu sou)|\bmy name is|\bmy name['’]s|\bich heiße|\bmi chiamo|\bme llamo|\bje m['’]appelle|\bjag heter|\bme chamo|\bmam na imię)\s{1,2}"
    r"(?P<name>[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯΑ-Ω][\w’'-]{1,19})(?=\s{0,2}(?:$|[^\w\s’'-]|\n)|\s(?:and|und|et|y|e|i|en|och)\s(?:I|ich|je|yo|io|ik|jag|this|welcome)\b)"
)
"""One name where a greeting, or "my name is", leads to it: "Hi there, I'm Paweł 👋"."""
_PEOPLES = re.compile(
    r"(?i)(?:\w+(?:ish|ese)|(?:\w{3,}[iae]an)|german|dutch|french|greek|thai|swiss|czech|back|sorry|glad|happy|looking|currently|open|new|just|not)"
)
_FIRST_SECTIONS = frozenset({SectionKind.EXPERIENCE, SectionKind.EDUCATION, SectionKind.PROJECTS})
_NO_PEOPLE = frozenset(words_of("team company studio agency group office"))


def names_by_layout(reading: Reading) -> Iterator[tuple[int, int, str, str]]:
    """Yield (start, end, name, form) of the persons named so, the surest form first."""
    yield from _surname_first(reading)
    yield from _in_parts(reading)
    yield from _below_a_column(reading)
    yield from _greeted(reading)


def _surname_first(reading: Reading) -> Iterator[tuple[int, int, str, str]]:
    """Read "ABERNATHY, Thomas J., PhD" at the top."""
    for line in first_lines(reading, 5):
        start = len(line.text) - len(line.text.lstrip("*_# "))
        match = _SURNAME_FIRST.match(line.text, start)
        if match is None or line.period is not None:
            continue
        rest = DEGREE_TAIL.sub("", line.text[match.end() :]).strip(" *_,")
        if rest and not re.match(r"[|•·(–—-]", rest):
            continue
        surname = " ".join(word.title() if word.isupper() else word for word in match["surname"].split())
        given = match["given"].title() if match["given"].isupper() and len(match["given"]) > 3 else match["given"]
        name = f"{given} {surname}"
        if is_personal_name(name, reading.vocabularies):
            yield line.start + match.start(), line.start + match.end(), name, "surname first"


def _below_a_column(reading: Reading) -> Iterator[tuple[int, int, str, str]]:
    """Read a name on a line of its own, right above "Title at Company" or a title and a place, before any section of jobs."""
    lines = first_lines(reading, 60)
    for place, line in enumerate(lines[:-1]):
        if line.section in _FIRST_SECTIONS:
            return
        text, below = line.text.strip("*_ "), lines[place + 1]
        if place == 0 or line.period is not None or line.block.kind is BlockKind.LIST_ITEM or below.gap > 1:
            continue
        bare = bare_name(DEGREE_TAIL.sub("", text))
        if not _introduces(below, lines[place + 2 : place + 3]) or not is_personal_name(text, reading.vocabularies):
            continue
        start = line.start + line.text.index(bare)
        yield start, start + len(bare), bare, "name above a headline"


def _introduces(line: HeadLine, following: list[HeadLine]) -> bool:
    """Return whether a line is a headline: a title at a company, or a title above a place."""
    if line.period is not None or not line.of(PieceKind.TITLE) or line.pieces[0].kind is not PieceKind.TITLE:
        return False
    at_company = any(piece.joint == "at" for piece in line.pieces)
    place_below = bool(following) and bool(following[0].pieces) and not following[0].period
    place_below = place_below and all(piece.kind is PieceKind.PLACE for piece in following[0].pieces)
    return at_company or place_below


def _greeted(reading: Reading) -> Iterator[tuple[int, int, str, str]]:
    """Read the one name of "Hi, I'm Paweł" in the first words of a page."""
    text = reading.document.text
    for match in _GREETED.finditer(text, 0, 1500):
        name = match["name"]
        before = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        if '"' in before or before.startswith(">") or _PEOPLES.fullmatch(name) or name.casefold() in _NO_PEOPLE:
            continue
        if classify(name, reading.vocabularies) is not PieceKind.NAME or reading.vocabularies.practices.find(name):
            continue
        yield match.start("name"), match.end("name"), name, "says a single name"


_GIVEN = re.compile(
    r"(?mi)^[ \t*_-]*(?:first[ _-]?name(?:\(s\)|s)?|given[ _-]?names?|forenames?|vornamen?|prénoms?|nombres?|voornam?en?|förnamn|imię|nome)[*_]*[ \t]*(?::|[ \t]{2,})[ \t*_]*"
    r"(?P<given>[^\W\d_][\w .’'-]{0,38}?)[ \t*_]*$"
)
_FAMILY = re.compile(
    r"(?mi)^[ \t*_-]*(?:last[ _-]?name|family[ _-]?name|surname(?:\(s\))?|nachname|familienname|name|nom(?: de famille)?|apellidos?|cognome|achternaam|efternamn|nazwisko|sobrenome)[*_]*"
    r"[ \t]*(?::|[ \t]{2,})[ \t*_]*(?P<family>[^\W\d_][\w .’'-]{0,38}?)[ \t*_]*$"
)


def _in_parts(reading: Reading) -> Iterator[tuple[int, int, str, str]]:
    """Read "Vorname: Annegret" and "Nachname: Thörmer" on lines of their own, one right below the other."""
    text = reading.document.text
    for given in _GIVEN.finditer(text, 0, 3000):
        near = (
            text[: given.start()].rstrip("\n").rpartition("\n")[2],
            text[given.end() :].lstrip("\n").partition("\n")[0],
        )
        for line in near:
            family = _FAMILY.match(line)
            if family is None or family["family"] == given["given"]:
                continue
            name = f"{given['given']} {family['family']}"
            if is_personal_name(name, reading.vocabularies):
                yield given.start("given"), given.end("given"), name, "name in parts"
