"""What `check` finds, each kind with a case where it speaks and one where it is silent."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.documents import Document
from graph.finding import Finding
from graph.findings import PROBLEMS, find_problems
from graph.model import DateRange, Entity, KnowledgeGraph, Measure, Measures, PartialDate
from graph.report import Skipped
from tests.found_problems import NOTHING, codes, of_code
from tests.graph_builder import document_of, entity_of, graph_of, proof, relation_of


def outcome(document: Document, quote: str, measure: Measure) -> Entity:
    return entity_of(f"outcome:{document.id}-{quote}", measure.label, proof(document, quote), measure=measure)


def percent(text: str, value: float, label: str = "build time", **more: object) -> Measure:
    return replace(Measure(text, "percent", "share", value, label=label), **more)


def story(first: Measure, second: Measure) -> KnowledgeGraph:
    """One project with two figures, each told in a document of its own."""
    one = document_of("review.md", f"Build cache\nIt cut build time by {first.text}.")
    two = document_of("resume.md", f"\nCut build time by {second.text} with a cache.")
    project = entity_of("project:cache", "Build cache", proof(one, "Build cache"))
    outcomes = [outcome(one, first.text, first), outcome(two, second.text, second)]
    relations = [relation_of(project.id, "achieved", o.id, o.evidence[0]) for o in outcomes]
    return graph_of([one, two], [project, *outcomes], relations)


# ---------------------------------------------------------------- figures and stories


def test_a_figure_of_no_story_is_found_with_its_place() -> None:
    document = document_of("notes.md", "Summary\n\nSaved 40% of hosting.")
    kg = graph_of([document], [outcome(document, "40%", percent("40%", 40))])

    (finding,) = of_code(kg, "outcome-without-project")

    assert (finding.document, finding.line, finding.start, finding.end) == ("notes.md", 3, 15, 18)
    assert "40%" in finding.message
    assert finding.paste[0].lines == (
        'outcomes:\n  - document: "notes.md"\n    quote: "40%"\n    set: {project: "project:ID"}'
    )


def test_a_figure_of_a_story_is_no_finding() -> None:
    kg = story(percent("40%", 40), percent("40 percent", 40))

    assert [code for code in codes(kg) if code != "undated-project"] == []


def test_a_claim_told_with_two_values_names_both_places() -> None:
    (finding,) = of_code(story(percent("40%", 40), percent("55%", 55)), "claim-told-two-ways")

    assert finding.message == "Build cache: build time is “55%” here and “40%” in review.md:2"
    assert (finding.document, finding.line) == ("resume.md", 2)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(percent("63.2%", 63.2), percent("63%", 63), id="rounded"),
        pytest.param(
            Measure("10-15%", "percent", "share", low=10, high=15, label="build time"),
            percent("12%", 12),
            id="within a range",
        ),
        pytest.param(percent("40%+", 40, comparator=">="), percent("55%", 55), id="at least"),
        pytest.param(percent("up to 60%", 60, comparator="<="), percent("55%", 55), id="at most"),
        pytest.param(percent("about 40%", 40, comparator="~"), percent("43%", 43), id="about"),
        pytest.param(percent("40%", 40), percent("55%", 55, label="test flakiness"), id="another thing"),
        pytest.param(percent("40%", 40), percent("55%", 55, measures=Measures.BASELINE), id="before the work"),
        pytest.param(percent("40%", 40), Measure("3x", "ratio", "ratio", 3, label="build time"), id="another unit"),
        pytest.param(percent("40%", 40, label=""), percent("55%", 55, label=""), id="nothing named"),
        pytest.param(
            Measure("90 s", "seconds", "time", 90, label="build time"),
            Measure("1.5 min", "minutes", "time", 1.5, label="build time"),
            id="converted",
        ),
    ],
)
def test_figures_that_can_both_be_true_are_no_finding(first: Measure, second: Measure) -> None:
    assert of_code(story(first, second), "claim-told-two-ways") == []


def test_times_in_different_units_are_compared() -> None:
    kg = story(
        Measure("90 s", "seconds", "time", 90, label="build time"),
        Measure("4 min", "minutes", "time", 4, label="build time"),
    )

    assert "claim-told-two-ways" in codes(kg)


def test_a_story_without_a_number_is_found() -> None:
    document = document_of("notes.md", "Search rewrite\nIt was calmer afterwards.")
    kg = graph_of([document], [entity_of("project:search", "Search rewrite", proof(document, "Search rewrite"))])

    (finding,) = of_code(kg, "project-without-outcome")

    assert (finding.code, finding.message) == ("project-without-outcome", "Search rewrite has no number")
    assert finding.line == 1


# ---------------------------------------------------------------- people and roles


def role_graph(**facts: object) -> KnowledgeGraph:
    document = document_of("resume.txt", "Engineer, Quillmoor Labs")
    role = entity_of("role:engineer", "Engineer", proof(document, "Engineer"), **facts)
    employer = entity_of("employer:quillmoor", "Quillmoor Labs", proof(document, "Quillmoor Labs"))
    at = relation_of(role.id, "at_employer", employer.id, proof(document, "Engineer, Quillmoor Labs"))
    return graph_of([document], [role, employer], [at])


def test_a_role_without_dates_is_found_with_its_employer() -> None:
    (finding,) = find_problems(role_graph(), NOTHING)

    assert (finding.code, finding.message) == ("undated-role", "Engineer at Quillmoor Labs has no dates")


@pytest.mark.parametrize(
    "facts",
    [
        pytest.param({"period": DateRange(PartialDate(2019))}, id="period"),
        pytest.param({"period": DateRange(is_current=True)}, id="present"),
        pytest.param({"attributes": {"start": "2019-03", "end": None}}, id="attributes"),
    ],
)
def test_a_dated_role_is_no_finding(facts: dict[str, object]) -> None:
    assert codes(role_graph(**facts)) == []


def project_graph(**facts: object) -> KnowledgeGraph:
    """A project of a person at an employer, with a job there that `facts` date."""
    document = document_of("resume.txt", "Engineer, Quillmoor Labs. Ada Quill rebuilt the kiln queue.")
    project = entity_of("project:kiln", "Kiln queue", proof(document, "kiln queue"))
    role = entity_of("role:engineer", "Engineer", proof(document, "Engineer"), **facts)
    employer = entity_of("employer:quillmoor", "Quillmoor Labs", proof(document, "Quillmoor Labs"))
    person = entity_of("person:ada", "Ada Quill", proof(document, "Ada Quill"), attributes={"named": True})
    words = proof(document, "Ada Quill rebuilt the kiln queue")
    relations = [
        relation_of(person.id, "worked_on", project.id, words),
        relation_of(person.id, "held_role", role.id, words),
        relation_of(role.id, "at_employer", employer.id, words),
        relation_of(project.id, "at_employer", employer.id, words),
    ]
    return graph_of([document], [project, role, employer, person], relations)


def test_a_story_that_nothing_dates_is_found() -> None:
    (finding,) = of_code(project_graph(), "undated-project")

    assert (finding.message, finding.line) == ("nothing says when Kiln queue was", 1)


def test_a_story_of_a_dated_job_is_no_finding() -> None:
    dated = project_graph(period=DateRange(PartialDate(2019), PartialDate(2021)))

    assert of_code(dated, "undated-project") == []


def person_graph(*people: tuple[str, str, bool, str]) -> KnowledgeGraph:
    documents = {path: document_of(path, "I led the work.") for _, _, _, path in people}
    entities = [
        entity_of(id_, name, proof(documents[path], "I led"), attributes={"named": named})
        for id_, name, named, path in people
    ]
    return graph_of(documents.values(), entities)


def test_an_unnamed_author_is_found_with_the_line_to_paste() -> None:
    kg = person_graph(("person:author-of-a", "Author of A", False, "mill/a.md"))

    (finding,) = find_problems(kg, NOTHING)

    assert (finding.code, finding.document) == ("unknown-author", "mill/a.md")
    assert finding.paste[0].lines == 'authors:\n  - path: "mill/a.md"\n    name: FULL NAME'


def test_an_unnamed_author_of_a_folder_is_named_by_the_folder() -> None:
    one, two = document_of("mill/a.md", "I led."), document_of("mill/b.md", "I cut.")
    author = entity_of(
        "person:author-of-mill", "Author of mill", proof(one, "I led"), proof(two, "I cut"), attributes={"named": False}
    )

    (finding,) = find_problems(graph_of([one, two], [author]), NOTHING)

    assert 'path: "mill/**"' in finding.paste[0].lines


def test_an_author_whom_the_user_labelled_is_no_finding() -> None:
    assert codes(person_graph(("person:author-of-a", "Engineer at the mill", False, "a.md"))) == []


def test_a_named_author_is_no_finding() -> None:
    assert codes(person_graph(("person:ada-quill", "Ada Quill", True, "a.md"))) == []


def test_two_people_of_one_name_are_found_once() -> None:
    ada, again = ("person:ada-quill", "Ada Quill", True, "a.md"), ("person:ada-quill-2", "ada  quill", True, "b.md")
    kg = person_graph(ada, again)

    (finding,) = find_problems(kg, NOTHING)

    assert finding.code == "same-name"
    assert [paste.lines for paste in finding.paste] == [
        'same_as:\n  - ["person:ada-quill", "person:ada-quill-2"]',
        'keep_apart:\n  - ["person:ada-quill", "person:ada-quill-2"]',
    ]


def test_people_of_different_names_are_no_finding() -> None:
    kg = person_graph(("person:ada-quill", "Ada Quill", True, "a.md"), ("person:bo-quill", "Bo Quill", True, "b.md"))

    assert codes(kg) == []


def test_people_of_one_name_whom_the_user_keeps_apart_are_no_finding() -> None:
    ada, again = ("person:ada-quill", "Ada Quill", True, "a.md"), ("person:ada-quill-2", "Ada Quill", True, "b.md")
    kept = replace(NOTHING, kept_apart=(("person:ada-quill", "person:ada-quill-2"),))

    assert codes(person_graph(ada, again), kept) == []


# ---------------------------------------------------------------- files


def test_a_skipped_file_is_found_with_reason_and_remedy() -> None:
    report = replace(NOTHING, skipped=(Skipped("photo.png", "unsupported format", "convert it"),))

    (finding,) = find_problems(graph_of([], []), report)

    assert finding == Finding("skipped-file", "not read: unsupported format", "photo.png", remedy="convert it")


def test_a_correction_that_matches_nothing_is_found_at_its_line() -> None:
    report = replace(NOTHING, findings=("careergraph.yaml:7: hide: no document a.md says “30%”",))

    (finding,) = find_problems(graph_of([], []), report)

    assert (finding.code, finding.document, finding.line) == ("correction-unmatched", "careergraph.yaml", 7)
    assert finding.message == "hide: no document a.md says “30%”"


def test_front_matter_that_is_no_yaml_is_found_in_its_document() -> None:
    report = replace(NOTHING, findings=("notes/a.md:2: not YAML: expected ]",))

    (finding,) = find_problems(graph_of([], []), report)

    assert (finding.code, finding.document, finding.line) == ("front-matter", "notes/a.md", 2)


def test_figures_left_out_are_found_where_they_stand_and_are_no_front_matter() -> None:
    said = "notes/a.md:7: 90 figures in one sentence; the first 40 are read, the other 50 are left out"

    (finding,) = find_problems(graph_of([], []), replace(NOTHING, findings=(said,)))

    assert (finding.code, finding.document, finding.line) == ("figures-left-out", "notes/a.md", 7)


def test_a_clean_graph_has_no_findings() -> None:
    assert find_problems(graph_of([], []), NOTHING) == []


def test_every_kind_of_problem_has_a_code_of_its_own() -> None:
    assert len(PROBLEMS) == len(set(PROBLEMS.values())) == 14
