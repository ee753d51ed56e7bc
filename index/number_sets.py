"""Sets of record numbers, as Python integers (joined and cut at once) and as numpy flags (counted and summed at once)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Flags: TypeAlias = NDArray[np.bool_]
"""One flag for each record number."""
Numbers: TypeAlias = NDArray[np.intp]
Scores: TypeAlias = NDArray[np.float64]
"""One score for each record number; 0 is none."""


def bits_of(numbers: Iterable[int] | Numbers, size: int) -> int:
    """Return the set of these numbers below `size` as one integer."""
    flags = np.zeros(size, dtype=np.bool_)
    flags[numbers if isinstance(numbers, np.ndarray) else np.fromiter(numbers, dtype=np.intp)] = True
    return bits_of_flags(flags)


def bits_of_flags(flags: Flags) -> int:
    """Return the set of the flagged numbers as one integer."""
    return int.from_bytes(np.packbits(flags, bitorder="little").tobytes(), "little")


def flags_of(bits: int, size: int) -> Flags:
    """Return one flag for each number below `size`, set for those in a set of such numbers."""
    octets = np.frombuffer(bits.to_bytes(size // 8 + 1, "little"), dtype=np.uint8)
    return np.unpackbits(octets, count=size, bitorder="little").view(np.bool_)


def places_in(bits: int) -> Numbers:
    """Return the numbers in a set, ascending."""
    return np.flatnonzero(flags_of(bits, bits.bit_length()))


def numbers_in(bits: int) -> list[int]:
    """Return the numbers in a set, ascending, as Python's own."""
    numbers: list[int] = places_in(bits).tolist()
    return numbers


def best_of(scores: Scores | Numbers, many: int | None) -> Numbers:
    """Return the `many` numbers of the highest scores above 0 (None: all of them), best first, ties by number.

    >>> best_of(np.array([0.0, 2.0, 3.0, 2.0]), 2).tolist()
    [2, 1]
    """
    found = np.flatnonzero(scores > 0)
    if many and len(found) > many:
        least = np.partition(scores[found], len(found) - many)[len(found) - many]
        found = found[scores[found] >= least]
    return found[np.argsort(-scores[found], kind="stable")][:many]
