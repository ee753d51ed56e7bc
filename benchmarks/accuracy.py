"""`make accuracy`: how well careergraph reads documents that no rule was written for, as a table a set.

    python -m benchmarks.accuracy                  # the tables
    python -m benchmarks.accuracy --verbose        # each wrong or missed fact but those of the unseen sets and the blind one, with document:line
    python -m benchmarks.accuracy --check          # proves the annotations
    python -m benchmarks.accuracy --floors         # fails where a row is below tests/floors.toml

The held-back, kept, opened and retold sets may be looked into, to learn kinds of mistakes. The unseen sets and the blind one only tell whether
what was learned is general: their mistakes stay unlisted unless --blind asks for them.

The held-back and kept documents of text and Markdown are written anew as Word, PDF, HTML … and scored again: a format is to
keep nearly all of what is read from the text.

Where annotated samples lie beside the repository (`../shared`, or the folder that CAREERGRAPH_SHARED names), their own
scorer judges them, and copies of them with other names, dates, figures and layouts, too.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.annotations import (
    BLIND,
    HELD_BACK,
    KEPT,
    OPENED,
    RETOLD,
    RETOLD_UNSEEN,
    STORIES_UNSEEN,
    Annotation,
    load_annotations,
    problems_of,
)
from benchmarks.formats import compare_formats, print_formats, score_formats
from benchmarks.gold import judged_in_copies
from benchmarks.samples import SampleScores, score_samples, shared_folder
from benchmarks.scoring import score_document
from benchmarks.side_by_side import side_by_side
from benchmarks.tally import ROWS, SHOWN_ROWS, Counts, DocumentScore, Judged, macro_f1, totals
from graph.documents import Document, line_number
from graph.pipeline import interpret
from graph.readers import read_file

FLOORS = Path(__file__).parent.parent / "tests" / "floors.toml"
SETS: Mapping[str, Path] = {
    "held_back": HELD_BACK,
    "kept": KEPT,
    "opened": OPENED,
    **{folder.name: folder for folder in RETOLD},
    "retold_unseen": RETOLD_UNSEEN,
    "stories_unseen": STORIES_UNSEEN,
    "blind": BLIND,
}
"""Each set's name in the floors' file, and its folder."""
HIDDEN = ("retold_unseen", "stories_unseen", "blind")
"""Sets whose mistakes are listed only when asked for."""
SMALLEST_BIN = 50
"""Facts; with fewer, a share of right ones means little (±14 points at 50)."""


@dataclass(frozen=True, slots=True)
class Read:
    """A document with its annotation and score."""

    document: Document
    annotation: Annotation
    score: DocumentScore


@dataclass(frozen=True, slots=True)
class Bin:
    """Facts of like confidence: what was promised and what was kept."""

    low: float
    high: float
    facts: int
    stated: float
    """Mean confidence."""
    right: float
    """Share that is right."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what was asked for; return 0, or 1 where an annotation is wrong or a row below its floor."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.accuracy", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--check", action="store_true", help="only prove that every quote stands in its document")
    parser.add_argument("--verbose", action="store_true", help="list each wrong or missed fact with document:line")
    parser.add_argument(
        "--blind", action="store_true", help="let --verbose and --only see the unseen and the blind set, too"
    )
    parser.add_argument("--floors", action="store_true", help="exit 1 where a row is below tests/floors.toml")
    parser.add_argument(
        "--seeds", type=int, default=3, metavar="N", help="altered copies of the samples [3]; 0 for none"
    )
    parser.add_argument("--only", metavar="NAME", help="documents whose name contains this, and no samples")
    asked = parser.parse_args(arguments)
    sets = {name: load_set(folder) for name, folder in SETS.items()}
    if asked.only is not None:
        shown = [name for name in SETS if asked.blind or name not in HIDDEN]
        sets = {name: [(d, a) for d, a in sets[name] if asked.only in a.document] for name in shown}
    pairs = [pair for documents in sets.values() for pair in documents]
    problems = [f"{a.path.name}: {problem}" for document, a in pairs for problem in problems_of(a, document.text)]
    if problems or asked.check:
        print("\n".join([*problems, f"{len(pairs)} annotations, {len(problems)} problems"]))
        return 1 if problems else 0
    scores = iter(side_by_side(_score, pairs))
    reads = {name: [Read(d, a, next(scores)) for d, a in documents] for name, documents in sets.items()}
    shared = None if asked.only else shared_folder()
    samples = None if shared is None else score_samples(shared, asked.seeds)
    if asked.verbose:
        print_faults([read for name in reads if name not in HIDDEN or asked.blind for read in reads[name]])
    for name, of_set in reads.items():
        if of_set:
            print_table(of_set, samples if name == "held_back" else None, name)
            print_calibration([judged for read in of_set for judged in read.score.judged])
            print()
    copies = [] if shared is None else judged_in_copies(shared, asked.seeds)
    judged = {name: [fact for read in of_set for fact in read.score.judged] for name, of_set in reads.items()}
    together = facts_together(judged, copies)
    for heading, facts in together.items() if not asked.only else ():
        print(heading)
        print_calibration(facts)
        print()
    formats = None if asked.only else score_formats([*sets["held_back"], *sets["kept"]])
    if formats is not None:
        print_formats(*formats)
    if not asked.floors:
        return 0
    below = 0 if formats is None else compare_formats(*formats, FLOORS)
    found = [compare_with_floors(totals(read.score for read in of_set), of=name) for name, of_set in reads.items()]
    gaps = [compare_gaps(facts, of=heading) for heading, facts in together.items()]
    return max([below, *found, *gaps, *([] if samples is None else [compare_samples(samples)])])


def _score(pair: tuple[Document, Annotation]) -> DocumentScore:
    document, annotation = pair
    return score_document(annotation, interpret(document))


def facts_together(judged: Mapping[str, Sequence[Judged]], copies: Sequence[Judged]) -> dict[str, list[Judged]]:
    """Return heading → the judged facts that stated confidence is held to, beyond those of each set.

    The held-back set is small: what it says of a bin counts together with the altered copies of the samples, where there are any.
    """
    every = [*copies, *(fact for facts in judged.values() for fact in facts)]
    if not copies:
        return {"all annotated documents together": every}
    return {
        "held-back documents and altered copies of the samples together": [*judged.get("held_back", ()), *copies],
        "all annotated documents together, altered copies of the samples, too": every,
    }


def load_set(folder: Path) -> list[tuple[Document, Annotation]]:
    """Return a set's documents with their annotations, by name. Raises what load_annotations and read_file raise."""
    return [(read_file(folder / a.document, a.document), a) for a in load_annotations(folder)]


def print_faults(reads: Sequence[Read]) -> None:
    """Print each document's faults in order of place."""
    for read in reads:
        for fault in sorted(read.score.faults, key=lambda f: (f.offset, f.row)):
            line = line_number(read.document.text, fault.offset)
            print(f"{read.document.id}:{line}: {'missed' if fault.is_missed else 'wrong'} in {fault.row}: {fault.text}")
    print()


def print_table(reads: Sequence[Read], samples: SampleScores | None, name: str = "held_back") -> None:
    """Print rows × (counts, precision, recall, F1 of the set; the samples' and their copies' macro F1)."""
    counts = totals(read.score for read in reads)
    heads = f"{'right':>7}{'wrong':>7}{'missed':>8}{'P':>8}{'R':>8}{'F1':>8}"
    print(
        f"{len(reads)} {name.replace('_', '-')} documents"
        + ("" if samples is None else f"; samples, and {samples.seeds} altered copies of them")
    )
    print(f"{'':26}{heads}" + ("" if samples is None else f"{'samples':>10}{'copies':>9}"))
    for row in (*ROWS, *SHOWN_ROWS):
        print(
            f"{row + ('*' if row in SHOWN_ROWS else ''):26}{_figures(row, counts[row])}{_of_samples(row, samples)}".rstrip()
        )
    all_rows = sum((counts[row] for row in ROWS), Counts())
    print(f"{'all (micro)':26}{_figures('', all_rows)}")
    mean = "" if samples is None else f"{samples.originals:10.3f}{_or_dash(samples.copies)}"
    print(f"{'macro F1':26}{'':38}{macro_f1(counts):8.3f}{mean}")
    print("* shown only, not in the means")
    if samples is not None:
        others = {row: pair for row, pair in samples.rows.items() if row not in counts}
        for row, pair in others.items():
            print(f"{row + ' (samples only)':64}{'':8}{_or_dash(pair[0], 10)}{_or_dash(pair[1])}")
        print("\n".join(f"! {problem}" for problem in samples.problems), end="\n" if samples.problems else "")


def _figures(row: str, counts: Counts) -> str:
    if counts.is_empty:
        return f"{'-':>7}{'-':>7}{'-':>8}{'-':>8}{'-':>8}{'-':>8}"
    start = f"{counts.right:7}{counts.wrong:7}{counts.missed:8}"
    if row == "non-outcomes left alone":
        return f"{counts.right:7}{'-':>7}{counts.missed:8}{'-':>8}{counts.recall:8.3f}{'-':>8}"
    return f"{start}{counts.precision:8.3f}{counts.recall:8.3f}{counts.f1:8.3f}"


def _of_samples(row: str, samples: SampleScores | None) -> str:
    if samples is None or row not in samples.rows:
        return ""
    original, copies = samples.rows[row]
    return f"{_or_dash(original, 10)}{_or_dash(copies)}"


def _or_dash(value: float | None, width: int = 9) -> str:
    return f"{'-':>{width}}" if value is None else f"{value:{width}.3f}"


def calibration(judged: Sequence[Judged], smallest: int = SMALLEST_BIN) -> list[Bin]:
    """Return bins of at least `smallest` facts in order of confidence; equal confidences are never parted."""
    by_confidence: dict[float, list[Judged]] = {}
    for fact in sorted(judged, key=lambda j: j.confidence):
        by_confidence.setdefault(fact.confidence, []).append(fact)
    groups: list[list[Judged]] = [[]]
    for facts in by_confidence.values():
        if len(groups[-1]) >= smallest:
            groups.append([])
        groups[-1] += facts
    if len(groups) > 1 and len(groups[-1]) < smallest:
        last = groups.pop()
        groups[-1] += last
    return [
        Bin(
            low=group[0].confidence,
            high=group[-1].confidence,
            facts=len(group),
            stated=sum(j.confidence for j in group) / len(group),
            right=sum(j.is_right for j in group) / len(group),
        )
        for group in groups
        if group
    ]


def print_calibration(judged: Sequence[Judged]) -> None:
    """Print bins of all facts, then one line a kind."""
    print(f"\nconfidence of {len(judged)} mentions that the annotations can judge")
    print(f"{'from':>8}{'to':>8}{'facts':>8}{'stated':>9}{'right':>8}{'gap':>8}")
    for b in calibration(judged):
        print(f"{b.low:8.2f}{b.high:8.2f}{b.facts:8}{b.stated:9.3f}{b.right:8.3f}{b.right - b.stated:+8.3f}")
    for kind in sorted({fact.kind for fact in judged}):
        for b in calibration([fact for fact in judged if fact.kind is kind], smallest=len(judged)):
            print(f"{kind.value:>16}{b.facts:8}{b.stated:9.3f}{b.right:8.3f}{b.right - b.stated:+8.3f}")


def compare_gaps(judged: Sequence[Judged], floors_file: Path = FLOORS, of: str = "confidence") -> int:
    """Print the bins in which what is stated and what is right differ too much; return 1 if there is one."""
    largest: float = tomllib.loads(floors_file.read_text(encoding="utf-8"))["confidence"]["gap"]
    wide = [
        f"{of}, confidence {b.low:.2f} to {b.high:.2f}: {b.stated:.3f} stated, {b.right:.3f} right; "
        f"they may differ by {largest} ({floors_file.name})"
        for b in calibration(judged)
        if abs(b.right - b.stated) > largest
    ]
    print("\n".join(wide or [f"{of}: no bin of confidence is more than {largest} from the share that is right"]))
    return 1 if wide else 0


def compare_samples(samples: SampleScores, floors_file: Path = FLOORS) -> int:
    """Print what of the samples' and copies' macro F1 is below its floor, or fell more than the gap; return 1 if anything is."""
    floors: Mapping[str, float] = tomllib.loads(floors_file.read_text(encoding="utf-8"))["samples"]
    below = list(samples.problems)
    if samples.originals < floors["macro"]:
        below.append(f"samples: {samples.originals:.3f} is below the floor {floors['macro']:.3f} ({floors_file.name})")
    if samples.copies is not None and samples.copies < samples.originals - floors["gap"]:
        below.append(
            f"copies: {samples.copies:.3f} is more than {floors['gap']} below the samples ({floors_file.name})"
        )
    print("\n".join(below or ["samples and copies: at their floors or above"]))
    return 1 if below else 0


def compare_with_floors(counts: Mapping[str, Counts], floors_file: Path = FLOORS, of: str = "held_back") -> int:
    """Print each row of a set that is below its floor; return 1 if there is one. Raises KeyError for a floor of no row."""
    floors: Mapping[str, float] = tomllib.loads(floors_file.read_text(encoding="utf-8"))[of]
    below = []
    for row, floor in floors.items():
        counted = counts.get(row)
        if row == "macro":
            got = macro_f1(counts)
        elif counted is None:
            raise KeyError(f"{floors_file.name}: no row {row!r}; the rows are {', '.join((*ROWS, *SHOWN_ROWS))}, macro")
        else:
            got = counted.recall if row == "non-outcomes left alone" else counted.f1
        if got < floor:
            below.append(f"{of}, {row}: {got:.3f} is below its floor {floor:.3f} ({floors_file.name})")
    print("\n".join(below or [f"{of}: all {len(floors)} rows are at their floors or above"]))
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
