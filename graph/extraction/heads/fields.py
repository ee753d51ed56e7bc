"""Takes fields that are none for lines: "Depuis 2019 : Cheffe, Acme" has no key, and a list of jobs may hold plain words."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.documents import Block, BlockKind, SectionKind, Span
from graph.extraction.dates.dates import find_periods
from graph.extraction.heads.fact_labels import fact_of_label
from graph.extraction.heads.study_forms import SHORT_FORM, degree_pattern, institution_pattern
from graph.extraction.heads.words import is_generic, is_proper_name, is_title
from graph.extraction.reading import Reading
from graph.section_titles import says_experience
from graph.vocabulary import fold_title

JOB_FACT = re.compile(
    r"(?i)(?:annual )?(?:salary|pay|hours|hrs|series|grade|gs|job type|employment type|type|supervisor|manager|line manager|reports? to|reporting to|"
    r"location|city|place|contract|workload|pensum|ort|arbeitsort|lieu|lugar|luogo|plaats|team size|direct reports)\b(?!.{25})"
)
"""Keys of facts about a post that stand between its title, company and dates."""


def key_of_list(key: str) -> str:
    """Return the key of a list's item without its number, of other fields the whole key; words joined by "_"."""
    return (key.partition("[")[0] if key.endswith("]") else key).replace(" ", "_")


LISTED_JOB = re.compile(r"\A(?P<root>[^.\[\]]++)\[\d++\]")


def as_item(reading: Reading, block: Block) -> Block:
    """Return a plain value of a list of jobs that has dates as an item of a list: `jobs: ["Baker, Acme, 2019–2022"]`."""
    text = reading.quote(block.span)
    is_head = "\n" not in text and len(text) <= 140 and bool(find_periods(text))
    return replace(block, kind=BlockKind.LIST_ITEM, key="") if is_head else block


_DATED_KEY = re.compile(r"\A[^.]*\d{2}[^.]*")


def dated_by_key(reading: Reading, block: Block) -> Block:
    """Return a plain value whose key is a date as an item of a list that begins with it: `2016–2020: Designer at Acme`."""
    key, text = block.key.rpartition(".")[2], reading.document.text
    if _DATED_KEY.fullmatch(key) is None or not any(char.isalpha() for char in reading.quote(block.span)[:40]):
        return block
    found = find_periods(key)
    start = text.rfind(key, max(0, block.span.start - len(key) - 12), block.span.start)
    if len(found) != 1 or found[0].end - found[0].start < len(key.strip()) or start < 0 or len(block.span) > 140:
        return block
    is_line = "\n" not in text[start : block.span.end]
    span = Span(block.span.document_id, start, block.span.end)
    return replace(block, kind=BlockKind.LIST_ITEM, key="", span=span) if is_line else block


def is_listed_study(reading: Reading, block: Block) -> bool:
    """Return whether a plain value of a list, under whatever key, is a degree and where it was taken: "BA English, Tarn University"."""
    text = reading.quote(block.span)
    if not block.key.endswith("]") or "\n" in text or len(text) > 140:
        return False
    degree, _ = degree_pattern(reading.vocabularies.degrees)
    return degree.match(text.lstrip("\"' ")) is not None and (
        institution_pattern(reading.vocabularies.degrees).search(text) is not None
    )


def without_label(reading: Reading, text: str, block: Block) -> Block:
    """Return a field as a paragraph where it is no field: "Depuis 2019 : Cheffe, Acme", "Cook, Acme: 2019 – 2021", "Acme: Cook (2019)"."""
    start = text.rfind("\n", 0, block.span.start) + 1
    label, value = text[start : block.span.start], text[block.span.start : block.span.end]
    if _THEN.fullmatch(block.key) and "\n" not in value and find_periods(value):
        return replace(block, kind=BlockKind.LIST_ITEM, key="")
    if not block.key or block.key not in label.casefold() or len(label) + len(value) > 160:
        return block
    if "\n" in value and not (value.count("\n") == 1 and _is_study_of_label(reading, label, value, block.span.start)):
        return block
    before, behind = find_periods(label), find_periods(value[:60])
    is_dated = bool(before) and before[0].start < 3 and not label[before[0].end :].strip(" :*_|–—-")
    is_date = bool(behind) and behind[0].start == 0 and "," in label
    is_job = not (is_dated or is_date) and (
        (fact_of_label(block.key) is None and _is_job_of_label(reading, label, value))
        or _is_study_of_label(reading, label, value, block.span.start)
    )
    if not (is_dated or is_date or is_job):
        return block
    end = block.span.end if is_dated or is_job else block.span.start + behind[0].end
    start += len(label) - len(label.lstrip(" -*_•"))
    return replace(block, kind=BlockKind.PARAGRAPH, key="", span=Span(block.span.document_id, start, end))


_THEN = re.compile(
    r"(?i)(?:previously|formerly|before|earlier|past|previous|prior|früher|zuvor|avant|antes|prima|eerder)(?: (?:roles|jobs|posts|positions|that|this))?"
)
"""Labels of jobs that were held before: "Previously: PM at Acme (2018–2020) · Intern at Moss (2014)"."""


_DATES_LABEL = re.compile(
    r"(?i)(?:dates?|period|duration|time ?(?:frame|period|span)?|years?|when|tenure|employed|dates? (?:of employment|employed|worked|attended)|employment (?:dates?|period)|"
    r"zeitraum|dauer|période|durée|per[ií]odo|fechas?|durac(?:ión|ão)|periode|okres|период)"
)
_POST_LABEL = re.compile(
    r"(?i)(?:(?:job )?title|position(?: held)?|role|designation|job|post|rank|occupation|poste|fonction|puesto|cargo|stelle|funktion|ruolo|functie|stanowisko|должность)"
)
_COMPANY_LABEL = re.compile(
    r"(?i)(?:employer|company|organi[sz]ation|client|project|arbeitgeber|firma|entreprise|empresa|azienda|werkgever|kunde|institution|university|school)(?: name)?"
)
_BESIDE = 4
"""Fields before and behind one in which its company may stand."""


def names_post(key: str) -> bool:
    """Return whether a label leads to a post."""
    return _POST_LABEL.fullmatch(key) is not None


def head_of_label(reading: Reading, place: int) -> Block:
    """Return the dates or post that a label leads to, below a head without label, as a line of that head: "**Dates**: 2019 – 2021".

    Records of labels that name the company, too, are read as records.
    """
    blocks = reading.document.blocks
    block = blocks[place]
    is_post = _POST_LABEL.fullmatch(block.key) is not None
    value = reading.quote(block.span)
    if not is_post and _DATES_LABEL.fullmatch(block.key) is None:
        return block
    if "\n" in value or len(value) > 90 or not (is_post or find_periods(value)):
        return block
    near = (*reversed(blocks[max(0, place - _BESIDE) : place]), None, *blocks[place + 1 : place + 1 + _BESIDE])
    for other in near:
        if other is not None and other.kind is BlockKind.FIELD and _COMPANY_LABEL.fullmatch(other.key):
            return block
    above = next((b for b in reversed(blocks[max(0, place - _BESIDE) : place]) if b.kind is not BlockKind.FIELD), None)
    if above is None or above.kind not in (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
        return block
    if (
        above.kind is BlockKind.LIST_ITEM
        and (
            (
                is_post and not find_periods(reading.quote(above.span))
            )  # "- 2019 – 2022: Acme" may stand above "Position: Cook".
            or "\n" in reading.document.text[above.span.end : block.span.start][1:]
        )
    ):
        return block
    title = reading.quote(above.span).strip(" *_:#")
    if fold_title(title) in reading.vocabularies.sections or says_experience(title):
        return block  # A record of labels begins right below the section's title.
    return replace(block, kind=BlockKind.PARAGRAPH, key="")


_MARK = re.compile(r"(?<!\s)\s*+\d{1,2}(?:[.,]\d{1,2})?\s?(?:%|/\s?\d{1,3}\b|C?GPA\b|percent\b)")


_OF_DEGREE = re.compile(
    r"(?:,\s)?(?:(?:in|of|en|di|de|em)\s)?(?!(?:Thesis|Dissertation|Project|Supervisor|Advisor|Adviser|Grade|Students?|Modules?|Courses?)\b)"
    r"[A-ZÀ-Þ][^:;|\n]{1,60}(?<!Thesis)(?<!Project)(?<!Supervisor)(?<!Advisor)"
)
"""What may stand between a degree and its colon if that leads to a school: " in Physics"."""
_BETWEEN = " \n*_,|()–—•·/-"
"""Signs between the parts of a study."""
_BEHIND_SCHOOL = re.compile(r"\s{0,3}(?:$|\n|[,()|–—•·/-])")


def _is_school_or_dates(reading: Reading, value: str) -> bool:
    """Return whether a value is a school's name, dates or both, in any order: "Tarn University, 2009 – 2012"."""
    bare = value.strip(" *_")
    dates = find_periods(bare) if len(bare) < 140 else []
    if dates and dates[0].start == 0:
        bare = bare[dates[0].end :].lstrip(_BETWEEN)
        if not bare:
            return True
    school = institution_pattern(reading.vocabularies.degrees).match(bare)
    return school is not None and " " in school.group() and _BEHIND_SCHOOL.match(bare, school.end()) is not None


def _is_study_of_label(reading: Reading, label: str, value: str, at: int) -> bool:
    """Return whether a label is a school and its value a degree: "Tamford College: BTEC Level 3 Business, 2009".

    Or a degree and its school, and the value a mark: "HSC (12th) - Mount Ilam School: 85.10%"; or a degree with its field
    and the value its school or dates: "BSc in Physics: Tarn University, 2009 – 2012".
    """
    if _MARK.match(value) is not None:
        has_school = institution_pattern(reading.vocabularies.degrees).search(label) is not None
        return has_school and (
            SHORT_FORM.search(label) is not None
            or degree_pattern(reading.vocabularies.degrees)[0].search(label) is not None
        )
    degree, _ = degree_pattern(reading.vocabularies.degrees)
    section = reading.section_at(at)
    is_study = section is not None and section.kind is SectionKind.EDUCATION
    if degree.fullmatch(label.strip(" -*_•:")) is not None and (is_study or find_periods(value)):
        return True  # "Bachelor of Arts : Psychology , 2012"
    if is_study and (named := degree.match(label.lstrip(" -*_•"))) is not None:
        field = label.lstrip(" -*_•")[named.end() :].strip(" *_:")
        return _OF_DEGREE.fullmatch(field) is not None and _is_school_or_dates(reading, value)
    school = institution_pattern(reading.vocabularies.degrees).fullmatch(label.strip(" -*_•:"))
    if school is None or " " not in school.group():
        return False
    dates = find_periods(value[:40]) if is_study else []
    return degree.match(value[dates[0].end if dates and dates[0].start == 0 else 0 :].lstrip(_BETWEEN)) is not None


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
