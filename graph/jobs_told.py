"""Finds one employment of which two documents say different things: its title, or when it began or ended."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from graph.finding import Finding, finding_at
from graph.model import DateRange, Entity, EntityKind, Evidence, KnowledgeGraph, RelationKind
from graph.periods import overlap
from graph.queries import others
from graph.slugs import slug

if TYPE_CHECKING:  # the pipeline brings every reader's library along
    from graph.report import BuildReport


def jobs_told_two_ways(kg: KnowledgeGraph, report: BuildReport) -> Iterator[Finding]:
    """Yield employments with two titles, and pairs with one title whose dates overlap and differ; each in two documents.

    A résumé and its translation are told apart by this, too: the titles are one job's, and both are kept.
    """
    for role in kg.entities(EntityKind.ROLE):
        yield from _two_titles(kg, role)
    by_post: dict[tuple[str, ...], list[Entity]] = {}
    for role in kg.entities(EntityKind.ROLE):
        people, employers = (
            others(kg, role.id, RelationKind.HELD_ROLE, "in"),
            others(kg, role.id, RelationKind.AT_EMPLOYER, "out"),
        )
        if people and employers:
            by_post.setdefault((people[0].id, employers[0].id, slug(role.name)), []).append(role)
    for roles in by_post.values():
        for first, second in combinations(roles, 2):
            yield from _two_periods(kg, first, second)


def _two_titles(kg: KnowledgeGraph, role: Entity) -> Iterator[Finding]:
    title = str(role.attributes.get("title") or "")
    if not title:
        return
    first: dict[str, Evidence] = {}
    for proof in role.evidence:
        first.setdefault(slug(proof.quote), proof)
    named = [proof for words, proof in first.items() if words]
    for one, other in combinations(named, 2):
        if one.span.document_id != other.span.document_id:
            yield finding_at(
                kg,
                "job-told-two-ways",
                one.span,
                f"one job is “{one.quote}” here and “{other.quote}” in {_place(kg, other)}",
                "if that is no translation, make both documents say the same",
            )
            return


def _two_periods(kg: KnowledgeGraph, first: Entity, second: Entity) -> Iterator[Finding]:
    one, other = first.evidence[0], second.evidence[0]
    if one.span.document_id == other.span.document_id or first.period is None or second.period is None:
        return
    if overlap(first.period, second.period) and not _is_inside(first.period, second.period):
        yield finding_at(
            kg,
            "job-told-two-ways",
            one.span,
            f"{first.name} is {_written(first.period)} here and {_written(second.period)} in {_place(kg, other)}",
            "make both documents say the same dates",
        )


def _is_inside(one: DateRange, other: DateRange) -> bool:
    """Return whether one period starts after and ends before the other: the dates of work done in a job, not the job's."""
    spans = [
        (p.start.first_month if p.start else 0, 10**9 if p.end is None else p.end.last_month) for p in (one, other)
    ]
    (begin, end), (start, stop) = spans
    return (begin < start and stop < end) or (start < begin and end < stop)


def _written(period: DateRange) -> str:
    return f"{period.start} – {period.end_text or '?'}"


def _place(kg: KnowledgeGraph, proof: Evidence) -> str:
    document = kg.documents[proof.span.document_id]
    return f"{document.id}:{document.line_of(proof.span.start)}"
