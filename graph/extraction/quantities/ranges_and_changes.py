"""Knows in which words two amounts are one range, "between 10 and 15", or one change, "from 40 to 62". Called by pairs.py."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from graph.extraction.quantities.arithmetic import as_minutes, change_of, range_of, same_measure
from graph.extraction.quantities.contrasts import is_how_far
from graph.extraction.quantities.quantity import Quantity
from graph.extraction.quantities.unit_nouns import plural
from graph.units import Units

_SPACES = re.compile(r"  +")
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
TO = re.compile(
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
PLAIN_FROM = re.compile(r"(?i)(?<!down)(?<!up)\s{1,60}+from\s+$")
_FROM_BEFORE = re.compile(r"\b(?:from|von|de|da|van)\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two amounts of a text and what stands between them."""

    text: str
    a: Quantity
    b: Quantity
    gap: str
    same: bool
    """Whether both are of one measure."""
    units: Units

    def before(self, length: int) -> str:
        """Return the last characters above the first amount."""
        return self.text[max(0, self.a.start - length) : self.a.start]


def gap_between(text: str, a: Quantity, b: Quantity) -> str:
    """Return the words between two amounts, without the spaces that stand for the marks of emphasis around figures."""
    gap = text[a.number_end : b.start]
    return _SPACES.sub(" ", gap).replace(" ,", ",") if "  " in gap else gap


def as_range_or_change(text: str, a: Quantity, b: Quantity, units: Units) -> Quantity | None:
    """Return both amounts as one range or change, or None where they are two figures."""
    gap = _SLASHED.sub("", gap_between(text, a, b)) if a.period else gap_between(text, a, b)
    a, b = as_minutes(text, a, b), as_minutes(text, b, a)
    pair = _Pair(text, a, b, gap, same_measure(a, b), units)
    for way in _WAYS:
        if (found := way(pair)) is not None:
            return found
    return None


def _range(pair: _Pair) -> Quantity | None:
    return range_of(pair.a, pair.b) if _is_range(pair) else None


def _is_range(pair: _Pair) -> bool:
    """Return whether a range is told: "10–15", "3 or 4", "between 5 and 9", "fell 30% to 40%", "ranging from 10 to 100"."""
    a, b, gap = pair.a, pair.b, pair.gap
    may_be_how_far = gap == " to " and a.dimension == b.dimension == "share" and b.value > a.value
    if may_be_how_far and is_how_far(pair.before(16), pair.text[b.number_end :][:40]):
        return True
    if not pair.same:
        return False
    if gap == " or ":
        return a.form == b.form and not a.unit and b.value == a.value + 1  # "a crew of 3 or 4 riggers"
    if _DASH.fullmatch(gap):
        return b.value > a.value * 0.5
    if b.value <= a.value:
        return False
    if _AND_UP_TO.fullmatch(gap) and _BETWEEN.search(pair.before(12)):
        return True
    return _SPREAD_FROM.search(pair.before(24)) is not None and TO.fullmatch(gap) is not None


def _change_by_sign(pair: _Pair) -> Quantity | None:
    """Return the change of "40 → 62", "turned 34 covers a night into 90", "what took 9 ms now takes 1.1 ms"."""
    a, b, gap = pair.a, pair.b, pair.gap
    if not pair.same:
        return None
    is_change = _ARROW.fullmatch(gap) is not None
    is_change = is_change or (_INTO.fullmatch(gap) is not None and _TURNED.search(pair.before(20)) is not None)
    is_change = is_change or bool(
        _NOW.fullmatch(gap) and a.unit and b.unit and _TOOK.search(pair.text[: a.start]) is not None
    )
    return change_of(a, b, pair.units) if is_change else None


def _led_by_to(pair: _Pair) -> Quantity | None:
    """Return the change, or range, of two amounts between which "to" stands."""
    a, b = pair.a, pair.b
    if TO.fullmatch(pair.gap) is None:
        return None
    if _tells_how_far(pair):
        # "rose by a fifth to 96%", "cut by 5% to 8%"
        is_range = pair.same and a.form == b.form == "digits" and a.dimension == "share"
        return range_of(a, b) if is_range and a.value < b.value < 4 * a.value else None
    has_from = _FROM_BEFORE.search(pair.before(8)) is not None
    if (has_from and (pair.same or a.dimension == "count")) or (pair.same and _is_explicit(pair)):
        return _with_noun_between(change_of(a, b, pair.units), pair.gap)
    if a.dimension != "count" or a.noun is not None:
        return None
    if _TO_ALONE.fullmatch(pair.gap) and b.value > a.value:
        moved = _MOVED.search(pair.text[: a.start]) is not None
        return change_of(a, b, pair.units) if moved else range_of(a, b)
    if pair.gap == " to " and _falls(pair.text, a, b):
        return change_of(a, b, pair.units)
    return None


_BY_OR_UM = re.compile(r"(?i)\b(?:by|um)\s{1,3}$")
_TO_ALONE = re.compile(r"\s+to\s+")
_MOVED = re.compile(
    r"(?i)\b(?:nps|csat|score|rating|rose|grew|went|improv\w+|increas\w+|rais\w+|moved|up|lifted|took)\b[^.;]{0,40}$"
)
_BARE_TO = re.compile(r"(?i)\s+(?:down\s+|up\s+)?to\s+(?:just\s+|only\s+)?")


def _tells_how_far(pair: _Pair) -> bool:
    """Return whether the first amount is how far something went, and the second where to."""
    return _BY_OR_UM.search(pair.before(20)) is not None


def _is_explicit(pair: _Pair) -> bool:
    """Return whether two amounts with "to" between them can be no range."""
    a, b, gap = pair.a, pair.b, pair.gap
    if a.dimension == b.dimension != "count" and _BARE_TO.fullmatch(gap):
        return True
    # "shrank a 9 TB database to 3.5 TB"
    if a.dimension in ("data", "money", "mass", "time") and a.unit == b.unit and _CHANGES.search(pair.before(60)):
        return True
    # "(12 to 4 days)": no range goes down.
    if gap == " to " and not a.unit and b.dimension in _MEASURED and b.value < a.value:
        return True
    # "which used to be 9 hours, to 3": what was told in passing.
    if a.dimension == b.dimension and _WHICH_WAS.search(pair.before(40)) is not None:
        return True
    return _DOWN_TO.search(gap) is not None and _sinks(pair.text, a, b)


_NO_NOUNS = frozenset("to down up auf naar hasta zum bis till til para".split())
_FIRST_WORD = re.compile(r"\s+([A-Za-z]{3,})\s")


def _with_noun_between(changed: Quantity, gap: str) -> Quantity:
    """Return a change with the noun behind its first number, where the second has none: "from one warehouse to four"."""
    counted = _FIRST_WORD.match(gap)
    if changed.unit or changed.dimension != "count" or counted is None or counted[1].casefold() in _NO_NOUNS:
        return changed
    return replace(changed, unit=plural(counted[1].casefold()))


def _led_by_what_was(pair: _Pair) -> Quantity | None:
    """Return the change of two amounts of which the second is what was before: "62 instead of 40", "1 day (was 5)"."""
    a, b, gap = pair.a, pair.b, pair.gap
    if not pair.same or _INSTEAD.fullmatch(gap) is None or _is_no_change(pair):
        return None
    named = _FIRST_WORD.match(gap)
    is_noun = named is not None and named[1].casefold() not in ("instead", "rather", "down", "from")
    noun = plural(named[1].casefold()) if named is not None and is_noun else ""
    return replace(
        change_of(b, a, pair.units),
        start=a.start,
        end=b.end,
        number_start=a.number_start,
        number_end=b.number_end,
        noun=a.noun,
        unit=a.unit or b.unit or noun,
    )


_BY_ALONE = re.compile(r"(?i)\bby\s{1,3}$")
_DOWN_OR_UP_FROM = re.compile(r"(?i)(?:down|up)\s+from")
_TO_BEFORE = re.compile(r"(?i)\bto\s+$")


def _is_no_change(pair: _Pair) -> bool:
    """Return whether the second of two amounts is not what the first was before."""
    a, b, gap = pair.a, pair.b, pair.gap
    if _BY_ALONE.search(pair.before(20)):
        return True  # "by £85k (from £140k)": how far, and where it began.
    if TO.fullmatch(gap) and _tells_how_far(pair):
        return True
    if PLAIN_FROM.search(gap) and a.dimension == "count" and a.unit and b.unit and a.unit != b.unit:
        return True
    if a.dimension != "share" or not gap.strip().casefold().endswith("from") or _DOWN_OR_UP_FROM.search(gap):
        return False
    # "rose to 41 per cent, from 29 per cent"
    is_aside = "," in gap or "(" in gap or _FROM_ALONE.fullmatch(gap) is not None
    return not (is_aside and _TO_BEFORE.search(pair.text[: a.start]) is not None)


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


_WAYS: tuple[Callable[[_Pair], Quantity | None], ...] = (_range, _change_by_sign, _led_by_to, _led_by_what_was)
"""Tried in this order."""
