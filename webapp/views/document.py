"""A document's page: its lines with what they name, and the words that one came for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from graph.documents import Block, BlockKind, Document, line_starts
from graph.model import EntityKind
from index.generations import Generation
from webapp.asking import Asked, BadValueError
from webapp.corpus import Corpus, Metric, Place, Ref
from webapp.json_parts import place_url
from webapp.near import not_found
from webapp.originals import original_url
from webapp.pages import PageLink, pager_links
from webapp.proofs import block_at
from webapp.quotes import Piece, cut_pieces
from webapp.wording import KIND_WORDS, MEDIA_TYPES

LINES_A_PAGE = 400
_CITED, _STORIES = 400, 30


@dataclass(frozen=True, slots=True)
class Run:
    """Pieces of a line that belong to the words one came for, or don't."""

    here: bool
    anchor: str | None
    """`c120-184` on the first run of those words."""
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One line: what leads it (bullet, `##`, key) and its words."""

    number: int
    look: str
    """Class: h1, h2, bullet, field, code, row or empty."""
    lead: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class KindSwitch:
    """A link that shows marks of one kind, all or none."""

    label: str
    kind: str
    count: int
    url: str
    current: bool


@dataclass(frozen=True, slots=True)
class Came:
    """The words that one came for."""

    place: Place
    quote: str
    named: tuple[Ref, ...]
    metrics: tuple[Metric, ...]


@dataclass(frozen=True, slots=True)
class StoryLink:
    """A story told in this document."""

    ref: Ref
    place: Place


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """Everything that a document's page shows."""

    id: str
    title: str
    ref: Ref | None
    media: str
    line_total: int
    authors: tuple[Ref, ...]
    own: Place
    """The whole document; tells whether it is fictional."""
    lines: tuple[Line, ...]
    switches: tuple[KindSwitch, ...]
    came: Came | None
    stories: tuple[StoryLink, ...]
    pager: tuple[PageLink, ...]
    original_url: str
    """The file itself; of a paged one, at the page that one came for."""


def document_page(generation: Generation, corpus: Corpus, asked: Asked) -> DocumentPage:
    """Return a document's page. Raises NotFoundError for an unknown id, BadValueError for `at` outside the text."""
    document = corpus.kg.documents.get(asked.id)
    if document is None:
        raise not_found(corpus, asked.id)
    at = _read_at(asked.one("at"), document)
    kinds = _read_kinds(asked.one("marks", "all"))
    starts = line_starts(document.text)
    pages = max(1, -(-len(starts) // LINES_A_PAGE))
    wanted = 1 if at is None else (document.line_of(at[0]) - 1) // LINES_A_PAGE + 1
    number = asked.number("page", wanted)
    first, last = (number - 1) * LINES_A_PAGE, min(number * LINES_A_PAGE, len(starts))
    url = place_url(document.span(0, 0)).partition("?")[0]
    entity_id = corpus.document_entities.get(document.id)
    return DocumentPage(
        id=document.id,
        title=document.title,
        ref=None if entity_id is None else corpus.ref(corpus.kg.entity(entity_id)),
        media=MEDIA_TYPES.get(document.media_type, document.media_type),
        line_total=len(starts),
        authors=_authors(corpus, document),
        own=corpus.place(document.span(0, 0)),
        lines=tuple(_line(corpus, document, number, starts, at, kinds) for number in range(first, last)),
        switches=_switches(corpus, document, asked, url),
        came=None if at is None else _came(corpus, document, at),
        stories=_stories(corpus, document),
        pager=pager_links(number, pages, f"{url}?page={{page}}"),
        original_url=original_url(document, None if at is None else at[0]),
    )


def _read_at(written: str, document: Document) -> tuple[int, int] | None:
    if not written:
        return None
    found = re.fullmatch(r"(\d{1,9})-(\d{1,9})", written, re.ASCII)
    if found is None or not int(found[1]) < int(found[2]) <= len(document.text):
        example = f"at=0-{min(40, len(document.text))}"
        raise BadValueError(f"at={written[:40]} is no place in {document.id}; write two offsets, such as {example}")
    return int(found[1]), int(found[2])


def _read_kinds(written: str) -> frozenset[EntityKind] | None:
    if written == "all":
        return None
    if written == "none":
        return frozenset()
    try:
        return frozenset({EntityKind(written)})
    except ValueError:
        kinds = ", ".join(KIND_WORDS)
        raise BadValueError(f"marks={written[:40]} is no kind; write all, none or one of {kinds}") from None


# ---------------------------------------------------------------- lines


def _line(
    corpus: Corpus, document: Document, place: int, starts: Sequence[int], at: tuple[int, int] | None,
    kinds: Collection[EntityKind] | None,
) -> Line:  # fmt: skip
    start = starts[place]
    end = starts[place + 1] if place + 1 < len(starts) else len(document.text)
    while end > start and document.text[end - 1] in "\r\n":
        end -= 1
    words_at = start + len(document.text[start:end]) - len(document.text[start:end].lstrip())
    block = _block_of_line(document, words_at, end)
    lead_end = words_at
    if block is not None and start <= block.span.start < end:
        lead_end = block.span.start
    lead = document.text[start:lead_end].strip()
    look = _look(block, lead_end == (block.span.start if block else -1))
    # Where the words one came for are nothing but what leads the line ("##"), it belongs to the text.
    if at is not None and start < at[1] <= lead_end and lead:
        lead, lead_end = "", words_at
    anchored = at is not None and not document.text[at[0] : start].strip() and at[1] > start
    return Line(place + 1, look, lead, _runs(corpus, document, lead_end, end, at, anchored, kinds))


def _block_of_line(document: Document, start: int, end: int) -> Block | None:
    own = block_at(document, start)
    if own is not None:
        return own
    place = bisect_left(document.blocks, start, key=lambda block: block.span.start)
    following = document.blocks[place] if place < len(document.blocks) else None
    return following if following is not None and following.span.start < end else None


def _look(block: Block | None, first: bool) -> str:
    if block is None:
        return ""
    if block.kind is BlockKind.HEADING:
        return "h1" if block.level <= 2 else "h2"
    if block.kind is BlockKind.LIST_ITEM:
        depth = f" d{min(block.level, 3)}" if block.level else ""
        return f"bullet{depth}" if first else f"hang{depth}"
    return {BlockKind.FIELD: "field", BlockKind.CODE: "code", BlockKind.TABLE_ROW: "row"}.get(block.kind, "")


def _runs(
    corpus: Corpus, document: Document, start: int, end: int, at: tuple[int, int] | None, anchored: bool,
    kinds: Collection[EntityKind] | None,
) -> tuple[Run, ...]:  # fmt: skip
    if start >= end:
        return ()
    if at is None or at[1] <= start or end <= at[0]:
        return (Run(False, None, tuple(cut_pieces(corpus, document, start, end, kinds))),)
    left, right = max(at[0], start), min(at[1], end)
    runs = []
    if start < left:
        runs.append(Run(False, None, tuple(cut_pieces(corpus, document, start, left, kinds))))
    # The first line that holds some of it carries the anchor, even where the words begin in the line break before.
    anchor = f"c{at[0]}-{at[1]}" if anchored else None
    inner = [_without_anchor(piece, f"c{at[0]}-{at[1]}") for piece in cut_pieces(corpus, document, left, right, kinds)]
    runs.append(Run(True, anchor, tuple(inner)))
    if right < end:
        runs.append(Run(False, None, tuple(cut_pieces(corpus, document, right, end, kinds))))
    return tuple(runs)


def _without_anchor(piece: Piece, taken: str) -> Piece:
    return Piece(piece.text, piece.start, piece.ref, piece.last, None) if piece.anchor == taken else piece


# ---------------------------------------------------------------- around the text


def _switches(corpus: Corpus, document: Document, asked: Asked, url: str) -> tuple[KindSwitch, ...]:
    counts = Counter(mark.kind.value for mark in corpus.marks.get(document.id, ()))
    current = asked.one("marks", "all")
    at = asked.one("at")
    tail, anchor = (f"&at={at}", f"#c{at}") if at else ("", "")

    def switch(label: str, key: str, kind: str, count: int) -> KindSwitch:
        return KindSwitch(label, kind, count, f"{url}?marks={key}{tail}{anchor}", current == key)

    kinds = [switch(KIND_WORDS[kind][1].lower(), kind, kind, counts[kind]) for kind in KIND_WORDS if counts[kind]]
    return (switch("all", "all", "", sum(counts.values())), *kinds, switch("none", "none", "", 0))


def _came(corpus: Corpus, document: Document, at: tuple[int, int]) -> Came:
    words = " ".join(document.text[at[0] : at[1]].split())
    named: dict[str, Ref] = {}
    metrics: dict[str, Metric] = {}
    for mark in corpus.marks.get(document.id, ()):
        if mark.span.start < at[1] and at[0] < mark.span.end:
            entity = corpus.kg.entity(mark.entity_id)
            metric = corpus.metric(entity)
            if metric is None:
                named[entity.id] = corpus.ref(entity)
            else:
                metrics[entity.id] = metric
    shown = words if len(words) <= _CITED else f"{words[:_CITED].rpartition(' ')[0]} …"
    return Came(corpus.place(document.span(*at)), shown, tuple(named.values())[:8], tuple(metrics.values())[:6])


def _authors(corpus: Corpus, document: Document) -> tuple[Ref, ...]:
    people = {m.entity_id for m in corpus.marks.get(document.id, ()) if m.kind is EntityKind.PERSON}
    return tuple(corpus.ref(corpus.kg.entity(key)) for key in sorted(people))[:3]


def _stories(corpus: Corpus, document: Document) -> tuple[StoryLink, ...]:
    """Each project told in the document once, at its first place."""
    firsts = {
        project_id: min(here)
        for project_id, tellings in corpus.kg.tellings.items()
        if project_id in corpus.kg and (here := [t.span for t in tellings if t.span.document_id == document.id])
    }
    ordered = sorted(firsts.items(), key=lambda item: (item[1], item[0]))[:_STORIES]
    return tuple(StoryLink(corpus.ref(corpus.kg.entity(key)), corpus.place(span)) for key, span in ordered)
