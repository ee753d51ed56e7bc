"""Reads comparisons that are said in words: "latency under 200 ms", "saved more than 100k", "team of more than 5"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from index.analyzers import stem
from index.parsing.number_words import in_figures
from index.parsing.ranges import Amount, read_amount
from index.query import Range

_MORE = (
    r"(?:more|greater|larger|higher|longer|bigger) than|no (?:less|fewer|lower) than|upwards of|north of|in excess of|"
    r"a minimum of|at least|beyond|over|above|exceeding|>=|=>|≥|>"
)
_LESS = (
    r"no (?:more|longer|higher|larger) than|(?:less|fewer|lower|shorter|smaller|faster|quicker|cheaper) than|"
    r"a maximum of|at most|up to|under|below|within|<=|=<|≤|<"
)
_COMPARISON = re.compile(
    rf"(?P<sign>(?P<more>{_MORE})|(?P<less>{_LESS}))\s{{0,3}}"
    r"(?:(?P<part>half|a third|two thirds|a quarter|three quarters)\b"
    r"|(?P<number>[$€£₹]?\s?\d[\d.,]{0,15}(?<![.,])\+?)\s?(?P<unit>[A-Za-z%×]{0,12})(?:\s(?P<next>[A-Za-z]{1,12}))?)",
    re.IGNORECASE,
)
_SIGN = re.compile(rf"(?:{_MORE}|{_LESS})\s{{1,3}}", re.IGNORECASE)
_LEAST_WORD = 3
"""Numbers below it, written out without a unit, are no figures: "more than one language", "over a wall"."""
_LONG, _SAME_SORT = 3600, 200
"""Who says "under three months" means lengths of work: of times from an hour on no milliseconds, but what is at least a 200th."""
_PARTS = {"half": 50.0, "a third": 100 / 3, "two thirds": 200 / 3, "a quarter": 25.0, "three quarters": 75.0}
"""Parts of a whole in words, in percent."""
_CLOSED = re.compile(r"no\b|a m|at\b|up to|within|.?=|[≥≤]")
"""How a sign begins that takes in the number itself."""
_SAVED = frozenset({"saved", "save", "saving", "savings", "saves"})
_PEOPLE = frozenset({"people", "engineers", "reports", "staff", "developers", "nurses"})
_TEAM = frozenset({"team", "teams", "group"}) | _PEOPLE
"""Behind the number only people are counted: "more than 20 teams" is no team of more than 20."""
_REACHED = frozenset(
    "trained taught instructed coached mentored hired recruited onboarded interviewed surveyed served reached helped educated placed".split()
)
"""What one does with people whom one doesn't lead: "trained more than 100 people" asks for no team."""
_NAMES_OF_PEOPLE = (
    "attendees children colleagues developers employees engineers graduates juniors learners managers members nurses "
    "participants people persons professionals pupils staff students teachers trainees volunteers women workers"
)
_COUNTED_PEOPLE = re.compile(rf"(?<!\s\s)\s++(?:{_NAMES_OF_PEOPLE.replace(' ', '|')})(?!\w)", re.IGNORECASE)
PEOPLE = tuple(sorted({stem(word) for word in _NAMES_OF_PEOPLE.split()}))
"""Stems of what people are called who are counted."""
_OF_LIFE = re.compile(r"(?<!\s\s)(?:\s*+(?:of\s++)?experience\b|\s++(?:of|with|in|as)\s)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Comparison:
    """A comparison in plain words."""

    wanted: Range
    end: int
    """Offset behind its last character in the query."""
    replaces: bool
    """Whether it says all that the word before it says: "saved", "team"."""
    is_written_out: bool = False
    """Whether its number is a word, as texts may have it, too."""


def read_comparison(text: str, start: int, before: tuple[str, ...]) -> Comparison | None:
    """Return the comparison that begins at `start`, or None; `before` are the folded content words ahead of it."""
    if start and not text[start - 1].isspace():
        return None
    found = _COMPARISON.match(text, start)
    if found is None:
        return _read_written_out(text, start, before)
    amount, end = _amount(found)
    if amount is None:
        return None
    sign = " ".join(found["sign"].casefold().split())
    low, high = (amount.size, None) if found["more"] else (None, amount.size)
    is_open = _CLOSED.match(sign) is None
    wanted = Range(
        "metric", low, high, is_open and low is not None, is_open and high is not None,
        amount.dimension, amount.currency, (), text[start:end],
    )  # fmt: skip
    if amount.dimension == "time" and high is not None and high >= _LONG:
        wanted = replace(wanted, low=high / _SAME_SORT)
    last = before[-1] if before else ""
    if amount.dimension == "money" or (amount.dimension is None and _SAVED.intersection(before)):
        is_saved = bool(_SAVED.intersection(before))
        wanted = replace(wanted, field="saved" if is_saved else "money", dimension="money")
        return Comparison(wanted, end, replaces=last in _SAVED)
    if amount.dimension is None:
        if not _REACHED.isdisjoint(before) and (counted := _COUNTED_PEOPLE.match(text, end)) is not None:
            reached = replace(wanted, field="count", dimension="count", of=PEOPLE, source=text[start : counted.end()])
            return Comparison(reached, counted.end(), replaces=False)
        people = (found["next"] or found["unit"] or "").casefold() in _PEOPLE
        is_team = bool(_TEAM.intersection(before)) or people
        return Comparison(
            replace(wanted, field="team" if is_team else "count", dimension="count"), end, replaces=last in _TEAM
        )
    if amount.dimension == "time" and found["more"] and amount.size >= 31_557_600 and _OF_LIFE.match(text, end):
        return Comparison(replace(wanted, field="years", low=amount.size / 31_557_600, dimension=None), end, False)
    if amount.dimension == "ratio" or (
        amount.dimension == "share" and (found["part"] or _last_word(text[:start]) == "by")
    ):
        return Comparison(replace(wanted, field="improvement"), end, replaces=False)
    # What is measured stays a word of the query, which the passage meets in whatever way it can.
    return Comparison(wanted, end, replaces=False)


def _read_written_out(text: str, start: int, before: tuple[str, ...]) -> Comparison | None:
    """Return the comparison with a number in words: "in under three months", "more than a million users"."""
    sign = _SIGN.match(text, start)
    changed = None if sign is None else in_figures(text, sign.end())
    found = None if changed is None else read_comparison(changed[0], start, before)
    if changed is None or found is None:
        return None
    wanted, end = found.wanted, found.end + changed[1]
    sizes = [size for size in (wanted.low, wanted.high) if size is not None]
    if wanted.dimension in (None, "count") and max(sizes) < _LEAST_WORD:
        return None
    return Comparison(replace(wanted, source=text[start:end]), end, found.replaces, is_written_out=True)


def _last_word(text: str) -> str:
    """Return the last word of a text, folded; empty where there is none."""
    return text.casefold().split()[-1] if text.strip() else ""


def _amount(found: re.Match[str]) -> tuple[Amount | None, int]:
    """Return the amount with as many of the words behind it as are its unit, and the offset behind them."""
    if found["part"]:
        return Amount(_PARTS[" ".join(found["part"].casefold().split())], "share"), found.end()
    number, unit, following = found["number"].replace(" ", ""), found["unit"] or "", found["next"] or ""
    for words, end in ((f"{unit} {following}", found.end()), (unit, found.end("unit")), ("", found.end("number"))):
        parts = words.split()
        if len(parts) == 2 and (scaled := read_amount(f"{number}{parts[0]}")) is not None and scaled.dimension is None:
            one = read_amount(f"1{parts[1]}", "time")
            if one is not None and one.dimension is not None:
                return Amount(scaled.size * one.size, one.dimension, one.currency), end
        if len(parts) < 2:
            # "5 m" after a number of minutes is rare, after a count of users common: no unit of time by one letter.
            amount = read_amount(f"{number}{words}")
            if amount is not None:
                return amount, end
    return None, found.end()
