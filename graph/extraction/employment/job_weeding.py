"""Tells names and dates of pieces of work from those of employments, among what head lines say. Called by employment.py."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from graph.documents import Section, SectionKind
from graph.extraction.employment.entry_weighing import Holding
from graph.extraction.heads.section_kinds import section_kind_at
from graph.extraction.heads.words import is_generic
from graph.extraction.reading import Reading
from graph.extraction.stories.clients import client_behind_name
from graph.extraction.stories.dated_lines import dated_title
from graph.extraction.works.case_cards import case_cards


def is_name_of_work(reading: Reading, holding: Holding) -> bool:
    """Return whether what would be an employer names work: a card's title, or a line's behind dates in a list of projects, or one before its client."""
    if any(card.title.overlaps(holding.employer) for card in case_cards(reading)):
        return True
    block = reading.block_at(holding.employer.start)
    if block is None:
        return False
    named = dated_title(reading, block)
    if named is not None and named.overlaps(holding.employer):
        return True
    client = client_behind_name(reading, block)
    return client is not None and holding.employer.end <= client.start


def is_in_card(reading: Reading, holding: Holding) -> bool:
    """Return whether an entry was read from the title and facts of a piece of work, which say it better."""
    return any(card.head.overlaps(holding.employer) for card in case_cards(reading))


def without_dates_of_work(reading: Reading, holdings: list[Holding], author: str | None) -> Iterator[Holding]:
    """Take the dates from what stands alone below a heading: they are those of the work that the heading names."""
    above = [_heading_above(reading, holding) for holding in holdings]
    for holding, heading in zip(holdings, above, strict=True):
        alone = heading is not None and above.count(heading) == 1
        is_author = heading is not None and author is not None and author.casefold() in heading.title.casefold()
        # "Jane Doe, DBA at Acme (2017–)" says who held the post, wherever it stands.
        # Below "Now" and "Before" stand jobs.
        is_author = is_author or (heading is not None and is_generic(heading.title, reading.vocabularies))
        is_author = is_author or (author is not None and author in _line_of(reading, holding))
        if (
            alone
            and not is_author
            and holding.title is not None
            and holding.period is not None
            and not _in_experience(reading, holding)
        ):
            holding = replace(holding, period=None, confidence=min(holding.confidence, 0.8))
        yield holding


def _line_of(reading: Reading, holding: Holding) -> str:
    text, start = reading.document.text, holding.employer.start
    return text[max(0, text.rfind("\n", 0, start)) : start]


def _heading_above(reading: Reading, holding: Holding) -> Section | None:
    """Return the section in which an entry stands, if its heading is not the entry itself."""
    section = reading.section_at(holding.employer.start)
    if section is None or section.heading is None or section.heading.contains(holding.employer):
        return None
    return None if holding.title is not None and section.heading.contains(holding.title) else section


def _in_experience(reading: Reading, holding: Holding) -> bool:
    return section_kind_at(reading, holding.employer.start) is SectionKind.EXPERIENCE
