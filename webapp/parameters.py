"""What each page takes in its URL: one table, from the tables that the views read. For /api, OpenAPI and tests.

The views check what they get; here stands what they accept.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from graph.findings import PROBLEMS
from graph.model import EntityKind, Json, RelationKind
from index.query import MAX_CHARACTERS
from index.schema import FACETS, SORTS
from webapp import board, matrix_table
from webapp.asking import LARGEST_NUMBER
from webapp.suggestions import MOST
from webapp.views import documents, outcomes, stories, timeline
from webapp.views.compare_links import COMPARED
from webapp.wording import MEASURES_WORDS


@dataclass(frozen=True, slots=True)
class Parameter:
    """One value that a page takes."""

    name: str
    says: str
    schema: Mapping[str, Json]
    """Of one value, in JSON Schema."""
    repeated: bool = False
    """Whether it may stand several times."""
    example: str = ""
    in_path: bool = False
    of_corpus: EntityKind | None = field(default=None, kw_only=True)
    """The value is an id of this kind: examples are drawn from what is there."""


def _number(name: str, says: str, default: int, most: int = LARGEST_NUMBER) -> Parameter:
    return Parameter(name, says, {"type": "integer", "minimum": 1, "maximum": most, "default": default})


def _one_of(name: str, says: str, known: Iterable[str], default: str = "", repeated: bool = False) -> Parameter:
    schema: dict[str, Json] = {"type": "string", "enum": [value for value in known if value]}
    return Parameter(name, says, schema | ({"default": default} if default else {}), repeated)


def _text(name: str, says: str, longest: int, example: str = "") -> Parameter:
    return Parameter(name, says, {"type": "string", "maxLength": longest}, example=example)


def _id(name: str, says: str, kind: EntityKind | None = None, repeated: bool = False) -> Parameter:
    return Parameter(name, says, {"type": "string", "minLength": 1}, repeated, of_corpus=kind)


_PAGE = _number("page", "page of the list; past its end it is empty", 1)
_PERSON = _id("person", "id of a person: only what is tied to them", EntityKind.PERSON)
_EMPLOYER = _id("employer", "id of an employer: only what is tied to it", EntityKind.EMPLOYER)
_ENTITY = Parameter(
    "id", "an entity's id, such as technology:kafka", {"type": "string", "minLength": 1}, in_path=True,
    of_corpus=EntityKind.TECHNOLOGY,
)  # fmt: skip
_QUERY = _text(
    "q", f"the query, at most {MAX_CHARACTERS} characters; /help explains it", MAX_CHARACTERS, "migrations at scale"
)

PARAMETERS: Mapping[str, tuple[Parameter, ...]] = {
    "home": (),
    "search": (
        _QUERY,
        *(
            _one_of(facet.name, f"only hits of this {facet.label.lower()}", facet.value_labels, repeated=True)
            if facet.value_labels
            else _id(facet.name, f"only hits of this {facet.label.lower()}, by id", facet.kind, repeated=True)
            for facet in FACETS
        ),
        _one_of("sort", "order of the hits", SORTS, "relevance"),
        _number("limit", "hits on a page", 10, 100),
        _PAGE,
    ),
    "entity": (
        _ENTITY,
        _text("group", "of the page: one group of relations, such as uses-out, or places, in pages", 100, "uses-in"),
        _PAGE,
    ),
    "document": (
        Parameter(
            "id", "a document's path below the content folder", {"type": "string", "minLength": 1}, in_path=True,
            of_corpus=EntityKind.DOCUMENT,
        ),
        Parameter(
            "at", "a stretch of the text to mark: two offsets in code points, the end not included",
            {"type": "string", "pattern": "^[0-9]{1,9}-[0-9]{1,9}$"}, example="0-20",
        ),
        _one_of("marks", "kind of entity to mark", ("all", "none", *(kind.value for kind in EntityKind)), "all"),
        _PAGE,
    ),
    "documents": (
        _text("path", "part of the path of the documents", 80, "resume"),
        _one_of("sort", "order of the documents", documents.SORTS, "path"),
        _PAGE,
    ),
    "matrix": (
        _one_of("rows", "what stands in the rows", matrix_table.ROWS, "project"),
        _one_of("columns", "what stands in the columns", matrix_table.COLUMNS, "technology"),
        _one_of("sort", "order of the rows", matrix_table.SORTS, "most"),
        _id("by", "id of the column whose rows come first", EntityKind.TECHNOLOGY),
        _PERSON,
        _EMPLOYER,
        _one_of("shared", "in how many rows a column has to be", matrix_table.SHARED),
        _text("row", "part of the row's name", 80, "ledger"),
        _text("column", "part of the column's name", 80, "kafka"),
        _PAGE,
        _number("columns_page", "page of the columns", 1),
    ),
    "outcomes": (
        _PERSON,
        _EMPLOYER,
        _id("technology", "id of a technology: only what was achieved with it", EntityKind.TECHNOLOGY),
        _one_of("direction", "what happened to the figure", outcomes.DIRECTIONS),
        _one_of("measures", "what the figure says", MEASURES_WORDS),
        _text("dimension", "one scale alone, in pages: time, share …", 60, "time"),
        _one_of("sort", "order within a scale", board.SORTS, "strength"),
        _PAGE,
    ),
    "timeline": (
        _one_of("by", "what the rows are grouped by", timeline.BY, "person"),
        _PERSON,
        _EMPLOYER,
        _one_of("show", "one kind of row alone", timeline.SHOW),
        _PAGE,
    ),
    "graph": (_number("group", "one group alone, by its number", 1), _PAGE),
    "ego": (
        _ENTITY,
        _number("hops", "how far to go", 2, 3),
        _one_of("hide", "kind of entity to leave out", (k.value for k in EntityKind if k != EntityKind.DOCUMENT), repeated=True),
        _one_of("without", "kind of relation to leave out", (kind.value for kind in RelationKind), repeated=True),
        _PAGE,
    ),
    "stories": (
        _text("shows", "a competency that a question asks after", 60, "migration"),
        _one_of("sort", "order of the stories", stories.SORTS, "complete"),
        _id("pick", f"id of a project for the sheet; at most {stories.MOST_PICKS}", EntityKind.PROJECT, repeated=True),
        _one_of("choose", "1: show the bank although stories are picked", ("1",)),
        _PAGE,
        _number("questions", "page of the questions", 1),
    ),
    "path": (
        _text("from", "id or name of where the path begins", 300, "Oliver Harper"),
        _text("to", "id or name of where it ends", 300, "Kafka"),
    ),
    "compare": (
        _text("a", "id or name of a person, project, technology or practice", 300, "Kafka"),
        _text("b", "id or name of another of the same kind", 300, "PostgreSQL"),
        _one_of(
            "show", "one section alone, in pages; which there are depends on the kind",
            sorted({key for sections in COMPARED.values() for key, _, _ in sections} | {"figures"}),
        ),
        _PAGE,
    ),
    "check": (
        _one_of("code", "one kind of finding", PROBLEMS),
        _text("document", "part of the path of the documents", 300, "resume"),
        _PAGE,
    ),
    "help": (),
    "about": (),
    "api": (),
    "suggest": (
        _text("q", "what was typed so far", 200, "kaf"),
        _number("limit", "completions", 8, MOST),
        _one_of("format", "browser: as OpenSearch suggestions have it", ("browser",)),
    ),
    "healthz": (),
}  # fmt: skip
"""Route → the values that it takes."""

SUMMARIES: Mapping[str, str] = {
    "home": "What the corpus holds, its strongest figures, searches to try",
    "search": "Search passages; the shape of “careergraph search --json”",
    "entity": "One thing with its facts, relations and evidence; the shape of “careergraph show --json”",
    "document": "A document by lines, with what its words name",
    "documents": "What was read from each document, and which files were not",
    "matrix": "Projects, people or employers against technologies and practices",
    "outcomes": "Every figure, on a scale with its like",
    "timeline": "Jobs, projects and the years of technologies",
    "graph": "The corpus in groups of what hangs together",
    "ego": "What lies around a thing",
    "stories": "The story bank and the interview questions that it answers",
    "path": "How two things are connected",
    "compare": "Two things of a kind side by side",
    "check": "What is doubtful, and the lines that settle it",
    "help": "The query language",
    "about": "What the kinds mean, and how many of each there are",
    "api": "This description",
    "suggest": "Completions of what is typed",
    "healthz": "Whether pages can be served, and of which generation",
}
"""Route → what it answers, in a line."""
