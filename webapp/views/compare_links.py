"""What a comparison looks at: for each kind, the things that a person, project, technology or practice is tied to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.model import Entity, EntityKind, Evidence, KnowledgeGraph, RelationKind
from webapp.corpus import Corpus

Step = tuple[RelationKind, str]
"""A relation, and the direction in which it is followed."""

_WORK: Step = (RelationKind.WORKED_ON, "out")
_USED_BY: Mapping[EntityKind, Step] = {
    EntityKind.TECHNOLOGY: (RelationKind.USES, "in"),
    EntityKind.PRACTICE: (RelationKind.APPLIES, "in"),
}


def _used(kind: EntityKind) -> tuple[tuple[str, str, tuple[Step, ...]], ...]:
    projects = _USED_BY[kind]
    return (
        ("projects", "Projects", (projects,)),
        ("people", "People", (projects, (RelationKind.WORKED_ON, "in"))),
        ("employers", "Employers", (projects, (RelationKind.AT_EMPLOYER, "out"))),
        ("technologies", "Technologies used with it", (projects, (RelationKind.USES, "out"))),
        ("practices", "Practices applied with it", (projects, (RelationKind.APPLIES, "out"))),
    )


COMPARED: Mapping[EntityKind, tuple[tuple[str, str, tuple[Step, ...]], ...]] = {
    EntityKind.PERSON: (
        ("technologies", "Technologies", (_WORK, (RelationKind.USES, "out"))),
        ("practices", "Practices", (_WORK, (RelationKind.APPLIES, "out"))),
        ("employers", "Employers", ((RelationKind.WORKS_AT, "out"),)),
        ("projects", "Projects", (_WORK,)),
        ("institutions", "Studied at", ((RelationKind.STUDIED_AT, "out"),)),
        ("credentials", "Credentials", ((RelationKind.HOLDS, "out"),)),
    ),
    EntityKind.PROJECT: (
        ("technologies", "Technologies", ((RelationKind.USES, "out"),)),
        ("practices", "Practices", ((RelationKind.APPLIES, "out"),)),
        ("people", "People", ((RelationKind.WORKED_ON, "in"),)),
        ("employers", "Employers", ((RelationKind.AT_EMPLOYER, "out"),)),
    ),
    EntityKind.TECHNOLOGY: _used(EntityKind.TECHNOLOGY),
    EntityKind.PRACTICE: _used(EntityKind.PRACTICE),
}
"""Kind that can be compared → its sections: key, title, the relations that lead there."""


LOOKED_AT = 6
"""Places among which the one to show is chosen; a thing that all use has thousands."""


@dataclass(frozen=True, slots=True)
class Tie:
    """What says that a thing belongs to one side."""

    evidence: tuple[Evidence, ...]
    """Of the last relation on the way: for a person's technology, of the project that used it. The first few places."""
    places: int
    """How many there are."""


def ties_of(kg: KnowledgeGraph, entity_id: str, steps: Sequence[Step]) -> dict[str, Tie]:
    """Return the ids that the relations of `steps` lead to, one after the other, best stated first."""
    here: list[str] = [entity_id]
    proofs: dict[str, list[Evidence]] = {}
    places: dict[str, int] = {}
    for kind, direction in steps:
        proofs, places = defaultdict(list), defaultdict(int)
        for node in here:
            around = kg.outward(node) if direction == "out" else kg.inward(node)
            for other, edges in around.items():
                if kind in edges and other != entity_id:
                    stated = edges[kind]["relation"].evidence
                    places[other] += len(stated)
                    if len(proofs[other]) < LOOKED_AT:
                        proofs[other] += stated[:LOOKED_AT]
        here = sorted(proofs)
    ranked = sorted(proofs, key=lambda key: (-places[key], kg.entity(key).name.casefold(), key))
    return {key: Tie(tuple(proofs[key][:LOOKED_AT]), places[key]) for key in ranked}


def projects_behind_all(kg: KnowledgeGraph, entity: Entity) -> list[str]:
    """Return the ids of the projects of a side: its own for a person, those that used it, itself for a project."""
    if entity.kind is EntityKind.PROJECT:
        return [entity.id]
    step = _WORK if entity.kind is EntityKind.PERSON else _USED_BY[entity.kind]
    return list(ties_of(kg, entity.id, [step]))


def likely_others(corpus: Corpus, entity: Entity, most: int = 10) -> list[Entity]:
    """Return things of the same kind that one may want to compare with: those that share most, then the best connected."""
    kg = corpus.kg
    scores: Counter[str] = Counter()
    for shared in _around(kg, entity.id):
        near = [e for e in _around(kg, shared) if kg.entity(e).kind is entity.kind and e != entity.id]
        for other in near:
            # What few share says more than what all do.
            scores[other] += 1000 // (len(near) + 1)
    scores.update({alike.id: 0 for alike in kg.entities(entity.kind) if alike.id != entity.id})
    ranked = sorted(scores, key=lambda key: (-scores[key], -kg.nx.degree(key), key))
    return [kg.entity(key) for key in ranked[:most]]


def _around(kg: KnowledgeGraph, node: str) -> list[str]:
    found = {*kg.outward(node), *kg.inward(node)}
    return sorted(other for other in found if kg.entity(other).kind is not EntityKind.DOCUMENT)
