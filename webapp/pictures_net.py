"""Lays out a network in columns by steps from its centre: names beside their nodes, none overlapping. Knows no graph.

Coordinates are pixels of the picture's own box, which is as wide as it needs to be. networkx's layouts want numpy, and
put names on top of each other.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

ROW = 27
_TOP, _LEFT, _GAP, _LETTER, _WIDEST, _LEAST_WIDTH = 52, 20, 84, 7.1, 34, 1120
_ARC = 60
_SMALLEST, _LARGEST = 14, 24


@dataclass(frozen=True, slots=True)
class NetNode:
    """A thing to draw."""

    id: str
    kind: str
    kind_word: str
    name: str
    url: str
    hop: int
    degree: int


@dataclass(frozen=True, slots=True)
class NetLink:
    """A line to draw, from a node to one that is as far from the centre or farther."""

    near_id: str
    far_id: str
    look: str
    """Class of the line: the relation, or "implied"."""
    words: str


@dataclass(frozen=True, slots=True)
class DrawnNode:
    """A node and its name."""

    is_drawing: ClassVar[bool] = True
    number: int
    kind: str
    words: str
    """Kind and whole name."""
    name: str
    url: str
    strong: bool
    x: float
    y: float
    size: float
    name_x: float
    name_y: float
    width: float
    """Of node and name together."""


@dataclass(frozen=True, slots=True)
class DrawnLink:
    """A line between two nodes, by their numbers."""

    is_drawing: ClassVar[bool] = True
    a: int
    b: int
    look: str
    path: str
    words: str


@dataclass(frozen=True, slots=True)
class ColumnHead:
    """What a column is."""

    x: float
    words: str


@dataclass(frozen=True, slots=True)
class Net:
    """A network in columns."""

    is_drawing: ClassVar[bool] = True
    width: int
    height: int
    heads: tuple[ColumnHead, ...]
    nodes: tuple[DrawnNode, ...]
    links: tuple[DrawnLink, ...]


def draw_net(nodes: Sequence[NetNode], links: Sequence[NetLink], heads: Sequence[str]) -> Net:
    """Return a network; `heads` name the columns, `nodes` are not empty and stand in the order of their rank."""
    columns = _columns(nodes, links)
    tallest = max(len(column) for column in columns)
    height = _TOP + max(tallest, 3) * ROW + 12
    sizes = {node.id: _size(node, nodes) for node in nodes}
    widths = [max(_width(node, sizes[node.id]) for node in column) for column in columns]
    gap: float = _GAP
    if len(columns) > 1:
        gap = max(_GAP, (_LEAST_WIDTH - 2 * _LEFT - _ARC - sum(widths)) / (len(columns) - 1))
    placed: dict[str, DrawnNode] = {}
    # Arcs between several things at the left end need room on their left.
    left, ends, starts = float(_LEFT if len(columns[0]) == 1 else _LEFT + _ARC), [], []
    for column, width in zip(columns, widths, strict=True):
        step = (height - _TOP - 12) / len(column)
        for place, node in enumerate(column):
            y = _TOP + (place + 0.5) * step
            placed[node.id] = _drawn(node, len(placed), left + _LARGEST / 2, y, sizes[node.id])
        starts.append(left)
        ends.append(left + width)
        left += width + gap
    hops = {node.id: place for place, column in enumerate(columns) for node in column}
    lines = tuple(_line(placed, link, hops, ends) for link in links if link.near_id in placed and link.far_id in placed)
    shown = tuple(ColumnHead(round(x, 1), words) for x, words in zip(starts, heads, strict=False))
    return Net(max(_LEAST_WIDTH, round(left - gap + _LEFT)), height, shown, tuple(placed.values()), lines)


def _columns(nodes: Sequence[NetNode], links: Sequence[NetLink]) -> list[list[NetNode]]:
    """Return the nodes by step, each column in an order in which few lines cross."""
    columns: dict[int, list[NetNode]] = {}
    for node in nodes:
        columns.setdefault(node.hop, []).append(node)
    ordered = [columns[hop] for hop in sorted(columns)]
    near: dict[str, list[str]] = {}
    for link in links:
        near.setdefault(link.near_id, []).append(link.far_id)
        near.setdefault(link.far_id, []).append(link.near_id)
    if len(ordered) > 1 and len(ordered[0]) > 1:
        ordered[1] = _by_neighbours(ordered[1], ordered[0], near)
    elif len(ordered) > 1:
        ordered[1] = sorted(ordered[1], key=lambda node: (node.kind, node.name.casefold(), node.id))
    for number in range(2, len(ordered)):
        ordered[number] = _by_neighbours(ordered[number], ordered[number - 1], near)
    for number in range(len(ordered) - 2, 0, -1):
        ordered[number] = _by_neighbours(ordered[number], ordered[number + 1], near)
    for number in range(2, len(ordered)):
        ordered[number] = _by_neighbours(ordered[number], ordered[number - 1], near)
    return ordered


def _by_neighbours(
    column: Sequence[NetNode], beside: Sequence[NetNode], near: Mapping[str, Sequence[str]]
) -> list[NetNode]:
    """Return a column with each node about level with the middle of what it is joined to in the column beside."""
    level = {node.id: (place + 0.5) / len(beside) for place, node in enumerate(beside)}

    def middle(place: int, node: NetNode) -> float:
        levels = [level[other] for other in near.get(node.id, ()) if other in level]
        return sum(levels) / len(levels) if levels else (place + 0.5) / len(column)

    ranked = [(round(middle(place, node), 9), node.kind, place) for place, node in enumerate(column)]
    return [column[place] for _, _, place in sorted(ranked)]


def _size(node: NetNode, nodes: Sequence[NetNode]) -> float:
    most = math.log1p(max(other.degree for other in nodes)) or 1.0
    return round(_SMALLEST + (_LARGEST - _SMALLEST) * math.log1p(node.degree) / most, 1)


def _shown(node: NetNode) -> str:
    return node.name if len(node.name) <= _WIDEST else f"{node.name[: _WIDEST - 1].rstrip()}…"


def _width(node: NetNode, size: float) -> float:
    return _LARGEST / 2 + size / 2 + 7 + len(_shown(node)) * _LETTER


def _drawn(node: NetNode, number: int, x: float, y: float, size: float) -> DrawnNode:
    name = _shown(node)
    return DrawnNode(
        number, node.kind, f"{node.kind_word}: {node.name}", name, node.url, node.kind == "project" or node.hop == 0,
        round(x, 1), round(y, 1), size, round(x + size / 2 + 7, 1), round(y + 4.5, 1),
        round(size + 7 + len(name) * _LETTER, 1),
    )  # fmt: skip


def _line(placed: Mapping[str, DrawnNode], link: NetLink, hops: Mapping[str, int], ends: Sequence[float]) -> DrawnLink:
    a, b = placed[link.near_id], placed[link.far_id]
    if hops[link.near_id] == hops[link.far_id]:
        x = a.x - _LARGEST / 2
        bend = x - min(float(_ARC), 14 + abs(a.y - b.y) / 5)
        path = f"M{x:.1f} {a.y}C{bend:.1f} {a.y} {bend:.1f} {b.y} {x:.1f} {b.y}"
    else:
        start, end, last = a.name_x + len(a.name) * _LETTER + 3, b.x - b.size / 2 - 2, ends[hops[link.near_id]]
        turn = (max(start, last) + end) / 2
        path = f"M{start:.1f} {a.y}H{max(start, last):.1f}C{turn:.1f} {a.y} {turn:.1f} {b.y} {end:.1f} {b.y}"
    return DrawnLink(a.number, b.number, link.look, path, link.words)
