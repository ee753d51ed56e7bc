"""Figures beside the work: of a profile, a private life, a price asked, a download, the reader's own firm, a version.

ASIDES is joined to the table of circumstances (phrases.py); each function sees one sentence and one of its figures.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from graph.extraction.outcomes.analysis_figures import is_statistic
from graph.extraction.quantities.quantity import Quantity

_NEAR = 120
"""Characters; what stands farther off says nothing of a figure."""

_TO_READ = re.compile(
    r"(?i)[\s-]{0,3}(?:to\s(?:read|skim|listen)|read(?:ing)?\b|zu\slesen|à\slire|para\sleer|da\sleggere|om\ste\slezen)"
)
_COUNTERS = frozenset(
    "connections followers endorsements comments likes claps reactions reposts skills recommendations contributions visitors kontakte abonnés contactos seguidores".split()
)
_OF_PROFILE = re.compile(
    r"(?i)\s{0,3}(?:received|given|in\sthe\slast\syear|on\s(?:linkedin|github|x|twitter|xing)|this\syear)?\s{0,3}(?:[·|,()\n`*]|$)"
)
_STREAK = re.compile(r"(?i)\bstreak\s?:?\s?$")


def _is_reading_time(text: str, q: Quantity) -> bool:
    """ "5 minutes to read"; not "4 seconds to read 20k lines", which a machine reads."""
    if q.dimension != "time" or q.before is not None or _TO_READ.match(text, q.number_end) is None:
        return False
    return not q.unit.endswith("seconds")


def is_counter(text: str, q: Quantity) -> bool:
    """ "500+ connections" alone on its line or between dots: a counter of a profile."""
    if _STREAK.search(text[max(0, q.start - 20) : q.start]):
        return True
    if q.dimension != "count" or q.before is not None:
        return False
    noun = re.compile(r"[+\s]{0,6}(?:(?:LinkedIn|GitHub|Twitter|YouTube|Instagram)\s)?(?P<noun>[^\W\d_]{4,20})").match(
        text, q.number_end
    )
    if noun is None or noun["noun"].casefold() not in _COUNTERS:
        return False
    begins = re.search(
        r"(?:^|[\n·|:,(])[\s~≥+*`>-]{0,8}(?:[A-ZÀ-Þ]\w{2,12}\s)?\+?$",
        text[max(0, q.start - 30) : q.number_start].rstrip("≥~ "),
    )
    return begins is not None and _OF_PROFILE.match(text, noun.end()) is not None


# ---------------------------------------------------------------- private life

_OWN = re.compile(
    r"(?i)\b(?:own(?:s|ed)?|(?:has|have|[’']ve)\s(?:run|finished|completed|visited|cycled|climbed)|has|(?:I|she|he|we)\shave|[’']ve\sgot|(?:mother|father|parent)\s(?:of|to)|married,?(?:\swith)?|lives?\swith|"
    r"bakes?|keeps?|verheiratet,?|habe|besitz\w+|mère\sde|père\sde|mariée?,?|casad[oa],?|tengo|tenho|padre\sde|madre\sde|sposat[oa],?)\s(?:and\s|mit\s|con\s|com\s)?(?:about\s|over\s|nearly\s)?$"
)
_LISTED = re.compile(r"(?:^|[,;·|]\s|\band\s|,\s(?:owns|has)\s)\s{0,3}$")
_PRIVATE = re.compile(
    r"(?i)\s?(?:half[- ])?(?:marathons?|triathlons?|bicycles?|cats?|dogs?|hens|chickens|beehives|guitars|grandchildren|daughters?|sons?|siblings|tattoos|filh[oa]s?|hij[oa]s?|enfants|kinder|töchter|söhne|katzen|hunde|chats|chiens|gatos|perros|figli|gatti|katten|honden|kinderen)\b"
)
_FAMILY = re.compile(r"(?i)\s?(?:children|kids)\b")
_MOVES = re.compile(r"(?i)\bI\s(?:also\s)?(?:run|cycle|swim|walk|row|hike|bike|ride)\s(?:about\s|over\s)?$")
_SPEAKS = re.compile(r"(?i)\b(?:speaks?|spoken|fluent\sin|spricht|spreche|parle|hablo|habla|falo|parlo|spreekt?)\s$")


def _is_private(text: str, q: Quantity) -> bool:
    """ "has run nine marathons", "2 filhos", "Speaks 3 languages": of a person, not of the work."""
    if q.dimension == "length" and _MOVES.search(text[max(0, q.start - 30) : q.start]):
        return True
    if q.dimension != "count" or q.scaled:
        return False
    before = text[max(0, q.start - _NEAR) : q.start]
    if _SPEAKS.search(before):
        return True
    own = _OWN.search(before) is not None
    if _PRIVATE.match(text, q.number_end):
        return own or _LISTED.search(before) is not None
    return own and _FAMILY.match(text, q.number_end) is not None


# ---------------------------------------------------------------- prices, downloads, versions

_ASKED = re.compile(
    r"(?i)(?:^|[\n.;·|(]\s?)(?:my\s)?(?:speaker[’']?s?\s|speaking\s|day\s|daily\s|hourly\s|current\s)?(?:fee|price|rate|salary|tagessatz|stundensatz|honorar|preis|prix|tarifs?|tjm|precio|tarifa|prezzo|tariffa|prijs|uurtarief|gehaltswunsch)"
    r"(?:\s(?:wish|expectation|requested))?\s?:\s?(?:from\s|about\s|ab\s)?$"
)
_ON_REQUEST = re.compile(r"(?i)\s?(?:on\srequest|plus\svat|excl\.?\s|\+\s?vat|auf\sanfrage|sur\sdemande|netto|zzgl)")
_FILE = re.compile(
    r"(?i)\b(?:pdf|docx?|odt|zip|epub|png|jpe?g|svg|download(?:s|en)?|file\ssize|page\sweight|page\ssize|télécharger|herunterladen|descargar)\b[^.;\n]{0,14}$"
)
_OF_PAGE = re.compile(r"(?i)\s?(?:\)\s?)?(?:of\s(?:css|html|javascript|js)\b|,?\s?(?:pdf|zip|docx?|download)\b)")
_NUMBERED = re.compile(
    r"(?i)\b(?:version|release|edition|grade|platz|raum|room|zimmer|fassung|ausgabe|édition|edición|versione|versie)\s$"
)
_WEIGHT = re.compile(r"(?i)\b(?:weight|weighting|gewichtung|pondération)\s?:?\s?$")


def _is_asked(text: str, q: Quantity) -> bool:
    """ "Fee: 2,500 euros", "12 € on request": what somebody asks, no result."""
    if q.dimension != "money" or q.before is not None:
        return False
    return bool(_ASKED.search(text[max(0, q.start - 60) : q.start]) or _ON_REQUEST.match(text, q.number_end))


def _is_of_the_page(text: str, q: Quantity) -> bool:
    """ "CV (PDF, 210 kB)": the size of a download or of this page; "version 9", "weight 50%"."""
    before = text[max(0, q.start - 60) : q.start]
    if q.dimension == "share":
        return _WEIGHT.search(before) is not None
    if q.dimension == "count" and q.before is None:
        return _NUMBERED.search(before) is not None
    if q.dimension != "data" or q.before is not None:
        return False
    return bool(_FILE.search(before) or _OF_PAGE.match(text, q.number_end))


# ---------------------------------------------------------------- wishes, the reader's own

_HOPED = re.compile(
    r"(?i)\b(?:I|we)(?:\s|[’']d\s)(?:would|want|wish|hope|plan|aim|intend|mean|need|expect|like)\b(?:\sto\b)?(?!\s(?:was|were|had))[^.;:!?]*$|(?:^|\n|[.;(]\s?|[_*])(?:target|goal|planned|budgeted|forecast|projected|projection|outlook|suggested|suggestion|proposed|proposal|recommended|recommendation|idea|ziel|objectif|objetivo|obiettivo|doel)[\s*_]{0,3}:[\s*_]{0,3}(?:[^\W\d_][\w-]*\s){0,4}$|"
    r"(?:^|\n)[\s*-]{0,6}\[\s\]\s[^\n]*$|\b(?:target|goal|aim|objective|ambition|plan|forecast|dream|hope|wish|mission|vision)\s(?:[\w’'-]+\s){0,4}(?:is|was|were|remains|stands\sat)\s(?:to\s(?:[\w-]+\s){0,5})?(?:about\s|over\s)?$"
)
_KEY_RESULT = re.compile(
    r"(?i)\b(?:OKRs?|KRs?\s?\d?|key\sresults?|goals?|targets?)\s?:\s?(?:get|grow|reach|increase|cut|reduce|bring|raise|keep|hit|achieve|improve|win|hire|launch)\b[^.;]{0,90}$|[(\s](?:target|goal|ziel|objectif|objetivo|obiettivo|doel|mål)\s(?:of\s)?$"
)
_MET = re.compile(r"(?i)\b(?:achieved|reached|met|done|exceeded|hit)\b|[✓✔✅]")
_BORN = re.compile(
    r"(?i)^\W*(?:born|raised|grew\sup|living|lives?|i\slive|i\sgrew\sup|i\swas\sborn)\b[^.;]*\b(?:village|town|city|island|hamlet|dorf|pueblo|paese|dorp)\b"
)
_YOURS = re.compile(r"(?<!\w)(?:[Yy]our|[Yy]ou|Ihre?[nrms]?|[Vv]otre|[Vv]os|[Vv]ostr[aoe]|[Uu]w)\s")
_MINE = re.compile(r"(?<!\w)(?:I|my|My|we|We|our|Our|ich|wir|je|nous)(?!\w)")


def _is_hoped(text: str, q: Quantity) -> bool:
    """ "I want to get to 95%", "Target: retention 90%", an unticked box."""
    before = text[max(0, q.start - _NEAR) : q.start]
    if _BORN.match(before):
        return True
    wished = _HOPED.search(before) or (_KEY_RESULT.search(before) and not _MET.search(text))
    return q.before is None and wished is not None


def _is_the_readers(text: str, q: Quantity) -> bool:
    """ "Your advertisement speaks of a department of 8": what the reader has, nobody else speaks before it."""
    before = text[max(0, q.start - 300) : q.start]
    yours = _YOURS.search(before)
    return yours is not None and _MINE.search(before) is None and q.before is None


_HERE = re.compile(
    r"(?i)\s(?:in|with|at)\s(?:the|this|our|der|dieser|l[’'])\s?(?:company|firm|organi[sz]ation|team|job|post|role|house|firma|entreprise)\b"
)


def _is_stay(text: str, q: Quantity) -> bool:
    """ "colleague, 3 years in the company"."""
    return q.dimension == "time" and q.before is None and _HERE.match(text, q.number_end) is not None


_YEARS = r"\d{1,2}\s(?:years?|yrs?|anos?|años?|anni|anno|ans?|Jahre?|jaar|lat|rok|år|год[а]?|лет)"
_MONTHS = r"\d{1,2}\s(?:months?|mos?|mes(?:es|i)?|mês|mois|Monate?|maand(?:en)?|miesi\w{2,4}|mån\w*|месяц(?:а|ев)?)"
_LENGTH_OF_POST = re.compile(
    rf"(?i)(?:[^\n()]{{2,40}}\d{{4}}\s?[–—-]\s[^\n()]{{2,24}}\s\(?)?(?:{_YEARS}\s{_MONTHS})\)?|"
    rf"(?:[^\n()]{{2,40}}\d{{4}}\s?[–—-]\s[^\n()]{{2,24}}\s\(?)(?:{_YEARS}|{_MONTHS})\)?"
)
"""A line of nothing but how long a post lasted, behind its dates or alone: "maio de 2019 - março de 2021 (1 ano 11 meses)"."""


def _is_length_of_post(text: str, q: Quantity) -> bool:
    """ "Jan 2019 - Present (2 years 8 months)", "2 años 8 meses"."""
    line = text[text.rfind("\n", 0, q.start) + 1 :].partition("\n")[0].strip()
    return q.before is None and len(line) < 100 and _LENGTH_OF_POST.fullmatch(line) is not None


_NO = re.compile(r"(?i)(?<!\w)(?:no|keine|nie|pas\sde|nessun\w?|ningun\w*)\s$")


def _is_denied(text: str, q: Quantity) -> bool:
    """ "no two days were alike" counts nothing."""
    return q.dimension in ("count", "time") and _NO.search(text[max(0, q.start - 12) : q.start]) is not None


_OF_ERRORS = re.compile(r"(?i)\s(?:errors?|responses?|status(?:es)?|codes?)\b(?!\s(?:messages|reports|logs|pages))")


def _is_code(text: str, q: Quantity) -> bool:
    """ "all CSRF 403 errors": the number of an answer by a server counts nothing."""
    coded = q.dimension == "count" and q.form == "digits" and 400 <= q.value < 600
    return (
        coded and re.search(r"\w\s$", text[: q.start]) is not None and _OF_ERRORS.match(text, q.number_end) is not None
    )


_BUILT = re.compile(
    r"(?i)-(?:axis|axes|axle|phase|colou?r|stroke|door|cylinder|bit|speed|wire|pin|ply|dimensional|player|berth|sided|legged|Achsen?|Achs|Phasen|Farben?|Takt|Zylinder|Schicht|Bit|Draht)(?![^\W\d_])"
)
"""How a machine is built, or by how many shifts one works: "5-axis", "5-Achsen CNC-Maschinen"."""


_FOR_PLAYERS = re.compile(
    r"(?i)\s(?:player|spieler|joueur|(?<=for [2-4] )players)\b(?!\s(?:base|count|retention|tests?)\b)"
)
"""How many play a game: "4 player co-op"."""
_HALF_OF = re.compile(r"(?i)\s(?:of\s(?:them|whom|which|this|that|these|those|my)\b)")
_A_HALF = re.compile(r"(?i)\b(?:first|second|other|latter|better|lower|upper|top|bottom)\s$")
_PARTED = re.compile(
    r"(?i)\b(?:cut|clos|los|shed|remov|delet|retir|threw|drop|scrap|discard|bin|sold|sav|clear|automat|migrat|mov|convert|won|win|fix|replac|recover|regain|retain)\w{0,5}\s(?:away\s|off\s|out\s|back\s)?(?:about\s|nearly\s|over\s|almost\s)?$"
)


def _is_part_of_a_story(text: str, q: Quantity) -> bool:
    """ "half of them had lapsed", "the first half of the book": told in passing; not "threw half of them away"."""
    if q.form != "fractions" or q.before is not None or q.value != 50:
        return False
    before = text[max(0, q.start - 40) : q.start]
    if _A_HALF.search(before) is not None:
        return True
    return _HALF_OF.match(text, q.number_end) is not None and not tells_part_away(before)


def tells_part_away(before: str) -> bool:
    """Return whether words before a part say what was done with it: "threw half of them away", not "wrote half of it"."""
    return _PARTED.search(before) is not None


_OF_COURSE = re.compile(
    r"(?i)(?<=\d)\s?(?:horas?[/-]aulas?|horas lectivas|unterrichtsstunden|ore di lezione|contact hours|cpd (?:hours|points)|credit hours|ects)\b"
)


def _is_course(text: str, q: Quantity) -> bool:
    """ "PPA 2026 - set. 2025 - 8 horas/aula": how long a course was."""
    return q.form == "digits" and _OF_COURSE.search(text, q.number_start, q.number_end + 24) is not None


_OPTION = re.compile(
    r"(?i)[\W_]{0,6}(?:option|alternative|variante?|opción|opção|opzione|optie|alternativ)\s(?:[a-d]|[1-4]|one|two|three)\b(?![^:]{0,20}\b(?:chosen|taken|picked|selected)\b)[^:\w]{0,4}:"
)


def _is_weighed(text: str, q: Quantity) -> bool:
    """ "Option A: poll the table (two weeks of work)": what a way not yet chosen would take."""
    return q.before is None and _OPTION.match(text) is not None


_HOUSE_NUMBER = re.compile(r"[^\W\d_]{3}\.?\s\d{1,4}\s?[a-z]?,\s(?:[A-Z]{1,2}-)?$")


def _is_postal_code(text: str, q: Quantity) -> bool:
    """ "Lindenweg 4, 35000 Bieden": the code of a town."""
    if q.dimension != "count" or q.form != "digits" or q.number_end - q.number_start not in (4, 5):
        return False
    return _HOUSE_NUMBER.search(text, max(0, q.start - 40), q.start) is not None


def _is_build(text: str, q: Quantity) -> bool:
    """ "5-axis CNC machines": a kind of machine, no count."""
    if q.dimension != "count" or q.form != "digits" or q.scaled:
        return False
    if q.value < 17 and _FOR_PLAYERS.match(text, q.number_start + len(f"{q.value:.0f}")) is not None:
        return True
    return _BUILT.match(text, q.number_end) is not None


_LIMIT_BEHIND = re.compile(
    r"(?i)[\s-]?(?:[a-z]{1,10}[\s-])?(?:(?:size|rate|memory|upload|download|data|file|storage|time|free)\s)?(?:limits?|quota)\b(?!\s(?:by|to))"
)
_LIMIT_BEFORE = re.compile(r"(?i)\brate[\s-]limited\sto\s(?:about\s)?$")
_LIMITING = re.compile(r"(?i)\b(?:rais|lift|increas|lower|cut|extend|doubl|reduc)\w{1,4}\s")
"""Says that somebody changed a limit."""


def _is_limit(text: str, q: Quantity) -> bool:
    """ "Hit the 1 GB limit of the free plan", "rate limited to 5 attempts": what is allowed, no effect of work."""
    if q.before is not None or q.dimension not in ("count", "data"):
        return False
    before = text[max(0, q.start - 40) : q.start]
    if _LIMITING.search(before) is not None:
        return False
    if _LIMIT_BEFORE.search(before) is not None:
        return True
    return q.dimension == "data" and _LIMIT_BEHIND.match(text, q.number_end) is not None


ASIDES: tuple[tuple[str, Callable[[str, Quantity], bool]], ...] = (
    ("reading time", _is_reading_time),
    ("counter of a profile", is_counter),
    ("private life", _is_private),
    ("price or fee", _is_asked),
    ("size of a download, version, weight", _is_of_the_page),
    ("hope or plan", _is_hoped),
    ("the reader's own", _is_the_readers),
    ("years at a company", _is_stay),
    ("length of a post", _is_length_of_post),
    ("denied", _is_denied),
    ("code of an error", _is_code),
    ("build of a machine", _is_build),
    ("half in passing", _is_part_of_a_story),
    ("length of a course", _is_course),
    ("postal code", _is_postal_code),
    ("way weighed", _is_weighed),
    ("limit", _is_limit),
    ("level of an interval, a group beside another", is_statistic),
)
