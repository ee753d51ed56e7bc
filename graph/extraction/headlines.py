"""Cuts head lines of entries ("Lead Engineer, Acme — Hamburg — 2017–2020") into pieces and says what each may be.

Shared by the recognizers of employment, education and people; decides nothing about them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from graph.documents import Block, BlockKind, Section, SectionKind
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
from graph.extraction.dates import FoundPeriod, find_periods
from graph.extraction.places import is_place
from graph.extraction.reading import Reading
from graph.vocabulary import RoleWords, Vocabularies, fold_title


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


@dataclass(frozen=True, slots=True)
class HeadLine:
    """One line of the document that might be, or be part of, the head of an entry."""

    block: Block
    start: int
    end: int
    text: str
    pieces: tuple[Piece, ...]
    period: FoundPeriod | None
    section: SectionKind
    """Of the nearest section about something."""
    is_prose: bool
    """A sentence, or too long: no head line."""
    gap: int
    """Empty lines before it; 9 for the first."""

    def of(self, kind: PieceKind) -> list[Piece]:
        """Return the pieces of one kind, in order."""
        return [piece for piece in self.pieces if piece.kind is kind]


LEGAL_SUFFIX = re.compile(
    r"[\s,]+(?:(?i:Inc|Ltd|LLC|PLC|LLP)|Incorporated|L\.?L\.?C|Limited|Corp|Corporation|Co|Company|"
    r"g?GmbH(?: & Co\.? KG)?|AG|SE|KGaA|KG|OHG|UG|eG|mbH|S\.?A\.? de C\.?V|S\.?A\.?S?U?|S\.?A\.?R\.?L|S\.?L\.?U?|"
    r"S\.?p\.?A|S\.?r\.?l|S\.?n\.?c|B\.?V|N\.?V|V\.?O\.?F|Ltda|Lda|s\.r\.o|d\.o\.o|[Ss]p\. z o\.\s?o|Kft|Zrt|"
    r"P\.?L\.?C|L\.?L\.?P|Oyj?|A/?B|AS|ASA|ApS|A/S|Pty(?: Ltd)?|Pvt(?: Ltd)?|e\.?V|e\.?K)\.?$"
)
_SUFFIX_AHEAD = r"(?!(?:Inc|LLC|Ltd|Limited|Corp|Co|GmbH|AG|S\.?A|PLC|plc|LLP|LP|L\.L\.C|S\.?L|S\.?r\.?l|B\.V)\b)"
_SEPARATOR = re.compile(
    rf"(?P<at>\s+(?:@|at|bei|beim|chez|presso|bij|hos)\s+(?:the\s+|der\s+|dem\s+|la\s+|le\s+)?(?=[A-ZÀ-Þ0-9]|[a-z]+[A-Z]))|(?P<strong>\s*[|•·∙●▪;]\s*|"
    rf"\s+[–—―-]+\s+|—|\t+|\s{{3,}}|:\s+)|(?P<comma>,\s+{_SUFFIX_AHEAD})|(?P<open>\s*[(\[])|"
    rf"(?P<close>[)\]]\s*)"
)
_EDGE = ' \t\r\n*_,;:|•·–—-#>`"'
_ASIDE = re.compile(
    r"(?:about |approx\.? |~)?(?:\d+\+?|one|two|three|four|five|six|seven|eight|nine|ten)\s*(?:y|"
    r"yrs?\.?|years?|m|mos?\.?|months?|weeks?|Jahre?|ans?|años?)"
    r"(?:[,\s]+(?:and )?\d+\s*(?:m|mos?\.?|months?))?|(?:full|part)[- ]?time|contract(?:or)?|"
    r"permanent|internship|freelance|temporary|self-employed|seasonal|"
    r"apprenticeship|volunteer|promoted|acquired by .*|formerly .*|fka .*|via .*|early career|"
    r"(?:an )?invented company|\d+\s*[%h]|CDI|CDD",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W_][\w’'.+#&/-]*|&")
_LEVEL = re.compile(r"(?:I{1,3}|IV|V|VI|\d|L\d|E\d|IC\d|P\d)$")


def lines_of(reading: Reading, field_keys: frozenset[str] = frozenset()) -> list[HeadLine]:
    """Return the lines of all blocks but code in reading order, cut into pieces; of fields those of `field_keys`."""
    name = f"head-lines {sorted(field_keys)}"
    if name not in reading.memo:
        reading.memo[name] = tuple(_each_line(reading, field_keys))
    return list(reading.memo[name])


def first_lines(reading: Reading, count: int) -> list[HeadLine]:
    """Return the first `count` of `lines_of`."""
    return lines_of(reading)[:count]


def _each_line(reading: Reading, field_keys: frozenset[str]) -> Iterator[HeadLine]:
    document, last_end = reading.document, -1
    kinds = _SectionKinds(reading)
    for block in document.blocks:
        if block.kind is BlockKind.CODE or (block.kind is BlockKind.FIELD and block.key not in field_keys):
            continue
        is_wrapped = _is_wrapped_prose(reading.quote(block.span))
        for start, end in _physical_lines(document.text, block):
            gap = 9 if last_end < 0 else max(0, document.text.count("\n", last_end, start) - 1)
            yield _head_line(reading, block, start, end, gap, kinds.at(start), is_wrapped)
            last_end = end


class _SectionKinds:
    """Looks up what the sections around an offset are about, quicker than one by one."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._by_id = {section.id: section for section in reading.sections}

    def at(self, offset: int) -> SectionKind:
        """Return the kind of the innermost section around `offset` that has one other than `other`."""
        section: Section | None = self._reading.section_at(offset)
        while section is not None and section.kind is SectionKind.OTHER:
            section = None if section.parent_id is None else self._by_id.get(section.parent_id)
        return SectionKind.OTHER if section is None else section.kind


def section_kind_at(reading: Reading, offset: int) -> SectionKind:
    """Return what the innermost section around `offset` is about, looking through sections about nothing known."""
    if "section kinds" not in reading.memo:
        reading.memo["section kinds"] = _SectionKinds(reading)
    kinds: _SectionKinds = reading.memo["section kinds"]
    return kinds.at(offset)


def _physical_lines(text: str, block: Block) -> Iterator[tuple[int, int]]:
    position = block.span.start
    for line in text[block.span.start : block.span.end].splitlines(keepends=True):
        bare = line.strip()
        if bare:
            start = position + line.index(bare)
            yield start, start + len(bare)
        position += len(line)


def _head_line(
    reading: Reading, block: Block, start: int, end: int, gap: int, section: SectionKind, is_wrapped: bool
) -> HeadLine:
    text = reading.document.text[start:end]
    is_prose = is_wrapped or len(text) > 160 or looks_like_prose(text)
    periods = [] if len(text) > 160 else find_periods(text, start)
    pieces = () if is_prose else tuple(_pieces(reading.vocabularies, text, start, periods))
    return HeadLine(block, start, end, text, pieces, periods[0] if periods else None, section, is_prose, gap)


def joined_sentences(reading: Reading) -> list[HeadLine]:
    """Return the sentences that run over a line's end, as lines of their own, with the breaks read as spaces."""
    document, lines = reading.document, list[HeadLine]()
    for sentence in reading.sentences:
        text = document.text[sentence.start : sentence.end]
        block = reading.block_at(sentence.start) if "\n" in text else None
        if block is None or block.kind in (BlockKind.HEADING, BlockKind.CODE) or len(text) > 600:
            continue
        section = section_kind_at(reading, sentence.start)
        lines.append(
            HeadLine(block, sentence.start, sentence.end, text.replace("\n", " "), (), None, section, True, 9)
        )
    return lines


def _is_wrapped_prose(text: str) -> bool:
    """Return whether a block of several lines is running text that was broken at a width."""
    first, _, rest = text.partition("\n")
    lower = re.findall(r"(?<!\w)[a-z]\w+", first)
    return bool(rest.strip()) and len(first) >= 50 and len(lower) >= 4 and looks_like_prose(" ".join(text.split()))


def looks_like_prose(text: str) -> bool:
    """Return whether a line reads as a sentence: it ends as one, or holds many words in lower case."""
    words = re.findall(r"[^\W\d_]+", text)
    lower = [word for word in words if word[0].islower() and word not in SMALL]
    ends = re.search(r"[a-z]{3}[.!?]$", text[-4:]) is not None and LEGAL_SUFFIX.search(text) is None
    return (ends and len(lower) >= 3) or len(lower) > 7 or len(words) > 24


def _pieces(vocabularies: Vocabularies, text: str, base: int, periods: list[FoundPeriod]) -> list[Piece]:
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
            if all(item[2] == "," for item in raw[place + 1 : last + 1]) and is_place(text[start : raw[last][1]]):
                end = raw[last][1]
                break
        skip_to = end
        kind = classify(text[start:end], vocabularies)
        pieces.append(Piece(kind, text[start:end], start + base, end + base, joint))
    return pieces


def _cut(text: str, start: int, end: int, joint: str) -> list[tuple[int, int, str]]:
    """Return (start, end, joint) of the pieces between two offsets, edges stripped, empty ones dropped."""
    pieces, position = [], start
    for match in [*_SEPARATOR.finditer(text, start, end), None]:
        stop = end if match is None else match.start()
        piece = text[position:stop]
        left = len(piece) - len(piece.lstrip(_EDGE))
        if piece.strip(_EDGE):
            pieces.append((position + left, position + len(piece.rstrip(_EDGE)), joint))
        if match is not None:
            position = match.end()
            joint = {"at": "at", "comma": ",", "open": "(", "close": "|", "strong": "|"}[match.lastgroup or "strong"]
    return pieces


def classify(text: str, vocabularies: Vocabularies) -> PieceKind:
    """Return what a piece of a head line may be by its words alone."""
    if _ASIDE.fullmatch(text):
        return PieceKind.ASIDE
    if is_title(text, vocabularies.roles):
        return PieceKind.TITLE
    if is_place(text):
        return PieceKind.PLACE
    if not is_proper_name(text) or fold_title(text) in vocabularies.sections:
        return PieceKind.OTHER
    return PieceKind.GENERIC if is_generic(text, vocabularies) else PieceKind.NAME


def is_title(text: str, roles: RoleWords) -> bool:
    """Return whether `text` is a job title: it ends in a title's noun, or has one before "of" or "for"."""
    words: list[str] = [word.strip(".'’") for word in _WORD.findall(re.sub(r"\s*[(\[].*", "", text))]
    while len(words) > 1 and _LEVEL.match(words[-1]):
        words.pop()
    if not 1 <= len(words) <= 9 or not any(char.isupper() for char in text) or re.search(r"[.!?]\s|[\d%$€]{2}", text):
        return False
    folded = [word.casefold() for word in words]
    for stop in (
        place for place, word in enumerate(folded) if word in ("of", "for", "in", "at", "to", "de", "für", "des", "du")
    ):
        if 0 < stop < 6 and _ends_in_title(folded[:stop], roles):
            return stop + 1 < len(folded) and words[0][0].isupper()
    if folded[0] in FIRST_NOUNS or any(len(word) > 9 and word.endswith(LAST_PARTS) for word in (folded[0], folded[-1])):
        return words[0][0].isupper()
    return _ends_in_title(folded, roles) and not (len(words) > 5 and not words[0][0].isupper())


_ARTICLES = frozenset(words_of("the a an my our your his her their each every no"))


def _ends_in_title(folded: list[str], roles: RoleWords) -> bool:
    tails = [" ".join(folded[-size:]) for size in (1, 2, 3) if len(folded) >= size]
    parts = [tails[0], *re.split(r"[/&-]", tails[0])[-1:]]
    if any(tail in roles.whole for tail in tails) or (folded[-1] in TRADES and folded[0] not in _ARTICLES):
        return True
    nouns = [
        tail for tail in (*parts, *tails[1:]) if tail in roles.head_nouns or tail.removesuffix("in") in roles.head_nouns
    ]
    # "The lead", "a host": an ordinary word with nothing of a title before it.
    return bool(nouns) and folded[0] not in _ARTICLES


_NO_NAME_STARTS = frozenset(
    words_of("a an my our your how what why when where who this these from with if since before after during until")
)


def is_proper_name(text: str) -> bool:
    """Return whether `text` is written as a name: one to six words, the longer ones capitalised, no sentence marks."""
    bare = LEGAL_SUFFIX.sub("", text)
    words = [word for word in re.split(r"\s+", bare.strip()) if word]
    if (
        not 1 <= len(words) <= 6
        or len(text) > 60
        or re.search(r"[!?%$€£=<>]|(?<!St|Dr|Mr|Ss)(?<!\bS|\bA|\bJ)\.\s|\.$|https?:|www\.|\d{4,}|@", bare)
    ):
        return False
    if not any(char.isalpha() for char in words[0]) and not words[0][0].isdigit():
        return False
    capital = [
        any(char.isupper() for char in word) or not word[0].isalpha() or word in NAMES_SMALL for word in words
    ]
    return all(capital) and any(char.isupper() for char in text) and words[0].casefold() not in _NO_NAME_STARTS


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
        part in GENERIC or part.removesuffix("s") in GENERIC or part in roles.head_nouns or part in roles.modifiers
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
    words = re.findall(r"[^\W\d_]+", name)
    return LEGAL_SUFFIX.search(name) is not None or (len(words) > 1 and words[-1].casefold() in COMPANY_TAILS)
