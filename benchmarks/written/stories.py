"""Writes the same invented pieces of work as notes for interviews, case studies, brag documents, portfolios and achievements of posts.

What an entry's form holds (told_in_parts.py, listed_works.py) is what has to be read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from benchmarks.written.layouts import Tried, reading_of
from benchmarks.written.listed_works import achievements, brag_documents, portfolios
from benchmarks.written.no_works import lists_of_no_work
from benchmarks.written.story_layouts import ENTRIES, PARTS, Layout
from benchmarks.written.told_in_parts import case_studies, star_notes
from graph.model import EntityKind, Mention, RelationKind
from graph.resolution.readings import DocumentReading

KINDS: Mapping[str, Callable[[], Iterable[Layout]]] = {
    "notes": star_notes, "studies": case_studies, "brag": brag_documents, "portfolios": portfolios, "posts": achievements, "no work": lists_of_no_work,
}  # fmt: skip


def found_in(layout: Layout, reading: DocumentReading) -> list[str]:
    """Return `Name | technologies | figures | employer | parts` for each project."""
    known = {mention.identity: mention for mention in reversed(reading.mentions)}
    projects = {mention.key: mention for mention in reversed(reading.of(EntityKind.PROJECT))}
    return sorted(_project(layout, reading, known, project) for project in projects.values())


def _project(
    layout: Layout, reading: DocumentReading, known: Mapping[tuple[EntityKind, str], Mention], project: Mention
) -> str:
    ends: dict[RelationKind, set[str]] = {}
    for relation in reading.relations:
        if relation.source == project.identity:
            ends.setdefault(relation.kind, set()).add(_shown(known[relation.target]))
    tools, figures, houses = (
        ", ".join(sorted(ends.get(kind, ())))
        for kind in (RelationKind.USES, RelationKind.ACHIEVED, RelationKind.AT_EMPLOYER)
    )
    name = project.name if layout.holds("N") or not layout.works else "-"
    return " | ".join((name, tools, figures, houses, _parts(layout, reading, project)))


def _parts(layout: Layout, reading: DocumentReading, project: Mention) -> str:
    """Return those of the layout's parts whose sentences are read as such."""
    tellings = [mention for mention in reading.of(EntityKind.PROJECT) if mention.key == project.key]
    told = {
        part: " ".join(
            reading.document.quote(span) for telling in tellings for span in telling.parts.get(PARTS[part], ())
        )
        for part in layout.parts
    }
    return "".join(part for part in layout.parts if any(entry[part].rstrip(".") in told[part] for entry in ENTRIES))


def _shown(mention: Mention) -> str:
    measure = mention.measure
    if measure is None:
        return mention.name
    return (
        f"{measure.size:g}" + ("" if measure.before is None else f"<{measure.before:g}")
        if measure.size is not None
        else "no"
    )


def unread(kind: str, every: int = 1) -> Iterator[tuple[str, list[str] | None]]:
    """Yield each layout (one of `every`) with what was read instead of its entries; None where they are read, and nothing else."""
    for number, layout in enumerate(KINDS[kind]()):
        if number % every == 0:
            found = found_in(layout, reading_of("page.md", layout.text()))
            yield layout.name, None if found == layout.wanted() else found


TRIED: Mapping[str, Tried] = {kind: partial(unread, kind) for kind in KINDS}
"""Kind → the layouts, one of so many, each with what was read instead of it or None."""
