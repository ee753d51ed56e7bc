"""Says how a query was read and why a hit stands where it does. Decides nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from graph.concepts import ConceptFinder
from graph.cues import FIELD
from index.analyzers import SEPARATOR, stem, stems, words
from index.matching import Matcher
from index.names import Names
from index.other_words.said_words import Said
from index.parsing.ranges import in_words
from index.query import (
    Clause,
    Filter,
    Group,
    Named,
    Need,
    Node,
    Phrase,
    Prefix,
    Range,
    SearchQuery,
    Sized,
    Told,
    Word,
    leaves,
)  # fmt: skip
from index.ranking import Ranked
from index.records import SearchRecord
from index.results import EntityRef, Interpretation, Why
from index.schema import CONCEPTS, ENTITY, EXACT, EXPERIENCE, HEADINGS, NAMES, TEXT_STEMS, TITLE, WEIGHTS, WORD_FIELDS
from index.scored_terms import ScoredTerms


def interpretation(query: SearchQuery, names: Names, finder: ConceptFinder) -> tuple[Interpretation, ...]:
    """Return how each part of the query was read, in order; modifiers and repairs last."""
    is_content = bool(query.of(Need.MUST, Need.SHOULD)) or bool(query.modifiers)
    kinds = {Need.NOT: "excluded"} | ({Need.MAY: "ignored"} if is_content else {})
    found = [item for clause in query.clauses for item in _read(clause.node, kinds.get(clause.need), names, finder)]
    found += [Interpretation(source, "modifier", "figure", asked) for source, asked in query.modifiers]
    found += [Interpretation(note.text, note.kind, value=note.message) for note in query.notes]
    return tuple(found)


def _read(node: Node, kind: str | None, names: Names, finder: ConceptFinder) -> Iterable[Interpretation]:
    match node:
        case Word(source=source, exact=exact):
            yield Interpretation(
                source, kind or ("phrase" if exact else "word"), "text", node.text, weight=_weight(kind, TEXT_STEMS)
            )
        case Phrase(source=source, words=parts):
            yield Interpretation(source, kind or "phrase", "text", " ".join(parts), weight=_weight(kind, TEXT_STEMS))
        case Prefix(source=source, letters=letters):
            yield Interpretation(source, kind or "prefix", "text", letters, weight=_weight(kind, EXACT))
        case Named(source=source):
            for ref in named_entities([node], names):
                yield Interpretation(source, kind or "entity", ref.kind, ref.id, ref.alias, _weight(kind, ENTITY))
        case Filter(source=source, field=field, values=values):
            for value in values:
                yield Interpretation(source, kind or "filter", field, value)
        case Range(source=source, field=field):
            yield Interpretation(source, kind or "range", field, in_words(node))
        case Told(concepts=concepts, members=members, source=source):
            for key, share in concepts:
                weight = 0.0 if kind is not None else round(WEIGHTS[EXPERIENCE] * share, 3)
                yield Interpretation(source, kind or "experience", "experience", key, None, weight)
            for member in members:
                yield from _read(member, kind, names, finder)
        case Sized(kind=figures, members=members, source=source):
            if figures.name:
                yield Interpretation(source, kind or "figures", "figure", figures.name)
            for member in members:
                yield from _read(member, kind, names, finder)
        case Group(members=(Range() as figure, _), source=source) if figure.source == source:
            # A figure that is said, or its very words: one reading.
            yield from _read(figure, kind, names, finder)
        case Group(members=members):
            for member in members:
                yield from _read(member, kind, names, finder)


def _weight(kind: str | None, field: str) -> float:
    return 0.0 if kind is not None else WEIGHTS[field]


def named_entities(nodes: Iterable[Node], names: Names) -> tuple[EntityRef, ...]:
    """Return the entities that plain words name, each once, with the alias that was used."""
    found: dict[str, EntityRef] = {}
    for leaf in (leaf for node in nodes for leaf in leaves(node)):
        if isinstance(leaf, Told):
            found.update({ref.id: ref for ref in named_entities(leaf.members, names) if ref.id not in found})
        if isinstance(leaf, Named):
            for match in names.find([part for word in leaf.words for part in word.parts]):
                entity = match.entity
                found.setdefault(entity.id, EntityRef(entity.id, entity.kind.value, entity.name, match.alias))
    return tuple(found.values())


class Explainer:
    """Explains the hits of one query."""

    def __init__(self, query: SearchQuery, matcher: Matcher, names: Names, finder: ConceptFinder) -> None:
        self._collection, self._scored_terms = matcher.collection, ScoredTerms(matcher)
        self._query, self._matcher, self._names, self._finder = query, matcher, names, finder
        self._content = query.of(Need.MUST, Need.SHOULD) or query.of(Need.MAY)
        self._named: dict[Node, tuple[EntityRef, ...]] = {}

    def why(self, item: Ranked, record: SearchRecord, said: Iterable[Said] = ()) -> tuple[Why, ...]:
        """Return the reasons, heaviest first; their weights add up to the hit's score. `said`: other words for the query's."""
        rows = [row for clause in self._content for leaf in leaves(clause.node) for row in self._rows(leaf, record)]
        told: dict[tuple[str, str], float] = defaultdict(float)
        for each in said:
            told[each.source, self._told_by(each, " ".join(record.body[each.start : each.end].split()))] += each.value
        rows += (Why(TEXT_STEMS, source, how, value) for (source, how), value in told.items())
        total = sum(row.weight for row in rows)
        shares = [Why(r.field, r.term, r.matched_by, item.base * r.weight / total) for r in rows] if total else []
        score = item.base
        for factor in item.factors:
            term = " ".join(source for source, _ in self._query.modifiers) if factor.field == "figure" else ""
            shares.append(Why(factor.field, term, factor.matched_by, score * factor.bonus))
            score *= 1 + factor.bonus
        rounded = [Why(r.field, r.term, r.matched_by, round(r.weight, 3)) for r in shares]
        return tuple(sorted(rounded, key=lambda r: (-r.weight, r.field, r.term, r.matched_by)))

    def _told_by(self, said: Said, text: str) -> str:
        """Return how words answer: "in other words handed over", "… mentored (Teaching)", "same subject bread (bakery)"."""
        if said.about.startswith(FIELD):
            return f"same subject {text} ({said.about.removeprefix(FIELD).replace('-', ' ')})"
        return f"in other words {text}" + (f" ({self._finder.concepts[said.about].name})" if said.about else "")

    def _rows(self, leaf: Node, record: SearchRecord) -> Iterable[Why]:
        match leaf:
            case Named(words=parts):
                yield from self._entity_rows(leaf, record)
                for word in parts:
                    yield from self._word_rows(word, record)
            case Word():
                yield from self._word_rows(leaf, record)
            case Told(concepts=concepts, members=members, source=source):
                for key, share in concepts:
                    if key in record.experience:
                        weight = WEIGHTS[EXPERIENCE] * share * self._matcher.engine.rarity(EXPERIENCE, key)
                        yield Why(EXPERIENCE, source, f"experience {self._finder.concepts[key].name}", weight)
                for member in members:
                    yield from self._rows(member, record)
            case Sized(kind=kind, members=members, source=source):
                number = self._collection.numbers[record.id]
                if strength := self._matcher.measured.of_kind(kind).get(number, 0.0):
                    how = f"a figure of {kind.name or source}"
                    yield Why("figure", source, how, strength * self._scored_terms.sure_weight(kind))
                for member in members:
                    yield from self._rows(member, record)
            case Phrase(words=row, source=source):
                yield Why("text", source, "phrase", WEIGHTS[EXACT] * len(row))
            case Prefix():
                yield from self._prefix_rows(leaf, record)
            case Filter(field=field, values=values, source=source):
                if field == "role" and set(values).intersection(record.context_ids):
                    yield Why("role", source, "role", WEIGHTS[ENTITY])
            case _:
                return

    def _entity_rows(self, named: Named, record: SearchRecord) -> Iterable[Why]:
        if named not in self._named:
            self._named[named] = named_entities([named], self._names)
        for ref in self._named[named]:
            if ref.id in named.entity_ids and ref.id in record.context_ids:
                how = f"alias {ref.alias}" if ref.alias is not None else f"{ref.kind} {ref.name}"
                weight = WEIGHTS[ENTITY] * self._matcher.engine.rarity(ENTITY, ref.id)
                yield Why(ref.kind, named.source, how, weight)

    def _prefix_rows(self, prefix: Prefix, record: SearchRecord) -> Iterable[Why]:
        body = self._collection.bodies[self._collection.numbers[record.id]]
        said = set(body.words if record.is_passage else words(record.body))
        begun = next((word for word in self._matcher.expand(prefix.letters) if word in said), None)
        if begun is not None:
            weight = WEIGHTS[EXACT] * self._matcher.engine.rarity(EXACT, begun)
            yield Why("text", prefix.source, f"word {begun}", weight)

    def _word_rows(self, word: Word, record: SearchRecord) -> Iterable[Why]:
        wanted = {stem(part) for part in word.parts}
        number = self._collection.numbers[record.id]
        body = self._collection.bodies[number]

        def row(field: str, how: str) -> Why:
            weights = (
                self._scored_terms.weight(field, stem(p)) * self._matcher.engine.rarity(field, stem(p))
                for p in word.parts
            )
            return Why(field, word.source, how, max(weights))

        def holding(field: str, texts: Sequence[str]) -> str | None:
            # Which of many names it is gets looked for only where the index knows that one of them is.
            known = all(self._matcher.engine.holds(field, part, number) for part in wanted)
            return _holding(texts, wanted) if known else None

        if wanted.issubset(self._collection.title_stems[number]):
            yield row(TITLE, "title")
        if wanted.issubset(body.stems if record.is_passage else stems(record.body)):
            written = body.words if record.is_passage else words(record.body)
            yield row(TEXT_STEMS, "word" if set(word.parts).issubset(written) else "stem")
        elif name := holding(NAMES, record.names):
            yield row(NAMES, f"alias {name}")
        if heading := holding(HEADINGS, record.headings):
            yield row(HEADINGS, f"heading {heading}")
        said = all(any(self._matcher.engine.holds(field, part, number) for field in WORD_FIELDS) for part in wanted)
        if not said and (concept := holding(CONCEPTS, record.concepts)):
            # A class is named by its name alone, by whichever alias it was asked for.
            yield row(CONCEPTS, f"concept {concept.partition(SEPARATOR)[0]}")


def _holding(names: Sequence[str], wanted: set[str]) -> str | None:
    return next((name for name in names if wanted.issubset(stems(name))), None)


def missing(clauses: Iterable[tuple[Clause, int]], number: int) -> tuple[str, ...]:
    """Return the content words, as written, that a record lacks."""
    return tuple(
        clause.node.source for clause, bits in clauses if clause.need is Need.SHOULD and not bits >> number & 1
    )
