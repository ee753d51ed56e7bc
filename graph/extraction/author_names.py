"""Finds where a document states its author's name: in a field, at the top, in a by-line, title or heading."""

from __future__ import annotations

import re

from graph.documents import BlockKind, Document, SectionKind, Span
from graph.extraction.foot_names import names_at_foot
from graph.extraction.head_pieces import PieceKind
from graph.extraction.head_words import LEGAL_SUFFIX, is_companylike, is_title
from graph.extraction.headlines import HeadLine, first_lines
from graph.extraction.introduced_names import name_beside_kind, names_in_words, names_with_document_kind, says_kind
from graph.extraction.labelled_names import StatedName, named_by_field, named_by_label
from graph.extraction.lettered_names import names_with_letters
from graph.extraction.name_layouts import names_by_layout
from graph.extraction.named_things import heads_no_person, names_thing
from graph.extraction.personal_names import DEGREE_TAIL, bare_name, cased_name, is_personal_name
from graph.extraction.places import is_place
from graph.extraction.reading import Reading
from graph.page_words import is_page_link
from graph.section_titles import kind_of_title
from graph.vocabulary import RoleWords, fold_title

SPEAKS = re.compile(r"(?<![\w.])I(?:[’'](?:m|ve|d|ll))?(?=\s)|(?<!\w)(?:My|my) (?=\w)")
"""The author speaks of themself."""
_CONTACT = re.compile(r"@|linkedin|github|\+?\d[\d ().-]{7,}|https?:|www\.", re.IGNORECASE)
_CLAUSE = re.compile(
    r"(?:(?<!\s)\s++)?[|•·,–—.;:(]\s*|\s(?:in|at|from|based|who|with|and I|for|@|bei|aus|chez|en|à|a|em|w)\s"
)
_ASIDE_TITLE = re.compile(r"(?:(?<!\s)\s++[–—|·:-]|[–—|·:])\s*|['’]s\s+")


def stated_name(reading: Reading) -> StatedName | None:
    """Return the author's name by the surest of the ways in which documents state it."""
    if "stated name" not in reading.memo:
        ways = (
            named_by_field,
            named_by_label,
            _named_at_top,
            _named_with_letters,
            _named_with_kind,
            _named_in_words,
            _named_by_title,
            _named_alone,
            _named_by_heading,
            _named_by_layout,
            _named_in_front,
            _named_at_foot,
            _named_first,
        )
        reading.memo["stated name"] = next((found for way in ways if (found := way(reading)) is not None), None)
    stated: StatedName | None = reading.memo["stated name"]
    return stated


def _named_at_top(reading: Reading) -> StatedName | None:
    """Read a name from the first lines, where what follows is a title, a contact, a place or a summary."""
    lines = [line for line in first_lines(reading, 12) if line.block.kind is not BlockKind.TABLE_ROW]
    first, heads_page = lines[0] if lines else None, False
    if reading.document.media_type == "text/plain":  # A pasted page: its links stand above or below its owner's name.
        heads_page = len(lines) > 3 and [is_page_link(line.text) for line in lines[:3]] == [False, True, True]
        lines = [line for line in lines if not is_page_link(line.text)]
    lines = lines[:7]
    for place, line in enumerate(lines[:4]):
        text = _BIRTH.sub("", _NATIVE.sub("", line.text)).strip("*_ ")
        head = re.split(r"(?<!\s)\s++(?:[–—|·•/-]\s|[|•·])|[|•·]|\t|\s{3,}|,\s", text)[0]
        if (by := re.match(r"\A[Bb]y\s{1,9}(?=[A-ZÀ-ÖØ-Þ]\S*\s[A-ZÀ-ÖØ-Þ])", head)) is not None:
            head = head[by.end() :]
        bare = bare_name(head.strip("*_ "))
        head = head.strip("*_ ")
        if bare not in line.text or not is_personal_name(head, reading.vocabularies) or _heads_work(reading, line):
            continue
        spot = line.start + line.text.index(bare)
        rest = DEGREE_TAIL.sub("", text[text.index(bare) + len(bare) :]).strip(" –—|·•/-,\t")
        near = _right_below(lines[place + 1 : place + 3], line)
        dated = line.period is not None and not _introduces_all(line, rest, reading.vocabularies.roles)
        if dated or line.section in _NO_NAMES or any(other.period is not None for other in near):
            continue  # The head of an employment has dates.
        in_path = fold_title(bare) in fold_title(reading.document.id.replace("_", " "))
        is_heading = line.block.kind is BlockKind.HEADING
        if is_heading and heads_no_person(reading, line, lines[place + 1 : place + 3], bare, rest):
            continue
        if (not rest and (in_path or (place == 0 and heads_page))) or _follows_a_name(
            reading, rest, lines[place + 1 : place + 4], is_heading=is_heading and first == lines[0]
        ):
            span = reading.document.span(spot, spot + len(bare))
            return StatedName(span, cased_name(bare), "name at the top", 0.95 if place == 0 else 0.9)
    return None


def _heads_work(reading: Reading, line: HeadLine) -> bool:
    """Return whether a line is a heading of the second level or below on a page of works, or where one of the first stands above.

    Of the first, where others of that level follow, none that of a common section, in a file called as a list of works is.
    """
    if line.block.kind is not BlockKind.HEADING or reading.document.media_type != "text/markdown":
        return False
    if line.block.level < 2:
        tops = [section for section in reading.sections if section.heading is not None and section.parent_id is None]
        stem = reading.document.id.rpartition("/")[2].rpartition(".")[0]
        return (
            len(tops) > 2
            and all(section.kind is SectionKind.OTHER for section in tops)
            and kind_of_title(stem, reading.vocabularies.sections) is SectionKind.PROJECTS
        )
    section = reading.section_at(line.block.span.start)
    while section is not None and section.level != 1:
        section = reading.parent_of(section)
    page = reading.document.metadata.get("title", "") if section is None or section.heading is None else section.title
    if section is not None and is_personal_name(_BRACKETED.sub("", page), reading.vocabularies):
        return True
    return bool(page) and kind_of_title(page, reading.vocabularies.sections) is SectionKind.PROJECTS


_BRACKETED = re.compile(r"\([^()]{0,20}\)")


def _right_below(following: list[HeadLine], line: HeadLine) -> list[HeadLine]:
    """Return those of the following lines that stand with `line`, without empty lines or a heading between."""
    near = list[HeadLine]()
    for other in following:
        if other.gap > 0 or other.section is not line.section or other.block.kind is BlockKind.HEADING:
            break
        near.append(other)
    return near


def _introduces_all(line: HeadLine, rest: str, roles: RoleWords) -> bool:
    """Return whether "Jane Doe, team lead, Acme, 2019 to now" names person, title and employer before the dates."""
    names = [piece for piece in line.pieces[1:] if piece.kind is PieceKind.NAME]
    return (
        len(line.pieces) > 2 and bool(names) and line.pieces[0].kind is PieceKind.NAME and _is_title_first(rest, roles)
    )


def _is_title_first(text: str, roles: RoleWords) -> bool:
    """Return whether words begin with a job title, in any case: "game programmer in Dundee. I …"."""
    first = _CLAUSE.split(text, maxsplit=1)[0].strip(" *_")
    return is_title(first[:1].upper() + first[1:], roles)


def _follows_a_name(reading: Reading, rest: str, following: list[HeadLine], is_heading: bool) -> bool:
    roles = reading.vocabularies.roles
    if rest:
        pieces = re.split(r"\s*[|•·,–—]\s*|\s{3,}|\t", rest)
        if re.fullmatch(r"(?:page|seite|pagina|página)? ?\d+(?:\s*(?:/|of|von|de|di)\s*\d+)?", rest, re.IGNORECASE):
            return True  # A running head: name and page.
        return (
            _CONTACT.search(rest) is not None
            or is_place(rest)
            or any(is_title(p, roles) or is_place(p) for p in pieces)
            or _is_title_first(rest, roles)
            or fold_title(rest) in _RESUME_WORDS
        )
    for line in following[:3]:
        if (
            line.of(PieceKind.TITLE)
            or _CONTACT.search(line.text)
            or (line.pieces and all(p.kind is PieceKind.PLACE for p in line.pieces))
        ):
            return True
        if _is_title_first(line.text, roles):
            return True
    if is_heading and following and _IS_A_THING.match(following[0].text) is not None:
        return False  # "A tide app that I made": the heading is its name.
    if following and following[0].is_prose and SPEAKS.search(following[0].text):
        return True
    return is_heading and any(fold_title(line.text) in reading.vocabularies.sections for line in following)


_IS_A_THING = re.compile(
    r"(?i)[*_]{0,2}(?:an?|the)\s(?:[\w-]+\s){0,4}?(?:app|apps|tool|toolkit|library|game|site|website|package|framework|platform|plugin|service|script|bot|engine|client|server|"
    r"dashboard|generator|parser|compiler|editor|novel|book|film|album|map|map of|board game|podcast|newsletter|project|prototype|experiment)\b"
)
_NO_NAMES = frozenset({SectionKind.EXPERIENCE, SectionKind.EDUCATION, SectionKind.SKILLS, SectionKind.PROJECTS})
_RESUME_WORDS = frozenset(
    {"résumé", "resume", "cv", "curriculum vitae", "portfolio", "lebenslauf", "currículum", "currículo", "bio", "about"}
)


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
    name = next((part for _, part in name_beside_kind(document.title, reading.vocabularies)), None)
    if name is None:
        by_line = _BY_AUTHOR.search(document.title)
        parts = _ASIDE_TITLE.split(document.title) if by_line is None else [by_line["name"], "portfolio"]
        if len(parts) == 1 and "title" in document.metadata and _tells_career(reading):
            parts.append("portfolio")  # The front matter of a page of one's own: "title: Jane Doe".
        rest = parts[1:]
        if not rest or not is_personal_name(parts[0], reading.vocabularies):
            return None
        if not any(fold_title(part) in _RESUME_WORDS or _is_title_first(part, roles) for part in rest):
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
        if line.section in _NO_NAMES or not is_personal_name(text, reading.vocabularies):
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
        text = _NATIVE.sub("", line.text).strip("*_ ")
        head = re.split(r"(?<!\s)\s++(?:[–—|·•/-]\s|[|•·])|[|•·]|\t|\s{3,}|,\s", text)[0]
        bare = bare_name(head)
        if line.block.kind is BlockKind.LIST_ITEM or line.period is not None or line.section in _NO_NAMES:
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


_BIRTH = re.compile(
    r"(?i)[,(]?\s{1,3}\(?(?:born|née?|nacid[oa]|nascid[oa]|nat[oa]|geb\.|geboren|född|født|ur\.)\s[^\n]{0,40}\d{4}\)?$"
)
"""Behind a name, when and where somebody was born."""
_NATIVE = re.compile(r"\s?[(（][^()\n（）a-zA-Z]{2,20}[)）]")
"""The same name in another script, in brackets."""


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


def _named_in_front(reading: Reading) -> StatedName | None:
    """Read a page's title in its front matter that is a name, above jobs and studies or skills: `title: Jane Doe`."""
    title = str(reading.document.metadata.get("title") or "").strip("\"' ")
    if not 0 < len(title) <= 40 or not is_personal_name(title, reading.vocabularies):
        return None
    kinds = {section.kind for section in reading.sections}
    if SectionKind.EXPERIENCE not in kinds or not kinds & {SectionKind.EDUCATION, SectionKind.SKILLS}:
        return None
    spot = place_of(reading.document, title)
    return None if spot is None else StatedName(spot, cased_name(title), "name as the page's title", 0.85)


def _named_at_foot(reading: Reading) -> StatedName | None:
    """Read "Jane Doe · jane@mail.example" and "Contact: Jane Doe" from the last lines."""
    for start, name in names_at_foot(reading):
        return StatedName(reading.document.span(start, start + len(name)), cased_name(name), "name at the foot", 0.85)
    return None


def _named_by_heading(reading: Reading) -> StatedName | None:
    """Read a first heading of the highest level that is a person's name, above a career: two dated lines with titles."""
    lines = first_lines(reading, 60)
    if not lines or lines[0].block.kind is not BlockKind.HEADING or lines[0].block.level != 1:
        return None
    text = lines[0].text.strip("*_ ")
    if lines[0].section in _NO_NAMES or not is_personal_name(text, reading.vocabularies):
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
