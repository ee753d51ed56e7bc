"""What a figure says itself that it is of: a time, an amount of data, a group, a share with a name, an income."""

from __future__ import annotations

import re

from graph.extraction.outcomes.label_edges import until_end
from graph.extraction.quantities.quantity import Quantity
from graph.vocabulary import WorkWords

_OF = re.compile(
    r"(?i)\A\s(?:of|worth\sof|von|de|di|van|av)\s(?P<x>[^\W\d][^.;:,()]*)|\A\s?d[’'](?P<y>[^\W\d][^.;:,()]*)"
)
_GROUP_OF = re.compile(
    r"(?i)(?P<x>(?:(?!(?:a|an|the|our|my|in|to|with|of|for|and)\s)(?<![\w-])[^\W\d_][\w-]{0,30}\s)?(?<![\w-])(?:team|group|crew|squad|brigade|staff|équipe|equip[eoa]|squadra|gruppo|gruppe|grupo|groupe|zespół|ploeg))s?(?:\s(?:of|von|de|di|van|à|mit)|\s?\(|:)\s?(?:about\s|some\s|around\s|over\s|up\sto\s|rund\s|bis\szu\s|jusqu[’']à\s)?$"
)
_GROUP_BEHIND = re.compile(r"(?i)\A[\s-](?:strong\s)?(?P<x>team|crew|squad|brigade)s?\b")
_PEOPLE = re.compile(
    r"(?i)(?:people|persons?|members|personen|leuten?|personas|pessoas|personnes|persone|osób|personer|mensen)"
)
_RISEN = re.compile(
    r"(?i)(?<!\d)\d[\d.,]{0,12}\s?(?:%|[^\W\d_]{1,8})?\sof\s(?:all\s|the\s|our\s)?(?P<x>[^\d,;:()]{2,60}?),?\s(?:up|down|from|against|versus|instead)\b"
)


def of_what(left: str, right: str, quantity: Quantity, words: WorkWords) -> str | None:
    """ "two weeks of on-call", "2 TB of harbour noise"."""
    if quantity.dimension not in ("time", "data") or quantity.before is not None:
        return None
    found = _OF.match(right)
    return until_end(found["x"] or found["y"]) if found else None


def group(left: str, right: str, quantity: Quantity, words: WorkWords) -> str | None:
    """ "a remote team of 8": the group, where those in it have no name."""
    if quantity.dimension != "count":
        return None
    if quantity.noun is not None and not _PEOPLE.fullmatch(quantity.unit):
        return None
    found = _GROUP_OF.search(left[-60:]) or _GROUP_BEHIND.match(right)
    return found["x"] if found else None


def within_change(written: str) -> str:
    """Return what the words between two figures of a change name: "41% of cancelled slots, up from 18%"; else nothing."""
    found = _RISEN.search(written)
    return until_end(found["x"]) if found else ""


def named_share(left: str, right: str, quantity: Quantity, words: WorkWords) -> str | None:
    """ "kept the control room at 99.95 % uptime": the share names itself."""
    found = re.match(
        r"(?i)\A\s*+(?P<x>uptime|availability|accuracy|attendance|occupancy|test coverage|code coverage|coverage|retention|satisfaction)\b",
        right,
    )
    return found["x"] if found and quantity.dimension == "share" else None


_INCOME = re.compile(
    r"(?i)\A\s(?:in\s)?(?P<x>(?:(?:annual|monthly|yearly|recurring|quarterly|net|gross|new)\s){0,3}(?:revenue|sales|arr|mrr|turnover|profit|ebitda|gmv|bookings|income|pipeline))\b"
)


def named_income(left: str, right: str, quantity: Quantity, words: WorkWords) -> str | None:
    """ "grew the company to €2.4M annual revenue": the money names itself."""
    found = _INCOME.match(right) if quantity.dimension == "money" else None
    return found["x"] if found else None
