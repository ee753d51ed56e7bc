"""Chooses the passages that may answer a query in other words, before any is looked at. Ranks none."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

import numpy as np

from index.number_sets import Scores, places_in
from index.other_words.slots import SlotReader, Slots

LOOKED = 2500
"""So many places of cues are counted to choose those passages, the rarest cues first."""
ROUGHLY = 0.6
"""What a cue tells of an experience, before a passage is looked at."""


def tell_roughly(slots: Slots, reader: SlotReader, size: int) -> Scores:
    """Return of each of `size` records the sum of what it tells somewhere; 0 of those that can't answer."""
    speaking = [(reader.holding(row), told) for row, told in slots.rows.items()]
    speaking += [(reader.telling(key), told) for key, told in slots.concepts.items()]
    of_slot: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for bits, told in speaking:
        for slot, value in told:
            of_slot[slot].append((value, bits))
    found = np.zeros(size)
    for wanted in of_slot.values():
        taken = 0
        # What tells most first, so that each passage is looked at but once for each slot.
        for value, bits in sorted(wanted, reverse=True):
            found[places_in(bits & ~taken)] += value
            taken |= bits
    for _, told_by in slots.figures:
        for number, value in told_by.items():
            found[number] += value
    for value, bits in _cued(slots, reader):
        found[places_in(bits)] += value
    return found


def _cued(slots: Slots, reader: SlotReader) -> Iterable[tuple[float, int]]:
    """Yield what each cue tells with the passages that hold it: the rarest first, until so many places are counted.

    The common ones, which say least, would make a large store slow.
    """
    total = {key: sum(value for _, value in told) for key, told in slots.concepts.items()}
    held = sorted((bits.bit_count(), row, bits) for row in slots.cues if (bits := reader.holding(row)))
    looked = 0
    for many, row, bits in held:
        looked += many
        if looked > LOOKED:
            return
        yield ROUGHLY * sum(weight * total[key] for key, weight in slots.cues[row]), bits
