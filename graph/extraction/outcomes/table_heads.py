"""Says what a head of a table's column, or a key of a field, means for the figures below it: before, after, a target, a unit. Finds no figure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.extraction.quantities.quantities import find_quantities
from graph.extraction.quantities.quantity import Quantity
from graph.units import Units

_WAS = re.compile(
    r"(?i)(?:before|from|was|old|baseline|start(?:ed)?(?:\s(?:of|value)\b)?|at\sstart|prior|previous(?:ly)?|starting\spoint|initial(?:ly)?|last\syear|vorher|zuvor|früher|alt|ausgangswert|vorjahr|avant|ancien|antes|inicial|manual(?:ly)?|by\shand|von\shand|händisch|à\sla\smain|a\smano|handmatig|"
    r"prima|eerst|voorheen|voor|oud|före|tidigare|før|przed|wcześniej)(?![^\W\d_])"
)
_IS = re.compile(
    r"(?i)(?:after|to|now|is|new|end(?:ed)?|final|at\send|results?|today|current(?:ly)?|actual|reached|achieved|this\syear|nachher|danach|neu|heute|jetzt|ergebnis|après|maintenant|nouveau|résultat|después|ahora|"
    r"actual|depois|agora|atual|dopo|adesso|oggi|na|nu|daarna|nieuw|efter|nytt|nå|nu|po|teraz|obecnie)(?![^\W\d_])"
)
_YEAR = re.compile(r"(?i)(?:fy\s?'?)?(?P<year>(?:19|20)\d\d|\d\d(?<=\D\d\d))(?:/\d\d)?")
_TARGET = re.compile(
    r"(?i)(?:targets?|goals?|limits?|requirements?|required|thresholds?|slo|sla|plan(?:ned)?|forecast|allowed|max(?:imum)?|min(?:imum)?|benchmark|sector|industry|national|ziel|soll|grenzwert|objectif|objetivo|meta|"
    r"obiettivo|doel|mål|cel)(?![^\W\d_])"
)
_GENERIC = re.compile(
    r"(?i)(?:change|values?|results?|outcomes?|impact|figures?|amount|number|numbers|total|effect|delta|Δ|improvement|difference|gain|saving|achieved|how\smuch|by|%|veränderung|änderung|wert|ergebnis|wirkung|évolution|"
    r"variation|valeur|résultat|effet|cambio|valor|resultado|variazione|valore|risultato|verandering|waarde|resultaat|förändring|värde|zmiana|wartość|wynik|data|metrics?|stats?|kpis?|achievements?|highlights?)\b[^\w]{0,3}"
)
MEASURE_HEAD = re.compile(
    r"(?i)(?:measure|metric|kpi|key\sresult|kr\b|what|outcome|result|description|figure|indicator|kennzahl|indicateur|indicador|indicatore|maatstaf|mått|wskaźnik|messgröße|größe|mesure|medida|misura)"
)
_NO_MEASURE = re.compile(
    r"(?i)(?:years?(?:\sof\sexperience)?|jahre|années|años|anni|anos|jaren|år|lata|experience|erfahrung|level|niveau|nivel|livello|proficiency|skill\slevel|since|seit|depuis|grade|marks?|note|credits?|ects|version|pages?|seiten?|"
    r"no\.?|nr\.?|n°|id|p|p[\s-]?values?|p-wert|(?:statistical\s)?significance(?:\s\(p(?:[\s-]?values?)?\))?|signifikanz|ref(?:erence)?|#|age|phone|zip|weight(?:ing)?|hours|lessons|day|week|month|quarter|date|when|time|period)"
)
_DIVIDES = re.compile(
    r"(?i)(?:(?:customer|user|age|risk|price|data|income|sales|target)\s)?(?:segment|group|categor(?:y|ie)|class|cohort|bucket|tier|cluster|quintile|quartile|decile|bracket|label|split|fold|attribute|feature|field|column|variable)s?"
)
_ASKS = re.compile(r"(?i)(?:decision|choice|trade-?off|option|question|letter|symptom|pitfall)s?")
_UNIT = re.compile(
    r"\s?[(\[](?P<in>[^()\[\]]{1,18})[)\]]\s*$|,?\sin\s(?P<unit>[^\s()]{1,12})$|"
    r",\s(?P<after>[kKmM]?(?:[€$£%]|EUR|USD|GBP|CHF)(?:\s?(?:per|a|/)\s?[a-z]{3,7})?|minutes|min|hours|days|weeks|seconds|ms|percent)$"
)
_SHORT = {
    "t": "tonnes",
    "m": "metres",
    "l": "litres",
    "pct": "%",
    "percent": "%",
    "pp": "pp",
    "eur": "EUR",
    "usd": "USD",
    "gbp": "GBP",
    "chf": "CHF",
    "sek": "SEK",
    "h": "hours",
    "min": "minutes",
    "sec": "seconds",
    "secs": "seconds",
}
_THOUSANDS = re.compile(r"[’']?000s?")


@dataclass(frozen=True, slots=True)
class SaidUnit:
    """The unit that a head or key gives to bare numbers, and how large one of them is in it."""

    unit: str
    dimension: str
    scale: float
    period: str | None


def is_was(head: str) -> bool:
    """Return whether a column or key holds what was before."""
    return _WAS.match(head) is not None


def is_now(head: str) -> bool:
    """Return whether a column or key holds what came of it."""
    return _IS.match(head) is not None


def is_target(head: str) -> bool:
    """Return whether a column holds what was wanted, or what others have."""
    return _TARGET.match(head) is not None


def is_no_measure(head: str) -> bool:
    """Return whether a column counts years of use, levels, marks or pages, which measure no work."""
    return _NO_MEASURE.fullmatch(head) is not None


def divides_data(head: str, columns: int) -> bool:
    """Return whether the first column divides what was analysed, or asks: a table of customers' segments measures no work.

    >>> divides_data("Customer segment", 3), divides_data("Metric", 3)
    (True, False)
    """
    words = head.strip(" *_")
    return _ASKS.fullmatch(words) is not None or (columns > 2 and _DIVIDES.fullmatch(words) is not None)


def is_generic(head: str) -> bool:
    """Return whether a head or key says nothing of what is measured: "Change", "value"."""
    return _GENERIC.fullmatch(head) is not None


def change_columns(heads: Sequence[str]) -> tuple[int | None, int | None]:
    """Return the places of the columns with what was and what is: by their words, else two years, the earlier first.

    >>> change_columns(["KPI", "2021", "2023"])
    (1, 2)
    """
    was = next((place for place, head in enumerate(heads) if is_was(head)), None)
    now = next((place for place, head in enumerate(heads) if is_now(head) and place != was), None)
    if was is None and now == len(heads) - 1 == 2 and not heads[0].strip(" *_") and not is_target(heads[1]):
        was = 1  # | | Excel | Now |: what stands between nothing and now was before.
    if was is not None or now is not None:
        return was, now
    years = [(int(found["year"][-2:]), place) for place, head in enumerate(heads) if (found := _YEAR.fullmatch(head))]
    if len(years) != 2 or years[0][0] == years[1][0]:
        return None, None
    return min(years)[1], max(years)[1]


def said_unit(head: str, units: Units) -> SaidUnit | None:
    """Return the unit in the brackets of a head, or behind its "in": "Output (t/day)", "Spend (€k)", "Time in days"."""
    match = _UNIT.search(head)
    return None if match is None else _unit(match["in"] or match["unit"] or match["after"], units)


def without_unit(head: str) -> str:
    """Return a head without the unit that it gives."""
    return _UNIT.sub("", head).strip() or head


def unit_of_key(key: str, units: Units) -> tuple[str, SaidUnit | None]:
    """Return the words of a key without the unit at its end, and that unit: `waiting_time_days` → "waiting time", days."""
    words = re.sub(r"\[\d+\]", "", key).replace("-", "_").split("_")
    if len(words) < 2 or words[-2].casefold() == "per":
        return " ".join(words), None
    unit = _unit(words[-1], units)
    return (" ".join(words[:-1]), unit) if unit is not None and unit.dimension != "count" else (" ".join(words), None)


def in_unit(q: Quantity, said: SaidUnit | None) -> Quantity:
    """Return a bare number in the unit that is said above it; any other figure as it is."""
    if said is None or q.dimension != "count" or q.unit:
        return q
    high = None if q.high is None else q.high * said.scale
    return replace(
        q,
        value=q.value * said.scale,
        high=high,
        unit=said.unit,
        dimension=said.dimension,
        period=q.period or said.period,
    )


def _unit(written: str, units: Units) -> SaidUnit | None:
    written = written.strip()
    if _THOUSANDS.fullmatch(written):
        return SaidUnit("", "count", 1000.0, None)
    head, slash, rest = written.partition("/")
    written = f"{_SHORT.get(head.casefold(), head)}{slash}{rest}"
    symbol = next((s for s in units.symbols if written.startswith(s) and len(written) > len(s)), "")
    for tried in (
        f"{symbol}2{written[len(symbol) :].strip()}" if symbol else "",
        f"2{written}",
        f"2 {written}",
        f"{written} 2",
    ):
        found = find_quantities(tried, units) if tried else []
        if (
            len(found) == 1
            and (found[0].dimension != "count" or found[0].unit)
            and found[0].end - found[0].start >= len(tried)
        ):
            q = found[0]
            return SaidUnit(q.unit, q.dimension, q.value / 2, q.period)
    return None
