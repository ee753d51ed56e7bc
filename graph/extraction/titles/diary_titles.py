"""Knows the titles of diaries in which the making of one thing is told: "Devlog — Hedgerow Atlas". Reads no entries of them."""

from __future__ import annotations

import re

_KEPT = r"logs?|diary|journal|notebook"
_THINGS = r"dev(?:elopment)?|build|game|release|prototype"
_PEOPLES_TOO = r"developer|project|progress|making|product|engineering"
_ABROAD = (
    r"carnet\sde\sbord|(?:journal|carnet)\sd(?:e\s|u\s|['’])(?:bord|projet|développement|chantier)|(?:projekt|entwicklungs|entwickler|bau|arbeits|fortschritts)(?:tagebuch|logbuch|journal)|"
    r"(?:diario|bitácora|cuaderno|diário|caderno)\sd[eio](?:l|\sla)?\s(?:proyecto|progetto|projeto|desarrollo|sviluppo|desenvolvimento|bordo|a\sbordo)|(?:project|ontwikkel)(?:logboek|dagboek)|projektdagbok|dev-?dagbok"
)
_DIARY = rf"(?:(?:{_THINGS}|{_PEOPLES_TOO})[\s-]?(?:{_KEPT}|log\s?book)|{_ABROAD})"
_OF_THING = re.compile(rf"(?i)[\s*_#]{{0,6}}(?:{_THINGS})[\s-]?(?:{_KEPT})\b")
_NAME_BEHIND = re.compile(
    rf"(?i)\W{{0,4}}(?:(?:my|the|our)\s)?{_DIARY}(?:\s?[:–—|]|\s-|\s(?:of|for|du|de|von|für|di|van))\s(?P<n>\S.{{1,60}}?)\W{{0,3}}"
)
_NAME_BEFORE = re.compile(rf"(?i)\W{{0,4}}(?P<n>[^\W_].{{1,60}}?)(?:\s?[:–—|(]|\s-|['’]s)?\s{_DIARY}\)?\W{{0,3}}")


def name_in_diary_title(title: str, start: int = 0) -> tuple[int, str] | None:
    """Return where the name of what a diary tells of stands in its title, read from `start` on, and the name; None for other titles.

    >>> name_in_diary_title("Devlog — Hedgerow Atlas"), name_in_diary_title("Kettle clock: build log"), name_in_diary_title("Kettle clock")
    ((9, 'Hedgerow Atlas'), (0, 'Kettle clock'), None)
    """
    match = _NAME_BEHIND.fullmatch(title, start) or _NAME_BEFORE.fullmatch(title, start)
    return None if match is None else (match.start("n"), match["n"])


def opens_diary_of_thing(title: str) -> bool:
    """Return whether a title begins with the word for a diary that only a thing has, no person.

    >>> opens_diary_of_thing("Build log: Kettle clock"), opens_diary_of_thing("Project diary: Ina Marsh")
    (True, False)
    """
    return _OF_THING.match(title) is not None
