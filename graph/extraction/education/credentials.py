"""Finds certificates, licences and awards that the author holds.

Who issued one is its attribute, never an institution.
"""

from __future__ import annotations

import re
from functools import lru_cache

from graph.alternation import alternation
from graph.documents import Block, BlockKind, SectionKind, Span
from graph.extraction.career_words import words_of
from graph.extraction.dates.dates import parse_period
from graph.extraction.heads.career_keys import without_wrappers
from graph.extraction.heads.headlines import HeadLine, lines_of
from graph.extraction.heads.pieces import PieceKind
from graph.extraction.heads.section_kinds import section_kind_at
from graph.extraction.keyed.career_fields import value_of, value_span
from graph.extraction.people.people import relate_author
from graph.extraction.reading import Reading
from graph.model import DateRange, EntityKind, Json, Mention, MentionRelation, RelationKind
from graph.vocabulary import DegreeWords

_ROOTS = frozenset(
    words_of(
        """
        certifications certificates certification certificate licenses licences awards credentials zertifikate
        honors honours selected_honors selected_honours honors_and_awards awards_and_honors licenses_and_certifications
        certifications_and_licenses professional_certifications zertifizierungen certificaciones certificazioni
        """
    )
)
_NAME_LEAVES, _ISSUER_LEAVES = (
    frozenset({"name", "title", "certificate", "award", "certification", "bullet", "label"}),
    frozenset({"issuer", "authority", "awarder", "organization", "issued_by", "by", "details", "provider"}),
)
_DATE_LEAVES = frozenset({"date", "year", "issued", "obtained", "releasedate", "awarded", "issuedate", "issue_date"})
_HELD = re.compile(
    r"\b(?:certif\w+|licen[cs]ed?|licen[cs]es|accredited|holds?|earned|obtained|passed|credential\w*)\b", re.IGNORECASE
)
_WISHED = re.compile(
    r"\b(?:preparing|studying|working towards?|planned|pursuing|in progress|candidates?|required?|"
    r"preferred|students?|customers?|hiring)\b",
    re.IGNORECASE,
)
_AWARD = re.compile(r"\b(?:[Aa]ward|[Pp]rize|[Ff]ellowship|[Ss]cholarship|[Hh]onou?ree|[Ww]inner|[Mm]edal|[Pp]atent)\b")


def find_credentials(reading: Reading) -> list[Mention]:
    """Return the credentials: well-known ones by name, and the entries of sections and fields about them.

    Attributes: `issuer` and `date` (ISO text), None where not stated.
    """
    found = [*_in_fields(reading), *_in_sections(reading)]
    for mention in _well_known(reading):
        if not any(other.span.overlaps(mention.span) for other in found):
            found.append(mention)
    kept, seen = [], set[tuple[int, int]]()
    for mention in sorted(found, key=lambda mention: mention.span):
        if (place := (mention.span.start, mention.span.end)) not in seen:
            seen.add(place)
            kept.append(mention)
    return kept


def relate_credentials(reading: Reading) -> list[MentionRelation]:
    """Return holds from the author to each credential among `reading.mentions`."""
    return relate_author(reading, RelationKind.HOLDS, EntityKind.CREDENTIAL)


@lru_cache(maxsize=4)
def _pattern(words: DegreeWords) -> tuple[re.Pattern[str], dict[str, tuple[str, str | None]]]:
    """Return a pattern for all well-known credentials, and casefolded form → (name, issuer)."""
    forms = {
        form.casefold(): (name, issuer) for name, aliases, issuer in words.credentials for form in (name, *aliases)
    }
    written = {form for name, aliases, _ in words.credentials for form in (name, *aliases)}
    long = alternation((form for form in written if len(form) > 6), ignore_case=True)
    short = alternation(form for form in written if len(form) <= 6)
    return re.compile(rf"(?<![\w.-])(?:{long}|{short})(?![\w-])"), forms


def _well_known(reading: Reading) -> list[Mention]:
    pattern, forms = _pattern(reading.vocabularies.degrees)
    text, found = reading.document.text, list[Mention]()
    for match in pattern.finditer(text):
        name, issuer = forms.get(match.group().casefold(), ("", None))
        block = reading.block_at(match.start())
        if not name or block is None or block.kind is BlockKind.CODE or not _is_held(reading, match, block):
            continue
        line_end = text.find("\n", match.end())
        period = parse_period(text[match.end() : line_end if line_end >= 0 else len(text)][:40])
        span = reading.document.span(match.start(), match.end())
        found.append(_mention(reading, span, name, issuer, period, "well-known credential", 0.88))
    return found


def _is_held(reading: Reading, match: re.Match[str], block: Block) -> bool:
    """Return whether the author says that they hold it; abbreviations need a word or section that says so."""
    section = section_kind_at(reading, match.start())
    if section is SectionKind.CREDENTIALS:
        return True
    sentence = reading.sentence_at(match.start())
    words = reading.quote(sentence or block.span)
    if _WISHED.search(words) or section is SectionKind.EXPERIENCE:
        return False
    if len(match.group()) <= 6:
        after_name = match.start() < 200 and reading.document.text[: match.start()].rstrip(" ").endswith(",")
        return after_name or _HELD.search(words) is not None or section is SectionKind.EDUCATION
    # "Registered Nurse" is a title wherever it is not said to be held.
    return (
        re.match(r"(?i)\A\w*\s*certified", match.group()) is not None
        or _HELD.search(words.replace(match.group(), "")) is not None
        or "Certif" in match.group()
        or section is SectionKind.EDUCATION
    )


def _in_sections(reading: Reading) -> list[Mention]:
    found = []
    for line in lines_of(reading):
        if (
            line.section is not SectionKind.CREDENTIALS
            or line.block.kind is BlockKind.HEADING
            or line.is_prose
            or not line.pieces
        ):
            continue
        if (mention := _entry(reading, line)) is not None:
            found.append(mention)
    return found


def _entry(reading: Reading, line: HeadLine) -> Mention | None:
    """Read "AWS Certified Developer, Amazon (2021)": first piece the name, then who issued it."""
    words = reading.vocabularies.degrees.certificate_words
    pattern, forms = _pattern(reading.vocabularies.degrees)
    marked = [
        piece
        for piece in line.pieces
        if pattern.search(piece.text) or any(word in piece.text for word in words) or _AWARD.search(piece.text)
    ]
    own = [piece for piece in line.pieces if piece.kind not in (PieceKind.PLACE, PieceKind.ASIDE)]
    if not own or (line.block.kind is not BlockKind.LIST_ITEM and not marked and line.period is None):
        return None
    first = (marked or own)[0]
    if len(first.text) < 2 or len(first.text) > 100:
        return None
    known = pattern.fullmatch(first.text)
    name, issuer = (
        forms.get(first.text.casefold(), (" ".join(first.text.split()), None))
        if known
        else (" ".join(first.text.split()), None)
    )
    others = [
        piece.text
        for piece in own
        if piece is not first and piece.kind in (PieceKind.NAME, PieceKind.GENERIC, PieceKind.OTHER)
    ]
    span = reading.document.span(first.start, first.end)
    period = None if line.period is None else line.period.range
    return _mention(reading, span, name, others[0] if others else issuer, period, "credentials section", 0.85)


_DATED_BEHIND = re.compile(r"[,(|–—-]\s{0,9}(?P<date>(?:\w{3,9}\.? )?(?:19|20)\d\d)\s{0,9}\)?$")
_LONGEST_VALUE = 200


def _in_one(value: str) -> tuple[str, str | None, str] | None:
    """Return (credential, issuer, date) said in one value, or None where it holds no date behind.

    >>> _in_one("Certified Example Engineer (Board of Examples, 2020)")
    ('Certified Example Engineer', 'Board of Examples', '2020')
    """
    dated = _DATED_BEHIND.search(value, max(0, len(value) - 40)) if len(value) <= _LONGEST_VALUE else None
    if dated is None:
        return None
    head = value[: dated.start()]
    for border in (place for place, sign in enumerate(head) if sign in ",(|–—-"):
        name, issuer = head[:border].rstrip(), head[border + 1 :].strip()
        if any(sign in name for sign in ",(|\n"):
            break
        if name and any(sign.isalpha() for sign in issuer) and not any(sign in issuer for sign in ",()|\n"):
            return name, issuer, dated["date"]
    name = head.rstrip()
    return (name, None, dated["date"]) if name and not any(sign in name for sign in ",(|\n") else None


def _in_fields(reading: Reading) -> list[Mention]:
    records: dict[str, dict[str, Block]] = {}
    for block in reading.document.blocks:
        if block.kind is not BlockKind.FIELD:
            continue
        key = without_wrappers(block.key)
        root = re.sub(r"[\[.].*", "", key)
        if root not in _ROOTS or not reading.quote(block.span).strip("\"' \t"):
            continue
        prefix, _, leaf = key.rpartition(".")
        fact = (
            "name"
            if not prefix or leaf.casefold() in _NAME_LEAVES
            else "issuer"
            if leaf.casefold() in _ISSUER_LEAVES
            else "date"
            if leaf.casefold() in _DATE_LEAVES
            else ""
        )
        if fact:
            records.setdefault(prefix or f"{key}@{block.span.start}", {}).setdefault(fact, block)
    found = []
    for record in records.values():
        if "name" not in record:
            continue
        issuer = reading.quote(record["issuer"].span).strip("\"' ") if "issuer" in record else None
        period = parse_period(reading.quote(record["date"].span).strip("\"' ")) if "date" in record else None
        name, span = value_of(reading, record["name"]), value_span(reading, record["name"])
        if len(record) == 1 and (told := _in_one(reading.quote(span))) is not None:
            name, issuer, date = told
            span, period = reading.document.span(span.start, span.start + len(name)), parse_period(date)
        found.append(_mention(reading, span, name, issuer, period, "credential field", 0.95))
    return found


def _mention(
    reading: Reading, span: Span, name: str, issuer: str | None, period: DateRange | None, rule: str, confidence: float
) -> Mention:
    pattern, forms = _pattern(reading.vocabularies.degrees)
    if pattern.fullmatch(name):
        name, usual = forms.get(name.casefold(), (name, issuer))
        issuer = issuer or usual
    date = None if period is None or period.start is None else str(period.start)
    attributes: dict[str, Json] = {"issuer": issuer, "date": date}
    key = " ".join(re.findall(r"\w+", name.casefold()))
    return Mention(
        EntityKind.CREDENTIAL,
        key,
        name,
        reading.quote(span),
        span,
        rule,
        confidence,
        reading.section_id_at(span.start),
        attributes=attributes,
        period=period,
    )
