"""Text made to be hard is read in a time that grows with its length, and what is found in it stands there.

`make fuzz` looks for such text at length; docs/hostile-text.md says how. The limits here are ten times what was
measured, so that only a change of kind breaks them.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks import fuzz
from benchmarks.annotations import HELD_BACK
from benchmarks.hostile_documents import HOSTILE_UNITS, WRAPPERS, hostile_document
from benchmarks.mutations import untrue
from benchmarks.patterns import package_patterns
from benchmarks.stopwatch import growth, seconds_of
from benchmarks.whole_reading import read_whole
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
@settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow])
@given(pieces=st.lists(st.sampled_from(sorted(HOSTILE_UNITS.values())) | st.text(max_size=20), max_size=60))
def test_whatever_the_text_its_findings_stand_in_it(suffix: str, pieces: list[str]) -> None:
    data = WRAPPERS[suffix]("".join(pieces)).encode("utf-8", "replace")
    try:
        document = reader_for(f"a{suffix}").read(data, f"a{suffix}")
    except UnreadableFileError:
        return

    assert untrue(interpret(document)) == []


@pytest.mark.parametrize(
    ("usual", "other"),
    [
        (": ", "："),
        (" ", "\u3000"),
        ("-", "‐"),
        (".", "。"),
        ("\n", "\u200b\n"),
        ("\n", "\u2028"),
        ("a", ""),
        ("**", ""),
    ],
)
def test_documents_in_other_signs_are_read_and_their_findings_stand_in_them(usual: str, other: str) -> None:
    for path in sorted(HELD_BACK.glob("*.md"))[:8]:
        document = reader_for("a.md").read(path.read_text(encoding="utf-8").replace(usual, other).encode(), "a.md")
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
    assert "index.parsing.ranges._AMOUNT" in names
    assert any(name.startswith("extraction.heads.study_forms.degree_pattern") for name in names)
    assert any(":" in name for name in names)


def test_growth_is_the_exponent_between_the_largest_sizes() -> None:
    assert growth([(1_000, 0.25), (2_000, 1.0)]) == pytest.approx(2.0)
    assert growth([(1_000, 0.001), (2_000, 0.002)]) is None


def for_ever() -> None:
    while True:
        pass


def test_time_is_the_process_s_own_and_patience_ends_with_it() -> None:
    began = time.process_time()

    assert seconds_of(lambda: time.sleep(0.4), patience=0.2) < 0.2
    assert seconds_of(for_ever, patience=0.2) == float("inf")
    assert time.process_time() - began < 5


def slow_where(monkeypatch: pytest.MonkeyPatch, seconds: Callable[[int], float]) -> list[fuzz.Finding]:
    """Return the findings where reading so many kilobytes takes so many seconds; nothing is read."""
    monkeypatch.setattr(fuzz, "read_or_refuse", lambda path: seconds(path.stat().st_size / 1_000))
    monkeypatch.setattr(fuzz, "seconds_of", lambda action: action())
    monkeypatch.setattr(fuzz, "settled_seconds_of", lambda action, repeats: action())
    monkeypatch.setattr(fuzz, "WRAPPERS", {".txt": WRAPPERS[".txt"]})
    return fuzz.slow_documents("stars", report=lambda line: None)


def test_a_document_whose_time_grows_as_a_square_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    (found,) = slow_where(monkeypatch, lambda kilobytes: 0.0001 * kilobytes**2)

    assert found.place == "stars.txt"
    assert found.exponent == pytest.approx(2, abs=0.1)


def test_a_square_that_is_a_small_share_at_first_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    assert slow_where(monkeypatch, lambda kilobytes: 0.001 * kilobytes + 0.000016 * kilobytes**2)


def test_a_document_that_takes_too_long_for_its_size_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    assert slow_where(monkeypatch, lambda kilobytes: kilobytes * fuzz.DOCUMENT_SECONDS_PER_KILOBYTE * 0.9) == []
    assert len(slow_where(monkeypatch, lambda kilobytes: kilobytes * fuzz.DOCUMENT_SECONDS_PER_KILOBYTE * 1.1)) == 1


def test_what_is_broken_off_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(slow_where(monkeypatch, lambda kilobytes: float("inf") if kilobytes > 40 else 0.1)) == 1


def test_what_is_slow_once_only_is_no_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    sizes: list[float] = []

    def disturbed(kilobytes: float) -> float:
        sizes.append(kilobytes)
        return kilobytes * (0.5 if len(sizes) == 2 else 0.01)

    assert slow_where(monkeypatch, disturbed) == []
    assert max(sizes) > max(fuzz.DOCUMENT_SIZES) / 1_000, "it was not looked at again"


def test_a_name_as_long_as_a_page_is_looked_at_once() -> None:
    assert fuzz.slow_patterns("extraction.employment.prose_clauses._OPENS") == []


@pytest.mark.parametrize(("source", "is_slow"), [(r"\s+x", True), (r"(?<!\s)\s++x", False), (r"[\s,]{1,80}?c", False)])
def test_a_pattern_worse_than_linear_is_a_finding(monkeypatch: pytest.MonkeyPatch, source: str, is_slow: bool) -> None:
    monkeypatch.setattr(fuzz, "package_patterns", lambda: {"tried": re.compile(source)})
    monkeypatch.setattr(fuzz, "adversarial_texts", lambda _: [("blanks", lambda size: " " * size)])
    monkeypatch.setattr(fuzz, "PATTERN_SIZES", (500, 1_000, 2_000, 4_000))

    assert bool(fuzz.slow_patterns()) is is_slow
