"""Two people, projects, technologies or practices side by side: what both have, what one has alone, years, figures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.experience import experience_of, write_months
from graph.model import Entity, EntityKind
from index.generations import Generation
from webapp.asking import Asked, BadValueError
from webapp.corpus import Corpus, Metric, Place, Ref
from webapp.naming import Named, find_named, names_to_suggest
from webapp.pages import Listing, PageLink, first_of, page_of
from webapp.proofs import best_of
from webapp.strength import strongest_ids
from webapp.views.compare_facts import FactRow, fact_rows
from webapp.views.compare_figures import figures_beside
from webapp.views.compare_links import COMPARED, Ties, best_stated, likely_others, ties_of
from webapp.views.pairs import compare_url
from webapp.wording import KIND_WORDS

FIRST, A_PAGE = 8, 40
"""Things shown of each column, and on a page of one section alone."""
_ROWS, _ROWS_A_PAGE = 8, 25


@dataclass(frozen=True, slots=True)
class Item:
    """A thing that one side or both are tied to, and where that is said."""

    ref: Ref
    a: Place | None
    b: Place | None
    a_note: str
    """How long, for people's things; empty where nothing dated says it."""
    b_note: str


@dataclass(frozen=True, slots=True)
class Section:
    """Things of one kind: what both have, and what one has alone."""

    key: str
    """Value of `show` in the URL."""
    title: str
    both: Listing[Item]
    only_a: Listing[Item]
    only_b: Listing[Item]
    more_url: str | None
    """All of them, where a column is cut."""
    pager: tuple[PageLink, ...]


@dataclass(frozen=True, slots=True)
class FigureRow:
    """Figures that measure the same, of one side and the other."""

    what: str
    means: str
    a: tuple[Metric, ...]
    b: tuple[Metric, ...]
    a_further: int
    b_further: int


@dataclass(frozen=True, slots=True)
class ComparePage:
    """Everything that the page shows."""

    a: Named
    b: Named
    kind_words: str
    """"people", "projects" …; empty before anything is chosen."""
    facts: tuple[FactRow, ...]
    sections: tuple[Section, ...]
    figures: Listing[FigureRow]
    chosen: str
    """The section that alone is shown, else empty."""
    whole_url: str
    swap_url: str
    others: tuple[tuple[Ref, str], ...]
    """Likely partners of the one that is chosen, each with the address of the comparison."""
    suggestions: tuple[str, ...]

    @property
    def ref(self) -> Ref | None:
        """The subject that tells whether all of the page is fictional: either side, where both are."""
        both = [side.ref for side in (self.a, self.b) if side.ref is not None and side.ref.fictional]
        return both[0] if len(both) == 2 else None

    @property
    def complete(self) -> bool:
        """Whether both sides are known."""
        return self.a.ref is not None and self.b.ref is not None


def compare_page(generation: Generation, corpus: Corpus, asked: Asked) -> ComparePage:
    """Return the page that compares two things of one kind.

    Raises NotFoundError for an unknown side, BadValueError for two kinds, a kind that is not compared, or one thing twice.
    """
    kinds = frozenset(COMPARED)
    a = find_named(corpus, asked, "a", lambda key: compare_url(key, asked.one("b")), kinds)
    b = find_named(corpus, asked, "b", lambda key: compare_url(asked.one("a"), key), kinds)
    _check(a, b)
    known = next((side.ref for side in (a, b) if side.ref is not None), None)
    sections: tuple[Section, ...] = ()
    figures: Listing[FigureRow] = Listing((), 0)
    facts: tuple[FactRow, ...] = ()
    chosen = asked.one("show")
    if a.ref is not None and b.ref is not None:
        one, other = corpus.kg.entity(a.ref.id), corpus.kg.entity(b.ref.id)
        keys = [key for key, _, _ in COMPARED[one.kind]]
        if chosen and chosen not in (*keys, "figures"):
            raise BadValueError(f"show={chosen[:40]} is no part of this page; write one of {', '.join(keys)}, figures")
        facts = () if chosen else fact_rows(corpus, one, other)
        sections = _sections(corpus, one, other, asked)
        if chosen in ("", "figures"):
            figures = _figures(corpus, one, other, asked)
    elif chosen:
        raise BadValueError("show needs both a and b; name them first")
    return ComparePage(
        a=a,
        b=b,
        kind_words="" if known is None else KIND_WORDS[known.kind][1].lower(),
        facts=facts,
        sections=sections,
        figures=figures,
        chosen=chosen,
        whole_url=compare_url(asked.one("a"), asked.one("b")),
        swap_url=compare_url(asked.one("b"), asked.one("a")),
        others=_others(corpus, a, b),
        suggestions=names_to_suggest(corpus, kinds if known is None else {EntityKind(known.kind)}),
    )


def _check(a: Named, b: Named) -> None:
    possible = "two people, two projects, two technologies or two practices"
    for side in (a, b):
        if side.ref is not None and EntityKind(side.ref.kind) not in COMPARED:
            raise BadValueError(f"{side.ref.id} can't be compared; name {possible}")
    if a.ref is None or b.ref is None:
        return
    if a.ref.kind != b.ref.kind:
        raise BadValueError(f"{a.ref.id} and {b.ref.id} are of two kinds; name {possible}")
    if a.ref.id == b.ref.id:
        raise BadValueError(f"a and b both name {a.ref.id}; change one of them")


def _others(corpus: Corpus, a: Named, b: Named) -> tuple[tuple[Ref, str], ...]:
    if a.ref is not None and not b.written:
        found = likely_others(corpus, corpus.kg.entity(a.ref.id))
        return tuple((corpus.ref(entity), compare_url(a.ref.id, entity.id)) for entity in found)
    if b.ref is not None and not a.written:
        found = likely_others(corpus, corpus.kg.entity(b.ref.id))
        return tuple((corpus.ref(entity), compare_url(entity.id, b.ref.id)) for entity in found)
    return ()


# ---------------------------------------------------------------- things


def _sections(corpus: Corpus, a: Entity, b: Entity, asked: Asked) -> tuple[Section, ...]:
    chosen = asked.one("show")
    found = []
    for key, title, steps in COMPARED[a.kind]:
        if chosen not in ("", key):
            continue
        of_a, of_b = ties_of(corpus.kg, a.id, steps), ties_of(corpus.kg, b.id, steps)
        in_a, in_b = of_a.places, of_b.places
        lists = (in_a.keys() & in_b.keys(), in_a.keys() - in_b.keys(), in_b.keys() - in_a.keys())
        if not any(lists):
            continue
        url = compare_url(a.id, b.id, show=key)
        cut = [_cut(corpus, tuple(ids), (of_a, of_b), asked if chosen else None, url) for ids in lists]
        columns = [
            Listing(tuple(_item(corpus, e, a, b, of_a, of_b) for e in listing.items), listing.total) for listing in cut
        ]
        longest = max(cut, key=lambda listing: listing.total)
        more = any(listing.more_url for listing in cut)
        found.append(Section(key, title, columns[0], columns[1], columns[2], url if more else None, longest.pager))
    return tuple(found)


def _cut(corpus: Corpus, ids: Sequence[str], sides: tuple[Ties, Ties], asked: Asked | None, url: str) -> Listing[str]:
    if asked is None:
        first = best_stated(corpus.kg, ids, sides, FIRST)
        return Listing(tuple(first), len(ids), url if len(ids) > FIRST else None)
    ranked = best_stated(corpus.kg, ids, sides, None)
    return page_of(ranked, asked.number("page", 1), A_PAGE, f"{url}&page={{page}}")


def _item(corpus: Corpus, key: str, a: Entity, b: Entity, of_a: Ties, of_b: Ties) -> Item:
    entity = corpus.kg.entity(key)
    found = experience_of(corpus.kg, key, (a.id, b.id)) if a.kind is EntityKind.PERSON else []
    spells = {e.person_id: e for e in found}

    def note(side: Entity, ties: Ties) -> str:
        spell = spells.get(side.id)
        if key not in ties.places or spell is None:
            return ""
        return f"{'at least ' if spell.is_current else ''}{write_months(spell.months)}"

    def place(ties: Ties) -> Place | None:
        evidence = ties.evidence(corpus.kg, key)
        return corpus.place(best_of(corpus.kg.documents, evidence).span) if evidence else None

    return Item(corpus.ref(entity), place(of_a), place(of_b), note(a, of_a), note(b, of_b))


# ---------------------------------------------------------------- figures


def _figures(corpus: Corpus, a: Entity, b: Entity, asked: Asked) -> Listing[FigureRow]:
    beside, url = figures_beside(corpus.kg, a, b), compare_url(a.id, b.id, show="figures")
    if asked.one("show") == "figures":
        cut = page_of(beside, asked.number("page", 1), _ROWS_A_PAGE, f"{url}&page={{page}}")
    else:
        cut = first_of(beside, _ROWS, url)
    rows = tuple(
        FigureRow(row.what, row.means, *_strongest(corpus, row.a, row.b), *(max(0, len(s) - 4) for s in (row.a, row.b)))
        for row in cut.items
    )
    return Listing(rows, cut.total, cut.more_url, cut.pager)


def _strongest(corpus: Corpus, a: Iterable[str], b: Iterable[str]) -> tuple[tuple[Metric, ...], tuple[Metric, ...]]:
    first = [[corpus.kg.entity(key) for key in strongest_ids(corpus.kg, side)[:4]] for side in (a, b)]
    return tuple(corpus.metrics(first[0])), tuple(corpus.metrics(first[1]))
