"""The patterns of written amounts, built from units.yaml. Says how they look, not what they come to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from graph.units import Units

_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?|\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+|\d+(?:[.,]\d+)?"


@lru_cache(maxsize=8)
def patterns(units: Units) -> dict[str, re.Pattern[str]]:
    """Return the patterns of single amounts and of what stands around them, by name."""

    def any_of(words: Sequence[str]) -> str:
        return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))

    letters = any_of([*units.magnitude_letters])
    words = any_of([*units.magnitude_words])
    single = any_of([w for w in units.number_words if w not in ("one",)])
    tens = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    codes = any_of(
        [code.upper() for code in units.money_words if len(code) == 3 and code.upper() == units.money_words[code]]
    )
    small = any_of([w for w in units.number_words if w not in units.foreign_number_words and " " not in w])
    ones = "one|two|three|four|five|six|seven|eight|nine"
    return {
        "digits": re.compile(
            rf"(?:(?<![\w.,)\]%])(?P<sign>[-−–+](?=\S)|−(?=\s?\d))\s?)?(?P<cur>{any_of([*units.symbols])}|\b(?:{codes})(?=\s?\d))?\s?(?P<num>{_NUMBER})(?:(?P<mag>{letters})(?![A-Za-zÀ-ÿ])|[\s\u00a0](?P<magm>k|K|M|Md)(?=\s?[€£$])|[\s-]?(?P<magw>(?i:{words}))(?![A-Za-zÀ-ÿ]))?(?P<plus>\s?\+(?!\+))?"
        ),
        "words": re.compile(
            rf"\b(?P<w>(?i:(?:{tens})[-\s](?:{ones})|{single}|one))\b(?:[\s-](?P<magw>(?i:hundred|{words}))\b)?",
            re.ASCII,
        ),
        "fractions": re.compile(
            rf"\b(?P<w>(?i:{any_of([*units.fractions])}))\b(?=\s+(?:of|the|as|less|fewer|more|faster)\b|[.,;)]|$|\s*$)"
        ),
        "factors": re.compile(rf"\b(?P<w>(?i:{any_of([*units.factor_words])}))\b"),
        "halvings": re.compile(rf"\b(?P<w>(?i:{any_of([*units.halvings])}))\b"),
        "any": re.compile(
            rf"(?i)\d|\b(?:{any_of([*units.fractions, *units.factor_words, *units.halvings, *units.number_words])}|"
            rf"{tens}|an?\s+(?:second|minute|hour|day|week|month|quarter|year))\b"
        ),
        "article": re.compile(r"(?<=\s)(?P<w>(?i:an?))\s+(?=(?:second|minute|hour|day|week|month|quarter|year)\b)"),
        "scores": re.compile(
            r"(?<![\w.,/:])(?P<num>\d{1,3}(?:[.,]\d{1,2})?)\s?(?:/|out of)\s?(?P<of>5|10|100)(?:[.,]0)?\b(?![/.,:]\d)(?:\s?stars)?"
        ),
        "portions": re.compile(
            rf"(?<![\w.,/:$€£-])(?P<a>\d{{1,3}}|(?i:{small}))\s+(?P<how>in|out\s+of)\s+(?:every\s+)?(?P<b>\d{{1,4}}|(?i:{small}))\b(?![.,:/]\d|%)"
        ),
        "parts": re.compile(
            rf"(?<![\w.,/:$€£-])(?P<a>\d{{1,3}}(?:,\d{{3}})*|(?i:{small}))\s+of\s+(?:(?:(?:the|our|its|their|all|these|those|my)\s+)?(?P<b>\d{{1,3}}(?:,\d{{3}})*|(?i:{small}))\b(?![.,:/]\d|%)|(?P<them>them|which|whom|these|those)\b)"
        ),
        "share": re.compile(rf"\s?-?(?P<u>{any_of([*units.shares])})(?![A-Za-z])"),
        "ratio": re.compile(
            r"\s?(?P<u>[xX×])(?![A-Za-z0-9])|-?\s?(?P<f>fold)\b|\s(?P<t>times)(?=\s+(?:as|faster|more|higher|larger|bigger|the|better|cheaper|fewer|less|lower|smaller)\b)"
        ),
        "physical": re.compile(
            rf"(?:[ \t\u00a0\u202f]?|[ \t]{{0,60}}+\n[ \t]{{0,60}}+|-)(?P<u>{any_of([*units.physical])})(?![A-Za-zÀ-ÿ0-9’'])"
        ),
        "rates": re.compile(rf"\s?(?P<u>{any_of([*units.rates])})\b"),
        "money": re.compile(
            rf"\s?(?P<s>{any_of([*units.symbols])})(?![A-Za-z0-9])|(?:\s?|\s(?:d[’']|de\s|di\s))(?P<u>(?i:{any_of([*units.money_words])}))\b"
        ),
        "comparator": re.compile(rf"(?<![\w-])(?P<c>(?i:{any_of([*units.comparators])}))\s*$"),
        "period": re.compile(rf"\s{{0,60}}+(?P<p>(?i:{any_of([*units.periods])}))(?![\w-])(?!\s+ago)"),
    }
