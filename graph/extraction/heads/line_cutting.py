"""Cuts a line at its separators into pieces: "Lead Engineer, Acme — Hamburg". What each piece may be is said in pieces.py."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graph.extraction.dates.dates import FoundPeriod
from graph.extraction.heads.pieces import SAYS_WHEN, Piece, PieceKind, classify, tells_other_name
from graph.extraction.heads.places import IN_BRAZIL, is_place, name_before_city, name_before_town
from graph.extraction.heads.split_titles import joined_titles, kind_words
from graph.extraction.heads.words import (
    LEGAL_SUFFIX,
    house_behind_post,
    is_companylike,
    is_short_for,
    is_team,
    is_title,
)
from graph.vocabulary import Vocabularies

_SUFFIX_AHEAD = (
    r"(?!(?:Inc|INC|CO|LTD|LLC|Ltd|Limited|Corp|Co|GmbH|AG|S\.?A|PLC|plc|LLP|LP|L\.L\.C|S\.?L|S\.?r\.?l|B\.V)\b)"
)

_SEPARATOR = re.compile(
    rf"(?P<at>\*{{0,2}}\s+(?:\[?@(?=[A-ZÀ-Þ])|@\s(?=[a-z]))|(?<!University)(?<!College)\*{{0,2}}\s+(?:with(?=\s\*\*)|@|at|through|bei|beim|chez|presso|bij|hos|à(?=\s+(?:la\s|l[’'])))\s+(?:the\s+|der\s+|dem\s+|la\s+|le\s+|l[’']\s*)?\*{{0,2}}(?:[“”„«\"](?=[A-ZÀ-Þ0-9])|(?=[A-ZÀ-Þ0-9]|[a-z]+[A-Z]|[a-z][a-z0-9-]{{1,30}}\.(?:io|ai|com|dev|co|app|net|org|de)\b|same\s)))|(?P<strong>\s*\\?[|•·∙●▪;]\s*|\s(?:~|//|::|»|›|→|=>)\s+|(?<=\S)\s\.\s(?=\S)|\s?\.{{4,}}\s?|\s\.{{3}}\s|"
    rf"\s+[–—―-]+(?:\*\*|__)?\s+|\s&[nm]dash;\s|(?<=\w)(?:\*\*|__)\s+(?=[A-ZÀ-Þ][\w’'-]+)|(?<=[a-zà-ÿ])\s+(?:\*\*|__)\s?(?=[A-ZÀ-Þ0-9])|—|\t+|(?<![&\s])\s{{3,}}|:\s+)|(?P<comma>,(?:\*\*|__)?\s+{_SUFFIX_AHEAD})|(?P<open>\s*[(\[])|"
    rf"(?P<close>[)\]]\s*)"
)

# "Brag list / Jane Doe / Head of Learning": one slash alone may stand inside a title.
_SEPARATOR_OR_SLASH = re.compile(_SEPARATOR.pattern.replace(r"(?P<strong>", r"(?P<strong>\s+/\s+|", 1))

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
    r"(?:on (?:assignment|site|secondment|placement)|seconded|placed|contracted|outsourced)?\s?(?:trading as|t/a|d/b/a|dba|operating as|firmierend als|for|at|to|with|client:|für|bei|pour|chez|para|per|voor|bij|à(?=\s(?:la\s|l[’'])))\s(?:the\s|la\s{1,2}|l[’'])?(?=[A-ZÀ-Þ])"
)
"""Leads, behind an agency, to those for whom one worked: "via Hays, for Acme"."""
_PICTURE = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\ufe0f\u200d]+\\s*")
_EDGE = ' \t\r\n*_,;:|•·–—-#>`"“”„»/~\\'


def pieces_of(vocabularies: Vocabularies, text: str, base: int, periods: list[FoundPeriod]) -> list[Piece]:
    """Return the pieces between the separators and periods of a line that begins at the offset `base`."""
    raw: list[tuple[int, int, str]] = []
    edge = 0
    for stop, resume in [*((found.start - base, found.end - base) for found in periods), (len(text), len(text))]:
        raw.extend(_cut(text, edge, stop, "|" if edge else "", vocabularies))
        edge = resume
    raw = [part for one in joined_titles(text, raw) for part in _with_employer_apart(text, *one, vocabularies)]
    raw = [_without_in(text, one, base, periods, vocabularies) for one in raw]
    pieces: list[Piece] = []
    skip_to = -1
    for place, (start, end, joint) in enumerate(raw):
        if start < skip_to:
            continue
        if joint == "," and place + 1 < len(raw) and raw[place + 1][2] == "|" and IN_BRAZIL.match(text, start):
            skip_to = raw[place + 1][1]
            pieces.append(Piece(PieceKind.PLACE, text[start:skip_to], start + base, skip_to + base, joint))
            continue
        if length := _name_before_place(text, raw, place):
            name = text[start : start + length].rstrip()
            pieces.append(Piece(classify(name, vocabularies), name, start + base, start + base + len(name), joint))
            start, joint = start + length + 1, "|"
        end = skip_to = _end_of_place(text, start, raw, place)
        is_aside = joint.startswith("(") and tells_other_name(text[start:end])
        kind = PieceKind.ASIDE if is_aside else classify(kind_words(text[start:end], vocabularies), vocabularies)
        if pieces and end - start < 8 and text[start:end].isupper() and is_short_for(text[start:end], pieces[-1].text):
            is_post = pieces[-1].kind is PieceKind.TITLE  # "Registered Nurse (RN)"
            pieces[-1] = pieces[-1] if is_post else replace(pieces[-1], kind=PieceKind.NAME)
            kind = PieceKind.ASIDE
        pieces.append(Piece(kind, text[start:end], start + base, end + base, "(" if joint == "(," else joint))
    return pieces


def _name_before_place(text: str, raw: Sequence[tuple[int, int, str]], place: int) -> int:
    """Return how long a company's name is with which a piece begins that ends in its town, else 0: "Bluecadence Philadelphia, PA"."""
    if place + 1 == len(raw) or raw[place + 1][2] != ",":
        return 0
    start, end, _ = raw[place]
    length = name_before_city(text[start:end]) or name_before_town(text, start, end)
    return length if length and is_place(text[start + length + 1 : raw[place + 1][1]]) else 0


def _end_of_place(text: str, start: int, raw: Sequence[tuple[int, int, str]], place: int) -> int:
    """Return where a piece ends with the parts behind its commas, where they are one place: "Seattle, WA, USA" is not three names."""
    _, end, _ = raw[place]
    for last in range(min(place + 2, len(raw) - 1), place, -1):
        if _IS_HOUSE.search(text, start, end) or text.startswith(_WIDE, end) or _before_apart(text, start, end):
            return end  # "Tarn University, France"; "[Acme](…), Oregon, US", whose address has been blanked.
        if all(item[2] in (",", "(,") for item in raw[place + 1 : last + 1]) and is_place(text[start : raw[last][1]]):
            # "Blauhase GmbH, Schweiz"
            return end if LEGAL_SUFFIX.search(text[start:end]) is not None else raw[last][1]
    return end


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


_IN = re.compile(r"(?:in|en|em|na|nella|presso la|w)\s(?=[A-ZÀ-Þ«“\"])")


def _without_in(
    text: str, part: tuple[int, int, str], base: int, periods: list[FoundPeriod], vocabularies: Vocabularies
) -> tuple[int, int, str]:
    """Return what stands behind the dates of a post without the word that leads to its house: "Fitter dal 2002 al 2006 in Acme S.p.A."."""
    start, end, _ = part
    lead = _IN.match(text, start, end)
    if lead is None or not any(found.end - base <= start <= found.end - base + 2 for found in periods):
        return part
    return part if is_place(text[lead.end() : end]) else (lead.end(), end, "at")


def _cut(text: str, start: int, end: int, joint: str, vocabularies: Vocabularies) -> list[tuple[int, int, str]]:
    """Return (start, end, joint) of the pieces between two offsets, edges stripped, empty ones dropped."""
    pieces, position, depth = [], start, 0
    if not joint and (opening := _AT_START.match(text, start, end)) is not None:
        position, joint = opening.end(), opening.lastgroup or ""
    elif not joint and (lead := SAYS_WHEN.match(text, start, end) or _LENGTH_FIRST.match(text, start, end)):
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
            right += piece[right : right + 1] == "“" and "„" in piece[left:right]
            left -= piece[left - 1 : left] == "„" and "“" in piece[left:right]  # "„Karpaty“ Hotel"
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
