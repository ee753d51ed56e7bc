"""A user's own taxonomy, named in careergraph.yaml: tables of ESCO and O*NET, plain lists; what is refused, and what merges."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph import taxonomies
from graph.corrections import load_corrections
from graph.errors import CorrectionsError
from graph.model import EntityKind
from graph.pipeline import BuildResult, build_graph

STORY = (
    "# Weir notes\n\nI learned weir keeping and sluice greasing, kept the levels in Siltbase and moved them to Kafka.\n"
)

ESCO = (
    "conceptType,conceptUri,skillType,preferredLabel,altLabels,description\n"
    'KnowledgeSkillCompetence,urn:x:1,skill/competence,keep weirs,"weir keeping\nweir guarding",About weirs\n'
    "KnowledgeSkillCompetence,urn:x:2,knowledge,Kafka (message brokers),,About messages\n"
    "KnowledgeSkillCompetence,urn:x:3,knowledge,,nameless,Nothing\n"
)
ONET_ELEMENTS = (
    "O*NET-SOC Code\tElement ID\tElement Name\tData Value\n"
    "00-0000.00\t2.A.1\tSluice Greasing\t4.1\n"
    "00-0001.00\t2.A.1\tSluice Greasing\t3.9\n"
)
ONET_TECHNOLOGY = (
    "O*NET-SOC Code,Example,Commodity Code,Commodity Title,Hot Technology\n"
    "00-0000.00,Siltbase,1,Data base management system software,Y\n"
    "00-0000.00,Apache Kafka,2,Enterprise application integration software,Y\n"
)
OWN = (
    "Skill;Aliases;Category;Kind\n"
    "Siltbase;SiltDB|Silt base;document database;technology\n"
    'weir care;"weir keeping; keeping of weirs";operations;\n'
)


def build(folder: Path, text: str, story: str = STORY, name: str = "skills.csv") -> BuildResult:
    """Return what is built of a folder with one story and one taxonomy."""
    (folder / "story.md").write_text(story, encoding="utf-8")
    (folder / "careergraph.yaml").write_text(f"fictional: []\nvocabularies: {{files: [{name}]}}\n", encoding="utf-8")
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return build_graph(folder)


def names(result: BuildResult, kind: EntityKind) -> set[str]:
    return {entity.name for entity in result.kg.entities(kind)}


# ---------------------------------------------------------------- three kinds of table


def test_a_skill_of_esco_is_found_by_any_of_its_labels(tmp_path: Path) -> None:
    result = build(tmp_path, ESCO)

    entity = result.kg.entity("practice:keep-weirs")

    assert (entity.name, [e.quote for e in entity.evidence]) == ("keep weirs", ["weir keeping"])


def test_an_element_of_onet_is_a_practice_once(tmp_path: Path) -> None:
    result = build(tmp_path, ONET_ELEMENTS)

    assert "Sluice Greasing" in names(result, EntityKind.PRACTICE)
    assert len([key for key, _ in load_corrections(tmp_path).terms if key == "practices"]) == 1


def test_an_example_of_onet_is_a_technology_of_its_commodity(tmp_path: Path) -> None:
    result = build(tmp_path, ONET_TECHNOLOGY)

    entity = result.kg.entity("technology:siltbase")

    assert entity.attributes["category"] == "Data base management system software"


def test_a_commodity_without_example_is_a_technology(tmp_path: Path) -> None:
    result = build(tmp_path, "Commodity Title\nSiltbase\n")

    assert "Siltbase" in names(result, EntityKind.TECHNOLOGY)


def test_a_table_of_ones_own_says_aliases_category_and_kind(tmp_path: Path) -> None:
    result = build(tmp_path, OWN, "# Weir notes\n\nStored levels in SiltDB during the keeping of weirs.\n")

    assert result.kg.entity("technology:siltbase").attributes["category"] == "document database"
    assert "weir care" in names(result, EntityKind.PRACTICE)


@pytest.mark.parametrize(
    "text",
    [
        "weir keeping\nsluice greasing\n",
        "\ufeffweir keeping\r\n\r\nsluice greasing",
        "name\nweir keeping\nsluice greasing\n",
    ],
)
def test_a_plain_list_has_one_practice_a_line(tmp_path: Path, text: str) -> None:
    result = build(tmp_path, text)

    assert {"weir keeping", "sluice greasing"} <= names(result, EntityKind.PRACTICE)


def test_without_the_taxonomy_nothing_of_it_is_found(tmp_path: Path) -> None:
    result = build(tmp_path, "eel counting\n")

    assert names(result, EntityKind.PRACTICE) & {"weir keeping", "sluice greasing", "eel counting"} == set()


# ---------------------------------------------------------------- one thing, whoever names it


def test_a_known_technology_stays_one_thing_under_its_packaged_name(tmp_path: Path) -> None:
    result = build(
        tmp_path, "name,aliases,category\nApache Kafka,parcel bus,toys\n", "# Weir\n\nSent it over the parcel bus.\n"
    )

    entity = result.kg.entity("technology:kafka")

    assert (entity.name, entity.attributes["category"]) == ("Kafka", "message broker")
    assert [e.quote for e in entity.evidence] == ["parcel bus"]


def test_the_name_before_a_bracket_is_known_too(tmp_path: Path) -> None:
    result = build(tmp_path, ESCO)

    assert names(result, EntityKind.TECHNOLOGY) == {"Kafka"}
    assert not any("kafka" in key for key in (e.id for e in result.kg.entities(EntityKind.PRACTICE)))


def test_a_known_practice_is_recognised_by_its_stems(tmp_path: Path) -> None:
    result = build(tmp_path, "Code Reviews\n", "# Weir\n\nHeld code reviews at the weir.\n")

    assert names(result, EntityKind.PRACTICE) == {"code review"}


def test_a_guard_of_a_packaged_name_is_not_lifted(tmp_path: Path) -> None:
    """ "go" in prose stays a verb although a list names Go."""
    result = build(tmp_path, "Go\nExpress\n", "# Weir\n\nWe Go by the Express to the weir.\n")

    assert names(result, EntityKind.TECHNOLOGY) == set()


def test_a_label_that_two_rows_share_is_the_first_ones(tmp_path: Path) -> None:
    result = build(tmp_path, "name,aliases\nweir care,weir keeping\nweir watch,weir keeping\n")

    assert "weir care" in names(result, EntityKind.PRACTICE)
    assert "weir watch" not in names(result, EntityKind.PRACTICE)


def test_terms_of_careergraph_yaml_come_first(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(STORY, encoding="utf-8")
    (tmp_path / "skills.csv").write_text("Siltbase\nsilty store\n", encoding="utf-8")
    (tmp_path / "careergraph.yaml").write_text(
        "vocabularies: {technologies: [{name: Siltbase, category: database}], files: [./skills.csv]}", encoding="utf-8"
    )

    result = build_graph(tmp_path)

    assert result.kg.entity("technology:siltbase").attributes["category"] == "database"
    assert "Siltbase" not in names(result, EntityKind.PRACTICE)


# ---------------------------------------------------------------- what is refused


def test_a_word_of_every_sentence_is_refused_with_a_finding(tmp_path: Path) -> None:
    result = build(tmp_path, "and\nThe\nto\nx\n--\nweir keeping\n")

    assert names(result, EntityKind.PRACTICE) == {"weir keeping"}
    assert [finding.split(": ")[:2] for finding in result.report.findings] == [
        ["careergraph.yaml:2", f"skills.csv:{line}"] for line in range(1, 6)
    ]
    assert "'and' is a word of every sentence; name the skill in full" in result.report.findings[0]


def test_an_alias_that_is_a_word_of_every_sentence_is_left_out(tmp_path: Path) -> None:
    result = build(tmp_path, "name,aliases\nweir watch,the;weir watching\n")

    assert "weir watch" not in names(result, EntityKind.PRACTICE)


def test_many_refusals_are_summed_up(tmp_path: Path) -> None:
    result = build(tmp_path, "and\n" * 50)

    assert len(result.report.findings) == 21
    assert result.report.findings[-1].endswith("and 30 more such entries")


def test_a_taxonomy_is_neither_content_nor_skipped(tmp_path: Path) -> None:
    result = build(tmp_path, "weir keeping\n", name="lists/skills.txt")

    assert sorted(result.kg.documents) == ["story.md"]
    assert result.report.skipped == ()


@pytest.mark.parametrize(
    ("data", "place", "said"),
    [
        (b"name\nw\xe9ir\n", "skills.csv:2", "save it as UTF-8"),
        (b"colour,size\nred,9\n", "skills.csv:1", "no column of names"),
        (b"name,kind\nSiltbase,gadget\n", "skills.csv:2", "write technology or practice"),
        (b'name,aliases\nSiltbase,a\n\nWeir,"' + b"x" * 200_000 + b'"\n', "skills.csv:4", "save it as CSV again"),
        (b"x" * (taxonomies.MAX_BYTES + 1), "careergraph.yaml:1", "keep the rows that you need"),
        (
            b"name\n" + b"w\n" * (taxonomies.MAX_ROWS + 1),
            f"skills.csv:{taxonomies.MAX_ROWS + 1}",
            "more than 50,000 rows",
        ),
        (b"w\n" * (taxonomies.MAX_ROWS + 1), f"skills.csv:{taxonomies.MAX_ROWS + 1}", "more than 50,000 rows"),
    ],
    ids=["no UTF-8", "no known column", "unknown kind", "huge cell", "too large", "too many rows", "too many lines"],
)
def test_a_table_that_is_not_understood_is_named_with_its_line(
    tmp_path: Path, data: bytes, place: str, said: str
) -> None:
    (tmp_path / "careergraph.yaml").write_text("vocabularies: {files: [skills.csv]}", encoding="utf-8")
    (tmp_path / "skills.csv").write_bytes(data)

    with pytest.raises(CorrectionsError) as refused:
        load_corrections(tmp_path)

    assert str(refused.value).startswith(f"{place}: ")
    assert said in str(refused.value)


@pytest.mark.parametrize(
    "file", ["../secret.csv", "/etc/hostname", "a/../../secret.csv", "missing.csv", "link.csv", "folder"]
)
def test_a_file_outside_the_folder_or_missing_is_refused(tmp_path: Path, file: str) -> None:
    content = tmp_path / "content"
    (content / "folder").mkdir(parents=True)
    (tmp_path / "secret.csv").write_text("hidden skill\n", encoding="utf-8")
    (content / "link.csv").symlink_to(tmp_path / "secret.csv")
    (content / "careergraph.yaml").write_text(f"fictional: []\nvocabularies:\n  files: [{file}]\n", encoding="utf-8")

    with pytest.raises(CorrectionsError, match=r"^careergraph\.yaml:3: .*; "):
        load_corrections(content)


@pytest.mark.parametrize("files", ["skills.csv", "[1]", "{a: b}", '[""]'])
def test_files_is_a_list_of_names(tmp_path: Path, files: str) -> None:
    (tmp_path / "careergraph.yaml").write_text(f"vocabularies:\n  files: {files}\n", encoding="utf-8")

    with pytest.raises(CorrectionsError, match=r"^careergraph\.yaml:2: 'files' is a list"):
        load_corrections(tmp_path)
