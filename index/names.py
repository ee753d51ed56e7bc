"""Finds the names of the graph in a query, and what a filter's value may mean. Knows no engine and no ranking."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz, process

from graph.model import Entity, EntityKind, KnowledgeGraph
from index.analyzers import fold, stem, words
from index.errors import UsageError
from index.query import Clause, Filter, Group, Named, Need, Node, Note, Operator, Range, SearchQuery, Word
from index.query_words import MODIFIERS
from index.records import PASSAGE_KINDS
from index.schema import FACETS, QUERY_FIELDS

NAMED_KINDS = (
    EntityKind.TECHNOLOGY, EntityKind.PRACTICE, EntityKind.EMPLOYER, EntityKind.PERSON, EntityKind.INSTITUTION,
)  # fmt: skip
"""Whose names are recognised in plain words; titles of projects are too much like sentences."""

_MAX_NAME_WORDS = 8
_CLOSE_ENOUGH = 80
"""rapidfuzz ratio (0–100) from which another name is worth proposing."""

_FIXED: Mapping[str, tuple[str, ...]] = {
    "type": (*PASSAGE_KINDS, *(kind.value for kind in EntityKind)),
    "has": ("metric", "result", "star"),
}
_SYNONYMS: Mapping[str, str] = {
    "figure": "metric",
    "number": "metric",
    "tech": "technology",
    "stories": "story",
    "technologies": "technology",
}


@dataclass(frozen=True, slots=True)
class NameMatch:
    """An entity that words name, and the alias by which they do (None: its own name)."""

    entity: Entity
    alias: str | None


class Names:
    """The names and aliases of a graph's entities by their words."""

    def __init__(self, kg: KnowledgeGraph) -> None:
        self.kg = kg
        self._by_words: dict[tuple[str, ...], list[NameMatch]] = defaultdict(list)
        self._of_kind: dict[str, list[tuple[frozenset[str], str]]] = defaultdict(list)
        self._labels: dict[str, list[str]] = defaultdict(list)
        for entity in kg.entities():
            for name in dict.fromkeys((entity.name, *entity.aliases)):
                self._add(entity, name)

    def _add(self, entity: Entity, name: str) -> None:
        key = words(name)
        self._of_kind[entity.kind.value].append((frozenset(key), entity.id))
        self._labels[entity.kind.value].append(name)
        if entity.kind not in NAMED_KINDS or not key:
            return
        match = NameMatch(entity, None if name == entity.name else name)
        keys = {key}
        if entity.kind is EntityKind.PRACTICE:
            # "migrations" names the practice "migration"; products keep their spelling ("Kafkas" is nothing).
            keys.add(tuple(stem(word) for word in key))
        for each in sorted(keys):
            if all(known.entity.id != entity.id for known in self._by_words[each]):
                self._by_words[each].append(match)

    def words(self) -> set[str]:
        """Return every word of every name and alias, folded."""
        return {word for found in self._of_kind.values() for name, _ in found for word in name}

    def find(self, parts: Sequence[str]) -> list[NameMatch]:
        """Return the entities that exactly these words name, by id."""
        if len(parts) > _MAX_NAME_WORDS:
            return []
        exact = self._by_words.get(tuple(parts), [])
        stemmed = self._by_words.get(tuple(stem(part) for part in parts), [])
        found = {match.entity.id: match for match in (*stemmed, *exact)}
        return [found[key] for key in sorted(found)]

    def values(self, field: str, value: str) -> tuple[str, ...]:
        """Return the ids or fixed values that a filter's value may mean; empty where it means nothing here."""
        if field in _FIXED:
            folded = fold(value).strip()
            guesses = (folded, _SYNONYMS.get(folded, ""), folded.removesuffix("s"))
            return next(((guess,) for guess in guesses if guess in _FIXED[field]), ())
        if field == "document":
            return self._documents(value)
        if field == "experience":
            return ("-".join(words(value)),) if words(value) else ()
        if value in self.kg and self.kg.entity(value).kind.value == field:
            return (value,)
        wanted = words(value)
        named = [m.entity.id for m in self.find(wanted) if m.entity.kind.value == field]
        whole = [key for name, key in self._of_kind[field] if name == set(wanted)]
        within = [key for name, key in self._of_kind[field] if wanted and name >= set(wanted)]
        loose = within if field not in ("technology", "practice") else []
        return tuple(sorted(set(named or whole or loose))) if field != "role" else tuple(sorted(set(within)))

    def _documents(self, value: str) -> tuple[str, ...]:
        if value in self.kg.documents:
            return (value,)
        wanted = set(words(value))
        return tuple(
            key for key, document in sorted(self.kg.documents.items())
            if fold(value) in fold(key) or (wanted and wanted <= set(words(document.title)))
        )  # fmt: skip

    def nearest(self, field: str, value: str) -> str | None:
        """Return the name of this kind that is spelled most like `value`, or None where none is close."""
        choices = self._labels.get(field) or list(_FIXED.get(field, ()))
        found = process.extractOne(value, choices, scorer=fuzz.ratio, processor=fold, score_cutoff=_CLOSE_ENOUGH)
        return None if found is None else str(found[0])


def interpret(query: SearchQuery, names: Names, filters: Mapping[str, Iterable[str]] | None = None) -> SearchQuery:
    """Return the query with names recognised, modifiers set apart and filters resolved to values.

    `filters` are those chosen beside the text; a facet's values add up as alternatives. Raises UsageError for a facet
    that there is not.
    """
    clauses, modifiers = _recognise(query.clauses, names)
    notes = list(query.notes)
    chosen: dict[str, tuple[str, ...]] = {}
    for name, values in (filters or {}).items():
        field = QUERY_FIELDS.get(name, name)
        if field not in {spec.name for spec in FACETS}:
            raise UsageError(f"there is no filter {name!r}; filters are {', '.join(spec.name for spec in FACETS)}")
        found = [(value, names.values(field, value)) for value in values]
        notes += [_no_value(Filter(field, value, f"{field}:{value}"), names) for value, ids in found if not ids]
        _choose(chosen, field, [key for value, ids in found for key in (ids or (value,))])
    kept: list[Clause] = []
    for clause in clauses:
        node = _resolve(clause.node, names, notes)
        if isinstance(node, Filter) and clause.need is Need.MUST and node.field != "role":
            _choose(chosen, node.field, node.values or (node.value,))
        kept.append(Clause(node, clause.need))
    things = tuple(key for field in ("technology", "practice") for key in chosen.get(field, ()))
    kept = [Clause(_with(c.node, things), c.need) for c in kept]
    return replace(query, clauses=tuple(kept), modifiers=tuple(modifiers), notes=tuple(notes), filters=chosen)


def _with(node: Node, things: tuple[str, ...]) -> Node:
    """Return `years:` with the technologies and practices that are chosen beside it."""
    return replace(node, with_ids=things) if isinstance(node, Range) and node.field == "years" else node


def _choose(chosen: dict[str, tuple[str, ...]], field: str, values: Iterable[str]) -> None:
    chosen[field] = tuple(dict.fromkeys((*chosen.get(field, ()), *values)))


def _resolve(node: Node, names: Names, notes: list[Note]) -> Node:
    if isinstance(node, Group):
        return replace(node, members=tuple(_resolve(member, names, notes) for member in node.members))
    if not isinstance(node, Filter):
        return node
    values = names.values(node.field, node.value)
    if not values:
        notes.append(_no_value(node, names))
    return replace(node, values=values)


def _no_value(node: Filter, names: Names) -> Note:
    nearest = names.nearest(node.field, node.value)
    proposal = f"; did you mean {nearest}?" if nearest is not None else ""
    known = f"; there are {', '.join(_FIXED[node.field])}" if node.field in _FIXED else ""
    return Note(node.source, "unknown", f"no {node.field} here is called “{node.value}”{proposal or known}")


def _recognise(clauses: Sequence[Clause], names: Names) -> tuple[list[Clause], list[tuple[str, str]]]:
    """Return the clauses with names and modifiers found in runs of plain words, the longest first."""
    found: list[Clause] = []
    modifiers: list[tuple[str, str]] = []
    place = 0
    while place < len(clauses):
        run = _plain_run(clauses, place)
        for length in range(len(run), 0, -1):
            parts = tuple(part for word in run[:length] for part in word.parts)
            source = " ".join(word.source for word in run[:length])
            if matches := names.find(parts):
                found.append(
                    Clause(Named(tuple(m.entity.id for m in matches), tuple(run[:length]), source), Need.SHOULD)
                )
                break
            if parts in MODIFIERS:
                modifiers.append((source, MODIFIERS[parts]))
                break
        else:
            clause, length = clauses[place], 1
            found.append(Clause(_name_inside(clause.node, names), clause.need))
        place += length
    return found, modifiers


def _plain_run(clauses: Sequence[Clause], start: int) -> list[Word]:
    run: list[Word] = []
    for clause in clauses[start : start + _MAX_NAME_WORDS]:
        if not isinstance(clause.node, Word) or clause.node.exact or clause.need not in (Need.SHOULD, Need.MAY):
            break
        run.append(clause.node)
    return run


def _name_inside(node: Node, names: Names) -> Node:
    if isinstance(node, Word) and not node.exact:
        matches = names.find(node.parts)
        return Named(tuple(m.entity.id for m in matches), (node,), node.source) if matches else node
    if not isinstance(node, Group):
        return node
    if node.operator is Operator.ALL:
        inner, _ = _recognise([Clause(member, Need.SHOULD) for member in node.members], names)
        members = tuple(clause.node for clause in inner) or node.members
        return members[0] if len(members) == 1 else replace(node, members=members)
    return replace(node, members=tuple(_name_inside(member, names) for member in node.members))
