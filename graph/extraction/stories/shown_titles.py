"""Makes a story's title what is shown: takes off what counts, dates, classes and whose it was."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.extraction.dates.dates import find_periods

_NUMBERING = re.compile(
    r"(?i)^(?:\d{1,2}[.)](?!\d)|0\d(?=\s[^\W\d_])|[#*_>\s-]+|(?:(?:(?:key|main|major|selected|featured|notable|recent|flagship|side)\s)?project|case[ -]study|case(?!-stud)|story|accomplishment|achievement|star(?:\s(?:method|story|stories|format|notes?))?)\s*+(?:\d*+|(?-i:[A-H]))\s*+[:·–—-])\s*"
)
_ORDINAL = re.compile(
    r"(?i)^(?:first(?:ly)?|second(?:ly)?|third(?:ly)?|fourth|fifth|finally|last(?:ly)?|erstens|zweitens|drittens)(?:,|\s+[–—-])\s*(?:(?:the|my|our|an?)\s+)?(?=\S)"
)
_PICTURES = re.compile(
    r"^(?:[\U0001F300-\U0001FAFF\u2190-\u21FF\u2300-\u23FF\u2600-\u27BF\u2B00-\u2BFF][\ufe0f\u200d\U0001F3FB-\U0001F3FF]?\s?){1,4}"
)
_NUMBER_BEFORE = re.compile(r"^\d{1,2}[.)]\s+(?=[^\W\d_]{3})")
"""What counts a name of one word: "2. RideAway"."""
_PICTURES_BEHIND = re.compile(
    r"(?<=\w)\s?(?:[\U0001F300-\U0001FAFF\u2600-\u27BF\u2B00-\u2BFF][\ufe0f\u200d]{0,2}\s?){1,4}$"
)
_KIND_BEHIND = re.compile(
    r"(?i)(?:(?<!\s)\s++)?[:–—-]\s*(?:a\s+)?(?:star\s+)?(?:notes?|case study|story|star|retrospective|questions[\w ]*+|write-?up|post-?mortem)\s*$"
)
_DATES_BEFORE = re.compile(
    r"^(?:19|20)\d\d(?:\s*[-–—/.]\s*(?:(?:19|20)?\d\d|now|today|present))?(?:[-.]\d\d)?\s*[:·|–—-]\s*"
)
_YEAR_AHEAD = re.compile(r"[^\d\n]{0,10}(?:\d{1,2}[./-])?(?:19|20)\d\d(?!\d)")
_MARK_BEHIND_DATES = re.compile(r"\s{0,3}[:·|–—-]\s{1,3}(?=\S)")
_ASIDE_BEHIND = re.compile(
    r"(?i)(?:(?<!\s)\s++)?\((?:still|sold|closed|ongoing|current|since|until|with|confidential|freelance|side|(?:[a-z-]{3,14}\s){1,2}project(?=\)))\b[^)]{0,200}+\)\s*$"
)
_RESULT_BEHIND = re.compile(r"(?<!\s)\s++\((?=[^()]{0,80}(?:\d\s?%|→|⟶|->|\d[x×]))[^()]{3,120}\)\s*$")
"""What came of it: "Berth calendar (2 hours → 10 minutes)"."""
_DATES_BEHIND = re.compile(
    r"(?i)(?:(?<!\s)\s++)?(?:\([^)]{0,120}(?:19|20)\d\d[^)]{0,120}+\)|,[^,]{0,120}\b(?:19|20)\d\d[^,]{0,120}+$)\s*$"
)


_UNSPACED = re.compile(r"(?=[^\s]{4})[\u3040-\u30ff\u4e00-\u9fff][^\s]*+")
"""A title of scripts that part no words, which is none of one word."""


_LINK = re.compile(r"\[(?P<words>[^\[\]\n]{1,160})\]\([^()\s]{0,400}\)")


_PICTURED = re.compile(r"!\[(?P<words>[^\[\]\n]{1,160})\](?:\([^()\s]{0,400}\))?|\[(?=!\[[^\[\]\n]{1,160}\]$)")


def unlinked(title: str) -> str:
    """Return a title with the words of its links alone: "[Gull](https://…)" is "Gull"."""
    if "![" in title:  # A picture's words stand for it: "[![Tide board](pin.svg)](https://…)".
        title = _PICTURED.sub(r"\g<words>", title)
    return _LINK.sub(r"\g<words>", title) if "](" in title else title


def shown_title(title: str, employers: Sequence[str] = ()) -> str:
    """Return a title as it is shown: without numbering, dates, the name of the employer behind it; first letter large.

    >>> shown_title("2. REFUND CHECKS, VELOQUAY, 2024", ["Veloquay"])
    'Refund checks'
    """
    title = unlinked(title)
    if title.count("`") == 2 and title.startswith("`") and title.endswith("`"):
        title = title.strip("`")
    clean = _PICTURES.sub("", _NUMBERING.sub("", " ".join(title.replace("*", " ").split()))).strip(" _.:")
    clean = _ORDINAL.sub("", _PICTURES_BEHIND.sub("", clean))
    clean = _ASIDE_BEHIND.sub("", _without_dates_before(clean))
    clean = _KIND_BEHIND.sub("", _DATES_BEHIND.sub("", _RESULT_BEHIND.sub("", clean)))
    for employer in sorted(set(employers), key=len, reverse=True):
        words = employer.split()
        if not words or words[0].casefold() not in clean.casefold():
            continue
        for count in range(len(words), 0, -1):
            part = " ".join(words[:count])
            if count == len(words) or len(part) > 6:
                clean = _without_name_behind(clean, part)
    named = (
        clean.isalpha()
        and len(clean) > 3
        and title.strip().startswith(clean)
        and (_DATES_BEHIND.search(title) is not None or _KIND_BEHIND.search(title) is not None)
    )
    if not named and len(clean.split()) < 2 and _UNSPACED.fullmatch(clean) is None:
        clean = _PICTURES.sub("", " ".join(title.split())).strip("*_: ")
        clean = _NUMBER_BEFORE.sub("", clean)
    if clean.isupper() and len(clean) > 8:
        clean = clean.capitalize()
    return clean[:1].upper() + clean[1:]


def _without_dates_before(title: str) -> str:
    """Return a title without the dates that a mark parts from it: "2021-03 – 2022-12 | Ledger", "Mar 2021 – now: Ledger"."""
    found = find_periods(title[:60]) if _YEAR_AHEAD.match(title) else []
    if found and found[0].start == 0 and (mark := _MARK_BEHIND_DATES.match(title, found[0].end)) is not None:
        return title[mark.end() :]
    return _DATES_BEFORE.sub("", title)


_LEADS_TO_NAME = re.compile(r"(?i)(?:(?<!\s)\s++(?:at|for)|(?<!\s)\s*+[,–—|·(@-])\s*+$")


def _without_name_behind(title: str, name: str) -> str:
    """Return a title without the name that it ends in, with what leads to it: "Refund checks (Veloquay)"."""
    for words in (title, title.removesuffix(")")):
        before, end = words[: -len(name)], words[-len(name) :]
        if end.casefold() == name.casefold() and (lead := _LEADS_TO_NAME.search(before)) is not None:
            return before[: lead.start()]
    return title
