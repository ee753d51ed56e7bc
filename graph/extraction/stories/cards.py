"""Makes stories of titles with a line or small table of facts; works/case_cards.py finds them."""

from __future__ import annotations

from graph.extraction.reading import Reading
from graph.extraction.titles.titles import is_about_writing
from graph.extraction.works.case_cards import case_cards
from graph.extraction.works.covered import Covered
from graph.extraction.works.story import Story


def stories_by_cards(reading: Reading, covered: Covered) -> list[Story]:
    """Return a story for each card outside other stories: "Labreader" above "Lumora Diagnostics · 2021–now · ML Lead"."""
    return [
        Story(card.title, card.extent, "heading", 0.88)
        for card in case_cards(reading)
        if not covered.touches(card.extent) and not is_about_writing(reading.quote(card.title), reading.vocabularies)
    ]
