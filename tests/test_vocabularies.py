"""The packaged vocabularies: no name twice, known categories, and a guard on every name that is also an ordinary word."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from graph.errors import VocabularyError
from graph.gazetteer import Term
from graph.model import EntityKind
from graph.stems import stems
from graph.vocabulary import load_vocabularies, read_terms, terms_from
from graph.vocabulary_files import FOLDER
from graph.yaml_parsing import load_yaml_with_lines
from tests.career_reading import GOLDEN, golden_cases
from tools.technology_sources import SAME_AS, SKIPPED, Listed, compare, read_devicon, read_linguist

NO_CLASH = frozenset({"typescript"})
"""Ordinary words that no career document means: a typescript is typewritten paper."""
WORD_LISTS = (
    Path("/usr/share/dict/words"),
    Path("/usr/share/dict/american-english"),
    Path("/usr/share/dict/british-english"),
)
FILES = (("technologies.yaml", EntityKind.TECHNOLOGY), ("practices.yaml", EntityKind.PRACTICE))


@pytest.fixture(scope="module")
def technologies() -> list[Term]:
    return read_terms("technologies.yaml", EntityKind.TECHNOLOGY)


@pytest.fixture(scope="module")
def ordinary_words() -> frozenset[str]:
    """The lower-case words of the system's English word list."""
    path = next((path for path in WORD_LISTS if path.is_file()), None)
    if path is None:
        pytest.skip("GUARDS NOT CHECKED: no English word list; install one, e.g. the package wamerican")
    return (
        frozenset(word for word in path.read_text(encoding="utf-8").split() if word.islower() and len(word) > 1)
        - NO_CLASH
    )


def test_a_name_that_is_an_ordinary_word_has_a_guard(technologies: list[Term], ordinary_words: frozenset[str]) -> None:
    unguarded = [
        f"{term.name}: {name}"
        for term in technologies
        for name in (*dict.fromkeys((term.name, *term.aliases)),)
        if name.casefold() in ordinary_words and not (term.case_exact or term.context)
    ]

    assert unguarded == []


def test_a_plain_spelling_is_no_ordinary_word(technologies: list[Term], ordinary_words: frozenset[str]) -> None:
    assert [name for term in technologies for name in term.plain if name in ordinary_words] == []


def test_a_name_of_one_letter_has_a_context(technologies: list[Term]) -> None:
    assert [
        term.name for term in technologies for name in (term.name, *term.aliases) if len(name) == 1 and not term.context
    ] == []


def test_a_guard_by_context_names_no_word_of_the_name_itself(technologies: list[Term]) -> None:
    """Else the name would confirm itself wherever it stands."""
    assert [t.name for t in technologies if t.name.casefold() in {word.casefold() for word in t.context}] == []


@pytest.mark.parametrize(("file", "kind"), FILES, ids=[file for file, _ in FILES])
def test_names_aliases_and_ids_belong_to_one_term(file: str, kind: EntityKind) -> None:
    terms = read_terms(file, kind)
    ids = Counter(term.id for term in terms)
    spellings = Counter(name for t in terms for name in {n.casefold() for n in (t.name, *t.aliases, *t.plain)})

    assert [key for key, count in ids.items() if count > 1] == []
    assert [name for name, count in spellings.items() if count > 1] == []


@pytest.mark.parametrize(("file", "kind"), FILES, ids=[file for file, _ in FILES])
def test_broader_terms_exist_and_no_term_is_broader_than_itself(file: str, kind: EntityKind) -> None:
    terms = {term.name: term for term in read_terms(file, kind)}

    assert [(t.name, b) for t in terms.values() for b in t.broader if b not in terms] == []
    assert [name for name in terms if name in _above(terms, name)] == []


def _above(terms: dict[str, Term], name: str) -> set[str]:
    """Return all that is broader than a term, step by step."""
    found: set[str] = set()
    waiting = list(terms[name].broader)
    while waiting:
        above = waiting.pop()
        if above not in found:
            found.add(above)
            waiting += terms[above].broader
    return found


def test_categories_are_known_and_each_is_used(technologies: list[Term]) -> None:
    known = set(load_vocabularies().categories)
    used = {term.category for term in technologies}

    assert used == known


def test_practices_have_a_domain() -> None:
    assert [term.name for term in read_terms("practices.yaml", EntityKind.PRACTICE) if term.category == "other"] == []


def test_each_practice_is_found_in_a_golden_case() -> None:
    held = {
        line.removeprefix("practice: ")
        for path in GOLDEN.glob("practices*.txt")
        for _, _, expected in golden_cases(path.name)
        for line in expected
    }

    assert [term.name for term in read_terms("practices.yaml", EntityKind.PRACTICE) if term.name not in held] == []


def test_no_two_practices_share_a_wording_but_for_endings() -> None:
    """They are found by stems, so that one of the two would never be found."""
    owners: dict[str, set[str]] = {}
    for term in read_terms("practices.yaml", EntityKind.PRACTICE):
        for name in (term.name, *term.aliases):
            owners.setdefault(" ".join(word for word, _, _ in stems(name)), set()).add(term.name)

    assert {wording: names for wording, names in owners.items() if len(names) > 1} == {}


def test_each_field_has_its_share_of_practices() -> None:
    count = Counter(term.category for term in read_terms("practices.yaml", EntityKind.PRACTICE))

    assert sum(count.values()) >= 520
    assert {field: n for field, n in count.items() if n < 25} == {}


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.yaml")), ids=lambda path: path.name)
def test_each_vocabulary_is_plain_yaml_that_begins_with_what_it_is(path: Path) -> None:
    text = path.read_text(encoding="utf-8")

    assert load_yaml_with_lines(text)
    assert text.startswith("#")


def test_verbs_of_change_have_one_direction() -> None:
    work = load_vocabularies().work

    assert work.decrease & work.increase == frozenset()


def test_soft_verbs_are_verbs_of_achievement() -> None:
    work = load_vocabularies().work

    assert work.soft_verbs <= work.verbs


# ---------------------------------------------------------------- public lists


def test_a_list_confirms_terms_by_any_spelling_and_names_what_we_lack(technologies: list[Term]) -> None:
    listed = [
        Listed("k8s"),
        Listed("redhat"),
        Listed("beats"),
        Listed("Vim Help File", (), "prose"),
        Listed("siltbase"),
    ]

    found = compare("fictional-list", "1.0", listed, technologies)

    assert (found.confirmed, found.skipped, found.lacking) == (("Kubernetes", "RHEL"), 2, ("siltbase",))


def test_names_are_read_of_both_lists() -> None:
    icons = read_devicon({"devicon.json": '[{"name": "siltbase", "altnames": ["silt-db"]}]'})
    languages = read_linguist({"data/Silt.js": "export default {\n  name: 'Silt\\'s',\n  type: 'data',\n};\n"})

    assert icons == [Listed("siltbase", ("silt-db",))]
    assert languages == [Listed("Silt's", (), "data")]


def test_no_name_is_both_a_term_and_left_out(technologies: list[Term]) -> None:
    ours = {name.casefold() for term in technologies for name in (term.name, *term.aliases, *term.plain)}
    left_out = [name.strip() for names in SKIPPED.values() for name in names.split(";")]

    assert [name for name in left_out if name.casefold() in ours] == []
    assert set(SAME_AS.values()) <= {term.name for term in technologies}


# ---------------------------------------------------------------- malformed entries


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("- {aliases: [x]}", "`name`"),
        ("- Kafka", "`name`"),
        ("- {name: Kafka, colour: red}", "unknown key 'colour'"),
        ("- {name: Kafka, aliases: K}", "'aliases' is a list"),
        ("- {name: Kafka}\n- {name: KAFKA}", "'kafka' is both"),
    ],
    ids=["no-name", "no-mapping", "unknown-key", "no-list", "twice"],
)
def test_a_malformed_entry_is_an_error_with_its_file(entry: str, said: str) -> None:
    with pytest.raises(VocabularyError, match=said) as caught:
        terms_from(load_yaml_with_lines(entry), EntityKind.TECHNOLOGY, "mine.yaml")

    assert caught.value.path == "mine.yaml"


def test_an_error_names_the_line() -> None:
    with pytest.raises(VocabularyError, match=r"mine\.yaml:2: "):
        terms_from(
            load_yaml_with_lines("- {name: Kafka}\n- {name: Redis, colour: red}"), EntityKind.TECHNOLOGY, "mine.yaml"
        )
