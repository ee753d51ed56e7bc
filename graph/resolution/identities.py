"""Gives each mention of each document the id of its entity: the one map from what documents say to what the graph holds."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from graph.correction_rules import Corrections
from graph.extraction.employment.entry_weighing import CARD_OF_WORK
from graph.model import DateRange, EntityKind, Mention, MentionKey, Merge, RelationKind
from graph.resolution.people import Author, resolve_authors
from graph.resolution.projects import figure_identity, resolve_projects
from graph.resolution.readings import DocumentReading
from graph.slugs import digest, slug
from graph.union import Union

_LEGAL = re.compile(
    r"(?i)(?<![,\s])[,\s]++(?:inc|llc|ltd|corp|corporation|co|company|gmbh|ag|plc|s\.?a|b\.?v|pty|oy|ab|as)\.?$"
)
Place = tuple[str, MentionKey]
"""(document id, (kind, key))."""


@dataclass(frozen=True, slots=True)
class Identities:
    """Which entity each mention is."""

    ids: Mapping[Place, str]
    names: Mapping[str, str]
    """Entity id → name to show, where resolution chose one."""
    merges: Mapping[str, tuple[Merge, ...]]
    authors: tuple[Author, ...]


def resolve(readings: Sequence[DocumentReading], corrections: Corrections) -> Identities:
    """Return the identity of every mention of all documents; the same for any order of `readings`."""
    readings = sorted(readings, key=lambda reading: reading.document.id)
    authors = resolve_authors(readings, corrections)
    author_of = {key: author.id for author in authors for key in author.documents}
    ids: dict[Place, str] = {}
    names: dict[str, str] = {}
    merges: dict[str, list[Merge]] = {}
    for author in authors:
        names[author.id] = author.name
        for key in author.documents:
            ids[key, (EntityKind.PERSON, "author")] = author.id
        _note(merges, author.id, (author.name,), author.reasons)
    for project in resolve_projects(readings, author_of, corrections):
        names[project.id] = project.name
        for document_id, key in project.members:
            ids[document_id, (EntityKind.PROJECT, key)] = project.id
        _note(merges, project.id, (project.name, *project.aliases), project.reasons)
    for reading in readings:
        for mention in reading.mentions:
            place = (reading.document.id, mention.identity)
            if place not in ids and mention.kind not in (EntityKind.ROLE, EntityKind.OUTCOME):
                ids[place] = _plain_id(mention)
    _resolve_roles(readings, author_of, ids)
    _resolve_outcomes(readings, author_of, ids, merges)
    canonical = _joined_by_user(set(ids.values()), corrections, merges)
    return Identities(
        ids={place: canonical.get(entity_id, entity_id) for place, entity_id in ids.items()},
        names={canonical.get(key, key): name for key, name in names.items() if canonical.get(key, key) == key},
        merges={key: tuple(found) for key, found in merges.items()},
        authors=tuple(authors),
    )


def _note(merges: dict[str, list[Merge]], entity_id: str, names: tuple[str, ...], reasons: Sequence[str]) -> None:
    for reason in reasons:
        merges.setdefault(entity_id, []).append(Merge(entity_id, names, reason))


def _plain_id(mention: Mention) -> str:
    """Return the id of a thing that its name alone identifies."""
    if mention.term_id is not None:
        return f"{mention.kind}:{mention.term_id}"
    name = _LEGAL.sub("", mention.name) if mention.kind is EntityKind.EMPLOYER else mention.name
    return f"{mention.kind}:{slug(name)}"


# ---------------------------------------------------------------- roles


def _resolve_roles(readings: Sequence[DocumentReading], author_of: Mapping[str, str], ids: dict[Place, str]) -> None:
    """One holding (person, employer, title, start) is one role, however many documents tell of it.

    So are two that begin and end in the same months under other titles, each the only one of its document: a translation's.
    """
    known: list[tuple[str, str, str, DateRange | None, str]] = []
    told_in: dict[str, set[str]] = {}
    # Cards last: the dates of a piece of work may lie within those of the post in which it was done.
    for reading, of_cards in [(reading, of_cards) for of_cards in (False, True) for reading in readings]:
        person = author_of.get(reading.document.id, reading.document.id)
        roles = [m for m in reading.of(EntityKind.ROLE) if (m.rule == CARD_OF_WORK) is of_cards]
        for mention in sorted(roles, key=lambda m: (m.period is None, m.span.start)):
            title = str(mention.attributes.get("title") or "")
            employer = ids.get(
                (reading.document.id, (EntityKind.EMPLOYER, str(mention.attributes.get("employer") or ""))), ""
            )
            same = next(
                (
                    k
                    for k in known
                    if k[0] == person
                    and k[1] == employer
                    and (
                        _same_post(k[2], title, k[3], mention.period)
                        or (of_cards and slug(k[2]) == slug(title) and _lies_within(mention.period, k[3]))
                        or _is_told_elsewhere(reading, mention, k[3], told_in[k[4]])
                    )
                ),
                None,
            )
            if same is not None:
                ids[reading.document.id, mention.identity] = same[4]
                told_in[same[4]].add(reading.document.id)
                continue
            start = "" if mention.period is None or mention.period.start is None else str(mention.period.start)
            parts = [part for part in (slug(title) if title else "post", employer.partition(":")[2], start) if part]
            role_id = f"role:{'-'.join(parts)}-{digest(f'{person}|{employer}|{title}|{start}', 4)}"
            known.append((person, employer, title, mention.period, role_id))
            told_in[role_id] = {reading.document.id} if _is_alone(reading, mention) else {reading.document.id, ""}
            ids[reading.document.id, mention.identity] = role_id


def _is_told_elsewhere(reading: DocumentReading, role: Mention, period: DateRange | None, told_in: set[str]) -> bool:
    """Return whether a role of other documents began and ended in the months of this one, and neither shares them with another."""
    if period is None or role.period is None or period.start is None or period.start.month is None:
        return False
    elsewhere = reading.document.id not in told_in and "" not in told_in
    return elsewhere and period == role.period and _is_alone(reading, role)


def _is_alone(reading: DocumentReading, role: Mention) -> bool:
    """Return whether no other role of the document is at the same employer in the same months."""
    employer = role.attributes.get("employer")
    same = [
        other
        for other in reading.of(EntityKind.ROLE)
        if other.attributes.get("employer") == employer and other.period == role.period
    ]
    return len({other.identity for other in same}) == 1


def _same_post(title: str, other: str, period: DateRange | None, period_other: DateRange | None) -> bool:
    if slug(title) != slug(other):
        return False
    if period is None or period_other is None or period.start is None or period_other.start is None:
        return True
    a, b = period.start, period_other.start
    return a.year == b.year and (a.month is None or b.month is None or a.month == b.month)


def _lies_within(period: DateRange | None, other: DateRange | None) -> bool:
    """Return whether a period starts and ends in another; an open one goes on."""
    if period is None or other is None or period.start is None or other.start is None:
        return False
    if period.start.first_month < other.start.first_month:
        return False
    if other.is_current or other.end is None:
        return other.is_current
    return period.end is not None and period.end.last_month <= other.end.last_month


# ---------------------------------------------------------------- outcomes


def _resolve_outcomes(
    readings: Sequence[DocumentReading],
    author_of: Mapping[str, str],
    ids: dict[Place, str],
    merges: dict[str, list[Merge]],
) -> None:
    """The same figure of the same work is one outcome, wherever it is told."""
    owners: dict[Place, str] = {}
    mentions: dict[Place, Mention] = {}
    for reading in readings:
        for mention in reading.of(EntityKind.OUTCOME):
            mentions.setdefault((reading.document.id, mention.identity), mention)
        for relation in reading.relations:
            if relation.kind is RelationKind.ACHIEVED:
                owners.setdefault((reading.document.id, relation.target), ids[reading.document.id, relation.source])
    union: Union[Place] = Union(mentions)
    by_owner: dict[tuple[object, ...], Place] = {}
    for place, mention in mentions.items():
        measure = mention.measure
        if measure is None or place not in owners:
            continue
        identity = (owners[place], *figure_identity(measure), measure.before)
        loose = (owners[place], *figure_identity(measure), None)
        first = by_owner.get(identity) or by_owner.get(loose)
        if first is None:
            by_owner[identity] = place
            by_owner.setdefault(loose, place)
        else:
            union.join(first, place, f"the same figure, {measure.text}, of the same work")
    for group in union.groups():
        best = min(group, key=lambda place: (_has_no_before(mentions[place]), group.index(place)))
        entity_id = f"outcome:{best[1][1]}"
        person = author_of.get(best[0], best[0])
        if any(other_id == entity_id for other_id in ids.values()):
            entity_id = f"{entity_id}-{digest(person + best[0], 4)}"
        for place in group:
            ids[place] = entity_id
        _note(merges, entity_id, tuple(sorted({mentions[p].name for p in group})), union.reasons(group[0]))


def _has_no_before(mention: Mention) -> bool:
    return mention.measure is None or mention.measure.before is None


# ---------------------------------------------------------------- careergraph.yaml


def _joined_by_user(known: set[str], corrections: Corrections, merges: dict[str, list[Merge]]) -> dict[str, str]:
    """Return id → the id that stands for it by `same_as`; the first id of an entry that exists stands for all."""
    canonical: dict[str, str] = {}
    for rule in corrections.same_as:
        present = [entity_id for entity_id in rule.ids if entity_id in known]
        for other in present[1:]:
            canonical[other] = present[0]
        if len(present) > 1:
            _note(merges, present[0], tuple(present), [f"careergraph.yaml:{rule.line} says that they are the same"])
    return canonical
