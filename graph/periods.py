"""Dates as precise as they were written, and periods between them. Reads none; extraction/dates/dates.py does."""

from __future__ import annotations

from dataclasses import dataclass

from graph.json_values import Json


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A date as precise as it was written: a year, or a month of a year, or a day."""

    year: int
    month: int | None = None
    day: int | None = None

    def __str__(self) -> str:
        return "-".join([f"{self.year:04d}"] + [f"{part:02d}" for part in (self.month, self.day) if part is not None])

    @property
    def first_month(self) -> int:
        """Months since year 0 of the earliest month it may mean."""
        return self.year * 12 + (self.month or 1) - 1

    @property
    def last_month(self) -> int:
        """Months since year 0 of the latest month it may mean."""
        return self.year * 12 + (self.month or 12) - 1


@dataclass(frozen=True, slots=True)
class DateRange:
    """A period; a missing end is open only where a word such as "present" says so (`is_current`)."""

    start: PartialDate | None = None
    end: PartialDate | None = None
    is_current: bool = False

    @property
    def end_text(self) -> str | None:
        """`YYYY-MM`, `YYYY`, "present", or None where nothing is said."""
        return "present" if self.is_current else None if self.end is None else str(self.end)

    def to_json(self) -> dict[str, Json]:
        """Return `{"start", "end"}` with ISO text, "present" or None."""
        return {"start": None if self.start is None else str(self.start), "end": self.end_text}


def period_from(start: object, end: object) -> DateRange | None:
    """Return the period that two ISO texts spell ("2019-03", "present"), or None where neither says anything."""
    first, last = _parse(start), _parse(end)
    is_current = end == "present"
    return DateRange(first, last, is_current) if first or last or is_current else None


def _parse(text: object) -> PartialDate | None:
    parts = str(text).split("-") if isinstance(text, str | int) and not isinstance(text, bool) else []
    if not parts or not all(part.isdigit() for part in parts) or not 1 <= len(parts) <= 3:
        return None
    numbers = [int(part) for part in parts]
    if len(numbers) > 1 and not 1 <= numbers[1] <= 12:
        return None
    return PartialDate(*numbers)


def overlap(one: DateRange | None, other: DateRange | None) -> bool:
    """Return whether two periods share a month; one without an end goes on, one without a start shares none."""
    if one is None or other is None or one.start is None or other.start is None:
        return False
    ends = [_OPEN if period.end is None else period.end.last_month for period in (one, other)]
    return one.start.first_month <= ends[1] and other.start.first_month <= ends[0]


_OPEN = 10**6
"""A month later than all that are written."""
