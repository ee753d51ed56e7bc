"""Joins two amounts to a range ("10–15x") or a change ("from 40 to 62", "2.2M → 0.4M")."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.extraction.quantities.arithmetic import as_minutes, change_of, range_of, same_measure, tidy
from graph.extraction.quantities.contrasts import Contrast, behind, contrast, is_how_far, is_yardstick
from graph.extraction.quantities.quantity import Quantity
from graph.extraction.quantities.unit_nouns import plural
from graph.units import Units

_ARROW = re.compile(
    r"\A\s*(?:\((?:fy\s?)?(?:\d{4}|\d\d|q[1-4])\)\s*)?(?:[A-Za-z][\w-]*\s+){0,2}(?:→|⟶|➔|➜|⇒|->|=>|-->)\s*"
)
_SLASHED = re.compile(r"\A/[a-z]{1,7}(?=\s)")
"""What the first amount is counted per: "60/week → 8/week"."""
_DASH = re.compile(r"\s?[-–—]\s?|\s{1,3}bis\s{1,3}(?:zu\s{1,3})?")
# "turned 34 covers a night into 90"
_INTO = re.compile(r"(?i)(?:\s{1,3}[^\W\d_][\w’'/-]*){0,5}?\s{1,3}into\s{1,3}(?:just\s|only\s|about\s)?")
_TURNED = re.compile(
    r"(?i)\b(?:turn(?:ed|ing)?|made|grew|merged|folded|cut|condensed|consolidated|collapsed)\s{1,3}(?:an?\s|our\s|the\s|about\s)?$"
)
_BETWEEN = re.compile(r"(?i)\b(?:between|zwischen|entre|tra|fra|tussen|mellan|między)\s{1,3}$")
_SPREAD_FROM = re.compile(
    r"(?i)\b(?:rang(?:ing|e[sd]?)|var(?:ying|y|ie[sd])|anywhere|anything|aged|sized|reich(?:en|t|end)|allant|variant|variando|variabel)\s(?:from|von|de|da|fra|från)\s{1,3}$"
)
"""Leads to the two ends of what there was: "instances ranging from 10 to 100 machines"."""
_AND_UP_TO = re.compile(r"(?i)\s{1,3}(?:and|und|et|y|e|en|och|a)\s{1,3}")
_TO = re.compile(
    r"\A(?:\s+(?!and\b)[A-Za-zÀ-ÿ][\w’'/-]*){0,5}?(?:\s+(?:19|20)\d\d)?,?\s+(?:down\s+|up\s+)?(?:to|auf|à|a|hasta|naar)\s+(?:just\s+|only\s+)?",
    re.IGNORECASE,
)
_INSTEAD = re.compile(
    r"\A(?:(?:\s+[A-Za-z][\w’'/-]*){0,6}?,?\s*\(?(?:instead\s+of|rather\s+than|down\s+from|up\s+from|compared\s+(?:to|with)|versus|vs\.?|from|where\s+before\s+it\s+was)\s+|\s*[(\[](?:was|were|previously|prev\.?|formerly|before|prior(?:\s+year)?|last\s+year|the\s+year\s+before|year\s+before|ly|py|vorjahr|zuvor|vorher|vorjahreswert|avant|l[’']an\s+dernier|n-1|antes|año\s+anterior|prima|anno\s+precedente|eerst|vorig\s+jaar|i\s+fjol|förut|wcześniej|poprzednio|antes\s+era):?\s+)",
    re.IGNORECASE,
)
_CHANGES = re.compile(
    r"(?i)\b(?:shrank|shrunk|cut|reduced?|lowered|grew|expanded|extended|raised|brought|shortened|trimmed|compressed|cleared|whittled|pared|drove|worked)\s+(?:an?\s+|the\s+|our\s+|its\s+)$"
)
# "what took 9 ms now takes 1.1 ms"
_NOW = re.compile(
    r"\A(?:\s+[\w-]+){0,7}?,?\s++(?:(?:is|are|takes?|needs?|runs?)\s*)?now\s++(?:takes?|needs?|is|are|runs?\s+in|down\s+to)?\s*",
    re.IGNORECASE,
)
_TOOK = re.compile(r"(?i)\b(?:took|taken?|needed|lasted|was|were|ran)\s+(?:for\s+|about\s+)?$")
_PLAIN_FROM = re.compile(r"(?i)(?<!down)(?<!up)\s{1,60}+from\s+$")
_FROM_BEFORE = re.compile(r"\b(?:from|von|de|da|van)\s+$", re.IGNORECASE)


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
        pair = _pair(text, here, following, units) if following is not None else None
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


def _as_one_time(text: str, found: list[Quantity], units: Units) -> list[Quantity]:
    """Return the figures with "3 hours and 20 minutes" as one time, in the smaller unit."""
    times: list[Quantity] = []
    for q in found:
        last = times[-1] if times else None
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


def _gap(text: str, a: Quantity, b: Quantity) -> str:
    """Return the words between two amounts, without the spaces that stand for the marks of emphasis around figures."""
    gap = text[a.number_end : b.start]
    return _SPACES.sub(" ", gap).replace(" ,", ",") if "  " in gap else gap


def _pair(text: str, a: Quantity, b: Quantity, units: Units) -> Quantity | None:
    """Return both amounts as one range or change, or None where they are two figures."""
    gap = _SLASHED.sub("", _gap(text, a, b)) if a.period else _gap(text, a, b)
    a, b = as_minutes(text, a, b), as_minutes(text, b, a)
    has_from = bool(_FROM_BEFORE.search(text[max(0, a.start - 8) : a.start]))
    same = same_measure(a, b)
    if _DASH.fullmatch(gap) and same and b.value > a.value * 0.5:
        return range_of(a, b)
    if gap == " or " and same and a.form == b.form and not a.unit and b.value == a.value + 1:
        return range_of(a, b)  # "a crew of 3 or 4 riggers"
    if same and b.value > a.value and _AND_UP_TO.fullmatch(gap) and _BETWEEN.search(text[: a.start][-12:]):
        return range_of(a, b)
    if (
        gap == " to "
        and a.dimension == b.dimension == "share"
        and b.value > a.value
        and is_how_far(text[: a.start][-16:], text[b.number_end :][:40])
    ):
        return range_of(a, b)
    if same and b.value > a.value and _SPREAD_FROM.search(text[: a.start][-24:]) and _TO.fullmatch(gap):
        return range_of(a, b)
    if _ARROW.fullmatch(gap) and same:
        return change_of(a, b, units)
    if _INTO.fullmatch(gap) and same and _TURNED.search(text[: a.start][-20:]):
        return change_of(a, b, units)
    if _NOW.fullmatch(gap) and same and a.unit and b.unit and _TOOK.search(text[: a.start]):
        return change_of(a, b, units)
    if _TO.fullmatch(gap) and re.search(r"(?i)\b(?:by|um)\s{1,3}$", text[: a.start][-20:]):
        # "rose by a fifth to 96%", "cut by 5% to 8%"
        is_range = same and a.form == b.form == "digits" and a.dimension == "share" and a.value < b.value < 4 * a.value
        return range_of(a, b) if is_range else None
    if _TO.fullmatch(gap):
        explicit = has_from or (
            a.dimension not in ("count",)
            and a.dimension == b.dimension
            and re.fullmatch(r"\A\s+(?:down\s+|up\s+)?to\s+(?:just\s+|only\s+)?", gap, re.IGNORECASE)
        )
        # "shrank a 9 TB database to 3.5 TB"
        explicit = explicit or (
            a.dimension in ("data", "money", "mass", "time")
            and a.unit == b.unit
            and _CHANGES.search(text[: a.start][-60:]) is not None
        )
        # "(12 to 4 days)": no range goes down. "which used to be 9 hours, to 3": what was told in passing.
        explicit = explicit or (gap == " to " and not a.unit and b.dimension in _MEASURED and b.value < a.value)
        explicit = explicit or (a.dimension == b.dimension and _WHICH_WAS.search(text[: a.start][-40:]) is not None)
        explicit = explicit or (_DOWN_TO.search(gap) is not None and _sinks(text, a, b))
        if (explicit and same) or (has_from and a.dimension == "count"):
            changed = change_of(a, b, units)
            # "from one warehouse to four": the noun stands behind the first number.
            counted = re.match(r"\A\s+([A-Za-z]{3,})\s", gap)
            if (
                not changed.unit
                and changed.dimension == "count"
                and counted
                and counted[1].casefold()
                not in ("to", "down", "up", "auf", "naar", "hasta", "zum", "bis", "till", "til", "para")
            ):
                changed = replace(changed, unit=plural(counted[1].casefold()))
            return changed
        if re.fullmatch(r"\A\s+to\s+", gap) and a.dimension == "count" and a.noun is None and b.value > a.value:
            if re.search(
                r"(?i)\b(?:nps|csat|score|rating|rose|grew|went|improv\w+|increas\w+|rais\w+|moved|up|lifted|took)\b[^.;]{0,40}$",
                text[: a.start],
            ):
                return change_of(a, b, units)
            return range_of(a, b)
        if gap == " to " and a.dimension == "count" and a.noun is None and _falls(text, a, b):
            return change_of(a, b, units)
    if (
        _INSTEAD.fullmatch(gap)
        and same
        # "by £85k (from £140k)": how far, and where it began.
        and not re.search(r"(?i)\bby\s{1,3}$", text[: a.start][-20:])
        and not (_PLAIN_FROM.search(gap) and a.dimension == "count" and a.unit and b.unit and a.unit != b.unit)
        and not (
            gap.strip().casefold().endswith("from")
            and not re.search(r"(?i)(?:down|up)\s+from", gap)
            and a.dimension == "share"
            # "rose to 41 per cent, from 29 per cent"
            and not (
                ("," in gap or "(" in gap or _FROM_ALONE.fullmatch(gap))
                and re.search(r"(?i)\bto\s+$", text[: a.start]) is not None
            )
        )
    ):
        named = re.match(r"\A\s+([A-Za-z]{3,})\s", gap)
        unit = (
            a.unit
            or b.unit
            or (
                plural(named[1].casefold())
                if named and named[1].casefold() not in ("instead", "rather", "down", "from")
                else ""
            )
        )
        return replace(
            change_of(b, a, units),
            start=a.start,
            end=b.end,
            number_start=a.number_start,
            number_end=b.number_end,
            noun=a.noun,
            unit=unit,
        )
    return None


_SPACES = re.compile(r"  +")
_FROM_ALONE = re.compile(r"(?i)\s{1,3}from\s{1,3}")
_MEASURED = frozenset({"time", "share", "money", "data"})
_WHICH_WAS = re.compile(
    r"(?i)\b(?:which|that)\s(?:(?:once|previously|formerly)\s)?(?:used\sto\s(?:be|take|last|cost|run)|had\s(?:been|taken|cost)|was|took|cost)\s{1,3}(?:about\s|over\s)?$"
)
_DOWN_TO = re.compile(r"(?i)\s,?\s?down\s+to\s+(?:just\s+|only\s+)?$")
_BY_OR_IN = re.compile(r"(?i)\b(?:by|in|within|for|after|up\sto|under|over|of\sthe)\s{1,3}$")


def _sinks(text: str, a: Quantity, b: Quantity) -> bool:
    """Return whether the second of two amounts is what is left of the first: "64 flaky tests down to 9"."""
    is_count = a.dimension == b.dimension == "count" and bool(a.unit) and b.unit in ("", a.unit)
    return is_count and b.value < a.value and _BY_OR_IN.search(text[: a.start][-20:]) is None


_COUNTED = re.compile(r"(?:^|\s)[a-z][a-z-]{3,}\s$")
_NO_CHANGE = re.compile(
    r"(?i)(?:won|beat|lost|ratio|odds|score|open|aged?|from|between|hours?|ages|weeks?|years?|days?|times?)\s$"
)


def _falls(text: str, a: Quantity, b: Quantity) -> bool:
    """Return whether a noun, a larger and a smaller number tell a change: "broken integrations 31 to 2 per quarter"."""
    before, behind_it = text[: a.start][-30:], text[b.number_end :][:14]
    is_noun = _COUNTED.search(before) is not None and _NO_CHANGE.search(before) is None
    if not is_noun or not a.value >= 10 or not 0 <= b.value < a.value or a.form != "digits" or b.form != "digits":
        return False
    return re.match(r"(?i)\s?(?:ratio|odds|majority|vote|win|scale|:|-)", behind_it) is None


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
        _PLAIN_FROM.search(gap) is not None
        and first.dimension != middle.dimension
        and middle.dimension == last.dimension
        and _TO.fullmatch(text[middle.number_end : last.start]) is not None
    )


def _contrast(text: str, a: Quantity, b: Quantity, units: Units) -> Quantity | None:
    """Return the change that two amounts are by words such as "statt", "used to take", "before … after"."""
    a, b = as_minutes(text, a, b), as_minutes(text, b, a)
    how = contrast(text[: a.start][-40:], _gap(text, a, b), text[b.number_end :][:40])
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
