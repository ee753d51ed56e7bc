"""Hits as Markdown and as a table: quotes with their file and line, ready for an application or a proposal."""

from __future__ import annotations

from graph.model import KnowledgeGraph, Measure
from index.results import Hit, SearchResponse
from webapp.csv_text import Cell
from webapp.wording import counted

CSV_HEAD: tuple[Cell, ...] = ("rank", "title", "type", "document", "line", "figures", "text", "story", "score")


def hits_markdown(response: SearchResponse, kg: KnowledgeGraph, first: int = 1) -> str:
    """Return a page of hits as Markdown: title, quote, figures and place of each; `first` is the first hit's rank."""
    head = f"# {_plain(response.query) or 'Search'}\n\n{counted(response.total, 'hit')}\n"
    return "\n".join([head, *(hit_markdown(hit, kg, rank) for rank, hit in enumerate(response.hits, start=first))])


def hit_markdown(hit: Hit, kg: KnowledgeGraph, rank: int | None = None) -> str:
    """Return one hit as Markdown: a heading where it has a rank, its words as a quotation, and where they stand."""
    lines = [f"> {line}".rstrip() for line in hit.text.strip().splitlines() if line.strip()]
    head = "" if rank is None else f"## {rank}. {_plain(hit.title)}\n\n"
    figures = figures_in(hit, kg)
    told = f"\nFigures: {'; '.join(figures)}\n" if figures and rank is not None else ""
    return f"{head}{chr(10).join(lines)}\n>\n> — {place_of(hit, kg)}\n{told}"


def hit_rows(response: SearchResponse, kg: KnowledgeGraph, first: int = 1) -> list[list[Cell]]:
    """Return a page of hits as a table with CSV_HEAD above it."""
    rows: list[list[Cell]] = [list(CSV_HEAD)]
    for rank, hit in enumerate(response.hits, start=first):
        line = kg.documents[hit.span.document_id].line_of(hit.span.start)
        figures = "; ".join(figures_in(hit, kg))
        text = " ".join(hit.text.split())
        rows.append([rank, hit.title, hit.type, hit.span.document_id, line, figures, text, hit.story, hit.score])
    return rows


def place_of(hit: Hit, kg: KnowledgeGraph) -> str:
    """Return where a hit stands, as `file:line`."""
    return f"{hit.span.document_id}:{kg.documents[hit.span.document_id].line_of(hit.span.start)}"


def figures_in(hit: Hit, kg: KnowledgeGraph) -> list[str]:
    """Return the figures in a hit with what they measure, each once."""
    return list(dict.fromkeys(f"{m.text} {m.label}".strip() for m in measures_in(hit, kg)))


def measures_in(hit: Hit, kg: KnowledgeGraph) -> list[Measure]:
    """Return the measures of the outcomes in a hit, in order of appearance."""
    found = (kg.entity(ref.id).measure for ref in hit.entities if ref.id in kg)
    return [measure for measure in found if measure is not None]


def _plain(text: str) -> str:
    """Return text in one line, for a heading."""
    return " ".join(text.split()).lstrip("#> ")
