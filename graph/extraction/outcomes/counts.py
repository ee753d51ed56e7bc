"""Says which counts measure the work: "across forty databases", "Copies sold: 1,200"; not "two major problems". Called by rules.py."""

from __future__ import annotations

import re

from graph.documents import Block, BlockKind, SectionKind
from graph.extraction.outcomes.change_stems import changes
from graph.extraction.outcomes.phrases import tells_difference
from graph.extraction.outcomes.places import (
    GROUPS,
    goes_without_noun,
    is_long_form,
    is_told_field,
    label_of_lone_figure,
)
from graph.extraction.quantities.quantity import Quantity
from graph.extraction.quantities.unit_nouns import is_plural
from graph.extraction.reading import Reading
from graph.extraction.titles.titles import read_achievement
from graph.stems import stem

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
_CHANGED = re.compile(
    r"(?i)\b(?:went|gone|rose|grew|grown|fell|fallen|dropped|sank|sunk|climbed|jumped|shrank|slid|improved|increased|decreased|declined|cut|reduced|"
    r"raised|lifted|lowered|moved|brought|took|came|doubled|halved)\b"
)
_ARROW = re.compile(r"→|⟶|➔|➜|⇒|->|=>")
_BEFORE_AND_AFTER = re.compile(r"(?i)\sbefore\b.{0,80}\s(?:after(?:wards)?|now|today)$")
PEOPLE = re.compile(
    r"(?i)\b(?:people|engineers?|developers?|designers?|nurses?|analysts?|members?|reports?|staff|managers?|clinicians?|technicians?|specialists?|teachers?|volunteers?|scientists?|interns?|contractors?|colleagues|recruiters?|agents?|reps|fte|personnes|collaborateurs|salariés|personas|empleados|colaboradores|pessoas|persone|dipendenti|collaboratori|personen|mitarbeiter\w*|medewerkers|medarbetare|osób|pracowników)$"
)


def counts_work(reading: Reading, text: str, q: Quantity, block: Block) -> bool:
    """Return whether a count found in a sentence measures the work that the sentence tells."""
    before, after = text[max(0, q.start - 500) : q.start], text[q.number_end :][:500]
    if not q.unit:
        return _counts_without_noun(reading, text, q, block, before, after)
    if not q.scaled and q.value == 0:
        return False
    head = q.unit.split()[-1]
    if q.form == "words":
        return _counts_in_words(reading, text, q, block, head)
    if q.value == 1 and q.before is None and not (q.scaled or q.period) and _REACHED.search(before) is None:
        return False  # "1 new service", "Fig. 1 Plan"
    is_text = stem(head) in _TEXT_PARTS and not q.scaled and q.period is None
    return not is_text or is_long_form(head, q) or _is_written(before, q) or tells_difference(text, q)


def _counts_without_noun(reading: Reading, text: str, q: Quantity, block: Block, before: str, after: str) -> bool:
    """Return whether something else than a noun behind a number says what it counts: its label, or words before it."""
    key = block.key if block.kind is BlockKind.FIELD else ""
    label = label_of_lone_figure(text, q, key)
    if label is not None and _counts_by_key(label, q):
        return True
    if q.before is not None:
        return _says_what(before, q, text, block)
    return _reaches(before, q) or goes_without_noun(reading.vocabularies.work, before, after, q)


_WROTE = re.compile(
    r"(?i)\b(?:wrote|writing|written|published|publishing|edited|editing|translated|translating|proofread|illustrated|authored|co-authored|contributed|drafted|taught|teaching|gave|solved|fixed|answered|marked|graded)\s(?:about\s|over\s|some\s|more\sthan\s|up\sto\s|around\s|nearly\s)?$"
)


def _is_written(before: str, q: Quantity) -> bool:
    """Return whether so many parts of texts were somebody's work: "wrote 40 articles", "taught 300 lessons"."""
    return q.form == "digits" and q.value >= 5 and _WROTE.search(before[-40:]) is not None


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


_REACHED = re.compile(r"(?i)(?:\b(?:to|by|only|just)|[+&])\s$")
_LED = re.compile(
    r"(?i)\b(?:led|lead|leads|leading|ran|run|manag\w+|supervis\w+|mentor\w*|coach\w*|hir\w+|train\w*|onboard\w*|promot\w+|freed|grow\w*|grew|teach\w*|taught|team\sof|with\sa\s[\w-]+\sof|one\sof|"
    r"(?:us(?:ed|e)|adopted|copied|bought|run|live|audited|piloted|replaced)\s(?:by|at|in|on))\s(?:the\s|by\s)?(?:work\swith\s)?$"
)
_ALONGSIDE = re.compile(
    r"(?i)(?:(?:\d|\b(?:three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b)[^.;]{2,50}\s(?:and|&)|\d[^.;]{0,50}\s(?:across|over)|\d[^.;]{2,40}\s(?:house|site|plant|team|unit|hotel|centre|center)\swith|\bw/)\s$"
)
"""Before two of something that stand beside another figure: "five cooks and two porters"."""
_FIRST_WORD = re.compile(r"\A\W*+[A-ZÀ-Þ][^\W\d_]+\s(?:the\s|all\s|another\s)?")
_SPANS_OF_WORK = frozenset({"sprints", "weekends", "seasons", "winters", "summers"})


def _counts_two(before: str, q: Quantity) -> bool:
    """Return whether two of something, which prose is full of, are led, taught or used by, or what the line is about.

    "Supervised two students", "in use at two schools", "Cut two depots"; not "tested it with two colleagues".
    """
    is_object = _FIRST_WORD.fullmatch(before) is not None
    if is_object or q.unit in _SPANS_OF_WORK or q.period is not None:
        return True
    return _LED.search(before[-60:]) is not None or _ALONGSIDE.search(before[-80:]) is not None


def _counts_in_words(reading: Reading, text: str, q: Quantity, block: Block, head: str) -> bool:
    """Return whether a number word with a counted noun measures: "across forty databases", not "two major problems"."""
    if q.before is not None:
        return True
    if q.definite or q.value < 2 or stem(head) in _VAGUE or q.unit in ("other people", "other persons"):
        return False
    if q.value >= 9 or q.scaled or q.comparator != "=":
        return True
    begins = text[: q.start].strip() == ""
    if q.value == 2 and not begins and not _counts_two(text[: q.start], q):
        return False
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
