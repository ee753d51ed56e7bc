"""Reads what stands around an amount: its unit, comparator, counted noun and period."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from graph.extraction.quantities.patterns import patterns
from graph.extraction.quantities.quantity import Quantity
from graph.extraction.quantities.rates import per_many
from graph.extraction.quantities.unit_nouns import noun_after
from graph.units import Units

# "I took over two houses" compares nothing.
_TOOK = re.compile(r"(?i)\b(?:took|take|taken|taking|takes|handed|won|measured|averaged|spread|observed|phased)\s$")
_DEFINITE = re.compile(r"(?i)\b(?:the|these|those|its|their|both|which)\s++(?:\w++\s++)?$")
_ADVERB_BEHIND = re.compile(
    r"(?:\s{1,9}[\w-]{1,60}){1,2}?\s{1,9}(?P<p>daily|weekly|monthly|annually|hourly|nightly|yearly)\b"
)


_EACH = re.compile(r"/(?:m²|m2|sqm|km²|km2|ha|km|head|person|pupil|patient|unit|hectare|bed|tonne)(?![\w])")


_STARS = "★⭐"
_DOLLARS = re.compile(r"\s?(?P<c>CAD|AUD|NZD|SGD|HKD)\b")
"""Behind an amount with a plain "$": whose dollars."""


def with_unit(text: str, quantity: Quantity, units: Units, currency: str | None) -> Quantity:
    """Return the quantity with the unit that is attached to it or follows it."""
    forms, end = patterns(units), quantity.number_end

    def put(unit: str, dimension: str, stop: int) -> Quantity:
        return replace(quantity, unit=unit, dimension=dimension, number_end=stop, end=stop)

    if text[end : end + 1] in _STARS and end < len(text):
        return put("stars", "count", end + 1)
    if currency == "$" and (code := _DOLLARS.match(text, end)) is not None:
        return put(code["c"], "money", code.end())
    if currency:
        return put(units.symbols.get(currency, currency), "money", end)
    if match := forms["share"].match(text, end):
        return put(units.shares[match["u"]], "share", match.end())
    if match := forms["ratio"].match(text, end):
        return put("ratio", "ratio", match.end())
    if match := forms["rates"].match(text, end):
        return put(units.rates[match["u"]], "rate", match.end())
    if text.startswith("s of ", end) or (text.startswith("s", end) and text.endswith("Crazy ", 0, quantity.start)):
        return quantity  # "100s of models": hundreds, no seconds; "Crazy 8s" is an exercise.
    if (match := forms["physical"].match(text, end)) and not (
        len(match["u"]) == 1 and ((quantity.scaled and match["u"] != "t") or text[match.end() : match.end() + 1] == "-")
    ):
        unit, dimension = units.physical[match["u"]]
        # "30 kWh/m²": for each square metre.
        if dimension != "time" and (each := _EACH.match(text, match.end())):
            return put(f"{unit}{each.group()}", dimension, each.end())
        return put(unit, dimension, match.end())
    if match := forms["money"].match(text, end):
        return put(
            units.symbols[match["s"]] if match["s"] else units.money_words[match["u"].casefold()], "money", match.end()
        )
    return quantity


_SEASONS = re.compile(
    r"(?i)\s(?:winters|seasons|summers|terms|semesters|sprints|school\syears|harvests|tax\sseasons)\b"
)


_FIGURE_BEFORE = re.compile(r"\d[^.;:()\n]{0,40}(?<!\bfor)(?<!\bin)(?<!\bof)(?<!\bafter)(?<!\bwith)(?<!\band)(?<!,)\s$")
_LONG_TIMES = frozenset({"days", "weeks", "months", "quarters", "years"})


_DONE_BEFORE = re.compile(
    r"\b(?:the|an?|all|our|its|their|new|old)\s[a-z-]+(?:\s(?!for\b|in\b|of\b|by\b|after\b|with\b|and\b|took\b|lasted\b|was\b|is\b)[a-z-]+)?\s$"
)
_CLAUSE_ENDS = re.compile(r"\s{0,2}(?:[.,;)]|$)")
"""Around the time of "moved the archive over three months"."""


def _over_a_time(text: str, quantity: Quantity, changes: dict[str, Any]) -> None:
    """Take "over" from "over two winters" and "by 30% over six months": how long, not more than that."""
    start = changes.get("start", quantity.start)
    if text[start : quantity.number_start].casefold() != "over ":
        return
    before = text[max(0, start - 50) : start]
    is_time = quantity.unit in _LONG_TIMES and bool(
        _FIGURE_BEFORE.search(before) or (_DONE_BEFORE.search(before) and _CLAUSE_ENDS.match(text, quantity.number_end))
    )
    if is_time or _SEASONS.match(text, quantity.number_end):
        changes |= {"start": quantity.start, "comparator": quantity.comparator}


def finish(text: str, units: Units, quantity: Quantity) -> Quantity:
    """Return the quantity with comparator, counted noun and period."""
    forms, changes = patterns(units), dict[str, Any]()
    before = text[max(0, quantity.start - 28) : quantity.start]
    match = forms["comparator"].search(before)
    if match and not (match["c"].casefold() == "over" and _TOOK.search(before[: match.start()])):
        sign = units.comparators[match["c"].casefold()]
        strong = quantity.comparator == "=" or (sign in (">", ">=", "<", "<=") and quantity.comparator == "~")
        changes["start"] = quantity.start - len(before) + match.start("c")
        changes["comparator"] = sign if strong and sign != "=" else quantity.comparator
        before = text[max(0, changes["start"] - 20) : changes["start"]]
    changes["definite"] = _DEFINITE.search(before[-20:]) is not None
    end = quantity.number_end
    if match := forms["period"].match(text, end):
        changes["period"] = units.periods[match["p"].casefold()]
        # "220k monthly active users": the period stands before what is counted.
        between = noun_after(text, match.end()) if quantity.dimension == "count" and match["p"].endswith("ly") else None
        if between is not None:
            return replace(quantity, **changes, noun=between, unit=between.unit, end=between.end)
        return replace(quantity, **changes, end=match.end())
    _over_a_time(text, quantity, changes)
    noun = noun_after(text, end, one=quantity.value == 1 and quantity.form == "digits")
    if noun is not None:
        changes["noun"] = noun
        if quantity.dimension == "count":
            changes |= {"unit": noun.unit, "end": noun.end}
        if after := forms["period"].match(text, noun.end):
            changes["period"] = units.periods[after["p"].casefold()]
            if quantity.dimension == "count":
                changes["end"] = after.end()
        elif found := _ADVERB_BEHIND.match(text, end):
            changes["period"] = units.periods[found["p"].casefold()]
    return per_many(text, replace(quantity, **changes))
