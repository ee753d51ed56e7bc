"""Makes measures of figures: from a sentence, from a card. Tables, fields and "zero downtime" have rooms of their own."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from graph.documents import Block, BlockKind, Span
from graph.extraction.outcomes.directions import find_direction, pointed
from graph.extraction.outcomes.label_objects import group
from graph.extraction.outcomes.labels import find_label
from graph.extraction.outcomes.measure_kinds import is_team_size, what_it_measures
from graph.extraction.outcomes.sureness import sureness
from graph.extraction.outcomes.table_heads import is_generic
from graph.extraction.quantities.quantity import Quantity
from graph.extraction.quantities.surroundings import last_counted
from graph.extraction.quantities.unit_nouns import is_plural
from graph.extraction.reading import Reading
from graph.model import Measure, Measures
from graph.vocabulary import WorkWords


@dataclass(frozen=True, slots=True)
class Sighting:
    """A figure that measures the work, with its place."""

    span: Span
    measure: Measure
    context: str
    """The words around it, from which the outcome's id is made."""
    confidence: float


def from_card(reading: Reading, q: Quantity, figure: Block, label_block: Block) -> Sighting:
    """Return the measure of a figure that stands alone, labelled by the line above or below."""
    label = " ".join(reading.quote(label_block.span).split())
    period, unit, dimension = q.period, q.unit, q.dimension
    data = re.search(r"(?i)\((kb|mb|gb|tb|pb)\)", label)
    if dimension == "count":
        if data:
            unit, dimension = data[1].upper(), "data"
        elif not unit:
            unit = unit_of_label(label)
    period = period or _period_of_label(label)
    q = replace(q, unit=unit, dimension=dimension, period=period)
    beside = reading.document.text[figure.span.start : q.start], reading.document.text[q.end : figure.span.end]
    direction = pointed(*beside, q) or label_direction(reading, label, q)
    measure = measure_of(
        q, reading.document.text[q.start : q.end], label, direction, what_it_measures(q, label, "", None)
    )
    context = f"{reading.quote(figure.span)} {label}"
    return Sighting(reading.document.span(q.start, q.end), measure, context, 0.9)


_LABEL_PERIODS = (
    ("daily|per day|a day", "day"), ("weekly|per week|a week", "week"), ("monthly|per month", "month"),
    ("annual|yearly|per year", "year"), ("hourly|per hour", "hour"), ("per second", "second"),
)  # fmt: skip


def _period_of_label(label: str) -> str | None:
    """Return the period that a label says: "Daily ingest", "events per second"."""
    return next((name for words, name in _LABEL_PERIODS if re.search(rf"(?i)\b(?:{words})\b", label)), None)


def unit_of_label(label: str) -> str:
    words = re.findall(r"[A-Za-zÀ-ÿ][\w’'-]*", label)
    for place, word in enumerate(words):
        if is_plural(word):
            before = words[place - 1].casefold() if place else ""
            if word.casefold() == "data" and any(is_plural(w) for w in words[place + 1 : place + 2]):
                continue
            return (
                f"{before} {word.casefold()}"
                if before
                and before not in ("daily", "weekly", "monthly", "annual", "active", "total", "of", "in", "the", "and")
                else word.casefold()
            )
    return words[-1].casefold() if words else ""


def label_direction(reading: Reading, label: str, q: Quantity) -> str:
    work = reading.vocabularies.work
    if q.before is not None or q.sign:
        return find_direction(label, q, work)
    for word in re.findall(r"[a-z-]+", label.casefold()):
        if word in work.decrease:
            return "decrease"
        if word in work.increase:
            return "increase"
    return "none"


def from_sentence(reading: Reading, sentence: Span, text: str, q: Quantity, block: Block) -> Sighting:
    """Return the measure of a figure in a sentence; offsets of `q` count from the start of `text`, the sentence's words."""
    work = reading.vocabularies.work
    if q.period is None and (beside := _period_beside(text, q)) is not None:
        q = replace(q, period=beside)
    direction = find_direction(text, q, work)
    label = _label(text, q, work, block)
    if q.dimension == "count" and q.unit == "times" and q.before is not None:
        q = replace(q, unit=unit_of_label(label))
    if q.dimension == "count" and not q.unit:
        noun = last_counted(text[max(0, q.start - 200) : q.start]) if q.before is None and q.form == "digits" else None
        unit = noun.unit if noun is not None else "people" if is_team_size(label) else unit_of_label(label)
        q = replace(q, unit=unit, period=q.period or _period_of_label(label))
    if direction == "none" and block.kind is BlockKind.FIELD and block.key and label == _said_by_key(block):
        direction = label_direction(reading, label, q)
    section = reading.section_at(sentence.start)
    measured = " ".join(text[q.start : q.end].split()) if "  " in text else text[q.start : q.end]
    measure = measure_of(q, measured, label, direction, what_it_measures(q, label, text, section))
    confidence = sureness(reading, block, text, q)
    return Sighting(reading.document.span(sentence.start + q.start, sentence.start + q.end), measure, text, confidence)


def _label(text: str, q: Quantity, work: WorkWords, block: Block) -> str:
    if q.form == "model scores" and q.before is None:
        return q.unit
    if q.noun is not None and q.dimension in ("count", "data") and q.before is None and q.unit != "times":
        if (crowd := group(text[: q.start], text[q.end :], q, work)) is not None:
            return crowd
        words = _BEHIND_NOUN.sub("", " ".join(text[q.noun.start : q.noun.end].split()))
        following = re.match(
            r"\A\s++(?P<x>(?:daily|\w+ed(?=\s|[.,;]|$)(?!\s+by)|per\s+\w+|a\s+(?:day|week|month|year)))",
            text[q.noun.end :],
        )
        return f"{words} {following['x']}" if following else words
    key = _said_by_key(block)
    if block.kind is BlockKind.FIELD and not re.search(
        r"[a-zA-Z]{3}.*[a-zA-Z]{3}", text.replace(text[q.start : q.end], "")
    ):
        told = " ".join((text[: q.start] + text[q.end :]).split()).strip(" .,;:")
        return told if is_generic(key) and re.search(r"[^\W\d_]{3}", told) else key
    label = find_label(text, q, work)
    # "Bundle size: 1.4 MB to 380 kB gzipped"
    if (
        block.kind is BlockKind.FIELD
        and block.key
        and q.before is not None
        and not re.search(r"[^\W\d_]{2}", text[: q.start])
    ):
        return label if is_generic(key) else key
    if block.kind is BlockKind.FIELD and block.key and label.casefold() in (q.unit.casefold(), "", *_SAYS_NOTHING):
        return label if is_generic(key) else key or label
    # "Picked 1,900 orders an hour, up from 1,250": what was counted, not what was done.
    if (
        q.noun is not None
        and q.unit != "times"
        and " " not in label
        and (label.casefold() in work.verbs or label.casefold().endswith("ed"))
    ):
        return " ".join(text[q.noun.start : q.noun.end].split())
    return label


_BEHIND_NOUN = re.compile(r"(?i)\s(?:aged|each|worth|named|called)$")
_SAYS_NOTHING = ("median", "mean", "average", "avg", "total", "overall", "from", "now", "currently")
"""Labels that leave what is measured to the key of the field."""


def _said_by_key(block: Block) -> str:
    return re.sub(r"\[\d+\]", "", block.key.split(".")[-1]).replace("_", " ").strip()


_SAVES = re.compile(r"(?i)\b(?:sav|fre)(?:e|es|ed|ing|eing)\b")
_SPARED = re.compile(
    r"(?i)\s(?:(?P<saved>(?:were\s)?(?:saved|freed(?:\sup)?))|of\s[a-z-]+(?:\s[a-z-]+)?)\s(?:per|a|each|every)\s(?P<p>day|week|month|year)\b(?!\s(?:ago|later))"
)
"""Between a time and how often so much was saved: "40 hours of nursing time every month"."""


_PERIOD_BEFORE = re.compile(
    r"(?i)\b(?P<p>annual|yearly|daily|weekly|monthly|hourly|nightly)\b(?P<between>(?:\s+[\w-]+){0,4})\s*$"
)
_OF_ANOTHER = re.compile(r"(?i)\s(?:of|with|for|by|from|in|on|across|among|and|to)(?:\s|$)")
"""Between a period and a number of named things: "a weekly clinic with 12 people" is no 12 people a week."""
_PERIOD_AFTER = re.compile(
    r"(?i)\A\s++(?:(?!(?:within|after|for|half|over|once|twice|inside|during|under)\s)[a-z-]+\s+){0,3}?"
    r"(?P<p>annual(?:ly)?|yearly|daily|weekly|monthly|a year|per year|a month|per month|a day|per day)\b(?!\s+(?:ago|later|after|before|and a half))"
)
_IN = re.compile(r"(?i)\sin\s$")
_BEFORE_NOUN = re.compile(
    r"(?i)(?:annual|yearly|daily|weekly|monthly)\s(?!(?:and|on|in|from|for|by|with|to|across|via|at|during|through|or|over|without|as|active)\b)[a-z]"
)
"""A period that is of another thing: "gave 12 teams weekly reviews"."""


def _period_beside(text: str, q: Quantity) -> str | None:
    """Return the period said a few words before or after: "annual savings of $31K"."""
    if q.dimension == "time" and q.before is None and (spared := _SPARED.match(text, q.end)) is not None:
        freed = spared["saved"] or _SAVES.search(text[max(0, q.start - 60) : q.start])
        return spared["p"].casefold() if freed else None
    if q.dimension not in ("money", "count", "data") or (q.before is not None and q.dimension == "count"):
        return None
    near = _PERIOD_BEFORE.search(text[: q.start])
    if near is not None and q.dimension == "count" and q.noun is not None and _OF_ANOTHER.search(near["between"]):
        near = None
    after = _PERIOD_AFTER.match(text[q.end :])
    if after is not None and q.dimension == "count":
        is_length = _IN.search(after.string[: after.start("p")]) is not None
        after = None if is_length or _BEFORE_NOUN.match(after.string, after.start("p")) else after
    found = near or after
    if found is None:
        return None
    word = found["p"].casefold().replace("per ", "").replace("a ", "")
    return {
        "annual": "year",
        "annually": "year",
        "yearly": "year",
        "year": "year",
        "daily": "day",
        "nightly": "day",
        "day": "day",
        "weekly": "week",
        "monthly": "month",
        "month": "month",
        "hourly": "hour",
    }[word]


def measure_of(q: Quantity, written: str, label: str, direction: str, measures: Measures) -> Measure:
    unit = q.unit
    if q.period and q.dimension not in ("share", "ratio", "rate", "score") and "/" not in unit:
        unit = f"{unit}/{q.period}"
    is_range = q.high is not None
    return Measure(
        text=" ".join(written.split()),
        unit=unit,
        dimension=q.dimension if not (q.period and q.dimension in ("count", "data")) else "rate",
        value=None if is_range else tidy(q.value),
        low=tidy(q.value) if is_range else None,
        high=tidy(q.high) if q.high is not None else None,
        comparator=q.comparator,
        direction=direction,
        before=q.before,
        after=q.after,
        period=q.period,
        measures=measures,
        label=label,
    )


def tidy(value: float) -> float:
    return float(f"{value:.9g}")
