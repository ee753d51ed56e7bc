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


def stories_in_paragraph(reading: Reading, block: Block) -> list[Story]:
    """Return the stories of a job's paragraph in which two sentences or more each tell a deed with a figure; else nothing."""
    section = reading.section_at(block.span.start)
    if block.kind is not BlockKind.PARAGRAPH or section is None or section.kind is not SectionKind.EXPERIENCE:
        return []
    sentences = reading.sentences_from(block.span)
    deeds: list[tuple[Span, Achievement]] = []
    for sentence in sentences:
        text = reading.quote(sentence)
        deed = read_achievement(text, reading.vocabularies)
        figures = find_quantities(text, reading.vocabularies.units)
        if (
            deed is not None
            and deed.verb_start == 0
            and not deed.soft
            and any(q.unit or q.before is not None for q in figures)
        ):
            deeds.append((sentence, deed))
    if len(deeds) < 2:
        return []
    found: list[Story] = []
    for number, (sentence, deed) in enumerate(deeds):
        end = deeds[number + 1][0].start if number + 1 < len(deeds) else block.span.end
        last = max(s.end for s in sentences if s.start < end)
        title = title_span(reading, Block(block.kind, sentence, block.level, block.key), deed)
        if len(title) >= 4:
            extent = reading.document.span(sentence.start, last)
            found.append(Story(title, extent, "achievement", 0.78, sentence=sentence))
    return found
