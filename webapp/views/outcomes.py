"""The board of outcomes: every figure on a scale with its like, filtered, sorted, what was before set apart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from graph.model import EntityKind
from index.generations import Generation
from webapp.asking import Asked
from webapp.board import SORTS, BoardItem, BoardScale, board_items, board_scales, entities_behind, sorted_items
from webapp.choices import Choice, address, choice_of, entity_asked, entity_choice, links_of, one_of, paged
from webapp.corpus import Corpus, Metric, Ref
from webapp.csv_text import Cell
from webapp.pages import Listing, PageLink, page_of
from webapp.pictures_strip import Point, Strip, draw_strip
from webapp.scales import Scale
from webapp.wording import MEASURES_WORDS, period_of, write_period

ROWS_ON_BOARD, ROWS_ALONE = 20, 60
_CSV_ROWS = 20_000

DIRECTIONS: Mapping[str, str] = {"decrease": "▼ reduced", "increase": "▲ raised", "none": "● a level"}


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """One figure of the board."""

    metric: Metric
    measures: str
    """result, scale, duration, team or baseline."""
    project: Ref | None
    people: tuple[Ref, ...]
    by_document: bool
    """Whether the person is known only as the one whom the document names."""
    when: str


@dataclass(frozen=True, slots=True)
class ScaleView:
    """Figures that share a scale. The strip draws what the two lists hold."""

    key: str
    title: str
    note: str
    url: str
    strongest: OutcomeRow | None
    strip: Strip | None
    rows: Listing[OutcomeRow]
    before: Listing[OutcomeRow]
    """How things were before the work."""


@dataclass(frozen=True, slots=True)
class OutcomesPage:
    """Everything that the board shows."""

    total: int
    """All figures of the corpus."""
    shown: int
    """Those that the filters leave."""
    scales: tuple[ScaleView, ...]
    alone: str
    """The key of the one scale that is shown, or empty."""
    choices: tuple[Choice, ...]
    sorts: tuple[PageLink, ...]
    kept: tuple[tuple[str, str], ...]
    filtered: bool
    all_url: str
    board_url: str
    csv_url: str


_FILTERS: Mapping[str, tuple[str, EntityKind, str]] = {
    "person": ("Person", EntityKind.PERSON, "anyone"),
    "employer": ("Employer", EntityKind.EMPLOYER, "any"),
    "technology": ("Technology", EntityKind.TECHNOLOGY, "any"),
}


def outcomes_page(generation: Generation, corpus: Corpus, asked: Asked) -> OutcomesPage:
    """Return the board. Raises BadValueError for a value that can't be used."""
    values = _read(corpus, asked)
    number = asked.number("page", 1)
    alone = values["dimension"]
    kept = [found for each in board_scales(corpus) if (found := _kept_of(each, values)).total]
    filters = {name: values[name] for name in (*_FILTERS, "direction", "measures")}
    return OutcomesPage(
        total=len(board_items(corpus)),
        shown=sum(found.total for found in kept),
        scales=tuple(_view(corpus, found, values, number) for found in kept if alone in ("", found.scale.key)),
        alone=alone,
        choices=_choices(corpus, values),
        sorts=links_of("/outcomes", values, "sort", SORTS, values["sort"] or "strength", "strength"),
        kept=tuple((name, values[name]) for name in ("sort", "dimension") if values[name]),
        filtered=any(filters.values()),
        all_url=address("/outcomes", {"sort": values["sort"], "dimension": alone}),
        board_url=address("/outcomes", values, dimension=""),
        csv_url=address("/outcomes", values, format="csv"),
    )


def outcomes_csv(corpus: Corpus, asked: Asked) -> list[list[Cell]]:
    """Return every figure that the filters leave, with its words and their place."""
    values = _read(corpus, asked)
    found = [item for item in _kept(board_items(corpus), values) if values["dimension"] in ("", item.scale.key)]
    table: list[list[Cell]] = [[
        "figure", "what", "value", "low", "high", "unit", "comparator", "direction", "before", "after", "dimension",
        "measures", "project", "people", "when", "document", "line", "start", "end", "quote", "id",
    ]]  # fmt: skip
    for item in sorted_items(found, values["sort"])[:_CSV_ROWS]:
        measure, row = item.measure, _row(corpus, item)
        proof = corpus.proof(item.outcome)
        table.append([
            row.metric.figure.text, row.metric.label, measure.value, measure.low, measure.high, measure.unit,
            measure.comparator, measure.direction, measure.before, measure.after, measure.dimension,
            measure.measures.value, row.project.name if row.project else "", "; ".join(p.name for p in row.people),
            row.when, proof.span.document_id, row.metric.place.line, proof.span.start, proof.span.end, proof.quote,
            item.outcome.id,
        ])  # fmt: skip
    return table


# ---------------------------------------------------------------- what is asked


def _read(corpus: Corpus, asked: Asked) -> dict[str, str]:
    values = {name: entity_asked(corpus, asked, name, kind) for name, (_, kind, _) in _FILTERS.items()}
    sort = one_of(asked, "sort", SORTS, "strength")
    return values | {
        "direction": one_of(asked, "direction", ("", *DIRECTIONS)),
        "measures": one_of(asked, "measures", ("", *MEASURES_WORDS)),
        "sort": "" if sort == "strength" else sort,
        "dimension": one_of(asked, "dimension", ("", *sorted(each.scale.key for each in board_scales(corpus)))),
    }


def _choices(corpus: Corpus, values: Mapping[str, str]) -> tuple[Choice, ...]:
    behind = entities_behind(corpus)
    return (
        *(
            entity_choice(name, label, behind[kind], values[name], anything)
            for name, (label, kind, anything) in _FILTERS.items()
        ),
        choice_of("direction", "Direction", DIRECTIONS, values["direction"]),
        choice_of("measures", "It says", MEASURES_WORDS, values["measures"], "anything"),
    )


@dataclass(frozen=True, slots=True)
class _Kept:
    """What the filters leave of a scale."""

    scale: Scale
    work: Sequence[BoardItem]
    """In the order that is asked for, as is `before`."""
    before: Sequence[BoardItem]
    strongest: BoardItem | None
    """Of the work."""

    @property
    def total(self) -> int:
        return len(self.work) + len(self.before)


def _kept_of(each: BoardScale, values: Mapping[str, str]) -> _Kept:
    sort = values["sort"] or "strength"
    work = _kept(each.work[sort], values)
    by_strength = work if sort == "strength" else _kept(each.work["strength"], values)
    return _Kept(each.scale, work, _kept(each.before[sort], values), by_strength[0] if by_strength else None)


def _kept(items: Sequence[BoardItem], values: Mapping[str, str]) -> Sequence[BoardItem]:
    kept = items
    for name in _FILTERS:
        if wanted := values[name]:
            kept = [item for item in kept if wanted in item.tied]
    if direction := values["direction"]:
        kept = [item for item in kept if item.measure.direction == direction]
    if measures := values["measures"]:
        kept = [item for item in kept if item.measure.measures == measures]
    return kept


# ---------------------------------------------------------------- figures


def _view(corpus: Corpus, kept: _Kept, values: Mapping[str, str], number: int) -> ScaleView:
    scale = kept.scale
    alone = values["dimension"] == scale.key
    url = address("/outcomes", values, dimension=scale.key)
    size, page = (ROWS_ALONE, number) if alone else (ROWS_ON_BOARD, 1)
    pager = paged("/outcomes", {**values, "dimension": scale.key})
    shown, shown_before = page_of(kept.work, page, size, pager), page_of(kept.before, page, size, pager)
    by_strength = sorted(shown.items, key=lambda item: item.strength)
    return ScaleView(
        key=scale.key,
        title=scale.title,
        note=scale.note,
        url=url,
        strongest=None if kept.strongest is None else _row(corpus, kept.strongest),
        strip=draw_strip(
            scale, [_point(corpus, i) for i in by_strength], [_point(corpus, i) for i in shown_before.items]
        ),
        rows=_listing(corpus, shown, url, alone),
        before=_listing(corpus, shown_before, url, alone),
    )


def _listing(corpus: Corpus, found: Listing[BoardItem], url: str, alone: bool) -> Listing[OutcomeRow]:
    rows = tuple(_row(corpus, item) for item in found.items)
    more = url if not alone and found.total > len(rows) else None
    return Listing(rows, found.total, more, found.pager if alone else ())


def _point(corpus: Corpus, item: BoardItem) -> Point:
    metric = _metric(corpus, item.outcome.id)
    figure = metric.figure
    short = f"{figure.number}{figure.unit}"
    return Point(item.value, item.measure.direction, figure.text, short, metric.label, metric.place.url)


def _row(corpus: Corpus, item: BoardItem) -> OutcomeRow:
    project = item.project
    return OutcomeRow(
        _metric(corpus, item.outcome.id),
        item.measure.measures.value,
        None if project is None else corpus.ref(project),
        tuple(corpus.ref(corpus.kg.entity(person)) for person in item.people[:3]),
        project is None,
        "" if project is None else write_period(period_of(project)),
    )


@lru_cache(maxsize=8192)
def _metric(corpus: Corpus, outcome_id: str) -> Metric:
    """Return an outcome's figure with its best place; finding that reads the sentences around each."""
    metric = corpus.metric(corpus.kg.entity(outcome_id))
    assert metric is not None
    return metric
