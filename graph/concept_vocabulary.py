"""Loads the experiences of working life, with the patterns that tell and ask for them, from YAML or compiled JSON.

The vocabulary is vocabularies/concepts.yaml. concept_patterns.py finds the patterns in a text; the build keeps them as JSON.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from functools import lru_cache
from typing import Any

from graph.concept_patterns import Pattern, tokens_of
from graph.concepts import Concept, ConceptFinder
from graph.cues import FIELD
from graph.errors import VocabularyError
from graph.vocabulary import load_vocabularies
from graph.vocabulary_files import read_mapping, read_vocabulary_file, strings_of

MAX_SLOTS = 5
CONCEPTS_FILE = "concepts.yaml"
CUES_FILE = "cues.yaml"
MATTERS_FILE = "matters.yaml"


@lru_cache(maxsize=1)
def load_concepts() -> ConceptFinder:
    """Return the packaged concepts. Raises VocabularyError with file and line for a malformed entry."""
    data = read_vocabulary_file(CONCEPTS_FILE)
    if not isinstance(data, dict) or not isinstance(data.get("concepts"), list):
        raise VocabularyError("a mapping with `classes` and `concepts` is expected", path=CONCEPTS_FILE, line=1)
    classes = {
        str(name): [str(word) for word in words]
        for name, words in (data.get("classes") or {}).items()
        if name != "__line__"
    }
    concepts, says, asks = list[Concept](), list[Pattern](), list[Pattern]()
    for entry in data["concepts"]:
        concept = _concept(entry)
        concepts.append(concept)
        says += [_pattern(concept, str(text), classes) for text in entry.get("says") or ()]
        asks += [_pattern(concept, str(text), classes) for text in entry.get("asks") or ()]
    _check(concepts)
    listed = read_vocabulary_file(CUES_FILE)
    cues = _cues(listed, {concept.id for concept in concepts})
    technologies = _technologies()
    products = _products(data, listed.values(), technologies)
    return ConceptFinder(concepts, says, asks, cues, products, technologies, _matters(read_mapping(MATTERS_FILE)))


def concepts_from_json(values: Mapping[str, Any]) -> ConceptFinder:
    """Return the concepts that `to_json` wrote. Raises KeyError, IndexError, TypeError or ValueError for anything else."""
    slots = [frozenset(tuple(words.split(" ")) for words in slot) for slot in values["slots"]]

    def patterns(rows: Iterable[Sequence[Any]]) -> list[Pattern]:
        return [Pattern(key, tuple(slots[number] for number in numbers)) for key, numbers in rows]

    concepts = [
        Concept(key, name, tuple(broader), line, tuple(near), is_trade)
        for key, name, broader, line, near, is_trade in values["concepts"]
    ]
    cues = {str(key): [tuple(row.split(" ")) for row in rows] for key, rows in values["cues"].items()}
    products = [tuple(row.split(" ")) for row in values["products"]]
    return ConceptFinder(
        concepts,
        patterns(values["says"]),
        patterns(values["asks"]),
        cues,
        products,
        values["technologies"],
        values["matters"],
    )


def _cues(data: object, known: Set[str]) -> dict[str, list[tuple[str, ...]]]:
    if not isinstance(data, dict):
        raise VocabularyError("a mapping of concepts to their words is expected", path=CUES_FILE, line=1)
    found: dict[str, list[tuple[str, ...]]] = {}
    for key, words in data.items():
        if key == "__line__":
            continue
        if key not in known and not key.startswith(FIELD):
            raise VocabularyError(f"no concept {key!r}", path=CUES_FILE, line=None)
        if not isinstance(words, str):
            raise VocabularyError(f"the words of {key!r} are expected in one text", path=CUES_FILE, line=None)
        found[key] = list(dict.fromkeys(row for word in words.split() if (row := _stems_of(word))))
    return found


_WORDS_TOO = frozenset("angular caffe raid react rest rippling slack soap stripe swagger tableau".split())
"""Names of technologies whose case tells them from words that people write as often."""


def _technologies() -> set[str]:
    """Return the names of technologies: folded, those that are ordinary words, too, as they are written."""
    found: set[str] = set()
    for term in load_vocabularies().technologies.terms:
        for name in (term.name, *term.aliases):
            is_word = bool(term.context) or name.casefold() in _WORDS_TOO
            found.add(name if is_word else name.casefold())
    return found


def _matters(data: Mapping[str, Any]) -> list[tuple[str, ...]]:
    """Return the names of each matter that only its own names tell."""
    lines = (line for group in data if group != "__line__" for line in strings_of(data, group, MATTERS_FILE))
    return [tuple(name.strip() for name in line.split(",")) for line in lines]


def _products(concepts: Mapping[str, Any], cues: Iterable[object], technologies: Set[str]) -> set[tuple[str, ...]]:
    """Return the stems of those words of patterns and cues that name a technology and are no ordinary words."""
    patterns = [
        str(text) for entry in concepts["concepts"] for key in ("says", "asks") for text in entry.get(key) or ()
    ]
    classes = [
        str(word) for words in (concepts.get("classes") or {}).values() if isinstance(words, list) for word in words
    ]
    written = {word for text in (*patterns, *classes, *map(str, cues)) for word in text.replace("|", " ").split()}
    return {_stems_of(word) for word in written if word.replace("_", " ").casefold() in technologies}


def _concept(entry: object) -> Concept:
    if not isinstance(entry, dict) or not isinstance(entry.get("id"), str) or not isinstance(entry.get("name"), str):
        raise VocabularyError("each concept is a mapping with `id` and `name`", path=CONCEPTS_FILE, line=None)
    line = int(entry["__line__"])
    unknown = set(entry) - {"id", "name", "broader", "near", "trade", "asks", "says", "__line__"}
    if unknown:
        raise VocabularyError(f"unknown key {sorted(unknown)[0]!r}", path=CONCEPTS_FILE, line=line)
    broader, near = (tuple(entry.get(key) or ()) for key in ("broader", "near"))
    return Concept(entry["id"], entry["name"], broader, line, near, entry.get("trade") is True)


def _check(concepts: Sequence[Concept]) -> None:
    known = {concept.id for concept in concepts}
    seen: set[str] = set()
    for concept in concepts:
        if concept.id in seen:
            raise VocabularyError(f"a second concept {concept.id!r}", path=CONCEPTS_FILE, line=concept.line)
        seen.add(concept.id)
        for relation, others in (("broader", concept.broader), ("near", concept.near)):
            for other in others:
                if other not in known:
                    message = f"no concept {other!r} to be {relation}"
                    raise VocabularyError(message, path=CONCEPTS_FILE, line=concept.line)


def _pattern(concept: Concept, text: str, classes: Mapping[str, Sequence[str]]) -> Pattern:
    slots = []
    for slot in text.split():
        words: list[str] = []
        for alternative in slot.split("|"):
            if alternative.startswith("<"):
                if alternative[1:-1] not in classes:
                    raise VocabularyError(f"no class {alternative}", path=CONCEPTS_FILE, line=concept.line)
                words += classes[alternative[1:-1]]
            else:
                words.append(alternative)
        rows = {_stems_of(word) for word in words} - {()}
        if not rows:
            message = f"{slot!r} in {text!r} holds small words only, which count for nothing alone; leave it out"
            raise VocabularyError(message, path=CONCEPTS_FILE, line=concept.line)
        slots.append(frozenset(rows))
    if not 1 <= len(slots) <= MAX_SLOTS:
        message = f"a pattern has 1 to {MAX_SLOTS} telling words, not {text!r}"
        raise VocabularyError(message, path=CONCEPTS_FILE, line=concept.line)
    return Pattern(concept.id, tuple(slots))


@lru_cache(maxsize=30_000)  # the words of a class stand in hundreds of patterns
def _stems_of(alternative: str) -> tuple[str, ...]:
    """Return the stems of an alternative; none of a small word alone, since it stands everywhere."""
    found = tokens_of(alternative.replace("_", " "), 0, len(alternative))
    # "should have" is two small words that say something together.
    return tuple(token.stem for token in found) if len(found) > 1 or any(not t.is_small for t in found) else ()
