"""Reads one clause of a career told in sentences: which post, at whom, since when. How clauses add up is in prose_careers.py.

A clause has up to four parts: a connector ("before that", "then"), a post ("as a fitter", "I am Head of Sales"), a company
("at Acme", "for Acme", "Acme (…)") and dates.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graph.documents import Span
from graph.extraction.dates import find_periods
from graph.extraction.head_pieces import PieceKind, classify
from graph.extraction.head_words import is_companylike, is_generic, is_proper_name, is_team, is_title
from graph.extraction.headlines import is_wrapped
from graph.extraction.places import is_place
from graph.extraction.prose_dates import Dates, dates_of
from graph.extraction.reading import Reading

_WORD = r"(?:[BN]\.V\.|S\.A\.|S\.L\.|S\.p\.A\.|S\.r\.l|e\.V\.|St\.|[A-ZÀ-ÖØ-ÞĀ-Ž][\w&’'-]*(?:\.(?=[a-z])[\w’'-]*)?|[a-z]{1,2}[A-Z]\w+|&)"
# A name may be broken over a line's end.
_GAP = r"(?:[ \t]|\n[ \t]{0,8})"
NAME = rf"(?P<name>{_WORD}(?:{_GAP}(?:(?:of|and|de|van|the|am|an der|der|für|zu|du|des|do|da|del|la|le|y|e|et|und){_GAP}){{0,2}}{_WORD}){{0,4}})"
_ARTICLE = r"(?:(?:the|a|an|der|dem|den|die|das|la|le|les|el|los|il|lo|de|het)\s|l[’'])?"
_MARK = r"[*_“\"„«\[]{0,3}"
_AT = re.compile(
    rf"(?:^|(?<=[\s(]))(?P<prep>[Aa]t|@|employer(?:\sis|\swas|:)|(?:moving|moved|went|transferred)\sto|(?:served|serving|enlisted)\s(?:in|on)|with|for|of|[Jj]oin|[Jj]oined|[Jj]oining|[Ll]eft|leaving|bei|beim|im|für|chez|au sein de|au|à|pour|en|para|na|no|presso|per|bij|voor|hos|på)\s"
    rf"{_ARTICLE}{_MARK}{NAME}"
)
_WORKED = re.compile(
    r"(?i)(?<!\w)(?:work(?:ed|ing|s)?|taught|teach(?:es|ing)?|served?|employed|joined|joining|interned|nursed|cooked|freelanc\w+|moved|began|begun|started|came|spent|moving|joining|"
    r"been (?:with|at)|on (?:the )?staff|held (?:\w+ ){0,3}(?:posts?|positions?|roles?|appointments?|jobs?) (?:at|with)|(?:years?|months?) (?:at|with|for)|arbeite\w*|gearbeitet|tätig|angestellt|beschäftigt|angefangen|travaill\w+|trabaj\w+|trabalh\w+|lavor\w+|werk\w*|gewerkt)(?!\w)"
)
_AS = re.compile(
    r"(?<!\w)(?:[Aa]s|[Aa]ls|[Cc]omme|[Cc]omo|en tant que|en qualité de|come|som)\s(?:(?:an?|the|its|their|his|her|our|eine?|un[ea]?|een|en)\s)?(?=[^\W\d_])"
)
_IS = re.compile(
    r"(?<!\w)(?:I[’']m|(?:(?:was|been|got|am)\s)?(?:named|appointed|promoted\sto|made)|is|was|am|became|become|been|being|wurde|werde|ist|war|bin|"
    r"suis|étais|j[’']étais|(?:ai|a|est)\s(?:été|devenue?)|est|était|soy|fui|era|es|fue|sono|stat[ao]|ben|werd|blev|är)\s"
    r"(?:(?:ich|er|sie|ik)\s)?(?:(?:now|currently|still|then|also|first|later|previously|formerly|most\srecently|at\spresent|today|heute|derzeit|aujourd[’']hui|actuellement|actualmente)\s)?"
    r"(?:(?:an?|the|its|their|our|eine?|un[ea]?|le|la|el|een|de)\s)?(?=[^\W\d_])"
)
_SUBJECT = re.compile(
    r"(?i)(?:\A|(?<![\w’'])(?:I|he|she|they|who|ich|er|sie|je|il|elle|qui|yo|io|ik|jag|jeg|and|und|et|y|e|en|have|has|had|then|then,|later|now|currently|since|that|davor|zuvor|seit|\d{4}|I[’']ve|I[’']d),?)\s*\Z"
)
"""What stands before a verb of being whose subject is the author; elsewhere somebody else is Head of Sales."""
_BEFORE = r"(?:(?:and\s)?before\s(?:that|then|this|which)|prior\sto\s(?:that|this)|previously|formerly|earlier(?:\son)?|(?:und\s)?(?:davor|zuvor|vorher|früher)|(?:et\s)?(?:avant\scela|auparavant|précédemment)|(?:y\s)?(?:antes(?:\sde\seso)?|anteriormente)|prima|in\sprecedenza|daarvoor|eerder|dessförinnan)"
_NOW = r"(?:currently|presently|now|today|at\spresent|at\sthe\smoment|derzeit|aktuell|zurzeit|heute|seither|actuellement|aujourd[’']hui|actualmente|hoy|attualmente|oggi|momenteel|nu)"
_NEXT = r"(?:(?:and\s)?(?:then|later|afterwards|after\sthat|since\sthen|from\sthere|next|first|initially|originally|most\srecently)|(?:und\s)?(?:dann|danach|anschließend|später|zuerst|zunächst)|(?:et\s)?(?:puis|ensuite|d[’']abord)|(?:y\s)?(?:luego|después|primero)|poi|daarna|eerst)"
_LEAD = re.compile(
    rf"(?i)\A\W{{0,6}}(?:(?P<before>{_BEFORE})|(?P<now>{_NOW})|(?P<next>{_NEXT}))(?!\w),?\s{{0,3}}:?\s{{0,3}}(?:(?:I|he|she|they|ich|je|yo)\s)?(?:(?:was|am|is)\s)?(?:(?:an?|the|als|comme|como)\s)?"
)
_STOP = re.compile(
    r"[,.;:()\n*_“\"„«|]|\s(?:at|@|with|from|since|until|till|between|bei|beim|im|am|chez|au sein|au|presso|bij|hos|there|here|where|who|which|wo|où|donde|after|before|by|during|under|seit|depuis|desde|von)(?!\w)|\s(?:und\s(?=ab|seit)|"
    r"(?:tätig|beschäftigt|angestellt|gearbeitet)\b|and\s(?=took|left|ended|finished|I\b|he\b|she\b|they\b|then\b|later\b|have\b|has\b|since\b|from\b|before\b|in\b|now\b|am\b|was\b)|in\s(?=(?:the|an?|our|my|their)\s[a-z])|in\s(?:the\s)?(?=\d|early|late|spring|summer|autumn|winter|[A-Z][a-z]+\s\d{4}|charge)|"
    r"for\s(?=[A-Z*_“]|the\s[A-Z]|\w+\syears)|to\s(?=\d|the|[A-Z])|de\s(?=\d)|I\s(?!(?:at|with|in|and|on|for|of|to|from|until|or)\b)(?=[a-z])|[a-zà-ÿ]{3,16}\s(?=(?:ich|ik|jag|jeg)\s)|ab\s(?=\d|[A-Z])|(?<!\bYear\s)(?<!\bGrade\s)(?<!\bStage\s)(?<!\bLevel\s)(?<!\bBand\s)(?<!\bClass\s)(?=\d))"
)
_COMPLETE = re.compile(
    r"(?i)(?:officer|ceo|cto|coo|cfo|cio|founder|co-founder|owner|director|president|chair(?:man|woman)?|editor(?:-in-chief)?|chief\sexecutive|trustee|patron|treasurer|partner|principal|secretary|head(?:teacher|master|mistress)?|rector|mayor|"
    r"governor|curator|conductor|captain|manager|geschäftsführer(?:in)?|directeur|directrice|directora?|direttore|direttrice)$"
)
"""Ends of titles that somebody may be "of" a company; "Head of Sales" is of a team."""
_AGENT = re.compile(
    r"(?i)\A[\w-]{0,40}?[a-zà-ÿ]{3}(?:er|or|ist|ian|ant|eur|euse|trice|iste|ista|tor|dora?|ärztin|arzt|erin|istin|torin)$"
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
    rf"\s(?:bei|beim|chez|presso|bij|hos)\s{_ARTICLE}{_MARK}{NAME}[*_]{{0,3}},?\s(?:als|comme|en\stant\sque|come|como|som)\s(?:\w{{1,5}}\s)?$"
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
    found = _post(reading, text, lead, author, is_first)
    title, employer = found if found is not None else (None, None)
    works = _WORKED.search(text) is not None or "employer" in text
    works = works or (not is_first and re.match(r"(?:and\s)?at\s(?:the\s)?[A-Z]", text) is not None)
    if employer is None and title is not None and (before := _INVERTED.search(text[: title[0]])) is not None:
        # "seit 2017 bin ich bei der Nordsee Frische GmbH als Schichtleiter im Lager beschäftigt"
        name = _bare(before["name"])
        if names_company(name, reading, author):
            employer = (before.start("name"), before.start("name") + len(name))
    if employer is None:
        after = title[1] if title is not None else 0
        employer = _company(reading, text, after, author, bool(title) or works or lead is not None, title)
        if employer is None and title is not None and works:
            # "Trabalho na Novabank como analista": what is left of the post counts as being behind one.
            employer = _company(reading, text[: title[0]], 0, author, True, (title[0], title[0]))
    if title is None and employer is not None:
        title = _in_brackets(reading, text, employer[1])
    dates = dates_of(_ABOUT_COMPANY.sub(_blank, text))
    lasts = dates.start is not None and (dates.end is not None or dates.is_current)
    leads = title is None and employer is None and not works and _LEADS.search(text) is not None
    if title is None and employer is None and STUDIED.search(text) is not None:
        return None
    if leads or told_next or (title is None and not works and lasts and _DID.search(text)):
        # "I drew transit diagrams at Junction Studio (2014–2019)": whoever does something for years works there.
        employer = employer or _company(reading, text, 0, author, True, None, by_place=True, lasting=lasts)
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
        or re.search(
            r"(?i)\b(?:(?:currently|presently|now) (?:work|am|employed)|I am|I[’']m|is|bin|ist|je suis|soy|ben)\s",
            text[: title[0]] if title else "",
        )
        is not None,
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


_Place = tuple[int, int]


def _post(
    reading: Reading, text: str, lead: re.Match[str] | None, author: str | None, is_first: bool
) -> tuple[_Place, _Place | None] | None:
    """Return the place of the title, and that of the company that it is "of" where it is; None where no post is told."""
    for start, is_led in _begins(text, lead, author, is_first):
        stop = _STOP.search(text, start)
        words = text[start : stop.start() if stop else len(text)].rstrip(" *_-–—")
        if not words or len(words) > 90:
            continue
        if (of := _of_company(reading, words)) is not None:
            return (start, start + of[0]), (start + of[1], start + len(words))
        if (before := _ABROAD_AT.search(words)) is not None and is_post(words[: before.start()], reading):
            words = words[: before.start()]
        if not is_led and (_AS.search(words) or _IS.search(words) or _PRONOUN.match(words)):
            continue
        behind = text[start + len(words) :]
        listed = _LISTED.match(behind)
        is_listed = listed is not None and names_company(_bare(listed["name"]), reading)
        if not is_led and _BEHIND_POST.match(behind) is None:
            continue
        as_doer = (
            is_led
            and _AGENT.match(words.split()[-1])
            and len(words.split()) < 5
            and (
                _WORKED.search(text) is not None
                or re.match(r"\A\W*+(?:where|first|initially|later|then)\s", text) is not None
            )
        )
        if is_post(words, reading, is_led or is_listed) or as_doer:
            return (start, start + len(words)), None
    return None


_PRONOUN = re.compile(r"(?i)(?:I|we|he|she|they|it|this|my|our|the|je|nous|ich|wir|er|sie|yo)(?!\w)")
_ABROAD_AT = re.compile(r"\s(?:en|à|na|no|i|på|presso|bij|op)\s(?:la\s|el\s|le\s|l[’'])?(?=[A-ZÀ-Þ])")
_BEHIND_POST = re.compile(
    r"\A[*_]{0,4}(?:\s{0,3}\(|,?\s{1,9}(?:here\s|there\s)?(?:at|@|with|for|bei|beim|im|am|chez|au|à|en|na|no|presso|bij|hos|of)\s|,\s{1,9}[A-Z])"
)
_LISTED = re.compile(rf"\A[*_]{{0,4}},\s{_MARK}{NAME}[*_]{{0,4}}\s?\((?:\w{{3,9}}\s)?(?:19|20)\d\d\s?[-–—]")


_NEXT_POST = re.compile(
    r"\W{0,3}(?:(?:as\s)?(?:an?|eine?|une?)\s(?=[^\W\d_])|(?=[A-Z][\w-]*(?:\s[A-Z][\w-]*){0,4}\s(?:at|with)\s[A-Z]))"
)


def _begins(text: str, lead: re.Match[str] | None, author: str | None, is_first: bool) -> Iterator[tuple[int, bool]]:
    """Yield where a title may begin, and whether a word such as "as" leads to it; dates between are stepped over."""
    if lead is not None:
        yield lead.end(), False
    elif is_first:
        opening = re.match(r"[^\w(]*", text)
        yield (opening.end() if opening else 0), False
    elif (listed := _NEXT_POST.match(text)) is not None:
        yield listed.end(), False
    for match in _AS.finditer(text):
        yield match.end(), True
    periods = find_periods(text)
    for match in _IS.finditer(text):
        before = text[: match.start()].rstrip()
        named = author is not None and any(
            before.endswith(name) for name in (author, author.split()[-1], author.split()[0])
        )
        inverted = re.search(r"\s(?:ich|er|sie|ik)\s", match.group()) is not None or match.group()[:2] in (
            "I’",
            "I'",
            "so",
            "fu",
            "j’",
            "j'",
        )
        if not (named or inverted or _SUBJECT.search(before) is not None):
            continue
        start = next((one.end + 1 for one in periods if -1 <= one.start - match.end() <= 0), match.end())
        yield start, True


def is_post(words: str, reading: Reading, is_led: bool = False) -> bool:
    """Return whether words are a post; where "as" or "is" leads them, any noun of a doer is, and any phrase in title case."""
    if is_title(words[:1].upper() + words[1:], reading.vocabularies.roles):
        return True
    parts = words.split()
    if not is_led or len(parts) > 6 or reading.vocabularies.technologies.find(words):
        return False
    large = [word for word in parts if word not in ("in", "of", "for", "the", "and", "&", "de")]
    return all(word[0].isupper() for word in large) and (len(large) > 1 or _AGENT.match(parts[-1]) is not None)


def _of_company(reading: Reading, words: str) -> tuple[int, int] | None:
    """Return where a title ends and a company begins in "Chief Operating Officer of Halcyon Parcel"; None for "Head of Sales"."""
    for match in re.finditer(r"\s(?:of|de|von|der|di)\s(?:the\s|la\s|der\s|l[’'])?(?=[A-ZÀ-Þ])", words):
        head, tail = words[: match.start()], words[match.end() :]
        if re.search(r"\s(?:and|und|et|y)\s(?:the|a|an|eine?|une?|la|le)\s", head) is not None:
            continue  # "a landscape architect and the founder of Studio Thicket" has two posts.
        if not _COMPLETE.search(head) or not is_title(head[:1].upper() + head[1:], reading.vocabularies.roles):
            continue
        whole = re.search(
            r"(?i)(?:officer|executive|trustee|patron|ceo|cto|coo|cfo|founder|owner|editor|managing director|geschäftsführer\w*)$",
            head,
        )
        if (
            names_company(tail, reading)
            and not is_team(tail, reading.vocabularies)
            and (whole or is_companylike(tail) or "the" in match.group() or head.islower())
        ):
            return match.start(), match.end()
    return None


_PLACES = frozenset(("at", "At", "@", "bei", "beim", "chez", "presso", "bij", "hos"))
_DID = re.compile(
    r"(?<!\w)(?:I|he|she|they)\s(?:(?:also|then|later|first|mostly|mainly|\w{3,12}ly)\s)?"
    r"(?!(?:am|is|was|were|have|has|had|live|stud|read|gradu|spoke|speak|talk|gave|give|present|met|meet|grew|learn|train|receiv|earn|complet|volunt|visit|attend|obtain|wrote|took|lectur)\w*\s)"
    r"[a-z]{3,14}\s"
)
"""Somebody did something that is neither study nor talk."""
_LEADS = re.compile(
    r"(?<!\w)(?:leads|heads|runs|directs|manages|oversees|leitet|dirige|I\s(?:run|lead|head|manage|look\safter|teach|direct))\s(?:the\s|an?\s|our\s|its\s)?(?:[\w’'-]{1,20}\s){1,7}(?=(?:at|bei|chez|presso|bij|for\sthe)\s)"
)
_BEHIND_TITLE = re.compile(rf"[*_]{{0,4}},\s{_MARK}{NAME}(?=[*_]{{0,4}}\s?(?:\(|,\s))")
_OPENS = re.compile(rf"\A\W{{0,4}}{NAME}(?=[*_]{{0,4}}\s\()")
_BRACKETS = re.compile(r"[*_]{0,4}(?:,\s[A-ZÀ-Þ][\w’'-]{2,20})?\s?\((?P<inside>[^()\n]{5,90})\)")


def _company(
    reading: Reading,
    text: str,
    start: int,
    author: str | None,
    led: bool,
    title: _Place | None,
    by_place: bool = False,
    lasting: bool = False,
) -> _Place | None:
    """Return the place of the company of a clause: behind a preposition, behind a title, or before brackets at its start."""
    for match in _AT.finditer(text, start) if led else ():
        if (
            by_place
            and match["prep"] not in (_PLACES | {"for"} if lasting else _PLACES)
            and not text.startswith("for the", match.start("prep"))
        ):
            continue
        if match["prep"] in ("with", "of", "en", "no", "na", "para", "per", "pour", "für", "à") and title is None:
            continue
        if match["prep"] == "of" and title is not None and text[title[1] : match.start()].strip(" *_"):
            continue
        name = _bare(match["name"])
        if names_company(name, reading, author):
            return match.start("name"), match.start("name") + len(name)
    if title is not None:
        behind = _BEHIND_TITLE.match(text, title[1])
        if behind is not None and names_company(_bare(behind["name"]), reading, author):
            return behind.start("name"), behind.start("name") + len(_bare(behind["name"]))
    opening = _OPENS.match(text)
    if opening is not None and names_company(_bare(opening["name"]), reading, author):
        inside = _in_brackets(reading, text, opening.end("name"))
        if inside is not None and find_periods(text[opening.end("name") : opening.end("name") + 90]):
            return opening.start("name"), opening.start("name") + len(_bare(opening["name"]))
    return None


def _bare(words: str) -> str:
    bare = re.sub(r"['’]s$", "", words.rstrip(" .,'’-&"))
    return words if re.search(r"\.[A-Za-z]{1,3}\.$", words) else bare


def names_company(words: str, reading: Reading, author: str | None = None) -> bool:
    """Return whether words may name an employer where a post or verb of work leads to them."""
    return (
        is_proper_name(words)
        and words.casefold() != (author or "").casefold()
        and not is_place(words)
        and not is_generic(words, reading.vocabularies)
        and not any(found.end - found.start == len(words) for found in reading.vocabularies.technologies.find(words))
        and not is_title(words, reading.vocabularies.roles)
        and classify(words, reading.vocabularies) is PieceKind.NAME
        and find_periods(words) == []
    )


_LED_TO_CLIENT = re.compile(r"(?i)(?:for|with|by|at|für|bei|pour|chez|para|per)\s")


def _in_brackets(reading: Reading, text: str, start: int) -> _Place | None:
    """Return the title among what brackets behind a company hold: "(iOS Developer, 2019 to 2022)"."""
    brackets = _BRACKETS.match(text, start)
    if brackets is None or not find_periods(brackets["inside"]):
        return None
    for part in re.finditer(r"[^,;|·\s][^,;|·]*", brackets["inside"]):
        words = part.group().strip()
        if not find_periods(words) and not _LED_TO_CLIENT.match(words) and is_post(words, reading, is_led=True):
            return brackets.start("inside") + part.start(), brackets.start("inside") + part.start() + len(words)
    return None
