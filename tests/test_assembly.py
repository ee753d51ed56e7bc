"""The assembled graph: each fact with its words, each relation between the kinds that it may join."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.documents import Span
from graph.model import (
    RELATION_ENDS,
    DateRange,
    Entity,
    EntityKind,
    Evidence,
    KnowledgeGraph,
    Measure,
    PartialDate,
    Relation,
    RelationKind,
)
from graph.pipeline import build_graph

RESUME = """Mara Quillfeather
Senior Data Engineer

EXPERIENCE

Senior Data Engineer, Tarnwick Freight — Mar 2019 – Present
- Built a parcel tracking pipeline on Kafka, cutting lost parcels by 30%.

EDUCATION

Tarnwick University, MSc in Computer Science, 2012 – 2014
"""


@pytest.fixture(scope="module")
def resume(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeGraph:
    folder = tmp_path_factory.mktemp("content")
    (folder / "resume.txt").write_text(RESUME, encoding="utf-8")
    return build_graph(folder).kg


def edges(kg: KnowledgeGraph) -> set[tuple[str, str, str]]:
    return {(kg.entity(r.source_id).name, r.kind.value, kg.entity(r.target_id).name) for r in kg.relations()}


@pytest.mark.parametrize(
    "edge",
    [
        ("Mara Quillfeather", "works_at", "Tarnwick Freight"),
        ("Mara Quillfeather", "held_role", "Senior Data Engineer"),
        ("Senior Data Engineer", "at_employer", "Tarnwick Freight"),
        ("Mara Quillfeather", "worked_on", "Parcel tracking pipeline on Kafka"),
        ("Parcel tracking pipeline on Kafka", "at_employer", "Tarnwick Freight"),
        ("Parcel tracking pipeline on Kafka", "uses", "Kafka"),
        ("Parcel tracking pipeline on Kafka", "achieved", "Lost parcels"),
        ("Mara Quillfeather", "studied_at", "Tarnwick University"),
    ],
    ids=lambda edge: f"{edge[1]}-{edge[2].split()[0].lower()}",
)
def test_a_resume_comes_to_its_relations(edge: tuple[str, str, str], resume: KnowledgeGraph) -> None:
    assert edge in edges(resume)


def test_everything_found_is_mentioned_in_its_document(resume: KnowledgeGraph) -> None:
    mentioned = {r.source_id for r in resume.relations() if r.kind is RelationKind.MENTIONED_IN}

    assert mentioned == {e.id for e in resume.entities() if e.kind is not EntityKind.DOCUMENT}


def test_an_employment_keeps_its_period(resume: KnowledgeGraph) -> None:
    (relation,) = (r for r in resume.relations() if r.kind is RelationKind.WORKS_AT)

    assert relation.period is not None
    assert relation.period.to_json() == {"start": "2019-03", "end": "present"}


def test_an_institution_lists_its_degrees(resume: KnowledgeGraph) -> None:
    (school,) = resume.entities(EntityKind.INSTITUTION)

    assert [(d["qualification"], d["field"]) for d in school.attributes["degrees"]] == [
        ("Master of Science", "Computer Science")
    ]  # type: ignore[union-attr, index, call-overload]


def test_a_document_says_what_it_is(resume: KnowledgeGraph) -> None:
    found = resume.entity("document:resume.txt")

    assert found.attributes["media_type"] == "text/plain"
    assert found.attributes["lines"] == RESUME.count("\n")
    assert found.attributes["fictional"] is False


# ---------------------------------------------------------------- for the whole corpus


def test_every_piece_of_evidence_quotes_its_document(kg: KnowledgeGraph) -> None:
    facts = [*kg.entities(), *kg.relations()]

    assert len(facts) > 500
    for fact in facts:
        assert fact.evidence
        for evidence in fact.evidence:
            assert evidence.quote and evidence.quote == kg.documents[evidence.span.document_id].quote(evidence.span)
            assert evidence.rule


def test_every_relation_joins_the_kinds_that_it_may(kg: KnowledgeGraph) -> None:
    for relation in kg.relations():
        sources, target = RELATION_ENDS[relation.kind]
        assert kg.entity(relation.source_id).kind in sources
        assert kg.entity(relation.target_id).kind is target


def test_every_confidence_is_a_share(kg: KnowledgeGraph) -> None:
    assert all(0 < fact.confidence <= 1 for fact in (*kg.entities(), *kg.relations()))


def test_every_outcome_has_a_measure_and_nothing_else_has(kg: KnowledgeGraph) -> None:
    assert all((e.measure is not None) == (e.kind is EntityKind.OUTCOME) for e in kg.entities())


def test_every_project_is_told_somewhere_by_someone(kg: KnowledgeGraph) -> None:
    workers = {r.target_id for r in kg.relations() if r.kind is RelationKind.WORKED_ON}

    for project in kg.entities(EntityKind.PROJECT):
        assert kg.tellings[project.id]
        assert project.id in workers


def test_the_parts_of_a_telling_lie_inside_it(kg: KnowledgeGraph) -> None:
    for tellings in kg.tellings.values():
        for telling in tellings:
            assert all(telling.span.contains(span) for spans in telling.parts.values() for span in spans)


def test_an_alias_is_never_the_name(kg: KnowledgeGraph) -> None:
    assert [e.id for e in kg.entities() if e.kind is not EntityKind.OUTCOME and e.name in e.aliases] == []


def test_an_alias_of_an_outcome_is_never_its_name(kg: KnowledgeGraph) -> None:
    assert [e.id for e in kg.entities(EntityKind.OUTCOME) if e.name in e.aliases] == []


# ---------------------------------------------------------------- the shapes


def test_no_entity_or_relation_without_evidence() -> None:
    with pytest.raises(ValueError, match="no evidence"):
        Entity("technology:kafka", EntityKind.TECHNOLOGY, "Kafka", ())
    with pytest.raises(ValueError, match="no evidence"):
        Relation("a", "b", RelationKind.USES, ())


def test_no_span_ends_before_it_starts() -> None:
    with pytest.raises(ValueError, match="no span"):
        Span("a.md", 4, 3)


def test_a_span_holds_and_overlaps_in_its_own_document_only() -> None:
    outer, inner = Span("a.md", 0, 10), Span("a.md", 4, 6)

    assert outer.contains(inner) and outer.overlaps(inner)
    assert not inner.contains(outer)
    assert not outer.overlaps(Span("a.md", 10, 12))
    assert not outer.overlaps(Span("b.md", 4, 6))


@pytest.mark.parametrize(
    ("date", "text", "first", "last"),
    [
        (PartialDate(2019), "2019", 24228, 24239),
        (PartialDate(2019, 3), "2019-03", 24230, 24230),
        (PartialDate(2019, 3, 4), "2019-03-04", 24230, 24230),
    ],
)
def test_a_date_keeps_its_precision(date: PartialDate, text: str, first: int, last: int) -> None:
    assert (str(date), date.first_month, date.last_month) == (text, first, last)


def test_an_open_end_is_present_only_where_it_is_said() -> None:
    assert DateRange(PartialDate(2019)).end_text is None
    assert DateRange(PartialDate(2019), is_current=True).end_text == "present"


@pytest.mark.parametrize(
    ("facts", "size"),
    [({"value": 3.0}, 3.0), ({"low": 10.0, "high": 15.0}, 12.5), ({}, None)],
    ids=["value", "range", "none"],
)
def test_the_size_of_a_measure_is_its_value_or_the_middle_of_its_range(
    facts: dict[str, float], size: float | None
) -> None:
    assert Measure("x", "ratio", "ratio", **facts).size == size  # type: ignore[arg-type]


def test_evidence_is_a_value() -> None:
    span = Span("a.md", 0, 5)

    assert Evidence(span, "Kafka", "technologies") == Evidence(Span("a.md", 0, 5), "Kafka", "technologies")


def test_the_folder_of_the_content_leaves_no_trace(tmp_path: Path) -> None:
    (tmp_path / "resume.txt").write_text(RESUME, encoding="utf-8")

    kg = build_graph(tmp_path).kg

    assert not any(str(tmp_path) in repr(fact) for fact in (*kg.entities(), *kg.relations()))
