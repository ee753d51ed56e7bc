"""What kind of tool a technology is, as people ask for it: loads vocabularies/technology_classes.yaml.

Knows no graph and no queries. The build puts the classes of what a passage names into its search record, so that nothing
reads the file afterwards.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from graph.errors import VocabularyError
from graph.model import EntityKind
from graph.slugs import slug
from graph.vocabulary import load_vocabularies
from graph.vocabulary_files import read_vocabulary_file

CLASSES_FILE = "technology_classes.yaml"
_KEYS = {"name", "aliases", "members", "categories", "__line__"}


@dataclass(frozen=True, slots=True)
class TechnologyClass:
    """A kind of tool: "message queue"."""

    name: str
    aliases: tuple[str, ...]
    """Other ways to say it: the acronym, its long form."""
    members: tuple[str, ...]
    """Names of technologies."""
    categories: tuple[str, ...]
    """Categories all of whose technologies are members."""


class TechnologyClasses:
    """Classes by the technologies that are in them."""

    def __init__(self, classes: Iterable[TechnologyClass]) -> None:
        self.classes = tuple(classes)
        self._of_technology: dict[str, list[TechnologyClass]] = defaultdict(list)
        self._of_category: dict[str, list[TechnologyClass]] = defaultdict(list)
        for each in self.classes:
            for name in each.members:
                self._of_technology[f"{EntityKind.TECHNOLOGY.value}:{slug(name)}"].append(each)
            for category in each.categories:
                self._of_category[category].append(each)

    def of(self, technology_id: str, category: str | None = None) -> tuple[TechnologyClass, ...]:
        """Return the classes of a technology (`technology:kafka`) of a category, each once; none for what is in none.

        >>> queue = TechnologyClass("message queue", ("MQ",), ("Kafka",), ("message broker",))
        >>> classes = TechnologyClasses([queue])
        >>> [each.name for each in classes.of("technology:kafka")]
        ['message queue']
        >>> [each.name for each in classes.of("technology:in-house-bus", "message broker")]
        ['message queue']
        """
        own = self._of_technology.get(technology_id, ())
        return tuple(dict.fromkeys((*own, *self._of_category.get(category or "", ()))))


@lru_cache(maxsize=1)
def load_technology_classes() -> TechnologyClasses:
    """Return the packaged classes. Raises VocabularyError with file and line for a malformed entry or an unknown member."""
    vocabularies = load_vocabularies()
    technologies = frozenset(term.name for term in vocabularies.technologies.terms)
    return TechnologyClasses(_read(read_vocabulary_file(CLASSES_FILE), technologies, vocabularies.categories))


def _read(data: Any, technologies: frozenset[str], categories: Mapping[str, str]) -> list[TechnologyClass]:
    if not isinstance(data, list):
        raise VocabularyError("a list of classes is expected", path=CLASSES_FILE, line=1)
    found: dict[str, TechnologyClass] = {}
    for entry in data:
        each, line = _class(entry), entry["__line__"]
        if each.name.casefold() in found:
            raise VocabularyError(f"a second class {each.name!r}", path=CLASSES_FILE, line=line)
        if not (each.members or each.categories):
            raise VocabularyError(f"{each.name!r} has no members", path=CLASSES_FILE, line=line)
        for kind, names, known in (
            ("technology", each.members, technologies),
            ("category", each.categories, categories.keys()),
        ):
            for name in names:
                if name not in known:
                    message = f"no {kind} {name!r} to be in {each.name!r}; name it as its own file does"
                    raise VocabularyError(message, path=CLASSES_FILE, line=line)
        found[each.name.casefold()] = each
    return list(found.values())


def _class(entry: Any) -> TechnologyClass:
    line = entry.get("__line__") if isinstance(entry, dict) else None
    if not isinstance(entry, dict) or not isinstance(entry.get("name"), str):
        raise VocabularyError("each class is a mapping with a `name`", path=CLASSES_FILE, line=line)
    if unknown := sorted(entry.keys() - _KEYS):
        raise VocabularyError(f"unknown key {unknown[0]!r}", path=CLASSES_FILE, line=line)
    rows = {key: _strings(entry.get(key) or [], key, line) for key in ("aliases", "members", "categories")}
    return TechnologyClass(entry["name"], rows["aliases"], rows["members"], rows["categories"])


def _strings(value: Any, key: str, line: int | None) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise VocabularyError(f"{key!r} is a list of words", path=CLASSES_FILE, line=line)
    return tuple(value)
