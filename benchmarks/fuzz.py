"""`make fuzz`: looks for text that makes reading slow, fail or lie. Mends nothing.

Three searches: regular expressions whose time grows faster than the text, documents of each format that do the same
to the whole flow, and random documents that raise or whose findings do not stand in the text.
"""

from __future__ import annotations

import argparse
import math
import re
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks.hostile_documents import HOSTILE_UNITS, WRAPPERS, hostile_document
from benchmarks.mutations import failing_documents
from benchmarks.patterns import adversarial_texts, package_patterns
from benchmarks.stopwatch import SHORTEST_SECONDS, growth, seconds_of, settled_seconds_of
from benchmarks.whole_reading import read_or_refuse

STEEPEST = 1.4
"""Time grows as size to the power of this at most; n log n comes to about 1.1, noise to 1.3, a square to 2."""
SUSPICIOUS = 1.15
"""A smaller power than this over all sizes: no square stands behind it, whose share would be growing."""
PATTERN_SIZES = (8_000, 16_000, 32_000, 64_000)
"""Characters."""
PATTERN_SECONDS = 1.0
"""A pattern that takes longer is measured on a shorter text."""
DOCUMENT_SIZES = (12_000, 48_000)
"""Bytes, about: what every document is measured at."""
SUSPECT_SIZES = (48_000, 192_000)
"""What a document is measured at that looks slow. A square whose share is a third at 48 kB grows with a power of 1.5 here."""
SUSPICIOUS_DOCUMENT = 1.25
"""A smaller power than this at DOCUMENT_SIZES: the square has less than a third of the time at 48 kB, if there is one."""
DOCUMENT_SECONDS_PER_KILOBYTE = 0.05
"""Longest that a document may take; ordinary text takes about 0.007."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is too slow or wrong."""

    place: str
    what: str
    seconds: float | None = None
    exponent: float | None = None

    def __str__(self) -> str:
        took = "" if self.seconds is None else f"{self.seconds:9.3f} s"
        growth = "" if self.exponent is None else f"{self.exponent:5.2f}"
        return f"{self.place:<48.48} {took:>11} {growth:>6}  {self.what}"


def slow_patterns(only: str = "") -> list[Finding]:
    """Return the patterns that grow faster than STEEPEST, each with the first text on which it does."""
    found = []
    for name, pattern in sorted(package_patterns().items()):
        if only not in name:
            continue
        for label, make in adversarial_texts(pattern):
            finding = _slow_on(name, label, partial(_find_all, pattern), make)
            finding = finding or _slow_on(name, f"{label} (whole)", pattern.fullmatch, make)
            if finding is not None:
                print(finding, file=sys.stderr, flush=True)
                found.append(finding)
                break
    return found


def _find_all(pattern: re.Pattern[str], text: str) -> int:
    return sum(1 for _ in pattern.finditer(text))


def _slow_on(name: str, label: str, use: Callable[[str], object], make: Callable[[int], str]) -> Finding | None:
    """Compare the shortest text with the longest that is bearable, and the longest two only where these differ."""
    text, first = make(PATTERN_SIZES[-1]), PATTERN_SIZES[0]
    start = seconds_of(partial(use, text[:first]))
    if math.isinf(start):
        return Finding(name, label, math.inf, math.inf)
    if start < SHORTEST_SECONDS * 2**STEEPEST / (PATTERN_SIZES[-1] / first) ** 2:
        return None  # The square of this is not to be told from noise on the longest text.
    for size in reversed(PATTERN_SIZES[1:]):
        seconds = seconds_of(partial(use, text[:size]), patience=PATTERN_SECONDS)
        if not math.isinf(seconds):
            break
    else:
        # Slow even on a short text, which a large constant may be: how it grows tells.
        size = PATTERN_SIZES[1]
        seconds = seconds_of(partial(use, text[:size]))
        if math.isinf(seconds):
            return Finding(name, label, math.inf, math.inf)
    if seconds < SHORTEST_SECONDS * 2**STEEPEST or seconds < start * (size / first) ** SUSPICIOUS:
        return None
    half = (size // 2, seconds_of(partial(use, text[: size // 2])))
    exponent = growth([half, (size, seconds)])
    if exponent is None or exponent <= STEEPEST:
        return None
    again = [(length, seconds_of(partial(use, make(length)), 3)) for length in (size, size * 4)]
    exponent = growth(again)
    return Finding(name, label, again[-1][1], exponent) if exponent is None or exponent > STEEPEST else None


# ---------------------------------------------------------------- whole documents


def slow_documents(only: str = "", report: Callable[[str], None] | None = None) -> list[Finding]:
    """Return the hostile documents that grow faster than STEEPEST or take too long for their size."""
    report, found = report or _say, list[Finding]()
    with tempfile.TemporaryDirectory(prefix="careergraph-fuzz-") as folder:
        for suffix in WRAPPERS:
            slowest = Finding("", "", 0.0)
            for label, unit in HOSTILE_UNITS.items():
                if only not in f"{label}{suffix}":
                    continue
                place, path = f"{label}{suffix}", Path(folder) / f"hostile{suffix}"
                times = [(size, seconds_of(_reading(path, unit, suffix, size))) for size in DOCUMENT_SIZES]
                slowest = max(slowest, _finding(place, times), key=lambda finding: finding.seconds or 0)
                if _looks_slow(times) and (slow := _slow(place, path, unit, suffix)) is not None:
                    found.append(slow)
                    print(slow, file=sys.stderr, flush=True)
            report(f"  slowest {suffix:<6} {slowest}")
    return found


def _say(line: str) -> None:
    print(line, flush=True)


def _reading(path: Path, unit: str, suffix: str, size: int) -> Callable[[], object]:
    """Write a hostile document; return what reads it."""
    path.write_bytes(hostile_document(unit, suffix, size))
    return partial(read_or_refuse, path)


def _looks_slow(times: Sequence[tuple[int, float]]) -> bool:
    # A small time that says nothing is taken for the least that does: the growth is then at least this.
    exponent = growth([(size, max(seconds, SHORTEST_SECONDS)) for size, seconds in times])
    return _is_too_long(times) or (exponent is not None and exponent > SUSPICIOUS_DOCUMENT)


def _is_too_long(times: Sequence[tuple[int, float]]) -> bool:
    return any(seconds > size / 1000 * DOCUMENT_SECONDS_PER_KILOBYTE for size, seconds in times)


def _slow(place: str, path: Path, unit: str, suffix: str) -> Finding | None:
    """Return a finding where a document is slow whenever it is measured: twice, the shortest of two runs each."""
    for _ in range(2):
        times: list[tuple[int, float]] = []
        for size in SUSPECT_SIZES:
            times.append((size, settled_seconds_of(_reading(path, unit, suffix, size), 2)))
            if math.isinf(times[-1][1]):
                break
        exponent = growth(times)
        if not _is_too_long(times) and (exponent is None or exponent <= STEEPEST):
            return None
    return _finding(place, times)


def _finding(place: str, times: Sequence[tuple[int, float]]) -> Finding:
    return Finding(place, f"{times[-1][0] // 1000} kB", times[-1][1], growth(times))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the three searches and print what they find; return 1 with findings, else 0."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fuzz", description=__doc__)
    parser.add_argument("--seconds", type=float, default=20, help="how long to read random documents [20]")
    parser.add_argument("--seed", type=int, default=1, help="another seed, other random documents [1]")
    parser.add_argument("--only", default="", help="patterns and documents whose names hold these words")
    parser.add_argument("--parts", default="pdr", help="p: patterns, d: documents, r: random documents [pdr]")
    parser.add_argument("--content", type=Path, default=Path("content"), help="documents to be mutated [content]")
    asked = parser.parse_args(arguments)
    found: list[Finding] = []
    if "p" in asked.parts:
        print(
            f"{len(package_patterns())} regular expressions, texts of up to {PATTERN_SIZES[-1]:,} characters",
            flush=True,
        )
        found += slow_patterns(asked.only)
    if "d" in asked.parts:
        print(
            f"{len(HOSTILE_UNITS) * len(WRAPPERS)} hostile documents of {DOCUMENT_SIZES[-1] // 1000} kB, more on suspicion"
        )
        found += slow_documents(asked.only)
    if "r" in asked.parts:
        number, failing = failing_documents(asked.content, asked.seconds, asked.seed)
        print(f"{number:,} random documents in {asked.seconds:g} s")
        found += [Finding(kept, what) for kept, what in failing]
    print(f"{len(found)} findings" + (": place, seconds, exponent, what" if found else ""))
    for finding in found:
        print(finding)
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
