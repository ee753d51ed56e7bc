"""Finds stories told in the sentences of a job's paragraph: "… In 2021 I redid the slotting with the night crew. Picks rose to …"."""

from __future__ import annotations

import re

from graph.documents import Block, BlockKind, SectionKind, Span
from graph.extraction.heads.section_kinds import section_kind_at
from graph.extraction.quantities.quantities import find_quantities
from graph.extraction.reading import Reading
from graph.extraction.titles.titles import Achievement, read_achievement
from graph.extraction.works.covered import Covered
from graph.extraction.works.deed_titles import title_span
from graph.extraction.works.story import Story
from graph.model import EntityKind

_DATED = re.compile(
    r"(?:In|During|Around|Early in|Late in|By)\s(?:the\s)?(?:(?:spring|summer|autumn|fall|winter|early|late|mid|[A-Z][a-z]{2,8})\s(?:of\s)?)?(?:19|20)\d\d,?\s"
    r"(?=(?:I|we)\s)"
)


def stories_by_dated_sentences(reading: Reading, covered: Covered) -> list[Story]:
    """Return a story for each sentence "In 2021 I …" of a paragraph below a job, to the next of them or the paragraph's end."""
    stories: list[Story] = []
    for block in reading.document.blocks:
        if (
            block.kind is not BlockKind.PARAGRAPH
            or covered.touches(block.span)
            or not _DATED.search(reading.quote(block.span))
        ):
            continue
        if section_kind_at(reading, block.span.start) is SectionKind.EXPERIENCE:
            stories.extend(_in_paragraph(reading, block))
    return stories


def _in_paragraph(reading: Reading, block: Block) -> list[Story]:
    told: list[tuple[Span, Span]] = []
    for sentence in reading.sentences_from(block.span):
        text = reading.quote(sentence)
        dated = _DATED.match(text)
        achievement = read_achievement(text[dated.end() :], reading.vocabularies) if dated is not None else None
        if dated is None or achievement is None or achievement.soft or sentence.start == block.span.start:
            continue
        base = sentence.start + dated.end()
        told.append((sentence, reading.document.span(base + achievement.title_start, base + achievement.title_end)))
    ends = [*(sentence.start for sentence, _ in told[1:]), block.span.end][: len(told)]
    return [
        Story(title, reading.document.span(sentence.start, end), "achievement", 0.78, sentence=sentence)
        for (sentence, title), end in zip(told, ends, strict=True)
        if len(title) >= 4
    ]


_FOR_WHOM = re.compile(
    r"(?:For|At|With)\s(?:an?|the|one|another|two)\s(?:[^,.;:]|(?<=\d)[,.](?=\d)){3,70}?,?\s(?:I|we|she|he|they)\s(?=[a-z]{3,20}\s)"
)
"""Opens a sentence that says for whom somebody did what follows: "For a ferry company she rebuilt the timetable"."""


def _is_of_job(reading: Reading, block: Block) -> bool:
    """Return whether a paragraph stands in a section of employments or opens with a dated post itself."""
    section = reading.section_at(block.span.start)
    if section is not None and section.kind is SectionKind.EXPERIENCE:
        return True
    return any(
        m.kind is EntityKind.ROLE and m.period is not None and m.span.start - block.span.start < 4
        for m in reading.mentions_near(block.span)
        if block.span.contains(m.span)
    )


def stories_in_paragraph(reading: Reading, block: Block) -> list[Story]:
    """Return the stories of a job's paragraph in which two sentences or more each tell a deed with a figure; else nothing."""
    if block.kind is not BlockKind.PARAGRAPH or not _is_of_job(reading, block):
        return []
    sentences = reading.sentences_from(block.span)
    deeds: list[tuple[Span, Achievement]] = []
    starts: list[int] = []
    for sentence in sentences:
        text = reading.quote(sentence)
        led = _FOR_WHOM.match(text)
        begin = 0 if led is None else led.end()
        deed = read_achievement(text[begin:], reading.vocabularies)
        figures = find_quantities(text, reading.vocabularies.units)
        if deed is None or deed.verb_start or deed.soft:
            continue
        starts.append(sentence.start)
        if any(q.unit or q.before is not None for q in figures):
            deeds.append((Span(sentence.document_id, sentence.start + begin, sentence.end), deed))
    if len(deeds) < 2:
        return []
    found: list[Story] = []
    for sentence, deed in deeds:
        end = next((start for start in starts if start > sentence.start), block.span.end)
        last = max(s.end for s in sentences if s.start < end)
        title = title_span(reading, Block(block.kind, sentence, block.level, block.key), deed)
        if len(title) >= 4:
            extent = reading.document.span(sentence.start, last)
            found.append(Story(title, extent, "achievement", 0.78, sentence=sentence))
    return found
