"""Reads one clause of a career told in sentences: which post, at whom, since when. How clauses add up is in prose_careers.py.

A clause has up to four parts: a connector ("before that", "then"), a post ("as a fitter", "I am Head of Sales"), a company
("at Acme", "for Acme", "Acme (…)") and dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from graph.documents import Span
from graph.extraction.dates.dates import find_periods
from graph.extraction.employment.clause_posts import MARK, NAME, WORKED, Place, bare, is_post, names_company, post_of
from graph.extraction.employment.prose_dates import Dates, dates_of
from graph.extraction.heads.line_text import is_wrapped
from graph.extraction.heads.words import LEGAL_SUFFIX, is_companylike
from graph.extraction.reading import Reading

_ARTICLE = r"(?:(?:the|a|an|der|dem|den|die|das|la|le|les|el|los|il|lo|de|het)\s|l[’'])?"
_AT = re.compile(
    rf"(?:^|(?<=[\s(]))(?P<prep>[Aa]t|@|employer(?:\sis|\swas|:)|(?:moving|moved|went|transferred)\sto|(?:served|serving|enlisted)\s(?:in|on)|with|for|of|in|[Jj]oin|[Jj]oined|[Jj]oining|[Ll]eft|leaving|bei|beim|im|für|chez|au sein de|au|à|pour|en|para|na|no|presso|per|bij|voor|hos|på)\s"
    rf"{_ARTICLE}{MARK}{NAME}"
)
_BEFORE = r"(?:(?:and\s)?before\s(?:that|then|this|which)|prior\sto\s(?:that|this)|previously|formerly|earlier(?:\son)?|(?:und\s)?(?:davor|zuvor|vorher|früher)|(?:et\s)?(?:avant\scela|auparavant|précédemment)|(?:y\s)?(?:antes(?:\sde\seso)?|anteriormente)|prima|in\sprecedenza|daarvoor|eerder|dessförinnan)"
_NOW = r"(?:currently|presently|now|today|at\spresent|at\sthe\smoment|derzeit|aktuell|zurzeit|heute|seither|actuellement|aujourd[’']hui|actualmente|hoy|attualmente|oggi|momenteel|nu)"
_NEXT = r"(?:(?:and\s)?(?:then|later|afterwards|after\sthat|since\sthen|from\sthere|next|first|initially|originally|most\srecently)|(?:und\s)?(?:dann|danach|anschließend|später|zuerst|zunächst)|(?:et\s)?(?:puis|ensuite|d[’']abord)|(?:y\s)?(?:luego|después|primero)|poi|daarna|eerst)"
_LEAD = re.compile(
    rf"(?i)\A\W{{0,6}}(?:(?P<before>{_BEFORE})|(?P<now>{_NOW})|(?P<next>{_NEXT}))(?!\w),?\s{{0,3}}:?\s{{0,3}}(?:(?:I|he|she|they|ich|je|yo)\s)?(?:(?:was|am|is)\s)?(?:(?:an?|the|als|comme|como)\s)?"
)
_PRESENT_POST = re.compile(
    r"(?i)(?:present|current|jetzige\w*|aktuelle\w*|actuel|actual)\s(?:post|role|position|job|Stelle|poste|puesto)|(?:poste|puesto|cargo)\s(?:actuel|actual)"
)
_WISH = re.compile(
    r"(?i)\b(?:would|could|should|hope|wish|want|apply|applying|application|like to|looking|if|unless|not|never)\b"
)
_ARRIVING = r"(?:[Bb]efore|[Pp]rior\sto|[Uu]ntil|to)\s(?:joining|coming\sto|moving\sto|founding|starting)\s"
_SOUGHT = re.compile(r"\b(?:apply|applying|writing|seeking|looking)\s|\b(?:position|role|post|vacancy)\sof\s")
_CUT = re.compile(
    rf",\s(?:and\s)?(?=at\s(?:the\s)?[A-Z])|,?\s(?:and|und|et|y|but),\s(?=(?:{_BEFORE}|{_NOW}|{_NEXT})\b)|(?<=\d),\s(?:and\s)?(?=[A-Z][\w-]*(?:\s[A-Z][\w-]*){{0,4}}\s(?:at|with)\s[A-Z])|(?<=\d),\s(?=[A-Z]\w+\s(?:was|worked|spent|served|led|held|had)\s|(?:I|she|he|they)\s)|;\s+|\s[–—]\s|,?\s(?:and|und|et|y)\s(?=(?:took|ha(?:ve|s)\sbeen|I\s|he\s|she\s|since|from|in\s(?:\w+\s)?\d|seit|ab\s|depuis|desde|was\s|became|joined|moved|{_BEFORE}|{_NOW}|{_NEXT})\b)|"
    rf",?\s(?=(?:to|before|and)\s(?:join|become|joining|becoming|moving)\b)|,\s(?=(?:and\s)?(?:became|having|(?:was\s)?promoted|moved\sto|joined|where|which|who|wo|où|donde|since|from\s\d|from\s\w+\s\d|{_BEFORE}|{_NOW}|{_NEXT})(?!\w))|(?<=\)),\s(?=[A-Z])|,?\s(?:and|und|et|y)\s(?=(?:as\s)?(?:an?|eine?|une?)\s(?:[^\W\d_][\w-]*\s){{1,4}}(?:at|with|for|bei|chez|en)\s[A-Zt])|,\s(?=[*_]*[A-Z][\w-]*[*_]*\s(?:since|seit|depuis)\s)"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """The parts of one clause; None where it does not have them."""

    employer: Span | None
    title: Span | None
    dates: Dates
    is_before: bool
    """It tells what came before ("before that")."""
    is_now: bool
    works: bool
    """It has a verb of employment or begins a post: its company is an employer."""
    leads: bool
    """It says that somebody leads or runs something there."""
    present_post: bool
    """It speaks of "my present post"."""


def clauses_of(reading: Reading, sentence: Span, author: str | None) -> Iterator[Clause]:
    """Yield what the clauses of a sentence say, in order; those that say nothing are left out."""
    text = reading.quote(sentence)
    if (
        "\n" in text
        and (block := reading.block_at(sentence.start)) is not None
        and is_wrapped(reading.quote(block.span))
    ):
        text = text.replace("\n", " ")  # "Site\nReliability Engineer" was broken at a width.
    pieces = list(_pieces(text))
    for place, (start, end) in enumerate(pieces):
        told_next = place + 1 < len(pieces) and _WHERE.match(text, pieces[place + 1][0]) is not None
        piece, base = text[start:end], sentence.start + start
        clause = _read(reading, piece, base, author, is_first=place == 0, told_next=told_next)
        if clause is not None:
            yield clause
            yield from _further(reading, text, sentence.start, clause, author)


_ITEM = re.compile(rf"(?P<joint>,\s(?:and\s|as\swell\sas\s)?|\s(?:and|&)\s){_ARTICLE}{NAME}")
_ENDS_LIST = re.compile(
    r"\s?(?:[.;)]|$|,?\s(?:and|und)\s(?:(?:an?\s|the\s)?(?:co-?)?founder\sof\b)|,\s(?:where|before|and\sI)\b)",
    re.IGNORECASE,
)


def _further(reading: Reading, text: str, base: int, clause: Clause, author: str | None) -> Iterator[Clause]:
    """Yield the same post at the further companies of a list: "a line cook at Kiln House, Bread & Thyme and The Saltery"."""
    if clause.title is None or clause.employer is None or clause.title.start > clause.employer.start:
        return
    at = clause.employer.end - base
    if text[at : at + 2] != ", ":
        return
    found: list[Place] = []
    joints: list[str] = []
    while (item := _ITEM.match(text, at)) is not None and _ENDS_LIST.match(text, at) is None:
        for part in re.finditer(r".+?(?=\sand\s(?=[A-Z])|\Z)", bare(item["name"])):
            words = re.sub(r"\A\s?and\s", "", part.group())
            start = item.start("name") + part.end() - len(words)
            if not names_company(words, reading, author):
                return
            found.append((start, start + len(words)))
            joints.append(item["joint"] if part.start() == 0 else " and ")
        at = item.start("name") + len(bare(item["name"]))
    if len(found) < 2 or (
        not any("and" in joint or "as" in joint for joint in joints) and text[at : at + 5] != ", and"
    ):
        return
    if _ENDS_LIST.match(text, at) is None:
        return
    for start, end in found:
        span = reading.document.span(base + start, base + end)
        yield replace(clause, employer=span, dates=Dates())


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of the clauses of a sentence; brackets stay whole."""
    start = 0
    for cut in _CUT.finditer(text):
        if text.count("(", start, cut.start()) > text.count(")", start, cut.start()):
            continue
        yield start, cut.start()
        start = cut.end()
    yield start, len(text)


_INVERTED = re.compile(
    rf"\s(?:bei|beim|chez|presso|bij|hos)\s{_ARTICLE}{MARK}{NAME}[*_]{{0,3}},?\s(?:als|comme|en\stant\sque|come|como|som)\s(?:\w{{1,5}}\s)?$"
)
_WHERE = re.compile(
    r"(?:where|wo|où|donde|dove|waar|onde)\s(?:I|he|she|they|ich|er|sie|je|il|elle|ik)?\s?(?:was|worked|became|am|is|trained|war|arbeitete|étais|travaill\w+)\b"
)
"""What follows a place says that it was one of work: "at Acme, where I was a trainee"."""
STUDIED = re.compile(
    r"(?i)\b(?:studied|graduated|degree|ph\.?d|diploma|qualified|apprenticeship|trained|training|ausbildung|lehre|studium|abschluss|diplôme|études|formation|carrera|laurea|born|elected|married)\b"
)
"""A clause whose dates are not those of the post before it."""


def _read(
    reading: Reading, text: str, base: int, author: str | None, *, is_first: bool, told_next: bool
) -> Clause | None:
    lead = _LEAD.match(text)
    found = post_of(reading, text, lead, author, is_first)
    title, employer = found if found is not None else (None, None)
    works = WORKED.search(text) is not None or "employer" in text
    works = works or (not is_first and re.match(r"(?:and\s)?at\s(?:the\s)?[A-Z]", text) is not None)
    if employer is None and title is not None and (before := _INVERTED.search(text[: title[0]])) is not None:
        # "seit 2017 bin ich bei der Nordsee Frische GmbH als Schichtleiter im Lager beschäftigt"
        name = bare(before["name"])
        if names_company(name, reading, author):
            employer = (before.start("name"), before.start("name") + len(name))
    if employer is None:
        employer = _company(reading, text, author, title, bool(title) or works or lead is not None)
        if employer is None and title is not None and works:
            # "Trabalho na Novabank como analista": what is left of the post counts as being behind one.
            ahead, at_post = text[: title[0]], (title[0], title[0])
            employer = _behind_preposition(reading, ahead, author, at_post, 0) or _before_brackets(
                reading, ahead, author
            )
    if title is None and employer is not None:
        title = _in_brackets(reading, text, employer[1])
    dates = dates_of(_ABOUT_COMPANY.sub(_blank, text))
    lasts = dates.start is not None and (dates.end is not None or dates.is_current)
    leads = title is None and employer is None and not works and _LEADS.search(text) is not None
    if title is None and employer is None and STUDIED.search(text) is not None:
        return None
    if leads or told_next or (title is None and not works and lasts and _DID.search(text)):
        # "I drew transit diagrams at Junction Studio (2014–2019)": whoever does something for years works there.
        preps = _PLACES | {"for"} if lasts else _PLACES
        employer = employer or _behind_preposition(reading, text, author, None, 0, preps)
        employer = employer or _before_brackets(reading, text, author)
        works = works or employer is not None
    if employer is not None and title is None and dates.start is not None and re.match(_ARRIVING, text):
        dates = Dates(dates.start, None, True)
    if title is not None and (_WISH.search(text, 0, title[0]) or _SOUGHT.search(text, title[0], title[1])):
        return None
    if title is None and employer is None and not dates:
        return None
    return Clause(
        employer=None if employer is None else reading.document.span(base + employer[0], base + employer[1]),
        title=None if title is None else reading.document.span(base + title[0], base + title[1]),
        dates=dates,
        is_before=lead is not None and lead["before"] is not None,
        is_now=(lead is not None and lead["now"] is not None)
        or (title is not None and _IS_STILL.search(text, 0, title[0]) is not None),
        works=works or title is not None,
        leads=leads and employer is not None,
        present_post=_PRESENT_POST.search(text) is not None,
    )


_ABOUT_COMPANY = re.compile(
    r"\((?:acquired|founded|formerly|now|later|bought|merged|renamed|part|sold|YC)\s(?!\d)[^()\n]{2,90}\)"
)
"""What brackets tell of a company, not of somebody's time there."""


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


_PLACES = frozenset(("at", "At", "@", "bei", "beim", "chez", "presso", "bij", "hos"))
_VAGUE = frozenset("with of en no na para per pour für à".split())
"""Prepositions that lead to a company behind a title alone."""
_IS_STILL = re.compile(
    r"(?i)\b(?:(?:currently|presently|now) (?:work|am|employed)|I am|I[’']m|is|bin|ist|je suis|soy|ben)\s"
)
_DID = re.compile(
    r"(?<!\w)(?:I|he|she|they)\s(?:(?:also|then|later|first|mostly|mainly|\w{3,12}ly)\s)?"
    r"(?!(?:am|is|was|were|have|has|had|live|stud|read|gradu|spoke|speak|talk|gave|give|present|met|meet|grew|learn|train|receiv|earn|complet|volunt|visit|attend|obtain|wrote|took|lectur)\w*\s)"
    r"[a-z]{3,14}\s"
)
"""Somebody did something that is neither study nor talk."""
_LEADS = re.compile(
    r"(?<!\w)(?:leads|heads|runs|directs|manages|oversees|leitet|dirige|I\s(?:run|lead|head|manage|look\safter|teach|direct))\s(?:the\s|an?\s|our\s|its\s)?(?:[\w’'-]{1,20}\s){1,7}(?=(?:at|bei|chez|presso|bij|for\sthe)\s)"
)
_BEHIND_TITLE = re.compile(rf"[*_]{{0,4}},\s{MARK}{NAME}(?=[*_]{{0,4}}\s?(?:\(|,\s))")
_OPENS = re.compile(rf"\A\W{{0,4}}{NAME}(?=[*_]{{0,4}}\s\()")
_BRACKETS = re.compile(r"[*_]{0,4}(?:,\s[A-ZÀ-Þ][\w’'-]{2,20})?\s?\((?P<inside>[^()\n]{5,90})\)")


def _company(reading: Reading, text: str, author: str | None, title: Place | None, led: bool) -> Place | None:
    """Return the place of the company of a clause: behind a preposition, behind a title, or before brackets at its start."""
    found = _behind_preposition(reading, text, author, title, title[1] if title is not None else 0) if led else None
    return found or _behind_title(reading, text, author, title) or _before_brackets(reading, text, author)


def _behind_preposition(
    reading: Reading,
    text: str,
    author: str | None,
    title: Place | None,
    start: int,
    preps: frozenset[str] | None = None,
) -> Place | None:
    """Return the place of a company that a preposition leads to, one of `preps` or "for the", if there are such."""
    for match in _AT.finditer(text, start):
        prep = match["prep"]
        if preps is not None and prep not in preps and not text.startswith("for the", match.start("prep")):
            continue
        if prep in _VAGUE and title is None:
            continue
        if prep == "in" and not _is_house_of(text, title, match):
            continue
        if prep == "of" and title is not None and text[title[1] : match.start()].strip(" *_"):
            continue
        name = bare(match["name"])
        if names_company(name, reading, author):
            return match.start("name"), match.start("name") + len(name)
    return None


def _behind_title(reading: Reading, text: str, author: str | None, title: Place | None) -> Place | None:
    behind = None if title is None else _BEHIND_TITLE.match(text, title[1])
    if behind is None or not names_company(bare(behind["name"]), reading, author):
        return None
    return behind.start("name"), behind.start("name") + len(bare(behind["name"]))


def _before_brackets(reading: Reading, text: str, author: str | None) -> Place | None:
    """Return the place of a company that opens a clause, with a title and dates in brackets behind it."""
    opening = _OPENS.match(text)
    if opening is None or not names_company(bare(opening["name"]), reading, author):
        return None
    behind = opening.end("name")
    if _in_brackets(reading, text, behind) is None or not find_periods(text[behind : behind + 90]):
        return None
    return opening.start("name"), opening.start("name") + len(bare(opening["name"]))


_WORKED_AS = re.compile(
    r"\W{0,6}(?:(?:I|[Pp]resently|[Cc]urrently|[Aa]m|[Hh]ave)\s){0,3}(?:[Ww]orked|[Ww]orking)\sas\s(?:an?\s)?$"
)


def _is_house_of(text: str, title: Place | None, match: re.Match[str]) -> bool:
    """Return whether a name right behind a post and "in" is a house's, not a town's or a field's: "Worked as Tester in Acme Systems"."""
    if title is None or text[title[1] : match.start()].strip(" *_") or _WORKED_AS.fullmatch(text[: title[0]]) is None:
        return False
    name = bare(match["name"])
    return is_companylike(name) or LEGAL_SUFFIX.search(name) is not None


_LED_TO_CLIENT = re.compile(r"(?i)(?:for|with|by|at|für|bei|pour|chez|para|per)\s")


def _in_brackets(reading: Reading, text: str, start: int) -> Place | None:
    """Return the title among what brackets behind a company hold: "(iOS Developer, 2019 to 2022)"."""
    brackets = _BRACKETS.match(text, start)
    if brackets is None or not find_periods(brackets["inside"]):
        return None
    for part in re.finditer(r"[^,;|·\s][^,;|·]*", brackets["inside"]):
        words = part.group().strip()
        if not find_periods(words) and not _LED_TO_CLIENT.match(words) and is_post(words, reading, is_led=True):
            return brackets.start("inside") + part.start(), brackets.start("inside") + part.start() + len(words)
    return None
