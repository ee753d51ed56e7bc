"""Proposes what the corpus holds: mended spellings, and completions while typing. Knows no engine."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from graph.model import EntityKind, KnowledgeGraph
from index.analyzers import Part, fold, stem, terms
from index.everyday_words import EVERYDAY_STEMS
from index.query_words import FUNCTION_WORDS

_MIN_MENDED_LETTERS = 4
"""Shorter words are one slip away from too many others."""
_COMPLETED_KINDS = (
    EntityKind.TECHNOLOGY, EntityKind.PRACTICE, EntityKind.PROJECT, EntityKind.EMPLOYER, EntityKind.PERSON,
    EntityKind.INSTITUTION,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One completion."""

    text: str
    """What the search field would hold."""
    kind: str
    """The entity's kind, or `word`."""
    entity_id: str | None = None
    alias: str | None = None
    """The other name that begins as typed."""


class Lexicon:
    """The corpus's own words, each with the number of records that hold it."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        self._counts = dict(counts)
        self._sorted = sorted(self._counts)
        self._mendable = [word for word in self._sorted if len(word) >= _MIN_MENDED_LETTERS - 1 and word[0].isalpha()]

    def starting_with(self, letters: str, limit: int) -> list[str]:
        """Return up to `limit` words that begin with `letters`, most frequent first, then by letter."""
        start = bisect_left(self._sorted, letters)
        end = bisect_left(self._sorted, letters + "\U0010ffff")
        return sorted(self._sorted[start:end], key=lambda word: (-self._counts[word], word))[:limit]

    def mend(self, word: str) -> str | None:
        """Return the word that `word` was probably meant to be, or None.

        One slip (a letter more, less, other, or two swapped) up to five letters, two from six; the nearest first. A word of
        everyday life is no slip: "horse" asks for horses, whether or not any passage tells of a "house".
        """
        if len(word) < _MIN_MENDED_LETTERS or not word.isalpha() or stem(word) in EVERYDAY_STEMS:
            return None
        slips = 1 if len(word) < 6 else 2
        # Who slips at the first letter slips once: "wedding" was not meant to be "reading".
        near = process.extract(word, self._mendable, scorer=OSA.distance, score_cutoff=slips, limit=None)
        choices = [
            (distance, other[0] != word[0], -self._counts[other], other)
            for other, distance, _ in near
            if other != word and (distance == 1 or other[0] == word[0])
        ]
        return min(choices)[3] if choices else None


def mend_query(text: str, unknown: Iterable[str], lexicon: Lexicon) -> str | None:
    """Return the query with each unknown word (folded) mended, or None where none can be; the rest stays as written."""
    wanted = set(unknown)
    pieces: list[str] = []
    done = 0
    for term in terms(text):
        for part in (Part(term.text, term.start, term.end), *term.parts):
            # What stands before a colon was meant as a filter's name, not as a word of the corpus.
            is_word = part.text in wanted and part.start >= done and text[part.end : part.end + 1] != ":"
            if is_word and (better := lexicon.mend(part.text)):
                pieces += [text[done : part.start], better]
                done = part.end
    return "".join([*pieces, text[done:]]) if pieces else None


class Completions:
    """Names and words by how they begin."""

    def __init__(self, kg: KnowledgeGraph, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._names: list[tuple[str, bool, int, str, Suggestion]] = []
        for rank, kind in enumerate(_COMPLETED_KINDS):
            for entity in kg.entities(kind):
                for name in dict.fromkeys((entity.name, *entity.aliases)):
                    alias = None if name == entity.name else name
                    suggestion = Suggestion(entity.name, kind.value, entity.id, alias)
                    folded = fold(name)
                    self._names.append((folded, False, rank, entity.id, suggestion))
                    inner = folded.split()[1:]
                    self._names += [(" ".join(inner[n:]), True, rank, entity.id, suggestion) for n in range(len(inner))]
        self._names.sort(key=lambda entry: entry[:4])
        self._starts = [entry[0] for entry in self._names]

    def suggest(self, prefix: str, limit: int = 8) -> list[Suggestion]:
        """Return up to `limit` completions of what is typed: entities first, then words."""
        typed = fold(prefix).strip()
        if not typed or limit < 1:
            return []
        start, end = bisect_left(self._starts, typed), bisect_left(self._starts, typed + "\U0010ffff")
        found: dict[str, Suggestion] = {}
        for _, _, _, key, suggestion in sorted(
            self._names[start:end], key=lambda e: (e[1], e[4].alias is not None, e[2], e[0], e[3])
        ):
            found.setdefault(key, suggestion)
        return [*found.values(), *self._words(prefix, {fold(item.text) for item in found.values()}, limit)][:limit]

    def _words(self, prefix: str, taken: set[str], limit: int) -> list[Suggestion]:
        before, _, last = prefix.rstrip().rpartition(" ")
        if not last or prefix != prefix.rstrip():
            return []
        found: dict[str, str] = {}
        for word in self._lexicon.starting_with(fold(last), limit * 4):
            if word not in FUNCTION_WORDS and word not in taken:
                found.setdefault(stem(word), word)
        return [Suggestion(f"{before} {word}".strip(), "word") for word in found.values()][:limit]
