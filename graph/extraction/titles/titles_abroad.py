"""Reads the names of work from bullets in other languages: "Wartungsplanung von Papier auf SAP umgestellt", "Ich habe … gebaut".

English is titles.py's.
"""

from __future__ import annotations

import re

from graph.extraction.career_words import words_of

_CLAUSE_END = re.compile(r"[.,;:(–—]|$")
_PARTICIPLE = re.compile(
    r"(?:(?:um|ein|auf|aus|ab|an|zu|zurück|zusammen|weiter|nach|durch|vor|fertig|neu|über|unter|wieder)?ge\w{2,14}(?:t|en)|\w{3,14}iert|"
    r"(?:ent|er|ver|be|über|wieder)\w{3,12}(?:t|en)|(?:um|ein|auf|aus|ab|an|zu|nach|vor)(?:ent|er|ver|be)\w{3,12}(?:t|en))"
)
"""Forms of German participles, with which a bullet ends that tells what was done."""
_NO_DOING = re.compile(
    r"(?:ge|ver|er|be|ein|ab|re)\w{0,4}(?:senk|sunk|stieg|steiger|höh|ringer|kürz|besser|halt|nomm|treu|arbeit|hör|wes|blieb|duzier|spart|"
    r"gangen|standen|antwort|such|leit|hab)\w{0,4}|(?<!\w)\w{0,30}(?:gesunken|gestiegen|reduziert|verdoppelt|halbiert|geworden|gewesen|mitgearbeitet|beteiligt)"
)
"""Those that change a figure or tell of taking part."""
_PHRASE_END = re.compile(
    r"\s(?:von|vom|auf|mit|in|im|bis|für|nach|durch|bei|an|am|um|zu|zur|zum|aus|über|unter|ohne|komplett|neu|erfolgreich|selbst|gemeinsam)\s"
)
_SMALL = frozenset(words_of("der die das den dem des ein eine einen einer und für von"))


def work_done(text: str) -> tuple[int, int] | None:
    """Return (start, end) of what a German bullet says was done, or None where it does not end in such a participle.

    >>> text = "Lagerplanung von Papier auf Tablets umgestellt"
    >>> text[slice(*work_done(text))]
    'Lagerplanung'
    """
    if not text[:1].isupper():
        return None
    end = _CLAUSE_END.search(text)
    clause = text[: end.start() if end else len(text)].rstrip()
    words = clause.split()
    if not 3 <= len(words) <= 16 or _PARTICIPLE.fullmatch(words[-1]) is None or _NO_DOING.fullmatch(words[-1]):
        return None
    # A German noun stands first; "Der Betrieb wurde …" is a sentence.
    if words[0].casefold() in _SMALL or not any(len(word) > 4 and word[0].isupper() for word in words[:2]):
        return None
    stop = _PHRASE_END.search(f"{clause} ")
    title = clause[: stop.start()] if stop else clause[: clause.rindex(words[-1])].rstrip()
    return (0, len(title)) if 4 <= len(title) <= 80 and not re.search(r"\d", title) else None


_I_HAVE = re.compile(
    r"(?:(?:[Dd]ort|[Hh]ier|[Aa]ußerdem|[Zz]udem|[Dd]abei|[Dd]anach|[Ss]päter)\s)?(?:[Ii]ch\shabe|[Hh]abe\sich|[Ww]ir\shaben|[Hh]aben\swir)\s(?:(?:auch|dort|dafür|dabei|außerdem|zudem|selbst)\s){0,2}"
    r"(?:die|das|den|eine|einen|ein|unsere|unseren|unser|mehrere|neue)\s(?=[\wäöüÄÖÜ-]{3})"
)
"""Opens a sentence that tells at its end what somebody did with a thing."""
_FAR_END = re.compile(
    r"\s(?:von|vom|auf|mit|in|im|bis|nach|durch|bei|beim|an|am|um|aus|über|unter|ohne|komplett|neu|erfolgreich|selbst|gemeinsam)\s"
)
_MOST_WORDS = 24


def work_told(text: str) -> tuple[int, int] | None:
    """Return (start, end) of the thing that a German sentence says "I" or "we" have made or changed, or None.

    >>> text = "Ich habe einen Fahrplan für Nachtbusse mit vier Linien entworfen und eingeführt."
    >>> text[slice(*work_told(text))]
    'Fahrplan für Nachtbusse'
    """
    opened = _I_HAVE.match(text)
    end = _CLAUSE_END.search(text, opened.end()) if opened is not None else None
    if opened is None or end is None:
        return None
    clause = text[opened.end() : end.start()].rstrip()
    words = [*re.finditer(r"\S+", clause)][:_MOST_WORDS]
    done = next((w for w in words[1:] if w.group()[0].islower() and _PARTICIPLE.fullmatch(w.group())), None)
    if done is None or _NO_DOING.fullmatch(done.group()) is not None:
        return None
    stop = _FAR_END.search(clause, 0, done.start())
    title = clause[: stop.start() if stop else done.start()].rstrip()
    if not 4 <= len(title) <= 80 or re.search(r"\d", title) or not re.search(r"(?<!\w)[A-ZÄÖÜ]\w{4}", title):
        return None
    return (opened.end(), opened.end() + len(title))
