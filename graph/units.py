"""The units of figures as data: written forms, canonical names, sizes. Reads no text; quantities.py does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, eq=False)
class Units:
    """units.yaml, ready for look-up; equal only to itself, so that compiled patterns can be cached by it."""

    symbols: Mapping[str, str]
    """Money: sign → ISO 4217 code."""
    money_words: Mapping[str, str]
    """Money: code or word (casefolded) → ISO 4217 code."""
    physical: Mapping[str, tuple[str, str]]
    """Written form → (canonical unit, dimension), for time, data, length, area …; case matters only where forms differ by it."""
    factors: Mapping[str, float]
    """Canonical unit → size in its dimension's base unit (seconds, bytes, metres …)."""
    shares: Mapping[str, str]
    """Written form → percent, points or basis_points."""
    ratio: tuple[str, ...]
    magnitude_letters: Mapping[str, float]
    magnitude_words: Mapping[str, float]
    number_words: Mapping[str, float]
    foreign_number_words: frozenset[str]
    """Those among them that are numbers in other languages only."""
    fractions: Mapping[str, float]
    factor_words: Mapping[str, float]
    halvings: Mapping[str, float]
    comparators: Mapping[str, str]
    """Written form (casefolded) → comparator."""
    periods: Mapping[str, str]
    """Written form (casefolded) → period."""
    rates: Mapping[str, str]


def units_from(data: Mapping[str, Any]) -> Units:
    """Return the units of a parsed units.yaml."""
    clean = {key: _without_lines(value) for key, value in data.items() if key != "__line__"}
    physical, factors = dict[str, tuple[str, str]](), dict[str, float]()
    tables = {"time": clean["time"], "data": clean["data"]} | clean["physical"]
    for dimension, listed in tables.items():
        for unit, entry in listed.items():
            factors[unit] = float(entry["factor"])
            physical.update({form: (unit, dimension) for form in entry["forms"]})
    money = clean["money"]
    return Units(
        symbols=money["symbols"],
        money_words={code.casefold(): code for code in money["codes"]} | money["words"],
        physical=physical,
        factors=factors,
        shares={form: unit for unit, forms in clean["share"].items() for form in forms},
        ratio=tuple(clean["ratio"]),
        magnitude_letters={k: float(v) for k, v in clean["magnitudes"]["letters"].items()},
        magnitude_words={k.casefold(): float(v) for k, v in clean["magnitudes"]["words"].items()},
        number_words={k: float(v) for k, v in (clean["number_words"] | clean["foreign_number_words"]).items()},
        foreign_number_words=frozenset(clean["foreign_number_words"]),
        fractions={k.casefold(): float(v) for k, v in clean["fractions"].items()},
        factor_words={k.casefold(): float(v) for k, v in clean["factors"].items()},
        halvings={k.casefold(): float(v) for k, v in clean["halvings"].items()},
        comparators={form.casefold(): sign for sign, forms in clean["comparators"].items() for form in forms},
        periods={form.casefold(): period for period, forms in clean["periods"].items() for form in forms},
        rates=clean["rates"],
    )


def _without_lines(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_lines(item) for key, item in value.items() if key != "__line__"}
    return value


DIMENSION_BASE = {
    "time": "seconds", "data": "bytes", "length": "metres", "area": "square_metres", "mass": "kilograms", "volume": "litres",
    "power": "watts", "energy": "joules", "current": "amperes",
}  # fmt: skip


def comparable(units: Units, value: float, unit: str) -> float:
    """Return `value` in its dimension's base unit (DIMENSION_BASE), or as it is for any other unit."""
    return value * units.factors.get(unit.split("/")[0], 1.0)
