"""Says which words between two amounts set what is against what was: "25 statt 55 Minuten", "8% before, 2.5% after". Builds nothing."""

from __future__ import annotations

import re
from enum import StrEnum

_WORDS = r"(?:\s+(?!(?:and|but|und|y|et|e|en)\b)[^\W\d_][\w\u2019'/-]*){0,4}?"
# What stands first is now; what stands behind these words was before.
_INSTEAD = re.compile(
    rf"{_WORDS},?\s+(?:\(|–\s|—\s)?(?:statt|anstatt|anstelle\s+von|gegenüber|nicht\s+mehr|zuvor|vorher|früher|en\s+lugar\s+de(?:l)?|en\s+vez\s+de|frente\s+a|antes|au\s+lieu\s+de|contre|"
    rf"invece\s+di|anziché|contro|prima|in\s+plaats\s+van|tegen|eerst|em\s+vez\s+de|ao\s+invés\s+de|(?:as\s+)?against|instead\s+of\s+(?:the|its|our)|rather\s+than\s+(?:the|its|our)|"
    rf"where\s+(?:there|it|we|they)\s+(?:had\s+been|were|was|used\s+to\s+be)|when\s+(?:there|it)\s+(?:had\s+been|were|was)|before\s+it\s+was|up\s+from|down\s+from)"
    rf"\s+(?:only\s+|about\s+|bisher\s+|las?\s+|los\s+|les\s+|den\s+|de\s+)?",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"(?:\s+[^\W\d_][\w\u2019'/-]*){0,2}?,\s+(?:not|no\s+longer|nicht|pas|plus|no|non|niet)\s+", re.IGNORECASE
)
_USED_TO = re.compile(
    rf"{_WORDS}[,;:]?\s+(?:\(|–\s|—\s)?(?:(?:and|but|where|which|what)\s+)?(?:(?:it|that|this|they|we|which)\s+)?"
    r"(?:used\s+to\s+(?:take|be|need|cost|last|have|run)|(?:once|formerly|previously|before\s+that)\s+(?:took|was|were|needed|cost)|had\s+(?:taken|been|needed|cost))\s+(?:about\s+|only\s+)?",
    re.IGNORECASE,
)
# What stands first was before, if what stands second is marked as now.
_BEFORE = re.compile(
    rf"{_WORDS}\s+(?:before|beforehand|then|earlier|previously|at\s+first|vorher|zuvor|früher|avant|auparavant|antes|prima|eerst|voorheen)"
    rf"(?:\s+[^\W\d_]\w*){{0,2}}?[,;:]?\s+(?:and\s+|but\s+|und\s+|et\s+|y\s+|e\s+)?(?:only\s+|just\s+)?",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?:\s+[^\W\d_][\w\u2019'/-]*){0,2}?\s+(?:after(?:wards)?|now|today|since|later|nachher|heute|jetzt|danach|après|maintenant|aujourd[’']hui|después|ahora|hoy|dopo|oggi|adesso|nu|daarna)\b",
    re.IGNORECASE,
)
# "bajó del 36 % al 28 %", "de 48 à 17 minutes": the small words around a change in other languages.
_FROM = re.compile(r"(?:^|\s)(?:del|dal|dalle|dai|dall[’']|desde|des|du|vom|von|de|da|van)\s*$", re.IGNORECASE)
_TO = re.compile(
    r"(?:\s+[^\W\d_][\w\u2019'/-]*){0,3}?,?\s+(?:al|alle|ai|all[’']|aux|au|à|zum|zu|tot|para|hasta)\s*", re.IGNORECASE
)


class Contrast(StrEnum):
    """How two amounts stand to each other."""

    NONE = "none"
    WAS_BEHIND = "was behind"
    """The second is what was before."""
    WAS_AHEAD = "was ahead"
    """The first is what was before."""


def contrast(before: str, gap: str, after: str) -> Contrast:
    """Return how two amounts stand to each other by the words before, between and behind them."""
    if len(gap) > 120:
        return Contrast.NONE
    if _INSTEAD.fullmatch(gap) or _NOT.fullmatch(gap) or _USED_TO.fullmatch(gap):
        return Contrast.WAS_BEHIND
    if _BEFORE.fullmatch(gap) and _AFTER.match(after):
        return Contrast.WAS_AHEAD
    if _FROM.search(before[-8:]) and _TO.fullmatch(gap):
        return Contrast.WAS_AHEAD
    return Contrast.NONE
