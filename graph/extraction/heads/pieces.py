"""Says by its words alone what a piece of a head line may be: a title, a name, a place, an aside. line_cutting.py cuts lines into them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from graph.extraction.heads.east_asian import is_house_in_east_asia
from graph.extraction.heads.own_account import AS_ASIDE
from graph.extraction.heads.places import is_place
from graph.extraction.heads.words import (
    LEGAL_SUFFIX,
    SLAVIC_FORMS,
    is_generic,
    is_house_in_small_letters,
    is_proper_name,
    is_title,
)
from graph.section_titles import says_experience
from graph.vocabulary import Vocabularies, fold_title


class PieceKind(StrEnum):
    """What a piece of a head line may be."""

    TITLE = "title"
    NAME = "name"
    PLACE = "place"
    ASIDE = "aside"
    """How long, full-time, on contract: dropped."""
    SAME = "same"
    """The employer of the entry before: "same hospital", "ebenda"."""
    GENERIC = "generic"
    """Career words without a proper name among them."""
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a head line between two separators."""

    kind: PieceKind
    text: str
    start: int
    """Offset in Document.text."""
    end: int
    joint: str
    """The separator before it: empty, "," "(" "at" or "|" for all stronger ones."""


SAYS_WHEN = re.compile(
    r"(?:before (?:that|then)|previously|prior to (?:that|this)|earlier|formerly|currently|most recently|davor|zuvor|vorher|derzeit|aktuell|"
    r"avant cela|auparavant|précédemment|actuellement|anteriormente|actualmente|previamente|in precedenza|attualmente|daarvoor|"
    r"momenteel|antes disso|atualmente|wcześniej|obecnie|dessförinnan|tidigare|just nu),?\s{1,3}(?:(?:as|als|comme|como|come|jako|som)\s(?:an?\s)?)?(?=[^\W\d_]|$)",
    re.IGNORECASE,
)
"""Words before a title that only say when: "Before that foreman at Acme"."""
_ASIDE = re.compile(
    r"\A(?:\d{1,5}[a-z]?\s(?:[A-ZÀ-Þ][\w.'’-]*\s){1,4}(?:street|st|road|rd|avenue|ave|blvd|boulevard|drive|dr|lane|ln|way|court|highway|hwy|parkway|pkwy|square|terrace|quay)\.?|"
    r"this is a (?:federal|supervisory)[\w ]{0,20}|(?:ok|okay|may we) (?:to )?contact .*|(?:about |approx\.? |~)?(?:\d+\+?|one|two|three|four|five|six|seven|eight|nine|ten)\s*(?:y|"
    r"yrs?\.?|years?|m|mos?\.?|months?|weeks?|Jahren?|Jahre?|J\.|ans?|años?|anos?|anni|anno|mois|mes(?:es|i)?|mês|Monate?n?|Mon\.|jaar|maanden|lat|år)"
    r"(?:[,\s]+(?:(?:and|und|et|y|e|en) )?\d+\s*(?:m|mos?\.?|months?|mois|mes(?:es|i)?|mês|Monate?n?|Mon\.|maand(?:en)?))?|(?:full|part)[- ]?time|contract(?:or)?|"
    r"(?:(?:permanent|contract|temporary|fixed[- ]term|interim|seasonal|casual|(?:full|part)[- ]time) (?:role|position|contract|job|post|employment)|(?:renewed|extended) (?:once|twice|\d{1,2} times))|"
    rf"{AS_ASIDE}|"
    r"[pl]\d{1,2}|ic\d|(?:level|grade|band|tier) (?:\d{1,2}[a-d]?|[ivx]{1,4})|(?:staff|senior|principal|lead|director)[- ](?:level[- ])?equivalent|permanent|internship|temporary|int[ée]rim|alternance|stage|bénévolat|minijob|festanstellung|teilzeit|vollzeit|estágio|tirocinio|bijbaan|seasonal|"
    r"apprenticeship|volunteer|(?:summer|winter|weekend|evening|night|season|school holiday)s|curso(?: académico| escolar)?|school year|academic year|schuljahr|année(?: scolaire)?|anno scolastico|a\.s\.|läsår|schooljaar|rok szkolny|promoted|acquired by .*|formerly .*|fka .*|via .*|report(?:s|ed|ing) (?:directly )?(?:in)?to .*|(?:parental|maternity|paternity|sick|sabbatical)[ -](?:leave )?(?:cover|replacement)|early career|"
    r"(?:on )?(?:assignment|secondment|placement|seconded|contracted|outsourced)|(?:an )?invented company|(?:fully |100 ?% |hybrid[ /-]|primarily |mostly )?(?:remote(?:ly)?|hybrid|on-?site|in[- ]office|remoto|híbrido|presencial|teletrabajo|télétravail|homeoffice|home office|zdalnie|удалённо|удаленно|дистанционно)(?: (?:job|work|position|role|based|working|first))?|\d+\s*[%h]|CDI|CDD|(?:продолжительность работы )?\d{1,2} (?:год|года|лет|месяц|месяца|месяцев)(?: \d{1,2} месяц(?:а|ев)?)?|полная занятость|частичная занятость)",
    re.IGNORECASE,
)

_OTHER_NAME = re.compile(
    r"(?i:(?:since |later |then )?(?:acquired|bought|taken over|absorbed|merged) (?:by|into|with) .*)|"
    r"(?i:formerly|previously|now|today|later|then|renamed|(?:then |later |since )?part of|a subsidiary of|aka|fka|f/k/a|n/k/a|heute|jetzt|früher|vormals|ehemals|vorm\.|"
    r"anciennement|ex|aujourd[’']hui|désormais|devenue?|antes|antig[ao]|antigu[ao]|ahora|hoy|actualmente|agora|hoje|atual|già|oggi|ora|"
    r"voorheen|nu|tegenwoordig|obecnie|dawniej|tidigare|numera|nå|tidligere)(?i:\s(?:called|known as|genannt|die|la|le|el))?:?[\s-][A-ZÀ-Þ].*"
)
_SAME = re.compile(
    r"(?i)(?:(?:at|in|bei|in der|im|beim|am|dans|à|en|na|no|presso|bij|vid|hos|w|på) ?)?(?:(?:the|der|dem|la|le|el|lo|il|il|a|o|de|het|den|tej|tym) )?(?:"
    r"same (?:place|company|firm|employer|hospital|school|office|organi[sz]ation|agency|site|trust|university|college|practice|studio|kitchen|"
    r"restaurant|client|department|ministry|clinic|shop|garage|institution|institute|lab|laborator(?:y|ies)|group|business|plant|house|team|hotel|council)|"
    r"as above|ibid\.?|ibidem|idem|id\.|ditto|dto\.?|ebenda|ebd\.?|ebendort|daselbst|dies?selbe \w{4,14}|derselben? \w{4,14}|(?:gleiche[rsn]?|selbe[rsn]?) (?:firma|arbeitgeber|unternehmen|klinik|haus|betrieb|schule|kanzlei|amt|institut)|"
    r"même (?:entreprise|établissement|employeur|société|hôpital|lycée|collège|maison|cabinet|groupe|agence|service|école)|"
    r"mism[oa] (?:empresa|centro|hospital|compañía|institución|instituto|colegio|entidad|organismo|despacho|taller|lugar)|"
    r"stess[oa] (?:azienda|ditta|società|ente|ospedale|istituto|scuola|studio|struttura|datore di lavoro)|"
    r"mesm[oa] (?:empresa|hospital|escola|instituição|organização|local|escritório|câmara)|"
    r"(?:dit)?zelfde (?:bedrijf|werkgever|ziekenhuis|school|organisatie|kantoor|plek)|"
    r"ta sama (?:firma|szkoła|spółka|placówka)|ten sam (?:pracodawca|szpital|zakład)|tamże|j\.\s?w\.|"
    r"samma (?:företag|arbetsgivare|plats|sjukhus|skola)|samme (?:firma|arbeidsgiver|arbejdsgiver|sted|sykehus|skole))"
)
"""Words that stand for the employer named before."""


_IN_STATE = re.compile(r"(?P<town>[A-Z][a-z]{2,}(?:[ -][A-Z][a-z]+){0,2}),?\s(?P<state>[A-Z]{2})")


def _is_town_in_state(text: str, vocabularies: Vocabularies) -> bool:
    """Return whether words are a town and its state, though its letters mean a post, too: "Dunmore, PA", but "Executive PA"."""
    found = _IN_STATE.fullmatch(text)
    if found is None or LEGAL_SUFFIX.search(text) is not None or not is_place(f"{found['town']}, {found['state']}"):
        return False
    if found["state"] in ("UK", "US", "EU") and "," not in text and not is_place(found["town"]):
        return False  # "Dispatch UK" is a company's branch.
    roles = vocabularies.roles
    words = [word.casefold() for word in re.split(r"[ -]", found["town"])]
    return not any(word in roles.modifiers or word in roles.head_nouns for word in words) and not is_generic(
        found["town"], vocabularies
    )


_OF_TEAM = re.compile(
    r"\A(?P<post>(?:[A-Z][\w-]+\s){1,3}(?:Manager|Leader|Lead|Executive|Representative|Administrator|Designer|Engineer|Officer|Coordinator|Consultant|Specialist|Analyst|Director|Developer|Buyer|Supervisor|Controller|Planner|Technician))\s"
    r"(?P<team>[A-Z][a-z]{3,}(?:\s(?:(?:&|and)\s)?[A-Z][a-z]{3,})?)"
)


def _is_post_of_team(text: str, vocabularies: Vocabularies) -> bool:
    """Return whether a post has its field right behind it, as on the continent: "Category Manager Packaging"."""
    found = _OF_TEAM.fullmatch(text)
    return found is not None and is_title(found["post"], vocabularies.roles) and LEGAL_SUFFIX.search(text) is None


_DOMAIN = re.compile(
    r"[a-z][a-z0-9-]{2,30}\.(?:io|ai|com|dev|co|app|net|org|de|dk|nl|se|fr|es|it|pl|ch|at|be|eu|uk|br|in|me|tv|fm)"
)
"""A company that goes by its address: "horchata.dev"."""
_ADDRESS = re.compile(r"(?:https?://|www\.)\S{3,200}|[a-z0-9-]{2,40}(?:\.[a-z0-9-]{2,40}){2,4}(?:/\S{0,200})?")
"""Where a company is on the web, on a line of its own between those of a post: "www.acme.example"."""


_SECTIONS_JOINT = re.compile(r"\s(?:&|/|\+|and|und|et|y|e|en)\s")


def _joins_sections(text: str, vocabularies: Vocabularies) -> bool:
    """Return whether a name is two titles of sections: "Berufserfahrung & Bildung"."""
    parts = _SECTIONS_JOINT.split(text)
    return len(parts) == 2 and all(fold_title(part) in vocabularies.sections for part in parts)


_NAMED_BY_FORM = re.compile(rf"(?:{SLAVIC_FORMS})\s[«\"“„]?[^\W\d_]")


_CALLED_LINKS = frozenset(
    "pdf docx website homepage link links video slides poster repo repository preprint doi".split()
)
"""What links beside a post or a paper are called: "[[PDF]](thesis.pdf)"."""


@lru_cache(maxsize=4096)  # several stages ask about the same words
def classify(text: str, vocabularies: Vocabularies) -> PieceKind:
    """Return what a piece of a head line may be by its words alone."""
    if _ASIDE.fullmatch(text) or ("." in text and _ADDRESS.fullmatch(text)) or SAYS_WHEN.fullmatch(f"{text} "):
        return PieceKind.ASIDE
    if text.casefold() in _CALLED_LINKS:
        return PieceKind.ASIDE
    if _SAME.fullmatch(text):
        return PieceKind.SAME
    if _is_town_in_state(text, vocabularies):
        return PieceKind.PLACE
    if is_title(text, vocabularies.roles) or _is_post_of_team(text, vocabularies):
        return PieceKind.TITLE
    if is_place(text):
        return PieceKind.PLACE
    if (
        is_house_in_small_letters(text)
        or is_house_in_east_asia(text)
        or _NAMED_BY_FORM.match(text)
        or (_DOMAIN.fullmatch(text) and not vocabularies.technologies.find(text))
    ):
        return PieceKind.NAME
    if not is_proper_name(text) or fold_title(text) in vocabularies.sections or says_experience(text):
        return PieceKind.OTHER
    if " " in text and _joins_sections(text, vocabularies):
        return PieceKind.OTHER
    return PieceKind.GENERIC if is_generic(text, vocabularies) else PieceKind.NAME


def tells_other_name(text: str) -> bool:
    """Return whether words in brackets behind a house give another name of it, or of its owner: "now Acme", "antiga Acme"."""
    return _OTHER_NAME.fullmatch(text) is not None
