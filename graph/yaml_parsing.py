"""Which of PyYAML's parsers is used: the C one, ten times as fast, wherever it is there; and how lines of a file are kept."""

from __future__ import annotations

from typing import Any

import yaml

FAST_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""PyYAML can be built without libyaml. Both parsers give one and the same scalars at the same places (test_readers.py)."""

_LineLoader: Any = type("_LineLoader", (FAST_LOADER,), {})
"""Adds `__line__` (from 1) to each mapping; for the package's own files and careergraph.yaml only."""


def _mapping_with_line(loader: Any, node: yaml.MappingNode) -> dict[Any, Any]:
    built: dict[Any, Any] = loader.construct_mapping(node, deep=True)
    built["__line__"] = node.start_mark.line + 1
    return built


_LineLoader.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping_with_line)


def load_yaml_with_lines(text: str) -> Any:
    """Return parsed YAML in which each mapping holds its line under `__line__`. Raises yaml.YAMLError."""
    return yaml.load(text, Loader=_LineLoader)
