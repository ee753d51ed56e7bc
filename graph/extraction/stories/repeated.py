"""Finds stories of plain text told below short lines, one after the other: "Practical Fridays", then a paragraph with figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.documents import Block, BlockKind, SectionKind
from graph.extraction.heads.places import is_place
from graph.extraction.heads.section_kinds import section_kind_at
from graph.extraction.quantities.quantities import find_quantities
from graph.extraction.reading import Reading
from graph.extraction.stories.known_names import is_known
from graph.extraction.stories.narratives import stories_by_narrative
from graph.extraction.titles.titles import is_about_writing, is_role_title
from graph.extraction.works.covered import Covered
from graph.extraction.works.story import Story
from graph.extraction.works.story_limits import counts_several, names_moment, names_paper, names_period
from graph.model import EntityKind
from graph.section_titles import kind_of_title

_SHORTEST = 60
"""Characters of a paragraph that tells a story."""
_NO_TITLE = re.compile(
    r"(?i)[\d%$€£@:;!?]|\.$|,$|\b(?:I|we|you|he|she|they|is|are|was|were|has|have|dear|hello|regards|sincerely)\b|^(?:about|why|what|how|when|who)\b"
)


def stories_by_repeated_titles(reading: Reading, covered: Covered) -> list[Story]:
    """Return a story for each of two or more short lines in a row above paragraphs, most of which hold figures or tools."""
    if reading.document.media_type != "text/plain" or stories_by_narrative(reading, covered):
        return []
    stories: list[Story] = []
    for run in _runs(reading, covered):
        told = [_tells(reading, below) for _, below in run]
        if len(run) < 2 or 3 * sum(told) < 2 * len(run):
            continue
        stories += [
            Story(title.span, reading.document.span(title.span.start, below[-1].span.end), "short-title", 0.75)
            for (title, below), tells in zip(run, told, strict=True)
            if tells
        ]
    return stories


def _runs(reading: Reading, covered: Covered) -> Iterator[list[tuple[Block, list[Block]]]]:
    """Yield runs of short lines, each with the paragraphs below it."""
    run: list[tuple[Block, list[Block]]] = []
    for block in reading.document.blocks:
        text = reading.quote(block.span).strip()
        if covered.touches(block.span):
            is_title, is_told = False, False
        else:
            is_title = _is_title(reading, block, text)
            is_told = block.kind is BlockKind.PARAGRAPH and len(text) >= _SHORTEST and text.endswith((".", "!", ")"))
        if is_title and (not run or run[-1][1]):
            run.append((block, []))
        elif is_told and run and len(run[-1][1]) < 3:
            run[-1][1].append(block)
        else:
            if run:
                yield [pair for pair in run if pair[1]]
            run = [(block, [])] if is_title else []
    yield [pair for pair in run if pair[1]]


def _is_title(reading: Reading, block: Block, text: str) -> bool:
    vocabularies = reading.vocabularies
    numbered = block.kind is BlockKind.LIST_ITEM or re.match(r"\d{1,2}[.)]\s", text) is not None
    text = re.sub(r"^\d{1,2}[.)]\s+", "", text)
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM):
        return False
    if not (1 if numbered else 2) <= len(text.split()) <= 7:
        return False
    if not text[:1].isupper() or _NO_TITLE.search(text) or "\n" in text:
        return False
    if section_kind_at(reading, block.span.start) not in (SectionKind.OTHER, SectionKind.PROJECTS):
        return False
    if kind_of_title(text, vocabularies.sections) is not SectionKind.OTHER or is_role_title(text, vocabularies):
        return False
    if names_moment(text) or names_period(text) or names_paper(text) or counts_several(text) or is_place(text):
        return False
    if is_about_writing(text, vocabularies) or text.casefold() in vocabularies.work.plain_labels:
        return False
    return not is_known(reading, block.span)


def _tells(reading: Reading, below: Sequence[Block]) -> bool:
    """Return whether paragraphs hold a figure with its unit, or a technology."""
    for block in below:
        if any(m.kind is EntityKind.TECHNOLOGY for m in reading.mentions_near(block.span)):
            return True
        for sentence in reading.sentences_from(block.span):
            found = find_quantities(reading.quote(sentence), reading.vocabularies.units)
            if any(q.before is not None or (q.unit and q.form == "digits") for q in found):
                return True
    return False
