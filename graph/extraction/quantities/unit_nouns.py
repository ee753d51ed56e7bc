"""Finds the noun that a number counts: "17M+ active users" counts users. English word order; knows no vocabulary of nouns."""

from __future__ import annotations

import re
from dataclasses import dataclass

_WORD = re.compile(r"[\s\u00a0]{1,60}+([A-Za-zÀ-ÿ][\w’'&.+#]*(?:-[\w’'+#]+|/[A-Z]\w*)*)")
_STOP = frozenset(
    "a about above across after all along also although an and are as at be because before below between but by can each ended enabling every few for from had has have he her his how "
    "if in including into is it its less made making more most my nor of off on one onto or our out over own per plus resulting same she since so than that the their them then there these "
    "they this those through thus to toward under until up using via was we were when where whether which while who whose will with within without worth would yet you your "
    "und mit für der die das in von pro et de des du la le les en por con para y e do da di per "
    "faster slower higher lower better cheaper quicker larger smaller bigger fewer ago later earlier old away long late early respectively annually daily weekly monthly yearly hourly".split()
)
_MORE = re.compile(r"\smore(?=\s(?!than\b)[a-z])")
# Singular in form although many are meant.
_COLLECTIVE = frozenset(
    "fte people staff personnel children men women data software traffic headcount folk police equipment mice criteria media".split()
)
_NOT_PLURAL = frozenset(
    "across always plus less process business access progress address success status basis analysis this its his was has is as us thus various previous serious status campus bonus virus class press loss "
    "cross gross stress focus versus corpus chaos gas series news aws ios".split()
)
_VERB_S = frozenset("uses runs takes makes gives goes does serves handles needs gets lets shows helps".split())


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """The words from a number to the noun that it counts."""

    start: int
    end: int
    unit: str
    """The noun in lower case, with at most one word before it: "active users"."""
    plural: bool


def is_plural(word: str) -> bool:
    """Return whether an English word looks like a plural noun."""
    low = word.casefold().rstrip("’'")
    if low.endswith(("'s", "’s")):
        return False
    # "SKUs", "PRs": letters with a small s behind.
    if len(word) > 2 and word.endswith("s") and word[:-1].isupper():
        return True
    if low in _COLLECTIVE:
        return True
    return (
        len(low) > 3
        and low.endswith("s")
        and not low.endswith(("ss", "us", "is", "ous"))
        and low not in _NOT_PLURAL
        and low not in _VERB_S
    )


def noun_after(text: str, end: int, *, one: bool = False) -> NounPhrase | None:
    """Return the phrase that the number ending at `end` counts, or None. Behind "1" (`one`) the noun is singular.

    The first plural within five words is the noun; else, directly behind a hyphen ("40-database plan"), a singular one.
    """
    hyphened = re.match(r"[-‑]([A-Za-z]{3,}(?:-[A-Za-z]+)?)", text[end : end + 40])
    if hyphened:
        noun = hyphened[1].casefold().split("-")[-1]
        return NounPhrase(end + 1, end + hyphened.end(), noun if noun.endswith("s") else plural(noun), False)
    more = _MORE.match(text, end)  # "caught 4 more certificates"
    position, words = more.end() if more else end, list[tuple[str, int, int]]()
    while len(words) < 5 and (match := _WORD.match(text, position)):
        word = match[1].rstrip(".")
        # A blank line ends any phrase.
        if word.casefold() in _STOP or "\n\n" in match.group() or match.group().count("\n") > 1:
            break
        words.append((word, match.start(1), match.start(1) + len(word)))
        position = match.end()
        if match[1].endswith("."):
            break
        if is_plural(word):
            # "data" and a maker's name may go on: "32 global data centers", "300 Siemens pumps".
            following = _WORD.match(text, position)
            opens = word.casefold() in _COLLECTIVE or word == "sales" or (word[0].isupper() and not word[:-1].isupper())
            if not (opens and following and is_plural(following[1].rstrip("."))):
                break
    if one and words and not is_plural(words[-1][0]):
        word, start, stop = words[0]
        if word == "free" or (word.endswith("ed") and not word.endswith("eed")):
            return None  # "1 archived", "Wave 1 finished", "get 1 free"
        return NounPhrase(start, stop, plural(word.casefold()), False)
    if not words or not is_plural(words[-1][0]):
        return None
    first = (
        words[-2:]
        # "25 A/B tests": a slash in a unit parts it from its period.
        if len(words) > 1 and not re.search(r"(?:ed|ing|ly|ive|al|ous|ent|ic)$|/", words[-2][0].casefold())
        else words[-1:]
    )
    if len(words) > 1 and words[-2][0].casefold() == "active":
        first = words[-2:]
    return NounPhrase(words[0][1], words[-1][2], " ".join(w.casefold() for w, _, _ in first).replace("/", " "), True)


def plural(noun: str) -> str:
    """Return the plural of a regular English noun; a plural stays."""
    if is_plural(noun):
        return noun
    if noun == "person":
        return "people"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")
