"""Joins amounts of a text that are one: times ("3 hours and 20 minutes"), ranges ("10–15x"), changes ("2.2M → 0.4M"), contrasts.

ranges_and_changes.py knows in which words two of them are a range or change.
"""

from __future__ import annotations

import re
from dataclasses import replace

from graph.extraction.quantities.arithmetic import as_minutes, change_of, same_measure, tidy
from graph.extraction.quantities.contrasts import Contrast, behind, contrast, is_yardstick
from graph.extraction.quantities.quantity import Quantity
from graph.extraction.quantities.ranges_and_changes import PLAIN_FROM, TO, as_range_or_change, gap_between
from graph.units import Units


def joined(text: str, found: list[Quantity], units: Units) -> list[Quantity]:
    """Return the figures of a text, in order, with those that are one range or change as one."""
    found = _as_one_time(text, found, units)
    pairs: list[Quantity] = []
    place = 0
    while place < len(found):
        here = found[place]
        following = found[place + 1] if place + 1 < len(found) else None
        if following is not None and is_yardstick(
            text[here.number_end : following.start], text[following.number_end :][:40]
        ):
            # "71 % vs. 45 % sector average": whose figure it is compared with.
            pairs.append(here)
            place += 2
            continue
        pair = as_range_or_change(text, here, following, units) if following is not None else None
        if pair is not None and place + 2 < len(found) and _begins_change(text, here, found[place + 1 : place + 3]):
            # "one flow cell from 5 days to 7 hours": the middle one belongs to what follows.
            pair = None
        if pair is None and following is not None:
            pair = _contrast(text, here, following, units)
        if pair is None and following is not None:
            found[place + 1] = _in_unit_of(text, here, following)
        if pairs and pair is not None and not pair.unit and text[pairs[-1].end : pair.start].strip() == "(":
            # "by 19 days (62 → 43)"
            last = pairs[-1]
            pair = (
                replace(pair, unit=last.unit, dimension=last.dimension) if last.dimension in ("time", "money") else pair
            )
        pairs.append(pair or here)
        place += 2 if pair else 1
    return pairs


_AND = re.compile(r"\s*+,?\s*+(?:and|und|et|y|e|en)?\s*", re.IGNORECASE)


_BESIDE = re.compile(r"\s?")


def _as_one_time(text: str, found: list[Quantity], units: Units) -> list[Quantity]:
    """Return the figures with "3 hours and 20 minutes" as one time, in the smaller unit."""
    times: list[Quantity] = []
    for q in found:
        last = times[-1] if times else None
        if last is not None and _BESIDE.fullmatch(text, last.number_end, q.start):
            last, q = as_minutes(text, last, q), as_minutes(text, q, last)  # "11m 20s", "5h 40m"
        if (
            last is not None
            and last.dimension == q.dimension == "time"
            and not (last.period or q.period or q.comparator != "=")
            and units.factors[last.unit] > units.factors[q.unit]
            and q.value * units.factors[q.unit] < units.factors[last.unit]
            and _AND.fullmatch(text, last.number_end, q.start)
        ):
            value = last.value * units.factors[last.unit] / units.factors[q.unit] + q.value
            times[-1] = replace(last, end=q.end, number_end=q.number_end, value=tidy(value), unit=q.unit, scaled=False)
        else:
            times.append(q)
    return times


_BY = re.compile(r"(?i)\b(?:by|um|de|di|met)\s{1,3}(?:about\s|around\s|some\s|another\s)?$")


def _in_unit_of(text: str, here: Quantity, following: Quantity) -> Quantity:
    """Return what "fell by five days to three" reached in the unit of what it fell by."""
    gap = text[here.number_end : following.start]
    reached = here.dimension in ("time", "money", "data", "count") and re.fullmatch(
        r"(?:\s[\w-]+)?,?\s{1,3}to\s{1,3}(?:just\s|only\s)?", gap
    )
    if following.unit or not here.unit or not reached or not _BY.search(text[: here.start][-20:]):
        return following
    return replace(following, unit=here.unit, dimension=here.dimension)


def _begins_change(text: str, first: Quantity, rest: list[Quantity]) -> bool:
    """Return whether the second of three amounts begins a change to the third, and the first counts something else."""
    middle, last = rest
    gap = text[first.number_end : middle.start]
    return (
        PLAIN_FROM.search(gap) is not None
        and first.dimension != middle.dimension
        and middle.dimension == last.dimension
        and TO.fullmatch(text[middle.number_end : last.start]) is not None
    )


def _contrast(text: str, a: Quantity, b: Quantity, units: Units) -> Quantity | None:
    """Return the change that two amounts are by words such as "statt", "used to take", "before … after"."""
    a, b = as_minutes(text, a, b), as_minutes(text, b, a)
    how = contrast(text[: a.start][-40:], gap_between(text, a, b), text[b.number_end :][:40])
    if (
        how is Contrast.NONE
        or not same_measure(a, b)
        or (a.form == "words" and b.form == "words" and not (a.unit or b.unit))
    ):
        return None
    if how is Contrast.WAS_AHEAD:
        now = behind(text[b.number_end :][:40])
        return replace(changed := change_of(a, b, units), end=max(changed.end, b.number_end + now))
    unit = a.unit or b.unit
    noun = a.noun or (b.noun if not a.unit else None)
    changed = change_of(b, a, units)
    return replace(
        changed,
        start=a.start,
        end=max(b.number_end, b.end),
        number_start=a.number_start,
        number_end=b.number_end,
        noun=noun,
        unit=unit if changed.dimension == "count" else changed.unit,
        dimension=changed.dimension,
    )
