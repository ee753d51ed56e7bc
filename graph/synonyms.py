"""Words of working life that stand for each other: loads vocabularies/synonyms.yaml. Knows no queries and no ranking."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import TypeAlias

from graph.concept_patterns import tokens_of
from graph.errors import VocabularyError
from graph.vocabulary_files import read_vocabulary_file

SYNONYMS_FILE = "synonyms.yaml"

Row: TypeAlias = tuple[str, ...]
"""Stems in a row: of "turn up" two."""


class Synonyms:
    """Groups of words with like meaning; a word may stand in several."""

    def __init__(self, groups: Iterable[Iterable[Row]]) -> None:
        self._groups = tuple(tuple(dict.fromkeys(group)) for group in groups)
        members: dict[Row, list[int]] = defaultdict(list)
        for number, group in enumerate(self._groups):
            for row in group:
                members[row].append(number)
        self._of: Mapping[Row, list[int]] = members
        self.longest = max((len(row) for row in members), default=0)

    def of(self, row: Row) -> tuple[Row, ...]:
        """Return what may stand for these stems, in the order of the file; none for stems that are in no group.

        >>> Synonyms([[("quit",), ("walk", "out")]]).of(("quit",))
        (('walk', 'out'),)
        """
        found = dict.fromkeys(other for number in self._of.get(row, ()) for other in self._groups[number])
        found.pop(row, None)
        return tuple(found)

    def to_json(self) -> list[list[str]]:
        """Return the groups as JSON values, from which `synonyms_from_json` makes them again without reading YAML."""
        return [[" ".join(row) for row in group] for group in self._groups]


def synonyms_from_json(values: Sequence[Sequence[str]]) -> Synonyms:
    """Return the synonyms that `to_json` wrote. Raises AttributeError or TypeError for anything else."""
    return Synonyms([tuple(row.split(" ")) for row in group] for group in values)


@lru_cache(maxsize=1)
def load_synonyms() -> Synonyms:
    """Return the packaged synonyms. Raises VocabularyError for a malformed group."""
    data = read_vocabulary_file(SYNONYMS_FILE)
    if not isinstance(data, list) or not all(isinstance(group, str) for group in data):
        raise VocabularyError("a list of groups is expected, each the words of one line", path=SYNONYMS_FILE, line=1)
    return Synonyms(_group(group) for group in data)


def _group(text: str) -> list[Row]:
    rows = [tuple(token.stem for token in tokens_of(word.replace("_", " "), 0, len(word))) for word in text.split()]
    if len(rows) < 2 or not all(rows):
        raise VocabularyError(f"a group has two words or more, not {text!r}", path=SYNONYMS_FILE, line=None)
    return rows
