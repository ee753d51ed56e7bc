"""Applies the user's corrections of single facts, and says which corrections matched nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from graph.correction_rules import FILE_NAME, Corrections, OutcomeRule, path_matches
from graph.documents import Document, Span
from graph.model import EntityKind, Json, KnowledgeGraph, Measure, Measures, Mention, MentionKey
from graph.resolution.people import author_ids
from graph.resolution.readings import DocumentReading


def apply_to_mentions(document: Document, mentions: Sequence[Mention], corrections: Corrections) -> tuple[Mention, ...]:
    """Return the mentions without those that `hide` names, outcomes as `outcomes` sets them."""
    hidden = [
        span
        for rule in corrections.hide
        if rule.document == document.id and rule.quote
        for span in _places(document, rule.quote)
    ]
    kept = [m for m in mentions if not any(span.contains(m.span) or m.span == span for span in hidden)]
    changes = [
        (span, rule)
        for rule in corrections.outcomes
        if rule.document == document.id
        for span in _places(document, rule.quote)
    ]
    return tuple(_corrected(mention, changes) for mention in kept)


def _places(document: Document, quote: str) -> list[Span]:
    found, at = [], document.text.find(quote)
    while at >= 0:
        found.append(document.span(at, at + len(quote)))
        at = document.text.find(quote, at + 1)
    return found


def _corrected(mention: Mention, changes: Sequence[tuple[Span, OutcomeRule]]) -> Mention:
    rule = next(
        (rule for span, rule in changes if mention.kind is EntityKind.OUTCOME and span.overlaps(mention.span)), None
    )
    if rule is None or mention.measure is None:
        return mention
    measure = _changed(mention.measure, rule.changes)
    facts: dict[str, Json] = {key: value for key, value in rule.changes.items() if key in mention.attributes}
    return replace(mention, measure=measure, attributes={**mention.attributes, **facts}, rule="user", confidence=1.0)


def _changed(measure: Measure, changes: Mapping[str, Any]) -> Measure:
    fields: dict[str, Any] = {key: value for key, value in changes.items() if key in ("unit", "label", "direction")}
    for key in ("value", "before", "after"):
        if key in changes:
            fields[key] = float(changes[key])
    if "measures" in changes:
        fields["measures"] = Measures(changes["measures"])
    if "value" in fields:
        fields |= {"low": None, "high": None}
    return replace(measure, **fields)


def stated_projects(
    readings: Sequence[DocumentReading], ids: Mapping[tuple[str, MentionKey], str], corrections: Corrections
) -> dict[str, tuple[str, Span]]:
    """Return outcome id → (project id, where the figure stands) for each figure whose project the user sets."""
    found: dict[str, tuple[str, Span]] = {}
    rules = [rule for rule in corrections.outcomes if rule.changes.get("project")]
    for reading in readings:
        for rule in (rule for rule in rules if rule.document == reading.document.id):
            places = _places(reading.document, rule.quote)
            for mention in reading.of(EntityKind.OUTCOME):
                outcome_id = ids.get((reading.document.id, mention.identity))
                if outcome_id is not None and any(span.overlaps(mention.span) for span in places):
                    found[outcome_id] = str(rule.changes["project"]), mention.span
    return found


def unmatched_rules(
    readings: Sequence[DocumentReading],
    kg: KnowledgeGraph,
    corrections: Corrections,
    ids: Mapping[tuple[str, MentionKey], str] | None = None,
) -> list[str]:
    """Return a line for each correction that matched nothing, with its place in careergraph.yaml.

    `ids` are what the mentions came to, before anything was hidden.
    """
    texts = {reading.document.id: reading.document.text for reading in readings}
    said: list[tuple[int, str]] = []
    for rule in corrections.authors:
        if not any(corrections.author_of(key) == rule for key in texts):
            said.append((rule.line, f"authors: no document matches {rule.path!r}"))
    merged = {name for entity in kg.entities() for merge in entity.merges for name in merge.names}
    for pair in corrections.same_as:
        missing = [key for key in pair.ids if key not in kg and key not in merged]
        if missing:
            said.append((pair.line, f"same_as: nothing has the id {missing[0]!r}"))
    said += [(line, f"rename: nothing has the id {old!r}") for old, _, line in corrections.rename if old not in kg]
    said += [(line, f"retype: nothing has the id {key!r}") for key, _, line in corrections.retype if key not in kg]
    for hide in corrections.hide:
        if hide.document and hide.quote and hide.quote not in texts.get(hide.document, ""):
            said.append((hide.line, f"hide: {hide.quote!r} does not stand in {hide.document}"))
    known = _known_ids(readings, kg, ids or {}, corrections)
    for hide in corrections.hide:
        if hide.entity_id and hide.entity_id not in known:
            said.append((hide.line, f"hide: nothing has the id {hide.entity_id!r}"))
    for pair in corrections.keep_apart:
        missing = [key for key in pair.ids if key not in known]
        if missing:
            said.append((pair.line, f"keep_apart: nothing has the id {missing[0]!r}"))
    for number, pattern in enumerate(corrections.fictional):
        if not any(path_matches(pattern, key) for key in texts):
            said.append((corrections.fictional_lines[number], f"fictional: no document matches {pattern!r}"))
    for outcome in corrections.outcomes:
        project = outcome.changes.get("project")
        if project and (project not in kg or kg.entity(project).kind is not EntityKind.PROJECT):
            said.append((outcome.line, f"outcomes: no project has the id {project!r}"))
        if outcome.quote not in texts.get(outcome.document, ""):
            said.append((outcome.line, f"outcomes: {outcome.quote!r} does not stand in {outcome.document}"))
    return [f"{FILE_NAME}:{line}: {words}" for line, words in sorted(said)]


def _known_ids(
    readings: Sequence[DocumentReading],
    kg: KnowledgeGraph,
    ids: Mapping[tuple[str, MentionKey], str],
    corrections: Corrections,
) -> set[str]:
    """Return every id that a rule may name: of what is there, was hidden or merged, or would be there were it not."""
    if not (corrections.hide or corrections.keep_apart):
        return set()
    known = set(kg.nx.nodes) | set(ids.values())
    known |= {name for entity in kg.entities() for merge in entity.merges for name in merge.names}
    for reading in readings:
        known |= {f"{mention.kind}:{mention.key}" for mention in reading.mentions}
        known |= author_ids(reading)
    return known
