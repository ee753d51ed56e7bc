"""Says what stands in some lines that speaks for a work told there: a deed, a figure, a tool. Finds no titles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.documents import Block
from graph.extraction.quantities.quantities import find_quantities
from graph.extraction.reading import Reading
from graph.extraction.titles.titles import read_achievement
from graph.model import EntityKind


@dataclass(frozen=True, slots=True)
class Evidence:
    """What some lines hold."""

    deed: bool
    """Somebody made or changed something."""
    figure: bool
    """A number with its unit, or one that was another before."""
    tool: bool
    words: int

    @property
    def any(self) -> bool:
        """Return whether anything speaks for a work."""
        return self.deed or self.figure or self.tool


def evidence_in(reading: Reading, blocks: Sequence[Block]) -> Evidence:
    """Return what stands in blocks."""
    deed = figure = tool = False
    for block in blocks:
        near = reading.mentions_near(block.span)
        tool = tool or any(m.kind is EntityKind.TECHNOLOGY and block.span.contains(m.span) for m in near)
        for sentence in reading.sentences_from(block.span):
            text = reading.quote(sentence)
            if not deed:
                found = read_achievement(text, reading.vocabularies)
                deed = found is not None and not found.soft
            if not figure:
                quantities = find_quantities(text, reading.vocabularies.units)
                figure = any(q.before is not None or q.unit for q in quantities)
    return Evidence(deed, figure, tool, sum(len(reading.quote(block.span).split()) for block in blocks))
