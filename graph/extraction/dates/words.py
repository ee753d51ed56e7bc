"""The words of dates in many languages: months, seasons, words between two dates, words for now. Reads no text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from babel.dates import get_month_names

from graph.extraction.career_words import words_of

FIRST_YEAR, LAST_YEAR = 1950, 2049
LANGUAGES = words_of("en de fr es pt it nl sv da nb fi pl cs tr ru uk ro hu el id ca")
YEAR = r"(?:19[5-9]\d|20[0-4]\d)"
DASH = r"(?:&[nm]dash;|[-–—]{1,3}>|={1,2}>|-{1,3}|[–—‒―−~～→⟶➝➔])"
SEASONS = words_of(
    """
    spring summer autumn fall winter frühjahr frühling sommer herbst printemps été automne hiver primavera verano
    summers étés veranos rentrée
    wiosna lato jesień zima vår våren sommar sommaren höst hösten vinter vintern sommeren høst forår efterår
    otoño invierno verão outono inverno estate autunno lente zomer herfst
    """
)
# Besides dashes: words that stand between the two dates of a period.
JOINING = words_of(
    "to | until | till | thru | through | bis | bis zum | à | au | a | ad | al | hasta | até | fino | tot | t/m | tot en met | t.o.m. | till och med | "
    "til | til og med | do | до | по", "|"
)  # fmt: skip
SINCE = words_of("since seit ab depuis desde dal sinds sedan siden od с")
UNTIL = words_of("until till through thru bis jusqu'à hasta até fino tot до")
PRESENT = words_of(
    """
    present | the present | to date | onwards | onward | till date | now | current | currently | currently employed | currently working | currently enrolled | today | date | ongoing | heute | jetzt | laufend | aktuell
    | present day | the present day | still there | ce jour | à ce jour | aujourd'hui | aujourd’hui | présent | maintenant | en cours | actualidad | la fecha | hoy en día | à data | a data | até à data | até o momento | até hoje | até agora | o presente | tutt'oggi | tutt’oggi | dato | chwili obecnej | aktualnie | la actualidad | presente |
    el presente | actualmente | hoy | en curso | em curso | em andamento | atual | atualmente | o momento | hoje | oggi | attuale | ad oggi | in corso
    | heden | nu | nå | nåværende | idag | i dag | pågående | tillsvidare | tills vidare | obecnie | teraz | nadal | dziś | současnost | dosud
    | actual | nuvarande | nyní | současnosti | trvá | devam | devam etmekte | по настоящее время | по н.в. | по сей день | nyt | nykyinen | настоящее время | н.в. | наст. время | сейчас | теперішній час | дотепер | bugün | halen |
    günümüz | devam ediyor | σήμερα | παρόν | prezent | jelenleg | sekarang | avui | actualitat | 至今 | 現在 | 현재
    """,
    "|",
)
# How early or late in a year: only the year is certain.
PARTS_OF_YEAR = words_of(
    """
    early | mid | late | anfang | mitte | ende | début | mi | fin | principios de | mediados de | finales de | inizio | metà | fine |
    início de | meados de | final de | begin | medio | eind | början av | slutet av | początek | koniec
    """,
    "|",
)
# Months' names that are also words of running text: accepted with a capital or a full stop only.
WORDS_TOO = frozenset(words_of("ago lip maj out set tam"))


_FURTHER_NAMES: Mapping[str, int] = {
    "sept": 9, "fév": 2, "fev": 2, "fevrier": 2, "aout": 8, "decembre": 12, "maerz": 3, "juill": 7,
    "фев": 2, "сен": 9, "feburary": 2, "febuary": 2, "januray": 1, "septemeber": 9,
}  # fmt: skip
"""Names of months as people write them beside CLDR's: without accents, shorter, or with a common slip."""


@lru_cache(maxsize=1)
def month_names() -> Mapping[str, int]:
    """Return each name and abbreviation of a month, casefolded and without full stop, in the languages of LANGUAGES.

    A name that means different months in two languages is left to the first of them.
    """
    names: dict[str, int] = {}
    for language in LANGUAGES:
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for month, name in get_month_names(width, context, language).items():
                    plain = re.sub(r"^(?:de |d[’'])", "", name).rstrip(".").casefold()
                    if len(plain) > 2 and plain.replace("’", "").isalpha():
                        names.setdefault(plain, int(month))
    for name, month in _FURTHER_NAMES.items():
        names.setdefault(name, month)
    return names
