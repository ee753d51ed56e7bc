"""Reads the packaged vocabularies, the YAML files of graph/vocabularies. Says file and line of whatever is malformed; knows no vocabulary's words."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from graph.errors import VocabularyError
from graph.yaml_parsing import load_yaml_with_lines

FOLDER = Path(__file__).parent / "vocabularies"


def read_vocabulary_file(file_name: str) -> Any:
    """Return a packaged vocabulary as parsed, each mapping with its `__line__`. Raises VocabularyError with file and line."""
    try:
        return load_yaml_with_lines((FOLDER / file_name).read_text(encoding="utf-8"))
    except yaml.MarkedYAMLError as error:
        line = None if error.problem_mark is None else error.problem_mark.line + 1
        raise VocabularyError(f"not YAML: {error.problem}", path=file_name, line=line) from error


def read_mapping(file_name: str) -> dict[str, Any]:
    """Return a packaged vocabulary that is a mapping. Raises VocabularyError with file and line."""
    data = read_vocabulary_file(file_name)
    if not isinstance(data, dict):
        raise VocabularyError("a mapping is expected", path=file_name, line=1)
    return data


def strings_of(entry: Mapping[str, Any], key: str, file_name: str) -> tuple[str, ...]:
    """Return the words that an entry lists under a key, none where it has no such key. Raises VocabularyError for anything but a list of words."""
    value = entry.get(key) or []
    if not isinstance(value, list) or not all(isinstance(item, (str, int, float)) for item in value):
        raise VocabularyError(f"{key!r} is a list of words", path=file_name, line=line_of(entry))
    return tuple(str(item) for item in value)


def line_of(entry: Any) -> int | None:
    """Return the line, from 1, on which a mapping of a vocabulary begins."""
    return entry.get("__line__") if isinstance(entry, Mapping) else None
