"""The readers of single amounts, one for each written form. What stands around an amount is units.py's."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.extraction.quantities.model_scores import SCORE_WORDS, read_model_score
from graph.extraction.quantities.patterns import patterns
from graph.extraction.quantities.portions import read_part, read_portion, read_score
from graph.extraction.quantities.quantity import Quantity
from graph.extraction.quantities.ranks import counts_rivals, read_rank
from graph.extraction.quantities.surroundings import (
    LONE_IN,
    NAMED,
    YEAR,
    number_of,
)
from graph.extraction.quantities.units import finish, with_unit
from graph.units import Units

FORMS = (
    "ranks",
    "scores",
    "portions",
    "parts",
    "model scores",
    "digits",
    "fractions",
    "halvings",
    "factors",
    "frequencies",
    "words",
    "article",
)
"""Written forms in the order in which they are tried; an earlier one takes its words from a later one."""

FORMS_IN_WORDS = frozenset({"fractions", "halvings", "factors", "frequencies", "words", "article"})
"""Those without a digit."""

FORM_WORDS = {
    "ranks": frozenset({"of", "among", "from", "sur", "de", "von", "di", "su", "van", "av", "unter"}),
    "scores": frozenset({"out", "av", "von", "sur", "van", "su", "de"}),
    "portions": frozenset({"in", "out"}),
    "parts": frozenset({"of"}),
    "model scores": SCORE_WORDS,
    "frequencies": frozenset({"once", "twice"}),
    "article": frozenset({"second", "minute", "hour", "day", "week", "month", "quarter", "year"}),
}
"""Form → words of which it holds one; a score may have a slash instead."""

_BAD_BEFORE = re.compile(r"(?:[\w.,:/#\\&=]|\d[-–]|[A-Za-z][-–])$")
_RANGE_BEFORE = re.compile(r"(?:\d|\d[kKmMbB%]|\d\s?%)\s?[-–—]$")
_BAD_AFTER = re.compile(
    r"[/:]\d|\s?[hH]\s?\d\d\b(?!\s?(?:m|[’']))|\.\d|(?:st|nd|rd|th)\b|-(?:\d{3,4})-\d|[A-Za-z]{0,60}+\d[A-Za-z]|@|\s?(?:am|pm|a\.m\.|p\.m\.)\b"
)
# "Web 2.0 talks": nobody counts to a point and a zero.
_RELEASE = re.compile(r"\d{1,2}\.0")
# "DAU x4": a factor; "1920 x1080" is none.
_TIMES = re.compile(r"[^\W\d_]\s[x×]$")
# "Tickets per 100 users dropped": what is counted, no figure.
_BEHIND_PER = re.compile(r"(?i)\b(?:per|pro|je|pour|por|por\scada|ogni|for\severy|in\severy)\s$")
_ORDINAL_OF = re.compile(r"\d(?:st|nd|rd|th)\s(?:out\s)?of\s(?:the\s)?$")
_DECADE = re.compile(r"(?:1[5-9]|20)\d0[’']?s\b")
# "Pages per week 31 -> 12": the week is no name of a week.
_PER = re.compile(r"(?i)\b(?:per|each|every|a|an|pro|par|por|al|alla|à la)\s+[a-z]+\s*:?\s*$")


def _read_digits(text: str, match: re.Match[str], units: Units) -> Quantity | None:
    start = match.start("cur") if match["cur"] else match.start("num")
    sign = "" if match["sign"] is None else "+" if match["sign"] == "+" else "-"
    if sign and re.search(r"\d\s?$", text[: match.start("sign")]):
        sign = ""
    start = match.start("sign") if sign else start
    before, rest = text[max(0, start - 24) : start], text[match.end("num") :]
    if _TIMES.search(before) and not _BAD_AFTER.match(rest) and re.match(r"(?:[\s.,;)]|$)", rest):
        begin = match.start("num") - 1
        return Quantity(
            begin,
            match.end("num"),
            begin,
            match.end("num"),
            number_of(match["num"]),
            unit="ratio",
            dimension="ratio",
            sign="+",
        )
    if _BAD_BEFORE.search(before.rstrip("~≈") if before.endswith(("~", "≈")) else before) and not _RANGE_BEFORE.search(
        before
    ):
        return None
    # "the 2nd of 3 phases": one of a series.
    if _ORDINAL_OF.search(before) and not counts_rivals(text, match.start("num")):
        return None
    if _DECADE.match(match["num"] + rest):
        return None
    if _BAD_AFTER.match(rest):
        return None
    scale = units.magnitude_letters.get(match["mag"] or "", 1.0) * units.magnitude_words.get(
        (match["magw"] or "").casefold(), 1.0
    )
    scale *= 1e9 if match["magm"] == "Md" else units.magnitude_letters.get(match["magm"] or "", 1.0)
    currency = match["cur"]
    # "CAD 2024": a name and a year.
    if currency not in (None, *units.symbols) and YEAR.match(match["num"]) and scale == 1:
        return None
    value, end = number_of(match["num"]) * scale, match.end()
    scaled = scale > 1 or bool(match["plus"]) or (re.search(r"[, ’']", match["num"]) is not None and value >= 1000)
    quantity = Quantity(start, end, start, end, value, form="digits", scaled=scaled, sign=sign)
    quantity = with_unit(text, quantity, units, currency)
    if match["plus"] or text[quantity.number_end : quantity.number_end + 1] == "+":
        extra = 0 if match["plus"] else 1
        quantity = replace(
            quantity,
            comparator=">=",
            scaled=True,
            end=max(quantity.end, quantity.number_end + extra),
            number_end=quantity.number_end + extra,
        )
    following = text[quantity.number_end : quantity.number_end + 1]
    if following.isalpha() or following == "_":
        return None
    named = NAMED.search(before) and not LONE_IN.search(before) and not _PER.search(before)
    if (
        quantity.dimension == "count"
        and not quantity.scaled
        and (YEAR.match(match["num"]) or named or _RELEASE.fullmatch(match["num"]))
    ):
        return None
    if re.fullmatch(r"10{1,6}", re.sub(r"\D", "", match["num"])) and _BEHIND_PER.search(before):
        return None
    return finish(text, units, quantity)


_PRONOUN = re.compile(r"\s{1,3}(?:that|which|who)\b")
"""Behind a "one" that stands for a thing and counts nothing."""
_PLUS = re.compile(r"[\s-]plus(?=\s{1,3}[a-z])")
"""Behind a number in words: "twelve-plus years"."""


def _read_word(text: str, match: re.Match[str], units: Units) -> Quantity | None:
    if text[max(0, match.start() - 1) : match.start()] in ("-", "’", "'") or text[match.end() : match.end() + 1] in (
        "’",
        "'",
    ):
        return None
    word = match["w"].casefold().replace("-", " ")
    if word == "one" and _PRONOUN.match(text, match.end()):
        return None
    value = units.number_words.get(word)
    if value is None:
        parts = word.split()
        value = sum(units.number_words.get(part, 0.0) for part in parts)
    magnitude = (match["magw"] or "").casefold()
    value += 0.5 if match["half"] else 0.0
    value *= 100.0 if magnitude == "hundred" else units.magnitude_words.get(magnitude, 1.0)
    plus = _PLUS.match(text, match.end())
    comparator = "~" if word == "a couple of" else ">=" if plus else "="
    end = plus.end() if plus else match.end()
    quantity = Quantity(
        match.start(), end, match.start(), end, value, form="words", comparator=comparator, scaled=bool(magnitude)
    )
    return finish(text, units, with_unit(text, quantity, units, None))


def _read_article(text: str, match: re.Match[str], units: Units) -> Quantity | None:
    # "over a minute", "from an hour to": an article is a number only behind a comparator or "from".
    before = text[max(0, match.start() - 24) : match.start()]
    is_half = match["w"].casefold().startswith("half")
    if not is_half and not (
        patterns(units)["comparator"].search(before) or re.search(r"(?i)\b(?:from|to|of)\s+$", before)
    ):
        return None
    quantity = Quantity(
        match.start(),
        match.end(),
        match.start(),
        match.start("w") + len(match["w"]),
        0.5 if is_half else 1.0,
        form="article",
    )
    return finish(text, units, with_unit(text, quantity, units, None))


_IN_TIME = re.compile(
    r"(?i)(?:\b(?:in|within|per|every|each|during|after|for|once|twice|times)|\b(?:\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|twelve)(?:\s[a-z-]{3,20}){1,2})\s$"
)


def _read_fraction(text: str, match: re.Match[str], units: Units) -> Quantity | None:
    value = units.fractions[" ".join(match["w"].casefold().split())]
    if (whole := _PART_OF_TIME.match(text, match.end())) is not None:
        part = Quantity(
            match.start(),
            whole.end(),
            *match.span(),
            value / 100,
            unit=f"{whole['u']}s",
            dimension="time",
            form="fractions",
        )
        return finish(text, units, part)
    # "in one quarter", "within three quarters": a time.
    if (
        match["w"].casefold().endswith(("quarter", "quarters"))
        and _IN_TIME.search(text[max(0, match.start() - 50) : match.start()])
        and not re.match(r"\s(?:of|the)\b", text[match.end() :])
    ):
        return None
    if match["w"].casefold() == "half" and re.match(r"\A\s+(?:a|an|the\s+\w+\s+that)\b", text[match.end() :]):
        return None
    found = Quantity(
        *match.span(),
        *match.span(),
        value,
        unit="percent",
        dimension="share",
        form="fractions",
        comparator="~" if value % 1 else "=",
    )
    return finish(text, units, found)


def _read_factor(text: str, match: re.Match[str], units: Units) -> Quantity | None:
    value = units.factor_words[match["w"].casefold()]
    return finish(
        text, units, Quantity(*match.span(), *match.span(), value, unit="ratio", dimension="ratio", form="factors")
    )


_PART_OF_TIME = re.compile(r"\s{1,3}of\s{1,3}an?\s{1,3}(?P<u>second|minute|hour|day|week|month|year)\b")
"""Behind the fraction of "a quarter of an hour"."""
_OF_TIME = re.compile(r"(?i)\s{1,3}an?\s{1,3}(?:second|minute|hour|day|week|month|year)\b")
"""Behind the half of "in half a day"."""


def _read_halving(text: str, match: re.Match[str], units: Units) -> Quantity | None:
    if match["w"].casefold().endswith("half") and _OF_TIME.match(text, match.end()):
        return None
    value = units.halvings[" ".join(match["w"].casefold().split())]
    return finish(
        text, units, Quantity(*match.span(), *match.span(), value, unit="percent", dimension="share", form="halvings")
    )


def _read_frequency(text: str, match: re.Match[str], units: Units) -> Quantity | None:
    """ "once a quarter": one end of a change; by itself find_quantities leaves it out."""
    times = 1.0 if match["w"].casefold() == "once" else 2.0
    return finish(text, units, Quantity(*match.span(), *match.span(), times, unit="times", form="frequencies"))


READERS = {
    "ranks": lambda text, match, units: read_rank(text, match),
    "scores": read_score,
    "portions": read_portion,
    "parts": read_part,
    "model scores": lambda text, match, units: read_model_score(text, match),
    "digits": _read_digits,
    "frequencies": _read_frequency,
    "words": _read_word,
    "fractions": _read_fraction,
    "factors": _read_factor,
    "halvings": _read_halving,
    "article": _read_article,
}
