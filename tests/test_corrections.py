"""careergraph.yaml: what the user says against the reader, applied by every build; what is not understood is named with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.correction_rules import KEYS, Corrections, path_matches
from graph.corrections import load_corrections, parse_corrections
from graph.errors import CorrectionsError
from graph.model import Entity, EntityKind, Measures, RelationKind
from graph.pipeline import BuildResult, build_graph
from graph.queries import neighbours, others

STORY = "# Parcel ledger migration\n\nI moved the ledger to PostgreSQL and Kafka, which cut runtime by 63.2%.\n"
OTHER = "# Ward dashboard rollout\n\nI built it in Python for 14 wards.\n"


def build(folder: Path, corrections: str, **files: str) -> BuildResult:
    """Return what is built of a folder with careergraph.yaml and the two stories, or with `files` (name → text)."""
    texts = {f"{name}.md": text for name, text in files.items()} or {"one/a.md": STORY, "two/b.md": OTHER}
    for name, text in {**texts, "careergraph.yaml": corrections}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return build_graph(folder)


def of(result: BuildResult, kind: EntityKind) -> list[Entity]:
    return list(result.kg.entities(kind))


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


# ---------------------------------------------------------------- the file itself


def test_no_file_and_an_empty_file_correct_nothing(tmp_path: Path) -> None:
    assert load_corrections(tmp_path) == Corrections()

    (tmp_path / "careergraph.yaml").write_text("# nothing yet\n", encoding="utf-8")

    assert load_corrections(tmp_path) == Corrections(text="# nothing yet\n")


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("fictional: []\nautors: []\n", 2, "unknown key 'autors'"),
        ("authors:\n  - {path: a, name: B, mail: c}\n", 2, "unknown key 'mail' in 'authors'"),
        ("authors:\n  - {path: a}\n", 2, "needs a `path` and a `name` or `label`"),
        ("fictional: []\nauthors: Mara\n", 2, "holds a list"),
        ("rename: [a]\n", 1, "holds `name: value` lines"),
        ("same_as: [[technology:kafka]]\n", 1, "two or more ids"),
        ("fictional: []\nsame_as:\n  - [kafka, postgres]\n", 2, "two or more ids"),
        ("fictional: []\nretype:\n  technology:kafka: gadget\n", 3, "'gadget' is no kind"),
        ("hide:\n  - {document: a.md}\n", 2, "`hide` needs"),
        ("outcomes:\n  - {document: a.md, quote: x, set: {colour: red}}\n", 2, "'colour' can't be set"),
        ("outcomes:\n  - {document: a.md, quote: x}\n", 2, "needs `document`, `quote` and `set`"),
        ("vocabularies: {gadgets: []}\n", 1, "unknown key 'gadgets'"),
        ("vocabularies:\n  technologies:\n    - {name: A, colour: red}\n", 3, "unknown key 'colour'"),
        ("- a\n", 1, "a mapping is expected"),
        ("fictional: [\n", 2, "not YAML"),
        ("fictional: &f [a]\nauthors: *f\n", 2, "aliases"),
    ],
)
def test_what_is_not_understood_is_an_error_with_file_and_line(text: str, line: int, said: str) -> None:
    with pytest.raises(CorrectionsError, match=said.replace("[", r"\[")) as caught:
        parse_corrections(text)

    assert (caught.value.path, caught.value.line) == ("careergraph.yaml", line)
    assert str(caught.value).startswith(f"careergraph.yaml:{line}: ")


def test_an_unknown_key_is_answered_with_the_known_ones() -> None:
    with pytest.raises(CorrectionsError, match=", ".join(KEYS)):
        parse_corrections("colour: red")


def test_aliases_that_would_grow_without_end_are_refused_at_once() -> None:
    bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )

    with pytest.raises(CorrectionsError, match="aliases") as caught:
        parse_corrections(bomb)

    assert caught.value.line == 2


def test_deep_nesting_is_an_error_not_a_crash() -> None:
    with pytest.raises(CorrectionsError):
        parse_corrections("hide: " + "[" * 1_500 + "]" * 1_500)


@pytest.mark.parametrize("tag", ["!!python/object/apply:os.system ['true']", "!!python/name:os.system"])
def test_nothing_in_the_file_is_executed(tag: str) -> None:
    with pytest.raises(CorrectionsError):
        parse_corrections(f"fictional: [{tag}]")


def test_a_file_that_is_no_utf8_is_named(tmp_path: Path) -> None:
    (tmp_path / "careergraph.yaml").write_bytes(b"rename: {caf\xe9: x}\n")

    with pytest.raises(CorrectionsError, match=r"careergraph\.yaml: not UTF-8; save it as UTF-8"):
        load_corrections(tmp_path)


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    (tmp_path / "careergraph.yaml").write_bytes(b"#" * 1_000_001)

    with pytest.raises(CorrectionsError, match="larger than 1 MB"):
        load_corrections(tmp_path)


def test_a_byte_order_mark_is_no_part_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "careergraph.yaml").write_bytes(b"\xef\xbb\xbffictional: [a.md]\n")

    assert load_corrections(tmp_path).fictional == ("a.md",)


# ---------------------------------------------------------------- through a rebuild: what the rest of the file may say


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
