"""Corrects amounts by how a document writes them: "45.000" of a German text, "12 Mitarbeitern". English needs none of it."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.extraction.quantities.patterns import patterns
from graph.extraction.quantities.quantity import Quantity
from graph.extraction.quantities.unit_nouns import NounPhrase
from graph.extraction.quantities.writing_styles import WritingStyle
from graph.units import Units

_POINT_AND_THREE = re.compile(r"(?<![\d.,])\d{1,3}\.\d{3}(?![\d.,])")
_COMMA_AND_THREE = re.compile(r"(?<![\d.,])\d{1,3},\d{3}(?![\d.,])")
# German counts nouns with a capital: "12 Mitarbeitern", "350 neue Bauteile".
_GERMAN_NOUN = re.compile(
    r"\s{1,60}+(?:[a-zäöüß]+e[nrs]?\s+)?(?P<noun>[A-ZÄÖÜ][a-zäöüß]{2,}(?:e|en|er|n|ern|s|el|in|innen))\b"
)
_ROMANCE_NOUN = re.compile(r"\s{1,60}+(?P<noun>[a-zà-ÿ]{3,}(?:s|x))\b")
_ITALIAN_NOUN = re.compile(r"\s{1,60}+(?P<noun>[a-zà-ÿ]{3,}[ie])\b")
_DUTCH_NOUN = re.compile(r"\s{1,60}+(?:[a-zà-ÿ]+e\s+)?(?P<noun>[a-zà-ÿ]{3,}(?:en|s))\b")
_SWEDISH_NOUN = re.compile(r"\s{1,60}+(?:[a-zåäö]+a\s+)?(?P<noun>[a-zåäö]{2,}(?:or|ar|er|on))\b")
_NOUNS = {
    "de": _GERMAN_NOUN,
    "fr": _ROMANCE_NOUN,
    "es": _ROMANCE_NOUN,
    "pt": _ROMANCE_NOUN,
    "it": _ITALIAN_NOUN,
    "nl": _DUTCH_NOUN,
    "sv": _SWEDISH_NOUN,
}
_NO_NOUN = frozenset(
    "dans sous sans pour très puis plus moins vers chez dos más menos mas pues entre desde hasta tres dalle delle come anche fra che "
    "dopo oltre circa meer dan tussen sinds jaren weken vers plusieurs fois veces volte keer maal "
    "har var efter under eller över mer fler gånger kommer blir någon utan".split()
)


def in_style(text: str, quantity: Quantity, style: WritingStyle, units: Units) -> Quantity:
    """Return the quantity as the style means it: points as thousands, the counted noun of another language."""
    if style.points_part_thousands:
        written = text[quantity.number_start : quantity.number_end]
        if _POINT_AND_THREE.search(written):
            quantity = replace(quantity, value=quantity.value * 1000, scaled=True)
        elif _COMMA_AND_THREE.search(written) and style.language != "en":
            quantity = replace(quantity, value=quantity.value / 1000, scaled=False)
    noun = _NOUNS.get(style.language)
    if noun is None or quantity.dimension != "count" or quantity.unit:
        return quantity
    found = noun.match(text, quantity.number_end)
    if found is None or found["noun"].casefold() in _NO_NOUN:
        return quantity
    phrase = NounPhrase(found.start("noun"), found.end(), found["noun"], True)
    counted = replace(quantity, noun=phrase, unit=phrase.unit, end=max(quantity.end, phrase.end))
    period = patterns(units)["period"].match(text, phrase.end)
    return (
        counted if period is None else replace(counted, period=units.periods[period["p"].casefold()], end=period.end())
    )
