"""Reads what an amount is counted per, where that is many: "4.1 per 1,000 bed days", "2 defects per million". Calls no other rule."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.extraction.quantities.quantity import Quantity
from graph.extraction.quantities.unit_nouns import noun_after

_PER_MANY = re.compile(
    r"\s{1,3}(?:per|pro|je|auf|pour|por\s{1,3}cada|por|ogni|su|in\s{1,3}every|for\s{1,3}every|na|pr\.?)\s{1,3}"
    r"(?P<many>1(?:00|0{3,6}|0?0?[,.’' \u00a0\u202f]000|[,.]000[,.]000)|hundred|thousand|million|tausend|mille|mil|tusen)(?![\w.,]?\d|[-%]|\s?%)",
    re.IGNORECASE,
)
_WORD = re.compile(r"\s{1,3}(?P<noun>[^\W\d_]{3,30})(?![\w’'])")
_SMALL = frozenset(
    "down up and und et y e en in for with from was were after before over while but now die der des par sur nach bei dans".split()
)
_WRITTEN = {
    "hundred": 100,
    "thousand": 1000,
    "tausend": 1000,
    "mille": 1000,
    "mil": 1000,
    "tusen": 1000,
    "million": 10**6,
}


def per_many(text: str, quantity: Quantity) -> Quantity:
    """Return the quantity with "per 1,000 bed days" as part of its unit, where such words follow it; else as it is.

    The number in them is no figure of its own. An amount of money, or one that is measured, keeps its unit.
    """
    match = _PER_MANY.match(text, quantity.end)
    if match is None:
        return quantity
    end, counted = match.end(), ""
    if (noun := noun_after(text, end)) is not None:
        end, counted = noun.end, f" {' '.join(text[noun.start : noun.end].casefold().split())}"
    elif (word := _WORD.match(text, end)) is not None and word["noun"].casefold() not in _SMALL:
        end, counted = word.end(), f" {word['noun'].casefold()}"
    if quantity.dimension != "count":
        return replace(quantity, number_end=end, end=end)
    written = match["many"].casefold()
    many = _WRITTEN.get(written) or int(re.sub(r"\D", "", written))
    unit = f"{quantity.unit} per {many:,}{counted}".strip()
    return replace(quantity, unit=unit, dimension="rate", number_end=end, end=end)
