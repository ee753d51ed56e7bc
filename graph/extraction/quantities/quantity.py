"""What a figure of a text is: its places, amount and unit. Reads nothing; quantities.py does."""

from __future__ import annotations

from dataclasses import dataclass

from graph.extraction.quantities.unit_nouns import NounPhrase


@dataclass(frozen=True, slots=True)
class Quantity:
    """One figure of a text, with its unit as far as the words beside it say so."""

    start: int
    """Offset of the first character, comparator ("over", "~") included."""
    end: int
    """Offset after the last, unit or counted noun included."""
    number_start: int
    number_end: int
    """The digits or number word with its sign, magnitude and attached unit."""
    value: float
    high: float | None = None
    """Upper end of a range, `value` being the lower."""
    comparator: str = "="
    unit: str = ""
    """Canonical unit; for counts the counted noun in lower case; empty where nothing says it."""
    dimension: str = "count"
    """money, time, data, share, ratio, rate, score, count, or one that is measured: length, area, mass, volume, power, energy, current."""
    before: float | None = None
    after: float | None = None
    period: str | None = None
    form: str = "digits"
    """Key of FORMS."""
    scaled: bool = False
    """Written with a magnitude, a plus sign or a thousands separator: surely a count."""
    noun: NounPhrase | None = None
    sign: str = ""
    """`-` or `+` where the figure is written with one."""
    definite: bool = False
    """After "the", "these", "both": refers to known things rather than measures."""
