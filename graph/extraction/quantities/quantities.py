"""The grammar of figures: finds the amounts of a sentence, ranges and changes as one. What they mean is outcomes/outcomes.py's.

All offsets count from the start of the text that is given.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from graph.extraction.line_words import words_in
from graph.extraction.quantities.forms import FORM_WORDS, FORMS, FORMS_IN_WORDS, READERS
from graph.extraction.quantities.pairs import joined
from graph.extraction.quantities.patterns import TENS, patterns
from graph.extraction.quantities.quantity import Quantity
from graph.extraction.quantities.styles import in_style
from graph.extraction.quantities.writing_styles import ENGLISH, WritingStyle
from graph.units import Units

# Digits in groups with separators other than commas: a telephone or account number.
_PHONE = re.compile(
    r"\+?\(?\d{1,4}\)?(?:[ .\-/]\(?\d{2,4}\)?){2,5}(?!\d)|\+\d{1,3}[ .\-/]\(?\d\)?(?:[ .\-/]\d{2,8}){1,5}(?!\d)"
)
RATES = re.compile(
    r"(?i)rating|\brated?\b|scor(?:e|ed|es|ing)\b|metascore|\bstars?\b|satisf|csat|\bnps\b|reviews?\b|feedback|survey|evaluat|app store|play store|"
    r"\bsus\b|usabil|lighthouse|page ?speed|core web vitals|bewert|zufried|évaluat|satisfac|valorac|valutaz|beoordel|tevred|nöjd|betyg|ocen"
)
"""Words that make a score of "4.6/5"."""
_SCORE = re.compile(
    r"(?i)\b(NPS|net promoter score|CSAT|eNPS|Lighthouse|SUS|AUC|ROC AUC|Metascore|(?:App Store |Play Store |store |average )?rating)\b"
)
_FACTOR = re.compile(
    r"(?i)\b(?:(?:divis|multipli)[ée]e?s?\spar|(?:divid|multiplic)id?[oa]d?[oa]?s?\spor|(?:divis|moltiplicat)[oaie]\sper|(?:geteilt|mal)\sdurch|divided\sby|multiplied\sby|(?:by|with)\sa\sfactor\sof|um\sden\sfaktor|d[’']un\sfacteur|(?:por|en)\sun\sfactor\sde|(?:por|em)\sum\sfator\sde|di\sun\sfattore|met\seen\sfactor)\s+(?:about\s|almost\s|nearly\s)?$"
)
"""Before a number that is a factor: "divisé par trois"."""
_HEADED = re.compile(r"(?i)-?köpfig(?:e[nrs]?)?\s")
"""Behind the number of a "8-köpfiges Team"."""
_GROUP = re.compile(
    r"(?i)\b(?:teams?|group|crew|squad|brigade|workforce|pod|staff|department|unit|chapter|organi[sz]ation|org|cohort|kitchen|newsroom|studio|choir|équipe|equipo|equip[ea]|squadra|mannschaft|abteilung|ploeg|afdeling|zespół)\s+(?:of|di|von|de|van|med|från|à)\s+(?:\w+\s+)?$"
)


_AUDIENCE = re.compile(
    r"(?i)\b(?:audience|readership|viewership|following|community|crowd|population|publikum|public|público|pubblico|publiek)\s(?:of|von|de|di|van)\s(?:about\s|over\s|some\s|nearly\s|more\sthan\s)?$"
)
"""Before a large number: so many people."""


def find_quantities(
    text: str,
    units: Units,
    blocked: Sequence[tuple[int, int]] = (),
    *,
    style: WritingStyle = ENGLISH,
    is_rating: bool = False,
) -> list[Quantity]:
    """Return the figures of a sentence, in order, none overlapping; ranges and changes as one.

    `blocked` are (start, end) spans that hold no figure: dates, names with digits. Versions, ordinals, times,
    counters (4/4, /01), identifiers and bare years are left out. `style` says how the document writes numbers; `is_rating`
    that the words around the text rate something, so that "4.6/5" is a score.
    """
    if not may_hold_figure(text, units):
        return []
    forms, has_words, words = patterns(units), _holds_number_word(text, units), words_in(text)
    blocked = [
        *blocked,
        *(match.span() for match in _PHONE.finditer(text) if sum(char.isdigit() for char in match.group()) >= 9),
    ]
    found: list[Quantity] = []
    taken = bytearray(len(text))
    for start, end in blocked:
        _take(taken, start, end)
    for form in FORMS:
        if form in FORMS_IN_WORDS and not has_words:
            continue
        if form in FORM_WORDS and FORM_WORDS[form].isdisjoint(words) and not (form == "scores" and "/" in text):
            continue
        is_spaced = form == "digits" and style.language != "en"
        for match in forms["digits abroad" if is_spaced else form].finditer(text):
            start, end = match.span()
            if 1 in taken[start:end] or (form == "scores" and not (is_rating or RATES.search(text))):
                continue
            if form == "words" and style.language == "en" and match["w"].casefold() in units.foreign_number_words:
                continue
            if form == "words" and style.language == "pt" and match["w"].casefold() == "dos":
                continue  # "a migração dos servidores": two in Spanish, of the in Portuguese.
            if (read := READERS[form](text, match, units)) is not None:
                found.append(in_style(text, read, style, units))
                _take(taken, read.start, found[-1].end)
    pairs = joined(text, sorted(found, key=lambda q: q.start), units)
    return [_named_score(text, q) for q in pairs if q.form != "frequencies" or q.before is not None]


def tells_change(texts: Iterable[str], units: Units) -> bool:
    """Return whether a figure in one of these sentences was one thing before and is another now."""
    return any(quantity.before is not None for text in texts for quantity in find_quantities(text, units))


def may_hold_figure(text: str, units: Units) -> bool:
    """Return whether a text holds a digit, a number word or "a day": nothing else begins a figure."""
    return _DIGIT.search(text) is not None or _holds_number_word(text, units)


@lru_cache(maxsize=512)  # asked several times about a sentence, one sentence after the other
def _holds_number_word(text: str, units: Units) -> bool:
    if _words_of_numbers(units).isdisjoint(words_in(text)):
        return False
    return patterns(units)["any word"].search(text) is not None


@lru_cache(maxsize=8)
def _words_of_numbers(units: Units) -> frozenset[str]:
    """Return words, casefolded, one of which each number in words holds: of several the longest."""
    listed = [*units.fractions, *units.factor_words, *units.halvings, *units.number_words, *TENS, *_OFTEN]
    return frozenset(max(re.findall(r"\w+", word.casefold()), key=len, default="") for word in listed)


_OFTEN = ("once", "twice", "second", "minute", "hour", "day", "week", "month", "quarter", "year")
"""Words of how often; the periods stand behind "a"."""


_DIGIT = re.compile(r"\d")


def _take(taken: bytearray, start: int, end: int) -> None:
    """Mark the characters from `start` to `end`, as far as there are any."""
    start, end = max(0, start), min(len(taken), end)
    taken[start:end] = b"\1" * max(0, end - start)


# "rose 12 points", "up 14 points": how far something went.
_MOVED = re.compile(
    r"(?i)\b(?:rose|fell|up|down|by|of|gained|lost|dropped|climbed|jumped|slid|sank|grew|slipped|tumbled|plunged|soared|surged|(?:narrow|widen|improv|increas|decreas|declin|rais|lift|lower|reduc|cut|add|boost)\w*)(?:\s[\w-]+){0,4}\s(?:a\s|an\s|another\s)?$"
)


def _named_score(text: str, quantity: Quantity) -> Quantity:
    """Return the quantity with the unit that a word before it gives: "NPS 40 to 62", "a team of 12"."""
    if (
        quantity.dimension == "count"
        and not quantity.unit
        and _FACTOR.search(text[max(0, quantity.start - 20) : quantity.start])
    ):
        return replace(quantity, unit="ratio", dimension="ratio")
    is_points = quantity.dimension == "count" and quantity.unit == "points" and not quantity.scaled
    moved = quantity.sign or _MOVED.search(text[max(0, quantity.start - 60) : quantity.start])
    if is_points and quantity.before is None and moved:
        return replace(quantity, dimension="share", noun=None)
    if quantity.dimension != "count" or (quantity.unit and quantity.unit not in ("points", "nps", "csat")):
        return quantity
    before = text[max(0, quantity.start - 28) : quantity.start]
    # "CSAT 94%, NPS 62": the last name is the figure's.
    named = next(reversed(list(_SCORE.finditer(before))), None) or _SCORE.match(
        text[quantity.end : quantity.end + 24].lstrip()
    )
    if _HEADED.match(text, quantity.number_end):
        return replace(quantity, unit="people")
    # "NPS 40 to 62 in one season": the score is the nearest figure's alone.
    if named and not (named.string is before and re.search(r"\d", before[named.end() :])):
        return replace(quantity, unit=named[1], dimension="score")
    if quantity.scaled and _AUDIENCE.search(before):
        return replace(quantity, unit="people")
    if (not quantity.scaled or quantity.before is not None) and _GROUP.search(before):
        return replace(quantity, unit="people")
    return quantity
