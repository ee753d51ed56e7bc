"""The grammar of figures: finds amounts in a sentence and joins them to ranges and changes. What they mean is outcomes.py's.

FORMS is the order in which written forms are tried. All offsets count from the start of the text that is given.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from graph.extraction.unit_nouns import NounPhrase, noun_after, plural
from graph.units import Units


@dataclass(frozen=True, slots=True)
class Quantity:
    """One figure of a text, with its unit as far as the words beside it say so."""

    start: int
    """Offset of the first character, comparator ("over", "~") included."""
    end: int
    """Offset after the last, unit or counted noun included."""
    number_start: int
    number_end: int
    """The digits or number word with its sign, magnitude and attached unit."""
    value: float
    high: float | None = None
    """Upper end of a range, `value` being the lower."""
    comparator: str = "="
    unit: str = ""
    """Canonical unit; for counts the counted noun in lower case; empty where nothing says it."""
    dimension: str = "count"
    """money, time, data, share, ratio, rate, score or count."""
    before: float | None = None
    after: float | None = None
    period: str | None = None
    form: str = "digits"
    """Key of FORMS."""
    scaled: bool = False
    """Written with a magnitude, a plus sign or a thousands separator: surely a count."""
    noun: NounPhrase | None = None
    sign: str = ""
    """`-` or `+` where the figure is written with one."""
    definite: bool = False
    """After "the", "these", "both": refers to known things rather than measures."""


_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?|\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+|\d+(?:[.,]\d+)?"
_BAD_BEFORE = re.compile(r"(?:[\w.,:/#\\&=]|\d[-–]|[A-Za-z][-–])$")
_RANGE_BEFORE = re.compile(r"(?:\d|\d[kKmMbB%]|\d\s?%)\s?[-–—]$")
_BAD_AFTER = re.compile(
    r"[/:]\d|\.\d|(?:st|nd|rd|th)\b|-(?:\d{3,4})-\d|[A-Za-z]*\d[A-Za-z]|@|\s?(?:am|pm|a\.m\.|p\.m\.)\b"
)
# Digits in groups with separators other than commas: a telephone or account number.
_PHONE = re.compile(r"\+?\(?\d{1,4}\)?(?:[ .\-/]\(?\d{2,4}\)?){2,5}(?!\d)")
_SCORE = re.compile(r"(?i)\b(NPS|net promoter score|CSAT|eNPS|Lighthouse)\b")
_GROUP = re.compile(
    r"(?i)\b(?:team|group|crew|squad|staff|department|unit|chapter|organi[sz]ation|org|cohort)\s+of\s+(?:\w+\s+)?$"
)
_YEAR = re.compile(r"(?:19|20)\d\d$")
# "Web 2.0 talks": nobody counts to a point and a zero.
_RELEASE = re.compile(r"\d{1,2}\.0")
_DECADE = re.compile(r"(?:1[5-9]|20)\d0[’']?s\b")
_NAMED = re.compile(
    r"(?:\b(?:version|v|no\.?|number|nr\.?|step|part|chapter|section|page|phase|level|grade|tier|room|floor|suite|act|article|rule|figure|table|top|"
    r"fy|iso|rfc|form|route|class|type|aged?|day|week|year|sprint|season|since|until|in|of|from|gpa:?|q[1-4]|covid)|#)\s*$",
    re.IGNORECASE,
)
_LONE_IN = re.compile(r"\b(?:since|until|in|of|from)\s*$", re.IGNORECASE)


@lru_cache(maxsize=8)
def _patterns(units: Units) -> dict[str, re.Pattern[str]]:
    def any_of(words: Sequence[str]) -> str:
        return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))

    letters = any_of([*units.magnitude_letters])
    words = any_of([*units.magnitude_words])
    single = any_of([w for w in units.number_words if w not in ("one",)])
    tens = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    ones = "one|two|three|four|five|six|seven|eight|nine"
    return {
        "digits": re.compile(
            rf"(?:(?<![\w.,)\]%])(?P<sign>[-−–+])\s?)?(?P<cur>{any_of([*units.symbols])})?\s?(?P<num>{_NUMBER})(?:(?P<mag>{letters})(?![A-Za-zÀ-ÿ])|[\s-]?(?P<magw>(?i:{words}))(?![A-Za-zÀ-ÿ]))?(?P<plus>\s?\+(?!\+))?"
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
        "share": re.compile(rf"\s?-?(?P<u>{any_of([*units.shares])})(?![A-Za-z])"),
        "ratio": re.compile(
            r"\s?(?P<u>[xX×])(?![A-Za-z0-9])|-?\s?(?P<f>fold)\b|\s(?P<t>times)(?=\s+(?:as|faster|more|higher|larger|bigger|the|better|cheaper|fewer|less|lower|smaller)\b)"
        ),
        "physical": re.compile(rf"(?:\s?|-)(?P<u>{any_of([*units.physical])})(?![A-Za-zÀ-ÿ0-9’'])"),
        "rates": re.compile(rf"\s?(?P<u>{any_of([*units.rates])})\b"),
        "money": re.compile(
            rf"\s?(?P<s>{any_of([*units.symbols])})(?![A-Za-z0-9])|\s?(?P<u>(?i:{any_of([*units.money_words])}))\b"
        ),
        "comparator": re.compile(rf"(?<![\w-])(?P<c>(?i:{any_of([*units.comparators])}))\s*$"),
        "period": re.compile(rf"\s*(?P<p>(?i:{any_of([*units.periods])}))(?![\w-])(?!\s+ago)"),
    }


FORMS = ("digits", "fractions", "halvings", "factors", "words", "article")
"""Written forms in the order in which they are tried; an earlier one takes its words from a later one."""


def find_quantities(text: str, units: Units, blocked: Sequence[tuple[int, int]] = ()) -> list[Quantity]:
    """Return the figures of a sentence, in order, none overlapping; ranges and changes as one.

    `blocked` are (start, end) spans that hold no figure: dates, names with digits. Versions, ordinals, times,
    counters (4/4, /01), identifiers and bare years are left out.
    """
    blocked = [
        *blocked,
        *(match.span() for match in _PHONE.finditer(text) if sum(char.isdigit() for char in match.group()) >= 9),
    ]
    if _patterns(units)["any"].search(text) is None:
        return []
    found: list[Quantity] = []
    for form in FORMS:
        for match in _patterns(units)[form].finditer(text):
            start, end = match.span()
            taken = any(a < end and start < b for a, b in blocked) or any(
                q.start < end and start < q.end for q in found
            )
            if not taken and (read := _READ[form](text, match, units)) is not None:
                found.append(read)
    return [_named_score(text, q) for q in _joined(text, sorted(found, key=lambda q: q.start), units)]


def _named_score(text: str, quantity: Quantity) -> Quantity:
    """Return the quantity with the unit that a word before it gives: "NPS 40 to 62", "a team of 12"."""
    if quantity.dimension != "count" or (quantity.unit and quantity.unit not in ("points", "nps", "csat")):
        return quantity
    before = text[max(0, quantity.start - 28) : quantity.start]
    named = _SCORE.search(before) or _SCORE.match(text[quantity.end : quantity.end + 24].lstrip())
    # "NPS 40 to 62 in one season": the score is the nearest figure's alone.
    if named and not (named.string is before and re.search(r"\d", before[named.end() :])):
        return replace(quantity, unit=named[1], dimension="score")
    if not quantity.scaled and _GROUP.search(before):
        return replace(quantity, unit="people")
    return quantity


# ---------------------------------------------------------------- one amount


def _number(written: str) -> float:
    plain = re.sub(r"[\u00a0\u202f\u2009]", "", written)
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", plain):
        plain = plain.replace(",", "")
    elif re.fullmatch(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?", plain):
        plain = plain.replace(".", "").replace(",", ".")
    return float(plain.replace(",", "."))


def _read_digits(text: str, match: re.Match[str], units: Units) -> Quantity | None:
    start = match.start("cur") if match["cur"] else match.start("num")
    sign = "" if match["sign"] is None else "+" if match["sign"] == "+" else "-"
    if sign and re.search(r"\d\s?$", text[: match.start("sign")]):
        sign = ""
    start = match.start("sign") if sign else start
    before, rest = text[max(0, start - 12) : start], text[match.end("num") :]
    if _BAD_BEFORE.search(before.rstrip("~≈") if before.endswith(("~", "≈")) else before) and not _RANGE_BEFORE.search(
        before
    ):
        return None
    if _DECADE.match(match["num"] + rest):
        return None
    score = re.match(r"\s?(?:/|out of)\s?(5|10|100)\b(?!/)(?:\s?stars)?", rest)
    if score is None and _BAD_AFTER.match(rest):
        return None
    scale = units.magnitude_letters.get(match["mag"] or "", 1.0) * units.magnitude_words.get(
        (match["magw"] or "").casefold(), 1.0
    )
    value, end = _number(match["num"]) * scale, match.end()
    scaled = scale > 1 or bool(match["plus"]) or ("," in match["num"] and value >= 1000)
    if score is not None and scale == 1 and not match["cur"]:
        if value > float(score[1]) or not re.search(
            r"(?i)rat|score|star|satisf|csat|review|feedback|survey|evaluat", text
        ):
            return None
        return _finish(
            text,
            units,
            Quantity(
                start,
                match.end("num") + score.end(),
                start,
                match.end("num") + score.end(),
                value,
                unit=f"of {score[1]}",
                dimension="score",
            ),
        )
    quantity = Quantity(start, end, start, end, value, form="digits", scaled=scaled, sign=sign)
    quantity = _with_unit(text, quantity, units, match["cur"])
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
    named = _NAMED.search(before) and not _LONE_IN.search(before)
    if (
        quantity.dimension == "count"
        and not quantity.scaled
        and (_YEAR.match(match["num"]) or named or _RELEASE.fullmatch(match["num"]))
    ):
        return None
    return _finish(text, units, quantity)


def _read_word(text: str, match: re.Match[str], units: Units) -> Quantity | None:
    if text[max(0, match.start() - 1) : match.start()] in ("-", "’", "'") or text[match.end() : match.end() + 1] in (
        "’",
        "'",
    ):
        return None
    word = match["w"].casefold().replace("-", " ")
    value = units.number_words.get(word)
    if value is None:
        parts = word.split()
        value = sum(units.number_words.get(part, 0.0) for part in parts)
    magnitude = (match["magw"] or "").casefold()
    value *= 100.0 if magnitude == "hundred" else units.magnitude_words.get(magnitude, 1.0)
    comparator = "~" if word == "a couple of" else "="
    quantity = Quantity(
        match.start(),
        match.end(),
        match.start(),
        match.end(),
        value,
        form="words",
        comparator=comparator,
        scaled=bool(magnitude),
    )
    return _finish(text, units, _with_unit(text, quantity, units, None))


def _read_article(text: str, match: re.Match[str], units: Units) -> Quantity | None:
    # "over a minute", "from an hour to": an article is a number only behind a comparator or "from".
    before = text[max(0, match.start() - 24) : match.start()]
    if not (_patterns(units)["comparator"].search(before) or re.search(r"(?i)\b(?:from|to|of)\s+$", before)):
        return None
    quantity = Quantity(
        match.start(), match.end(), match.start(), match.start("w") + len(match["w"]), 1.0, form="article"
    )
    return _finish(text, units, _with_unit(text, quantity, units, None))


def _read_fraction(text: str, match: re.Match[str], units: Units) -> Quantity | None:
    value = units.fractions[match["w"].casefold()]
    if match["w"].casefold() == "half" and re.match(r"\s+(?:a|an|the\s+\w+\s+that)\b", text[match.end() :]):
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
    return _finish(text, units, found)


def _read_factor(text: str, match: re.Match[str], units: Units) -> Quantity | None:
    value = units.factor_words[match["w"].casefold()]
    return _finish(
        text, units, Quantity(*match.span(), *match.span(), value, unit="ratio", dimension="ratio", form="factors")
    )


def _read_halving(text: str, match: re.Match[str], units: Units) -> Quantity | None:
    value = units.halvings[match["w"].casefold()]
    return _finish(
        text, units, Quantity(*match.span(), *match.span(), value, unit="percent", dimension="share", form="halvings")
    )


_READ = {
    "digits": _read_digits,
    "words": _read_word,
    "fractions": _read_fraction,
    "factors": _read_factor,
    "halvings": _read_halving,
    "article": _read_article,
}


def _with_unit(text: str, quantity: Quantity, units: Units, currency: str | None) -> Quantity:
    """Return the quantity with the unit that is attached to it or follows it."""
    patterns, end = _patterns(units), quantity.number_end

    def put(unit: str, dimension: str, stop: int) -> Quantity:
        return replace(quantity, unit=unit, dimension=dimension, number_end=stop, end=stop)

    if currency:
        return put(units.symbols[currency], "money", end)
    if match := patterns["share"].match(text, end):
        return put(units.shares[match["u"]], "share", match.end())
    if match := patterns["ratio"].match(text, end):
        return put("ratio", "ratio", match.end())
    if match := patterns["rates"].match(text, end):
        return put(units.rates[match["u"]], "rate", match.end())
    if (match := patterns["physical"].match(text, end)) and not (quantity.scaled and len(match["u"]) == 1):
        return put(*units.physical[match["u"]], match.end())
    if match := patterns["money"].match(text, end):
        return put(
            units.symbols[match["s"]] if match["s"] else units.money_words[match["u"].casefold()], "money", match.end()
        )
    return quantity


def _finish(text: str, units: Units, quantity: Quantity) -> Quantity:
    """Return the quantity with comparator, counted noun and period."""
    patterns = _patterns(units)
    before = text[max(0, quantity.start - 28) : quantity.start]
    if match := patterns["comparator"].search(before):
        sign = units.comparators[match["c"].casefold()]
        strong = quantity.comparator == "=" or (sign in (">", ">=", "<", "<=") and quantity.comparator == "~")
        start = quantity.start - len(before) + match.start("c")
        quantity = replace(quantity, start=start, comparator=sign if strong and sign != "=" else quantity.comparator)
    quantity = replace(
        quantity,
        definite=bool(
            re.search(
                r"(?i)\b(?:the|these|those|its|their|both|which)\s+(?:\w+\s+)?$",
                text[max(0, quantity.start - 20) : quantity.start],
            )
        ),
    )
    end = quantity.number_end
    if match := patterns["period"].match(text, end):
        return replace(quantity, period=units.periods[match["p"].casefold()], end=match.end())
    noun = noun_after(text, end, one=quantity.value == 1 and quantity.form == "digits")
    if noun is not None:
        quantity = replace(quantity, noun=noun)
        if quantity.dimension == "count":
            quantity = replace(quantity, unit=noun.unit, end=noun.end)
        after = patterns["period"].match(text, noun.end)
        if after:
            quantity = replace(
                quantity,
                period=units.periods[after["p"].casefold()],
                end=after.end() if quantity.dimension == "count" else quantity.end,
            )
        elif found := re.match(
            r"(?:\s+[\w-]+){1,2}?\s+(?P<p>daily|weekly|monthly|annually|hourly|nightly|yearly)\b", text[end:]
        ):
            quantity = replace(quantity, period=units.periods[found["p"].casefold()])
    return quantity


# ---------------------------------------------------------------- two amounts


_ARROW = re.compile(r"\s*(?:[A-Za-z][\w-]*\s+){0,2}(?:→|⟶|➔|➜|⇒|->|=>|-->)\s*")
_DASH = re.compile(r"\s?[-–—]\s?")
_TO = re.compile(
    r"(?:\s+[A-Za-z][\w’'/-]*){0,5}?,?\s+(?:down\s+|up\s+)?(?:to|auf|à|a|hasta)\s+(?:just\s+|only\s+)?", re.IGNORECASE
)
_INSTEAD = re.compile(
    r"(?:\s+[A-Za-z][\w’'/-]*){0,4}?,?\s*\(?(?:instead of|rather than|down from|up from|compared (?:to|with)|versus|vs\.?|from|where before it was)\s+|\s*\((?:was|were|previously|formerly|before:?)\s+",
    re.IGNORECASE,
)
_FROM_BEFORE = re.compile(r"\b(?:from|von|de)\s+$", re.IGNORECASE)


def _joined(text: str, found: list[Quantity], units: Units) -> list[Quantity]:
    joined: list[Quantity] = []
    place = 0
    while place < len(found):
        here = found[place]
        pair = _pair(text, here, found[place + 1], units) if place + 1 < len(found) else None
        joined.append(pair or here)
        place += 2 if pair else 1
    return joined


def _pair(text: str, a: Quantity, b: Quantity, units: Units) -> Quantity | None:
    """Return both amounts as one range or change, or None where they are two figures."""
    gap = text[a.number_end : b.start]
    a, b = _as_minutes(text, a, b), _as_minutes(text, b, a)
    has_from = bool(_FROM_BEFORE.search(text[max(0, a.start - 8) : a.start]))
    same = _same_measure(a, b)
    if _DASH.fullmatch(gap) and same and b.value > a.value * 0.5:
        return _range(a, b)
    if _ARROW.fullmatch(gap) and same:
        return _change(a, b, units)
    if _TO.fullmatch(gap):
        explicit = has_from or (
            a.dimension not in ("count",)
            and a.dimension == b.dimension
            and re.fullmatch(r"\s+to\s+(?:just\s+|only\s+)?", gap, re.IGNORECASE)
        )
        if (explicit and same) or (has_from and a.dimension == "count"):
            return _change(a, b, units)
        if re.fullmatch(r"\s+to\s+", gap) and a.dimension == "count" and a.noun is None and b.value > a.value:
            if re.search(
                r"(?i)\b(?:nps|csat|score|rating|rose|grew|went|improv\w+|increas\w+|rais\w+|moved|up|lifted|took)\b[^.;]{0,40}$",
                text[: a.start],
            ):
                return _change(a, b, units)
            return _range(a, b)
    if (
        _INSTEAD.fullmatch(gap)
        and same
        and not (
            gap.strip().casefold().endswith("from")
            and not re.search(r"(?i)(?:down|up)\s+from", gap)
            and a.dimension == "share"
        )
    ):
        named = re.match(r"\s+([A-Za-z]{3,})\s", gap)
        unit = (
            a.unit
            or b.unit
            or (
                plural(named[1].casefold())
                if named and named[1].casefold() not in ("instead", "rather", "down", "from")
                else ""
            )
        )
        return replace(
            _change(b, a, units),
            start=a.start,
            end=b.end,
            number_start=a.number_start,
            number_end=b.number_end,
            noun=a.noun,
            unit=unit,
        )
    return None


def _as_minutes(text: str, one: Quantity, other: Quantity) -> Quantity:
    """Return the "25m" of "4h to 25m" as minutes, not millions: the other amount is a time."""
    written = text[one.number_start : one.number_end]
    if other.dimension != "time" or one.dimension != "count" or not re.fullmatch(r"\d{1,3}(?:\.\d+)?m", written):
        return one
    return replace(
        one, value=_tidy(one.value / 1e6), unit="minutes", dimension="time", scaled=False, end=one.number_end, noun=None
    )


def _same_measure(a: Quantity, b: Quantity) -> bool:
    return not a.unit or not b.unit or a.unit == b.unit or a.dimension == b.dimension


def _range(a: Quantity, b: Quantity) -> Quantity:
    low = a.value
    # "10–15k", "$5–7M": the magnitude stands once, behind the upper end.
    if b.scaled and not a.scaled and a.value < 1000 <= b.value:
        for scale in (1e9, 1e6, 1e3):
            if b.value >= scale and a.value * scale <= b.value:
                low = a.value * scale
                break
    unit, dimension = (b.unit, b.dimension) if b.dimension != "count" or b.unit else (a.unit, a.dimension)
    if a.dimension == "money":
        unit, dimension = a.unit, a.dimension
    return replace(
        b,
        start=a.start,
        number_start=a.number_start,
        value=low,
        high=b.value,
        comparator="range",
        unit=unit,
        dimension=dimension,
    )


def _change(a: Quantity, b: Quantity, units: Units) -> Quantity:
    """Return the change from `a` to `b`; its value is what was reached, in the unit of `b`."""
    unit, dimension = (b.unit, b.dimension) if b.unit else (a.unit, a.dimension)
    if dimension == "count" and a.dimension not in ("count",):
        unit, dimension = a.unit, a.dimension
    before = a.value
    if a.unit in units.factors and unit in units.factors:
        before = a.value * units.factors[a.unit] / units.factors[unit]
    return replace(
        b,
        start=a.start,
        number_start=a.number_start,
        before=_tidy(before),
        after=b.value,
        unit=unit,
        dimension=dimension,
        noun=b.noun or a.noun,
        period=b.period or a.period,
        scaled=True,
        definite=False,
    )


def _tidy(value: float) -> float:
    return float(f"{value:.6g}")
