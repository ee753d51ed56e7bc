"""Reads employers from sentences and headings with strong cues: "At Acme I led …", "Senior Engineer at Acme"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from graph.documents import BlockKind, SectionKind, Span
from graph.extraction.career_words import words_of
from graph.extraction.dates.dates import find_periods
from graph.extraction.employment.entry_weighing import Holding
from graph.extraction.employment.job_phrases import FIRST_LINE, IN_ANSWER, IN_QUESTION, NAME, phrases_with
from graph.extraction.employment.own_papers import first_line_employer, is_own_paper, posts_in_head
from graph.extraction.employment.prose_dates import joined_period
from graph.extraction.heads.pieces import PieceKind, classify
from graph.extraction.heads.places import is_place
from graph.extraction.heads.section_kinds import section_kind_at
from graph.extraction.heads.words import is_generic, is_proper_name, is_title
from graph.extraction.line_words import words_in
from graph.extraction.reading import Reading
from graph.model import DateRange

_AS_TITLE = re.compile(
    r"\bas\s(?:an?\s|the\s|their\s|its\s)?(?P<title>[^\W\d_][\w/&-]*(?:\s[\w/&-]+){0,5}?)"
    r"(?=\s(?:in|since|from|until|at|for|with|on|and|where|between|during)\b|\s?\(|[,.;:)]|$)"
)
_WHEN = re.compile(r"\b(?:in|since|from|between)\s(?:the\s)?(?:early\s|late\s)?")
_AT = re.compile(r"\s(?:at|@|bei)\s")
_AT_WORDS = frozenset({"at", "with", "for", "bei"})
_TITLE_AT = re.compile(rf"\s(?:at|@|bei)\s{NAME}")
_TELL_MORE = frozenset({"while at X", "I worked at X", "I have been with X", "I joined X"})
_NO_EMPLOYER = frozenset(
    words_of(
        """
        christmas easter university school college conference summit festival
        the this that these those my our their his her its i we it scale first last least once night home work peak
        """
    )
)

_DEPARTMENTS = words_of(
    "hr it finance marketing sales legal product design engineering operations ops qa procurement compliance security r&d support "
    "desarrollo progreso curso desenvolvimento andamento développement arbeit development progress"
)
"""With whom one works inside a house: "I worked with HR"; and states of work: "Proyectos en desarrollo"."""


_SPEAKS = re.compile(r"\b(?:I|my|My|me|by|By|as|As|since)\b|\A\W*(?:Currently|Presently)\b")
_NOW = re.compile(r"\A\W*(?:Currently|Presently),?\s(?:an?\s|the\s)?[*_]{0,2}\Z")
"""Before a post held today: "Currently a Registrar at Acme"."""
_SAYS_I = re.compile(r"\b(?:I|I[’']m|[Mm]y)\b")


def holdings_in_sentences(reading: Reading, author: str | None) -> Iterator[Holding]:
    """Yield the employments that sentences state; few of them say when."""
    if (top := first_line_employer(reading, author)) is not None:
        yield Holding(top, reading.quote(top), None, None, FIRST_LINE, 0.8, None)
    for post, house in posts_in_head(reading, author):
        yield Holding(house, reading.quote(house), post, DateRange(is_current=True), FIRST_LINE, 0.85, None)
    for sentence in reading.sentences:
        text = reading.quote(sentence)
        if section_kind_at(reading, sentence.start) in (SectionKind.EDUCATION, SectionKind.SKILLS):
            continue
        words = words_in(text)
        for rule, pattern, confidence in phrases_with(words, text):
            if rule == IN_ANSWER and not _is_answer(reading, sentence):
                continue
            if rule == IN_QUESTION and not is_own_paper(reading):
                continue
            for match in pattern.finditer(text):
                if (named := _named(reading, sentence, match, author)) is not None:
                    title, period = _told_behind(reading, sentence, match) if rule in _TELL_MORE else (None, None)
                    yield Holding(named, reading.quote(named), title, period, rule, confidence, None)
        if (heading := _at_end_of_heading(reading, sentence, text)) is not None:
            if (named := _named(reading, sentence, heading, author)) is not None:
                yield Holding(named, reading.quote(named), None, None, "heading at X above a title", 0.8, None)
            continue
        if _AT_WORDS.isdisjoint(words) and "@" not in text:
            continue
        yield from _in_lower_case(reading, sentence, text, author)
        for match in _TITLE_AT.finditer(text) if _AT.search(text) and _SPEAKS.search(text) else ():
            title = _title_before(reading, sentence, match.start())
            if title is not None and _OTHERS.search(
                text[max(0, title.start - sentence.start - 80) : title.start - sentence.start]
            ):
                continue
            named = _named(reading, sentence, match, author) if title is not None else None
            if named is not None and title is not None:
                # "A case study by …, Engineer at X, from May to June" gives the dates of the work.
                period = joined_period(text[match.end("name") :])
                begins = title.start - sentence.start < 3 and re.match(
                    r"\A\s+(?:from|since)\b", text[match.end("name") :]
                )
                if period is not None and not (period.is_current or begins or re.search(r"\bI\b", text)):
                    period = None
                if period is None and _NOW.match(text[: title.start - sentence.start]) is not None:
                    period = DateRange(is_current=True)
                yield Holding(named, reading.quote(named), title, period, "title at X", 0.8, None)


def _is_answer(reading: Reading, sentence: Span) -> bool:
    """Return whether a question stands right above the paragraph that holds a sentence."""
    above = reading.document.text[max(0, sentence.start - 300) : sentence.start].rstrip()
    return above.rstrip("*_ ").endswith("?")


def _told_behind(reading: Reading, sentence: Span, match: re.Match[str]) -> tuple[Span | None, DateRange | None]:
    """Return title and period of "I joined Acme, a maker of pumps, as a fitter in spring 2020", each None if not told.

    Of several titles the last is held now; a start alone ends nowhere.
    """
    rest = match.string[match.end("name") : match.end("name") + 260]
    rest = re.split(r"\bto\s(?:join|become)\b", rest, maxsplit=1)[0]
    base = sentence.start + match.end("name")
    title = None
    for told in _AS_TITLE.finditer(rest):
        words = told["title"]
        if is_title(words[:1].upper() + words[1:], reading.vocabularies.roles):
            title = Span(sentence.document_id, base + told.start("title"), base + told.end("title"))
    period = None
    for found in find_periods(rest):
        led = _WHEN.search(rest, max(0, found.start - 22), found.end)
        in_brackets = rest[: found.start].strip() == "(" or (title is not None and rest[: found.start].endswith("("))
        if led is None and not (in_brackets or found.range.is_current):
            continue
        period = found.range
        if "joined" in match.group() and period.start == period.end:
            period = replace(period, end=None)
        break
    return title, period


def _at_end_of_heading(reading: Reading, sentence: Span, text: str) -> re.Match[str] | None:
    """Read "Settlement run at Acme" where the line below begins with the author's title."""
    block = reading.block_at(sentence.start)
    if block is None or block.kind is not BlockKind.HEADING:
        return None
    match = re.search(rf"\sat\s{NAME}$", text)
    below = reading.document.text[block.span.end : block.span.end + 120].strip("\r\n *_")
    title = re.match(r"[^,;|•·\n–—]+", below)
    return match if match and title and is_title(title.group().strip(), reading.vocabularies.roles) else None


_LOWER_AT = re.compile(
    rf"(?:\b(?:as|was|am|[’']m|been)\s(?:an?\s|the\s)|,\s(?:and\s)?(?:an?\s|the\s)?)(?!and\b)(?P<title>[a-z][\w/&-]*(?:\s[\w/&-]+){{0,4}})\s(?:at|with|for)\s(?:an?\s(?:[a-z][\w-]*\s){{0,4}}[a-z][\w-]*,\s)?{NAME}"
)


def _in_lower_case(reading: Reading, sentence: Span, text: str, author: str | None) -> Iterator[Holding]:
    """Read "I was a payroll clerk at Acme from 2015 until 2019", whose title is not capitalised."""
    for match in _LOWER_AT.finditer(text) if _SAYS_I.search(text) else ():
        title, named = match["title"], _named(reading, sentence, match, author)
        if named is not None and is_title(title[:1].upper() + title[1:], reading.vocabularies.roles):
            start = sentence.start + match.start("title")
            span = Span(sentence.document_id, start, start + len(title))
            period = joined_period(text[match.end("name") :])
            if period is None:
                period = _period_before(text, match.start())
            yield Holding(named, reading.quote(named), span, period, "title at X", 0.8, None)


def _period_before(text: str, end: int) -> DateRange | None:
    """Return the period of "From 2014 to 2020 I was", right before offset `end` of a sentence."""
    start = max(0, end - 50)
    found = [item for item in find_periods(text[start:end]) if item.range.start != item.range.end]
    between = text[start + found[-1].end : end] if found else ""
    led = re.fullmatch(r",?\s(?:and\s|then\s)?I(?:\s\w+)?\s?", between)
    return found[-1].range if led else None


def _named(reading: Reading, sentence: Span, match: re.Match[str], author: str | None) -> Span | None:
    """Return where an employer is named by a phrase, or None where the words are none's name."""
    # "In my role at Lumora I built …": who did it is no part of the name.
    words = match["name"].removesuffix(" I").rstrip(" ,'’-&")
    words = re.sub(r"['’]s$", "", words)
    if (
        not is_proper_name(words)
        or words.split()[0].casefold() in _NO_EMPLOYER
        or words.casefold() in _DEPARTMENTS
        or words.casefold() == (author or "").casefold()
    ):
        return None
    if (
        is_place(words)
        or is_generic(words, reading.vocabularies)
        or classify(words, reading.vocabularies) is PieceKind.TITLE
    ):
        return None
    led_by_with = match.string[: match.start("name")].rstrip("*_[").endswith("with ")
    if (led_by_with or match.string[match.end() :].startswith("?")) and _is_tool(reading, words):
        return None  # "I also worked with Google Cloud", "What did you bring to Python?"
    if (
        any(word.casefold() in words.casefold() for word in ("University", "College", "School"))
        and _EMPLOYED_AT_SCHOOL.search(match.group()) is None
    ):
        return None
    start = sentence.start + match.start("name")
    if (office := _OFFICE.search(match.string, 0, match.start("name"))) is not None:
        start = sentence.start + office.start()
        words = match.string[office.start() : match.start("name")] + words
    return Span(sentence.document_id, start, start + len(words))


_EMPLOYED_AT_SCHOOL = re.compile(r"I joined\s(?!the\s)|taught|worked|\b(?:desk|helpdesk|staff|office|registry)\sat\s")
"""Says that somebody was no student there: "my two years on the help desk at Norbridge College"."""


def _is_tool(reading: Reading, words: str) -> bool:
    """Return whether a name is a technology's and nothing else."""
    return any(found.start == 0 and found.end == len(words) for found in reading.vocabularies.technologies.find(words))


_OFFICE = re.compile(
    r"(?<![\w-])(?:[A-Z][\w-]{1,40}\s)?(?:Department|Ministry|Institute|Centre|Center|Office|Agency|Society|Council|Association|Foundation|Bureau|Academy|Committee)\s(?:of|for)\s(?:the\s)?\Z"
)
"""The first half of a name that goes on behind "for": "Department for Harbours"."""
_OTHERS = re.compile(
    r"(?i)(?:\b(?:with|to|by|from|under|our|for)\s(?:the\s|our\s|an?\s)?(?:then\s)?|\b(?:would|want|hope|wish|apply|applying|application)\b[^.;]*|"
    r"\b(?:my|our|the)\s(?:\w+\s)?(?:manager|boss|colleague|supervisor|mentor|customer|client|brother|sister|wife|husband|partner)\s(?:is|was)\s(?:an?\s|the\s|now\s)*)$"
)
"""What stands before a title that somebody else holds, or that is only applied for."""


def _title_before(reading: Reading, sentence: Span, end: int) -> Span | None:
    """Return the title that stands right before offset `end` of a sentence."""
    # A title is short: what stands further left need not be looked at.
    base = max(0, end - 90)
    text = reading.quote(sentence)[base:end]
    for word in list(re.finditer(r"[^\s,;:(]+", text))[-6:]:
        title = text[word.start() :].lstrip("*_")
        if (
            "," not in title
            and ":" not in title
            and title[:1].isupper()
            and word.group() not in ("I", "As", "The", "My", "Currently", "Presently")
            and is_title(title, reading.vocabularies.roles)
        ):
            start = sentence.start + end - len(title)
            return Span(sentence.document_id, start, sentence.start + end)
    return None
