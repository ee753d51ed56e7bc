"""Figures that are others': of an offer, of the house one works for, of what studies say, of a machine or a hypothesis.

OTHERS is joined to the table of circumstances (phrases.py); each function sees one sentence and one of its figures.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from graph.extraction.quantities.quantity import Quantity

_NEAR = 120
"""Characters; what stands farther off says nothing of a figure."""

# ---------------------------------------------------------------- the house one works for

_KIND_OF_HOUSE = (
    r"(?:company|firm|manufacturer|provider|retailer|agency|bank|start-?up|consultancy|supplier|producer|wholesaler|insurer|distributor|publisher|"
    r"brewery|carrier|conglomerate|unternehmen|hersteller|konzern|entreprise|empresa|azienda|bedrijf)"
)
_THE_HOUSE = re.compile(
    rf"(?i)\A\W*(?:the|this)\s{_KIND_OF_HOUSE}\s(?:is|was|has|had|employs|employed|operates|operated|makes|made|sells|sold|serves|served)\s"
)
_A_HOUSE = re.compile(
    rf"(?i)\A\W*+(?P<kind>(?:[\w&-]+,?\s){{0,5}}){_KIND_OF_HOUSE}\s(?:with|of|employing|serving|operating|\()\s?"
)
_DID = re.compile(
    r"(?i)\b(?:\w+ed|built|led|ran|grew|won|sold|took|made|brought|for|to|at|from|i|we|my|our|as|(?!lead|manufactur|engineer|consult|shipp|trad|market|grow|bank|hold|hous|publish|train|build|cater|clean)\w+ing)\b"
)


def _is_of_the_house(text: str, q: Quantity) -> bool:
    """ "Firm with 5,000 employees and offices in 12 countries.", "The company is a €2bn maker of pumps": no work of anybody."""
    if q.dimension not in ("count", "money") or q.before is not None:
        return False
    before = text[: q.start]
    if len(before) > _NEAR or ";" in before:
        return False
    if _THE_HOUSE.match(before):
        return True
    described = _A_HOUSE.match(before)
    return (
        described is not None
        and _DID.search(described["kind"]) is None
        and _DID.search(before[described.end() :]) is None
    )


# ---------------------------------------------------------------- what studies say

_STUDIES = re.compile(
    r"(?i)\A\W*(?!(?:our|my)\s)(?:[a-z]+\s)?(?:studies|research|surveys|statistics|reports|analysts)\s(?:shows?|suggests?|says?|finds?|proves?|estimates?|indicates?)\b"
)
_OF_FIRMS = re.compile(
    r"(?i)\s?of\s(?:all\s|most\s)?(?:[a-z-]+\s)?(?:companies|businesses|firms|start-?ups|organi[sz]ations|enterprises|employers|americans|europeans|adults)\s(?:still\s|now\s|never\s|do\s|don[’']t\s|cannot\s)?"
    r"(?:struggle|fail|use|say|have|are|report|spend|believe|lack|want|need|plan|see|lose|face|expect|suffer|know|trust|rely)\b"
)


def _is_of_studies(text: str, q: Quantity) -> bool:
    """ "Studies show that 70% of projects fail", "87% of companies struggle with it"."""
    if _STUDIES.match(text[:_NEAR]):
        return True
    return q.dimension == "share" and q.before is None and _OF_FIRMS.match(text, q.number_end) is not None


# ---------------------------------------------------------------- offers

_SOLD_AT = re.compile(
    r"(?i)\b(?:courses?|workshops?|tickets?|plans?|class(?:es)?|lessons?|books?|e-?books?|subscriptions?|licen[cs]es?|entry|admission|memberships?|packages?|sessions?|templates?)\s"
    r"(?:now\s)?(?:costs?|starts?\s(?:at|from)|is|are|from|at)\s(?:only\s|just\s)?$|\bfree\s(?:shipping|delivery|returns|entry)\s(?:for\sorders\s)?$"
)
_OFF = re.compile(r"(?i)\soff\s(?:your|all|any|every|(?:the\s)?first|orders?)\b")
_LEFT = re.compile(r"(?i)\s(?:left|remaining)\b")
_PLACES = frozenset({"places", "spots", "seats", "tickets", "slots"})


def _is_offered(text: str, q: Quantity) -> bool:
    """ "The course costs $49", "Free shipping over $50", "20% off your first order", "Only 5 places left"."""
    if q.before is not None:
        return False
    if q.dimension == "money":
        return _SOLD_AT.search(text[max(0, q.start - 60) : q.start]) is not None
    if q.dimension == "share":
        return _OFF.match(text, q.number_end) is not None
    return q.dimension == "count" and q.unit in _PLACES and _LEFT.match(text, q.end) is not None


_WORKING_HOURS = re.compile(
    r"(?i)\A\W*available\b|\b(?:working\s(?:hours|time|week)|hours\sof\swork|weekly\shours|arbeitszeit|wochenarbeitszeit|wochenstunden|temps\sde\stravail|orario)\s?:?\s(?:of\s|von\s|de\s)?$"
)


def _is_working_time(text: str, q: Quantity) -> bool:
    """ "Working hours: 38.5 h per week", "Available from May, 3 days a week"."""
    return q.dimension == "time" and q.before is None and _WORKING_HOURS.search(text[:_NEAR][: q.start]) is not None


# ---------------------------------------------------------------- machines, hypotheses

_MEMORY = re.compile(r"(?:\s(?:of\s)?(?:RAM|memory|VRAM|SSD|DDR\d)|\sof\sdisk)\b")
_HAS = re.compile(r"(?i)(?:\b(?:with|has|have|and|on|an?)|,)\s$")
_PARTS = re.compile(
    r"(?i)-(?:core|thread|column|row)s?\s(?:machine|server|box|laptop|desktop|cpu|processor|chip|vm|host|grid|layout|instance)s?\b"
)


def _is_of_a_machine(text: str, q: Quantity) -> bool:
    """ "an 8-core machine with 16 GB of RAM", "a 12-column grid": how a thing is built."""
    if q.before is not None:
        return False
    if q.dimension == "data":
        return (
            _MEMORY.match(text, q.number_end) is not None
            and _HAS.search(text[max(0, q.start - 8) : q.start]) is not None
        )
    return q.dimension == "count" and _PARTS.match(text, q.number_end) is not None


_SUPPOSED = re.compile(r"(?i)\A\W*(?:hypothes[ie]s|assumptions?|expectations?|expected(?:\s\w+)?)\W{0,3}:")


def _is_supposed(text: str, q: Quantity) -> bool:
    """ "Hypothesis: a shorter form lifts sign-ups by 10%"."""
    return q.before is None and _SUPPOSED.match(text[:60]) is not None


OTHERS: tuple[tuple[str, Callable[[str, Quantity], bool]], ...] = (
    ("the house one works for", _is_of_the_house),
    ("what studies say", _is_of_studies),
    ("offer", _is_offered),
    ("working time", _is_working_time),
    ("build of a computer or a page", _is_of_a_machine),
    ("hypothesis", _is_supposed),
)
"""Reason → whether it holds for a figure of a sentence."""
