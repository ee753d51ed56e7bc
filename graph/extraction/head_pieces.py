"""Cuts a line at its separators into pieces, and says what each may be: a title, a name, a place, an aside."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from graph.extraction.dates import FoundPeriod
from graph.extraction.head_words import LEGAL_SUFFIX, is_generic, is_proper_name, is_title
from graph.extraction.places import is_place
from graph.sections import says_experience
from graph.vocabulary import Vocabularies, fold_title


class PieceKind(StrEnum):
    """What a piece of a head line may be."""

    TITLE = "title"
    NAME = "name"
    PLACE = "place"
    ASIDE = "aside"
    """How long, full-time, on contract: dropped."""
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
    rf"(?P<at>\*{{0,2}}\s+(?:with(?=\s\*\*)|@|at|through|bei|beim|chez|presso|bij|hos)\s+(?:the\s+|der\s+|dem\s+|la\s+|le\s+)?\*{{0,2}}(?=[A-ZÀ-Þ0-9]|[a-z]+[A-Z]))|(?P<strong>\s*[|•·∙●▪;]\s*|(?<=\S)\s\.\s(?=\S)|"
    rf"\s+[–—―-]+\s+|—|\t+|\s{{3,}}|:\s+)|(?P<comma>,\s+{_SUFFIX_AHEAD})|(?P<open>\s*[(\[])|"
    rf"(?P<close>[)\]]\s*)"
)

# "Brag list / Jane Doe / Head of Learning": one slash alone may stand inside a title.
_SEPARATOR_OR_SLASH = re.compile(_SEPARATOR.pattern.replace(r"(?P<strong>", r"(?P<strong>\s+/\s+|", 1))

_AT_START = re.compile(r"(?P<at>(?:at|bei|chez|presso|bij|hos|@)\s+)(?=[A-ZÀ-Þ0-9])|\[(?=[A-ZÀ-Þ])")
"""A company on a line of its own, or set in brackets before its title: "at Acme", "[Acme] Cook"."""

_END_OF_DATE = re.compile(r"\.(?=[*_])")
"""The full stop behind a date: "**2019 to date.** Cook, Acme"."""

_EDGE = ' \t\r\n*_,;:|•·–—-#>`"'

_ASIDE = re.compile(
    r"\A(?:\d{1,5}[a-z]?\s(?:[A-ZÀ-Þ][\w.'’-]*\s){1,4}(?:street|st|road|rd|avenue|ave|blvd|boulevard|drive|dr|lane|ln|way|court|highway|hwy|parkway|pkwy|square|terrace|quay)\.?|"
    r"this is a (?:federal|supervisory)[\w ]{0,20}|(?:ok|okay|may we) (?:to )?contact .*|(?:about |approx\.? |~)?(?:\d+\+?|one|two|three|four|five|six|seven|eight|nine|ten)\s*(?:y|"
    r"yrs?\.?|years?|m|mos?\.?|months?|weeks?|Jahre?|ans?|años?)"
    r"(?:[,\s]+(?:and )?\d+\s*(?:m|mos?\.?|months?))?|(?:full|part)[- ]?time|contract(?:or)?|"
    r"permanent|internship|freelance|temporary|self[- ]employed|seasonal|"
    r"apprenticeship|volunteer|(?:summer|winter|weekend|evening|night|season|school holiday)s|promoted|acquired by .*|formerly .*|fka .*|via .*|early career|"
    r"(?:an )?invented company|\d+\s*[%h]|CDI|CDD)",
    re.IGNORECASE,
)


def pieces_of(vocabularies: Vocabularies, text: str, base: int, periods: list[FoundPeriod]) -> list[Piece]:
    raw: list[tuple[int, int, str]] = []
    edge = 0
    for stop, resume in [*((found.start - base, found.end - base) for found in periods), (len(text), len(text))]:
        raw.extend(_cut(text, edge, stop, "|" if edge else ""))
        edge = resume
    pieces: list[Piece] = []
    skip_to = -1
    for place, (start, end, joint) in enumerate(raw):
        if start < skip_to:
            continue
        for last in range(min(place + 2, len(raw) - 1), place, -1):
            # "Seattle, WA" and "Seattle, WA, USA" are one place, not three names.
            if all(item[2] in (",", "(,") for item in raw[place + 1 : last + 1]) and is_place(
                text[start : raw[last][1]]
            ):
                end = raw[last][1]
                break
        skip_to = end
        kind = classify(text[start:end], vocabularies)
        pieces.append(Piece(kind, text[start:end], start + base, end + base, "(" if joint == "(," else joint))
    return pieces


def _cut(text: str, start: int, end: int, joint: str) -> list[tuple[int, int, str]]:
    """Return (start, end, joint) of the pieces between two offsets, edges stripped, empty ones dropped."""
    pieces, position, depth = [], start, 0
    if not joint and (opening := _AT_START.match(text, start, end)) is not None:
        position, joint = opening.end(), opening.lastgroup or ""
    marks = _SEPARATOR if text.count(" / ", start, end) < 2 else _SEPARATOR_OR_SLASH
    for match in [*marks.finditer(text, position, end), None]:
        stop = end if match is None else match.start()
        piece = text[position:stop]
        left = len(piece) - len((piece[1:] if _END_OF_DATE.match(piece) else piece).lstrip(_EDGE))
        if piece.strip(_EDGE + "."):
            right = len(piece.rstrip(_EDGE))
            if (
                stop < len(text)
                and re.search(r"[a-zà-ÿ]{4}\.$", piece[:right])
                and LEGAL_SUFFIX.search(piece[:right]) is None
            ):
                right -= 1  # "Ward Sister, Farrow Hospital. May 2019 to date."
            pieces.append((position + left, position + right, joint))
        if match is not None:
            position = match.end()
            is_remark = match.lastgroup == "open" and text[position : position + 1].isdigit()
            depth = 1 if is_remark else 0 if match.lastgroup in ("close", "strong") else depth
            joint = {"at": "at", "comma": ",", "open": "(", "close": "|", "strong": "|"}[match.lastgroup or "strong"]
            joint = "(," if depth and joint == "," else joint
    return pieces


@lru_cache(maxsize=4096)  # several stages ask about the same words
def classify(text: str, vocabularies: Vocabularies) -> PieceKind:
    """Return what a piece of a head line may be by its words alone."""
    if _ASIDE.fullmatch(text):
        return PieceKind.ASIDE
    if is_title(text, vocabularies.roles):
        return PieceKind.TITLE
    if is_place(text):
        return PieceKind.PLACE
    if not is_proper_name(text) or fold_title(text) in vocabularies.sections or says_experience(text):
        return PieceKind.OTHER
    return PieceKind.GENERIC if is_generic(text, vocabularies) else PieceKind.NAME
