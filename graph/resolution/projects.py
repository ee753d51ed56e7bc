"""Decides which projects of one person's documents are the same work, and which of their figures are one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from graph.correction_rules import Corrections
from graph.extraction.stories.shown_titles import shown_title
from graph.model import EntityKind, Measure, Mention, RelationKind
from graph.resolution.readings import DocumentReading
from graph.slugs import digest
from graph.stems import stem, stems
from graph.union import Union

Local = tuple[str, str]
"""(document id, key): a project or outcome as one document knows it."""

_PLAIN = frozenset(
    "a an and as at by for from in into of on or our the their to with new all its my per project work case study story how we".split()
)
_RANK = {
    "project-keys": 0,
    "project-heading": 1,
    "project-short-title": 2,
    "project-titled-bullet": 3,
    "project-table-row": 4,
    "project-answer": 5,
    "project-achievement": 6,
}


@dataclass(frozen=True, slots=True)
class LocalProject:
    """A project as one document tells it."""

    local: Local
    author: str
    names: tuple[str, ...]
    employer: str | None
    figures: frozenset[tuple[object, ...]]
    large: frozenset[tuple[object, ...]]
    terms: frozenset[str]
    rule: str


@dataclass(frozen=True, slots=True)
class ResolvedProject:
    """One piece of work with every document's telling of it."""

    id: str
    name: str
    members: tuple[Local, ...]
    reasons: tuple[str, ...]
    aliases: tuple[str, ...] = field(default=())


def resolve_projects(
    readings: Sequence[DocumentReading], author_of: Mapping[str, str], corrections: Corrections
) -> list[ResolvedProject]:
    """Return the projects of all documents, those that tell the same work joined; different authors' never are."""
    employers = sorted({m.name for reading in readings for m in reading.of(EntityKind.EMPLOYER)})
    locals_ = [
        project
        for reading in readings
        for project in _local_projects(reading, author_of.get(reading.document.id, ""), employers)
    ]
    union = Union(project.local for project in locals_)
    by_author: dict[str, list[LocalProject]] = {}
    for project in locals_:
        by_author.setdefault(project.author, []).append(project)
    for members in by_author.values():
        for place, one in enumerate(members):
            for other in members[:place]:
                reason = same_work(one, other)
                if reason and not _kept_apart(one, other, corrections):
                    union.join(other.local, one.local, reason)
    known = {project.local: project for project in locals_}
    return _named([[known[member] for member in group] for group in union.groups()], union)


def _local_projects(reading: DocumentReading, author: str, employers: Sequence[str]) -> list[LocalProject]:
    found: list[LocalProject] = []
    by_key: dict[str, list[Mention]] = {}
    for mention in reading.of(EntityKind.PROJECT):
        by_key.setdefault(mention.key, []).append(mention)
    outcomes = {m.identity: m for m in reversed(reading.of(EntityKind.OUTCOME))}
    for key, mentions in by_key.items():
        mine = [r for r in reading.relations if r.source == (EntityKind.PROJECT, key)]
        measures = [
            m
            for r in mine
            if r.kind is RelationKind.ACHIEVED and (figure := outcomes.get(r.target)) and (m := figure.measure)
        ]
        employer = next((r.target[1] for r in mine if r.kind is RelationKind.AT_EMPLOYER), None)
        found.append(
            LocalProject(
                local=(reading.document.id, key),
                author=author,
                names=_names(mentions, employers),
                employer=employer,
                figures=frozenset(figure_identity(m) for m in measures if m.size is not None),
                large=frozenset(
                    figure_identity(m)
                    for m in measures
                    if m.size is not None
                    and (
                        m.size >= 1000
                        or m.size % 1
                        or (m.dimension in ("money", "share") and m.size not in (10, 20, 25, 30, 40, 50, 100))
                    )
                ),
                terms=frozenset(r.target[1] for r in mine if r.kind is RelationKind.USES),
                rule=min((m.rule for m in mentions), key=lambda rule: _RANK.get(rule, 9)),
            )
        )
    return found


def _names(mentions: Sequence[Mention], employers: Sequence[str]) -> tuple[str, ...]:
    """Return a project's names in one document, that to show first; an employer whom another file names is cut off."""
    shown = shown_title(mentions[0].name, employers)
    return tuple(dict.fromkeys([shown, mentions[0].name, *(m.text for m in mentions if len(m.text) < 120)]))


def same_work(one: LocalProject, other: LocalProject) -> str:
    """Return why two local projects of one author are the same work, or an empty string."""
    if (one.employer and other.employer and one.employer != other.employer) or one.local[0] == other.local[0]:
        return ""
    if any(a.casefold() == b.casefold() for a in one.names for b in other.names):
        return "the title is the same"
    best = max((_agreement(a, b) for a in one.names for b in other.names), key=lambda pair: (pair[0], len(pair[1])))
    likeness, shared = best
    figures = one.figures & other.figures
    if likeness >= 0.75 and len(shared) >= 2:
        return "the titles agree: " + ", ".join(sorted(shared))
    if figures and ((likeness >= 0.4 and len(shared) >= 2) or (len(figures) >= 2 and shared)):
        return f"the titles share {', '.join(sorted(shared))} and the figures agree: {_shown(figures)}"
    if len(figures) >= 3 or (one.large & other.large and (len(figures) >= 2 or shared or one.terms & other.terms)):
        return f"the figures agree: {_shown(figures)}"
    return ""


def _agreement(a: str, b: str) -> tuple[float, frozenset[str]]:
    one, other = _telling(a), _telling(b)
    shared = one & other
    return (2 * len(shared) / (len(one) + len(other)) if shared else 0.0, shared)


def _telling(name: str) -> frozenset[str]:
    return frozenset(
        word for word, start, end in stems(name) if name[start:end].casefold() not in _PLAIN and len(word) > 1
    )


def figure_identity(measure: Measure) -> tuple[object, ...]:
    """Return what two sayings of one figure share, whatever their label: dimension, head of the unit, numbers."""
    unit = measure.unit.split("/")[0].split()[-1:] or [""]
    dimension = "count" if measure.dimension in ("rate", "data") else measure.dimension
    value = measure.value if measure.value is not None else measure.low
    unit_key = "" if dimension == "count" and measure.size is not None and measure.size >= 100_000 else stem(unit[0])
    return (dimension, unit_key, value, measure.high)


def _shown(figures: frozenset[tuple[object, ...]]) -> str:
    return ", ".join(sorted(f"{figure[2]:g} {figure[1]}".strip() for figure in figures))


def _kept_apart(one: LocalProject, other: LocalProject, corrections: Corrections) -> bool:
    ids = {f"project:{one.local[1]}"}, {f"project:{other.local[1]}"}
    return any(set(rule.ids) & ids[0] and set(rule.ids) & ids[1] for rule in corrections.keep_apart)


def _named(groups: Sequence[Sequence[LocalProject]], union: Union[Local]) -> list[ResolvedProject]:
    found: list[ResolvedProject] = []
    taken: dict[str, str] = {}
    for group in groups:
        best = min(group, key=lambda p: (_RANK.get(p.rule, 9), _length_penalty(p.names[0]), p.local))
        project_id = f"project:{best.local[1]}"
        # Two people may title their work alike; the second gets its author's hash behind the id.
        if taken.setdefault(project_id, best.author) != best.author or any(p.id == project_id for p in found):
            project_id = f"{project_id}-{digest(best.author + best.local[0], 4)}"
        names = sorted(
            {name for p in group for name in p.names if name.casefold() != best.names[0].casefold()} - {best.names[0]}
        )
        clean = [name for name in names if not re.search(r"\n", name)]
        found.append(
            ResolvedProject(
                project_id, best.names[0], tuple(p.local for p in group), union.reasons(group[0].local), tuple(clean)
            )
        )
    return found


def _length_penalty(name: str) -> int:
    return 0 if 8 <= len(name) <= 70 else 1
