"""A story as Markdown, to be copied into an application, a proposal or notes: its parts, its figures, its place."""

from __future__ import annotations

from collections.abc import Sequence

from webapp.corpus import Metric, Place
from webapp.quotes import Paragraph


def story_markdown(
    name: str, head: str, parts: Sequence[tuple[str, Sequence[Paragraph]]], figures: Sequence[Metric], place: Place
) -> str:
    """Return a story: its name, a line about it, each part below its name (empty: none), its figures, where it stands."""
    blocks = [f"# {' '.join(name.split())}", head] if head else [f"# {' '.join(name.split())}"]
    for title, told in parts:
        blocks += [f"## {title}"] if title else []
        blocks.append("\n".join(_line(paragraph) for paragraph in told))
    if figures:
        blocks += ["## Figures", "\n".join(f"- {m.figure.text}: {m.label} ({m.place.text})" for m in figures)]
    return "\n\n".join([*blocks, f"— {place.text}"])


def _line(paragraph: Paragraph) -> str:
    words = " ".join("".join(piece.text for piece in paragraph.pieces).split())
    if paragraph.kind == "list_item":
        return f"- {words}"
    return f"{paragraph.key}: {words}" if paragraph.key else words
