"""Finds employers that no rule reads: the likely ones of the names on a page, by learned trees. Finds no posts."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from graph.extraction.employment.employer_candidates import EmployerPage, page_of_employers
from graph.extraction.employment.employer_signs import EMPLOYER_SIGNS
from graph.extraction.employment.holdings import employer_key
from graph.extraction.heads.words import is_companylike
from graph.extraction.learned_trees import Forest, read_forest
from graph.extraction.named_pages import FEWEST_LINES, Candidate, weighed_by
from graph.extraction.people.known_names import is_given_name, is_surname
from graph.extraction.reading import Reading
from graph.model import EntityKind, Mention

ADDED_ABOVE = 0.6
"""A name likelier than this is an employer's."""
_ESTIMATE = 0.74
"""Of documents that the trees had not seen: the share of added names that were right."""
_OTHERWISE = frozenset(
    (
        EntityKind.PERSON,
        EntityKind.INSTITUTION,
        EntityKind.ROLE,
        EntityKind.CREDENTIAL,
        EntityKind.EMPLOYER,
        EntityKind.PROJECT,
    )
)
"""What a name is no part of. In a work's title it may be the place: "Weir at Hollin Bank"."""


def find_likely_employers(reading: Reading) -> list[Mention]:
    """Return a mention for each likely name of an employer that nothing else is read from. Files of keys and values are left alone."""
    if reading.document.is_keyed:
        return []
    known = {m.key for m in reading.mentions if m.kind is EntityKind.EMPLOYER}
    page = page_of_employers(reading, [m.name for m in reading.mentions if m.kind is EntityKind.EMPLOYER])
    if len(page.lines) < FEWEST_LINES:
        return []
    asked = [it for it in page.candidates if _may_be_employer(page, it)]
    likely = [it for it, weight in weighed_by(forest(), EMPLOYER_SIGNS, page, asked) if weight > ADDED_ABOVE]
    longest = sorted({employer_key(it.name) for it in likely} - {""}, key=lambda key: (-len(key), key))
    added = {key for place, key in enumerate(longest) if not _is_part_of(key, [*known, *longest[:place]])}
    return [_mention(reading, it) for it in likely if employer_key(it.name) in added]


def _may_be_employer(page: EmployerPage, it: Candidate) -> bool:
    """Return whether a name is read as nothing else, and is no person's and no school's."""
    if it.block is None:
        return False  # In a comment of Markdown.
    first, last, low = it.words[0], it.words[-1], it.name.casefold()
    if len(it.words) > 1 and is_given_name(first) and is_surname(last) and not is_companylike(it.name):
        return False
    if low in page.people or (it.start, it.end) in page.technologies or (len(it.words) == 1 and page.words[low]):
        return False
    return not page.kinds_at(it) & _OTHERWISE and page.school_words.isdisjoint(low.split())


def _is_part_of(key: str, known: Iterable[str]) -> bool:
    """Return whether an employer is known by this name, or by a longer or shorter one."""
    return any(f" {key} " in f" {other} " or f" {other} " in f" {key} " for other in known)


def _mention(reading: Reading, found: Candidate) -> Mention:
    return Mention(
        kind=EntityKind.EMPLOYER,
        key=employer_key(found.name),
        name=found.name,
        text=found.name,
        span=reading.document.span(found.start, found.end),
        rule="likely employer",
        confidence=_ESTIMATE,
        section_id=reading.section_id_at(found.start),
    )


@cache
def forest() -> Forest:
    """Return the trees of employer_names.json, which tools/learn_employers.py writes."""
    return read_forest(Path(__file__).with_name("employer_names.json"), EMPLOYER_SIGNS)
