"""Cuts a line at its separators into pieces, and says what each may be: a title, a name, a place, an aside."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

from graph.extraction.dates.dates import FoundPeriod
from graph.extraction.heads.east_asian import is_house_in_east_asia
from graph.extraction.heads.own_account import AS_ASIDE
from graph.extraction.heads.places import IN_BRAZIL, is_place, name_before_city, name_before_town
from graph.extraction.heads.split_titles import joined_titles, kind_words
from graph.extraction.heads.words import (
    LEGAL_SUFFIX,
    SLAVIC_FORMS,
    house_behind_post,
    is_companylike,
    is_generic,
    is_house_in_small_letters,
    is_proper_name,
    is_short_for,
    is_team,
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


_SUFFIX_AHEAD = (
    r"(?!(?:Inc|INC|CO|LTD|LLC|Ltd|Limited|Corp|Co|GmbH|AG|S\.?A|PLC|plc|LLP|LP|L\.L\.C|S\.?L|S\.?r\.?l|B\.V)\b)"
)

_SEPARATOR = re.compile(
    rf"(?P<at>\*{{0,2}}\s+(?:\[?@(?=[A-ZÀ-Þ])|@\s(?=[a-z]))|(?<!University)(?<!College)\*{{0,2}}\s+(?:with(?=\s\*\*)|@|at|through|bei|beim|chez|presso|bij|hos)\s+(?:the\s+|der\s+|dem\s+|la\s+|le\s+)?\*{{0,2}}(?:[“”„«\"](?=[A-ZÀ-Þ0-9])|(?=[A-ZÀ-Þ0-9]|[a-z]+[A-Z]|[a-z][a-z0-9-]{{1,30}}\.(?:io|ai|com|dev|co|app|net|org|de)\b|same\s)))|(?P<strong>\s*\\?[|•·∙●▪;]\s*|\s(?:~|//|::|»|›|→|=>)\s+|(?<=\S)\s\.\s(?=\S)|\s?\.{{4,}}\s?|\s\.{{3}}\s|"
    rf"\s+[–—―-]+\s+|\s&[nm]dash;\s|(?<=\w)(?:\*\*|__)\s+(?=[A-ZÀ-Þ][\w’'-]+)|(?<=[a-zà-ÿ])\s+(?:\*\*|__)\s?(?=[A-ZÀ-Þ0-9])|—|\t+|(?<![&\s])\s{{3,}}|:\s+)|(?P<comma>,(?:\*\*|__)?\s+{_SUFFIX_AHEAD})|(?P<open>\s*[(\[])|"
    rf"(?P<close>[)\]]\s*)"
)

# "Brag list / Jane Doe / Head of Learning": one slash alone may stand inside a title.
_SEPARATOR_OR_SLASH = re.compile(_SEPARATOR.pattern.replace(r"(?P<strong>", r"(?P<strong>\s+/\s+|", 1))

_BEFORE = re.compile(
    r"(?:before (?:that|then)|previously|prior to (?:that|this)|earlier|formerly|currently|most recently|davor|zuvor|vorher|derzeit|aktuell|"
    r"avant cela|auparavant|précédemment|actuellement|anteriormente|actualmente|previamente|in precedenza|attualmente|daarvoor|"
    r"momenteel|antes disso|atualmente|wcześniej|obecnie|dessförinnan|tidigare|just nu),?\s{1,3}(?:(?:as|als|comme|como|come|jako|som)\s(?:an?\s)?)?(?=[^\W\d_]|$)",
    re.IGNORECASE,
)
"""Words before a title that only say when: "Before that foreman at Acme"."""
_LENGTH_FIRST = re.compile(
    r"\W{0,4}(?i:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)\s(?i:years?|months?|ans|mois|años|meses|anos|anni|mesi|jahre|monate|jaar|lat)\s"
    r"(?:(?:as|als|comme|como|come|jako)\s(?:an?\s)?(?=[^\W\d_])|(?=[A-ZÀ-Þ][\w-]{2}))"
)
"""How long a post was held, said before it: "4 years as a foreman at Acme", "2 years Lecturer"."""
_AT_START = re.compile(r"(?P<at>(?:at|bei|chez|presso|bij|hos|@)\s+)(?=[A-ZÀ-Þ0-9])|\[(?=[A-ZÀ-Þ])")
"""A company on a line of its own, or set in brackets before its title: "at Acme", "[Acme] Cook"."""

_END_OF_DATE = re.compile(r"\.(?=[*_])")
"""The full stop behind a date: "**2019 to date.** Cook, Acme"."""

_FOR_CLIENT = re.compile(
    r"(?:on (?:assignment|site|secondment|placement)|seconded|placed|contracted|outsourced)?\s?(?:trading as|t/a|d/b/a|dba|operating as|firmierend als|for|at|to|with|client:|für|bei|pour|chez|para|per|voor|bij)\s(?:the\s)?(?=[A-ZÀ-Þ])"
)
"""Leads, behind an agency, to those for whom one worked: "via Hays, for Acme"."""
_PICTURE = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u200d]+\\s*")
_EDGE = ' \t\r\n*_,;:|•·–—-#>`"“”„»/~\\'

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

_RENAMED = re.compile(
    r"(?i:(?:since |later |then )?(?:acquired|bought|taken over|absorbed|merged) (?:by|into|with) .*)|"
    r"(?i:formerly|previously|now|today|later|then|renamed|(?:then |later |since )?part of|a subsidiary of|aka|fka|f/k/a|n/k/a|heute|jetzt|früher|vormals|ehemals|vorm\.|"
    r"anciennement|ex|aujourd[’']hui|désormais|devenue?|antes|antig[ao]|antigu[ao]|ahora|hoy|actualmente|agora|hoje|atual|già|oggi|ora|"
    r"voorheen|nu|tegenwoordig|obecnie|dawniej|tidigare|numera|nå|tidligere)(?i:\s(?:called|known as|genannt|die|la|le|el))?:?[\s-][A-ZÀ-Þ].*"
)
"""What stands in brackets behind a company of another name: "now Acme", "antiga Acme"."""
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


def pieces_of(vocabularies: Vocabularies, text: str, base: int, periods: list[FoundPeriod]) -> list[Piece]:
    raw: list[tuple[int, int, str]] = []
    edge = 0
    for stop, resume in [*((found.start - base, found.end - base) for found in periods), (len(text), len(text))]:
        raw.extend(_cut(text, edge, stop, "|" if edge else "", vocabularies))
        edge = resume
    raw = [part for one in joined_titles(text, raw) for part in _with_employer_apart(text, *one, vocabularies)]
    pieces: list[Piece] = []
    skip_to = -1
    for place, (start, end, joint) in enumerate(raw):
        if start < skip_to:
            continue
        if joint == "," and place + 1 < len(raw) and raw[place + 1][2] == "|" and IN_BRAZIL.match(text, start):
            skip_to = raw[place + 1][1]
            pieces.append(Piece(PieceKind.PLACE, text[start:skip_to], start + base, skip_to + base, joint))
            continue
        length = name_before_city(text[start:end]) if place + 1 < len(raw) and raw[place + 1][2] == "," else 0
        length = length or (
            name_before_town(text, start, end) if place + 1 < len(raw) and raw[place + 1][2] == "," else 0
        )
        if length and is_place(text[start + length + 1 : raw[place + 1][1]]):
            # "Bluecadence Philadelphia, PA": a company and its town.
            name = text[start : start + length].rstrip()
            pieces.append(Piece(classify(name, vocabularies), name, start + base, start + base + len(name), joint))
            start, joint = start + length + 1, "|"
        for last in range(min(place + 2, len(raw) - 1), place, -1):
            # "Seattle, WA" and "Seattle, WA, USA" are one place, not three names.
            if _IS_HOUSE.search(text, start, end) or text.startswith(_WIDE, end) or _before_apart(text, start, end):
                break  # "Tarn University, France"; "[Acme](…), Oregon, US", whose address has been blanked.
            if all(item[2] in (",", "(,") for item in raw[place + 1 : last + 1]) and is_place(
                text[start : raw[last][1]]
            ):
                if LEGAL_SUFFIX.search(text[start:end]) is None:  # "Blauhase GmbH, Schweiz"
                    end = raw[last][1]
                break
        skip_to = end
        is_renamed = joint.startswith("(") and _RENAMED.fullmatch(text[start:end]) is not None
        kind = PieceKind.ASIDE if is_renamed else classify(kind_words(text[start:end], vocabularies), vocabularies)
        if pieces and end - start < 8 and text[start:end].isupper() and is_short_for(text[start:end], pieces[-1].text):
            pieces[-1], kind = replace(pieces[-1], kind=PieceKind.NAME), PieceKind.ASIDE
        pieces.append(Piece(kind, text[start:end], start + base, end + base, "(" if joint == "(," else joint))
    return pieces


_IS_HOUSE = re.compile(
    r"(?i)\b(?:universit\w+|college|institute?|academy|hospital|bank|school|laborator(?:y|ies)|technologies|solutions|systems|consulting|group|labs?|studios?|agency|services|industries|foundation|associates|enterprises|corporation|infotech|softwares?|logistics|pharma\w*|clinic|hotel|holdings|ventures|networks|motors|airlines|insurance|association|credit union|co-?op(?:erative)?)(?!\w)"
)
_WIDE = " " * 8


def _before_apart(text: str, start: int, end: int) -> bool:
    """Return whether three words or more stand before a comma set apart, as in forms: "Delmar Cabinets Paterson , NJ"."""
    return text.startswith(" ,", end) and text.count(" ", start, end) > 1


_WITH = re.compile(r"\s(?:(?P<with>with)|for|für|pour|para|per|voor|dla|för)\s(?:the\s)?(?=[A-ZÀ-Þ0-9])")


_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{3})\.\s{1,2}(?=[A-ZÀ-Þ])")
"""Between a post and its company as sentences: "Studio engineer. Blackfen Studios"."""


def _with_employer_apart(
    text: str, start: int, end: int, joint: str, vocabularies: Vocabularies
) -> list[tuple[int, int, str]]:
    """Cut "Joiner with Tait & Lorimer" in two, if a title stands before and a name of its own behind."""
    if (stop := _SENTENCE_END.search(text, start, end)) is not None:
        if text[end - 1] == "." and LEGAL_SUFFIX.search(text[stop.end() : end]) is None:
            end -= 1
        behind = classify(text[stop.end() : end], vocabularies)
        before = text[start : stop.start()]
        is_post = is_title(before[:1].upper() + before[1:], vocabularies.roles)
        if behind is PieceKind.SAME or (behind is PieceKind.NAME and is_post):
            return [(start, stop.start(), joint), (stop.end(), end, "|")]
    if (slash := text.find(" / ", start, end)) > 0 and text.find(" / ", slash + 3, end) < 0:
        sides = text[start:slash], text[slash + 3 : end]
        posts = [is_title(side[:1].upper() + side[1:], vocabularies.roles) for side in sides]
        # "Porter / Kestrel Hotel", and no "Developer / Tester" or "Front End / Mobile Developer".
        house = sides[posts.index(False)] if posts.count(True) == 1 else ""
        if house and (posts[0] or is_companylike(house)) and _names_house(house, vocabularies):
            return [(start, slash, joint), (slash + 3, end, "|")]
    found = list(_WITH.finditer(text, start, end))
    if len(found) != 1:
        cut = start + house_behind_post(text[start:end], vocabularies.roles)
        return [(start, end, joint)] if cut == start else [(start, cut - 1, joint), (cut, end, "|")]
    title, name = text[start : found[0].start()], text[found[0].end() : end]
    is_employer = (
        classify(name, vocabularies) is PieceKind.NAME
        and not vocabularies.technologies.find(name)
        and not is_team(name, vocabularies)
    )
    is_employer = is_employer and (found[0]["with"] is not None or is_companylike(name))
    if not is_employer or not is_title(title[:1].upper() + title[1:], vocabularies.roles):
        return [(start, end, joint)]
    return [(start, found[0].start(), joint), (found[0].end(), end, "at")]


def _names_house(name: str, vocabularies: Vocabularies) -> bool:
    """Return whether words beside a post and a slash may be an employer: a name that is no tool, team or part of the post."""
    return (
        classify(name, vocabularies) is PieceKind.NAME
        and not vocabularies.technologies.find(name)
        and not vocabularies.practices.find(name)
        and not is_team(name, vocabularies)
    )


def _cut(text: str, start: int, end: int, joint: str, vocabularies: Vocabularies) -> list[tuple[int, int, str]]:
    """Return (start, end, joint) of the pieces between two offsets, edges stripped, empty ones dropped."""
    pieces, position, depth = [], start, 0
    if not joint and (opening := _AT_START.match(text, start, end)) is not None:
        position, joint = opening.end(), opening.lastgroup or ""
    elif not joint and (lead := _BEFORE.match(text, start, end) or _LENGTH_FIRST.match(text, start, end)):
        # "Formerly Oarlink" alone tells another name of a house.
        is_name = lead.group().casefold() == "formerly " and not _SEPARATOR.search(text, lead.end(), end)
        position = start if is_name else lead.end()
    partners = None
    if "," in text and (" & " in text or " and " in text):
        partners = _PARTNERS.search(text, position, end)
        if partners is not None and is_title(partners.group().partition(",")[0], vocabularies.roles):
            partners = None  # "Baker, Crumb & Sons" is a post there.
    marks = _SEPARATOR if text.count(" / ", start, end) < 2 else _SEPARATOR_OR_SLASH
    for match in [*marks.finditer(text, position, end), None]:
        stop = end if match is None else match.start()
        if partners is not None and match is not None and partners.start() < stop < partners.end():
            continue
        piece = text[position:stop]
        left = len(piece) - len((piece[1:] if _END_OF_DATE.match(piece) else piece).lstrip(_EDGE))
        if (picture := _PICTURE.match(piece, left)) is not None:
            left = picture.end()
        if piece.startswith("the ", left) and piece[left + 4 : left + 5].isupper():
            left += 4
        if position and (client := _FOR_CLIENT.match(piece, left)) is not None:
            left, joint = client.end(), "at"
        if piece.strip(_EDGE + "."):
            right = len(piece.rstrip(_EDGE))
            right += piece[right : right + 1] == "»" and "«" in piece[left:right]  # "ООО «Ладья»"
            right += piece[right : right + 1] == '"' and piece.count('"', left, right) == 1
            right += piece[right - 1 : right].isupper() and piece[right : right + 2].rstrip() == "#"  # "C#"
            if piece[right - 1] == "." and LEGAL_SUFFIX.search(piece[:right]) is None:
                # "Ward Sister, Farrow Hospital. May 2019 to date."; "Full Stack Developer." alone.
                is_post = stop == len(text) and is_title(piece[left : right - 1], vocabularies.roles)
                ending = r"[a-zà-ÿ]{2}\.$" if is_post else r"[a-zà-ÿ]{4}\.$" if stop < len(text) else r"(?!)"
                right -= re.search(ending, piece[:right]) is not None
            if left < right:  # A picture alone names nothing: "📅 2024 - Actualidad".
                pieces.append((position + left, position + right, joint))
        if match is not None:
            position = match.end()
            is_remark = match.lastgroup == "open" and re.match(r"[\da-zà-ÿ]", text[position:]) is not None
            depth = 1 if is_remark else 0 if match.lastgroup in ("close", "strong") else depth
            joint = {"at": "at", "comma": ",", "open": "(", "close": "|", "strong": "|"}[match.lastgroup or "strong"]
            joint = "(," if depth and joint == "," else joint
    return pieces


_PARTNERS = re.compile(
    r"(?:(?<!\w\s)(?<!\w)|(?<=\sat\s)|(?<=\s@\s)|(?<=\sbei\s))[A-ZÀ-Þ][\w’'-]{1,20}(?:,\s[A-ZÀ-Þ][\w’'-]{1,20}){1,3},?\s(?:&|and)\s(?:(?:Company|Co|Partners?|Associates|Sons)\b|[A-ZÀ-Þ][\w’'-]{1,20}"
    r"(?=,?\s(?:LLC|LLP|L\.L\.P|PLLC|P\.?C|P\.?A|Inc|Ltd|Limited|Co|GmbH|PartG|mbB|AG|Associates|Partners|Solicitors|Attorneys|Architects|Rechtsanwälte|Notare|Abogados|Avocats|Advogados)\b))"
)
"""Surnames that a firm is called by: "Sanders, Wray & Dunn, LLC" is one name."""


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


@lru_cache(maxsize=4096)  # several stages ask about the same words
def classify(text: str, vocabularies: Vocabularies) -> PieceKind:
    """Return what a piece of a head line may be by its words alone."""
    if _ASIDE.fullmatch(text) or ("." in text and _ADDRESS.fullmatch(text)) or _BEFORE.fullmatch(f"{text} "):
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
