"""Finds stories told in answer to questions, as notes for interviews have them: "Tell me about a migration." "The ledger …"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.documents import Block, Span
from graph.extraction.reading import Reading
from graph.extraction.stories.prose import Opening, openings_in
from graph.extraction.titles.titles import is_work_verb, names_work
from graph.extraction.works.covered import Covered
from graph.extraction.works.story import Story

_QUESTION = re.compile(
    r"(?is)^(?:q(?:uestion)?\s*+\d*+\s*+[:.)]\s*.+|.{8,200}\?|(?:tell (?:me|us) about|describe|(?:please )?give (?:me |us )?an example|(?:talk|walk) (?:me |us )?through)\b.{5,200})$"
)
_OPENING = re.compile(
    r"(?:A(?:nswer)?\s*[:.)]\s*)?(?:(?:That (?:was|is)|It was|I would (?:tell|take)|Again|Yes)[,:]?\s+)?(?P<x>(?:the|my|our|an?)\s+[^.,;:()?]{5,90})",
    re.IGNORECASE,
)
_STOP = re.compile(r"\b(?:at|in|from|was|were|is|which|that|with|for which|when|while|where|because)\b|[,;:(]")


def stories_by_answers(reading: Reading, covered: Covered) -> list[Story]:
    """Return the answers whose first words name a piece of work: "The ledger migration to PostgreSQL, at …"."""
    blocks = [b for b in reading.document.blocks if not covered.touches(b.span)]
    questions = [place for place, block in enumerate(blocks) if _is_question(reading, block)]
    if len(questions) < 2:
        return []
    stories: list[Story] = []
    for place, following in zip(questions, [*questions[1:], len(blocks)], strict=True):
        answer = blocks[place + 1 : following]
        if not answer:
            continue
        text = reading.quote(answer[0].span)
        extent = reading.document.span(answer[0].span.start, answer[-1].span.end)
        opening = _OPENING.match(text)
        stop = None if opening is None else _STOP.search(opening["x"])
        title = "" if opening is None else (opening["x"][: stop.start()] if stop else opening["x"]).rstrip()
        if opening is not None and names_work(title, reading.vocabularies) and _is_told(reading, answer):
            start = answer[0].span.start + opening.start("x")
            stories.append(
                Story(reading.document.span(start, start + len(title)), extent, "answer", 0.8, sentence=answer[0].span)
            )
        elif _ASKS_STORY.search(reading.quote(blocks[place].span)) and (named := _named_first(reading, answer)):
            stories.append(Story(named, extent, "answer", 0.75, sentence=named))
        elif (
            _ASKS_STORY.search(reading.quote(blocks[place].span)) and (did := _first_deed(reading, answer)) is not None
        ):
            stories.append(Story(did.title, extent, "answer", 0.75, sentence=did.sentence))
    return stories


_ASKS_STORY = re.compile(
    r"(?i)\b(?:(?:tell (?:me|us)|talk|describe|give (?:me |us )?an example of|example|situation|share|walk (?:me|us)|think)\b.{0,40}\b(?:time|situation|example|project|occasion|moment|challenge|problem|conflict|incident|failure|mistake|change|"
    r"success|achievement|initiative|something|piece of work|when|where|how you)\b|(?:greatest|biggest|proudest|most (?:difficult|significant|important|challenging|proud)).{0,30}\b(?:achievement|accomplishment|project|challenge|success|problem|impact)|"
    r"when (?:did|have) you\b|what (?:is|was) the (?:hardest|largest|biggest|most)|erzählen sie|beschreiben sie|parlez[- ]moi|décrivez|racontez|cuénteme|cuéntame|describe una|mi parli|mi racconti|descriva|vertel|beschrijf|fale[- ](?:me|nos)|descreva|conte[- ]me)"
)
"""A question that asks for a story, not for an opinion or a plan."""


def asks_story(title: str) -> bool:
    """Return whether a title is a question that asks for a story: "Tell me about a time when you …"."""
    return _ASKS_STORY.search(title) is not None and _QUESTION.match(title.strip(" *_\"“”'")) is not None


def _is_told(reading: Reading, answer: Sequence[Block]) -> bool:
    """Return whether an answer has two sentences or a figure: "The site closes in March." tells nothing."""
    sentences = [sentence for block in answer for sentence in reading.sentences_from(block.span)]
    return len(sentences) > 1 or any(any(char.isdigit() for char in reading.quote(s)) for s in sentences)


_NO_FINITE = re.compile(
    r"(?i)\b(?:I|we|you|he|she|it|they|is|was|are|were|has|had|have|can|could|will|would|did|do|does|yes|no|well|not|sure|went|came|got|took)\b|\d"
)


_PREPOSITION = re.compile(
    r"(?i)(?:at|in|on|when|while|during|after|before|since|for|with|from|there|this|that|our|my)\b"
)


def _named_first(reading: Reading, answer: Sequence[Block]) -> Span | None:
    """Return the words without a verb with which an answer says what it is about: "Falls at night on the dementia unit. …"."""
    sentences = [sentence for block in answer for sentence in reading.sentences_from(block.span)]
    if len(sentences) < 3:
        return None
    text = reading.quote(sentences[0]).strip()
    words = text.rstrip(".:").split()
    if not text.endswith((".", ":")) or not 2 <= len(words) <= 9 or _NO_FINITE.search(text):
        return None
    if _PREPOSITION.match(text) or not text[0].isupper() or "," in text:
        return None
    if any(word.endswith("ed") or is_work_verb(word, reading.vocabularies) for word in words):
        return None
    return reading.document.span(sentences[0].start, sentences[0].start + len(text.rstrip(".:")))


def _first_deed(reading: Reading, answer: Sequence[Block]) -> Opening | None:
    """Return the first thing that the author says to have done in an answer, if it is told in two sentences or more."""
    told = [(block, sentence) for block in answer for sentence in reading.sentences_from(block.span)]
    if len(told) < 2:
        return None
    found = (opening for block, sentence in told for opening in openings_in(reading, block, sentence, named_only=False))
    return next(found, None)


def _is_question(reading: Reading, block: Block) -> bool:
    if block.key in ("q", "question"):
        return True
    return _QUESTION.match(reading.quote(block.span).strip()) is not None
