"""Makes outcomes of the figures that measure the work. quantities/quantities.py finds figures, rules.py judges, measuring.py names them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graph.documents import Block, BlockKind, Span
from graph.extraction.outcomes.asides import is_counter
from graph.extraction.outcomes.measurable_text import blocked, may_measure
from graph.extraction.outcomes.measuring import Sighting, from_card, from_sentence
from graph.extraction.outcomes.measuring_fields import from_fields
from graph.extraction.outcomes.measuring_tables import from_row, told_cells
from graph.extraction.outcomes.phrases import circumstance
from graph.extraction.outcomes.rules import measures_work
from graph.extraction.outcomes.zero_claims import may_hold_zero, zeros
from graph.extraction.quantities.cards import Card, find_cards
from graph.extraction.quantities.quantities import RATES, find_quantities, may_hold_figure
from graph.extraction.quantities.writing_styles import style_of
from graph.extraction.reading import Reading
from graph.extraction.span_index import SpanIndex
from graph.model import EntityKind, Json, Measure, Mention
from graph.slugs import digest, short_slug
from graph.stems import stem

_DIGIT = re.compile(r"\d")
MOST_FIGURES = 40
"""Figures of one sentence that are judged, from its start. The densest sentence of some 260 documents has 7; where more than
40 stand in 2,000 characters, a series of numbers was written, no claim, and to judge each by its surroundings takes a
millisecond a figure. What is left out is told (`left_out`)."""
_LEFT_OUT = "figures left out"


def find_outcomes(reading: Reading) -> list[Mention]:
    """Return the figures that measure the work; the same figure said again shares its key."""
    cards = [card for card in find_cards(reading) if not _is_of_the_person(reading, card)]
    in_cards = {block.span for card in cards for block in (card.figure, card.label)}
    sightings = [from_card(reading, card.quantity, card.figure, card.label) for card in cards]
    together, read_together = from_fields(reading)
    sightings.extend(together)
    told = list[Block]()
    for block in reading.document.blocks:
        if block.kind is BlockKind.TABLE_ROW and may_measure(reading, block):
            cells = told_cells(reading, block)
            told.extend(cells)
            sightings.extend([] if cells else from_row(reading, block))
    for sentence in reading.sentences:
        block_here = reading.block_at(sentence.start)
        if (
            block_here is None
            or block_here.span in in_cards
            or block_here.span in read_together
            or block_here.kind is BlockKind.TABLE_ROW
        ):
            continue
        sightings.extend(_in_sentence(reading, sentence, block_here))
    for cell in told:
        if may_measure(reading, cell):
            sightings.extend(_in_sentence(reading, cell.span, cell))
    return _mentions(reading, sorted(sightings, key=lambda s: (s.span.start, s.span.end)))


_SEEN = frozenset({"likes", "views", "comments", "appreciations", "claps", "reactions"})
"""Labels of what a page counts of its readers."""


def _is_of_the_person(reading: Reading, card: Card) -> bool:
    """Return whether a card tells an age, how long a post or a project lasted, or how often its page was seen."""
    if is_counter(reading.document.text, card.quantity):
        return True
    q, start = card.quantity, card.figure.span.start
    if q.dimension == "count" and not q.scaled and reading.quote(card.label.span).strip(" :*").casefold() in _SEEN:
        return True
    alone = replace(
        q,
        start=q.start - start,
        end=q.end - start,
        number_start=q.number_start - start,
        number_end=q.number_end - start,
        noun=None,
    )
    return circumstance(reading.quote(card.figure.span), alone) is not None


_EMPHASIS = re.compile(r"(?<![\w*])\*{1,3}(?=[~≈<>≤≥+–$€£-]{0,2}\d)|(?<=[\d%+kKMBx×])\*{1,3}(?=[\s.,;:)]|$)")
"""The marks around a figure set apart: "**2,200+** participants"."""
_STRESSED = re.compile(r"\*\*(?P<words>[^*\n]{1,120})\*\*")
"""Words set apart, which may hold a figure: "paid **within 4 days** instead of 19"."""


def _without_emphasis(text: str) -> str:
    """Return a sentence with spaces for the marks of emphasis around its figures, so that all places stay.

    >>> _without_emphasis("Led **25+** engineers")
    'Led   25+   engineers'
    """
    if "*" not in text:
        return text
    return _EMPHASIS.sub(lambda marks: " " * len(marks.group()), _STRESSED.sub(_unstressed, text))


_TIME_IN_WORDS = re.compile(r"(?i)[a-z-]{2,12}\s(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?)")


def _unstressed(stressed: re.Match[str]) -> str:
    """Return words with spaces for the marks around them if a figure stands inside and they are no title of their own."""
    words = stressed["words"]
    holds_figure = _DIGIT.search(words) or _TIME_IN_WORDS.fullmatch(words)
    return f"  {words}  " if holds_figure and words[-1] not in ".:" else stressed.group()


_LETTER = re.compile(r"(?:\*\*|__)(?P<letter>[STAR])(?:\*\*|__)\s{0,2}[–—-]\s(?=\S)")
"""Opens a part of a story: "**R** - Complaints fell by half"."""


def _lettered(text: str, block: Block) -> tuple[str, Block]:
    """Return a sentence with spaces for the letter of the part that it opens, and its block, a task's as a field of its own."""
    opened = _LETTER.match(text)
    if opened is None:
        return text, block
    if opened["letter"] == "T":
        block = Block(BlockKind.FIELD, block.span, block.level, "task")
    return " " * opened.end() + text[opened.end() :], block


def _in_sentence(reading: Reading, sentence: Span, block: Block) -> list[Sighting]:
    """Return the figures of a sentence, or of a cell of a table, that measure the work."""
    units, text = reading.vocabularies.units, _without_emphasis(reading.quote(sentence))
    text, block = _lettered(text, block)
    if not (has_figure := may_hold_figure(text, units)) and not may_hold_zero(text):
        return []
    if not may_measure(reading, block):
        return []
    found: list[Sighting] = []
    names = blocked(reading, sentence, text) if has_figure else []
    rates = RATES.search(block.key) is not None
    quantities = find_quantities(text, units, names, style=style_of(reading), is_rating=rates)
    if len(quantities) > MOST_FIGURES:
        reading.memo.setdefault(_LEFT_OUT, []).append((sentence, len(quantities)))
    for quantity in quantities[:MOST_FIGURES]:
        if measures_work(reading, sentence, text, quantity, block):
            sighting = from_sentence(reading, sentence, text, quantity, block)
            # "300 Linux machines": the name inside is a technology's, so that the figure is the number alone.
            if any(quantity.number_end <= start < quantity.end for start, _ in names):
                number = reading.document.span(sighting.span.start, sentence.start + quantity.number_end)
                sighting = replace(sighting, span=number)
            found.append(sighting)
    return [*found, *zeros(reading, sentence, text, block)]


def left_out(reading: Reading) -> tuple[str, ...]:
    """Return, for each sentence of a document of which not all figures were judged, `path:line: ` and what was left out.

    To be asked once the outcomes have been found.
    """
    document = reading.document
    return tuple(
        f"{document.id}:{document.line_of(sentence.start)}: {number} figures in one sentence; "
        f"the first {MOST_FIGURES} are read, the other {number - MOST_FIGURES} are left out"
        for sentence, number in reading.memo.get(_LEFT_OUT, ())
    )


def _mentions(reading: Reading, sightings: Sequence[Sighting]) -> list[Mention]:
    keys: dict[tuple[object, ...], tuple[str, str]] = {}
    stories = SpanIndex(
        (m.extent, (m.extent, m.key)) for m in reading.mentions if m.kind is EntityKind.PROJECT and m.extent is not None
    )
    owners: dict[tuple[object, ...], set[str | None]] = {}
    mentions: list[Mention] = []
    for sighting in sightings:
        around = [pair for pair in stories.overlapping(sighting.span) if pair[0].contains(sighting.span)]
        project = min(around, key=lambda pair: (len(pair[0]), pair[0].start))[1] if around else None
        same = _identity(sighting.measure)
        chosen = keys.get((same, project))
        if chosen is None and project is None:
            # A summary's figure is that of the one story which tells it too.
            known = owners.get(same, set())
            chosen = keys[same, next(iter(known))] if len(known) == 1 else None
        if chosen is None and project is not None and (same, None) in keys:
            chosen = keys[same, None]
        if chosen is None:
            words = f"{sighting.measure.text} {sighting.measure.label}"
            chosen = (f"{short_slug(words, 8)}-{digest(sighting.context)}", _name(sighting.measure))
        keys.setdefault((same, project), chosen)
        owners.setdefault(same, set()).add(project)
        mentions.append(
            Mention(
                kind=EntityKind.OUTCOME,
                key=chosen[0],
                name=chosen[1],
                text=reading.quote(sighting.span),
                span=sighting.span,
                rule="outcomes",
                confidence=sighting.confidence,
                section_id=reading.section_id_at(sighting.span.start),
                attributes=_attributes(sighting.measure),
                measure=sighting.measure,
            )
        )
    return mentions


def _identity(measure: Measure) -> tuple[object, ...]:
    """Return what two sayings of one figure share: its numbers and the head of its unit."""
    unit = measure.unit.split("/")[0].split()[-1:] or [measure.label.casefold()]
    value = measure.value if measure.value is not None else measure.low
    if measure.dimension in ("share", "ratio"):
        unit = [unit[0], *sorted(stem(w) for w in re.findall(r"[a-z]+", measure.label.casefold()) if len(w) > 3)[:3]]
    return (
        measure.dimension if measure.dimension in ("share", "ratio", "money", "time") else "count",
        stem(unit[0]),
        *unit[1:],
        value,
        measure.high,
        measure.before,
    )


def _name(measure: Measure) -> str:
    label = measure.label or measure.unit
    return label[:1].upper() + label[1:] if label else measure.text


def _attributes(measure: Measure) -> dict[str, Json]:
    value: Json = (
        measure.value if measure.value is not None else [measure.low, measure.high] if measure.low is not None else None
    )
    return {
        "label": measure.label,
        "value": value,
        "unit": measure.unit,
        "comparator": measure.comparator,
        "direction": measure.direction,
        "before": measure.before,
        "after": measure.after,
        "period": measure.period,
        "measures": measure.measures.value,
    }
