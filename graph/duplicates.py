"""Finds things that are probably one and stand apart: people, employers, institutions, projects. Merges nothing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from itertools import combinations
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from graph.finding import Finding, finding_at, paste_ids, place_of
from graph.model import Entity, EntityKind, KnowledgeGraph, RelationKind
from graph.queries import others

if TYPE_CHECKING:  # the pipeline brings every reader's library along
    from graph.report import BuildReport

_ALIKE = 92
"""Least likeness, of 100, of two names with a slip between them: "Quillmoor Labs" and "Quilmoor Labs" have 96."""
_SHARED = 0.6
"""Least share of their words that two projects of one person have in common."""
_COMMON = 60
"""A word that more names have tells nothing: they are not compared for its sake."""
_LEGAL = frozenset(
    "inc incorporated ltd limited llc llp plc gmbh ag bv nv sa sas srl spa oy ab as corp corporation co company group holding holdings".split()
)
_PLAIN = frozenset(
    "a an and as at by for from in into new of on or our the their to with project work system service platform".split()
)


def likely_duplicates(kg: KnowledgeGraph, report: BuildReport) -> Iterator[Finding]:
    """Yield pairs of one kind that are probably one thing, unless the user says that they are not."""
    apart = [set(ids) for ids in report.kept_apart]
    for kind, alike in _ALIKE_BY_KIND.items():
        for one, other in _pairs(kg, kind):
            reason = alike(kg, one, other)
            if reason and not any({one.id, other.id} <= ids for ids in apart):
                yield finding_at(
                    kg,
                    "likely-duplicate",
                    one.evidence[0].span,
                    f"{one.name} and {other.name} ({place_of(kg, other.evidence[0].span)}) are probably one {kind.value}: {reason}",
                    "say whether they are one",
                    (
                        paste_ids("same_as", "if they are one", (one, other)),
                        paste_ids("keep_apart", "if they are not", (one, other)),
                    ),
                )


def _pairs(kg: KnowledgeGraph, kind: EntityKind) -> Iterator[tuple[Entity, Entity]]:
    """Yield pairs that share a word, or the beginning of one, in order of id."""
    entities = list(kg.entities(kind))
    by_word: dict[str, list[int]] = defaultdict(list)
    for place, entity in enumerate(entities):
        for word in {word[:4] for word in _words(entity.name)}:
            by_word[word].append(place)
    pairs = {pair for places in by_word.values() if len(places) <= _COMMON for pair in combinations(places, 2)}
    yield from ((entities[a], entities[b]) for a, b in sorted(pairs))


def _words(name: str) -> list[str]:
    return [word for word in re.findall(r"[^\W_]+", name.casefold()) if word not in _PLAIN]


def _people_alike(kg: KnowledgeGraph, one: Entity, other: Entity) -> str:
    if any(person.attributes.get("named") is False for person in (one, other)):
        return ""
    a, b = one.name.casefold().replace(".", "").split(), other.name.casefold().replace(".", "").split()
    if a == b or len(a) < 2 or len(b) < 2:  # people of one name are a finding of their own
        return ""
    if a[-1] == b[-1] and a[0] != b[0] and (a[0] == b[0][:1] or b[0] == a[0][:1]):
        return "one name shortens the other"
    if a[0] == b[0] and a[-1] == b[-1]:
        return "one has a middle name"
    return "the names differ by a slip" if fuzz.ratio(" ".join(a), " ".join(b)) >= _ALIKE else ""


def _firms_alike(kg: KnowledgeGraph, one: Entity, other: Entity) -> str:
    a, b = ([word for word in _words(entity.name) if word not in _LEGAL] for entity in (one, other))
    if not a or not b:
        return ""
    if a == b or "".join(a) == "".join(b):
        return "the names differ by the form of the firm or a space"
    written = " ".join(a), " ".join(b)
    if min(map(len, written)) < 6 or re.findall(r"\d+", written[0]) != re.findall(r"\d+", written[1]):
        return ""
    return "the names differ by a slip" if fuzz.ratio(*written) >= _ALIKE else ""


def _projects_alike(kg: KnowledgeGraph, one: Entity, other: Entity) -> str:
    people = [{e.id for e in others(kg, p.id, RelationKind.WORKED_ON, "in")} for p in (one, other)]
    if not people[0] & people[1] or _is_part(kg, one, other):
        return ""
    a, b = set(_words(one.name)), set(_words(other.name))
    shared = a & b
    if len(shared) >= 2 and len(shared) / len(a | b) >= _SHARED:
        return f"one person's, and their names share {', '.join(sorted(shared))}"
    long_enough = min(len(one.name), len(other.name)) >= 8
    if long_enough and fuzz.ratio(one.name.casefold(), other.name.casefold()) >= _ALIKE:
        return "one person's, and their names differ by a slip"
    return ""


def _is_part(kg: KnowledgeGraph, one: Entity, other: Entity) -> bool:
    return any(kg.nx.has_edge(a.id, b.id, key=RelationKind.PART_OF.value) for a, b in ((one, other), (other, one)))


_ALIKE_BY_KIND: Mapping[EntityKind, Callable[[KnowledgeGraph, Entity, Entity], str]] = {
    EntityKind.PERSON: _people_alike,
    EntityKind.EMPLOYER: _firms_alike,
    EntityKind.INSTITUTION: _firms_alike,
    EntityKind.PROJECT: _projects_alike,
}
"""Kind → why two of it are probably one, or an empty text. Technologies and practices have the vocabulary for that."""
