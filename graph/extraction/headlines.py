"""Cuts head lines of entries ("Lead Engineer, Acme — Hamburg — 2017–2020") into pieces and says what each may be.

Shared by the recognizers of employment, education and people; decides nothing about them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from graph.documents import Block, BlockKind, Section, SectionKind, Span
from graph.extraction.career_keys import WORK_ROOTS, without_wrappers
from graph.extraction.career_words import SMALL
from graph.extraction.dates import FoundPeriod, find_periods, is_present
from graph.extraction.head_words import LEGAL_SUFFIX as LEGAL_SUFFIX
from graph.extraction.head_words import is_generic, is_proper_name, is_title
from graph.extraction.places import is_place
from graph.extraction.reading import Reading
from graph.model import DateRange
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
_JOB_FACT = re.compile(
    r"(?i)(?:annual )?(?:salary|pay|hours|hrs|series|grade|gs|job type|employment type|type|supervisor|manager|line manager|reports? to|reporting to|"
    r"location|city|place|contract|workload|pensum|ort|arbeitsort|lieu|lugar|luogo|plaats|team size|direct reports)\b(?!.{25})"
)
"""Keys of facts about a post that stand between its title, company and dates."""
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
        if block.kind is BlockKind.FIELD and (listed := _LISTED_JOB.fullmatch(without_wrappers(block.key))):
            block = _as_item(reading, block) if listed["root"] in WORK_ROOTS else block
        if (
            block.kind is BlockKind.FIELD
            and block.key not in field_keys
            and ("." not in block.key or not document.is_keyed)
        ):
            block = _without_label(reading, document.text, block)
        if block.kind is BlockKind.CODE or (
            block.kind is BlockKind.FIELD and _key_of_list(block.key) not in field_keys
        ):
            # "Hours per week: 40" between the lines of an entry does not part them.
            last_end = block.span.end if _JOB_FACT.match(block.key) and last_end >= 0 else last_end
            continue
        is_wrapped = _is_wrapped_prose(reading.quote(block.span))
        for start, end in _with_jobs_apart(document.text, _physical_lines(document.text, block)):
            gap = 9 if last_end < 0 else max(0, document.text.count("\n", last_end, start) - 1)
            yield _head_line(reading, block, start, end, gap, kinds.at(start), is_wrapped)
            last_end = end


def _key_of_list(key: str) -> str:
    """Return the key of a list's item without its number, of other fields the whole key; words joined by "_"."""
    return (key.partition("[")[0] if key.endswith("]") else key).replace(" ", "_")


_LISTED_JOB = re.compile(r"(?P<root>[^.\[\]]+)\[\d+\]")


def _as_item(reading: Reading, block: Block) -> Block:
    """Return a plain value of a list of jobs that has dates as an item of a list: `jobs: ["Baker, Acme, 2019–2022"]`."""
    text = reading.quote(block.span)
    is_head = "\n" not in text and len(text) <= 140 and bool(find_periods(text))
    return replace(block, kind=BlockKind.LIST_ITEM, key="") if is_head else block


def _without_label(reading: Reading, text: str, block: Block) -> Block:
    """Return a field as a paragraph where it is no field: "Depuis 2019 : Cheffe, Acme", "Cook, Acme: 2019 – 2021", "Acme: Cook (2019)"."""
    start = text.rfind("\n", 0, block.span.start) + 1
    label, value = text[start : block.span.start], text[block.span.start : block.span.end]
    if _THEN.fullmatch(block.key) and "\n" not in value and find_periods(value):
        return replace(block, kind=BlockKind.LIST_ITEM, key="")
    if not block.key or block.key not in label.casefold() or "\n" in value or len(label) + len(value) > 160:
        return block
    before, behind = find_periods(label), find_periods(value[:60])
    is_dated = bool(before) and before[0].start < 3 and not label[before[0].end :].strip(" :*_|–—-")
    is_date = bool(behind) and behind[0].start == 0 and "," in label
    is_job = not (is_dated or is_date) and _is_job_of_label(reading, label, value)
    if not (is_dated or is_date or is_job):
        return block
    end = block.span.end if is_dated or is_job else block.span.start + behind[0].end
    start += len(label) - len(label.lstrip(" -*_•"))
    return replace(block, kind=BlockKind.PARAGRAPH, key="", span=Span(block.span.document_id, start, end))


_THEN = re.compile(
    r"(?i)(?:previously|formerly|before|earlier|past|previous|prior|früher|zuvor|avant|antes|prima|eerder)(?: (?:roles|jobs|posts|positions|that|this))?"
)
"""Labels of jobs that were held before: "Previously: PM at Acme (2018–2020) · Intern at Moss (2014)"."""
_NEXT_JOB = re.compile(r"(?<=[\d)twh])\s{0,3}(?:[·•|;]|,(?=\s[A-ZÀ-Þ]))\s{1,3}(?=[^\W\d_])")


def _jobs_on_line(text: str) -> list[tuple[int, int]]:
    """Return (start, end) of the jobs that one line tells, each closed by its years; none where it tells fewer than two."""
    found = find_periods(text) if len(text) < 400 else []
    if len(found) < 2:
        return []
    parts, start = list[tuple[int, int]](), 0
    ends = {one.end for one in found} | {one.end + 1 for one in found}
    for mark in _NEXT_JOB.finditer(text):
        if mark.start() in ends:
            parts.append((start, mark.start()))
            start = mark.end()
    parts.append((start, len(text.rstrip())))
    dated = [sum(a <= one.start < b for one in found) for a, b in parts]
    # "Trainee (2013–15), Associate (2015–17), Acme" has one company for all.
    whole = all(_NAMES_COMPANY.search(_BRACKETED.sub("", text[a:b])) is not None for a, b in parts)
    return parts if len(parts) > 1 and whole and all(count == 1 for count in dated) else []


_BRACKETED = re.compile(r"\([^()\n]{0,60}\)?")
_NAMES_COMPANY = re.compile(r"\s(?:@|at|bei|chez|presso|bij|hos|[–—])\s\S|[^\W\d],\s[A-ZÀ-Þ]")


def _is_job_of_label(reading: Reading, label: str, value: str) -> bool:
    """Return whether a label is a company and its value a title with dates: "Fenland Trust: Educator (Jan 2020 to present)"."""
    found = find_periods(value[:90])
    if not found:
        return False
    title, company = value[: found[0].start].strip(" ,(–—-|"), label.strip(" -*_•:")
    return (
        bool(title)
        and is_proper_name(company)
        and not is_title(company, reading.vocabularies.roles)
        and not is_generic(company, reading.vocabularies)
        and is_title(title, reading.vocabularies.roles)
    )


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


def _with_jobs_apart(text: str, lines: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for start, end in lines:
        parts = _jobs_on_line(text[start:end]) if end - start > 40 else []
        yield from ((start + a, start + b) for a, b in parts) if parts else ((start, end),)


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
    known: dict[tuple[int, int, bool], tuple[tuple[Piece, ...], FoundPeriod | None, bool, int]]
    known = reading.memo.setdefault("head-line parts", {})
    # Two stages ask for the lines with other fields among them; most lines are the same.
    text, key = without_markup(reading.document.text[start:end]), (start, end, is_wrapped)
    if key not in known:
        is_prose = is_wrapped or len(text) > 160 or looks_like_prose(text)
        if run_in := _run_in_head(text):
            text, end, is_prose = text[:run_in], start + run_in, False
        periods = [] if len(text) > 160 else find_periods(text, start)
        pieces = () if is_prose else tuple(_pieces(reading.vocabularies, text, start, periods))
        if block.kind is BlockKind.TABLE_ROW:
            periods = _joined_cells(text, start, periods)
        known[key] = pieces, periods[0] if periods else None, is_prose, end
    pieces, period, is_prose, end = known[key]
    return HeadLine(block, start, end, text[: end - start], pieces, period, section, is_prose, gap)


_FIRST_SENTENCE = re.compile(
    r"[^\n]{12,110}?(?<!\b[A-ZÀ-Þ])(?<!\b[A-Z][a-z])(?<!\b[A-Z][a-z]{2})(?<!\s\d)(?<!\s\d\d)\.[*_]{0,2}(?=\s+[A-ZÀ-Þ]|$)"
)


_NEXT_CELL = re.compile(r"\s{0,9}\|\s{0,9}(?:(?P<open>[-–—…]{0,3})\s{0,9}(?:\||$))?")


def _joined_cells(text: str, base: int, periods: list[FoundPeriod]) -> list[FoundPeriod]:
    """Return the periods of a table's row, a start and an end in cells of their own as one: "| 09/2016 | 05/2019 |"."""
    if not periods or periods[0].range.start != periods[0].range.end:
        return periods
    first, between = periods[0], _NEXT_CELL.match(text, periods[0].end - base)
    if between is None or first.range.start is None:
        return periods
    rest = re.split(r"\s*\|", text[between.end() :], maxsplit=1)[0].strip(" *_") if between["open"] is None else ""
    if between["open"] or is_present(rest):
        end = base + between.end() + len(rest)
        return [
            FoundPeriod(first.start, min(end, base + len(text)), DateRange(first.range.start, None, is_current=True))
        ]
    following = periods[1] if len(periods) > 1 and periods[1].start == base + between.end() else None
    if following is None or following.range.end is None or following.range.start != following.range.end:
        return periods
    if following.range.end.last_month < first.range.start.first_month:
        return periods
    return [FoundPeriod(first.start, following.end, DateRange(first.range.start, following.range.end)), *periods[2:]]


_TOLD = re.compile(r"(?<!\w)(?:I|[Ww]e|[Hh]e|[Ss]he|[Tt]hey|my|was|were|is|am|has|had|ich|war|je|soy|fui)(?!\w)")
"""Words of a sentence that tells something: no head."""


def _run_in_head(text: str) -> int:
    """Return where the head ends that a line begins with, 0 where it has none: "Acme (2020 – now) Lead fitter. Commercial roofs …"."""
    first = _FIRST_SENTENCE.match(text)
    found = find_periods(first.group()) if first is not None else []
    if first is None or len(found) != 1 or looks_like_prose(first.group()[:-1]) or _TOLD.search(first.group()):
        return 0
    period = found[0].range
    lasts = period.is_current or (period.end is not None and period.start != period.end)
    words = re.findall(r"[^\W\d_]{2,}", first.group()[: found[0].start] + " " + first.group()[found[0].end :])
    is_head = len(words) > 1 and sum(word.islower() for word in words) < 6
    return len(first.group().rstrip("*_.")) if lasts and period.start is not None and is_head else 0


def joined_sentences(reading: Reading) -> list[HeadLine]:
    """Return the sentences that run over a line's end, as lines of their own, with the breaks read as spaces."""
    document, lines = reading.document, list[HeadLine]()
    for sentence in reading.sentences:
        text = document.text[sentence.start : sentence.end]
        block = reading.block_at(sentence.start) if "\n" in text else None
        if block is None or block.kind in (BlockKind.HEADING, BlockKind.CODE) or len(text) > 600:
            continue
        section = section_kind_at(reading, sentence.start)
        lines.append(HeadLine(block, sentence.start, sentence.end, text.replace("\n", " "), (), None, section, True, 9))
    return lines


_MARKUP = re.compile(
    r"(?<!!)\[(?P<words>[^\[\]\n]{1,80})\]\((?:https?:|mailto:|\.{0,2}/|#)[^()\s]{0,300}\)|</?[a-zA-Z]{1,8}(?:\s[^<>\n]{0,200})?/?>"
)


def without_markup(text: str) -> str:
    """Return a line with the marks of links and tags blanked out, as long as before.

    >>> without_markup("**Cook**, [Acme](https://acme.example) <br/>").split()
    ['**Cook**,', 'Acme']
    """
    if "](" not in text and "<" not in text:
        return text
    return _MARKUP.sub(_blanked, text)


def _blanked(match: re.Match[str]) -> str:
    words = match["words"] or ""
    return (" " + words if words else "").ljust(len(match.group()))


_DATED_FIRST = re.compile(r"[^\d:]{0,20}\d(?:[^:|\n]{0,40}\d)?[^:|\n]{0,12}[:|]\s")


def _ends_dated(line: str, last: FoundPeriod) -> bool:
    """Return whether a line ends in a period, as heads of entries do."""
    is_span = last.range.is_current or last.range.start != last.range.end
    return is_span and len(line) < 120 and not line[last.end :].strip(" *_)].|")


def _is_wrapped_prose(text: str) -> bool:
    """Return whether a block of several lines is running text that was broken at a width."""
    first, _, rest = text.partition("\n")
    if (dated := find_periods(first)) and (_DATED_FIRST.match(first) or _ends_dated(first, dated[-1])):
        return False  # "From 3/2015 to 5/2018: cook at Acme" above a line about it.
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
