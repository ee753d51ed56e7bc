"""The fields of the index with their weights, and the tables of facets, query fields and sorts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from whoosh.fields import STORED, TEXT, Schema

from graph.model import EntityKind
from index.analyzers import SEPARATOR, IdAnalyzer, TextAnalyzer
from index.records import SearchRecord

FORMAT_VERSION = 11
"""Raised whenever records, fields or analysis change, so that no older bucket is linked or opened."""


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """A field of the index."""

    name: str
    weight: float
    """By which a match in this field is multiplied."""
    reason: str
    """Why that weight."""
    length_penalty: float = 0.75
    """BM25F's B for this field: 0 ignores how long the field is, 1 counts it fully."""


ENTITY, TITLE, NAMES, TEXT_STEMS, EXACT, HEADINGS, CONCEPTS, EXPERIENCE = (
    "entity", "title", "names", "text", "exact", "headings", "concepts", "experience"
)  # fmt: skip

FIELDS: tuple[FieldSpec, ...] = (
    FieldSpec(TITLE, 3.0, "a story's title says in a few words what all of it is about", 0.3),
    FieldSpec(ENTITY, 2.5, "a recognised thing is surer than its letters, whatever it was called", 0.0),
    FieldSpec(NAMES, 1.5, "another name of a thing inside: k8s for Kubernetes; many aliases are no fault", 0.0),
    FieldSpec(HEADINGS, 1.2, "what stands above speaks of the passage, and of its neighbours too", 0.3),
    FieldSpec(TEXT_STEMS, 1.0, "the words themselves, by stem: the measure of all others"),
    FieldSpec(EXPERIENCE, 0.8, "told in other words: counts, but less than the words themselves", 0.0),
    FieldSpec(CONCEPTS, 0.6, "a category fits many passages: last resort, never ahead of the word", 0.0),
    FieldSpec(EXACT, 0.5, "a small plus over the stem when the very form was written"),
)
"""All fields that are searched, by weight."""

STEM_FIELDS = (TEXT_STEMS, TITLE, NAMES, HEADINGS, CONCEPTS)
"""Where a word may meet a query, most telling first; the order in which a leaf budget is spent (EXACT after NAMES)."""

WORD_FIELDS = (TEXT_STEMS, TITLE, NAMES, HEADINGS)
"""Where a word itself stands, or a name; where it stands in none of them a concept may stand for it."""

WEIGHTS: Mapping[str, float] = {spec.name: spec.weight for spec in FIELDS}


def make_schema() -> Schema:
    """Return the Whoosh schema; only `record`, the record's id, is stored."""
    stemmed, exact, ids = TextAnalyzer(stemmed=True), TextAnalyzer(stemmed=False), IdAnalyzer()
    return Schema(
        record=STORED(),
        title=TEXT(analyzer=stemmed, phrase=False),
        headings=TEXT(analyzer=stemmed, phrase=False),
        names=TEXT(analyzer=stemmed, phrase=False),
        concepts=TEXT(analyzer=stemmed, phrase=False),
        text=TEXT(analyzer=stemmed, phrase=False),
        exact=TEXT(analyzer=exact, phrase=True),
        entity=TEXT(analyzer=ids, phrase=False),
        experience=TEXT(analyzer=ids, phrase=False),
    )


def exact_text(record: SearchRecord) -> str:
    """Return what is indexed of a record as written."""
    return SEPARATOR.join((record.title, *record.headings, record.body))


def field_values(record: SearchRecord) -> dict[str, str]:
    """Return what is indexed of a record, by field."""
    return {
        "record": record.id,
        "title": record.title,
        "headings": SEPARATOR.join(record.headings),
        "names": SEPARATOR.join(record.names),
        "concepts": _each_word_once(record.concepts),
        "text": record.body,
        "exact": exact_text(record),
        "entity": SEPARATOR.join(record.context_ids),
        "experience": SEPARATOR.join(record.experience),
    }


def _each_word_once(texts: Iterable[str]) -> str:
    """Return the words of texts, each once: five tools of a kind are of that kind no more than one is."""
    return " ".join(dict.fromkeys(word for text in texts for word in text.replace(SEPARATOR, " ").casefold().split()))


@dataclass(frozen=True, slots=True)
class FacetSpec:
    """A filter: the record's attribute `name` holds its values."""

    name: str
    """Also the parameter's name in a URL, and of `--filter NAME=VALUE`."""
    label: str
    kind: EntityKind | None = None
    """Values are ids of entities of this kind, labelled by their names; None for documents and fixed values."""
    value_labels: Mapping[str, str] = field(default_factory=dict)
    """Labels of fixed values."""


_TYPE_LABELS = {"story": "Story", "section": "Section", "bullet": "Bullet"} | {
    kind.value: kind.value.capitalize() for kind in EntityKind
}

FACETS: tuple[FacetSpec, ...] = (
    FacetSpec("type", "Type", value_labels=_TYPE_LABELS),
    FacetSpec("person", "Person", EntityKind.PERSON),
    FacetSpec("employer", "Employer", EntityKind.EMPLOYER),
    FacetSpec("project", "Project", EntityKind.PROJECT),
    FacetSpec("technology", "Technology", EntityKind.TECHNOLOGY),
    FacetSpec("practice", "Practice", EntityKind.PRACTICE),
    FacetSpec("experience", "Experience"),
    FacetSpec("document", "Document"),
    FacetSpec("has", "Has", value_labels={"metric": "a figure", "result": "a measured result", "star": "STAR parts"}),
)
"""In the order in which pages show them."""

QUERY_FIELDS: Mapping[str, str] = {
    "type": "type",
    "person": "person",
    "employer": "employer",
    "project": "project",
    "technology": "technology",
    "tech": "technology",
    "practice": "practice",
    "experience": "experience",
    "concept": "experience",
    "document": "document",
    "doc": "document",
    "has": "has",
    "role": "role",
}
"""What may stand before a colon in a query → the facet; `role` alone is no facet: it names entities by their title."""

SORTS: Mapping[str, str] = {"relevance": "relevance", "figure": "size of figure", "date": "date", "used": "last used"}
"""Name → label; sorting.py holds the orders."""


def facet_values(record: SearchRecord, name: str) -> tuple[str, ...]:
    """Return the values of one facet that a record has."""
    if name == "type":
        return (record.kind,)
    values: tuple[str, ...] = getattr(record, name)
    return tuple(dict.fromkeys(values)) if name == "experience" else values
