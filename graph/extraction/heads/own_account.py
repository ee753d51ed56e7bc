"""The words for work on one's own account, as pieces of head lines and as sentences have them. Says nothing of posts or houses."""

from __future__ import annotations

import re

_STATE = (
    r"self-employed|freelancer?|independent|selbst(?:st)?ändig|freiberuflich|indépendante?|autónom[oa]|zelfstandig|zzp"
)
"""What somebody is, alone or in a sentence."""
_ACCOUNT = r"à\smon\scompte|in\sproprio|por\scuenta\spropia"
"""On whose account, in sentences alone."""

AS_ASIDE = r"freelance|self[- ]employed|own (?:company|business)"
"""Alternatives of a pattern: what stands beside post and house and says no more than how somebody was employed."""

IN_PLACE_OF_HOUSE = re.compile(
    rf"(?i)(?:{_STATE}|self\semployed|(?:independent|private|sole)\s(?:contractor|consultant|practitioner|trader|practice)|various\sclients|freelancing|freelancerin|autônom[oa]|libero professionista)"
)
"""What stands where the house of a post would: "Driver – Self-employed – 2012 – 2015"."""

IN_SENTENCE = re.compile(
    rf"(?i)\b(?:{_STATE}|{_ACCOUNT}|freier?\s\w+|en\sindépendante?|libera?\sprofessionista|zzp'er)\s"
)
"""Before the dates of one's own business: "Self-employed since 2015 (Acme Advisory)"."""

BEFORE_NAME = (
    rf"(?i:for\smyself|my\sown\sboss|self-employed|freelanc\w+|independent\w*|voor\sm[ei]zelf|zelfstandig|selbst(?:st)?ändig|auf\seigene\sRechnung|{_ACCOUNT}|por\smi\scuenta|"
    r"my\sown\s(?:business|studio|practice|company|firm|shop|workshop|agency|salon|garage|kitchen))"
)
"""Alternatives of a pattern: before the name of one's own business: "I have worked for myself as Acme Joinery"."""

_HELD_BEFORE_NAME = (
    "myself", "own", "employed", "freelanc", "independent", "mezelf", "mizelf", "zelfstandig", "ständig", "eigene",
    "compte", "cuenta", "proprio",
)  # fmt: skip


def may_be_before_name(folded: str) -> bool:
    """Return whether casefolded words hold one of those without which BEFORE_NAME never matches; most sentences don't."""
    return any(word in folded for word in _HELD_BEFORE_NAME)
