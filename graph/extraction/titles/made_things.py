"""Says where words tell of a piece of work all the same: weak verbs, "Set up cashless payment; queues went from 14 to 5 minutes", and papers.

Called by titles.py and listed_work.py; knows nothing of documents.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_SET_UP = re.compile(r"(?i)set up (?!(?:meetings?|calls?|appointments?|rooms?|tables?|chairs?|teams?)\b)[^.]{8,100}\d")
"""What was set up and measured in one breath is a piece of work: "Set up cashless payment; queues went from 14 to 5 minutes"."""
_MADE = re.compile(
    r"(?i)made\s(?:the\s|our\s|its\s|all\s)?[\w-]+(?:\s[\w./-]+){0,6}?\s(?:accessible|compliant|searchable|portable|resilient|reproducible|responsive|"
    r"bilingual|multilingual|paperless|redundant|repeatable|self-service|barrier-free|wheelchair-friendly|safer?|faster|cheaper|lighter|quieter)\b"
)
"""What was made so is a piece of work: "Made the ticket shop accessible"."""
_BROUGHT = re.compile(
    r"(?i)brought\s(?:in\s(?!(?:guests?|speakers?|people|staff|clients?|customers?|revenue|sales)\b)[^.]{4,100}(?:\d|\b(?:one|two|three|four|five|six|without)\b)|[^.;]{4,80}?\s(?:from|down|up|to|under|below|within)\s[^.;]{0,40}\d)"
)
"""What was brought in or down, and measured: "Brought scrap from 6% to 3%", "Brought in a scanner line over 2 weekends"."""
_TOOK = re.compile(
    r"(?i)took\s(?:over\s(?!(?:as|from|the\s(?:role|post|team|duties)|a\steam|leadership|management|responsib\w+)\b)[^.]{4,80}\d[^.]{0,80}\b(?:to|into|now|within|under)\s[^.]{0,20}\d|"
    r"[^.;]{4,80}?\sfrom\s[^.;]{0,50}\sto\s[^.;]{1,40})"
)
"""What was taken from one state to another: "Took the night shift from 9 incidents a month to 1"."""
_STARTED = re.compile(r"(?i)started\s(?:an?|our|the\sfirst)\s[^.\d]{4,120}(?:from|by)\s[^.\d]{0,12}\d")
"""What was started and changed something by a figure: "Started a recall list, and no-shows went from 12% to 5%"."""
_MAKING: Mapping[str, re.Pattern[str]] = {
    "set": _SET_UP,
    "made": _MADE,
    "brought": _BROUGHT,
    "took": _TOOK,
    "started": _STARTED,
}
"""What has to follow a weak verb so that what it tells of is a piece of work."""


def tells_making(verb: str, sentence: str, start: int) -> bool:
    """Return whether a weak verb and what follows it, from `start` on, tell of something made, brought in or changed by a figure.

    >>> tells_making("made", "Made the ticket shop accessible", 0), tells_making("made", "Made coffee", 0)
    (True, False)
    """
    return verb in _MAKING and _MAKING[verb].match(sentence, start) is not None


_PAPER_LIKE = r"(?:forms?|letters?|questionnaires?|checklists?|documents?|books?|chapters?|columns?|essays?|statements?|series|articles?|posts?|newsletters?|podcasts?|r[ée]sum[ée]s?|cvs?|interviews?|blogs?|notes?)"
_OF_PAPERS = re.compile(
    rf"(?i)(?:[^\W\d_][\w’'-]{{0,30}}+\s){{1,5}}(?:forms?|letters?|questionnaires?|checklists?|documents?|books?|chapters?|columns?|essays?|statements?|series)(?:\s(?:of|in|from|and|with)\s.{{2,40}})?|"
    rf"(?:{_PAPER_LIKE}\s){{1,2}}(?!(?:on|about|of|for|and|to|in|with|from)\b)[^\W\d_]\w{{3,20}}(?:r|or|er|ion|ing|ment|sis|app|bot|tool|finder|search)s?"
)


def may_be_made_of_papers(title: str) -> bool:
    """Return whether a title that ends or begins with something written may be that of what was made of it: "Love letters", "Essay grader".

    For places only where works are listed and tools are named beside it.

    >>> may_be_made_of_papers("Complaint letters"), may_be_made_of_papers("Essay grader"), may_be_made_of_papers("Time series")
    (True, True, True)
    >>> may_be_made_of_papers("Conference talks"), may_be_made_of_papers("Notes on search"), may_be_made_of_papers("Letters")
    (False, False, False)
    """
    return _OF_PAPERS.fullmatch(title) is not None
