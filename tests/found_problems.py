"""What `check` finds in a graph: the findings of one kind, the codes of all."""

from __future__ import annotations

from graph.finding import Finding
from graph.findings import find_problems
from graph.model import KnowledgeGraph
from graph.report import BuildReport

NOTHING = BuildReport(documents=(), skipped=(), findings=(), merges=())


def codes(kg: KnowledgeGraph, report: BuildReport = NOTHING) -> list[str]:
    return [finding.code for finding in find_problems(kg, report)]


def of_code(kg: KnowledgeGraph, code: str, report: BuildReport = NOTHING) -> list[Finding]:
    return [finding for finding in find_problems(kg, report) if finding.code == code]
