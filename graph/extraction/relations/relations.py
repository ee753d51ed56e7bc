"""Ties projects to people, employers, technologies, practices and outcomes by what stands in their tellings."""

from __future__ import annotations

import re

from graph.documents import BlockKind, SectionKind, Span
from graph.extraction.reading import Reading
from graph.extraction.span_index import SpanIndex
from graph.model import EntityKind, Mention, MentionRelation, RelationKind

_TIES = {
    EntityKind.TECHNOLOGY: RelationKind.USES,
    EntityKind.PRACTICE: RelationKind.APPLIES,
    EntityKind.OUTCOME: RelationKind.ACHIEVED,
}
AUTHOR = (EntityKind.PERSON, "author")


def relate_projects(reading: Reading) -> list[MentionRelation]:
    """Return uses, applies and achieved: whatever stands in a project's telling belongs to the smallest telling around it."""
    found: list[MentionRelation] = []
    tellings = project_tellings(reading)
    extents = SpanIndex((t.extent, t) for t in tellings if t.extent is not None)
    by_key: dict[str, list[Mention]] = {}
    for telling in tellings:
        by_key.setdefault(telling.key, []).append(telling)
    told_in = {key: SpanIndex((t.span, t) for t in tellings) for key, tellings in by_key.items()}
    for mention in reading.mentions:
        kind = _TIES.get(mention.kind)
        if kind is None:
            continue
        holding = [t for t in extents.overlapping(mention.span) if t.extent and t.extent.contains(mention.span)]
        if mention.kind is EntityKind.TECHNOLOGY and _is_denied(reading, mention):
            continue
        if not holding:
            # A summary's figure that a story tells too is tied there already: its key is the same.
            continue
        telling = min(holding, key=lambda t: (len(t.extent) if t.extent else 0, t.span.start))
        section = reading.section_at(mention.span.start)
        if (
            section is not None
            and section.kind in (SectionKind.SKILLS, SectionKind.CONTACT)
            and telling.rule not in ("project-keys", "project-table-row")
            and reading.section_id_at(telling.span.start) != section.id
            and not _inside(section.heading, telling)
        ):
            continue
        words = reading.sentence_at(mention.span.start) or mention.span
        span = words if words.contains(mention.span) else mention.span
        near = telling.span.overlaps(span) or any(span.contains(t.span) for t in told_in[telling.key].overlapping(span))
        found.append(
            MentionRelation(
                telling.identity,
                kind,
                mention.identity,
                span,
                f"in-{telling.rule.removeprefix('project-')}",
                round(mention.confidence * (0.97 if near else 0.9), 3),
            )
        )
    return found


_COMPARED = re.compile(
    r"(?i)\b(?:competit(?:ive|or)\s(?:analys[ie]s|research|audit|review|benchmark(?:ing)?)|comparative\sanalysis|competitors)\s(?:of|on|such\sas|like|including)\b|"
    r"\b(?:chose|choosing|picked|picking|preferred)\s[^.;]{2,40}?\sover\b"
)
"""Opens a list of what others make or what was not taken: "Competitive analysis of Moodle and Canvas", "chose Rust over C++"."""
_JOINING = frozenset({"and", "or", "the", "as", "well", "also"})
_DENIAL = re.compile(
    r"(?i)\b(?:(?:did|do|does|was|were|would|could)(?:n[’']t|\s+not)\s+(?:\w+\s+){0,2}?(?:use|need|run|choose|want|touch)\w*|"
    r"without|instead of|rather than|never used|no need for|decided against|nicht|statt|ohne|sans|au lieu de|sin|en lugar de)\s+(?:\w+\s+)?$"
)


def _is_denied(reading: Reading, mention: Mention) -> bool:
    """Return whether the text says that a technology was not used: "we did not use Hadoop"."""
    before = reading.document.text[max(0, mention.span.start - 60) : mention.span.start]
    if _DENIAL.search(re.split(r"[.;!?]", before)[-1]) is not None:
        return True
    line = reading.document.text[max(0, mention.span.start - 120) : mention.span.start].rpartition("\n")[2]
    opened = list(_COMPARED.finditer(line)) if "ompet" in line or "ompar" in line or "over" in line else []
    if not opened:
        return False
    between = re.findall(r"[^\W\d_][\w'’]*|[.;!?](?=\s)", line[opened[-1].end() :])
    return all(word[0].isupper() or word in _JOINING for word in between)


def _inside(heading: Span | None, telling: Mention) -> bool:
    return heading is not None and telling.extent is not None and telling.extent.contains(heading)


def relate_author(reading: Reading) -> list[MentionRelation]:
    """Return worked_on from the document's author to each of its projects."""
    if not any(m.identity == AUTHOR for m in reading.mentions):
        return []
    return [
        MentionRelation(
            AUTHOR, RelationKind.WORKED_ON, t.identity, t.span, "author-of-document", round(t.confidence * 0.97, 3)
        )
        for t in project_tellings(reading)
    ]


def relate_parts(reading: Reading) -> list[MentionRelation]:
    """Return part_of where a telling says that it is a part of another project: "part of the …", a field `part_of`."""
    projects: dict[str, Mention] = {}
    for mention in reading.mentions:
        if mention.kind is EntityKind.PROJECT:
            projects.setdefault(" ".join(mention.name.casefold().split()), mention)
    found = []
    for telling in project_tellings(reading):
        extent = telling.extent or telling.span
        text = reading.quote(extent)
        for match in re.finditer(r"(?i)\bpart of (?:the |our |a )?(?P<x>[^.;:,\n]{4,90})", text):
            place = reading.document.span(extent.start + match.start(), extent.start + match.end())
            found += _part(telling, match["x"], place, projects, "part-of")
        for block in reading.blocks_in(extent):
            if block.kind is BlockKind.FIELD and re.search(r"(?:^|\.)(?:part_of|parent|programme|program)$", block.key):
                found += _part(telling, reading.quote(block.span), block.span, projects, "part-of-field")
    return found


def _part(telling: Mention, name: str, span: Span, projects: dict[str, Mention], rule: str) -> list[MentionRelation]:
    wanted = " ".join(name.casefold().split())
    whole = next(
        (m for known, m in projects.items() if (wanted.startswith(known) or known == wanted) and m.key != telling.key),
        None,
    )
    return (
        []
        if whole is None
        else [MentionRelation(telling.identity, RelationKind.PART_OF, whole.identity, span, rule, 0.85)]
    )


def project_tellings(reading: Reading) -> list[Mention]:
    """Return the places where the document tells a project, in order."""
    return [m for m in reading.mentions if m.kind is EntityKind.PROJECT and m.extent is not None]
