"""Decides which documents are by one person, and what that person's id and name are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graph.correction_rules import AuthorRule, Corrections
from graph.model import EntityKind, Mention
from graph.periods import overlap
from graph.resolution.readings import DocumentReading
from graph.slugs import digest, slug
from graph.union import Union

_PROFILE = re.compile(
    r"(?i)(?<![\w.+-])[\w.+-]++@[\w-]+\.[\w.]+|(?:linkedin\.com/in|github\.com|gitlab\.com|xing\.com/profile)/[\w-]+"
)


@dataclass(frozen=True, slots=True)
class Author:
    """Who wrote some documents."""

    id: str
    name: str
    named: bool
    documents: tuple[str, ...]
    reasons: tuple[str, ...]


def resolve_authors(readings: Sequence[DocumentReading], corrections: Corrections) -> list[Author]:
    """Return the authors of all documents, in order of id.

    Two documents are by one person when the full name agrees and one of: the same top-level folder, the same
    profile link or e-mail, a shared employer with overlapping dates; or when one rule of careergraph.yaml covers both.
    """
    authored = {reading.document.id: reading for reading in readings if reading.author is not None}
    rules = {key: corrections.author_of(key) for key in authored}
    union = Union(sorted(authored))
    ids = sorted(authored)
    for key, other in _named_at_top(authored, rules):
        name = authored[other].author.name  # type: ignore[union-attr]
        union.join(other, key, f"its first lines name {name!r}, as another file of the folder does")
    for place, one in enumerate(ids):
        for other in ids[:place]:
            reason = _same_person(authored[one], authored[other], rules[one], rules[other])
            if reason and not _kept_apart(authored[one], authored[other], corrections):
                union.join(other, one, reason)
    for key, other in _named_in_short(authored, rules):
        if not _kept_apart(authored[key], authored[other], corrections):
            short, full = (authored[one].author.name for one in (key, other))  # type: ignore[union-attr]
            union.join(other, key, f"{short!r} is short for {full!r}, and both files lie in one folder")
    found = [_author(group, authored, rules, union.reasons(group[0])) for group in union.groups()]
    return sorted(_distinct(found), key=lambda author: author.id)


_TOP = 300
"""Characters in which a file that names its author does so."""


def _named_at_top(authored: dict[str, DocumentReading], rules: dict[str, AuthorRule | None]) -> list[tuple[str, str]]:
    """Return (document, other document) pairs where the first lines of one hold the full name of the other's author.

    Both must share their top-level folder: a name that no layout makes sure of is sure where a neighbour has it.
    """
    found: list[tuple[str, str]] = []
    for key, reading in sorted(authored.items()):
        if rules[key] is not None or reading.author is None or _is_named(reading.author):
            continue
        top = " ".join(reading.document.text[:_TOP].casefold().split())
        for other, neighbour in sorted(authored.items()):
            author = neighbour.author
            if author is None or not _is_named(author) or _folder(neighbour) != _folder(reading):
                continue
            if " " in author.name and re.search(rf"(?<!\w){re.escape(_folded(author.name))}(?!\w)", top):
                found.append((key, other))
                break
    return found


def _named_in_short(authored: dict[str, DocumentReading], rules: dict[str, AuthorRule | None]) -> list[tuple[str, str]]:
    """Return (document, other document) pairs of one folder where "T. Orrinshaw" and "Tendai Orrinshaw" are the authors.

    None where two full names of the folder could be meant: then nothing says which.
    """
    found: list[tuple[str, str]] = []
    for key, reading in sorted(authored.items()):
        short = _parts_of_name(reading)
        if rules[key] is not None or len(short) < 2 or len(short[0]) > 1:
            continue
        full: dict[tuple[str, ...], str] = {}
        for other, neighbour in sorted(authored.items()):
            parts = _parts_of_name(neighbour)
            is_beside = key.rpartition("/")[0] == other.rpartition("/")[0] and rules[other] is None
            if is_beside and len(parts) > 1 and len(parts[0]) > 1 and (parts[0][0], parts[-1]) == (short[0], short[-1]):
                full.setdefault(parts, other)
        if len(full) == 1:
            found.append((key, next(iter(full.values()))))
    return found


def _parts_of_name(reading: DocumentReading) -> tuple[str, ...]:
    """Return the words of the author's name, folded and without full stops; none where the documents name nobody."""
    author = reading.author
    return tuple(_folded(author.name).replace(".", " ").split()) if author is not None and _is_named(author) else ()


def _same_person(
    one: DocumentReading, other: DocumentReading, rule: AuthorRule | None, rule_other: AuthorRule | None
) -> str:
    if rule is not None and rule == rule_other:
        return f"careergraph.yaml:{rule.line} names one author for {rule.path}"
    a, b = one.author, other.author
    if a is None or b is None or not (_is_named(a) and _is_named(b)) or _folded(a.name) != _folded(b.name):
        return ""
    if _folder(one) == _folder(other):
        return f"the name {a.name!r} agrees, and so does the folder {_folder(one) or '.'!r}"
    if _profiles(one) & _profiles(other):
        return f"the name {a.name!r} agrees, and so does a profile link or e-mail"
    shared = _shared_employer(one, other)
    return f"the name {a.name!r} agrees, and both were at {shared} at one time" if shared else ""


def _kept_apart(one: DocumentReading, other: DocumentReading, corrections: Corrections) -> bool:
    a, b = author_ids(one), author_ids(other)
    return any(
        set(rule.ids) & a and set(rule.ids) & b and len(set(rule.ids) & (a | b)) > 1 for rule in corrections.keep_apart
    )


def author_ids(reading: DocumentReading) -> set[str]:
    """Return the ids that a document's author would have, were it a person of one document or one folder."""
    author = reading.author
    name = slug(author.name) if author is not None else ""
    return {f"person:{name}-{slug(reading.document.id)}", f"person:{name}-{slug(_folder(reading) or 'root')}"}


def _folder(reading: DocumentReading) -> str:
    return reading.document.id.rpartition("/")[0].split("/")[0]


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def _is_named(author: Mention) -> bool:
    return author.attributes.get("named", True) is not False


def _profiles(reading: DocumentReading) -> set[str]:
    return {match.group().casefold() for match in _PROFILE.finditer(reading.document.text)}


def _shared_employer(one: DocumentReading, other: DocumentReading) -> str:
    for a in one.of(EntityKind.ROLE):
        for b in other.of(EntityKind.ROLE):
            if (
                a.attributes.get("employer")
                and a.attributes.get("employer") == b.attributes.get("employer")
                and overlap(a.period, b.period)
            ):
                return str(a.attributes["employer"])
    return ""


def _author(
    group: Sequence[str],
    authored: dict[str, DocumentReading],
    rules: dict[str, AuthorRule | None],
    reasons: tuple[str, ...],
) -> Author:
    first = authored[group[0]].author
    assert first is not None
    rule = rules[group[0]]
    if rule is not None and rule.name is None and not any(_is_named(m) for key in group if (m := authored[key].author)):
        place = slug(re.sub(r"[*?]+", "", rule.path)) or "content"
        return Author(f"person:author-of-{place}", rule.label or first.name, False, tuple(group), reasons)
    every = [m for key in group if (m := authored[key].author) is not None and _is_named(m)]
    # The first that is written out: "Tendai Orrinshaw" rather than "T. Orrinshaw".
    named = next((m for m in every if re.match(r"\w[. ]", m.name) is None), every[0] if every else None)
    if named is not None:
        return Author(f"person:{slug(named.name)}", named.name, True, tuple(group), reasons)
    return Author(f"person:author-of-{slug(group[0].rsplit('.', 1)[0])}", first.name, False, tuple(group), reasons)


def _distinct(authors: Sequence[Author]) -> list[Author]:
    """Return the authors with ids that differ: people who share a name get their first document's folder or hash behind it."""
    found: list[Author] = []
    for author in authors:
        twins = [a for a in authors if a.id == author.id]
        if len(twins) == 1:
            found.append(author)
            continue
        folders = [a.documents[0].rpartition("/")[0].split("/")[0] or "root" for a in twins]
        own = author.documents[0].rpartition("/")[0].split("/")[0] or "root"
        suffix = slug(own) if folders.count(own) == 1 else digest(author.documents[0])
        found.append(Author(f"{author.id}-{suffix}", author.name, author.named, author.documents, author.reasons))
    return found
