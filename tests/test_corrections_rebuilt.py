"""careergraph.yaml through a rebuild: figures, terms, namesakes and stories that the user corrects, and rules that match nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.corrections import parse_corrections
from graph.errors import CorrectionsError
from graph.model import EntityKind, RelationKind
from graph.pipeline import BuildResult
from graph.queries import neighbours, others
from tests.corrected_builds import build, of


def project_ids(result: BuildResult) -> list[str]:
    return [project.id for project in of(result, EntityKind.PROJECT)]


def test_outcomes_sets_the_project_of_a_figure(tmp_path: Path) -> None:
    plain = build(tmp_path / "plain", "")
    ledger, ward = project_ids(plain)
    (percent,) = (e for e in of(plain, EntityKind.OUTCOME) if e.measure and e.measure.unit == "percent")
    assert [e.id for e in others(plain.kg, percent.id, RelationKind.ACHIEVED, "in")] == [ledger]

    result = build(
        tmp_path / "set",
        f'outcomes: [{{document: one/a.md, quote: "63.2%", set: {{project: "{ward}"}}}}]',
    )

    (percent,) = (e for e in of(result, EntityKind.OUTCOME) if e.measure and e.measure.unit == "percent")
    (told,) = (n for n in neighbours(result.kg, percent.id, RelationKind.ACHIEVED) if n.direction == "in")
    assert told.other.id == ward
    assert [(e.quote, e.rule) for e in told.relation.evidence] == [("63.2%", "user")]
    assert result.report.findings == ()


def test_outcomes_sets_value_and_unit(tmp_path: Path) -> None:
    result = build(
        tmp_path,
        'outcomes: [{document: one/a.md, quote: "by 63.2%", set: {value: 7, unit: hours, direction: decrease}}]',
    )

    (outcome,) = (e for e in of(result, EntityKind.OUTCOME) if e.evidence[0].span.document_id == "one/a.md")

    assert outcome.measure is not None
    assert (outcome.measure.value, outcome.measure.unit, outcome.measure.direction) == (7.0, "hours", "decrease")


def test_an_alias_of_a_known_technology_is_found_after_it_is_added(tmp_path: Path) -> None:
    text = "# Weir notes rewrite\n\nStored the levels in Zilverstroom, quickly.\n"
    rule = "vocabularies: {technologies: [{name: Kafka, aliases: [Zilverstroom]}]}"

    before = build(tmp_path / "before", "", a=text)
    after = build(tmp_path / "after", rule, a=text)

    assert "technology:kafka" not in before.kg
    assert [e.quote for e in after.kg.entity("technology:kafka").evidence] == ["Zilverstroom"]


def test_an_added_practice_is_found(tmp_path: Path) -> None:
    result = build(
        tmp_path,
        "vocabularies: {practices: [{name: weir keeping, domain: water}]}",
        a="# Weir notes rewrite\n\nI wrote down how weir keeping goes, for 3 keepers.\n",
    )

    assert [e.quote for e in result.kg.entity("practice:weir-keeping").evidence] == ["weir keeping"]


NAMESAKES = {
    "north/a": "---\nauthor: Mara Quillfeather\n---\n\n# Parcel ledger\n\nI moved the ledger to Kafka, 3 days.\n",
    "south/b": "---\nauthor: Mara Quillfeather\n---\n\n# Ward dashboard\n\nI built it in Python for 14 wards.\n",
}


def test_same_as_joins_two_people_of_one_name(tmp_path: Path) -> None:
    apart = of(build(tmp_path / "apart", "", **NAMESAKES), EntityKind.PERSON)
    assert len(apart) == 2

    result = build(tmp_path / "one", f"same_as: [[{', '.join(person.id for person in apart)}]]", **NAMESAKES)

    (person,) = of(result, EntityKind.PERSON)
    assert person.merges[-1].reason == "careergraph.yaml:1 says that they are the same"
    assert len(others(result.kg, person.id, RelationKind.WORKED_ON, "out")) == 2
    assert result.report.findings == ()


def test_rename_gives_a_project_another_title_and_keeps_its_story(tmp_path: Path) -> None:
    plain = build(tmp_path / "plain", "")
    ledger = project_ids(plain)[0]

    result = build(tmp_path / "renamed", f'rename: {{"{ledger}": The great ledger move}}')

    assert result.kg.entity(ledger).name == "The great ledger move"
    assert result.kg.tellings[ledger] == plain.kg.tellings[ledger]


def test_hide_takes_a_whole_project_with_its_telling(tmp_path: Path) -> None:
    ledger = project_ids(build(tmp_path / "plain", ""))[0]

    result = build(tmp_path / "hidden", f"hide: [{{id: {ledger}}}]")

    assert ledger not in result.kg and ledger not in result.kg.tellings
    assert result.report.findings == ()


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("hide: [technology:nothing]", "hide: nothing has the id 'technology:nothing'"),
        ("keep_apart: [[person:one, person:two]]", "keep_apart: nothing has the id 'person:one'"),
        ('fictional: ["three/**"]', "fictional: no document matches 'three/**'"),
        (
            'outcomes: [{document: one/a.md, quote: "63.2%", set: {project: "project:none"}}]',
            "outcomes: no project has the id 'project:none'",
        ),
    ],
)
def test_every_rule_that_matches_nothing_is_told_with_its_line(tmp_path: Path, rule: str, said: str) -> None:
    assert build(tmp_path, f"# a word before\n{rule}\n").report.findings == (f"careergraph.yaml:2: {said}",)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ("value: a lot", "'value' takes a number"),
        ("value: true", "'value' takes a number"),
        ("before: .nan", "'before' takes a number"),
        ("measures: fame", "'measures' takes one of result"),
        ("direction: sideways", "'direction' takes one of decrease"),
        ("project: billing", "'project' takes an id"),
        ("unit: 7", "'unit' takes words"),
    ],
)
def test_a_value_that_cannot_be_set_is_an_error_with_file_and_line(changes: str, said: str) -> None:
    text = f"fictional: []\noutcomes:\n  - {{document: a.md, quote: x, set: {{{changes}}}}}\n"

    with pytest.raises(CorrectionsError, match=said) as caught:
        parse_corrections(text)

    assert (caught.value.path, caught.value.line) == ("careergraph.yaml", 3)
