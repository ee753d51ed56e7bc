"""The help page: the query language, from the tables that the search itself reads."""

from __future__ import annotations

from dataclasses import dataclass

from index.generations import Generation
from index.parsing.ranges import RANGE_FIELDS
from index.query import MAX_CHARACTERS, MAX_DEPTH, MAX_PHRASES, MAX_TOKENS, MIN_PREFIX_LETTERS, MODIFIERS
from index.schema import FACETS, QUERY_FIELDS, SORTS
from webapp.asking import Asked
from webapp.corpus import Corpus
from webapp.links import search_url


@dataclass(frozen=True, slots=True)
class Example:
    """A query and what it finds."""

    query: str
    url: str
    finds: str


@dataclass(frozen=True, slots=True)
class FieldHelp:
    """A word before a colon, and what it filters by."""

    names: tuple[str, ...]
    filters: str
    values: str


@dataclass(frozen=True, slots=True)
class HelpPage:
    """Everything that the help page shows."""

    examples: tuple[Example, ...]
    fields: tuple[FieldHelp, ...]
    comparisons: tuple[Example, ...]
    """Fields that compare: name, an example as a link, what it compares."""
    modifiers: tuple[str, ...]
    sorts: tuple[str, ...]
    limits: tuple[str, ...]


_EXAMPLES = (
    ("migrations at scale", "stories of migrations, those with large figures first"),
    ("zero downtime", "the words, their other forms and other names; every content word must be met"),
    ('"side by side"', "exactly these words, in this order"),
    ("kafka OR redis", "either of them"),
    ("migration -cloud", "migrations that don't speak of the cloud"),
    ("+latency queue", "latency must be there; queue should"),
    ("(kafka OR debezium) AND replay", "parentheses group"),
    ("micro*", "every word that begins with micro"),
    ("tech:kafka has:metric", "passages tied to Kafka that carry a figure"),
    ("k8s", "Kubernetes, by its other name"),
    ("handled a sudden peak", "passages that tell it in whatever words"),
    ("latency under 200 ms", "figures that meet a comparison said in words"),
    ("team of 7", "the very words, or that figure however the text writes it"),
    ("kafka since 2021", "work that went on then; also in, before and between years, and months of years"),
)
_FILTERS = {
    "type": "kind of hit", "person": "who did it", "employer": "where", "project": "the work",
    "technology": "what was used", "practice": "how it was done", "document": "the file",
    "experience": "what is told, in whatever words", "has": "what the passage holds", "role": "the job's title",
}  # fmt: skip


def help_page(generation: Generation, corpus: Corpus, asked: Asked) -> HelpPage:
    """Return the help page."""
    fields: dict[str, list[str]] = {}
    for name, field in QUERY_FIELDS.items():
        fields.setdefault(field, []).append(f"{name}:")
    values = {facet.name: ", ".join(facet.value_labels) for facet in FACETS}
    return HelpPage(
        examples=tuple(Example(query, search_url(query), finds) for query, finds in _EXAMPLES),
        fields=tuple(
            FieldHelp(tuple(names), _FILTERS.get(field, field), values.get(field) or "a name or an id")
            for field, names in fields.items()
        ),
        comparisons=tuple(
            Example(field.example, search_url(field.example), field.filters) for field in RANGE_FIELDS.values()
        ),
        modifiers=tuple(" ".join(words) for words in MODIFIERS),
        sorts=tuple(SORTS.values()),
        limits=(
            f"{MAX_CHARACTERS} characters", f"{MAX_TOKENS} words", f"{MAX_PHRASES} phrases in quotation marks",
            f"{MAX_DEPTH} parentheses deep", f"{MIN_PREFIX_LETTERS} letters before a star",
        ),
    )  # fmt: skip
