"""What `check` finds, each kind with a case where it speaks and one where it is silent."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.documents import Block, BlockKind, Document, Span
from graph.finding import Finding
from graph.findings import PROBLEMS, find_problems
from graph.model import DateRange, Entity, KnowledgeGraph, Measure, Measures, PartialDate
from graph.report import BuildReport, Skipped
from tests.graph_builder import document_of, entity_of, graph_of, proof, relation_of

NOTHING = BuildReport(documents=(), skipped=(), findings=(), merges=())


def codes(kg: KnowledgeGraph, report: BuildReport = NOTHING) -> list[str]:
    return [finding.code for finding in find_problems(kg, report)]


def of_code(kg: KnowledgeGraph, code: str, report: BuildReport = NOTHING) -> list[Finding]:
    return [finding for finding in find_problems(kg, report) if finding.code == code]


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


# ---------------------------------------------------------------- likely duplicates


def pair_of(kind: str, one: str, other: str, *, of_one_person: bool = True) -> KnowledgeGraph:
    """Two things of a kind; projects are of one invented person, or of two."""
    document = document_of("notes.md", f"{one}\n{other}\nAda Quill\nBo Farnley")
    entities = [entity_of(f"{kind}:{n}", name, proof(document, name)) for n, name in enumerate((one, other))]
    relations = []
    if kind == "project":
        people = [entity_of(f"person:{n}", n, proof(document, n)) for n in ("Ada Quill", "Bo Farnley")]
        owners = (0, 0) if of_one_person else (0, 1)
        relations = [
            relation_of(people[owner].id, "worked_on", e.id, e.evidence[0])
            for owner, e in zip(owners, entities, strict=True)
        ]
        entities += people
    return graph_of([document], entities, relations)


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        pytest.param("person", "Ada Quillmoor", "A. Quillmoor", id="an initial"),
        pytest.param("person", "Ada Quillmoor", "Ada Maria Quillmoor", id="a middle name"),
        pytest.param("person", "Ada Quillmoor", "Ada Quilmoor", id="a slip"),
        pytest.param("employer", "Weirkeep Ltd", "Weirkeep", id="the form of the firm"),
        pytest.param("employer", "Weir Keep Labs", "Weirkeep Labs", id="a space"),
        pytest.param("institution", "Noordrand College", "Nordrand College", id="an institution"),
        pytest.param("project", "Moving the parcel ledger", "The parcel ledger, moving on", id="a story's words"),
    ],
)
def test_what_is_probably_one_thing_is_found_with_both_ways_to_settle_it(kind: str, one: str, other: str) -> None:
    (finding,) = of_code(pair_of(kind, one, other), "likely-duplicate")

    assert one in finding.message and other in finding.message
    assert [paste.lines.partition(":")[0] for paste in finding.paste] == ["same_as", "keep_apart"]


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        pytest.param("person", "Ada Quillmoor", "Bo Quillmoor", id="a family"),
        pytest.param("person", "Ada Quillmoor", "B. Quillmoor", id="another initial"),
        pytest.param("employer", "Weirkeep Labs", "Weirkeep Bank", id="another firm"),
        pytest.param("employer", "Team 11 Partners", "Team 12 Partners", id="numbers"),
        pytest.param("project", "Parcel ledger", "Parcel tracker", id="another story"),
        pytest.param("technology", "Weaver", "Weavers", id="the vocabulary's work"),
    ],
)
def test_what_is_probably_two_things_is_no_finding(kind: str, one: str, other: str) -> None:
    assert of_code(pair_of(kind, one, other), "likely-duplicate") == []


def test_stories_of_two_people_are_no_duplicates() -> None:
    alike = ("project", "Moving the parcel ledger", "The parcel ledger, moving on")

    assert of_code(pair_of(*alike, of_one_person=False), "likely-duplicate") == []


def test_a_pair_that_the_user_keeps_apart_is_no_finding() -> None:
    kept = replace(NOTHING, kept_apart=(("employer:0", "employer:1"),))

    assert of_code(pair_of("employer", "Weirkeep Ltd", "Weirkeep"), "likely-duplicate", kept) == []


# ---------------------------------------------------------------- words in no vocabulary


def list_graph(text: str, *tools: str) -> KnowledgeGraph:
    """A document of one paragraph that names some technologies."""
    whole = Document(
        "notes.md", "text/plain", "notes", text, (Block(BlockKind.PARAGRAPH, Span("notes.md", 0, len(text))),)
    )
    return graph_of([whole], [entity_of(f"technology:{t.lower()}", t, proof(whole, t)) for t in tools])


@pytest.mark.parametrize(
    ("text", "word"),
    [
        pytest.param("Tools: Kafka, Weirbase, Redis", "Weirbase", id="between others in a list"),
        pytest.param("Kafka, Redis and Weirbase.", "Weirbase", id="at the end of a list"),
        pytest.param("Kafka | Redis | Weir Base 2", "Weir Base 2", id="of several words"),
        pytest.param("We kept the levels in WeirDB for years.", "WeirDB", id="spelt like a database"),
        pytest.param("We kept the levels with WeirKeeper.", "WeirKeeper", id="in camel case"),
        pytest.param("The pages were drawn by Weaver.js then.", "Weaver.js", id="with an ending"),
    ],
)
def test_a_word_that_looks_like_a_technology_is_found_with_the_line_that_adds_it(text: str, word: str) -> None:
    known = [tool for tool in ("Kafka", "Redis") if tool in text]
    (finding,) = of_code(list_graph(text, *known), "unknown-term")

    assert text[finding.start : finding.end] == word
    assert finding.paste[0].lines == f'vocabularies:\n  technologies:\n    - {{name: "{word}"}}'


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Kafka, Redis", id="all known"),
        pytest.param("Kafka was slow, Redis was not, Ada was glad", id="clauses"),
        pytest.param("Kafka, Redis, 2019, March", id="dates"),
        pytest.param("Ada Quill, Bo Farnley, Kafka", id="one tool among people"),
        pytest.param("Kafka, Redis, and a lot of patience with everybody around", id="a clause at the end"),
        pytest.param("Ask Ms McAllister at weir.io about https://WeirKeeper.example", id="names and addresses"),
    ],
)
def test_words_that_do_not_look_like_technologies_are_no_finding(text: str) -> None:
    known = [tool for tool in ("Kafka", "Redis") if tool in text]

    assert of_code(list_graph(text, *known), "unknown-term") == []


def test_a_word_in_several_places_is_found_once() -> None:
    (finding,) = of_code(list_graph("WeirDB was new. Then WeirDB was old. WeirDB went."), "unknown-term")

    assert finding.message.endswith("here and in 2 more places")


def test_a_word_that_the_user_hides_is_no_finding() -> None:
    hidden = replace(NOTHING, hidden=(("notes.md", "WeirDB"),))

    assert of_code(list_graph("We kept the levels in WeirDB."), "unknown-term", hidden) == []


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
