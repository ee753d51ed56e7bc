"""Reads the post of one clause of a career told in sentences, and says which words may name its company. Called by prose_clauses.py."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.extraction.dates.dates import find_periods
from graph.extraction.heads.pieces import PieceKind, classify
from graph.extraction.heads.places import is_place
from graph.extraction.heads.words import is_companylike, is_generic, is_proper_name, is_team, is_title
from graph.extraction.reading import Reading

_WORD = r"(?:[BN]\.V\.|S\.A\.|S\.L\.|S\.p\.A\.|S\.r\.l|e\.V\.|St\.|[A-ZÀ-ÖØ-ÞĀ-Ž][\w&’'-]*(?:\.(?=[a-z])[\w’'-]*)?|[a-z]{1,2}[A-Z]\w+|&)"
# A name may be broken over a line's end.
_GAP = r"(?:[ \t]|\n[ \t]{0,8})"
NAME = rf"(?P<name>{_WORD}(?:{_GAP}(?:(?:of|and|de|van|the|am|an der|der|für|zu|du|des|do|da|del|la|le|y|e|et|und){_GAP}){{0,2}}{_WORD}){{0,4}})"
MARK = r"[*_“\"„«\[]{0,3}"
WORKED = re.compile(
    r"(?i)(?<!\w)(?:work(?:ed|ing|s)?(?!\s(?:towards?|on\smy|for\smy)\b)|taught|teach(?:es|ing)?|served?|employed|joined|joining|interned|nursed|cooked|freelanc\w+|moved|began|begun|started|came|spent|moving|joining|"
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

Place = tuple[int, int]


def post_of(
    reading: Reading, text: str, lead: re.Match[str] | None, author: str | None, is_first: bool
) -> tuple[Place, Place | None] | None:
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
        if (inside := _IN_HOUSE.search(words)) is not None and is_companylike(words[inside.end() :]):
            words = words[: inside.start()]  # "Worked as Tester in Acme Systems"
        if not is_led and (_AS.search(words) or _IS.search(words) or _PRONOUN.match(words)):
            continue
        behind = text[start + len(words) :]
        listed = _LISTED.match(behind)
        is_listed = listed is not None and names_company(bare(listed["name"]), reading)
        if not is_led and _BEHIND_POST.match(behind) is None:
            continue
        as_doer = (
            is_led
            and _AGENT.match(words.split()[-1])
            and len(words.split()) < 5
            and (
                WORKED.search(text) is not None
                or re.match(r"\A\W*+(?:where|first|initially|later|then)\s", text) is not None
            )
        )
        if is_post(words, reading, is_led or is_listed) or as_doer:
            return (start, start + len(words)), None
    return None


_PRONOUN = re.compile(r"(?i)(?:I|we|he|she|they|it|this|my|our|the|je|nous|ich|wir|er|sie|yo)(?!\w)")
_ABROAD_AT = re.compile(r"\s(?:en|à|na|no|i|på|presso|bij|op)\s(?:la\s|el\s|le\s|l[’'])?(?=[A-ZÀ-Þ])")
_IN_HOUSE = re.compile(r"\sin\s(?=[A-ZÀ-Þ])")
_BEHIND_POST = re.compile(
    r"\A[*_]{0,4}(?:\s{0,3}\(|,?\s{1,9}(?:here\s|there\s)?(?:at|@|with|for|bei|beim|im|am|chez|au|à|en|na|no|presso|bij|hos|of)\s|,\s{1,9}[A-Z])"
)
_LISTED = re.compile(rf"\A[*_]{{0,4}},\s{MARK}{NAME}[*_]{{0,4}}\s?\((?:\w{{3,9}}\s)?(?:19|20)\d\d\s?[-–—]")


_NEXT_POST = re.compile(
    r"\A\W{0,3}(?:(?:as\s)?(?:an?|eine?|une?)\s(?=[^\W\d_])|(?=[A-Z][\w-]*(?:\s[A-Z][\w-]*){0,4}\s(?:at|with)\s[A-Z]))"
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


def bare(words: str) -> str:
    bare = re.sub(r"['’]s$", "", words.removesuffix(" I").rstrip(" .,'’-&"))
    return words if re.search(r"\.[A-Za-z]{1,3}\.$", words) else bare


def names_company(words: str, reading: Reading, author: str | None = None) -> bool:
    """Return whether words may name an employer where a post or verb of work leads to them."""
    return (
        is_proper_name(words)
        and words.casefold() != (author or "").casefold()
        and not is_place(words)
        and not is_generic(words, reading.vocabularies)
        and not reading.vocabularies.technologies.is_term(words)
        and not is_title(words, reading.vocabularies.roles)
        and classify(words, reading.vocabularies) is PieceKind.NAME
        and find_periods(words) == []
    )
