"""Gathers the values of YAML and JSON of anybody's own schema into groups of like records. What they mean is meanings.py's.

Three notations of one thing: a list of mappings; a list of mappings with one key each (`- Pinwheel: {…}`), whose key is the
record's name; and a mapping of like mappings (`projects: {pinwheel: {…}}`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from graph.documents import Block, BlockKind, Document, Span

_STEP = re.compile(r"\[\d+\]|[^.\[\]]+")
_MEDIA = frozenset({"application/yaml", "application/json", "text/csv"})
_LIKE = 0.5
"""Share of a mapping's keys that its like has, too."""


@dataclass(frozen=True, slots=True)
class KeyedRecord:
    """One mapping among others like it, e.g. all below `apps[2]`."""

    path: str
    """Keys and positions that lead to it: `apps[2]`, or `apps[2].Moss` where its one key is its name."""
    columns: Mapping[str, tuple[Block, ...]]
    """Key right below it → the values there: one, or those of a list of plain values."""
    nested: Mapping[str, Mapping[str, Block]]
    """Key right below it → the plain values of a mapping there: `numbers: {bill: -83 %}`."""
    extent: Span
    """From its name or first value to its last value."""
    name: Span | None = None
    """Its name where that is a key."""


@dataclass(frozen=True, slots=True)
class RecordGroup:
    """Records of one list or mapping, and of the like lists in the records around: all of `been_at[*].did[*]`."""

    pattern: str
    """The path with positions emptied, and names that are keys put as `{}`: `been_at[].did[]`."""
    records: tuple[KeyedRecord, ...]

    @property
    def words(self) -> tuple[str, ...]:
        """The keys that lead to the records, in lower case: ("been_at", "did")."""
        steps = (step.removesuffix("{}").casefold() for step in _STEP.findall(self.pattern))
        return tuple(step for step in steps if step not in ("", "[]"))


@dataclass(slots=True)
class _Node:
    path: str
    key: str
    block: Block | None = None
    children: dict[str, _Node] = field(default_factory=dict)

    @property
    def is_list(self) -> bool:
        return bool(self.children) and all(key.startswith("[") for key in self.children)

    @property
    def is_mapping(self) -> bool:
        return bool(self.children) and not self.is_list

    def leaves(self) -> Iterator[Block]:
        if self.block is not None:
            yield self.block
        for child in self.children.values():
            yield from child.leaves()


def keyed_groups(document: Document) -> list[RecordGroup]:
    """Return the groups of like records of a YAML or JSON document, outer ones first; none for other formats."""
    if document.media_type not in _MEDIA:
        return []
    found: dict[str, list[KeyedRecord]] = {}
    _gather(document, _tree(document), "", found)
    return [RecordGroup(pattern, tuple(records)) for pattern, records in found.items()]


def _tree(document: Document) -> _Node:
    root = _Node("", "")
    for block in document.blocks:
        if block.kind is not BlockKind.FIELD or not block.key:
            continue
        node = root
        for step in _STEP.findall(block.key):
            path = node.path + step if step.startswith("[") or not node.path else f"{node.path}.{step}"
            node = node.children.setdefault(step, _Node(path, step))
        node.block = block
    return root


def _gather(document: Document, node: _Node, pattern: str, found: dict[str, list[KeyedRecord]]) -> None:
    """Add the records right below `node` to those of their pattern, then those farther down."""
    named = node.is_mapping and _holds_like(node)
    for step, child in node.children.items():
        below = f"{pattern}[]" if step.startswith("[") else f"{pattern}.{step}" if pattern else step
        if node.is_list and child.is_mapping:
            inner = next(iter(child.children.values()))
            if len(child.children) == 1 and inner.is_mapping:
                found.setdefault(f"{below}{{}}", []).append(_record(document, inner, inner.key))
                _gather(document, inner, f"{below}{{}}", found)
                continue
            found.setdefault(below, []).append(_record(document, child, None))
        elif named and child.is_mapping:
            below = f"{pattern}{{}}"
            found.setdefault(below, []).append(_record(document, child, child.key))
        _gather(document, child, below, found)


def _holds_like(node: _Node) -> bool:
    """Return whether a mapping holds nothing but mappings that are like each other: records under their names."""
    inner = [child for child in node.children.values() if child.is_mapping]
    if len(inner) < 2 or len(inner) < len(node.children):
        return False
    keys = Counter(key for child in inner for key in child.children)
    usual = {key for key, count in keys.items() if 2 * count > len(inner)}
    shared = [len(usual & set(child.children)) / len(child.children) for child in inner]
    return bool(usual) and sum(share >= _LIKE for share in shared) * 3 >= 2 * len(inner)


def _record(document: Document, node: _Node, name: str | None) -> KeyedRecord:
    columns: dict[str, tuple[Block, ...]] = {}
    nested: dict[str, Mapping[str, Block]] = {}
    for key, child in node.children.items():
        if child.block is not None:
            columns[key] = (child.block,)
        elif child.is_list and all(item.block is not None for item in child.children.values()):
            columns[key] = tuple(item.block for item in child.children.values() if item.block is not None)
        elif child.is_mapping:
            nested[key] = {k: item.block for k, item in child.children.items() if item.block is not None}
            called = next((k for k in nested[key] if k.casefold() in ("name", "title")), None)
            if called is not None and len(nested[key]) <= 4:
                columns[key] = (nested[key][called],)  # `org: {name: Heron Regional, city: Duns}` is Heron Regional.
    leaves = list(node.leaves())
    start, end = min(b.span.start for b in leaves), max(b.span.end for b in leaves)
    at = None if name is None else name_before(document, name, start)
    return KeyedRecord(node.path, columns, nested, document.span(start if at is None else at.start, end), at)


_FARTHEST = 400
"""Characters between a name and its first value; comments and long keys fit in."""


def name_before(document: Document, name: str, offset: int) -> Span | None:
    """Return the last place before `offset` where the text has `name` as a key."""
    first = max(0, offset - _FARTHEST)
    at = document.text.rfind(name, first, offset)
    while at >= 0:
        if re.match(r"[\"']?\s{0,9}:", document.text[at + len(name) : at + len(name) + 12]):
            return document.span(at, at + len(name))
        at = document.text.rfind(name, first, at)
    return None
