"""What the demonstration corpus promises, measured on the graph that is built from it."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from graph.correction_rules import FILE_NAME
from graph.corrections import load_corrections
from graph.documents import Document
from graph.finding import Finding
from graph.findings import find_problems
from graph.model import Entity, EntityKind, KnowledgeGraph, Relation, RelationKind
from graph.queries import others
from graph.readers import READERS

CONTENT = Path(__file__).resolve().parents[1] / "content"
FILES = sorted(path for path in CONTENT.rglob("*") if path.is_file())
INVENTED = [path for path in FILES if path.is_relative_to(CONTENT / "fictional")]

E_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.\w+")
LINK = re.compile(r"https?://|www\.|\b(?:linkedin|github|gitlab|xing|medium|twitter|x)\.com\b|(?<!\w)@[A-Za-z]\w+")
PHONE = re.compile(r"\+\d[\d ().-]{7,}\d|\(\d{3}\) ?\d{3}-\d{4}|\b\d{3}-\d{3}-\d{4}\b")


@pytest.fixture(scope="module")
def findings(generation: Any) -> list[Finding]:
    """What `check` says of the corpus."""
    return find_problems(generation.kg, generation.report)


def relations_of(kg: KnowledgeGraph, kind: RelationKind) -> list[Relation]:
    """Return all relations of one kind."""
    return [relation for relation in kg.relations() if relation.kind is kind]


def documents_of(entity: Entity) -> set[str]:
    """Return the documents that speak of an entity."""
    return {proof.span.document_id for proof in entity.evidence}


# ---------------------------------------------------------------- how much there is


def test_there_are_at_least_36_files_and_every_one_is_read(generation: Any) -> None:
    wanted = {path.relative_to(CONTENT).as_posix() for path in FILES} - {FILE_NAME}

    assert len(wanted) >= 36
    assert set(generation.kg.documents) == wanted
    assert generation.report.skipped == ()


def test_there_are_several_formats() -> None:
    assert len({READERS[path.suffix].label for path in FILES}) >= 4


def test_there_are_at_least_80_distinct_outcomes(kg: KnowledgeGraph) -> None:
    found = {
        (m.unit, m.value, m.low, m.high, m.before, " ".join(m.label.casefold().split()))
        for outcome in kg.entities(EntityKind.OUTCOME)
        if (m := outcome.measure) is not None
    }

    assert len(found) >= 80


def test_projects_use_technologies_at_least_60_times(kg: KnowledgeGraph) -> None:
    assert len(relations_of(kg, RelationKind.USES)) >= 60


def test_at_least_12_technologies_are_used_in_three_projects_by_two_people(kg: KnowledgeGraph) -> None:
    projects: dict[str, set[str]] = defaultdict(set)
    people: dict[str, set[str]] = defaultdict(set)
    for relation in relations_of(kg, RelationKind.USES):
        projects[relation.target_id].add(relation.source_id)
        people[relation.target_id] |= {p.id for p in others(kg, relation.source_id, RelationKind.WORKED_ON, "in")}

    shared = [key for key in projects if len(projects[key]) >= 3 and len(people[key]) >= 2]

    assert len(shared) >= 12


# ---------------------------------------------------------------- stories worth finding


def test_a_project_told_in_three_files_is_one(kg: KnowledgeGraph) -> None:
    telling = {key: {told.span.document_id for told in tellings} for key, tellings in kg.tellings.items()}
    invented = [key for key, files in telling.items() if len([f for f in files if f.startswith("fictional/")]) >= 3]

    ledger = [key for key in invented if "ledger" in key]

    assert len(ledger) == 1
    assert {Path(file).suffix for file in telling[ledger[0]]} == {".md", ".txt"}


def test_the_ledgers_figures_are_told_alike_everywhere(kg: KnowledgeGraph) -> None:
    ledger = next(entity for entity in kg.entities(EntityKind.PROJECT) if "ledger" in entity.id)
    latency = [o for o in others(kg, ledger.id, RelationKind.ACHIEVED, "out") if o.measure and o.measure.before == 900]

    assert latency
    assert {(o.measure.value, o.measure.unit) for o in latency if o.measure} == {(120, "milliseconds")}


def test_a_claim_told_with_two_numbers_is_found(findings: list[Finding]) -> None:
    told = [finding for finding in findings if finding.code == "claim-told-two-ways"]

    assert any("40 min" in finding.message and "55 minutes" in finding.message for finding in told)


def test_the_two_numbers_of_the_nightly_run_belong_to_one_project(kg: KnowledgeGraph) -> None:
    run = next(entity for entity in kg.entities(EntityKind.PROJECT) if "settlement-run" in entity.id)
    measures = [o.measure for o in others(kg, run.id, RelationKind.ACHIEVED, "out") if o.measure is not None]

    assert {m.value for m in measures if m.unit == "minutes"} >= {40, 55}


def test_there_are_stories_without_a_number(findings: list[Finding]) -> None:
    assert [finding for finding in findings if finding.code == "project-without-outcome"]


def test_ordinary_words_are_no_technologies(kg: KnowledgeGraph) -> None:
    places = [
        (document, match.start(), match.end())
        for key, document in kg.documents.items()
        for match in re.finditer(r"\bgo to market\b|\bspring cleaning\b|\bI react\b", document.text)
    ]
    named = [proof.span for entity in kg.entities(EntityKind.TECHNOLOGY) for proof in entity.evidence]

    assert len(places) >= 2
    assert [p for p in places if any(span.overlaps(p[0].span(p[1], p[2])) for span in named)] == []


# ---------------------------------------------------------------- who speaks


def test_nobody_but_oliver_harper_is_named_in_what_is_retold(kg: KnowledgeGraph) -> None:
    named = {
        person.name: documents_of(person) - {FILE_NAME}
        for person in kg.entities(EntityKind.PERSON)
        if person.attributes.get("named") is not False and any(d.startswith("retold/") for d in documents_of(person))
    }

    assert set(named) == {"Oliver Harper"}
    assert all(document.startswith("retold/oliver-harper/") for document in named["Oliver Harper"])


def test_careergraph_yaml_describes_the_other_three_and_guesses_no_name() -> None:
    rules = {rule.path: rule for rule in load_corrections(CONTENT).authors if rule.path.startswith("retold/")}

    assert [rule.name for rule in rules.values() if rule.name is not None] == ["Oliver Harper"]
    assert len([rule for rule in rules.values() if rule.name is None and rule.label]) == 3


def test_every_retold_document_has_an_author(kg: KnowledgeGraph) -> None:
    corrections = load_corrections(CONTENT)

    assert [d for d in kg.documents if d.startswith("retold/") and corrections.author_of(d) is None] == []


@pytest.mark.parametrize("path", INVENTED, ids=lambda path: path.relative_to(CONTENT).as_posix())
def test_an_invented_document_says_so_itself(path: Path) -> None:
    assert re.search(r"fictional|invented", path.read_text(encoding="utf-8"), re.IGNORECASE)


def test_every_invented_document_is_marked_in_the_graph_and_no_other(kg: KnowledgeGraph) -> None:
    marked = {
        next(iter(documents_of(entity)))
        for entity in kg.entities(EntityKind.DOCUMENT)
        if entity.attributes.get("fictional") is True
    }

    assert marked == {path.relative_to(CONTENT).as_posix() for path in INVENTED}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(CONTENT).as_posix())
def test_no_file_holds_an_e_mail_address_a_phone_number_or_a_link(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert [found for pattern in (E_MAIL, LINK, PHONE) for found in pattern.findall(text)] == []


# ---------------------------------------------------------------- figures that are retold


def test_a_retold_figure_belongs_to_a_project_or_stands_alone(kg: KnowledgeGraph) -> None:
    """A figure inside the telling of a story is that story's; one without a story lies outside every telling."""
    tellings = [told.span for found in kg.tellings.values() for told in found]
    lost = [
        place_of(kg.documents[proof.span.document_id], proof.span.start, proof.quote)
        for outcome in kg.entities(EntityKind.OUTCOME)
        if not others(kg, outcome.id, RelationKind.ACHIEVED, "in")
        for proof in outcome.evidence
        if proof.span.document_id.startswith("retold/") and any(span.contains(proof.span) for span in tellings)
    ]

    assert lost == []


@pytest.mark.parametrize(
    ("folder", "sizes"),
    [
        ("oliver-harper", {60_000, 64_000_000, 200_000_000, 15, 97, 95, 41, 30, 10_000_000, 100, 6_000}),
        ("email-platform", {80_000_000, 120, 50, 31_000, 60, 2_000_000, 180, 40_000_000, 708_000}),
        ("contract-progress", {40, 1_000_000, 9, 2, 24, 63.2}),
        ("distributed-systems", {32, 2_000_000, 3, 17_000_000, 200_000}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_figures_of_each_author_are_read_from_two_files_or_more(
    kg: KnowledgeGraph, folder: str, sizes: set[float]
) -> None:
    places: dict[float, set[str]] = defaultdict(set)
    for outcome in kg.entities(EntityKind.OUTCOME):
        measure = outcome.measure
        if measure is not None:
            for size in {measure.value, measure.low, measure.high, measure.after} - {None}:
                places[float(size or 0)] |= {d for d in documents_of(outcome) if d.startswith(f"retold/{folder}/")}

    assert {size: len(places[size]) for size in sizes if len(places[size]) < 2} == {}


def test_the_fall_of_blocked_emails_is_read_with_before_and_after(kg: KnowledgeGraph) -> None:
    measures = [outcome.measure for outcome in kg.entities(EntityKind.OUTCOME) if outcome.measure is not None]

    assert [m for m in measures if (m.before, m.after) == (2_200_000, 400_000)]


def place_of(document: Document, start: int, quote: str) -> str:
    """Return `file:line: quote`."""
    return f"{document.id}:{document.line_of(start)}: {quote}"
