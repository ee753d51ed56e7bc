"""What a build gives: the graph, and the report of what was read, what not, and what was decided."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graph.model import KnowledgeGraph, Merge
from graph.questions import Question


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that was not read."""

    path: str
    """POSIX, below the content folder."""
    reason: str
    remedy: str


@dataclass(frozen=True, slots=True)
class DocumentSummary:
    """What was read from one file."""

    document_id: str
    title: str
    counts: Mapping[str, int]
    """Kind of entity → how many different ones; `relations` → how many."""


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build read, what not, and what it decided."""

    documents: tuple[DocumentSummary, ...]
    skipped: tuple[Skipped, ...]
    findings: tuple[str, ...] = ()
    """Corrections that matched nothing and front matter that was not understood, each with its place."""
    merges: tuple[Merge, ...] = ()
    kept_apart: tuple[tuple[str, ...], ...] = ()
    """Ids that the user says are not one: no doubt of `check` any more."""
    hidden: tuple[tuple[str, str], ...] = ()
    """(document id, quote) of what the user says is no fact."""
    questions: tuple[Question, ...] = ()
    """Of interviews: the packaged ones, then the user's. Kept here, since pages read no YAML."""


@dataclass(frozen=True, slots=True)
class BuildResult:
    """A graph with the report of its making."""

    kg: KnowledgeGraph
    report: BuildReport
    communities: tuple[tuple[str, ...], ...] = ()
    """Ids of entities that hang together; worked out when the build is saved, and there from then on."""
