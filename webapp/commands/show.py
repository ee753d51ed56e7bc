"""`careergraph show`: one entity with its facts and relations, each with the words that say so."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

import click

from graph.experience import experience_of, write_months
from graph.model import Entity, Json, KnowledgeGraph, Relation
from graph.queries import neighbours
from index.generations import open_current
from index.told import ToldExperience
from webapp.commands.lookup import find_one
from webapp.commands.terminal import json_option, say, say_evidence, say_json, store_option
from webapp.figures import write_figure
from webapp.json_parts import attributes_of
from webapp.json_shapes import entity_json
from webapp.settings import load_settings


@click.command("show")
@click.argument("entity", metavar="ID|NAME")
@store_option
@json_option
def command(entity: str, store: Path | None, as_json: bool) -> None:
    """Show one thing: its facts and relations, each with file, line and quote.

    \b
    Example:
      careergraph show Kafka
    """
    generation = open_current(load_settings({"store": store}).store)
    found = find_one(generation.kg, entity)
    told = generation.experiences(found.id)
    if as_json:
        say_json(entity_json(generation.kg, found.id, told))
    else:
        say_entity(generation.kg, found)
        say_experiences(generation.kg, told)


def say_experiences(kg: KnowledgeGraph, told: Sequence[ToldExperience]) -> None:
    """Write what a story shows, with the words that show it; nothing for what is no story."""
    if told:
        say()
        say("shows", bold=True)
    for one in told:
        say(f"  {one.name}  [experience:{one.concept_id}]")
        say_evidence(kg, one.evidence, "    ")


def say_entity(kg: KnowledgeGraph, entity: Entity) -> None:
    """Write an entity for people: name, facts, evidence, then relations by kind and direction."""
    say(f"{entity.name}  [{entity.kind.value}]", bold=True)
    say(f"  id: {entity.id}")
    if entity.aliases:
        say(f"  also: {', '.join(entity.aliases)}")
    if entity.measure is not None:
        say(f"  figure: {write_figure(entity.measure).text}")
    for name, value in attributes_of(entity).items():
        if value not in (None, "", [], {}):
            say(f"  {name}: {fact_text(value)}")
    for experience in experience_of(kg, entity.id):
        least = "at least " if experience.is_current else ""
        last = "" if experience.is_current or experience.last_used is None else f", last in {experience.last_used}"
        say(f"  {kg.entity(experience.person_id).name}: {least}{write_months(experience.months)}{last}")
    for merge in entity.merges:
        say(f"  merged: {', '.join(merge.names)} ({merge.reason})")
    say_evidence(kg, entity.evidence, "  ")
    for (kind, direction), group in groupby(neighbours(kg, entity.id), key=lambda n: (n.relation.kind, n.direction)):
        say()
        say(f"{kind.value} {'→' if direction == 'out' else '←'}", bold=True)
        for neighbour in group:
            say(f"  {neighbour.other.name}  [{neighbour.other.id}]{period_text(neighbour.relation)}")
            say_evidence(kg, neighbour.relation.evidence, "    ")


def fact_text(value: Json) -> str:
    """Return a fact's value on one line.

    >>> fact_text([{"title": "Engineer", "start": "2019", "end": None}]), fact_text([10, 15]), fact_text(True)
    ('title Engineer, start 2019', '10, 15', 'yes')
    """
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        return ", ".join(f"{name} {fact_text(part)}" for name, part in value.items() if part is not None)
    if isinstance(value, list):
        return ("; " if any(isinstance(part, dict) for part in value) else ", ").join(fact_text(part) for part in value)
    return str(value)


def period_text(relation: Relation) -> str:
    """Return ` (start – end)`, or nothing where the relation has no period."""
    if relation.period is None:
        return ""
    return f" ({relation.period.start or '…'} – {relation.period.end_text or '…'})"
