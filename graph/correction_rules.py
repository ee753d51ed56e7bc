"""What careergraph.yaml may say, as values: authors, merges, names, kinds, what to hide. Reads no file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from graph.gazetteer import Term
from graph.model import EntityKind
from graph.questions import Question

FILE_NAME = "careergraph.yaml"
KEYS = (
    "authors",
    "same_as",
    "keep_apart",
    "rename",
    "retype",
    "hide",
    "outcomes",
    "vocabularies",
    "fictional",
    "questions",
)
"""What the file may hold at its top."""


@dataclass(frozen=True, slots=True)
class AuthorRule:
    """Who wrote the documents that match `path`: by `name`, or described by `label` where no name is known."""

    path: str
    name: str | None
    label: str | None
    line: int


@dataclass(frozen=True, slots=True)
class PairRule:
    """Ids that are one thing (`same_as`) or are not (`keep_apart`)."""

    ids: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class HideRule:
    """A fact that is none: every mention in `document` that overlaps `quote`, or the entity `entity_id`."""

    document: str | None
    quote: str | None
    entity_id: str | None
    line: int


@dataclass(frozen=True, slots=True)
class OutcomeRule:
    """What an outcome in `document` at `quote` really says."""

    document: str
    quote: str
    changes: Mapping[str, Any]
    line: int


@dataclass(frozen=True, slots=True)
class Corrections:
    """careergraph.yaml, understood."""

    authors: tuple[AuthorRule, ...] = ()
    same_as: tuple[PairRule, ...] = ()
    keep_apart: tuple[PairRule, ...] = ()
    rename: tuple[tuple[str, str, int], ...] = ()
    """(id, new name, line)."""
    retype: tuple[tuple[str, EntityKind, int], ...] = ()
    hide: tuple[HideRule, ...] = ()
    outcomes: tuple[OutcomeRule, ...] = ()
    terms: tuple[tuple[str, Term], ...] = ()
    """("technologies" or "practices", term): the file's own, then those of its taxonomies."""
    taxonomies: tuple[str, ...] = ()
    """Files of terms (`vocabularies: {files: [skills.csv]}`), by their path below the content folder; no content."""
    findings: tuple[str, ...] = ()
    """What was refused of the taxonomies: `careergraph.yaml:line: file:line: what, and what to do`."""
    fictional: tuple[str, ...] = ()
    fictional_lines: tuple[int, ...] = ()
    """The line of each of `fictional`."""
    questions: tuple[Question, ...] = ()
    """Of interviews, beside the packaged ones."""
    text: str = ""
    """The file itself: a name that it states has its line as evidence."""

    def author_of(self, document_id: str) -> AuthorRule | None:
        """Return the rule with the longest path that matches, or None."""
        matching = [rule for rule in self.authors if path_matches(rule.path, document_id)]
        return max(matching, key=lambda rule: (len(rule.path), -rule.line), default=None)

    def is_fictional(self, document_id: str) -> bool:
        """Return whether the file marks this document's people as invented."""
        return any(path_matches(pattern, document_id) for pattern in self.fictional)


def path_matches(pattern: str, document_id: str) -> bool:
    """Return whether a POSIX path matches a pattern, in which `*` stays in one folder and `**` crosses any number."""
    return _compiled(pattern).fullmatch(document_id) is not None


@lru_cache(maxsize=512)
def _compiled(pattern: str) -> re.Pattern[str]:
    parts = re.split(r"(\*\*/?|\*|\?)", pattern.removeprefix("./"))
    table = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    return re.compile("".join(table.get(part, re.escape(part)) for part in parts))
