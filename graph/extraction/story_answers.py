"""Finds stories told in answer to questions, as notes for interviews have them: "Tell me about a migration." "The ledger …"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.documents import Block, Span
from graph.extraction.reading import Reading
from graph.extraction.span_index import SpanIndex
from graph.extraction.story import Story
from graph.extraction.titles import names_work

_QUESTION = re.compile(
    r"(?is)^(?:q(?:uestion)?\s*+\d*+\s*+[:.)]\s*.+|.{8,200}\?|(?:tell me about|describe|give (?:me )?an example|talk (?:me )?through)\b.{5,200})$"
)
_OPENING = re.compile(
    r"(?:A(?:nswer)?\s*[:.)]\s*)?(?:(?:That (?:was|is)|It was|I would (?:tell|take)|Again|Yes)[,:]?\s+)?(?P<x>(?:the|my|our|an?)\s+[^.,;:()?]{5,90})",
    re.IGNORECASE,
)
_STOP = re.compile(r"\b(?:at|in|from|was|were|is|which|that|with|for which|when|while|where|because)\b|[,;:(]")


def stories_by_answers(reading: Reading, covered: Sequence[Span]) -> list[Story]:
    """Return the answers whose first words name a piece of work: "The ledger migration to PostgreSQL, at …"."""
    taken = SpanIndex((extent, extent) for extent in covered)
    blocks = [b for b in reading.document.blocks if not taken.touches(b.span)]
    questions = [place for place, block in enumerate(blocks) if _is_question(reading, block)]
    if len(questions) < 2:
        return []
    stories: list[Story] = []
    for place, following in zip(questions, [*questions[1:], len(blocks)], strict=True):
        answer = blocks[place + 1 : following]
        if not answer:
            continue
        text = reading.quote(answer[0].span)
        opening = _OPENING.match(text)
        if opening is None:
            continue
        stop = _STOP.search(opening["x"])
        title = (opening["x"][: stop.start()] if stop else opening["x"]).rstrip()
        if names_work(title, reading.vocabularies):
            start = answer[0].span.start + opening.start("x")
            extent = reading.document.span(answer[0].span.start, answer[-1].span.end)
            stories.append(
                Story(reading.document.span(start, start + len(title)), extent, "answer", 0.8, sentence=answer[0].span)
            )
    return stories


def _is_question(reading: Reading, block: Block) -> bool:
    if block.key in ("q", "question"):
        return True
    return _QUESTION.match(reading.quote(block.span).strip()) is not None
