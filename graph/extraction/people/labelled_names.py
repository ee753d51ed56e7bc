"""Names that a field or a label states: front matter, `name:`, "Prepared by: …"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from graph.documents import Block, BlockKind, Span
from graph.extraction.career_words import words_of
from graph.extraction.heads.career_keys import without_wrappers
from graph.extraction.people.personal_names import FULL_NAME, bare_name, cased_name, is_personal_name
from graph.extraction.reading import Reading

_NAME_KEYS = frozenset(
    words_of(
        """
        author | authors | name | me | ich | yo | moi | candidate | full_name | fullname | who | autor | nom | nombre | naam | nome | auteur |
        autore | namn | navn | pagetitle | imię_i_nazwisko | jméno | név | nimi | applicant | name_of_applicant | vor-_und_nachname |
        vor-_und_zuname | nombre_completo | nome_completo | volledige_naam | prénom_et_nom | author_name | owner | employee | employee_name | called | nominee | award_nominee | mitarbeiter | mitarbeiterin | mitarbeiter/in | mitarbeitende | mitarbeitende/r | medewerker | empleado | empleada | salarié | salariée | collaborateur | collaboratrice |
        prepared_by | written_by | compiled_by | submitted_by | presented_by | verfasst_von | erstellt_von | rédigé_par | elaborado_por | preparado_por | redatto_da |
        colaborador | colaboradora | dipendente | medarbejder | medarbetare | my_name | i_am | designed_and_built_by | designed_and_developed_by | built_by | made_by | created_by | nom_et_prénom | nombre_y_apellidos | nome_e_cognome
        """,
        "|",
    )
)


_OWNERS = frozenset(
    words_of(
        """
        basics person personal personal_info personal_information personal_details personalia candidate author profile
        contact contact_info header about me owner info bio meta owner identity persona persone personne personalien candidato candidata candidat kandidat kandidaat datos_personales persönliche_daten
        """
    )
)
"""Outer keys whose `name` is the author's."""


@dataclass(frozen=True, slots=True)
class StatedName:
    """A name, where it stands, and the rule that read it."""

    span: Span
    name: str
    rule: str
    confidence: float


def named_by_field(reading: Reading) -> StatedName | None:
    """Return the author whom a field names: `name: Jane Doe`, `basics.name`, `authors:`; None where none does."""
    for block in reading.document.blocks:
        if block.kind is not BlockKind.FIELD or not _names_author(block.key):
            continue
        bare = bare_name(reading.quote(block.span).strip("\"' ["))
        first = re.split(r"\s*[],;|(]\s*|\s{3,}", bare)[0].strip("\"' ")
        offset = reading.quote(block.span).find(first)
        if (
            without_wrappers(block.key) in ("author", "authors", "author.name", "basics.name")
            and 0 < len(first) <= 60
            and "@" not in first
            and " " in first
        ):
            return StatedName(_part(block, offset, first), first, "author field", 0.98)
        if is_personal_name(first, reading.vocabularies):
            return StatedName(_part(block, offset, first), cased_name(first), "name field", 0.95)
    return None


_LABELLED_NAME = re.compile(
    r"(?mi)^[ \t]*(?:#{1,4}[ \t]{1,3}|\d{1,2}[.)][ \t]{1,3})?(?:full name|name|employee(?: name)?|nominee(?:[’\']s name)?|personal (?:information|details|data)|informazioni personali|informa(?:ción|ciones) personal(?:es)?|informations personnelles|dados pessoais|informação pessoal|persoonlijke gegevens|persönliche daten|zur person|angaben zur person|applicant|(?:first|given) names?(?:\(s\))?\s?/\s?(?:sur|last |family )names?(?:\(s\))?|(?:sur|last |family )names?(?:\(s\))?\s?/\s?(?:first|given) names?(?:\(s\))?|(?:first name\(s\)|surname\(s\)) / (?:first name\(s\)|surname\(s\))|candidate|nom|nombre|nome|naam|namn|navn)(?:[ \t]{0,9}:(?:[*_]{0,2}-[*_]{0,2}[ \t]{0,9}|[ \t]{1,9})|[ \t]{2,}|\t+)(?P<name>\S[^\n]*?)(?=[ \t]{3,}|[ \t]*$)"
)


_NAME_BULLET = re.compile(
    r"(?m)^[ \t]{0,4}[-*•][ \t]{1,3}[*_]{0,2}(?:[Ff]ull [Nn]ame|Name|Nombre|Nome|Nom|Naam)(?:[*_]{0,2}[ \t]?:|:[*_]{0,2})[*_]{0,2}[ \t]{1,4}(?P<name>[^\n|,(]{4,50}?)[ \t*_]{0,6}$"
)
_WHOLE_NAME_BULLET = re.compile(
    r"(?mi)^[ \t]{0,4}[-*•][ \t]{1,3}[*_]{0,2}(?:full name|nom complet|nombre completo|nome completo|volledige naam|vollständiger name)"
    r"(?:[*_]{0,2}[ \t]?:|:[*_]{0,2})[*_]{0,2}[ \t]{1,4}(?P<name>[^\n|,(]{4,50}?)[ \t*_]{0,6}$"
)
"""The bullet of a list of contacts, wherever that stands."""
_TOP = 600
"""Characters in which the label of a bullet is that of the author's own name."""


def named_by_label(reading: Reading) -> StatedName | None:
    """Read "Name          Jane Doe", where spaces alone set the label apart, and the bullet "- **Name**: Jane Doe" at the top."""
    for match in _NAME_BULLET.finditer(reading.document.text, 0, _TOP):
        name = bare_name(match["name"])
        if is_personal_name(name, reading.vocabularies) or (name.count(" ") < 4 and FULL_NAME.fullmatch(name)):
            start = match.start("name") + match["name"].index(name)
            span = reading.document.span(start, start + len(name))
            return StatedName(span, cased_name(name), "name behind its label", 0.93)
    for match in _WHOLE_NAME_BULLET.finditer(reading.document.text, 0, 4000):
        name = bare_name(match["name"])
        if is_personal_name(name, reading.vocabularies):
            start = match.start("name") + match["name"].index(name)
            span = reading.document.span(start, start + len(name))
            return StatedName(span, cased_name(name), "name behind its label", 0.93)
    for match in _LABELLED_NAME.finditer(reading.document.text, 0, 3000):
        name = bare_name(match["name"])
        if is_personal_name(name, reading.vocabularies):
            start = match.start("name") + match["name"].index(name)
            return StatedName(
                reading.document.span(start, start + len(name)), cased_name(name), "name behind its label", 0.93
            )
    return _named_in_table(reading)


_NAME_ROW = re.compile(
    r"(?i)\|?[\s*_]{0,6}(?:full name|name|author|employee|candidate|nominee|nombre(?: completo| y apellidos)?|nome(?: completo| e cognome)?|nom(?: et prénom)?|naam|namn|navn|vor- und nachname|imię i nazwisko)[\s*_]{0,4}:?[\s*_]{0,4}\|[\s*_]{0,6}"
    r"(?P<name>[^\W\d_][^|\n*_(]{3,50}?)(?:\s\([^()|\n]{2,40}\))?[\s*_|]{0,6}"
)


_NAME_CELL = re.compile(r"(?i)[\s*_]{0,4}(?:full name|name|nombre|nome|nom|naam|namn|navn)[\s*_]{0,3}:?[\s*_]{0,3}")


def _named_in_table(reading: Reading) -> StatedName | None:
    """Read the row of a table of two columns near the top: "| **Name** | Jane Doe |"."""
    blocks = reading.document.blocks[:15]
    for label, block in pairwise(blocks):
        if _NAME_CELL.fullmatch(reading.quote(label.span)) is not None and label.kind is BlockKind.PARAGRAPH:
            name = reading.quote(block.span).strip("*_ ")
            if is_personal_name(name, reading.vocabularies):
                start = block.span.start + reading.quote(block.span).index(name)
                span = reading.document.span(start, start + len(name))
                return StatedName(span, cased_name(name), "name behind its label", 0.93)
    for block in blocks:
        if block.kind is not BlockKind.TABLE_ROW:
            continue
        row = _NAME_ROW.fullmatch(reading.quote(block.span))
        if row is not None and is_personal_name(row["name"], reading.vocabularies):
            start = block.span.start + row.start("name")
            span = reading.document.span(start, start + len(row["name"]))
            return StatedName(span, cased_name(row["name"]), "name behind its label", 0.93)
    return None


def _names_author(key: str) -> bool:
    *owners, last = without_wrappers(key).split(".")
    words = set(re.findall(r"[^\W\d_]+", last.replace("'s", "").replace("’s", "")))
    is_part = len(words & _PARTS_OF_NAMES) == 1 and not words & {"nom", "nome", "name"} - {"name"}
    is_name = last in _NAME_KEYS or (bool(words & _NAME_WORDS) and words <= _NAME_WORDS | _WORDS_OF_NAMES)
    is_name = is_name and (last in _NAME_KEYS or not is_part)
    return is_name and all(owner in _OWNERS for owner in owners)


_NAME_WORDS = frozenset(words_of("name nom nombre nome naam namn navn imię jméno név"))


_PARTS_OF_NAMES = frozenset(
    words_of(
        "first last family given middle surname prénom prénoms vor nach voornaam achternaam famille apellidos cognome"
    )
)


_WORDS_OF_NAMES = frozenset(
    words_of(
        """
        full first last family given middle applicant candidate employee author my of the s surname surnames names prénom prénoms et vor und nachname
        zuname completo completa apellidos y cognome e volledige voornaam en achternaam nazwisko i complet de famille preferred legal
        """
    )
)
"""Words beside "name" in keys of one's whole name: "Applicant's name", "Prénom NOM"."""


def _part(block: Block, offset: int, words: str) -> Span:
    start = block.span.start + max(offset, 0)
    return Span(block.span.document_id, start, start + len(words))
