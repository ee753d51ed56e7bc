"""Says whether what a figure measures went up or down, by the words around it. What it measures is labels.py's."""

from __future__ import annotations

import re

from graph.extraction.outcomes.change_stems import DECREASE_STEMS, INCREASE_STEMS
from graph.extraction.outcomes.labels import near
from graph.extraction.quantities.quantity import Quantity
from graph.vocabulary import WorkWords

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
# Right before the figure, by themselves: "down 45 %", "was up by a third", "under by 3".
_DOWN_BEFORE = re.compile(
    r"(?i)\b(?:down|lower|less|off|shorter|smaller|cheaper|earlier|below|en\s+baisse|weniger|minus)\s+(?:by|to|de|um|per\s+\w+)?\s*(?:about|around|roughly|nearly|almost|some|a|an|~|more\s+than|over)?\s*$"
)
_UP_BEFORE = re.compile(
    r"(?i)(?:\b(?:up|higher|longer|larger|bigger|en\s+hausse)\s+(?:by|de|um)|\b(?:is|are|was|were|went|be|been|of\s+\w+|\w+s|better)\s+up)\s*(?:about|around|roughly|nearly|almost|some|a|an|~|more\s+than|over)?\s*$"
)
# "RevPAR up 11%"; "up to 11%" is a comparator and no part of the clause.
_UP_ALONE = re.compile(r"(?i)(?:^|\w\s+)up\s+(?:about\s+|around\s+|~)?$")
# "Set up 600 litres": no change.
_PHRASAL = re.compile(
    r"(?i)\b(?:\w+ed|\w+ing|set|built|took|put|made|gave|wrote|held|kept|sold|bought|drew|brought|hung|dug|cut|freed?|save|add|take|make|use|pick|sum|give)\s+up\s+(?:about\s+|around\s+|~)?$"
)
# Right behind the figure: "2 days earlier", "£150,000 under budget", "3 hours saved", "1.4 times as many".
_DOWN_AFTER = re.compile(
    r"(?i)\s{0,60}+(?:early|ahead\s+of\s+(?:plan|schedule|time|deadline)|before\s+(?:the\s+)?deadline|below\s+(?:the\s+)?(?:\w+\s+)?(?:price|estimate|tender|limit|target\s+cost)|früher|plus\s+tôt|antes\s+de\s+lo\s+previsto|in\s+anticipo|eerder|earlier|sooner|quicker|faster|shorter|less|fewer|lower|cheaper|smaller|lighter|cooler|colder|quieter|(?:under|onder|unter|sous|bajo|sotto)\s+(?:the\s+|het\s+|dem\s+|le\s+|el\s+|il\s+)?budget|under\s*(?=[.,;)]|$)|below\s+(?:the\s+)?budget|(?:were\s+|was\s+)?saved|off\b|as\s+few|down\b(?!time)|gespart|eingespart|weniger|minder|gagn[ée]\w*|(?:d[eu]s?\s\w+\s)?en\s+moins|de\s+moins|menos|(?:d[ei](?:l|lle)?\s\w+\s)?in\s+meno|menor|m[aá]i?s\s+(?:bai?x\w|baj[oa]s?|barat[oa]s?|rápid[oa]s?|cort[oa]s?|curt[oa]s?)|minore|(?:geringer|niedriger|kürzer|günstiger|billiger|schneller)(?:e[nrs]?)?|lägre|färre|kortare|billigare|snabbare|korter|goedkoper|sneller)\b"
)
_UP_AFTER = re.compile(
    r"(?i)\s{0,60}+(?:over\s+budget|as\s+(?:many|much|fast|quickly|often|large|big|high|good|long|productive)|additional|extra|further|longer|higher|warmer|over\s+(?:quota|target|plan)|above\s+(?:quota|target|plan|norm|average|budget)|mehr|de\s+plus|más(?!\s+(?:baj|barat|rápid|cort))|di\s+più|maior|mayor|höher(?:e[nrs]?)?|högre|fler|hoger)\b"
)
_SAVES = re.compile(
    r"(?i)\b(?:sav(?:e|es|ed|ing)|spar(?:t|te|en)|ahorr\w{1,5}|économis\w{1,5}|gagn\w{1,4}|risparmi\w{1,4}|bespaard?e?n?|poup\w{1,4}|frees?|freed|freeing|shaved?|shaving)\b(?:\s+[\w’'-]+){0,6}\s*$"
)
_MONEY_DOWN = re.compile(
    r"(?i)\b(?:savings?|saved|costs?\s+(?:cut|avoided)|einsparung(?:en)?|économies?|ahorros?|risparmi|besparing(?:en)?)\b(?:\s+[\w’'-]+){0,3}\s*$"
)


# "Cut two of our five depots", "threw half of them away"; "1,300 new subscribers"; "saved … in two years".
_GAVE_UP = re.compile(
    r"(?i)\b(?:cut|clos(?:e|ed|ing)|los(?:e|t|ing)|shed|removed?|deleted?|retired?|threw|dropp?(?:ed)?|scrapped|discarded|binned|sold\s+off)\s+(?:about|nearly|over|almost)?\s*$"
)
_NEW = re.compile(
    r"(?:new(?!\s(?:hires?|starters?|joiners?|recruits?|employees|colleagues|staff|teachers|nurses|graduates)\b)|additional|extra|more|neue[nr]?|nouve(?:aux|lles)|nuev[oa]s|nuov[ie]|nieuwe)\s",
    re.IGNORECASE,
)
_FROM_NOTHING = re.compile(
    r"(?i)\bfrom\s(?:nothing|zero|nil|scratch|none)\s(?:up\s)?to\s+(?:about\s+|over\s+|nearly\s+)?$"
)
_GONE = re.compile(
    r"(?i)\s(?:were\s|was\s)?(?:deleted|removed|retired|scrapped|decommissioned|eliminated|thrown\s(?:away|out)|switched\soff|shut\sdown)\b"
)
"""Behind what was counted and is no more: "420 procedures deleted"."""
_WITHIN = re.compile(r"(?i)\b(?:in|within|over|en|sur|innerhalb|binnen|dans)\s*$")
_RAISED = re.compile(r"(?i)\brais(?:e|ed|ing)\s+(?:over|about|nearly|almost|some|another)?\s*$")


_POINTING = {**dict.fromkeys("↓▼⬇↘🔻📉", "decrease"), **dict.fromkeys("↑▲⬆↗🔺📈", "increase")}


def pointed(before: str, after: str, quantity: Quantity) -> str:
    """Return the direction of an arrow right before or behind a figure that is no count: "↓ 30%", "18% ▲"; empty without one."""
    if quantity.dimension == "count":
        return ""
    ahead, behind = before[-6:].rstrip(" \ufe0f*(")[-1:], after[:6].lstrip(" \ufe0f*)")[:1]
    return _POINTING.get(ahead) or _POINTING.get(behind) or ""


def find_direction(sentence: str, quantity: Quantity, words: WorkWords) -> str:
    """Return `decrease`, `increase` or `none`: what became of the measured thing, by the words nearest to the figure."""
    if quantity.before is not None and quantity.after is not None:
        return _named(quantity.after - quantity.before)
    if quantity.form == "halvings" or quantity.sign == "-":
        return "decrease"
    if quantity.form == "factors" and sentence[quantity.number_start : quantity.number_end].casefold().endswith("fold"):
        # "reduced reagent use threefold"
        return _ahead(near(sentence, quantity)[0], quantity, words) or "increase"
    if quantity.sign == "+" or quantity.form == "factors":
        return "increase"
    if quantity.dimension == "score":
        return "none"
    left, right = near(sentence, quantity)
    if arrow := pointed(left, right, quantity):
        return arrow
    if quantity.dimension == "money" and (
        _RAISED.search(left) or re.match(r"\A\s*of\s+(?:my\s+|our\s+)?savings\b", right)
    ):
        # Money that is raised or saved up is no change of it.
        return "none"
    return (
        _beside(sentence, left, right, quantity)
        or _behind(right, quantity, words)
        or _ahead(left, quantity, words)
        or "none"
    )


def counts_hours(quantity: Quantity) -> bool:
    """Return whether hours of somebody are counted: "40 staff hours"."""
    return quantity.dimension == "count" and quantity.unit.endswith(" hours")


def _named(difference: float) -> str:
    return "decrease" if difference < 0 else "increase" if difference > 0 else "none"


_BEFORE = 80
"""Characters; the words right before a figure are shorter."""


def _beside(sentence: str, left: str, right: str, quantity: Quantity) -> str:
    """Return the direction that the next words on either side give; empty where they say nothing."""
    clause = re.split(r"[.;:!?,(]\s", left)[-1]
    ahead = clause[-_BEFORE:]
    if _DOWN_BEFORE.search(ahead) and not re.search(r"(?i)\bno\s+\w+\s*$", ahead):
        return (
            ""
            if not ahead.rstrip().endswith("down to")
            and quantity.dimension == "count"
            and quantity.comparator in ("<", "<=")
            else "decrease"
        )
    is_up = _UP_ALONE.search(ahead) is not None and (
        quantity.dimension == "share" or (quantity.dimension != "count" and not _PHRASAL.search(ahead))
    )
    if is_up or _UP_BEFORE.search(ahead) or _FROM_NOTHING.search(ahead):
        return "increase"
    if quantity.noun is not None and _GONE.match(sentence, quantity.noun.end):
        return "decrease"
    if quantity.dimension != "ratio" and _DOWN_AFTER.match(right):
        return "decrease"
    if _UP_AFTER.match(right) or (quantity.noun is not None and _UP_AFTER.match(sentence, quantity.noun.start)):
        return "increase"
    if quantity.form in ("parts", "fractions") and _GAVE_UP.search(clause):
        return "decrease"
    if quantity.noun is not None and _NEW.match(sentence, quantity.noun.start):
        return "increase"
    if (
        (quantity.dimension in ("time", "mass", "energy", "volume") or counts_hours(quantity))
        and _SAVES.search(clause)
        and not _WITHIN.search(clause)
    ):
        return "decrease"
    return "decrease" if quantity.dimension == "money" and _MONEY_DOWN.search(clause) else ""


def _behind(right: str, quantity: Quantity, words: WorkWords) -> str:
    # "40% while doubling traffic": what begins another clause says nothing of this figure.
    found = re.match(r"\A(?:\s*+(?!(?:while|whilst|whereas|despite)\b)[\w’'-]++){0,5}", right)
    for word in _WORD.findall((found.group() if found else "").casefold()):
        if word in words.decrease and word not in ("cut", "merging", "down", "off"):
            return "decrease"
        if (word in words.increase and word not in ("up", "added", "more")) or (
            word == "more" and quantity.dimension in ("share", "ratio")
        ):
            return "increase"
        if foreign := _foreign(word):
            return foreign
        if quantity.dimension not in ("share", "ratio", "money"):
            break
    return ""


_WENT = {
    **dict.fromkeys(
        (
            "fell",
            "dropped",
            "declined",
            "shrank",
            "sank",
            "slid",
            "slipped",
            "narrowed",
            "shortened",
            "tumbled",
            "plunged",
            "lost",
            "shed",
        ),
        "decrease",
    ),
    **dict.fromkeys(("rose", "grew", "climbed", "jumped", "soared", "surged", "widened", "increased"), "increase"),
}
"""Verbs right before a figure that say how far something went: "dropped 90 seconds"."""


def _ahead(left: str, quantity: Quantity, words: WorkWords) -> str:
    clause = re.split(r"[.;!?]|,\s(?=\w+ing\b|[A-ZÀ-Þ])|\b(?:while|supporting|serving|for|worth)\b", left)[-1]
    tokens = _WORD.findall(clause.casefold())
    if quantity.dimension not in ("share", "ratio", "money"):
        # A count is changed only where the verb takes it: "scaled to 60k customers", "cut to 3 steps".
        if tokens and quantity.dimension != "count" and tokens[-1] in _WENT:
            return _WENT[tokens[-1]]
        if not tokens or tokens[-1] not in ("to", "by", "from", "um", "auf", "de", "à", "a", "naar", "met", "di"):
            return ""
        tokens = tokens[-8:]
    for word in reversed(tokens):
        if word in words.decrease and word not in ("down", "less", "off"):
            return "decrease"
        if word in words.increase and word not in ("up", "more"):
            return "increase"
        if foreign := _foreign(word):
            return foreign
    return ""


def _foreign(word: str) -> str:
    if DECREASE_STEMS.match(word):
        return "decrease"
    return "increase" if INCREASE_STEMS.match(word) else ""
