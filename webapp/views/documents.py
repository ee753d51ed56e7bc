"""All documents: what the last build read from each, and which files it could not read, with the reason and the remedy."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from graph.model import EntityKind
from graph.report import DocumentSummary
from index.generations import Generation
from webapp.asking import Asked
from webapp.choices import Choice, address, choice_of, one_of, paged, text_asked
from webapp.corpus import Corpus, Place
from webapp.pages import PageLink, page_of
from webapp.views.check import check_url
from webapp.wording import KIND_WORDS, MEDIA_TYPES

A_PAGE, SKIPPED = 50, 50
COUNTED = (
    EntityKind.PERSON, EntityKind.EMPLOYER, EntityKind.ROLE, EntityKind.PROJECT, EntityKind.TECHNOLOGY,
    EntityKind.PRACTICE, EntityKind.OUTCOME, EntityKind.INSTITUTION, EntityKind.CREDENTIAL,
)  # fmt: skip
"""Kinds that are counted for each document."""
SORTS: Mapping[str, str] = {"path": "path", "most": "most read", "least": "least read"}
_ORDERS: Mapping[str, Callable[[DocumentSummary], tuple[int, str]]] = {
    "path": lambda one: (0, one.document_id),
    "most": lambda one: (-_total(one), one.document_id),
    "least": lambda one: (_total(one), one.document_id),
}


@dataclass(frozen=True, slots=True)
class Count:
    """How many there are, and where they are seen in their words."""

    number: int
    what: str
    url: str


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """What was read from one file."""

    place: Place
    title: str
    format: str
    lines: int
    counts: tuple[Count, ...]
    """Different things of each kind, and the relations between them."""
    total: int
    """Without people: somebody wrote each."""
    check_url: str
    """What is doubtful in it."""


@dataclass(frozen=True, slots=True)
class SkippedRow:
    """A file that was not read."""

    path: str
    reason: str
    remedy: str


@dataclass(frozen=True, slots=True)
class DocumentsPage:
    """Everything that the page shows."""

    total: int
    shown: int
    """How many are left by the filter."""
    rows: tuple[DocumentRow, ...]
    pager: tuple[PageLink, ...]
    sort: Choice
    path: str
    """The part of a path that is asked for."""
    all_url: str
    skipped: tuple[SkippedRow, ...]
    skipped_total: int
    skipped_url: str
    """All of them, in pages."""


def documents_page(generation: Generation, corpus: Corpus, asked: Asked) -> DocumentsPage:
    """Return the list of documents. Raises BadValueError for an order that there is not, or a path that is too long."""
    values = {"path": text_asked(asked, "path"), "sort": one_of(asked, "sort", SORTS, "path")}
    summaries = corpus.report.documents
    wanted = values["path"].casefold()
    kept = sorted((one for one in summaries if wanted in one.document_id.casefold()), key=_ORDERS[values["sort"]])
    shown_values = values | {"sort": "" if values["sort"] == "path" else values["sort"]}
    listing = page_of(kept, asked.number("page", 1), A_PAGE, paged("/documents", shown_values))
    skipped = [one for one in corpus.report.skipped if wanted in one.path.casefold()]
    return DocumentsPage(
        total=len(summaries),
        shown=len(kept),
        rows=tuple(_row(corpus, one) for one in listing.items),
        pager=listing.pager,
        sort=choice_of(
            "sort", "Order", {key: word for key, word in SORTS.items() if key != "path"}, values["sort"], SORTS["path"]
        ),
        path=values["path"],
        all_url=address("/documents", {}),
        skipped=tuple(SkippedRow(one.path, one.reason, one.remedy) for one in skipped[:SKIPPED]),
        skipped_total=len(skipped),
        skipped_url=check_url("skipped-file", values["path"]),
    )


def _total(one: DocumentSummary) -> int:
    """Return how many things a document names besides people: somebody wrote every one."""
    return sum(one.counts.get(kind.value, 0) for kind in COUNTED if kind is not EntityKind.PERSON)


def _row(corpus: Corpus, one: DocumentSummary) -> DocumentRow:
    document = corpus.kg.documents[one.document_id]
    place = corpus.place(document.span(0, 0))
    counts = [(one.counts.get(kind.value, 0), KIND_WORDS[kind.value], kind.value) for kind in COUNTED]
    around = corpus.ref(corpus.kg.entity(f"document:{one.document_id}")).url
    relations = one.counts.get("relations", 0)
    found = tuple(
        Count(number, words[number != 1].lower(), f"{place.page_url}?marks={kind}") for number, words, kind in counts
    )
    return DocumentRow(
        place,
        one.title or one.document_id,
        MEDIA_TYPES.get(document.media_type, document.media_type),
        document.line_of(max(0, len(document.text) - 1)),
        (*found, Count(relations, "relation" if relations == 1 else "relations", around)),
        _total(one),
        check_url("", one.document_id),
    )
