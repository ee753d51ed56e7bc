"""Reads which experiences a query's plain words ask for. Knows no corpus and no engine."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from graph.concept_patterns import query_words
from graph.concepts import ConceptFinder
from graph.union import Union
from index.analyzers import words
from index.query import Clause, Named, Need, Node, SearchQuery, Told, Word
from index.query_words import CHEAP, FAST, LIGHT_PHRASES, LIGHT_WORDS, SMALL

TELLING = frozenset({FAST, CHEAP, SMALL})
"""Sizes whose phrases tell how work went, beside which figures are small."""
_SPECIFIC = ("technology:", "employer:", "person:", "institution:")
"""Kinds whose names say what is meant: no experience is read into a name alone."""


def widen(query: SearchQuery, finder: ConceptFinder) -> SearchQuery:
    """Return the query with words that ask for an experience put together, and words that only introduce made optional."""
    clauses = _told_with_sizes(_without_phrases(list(query.clauses)), query.modifiers, finder)
    telling = [c for c in clauses if c.need in (Need.MUST, Need.SHOULD) and not _is_light(c)]
    if telling or query.modifiers:
        clauses = [Clause(c.node, Need.MAY) if c.need is Need.SHOULD and _is_light(c) else c for c in clauses]
    if query.modifiers and all(clause.need is Need.MAY for clause in clauses):
        # "Did it on a shoestring": nothing but the size is asked, and "it" stands anywhere. What the size tells is asked with it.
        clauses = _told_by_sizes(query.modifiers, finder)
    return replace(query, clauses=tuple(clauses))


def _told_with_sizes(
    plain: Sequence[Clause], modifiers: Iterable[tuple[str, str]], finder: ConceptFinder
) -> list[Clause]:
    """Return a query's words put together where they ask for an experience, with the words for haste and thrift among them.

    "Shipped in record time" asks for what "record time" tells, whatever was shipped. One word, as of "fast queries", only says
    of which queries.
    """
    clauses = _told(plain, finder)
    sizes = [Clause(node, Need.MAY) for source, asked in modifiers if asked in TELLING for node in _words_of(source, 2)]
    if not sizes or not clauses:
        return clauses
    asked = {key for clause in clauses if isinstance(clause.node, Told) for key, _ in clause.node.concepts}
    of_sizes = {clause.node for clause in sizes}
    told = [
        clause.node
        for clause in _told([*plain, *sizes], finder)
        if isinstance(clause.node, Told)
        and len(clause.node.members) > 1
        and not of_sizes.isdisjoint(clause.node.members)
        and clause.node.concepts[0][0] not in asked
    ]
    if not told:
        return clauses
    taken = {member for node in told for member in node.members}
    rest = [clause for clause in plain if clause.node not in taken]
    return [*_told(rest, finder), *(Clause(replace(node, is_phrase=True), Need.SHOULD) for node in told)]


def _words_of(source: str, least: int = 1) -> list[Word]:
    """Return the words of a phrase, none where they are fewer than `least`."""
    parts = words(source)
    return [Word(part, (part,), part) for part in parts] if len(parts) >= least else []


def without_told_sizes(query: SearchQuery) -> SearchQuery | None:
    """Return a query that asks for nothing but what its words for sizes tell without that, its filters kept; None for any other."""
    said = {word for source, _ in query.modifiers for word in words(source)}
    rest = tuple(c for c in query.clauses if not (isinstance(c.node, Told) and said.issuperset(words(c.node.source))))
    if len(rest) == len(query.clauses) or any(clause.need is Need.SHOULD for clause in rest):
        return None
    return replace(query, clauses=rest)


def _told_by_sizes(modifiers: Iterable[tuple[str, str]], finder: ConceptFinder) -> list[Clause]:
    """Return the experiences for which the words for sizes ask themselves, if they do plainly.

    >>> from graph.concept_vocabulary import load_concepts
    >>> [clause.node.source for clause in _told_by_sizes([("with little money", "cheap")], load_concepts())]
    ['little money']
    """
    typed = [Clause(node, Need.SHOULD) for source, _ in modifiers for node in _words_of(source)]
    return [clause for clause in _told(typed, finder) if _asks_plainly(clause.node, finder)]


def _asks_plainly(node: Node, finder: ConceptFinder) -> bool:
    return isinstance(node, Told) and (
        node.is_phrase or any(finder.asked_by_a_word(member.source) for member in node.members)
    )


def _is_light(clause: Clause) -> bool:
    return isinstance(clause.node, Word) and not clause.node.exact and clause.node.text in LIGHT_WORDS


def _without_phrases(clauses: list[Clause]) -> list[Clause]:
    texts = [clause.node.text if isinstance(clause.node, Word) else "" for clause in clauses]
    for place in range(len(clauses) - 2):
        if tuple(texts[place : place + 3]) in LIGHT_PHRASES:
            clauses[place + 1] = Clause(clauses[place + 1].node, Need.MAY)
    return clauses


def _told(clauses: Sequence[Clause], finder: ConceptFinder) -> list[Clause]:
    text, owner = _plain_text(clauses)
    asked = [replace(a, places=frozenset(owner[place] for place in a.places)) for a in finder.asked(text)]
    asked = [
        found
        for found in asked
        if not _is_a_name(clauses, found.places) and not all(_is_light(clauses[place]) for place in found.places)
    ]
    # What fewer of the same words ask for is meant less: "owned up to" is no question for one's own means.
    best = [found for found in asked if not any(found.places < other.places for other in asked)]
    groups: Union[int] = Union(range(len(clauses)))
    for concept in best:
        first, *others = sorted(concept.places)
        for place in others:
            groups.join(first, place, "one experience")
    found: dict[int, Clause] = {}
    taken: set[int] = set()
    for members in groups.groups():
        wanted = [concept for concept in best if concept.places <= set(members)]
        if not wanted:
            continue
        places = sorted(members)
        is_phrase = any(concept.is_phrase for concept in wanted)
        wanted.sort(key=lambda concept: (-len(concept.places), concept.concept_id))
        shares = tuple((concept.concept_id, len(concept.places) / len(members)) for concept in wanted)
        asking = tuple(frozenset(map(places.index, concept.places)) for concept in wanted)
        nodes = tuple(clauses[place].node for place in places)
        source = " ".join(node.source for node in nodes)
        found[places[0]] = Clause(Told(shares, nodes, source, is_phrase, asking), Need.SHOULD)
        taken |= set(members)
    return [found.get(place, clause) for place, clause in enumerate(clauses) if place in found or place not in taken]


def _plain_text(clauses: Sequence[Clause]) -> tuple[str, list[int]]:
    """Return the plain words in a row, and for each word that counts the clause that it is of."""
    text, ends = "", list[tuple[int, int]]()
    for place, clause in enumerate(clauses):
        node = clause.node
        is_plain = isinstance(node, Named) or (isinstance(node, Word) and not node.exact)
        if is_plain and clause.need in (Need.SHOULD, Need.MAY):
            text += f"{node.source} "
            ends.append((len(text), place))
    return text, [next(place for end, place in ends if start < end) for start, _ in query_words(text)]


def _is_a_name(clauses: Sequence[Clause], places: frozenset[int]) -> bool:
    """Return whether words are nothing but names of things."""
    nodes = [clauses[place].node for place in places]
    return all(isinstance(n, Named) and all(key.startswith(_SPECIFIC) for key in n.entity_ids) for n in nodes)
