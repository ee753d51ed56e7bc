"""Finds the values of YAML with their keys and places, from PyYAML's events; nothing is constructed, no alias expanded.

Constructing would resolve merge keys, and a merge-key bomb below 1 kB hangs `yaml.safe_load`; the C loader crashes on
100,000 opening brackets where it composes. So events alone are read, with limits: those of libyaml, which come fourteen
times as fast, and where it finds fault those of the pure-Python parser, whose errors say more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml

from graph.documents import Block, BlockKind, Span
from graph.errors import UnreadableFileError
from graph.yaml_parsing import FAST_LOADER

MAX_DEPTH = 40
MAX_ALIASES = 100
_LINE_END = re.compile(r"[\r\n]+")
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})


@dataclass(frozen=True, slots=True)
class YamlValue:
    """One scalar value that is not null."""

    path: str
    """Dotted keys with list positions, e.g. `work[0].position`; empty for a document that is one scalar."""
    depth: int
    """Number of keys and positions above the last one."""
    start: int
    """Offset of the value's first character, behind a quote or the line of `|` or `>`."""
    end: int
    value: str
    """The value as YAML reads it: without escapes and folds."""


def yaml_values(text: str, document_id: str, base: int = 0, first_line: int = 1) -> list[YamlValue]:
    """Return the values of a YAML or JSON text in order; offsets count from `base`, lines in errors from `first_line`.

    Raises UnreadableFileError with the line for what is no YAML, for a key that stands twice in one mapping, for
    nesting beyond 40 levels and for more than 100 aliases.
    """
    try:
        return _values_by(FAST_LOADER, text, document_id, base, first_line)
    except yaml.YAMLError:
        pass  # told below in the words of the other parser
    try:
        return _values_by(yaml.SafeLoader, text, document_id, base, first_line)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        problem = " ".join(part for part in (error.context, error.problem) if part)
        line = None if mark is None else mark.line + first_line
        raise UnreadableFileError(f"{_what(problem)}; {_remedy(problem)}", path=document_id, line=line) from error
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + first_line
        message = "a control character, which YAML does not allow; delete it or write it as an escape"
        raise UnreadableFileError(message, path=document_id, line=line) from error


def _values_by(loader: Any, text: str, document_id: str, base: int, first_line: int) -> list[YamlValue]:
    walk = _Walk(text, document_id, base, first_line)
    for event in yaml.parse(text, Loader=loader):
        walk.take(event)
    return walk.found


def field_blocks(values: Iterable[YamlValue], document_id: str) -> list[Block]:
    """Return a FIELD block for each value that has at least one character."""
    return [
        Block(BlockKind.FIELD, Span(document_id, value.start, value.end), value.depth, value.path)
        for value in values
        if value.end > value.start
    ]


def metadata_of(values: Sequence[YamlValue], max_depth: int) -> dict[str, str]:
    """Return lower-case dotted key → value for values at most `max_depth` keys deep; simple lists joined by ", "."""
    found: dict[str, list[str]] = {}
    for value in values:
        path, _, rest = value.path.partition("[")
        nested = path.count(".")
        # A list of scalars has one position and nothing behind it.
        if path and nested <= max_depth and (not rest or (rest.endswith("]") and "[" not in rest and "." not in rest)):
            found.setdefault(path.casefold(), []).append(" ".join(value.value.split()))
    return {key: ", ".join(parts) for key, parts in found.items()}


def _what(problem: str) -> str:
    if "\\t" in problem or "tab" in problem:
        return "a tab where YAML wants spaces"
    return f"not understood as YAML ({problem})"


def _remedy(problem: str) -> str:
    if "\\t" in problem or "tab" in problem:
        return "indent with spaces"
    if "mapping values are not allowed" in problem:
        return "put a value that contains a colon in quotes"
    return "correct the line, or put the value in quotes"


@dataclass(slots=True)
class _Level:
    """An open mapping or list."""

    path: str
    is_list: bool
    position: int = 0
    key: str | None = None
    """Mapping: the key whose value comes next."""
    keys: set[str] = field(default_factory=set)


class _Walk:
    """Takes the events one after the other, and knows the path at which it is."""

    def __init__(self, text: str, document_id: str, base: int, first_line: int) -> None:
        self.found: list[YamlValue] = []
        self._text = text
        self._document_id = document_id
        self._base = base
        self._first_line = first_line
        self._levels: list[_Level] = []
        self._aliases = 0

    def take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._take_scalar(event)
        elif isinstance(event, yaml.AliasEvent):
            self._aliases += 1
            if self._aliases > MAX_ALIASES:
                raise self._error(event, f"more than {MAX_ALIASES} aliases; write the values out")
            self._next()
        elif isinstance(event, yaml.CollectionStartEvent):
            if len(self._levels) >= MAX_DEPTH:
                raise self._error(event, f"nested deeper than {MAX_DEPTH} levels; flatten it")
            self._levels.append(_Level(self._path(), isinstance(event, yaml.SequenceStartEvent)))
        elif isinstance(event, yaml.CollectionEndEvent):
            self._levels.pop()
            self._next()

    def _take_scalar(self, event: yaml.ScalarEvent) -> None:
        level = self._levels[-1] if self._levels else None
        if level is not None and not level.is_list and level.key is None:
            if event.value in level.keys:
                message = f"the key {event.value[:60]!r} stands twice in one mapping; rename or remove one"
                raise self._error(event, message)
            level.keys.add(event.value)
            level.key = event.value
            return
        if event.style or event.value not in _NOTHING:
            start, end = self._ends(event)
            value = event.value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
            depth = max(0, len(self._levels) - 1)
            self.found.append(YamlValue(self._path(), depth, self._base + start, self._base + end, value))
        self._next()

    def _ends(self, event: yaml.ScalarEvent) -> tuple[int, int]:
        assert event.start_mark is not None and event.end_mark is not None
        start, end = event.start_mark.index, event.end_mark.index
        if event.style in ("'", '"'):
            start, end = start + 1, end - 1
        elif event.style in ("|", ">"):
            header = _LINE_END.search(self._text, start, end)
            start = end if header is None else header.end()
        piece = self._text[start:end]
        return start + len(piece) - len(piece.lstrip()), max(start, start + len(piece.rstrip()))

    def _path(self) -> str:
        if not self._levels:
            return ""
        level = self._levels[-1]
        if level.is_list:
            return f"{level.path}[{level.position}]"
        key = level.key if level.key is not None else "?"
        return f"{level.path}.{key}" if level.path else key

    def _next(self) -> None:
        """Move on behind a value; a mapping or list that stands as a key counts as the key "?"."""
        if not self._levels:
            return
        level = self._levels[-1]
        if level.is_list:
            level.position += 1
        else:
            level.key = "?" if level.key is None else None

    def _error(self, event: yaml.Event, message: str) -> UnreadableFileError:
        assert event.start_mark is not None
        return UnreadableFileError(message, path=self._document_id, line=event.start_mark.line + self._first_line)
