"""Tells the years that somebody has done something from those that a piece of work took: "Twelve years of interfaces". Called by rules.py."""

from __future__ import annotations

import re

from graph.documents import Block, BlockKind, SectionKind
from graph.extraction.outcomes.places import AGAINST_PLAN, introduces_career, is_span
from graph.extraction.quantities.quantity import Quantity
from graph.extraction.reading import Reading

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


_ABOUT = r"(?:about\s|over\s|almost\s|nearly\s|some\s|more\sthan\s)?"
_BEEN = re.compile(
    rf"(?i)\b(?:I|we)(?:[’']ve|\shave)\sbeen\s(?:an?|in|with|at|doing|working)\b[^.;]{{0,60}}\bfor\s{_ABOUT}$"
)
_WITH = re.compile(rf"(?i)\bwith\s{_ABOUT}$")
_YEARS_AT = re.compile(r"(?i)\s(?:on|behind|in|at|as|under|inside)\b")
"""Behind the years of "an engineer with two years on sewer works"."""


def _tells_skills(reading: Reading, block: Block) -> bool:
    section = reading.section_at(block.span.start)
    return section is not None and section.kind is SectionKind.SKILLS


def is_tenure(reading: Reading, text: str, q: Quantity, block: Block) -> bool:
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
    if q.unit == "years" and (_BEEN.search(before[-90:]) or (_WITH.search(before[-20:]) and _YEARS_AT.match(after))):
        return True
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
