"""Which figures count users, people led, money saved …, and the words that ask for them. Knows no query and no engine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from index.analyzers import stem
from index.figures import Figure
from index.query_words import CHEAP, FAST, LARGE, MANY, SMALL

_ABOUT_THE_SENTENCE = 0.5
"""A figure in whose sentence the thing is named says less of it than one that counts the thing."""


@dataclass(frozen=True, slots=True)
class FigureKind:
    """Figures of one thing."""

    name: str
    words: frozenset[str]
    """Stems, one of which what the figure counts must hold."""
    dimensions: frozenset[str] = frozenset()
    """Where there are any, one of them; without the `/` of rates."""
    is_rate: bool = False
    """Whether only so much in a time counts."""
    units: frozenset[str] = frozenset()
    """Stems of what may be counted besides, by itself: "9,000 patients", and no "9,000 patient records"."""
    measures: str = ""
    """What a figure may measure instead of holding one of the words."""
    by_sentence: bool = True
    """Whether the words may stand in the figure's sentence alone."""
    never_measures: str = ""
    """What no such figure measures: people who use a thing are not those who made it."""
    is_change: bool = False
    """Whether a figure counts by how many times better something became; those that don't say so are less surely of the kind."""
    least: float = 0.0
    """In its dimension's base unit; smaller figures are of something else."""
    asked_as: frozenset[str] = frozenset({LARGE, SMALL})
    """For which sizes one asks by its words."""

    def strength(self, figure: Figure, own: frozenset[str]) -> float:
        """Return how surely a figure is of this kind, 0–1; `own` are the stems of what it counts."""
        if self.dimensions and figure.dimension.rstrip("/") not in self.dimensions:
            return 0.0
        if figure.size < self.least:
            return 0.0
        if (self.is_rate and not figure.dimension.endswith("/")) or (figure.measures == self.never_measures != ""):
            return 0.0
        if self.is_change and figure.dimension == "time":
            # "From 22 minutes to 90 seconds" is a speedup, whatever else the sentence says.
            return 0.0 if figure.factor is None or figure.direction == "increase" else 1.0
        if figure.dimension == "data" and "data" in self.dimensions:
            return 1.0
        is_so_measured = bool(self.measures) and figure.measures == self.measures
        names_it = not self.words.isdisjoint(own) if self.words else not self.measures
        names_it |= figure.counted in self.units
        if is_so_measured or names_it:
            return 1.0
        is_near = self.by_sentence and not self.words.isdisjoint(figure.words)
        return _ABOUT_THE_SENTENCE if is_near else 0.0


def _kind(name: str, words: str, dimensions: str, units: str = "", **more: Any) -> FigureKind:
    stems, counted = (frozenset(map(stem, listed.split())) for listed in (words, units))
    return FigureKind(name, stems, frozenset(dimensions.split()), units=counted, **more)


_KINDS = {
    "users|user base|userbase|audience|customer base|subscribers|members|customers|clients|visitors|readership": _kind(
        "users",
        "user customer client subscriber member rider visitor audience listener reader",
        "count rate",
        units="viewer follower player learner pupil student passenger commuter resident citizen inhabitant patient shopper guest "
        "household people account install download signup",
        by_sentence=False,
        never_measures="team",
    ),
    "team|teams|staff|headcount|organization|organisation|department|departments|people|engineers|developers|employees|"
    "colleagues|reports|direct reports|workforce|group|groups": _kind(
        "people led", "staff report headcount people engineer colleague", "count", measures="team", by_sentence=False
    ),
    "savings|saving|cost savings|cost reduction|cost reductions|cost cut|cost cuts|reduction of cost|reduction of costs": _kind(
        "money saved",
        "save saved saving savings less off cut reduce reduced spend fewer avoided bill licence renewed paying cheaper waste",
        "money",
    ),
    "revenue|revenues|income|sales|earnings|profit|profits|turnover": _kind(
        "money earned", "revenue margin income sale fee profit earning recurring", "money"
    ),
    "budget|budgets|deal|deals|contract|contracts|funding|grant|grants|investment|investments": _kind(
        "money", "", "money"
    ),
    "latency|latencies|response time|response times|run time|runtime|waiting time|waiting times|load time|load times": _kind(
        "lengths of time",
        "latency response answer runtime run wait load query call",
        "time",
        asked_as=frozenset({LARGE, SMALL, FAST}),
    ),
    "delivery|delivered|project|projects|delivered project|delivered projects|project delivery|completion|completed|finished|"
    "completed project|turnaround|turnarounds|turnaround time|turnaround times|lead time|lead times|timeline|timelines": _kind(
        "how long work took", "", "time", measures="duration", least=6 * 3600, asked_as=frozenset({FAST})
    ),
    "dataset|datasets|data set|data sets|data volume|data volumes": _kind(
        "amounts of data",
        "record row document entry byte gigabyte terabyte message event",
        "count rate data",
        by_sentence=False,
    ),
    "throughput|traffic|load|request rate|event rate": _kind("so much in a time", "", "count rate data", is_rate=True),
    "improvement|improvements|gain|gains|reduction|reductions|change|difference|impact|results|progress": _kind(
        "changes", "", "share ratio time", is_change=True, asked_as=frozenset({LARGE})
    ),
    "growth|increase|increases|rise": _kind(
        "growth",
        "grow growth grew increase increased rise rose more double doubled triple tripled up",
        "share ratio count money rate",
        asked_as=frozenset({LARGE, FAST}),
    ),
    "speedup|speedups|speed up|acceleration|speed gain|speed gains|performance gain|performance gains": _kind(
        "how much faster",
        "faster fast quick quicker speed sped latency response time runtime run throughput",
        "share ratio time",
        is_change=True,
        asked_as=frozenset({LARGE}),
    ),
    "error rate|error rates|failure rate|failure rates|errors|failures|defects|bugs|complaints|incidents|mistakes": _kind(
        "errors", "error failure fail failed defect bug complaint incident mistake crash fault", "share count rate"
    ),
    "outage|outages|downtime|interruption|interruptions": _kind(
        "how long it was down", "outage down downtime unavailable offline interruption stop", "time"
    ),
}
ASKED_KINDS = {
    tuple(map(stem, phrase.split())): kind for phrases, kind in _KINDS.items() for phrase in phrases.split("|")
}
"""Stems that ask for figures of a kind, where the query asks for size."""
ANSWERS = {
    MANY: frozenset({"count", "rate", "data"}),
    FAST: frozenset({"time", "share", "ratio"}),
    CHEAP: frozenset({"money", "share", "ratio"}),
    SMALL: frozenset({"count", "rate", "data", "money"}),
}
"""What is asked for → the dimensions of figures that can answer it."""
SMALL_WORDS = frozenset(
    {
        "small",
        "smaller",
        "smallest",
        "tiny",
        "minimal",
        "lean",
        "modest",
        "few",
        "fewer",
        "fewest",
        "little",
        "short",
        "brief",
    }
)
"""Ask for little before such words alone: a "small change" is none."""
HIGH = frozenset(
    """
    high heavy higher highest heavier largest biggest top most record major significant significantly substantial considerable
    dramatic dramatically remarkable impressive great greatest outsized many long longest
    """.split()
)
"""Ask for size before such words alone: a "high street" is none."""
LOW = frozenset({"low", "short", "lowest", "shortest"})
"""Ask for short times before words for lengths of time."""
CHANGES = frozenset(
    """
    boosted cut cutting decreased decreasing doubled dropped grew growing growth halved higher improved improving increase
    increased increases increasing lower lowered lowering raised raising reduce reduced reduces reducing reduction shrank
    tripled
    """.split()
)
"""Say that something became more or less: what changed is what figures count."""
