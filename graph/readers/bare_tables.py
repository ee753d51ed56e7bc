"""Tells tables of plain text that have a line of heads and no rule below it: "Project | Client | Tools | Result"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.readers.text_lines import Line, is_rule

_HEADS = re.compile(
    r"(?i)(?:#|(?:proj(?:ect)?\.?\s?)?no\.?|value|cost|fee|funder|sum|area|win|wins|quarter|month|name|project|product|app|game|title|case|campaign|event|site|building|course|study|client|customer|brand|employer|company|stack|tech|technology|technologies|tools?|built with|"
    r"channels?|methods?|materials?|result|results|outcome|outcomes|impact|effect|numbers?|role|my role|my part|what i did|did|what|about|description|for|when|year|years|period|dates?|status|size|budget|team|place|"
    r"projekt|kunde|werkzeuge|technik|ergebnis|rolle|zeitraum|jahr|beschreibung|projet|rôle|outils|résultat|année|période|proyecto|cliente|herramientas|resultado|año|rol|papel|"
    r"progetto|strumenti|risultato|anno|ruolo|projeto|ferramentas|ano|opdracht|klant|opdrachtgever|resultaat|jaar)(?:\s?[/&,]\s?[\w ]{2,20}|\s\w{2,12})?"
)
_ROOM = re.compile(r"\s{2,}")
_FEWEST = 3
"""Columns; of fewer "Acme | 2019" may be anything."""


def rows_below(lines: Sequence[Line], at: int) -> list[int]:
    """Return the places of the rows below the line at `at`, if that holds the heads of a table; else none.

    Two rows or more, each with as many bars (or tabs) as the heads; a rule between is skipped.
    """
    heads = cells(lines[at].text)
    if len(heads) < _FEWEST or 2 * sum(_HEADS.fullmatch(head) is not None for head in heads) <= len(heads):
        return []
    found: list[int] = []
    for place in range(at + 1, len(lines)):
        text = lines[place].text
        if lines[place].is_blank or len(cells(text)) != len(heads):
            if not found and not lines[place].is_blank and (is_rule(text) or not re.search(r"\w", text)):
                continue
            break
        found.append(place)
    return found if len(found) > 1 else []


def cells(text: str) -> list[str]:
    """Return what bars, tabs or room part in a line; one cell where none of them stands in it.

    >>> cells("Project | Stack | Result")
    ['Project', 'Stack', 'Result']
    """
    parted = text.split("\t") if "\t" in text else text.split("|") if "|" in text else _ROOM.split(text)
    return [cell.strip() for cell in parted]
