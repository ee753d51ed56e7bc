"""Whatever the text, reading it gives facts that point to its words, and never an exception."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.model import EntityKind
from graph.pipeline import interpret
from graph.readers import reader_for
from graph.resolution.readings import DocumentReading

budget = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])

PIECES = [
    "Led", "Reduced", "from", "to", "by", "a third", "halved", "63.2%", "$64m", "60k+", "10-15x", "2.2M → 0.4M", "800 ms", "~120GB+",
    "1.200.000 €", "₹5 crore", "4.8/5", "Mar 2019 – Present", "2019", "Kafka", "C++", ".NET", "Go", "Java 17", "migration", "pipeline",
    "Tarnwick Freight", "Senior Engineer", "at", "EXPERIENCE", "EDUCATION", "# ", "## Situation", "Situation:", "- ", "* ", "1. ", "| ", "---", "\n",
    "\n\n", "\r\n", "\t", ", ", ". ", ": ", "(", ")", "“", "İ", "ß", "🎉", "\u202e", "\u0000", "\u2028", "e\u0301", "א", "中文", "https://x.example/1", "@", "```",
]  # fmt: skip
careers = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join)
"""Texts in which everything that a recognizer looks for stands in any order."""
any_text = st.text(st.characters(codec="utf-8"), max_size=400)
file_names = st.sampled_from(["a.txt", "a.md", "a.yaml", "a.html"])


def read(name: str, text: str) -> DocumentReading | None:
    """Return the reading, or None where the file itself can't be read as its format."""
    from graph.errors import UnreadableFileError

    try:
        document = reader_for(name).read(text.encode("utf-8"), name)
    except UnreadableFileError:
        return None
    return interpret(document)


def check(reading: DocumentReading) -> None:
    document = reading.document
    for mention in reading.mentions:
        spans = [mention.span, *(span for part in mention.parts.values() for span in part)]
        spans += [mention.extent] if mention.extent is not None else []
        assert mention.text == document.quote(mention.span) and mention.text
        assert all(
            span.document_id == document.id and 0 <= span.start <= span.end <= len(document.text) for span in spans
        )
        assert 0 < mention.confidence <= 1
        assert mention.name and mention.rule and mention.key
        assert (mention.measure is not None) == (mention.kind is EntityKind.OUTCOME)
    for relation in reading.relations:
        assert document.quote(relation.span)
        assert 0 < relation.confidence <= 1


@budget
@given(careers, file_names)
def test_pieces_of_careers_in_any_order(text: str, name: str) -> None:
    reading = read(name, text)

    if reading is not None:
        check(reading)


@budget
@given(any_text, file_names)
def test_any_text_at_all(text: str, name: str) -> None:
    reading = read(name, text)

    if reading is not None:
        check(reading)


@budget
@given(careers)
def test_reading_twice_finds_the_same(text: str) -> None:
    assert read("a.md", text) == read("a.md", text)


@budget
@given(st.integers(2, 999), st.sampled_from(["customers", "beds", "lorries", "essays", "tickets"]))
def test_a_plain_count_is_found_as_written(count: int, noun: str) -> None:
    reading = read("a.txt", f"From my notes\n\nWe now look after {count},000 {noun} in all.\n")

    assert reading is not None
    assert [m.measure.value for m in reading.of(EntityKind.OUTCOME) if m.measure] == [count * 1000]


@budget
@given(st.integers(1, 99), st.integers(1, 9))
def test_a_share_is_found_as_written(whole: int, tenth: int) -> None:
    reading = read("a.txt", f"From my notes\n\nReduced scrap on the press line by {whole}.{tenth}%.\n")

    assert reading is not None
    (outcome,) = reading.of(EntityKind.OUTCOME)
    assert outcome.measure is not None
    assert (outcome.measure.value, outcome.measure.unit, outcome.measure.direction) == (
        float(f"{whole}.{tenth}"),
        "percent",
        "decrease",
    )


HOSTILE = {
    "brackets": "[" * 3_000,
    "digits": "1" * 5_000,
    "digit groups": "1,000," * 1_500,
    "dashes": "- " * 3_000,
    "arrows": "1 → " * 1_500,
    "percent signs": "5% " * 1_500,
    "capitals": "Ab " * 2_500,
    "pipes": "| " * 3_000,
    "colons": "a: " * 2_500,
    "spaces": " " * 20_000 + "x",
    "blank lines": "\n" * 10_000 + "x",
    "stars": "*" * 5_000,
    "one long word": "a" * 20_000,
    "ranges": "10-15x " * 800,
    "dates": "2019 – " * 1_500,
    "headings": "# a\n" * 1_000,
    "from to": "from 1 to " * 800,
}


@pytest.mark.timeout(20)
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_is_read_in_time(text: str, name: str) -> None:
    reading = read(name, text)

    if reading is not None:
        check(reading)
