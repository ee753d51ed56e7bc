"""Loads the words that extraction knows. Says file and line of whatever is malformed; finds nothing itself. vocabulary_files.py reads the YAML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from graph.documents import SectionKind
from graph.errors import VocabularyError
from graph.gazetteer import Term
from graph.model import EntityKind
from graph.slugs import slug
from graph.stem_gazetteer import StemGazetteer
from graph.surface_gazetteer import SurfaceGazetteer
from graph.units import Units, units_from
from graph.vocabulary_files import line_of, read_mapping, read_vocabulary_file, strings_of

_TERM_KEYS = {
    "name",
    "aliases",
    "plain",
    "category",
    "domain",
    "broader",
    "case",
    "context",
    "unless",
    "listed",
    "__line__",
}


@dataclass(frozen=True, slots=True, eq=False)
class RoleWords:
    """Words by which a job title is recognised; all casefolded."""

    head_nouns: frozenset[str]
    modifiers: frozenset[str]
    whole: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class DegreeWords:
    """Words by which education and credentials are recognised, as written."""

    degrees: tuple[tuple[str, tuple[str, ...]], ...]
    """(name, aliases)."""
    institution_words: tuple[str, ...]
    honours: tuple[str, ...]
    certificate_words: tuple[str, ...]
    credentials: tuple[tuple[str, tuple[str, ...], str | None], ...]
    """(name, aliases, issuer)."""


@dataclass(frozen=True, slots=True, eq=False)
class WorkWords:
    """How people say that they did something; see work.yaml. All casefolded."""

    verbs: frozenset[str]
    """Past tense, as achievements begin: led, built, reduced …"""
    soft_verbs: frozenset[str]
    """Those among them that open no piece of work: supported, mentored …"""
    weak_verbs: frozenset[str]
    """Soft verbs that open a piece of work where their object names one."""
    opening_nouns: frozenset[str]
    """Nouns with which a bullet names a piece of work: "Introduction of …", "Einführung von …"."""
    plain_labels: frozenset[str]
    """Labels that name no piece of work: "Tools: …"."""
    decrease: frozenset[str]
    increase: frozenset[str]
    work_nouns: frozenset[str]
    """Nouns that name a piece of work: migration, pipeline, rollout …"""
    requirement: tuple[str, ...]
    """Phrases after which a figure is a target, not an outcome: must, should, goal …"""
    writing: frozenset[str]
    """Nouns that name something written about work: essay, article, talk …"""


@dataclass(frozen=True, slots=True, eq=False)
class Vocabularies:
    """Everything that extraction knows beforehand."""

    technologies: SurfaceGazetteer
    practices: StemGazetteer
    categories: Mapping[str, str]
    roles: RoleWords
    degrees: DegreeWords
    sections: Mapping[str, SectionKind]
    """Folded title → kind."""
    units: Units
    work: WorkWords
    terms: Mapping[str, Term] = field(default_factory=dict)
    """`technology:kafka` → its entry."""


@dataclass(frozen=True, slots=True, eq=False)
class _Extra:
    """A user's terms as a key: many are compared by identity and never hashed one by one, since each document asks."""

    terms: tuple[tuple[str, Term], ...]

    def of(self, vocabulary: str) -> _Extra:
        """Return those of one vocabulary."""
        return _Extra(tuple(pair for pair in self.terms if pair[0] == vocabulary))

    def __hash__(self) -> int:
        return hash((len(self.terms), self.terms[:1]))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, _Extra):
            return False
        return self.terms is other.terms or (len(self.terms) < 1_000 and self.terms == other.terms)


def load_vocabularies(extra: tuple[tuple[str, Term], ...] = ()) -> Vocabularies:
    """Return the packaged vocabularies, with a user's `extra` terms added, each as (kind, term).

    A term whose id is packaged already adds its spellings to that one. Raises VocabularyError with file and line where
    an entry is malformed or two terms share a name.
    """
    return _loaded(_Extra(extra))


@lru_cache(maxsize=4)
def _loaded(extra: _Extra) -> Vocabularies:
    from graph.section_titles import load_section_titles

    technologies = _technologies(extra.of("technologies"))
    practices = _practices(extra.of("practices"))
    return Vocabularies(
        technologies=technologies,
        practices=practices,
        categories={
            str(k): str(v) for k, v in dict(read_mapping("categories.yaml")["categories"]).items() if k != "__line__"
        },
        roles=_roles(),
        degrees=_degrees(),
        sections=load_section_titles(),
        units=_units(),
        work=_work(),
        terms={f"{term.kind}:{term.id}": term for term in (*technologies.terms, *practices.terms)},
    )


@lru_cache(maxsize=4)  # what a user adds changes terms alone; all else, and the patterns made of it, stays
def _technologies(extra: _Extra) -> SurfaceGazetteer:
    terms = _joined(_packaged("technologies.yaml", EntityKind.TECHNOLOGY), extra.terms, "technologies")
    return SurfaceGazetteer(terms, frozenset(strings_of(read_mapping("work.yaml"), "glued", "work.yaml")))


@lru_cache(maxsize=4)
def _practices(extra: _Extra) -> StemGazetteer:
    return StemGazetteer(_joined(_packaged("practices.yaml", EntityKind.PRACTICE), extra.terms, "practices"))


@lru_cache(maxsize=1)
def _units() -> Units:
    return units_from(read_mapping("units.yaml"))


def _joined(packaged: Iterable[Term], extra: Iterable[tuple[str, Term]], vocabulary: str) -> list[Term]:
    """Return one term for each id: the packaged one first, with the user's spellings as ones that no guard concerns."""
    terms = {term.id: term for term in packaged}
    for kind, term in extra:
        if kind != vocabulary:
            continue
        if term.id not in terms:
            terms[term.id] = term
            continue
        held = terms[term.id]
        known = {name.casefold() for name in (held.name, *held.aliases, *held.plain)}
        more = tuple(n for n in (term.name, *term.aliases, *term.plain) if n.casefold() not in known)
        plain, aliases = (
            (held.plain + more, held.aliases) if vocabulary == "technologies" else ((), held.aliases + more)
        )
        terms[term.id] = replace(held, plain=plain, aliases=aliases)
    return list(terms.values())


@lru_cache(maxsize=2)
def _packaged(file_name: str, kind: EntityKind) -> tuple[Term, ...]:
    return tuple(read_terms(file_name, kind))


def read_terms(file_name: str, kind: EntityKind) -> list[Term]:
    """Return the terms of a packaged vocabulary, in file order. Raises VocabularyError with file and line."""
    entries = read_vocabulary_file(file_name)
    if not isinstance(entries, list):
        raise VocabularyError("a list of terms is expected", path=file_name, line=1)
    return terms_from(entries, kind, file_name)


def terms_from(entries: Iterable[Any], kind: EntityKind, file_name: str) -> list[Term]:
    """Return terms from parsed YAML entries (mappings with `__line__`); shared with careergraph.yaml.

    Raises VocabularyError for an unknown key, a missing name, or a name that two terms share.
    """
    terms, owners = [], dict[str, str]()
    for entry in entries:
        if not isinstance(entry, dict) or not isinstance(entry.get("name"), str):
            raise VocabularyError("each term is a mapping with a `name`", path=file_name, line=line_of(entry))
        unknown = set(entry) - _TERM_KEYS
        if unknown:
            raise VocabularyError(f"unknown key {sorted(unknown)[0]!r}", path=file_name, line=line_of(entry))
        term = Term(
            id=slug(entry["name"]),
            kind=kind,
            name=entry["name"],
            aliases=strings_of(entry, "aliases", file_name),
            plain=strings_of(entry, "plain", file_name),
            category=str(entry.get("category") or entry.get("domain") or "other"),
            broader=strings_of(entry, "broader", file_name),
            case_exact=entry.get("case") == "exact",
            context=strings_of(entry, "context", file_name),
            unless=strings_of(entry, "unless", file_name),
            listed=strings_of(entry, "listed", file_name),
        )
        for name in dict.fromkeys(n.casefold() for n in (term.name, *term.aliases, *term.plain, *term.listed)):
            if name in owners:
                raise VocabularyError(
                    f"{name!r} is both {owners[name]!r} and {term.name!r}", path=file_name, line=line_of(entry)
                )
            owners[name] = term.name
        terms.append(term)
    return terms


@lru_cache(maxsize=1)
def _roles() -> RoleWords:
    from graph.section_titles import without_accents

    data = read_mapping("roles.yaml")
    heads = {w.casefold() for w in strings_of(data, "head_nouns", "roles.yaml")}
    for words in dict(data.get("head_nouns_other") or {}).values():
        if isinstance(words, list):
            heads |= {str(word).casefold() for word in words}
    heads |= {without_accents(word) for word in heads}
    modifiers = frozenset(w.casefold() for w in strings_of(data, "modifiers", "roles.yaml"))
    return RoleWords(
        frozenset(heads), modifiers, frozenset(w.casefold() for w in strings_of(data, "whole", "roles.yaml"))
    )


@lru_cache(maxsize=1)
def _degrees() -> DegreeWords:
    data, name = read_mapping("degrees.yaml"), "degrees.yaml"
    return DegreeWords(
        degrees=tuple((d["name"], strings_of(d, "aliases", name)) for d in data["degrees"]),
        institution_words=strings_of(data, "institution_words", name),
        honours=strings_of(data, "honours", name),
        certificate_words=strings_of(data, "certificate_words", name),
        credentials=tuple((c["name"], strings_of(c, "aliases", name), c.get("issuer")) for c in data["credentials"]),
    )


@lru_cache(maxsize=1)
def _work() -> WorkWords:
    data = read_mapping("work.yaml")

    def words(key: str) -> frozenset[str]:
        return frozenset(word.casefold() for word in strings_of(data, key, "work.yaml"))

    return WorkWords(
        verbs=words("verbs"),
        soft_verbs=words("soft_verbs"),
        weak_verbs=words("weak_verbs"),
        opening_nouns=words("opening_nouns"),
        plain_labels=words("plain_labels"),
        decrease=words("decrease"),
        increase=words("increase"),
        work_nouns=words("work_nouns"),
        requirement=tuple(sorted(words("requirement"))),
        writing=words("writing"),
    )


_WORDS = re.compile(r"\w+")


@lru_cache(maxsize=4096)
def fold_title(title: str) -> str:
    """Return a title as the sections' table lists it: lower case, words only."""
    return " ".join(_WORDS.findall(title.casefold()))
