"""Reads learned trees from their files and says what they make of signs. Learns nothing; tools/learned.py does.

The trees are asked all at once, as QuickScorer does (Lucchese and others, SIGIR 2015): each limit that a value exceeds strikes out
the leaves below the other branch; the first leaf left is the one that the tree leads to.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

LEAVES = 16
"""Most leaves of a tree, as many as its bits hold."""
_UNIT = 100_000
"""Leaves are counted in hundred-thousandths, so that their sum is the same on every machine."""


_AT_ONCE = 4096
"""Rows; keeps what a long document needs below some 10 MB."""


@dataclass(frozen=True, slots=True)
class Forest:
    """All trees, by sign."""

    signs: tuple[str, ...]
    """Names, in the order of a row's values."""
    limits: tuple[NDArray[np.float64], ...]
    """For each sign the limits that its values are held against, rising."""
    left: tuple[NDArray[np.uint16], ...]
    """For each sign, for each count of limits that a value exceeds, the bits of the leaves left in each tree."""
    leaves: NDArray[np.int64]
    """Tree × leaf → its share of the sum, in units."""


def read_forest(file: Path, known: Collection[str]) -> Forest:
    """Return the trees of a file. Raises ValueError where they ask for a sign that is not known, or have too many leaves."""
    return parse_forest(json.loads(file.read_text(encoding="utf-8")), known, file.name)


def parse_forest(written: dict[str, Any], known: Collection[str], file_name: str = "a file") -> Forest:
    """Return the trees of `{"signs": [name …], "trees": [tree …]}`.

    A tree is a leaf's share of the sum, or a list: number of a sign, limit, the tree for values up to it, the tree for those above.
    Raises ValueError where a sign is not known or a tree has too many leaves.
    """
    if missing := [name for name in written["signs"] if name not in known]:
        raise ValueError(f"{file_name} asks for signs that nothing tells: {', '.join(missing)}")
    trees = written["trees"]
    nodes: list[list[tuple[float, int, int]]] = [[] for _ in written["signs"]]
    leaves = np.zeros((len(trees), LEAVES), dtype=np.int64)
    for number, tree in enumerate(trees):
        shares: list[float] = []
        _walk(tree, number, nodes, shares)
        if len(shares) > LEAVES:
            raise ValueError(f"tree {number} of {file_name} has {len(shares)} leaves; at most {LEAVES} are read")
        leaves[number, : len(shares)] = [round(share * _UNIT) for share in shares]
    limits, left = zip(*(_struck(of_sign, len(trees)) for of_sign in nodes), strict=True)
    return Forest(tuple(written["signs"]), limits, left, leaves)


def _walk(tree: Any, number: int, nodes: list[list[tuple[float, int, int]]], shares: list[float]) -> None:
    """Number a tree's leaves from the left; note for each limit which leaves a value above it strikes out."""
    if not isinstance(tree, list):
        shares.append(float(tree))
        return
    sign, limit, below, above = tree
    first = len(shares)
    _walk(below, number, nodes, shares)
    nodes[sign].append((float(limit), number, sum(1 << leaf for leaf in range(first, len(shares)))))
    _walk(above, number, nodes, shares)


def _struck(nodes: Sequence[tuple[float, int, int]], trees: int) -> tuple[NDArray[np.float64], NDArray[np.uint16]]:
    """Return a sign's limits and, behind each count of them, the leaves left."""
    nodes = sorted(nodes)
    left = np.full((len(nodes) + 1, trees), (1 << LEAVES) - 1, dtype=np.uint16)
    for number, (_, tree, struck) in enumerate(nodes, 1):
        left[number] = left[number - 1]
        left[number, tree] &= ~np.uint16(struck)
    return np.array([limit for limit, _, _ in nodes]), left


@cache
def _first_bits() -> NDArray[np.uint8]:
    """Return the number of the lowest bit of each 16-bit number; 0 for none."""
    bits = np.arange(1 << LEAVES)
    low = bits & -bits
    return np.where(bits == 0, 0, np.log2(np.maximum(low, 1))).astype(np.uint8)


def weights_of(trees: Forest, values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return how likely each row of values is of what the trees were taught to find, from 0 to 1."""
    parts = [_weights(trees, values[start : start + _AT_ONCE]) for start in range(0, len(values), _AT_ONCE)]
    return np.concatenate(parts)


def _weights(trees: Forest, values: NDArray[np.float64]) -> NDArray[np.float64]:
    left = np.full((len(values), len(trees.leaves)), (1 << LEAVES) - 1, dtype=np.uint16)
    for number, limits in enumerate(trees.limits):
        left &= trees.left[number][np.searchsorted(limits, values[:, number], side="left")]
    shares = trees.leaves[np.arange(len(trees.leaves)), _first_bits()[left]]
    weights: NDArray[np.float64] = 1 / (1 + np.exp(-shares.sum(axis=1) / _UNIT))
    return weights
