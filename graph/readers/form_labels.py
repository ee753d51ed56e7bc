"""Knows the labels of the European form of a résumé, which stand in a column of their own without a colon: "Occupation or position held   Cook"."""

from __future__ import annotations

import re

_WHEN = r"dates?|datum|zeitraum|fechas?|datas?|daty?|data"
_LONG = "|".join(
    """occupation or position held|name and address of employer|type of business or sector|main activities and responsibilities|title of qualification awarded|name and type of organisation providing education and training|principal subjects(?:/occupational skills covered)?
beruf oder funktion|name und adresse des arbeitgebers|tätigkeitsbereich oder branche|wichtigste tätigkeiten und zuständigkeiten|bezeichnung der erworbenen qualifikation|name und art der bildungs- oder ausbildungseinrichtung|hauptfächer/berufliche fähigkeiten
fonction ou poste occupé|nom et adresse de l['’]employeur|type ou secteur d['’]activité|principales activités et responsabilités|intitulé du certificat ou diplôme délivré|nom et type de l['’]établissement d['’]enseignement ou de formation
profesión o cargo desempeñado|nombre y dirección de la empresa o empleador|tipo de empresa o sector|funciones y responsabilidades principales|(?:título de la )?cualificación obtenida|nombre y tipo del centro de estudios|nombre y dirección de la empresa|nombre y tipo de la organización que ha impartido la educación o la formación
lavoro o posizione ricoperti|nome e indirizzo del datore di lavoro|tipo di attività o settore|principali (?:attività|mansioni) e responsabilità|titolo della qualifica rilasciata|qualifica conseguita|nome e tipo d['’]organizzazione erogatrice dell['’]istruzione e formazione|nome e tipo di istituto di istruzione o formazione
função ou cargo ocupado|nome e morada do empregador|tipo de empresa ou sector|principais actividades e responsabilidades|designação da qualificação atribuída|nome e tipo da organização de ensino ou formação
beroep of functie|naam en adres van de werkgever|soort bedrijf of sector|zawód lub zajmowane stanowisko|nazwa i adres pracodawcy|rodzaj działalności lub sektor""".split(
        "\n"
    )
)
_LINE = re.compile(
    rf"(?i)\A[ \t]{{0,40}}[•*-]?[ \t]{{0,4}}(?P<label>(?:{_WHEN})(?:[ \t]?\([^()\n]{{3,14}}\))?|{_LONG})(?:[ \t]*:)?(?:[ \t]{{2,60}}|\t[ \t]*)(?P<value>\S)"
)
_LONG_LABEL = re.compile(rf"(?im)^[ \t•*-]{{0,40}}(?:{_LONG})[ \t:]")
_PLAIN_KEYS = re.compile(r"\s?\([^()]*\)$")


def is_european_form(text: str) -> bool:
    """Return whether a text holds two labels of the form or more that nothing else is called by.

    >>> is_european_form("Dates\\t2009\\nOccupation or position held\\tCook\\nName and address of employer\\tAcme")
    True
    """
    if " o" not in text or len(text) > 200_000:
        return False
    found = _LONG_LABEL.finditer(text)
    return next(found, None) is not None and next(found, None) is not None


def form_field(text: str) -> tuple[str, int] | None:
    """Return the label, in small letters, of a line of the form and where its value begins.

    >>> form_field("Datum (von-bis)\\t\\t2006-02 bis heute")
    ('datum', 17)
    """
    match = _LINE.match(text)
    if match is None:
        return None
    return _PLAIN_KEYS.sub("", match["label"].lower()), match.start("value")
