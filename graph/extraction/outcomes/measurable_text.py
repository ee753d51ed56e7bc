"""Says which blocks may hold figures that measure the work, and which words of a sentence hold none: dates, days, names. Judges no figure."""

from __future__ import annotations

import re

from graph.documents import Block, BlockKind, SectionKind, Span
from graph.extraction.dates.dates import find_periods
from graph.extraction.employment.entry_weighing import CARD_OF_WORK
from graph.extraction.line_words import words_in
from graph.extraction.outcomes.places import is_small_print
from graph.extraction.reading import Reading
from graph.extraction.titles.titles import read_achievement
from graph.extraction.works.bullet_places import caption_above
from graph.model import EntityKind

_NO_OUTCOMES = frozenset({SectionKind.EDUCATION, SectionKind.CREDENTIALS, SectionKind.CONTACT})
# Publications, talks, wishes and spare time hold numbers of other things.
_OTHER_SECTIONS = re.compile(
    r"(?i)^\W*(?:(?:selected\s+)?publications?|papers|talks|talks\s+(?:and|&)\s.*|presentations|(?:my\s+)?goals\b.*|next\s+(?:steps|goals|year)\b.*|(?:(?:non-)?functional\s+|business\s+|key\s+|technical\s+|project\s+)?(?:requirements?|drivers|constraints|goals)|success\s+criteria|acceptance\s+criteria|anforderungen|exigences|requisitos|requisiti|eisen|krav|wymagania|objectives?|wish\s*list|(?:day\s|hourly\s|daily\s)?rates?|prices?|pricing|fees?|availability|roadmap|to[- ]?do.*|(?:self[- ]?|overall\s|final\s)?ratings?|"
    r"questions\b.*|interests|hobb(?:y|ies)\b.*|hobbys|fun\s+facts|personal|small\s+print|read\s+next|own\s+time|free\s+time|spare\s+time|(?:off|away\s+from|outside(?:\s+of)?|beyond)\s+(?:the\s+clock|duty|(?:the\s+)?(?:work|office|desk))|"
    r"references|publikationen|vorträge|interessen|ziele|loisirs|centres\s+d[’']intérêt|intereses|publicaciones|interessi|pubblicazioni|publicaties)\W*$"
)
_NUMBER = re.compile(
    r"(?i)^(?:\d{1,2}[.)]|(?:section|part|abschnitt|teil|partie|sección|parte)\s(?:\d{1,2}|[a-h])\s?[.):–-])\s"
)
_OTHER_KEYS = re.compile(
    r"(?i)(?:^|[._])(?:publications?|talks|presentations|papers|references|goals|interests|hobbies)(?:\[\d+\])?[._](?:\w+[._])*(?:title|name|journal|publisher|summary|event|keywords?)(?:\[\d+\])?$|"
    r"(?:^|[._])(?:reading[_ ]?time|read[_ ]?time|minutes[_ ]?read|min[_ ]?read|notice(?:[_ ]period)?|availability|available.*|salary.*|(?:day|hourly|daily)[_ ]?rate|holidays?|(?:unit[_ ]?|list[_ ]?)?price|preis|prix|precio|prezzo|preço|prijs|fees?|"
    r"working[_ ]?hours|hours[_ ]per[_ ]week|age|children|kündigungsfrist|alter|kinder|préavis)(?:\[\d+\])?$|"
    r"(?:^|[._])(?:skills?|languages?|sprachen|langues|idiomas|lingue|competenc\w+|kenntnisse)(?:\[\d+\])?\.(?:\w+(?:\[\d+\])?\.)*(?:\w{0,20}_)?(?:level|value|rating|score|percent\w*|proficiency|years|progress|width)(?:\[\d+\])?$|"
    r"(?:^|\.)(?:design|locale|theme|layout|rendercv_settings|settings)\."
)
_LONGEST_MAIL = 5000
"""Characters; a quotation is looked back through no farther than this."""
_QUOTED_MAIL = re.compile(r"(?im)^>?.*\b(?:wrote|schrieb|a écrit|escribió|ha scritto|schreef)\s*:")
_MONTHS = (
    r"jan(?:uary|uar|vier|uari)?|feb(?:ruary|ruar|ruari)?|février|mar(?:ch|s|zo|z)?|märz|maart|apr(?:il)?|avril|aprile|abril|may|mai|mayo|maggio|mei|june?|juni?|juin|junio|giugno|"
    r"july?|juli?|juillet|julio|luglio|aug(?:ust|ustus)?|août|agosto|sept?(?:ember|embre|iembre)?|settembre|okt(?:ober)?|oct(?:ober|obre|ubre)?|ottobre|nov(?:ember|embre|iembre)?|"
    r"de[cz](?:ember|embre)?|décembre|diciembre|dicembre|enero|gennaio|febrero|febbraio"
)
_DAY = re.compile(
    rf"(?i)(?<![\w.,])\d{{1,2}}(?:\.|er|\s+de)?\s+(?:{_MONTHS})\b\.?(?!\w)|\b(?:{_MONTHS})\.?\s+\d{{1,2}}\b(?![\d.,%]|\s*(?:%|percent))"
)
_ADDRESS = re.compile(r"\b(?:https?://|www\.)[^\s<\"']++|(?<=\]\()[^()\s]++")
"""The address of a page; numbers in it count nothing."""
_MONTH_HEADS = frozenset(
    "jan feb fév mar mär maa apr avr abr may mai mag mei jun jui giu jul lug aug aoû ago sep set okt oct ott nov dec dez déc dic ene gen".split()
)


def _may_name_month(text: str) -> bool:
    """Return whether a word begins as a month's name does."""
    return not _MONTH_HEADS.isdisjoint({word[:3] for word in words_in(text)})


def may_measure(reading: Reading, block: Block) -> bool:
    """Return whether a block may hold figures of the work: not code, dates, addresses, or the line of an employment."""
    if block.kind is BlockKind.CODE or is_small_print(reading, block):
        return False
    if block.kind is BlockKind.FIELD and re.search(
        r"(?i)(?:^|[._])(?:date|start|end|period|when|from|to|year|years|phone|tel|zip|postal_?code|postalcode|url|id|version|email|gpa|score|started|ended|dates|updated|created|location|address|slug|weight|order)(?:date)?(?:\[\d+\])?$",
        block.key,
    ):
        return False
    section = reading.section_at(block.span.start)
    if section is not None and (section.kind in _NO_OUTCOMES or _OTHER_SECTIONS.match(_NUMBER.sub("", section.title))):
        return False
    if (caption := caption_above(reading, block)) and _OTHER_SECTIONS.match(caption):
        return False
    if block.kind is BlockKind.FIELD and _OTHER_KEYS.search(block.key):
        return False
    if _is_quoted_mail(reading.document.text, block.span.start):
        return False
    # The line of an employment or of an education holds dates and places, no measures.
    return not any(
        m.kind in (EntityKind.ROLE, EntityKind.INSTITUTION) and block.span.contains(m.span) and m.rule not in ("prose", "at-employer", "story-role", "field", "career in sentences") and len(block.span) < 140
        and not (m.rule == CARD_OF_WORK and "\n" in reading.quote(block.span))
        and read_achievement(reading.quote(block.span), reading.vocabularies) is None
        for m in reading.mentions_near(block.span)
    )  # fmt: skip


def _is_quoted_mail(text: str, offset: int) -> bool:
    """Return whether the line at `offset` is another's: one of ">" lines below "… wrote:"."""
    start = text.rfind("\n", 0, offset) + 1
    first = start - _LONGEST_MAIL
    if not text.startswith(">", start):
        return False
    while start > max(0, first) and text.startswith(">", start):
        if _QUOTED_MAIL.match(text, start):
            return True
        start = text.rfind("\n", 0, start - 1) + 1
    return _QUOTED_MAIL.match(text, start) is not None


def blocked(reading: Reading, sentence: Span, text: str) -> list[tuple[int, int]]:
    """Return the (start, end) places of `text`, the words of `sentence`, that hold dates, names and versions."""
    taken = [(p.start, p.end) for p in find_periods(text) if re.search(r"\d{4}|\d/|'\d\d|’\d\d", text[p.start : p.end])]
    if "/" in text or "](" in text:
        taken += [match.span() for match in _ADDRESS.finditer(text)]
    # "May 5" may be a date or a wish; only months with a capital are taken before a number.
    taken += [
        match.span()
        for match in (_DAY.finditer(text) if _may_name_month(text) else ())
        if re.search(r"[A-ZÀ-Þ]", match.group()) or match.group()[0].isdigit()
    ]
    for mention in reading.mentions_near(sentence):
        if mention.kind in (EntityKind.TECHNOLOGY, EntityKind.CREDENTIAL) and sentence.contains(mention.span):
            start, end = mention.span.start - sentence.start, mention.span.end - sentence.start
            version = re.match(r"\A\s?v?\d+(?:\.\d+)*(?![\w%+.]|\s?(?:%|x\b|[a-z]+s\b))", text[end:])
            taken.append((start, end + (version.end() if version else 0)))
    return taken
