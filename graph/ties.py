"""Which entities of two kinds are tied through projects, and by which words. Pure reading; counts nothing and draws nothing."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from graph.model import Entity, EntityKind, Evidence, KnowledgeGraph, Relation, RelationKind

_TO_PROJECT: Mapping[EntityKind, tuple[RelationKind, str]] = {
    EntityKind.PERSON: (RelationKind.WORKED_ON, "in"),
    EntityKind.EMPLOYER: (RelationKind.AT_EMPLOYER, "out"),
    EntityKind.TECHNOLOGY: (RelationKind.USES, "out"),
    EntityKind.PRACTICE: (RelationKind.APPLIES, "out"),
    EntityKind.OUTCOME: (RelationKind.ACHIEVED, "out"),
}
"""Kind → the relation that ties it to a project, and its direction as seen from the project."""


def tied_to(kg: KnowledgeGraph, project_id: str, kind: EntityKind) -> list[Relation]:
    """Return the relations that tie a project to entities of a kind, by the id of the other end.

    Raises KeyError for a kind that is tied to projects in no way.
    """
    relation_kind, direction = _TO_PROJECT[kind]
    around = kg.outward(project_id) if direction == "out" else kg.inward(project_id)
    found = [
        (other, edges[relation_kind]["relation"])
        for other, edges in around.items()
        if relation_kind in edges and kg.entity(other).kind is kind
    ]
    return [relation for _, relation in sorted(found, key=lambda pair: pair[0])]


def other_end(relation: Relation, entity_id: str) -> str:
    """Return the id at the other end of a relation."""
    return relation.target_id if relation.source_id == entity_id else relation.source_id


def projects_with(kg: KnowledgeGraph, wanted: Collection[str]) -> list[Entity]:
    """Return the projects that are tied to every one of these entities, by id; all projects where none is wanted."""
    if not wanted:
        return list(kg.entities(EntityKind.PROJECT))
    # From one of them: it has some dozen projects, the graph has thousands.
    first = next(iter(wanted))
    near = dict.fromkeys((first, *kg.outward(first), *kg.inward(first)))
    projects = [kg.entity(key) for key in sorted(near) if kg.entity(key).kind is EntityKind.PROJECT]
    return [
        project
        for project in projects
        if all(one == project.id or one in kg.outward(project.id) or one in kg.inward(project.id) for one in wanted)
    ]


def ties(
    kg: KnowledgeGraph, rows: EntityKind, columns: Collection[EntityKind], wanted: Collection[str] = ()
) -> dict[tuple[str, str], tuple[Evidence, ...]]:
    """Return (row id, column id) → the words that tie them, surest first, each place once.

    `rows` is the kind project, person or employer, `columns` are technologies, practices or both. A person or employer
    is tied to what its projects used. `wanted` keeps only the projects that are tied to all of these entities.
    """
    found: dict[tuple[str, str], list[tuple[float, Evidence]]] = {}
    for project in projects_with(kg, wanted):
        left = (
            [project.id]
            if rows is EntityKind.PROJECT
            else [other_end(relation, project.id) for relation in tied_to(kg, project.id, rows)]
        )
        for kind in sorted(columns) if left else ():
            for relation in tied_to(kg, project.id, kind):
                for row in left:
                    proofs = found.setdefault((row, relation.target_id), [])
                    proofs += [(-relation.confidence, proof) for proof in relation.evidence]
    return {pair: _once(proofs) for pair, proofs in sorted(found.items())}


def _once(proofs: list[tuple[float, Evidence]]) -> tuple[Evidence, ...]:
    ordered = [proof for _, proof in sorted(proofs, key=lambda pair: pair[0])]  # stable: the documents' order stays
    return tuple({proof.span: proof for proof in reversed(ordered)}.values())[::-1]
