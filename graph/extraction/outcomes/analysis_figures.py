"""Figures that describe what was analysed: levels and limits of intervals, shares of a sample, groups compared. Finds none.

`is_statistic` sees one sentence and is joined to the asides; the others ask whether the document is the write-up of an
analysis at all, whose tables by channel or region say what the data are and not what the work did.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.extraction.quantities.quantity import Quantity
from graph.extraction.reading import Reading
from graph.model import EntityKind

_NEAR = 120
"""Characters; what stands farther off says nothing of a figure."""

# ---------------------------------------------------------------- levels and limits of intervals

_SURE = re.compile(
    r"(?i)\b(?:confidence|credible|prediction|significan(?:ce|t)|intervals?|CIs?|certainty|standard\s(?:error|deviation)|Konfidenz\w*|Signifikanz\w*|confianza|confiance|confidenza|confiança|betrouwbaarheid\w*)\b"
)
_LEVEL_BEHIND = re.compile(
    r"(?i)\s?(?:percent)?[\s-]{1,2}(?:confidence|credible|credibility|prediction|significance|statistical\s(?:significance|confidence)|CIs?\b|(?:error\s)?(?:interval|margin|band)s?\b|certainty|(?:confidence\s)?level\b|"
    r"Konfidenz\w*|Signifikanz\w*|de\s(?:confianza|confiance|confiança)|di\sconfidenza|betrouwbaarheids\w*)|\s?(?:confident|sure)\b"
)
_LEVEL_BEFORE = re.compile(
    r"(?i)\b(?:confidence|significance|statistical\spower|power)(?:\s(?:level|of|at|with|was|is|set))*\s?(?:[:=(]\s?)?$"
)
_SPANS = re.compile(
    r"(?i)\b(?:interval|CI|bounds?|limits?|margin\sof\serror|standard\s(?:error|deviation))\b[^.;!?]{0,60}?(?:\b(?:spans|spanned|ranges|ranged|runs|ran|goes|went|reaches|from|of|is|was|between)|[:=\[(])\s?(?:about\s|roughly\s|from\s|between\s)*[\[(±]?$"
)

# ---------------------------------------------------------------- groups beside one another

_OF_GROUP = r"\s(?:for|among|amongst|in|with|at)\s(?:the\s|a\s)?(?!\d)[^.;,!?]{3,50}?"
_ACROSS_GROUPS = re.compile(
    rf"(?i)\bfrom\s(?:about\s)?[\d.,]{{1,12}}\s?%?{_OF_GROUP}\sto\s(?:about\s)?[\d.,]{{1,12}}\s?%?\s(?:for|among|amongst|in|with|at)\s(?:those|the|people|anyone|[\w-]+s)\b"
)
_REST = re.compile(
    r"(?i)\b(?:against|versus|vs\.?|compared\s(?:with|to)|while|but)\s[^.;]{0,30}?\d[\d.,]{0,12}\s?%?\s(?:for|among|in|of)\s(?:the\s)?(?:others?|rest|everyone(?:\selse)?|everybody(?:\selse)?|everything|all(?:\sothers)?|remaining\s[\w-]+|whole|overall|average|non-[\w-]+)\b"
)


def is_statistic(text: str, q: Quantity) -> bool:
    """Return whether a figure is the level of an interval or its limit, or a group's beside another's: no effect of work.

    "a 95% confidence interval", "the interval runs from 4 to 6 points", "from 48% for one visit to 83% for ten".
    """
    if q.dimension == "share" and 50 <= q.value < 100 and q.before is None and _SURE.search(text) is not None:
        before = text[max(0, q.start - 40) : q.start]
        if _LEVEL_BEHIND.match(text, q.number_end) is not None or _LEVEL_BEFORE.search(before) is not None:
            return True
    is_whole = q.before is None or q.before < q.value  # "95% CI: 3.1% to 5.3%" reads as a change.
    near = max(0, q.start - 80)
    if is_whole and _SURE.search(text, near, q.start) and _SPANS.search(text, near, q.start):
        return True
    if q.dimension in ("share", "count") and " to " in text and "from " in text:
        return any(told.start() <= q.start < told.end() for told in _ACROSS_GROUPS.finditer(text))
    return False


# ---------------------------------------------------------------- write-ups of an analysis

_SAYS_ANALYSIS = re.compile(
    r"(?i)\b(?:data\s?sets?|source\s(?:rows|data)|raw\s(?:data|table|rows)|pivots?|workbook|p-?values?|hypothes[ie]s|[tz]-(?:test|statistic|score)|chi-squared?|anova|fisher\sexact|confidence\sintervals?|bootstrap|"
    r"sample\ssize|regression|correlat\w+|outliers?|missing\svalues|duplicates?|no\sduplicate|cleaning|cleaned|exploratory|eda|findings|insights?|recommendations?|recommended\s(?:action|next\ssteps)|"
    r"medians?|distribution|causal\w*|cohorts?|a/b|experiment|control\sgroup|comparison\sgroup|limitations|visuali[sz]ations?|dashboard|unique\sids?|records|rows|analyst|analytical|analysis)\b"
)
_LEAST_WORDS = 5
"""Different words of that kind; a story of work that has a dashboard and findings has two or three."""


def is_analysis(reading: Reading) -> bool:
    """Return whether a document writes up an analysis of data, and no career."""
    if "is an analysis" not in reading.memo:
        roles = any(m.kind is EntityKind.ROLE for m in reading.mentions)
        words = set[str]() if roles else {w.casefold() for w in _SAYS_ANALYSIS.findall(reading.document.text[:40_000])}
        reading.memo["is an analysis"] = len(words) >= _LEAST_WORDS
    said: bool = reading.memo["is an analysis"]
    return said


_MOST = re.compile(
    r"(?i)\b(?:has|have|had|shows?|showed|sees?|saw|records?|recorded|with|carr(?:y|ies))\s(?:by\sfar\s)?the\s(?:second[- ])?(?:highest|lowest|most|fewest|least|largest|smallest|biggest|longest|shortest|greatest|best|worst)\b[^.;!?\d]{0,60}?(?:\b(?:at|with|of|about)\s|\(|:\s)(?:just\s|only\s|about\s)?$"
)
_GOT = re.compile(
    r"(?i)\s(?:of\s(?:the\s|all\s|our\s)?[\w’'-]+(?:\s[\w’'-]+)?\s)?(?:got|received|saw|were\s(?:shown|assigned|sent|given|placed|put|left|allocated)|went\sto|(?:were\s|sat\s|are\s)?in)\s(?:the|a|an|no)\b"
)
_GROUPS = re.compile(
    r"(?i)\b(?:groups?|arms?|variants?|split|control|treatment|comparison|holdout|sample|test\sset|training\sset)\b"
)
_AVERAGED = re.compile(r"(?i)\b(?:averaged?|average|mean|median)\b")
_OF_ALL = re.compile(
    r"(?i)\s?of\s(?:the\s|all\s)?(?:total|rows|records|entries|observations|data(?:\s?set)?|sample|respondents)\b"
)


def describes_data(reading: Reading, text: str, q: Quantity) -> bool:
    """Return whether a figure says what the data of an analysis are: "92% of readers got the letter", "the lowest rate at 1.4%"."""
    if q.dimension not in ("share", "count", "money", "time") or (q.before is not None and _REST.search(text) is None):
        return False
    near = text[max(0, q.start - _NEAR) : q.start]
    if q.dimension == "share" and (_OF_ALL.match(text, q.number_end) is not None):
        return is_analysis(reading)
    said = " the " in near and _MOST.search(near) is not None
    said = said or (
        q.dimension == "share" and _GOT.match(text, q.number_end) is not None and _GROUPS.search(text) is not None
    )
    said = said or (
        _REST.search(text, max(0, q.start - _NEAR)) is not None
        and (_AVERAGED.search(near) is not None or q.before is not None)
    )
    return said and is_analysis(reading)


_DIMENSION = re.compile(
    r"(?i)(?:(?:[\w-]{1,20}\s)?(?:channel|region|country|state|province|city|town|district|neighbou?rhood|zone|branch|store|shop|department|product|item|service|species|device|browser|source|weekday|gender|sex|age(?:\s(?:group|band))?|plan|"
    r"tariff|payment(?:\smethod)?|method\sof\spayment|contract|room(?:\stype)?|vehicle(?:\stype)?|type|status|genre|brand|supplier|party|occupation|education|season|hour|band|range|kind|variety|breed))(?:\s(?:name|type|id))?s?"
)


def is_table_of_data(reading: Reading, heads: Sequence[str]) -> bool:
    """Return whether a table's heads say that it divides what was analysed: Channel, Bookings, No-shows, Rate.

    In the write-up of an analysis alone; elsewhere such a table may tell what was sold.
    """
    if len(heads) < 3 or _DIMENSION.fullmatch(heads[0].strip(" *_`")) is None:
        return False
    return is_analysis(reading)
