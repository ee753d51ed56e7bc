"""Finds authors' names by how they are set: surname first, one name in a greeting, below a column of contacts and skills."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from graph.documents import Block, BlockKind, SectionKind
from graph.extraction.career_words import words_of
from graph.extraction.heads.career_keys import without_wrappers
from graph.extraction.heads.headlines import HeadLine, first_lines
from graph.extraction.heads.pieces import PieceKind, classify
from graph.extraction.heads.words import is_title
from graph.extraction.people.kind_and_name import says_kind
from graph.extraction.people.personal_names import DEGREE_TAIL, bare_name, is_personal_name
from graph.extraction.reading import Reading

_SURNAME_FIRST = re.compile(
    r"(?P<surname>[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ’'-]{1,30}(?:[^\S\n](?:[A-ZÀ-ÖØ-Þ’'-]{2,30}|v[ao]n|de[rn]?|d[aiou]|la|le)){0,2}),[^\S\n]{1,3}"
    r"(?P<given>[A-ZÀ-ÖØ-Þ](?:[\w’'-]{1,30}|\.)(?:[^\S\n](?:[A-ZÀ-ÖØ-Þ]\.|[A-ZÀ-ÖØ-Þ][\w’'-]{1,30})){0,2})"
)
"""A surname in capitals, a comma, forenames: "ABERNATHY, Thomas J."."""
_WITH_PARTICLE = re.compile(
    r"(?P<surname>(?:[Vv][ao]n|[Dd]e|[Dd]i|[Dd]el|[Tt]er|[Tt]en)(?:\s(?:de[rn]?|den|la|los))?\s[A-ZÀ-ÖØ-Þ][\w’'-]{1,30}),\s(?P<given>[A-ZÀ-ÖØ-Þ][\w’'-]{1,30}(?:\s[A-ZÀ-ÖØ-Þ](?:\.|[\w’'-]{1,30})){0,2})"
)
"""The same with a particle, in any case: "Van der Meulen, Pieter-Jan"."""
_GREETED = re.compile(
    r"(?i:\b(?:hi|hello|hey|hallo|hoi|hej|cześć|ciao|hola|salut|bonjour|olá|oi|moin|servus|welcome)\b[^\n.?\w]{0,8}(?:(?:there|all|everyone|world|y['’]all|zusammen|"
    r"a tutti|a todos|à tous)\b[^\n\w]{0,8})?(?:i['’]m|i am|my name is|my name['’]s|this is|ich bin|ich heiße|io sono|sono|mi chiamo|soy|me llamo|je suis|je m['’]appelle|"
    r"ik ben|jag heter|jestem|sou|eu sou)|\bmy name is|\bmy name['’]s|\bich heiße|\bmi chiamo|\bme llamo|\bje m['’]appelle|\bjag heter|\bme chamo|\bmam na imię)\s{1,2}"
    r"(?P<name>[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯΑ-Ω][\w’'-]{1,19})(?=\s{0,2}(?:$|[^\w\s’'-]|\n)|\s(?:and|und|et|y|e|i|en|och)\s(?:I|ich|je|yo|io|ik|jag|this|welcome)\b)"
)
"""One name where a greeting, or "my name is", leads to it: "Hi there, I'm Paweł 👋"."""
_PEOPLES = re.compile(
    r"(?i)(?:\w{1,20}(?:ish|ese)|\w{3,20}[iae]an|german|dutch|french|greek|thai|swiss|czech|back|sorry|glad|happy|looking|currently|open|new|just|not)"
)
_FIRST_SECTIONS = frozenset({SectionKind.EXPERIENCE, SectionKind.EDUCATION, SectionKind.PROJECTS})
_NO_PEOPLE = frozenset(words_of("team company studio agency group office"))


def names_by_layout(reading: Reading) -> Iterator[tuple[int, int, str, str]]:
    """Yield (start, end, name, form) of the persons named so, the surest form first."""
    yield from _surname_first(reading)
    yield from _in_parts(reading)
    yield from _in_part_fields(reading)
    yield from _behind_native_label(reading)
    yield from _in_small_letters(reading)
    yield from _with_a_date(reading)
    yield from _below_a_column(reading)
    yield from _greeted(reading)
    yield from _single_heading(reading)


def _surname_first(reading: Reading) -> Iterator[tuple[int, int, str, str]]:
    """Read "ABERNATHY, Thomas J., PhD" at the top."""
    for line in first_lines(reading, 5):
        start = len(line.text) - len(line.text.lstrip("*_# "))
        match = _SURNAME_FIRST.match(line.text, start) or _WITH_PARTICLE.match(line.text, start)
        if match is None or (line.period is not None and line.text[match.end() : match.end() + 2] != " ("):
            continue
        rest = DEGREE_TAIL.sub("", line.text[match.end() :]).strip(" *_,")
        if rest and not re.match(r"[|•·(–—-]", rest):
            continue
        capitals = [word for word in match["surname"].split() if word.isupper()]
        if len(capitals) > 2 or (len(capitals) > 1 and match["given"][1:2] == "."):
            continue  # "STORIES WITHOUT LABELS, M. QUILLFEATHER" has the name behind the comma
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
        heads = line.block.kind is BlockKind.HEADING and line.block.level == 1
        if not _introduces(below, lines[place + 2 : place + 3], heads) or not is_personal_name(
            text, reading.vocabularies
        ):
            continue
        start = line.start + line.text.index(bare)
        yield start, start + len(bare), bare, "name above a headline"


def _introduces(line: HeadLine, following: list[HeadLine], heads_page: bool = False) -> bool:
    """Return whether a line is a headline: a title at a company, or a title above a place.

    Below the heading of the page, the title may stand anywhere among several trades: "Biologist | Data Coordinator".
    """
    titles = line.of(PieceKind.TITLE)
    if line.period is not None or not titles or not (line.pieces[0].kind is PieceKind.TITLE or heads_page):
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
    r"(?mi)^[ \t*_|-]*(?:first[ _-]?name(?:\(s\)|s)?|given[ _-]?names?|forenames?|vornamen?|prénoms?|nombres?|voornam?en?|förnamn|imię|nome)[*_]*[ \t]*(?:[:|]{1,2}|:[ \t]\||[ \t]{2,})[ \t*_]*"
    r"(?P<given>[^\W\d_][\w .’'-]{0,38}?)[ \t*_|]*$"
)
_FAMILY = re.compile(
    r"(?mi)^[ \t*_|-]*(?:last[ _-]?name|family[ _-]?name|surname(?:\(s\))?|nachname|familienname|name|nom(?: de famille)?|apellidos?|cognome|achternaam|efternamn|nazwisko|sobrenome)[*_]*"
    r"[ \t]{0,9}(?:[:|]{1,2}|:[ \t]\||[ \t]{2,9})[ \t*_]{0,9}(?P<family>[^\W\d_][\w .’'-]{0,38}?)[ \t*_|]*$"
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


_GIVEN_KEYS = frozenset(
    words_of(
        "first firstname first_name given givenname given_name forename vorname prénom prenom nombre voornaam fornavn förnamn imię"
    )
)
_FAMILY_KEYS = frozenset(
    words_of(
        "last lastname last_name family familyname family_name surname nachname familienname nom apellido apellidos cognome achternaam etternavn efternamn nazwisko"
    )
)
_OUTER_KEYS = frozenset(
    words_of(
        "basics person personal me author candidate profile contact about name owner info bio header applicant user who candidate"
    )
)


def _in_part_fields(reading: Reading) -> Iterator[tuple[int, int, str, str]]:
    """Read `{"givenName": "Fatou", "familyName": "Diagne Sall"}` beside each other, at the root or below an owner's key."""
    given: dict[str, Block] = {}
    family: dict[str, Block] = {}
    for block in reading.document.blocks:
        outer, _, leaf = without_wrappers(block.key).rpartition(".") if block.kind is BlockKind.FIELD else ("", "", "")
        if leaf in _GIVEN_KEYS | _FAMILY_KEYS and all(part in _OUTER_KEYS for part in outer.split(".") if part):
            (given if leaf in _GIVEN_KEYS else family).setdefault(outer, block)
    for outer in given.keys() & family.keys():
        first, last = (reading.quote(block.span).strip("\"' ") for block in (given[outer], family[outer]))
        if is_personal_name(f"{first} {last}", reading.vocabularies):
            start = given[outer].span.start + reading.quote(given[outer].span).index(first)
            yield start, start + len(first), f"{first} {last}", "name in parts"


_NATIVE_LABEL = re.compile(
    r"(?m)^[ \t]*(?:氏名|名前|姓名|お名前|이름|성명|ФИО|Ф\.И\.О\.|Имя|ПІБ|Ονοματεπώνυμο|Όνομα|الاسم|שם)[ \t]*[:：][ \t]*(?P<name>[^\W\d_a-zA-Z][^\n\d:：,，(（]{0,38}?[^\W\d_a-zA-Z])[ \t]*(?:[(（,，]|$)"
)


def _behind_native_label(reading: Reading) -> Iterator[tuple[int, int, str, str]]:
    """Read "氏名: 佐藤 健一": a name in its own script behind the label for it."""
    for match in _NATIVE_LABEL.finditer(reading.document.text, 0, 1500):
        if len(match["name"].split()) <= 4:
            yield match.start("name"), match.end("name"), match["name"], "name behind its label"


_SMALL_NAME = re.compile(
    r"[a-zà-ÿ][a-zà-ÿ’'-]{1,15}(?: (?:van|von|de|der|da|di|la|[a-z]\.))?(?: [a-zà-ÿ][a-zà-ÿ’'-]{1,20}){1,2}"
)


def _in_small_letters(reading: Reading) -> Iterator[tuple[int, int, str, str]]:
    """Read a name in small letters that is the first line, above a line that begins with a title: "sound designer, bristol"."""
    lines = first_lines(reading, 2)
    if len(lines) < 2 or lines[0].period is not None or _SMALL_NAME.fullmatch(lines[0].text.strip("*_# ")) is None:
        return
    name = lines[0].text.strip("*_# ")
    first = re.split(r"[,|•·–—/]|\s(?:in|at|from|based)\s", lines[1].text.strip("*_ "))[0].strip()
    below = is_title(first[:1].upper() + first[1:], reading.vocabularies.roles)
    if (
        below
        and not is_title(name.capitalize(), reading.vocabularies.roles)
        and is_personal_name(name.title(), reading.vocabularies)
    ):
        start = lines[0].start + lines[0].text.index(name)
        yield start, start + len(name), name, "name in small letters"


SAYS_I = re.compile(r"(?<![\w\"“])(?:I|I[’'](?:m|ve))\s")


def _with_a_date(reading: Reading) -> Iterator[tuple[int, int, str, str]]:
    """Read "Jane Doe, Q3 2024" right below a first line that says what kind of text it is."""
    lines = first_lines(reading, 3)
    for above, line in pairwise(lines):
        period, text = line.period, line.text.strip("*_ ")
        is_byline = (
            above.gap == 9
            and above.block.kind is BlockKind.HEADING
            and SAYS_I.search(reading.document.text) is not None
        )
        if (
            period is None
            or not (says_kind(above.text) or is_byline)
            or line.text[period.end - line.start :].strip(" *_).")
        ):
            continue
        name = line.text[: max(0, period.start - line.start)].strip("*_ ,–—-|·(")
        months = (
            period.range.end.last_month - period.range.start.first_month
            if period.range.end and period.range.start
            else 99
        )
        if text.startswith(name) and months <= 12 and is_personal_name(name, reading.vocabularies):
            start = line.start + line.text.index(name)
            yield start, start + len(name), name, "name and date"


_I_AM = re.compile(
    r"(?i)\A(?:(?:hi|hello|hey|hallo|hola|ciao|salut|olá)\b[^\w\n]{1,6}(?:there\b[^\w\n]{1,4})?)?(?:I['’]m|I am|ich bin|je suis|soy|sono|ik ben)\s(?:an?\s|eine?\s|une?\s|een\s)?(?P<what>[^\n,.;]{3,60})"
)


def _single_heading(reading: Reading) -> Iterator[tuple[int, int, str, str]]:
    """Read a heading of one word above "Hi! I'm a tattoo artist": a person's only name."""
    lines = first_lines(reading, 2)
    if len(lines) < 2 or lines[0].block.kind is not BlockKind.HEADING:
        return
    name, said = lines[0].text.strip("*_ "), _I_AM.match(lines[1].text.strip("*_ "))
    if said is None or re.fullmatch(r"[A-ZÀ-ÖØ-Þ][a-zà-ÿ’'-]{2,18}", name) is None:
        return
    what = re.split(r"\s(?:in|at|from|based|who|and|with|for)\s", said["what"])[0]
    known = reading.vocabularies.technologies.find(name) or classify(name, reading.vocabularies) is not PieceKind.NAME
    if not known and is_title(what[:1].upper() + what[1:], reading.vocabularies.roles):
        yield (
            lines[0].start + lines[0].text.index(name),
            lines[0].start + lines[0].text.index(name) + len(name),
            name,
            "single name above",
        )
