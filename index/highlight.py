"""Cuts a passage into pieces, those that met the query marked. Knows no engine and no HTML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from index.analyzers import CutText, cut_text, stem, terms, words
from index.names import Names
from index.query import Named, Need, Node, Phrase, Prefix, SearchQuery, Sized, Told, Word, leaves


@dataclass(frozen=True, slots=True)
class Marks:
    """What is marked in a text."""

    stems: frozenset[str]
    exact: frozenset[str]
    prefixes: tuple[str, ...]
    sequences: frozenset[tuple[str, ...]]
    """Phrases, and names and aliases, by their words."""


def marks_of(query: SearchQuery, names: Names) -> Marks:
    """Return what a query marks: its words by stem, its phrases, and every name of the things that it names."""
    stems, exact, prefixes, sequences = set[str](), set[str](), list[str](), set[tuple[str, ...]]()
    content = query.of(Need.MUST, Need.SHOULD) or query.of(Need.MAY)
    for leaf in _unfolded(leaf for clause in content for leaf in leaves(clause.node)):
        match leaf:
            case Word(exact=True):
                exact.add(leaf.text)
            case Word():
                # Whole, too: "micro services" marks "microservices".
                stems.update(map(stem, (leaf.text, *leaf.parts)))
            case Phrase():
                sequences.add(leaf.words)
            case Prefix():
                prefixes.append(leaf.letters)
            case Named():
                stems.update(
                    stem(form) for word in leaf.words for form in (word.text, *word.parts) if len(leaf.words) == 1
                )
                sequences.add(tuple(part for word in leaf.words for part in word.parts))
                for key in leaf.entity_ids:
                    entity = names.kg.entity(key)
                    sequences.update(words(name) for name in (entity.name, *entity.aliases))
            case _:
                continue
    return Marks(frozenset(stems), frozenset(exact), tuple(prefixes), frozenset(sequences - {()}))


def _unfolded(found: Iterable[Node]) -> Iterator[Node]:
    """Yield leaves, those that ask for an experience as the words of which they are made."""
    for leaf in found:
        if isinstance(leaf, Told | Sized):
            yield from _unfolded(inner for member in leaf.members for inner in leaves(member))
        else:
            yield leaf


def cut_pieces(
    text: str, marks: Marks, places: Iterable[tuple[int, int]] = (), cut: CutText | None = None
) -> tuple[tuple[str, bool], ...]:
    """Return `text` as (words, matched?) pieces, in order and complete; `places` (offsets) are marked besides.

    `cut` is the text's words, if they are at hand.
    """
    spans = _merged([*_matching(text, marks, cut or cut_text(text, {})), *places])
    pieces: list[tuple[str, bool]] = []
    done = 0
    for start, end in spans:
        pieces += [(text[done:start], False), (text[start:end], True)]
        done = end
    pieces.append((text[done:], False))
    return tuple(piece for piece in pieces if piece[0])


def _matching(text: str, marks: Marks, cut: CutText) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    if marks.exact:
        found += ((term.start, term.end) for term in terms(text) if term.text in marks.exact)
    stems, exact, prefixes = marks.stems, marks.exact, marks.prefixes
    places = [place for place, stemmed in enumerate(cut.stems) if stemmed in stems]
    if exact or prefixes:
        places += [n for n, word in enumerate(cut.words) if word in exact or (prefixes and word.startswith(prefixes))]
    found += ((cut.starts[place], cut.ends[place]) for place in places)
    found += _sequences(cut, marks.sequences)
    return found


def _sequences(cut: CutText, sequences: frozenset[tuple[str, ...]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    firsts = {sequence[0] for sequence in sequences}
    lengths = sorted({len(sequence) for sequence in sequences})
    for place in [place for place, word in enumerate(cut.words) if word in firsts]:
        for length in lengths:
            if cut.words[place : place + length] in sequences:
                found.append((cut.starts[place], cut.ends[min(place + length, len(cut.words)) - 1]))
    return found


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        elif start < end:
            found.append((start, end))
    return found
