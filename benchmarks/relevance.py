"""`make relevance`: how good the hits are for judged queries over content/, beside plain BM25 over the same passages.

    python -m benchmarks.relevance                  # the tables
    python -m benchmarks.relevance --verbose        # each shown query: its figures, and what was not found
    python -m benchmarks.relevance --floors         # fails where an nDCG is below tests/floors.toml

The shown half of the queries may be looked into while search is tuned. The kept half only tells whether what was learned
is general: its queries are never listed.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from benchmarks.bm25 import Bm25
from benchmarks.judgements import Judgement, QueryKind, find_quote, load_judgements
from benchmarks.measures import DEPTH, Score, Target, gains, make_targets, score_hits
from graph.documents import Span, line_number
from graph.model import KnowledgeGraph
from graph.passages import cut_passages
from graph.pipeline import build_graph
from index.generations import Generation, open_current, publish
from index.results import SearchRequest

ROOT = Path(__file__).parent.parent
CONTENT = ROOT / "content"
FLOORS = ROOT / "tests" / "floors.toml"
OURS, BM25 = "careergraph", "plain BM25"

Hits: TypeAlias = list[tuple[Span, ...]]
"""The spans of each hit, best hit first."""
Engine: TypeAlias = Callable[[str], Hits]


@dataclass(frozen=True, slots=True)
class Asked:
    """A judged query with what each engine answered."""

    judgement: Judgement
    targets: tuple[Target, ...]
    hits: Mapping[str, Hits]
    """By engine."""

    def score(self, engine: str) -> Score:
        """Return what an engine's answer is worth."""
        return score_hits(self.hits[engine], self.targets)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what was asked for; return 0, or 1 where a mean is below its floor."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.relevance", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--verbose", action="store_true", help="list the shown queries, worst first")
    parser.add_argument("--floors", action="store_true", help="exit 1 where an nDCG is below tests/floors.toml")
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="careergraph-relevance-") as folder:
        generation = build_store(CONTENT, Path(folder) / "store")
        answers = ask_all(load_judgements(), generation)
    halves = {
        "shown": [each for each in answers if each.judgement.is_shown],
        "kept": [each for each in answers if not each.judgement.is_shown],
    }
    if asked.verbose:
        print_queries(halves["shown"], generation.kg)
    for name, of_half in halves.items():
        print_table(of_half, name)
    if not asked.floors:
        return 0
    return compare_with_floors({name: mean_score(with_places(half), OURS).ndcg for name, half in halves.items()})


# ---------------------------------------------------------------- asking


def build_store(content: Path, store: Path) -> Generation:
    """Return the content's graph and index, published in a new store."""
    publish(store, build_graph(content), content)
    return open_current(store)


def ask_all(judgements: Sequence[Judgement], generation: Generation) -> list[Asked]:
    """Return what both engines answer to each query. Raises ValueError where a quote doesn't stand in its document."""
    kg = generation.kg
    passages = [passage for document in kg.documents.values() for passage in cut_passages(kg, document)]
    spans = [passage.span for passage in passages]
    # Headings too: a bullet that doesn't repeat what stands above it would else be lost to BM25 and not to us.
    texts = [
        "\n".join((*passage.headings, kg.documents[passage.span.document_id].quote(passage.span)))
        for passage in passages
    ]
    bm25 = Bm25(texts)

    def ask_plain(query: str) -> Hits:
        return [(spans[number],) for number in bm25.best(query, DEPTH)]

    def ask_ours(query: str) -> Hits:
        return [(hit.span, *hit.also) for hit in generation.search(SearchRequest(query, limit=DEPTH)).hits]

    engines: Mapping[str, Engine] = {OURS: ask_ours, BM25: ask_plain}
    return [
        Asked(
            judgement,
            targets=tuple(make_targets(_located(judgement, kg), spans)),
            hits={name: ask(judgement.query) for name, ask in engines.items()},
        )
        for judgement in judgements
    ]


def _located(judgement: Judgement, kg: KnowledgeGraph) -> list[tuple[Span, int]]:
    return [(find_quote(place, kg.documents[place.document].text), place.grade) for place in judgement.places]


# ---------------------------------------------------------------- showing


def with_places(answers: Sequence[Asked]) -> list[Asked]:
    """Return the queries that have something to find; the others would lift the mean of an engine that finds nothing."""
    return [each for each in answers if each.judgement.places]


def mean_score(answers: Sequence[Asked], engine: str) -> Score:
    """Return the means over queries; 0 where there are none."""
    scores, many = [each.score(engine) for each in answers], max(1, len(answers))
    return Score(
        ndcg=sum(score.ndcg for score in scores) / many,
        recall=sum(score.recall for score in scores) / many,
        reciprocal_rank=sum(score.reciprocal_rank for score in scores) / many,
    )


def print_table(answers: Sequence[Asked], half: str) -> None:
    """Print kinds × (nDCG, recall, MRR of ours, the same of BM25). "nothing" has a share of queries left unanswered."""
    print(f"{len(answers)} {half} queries{OURS:>26}{BM25:>26}")
    columns = f"{f'nDCG@{DEPTH}':>10}{f'recall@{DEPTH}':>11}{'MRR':>6} "
    print(f"{'':10}{'queries':>8}{columns}{columns}".rstrip())
    for kind in QueryKind:
        if kind is not QueryKind.NOTHING:
            _print_row(kind.value, [each for each in answers if each.judgement.kind is kind])
    _print_row("all", with_places(answers))
    nothing = [each for each in answers if each.judgement.kind is QueryKind.NOTHING]
    ours, plain = (mean_score(nothing, engine).ndcg for engine in (OURS, BM25))
    print(f"{'nothing':10}{len(nothing):8}{ours:10.3f}{'':18}{plain:10.3f}\n")


def _print_row(name: str, answers: Sequence[Asked]) -> None:
    scores = [mean_score(answers, engine) for engine in (OURS, BM25)]
    figures = "".join(f"{s.ndcg:10.3f}{s.recall:11.3f}{s.reciprocal_rank:6.3f} " for s in scores)
    print(f"{name:10}{len(answers):8}{figures}".rstrip())


def print_queries(answers: Sequence[Asked], kg: KnowledgeGraph) -> None:
    """Print each query's figures, worst first, and below it the targets that were not found, with document:line."""
    for each in sorted(answers, key=lambda each: (each.score(OURS).ndcg, each.judgement.query)):
        ours, plain = each.score(OURS), each.score(BM25)
        gained, _ = gains(each.hits[OURS], each.targets)
        shown = " ".join(str(grade) for grade in gained)
        print(f"{ours.ndcg:.3f} ({plain.ndcg:.3f})  {each.judgement.kind.value}: {each.judgement.query}  [{shown}]")
        for target in each.targets:
            if not gains(each.hits[OURS], [target])[1]:
                quote = target.quotes[0]
                document = kg.documents[quote.document_id]
                line = line_number(document.text, quote.start)
                print(f"    {target.grade} {document.id}:{line}: {' '.join(document.quote(quote).split())[:90]}")
    print()


def compare_with_floors(found: Mapping[str, float], floors_file: Path = FLOORS) -> int:
    """Print each half whose nDCG is below its floor; return 1 if there is one. Raises KeyError for a floor of no half."""
    floors: Mapping[str, float] = tomllib.loads(floors_file.read_text(encoding="utf-8"))["relevance"]
    below = [
        f"{half}: nDCG {found[half]:.3f} is below its floor {floor:.3f} ({floors_file.name})"
        for half, floor in floors.items()
        if found[half] < floor
    ]
    print("\n".join(below or ["shown and kept: nDCG at the floors or above"]))
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
