"""Finds the author's name where no rule states it: the likeliest of the names on a page, by learned trees."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from graph.extraction.learned_trees import Forest, read_forest
from graph.extraction.named_pages import FEWEST_LINES, Candidate, NamedPage, weighed_by
from graph.extraction.people.known_names import is_given_name, is_ordinary, is_surname
from graph.extraction.people.labelled_names import StatedName
from graph.extraction.people.name_candidates import page_of_names
from graph.extraction.people.name_signs import NAME_SIGNS
from graph.extraction.people.personal_names import cased_name
from graph.extraction.reading import Reading

NAMED_ABOVE = 0.45
"""A name likelier than this is the author's."""
_ESTIMATE = 0.85
"""Of documents whose author no rule of the day named, by trees that had not seen them: the share of names above the limit that were right."""


def likely_name(reading: Reading) -> StatedName | None:
    """Return the name on a page that is most likely its author's; None where none is likely. Files of keys and values are left alone."""
    if reading.document.is_keyed:
        return None
    page = page_of_names(reading)
    if len(page.lines) < FEWEST_LINES:
        return None
    likely = [
        (weight, -it.number) for it, weight in weighed_names(page) if weight > NAMED_ABOVE and _is_known(page, it)
    ]
    if not likely:
        return None
    found = page.candidates[-max(likely)[1]]
    name = found.name.replace(".", "").title() if found.name.islower() else cased_name(found.name)
    return StatedName(reading.document.span(found.start, found.end), " ".join(name.split()), "likely name", _ESTIMATE)


def _is_known(page: NamedPage, candidate: Candidate) -> bool:
    """Return whether a word of a name is one of a person's somewhere, or an address has it: "North Pier" is a place."""
    first, last = candidate.words[0], candidate.words[-1]
    is_known = (is_given_name(first) and not is_ordinary(first)) or (is_surname(last) and not is_ordinary(last))
    return is_known or page.parts_in_addresses(candidate) > 1


def weighed_names(page: NamedPage) -> list[tuple[Candidate, float]]:
    """Return each name on a page with the likelihood, from 0 to 1, that it is the author's, in order of place."""
    return weighed_by(forest(), NAME_SIGNS, page, page.candidates)


@cache
def forest() -> Forest:
    """Return the trees of author_names.json, which tools/learn_names.py writes."""
    return read_forest(Path(__file__).with_name("author_names.json"), NAME_SIGNS)
