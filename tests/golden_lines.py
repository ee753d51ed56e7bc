"""Writes what is found in a small text as the lines of golden files, and compares them with the expected ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from graph.model import EntityKind, Measure, Mention, RelationKind
from graph.pipeline import interpret
from graph.readers import reader_for
from graph.resolution.readings import DocumentReading
from tests.career_reading import GOLDEN, education_lines, employment_lines, people_lines, reading_of

_SIGNS = {"=": "", "range": ""}


def read_case(title: str, text: str) -> DocumentReading:
    """Return what the pipeline reads from a case: plain text, or Markdown, YAML … where the title ends in `[md]`, `[yaml]` …"""
    name = file_name(title)
    return interpret(reader_for(name).read(text.encode("utf-8"), name))


def file_name(title: str) -> str:
    """Return the file name whose ending chooses the case's format."""
    return f"notes.{title.rpartition('[')[2].rstrip(']')}" if title.endswith("]") else "notes.txt"


# ---------------------------------------------------------------- one line for each thing found


def figure(measure: Measure) -> str:
    """Return `>=60,000 customers`, `10..15 ratio`, `2 seconds (from 60)`, or `no downtime` where no value is said."""
    if measure.size is None:
        return f"no {measure.label}"
    number = f"{measure.value:,.10g}" if measure.value is not None else f"{measure.low:,.10g}..{measure.high:,.10g}"
    came_from = "" if measure.before is None else f" (from {measure.before:,.10g})"
    return f"{_SIGNS.get(measure.comparator, measure.comparator)}{number} {measure.unit}".strip() + came_from


def outcome_lines(reading: DocumentReading) -> list[str]:
    """Return `outcome: figure | direction | label | what it measures` for each outcome, in order of place."""
    return [
        f"outcome: {figure(m.measure)} | {m.measure.direction} | {m.measure.label} | {m.measure.measures}"
        for m in _first_of_each(reading.of(EntityKind.OUTCOME))
        if m.measure is not None
    ]


def term_lines(kind: EntityKind) -> Callable[[DocumentReading], list[str]]:
    """Return the writer of `technology: Name` or `practice: name` lines."""
    return lambda reading: [f"{kind}: {mention.name}" for mention in _first_of_each(reading.of(kind))]


def project_lines(reading: DocumentReading) -> list[str]:
    """Return `project: Name [uses …; achieved …; at …]` for each project, in order of place."""
    return [f"project: {m.name} [{_ties(reading, m)}]" for m in _first_of_each(reading.of(EntityKind.PROJECT))]


def story_lines(reading: DocumentReading) -> list[str]:
    """Return `project: Name` and below it `situation: words` for each part of each of its tellings."""
    lines = []
    for project in _first_of_each(reading.of(EntityKind.PROJECT)):
        lines.append(f"project: {project.name}")
        for telling in reading.of(EntityKind.PROJECT):
            if telling.key == project.key:
                spans = (
                    (part, span)
                    for part in ("situation", "task", "action", "result")
                    for span in telling.parts.get(part, ())
                )
                lines += [f"{part}: {' '.join(reading.document.quote(span).split())}" for part, span in spans]
    return lines


def _first_of_each(mentions: Sequence[Mention]) -> list[Mention]:
    return list({mention.key: mention for mention in reversed(mentions)}.values())[::-1]


_TIES = (
    ("uses", RelationKind.USES),
    ("applies", RelationKind.APPLIES),
    ("achieved", RelationKind.ACHIEVED),
    ("at", RelationKind.AT_EMPLOYER),
)


def _ties(reading: DocumentReading, project: Mention) -> str:
    known = {mention.identity: mention for mention in reversed(reading.mentions)}
    groups = []
    for word, kind in _TIES:
        ends = dict.fromkeys(r.target for r in reading.relations if r.source == project.identity and r.kind is kind)
        named = [figure(measure) if (measure := known[end].measure) else known[end].name for end in ends]
        groups.append(f"{word} {', '.join(named) or '-'}")
    return "; ".join(groups)


LINES: Mapping[str, Callable[[DocumentReading], list[str]]] = {
    "outcomes.txt": outcome_lines,
    "not_outcomes.txt": outcome_lines,
    "cards.txt": outcome_lines,
    "technologies.txt": term_lines(EntityKind.TECHNOLOGY),
    "practices.txt": term_lines(EntityKind.PRACTICE),
    "projects.txt": project_lines,
    "stories.txt": story_lines,
    **{path.name: term_lines(EntityKind.PRACTICE) for path in sorted(GOLDEN.glob("practices_*.txt"))},
    **{path.name: term_lines(EntityKind.TECHNOLOGY) for path in sorted(GOLDEN.glob("technologies_*.txt"))},
}
"""Golden file → the kinds that it lists exhaustively; `practices_sales.txt` and its like list one field's each."""
CAREER_LINES = {
    "employments.txt": employment_lines,
    "education.txt": education_lines,
    "people.txt": people_lines,
}
"""Golden files whose lines one recognizer alone writes."""


def found_lines(file: str, title: str, text: str) -> list[str]:
    """Return the lines of what is found in a case of this file."""
    if file in CAREER_LINES:
        return CAREER_LINES[file](reading_of(text, file_name(title)))
    return LINES[file](read_case(title, text))


# ---------------------------------------------------------------- comparing


def agrees(expected: str, found: str) -> bool:
    """Return whether a found line says what the expected one says; what the expected line leaves out is free.

    An outcome's later fields may be left out or empty, and its label holds at least the expected words; a project's ties may be
    left out, and those that are listed are all; a line that ends in "…" gives the beginning.
    """
    if expected == found:
        return True
    if expected.endswith("…"):
        return found.startswith(expected[:-1].rstrip())
    if expected.startswith("outcome: ") and found.startswith("outcome: "):
        want, have = ([field.strip() for field in line.split("|")] for line in (expected, found))
        same = [not w or w == h for w, h in zip(want, have, strict=False)]
        if len(want) > 2:
            same[2] = _words(want[2]) <= _words(have[2])
        return all(same)
    if expected.startswith("project: ") and found.startswith("project: "):
        name, _, ties = expected.partition(" [")
        found_name, _, found_ties = found.partition(" [")
        listed = {tie.strip() for tie in ties.rstrip("]").split(";") if tie.strip()}
        return name == found_name and listed <= {tie.strip() for tie in found_ties.rstrip("]").split(";")}
    return False


def _words(label: str) -> set[str]:
    return set(label.casefold().replace("-", " ").split())


def in_expected_words(found: Sequence[str], expected: Sequence[str]) -> list[str]:
    """Return the found lines, each that agrees with an expected line written as that one, so that a diff shows what differs."""
    left, lines = list(expected), []
    for line in found:
        match = next((want for want in left if agrees(want, line)), None)
        if match is not None:
            left.remove(match)
        lines.append(line if match is None else match)
    return lines
