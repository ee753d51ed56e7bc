"""Text made to be hard is read in a time that grows with its length, and what is found in it stands there.

`make fuzz` looks for such text at length; docs/hostile-text.md says how. The limits here are ten times what was
measured, so that only a change of kind breaks them.
"""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks.fuzz import HOSTILE_UNITS, WRAPPERS, growth, hostile_document, read_whole, untrue
from benchmarks.patterns import package_patterns
from graph.documents import Span
from graph.errors import UnreadableFileError
from graph.extraction.span_index import SpanIndex
from graph.pipeline import interpret
from graph.readers import reader_for
from graph.sentences import sentence_ends

BYTES = 12_000
SECONDS = 10.0
HARDEST = (
    "gaps", "digits", "brackets", "stars", "dots", "headings", "deep headings", "story headings", "technologies", "C plus plus",
    "people", "figures in lines", "stories", "jobs", "mail", "ranges",
)  # fmt: skip
"""Those whose time once grew as the square of their length."""


@pytest.mark.parametrize("suffix", [".txt", ".md"])
@pytest.mark.parametrize("label", HARDEST)
def test_hostile_text_is_read_in_time(label: str, suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"hostile{suffix}"
    path.write_bytes(hostile_document(HOSTILE_UNITS[label], suffix, BYTES))
    started = time.process_time()

    reading = read_whole(path)

    assert time.process_time() - started < SECONDS
    assert untrue(reading) == []


@pytest.mark.parametrize("suffix", sorted(WRAPPERS))
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(pieces=st.lists(st.sampled_from(sorted(HOSTILE_UNITS.values())) | st.text(max_size=20), max_size=60))
def test_whatever_the_text_its_findings_stand_in_it(suffix: str, pieces: list[str]) -> None:
    data = WRAPPERS[suffix]("".join(pieces)).encode("utf-8", "replace")
    try:
        document = reader_for(f"a{suffix}").read(data, f"a{suffix}")
    except UnreadableFileError:
        return

    assert untrue(interpret(document)) == []


def test_an_overlong_sentence_is_cut_at_spaces() -> None:
    text = "moved tables " * 1_000

    ends = sentence_ends(text, 0, len(text))

    assert max(end - start for start, end in ends) <= 2_000
    assert [word for start, end in ends for word in text[start:end].split()] == text.split()


def test_a_sentence_of_ordinary_length_stays_whole() -> None:
    text = "We moved the ledger, " * 60 + "and nobody noticed."

    assert sentence_ends(text, 0, len(text)) == [(0, len(text))]


spans = st.tuples(st.integers(0, 40), st.integers(0, 12)).map(lambda pair: Span("a.md", pair[0], sum(pair)))


@given(st.lists(spans, max_size=30), spans)
def test_the_index_finds_what_a_search_of_all_spans_finds(held: list[Span], asked: Span) -> None:
    index = SpanIndex((span, number) for number, span in enumerate(held))

    expected = [number for number, span in enumerate(held) if span.start < asked.end and asked.start < span.end]
    assert index.overlapping(asked) == expected
    assert index.touches(asked) == bool(expected)


def test_patterns_of_modules_functions_and_calls_are_found() -> None:
    names = package_patterns()

    assert "sentences._BREAK" in names
    assert any(name.startswith("extraction.studies.degree_pattern") for name in names)
    assert any(":" in name for name in names)


def test_growth_is_the_exponent_between_the_largest_sizes() -> None:
    assert growth([(1_000, 0.25), (2_000, 1.0)]) == pytest.approx(2.0)
    assert growth([(1_000, 0.001), (2_000, 0.002)]) is None
