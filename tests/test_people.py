"""The author of a document: named by the text or by careergraph.yaml, never guessed; more in golden/people.txt."""

from __future__ import annotations

import pytest

from graph.extraction.people.people import AUTHOR, find_people
from graph.extraction.people.personal_names import is_personal_name
from graph.model import EntityKind
from graph.vocabulary import load_vocabularies
from tests.career_reading import reading_of


def test_a_document_has_one_author_with_a_true_quote() -> None:
    reading = reading_of("Mara Quillfeather\nSenior Data Engineer\n\nI move data.\n")

    (person,) = find_people(reading)

    assert (person.kind, person.key, person.name) == (EntityKind.PERSON, AUTHOR, "Mara Quillfeather")
    assert person.text == reading.document.text[person.span.start : person.span.end] == "Mara Quillfeather"
    assert person.attributes["named"] is True


def test_a_name_from_corrections_wins_and_is_quoted_where_the_text_has_it() -> None:
    reading = reading_of("Designing systems\n\nwritten by mara quillfeather on trains\n")

    (person,) = find_people(reading, name="Mara Quillfeather")

    assert (person.name, person.text) == ("Mara Quillfeather", "mara quillfeather")


def test_the_unnamed_are_called_by_the_label_else_by_the_title() -> None:
    reading = reading_of("Platform notes\n\nThe job queue was slow. I designed and built its admission control.\n")

    (labelled,) = find_people(reading, label="Platform engineer, Utrecht")
    (unlabelled,) = find_people(reading)

    assert labelled.name == "Platform engineer, Utrecht"
    assert unlabelled.name == f"Author of {reading.document.title}"
    assert labelled.attributes["named"] is unlabelled.attributes["named"] is False


def test_the_evidence_of_the_unnamed_is_where_they_first_speak_of_themself() -> None:
    reading = reading_of("Platform notes\n\nThe job queue was slow. I designed and built its admission control.\n")

    (person,) = find_people(reading)

    assert person.text == "I designed and built its admission control."


def test_nobody_speaks_where_there_is_no_text() -> None:
    assert find_people(reading_of(" \n\n")) == []


@pytest.mark.parametrize("text", ["LinkedIn: linkedin.com/in/maraquill\n", "mara.quill@example.org\n", "@maraquill\n"])
def test_no_name_is_guessed_from_a_handle(text: str) -> None:
    (person,) = find_people(reading_of(text))

    assert person.attributes["named"] is False


@pytest.mark.parametrize(
    ("text", "is_name"),
    [
        ("Mara Quillfeather", True),
        ("Jean-Luc van der Quill", True),
        ("MARA QUILLFEATHER", True),
        ("Mara Quillfeather, MBA", True),
        ("Mara", False),
        ("NVO Migration", False),
        ("Customer Notification Platform", False),
        ("Staff Engineer", False),
        ("Rotterdam, Netherlands", False),
        ("Selected Outcomes", False),
        ("Apache Kafka", False),
        ("Running Migrations", False),
        ("mara quillfeather", False),
        ("Lake Hollin University", False),
    ],
)
def test_a_personal_name_is_told_from_other_capitalised_words(text: str, is_name: bool) -> None:
    assert is_personal_name(text, load_vocabularies()) is is_name
