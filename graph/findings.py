"""What is doubtful about a graph and its documents, each with its place and remedy. Reports; changes nothing."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from typing import TYPE_CHECKING, TypeAlias

from graph.correction_rules import FILE_NAME
from graph.documents import Span
from graph.model import DateRange, Entity, EntityKind, KnowledgeGraph, Measure, RelationKind
from graph.queries import others
from graph.units import Units, comparable, units_from
from graph.vocabulary import FOLDER, load_yaml_with_lines

if TYPE_CHECKING:  # the pipeline brings every reader's library along
    from graph.report import BuildReport

TOLERANCE = 0.005
"""Share by which two figures may differ and still be told alike: 63.2 % and 63 % are one claim."""
_SMALL_WORDS = frozenset(
    ("a", "an", "and", "as", "at", "by", "for", "from", "in", "its", "of", "on", "or", "our", "per", "the", "to")
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing worth a look. The place is None where the finding is about no single document."""

    code: str
    """A key of PROBLEMS, or `store-damaged`."""
    message: str
    document: str | None = None
    line: int | None = None
    """From 1."""
    start: int | None = None
    end: int | None = None
    """Half-open, in code points of the document's text."""
    remedy: str = ""


def find_problems(kg: KnowledgeGraph, report: BuildReport) -> list[Finding]:
    """Return everything doubtful, by kind in the order of PROBLEMS, then by document and place."""
    found = []
    for problem in PROBLEMS.values():
        found += sorted(problem(kg, report), key=lambda f: (f.document or "", f.start or 0, f.end or 0, f.message))
    return found


# ---------------------------------------------------------------- figures and stories


def outcomes_without_project(kg: KnowledgeGraph, report: BuildReport) -> Iterator[Finding]:
    """Yield figures that no story achieved."""
    for outcome in kg.entities(EntityKind.OUTCOME):
        if not others(kg, outcome.id, RelationKind.ACHIEVED, "in"):
            yield _at(
                kg,
                "outcome-without-project",
                outcome.evidence[0].span,
                f"“{outcome.evidence[0].quote}” belongs to no story",
                "tell it in the section of the work that achieved it, or set its project under `outcomes:` in "
                + FILE_NAME,
            )


def claims_told_two_ways(kg: KnowledgeGraph, report: BuildReport) -> Iterator[Finding]:
    """Yield pairs of figures of one story that measure the same thing and can't both be true."""
    units = _units()
    for project in kg.entities(EntityKind.PROJECT):
        alike: dict[tuple[object, ...], list[tuple[Entity, Measure]]] = defaultdict(list)
        for outcome in others(kg, project.id, RelationKind.ACHIEVED, "out"):
            measure = outcome.measure
            if measure is not None and measure.size is not None and _label_words(measure.label):
                alike[_claim(measure, units)].append((outcome, measure))
        for group in alike.values():
            yield from _contradictions(kg, project, sorted(group, key=lambda pair: pair[0].evidence[0].span), units)


def _same_claim(first: Measure, second: Measure) -> bool:
    """Return whether two figures of one work, of one unit, say what became of the same thing.

    Their labels agree; or both start from the same value and one label is the other, shortened ("the nightly run",
    "the run").
    """
    one, other = _label_words(first.label), _label_words(second.label)
    if one == other:
        return True
    return first.before is not None and first.before == second.before and (one <= other or other <= one)


@lru_cache(maxsize=1)
def _units() -> Units:
    # The file of units alone: the whole vocabulary takes seconds to read.
    return units_from(load_yaml_with_lines((FOLDER / "units.yaml").read_text(encoding="utf-8")))


def _contradictions(
    kg: KnowledgeGraph, project: Entity, claims: Sequence[tuple[Entity, Measure]], units: Units
) -> Iterator[Finding]:
    for (one, first), (other, second) in combinations(claims, 2):
        if _same_claim(first, second) and not _compatible(_interval(first, units), _interval(second, units)):
            proof, again = one.evidence[0], other.evidence[0]
            yield _at(
                kg,
                "claim-told-two-ways",
                proof.span,
                f"{project.name}: {first.label} is “{first.text}” here and “{second.text}” in {_place(kg, again.span)}",
                "make both say the same, or name what differs",
            )


def _label_words(label: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W\d_]+", label.casefold())) - _SMALL_WORDS


def _claim(measure: Measure, units: Units) -> tuple[object, ...]:
    # Units of time and data convert into each other; any other unit must be the same one.
    base, _, per = measure.unit.partition("/")
    unit = measure.dimension if base in units.factors else base
    return (unit, per or measure.period, measure.dimension, measure.measures)


def _interval(measure: Measure, units: Units) -> tuple[float, float]:
    low = measure.value if measure.low is None else measure.low
    high = measure.value if measure.high is None else measure.high
    assert low is not None and high is not None  # the caller asked for `size`
    low, high = comparable(units, low, measure.unit), comparable(units, high, measure.unit)
    if measure.comparator in (">=", ">"):
        return low, math.inf
    if measure.comparator in ("<=", "<"):
        return -math.inf, high
    slack = 0.1 if measure.comparator == "~" else TOLERANCE  # "about 40" may be 43
    return low - abs(low) * slack, high + abs(high) * slack


def _compatible(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def projects_without_outcome(kg: KnowledgeGraph, report: BuildReport) -> Iterator[Finding]:
    """Yield stories without a single figure."""
    for project in kg.entities(EntityKind.PROJECT):
        if not others(kg, project.id, RelationKind.ACHIEVED, "out"):
            yield _at(
                kg,
                "project-without-outcome",
                project.evidence[0].span,
                f"{project.name} has no number",
                "say what it achieved: how much, how fast, how many",
            )


# ---------------------------------------------------------------- people and roles


def undated_roles(kg: KnowledgeGraph, report: BuildReport) -> Iterator[Finding]:
    """Yield roles for which no year is given."""
    for role in kg.entities(EntityKind.ROLE):
        period = role.period or DateRange()
        if not any((role.attributes.get("start"), role.attributes.get("end"), period.start, period.end_text)):
            employers = others(kg, role.id, RelationKind.AT_EMPLOYER, "out")
            where = f" at {employers[0].name}" if employers and employers[0].name != role.name else ""
            yield _at(
                kg,
                "undated-role",
                role.evidence[0].span,
                f"{role.name}{where} has no dates",
                'add its months or years, e.g. "Mar 2019 – Jun 2021"',
            )


def unknown_authors(kg: KnowledgeGraph, report: BuildReport) -> Iterator[Finding]:
    """Yield people who speak in documents that don't name them."""
    for person in kg.entities(EntityKind.PERSON):
        # An author to whom the user gave a label is known to be unknown: nothing to ask.
        if person.attributes.get("named") is not False or not person.name.startswith("Author of "):
            continue
        documents = sorted({proof.span.document_id for proof in person.evidence} & kg.documents.keys())
        path = _common_path(documents) if documents else person.evidence[0].span.document_id
        yield _at(
            kg,
            "unknown-author",
            person.evidence[0].span,
            f"nobody says who wrote {path}",
            f'paste into {FILE_NAME}: authors: [{{path: "{path}", name: FULL NAME}}]',
        )


def _common_path(documents: Sequence[str]) -> str:
    if len(documents) == 1:
        return documents[0]
    folders = [document.split("/")[:-1] for document in documents]
    shared = []
    for parts in zip(*folders, strict=False):
        if len(set(parts)) > 1:
            break
        shared.append(parts[0])
    return "/".join([*shared, "**"])


def same_names(kg: KnowledgeGraph, report: BuildReport) -> Iterator[Finding]:
    """Yield names that two or more people have."""
    people: dict[str, list[Entity]] = defaultdict(list)
    for person in kg.entities(EntityKind.PERSON):
        people[" ".join(person.name.casefold().split())].append(person)
    for namesakes in people.values():
        if len(namesakes) > 1:
            ids = ", ".join(person.id for person in namesakes)
            yield _at(
                kg,
                "same-name",
                namesakes[0].evidence[0].span,
                f"{len(namesakes)} people are called {namesakes[0].name}: {ids}",
                f"if they are one, paste into {FILE_NAME}: same_as: [[{ids}]]; if not: keep_apart: [[{ids}]]",
            )


# ---------------------------------------------------------------- files


def skipped_files(kg: KnowledgeGraph, report: BuildReport) -> Iterator[Finding]:
    """Yield files of the content folder that were not read."""
    for skipped in report.skipped:
        yield Finding("skipped-file", f"not read: {skipped.reason}", skipped.path, remedy=skipped.remedy)


def unmatched_corrections(kg: KnowledgeGraph, report: BuildReport) -> Iterator[Finding]:
    """Yield rules of careergraph.yaml that match nothing."""
    for path, line, said in map(_placed, report.findings):
        if path in (None, FILE_NAME):
            remedy = f"mend the id, path or quote in {FILE_NAME}, or take the rule out"
            yield Finding("correction-unmatched", said, FILE_NAME, line, remedy=remedy)


def misread_front_matter(kg: KnowledgeGraph, report: BuildReport) -> Iterator[Finding]:
    """Yield documents whose front matter is no YAML; their text was read without it."""
    for path, line, said in map(_placed, report.findings):
        if path not in (None, FILE_NAME):
            remedy = "mend the YAML between the `---` lines; quote values that hold a colon"
            yield Finding("front-matter", said, path, line, remedy=remedy)


def _placed(message: str) -> tuple[str | None, int | None, str]:
    """Return the path, line and words of a message `path:line: words`; those that it lacks are None."""
    placed = re.match(r"\A(?P<path>[^\n]+?):(?:(?P<line>\d+):)? (?P<said>.*)", message, re.DOTALL)
    if placed is None:
        return None, None, message
    return placed["path"], None if placed["line"] is None else int(placed["line"]), placed["said"]


Problem: TypeAlias = "Callable[[KnowledgeGraph, BuildReport], Iterator[Finding]]"

PROBLEMS: Mapping[str, Problem] = {
    "skipped-file": skipped_files,
    "correction-unmatched": unmatched_corrections,
    "front-matter": misread_front_matter,
    "unknown-author": unknown_authors,
    "same-name": same_names,
    "claim-told-two-ways": claims_told_two_ways,
    "outcome-without-project": outcomes_without_project,
    "project-without-outcome": projects_without_outcome,
    "undated-role": undated_roles,
}
"""Code → what finds it; in the order in which findings are told."""


def _at(kg: KnowledgeGraph, code: str, span: Span, message: str, remedy: str) -> Finding:
    document = kg.documents.get(span.document_id)
    line = None if document is None else document.line_of(span.start)
    return Finding(code, message, span.document_id, line, span.start, span.end, remedy)


def _place(kg: KnowledgeGraph, span: Span) -> str:
    document = kg.documents.get(span.document_id)
    return span.document_id if document is None else f"{span.document_id}:{document.line_of(span.start)}"
