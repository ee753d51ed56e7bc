"""Says which words between two amounts set what is against what was: "25 statt 55 Minuten", "8% before, 2.5% after". Builds nothing."""

from __future__ import annotations

import re
from enum import StrEnum

_WORDS = r"(?:\s{1,3}(?!(?:and|but|und|y|et|e|en)\b)[^\W\d_][\w\u2019'/-]*){0,4}?"
# What stands first is now; what stands behind these words was before.
_INSTEAD = re.compile(
    rf"{_WORDS},?\s{{1,3}}(?:\(|–\s|—\s)?(?:statt|anstatt|anstelle\s{{1,3}}von|gegenüber|nicht\s{{1,3}}mehr|zuvor|vorher|früher|en\s{{1,3}}lugar\s{{1,3}}de(?:l)?|en\s{{1,3}}vez\s{{1,3}}de|frente\s{{1,3}}a|antes|au\s{{1,3}}lieu\s{{1,3}}de|contre|"
    rf"invece\s{{1,3}}di|anziché|contro|prima|in\s{{1,3}}plaats\s{{1,3}}van|tegen|eerst|i\s{{1,3}}stället\s{{1,3}}för|istället\s{{1,3}}för|i\s{{1,3}}stedet\s{{1,3}}for|em\s{{1,3}}vez\s{{1,3}}de|ao\s{{1,3}}invés\s{{1,3}}de|(?:as\s{{1,3}})?against|(?:instead\s{{1,3}}of|rather\s{{1,3}}than)\s{{1,3}}(?:the|its|our|a)(?:\s{{1,3}}(?:planned|usual|budgeted|expected|previous|former|scheduled|quoted|old))?|"
    rf"where\s{{1,3}}(?:there|it|we|they)\s{{1,3}}(?:had\s{{1,3}}been|were|was|used\s{{1,3}}to\s{{1,3}}be)|when\s{{1,3}}(?:there|it)\s{{1,3}}(?:had\s{{1,3}}been|were|was)|before\s{{1,3}}it\s{{1,3}}was|previously|formerly|originally|up\s{{1,3}}from|down\s{{1,3}}from)"
    rf"\s{{1,3}}(?:only\s{{1,3}}|about\s{{1,3}}|bisher\s{{1,3}}|las?\s{{1,3}}|los\s{{1,3}}|les\s{{1,3}}|den\s{{1,3}}|de\s{{1,3}})?",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"(?:\s{1,3}[^\W\d_][\w\u2019'/-]*){0,2}?,\s{1,3}(?:not|no\s{1,3}longer|nicht|pas|plus|no|non|niet)\s{1,3}",
    re.IGNORECASE,
)
_USED_TO = re.compile(
    rf"{_WORDS}[,;:]?\s{{1,3}}(?:\(|–\s|—\s)?(?:(?:and|but|where|which|what)\s{{1,3}})?(?:(?:it|that|this|they|we|which)\s{{1,3}})?"
    r"(?:used\s{1,3}to\s{1,3}(?:take|be|need|cost|last|have|run)|(?:once|formerly|previously|before\s{1,3}that)\s{1,3}(?:took|was|were|needed|cost)|had\s{1,3}(?:taken|been|needed|cost))\s{1,3}(?:about\s{1,3}|only\s{1,3})?",
    re.IGNORECASE,
)
# What stands first was before, if what stands second is marked as now.
_BEFORE = re.compile(
    rf"{_WORDS}\s{{1,3}}(?:before|beforehand|then|earlier|previously|at\s{{1,3}}first|last\s{{1,3}}(?:year|season|term|quarter|month)|the\s{{1,3}}(?:year|season|term)\s{{1,3}}before|im\s{{1,3}}Vorjahr|letztes\s{{1,3}}Jahr|l[’']an\s{{1,3}}dernier|el\s{{1,3}}año\s{{1,3}}pasado|l[’']anno\s{{1,3}}scorso|vorig\s{{1,3}}jaar|i\s{{1,3}}fjol|vorher|zuvor|früher|avant|auparavant|antes|prima|eerst|voorheen)"
    rf"(?:\s{{1,3}}[^\W\d_]\w*){{0,2}}?\s?[,;:]?\s{{1,3}}(?:and\s{{1,3}}|but\s{{1,3}}|und\s{{1,3}}|et\s{{1,3}}|y\s{{1,3}}|e\s{{1,3}})?(?:only\s{{1,3}}|just\s{{1,3}})?",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"(?:\s{1,3}[^\W\d_][\w\u2019'/-]*){0,2}?\s{1,3}(?:after(?:wards)?|now|today|this\s{1,3}(?:year|season|term|quarter|month)|dieses\s{1,3}Jahr|in\s{1,3}diesem\s{1,3}Jahr|cette\s{1,3}année|este\s{1,3}año|quest[’']anno|dit\s{1,3}jaar|i\s{1,3}år|since|later|nachher|heute|jetzt|danach|après|maintenant|aujourd[’']hui|después|ahora|hoy|dopo|oggi|adesso|nu|daarna)\b",
    re.IGNORECASE,
)
# "What took nine weeks became a two-day job", "previously eleven days, is now four".
_WAS = re.compile(
    r"\b(?:took|taken|needed|lasted|was|were|ran|cost|averaged|used\s{1,3}to\s{1,3}(?:take|eat\s{1,3}up|need|last|cost|be|run|average)|previously|formerly|originally|once|initially|"
    r"(?:stood|started|began)\s{1,3}at|(?:team|crew|staff|group|department)\s{1,3}of|dauerten?|brauchten?|kosteten?|prenai(?:t|ent)|durai(?:t|ent)|tardaban?|duraban?|richiedeva|durava|duurden?|kostten?|demorava|trwał[ao]?|tog)"
    r"\s{1,3}(?:about\s|around\s|some\s|nearly\s|almost\s|over\s|up\s{1,3}to\s)?$",
    re.IGNORECASE,
)
_BECAME = re.compile(
    r"(?:/[^\W\d_]{1,7})?(?:\s{1,3}[^\W\d_][\w\u2019'/-]*){0,6}?[,;:)]?\s{1,3}(?:[–—]\s)?(?:(?:and|but|it|this|that|they|which)\s{1,3}){0,2}"
    r"(?:became|becomes|turned\s{1,3}into|(?:is|are|was|were)\s{1,3}(?:now\s{1,3})?(?:down|up)\s{1,3}to|(?:is|are)\s{1,3}now|now(?:\s{1,3}(?:takes?|needs?|lasts?|is|are))?|"
    r"(?:fell|dropped|shrank|came\s{1,3}down|went|rose|grew)\s{1,3}to|(?:heute|jetzt|nun)(?:\s{1,3}(?:dauert|sind|ist)(?:\s{1,3}es)?)?(?:\s{1,3}nur\s{1,3}noch)?|maintenant|ahora|oggi|adesso|nu|hoje|agora|teraz)"
    r"\s{1,3}(?:an?\s|only\s|just\s|about\s|under\s|mere\s){0,2}(?:(?:team|crew|staff|group|department)\s{1,3}of\s)?\s{0,3}",
    re.IGNORECASE,
)
# "replaced a nightly job that took 14 hours with one that finishes in 25 minutes"
_REPLACED_BY = re.compile(
    r"(?:\s{1,3}[^\W\d_][\w\u2019'/-]*){0,3}?,?\s{1,3}(?:with|by)(?:\s{1,3}[^\W\d_][\w\u2019'/-]*){1,7}?\s{1,3}(?:that|which)\s{1,3}(?:now\s{1,3})?"
    r"(?:takes?|took|needs?|needed|(?:(?:finish(?:es|ed)|runs?|ran|completes?|completed|is\s{1,3}done|was\s{1,3}done)\s{1,3}in))\s{1,3}(?:only\s|just\s|about\s|under\s)?",
    re.IGNORECASE,
)
# "used 30% of the yard; after the rebuild it was 85%"
_AFTER_IT_WAS = re.compile(
    r"(?:\s{1,3}[^\W\d_][\w\u2019'/-]*){0,5}?[;,.]\s{1,3}(?:after|since)(?:\s{1,3}[^\W\d_][\w\u2019'/-]*){1,5}?,?\s{1,3}(?:it|they|that|this)\s{1,3}(?:was|were|is|are|took|takes|had|has)\s{1,3}(?:only\s|just\s|about\s|under\s|over\s)?",
    re.IGNORECASE,
)
# "bajó del 36 % al 28 %", "de 48 à 17 minutes": the small words around a change in other languages.
_FROM = re.compile(
    r"(?:^|\s)(?:del|dal|dalle|dai|dall[’']|desde|des|du|vom|von|de|da|van|från|fra|z|ze)\s{0,3}$", re.IGNORECASE
)
_TO = re.compile(
    r"(?:\s{1,3}[^\W\d_][\w\u2019'/-]*){0,3}?,?\s{1,3}(?:al|alle|ai|all[’']|aux|au|à|zum|zu|tot|till|til|do|para|hasta)\s{0,3}",
    re.IGNORECASE,
)


_VERSUS = re.compile(
    r"(?i)(?:\s{1,3}[^\W\d_][\w\u2019'/-]*){0,3}?,?\s{1,3}\(?(?:vs\.?|versus|against|compared\s{1,3}(?:to|with)|gegenüber|contre|frente\s{1,3}a)\s{1,3}(?:an?\s|the\s|einem\s|une?\s)?"
)
_YARDSTICK = re.compile(
    r"(?i)\s{0,3}(?:for\s{1,3}|in\s{1,3})?(?:(?:the|our)\s{1,3})?(?:sector|industry|national|nationally|market|team|company|peer|regional|county|class|school|trust|branch|control|group|global|european|uk|us|federal|branchen\w*|bundes\w*)?[\s-]{0,3}(?:averages?|mean|median|norm|benchmark|target|goal|plan|budget|group|schnitt|durchschnitt|durchschnittlich|nationally|control|peers|moyenne|media|gemiddelde)\b"
)


def is_yardstick(gap: str, after: str) -> bool:
    """Return whether the second of two amounts is another's: "71 % vs. 45 % sector average"."""
    return len(gap) < 80 and _YARDSTICK.match(after) is not None and _VERSUS.fullmatch(gap) is not None


# "took over a site with a 9% error rate and brought it to 0.8%"
_BROUGHT_TO = re.compile(
    r"(?:\s{1,3}[^\W\d_][\w\u2019'/-]*){0,6}?,?\s{1,3}and\s{1,3}(?:then\s{1,3})?(?:brought|got|took|cut|drove|pushed|lowered|raised|reduced|lifted|turned|worked|trimmed|halved)\s{1,3}"
    r"(?:it|them|this|that)\s{1,3}(?:back\s{1,3})?(?:down\s{1,3}|up\s{1,3})?(?:in)?to\s{1,3}(?:about\s|only\s|just\s|under\s|over\s)?",
    re.IGNORECASE,
)
# "statt sechs nur noch drei Wochen", "au lieu de six, trois semaines"
_INSTEAD_AHEAD = re.compile(
    r"\b(?:statt|anstatt|anstelle\s{1,3}von|au\s{1,3}lieu\s{1,3}de|en\s{1,3}lugar\s{1,3}de|en\s{1,3}vez\s{1,3}de|invece\s{1,3}di|anziché|in\s{1,3}plaats\s{1,3}van|em\s{1,3}vez\s{1,3}de|instead\s{1,3}of)\s{1,3}(?:bisher\s|vorher\s|früher\s|the\s)?$",
    re.IGNORECASE,
)
_NOW_BEHIND = re.compile(
    r"(?:\s{1,3}[^\W\d_][\w-]*){0,3}?(?:,(?:\s{1,3}[^\W\d_][\w-]*){0,2}?|\s{1,3}(?:nur\s{1,3}noch|nur|jetzt|heute|noch|bloß|solo|seulement|plus\s{1,3}que|nog\s{1,3}maar|slechts|nog|now|only|just|apenas|soltanto|appena))\s{1,3}",
    re.IGNORECASE,
)
# "71% felt less alone (survey before: 44%)"
_BRACKET_BEFORE = re.compile(
    r"(?:\s{1,3}[^\W\d_][\w\u2019'/-]*){0,8}?\s{0,3}[(\[](?:[^\W\d_][\w-]*\s{1,3}){0,3}(?:before|beforehand|previously|earlier|baseline|vorher|zuvor|avant|antes|prima)\s{0,2}[:,]?\s{1,3}(?:it\s{1,3}was\s{1,3})?",
    re.IGNORECASE,
)
# "94% OEE (83% when I started)"
_BRACKET = re.compile(r"(?:\s{1,3}[^\W\d_][\w\u2019'/-]*){0,4}?\s{0,3}[(\[](?:from\s)?", re.IGNORECASE)
_THEN = re.compile(
    r"\s{1,3}(?:when\s{1,3}(?:I|we)\s{1,3}(?:started|joined|arrived|began|took\s{1,3}over)|before|beforehand|previously|at\s{1,3}(?:the\s{1,3})?(?:start|first|outset|baseline)|on\s{1,3}arrival|last\s{1,3}year|"
    r"(?:a|one|the)\s{1,3}year\s{1,3}(?:before|earlier)|vorher|zuvor|im\s{1,3}Vorjahr|avant|auparavant|antes|prima|voorheen|tidigare|wcześniej)\s{0,3}[)\]]",
    re.IGNORECASE,
)


# "Build time – before: 9 s, after: 3 s"
_LABELLED_BEFORE = re.compile(
    r"(?:^|[^\w])(?:before|previously|old|was|then|vorher|früher|alt|avant|antes|prima|voorheen|före)\s?:\s{1,3}$",
    re.IGNORECASE,
)
_LABELLED_AFTER = re.compile(
    r"(?:\s[^\W\d_][\w-]*){0,2}?\s?[,;|/·→–—-]?\s{0,3}(?:and\s)?(?:after|now|new|today|nachher|heute|jetzt|neu|après|aujourd[’']hui|después|ahora|depois|agora|dopo|oggi|nu|efter)\s?:\s{1,3}",
    re.IGNORECASE,
)


_HOW_FAR_BEHIND = re.compile(
    r"(?i)\s{1,3}(?:less|fewer|lower|higher|more|faster|cheaper|shorter|better|off|(?:[a-z-]+\s)?(?:reductions?|decreases?|drops?|falls?|increases?|growth|rises?|gains?|uplifts?|improvements?|savings?|boosts?|cuts?))\b"
)
_FELL = re.compile(r"(?i)\b(?:fell|fall(?:en|ing)?|dropp?(?:ed|ing)?|decreased?|declined?|sank|down)\s{1,3}$")


def is_how_far(before: str, after: str) -> bool:
    """Return whether "30% to 40%" says how far something went: "30% to 40% less scrap", "fell 30% to 40%"."""
    return _HOW_FAR_BEHIND.match(after) is not None or _FELL.search(before) is not None


class Contrast(StrEnum):
    """How two amounts stand to each other."""

    NONE = "none"
    WAS_BEHIND = "was behind"
    """The second is what was before."""
    WAS_AHEAD = "was ahead"
    """The first is what was before."""


def behind(after: str) -> int:
    """Return how many characters of `after` say that an amount is of now: "this year", "today"."""
    found = _AFTER.match(after)
    return found.end() if found else 0


def contrast(before: str, gap: str, after: str) -> Contrast:
    """Return how two amounts stand to each other by the words before, between and behind them."""
    if len(gap) > 120:
        return Contrast.NONE
    if _INSTEAD.fullmatch(gap) or _NOT.fullmatch(gap) or _USED_TO.fullmatch(gap):
        return Contrast.WAS_BEHIND
    if _BROUGHT_TO.fullmatch(gap) or (_INSTEAD_AHEAD.search(before) and _NOW_BEHIND.fullmatch(gap)):
        return Contrast.WAS_AHEAD
    if _BRACKET_BEFORE.fullmatch(gap) and after.lstrip()[:1] in (")", "]"):
        return Contrast.WAS_BEHIND
    if _BEFORE.fullmatch(gap) and _AFTER.match(after):
        return Contrast.WAS_AHEAD
    if _BRACKET.fullmatch(gap) and _THEN.match(after):
        return Contrast.WAS_BEHIND
    if (_BECAME.fullmatch(gap) or _REPLACED_BY.fullmatch(gap)) and _WAS.search(before):
        return Contrast.WAS_AHEAD
    if _AFTER_IT_WAS.fullmatch(gap) or (_LABELLED_AFTER.fullmatch(gap) and _LABELLED_BEFORE.search(before)):
        return Contrast.WAS_AHEAD
    if _FROM.search(before[-8:]) and _TO.fullmatch(gap):
        return Contrast.WAS_AHEAD
    return Contrast.NONE
