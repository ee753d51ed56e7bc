"""Says of words alone whether they are written as a job title, a proper name, a team or a company. Knows no documents."""

from __future__ import annotations

import re
from functools import lru_cache

from graph.extraction.career_words import (
    COMPANY_TAILS,
    FIRST_NOUNS,
    GENERIC,
    LAST_PARTS,
    NAMES_SMALL,
    SMALL,
    TEAM_WORDS,
    TRADES,
    words_of,
)
from graph.extraction.heads.east_asian import is_house_in_east_asia, is_title_in_east_asia
from graph.extraction.heads.trades import TRADES_ABROAD, TRADES_AND_SURNAMES
from graph.vocabulary import RoleWords, Vocabularies

LEGAL_SUFFIX = re.compile(
    r"(?<![\s,])[\s,]++(?:(?i:Inc|Ltd|LLC|PLC|LLP|GmbH)|S\.?A\.?C|E\.?I\.?R\.?L|S\.? de R\.?L|CO|CORP|OÜ|UAB|SIA|Incorporated|L\.?L\.?C|Limited|Corp|Corporation|Co|Company|"
    r"g?GmbH(?: & Co\.? KG)?|&\s(?:Co|Ko|Cie)\.?\sKG|(?:&|et|y)\s(?:Cie|Cía|Ko)|AG|SE|KGaA|KG|OHG|UG|GbR|eG|mbH|S\.?A\.? de C\.?V|S\.?A\.?S?U?|S\.?A\.?R\.?L|S\.?L\.?[UP]?|"
    r"S\.?p\.?A|S\.?[Rr]\.?[Ll]|srl|S\.?n\.?c|s\.r\.l|s\.p\.a|s\.n\.c|s\.a\.s|s\.a|B\.?V|N\.?V|V\.?O\.?F|Ltda|Lda|s\.?\s?r\.\s?o|d\.o\.o|A\.?Ş|Ltd\.? Şti|ООД|ЕООД|АД|Nyrt|[Ss]p\. z o\.\s?o|Kft|Zrt|"
    r"K\.?K|Sdn\.? Bhd|Pte\.? Ltd|a\.s|z\.s|S/A|P\.?L\.?C|L\.?L\.?P|Oyj?|A/?B|AS|ASA|ApS|A/S|Pty(?: Ltd)?|Pvt(?: Ltd)?|e\.?V|e\.?K)\.?$"
)
SLAVIC_FORMS = "ООО|ОАО|ЗАО|ПАО|АО|ИП|ФГУП|МУП|ТОВ|ПАТ|ПрАТ"
"""Alternatives of a pattern: legal forms that no other word is written like."""
_LEGAL_PREFIX = re.compile(rf"(?:{SLAVIC_FORMS}|ГК|НКО|ТзОВ|ФОП|PT|UAB|SIA)\s(?=[«\"“„A-ZÀ-ÞА-ЯЁІЇЄ])")
"""Legal forms that stand before the name: "ООО «Ладья»", "UAB Nerija"."""
_WORD = re.compile(r"[^\W_][\w’'.+#&/-]*|&")
_STEP = re.compile(r"(?<=[A-Z]{2})-\d$")
"""A level behind an abbreviated title: "SDE-2"."""
_BRACKETED = re.compile(r"(?:(?<!\s)\s++)?[(\[].*")
_LEVEL = re.compile(r"(?:I{1,3}|IV|V|VI|\d|L\d|E\d|IC\d|P\d)$")


@lru_cache(maxsize=4096)  # several stages ask about the same words
def is_title(text: str, roles: RoleWords) -> bool:
    """Return whether `text` is a job title: it ends in a title's noun, or has one before "of" or "for"."""
    if text[:1] > "\u3000":
        return is_title_in_east_asia(text)
    words: list[str] = [word.strip(".'’") for word in _WORD.findall(_STEP.sub("", _BRACKETED.sub("", text)))]
    while len(words) > 1 and (_LEVEL.match(words[-1]) or words[-1].casefold() in _RANKS):
        words.pop()
    if not 1 <= len(words) <= 9 or not any(char.isupper() for char in text) or _NO_TITLE.search(text):
        return False
    folded = [word.casefold() for word in words]
    if not _TELLING.isdisjoint(folded):
        return False
    if folded[-1] in ("partner", "partners") and len(words) > 2 and words[-2] == "&":
        return is_title(text.rpartition(" & ")[0], roles)  # "Schulz & Partner" is a house, "Founder & Partner" a title.
    for stop in (
        place for place, word in enumerate(folded) if word in ("of", "for", "in", "at", "to", "de", "für", "des", "du")
    ):
        if 0 < stop < 6 and _ends_in_title(folded[:stop], roles):
            return stop + 1 < len(folded) and words[0][0].isupper()
    for place, word in enumerate(folded):
        # "Kitchen porter and fryer": two trades in one post, the second in small letters.
        is_joint = word in _AND and 0 < place < 5 and place + 1 < len(words) <= place + 4
        if is_joint and words[place + 1][0].islower() and _ends_in_title(folded[:place], roles):
            return words[0][0].isupper()
    if (
        folded[0] in TRADES_ABROAD
        or folded[-1] in TRADES_ABROAD
        or (len(words) == 1 and folded[0] in TRADES_AND_SURNAMES)
    ):
        return words[0][0].isupper() and folded[0] not in _ARTICLES
    if folded[0] in _OF_WHAT_FOLLOWS and len(words) <= 5:
        return words[0][0].isupper()
    if len(words) > 1 and (folded[-1] in _PLACEMENTS or (folded[0] in _PLACEMENTS_ABROAD and words[1][0].islower())):
        return words[0][0].isupper() and folded[0] not in _ARTICLES
    if folded[0] in FIRST_NOUNS or any(len(word) > 9 and word.endswith(LAST_PARTS) for word in (folded[0], folded[-1])):
        return words[0][0].isupper()
    return _ends_in_title(folded, roles) and not (len(words) > 5 and not words[0][0].isupper())


def is_short_for(short: str, name: str) -> bool:
    """Return whether capitals are the initials of the words before them: "SEC" behind "Secretaria de Estado da Cultura"."""
    initials = "".join(word[0] for word in name.split() if word[0].isupper())
    return len(short) > 1 and short == initials


_HOUSE_AT_END = re.compile(
    r"[a-z.]\s(?:[A-ZÀ-Þ][\w.’'&-]*\s(?:(?:of|and|&)\s)?){1,4}(?:University|College|Hospital|Institute|Academy|Universität|Hochschule|Klinikum|GmbH|Inc\.?|LLC|Ltd\.?|Limited|Corp\.?|Corporation)$|"
    r"[a-z]\s(?:University|Universidade?|Université|Universität|Università)\s(?:of|de|du|di)\s[^,;()]{3,40}$"
)


_KINDS_OF_HOUSES = (
    "niver",
    "Coll",
    "Hosp",
    "Inst",
    "Acad",
    "schule",
    "Klin",
    "GmbH",
    "Inc",
    "LLC",
    "Ltd",
    "Limited",
    "Corp",
)
"""Parts of the words that `_HOUSE_AT_END` asks for."""


def house_behind_post(text: str, roles: RoleWords) -> int:
    """Return where a house begins that stands right behind a post without a mark between them, 0 for none.

    "Registered Nurse St. Mary Hospital", "Assistant de projet Robert Burns University".
    """
    if " " not in text or not any(kind in text for kind in _KINDS_OF_HOUSES) or _HOUSE_AT_END.search(text) is None:
        return 0
    words = text.split(" ")
    for place in range(1, len(words) - 1):
        before, word = " ".join(words[:place]), words[place]
        if not word[:1].isupper() or not is_title(before, roles) or words[place - 1].casefold() in SMALL:
            continue
        if words[place - 1][:1].islower() or not is_title(f"{before} {word}", roles):
            return len(before) + 1
    return 0


IS_STUDY = re.compile(
    r"\A[*_]*(?:Master|Bachelor|Doctor)(?:['’]?s)?(?:\s[Dd]egree)?\s(?:in\s|of\s(?:Science|Arts|Engineering|Business|Education|Laws?|Technology|Philosophy|Fine|Commerce|Computer|Applied|Public|Medicine)|(?<=Bachelor\s)of\s[A-Z])|"
    r"\A[*_]*(?:[BM]\.?Sc|[BM]SE|MBA|Ph\.?D|[BM]\.?Eng|[BM]\.?Tech|[BM]\.?Ed|Licence|Licenciatura|Laurea|Bacharelado|Mestrado|Máster|Maestría)\.?(?:\s\([^()]{1,20}\))?\s(?:in|en|em|ès)\s"
)
"""Begins a degree written like a post: "Master in Electronics"."""
_NO_TITLE = re.compile(
    rf"{IS_STUDY.pattern}|"
    r"(?<!\b[SJ]r)(?<!\bAssoc)(?<!\bAsst)(?<!\b(?:Adj|Dir|Mgr))(?<!\bPrin)[.!?]\s|[\d%$€]{2}"
)
_AND = frozenset(words_of("and und et y e en then later dann puis poi luego"))
_RANKS = frozenset(words_of("sr jr senior sénior sênior junior júnior confirmé confirmée principal principale"))
"""Ranks that stand behind titles: "Desarrollador web sénior"."""
_OF_WHAT_FOLLOWS = frozenset(words_of("vp svp evp avp teamlead"))
"""Short titles before what they are of: "VP Engineering"."""
_PLACEMENTS = frozenset(words_of("internship traineeship apprenticeship assistantship externship clerkship"))
"""End what names a post by its kind: "Marketing Internship"."""
_PLACEMENTS_ABROAD = frozenset(
    words_of("stage alternance apprentissage prácticas practicas pasantía pasantia estágio estagio tirocinio praktikum")
)
"""Begin it in other languages, the next word in small letters: "Stage de développement", "Prácticas en desarrollo"."""
_TELLING = frozenset(words_of("i i'm i’m i've i’ve was am were been is are we worked became my our"))
_AGENTS = ("ographer", "ologist", "swoman", "sperson", "icist", "metrist", "atrist")
"""Ends of English names of trades: "Cartographer", "Podiatrist", "Saleswoman"."""
_ARTICLES = frozenset(words_of("the a an my our your his her their each every no"))


_JOINT = re.compile(r"[/&-]")


def _ends_in_title(folded: list[str], roles: RoleWords) -> bool:
    tails = [" ".join(folded[-size:]) for size in (1, 2, 3, 4) if len(folded) >= size]
    parts = [tails[0], *_JOINT.split(tails[0])[-1:]]
    if any(tail in roles.whole for tail in tails) or (folded[-1] in TRADES and folded[0] not in _ARTICLES):
        return True
    if len(folded[-1]) > 7 and folded[-1].endswith(_AGENTS) and folded[0] not in _ARTICLES:
        return True
    nouns = [
        tail for tail in (*parts, *tails[1:]) if tail in roles.head_nouns or tail.removesuffix("in") in roles.head_nouns
    ]
    # "The lead", "a host": an ordinary word with nothing of a title before it.
    return bool(nouns) and folded[0] not in _ARTICLES


_NO_NAME_STARTS = frozenset(
    words_of("a an my our your how what why when where who this these from with if since before after during until")
)


_NO_NAME_ENDS = frozenset(words_of("im am in vom seit und and since from the of to et en du y e em no na dal nel"))
"""Small words before dates: "Begonnen im September 2018" names nobody."""


_OFFICES = frozenset(
    words_of(
        """
        ministère préfecture mairie direction rectorat conseil communauté université hôpital clinique lycée collège
        ministerio ayuntamiento consejería diputación hospital universidad escuela instituto secretaría clínica
        ministero comune ospedale azienda università istituto ministério prefeitura câmara secretaria universidade escola
        association asociación associação associazione fundación fundação fondazione fondation restaurante restaurant
        centre maison école cabinet crèche caserne théâtre musée bibliothèque médiathèque laboratoire pharmacie boulangerie librairie
        colegio residencia farmacia teatro museo biblioteca laboratorio centro ayuntamiento juzgado scuola asilo officina
        ristorante cooperativa farmácia museu laboratório escritório junta agrupamento câmara
        zespół gimnazjum liceum szkoła przedszkole szpital urząd zakład przychodnia gmina starostwo muzeum politechnika uniwersytet kancelaria spółdzielnia
        """
    )
)
"""Words that names of public offices, schools and houses begin with in Romance languages and in Polish."""
_HOUSES = frozenset(
    words_of(
        """
        vårdcentral äldreboende sjukhus skola förskola kommun bibliotek universitetssjukhus universitet högskola gymnasium folkhögskola
        tandvård hemtjänst omsorg fritidsgård lasarett församling sykehus kommune skole barnehage sykehjem bibliotek bokhandel
        plejehjem plejecenter sygehus børnehave vuggestue efterskole bosted legekontor fylkeskommune
        """
    )
)
"""Words in small letters that Nordic names of offices, schools and houses end in: "Björkhagens vårdcentral"."""


_NO_NAME = re.compile(
    r"[!?%$€£=<>]|(?<!St|ST|Dr|Mr|Ss|Ad|Ed|Wm|Fr|Th|Ph)(?<!Jos|Joh|Chr)(?<!Gebr)(?<!\b[A-ZÀ-Þ])(?<![^&]\sCo)(?<!\b(?:Mt|Ft|Pt|Jr|Sr))(?<!\b(?:Mfg|Ctr|Int|Gov|Sch|Reg|Nat|Hon|Gen))(?<!\b(?:Bros|Univ|Dept|Assn|Dist|Elem|Tech|Intl|Natl|Hosp|Comm))\.\s|\.$|https?:|www\.|\d{4,}|@"
)


_WITH_MARK = re.compile(
    r"(?<=\A[A-ZÀ-Þ][a-zà-ÿ]{2})!\s(?=[A-Z])|(?<=\A[A-ZÀ-Þ][a-zà-ÿ]{3})!\s(?=[A-Z])|(?<=\A[A-ZÀ-Þ][a-zà-ÿ]{4})!\s(?=[A-Z])"
)
"""A mark that belongs to a name: "Yodel! Search Marketing"."""
_LONG_NAMED = frozenset(
    {"School", "Academy", "College", "Hospital", "University", "Trust", "Council", "Primary", "Infants", "Church"}
)
"""Last words of names that may be long: "St Aidan's C of E Primary School"."""


@lru_cache(maxsize=4096)  # several stages ask about the same words
def is_proper_name(text: str) -> bool:
    """Return whether `text` is written as a name: one to six words, the longer ones capitalised, no sentence marks."""
    bare = LEGAL_SUFFIX.sub("", LEGAL_SUFFIX.sub("", text))
    if "!" in bare:
        bare = _WITH_MARK.sub(" ", bare)
    words = bare.split()
    most = 8 if words and (words[0].casefold() in _OFFICES or words[-1] in _LONG_NAMED) else 6
    if not 1 <= len(words) <= most or len(text) > 60 or _NO_NAME.search(bare):
        return False
    if words[-1] in _NO_NAME_ENDS:
        return False
    if not any(char.isalpha() for char in words[0]) and not words[0][0].isdigit():
        return False
    if words[0].casefold() in _OFFICES and words[0][0].isupper():
        # "Ministère de la Transition maritime": Romance names of offices are capitalised at first only.
        return all(any(char.isalpha() for char in word) or word.isdecimal() for word in words)
    if words[-1] in _HOUSES and len(words) > 1 and words[0][0].isupper():
        return all(word[0].isalpha() for word in words)
    capital = [any(char.isupper() for char in word) or not word[0].isalpha() or word in NAMES_SMALL for word in words]
    return all(capital) and any(char.isupper() for char in text) and words[0].casefold() not in _NO_NAME_STARTS


_SMALL_FORMS = frozenset(words_of("gmbh ag ltd llc inc srl sarl ltda"))
"""Legal forms that companies which write their names in small letters end in."""


def is_house_in_small_letters(text: str) -> bool:
    """Return whether a name is of what begins in small letters: "école primaire Jules-Vallès", "lycée Sud", "satzwerk gmbh"."""
    words = text.split()
    if not words:
        return False
    if words[-1] in _SMALL_FORMS or (words[0].islower() and words[-1].casefold() in _SMALL_FORMS):
        return 2 <= len(words) <= 5
    inner = words[1:-1]
    if words[0][:1].isupper() and words[-1].casefold() in _SMALL_FORMS and 1 <= len(inner) <= 2:
        return all(word.islower() and len(word) > 3 and word not in SMALL for word in inner)  # "Papyrus digital GmbH"
    return 2 <= len(words) <= 7 and words[0] in _OFFICES and words[-1][0].isupper() and text.count(".") == 0


@lru_cache(maxsize=4096)  # several stages ask about the same words
def is_generic(text: str, vocabularies: Vocabularies) -> bool:
    """Return whether a name holds nothing but words of careers, industries and technologies."""
    if LEGAL_SUFFIX.search(text):
        return False
    for found in reversed(vocabularies.technologies.find(text)):
        if found.end - found.start < len(text.strip()):
            text = text[: found.start] + " " + text[found.end :]
    words = [word.casefold().strip(".") for word in re.findall(r"[^\W\d_][\w’'-]*", text)]
    parts = [part for word in words for part in re.split(r"[-/]", word) if part and part not in SMALL]
    roles = vocabularies.roles
    return all(
        part in GENERIC
        or part.removesuffix("s") in GENERIC
        or part in roles.head_nouns
        or part in roles.modifiers
        or (len(parts) > 1 and part.removesuffix("s") in roles.head_nouns)
        for part in parts
    )


def is_team(name: str, vocabularies: Vocabularies) -> bool:
    """Return whether a name that stands behind a title is that of a team, ward or subject: "Demand Planning"."""
    if LEGAL_SUFFIX.search(name):
        return False
    words = [word.casefold() for word in re.findall(r"[^\W\d_]+", name)]
    roles = vocabularies.roles
    known = TEAM_WORDS | GENERIC | SMALL | roles.modifiers
    return bool(words) and all(word in known or word.removesuffix("s") in known for word in words)


def is_companylike(name: str) -> bool:
    """Return whether a name ends as companies' names do: in a legal form, or in "Logistics", "Foods", "Clinic"."""
    if name[:1] > "\u3000":
        return is_house_in_east_asia(name)
    words = re.findall(r"[^\W\d_]+", name)
    return (
        LEGAL_SUFFIX.search(name) is not None
        or _LEGAL_PREFIX.match(name) is not None
        or (len(words) > 1 and words[-1].casefold() in COMPANY_TAILS)
    )
