"""Applies the user's corrections of single facts, and says which corrections matched nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from graph.correction_rules import FILE_NAME, Corrections, OutcomeRule
from graph.documents import Document, Span
from graph.model import EntityKind, Json, KnowledgeGraph, Measure, Measures, Mention
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


def unmatched_rules(readings: Sequence[DocumentReading], kg: KnowledgeGraph, corrections: Corrections) -> list[str]:
    """Return a line for each correction that matched nothing, with its place in careergraph.yaml."""
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
    for outcome in corrections.outcomes:
        if outcome.quote not in texts.get(outcome.document, ""):
            said.append((outcome.line, f"outcomes: {outcome.quote!r} does not stand in {outcome.document}"))
    return [f"{FILE_NAME}:{line}: {words}" for line, words in sorted(said)]
