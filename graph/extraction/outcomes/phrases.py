"""The circumstances in which a number is the person's or the page's, not the work's: tenure, terms, titles, goals, advice.

CIRCUMSTANCES is the table of what one sentence can show; rules.py asks it, and knows the sections and the rest.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from graph.extraction.outcomes.asides import ASIDES
from graph.extraction.outcomes.others_figures import OTHERS
from graph.extraction.outcomes.personal_figures import PERSONAL
from graph.extraction.outcomes.told_in_passing import IN_PASSING
from graph.extraction.quantities.quantity import Quantity

# ---------------------------------------------------------------- times that are terms, ages, reading times

_TERMS_BEFORE = re.compile(
    r"(?i)\b(?:notice(?:\s+period)?|kündigungsfrist|préavis|preaviso|preavviso|opzegtermijn|full-?time|part-?time|teilzeit|vollzeit|temps\s+plein|"
    r"leave|sabbatical|probation|elternzeit|repl(?:y|ies|ying)|(?:respond|answer|get\s+back)\s+(?:to\s+)?\w*|would\s+need|available|seats?|rotations?|stints?|contract)\b"
    r"[\s:,;(]*(?:(?:is|of|for|in|within|von|de|di|from|period|a|about|usually)\s+)*$"
)
_TERMS_AFTER = re.compile(
    r"(?i)[’']?[\s-]{0,60}+(?:(?:/|per\s|a\s)\s?week\b)?[\s,(]{0,60}+(?:notice|kündigungsfrist|holidays?|vacation|paid\s+leave|annual\s+leave|of\s+leave|at\s+home|from\s+home|remote|"
    r"weeks?\b(?!\s+of)|read(?:ing)?\b(?:\s+time)?|lesezeit|de\s+lecture|de\s+lectura|di\s+lettura|leestijd|talk\b|each\b(?!\s+(?:day|week|month|year|time)))"
)
_PAY = re.compile(
    r"(?i)\b(?:salary|pay|wage|day\s+rate|hourly\s+rate)\s*(?:expectations?|requirements?|wish|range|is|:)[\s:]*+(?:of|is|from|about)?\s*$"
)
_OLD = re.compile(r"(?i)[\s-]?olds?\b|\s{1,60}+(?:of\s+age|alt)\b")
_RECORDS = re.compile(
    r"(?i)\s{1,60}+(?:worth\s+)?of\s+(?:[\w-]+\s+)?(?:data|bookings|records|history|logs?|sales|transactions|archives?|invoices|measurements|results|reviews|"
    r"observations|footage|e-?mails?|correspondence|statements|minutes|reports|papers|letters)\b"
)
_PRICE_FOR = re.compile(r"[$€£]\s?\d[\d.,]*\s?(?:[kKmM]|bn|thousand|million|billion)?\s+(?:for|per)\s+$")
_SHORT_YEARS = re.compile(r"(?i)\b(?:yrs?|mos?)\b")
_TIMES_ABROAD = frozenset(
    {"ano", "anos", "mes", "meses", "mês", "anno", "anni", "mesi", "jaar", "maanden", "lat", "år"}
)
_STAYED = re.compile(
    r"(?i)(?:\b(?:19|20)\d\d|\b(?:present|now|current|heute|actual|atual|presente|actualidad|oggi|heden)|d[’']hui)"
    r"[\s*_)]{0,3}[–—·(|,-]\s?(?:\d{1,2}\s[^\W\d_]{2,6}(?:,|\s(?:and|et|y|e|und|en|i))?)?\s?$"
)
"""Between the dates of a post and how long it was: "05/2016 – 12/2016 – 1 ano e"."""


def _is_terms(text: str, q: Quantity) -> bool:
    before, after = text[: q.start], text[q.number_end :]
    if q.dimension == "money":
        return _PAY.search(before[-60:]) is not None
    return (
        q.dimension == "time"
        and q.before is None
        and bool(_TERMS_BEFORE.search(before[-60:]) or _TERMS_AFTER.match(after))
    )


_ELAPSED = re.compile(
    r"(?i)\s{1,60}+later\s+(?!than\b)|\s{1,60}+(?:ago|before|previously|vorher|zuvor|auparavant|antes|prima|eerder|geleden)\s*(?:[.,;:)]|$)|"
    r"\s{1,60}+(?:left|remaining|to\s+go|away|into\s+(?:the|an?|my|our)|ahead(?!\s+of))\b"
)
# "the lowest in four years": how long it had not been so.
_MOST_IN = re.compile(
    r"(?i)\b(?:the|its|our|their)\s(?:lowest|highest|best|worst|fewest|largest|biggest|fastest|strongest)(?:\s[\w-]+){0,3}\s(?:in|for)\s(?:over\s|almost\s|more\sthan\s)?$"
)
_SAYING = re.compile(
    r"(?i)\bit\s+is\s+(?:often\s+)?said\b|\b(?:they|people|experts|some)\s+say\b|\bas\s+the\s+saying\s+goes\b|\bsagt\s+man\b|\bdit-on\b|\bdicen\s+que\b|\bsi\s+dice\b"
)


def _is_elapsed(text: str, q: Quantity) -> bool:
    """ "four years before": when something was, not how long it took."""
    if q.unit in ("years", "months", "quarters") and _MOST_IN.search(text[max(0, q.start - 60) : q.start]):
        return True
    return q.dimension == "time" and q.before is None and _ELAPSED.match(text, q.number_end) is not None


def _is_age(text: str, q: Quantity) -> bool:
    return q.dimension == "time" and _OLD.match(text, q.number_end) is not None


def _spans_records(text: str, q: Quantity) -> bool:
    """ "three years of bookings" were looked through; "£2 million for five years" is a contract's length."""
    if q.dimension != "time" or q.before is not None:
        return False
    return bool(_RECORDS.match(text, q.number_end) or _PRICE_FOR.search(text[: q.start]))


def _is_stay(text: str, q: Quantity) -> bool:
    """ "5 yrs 3 mos" at the end of a line or behind a middle dot, as profiles write how long one stayed."""
    if q.dimension != "time" and q.unit not in _TIMES_ABROAD:
        return False
    line_before, line_after = (
        text[: q.start].rpartition("\n")[2].rstrip(),
        text[q.end :].partition("\n")[0].strip(" *_"),
    )
    if (not line_after or line_after[0] in "·|),eyu") and _STAYED.search(line_before[-40:]):
        return True
    if q.dimension != "time" or not _SHORT_YEARS.search(text[q.number_start : q.number_end]):
        return False
    return (not line_before or line_before.endswith(("·", "|", "(", "-", "–", ","))) and (
        not line_after or line_after[0] in "·|),"
    )


# ---------------------------------------------------------------- counts that are the page's or of a thing

_SOCIAL = frozenset("connections followers endorsements comments likes claps reactions reposts skills views".split())
_FAMILY = re.compile(
    r"(?i)\b(?:born|married|father|mother|parent|geboren|verheiratet|née?|mariée?|casad[oa]|sposat[oa])\b"
)
_SHOWN = re.compile(r"(?i)\b(?:show\s+all|endorsed\s+by|see\s+all|view\s+all|load\s+more|read\s+all)\s*$")
_ATTRIBUTES = frozenset("bits digits pixels degrees bit digit pixel degree dpi axes".split())
_COMPARED = re.compile(r"(?i)\s(?:cooler|warmer|colder|hotter|lower|higher)\b")
"""Behind degrees that tell a difference: "4 degrees cooler"."""
_PERSONAL_ALL = re.compile(
    r"(?i)\s{0,60}+(?:up\s+to\s+date|remote|self-taught|committed|sure|vegan|vegetarian|homemade|of\s+(?:my|the)\s+(?:time|heart))\b"
)


def _is_of_the_profile(text: str, q: Quantity) -> bool:
    if _SHOWN.search(text[max(0, q.start - 20) : q.number_start].rstrip()) or _SHOWN.search(
        text[max(0, q.start - 20) : q.start]
    ):
        return True
    head = q.unit.split(" ")[-1]
    if head in ("children", "kids", "kinder", "enfants", "hijos", "figli") and _FAMILY.search(text[: q.start]):
        return True
    if q.dimension != "count" or head not in _SOCIAL:
        return False
    line = text[text.rfind("\n", 0, q.start) + 1 :].partition("\n")[0]
    return len(re.findall(r"[^\W\d_]{2,}", line)) <= 4


_NAMED_BY_DAYS = re.compile(
    r"(?i)\s(?:[a-z-]+\s)?(?:retention|readmissions?|mortality|survival|churn|attrition|moving|rolling|averages?|window|ltv|conversion|returns?|week|weeks|shifts?|helpline|contracts?|warranty|guarantee)\b"
)


def tells_difference(text: str, q: Quantity) -> bool:
    """Return whether degrees say how much cooler or warmer something is."""
    return q.unit == "degrees" and _COMPARED.match(text, q.end) is not None


def _is_attribute(text: str, q: Quantity) -> bool:
    """ "8-bit", "7-digit", "360-degree": a kind, no amount; "100 % remote"."""
    if q.dimension == "share":
        return q.value == 100 and _PERSONAL_ALL.match(text, q.number_end) is not None
    # "7-day retention", "30-day readmissions": of the measure's name.
    if q.dimension == "time" and q.before is None and _NAMED_BY_DAYS.match(text, q.number_end):
        return "-" in text[q.number_start : q.number_end]
    is_kind = q.dimension == "count" and not q.scaled and q.before is None and q.unit.split(" ")[-1] in _ATTRIBUTES
    return is_kind and not tells_difference(text, q)


# ---------------------------------------------------------------- names, goals, advice

_QUOTED = re.compile(r"[\"“„«]([^\"“”„«»\n]{2,80})[\"”“»]")
_TARGET_AFTER = re.compile(
    r"(?i)\s{1,60}+(?:uptime\s+|availability\s+|accuracy\s+)?(?:target|goal|SLA|SLO|objective)s?\b"
)
_NEEDS = re.compile(
    r"(?i)(?:\b(?:needs?|wants?|max\.?|maximum|min\.?|minimum|ideally|willing\s+to|open\s+to|hoping\s+for)\s+|\[ \]\s.*)$"
)
_GENERAL = re.compile(
    r"(?i)^\W*(?:(?:the|an?|any|every)\s+(?:average|typical|good|great|strong|usual|normal|ideal|perfect|well-\w+|healthy|modern|bad)|most|many|people|recruiters|employers|studies|experts)\s+(?:[\w-]+\s+){1,3}?"
    r"(?:has|have|is|are|needs?|takes?|contains?|should|spends?|reads?|shows?|say)\b"
)
# "Industry average churn is 5%", "One in four adults has …", "The law caps …", "A nurse walks …": of the world, not of one's work.
_OF_THE_WORLD = re.compile(
    r"(?i)\A\W*+(?:(?:an?|every|the)\s+(?:typical|average|normal|usual|ordinary)\s+\w+\s+\w+s\b(?!.*\b(?:fell|rose|went|was|were|grew|from|\w+ed)\b)|(?:(?:the\s+)?(?:industry|national|sector|market|global|world)\s+(?:averages?|norms?|benchmarks?)|the\s+(?:law|industry|sector|market|regulations?|standard|directive|statute)|"
    r"(?:(?:about|roughly|around|nearly|over|some)\s+)?(?:one|two|three|\d{1,2}%?)\s+(?:(?:in|out\s+of|of)\s+\S+\s+)?(?:adults|people|children|workers|women|men|employees|students|americans|britons|europeans|households))\s+(?:[\w-]+\s+){0,4}?"
    r"(?:has|have|is|are|needs?|takes?|contains?|suffers?|lives?|caps?|limits?|sets?|allows?|demands?|stands?|earns?|struggles?)\b)(?!.*\b(?:our|we|my|I)\b)"
)
_OF_OTHERS = re.compile(
    r"(?i)(?:\A\W*|[.;:,(]\s|\b(?:and|meanwhile|while|whereas|although|but|when|as|where|in(?=\s(?:a|the)\s(?:market|sector|industry)\s(?:that|which)\s))\s)(?:the\s|our\s|its\s|a\s)?(?:(?:whole|wider|overall|local|national|rest\sof\sthe)\s)?"
    r"(?:sector|industry|market|competitors?|competition|peers|rivals?|inflation|economy|(?:other|neighbou?ring|comparable)\s(?:sites|stores|shops|plants|schools|hospitals|clinics|regions|branches|teams|companies|agencies|hotels))"
    r"(?:,[^,;.]{2,40},)?\s(?:(?:itself|as\sa\swhole|that|which|then|also|only|meanwhile|even|together)\s){0,2}(?:saw|sees|fell|rose|grew|lost|shrank|dropped|was|were|is|are|stood|stagnated|declined|gained|averaged?|went|ran|had|has|have|reported|managed|increased|decreased|spends?|spent|wastes?)\s(?![^;.]*\b(?:we|our|ours|I|my|mine)\b)[^;.]*$"
)
_OF_OTHERS_ABROAD = re.compile(
    r"(?:\A\W*|[.;:,(]\s)(?:(?:während|obwohl|wobei|tandis\sque|alors\sque|mientras|mentre|terwijl)\s)?(?:(?i:die|der|das|dem|le|la|les|l[’']|el|los|il|lo|i|de|het|o|a)\s?)(?:gesamte\s|übrige\s|ganze\s)?"
    r"(?:Branche|Markt|Wettbewerb|Konkurrenz|Inflation|secteur|marché|concurrence|concurrents|inflation|sector|mercado|competencia|inflación|settore|mercato|concorrenza|inflazione|branche|markt|concurrentie|inflatie)(?!\w)(?![^;.]*\b(?:wir|unser\w*|nous|notre|nuestr\w+|nostr\w+|onze?)\b)[^;.]*$"
)
"""Before a figure, in its clause, a subject that is not the author's own: "the sector fell 7%"; "while competitors lost 12%"."""
_ADVICE = re.compile(
    r"^\W*(?:Replace|Use|Keep|Add|Ask|Show|Send|Write|Aim|Try|Avoid|Remember|Put|Limit|Include|Choose|Start|Make\s+sure|Don[’']t|Do\s+not|Never|Always)\b(?=.*(?:\bX\b|\bY\b|\bN\b|\byour?\b|\bper\s+(?:role|bullet|section|page)\b))"
)
_LETTER_FOR_NUMBER = re.compile(
    r"(?i:\b(?:increased?|reduced?|improved?|cut|grew|boosted?|achieved?|replace)\s+)(?:[XYZ]\b|\[)|(?:\b(?:by|to|from|of|with|replace|increased|reduced|at)\s+[XYZN]\b(?![-.]))|\b[XYN]\s?%|(?<!`)\[[a-z ]+\]"
)


def _is_in_a_name(text: str, q: Quantity) -> bool:
    """A quoted title of a few words ("Four Paws", "Half of the seagrass is missing"), or a name of two capitals."""
    for match in _QUOTED.finditer(text):
        inner = match[1].strip()
        if match.start() < q.number_start and q.number_end <= match.end() and len(inner.split()) <= 9:
            return inner[:1].isupper() or inner[:1].isdigit()
    if q.form != "words" or q.noun is None or not text[q.number_start].isupper() or not text[: q.start].strip(" *-•·"):
        return False
    return text[q.noun.start].isupper() and re.search(r"[.!?:]\s*$", text[: q.start]) is None


def _is_a_target(text: str, q: Quantity) -> bool:
    return q.before is None and bool(
        _TARGET_AFTER.match(text, q.number_end) or _NEEDS.search(text[max(0, q.start - 80) : q.start])
    )


_NEAR = 200
"""Characters; in a longer line what stands farther off says nothing of a figure."""


_CALL = re.compile(
    r"(?i)\A\W*+(?:reach\sout|sign\sup|contact|call|book|subscribe|get\sin\stouch|order\snow|click|join\s(?:now|us|me)|hire\sme|let\sme\sknow|drop\sme|e-?mail\sme|write\sto\sme|message\sme|register|save\s\d+\s?%\swith)\b"
)
_IF = re.compile(
    r"(?i)\A\W*+(?:if|unless|assuming|provided|supposing|wenn|falls|si|se|jeśli)\s[^.;]{3,120}?,\s(?P<then>[^.;]*)"
)
_WOULD = re.compile(
    r"(?i)\b(?:would|could|might|may|will|can|saves?|costs?|würde\w*|könnte\w*|wird|permettra\w*|pourrait|podría|ahorrará|potrebbe)\b"
)
_PROMISED = re.compile(
    r"(?i)\b(?:SLAs?|SLO|polic(?:y|ies)|contracts?|standards?|laws?|briefs?|specifications?|specs?|tenders?|regulators?|rules?)\s(?:promises?|promised|requires?|required|guarantees?|guaranteed|demands?|demanded|allows?|allowed|caps|says|said|asks?\sfor|sets)\b[^.;]{0,40}$"
)
_UNREAL = re.compile(r"(?i)\b(?:would|could|might)(?:\shave|[’']ve)\s(?:[\w-]+\s){1,5}$")


def _is_supposed(text: str, q: Quantity) -> bool:
    """ "If approved, the merger saves €4m", "would have cost £2m", "Sign up for 20% off": nothing that happened."""
    before = text[max(0, q.start - _NEAR) : q.start]
    if _UNREAL.search(before) or _PROMISED.search(before) or _CALL.match(text):
        return True
    condition = _IF.match(before)
    return condition is not None and _WOULD.search(condition["then"]) is not None


def _is_general(text: str, q: Quantity) -> bool:
    """What holds of any team or story, advice, a template with letters for numbers, a question."""
    near = text[max(0, q.start - _NEAR) : q.end + _NEAR]
    return bool(
        _OF_OTHERS.search(text[max(0, q.start - _NEAR) : q.start])
        or _OF_OTHERS_ABROAD.search(text[max(0, q.start - _NEAR) : q.start])
        or _GENERAL.match(text)
        or _OF_THE_WORLD.match(text)
        or _SAYING.search(near)
        or _ADVICE.match(text)
        or _LETTER_FOR_NUMBER.search(near)
        or (text.rstrip().endswith("?") and "." not in text[q.end :])
    )


CIRCUMSTANCES: tuple[tuple[str, Callable[[str, Quantity], bool]], ...] = (
    ("terms of employment, reading time", _is_terms),
    ("age", _is_age),
    ("time gone by", _is_elapsed),
    ("years of records, length of a contract", _spans_records),
    ("length of a stay", _is_stay),
    ("of the profile", _is_of_the_profile),
    ("attribute of a kind", _is_attribute),
    ("within a name", _is_in_a_name),
    ("target", _is_a_target),
    ("supposed", _is_supposed),
    ("general statement or advice", _is_general),
    *ASIDES,
    *PERSONAL,
    *OTHERS,
    *IN_PASSING,
)


def circumstance(text: str, q: Quantity) -> str | None:
    """Return why a figure of a sentence measures no work, or None where nothing in the sentence says so.

    `text` is the sentence, in which the figure's offsets count.
    """
    return next((name for name, holds in CIRCUMSTANCES if holds(text, q)), None)
