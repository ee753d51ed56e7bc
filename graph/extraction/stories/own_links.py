"""Finds works named by a link or in bold where sentences of somebody's page lead to them: "I'm currently working on [Tideboard](…)".

Pages of profiles say so of what they make; what is read, played or used there ("I like [Hades](…)") is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.documents import BlockKind, SectionKind, Span
from graph.extraction.reading import Reading
from graph.extraction.titles.titles import is_about_writing, is_role_title
from graph.extraction.works.covered import Covered
from graph.extraction.works.story import Story
from graph.model import EntityKind

_LEAD = re.compile(
    r"(?:(?<![\w’'])(?:(?:I|We|we)(?:[’']m|\sam|[’']re|\sare|[’']ve\sbeen|\shave\sbeen)?\s(?:(?:also|currently|now|still|mostly|mainly|recently|once|actively|primarily)\s){0,2}"
    r"(?:work(?:ing)?\son|tinker(?:ing)?\swith|hack(?:ing)?\son|build(?:ing)?|built|creat(?:ed?|ing)|maintain(?:ed|ing)?|co-?maintain(?:ing)?|develop(?:ed|ing)?|wrote|writing|made|making|released|launched|authored|"
    r"publish(?:ed)?|designed)|"
    r"(?i:\b(?:currently|presently|now|these\sdays|right\snow|lately),?\s(?:I[’']?m?\s|i\sam\s|mostly\s|busy\s){0,2}(?:work(?:ing)?\son|building|developing|maintaining|tinker(?:ing)?\swith|hacking\son|creating|writing))|"
    r"(?i:\b(?:author|creator|maintainer|co-maintainer|core\sdeveloper|developer|co-creator|inventor)\sof)|(?i:\b(?:release|version)\s(?:is\sout\s|is\sfinally\sout\s|has\slanded\s)?of)))"
    r"\s(?:(?:the|an?|my|our|its|own|new|small|little|open[- ]source|side[- ]project|project|tool|library|app|game|site|website|package|called|named)\s){0,5}(?=[\[*`])"
)
_NAME = re.compile(
    r"[*`_]{0,3}\[[*`_]{0,3}(?P<l>[^\]\[\n*`]{2,40}?)[*`_]{0,3}\]\((?P<to>[^()\s]{4,300})\)[*_]{0,3}|\*\*(?P<b>[^*\n`\[]{2,40})\*\*|`(?P<c>[\w.@/-]{2,40})`"
)
_NEXT = re.compile(r"(?:,\s(?:and\s)?|\sand\s|\s&\s)(?=[\[*`])")
_DESCRIBED = re.compile(r"[*_]{0,3}\s?(?:,|–|—|-|:|\()\s?(?:an?|the|my|our|which|that|where)\s|\s(?:–|—|-|:)\s\w")
_NO_NAME = re.compile(
    r"(?i)(?:my|our|this|that|the|an?|some|these|its|his|her)\s.*|(?:it|this|here|github|gitlab|open[- ]source|website|blog|portfolio|homepage|page|site|repo(?:sitory)?|project|projects|code|article|post|paper|book|thesis|team)s?"
)
_COMPANYLY = re.compile(r"(?i)\b(?:inc|llc|ltd|gmbh|university|college|institute|hospital|bank)\b\.?")
_NO_SECTIONS = frozenset(
    {SectionKind.EDUCATION, SectionKind.SKILLS, SectionKind.CREDENTIALS, SectionKind.CONTACT, SectionKind.WRITING}
)


def stories_by_own_links(reading: Reading, covered: Covered) -> list[Story]:
    """Return a story for each sentence in which somebody says to make what a link or bold words name."""
    if reading.document.is_keyed or ("[" not in reading.document.text and "**" not in reading.document.text):
        return []
    stories = list[Story]()
    for sentence in reading.sentences:
        text = reading.quote(sentence)
        if ("[" not in text and "**" not in text) or (lead := _LEAD.search(text)) is None or covered.touches(sentence):
            continue
        block, section = reading.block_at(sentence.start), reading.section_at(sentence.start)
        if block is None or block.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
            continue
        if section is not None and section.kind in _NO_SECTIONS:
            continue
        names = list(_names(reading, sentence, text, lead))
        for number, title in enumerate(names):
            end = names[number + 1].start if number + 1 < len(names) else sentence.end
            extent = sentence if len(names) == 1 else Span(sentence.document_id, title.start, end)
            stories.append(Story(title, extent, "titled-bullet", 0.82, sentence=extent))
    return stories


def _names(reading: Reading, sentence: Span, text: str, lead: re.Match[str]) -> Iterator[Span]:
    """Yield the names behind a lead, several of them where commas or "and" join links."""
    at = lead.end()
    while (match := _NAME.match(text, at)) is not None:
        group = "l" if match["l"] is not None else "b" if match["b"] is not None else "c"
        name, start = match[group].strip(), sentence.start + match.start(group)
        span = reading.document.span(start, start + len(name))
        of_release = (
            re.match(r"(?i)release|version", lead.group()) is not None and _DESCRIBED.match(text, match.end()) is None
        )
        if not of_release and _may_name_work(reading, name, span):
            yield span
        joined = _NEXT.match(text, match.end())
        if joined is None:
            return
        at = joined.end()


def _may_name_work(reading: Reading, name: str, span: Span) -> bool:
    words = name.split()
    if (
        not 1 <= len(words) <= 5
        or _NO_NAME.fullmatch(name)
        or _COMPANYLY.search(name)
        or not re.search(r"[^\W\d_]{2}", name)
    ):
        return False
    if len(words) > 1 and name[0].islower():
        return False
    if (
        is_role_title(name, reading.vocabularies)
        or is_about_writing(name, reading.vocabularies)
        or name.startswith("@")
    ):
        return False
    kinds = (EntityKind.EMPLOYER, EntityKind.ROLE, EntityKind.INSTITUTION, EntityKind.PERSON, EntityKind.TECHNOLOGY)
    return not any(
        m.kind in kinds and 3 * len(m.span) > 2 * len(span)
        for m in reading.mentions_near(span)
        if span.overlaps(m.span) and m.attributes.get("named") is not False
    )
