"""Says which figures measure the work: not targets, tenures, or numbers of problems. Makes nothing of them."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from graph.documents import Block, BlockKind, SectionKind, Span
from graph.extraction.outcomes.analysis_figures import describes_data
from graph.extraction.outcomes.change_stems import changes
from graph.extraction.outcomes.phrases import circumstance, tells_difference
from graph.extraction.outcomes.places import (
    AGAINST_PLAN,
    GROUPS,
    goes_without_noun,
    introduces_career,
    is_level,
    is_long_form,
    is_span,
    is_title,
    is_told_field,
    label_of_lone_figure,
    lists_trades,
    tells_frame,
)
from graph.extraction.quantities.quantity import Quantity
from graph.extraction.quantities.unit_nouns import is_plural
from graph.extraction.reading import Reading
from graph.extraction.titles.titles import read_achievement
from graph.extraction.works.part_labels import part_or_letter
from graph.stems import stem
from graph.vocabulary import WorkWords

_OF_WORK = frozenset(
    {SectionKind.EXPERIENCE, SectionKind.PROJECTS, SectionKind.RESULT, SectionKind.OUTCOMES, SectionKind.ACTION}
)
_LONG = 350
"""Characters; a longer paragraph is running prose, where number words count many things."""
_VAGUE = frozenset(
    stem(word)
    for word in (
        "problem reason thing way part step layer factor question lesson point essay article post example principle type kind aspect "
        "word idea theme category side half option chapter section page topic note rule goal requirement issue time other degree "
        "trait quality story case study level phase stage moment place day month year"
    ).split()
)
"""Stems of nouns that are counted in prose without measuring anything: "two major problems"."""
_TEXT_PARTS = frozenset(
    stem(word)
    for word in "problem reason thing way question lesson page chapter section essay article bullet factor degree".split()
)
"""Those that are no measure even where digits count them: "3 reasons"."""
_TENURE = re.compile(
    r"(?i)\s{0,60}+(?:\+\s*)?(?:of\s+(?:\w+[\s,/&-]+){0,5}experience|experience|ago\b|old\b|in\s+(?:the\s+)?(?:industry|business|field|role|profession)|(?:as|at|with)\s+(?:a|an|the|[A-Z]))"
)
_KIND = re.compile(r"\w-[A-Za-z]+$")
# "Twelve years of interfaces", "With over 8 years in logistics": a sentence that begins with one's years.
_YEARS_FIRST = re.compile(
    r"(?i)\W*(?:(?:with|i\s+have|i\s+bring|i[’']ve|after|having|mit|avec|con|met)\s+)?(?:spent\s+)?$"
)
_YEARS_OF = re.compile(
    r"(?i)\s{0,60}+(?:\+\s{0,60}+)?(?:of|in|as|at|on|across|behind|with|spent|[a-z]{3,12}ing|als|im|in|dans|como|en|nel)\b"
)
_PLUS_YEARS = re.compile(
    r"(?i)\W{0,6}(?:experience\W{1,8})?(?:over\s|about\s)?\d{1,2}\s?\+\s?(?:years?|yrs?|jahre|ans|años|anni)\b"
)
"""Opens a line that says how long somebody has done something: "4+ years network administration", "Experience: 11+ years"."""
_TOP_KEYS = re.compile(r"(?i)(?:^|[._])(?:summary|about|bio|profile|headline|label|objective)(?:\[\d+\])?$")
_CHANGED = re.compile(
    r"(?i)\b(?:went|gone|rose|grew|grown|fell|fallen|dropped|sank|sunk|climbed|jumped|shrank|slid|improved|increased|decreased|declined|cut|reduced|"
    r"raised|lifted|lowered|moved|brought|took|came|doubled|halved)\b"
)


# Not behind the letters of "e.g.", nor inside a number.
_SENTENCE_END = re.compile(r"(?<!\.\w)[.;!?](?=\s|$)")
_ARROW = re.compile(r"→|⟶|➔|➜|⇒|->|=>")
_BEFORE_AND_AFTER = re.compile(r"(?i)\sbefore\b.*\s(?:after(?:wards)?|now|today)$")
PEOPLE = re.compile(
    r"(?i)\b(?:people|engineers?|developers?|designers?|nurses?|analysts?|members?|reports?|staff|managers?|clinicians?|technicians?|specialists?|teachers?|volunteers?|scientists?|interns?|contractors?|colleagues|recruiters?|agents?|reps|fte|personnes|collaborateurs|salariés|personas|empleados|colaboradores|pessoas|persone|dipendenti|collaboratori|personen|mitarbeiter\w*|medewerkers|medarbetare|osób|pracowników)$"
)


def measures_work(reading: Reading, sentence: Span, text: str, q: Quantity, block: Block) -> bool:
    """Return whether a figure found in a sentence measures the work that the sentence tells."""
    before, after = text[max(0, q.start - 500) : q.start], text[q.number_end :][:500]
    if is_wished(reading, sentence, before, q, block) or _circumstance(text, q) or _is_tenure(reading, text, q, block):
        return False
    if q.before is None and tells_frame(reading, block):
        return True
    if describes_data(reading, text, q) or lists_trades(reading, text, q, block) or is_level(reading, text, q, block):
        return False
    if not before and q.form == "digits" and re.match(r"0\d\b(?![.,]\d|\s?%)", text) is not None:
        return False  # "01 Website", "02 Shop": the numbers of a list.
    if is_title(block) and q.form == "words":
        return False  # "One payroll instead of three": the story's name.
    if q.form in ("parts", "portions"):
        return True
    if q.dimension == "count":
        if not q.unit:
            key = block.key if block.kind is BlockKind.FIELD else ""
            if (label := label_of_lone_figure(text, q, key)) is not None and _counts_by_key(label, q):
                return True
            if q.before is not None:
                return _says_what(before, q, text, block)
            return _reaches(before, q) or goes_without_noun(reading.vocabularies.work, before, after, q)
        if not q.scaled and q.value == 0:
            return False
        head = q.unit.split()[-1]
        if q.form == "words":
            return _counts_in_words(reading, text, q, block, head)
        is_text = stem(head) in _TEXT_PARTS and not q.scaled and q.period is None
        if is_text and not is_long_form(head, q) and not _is_written(before, q) and not tells_difference(text, q):
            return False
        return not (q.definite and q.form == "words")
    if q.dimension == "time":
        if _TENURE.match(after) and q.before is None and not re.match(r"(?i)\A\s*(?:as|at|with)\s", after):
            return False
        if _KIND.search(text[q.number_start : q.number_end]) and is_title(block):
            return False
        if q.form in ("words", "article") and q.value == 1 and q.before is None:
            # "under an hour" tells how long; "within a year" when.
            is_when = q.form == "article" and re.match(r"(?i)within\b", text[q.start : q.number_start])
            if q.comparator == "=" or is_when:
                return False
        return (
            not re.search(r"(?i)\b(?:(?:every|each)|(?:last|past|next|first|few|several)(?:\s+\w+)?)\s+$", before)
            or q.before is not None
        )
    if q.form == "fractions":
        return (
            q.before is not None
            or bool(
                re.match(
                    r"(?i)\A\s+(?:of|less|fewer|more|faster|cheaper|shorter|lower|higher|smaller|quicker|weniger|mehr|moins|plus|menos|más|meno|più|minder|meer)\b",
                    after,
                )
            )
            or bool(re.search(r"(?i)\b(?:by|to|nearly|about|almost|than|cut|in|down|um|de|di|met|med)\s+$", before))
        )
    if q.form == "factors":
        return bool(re.search(r"[a-z]{3}", after[:30])) or bool(before.strip())
    return True


_WROTE = re.compile(
    r"(?i)\b(?:wrote|writing|written|published|publishing|edited|editing|translated|translating|proofread|illustrated|authored|co-authored|contributed|drafted|taught|teaching|gave|solved|fixed|answered|marked|graded)\s(?:about\s|over\s|some\s|more\sthan\s|up\sto\s|around\s|nearly\s)?$"
)


def _is_written(before: str, q: Quantity) -> bool:
    """Return whether so many parts of texts were somebody's work: "wrote 40 articles", "taught 300 lessons"."""
    return q.form == "digits" and q.value >= 5 and _WROTE.search(before[-40:]) is not None


def _circumstance(text: str, q: Quantity) -> str | None:
    """Return why the words near a figure say that it measures no work, or None; reading all of a long line takes too long."""
    first = max(0, q.start - 500)
    if first == 0:
        return circumstance(text[: q.end + 500], q)
    moved = replace(
        q,
        start=q.start - first,
        end=q.end - first,
        number_start=q.number_start - first,
        number_end=q.number_end - first,
        noun=None if q.noun is None else replace(q.noun, start=q.noun.start - first, end=q.noun.end - first),
    )
    return circumstance(text[first : q.end + 500], moved)


_CLAUSE = 200
"""Characters; what stands farther before a figure in its clause says nothing of it."""


def _says_what(before: str, q: Quantity, text: str, block: Block) -> bool:
    """Return whether words before a change without a unit name what is counted.

    "Support tickets: 2.2M → 0.4M"; "Blocked emails dropped from about 2.2M to about 0.4M".
    """
    clauses = re.split(r"[.;:,!?()]", before)
    # "by 19 days (62 → 43)": the bracket stands behind what it says more of.
    clause = clauses[-2 if before.endswith("(") and len(clauses) > 1 else -1][-_CLAUSE:]
    if _ARROW.search(text[q.start : q.end]) and q.form == "digits" and re.search(r"[^\W\d_]{3,}", clause):
        return True
    if before.rstrip().endswith(":") or (block.kind is BlockKind.FIELD and not before.strip()):
        return _ARROW.search(text[q.start : q.end]) is not None
    if not q.scaled and q.form != "digits":
        return False
    if _BEFORE_AND_AFTER.search(text[q.start : q.end]) and re.search(r"[^\W\d_]{3,}", clause):
        return True
    if re.search(r"(?i)\b(?:score|rating|index)\s*$", clause):
        return True
    if (
        q.before is not None
        and q.before > q.value
        and is_plural((re.findall(r"[^\W\d_]+", clause.casefold()) or [""])[-1])
    ):
        return True  # "broken integrations 31 to 2"
    return re.search(r"(?i)\b(?:from|von|van|de|da|från|z)\s*$", clause) is not None and (
        _CHANGED.search(clause) is not None
        or GROUPS.search(clause) is not None
        or any(is_plural(word) or changes(word) for word in re.findall(r"[^\W\d_]+", clause.casefold()))
    )


def _reaches(before: str, q: Quantity) -> bool:
    """Return whether words before a bare number say what came to it: "Complaints sank to 7 a week"."""
    clause = re.split(r"[.;:,!?()]", before)[-1][-_CLAUSE:]
    reached = re.search(r"(?i)\b(?:to|by)\s*$", clause) is not None and _CHANGED.search(clause)
    said = q.form == "digits" or (q.form == "words" and (q.period is not None or q.comparator != "="))
    return bool(reached) and said and any(is_plural(word) for word in re.findall(r"[A-Za-z]+", clause))


def _counts_by_key(key: str, q: Quantity) -> bool:
    """Return whether a field's key says what its bare number counts: "Copies sold", not "floor"."""
    words = re.findall(r"[A-Za-zÀ-ÿ]+", key.split(".")[-1])
    if q.before is None and GROUPS.search(key) and q.form == "digits" and not q.scaled:
        return 2 <= q.value < 10_000
    if q.before is not None and q.form == "digits":
        return any(len(word) > 2 for word in words)
    counted = [word for word in words if is_plural(word) and stem(word.casefold()) not in _VAGUE]
    return bool(counted) and (q.scaled or q.value >= 10) and q.form == "digits"


def _tells_skills(reading: Reading, block: Block) -> bool:
    section = reading.section_at(block.span.start)
    return section is not None and section.kind is SectionKind.SKILLS


def _is_tenure(reading: Reading, text: str, q: Quantity, block: Block) -> bool:
    """Return whether years are the person's: told at the top or in a summary, not "in five years"."""
    if q.dimension != "time" or q.unit not in ("years", "months") or q.before is not None:
        return False
    if is_span(text, q) or AGAINST_PLAN.match(text, q.number_end):
        return False
    if "+" in text and _PLUS_YEARS.match(text, text.rfind("\n", 0, q.start) + 1, q.end) is not None:
        return True
    if text[q.start - 1 : q.start] == "(" and text[q.end : q.end + 1] == ")" and _tells_skills(reading, block):
        return True  # "Medical scheduling (10+ years)"
    # "within", "less than" are the figure's own words, which it may begin with.
    before, after = text[: q.start][-500:], text[q.number_end :][:500]
    if re.match(r"(?i)within\b", text[q.start : q.number_start]):
        return False
    if block.kind is BlockKind.FIELD and block.key:
        told = _TOP_KEYS.search(block.key) is not None
    else:
        section = reading.section_at(block.span.start)
        told = section is None or section.heading is None or section.kind is SectionKind.SUMMARY
        told = told or introduces_career(reading.sections, section)
    if _YEARS_FIRST.match(before) and _YEARS_OF.match(after):
        return True
    return (
        told
        and re.search(
            r"(?i)\b(?:in|within|by|from|to|saved|took|sur|en|dans|innerhalb\s+von|über|binnen|tra)\s+(?:just\s+|only\s+|under\s+)?$",
            before,
        )
        is None
    )


def is_wished(reading: Reading, sentence: Span, before: str, q: Quantity, block: Block | None = None) -> bool:
    """Return whether the figure is a target, a requirement, advice or a template's; `block` defaults to the sentence's."""
    section, block = reading.section_at(sentence.start), block or reading.block_at(sentence.start)
    is_task = block is not None and block.kind is BlockKind.FIELD and part_or_letter(block.key) == "task"
    if (
        (is_task or (section is not None and section.kind is SectionKind.TASK))
        and q.dimension in ("share", "ratio", "time", "money")
        and q.before is None
    ):
        return True
    clause = _SENTENCE_END.split(before)[-1].casefold()
    return _requirement_pattern(reading.vocabularies.work).search(clause) is not None


@lru_cache(maxsize=4)
def _requirement_pattern(work: WorkWords) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, work.requirement))})(?!\w)")


def _counts_in_words(reading: Reading, text: str, q: Quantity, block: Block, head: str) -> bool:
    """Return whether a number word with a counted noun measures: "across forty databases", not "two major problems"."""
    if q.before is not None:
        return True
    if q.definite or q.value < 2 or stem(head) in _VAGUE or q.unit in ("other people", "other persons"):
        return False
    if q.value >= 9 or q.scaled or q.comparator != "=":
        return True
    begins = text[: q.start].strip() == ""
    is_listed = block.kind is BlockKind.LIST_ITEM or is_told_field(reading, block)
    if begins and not is_listed and PEOPLE.search(q.unit) is None:
        return False
    section = reading.section_at(block.span.start)
    if section is not None and section.kind is SectionKind.SUMMARY and PEOPLE.search(q.unit) is None:
        return False
    if q.value >= 3 and section is not None and section.kind in _OF_WORK and len(block.span) < _LONG:
        return True
    achieving = read_achievement(text, reading.vocabularies) is not None
    return achieving or is_listed or PEOPLE.search(q.unit) is not None
