"""Pairs figures that stand alone with the lines that label them, as landing pages flattened to text have them.

Whether labels stand above or below is decided for each run of cards by what fits all of its pairs, never by one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from graph.documents import Block, BlockKind, SectionKind
from graph.extraction.quantities.quantities import RATES, find_quantities
from graph.extraction.quantities.quantity import Quantity
from graph.extraction.quantities.unit_nouns import is_plural
from graph.extraction.quantities.writing_styles import style_of
from graph.extraction.reading import Reading

_LONGEST_LABEL = 7
"""Words; a longer line is a sentence, not a label."""
_OWN_FIGURE = re.compile(r"\d\s?%|[$€£]\s?\d|→")
"""A line with a share or an amount of money tells its own figure."""
_DECORATION = re.compile(r"[\s•·|*_→↓▼⬇↘↑▲⬆↗🔻🔺📉📈\ufe0f-]*")
_SHARE_WORDS = re.compile(
    r"(?i)reduc|increas|improv|decreas|uptime|rate|veloc|growth|faster|fewer|less|more|share|coverage|accuracy|satisf|retention|conversion|utili[sz]ation|adoption|success|availability|drop|cut|margin"
)
_MONEY_WORDS = re.compile(
    r"(?i)saving|saved|revenue|cost|spend|budget|risk|arr\b|mrr\b|deal|funding|raised|sales|profit|pipeline|value|loss|fee|contract|price"
)
_RATIO_WORDS = re.compile(
    r"(?i)fast|speed|quick|improve|increase|growth|more|roi|throughput|performance|return|capacity"
)
_TIME_WORDS = re.compile(
    r"(?i)time|latency|duration|took|deliver|wait|response|runtime|cycle|lead|deadline|days?\b|weeks?\b|months?\b|years?\b|hours?\b"
)


_PERSONAL = re.compile(
    r"(?i)\A(?:(?:years?|jahre|années|años|anni)\s+(?:of\s+)?\w+|.*\byears?\W+experience|.*\b(?:coffees?|cups|cats|dogs)\b|min(?:ute)?s?\s+read)"
)
"""Labels of figures that are the person's: "Years shipping", "Coffee per day"."""


@dataclass(frozen=True, slots=True)
class Card:
    """A figure and its label."""

    quantity: Quantity
    """Offsets count from the start of the document's text."""
    figure: Block
    label: Block


def find_cards(reading: Reading) -> list[Card]:
    """Return the document's cards in order of their figures; bare numbers side by side (counters) are none."""
    if "cards" not in reading.memo:
        reading.memo["cards"] = tuple(_cards(reading))
    return list(reading.memo["cards"])


def _cards(reading: Reading) -> list[Card]:
    blocks = [b for b in reading.document.blocks if b.kind is not BlockKind.FIELD or not b.key]
    read = [_lone_figure(reading, block) for block in blocks]
    runs: list[tuple[int, int]] = []
    place = 0
    while place < len(blocks):
        if read[place] is None:
            place += 1
            continue
        last = place
        while (
            last + 2 < len(blocks)
            and read[last + 2] is not None
            and read[last + 1] is None
            and _is_label(reading, blocks[last + 1])
        ):
            last += 2
        runs.append((place, last))
        place = last + 1
    ways = [{step: _oriented(reading, blocks, read, first, last, step) for step in (1, -1)} for first, last in runs]
    # Runs that fit one way clearly settle those that fit both ways alike.
    clear = [1 if way[1][0] > way[-1][0] else -1 for way in ways if abs(way[1][0] - way[-1][0]) >= 0.5]
    usual = -1 if clear.count(-1) > clear.count(1) else 1
    cards: list[Card] = []
    for way in ways:
        step = usual if abs(way[1][0] - way[-1][0]) < 0.5 else 1 if way[1][0] > way[-1][0] else -1
        if way[step][0] > 0:
            cards.extend(way[step][1])
    return cards


def _lone_figure(reading: Reading, block: Block) -> Quantity | None:
    """Return the one figure that is all of a block's text, if it is so."""
    text = reading.quote(block.span)
    if len(text) > 24 or not any(char.isdigit() for char in text):
        return None
    found = find_quantities(text, reading.vocabularies.units, style=style_of(reading), is_rating=True)
    if (
        len(found) != 1
        or not _DECORATION.fullmatch(text[: found[0].start])
        or not _DECORATION.fullmatch(text[found[0].end :])
    ):
        return None
    return _moved(found[0], block.span.start)


def _moved(quantity: Quantity, by: int) -> Quantity:
    return replace(
        quantity,
        start=quantity.start + by,
        end=quantity.end + by,
        number_start=quantity.number_start + by,
        number_end=quantity.number_end + by,
    )


def _is_label(reading: Reading, block: Block) -> bool:
    text = reading.quote(block.span).strip()
    words = text.split()
    return (
        0 < len(words) <= _LONGEST_LABEL
        and not text.endswith((".", "!", "?", ";"))
        and any(char.isalpha() for char in text)
        and _OWN_FIGURE.search(text) is None
    )


def _oriented(
    reading: Reading, blocks: Sequence[Block], read: Sequence[Quantity | None], first: int, last: int, step: int
) -> tuple[float, list[Card]]:
    """Return how well the figures at places first, first + 2 … last suit labels below (step 1) or above (-1), and the cards."""
    figures = range(first, last + 1, 2)
    bare_pair = any(0 <= p + s < len(blocks) and read[p + s] is not None for p in figures for s in (-1, 1))
    score, cards = 0.0, list[Card]()
    for place in figures:
        quantity, at = read[place], place + step
        if quantity is None or not 0 <= at < len(blocks) or read[at] is not None or not _is_label(reading, blocks[at]):
            score -= 1.5
            continue
        if _PERSONAL.match(reading.quote(blocks[at].span).strip()):
            score += 1.0
            continue
        fit = _fit(quantity, reading.quote(blocks[at].span))
        bare = quantity.dimension == "count" and not quantity.scaled
        if bare and (bare_pair or fit < 1 or len(figures) < 2):
            score -= 1.0
            continue
        score += 0.5 + fit - _unlike_label(reading, blocks[at])
        cards.append(Card(quantity, blocks[place], blocks[at]))
    return score, cards


def _unlike_label(reading: Reading, block: Block) -> float:
    """Return how much less a heading looks like a label, and a known section's title less still."""
    if block.kind is not BlockKind.HEADING:
        return 0.0
    section = reading.section_at(block.span.start)
    known = section is not None and section.heading == block.span and section.kind is not SectionKind.OTHER
    return 1.2 if known else 0.8


def _fit(quantity: Quantity, label: str) -> float:
    """Return how well a label suits a figure: 1 for words of its dimension, 0 for none, -0.5 for another's."""
    plural = any(is_plural(word.strip("(),:")) for word in label.split())
    suits = {
        "share": bool(_SHARE_WORDS.search(label)),
        "money": bool(_MONEY_WORDS.search(label)),
        "ratio": bool(_RATIO_WORDS.search(label)),
        "time": bool(_TIME_WORDS.search(label)),
        "count": plural or bool(re.search(r"(?i)\((?:kb|mb|gb|tb|pb)\)", label)),
    }
    if quantity.dimension == "score" and quantity.form == "scores":
        return 1.0 if RATES.search(label) else -2.0
    if suits.get(quantity.dimension, True):
        return 1.0
    if quantity.dimension == "count" and (suits["share"] or suits["money"]) and not plural:
        return -0.5
    return 0.0
