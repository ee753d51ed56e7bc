"""careergraph.yaml: what the user says against the reader, applied by every build."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.correction_rules import path_matches
from graph.corrections import parse_corrections
from graph.model import EntityKind, Measures, RelationKind
from graph.queries import neighbours, others
from tests.corrected_builds import STORY, build, of

# ---------------------------------------------------------------- authors


def test_an_author_named_for_a_folder_is_one_person_of_its_documents(tmp_path: Path) -> None:
    result = build(tmp_path, 'authors: [{path: "**", name: Mara Quillfeather}]')

    (person,) = of(result, EntityKind.PERSON)

    assert (person.id, person.attributes["named"]) == ("person:mara-quillfeather", True)
    assert len(others(result.kg, person.id, RelationKind.WORKED_ON, "out")) == 2
    assert person.merges[0].reason == "careergraph.yaml:1 names one author for **"


def test_an_author_with_a_label_alone_stays_unnamed(tmp_path: Path) -> None:
    result = build(tmp_path, 'authors: [{path: "one/**", label: "Data engineer, Rotterdam"}]')

    person = result.kg.entity("person:author-of-one")

    assert (person.name, person.attributes["named"]) == ("Data engineer, Rotterdam", False)


def test_the_longest_matching_path_names_the_author() -> None:
    rules = parse_corrections(
        'authors:\n  - {path: "**", name: Jonas Ebbesen}\n  - {path: "one/**", name: Mara Quillfeather}\n'
    )

    assert [rule.name for path in ("one/a.md", "b.md") if (rule := rules.author_of(path))] == [
        "Mara Quillfeather",
        "Jonas Ebbesen",
    ]


@pytest.mark.parametrize(
    ("pattern", "path", "matches"),
    [
        ("notes/**", "notes/a/b.md", True),
        ("notes/*", "notes/a/b.md", False),
        ("**/b.md", "b.md", True),
        ("**/b.md", "x/y/b.md", True),
        ("?.md", "a.md", True),
        ("a.md", "axmd", False),
        ("./a.md", "a.md", True),
    ],
)
def test_a_star_stays_in_a_folder_and_two_cross_them(pattern: str, path: str, matches: bool) -> None:
    assert path_matches(pattern, path) is matches


# ---------------------------------------------------------------- the same or not


def test_same_as_joins_two_things_under_the_first(tmp_path: Path) -> None:
    result = build(tmp_path, "same_as: [[technology:postgresql, technology:kafka]]")

    found = result.kg.entity("technology:postgresql")

    assert "technology:kafka" not in result.kg
    assert {e.quote for e in found.evidence} == {"PostgreSQL", "Kafka"}
    assert found.merges[0].reason == "careergraph.yaml:1 says that they are the same"


def test_same_as_keeps_every_relation(tmp_path: Path) -> None:
    plain = build(tmp_path / "plain", "")
    joined = build(tmp_path / "joined", "same_as: [[technology:python, technology:kafka]]")

    uses = [len(neighbours(plain.kg, key, RelationKind.USES)) for key in ("technology:python", "technology:kafka")]

    assert len(neighbours(joined.kg, "technology:python", RelationKind.USES)) == sum(uses) == 2


def test_keep_apart_undoes_a_merge_of_projects(tmp_path: Path) -> None:
    files = {
        "a": f"---\nauthor: Mara Quillfeather\n---\n\n{STORY}",
        "b": "---\nauthor: Mara Quillfeather\n---\n\n# The parcel ledger migration\n\nIt cut runtime by 63.2%.\n",
    }
    joined = build(tmp_path / "joined", "", **files)
    apart = [m.key for m in of_mentions(files)]

    result = build(tmp_path / "apart", f"keep_apart: [[{', '.join(f'project:{key}' for key in apart)}]]", **files)

    assert len(of(joined, EntityKind.PROJECT)) == 1
    assert len(of(result, EntityKind.PROJECT)) == 2


def of_mentions(files: dict[str, str]) -> list[object]:
    """Return the project that each text tells, as its own document knows it."""
    from graph.pipeline import interpret
    from graph.readers import reader_for

    readings = [interpret(reader_for(f"{name}.md").read(text.encode(), f"{name}.md")) for name, text in files.items()]
    return [reading.of(EntityKind.PROJECT)[0] for reading in readings]


# ---------------------------------------------------------------- names, kinds, hiding


def test_rename_shows_another_name_under_the_same_id(tmp_path: Path) -> None:
    result = build(tmp_path, 'rename: {"technology:kafka": The parcel bus}')

    assert result.kg.entity("technology:kafka").name == "The parcel bus"


def test_retype_changes_the_kind_and_drops_relations_that_no_longer_fit(tmp_path: Path) -> None:
    result = build(tmp_path, 'retype: {"technology:kafka": employer}')

    assert result.kg.entity("technology:kafka").kind is EntityKind.EMPLOYER
    assert neighbours(result.kg, "technology:kafka", RelationKind.USES) == []


def test_hide_takes_an_entity_with_its_relations(tmp_path: Path) -> None:
    result = build(tmp_path, "hide: [technology:kafka]")

    assert "technology:kafka" not in result.kg
    assert "technology:postgresql" in result.kg


def test_hide_takes_a_fact_at_a_quote(tmp_path: Path) -> None:
    result = build(tmp_path, 'hide: [{document: one/a.md, quote: "63.2%"}]')

    assert [e.measure.unit for e in of(result, EntityKind.OUTCOME) if e.measure] == ["wards"]


def test_outcomes_sets_what_a_figure_says(tmp_path: Path) -> None:
    result = build(
        tmp_path,
        'outcomes: [{document: one/a.md, quote: "63.2%", set: {value: 60, label: batch runtime, measures: scale}}]',
    )

    (outcome,) = (e for e in of(result, EntityKind.OUTCOME) if e.measure and e.measure.unit == "percent")

    assert outcome.measure is not None
    assert (outcome.measure.value, outcome.measure.label, outcome.measure.measures) == (
        60.0,
        "batch runtime",
        Measures.SCALE,
    )
    assert outcome.evidence[0].rule == "user"
    assert outcome.confidence == 1.0


def test_an_added_term_is_found_in_every_document(tmp_path: Path) -> None:
    result = build(
        tmp_path,
        "vocabularies: {technologies: [{name: Weirkeeper, aliases: [WKP], category: database}]}",
        a="# Weir notes rewrite\n\nStored the levels in WKP.\n",
    )

    assert result.kg.entity("technology:weirkeeper").attributes["category"] == "database"


def test_fictional_marks_documents_by_path(tmp_path: Path) -> None:
    result = build(tmp_path, 'fictional: ["one/**"]')

    marks = {e.attributes["title"]: e.attributes["fictional"] for e in of(result, EntityKind.DOCUMENT)}

    assert sorted(marks.values()) == [False, True]
    assert result.kg.entity("document:one/a.md").attributes["fictional"] is True


def test_a_correction_that_matches_nothing_is_a_finding(tmp_path: Path) -> None:
    text = (
        'authors: [{path: "three/**", name: Jonas Ebbesen}]\n'
        "same_as: [[technology:kafka, technology:nothing]]\n"
        'rename: {"project:none": x}\n'
        'retype: {"employer:none": technology}\n'
        'hide: [{document: one/a.md, quote: "99%"}]\n'
        'outcomes: [{document: one/a.md, quote: "98%", set: {value: 1}}]\n'
    )

    findings = build(tmp_path, text).report.findings

    assert [finding.split(": ")[0] for finding in findings] == [f"careergraph.yaml:{line}" for line in range(1, 7)]


def test_corrections_are_no_content(tmp_path: Path) -> None:
    result = build(tmp_path, "fictional: []")

    assert sorted(result.kg.documents) == ["one/a.md", "two/b.md"]
