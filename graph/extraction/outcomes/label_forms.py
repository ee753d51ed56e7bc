"""The ways in which sentences say what a figure measures, each a reader of the words before and behind it.

FORMS is the order in which they are tried.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from graph.extraction.outcomes.change_stems import changes
from graph.extraction.outcomes.label_abroad import behind_change, foreign, subject_abroad
from graph.extraction.outcomes.label_edges import clean, until_end
from graph.extraction.outcomes.label_objects import group, named_income, named_share, of_what
from graph.extraction.quantities.quantity import Quantity
from graph.vocabulary import WorkWords

_DIGIT = re.compile(r"\d")
_LETTER = re.compile(r"[^\W\d_]")
_NOUN_OF_CHANGE = r"reduction|decrease|increase|improvement|growth|drop|cut|rise|uplift|gain|savings?|lift|boost|decline|jump|speedup|speed-up"
_COMPARATIVE = r"faster|slower|higher|lower|less|more|fewer|cheaper|better|larger|smaller|quicker|shorter|longer"
_INTRANSITIVE = r"dropped|narrowed|widened|slipped|tumbled|plunged|plummeted|soared|surged|fell|rose|grew|went|improved|increased|decreased|declined|climbed|shrank|jumped|came\s+down|came|got|moved|doubled|tripled|slid|sank|reached|hit|stood|stayed|stays|(?:was\s+|were\s+)?(?:cut|reduced|lowered|raised|lifted|shortened|trimmed|brought|boosted|halved|extended|expanded)|is\s+now|are\s+now|averaged|held|(?:(?:is|are|was|were)\s+)?(?:up|down)"
SENTENCE = re.compile(
    r"(?i)\b(?:is|are|was|were|had|have|has|that|which|they|we|it|there|could|would|did|do|when|while)\b"
)
"""Words of a sentence, of which no noun phrase holds any."""


Form = Callable[[str, str, Quantity, WorkWords], "str | None"]


@lru_cache(maxsize=4)
def _verbs(words: WorkWords) -> str:
    listed = sorted(words.decrease | words.increase, key=lambda w: (-len(w), w))
    return "|".join(
        re.escape(word)
        for word in listed
        if word not in ("up", "down", "more", "less", "off", "fewer", "higher", "lower", "faster", "better")
    )


_BEFORE_CHANGE = re.compile(
    r"(?i)\s(?:by|to|from|of|at)\s+(?:a\s+factor\s+of\s+|a\s+|an\s+(?:average|estimated)\s+(?:of\s+)?|an?\s+)?$"
)


def _verb_object(left: str, right: str, quantity: Quantity, words: WorkWords) -> str | None:
    """ "reduced peak-hour CPU utilization by ~50%"."""
    # Most figures have no such word before them, and to look for the verb takes long.
    if _BEFORE_CHANGE.search(left[-120:]) is None:
        return None
    found = _verb_object_pattern(words).search(left)
    if found and len(found["x"].split()) <= 12 and not re.match(r"(?:by|to|from)\b", found["x"]):
        return found["x"]
    return None


_BROUGHT = r"took|brought|kept|pushed|held|drove|tak(?:e|ing)|bring(?:ing)?|keeping|pushing|driving"


@lru_cache(maxsize=4)
def _verb_object_pattern(words: WorkWords) -> re.Pattern[str]:
    return re.compile(
        rf"(?i)\b(?:{_verbs(words)}|{_BROUGHT})\s{{1,20}}(?P<x>(?:(?!\b(?:{_verbs(words)}|{_BROUGHT})\s)[^.;:]){{2,90}}?),?\s{{1,20}}(?:down\s{{1,20}}|up\s{{1,20}})?(?:by|to|from|of|at)\s{{1,20}}(?:a\s{{1,20}}factor\s{{1,20}}of\s{{1,20}}|a\s{{1,20}}|an\s{{1,20}}(?:average|estimated)\s{{1,20}}(?:of\s{{1,20}})?|an?\s{{1,20}})?$"
    )


@lru_cache(maxsize=4)
def _direct_object_pattern(words: WorkWords) -> re.Pattern[str]:
    return re.compile(
        rf"(?i)(?:^|[,;]\s|\band\s)(?:{_verbs(words)})\s+(?P<x>(?!(?:by|to|from|at)\b)(?:[A-Za-z0-9][\w’'/-]*\s+){{1,6}})$"
    )


def _direct_object(left: str, right: str, quantity: Quantity, words: WorkWords) -> str | None:
    """ "decreased p99 latency 40% while …": nothing stands between the measured thing and its change."""
    if quantity.dimension not in ("share", "ratio") or quantity.form != "digits":
        return None
    found = _direct_object_pattern(words).search(left)
    return (
        None
        if found is None
        or re.match(r"\A\s*+(?:of\b|[a-z-]+er\b|less\b|more\b|over\b|above\b|under\b|below\b|ahead\b)", right)
        else found["x"]
    )


_ITS_SUBJECT = re.compile(
    rf"(?i)(?:^|[.;:,]\s|\b(?:and|while|so|that|which)\s)(?P<x>[^.;:,]{{3,90}}?)\s+(?:{_INTRANSITIVE})(?:\s+(?:down|up))?(?:\s+from\s+(?:nothing|zero|none|scratch))?(?:\s+(?:by|to|from|at))?(?:\s+(?:an?\s+)?(?:average|median|mean|peak|record|total)\s+of)?(?:\s+(?:just|only|about|around|roughly|nearly|almost|over|under))?\s*$"
)
_BEHIND_CHANGE = re.compile(rf"(?i),\s+an?\s+(?:{_NOUN_OF_CHANGE})\s+of\s*$")
_FIRST_SUBJECT = re.compile(rf"(?i)\A(?P<x>[^.;:,]{{3,80}}?)\s++(?:{_INTRANSITIVE})\b")
_CHANGE_IN = re.compile(rf"(?i)\A\s*+(?P<n>{_NOUN_OF_CHANGE})\s++(?:in|of|to|on|for)\s+(?P<x>[^.;:,]+)")
_COMPARED = re.compile(rf"(?i)\A\s*+(?:times\s++)?(?P<c>{_COMPARATIVE})\b(?P<x>[^.;:,]*)")


def _subject(left: str, right: str, quantity: Quantity, words: WorkWords) -> str | None:
    """ "worst-case runtimes dropped from … to …"."""
    if _FEWER.match(right):
        return None  # "the contact centre got 27% fewer refund tickets"
    found = _ITS_SUBJECT.search(left)
    return found["x"] if found else None


_FEWER = re.compile(r"(?i)\A\s*+(?:fewer|more|less)\s(?!than\b)[^\W\d_]")


def _apposition(left: str, right: str, quantity: Quantity, words: WorkWords) -> str | None:
    """ "Blocked emails dropped to 400k, a reduction of 60%": the subject that dropped."""
    if "," not in left or not _BEHIND_CHANGE.search(left):
        return None
    found = _FIRST_SUBJECT.match(left)
    return found["x"] if found else None


def _change_noun(left: str, right: str, quantity: Quantity, words: WorkWords) -> str | None:
    """ "a 30% reduction in build time"."""
    found = _CHANGE_IN.match(right)
    return f"{until_end(found['x'])} {found['n']}" if found else None


def _comparative(left: str, right: str, quantity: Quantity, words: WorkWords) -> str | None:
    """ "critical queries 10-15x faster", "30 % fewer incidents"."""
    found = _COMPARED.match(right)
    if not found:
        return None
    after = until_end(found["x"])
    if after and not re.match(r"(?i)than\b", after):
        return (
            f"{after} {found['c']}"
            if found["c"].casefold() not in ("more", "fewer", "less")
            else f"{found['c']} {after}"
        )
    before = re.split(
        r"[.;:,]|\b(?:making|made|makes|that|which|and|while|run|runs|ran|became|are|is|were|was|now|got)\b",
        left.rstrip(),
    )
    tail = next((piece for piece in reversed(before) if piece.strip()), "")
    return f"{tail.strip()} {found['c']}" if tail.strip() else None


def _right_phrase(left: str, right: str, quantity: Quantity, words: WorkWords) -> str | None:
    """ "99.95 % uptime", "$2M enterprise deal", "$708K in annual recurring revenue"."""
    if quantity.dimension in ("count", "time", "data", "rate"):
        return None
    found = re.match(
        r"\A\s*+(?:(?:in|of|on|for|from|worth\s+of|off|over(?=\s(?:quota|target|plan))|above(?=\s(?:quota|target|plan)))\s+)?(?P<x>[A-Za-zÀ-ÿ][^.;:,]*)",
        right,
    )
    if re.search(r"(?i)\b(?:worth|valued\s+at)\s+(?:about\s+|some\s+|around\s+)?$", left) and not right.startswith(
        " in "
    ):
        return None
    if (quantity.before is not None and _AGAINST.match(right)) or (
        quantity.dimension == "score" and _OUT_OF.match(right)
    ):
        return None
    phrase = until_end(found["x"]) if found else ""
    # "30% em seis meses" names no thing; nor does "gesenkt" behind "auf 0,9 %".
    if (
        _OWN.match(right)
        or _YEAR_ON_YEAR.match(phrase)
        or _OF_TIME.search(phrase)
        or _FOREIGN_TO.match(phrase)
        or (phrase and " " not in phrase and changes(phrase.casefold()))
    ):
        return None
    return (
        phrase
        if len(phrase.split()) >= 1
        and re.search(r"[A-Za-zÀ-ÿ]{3}", phrase)
        and not _FOREIGN_ASIDE.match(phrase)
        and not _PRONOUN.fullmatch(phrase)
        and phrase.casefold().split()[0] not in ("annually", "a", "per", "each", "every", "daily")
        else None
    )


_AGAINST = re.compile(r"(?i)\s(?:for|in|on|over|across|at)\s")
_OUT_OF = re.compile(r"(?i)\s?(?:out\sof|of|/)\s?\d")
_FOREIGN_ASIDE = re.compile(
    r"(?i)(?:på|im|bei|beim|innert|innerhalb|dans|aux?|chez|nell?[oae’']?|bij|op|hos|w|tras|frente|nach|après|después|dopo|após|depois|efter)\s"
)
_PRONOUN = re.compile(r"(?i)(?:it|them|this|that|these|those|us|all|each|one|ones|him|her|mine|ours|time)")
_YEAR_ON_YEAR = re.compile(
    r"(?i)(?:yoy|qoq|mom|y/y|q/q|m/m|(?:year|quarter|month)[ -]o(?:n|ver)[ -](?:year|quarter|month))\b"
)
_FOREIGN_TO = re.compile(
    r"(?i)(?:till|til|auf|naar|hasta|bis|zu|na|do|and|y|et|und|e|och|oraz|i)\s|(?:van|von|de|da|från|z)\s\d"
)
_OF_TIME = re.compile(
    r"(?i)^(?:(?:em|in|en|dans|within|a|an|one|the|last|first|[^\W\d_]+)\s){0,3}(?:years?|months?|weeks?|days?|hours?|quarters?|seasons?|terms?|jahren?|monaten?|wochen|tagen|ans|mois|semaines|jours|años|meses|semanas|días|anni|mesi|settimane|giorni|anos|dias|jaar|maanden|weken|dagen|år|månader|veckor|dagar)(?:\s(?:running|straight|in\sa\srow|in\stotal))?$"
)


def _of_phrase(left: str, right: str, quantity: Quantity, words: WorkWords) -> str | None:
    """ "annual infrastructure savings of ~$31K"."""
    found = re.search(
        r"(?i)(?:^|[.;:,]\s|\b(?:and|with|enabled|enabling|achieved|achieving|for|a|an|the|to|in|of|delivered|generated|saw|gave|brought)\s)(?P<x>(?:(?!\b(?:and|with|enabled|enabling|for|to)\b)[^.;:,]){3,60}?)\s+(?:of|at|above|is|was|were|hit|reached|worth|:)\s+(?:about\s+)?$",
        left,
    )
    return found["x"] if found else None


def _took(left: str, right: str, quantity: Quantity, words: WorkWords) -> str | None:
    """ "a report that took six months to build"."""
    found = re.search(
        r"(?i)(?:^|[.;:,]\s|\b(?:was|were|is|are|and)\s)(?P<x>(?:(?!\b(?:was|were|is|are)\s)[^.;:,]){1,400}?)(?<!\s)\s++(?:that\s+|which\s+)?(?:had\s+)?(?:took|takes|taken|take|needed|lasted|required)\s*(?:just|only|about|around)?\s*$",
        left,
    )
    if not found:
        return None
    # "The nightly run, which had taken": the relative word's own noun.
    if found["x"].strip().casefold() in ("which", "that", "it", "this") and (
        noun := re.search(r"(?:^|[.;:,]\s)([^.;:,]{3,60}),\s*$", left[: found.start("x")])
    ):
        return noun[1]
    after = re.match(r"(?i)\A\s*+(?P<y>to\s+\w+(?:\s+[\w-]+){0,4})", right)
    subject = " ".join(found["x"].split()[-9:])
    return f"{subject} {until_end(after['y'][3:])}" if after else subject


def _relative(left: str, right: str, quantity: Quantity, words: WorkWords) -> str | None:
    """ "Marking, which used to eat up six hours": the noun before "which"."""
    found = re.search(r"(?:^|[.;:]\s)(?P<x>[^.;:,]{3,60}),\s(?:which|that)\s(?:[\w’-]+\s){1,5}$", left)
    return found["x"] if found else None


def _with(left: str, right: str, quantity: Quantity, words: WorkWords) -> str | None:
    """ "90,000 players on launch day with p99 under 80 ms"."""
    found = _WITH.search(left)
    return found["x"] if found and quantity.dimension in ("time", "share", "score") else None


_WITH = re.compile(
    r"(?i)(?:\bwith|,)\s(?:an?\s|the\s)?(?P<x>(?!(?:in|at|of|by|over|and)\s)[^\W_][^.;:,\s]*(?:\s[^.;:,\s]+){0,3}?)\s(?:of|at|under|below|above|back\sto|in\sunder|down\sto|up\sto)\s(?:about\s|around\s|just\s)?$"
)


_OWN = re.compile(r"(?i)\s?[;·|]\s|\s\(?(?:vs\.?|versus|against|compared)(?!\w)")
"""Where what is said of the figure itself ends."""
_ASIDE = re.compile(r"(?i)\s?(?:\(|(?:at|in|over|across|within|for|since|by|on|after|among|during|per|last|this)\s)")
_FIGURES_ONLY = re.compile(
    r"(?i)\(?(?:\d[\d.,/]*(?:%|[^\W\d_]{0,3})|[$€£+−–-]\s?\d\S*|%|median|mean|average|avg|now|from|to|in|last|this|year|min|mins|minutes|hours|days|weeks|months|seconds|ms|pp|points|per|cent|fy\d*|and|up|down)[),;:]{0,3}"
)


def _before_figures(left: str, right: str, quantity: Quantity, words: WorkWords) -> str | None:
    """ "Door-to-needle time: median 52 min (2019), 31 min": the second of figures behind one colon."""
    found = re.search(r"(?:^|[.;]\s)(?P<x>[^.;:]{3,60}):\s(?P<between>[^:]{1,60})$", left)
    if found is None or not all(_FIGURES_ONLY.fullmatch(word) for word in found["between"].split()):
        return None
    return found["x"]


def _listed(left: str, right: str, quantity: Quantity, words: WorkWords) -> str | None:
    """ "Page load 4.8s→1.9s, LCP −60 %, CLS …": names and figures by turns."""
    found = re.search(r"\d[^\s,]{0,20}(?:\s[^\s,]{1,14}){0,2},\s(?:and\s)?(?P<x>[^,.;:()]{2,40})\s$", left)
    return None if found is None or SENTENCE.search(found["x"]) or not clean(found["x"]) else found["x"]


def _second_change(left: str, right: str, quantity: Quantity, words: WorkWords) -> str | None:
    """ "cut latency from 1.9 s to 640 ms and pages from 31 to 4": what goes with the second of two changes."""
    if quantity.before is None:
        return None
    found = re.search(
        r"\d[^\s,]{0,20}(?:\s[^\s,\d]{1,14}){0,3},?\s(?:and|,)\s(?:the\s|our\s)?(?P<x>[^,.;:()\d]{2,50}?)\sfrom\s$",
        left,
    )
    return None if found is None or SENTENCE.search(found["x"]) or _MOVING.search(found["x"]) else found["x"]


_MOVING = re.compile(rf"(?i)(?:^|\s)(?:{_INTRANSITIVE})$|^(?:\w+ed|cut|brought|took|drove|raised|lowered)\s")


def _before_colon(left: str, right: str, quantity: Quantity, words: WorkWords) -> str | None:
    """ "Runtime of the dispatch batch: −63.2 %", where nothing follows."""
    found = re.search(r"(?:^|[.;]\s)(?P<x>[^.;:]{3,80}):\s*$", left)
    is_alone = quantity.dimension == "score" or not re.search(r"[A-Za-zÀ-ÿ]", _OWN.split(right)[0])
    # "Maths results: 58% → 81% at expected standard"
    is_alone = is_alone or (quantity.before is not None and _ASIDE.match(right) is not None)
    return found["x"] if found and is_alone else None


FORMS: tuple[tuple[str, Form], ...] = (
    ("group", group),
    ("named-share", named_share),
    ("named-income", named_income),
    ("before-colon", _before_colon),
    ("foreign", foreign),
    ("subject-abroad", subject_abroad),
    ("second-change", _second_change),
    ("verb-object", _verb_object),
    ("direct-object", _direct_object),
    ("subject", _subject),
    ("apposition", _apposition),
    ("change-noun", _change_noun),
    ("comparative", _comparative),
    ("of-what", of_what),
    ("behind-change", behind_change),
    ("right-phrase", _right_phrase),
    ("of-phrase", _of_phrase),
    ("took", _took),
    ("before-figures", _before_figures),
    ("listed", _listed),
    ("relative", _relative),
    ("with", _with),
)
