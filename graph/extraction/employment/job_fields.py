"""Reads employments from records of fields: YAML, JSON, front matter, labelled lines."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from graph.documents import Block, BlockKind, SectionKind, Span
from graph.extraction.dates.dates import find_periods
from graph.extraction.employment.entry_weighing import TITLE_AT_TOP, Holding, is_worklike
from graph.extraction.employment.form_heads import company_of_unit, held_since, holdings_in_unit, post_behind_name
from graph.extraction.heads.career_keys import WORK_ROOTS, without_wrappers
from graph.extraction.heads.fact_labels import fact_of_label
from graph.extraction.heads.pieces import PieceKind, classify
from graph.extraction.heads.places import is_place
from graph.extraction.heads.section_kinds import section_kind_at
from graph.extraction.heads.words import LEGAL_SUFFIX, is_companylike, is_title
from graph.extraction.keyed.career_fields import (
    FieldRecord,
    by_prefix,
    field_records,
    inherited,
    value_of,
    without_quotes,
)
from graph.extraction.keyed.records import name_before
from graph.extraction.reading import Reading
from graph.model import DateRange

CLIENT_FIELD = "client field"
"""The rule of a holding that is for a client: none, where the author is employed elsewhere."""
_OTHER_PEOPLE = frozenset({"references", "reference", "recommendations", "referees", "referenzen"})
"""First keys of records that tell where others work."""
_CLIENT_KEYS = frozenset({"client", "klient", "kunde", "cliente", "opdrachtgever", "auftraggeber"})


_NO_COMPANY = re.compile(
    r"(?i)(?:freelanc\w*|self[- ]employed|independent|various(?: \w+)?|selbst(?:st)?ändig\w*|freiberuflich\w*|indépendante?|à mon compte|"
    r"autónom[oa]|libera professionista|libero professionista|zzp(?:'er)?|n/?a|none|self[- ](?:initiated|directed|started)|(?:personal|side|passion|own|hobby|school|student|class|concept|solo)(?: project| work)?|confidential|(?:under\s)?nda|undisclosed|anonymous|private)"
)
"""What stands where a company would, of those who had none."""


def holdings_in_fields(reading: Reading) -> Iterator[Holding]:
    """Yield the employments that records of fields state, in order."""
    yield from _under_names(reading)
    if not reading.document.is_keyed:
        yield from holdings_in_unit(reading)
    records = field_records(reading)
    if not reading.document.is_keyed:
        _take_posts_above(reading, records)
    newest, others = _open_and_newest(reading, records), by_prefix(records)
    for record in records:
        employer = inherited(record, others, "employer")
        if employer is None and record.root in WORK_ROOTS:
            employer = inherited(record, others, "name")
        if employer is None and "who" in record.blocks:
            employer = record.blocks.get("where")
        if employer is None and (stated := _in_role(reading, record)) is not None:
            yield stated
        if employer is None or record.root in _OTHER_PEOPLE or not _is_record_of_job(record):
            continue
        if company_of_unit(reading, employer) is not None:
            continue
        span, name = _first_part(reading, employer.span)
        if _WITH_ADDRESS.search(employer.key) is not None and ", " in name:
            name = name.partition(", ")[0].rstrip()
            span = Span(span.document_id, span.start, span.start + len(name))
        if _WITH_PROJECT.search(employer.key) is not None and " / " in name:
            name = name.partition(" / ")[0].rstrip()
            span = Span(span.document_id, span.start, span.start + len(name))
        span, name, told = _without_dates(reading, span, name)
        if (
            not name
            or len(name) > 80
            or _NO_COMPANY.fullmatch(name)
            or is_place(name)
            or (
                is_title(name, reading.vocabularies.roles)
                and record.root not in WORK_ROOTS
                and not _has_label_of_post(record)
            )
        ):
            continue
        title = _title_of(reading, record) or post_behind_name(reading, record)
        # Elsewhere the dates are those of the file's story or project, not of the job.
        is_dated = record.root in WORK_ROOTS or _is_listed_job(record)
        is_dated = is_dated or (not record.prefix and _is_labelled_job(reading, record, records))
        period = record.period(reading) if is_dated else None
        period = period or told or held_since(reading, record)
        if record is newest and period is not None:
            period = replace(period, is_current=True)
        place = record.blocks.get("place")
        location = None if place is None else value_of(reading, place)
        rule = CLIENT_FIELD if employer.key.rpartition(".")[2].casefold() in _CLIENT_KEYS else "employment field"
        yield Holding(span, name, title, period, rule, 0.95, location)


_WITH_ADDRESS = re.compile(r"(?i)address|adresse|indirizzo|\badres\b|morada|dirección")
"""Labels whose value has the address behind the name: "Name and address of employer"."""


_WITH_PROJECT = re.compile(
    r"(?i)[\w)]\s?/\s?(?:projekte?|projects?|projets?|proyectos?|progett[oi]|projetos?|kunden?|clients?|customers?|clientes?|product|team|abteilung|department)\W*$"
)
"""Labels whose value has a project or client behind the company's stroke: "Company / project"."""


def _has_label_of_post(record: FieldRecord) -> bool:
    """Return whether labels state company and post apart: "Employer Name: Jane Doe Architect" beside "Position Title: Drafter"."""
    return not record.prefix and "title" in record.blocks and "employer" in record.blocks


def _take_posts_above(reading: Reading, records: list[FieldRecord]) -> None:
    """Give labels of company and dates the post that is the heading right above them, or those of a post its house.

    "### Engineer", "**Company:** Acme"; "### Acme", "- **Position:** Engineer".
    """
    blocks = reading.document.blocks
    for record in records:
        known = {"employer", "title"} & record.blocks.keys()
        if record.prefix or len(known) != 1 or not {"period", "start"} & record.blocks.keys():
            continue
        first = min(block.span.start for block in record.blocks.values())
        place = bisect_left(blocks, first, key=lambda block: block.span.start)
        while place > 0 and (blocks[place - 1].kind is BlockKind.FIELD or blocks[place - 1].span.end > first):
            place -= 1
        above = blocks[place - 1] if place > 0 else None
        if above is None or above.kind is not BlockKind.HEADING:
            continue
        words = reading.quote(above.span).strip("*_# ")
        if section_kind_at(reading, first) is not SectionKind.EXPERIENCE:
            continue
        kind = classify(words, reading.vocabularies)
        if "title" not in known and kind is PieceKind.TITLE:
            record.blocks["title"] = above
        elif "title" in known and kind is PieceKind.NAME and not is_worklike(words, reading.vocabularies):
            record.blocks["employer"] = above


def _is_listed_job(record: FieldRecord) -> bool:
    """Return whether a record of a list states employer and post and is no named piece of work, under whatever key it stands."""
    facts = set(record.blocks)
    is_named = bool(facts & {"name", "heading", "institution"}) or record.root in _WORK_LISTS
    return record.prefix.endswith("]") and {"employer", "title"} <= facts and not is_named


_WORK_LISTS = frozenset({"projects", "portfolio", "cases", "case_studies", "stories", "clients", "engagements", "apps"})


def _in_role(reading: Reading, record: FieldRecord) -> Holding | None:
    """Return the employment that a labelled post states with its company: "Role: Operations Manager, Fennimore Bakery Group"."""
    block = record.blocks.get("title")
    if block is None or record.prefix or "institution" in record.blocks or "degree" in record.blocks:
        return None
    text = reading.quote(block.span)
    title, comma, rest = text.partition(", ")
    name = re.split(r"\s?[(|;·•]|\s[–—-]\s|, ", rest)[-1 if "(" not in rest else 0].strip(" .")
    if not comma or len(text) > 100 or not is_title(title, reading.vocabularies.roles):
        return None
    if not is_companylike(name) or is_place(name) or find_periods(name):
        return None
    start = block.span.start + text.index(name, len(title))
    place = Span(block.span.document_id, start, start + len(name))
    post = Span(block.span.document_id, block.span.start, block.span.start + len(title))
    return Holding(place, name, post, None, TITLE_AT_TOP, 0.8, None)


_LAST_NAME = re.compile(r"\.(?P<name>[^.\[\]]++)(?:\[\d++\])?$")
_UNDER_NAME = re.compile(r"\A(?P<root>[^.\[\]]++)\.(?P<name>[^.\[\]]++)(?:\[\d++\])?")


def _under_names(reading: Reading) -> Iterator[Holding]:
    """Yield the jobs of `experience: {Acme: ["Head baker, 2019–now", "Baker, 2014–2019"]}`: companies as keys, posts with dates below."""
    for block in reading.document.blocks:
        keyed = _UNDER_NAME.fullmatch(without_wrappers(block.key)) if "." in block.key else None
        if keyed is None or keyed["root"] not in WORK_ROOTS or fact_of_label(keyed["name"]) is not None:
            continue
        text = reading.quote(block.span)
        found = find_periods(text) if len(text) <= 140 else []
        if not found or text[found[0].end :].strip("\"' )]."):
            continue
        words = text[: found[0].start].strip("\"' ,(–—-|:·•")
        name = _LAST_NAME.search(block.key)
        spot = None if name is None else name_before(reading.document, name["name"], block.span.start)
        if spot is None or not 0 < len(words.split()) <= 9 or is_place(reading.quote(spot)):
            continue
        start = block.span.start + text.index(words)
        title = Span(block.span.document_id, start, start + len(words))
        yield Holding(spot, reading.quote(spot), title, found[0].range, "employment below a company", 0.9, None)


def _without_dates(reading: Reading, span: Span, name: str) -> tuple[Span, str, DateRange | None]:
    """Return an employer without the dates behind it, and these: "Acme Engineers, since 2016"."""
    text = reading.quote(span)
    found = find_periods(text)
    bare = text[: found[0].start].rstrip(" ,(–—-|:") if found else ""
    if len(bare) < 3 or text[found[0].end :].strip(" ).,"):
        return span, name, None
    return Span(span.document_id, span.start, span.start + len(bare)), " ".join(bare.split()), found[0].range


def _is_record_of_job(record: FieldRecord) -> bool:
    """Return whether a record is no study, and not just the outer part of a company with several positions."""
    return (
        "institution" not in record.blocks
        and "degree" not in record.blocks
        and bool({"employer", "title", "heading", "name", "who"} & set(record.blocks))
    )


def _open_and_newest(reading: Reading, records: list[FieldRecord]) -> FieldRecord | None:
    """Return the job that began last if it has a start but no field for an end, as JSON Resume writes what goes on."""
    jobs = [(record.period(reading), record) for record in records if record.root in WORK_ROOTS]
    begun = [(period.start.first_month, record) for period, record in jobs if period is not None and period.start]
    if not begun:
        return None
    newest = max(begun, key=lambda item: item[0])[1]
    has_no_end = {"start"} <= set(newest.blocks) and not {"end", "period"} & set(newest.blocks)
    return newest if has_no_end and "employer" in newest.blocks | _named(newest) else None


def _named(record: FieldRecord) -> dict[str, Block]:
    return {"employer": record.blocks["name"]} if "name" in record.blocks else {}


def _is_labelled_job(reading: Reading, record: FieldRecord, records: list[FieldRecord]) -> bool:
    """Return whether labelled lines state a job: in a section of experience, or as one of several companies with dates."""
    employer = record.blocks.get("employer")
    if employer is None or not {"title", "heading"} & set(record.blocks):
        return False
    if section_kind_at(reading, employer.span.start) is SectionKind.EXPERIENCE:
        return True
    may_be_client = not any(section.kind is SectionKind.EXPERIENCE for section in reading.sections)
    alike = [other for other in records if not other.prefix and _is_dated_company(other, may_be_client)]
    return len(alike) > 1 and _is_dated_company(record, may_be_client)


def _is_dated_company(record: FieldRecord, may_be_client: bool) -> bool:
    """Return whether a record names a company with title and dates; or a client, as freelancers list whom they worked for."""
    employer = record.blocks.get("employer")
    has_dates = "period" in record.blocks or "start" in record.blocks
    is_client = employer is not None and employer.key in _CLIENT_KEYS
    return employer is not None and (may_be_client or not is_client) and "title" in record.blocks and has_dates


def _title_of(reading: Reading, record: FieldRecord) -> Span | None:
    block = record.blocks.get("title") or record.blocks.get("heading") or record.blocks.get("who")
    if block is None:
        return None
    span, words = _first_part(reading, block.span, cut=record.root not in WORK_ROOTS and "title" in record.blocks)
    if block is not record.blocks.get("who"):
        # A file's own title is no job title; `role: Engineer` is.
        by_key = record.root in WORK_ROOTS or "title" in record.blocks
        return span if words and (by_key or is_title(words, reading.vocabularies.roles)) else None
    for part in re.finditer(r"[^,;–—|(]+", words):
        bare = part.group().strip()
        if is_title(bare, reading.vocabularies.roles):
            start = span.start + part.start() + part.group().index(bare)
            return Span(span.document_id, start, start + len(bare))
    return None


_LABEL_BELOW = re.compile(r"\n\s{0,4}[*_]{0,2}[A-ZÀ-Þ][\w ]{1,24}:\s")
"""The next labelled line of a paragraph: "Client: Acme" above "Year: 2022"."""


_TEXT_BELOW = re.compile(
    r"(?<=[^\W_])(?<!\sof)(?<!\sand)(?<!\sfor)(?<!\sthe)[ \t]{0,3}\n\s{0,4}[*_]{0,2}(?=[A-ZÀ-Þ][\w’'-]*\s)"
)
"""Where a name ends and the next line begins with a word in capitals: "Client: Acme" above "A map of tides"."""


_BOUGHT = re.compile(r"(?:now |later |since )?(?:acquired|bought|owned|taken over) by\b")
"""What is said of a company behind its name: "Acme, acquired by Moss"."""


def _first_part(reading: Reading, span: Span, cut: bool = True) -> tuple[Span, str]:
    """Return a field's value without quotes and, if `cut`, without what follows a bracket or names a place."""
    text = reading.quote(span)
    bare = without_quotes(text).strip("*_")
    if cut and (below := _LABEL_BELOW.search(bare) or _TEXT_BELOW.search(bare)) is not None:
        bare = bare[: below.start()].rstrip()
    if cut:
        bare = re.split(r"(?:(?<!\s)\s++)?[(|;•·]|\s[–—-]\s|(?<=[a-zà-ÿ]{3})\.\s", bare)[0]
        if "<" in bare:
            bare = bare[: bare.index("<")].rstrip(" ,(") or bare
        head, comma, tail = bare.partition(", ")
        if comma and (is_place(tail) or LEGAL_SUFFIX.search(head) is not None or _BOUGHT.match(tail)):
            bare = head
    start = span.start + (text.index(bare) if bare else 0)
    return Span(span.document_id, start, start + len(bare)), " ".join(bare.split())
