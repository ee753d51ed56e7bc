"""Finds for whom the work was done that a pasted page tells as a whole: in its title, in a line of facts, in its first sentences.

"Hail claims for Nordvik Mutual"; "Client" above "Nordvik Mutual"; "a platform with Pellucid Partners, a consultancy in Leeds".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from graph.case_labels import FACTS
from graph.documents import Block, BlockKind, Span
from graph.extraction.employment.entry_weighing import Holding
from graph.extraction.keyed.values import is_name_of_somebody
from graph.extraction.reading import Reading
from graph.extraction.stories.pages import stories_by_page
from graph.occurrences import occurrences

WORD = r"[A-ZÀ-ÖØ-Þ][\w&’'-]{0,30}"
_NAME = rf"(?P<name>{WORD}(?:\s(?:of\s|and\s|the\s|&\s|de\s|for\s)?{WORD}){{0,4}})"
_IN_TITLE = re.compile(rf"\s(?:for|at|with|für|bei|pour|chez|para|per|voor)\s(?:the\s)?{_NAME}\s*$")
_WITH = re.compile(
    rf"(?i:\b(?:engagement|contract|collaboration|partnership|project|internship|gig|assignment|mandate|stint|work(?:ed|ing)?|partner(?:ed|ing)|team(?:ed|ing) up|freelanc(?:e|ed|ing)|consult(?:ed|ing)|contract(?:ed|ing)|firms?|platform|brief|here|client|customer)"
    rf"\s(?:\w+\s){{0,2}}?(?:with|for|at|from))\s(?:the\s)?{_NAME}(?=[,.;:)]|\s(?:in|to|on|as|through|via|and|who|which|where|–|—)\s|$)"
)
_IN_BRACKETS = re.compile(rf"\({_NAME}\s(?:engagement|project|contract|assignment|mandate|client)\)")
_ENGAGED = re.compile(
    rf"\b(?i:our|the|my)\s(?:client|customer|partner)(?:,\s|\sis\s|\swas\s){_NAME}(?=[,.;]|\s(?:is|was|runs|needed|wanted|sells|makes)\s)"
)
_SUBJECT = re.compile(
    rf"(?:^|(?<=[.!?]\s))(?:When\s|In\s(?:19|20)\d\d,?\s)?{_NAME}(?:,\s(?:an?|the|one\sof)\s[^.\n]{{3,90}},|\s\([^()\n]{{2,40}}\))?\s"
    rf"(?:approached|came\sto\s(?:us|me)|hired|contacted|engaged|partnered|turned\sto|reached\sout|commissioned|asked\s(?:us|me)|tasked|brought\s(?:us|me)|is\s(?:an?|the|one\sof)\s|was\s(?:an?|the|looking)|needed|wanted|struggled|faced|had\s(?:an?|been|outgrown)|operates|provides|runs|sells|makes|helps)\b"
)
_DEED_AT = re.compile(
    rf"(?:^|(?<=[.!?]\s))(?:I|We)\s(?:led|built|rebuilt|designed|redesigned|developed|created|ran|owned|headed|drove|delivered|launched|introduced|migrated|wrote|managed|set\sup|rolled\sout)\s[^.;:\n]{{3,90}}?"
    rf"\sat\s(?:the\s)?{_NAME}(?=[,.;]|\s(?:in|with|to|as|so|that|which|for|where|and|when|–|—)\s|$)"
)
"""Says where a deed was done: "I led the build of a payout service at Nordvik Mutual in partnership with …"."""
_OWNED = re.compile(
    rf"(?:^|(?<=[.!?]\s))(?:[Ll]ed|[Dd]esigned|[Rr]edesigned|[Bb]uilt|[Rr]ebuilt|[Ii]mproved|[Mm]oved|[Mm]igrated|[Rr]edesigning|[Rr]ebuilding)\s(?:the\s)?{_NAME}[’']s\s"
)
_CLIENT = frozenset(
    "client|company|employer|organisation|organization|customer|partner|kunde|auftraggeber|cliente|project for|made for|built for|client name|company name|customer name".split(
        "|"
    )
)
_PRONOUNS = frozenset("They She You Our This That These There What Which Who Nobody Everyone Everybody Someone".split())


def clients_of_page(reading: Reading) -> Iterator[Holding]:
    """Yield the client or employer of the one work that a page tells, the surest alone."""
    for story in stories_by_page(reading):
        span = (
            _in_title(reading, story.title)
            or client_in_facts(reading, story.extent)
            or client_in_words(reading, story.extent)
        )
        if span is not None and not _begins_longer_name(reading, reading.quote(span)):
            yield Holding(span, " ".join(reading.quote(span).split()), None, None, "client of a project", 0.82, None)


def _begins_longer_name(reading: Reading, name: str) -> bool:
    """Return whether the page says a longer name that begins with these words: "Tarn" where it says "Tarn Regional Hospital", too."""
    return re.search(rf"\b{re.escape(name)}\s{WORD}", reading.document.text) is not None


def _in_title(reading: Reading, title: Span) -> Span | None:
    match = _IN_TITLE.search(reading.quote(title))
    return None if match is None else _named(reading, title.start, match, is_sure=True)


def client_in_facts(reading: Reading, extent: Span) -> Span | None:
    """Return the name below the label "Client" alone on its line."""
    blocks = reading.blocks_in(extent)[:20]
    for label, below in pairwise(blocks):
        words = reading.quote(label.span).casefold().strip(" :")
        if words in _CLIENT and below.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING):
            name = reading.quote(below.span).strip()
            if name.casefold() not in FACTS and is_name_of_somebody(reading, name):
                return below.span
    return None


def client_in_words(reading: Reading, extent: Span) -> Span | None:
    """Return the name in the first sentences that say for or with whom the work was done."""
    told = [
        b for b in reading.blocks_in(extent) if b.kind in (BlockKind.PARAGRAPH, BlockKind.FIELD) and len(b.span) > 40
    ]
    for pattern in (_ENGAGED, _IN_BRACKETS, _DEED_AT, _WITH, _SUBJECT, _OWNED):
        for block in told[:4]:
            span = _first(reading, block, pattern)
            if span is not None:
                return span
    return None


def _first(reading: Reading, block: Block, pattern: re.Pattern[str]) -> Span | None:
    for match in pattern.finditer(reading.quote(block.span)[:600]):
        span = _named(reading, block.span.start, match, is_sure=pattern in (_ENGAGED, _IN_BRACKETS))
        if span is not None:
            return span
    return None


def _named(reading: Reading, offset: int, match: re.Match[str], *, is_sure: bool) -> Span | None:
    """Return the place of a match's name, if it may be a company's; one word that is not sure must be used twice."""
    name = match["name"]
    if len(name) < 3 or name in _PRONOUNS:
        return None
    if not is_name_of_somebody(reading, name) or reading.vocabularies.technologies.find(name):
        return None
    if not is_sure and " " not in name and not _is_used(name, reading.document.text):
        return None
    start = offset + match.start("name")
    return reading.document.span(start, start + len(name))


_WITHIN_SENTENCE = re.compile(r"[a-z,] ")
_WORD = re.compile(r"\w")


def _is_used(name: str, text: str) -> bool:
    """Return whether a name stands behind another word of a sentence."""
    return any(
        place > 1
        and _WITHIN_SENTENCE.match(text, place - 2) is not None
        and _WORD.match(text, place + len(name)) is None
        for place in occurrences(text, name)
    )
