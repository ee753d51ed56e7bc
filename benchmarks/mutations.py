"""Reads random documents, mutations of real ones among them, and tells those that raise or whose findings are untrue."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from random import Random

from benchmarks.hostile_documents import HOSTILE_UNITS, WRAPPERS
from benchmarks.stopwatch import PATIENCE_SECONDS, broken_off_after
from benchmarks.whole_reading import read_whole
from graph.documents import Span
from graph.errors import UnreadableFileError
from graph.resolution.readings import DocumentReading


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


def failing_documents(content: Path, seconds: float, seed: int) -> tuple[int, list[tuple[str, str]]]:
    """Return how many random documents were read in so many seconds, and (kept copy, what) of those that raised or told untruths."""
    random, found, number, until = Random(seed), dict[str, tuple[str, str]](), 0, time.monotonic() + seconds
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
                    found[what] = str(kept), what
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
