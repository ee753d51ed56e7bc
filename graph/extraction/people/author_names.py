"""Finds where a document states its author's name: in a field, at the top, in a by-line, title or heading."""

from __future__ import annotations

import re
from itertools import chain

from graph.documents import BlockKind, Document, SectionKind, Span
from graph.extraction.heads.headlines import first_lines
from graph.extraction.heads.pieces import PieceKind
from graph.extraction.heads.places import is_place
from graph.extraction.heads.words import LEGAL_SUFFIX, is_companylike, is_title
from graph.extraction.people.address_names import names_by_address
from graph.extraction.people.foot_names import names_at_foot
from graph.extraction.people.introduced_names import names_in_words
from graph.extraction.people.kind_and_name import name_beside_kind, names_with_document_kind, says_kind
from graph.extraction.people.labelled_names import StatedName, named_by_field, named_by_label
from graph.extraction.people.lettered_names import names_with_letters
from graph.extraction.people.likely_names import likely_name
from graph.extraction.people.name_layouts import names_by_layout
from graph.extraction.people.personal_names import bare_name, cased_name, is_of_plain_words, is_personal_name
from graph.extraction.people.top_names import NAME_END, NATIVE, NO_NAMES, RESUME_WORDS, is_title_first, named_at_top
from graph.extraction.reading import Reading
from graph.extraction.titles.named_things import names_thing
from graph.vocabulary import fold_title

_ASIDE_TITLE = re.compile(r"(?:(?<!\s)\s++[–—|·:-]|[–—|·:])\s*|['’]s\s+")


def stated_name(reading: Reading) -> StatedName | None:
    """Return the author's name by the surest of the ways in which documents state it."""
    if "stated name" not in reading.memo:
        labelled = (named_by_field, named_by_label)
        ways = (
            named_at_top,
            _named_with_letters,
            _named_with_kind,
            _named_in_words,
            _named_by_title,
            _named_alone,
            _named_by_heading,
            _named_by_layout,
            _named_in_front,
            _named_at_foot,
            _named_by_address,
            _named_first,
            likely_name,
        )
        text = reading.document.text
        names = (found for way in labelled if (found := way(reading)) is not None)
        other = (found for way in ways if (found := way(reading)) is not None)
        plain = (found for found in other if not is_of_plain_words(found.name, text))
        reading.memo["stated name"] = next(chain(names, plain), None)
    stated: StatedName | None = reading.memo["stated name"]
    return stated


def _named_with_letters(reading: Reading) -> StatedName | None:
    """Read "Jane Doe, RN" and "Jane Doe — growth & brand. Selected cases …" at the top, "Apps by Jane Doe" from a title."""
    for start, name, form in names_with_letters(reading):
        return StatedName(reading.document.span(start, start + len(name)), cased_name(name), form, 0.9)
    return None


def _named_with_kind(reading: Reading) -> StatedName | None:
    """Read "STAR stories, Jane Doe" and "Brag doc 2023 — Jane Doe" in the first lines."""
    for start, name in names_with_document_kind(reading):
        return StatedName(
            reading.document.span(start, start + len(name)), cased_name(name), "name beside the kind of text", 0.9
        )
    return None


def _named_in_words(reading: Reading) -> StatedName | None:
    """Read a by-line, "my name is Jane Doe", or the signature of a letter."""
    for start, name, form, confidence in names_in_words(reading):
        return StatedName(reading.document.span(start, start + len(name)), " ".join(name.split()), form, confidence)
    return None


_BY_AUTHOR = re.compile(
    r"\b(?:[Bb]y|[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Dd]oor)\s{1,3}(?P<name>[A-ZÀ-ÖØ-Þ][\w’'-]{1,30}(?:\s[\w’'-]{1,30}){1,3})\s{0,3}$"
)


def _named_by_title(reading: Reading) -> StatedName | None:
    """Read "Jane Doe – Portfolio" from the title, provided that the text has the name, too."""
    document, roles = reading.document, reading.vocabularies.roles
    beside_kind = name_beside_kind(document.title, reading.vocabularies)
    name = None if beside_kind is None else beside_kind[1]
    if name is None:
        by_line = _BY_AUTHOR.search(document.title)
        parts = _ASIDE_TITLE.split(document.title) if by_line is None else [by_line["name"], "portfolio"]
        if len(parts) == 1 and "title" in document.metadata and _tells_career(reading):
            parts.append("portfolio")  # The front matter of a page of one's own: "title: Jane Doe".
        rest = parts[1:]
        if not rest or not is_personal_name(parts[0], reading.vocabularies):
            return None
        if not any(fold_title(part) in RESUME_WORDS or is_title_first(part, roles) for part in rest):
            return None
        name = parts[0]
        if names_thing(document.text, name, reading.vocabularies):
            return None
    spot = place_of(document, name)
    return None if spot is None else StatedName(spot, name, "page title", 0.9)


def _named_alone(reading: Reading) -> StatedName | None:
    """Read a name that stands alone at the top of a résumé: of what has sections of experience and of study or skills."""
    kinds = {section.kind for section in reading.sections}
    if SectionKind.EXPERIENCE not in kinds or not kinds & {SectionKind.EDUCATION, SectionKind.SKILLS}:
        return None
    for line in first_lines(reading, 3):
        text = line.text.strip("*_ ")
        if says_kind(text):
            continue
        bare = bare_name(text)
        if line.section in NO_NAMES or not is_personal_name(text, reading.vocabularies):
            return None
        start = line.start + line.text.index(bare)
        return StatedName(
            reading.document.span(start, start + len(bare)), cased_name(bare), "name alone at the top", 0.85
        )
    return None


def _named_first(reading: Reading) -> StatedName | None:
    """Read a name in the first lines of what tells a career, though what stands below it is no known title, contact or place."""
    if not _tells_career(reading):
        return None
    for line in first_lines(reading, 3):
        text = NATIVE.sub("", line.text).strip("*_ ")
        head = NAME_END.split(text)[0]
        bare = bare_name(head)
        if line.block.kind is BlockKind.LIST_ITEM or line.period is not None or line.section in NO_NAMES:
            return None
        if is_personal_name(head, reading.vocabularies) and not is_companylike(bare) and not is_place(text):
            start = line.start + line.text.index(bare)
            span = reading.document.span(start, start + len(bare))
            return StatedName(span, cased_name(bare), "name first above a career", 0.8)
        if (
            not says_kind(text)
            and not is_title(text, reading.vocabularies.roles)
            and fold_title(text) not in reading.vocabularies.sections
        ):
            return None
    return None


def _tells_career(reading: Reading) -> bool:
    """Return whether a document has a section of jobs, or two lines of years beside a title."""
    if any(section.kind is SectionKind.EXPERIENCE for section in reading.sections):
        return True
    lines = first_lines(reading, 60)
    if sum(line.period is not None and line.period.start == line.start for line in lines) > 2:
        return True  # A timeline.
    dated = [line for line in lines if line.period is not None and not line.is_prose]
    lasting = [line for line in dated if line.period and line.period.range.start != line.period.range.end]
    jobs = [
        line for line in lasting if line.of(PieceKind.TITLE) or any(LEGAL_SUFFIX.search(p.text) for p in line.pieces)
    ]
    return len(lasting) > 1 and bool(jobs)


def _named_by_layout(reading: Reading) -> StatedName | None:
    """Read "ABERNATHY, Thomas J.", "Hi, I'm Paweł", and a name below a column of contacts."""
    for start, end, name, form in names_by_layout(reading):
        return StatedName(reading.document.span(start, end), cased_name(name), form, 0.85)
    return None


_DESCRIBED = re.compile(r"(?P<name>[^\W\d_][^\n,|:]{3,40}?)(?:\s[–—|-]\s(?=[^\W\d_])|$)")


def _named_in_front(reading: Reading) -> StatedName | None:
    """Read a page's title in its front matter that is a name, above jobs and studies or skills: `title: Jane Doe`.

    Or the name that its description is, or begins with before a dash: `description: Jane Doe - cook and baker since 2002`.
    """
    title = str(reading.document.metadata.get("title") or "").strip("\"' ")
    kinds = {section.kind for section in reading.sections}
    if SectionKind.EXPERIENCE in kinds and (
        described := _DESCRIBED.match(str(reading.document.metadata.get("description") or "").strip("\"' "))
    ):
        spot = place_of(reading.document, described["name"])
        if spot is not None and is_personal_name(described["name"], reading.vocabularies):
            return StatedName(spot, cased_name(described["name"]), "name in the page's description", 0.85)
    if not 0 < len(title) <= 40 or not is_personal_name(title, reading.vocabularies):
        return None
    if SectionKind.EXPERIENCE not in kinds or not kinds & {SectionKind.EDUCATION, SectionKind.SKILLS}:
        return None
    spot = place_of(reading.document, title)
    return None if spot is None else StatedName(spot, cased_name(title), "name as the page's title", 0.85)


def _named_at_foot(reading: Reading) -> StatedName | None:
    """Read "Jane Doe · jane@mail.example" and "Contact: Jane Doe" from the last lines."""
    for start, name in names_at_foot(reading):
        return StatedName(reading.document.span(start, start + len(name)), cased_name(name), "name at the foot", 0.85)
    return None


def _named_by_address(reading: Reading) -> StatedName | None:
    """Read "Bookings: see Jane Doe" where the page's only address is jane@doe.example."""
    for start, name in names_by_address(reading):
        return StatedName(reading.document.span(start, start + len(name)), cased_name(name), "name by the address", 0.8)
    return None


def _named_by_heading(reading: Reading) -> StatedName | None:
    """Read a first heading of the highest level that is a person's name, above a career: two dated lines with titles."""
    lines = first_lines(reading, 60)
    if not lines or lines[0].block.kind is not BlockKind.HEADING or lines[0].block.level != 1:
        return None
    text = lines[0].text.strip("*_ ")
    if lines[0].section in NO_NAMES or not is_personal_name(text, reading.vocabularies):
        return None
    dated = [line for line in lines[1:] if line.period is not None]
    titled = [line for line in dated if line.of(PieceKind.TITLE) or _AS_TITLE.search(line.text)]
    if len(dated) < 2 or not titled or sum(line.block.level == 1 for line in lines) > 1:
        return None
    bare = bare_name(text)
    start = lines[0].start + lines[0].text.index(bare)
    return StatedName(reading.document.span(start, start + len(bare)), cased_name(bare), "name as the heading", 0.85)


_AS_TITLE = re.compile(r"(?m)^(?>.*?\b(?:joined|hired|started|promoted)\b).*\b(?:as|to)\s")


def place_of(document: Document, name: str) -> Span | None:
    """Return the first place where the text has this name as whole words, in any case."""
    words = r"\s+".join(re.escape(word) for word in name.split())
    match = re.search(rf"(?<!\w){words}(?!\w)", document.text, re.IGNORECASE) if words else None
    return None if match is None else document.span(match.start(), match.end())
