"""Scores the figures of one document: values and places, directions, what measures nothing, and the projects that they belong to."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.likeness import change_of, same_figure, same_label
from benchmarks.scorecard import Scorecard
from benchmarks.tally import Counts
from graph.documents import Span
from graph.model import EntityKind, Mention, MentionKey, RelationKind


def score_outcomes(card: Scorecard) -> None:
    """Count the outcomes that were found and missed, what they say, and what measures nothing."""
    wanted, found = card.annotation.figures, card.of(EntityKind.OUTCOME)
    places = [card.spans(figure.quote) for figure in wanted]
    pairs = []
    for i, figure in enumerate(wanted):
        for key in found:
            fits = [m for m in card.groups[key] if m.measure is not None and same_figure(figure, m.measure)]
            if any(m.span.overlaps(span) for m in fits for span in places[i]):
                pairs.append((figure.optional, len(figure.quote), i, key))
    # A figure told twice may be one found thing at both places, but each place is found once only.
    for _, _, i, key in sorted(pairs, key=lambda pair: pair[:3]):
        card.figures.setdefault(i, key)
    counts = card.score.counts["outcomes"] = Counts(len(card.figures))
    card.right |= set(card.figures.values())
    for key in found:
        if key not in card.figures.values() and card.groups[key][0].measure is not None:
            counts.wrong += 1
            card.fault("outcomes", False, _shown(card.groups[key][0]), card.groups[key][0].span.start)
    for i, figure in enumerate(wanted):
        if i not in card.figures and not figure.optional:
            counts.missed += 1
            value = (
                "–".join(f"{end:g}" for end in figure.value) if isinstance(figure.value, tuple) else f"{figure.value:g}"
            )
            card.fault("outcomes", True, f"“{figure.quote}” ({value} {figure.unit})", _start(places[i]))
    _outcome_details(card)
    _non_outcomes(card, places)


def _outcome_details(card: Scorecard) -> None:
    direction = card.score.counts["directions"] = Counts()
    change = card.score.counts["before and after"] = Counts()
    labels = card.score.counts["labels"] = Counts()
    for i, key in card.figures.items():
        figure = card.annotation.figures[i]
        if figure.optional:
            continue
        measure = next(m.measure for m in card.groups[key] if m.measure is not None and same_figure(figure, m.measure))
        offset = card.groups[key][0].span.start
        _compare(direction, figure.direction, measure.direction, "none")
        if measure.direction != figure.direction:
            card.fault("directions", False, f"{measure.direction}, not {figure.direction}: “{figure.quote}”", offset)
        _compare(change, change_of(figure), change_of(measure), None)
        if change_of(figure) != change_of(measure):
            card.fault("before and after", False, f"{measure.before} → {measure.after}: “{figure.quote}”", offset)
        if figure.labels:
            says_it = same_label(figure.labels, measure.label)
            _compare(labels, True, says_it, None)
            if not says_it:
                card.fault("labels", False, f"{measure.label}, not {figure.labels[0]}: “{figure.quote}”", offset)


def _non_outcomes(card: Scorecard, places: Sequence[Sequence[Span]]) -> None:
    counts = card.score.counts["non-outcomes left alone"] = Counts()
    for quote in card.annotation.not_figures:
        touching = [
            m
            for key in card.of(EntityKind.OUTCOME)
            for m in card.groups[key]
            if m.measure is not None
            and any(m.span.overlaps(span) for span in card.spans(quote))
            and not any(m.span.overlaps(span) for spans in places for span in spans)
        ]
        counts.right += not touching
        counts.missed += bool(touching)
        if touching:
            card.fault("non-outcomes left alone", False, f"“{quote}” as {_shown(touching[0])}", touching[0].span.start)


def score_outcome_links(card: Scorecard) -> None:
    """Count the outcomes that are tied to their projects, which must be matched before."""
    optional_projects = {place.name for place in card.annotation.projects if place.optional}
    wanted: dict[tuple[MentionKey, MentionKey], str] = {}
    counts = card.score.counts["outcome-project links"] = Counts()
    tied = {(r.source, r.target) for r in card.reading.relations if r.kind is RelationKind.ACHIEVED}
    for i, figure in enumerate(card.annotation.figures):
        if figure.project is None:
            continue
        ends = (card.projects.get(figure.project), card.figures.get(i))
        if None not in ends and ends in tied:
            wanted[ends] = figure.quote
        elif not (figure.optional or figure.link_optional or figure.project in optional_projects):
            counts.missed += 1
            card.fault(
                "outcome-project links",
                True,
                f"{figure.project} ← “{figure.quote}”",
                _start(card.spans(figure.quote)),
            )
    counts.right = len(wanted)
    card.count_wrong("outcome-project links", tied - wanted.keys(), ())


def _shown(mention: Mention) -> str:
    measure = mention.measure
    assert measure is not None
    value = measure.value if measure.value is not None else f"{measure.low}–{measure.high}"
    return f"“{mention.text}” ({value} {measure.unit}, {measure.dimension})"


def _compare(counts: Counts, wanted: object, got: object, nothing: object) -> None:
    counts.right += wanted == got != nothing
    counts.wrong += got not in (wanted, nothing)
    counts.missed += wanted not in (got, nothing)


def _start(spans: Sequence[Span]) -> int:
    """Return where the first of a quote's places starts; 0 where a format lost it."""
    return spans[0].start if spans else 0
