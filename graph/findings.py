"""What is doubtful about a graph and its documents, each with its place and remedy. Reports; changes nothing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from graph.claims import claims_told_two_ways
from graph.correction_rules import FILE_NAME
from graph.duplicates import likely_duplicates
from graph.experience import is_dated
from graph.finding import (
    LEFT_OUT,
    Finding,
    Paste,
    finding_at,
    paste_hidden_id,
    paste_hidden_words,
    paste_ids,
    paste_outcome,
    quoted,
)
from graph.jobs_told import jobs_told_two_ways
from graph.model import DateRange, Entity, EntityKind, KnowledgeGraph, RelationKind
from graph.queries import others
from graph.unknown_terms import unknown_terms

if TYPE_CHECKING:  # the pipeline brings every reader's library along
    from graph.report import BuildReport


def find_problems(kg: KnowledgeGraph, report: BuildReport) -> list[Finding]:
    """Return everything doubtful, by kind in the order of PROBLEMS, then by document and place."""
    found = []
    for problem in PROBLEMS.values():
        found += sorted(problem(kg, report), key=lambda f: (f.document or "", f.start or 0, f.end or 0, f.message))
    return found


# ---------------------------------------------------------------- figures and stories


def outcomes_without_project(kg: KnowledgeGraph, report: BuildReport) -> Iterator[Finding]:
    """Yield figures that no story achieved."""
    for outcome in kg.entities(EntityKind.OUTCOME):
        if not others(kg, outcome.id, RelationKind.ACHIEVED, "in"):
            yield finding_at(
                kg,
                "outcome-without-project",
                outcome.evidence[0].span,
                f"“{outcome.evidence[0].quote}” belongs to no story",
                "tell it in the section of the work that achieved it, or name that work",
                (
                    paste_outcome(
                        kg,
                        "if this work achieved it (or put the id of another)",
                        outcome.evidence[0].span,
                        f"project: {quoted(_nearest_project(kg, outcome))}",
                    ),
                    paste_hidden_words(kg, "if it measures no work", outcome.evidence[0].span),
                ),
            )


def _nearest_project(kg: KnowledgeGraph, outcome: Entity) -> str:
    """Return the id of the project told nearest to a figure, of its document; else `project:ID`, for the user to fill in."""
    span = outcome.evidence[0].span
    told = [
        (max(t.span.start - span.end, span.start - t.span.end, 0), t.span, project_id)
        for project_id, tellings in kg.tellings.items()
        for t in tellings
        if t.span.document_id == span.document_id and project_id in kg
    ]
    return min(told)[2] if told else "project:ID"


def projects_without_outcome(kg: KnowledgeGraph, report: BuildReport) -> Iterator[Finding]:
    """Yield stories without a single figure."""
    for project in kg.entities(EntityKind.PROJECT):
        if not others(kg, project.id, RelationKind.ACHIEVED, "out"):
            yield finding_at(
                kg,
                "project-without-outcome",
                project.evidence[0].span,
                f"{project.name} has no number",
                "say what it achieved: how much, how fast, how many",
                (paste_hidden_id("if it is no piece of work", project),),
            )


# ---------------------------------------------------------------- people and roles


def undated_roles(kg: KnowledgeGraph, report: BuildReport) -> Iterator[Finding]:
    """Yield roles for which no year is given."""
    for role in kg.entities(EntityKind.ROLE):
        period = role.period or DateRange()
        if not any((role.attributes.get("start"), role.attributes.get("end"), period.start, period.end_text)):
            employers = others(kg, role.id, RelationKind.AT_EMPLOYER, "out")
            where = f" at {employers[0].name}" if employers and employers[0].name != role.name else ""
            yield finding_at(
                kg,
                "undated-role",
                role.evidence[0].span,
                f"{role.name}{where} has no dates",
                _ADD_DATES,
                (paste_hidden_id("if it was no job", role),),
            )


_ADD_DATES = 'add its months or years, e.g. "Mar 2019 – Jun 2021"'


def undated_projects(kg: KnowledgeGraph, report: BuildReport) -> Iterator[Finding]:
    """Yield stories of which nothing says when they were: no date of their own, none of the job around them."""
    for project in kg.entities(EntityKind.PROJECT):
        if not is_dated(kg, project):
            yield finding_at(
                kg,
                "undated-project",
                project.evidence[0].span,
                f"nothing says when {project.name} was",
                _ADD_DATES + ", or name its employer, where the job is dated",
                (paste_hidden_id("if it is no piece of work", project),),
            )


def unknown_authors(kg: KnowledgeGraph, report: BuildReport) -> Iterator[Finding]:
    """Yield people who speak in documents that don't name them."""
    for person in kg.entities(EntityKind.PERSON):
        # An author to whom the user gave a label is known to be unknown: nothing to ask.
        if person.attributes.get("named") is not False or not person.name.startswith("Author of "):
            continue
        documents = sorted({proof.span.document_id for proof in person.evidence} & kg.documents.keys())
        path = _common_path(documents) if documents else person.evidence[0].span.document_id
        yield finding_at(
            kg,
            "unknown-author",
            person.evidence[0].span,
            f"nobody says who wrote {path}",
            "say who wrote it, or describe the author with a label",
            (
                Paste("with the name", f"authors:\n  - path: {quoted(path)}\n    name: FULL NAME"),
                Paste("where no name is known", f"authors:\n  - path: {quoted(path)}\n    label: WHO THIS IS"),
            ),
        )


def _common_path(documents: Sequence[str]) -> str:
    if len(documents) == 1:
        return documents[0]
    folders = [document.split("/")[:-1] for document in documents]
    shared = []
    for parts in zip(*folders, strict=False):
        if len(set(parts)) > 1:
            break
        shared.append(parts[0])
    return "/".join([*shared, "**"])


def same_names(kg: KnowledgeGraph, report: BuildReport) -> Iterator[Finding]:
    """Yield names that two or more people have."""
    people: dict[str, list[Entity]] = defaultdict(list)
    for person in kg.entities(EntityKind.PERSON):
        people[" ".join(person.name.casefold().split())].append(person)
    apart = [set(ids) for ids in report.kept_apart]
    for namesakes in people.values():
        if len(namesakes) > 1 and not any({person.id for person in namesakes} <= ids for ids in apart):
            ids = ", ".join(person.id for person in namesakes)
            yield finding_at(
                kg,
                "same-name",
                namesakes[0].evidence[0].span,
                f"{len(namesakes)} people are called {namesakes[0].name}: {ids}",
                "say whether they are one",
                (
                    paste_ids("same_as", "if they are one", namesakes),
                    paste_ids("keep_apart", "if they are not", namesakes),
                ),
            )


# ---------------------------------------------------------------- files


def skipped_files(kg: KnowledgeGraph, report: BuildReport) -> Iterator[Finding]:
    """Yield files of the content folder that were not read."""
    for skipped in report.skipped:
        yield Finding("skipped-file", f"not read: {skipped.reason}", skipped.path, remedy=skipped.remedy)


def unmatched_corrections(kg: KnowledgeGraph, report: BuildReport) -> Iterator[Finding]:
    """Yield rules of careergraph.yaml that match nothing."""
    for path, line, said in map(_placed, report.findings):
        if path in (None, FILE_NAME):
            remedy = f"mend the id, path or quote in {FILE_NAME}, or take the rule out"
            yield Finding("correction-unmatched", said, FILE_NAME, line, remedy=remedy)


def misread_front_matter(kg: KnowledgeGraph, report: BuildReport) -> Iterator[Finding]:
    """Yield documents whose front matter is no YAML; their text was read without it."""
    for path, line, said in map(_placed, report.findings):
        if path not in (None, FILE_NAME) and not said.endswith(LEFT_OUT):
            remedy = "mend the YAML between the `---` lines; quote values that hold a colon"
            yield Finding("front-matter", said, path, line, remedy=remedy)


def figures_left_out(kg: KnowledgeGraph, report: BuildReport) -> Iterator[Finding]:
    """Yield sentences with so many figures that not all were judged."""
    for path, line, said in map(_placed, report.findings):
        if path not in (None, FILE_NAME) and said.endswith(LEFT_OUT):
            remedy = "a list of numbers may stay; say in a sentence of its own what a figure measures"
            yield Finding("figures-left-out", said, path, line, remedy=remedy)


def _placed(message: str) -> tuple[str | None, int | None, str]:
    """Return the path, line and words of a message `path:line: words`; those that it lacks are None."""
    placed = re.match(r"\A(?P<path>[^\n]+?):(?:(?P<line>\d+):)? (?P<said>.*)", message, re.DOTALL)
    if placed is None:
        return None, None, message
    return placed["path"], None if placed["line"] is None else int(placed["line"]), placed["said"]


Problem: TypeAlias = "Callable[[KnowledgeGraph, BuildReport], Iterator[Finding]]"

PROBLEMS: Mapping[str, Problem] = {
    "skipped-file": skipped_files,
    "correction-unmatched": unmatched_corrections,
    "front-matter": misread_front_matter,
    "figures-left-out": figures_left_out,
    "unknown-author": unknown_authors,
    "same-name": same_names,
    "likely-duplicate": likely_duplicates,
    "claim-told-two-ways": claims_told_two_ways,
    "job-told-two-ways": jobs_told_two_ways,
    "outcome-without-project": outcomes_without_project,
    "project-without-outcome": projects_without_outcome,
    "undated-role": undated_roles,
    "undated-project": undated_projects,
    "unknown-term": unknown_terms,
}
"""Code → what finds it; in the order in which findings are told."""
