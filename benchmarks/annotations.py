"""The hand-made annotations of the documents that reading is judged by: their shapes, reading them, proving them. Scores nothing.

One YAML file a document says what a careful reader finds in it. Every quote stands verbatim in the document's text; a
quote that occurs several times stands for all its places. `optional` marks what is right to find and no fault to miss.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from graph.documents import Span
from graph.model import Measures
from graph.yaml_parsing import FAST_LOADER

HELD_BACK = Path(__file__).parent / "heldback"
"""Documents whose mistakes are looked at, to learn kinds of mistakes."""
KEPT = Path(__file__).parent / "kept"
"""A second set whose mistakes were not looked at while the first was learned from; they are by now."""
OPENED = Path(__file__).parent / "opened"
"""Documents that were blind ones once: their mistakes are looked at now."""
RETOLD = tuple(Path(__file__).parent / f"retold_{number}" for number in range(1, 9))
"""Real public documents told again, line by line, with invented people and facts, by people who knew neither rules nor output.

In the order in which they were made: 42, 82, 61, 21, 20, 47, 70 and 44 documents; learned from since each was first scored. The last
ones tell one to four works each, at length: case studies, STAR notes, write-ups, self-reviews.
"""
RETOLD_UNSEEN = Path(__file__).parent / "retold_unseen"
"""45 made with the seventh of them whose mistakes nobody has looked at."""
STORIES_UNSEEN = Path(__file__).parent / "stories_unseen"
"""40 made with the eighth, of one to four works each, whose mistakes nobody has looked at."""
BLIND = Path(__file__).parent / "blind"
"""Documents whose mistakes are never looked at, to tell whether what was learned is general."""

MONEY = frozenset({"USD", "EUR", "GBP", "SEK", "AUD", "CAD", "CHF", "NOK", "PLN", "ZAR"})
TIME_IN_SECONDS: Mapping[str, float] = {
    "ms": 0.001,
    "milliseconds": 0.001,
    "seconds": 1,
    "minutes": 60,
    "hours": 3600,
    "days": 86_400,
    "weeks": 7 * 86_400,
    "months": 30.4375 * 86_400,
    "quarters": 91.3125 * 86_400,
    "years": 365.25 * 86_400,
}
BYTES: Mapping[str, float] = {"bytes": 1, "kb": 1e3, "mb": 1e6, "gb": 1e9, "tb": 1e12, "pb": 1e15}
"""In lower case: a bit is no unit here."""
DIMENSIONS = frozenset({"money", "time", "data", "share", "ratio", "score", "count", "any"})


@dataclass(frozen=True, slots=True)
class Place:
    """Names under which a thing may be found, and the words that speak of it."""

    name: str
    aliases: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    optional: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """The name and all aliases."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class Employment:
    """One position: at whom, as what, from when to when (`YYYY-MM`, `YYYY`, `present`, or None where unsaid)."""

    employer: str
    title: str | None
    start: str | None
    end: str | None
    other_titles: tuple[str, ...] = ()
    other_ends: tuple[str | None, ...] = ()
    title_optional: bool = False
    """Any title, or none, is right."""
    dates_optional: bool = False
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Degree:
    """What was studied where."""

    institution: str
    degree: str
    field: str | None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that says something of the work."""

    quote: str
    value: float | tuple[float, float]
    unit: str
    dimension: str
    direction: str
    before: float | None
    after: float | None
    measures: Measures
    project: str | None
    other_values: tuple[float, ...] = ()
    optional: bool = False
    link_optional: bool = False
    """The figure is wanted, its link to the project need not be found."""
    labels: tuple[str, ...] = ()
    """Ways of saying what it measures, the best first; none where nobody wrote them down."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """All that a careful reader finds in one document."""

    path: Path
    """Of the annotation."""
    document: str
    """File name of the document, beside the folder of annotations."""
    person: str | None
    employers: tuple[Place, ...]
    employments: tuple[Employment, ...]
    education: tuple[Degree, ...]
    projects: tuple[Place, ...]
    technologies: tuple[Place, ...]
    figures: tuple[Figure, ...]
    not_figures: tuple[str, ...]
    uses: frozenset[tuple[str, str]]
    """(project, technology)."""
    at_employer: frozenset[tuple[str, str]]
    """(project, employer)."""
    practices: tuple[Place, ...] = ()
    """By common names, each with the words that say it; optional where no words name it. Empty where nobody wrote them down."""


def load_annotations(folder: Path = HELD_BACK) -> list[Annotation]:
    """Return the annotations of a folder of documents, by name. Raises KeyError or ValueError for a malformed one."""
    return [_read(path) for path in sorted((folder / "annotations").glob("*.yaml"))]


def _read(path: Path) -> Annotation:
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=FAST_LOADER)
    relations: Mapping[str, Mapping[str, Any]] = data.get("relations") or {}
    jobs = data["employers"]
    return Annotation(
        path=path,
        document=data["document"],
        person=data["person"],
        employers=_without_repeats(_place(job) for job in jobs),
        employments=tuple(_employment(job) for job in jobs),
        education=tuple(
            Degree(d["institution"], d["degree"], d["field"], d.get("optional", False)) for d in data["education"]
        ),
        projects=tuple(_place(item) for item in data["projects"]),
        technologies=tuple(_place(item) for item in data["technologies"]),
        figures=tuple(_figure(item) for item in data["outcomes"]),
        not_figures=tuple(data["not_outcomes"]),
        uses=frozenset((project, name) for project, names in relations.get("uses", {}).items() for name in names),
        at_employer=frozenset(relations.get("at_employer", {}).items()),
        practices=tuple(
            Place(item["name"], quotes=(item["at"],), optional=not item["named"]) for item in data.get("practices", ())
        ),
    )


def _place(item: str | Mapping[str, Any]) -> Place:
    if isinstance(item, str):
        return Place(item)
    quotes = item.get("at", ())
    return Place(item["name"], tuple(item.get("aliases", ())), tuple(quotes), item.get("optional", False))


def _without_repeats(places: Iterable[Place]) -> tuple[Place, ...]:
    by_name: dict[str, Place] = {}
    for place in places:  # Several positions at one employer; it is wanted if one of them is.
        known = by_name.setdefault(place.name, place)
        by_name[place.name] = replace(known, optional=known.optional and place.optional)
    return tuple(by_name.values())


def _employment(job: Mapping[str, Any]) -> Employment:
    nameless = job["title"] is None
    return Employment(
        employer=job["name"],
        title=job["title"],
        start=_date(job["start"]),
        end=_date(job["end"]),
        other_titles=tuple(job.get("title_also", ())),
        other_ends=tuple(map(_date, job.get("end_also", ()))),
        title_optional=job.get("title_optional", nameless),
        dates_optional=job.get("dates_optional", False),
        optional=job.get("optional", nameless),
    )


def _date(written: str | int | None) -> str | None:
    """Return a date as text: YAML takes a bare year for a number."""
    return None if written is None else str(written)


def _figure(item: Mapping[str, Any]) -> Figure:
    value = item["value"]
    return Figure(
        quote=item["quote"],
        value=(float(value[0]), float(value[1])) if isinstance(value, list) else float(value),
        unit=item["unit"],
        dimension=item.get("unit_dimension", dimension_of(item["unit"])),
        direction=item.get("direction", "none"),
        before=item.get("before"),
        after=item.get("after"),
        measures=Measures(item["measures"]),
        project=item["project"],
        other_values=tuple(float(other) for other in item.get("value_also", ())),
        optional=item.get("optional", False),
        link_optional=item.get("link_optional", False),
        labels=tuple(item.get("labels", ())),
    )


def dimension_of(unit: str) -> str:
    """Return the dimension of a unit, its "per …" left aside; whatever is no known unit is a count of things."""
    head = unit.split("/")[0]
    if head in MONEY:
        return "money"
    if head in TIME_IN_SECONDS:
        return "time"
    if head.casefold() in BYTES:
        return "data"
    return {"percent": "share", "points": "share", "ratio": "ratio", "score": "score", "NPS": "score"}.get(
        head, "count"
    )


def in_base_unit(value: float, unit: str) -> float:
    """Return a time in seconds, data in bytes, and anything else as it is."""
    head = unit.split("/")[0].removeprefix("working ")
    return value * TIME_IN_SECONDS.get(head, BYTES.get(head.casefold(), 1.0))


def spans_of(quote: str, text: str, document_id: str) -> list[Span]:
    """Return all places of a quote, in order."""
    found, start = list[Span](), text.find(quote)
    while start >= 0:
        found.append(Span(document_id, start, start + len(quote)))
        start = text.find(quote, start + 1)
    return found


def problems_of(annotation: Annotation, text: str) -> list[str]:
    """Return what is wrong with an annotation of this text: quotes that are not in it, names that nothing has."""
    found = [f"not in the document: {quote!r}" for quote in _quotes(annotation) if not quote or quote not in text]
    running_text = " ".join(text.split())  # A name may run on over the end of a line.
    found += [f"not in the document: {name!r}" for name in _names(annotation) if name not in running_text]
    projects = {place.name for place in annotation.projects}
    technologies = {place.name for place in annotation.technologies}
    employers = {place.name for place in annotation.employers}
    found += [f"unknown project: {f.project!r}" for f in annotation.figures if f.project not in {*projects, None}]
    for what, pairs, targets in (
        ("uses", annotation.uses, technologies),
        ("at_employer", annotation.at_employer, employers),
    ):
        found += [
            f"unknown in {what}: {pair}" for pair in sorted(pairs) if pair[0] not in projects or pair[1] not in targets
        ]
    for what, names in (("project", annotation.projects), ("technology", annotation.technologies)):
        if len({place.name for place in names}) < len(names):
            found.append(f"a {what} is listed twice")
    for figure in annotation.figures:
        found += _problems_of_figure(figure)
    return found


def _quotes(annotation: Annotation) -> Iterator[str]:
    for places in (annotation.projects, annotation.technologies, annotation.employers, annotation.practices):
        for place in places:
            yield from place.quotes
    yield from (figure.quote for figure in annotation.figures)
    yield from annotation.not_figures


def _names(annotation: Annotation) -> Iterator[str]:
    yield from (place.name for place in annotation.technologies if not place.aliases)
    yield from (place.name for place in annotation.employers)
    yield from (degree.institution for degree in annotation.education)
    yield from (job.title for job in annotation.employments if job.title and not job.title_optional)


def _problems_of_figure(figure: Figure) -> Sequence[str]:
    found = []
    if figure.dimension not in DIMENSIONS:
        found.append(f"unknown dimension {figure.dimension!r}: {figure.quote!r}")
    if figure.direction not in ("increase", "decrease", "none"):
        found.append(f"unknown direction {figure.direction!r}: {figure.quote!r}")
    if (figure.before is None) != (figure.after is None):
        found.append(f"before and after belong together: {figure.quote!r}")
    if not any(character.isdigit() for character in figure.quote) and len(figure.quote.split()) < 2:
        found.append(f"a quote without digits wants more than one word: {figure.quote!r}")
    return found
