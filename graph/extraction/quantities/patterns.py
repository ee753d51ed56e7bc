"""The patterns of written amounts, built from units.yaml. Says how they look, not what they come to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from graph.alternation import alternation
from graph.extraction.quantities.model_scores import MODEL_SCORES
from graph.extraction.quantities.ranks import RANKS
from graph.units import Units

# "85 000 EUR", "12 500 demandes": groups parted by spaces, which English writes with a currency or twice over only.
_SPACED = r"(?<![\w.,/:-])[1-9]\d{0,2}(?: \d{3}){2,3}(?![\d.,]*\d)|(?<![\w.,/:-])[1-9]\d{0,2} \d{3}(?=\s?(?:€|EUR\b|CHF\b|SEK\b|NOK\b|DKK\b|PLN\b|euros?\b|kr\b|zł|Kč|Ft\b|₽))|(?<![\w.,/:-])[1-9]\d{0,2} \d{3}(?=\s(?:[a-z-]+\s)?[a-z]{3,}s\b)"
_SPACED_ABROAD = r"(?<![\w.,/:-])[1-9]\d{0,2}(?: \d{3}){1,3}(?![\d.,]*\d)"
_NUMBER = r"\d{1,3}(?:[’']\d{3})+(?:\.\d+)?(?!\d)|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?|\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+|\d+(?:[.,]\d+)?"


_ABROAD = re.compile(r"(?:ein|einem|zwei|drei|un|una|deux|dos|due|een|twee|um)\s")


TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


@lru_cache(maxsize=8)
def patterns(units: Units) -> dict[str, re.Pattern[str]]:
    """Return the patterns of single amounts and of what stands around them, by name."""

    def in_any_case(words: Iterable[str]) -> str:
        return alternation(words, ignore_case=True)

    letters = alternation(units.magnitude_letters)
    words = in_any_case(units.magnitude_words)
    single = in_any_case(w for w in units.number_words if w != "one")
    tens = "|".join(TENS)
    codes = alternation(
        code.upper() for code in units.money_words if len(code) == 3 and code.upper() == units.money_words[code]
    )
    small = in_any_case(w for w in units.number_words if w not in units.foreign_number_words and " " not in w)
    ones = "one|two|three|four|five|six|seven|eight|nine"
    halves = in_any_case([*units.halvings]).replace(r"\ ", r"\s")
    parts = in_any_case([*units.fractions]).replace(r"\ ", r"\s")

    signs = alternation(symbol for symbol in units.symbols if not symbol.isalpha())
    lettered = alternation(symbol for symbol in units.symbols if symbol.isalpha())

    abroad = in_any_case(w for w in units.fractions if _ABROAD.match(w)).replace(r"\ ", r"\s")

    def digits(number: str) -> re.Pattern[str]:
        return re.compile(
            rf"(?:(?<![\w.,)\]%])(?P<sign>[-−–+](?=\S)|−(?=\s?\d))\s?)?(?P<cur>{signs}|(?<![^\W\d_]){lettered}|\b(?:{codes})(?=\s?\d))?\s?(?P<num>{number})(?:(?P<mag>{letters})(?![A-Za-zÀ-ÿ])|[\s\u00a0](?P<magm>k|K|M|Md)(?=\s?[€£$])|(?:[\s-]|\n[ \t]{{1,8}})?(?P<magw>{words})(?![A-Za-zÀ-ÿ]))?(?P<plus>\s?\+(?!\+))?"
        )

    return {
        "digits": digits(f"{_SPACED}|{_NUMBER}"),
        "digits abroad": digits(f"{_SPACED_ABROAD}|{_NUMBER}"),
        "words": re.compile(
            rf"\b(?P<w>(?i:(?:{tens})[-\s](?:{ones}))|{single}|(?i:one))\b(?P<half>\s(?i:and\sa\shalf|einhalb|et\sdemie?|y\smedi[oa]|e\smezz[oa])\b)?(?:[\s-](?P<magw>(?:(?i:hundred)|{words}))\b)?",
            re.ASCII,
        ),
        "fractions": re.compile(
            rf"\b(?P<w>(?:{abroad})(?!\s(?:d[’']heure|de\shora|d[’']ora|uur)\b)|{parts}(?=\s+(?:of|the|as|less|fewer|more|faster|cheaper|shorter|lower|higher|smaller|quicker|and|in|within|after|over|since|while|when|because|to|with|by|through|during|across|year|every|each|per|thanks|"
            rf"weniger|mehr|der|des|von|moins|plus|de|menos|más|del|meno|più|di|minder|meer|van)\b|[.,;)]|$|\s*$))\b"
        ),
        "factors": re.compile(rf"\b(?P<w>{in_any_case(units.factor_words)})\b"),
        "halvings": re.compile(rf"\b(?P<w>{halves})\b"),
        "any word": re.compile(
            rf"\b(?:{in_any_case([*units.fractions, *units.factor_words, *units.halvings, *units.number_words, *TENS])}|"
            rf"(?i:an?\s+(?:second|minute|hour|day|week|month|quarter|year)|once|twice))\b"
        ),
        "ranks": RANKS,
        "model scores": MODEL_SCORES,
        "frequencies": re.compile(
            r"(?i)\b(?P<w>once|twice)(?=\s(?:an?|per|each|every)\s(?:day|week|month|quarter|year|hour|shift)\b)"
        ),
        "article": re.compile(
            r"(?<=\s)(?P<w>(?i:half\san?|an?))\s+(?=(?:second|minute|hour|day|week|month|quarter|year)\b)"
        ),
        "scores": re.compile(
            r"(?<![\w.,/:])(?P<num>\d{1,3}(?:[.,]\d{1,2})?)(?:\s?(?:/|out of)\s?|\s(?:av|von|sur|van|su|de)\s)(?P<of>5|10|100)(?:[.,]0)?\b(?![/.,:]\d)(?:\s?stars)?"
        ),
        "portions": re.compile(
            rf"(?<![\w.,/:$€£-])(?P<a>\d{{1,3}}|{small})\s+(?P<how>in|out\s+of)\s+(?:every\s+)?(?P<b>\d{{1,3}}(?:,\d{{3}})+|\d{{1,4}}|(?:{small}|an?)\s(?i:hundred|thousand)|{small})\b(?![.,:/]\d|%)"
        ),
        "parts": re.compile(
            rf"(?<![\w.,/:$€£-])(?P<a>\d{{1,3}}(?:,\d{{3}})*|{small})\s+of\s+(?:(?:(?:the|our|its|their|all|these|those|my)\s+)?(?P<b>\d{{1,3}}(?:,\d{{3}})*|{small})\b(?![.,:/]\d|%)|(?P<them>them|which|whom|these|those)\b)"
        ),
        "share": re.compile(rf"\s?-?(?P<u>{alternation(units.shares)})(?![A-Za-z])"),
        "ratio": re.compile(
            r"\s?(?P<u>[xX×])(?![A-Za-z0-9])|-?\s?(?P<f>fold)\b|\s(?P<t>times)(?=\s+(?:as|faster|more|higher|larger|bigger|the|better|cheaper|fewer|less|lower|smaller)\b)"
        ),
        "physical": re.compile(
            rf"(?:[ \t\u00a0\u202f]?|[ \t]{{0,60}}+\n[ \t]{{0,60}}+|-)(?P<u>{alternation(units.physical)})(?![A-Za-zÀ-ÿ0-9’'])"
        ),
        "rates": re.compile(rf"\s?(?P<u>{alternation(units.rates)})\b"),
        "money": re.compile(
            rf"\s?(?P<s>{alternation(units.symbols)})(?![A-Za-z0-9])|(?:\s?|\s(?:d[’']|de\s|di\s))(?P<u>{in_any_case(units.money_words)})\b"
        ),
        "comparator": re.compile(rf"(?<![\w-])(?P<c>{in_any_case(units.comparators)})\s*$"),
        "period": re.compile(rf"\s{{0,60}}+(?P<p>{in_any_case(units.periods)})(?![\w-])(?!\s+ago)"),
    }
