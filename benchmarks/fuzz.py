"""`make fuzz`: looks for text that makes reading slow, fail or lie. Mends nothing.

Three searches: regular expressions whose time grows faster than the text, documents of each format that do the same
to the whole flow, and random documents that raise or whose findings do not stand in the text.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random

from benchmarks.patterns import adversarial_texts, package_patterns
from graph.assembly import assemble
from graph.correction_rules import Corrections
from graph.documents import Span
from graph.errors import UnreadableFileError
from graph.passages import cut_passages
from graph.pipeline import interpret
from graph.readers import read_file
from graph.resolution.identities import resolve
from graph.resolution.readings import DocumentReading

STEEPEST = 1.4
"""Time grows as size to the power of this at most; n log n comes to about 1.1, noise to 1.3, a square to 2."""
SUSPICIOUS = 1.15
"""A smaller power than this over all sizes: no square stands behind it, whose share would be growing."""
PATTERN_SIZES = (8_000, 16_000, 32_000, 64_000)
"""Characters."""
PATTERN_SECONDS = 1.0
"""A pattern that takes longer is measured on a shorter text."""
SHORTEST_SECONDS = 0.005
"""Times below say nothing of growth."""
DOCUMENT_SIZES = (25_000, 50_000, 100_000, 200_000)
"""Bytes, about."""
DOCUMENT_SECONDS = 10.0
"""Longest that the largest document may take."""
PATIENCE_SECONDS = 30.0
"""Whatever takes longer is broken off and counts as a finding."""

Units = Mapping[str, str]
HOSTILE_UNITS: Units = {
    "spaces": " ", "gaps": "reduced cost by 40%" + " " * 1_900, "digits": "7", "letters": "a", "capitals": "Ab ", "line ends": "\n", "ranges": "1 to ",
    "bullets": "- ", "brackets": "((((", "closing brackets": "])", "commas": ",,,", "initials": "A A A ",
    "in in in": "in ", "by by by": "by ", "from from": "from 1 ", "from to": "from 1 to ", "list of numbers": "1,",
    "stars": "**", "bars": "| | |", "table rows": "| a | b |\n|---|---|\n", "headings": "# a\n", "deep headings": "# a\n## b\n### c\n",
    "bullet lines": "- a\n", "nested bullets": "- a\n  - b\n", "quotes": "> ", "fields": "Name: Ada Orrin\n", "colons": "a:",
    "years": "2019 – 2021 ", "months": "Mar 2019 - ", "jobs": "Senior Engineer, Tarn Systems  2019 - 2021\n- Led a migration\n",
    "degrees": "BSc in Physics, University of Tarn, 2012\n", "degrees in one line": "BSc in Physics, University of Tarn, ",
    "figures": "reduced cost by 40% ", "figures in lines": "- Reduced cost by 40% with Kafka.\n", "percents": "40% ",
    "technologies": "Kafka, Python, ", "C plus plus": "C++ ", "practices": "code review, ", "sentences": "I led it. ",
    "stories": "Situation: slow\nTask: mend it\nAction: did\nResult: saved 40%\n", "story headings": "# Mend it\n## Situation\nslow\n## Action\nled it\n## Result\nsaved 40%\n",
    "people": "Ada Orrin and ", "author lines": "by Ada Orrin\n", "marks": "e\u0301\u0301", "mixed scripts": "é中א🎉", "bidi": "\u202ea\u202c",
    "dots": ".", "ends": "a. B", "dashes": "—", "hyphens": "a-", "apostrophes": "'", "backticks": "`", "links": "[a](", "link ends": "[a][b] ",
    "emphasis": "*a _b ", "markup": "<b>", "markup ends": "</b>", "comments": "<!-- ", "entities": "&amp;", "mail": "a@b.example ", "backslashes": "\\",
    "blank lines": "a\n\n", "rules": "---\n", "underlines": "a\n===\n", "short words": "i a ", "long words": "A" * 60 + " ", "carriage returns": "a\r",
    "titles in lines": "Senior Engineer\n", "titles": "Senior Engineer, ", "projects": "Project: Ledger migration\n", "dollars": "$1", "times": "1x", "fractions": "1/",
}  # fmt: skip
"""What it is → the piece of which a hostile text is made."""


def _plain(text: str) -> str:
    return text


def _lines(text: str) -> str:
    """Return the text with no line so long that the Markdown reader refuses it."""
    return "\n".join(piece for line in text.split("\n") for piece in _pieces(line, 5_000))


def _pieces(text: str, length: int) -> list[str]:
    return [text[at : at + length] for at in range(0, len(text), length)] or [""]


def _yaml_items(text: str) -> str:
    """Return the text as values of a list, JSON strings being YAML too."""
    pieces = _pieces(text, 2_000)
    return "summary:\n" + "".join(f"  - {json.dumps(piece, ensure_ascii=False)}\n" for piece in pieces)


def _json_fields(text: str) -> str:
    pieces = _pieces(text, 200)
    return json.dumps({"work": [{"name": "Tarn", "highlights": [piece]} for piece in pieces]}, ensure_ascii=False)


def _html_page(text: str) -> str:
    return f"<html><body><h1>Work</h1><p>{text}</p></body></html>"


WRAPPERS: Mapping[str, Callable[[str], str]] = {
    ".txt": _plain,
    ".md": _lines,
    ".html": _html_page,
    ".yaml": _yaml_items,
    ".json": _json_fields,
}
"""File name ending → how a hostile text becomes such a file."""


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


class _OutOfPatienceError(Exception):
    pass


@contextmanager
def broken_off_after(seconds: float) -> Iterator[None]:
    """Raise inside the block once it has run so long; the main thread of a POSIX system only."""

    def stop(*_: object) -> None:
        raise _OutOfPatienceError

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def seconds_of(action: Callable[[], object], repeats: int = 1, patience: float = PATIENCE_SECONDS) -> float:
    """Return the shortest processor time of some runs; infinity where one is broken off."""
    best = math.inf
    for _ in range(repeats):
        started = time.process_time()
        try:
            with broken_off_after(patience):
                action()
        except _OutOfPatienceError:
            return math.inf
        best = min(best, time.process_time() - started)
    return best


def growth(times: Sequence[tuple[int, float]], shortest: float = SHORTEST_SECONDS) -> float | None:
    """Return the exponent between the two largest sizes that took at least `shortest` seconds; None without two.

    >>> round(growth([(1_000, 0.25), (2_000, 1.0)]), 2)
    2.0
    """
    telling = [(size, seconds) for size, seconds in times if seconds >= shortest][-2:]
    if len(telling) < 2:
        return None
    (small, before), (large, after) = telling
    return math.inf if math.isinf(after) else math.log(after / before) / math.log(large / small)


# ---------------------------------------------------------------- regular expressions


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
    start = seconds_of(partial(use, text[:first]), patience=PATTERN_SECONDS)
    if start < SHORTEST_SECONDS * 2**STEEPEST / (PATTERN_SIZES[-1] / first) ** 2:
        return None  # The square of this is not to be told from noise on the longest text.
    for size in reversed(PATTERN_SIZES[1:]):
        seconds = seconds_of(partial(use, text[:size]), patience=PATTERN_SECONDS)
        if not math.isinf(seconds):
            break
    else:
        return Finding(name, label, math.inf, math.inf)
    if seconds < SHORTEST_SECONDS * 2**STEEPEST or seconds < start * (size / first) ** SUSPICIOUS:
        return None
    half = (size // 2, seconds_of(partial(use, text[: size // 2])))
    exponent = growth([half, (size, seconds)])
    if exponent is None or exponent <= STEEPEST:
        return None
    again = [(length, seconds_of(partial(use, make(length)), 3)) for length in (size, size * 2)]
    exponent = growth(again)
    return Finding(name, label, again[-1][1], exponent) if exponent is None or exponent > STEEPEST else None


# ---------------------------------------------------------------- whole documents


def read_whole(path: Path) -> DocumentReading:
    """Return what one file says, having gone the whole way: reading, findings, identities, graph, passages.

    Raises UnreadableFileError.
    """
    reading = interpret(read_file(path, path.name))
    kg = assemble([reading], resolve([reading], Corrections()), Corrections())
    cut_passages(kg, reading.document)
    return reading


def hostile_document(unit: str, suffix: str, size: int) -> bytes:
    """Return a file of the format made of one piece over and over, of about `size` bytes before wrapping."""
    text = unit * (size // len(unit.encode()) + 1)
    return WRAPPERS[suffix](text).encode("utf-8")


def slow_documents(only: str = "", report: Callable[[str], None] = print) -> list[Finding]:
    """Return the hostile documents that grow faster than STEEPEST or take longer than DOCUMENT_SECONDS."""
    found = []
    with tempfile.TemporaryDirectory(prefix="careergraph-fuzz-") as folder:
        for suffix in WRAPPERS:
            slowest = Finding("", "", 0.0)
            for label, unit in HOSTILE_UNITS.items():
                if only not in f"{label}{suffix}":
                    continue
                times = _document_times(Path(folder), unit, suffix)
                exponent, seconds = growth(times, 0.1), times[-1][1]
                finding = Finding(f"{label}{suffix}", f"{times[-1][0] // 1000} kB", seconds, exponent)
                if seconds > DOCUMENT_SECONDS or (exponent is not None and exponent > STEEPEST):
                    found.append(finding)
                    print(finding, file=sys.stderr, flush=True)
                slowest = max(slowest, finding, key=lambda f: f.seconds or 0)
            report(f"  slowest {suffix:<6} {slowest}")
    return found


def _document_times(folder: Path, unit: str, suffix: str) -> list[tuple[int, float]]:
    """Return (bytes, seconds) of growing documents; no further once one takes too long."""
    times: list[tuple[int, float]] = []
    path = folder / f"hostile{suffix}"
    for size in DOCUMENT_SIZES:
        path.write_bytes(hostile_document(unit, suffix, size))
        times.append((size, seconds_of(lambda: _read_or_refuse(path))))
        if times[-1][1] > DOCUMENT_SECONDS:
            break
    return times


def _read_or_refuse(path: Path) -> DocumentReading | None:
    try:
        return read_whole(path)
    except UnreadableFileError:
        return None


# ---------------------------------------------------------------- random documents


def untrue(reading: DocumentReading) -> list[str]:
    """Return what of a reading does not stand in its text; nothing is right."""
    document, wrong = reading.document, []

    def check(span: Span, what: str) -> None:
        if span.document_id != document.id or not 0 <= span.start <= span.end <= len(document.text):
            wrong.append(f"{what}: {span} outside the text")

    for mention in reading.mentions:
        check(mention.span, mention.rule)
        for span in (*(s for part in mention.parts.values() for s in part), *filter(None, [mention.extent])):
            check(span, f"{mention.rule}, part")
        if not mention.text or mention.text != document.quote(mention.span):
            wrong.append(f"{mention.rule}: {mention.text[:40]!r} is not what stands there")
    for relation in reading.relations:
        check(relation.span, relation.rule)
    for section in reading.sections:
        check(section.span, f"section {section.id}")
    return wrong


def failing_documents(content: Path, seconds: float, seed: int) -> tuple[int, list[Finding]]:
    """Return how many random documents were read in so many seconds, and those that raised or told untruths."""
    random, found, number, until = Random(seed), dict[str, Finding](), 0, time.monotonic() + seconds
    samples = [(p.suffix, p.read_bytes()) for p in sorted(content.rglob("*")) if p.suffix in WRAPPERS]
    with tempfile.TemporaryDirectory(prefix="careergraph-fuzz-") as folder:
        while time.monotonic() < until:
            suffix, data = random.choice(samples) if samples and random.random() < 0.7 else _random_file(random)
            path = Path(folder) / f"random{suffix}"
            path.write_bytes(_mutated(random, data, samples))
            number += 1
            try:
                with broken_off_after(PATIENCE_SECONDS):
                    wrong = untrue(read_whole(path))
            except UnreadableFileError:
                continue
            except Exception as error:  # Whatever it is, it is what we look for.
                wrong = [f"{type(error).__name__}: {' '.join(str(error).split())[:120]}"]
            for what in wrong:
                if what not in found:
                    kept = Path(tempfile.gettempdir()) / f"careergraph-fuzz-{seed}-{number}{suffix}"
                    kept.write_bytes(path.read_bytes())
                    found[what] = Finding(str(kept), what)
    return number, list(found.values())


def _random_file(random: Random) -> tuple[str, bytes]:
    suffix = random.choice(list(WRAPPERS))
    pieces = random.choices(list(HOSTILE_UNITS.values()), k=random.randint(1, 400))
    return suffix, WRAPPERS[suffix]("".join(pieces)).encode("utf-8")


def _mutated(random: Random, data: bytes, samples: Sequence[tuple[str, bytes]]) -> bytes:
    """Return the bytes with up to eight pieces cut, doubled, moved, replaced by noise or by another file's."""
    for _ in range(random.randint(0, 8)):
        start = random.randrange(len(data) + 1)
        end = min(len(data), start + int(random.paretovariate(0.5)))
        piece = data[start:end]
        other = random.choice(samples)[1] if samples else data
        at = random.randrange(len(other) + 1)
        unit = random.choice(list(HOSTILE_UNITS.values())).encode()
        new = random.choice((
            b"", piece * 2, piece[::-1], random.randbytes(random.randint(1, 4)), unit * random.randint(1, 50),
            other[at : at + random.randint(1, 400)], piece.upper(), piece.replace(b" ", b"\n"), piece.replace(b"\n", b" "),
        ))  # fmt: skip
        data = data[:start] + new + data[end:]
    return data[:100_000]


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
        print(f"{len(package_patterns())} regular expressions, texts of up to {PATTERN_SIZES[-1]:,} characters")
        found += slow_patterns(asked.only)
    if "d" in asked.parts:
        print(f"{len(HOSTILE_UNITS) * len(WRAPPERS)} hostile documents of up to {DOCUMENT_SIZES[-1] // 1000} kB")
        found += slow_documents(asked.only)
    if "r" in asked.parts:
        number, failing = failing_documents(asked.content, asked.seconds, asked.seed)
        print(f"{number:,} random documents in {asked.seconds:g} s")
        found += failing
    print(f"{len(found)} findings" + (": place, seconds, exponent, what" if found else ""))
    for finding in found:
        print(finding)
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main())
