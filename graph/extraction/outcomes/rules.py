"""Says which figures measure the work: not targets, tenures, or numbers of problems. Makes nothing of them."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from graph.documents import Block, BlockKind, SectionKind, Span
from graph.extraction.outcomes.analysis_figures import describes_data
from graph.extraction.outcomes.asides import tells_part_away
from graph.extraction.outcomes.counts import counts_work
from graph.extraction.outcomes.phrases import circumstance
from graph.extraction.outcomes.places import is_level, is_title, lists_trades, tells_frame
from graph.extraction.outcomes.tenures import is_tenure
from graph.extraction.quantities.quantity import Quantity
from graph.extraction.reading import Reading
from graph.extraction.works.part_labels import part_or_letter
from graph.vocabulary import WorkWords

_TENURE = re.compile(
    r"(?i)\s{0,60}+(?:\+\s*)?(?:of\s+(?:\w+[\s,/&-]+){0,5}experience|experience|ago\b|old\b|in\s+(?:the\s+)?(?:industry|business|field|role|profession)|(?:as|at|with)\s+(?:a|an|the|[A-Z]))"
)
_KIND = re.compile(r"\w-[A-Za-z]+$")
# Not behind the letters of "e.g.", nor inside a number.
_SENTENCE_END = re.compile(r"(?<!\.\w)[.;!?](?=\s|$)")
_NUMBERED = re.compile(r"0\d\b(?![.,]\d|\s?%)")
"""Opens an item of a numbered list: "01 Website", "02 Shop"."""
_IN_POST = re.compile(r"(?i)\s*(?:as|at|with)\s")
_WITHIN = re.compile(r"(?i)within\b")
_HOW_OFTEN = re.compile(r"(?i)\b(?:(?:every|each)|(?:last|past|next|first|few|several)(?:\s+\w+)?)\s+$")
_OF_SOMETHING = re.compile(
    r"(?i)\s+(?:less|fewer|more|faster|cheaper|shorter|lower|higher|smaller|quicker|weniger|mehr|moins|plus|menos|más|meno|più|minder|meer)\b"
)
_OF = re.compile(r"(?i)\s{1,3}of\b")
_OF_THEM = re.compile(r"(?i)\s{1,3}of\s(?:them|which|whom)\b")
_COUNTED = re.compile(r"\d\s[^\d.;,()]{3,40},\s$")
_BY_SO_MUCH = re.compile(r"(?i)\b(?:by|to|nearly|about|almost|than|cut|in|down|um|de|di|met|med)\s+$")


def measures_work(reading: Reading, sentence: Span, text: str, q: Quantity, block: Block) -> bool:
    """Return whether a figure found in a sentence measures the work that the sentence tells."""
    before, after = text[max(0, q.start - 500) : q.start], text[q.number_end :][:500]
    if is_wished(reading, sentence, before, q, block) or _circumstance(text, q) or is_tenure(reading, text, q, block):
        return False
    if q.before is None and tells_frame(reading, block):
        return True
    if describes_data(reading, text, q) or lists_trades(reading, text, q, block) or is_level(reading, text, q, block):
        return False
    if not before and q.form == "digits" and _NUMBERED.match(text) is not None:
        return False
    if is_title(block) and (q.form == "words" or _is_of_heading(q, block)):
        return False  # "One payroll instead of three": the story's name; "Demo (4 minutes)": a part's length.
    if q.form in ("parts", "portions"):
        return True
    if q.dimension == "count":
        return counts_work(reading, text, q, block)
    if q.dimension == "time":
        return _is_how_long(text, q, block, before, after)
    if q.form == "fractions":
        is_part = _OF_SOMETHING.match(after) is not None or _BY_SO_MUCH.search(before) is not None
        is_part = is_part or (
            _OF.match(after) is not None and (tells_part_away(before) or _is_of_counted(before, after))
        )
        return q.before is not None or is_part
    if q.form == "factors":
        return re.search(r"[a-z]{3}", after[:30]) is not None or bool(before.strip())
    return True


def _is_of_counted(before: str, after: str) -> bool:
    """Return whether a part is one of what was counted right before: "31,000 articles, a third of them never sold"."""
    return _OF_THEM.match(after) is not None and _COUNTED.search(before[-60:]) is not None


def _is_of_heading(q: Quantity, block: Block) -> bool:
    """Return whether a heading's figure says how long a part takes or counts a few: "Demo (4 minutes)", "Prep (5 rounds)"."""
    if block.kind is not BlockKind.HEADING or q.before is not None or q.sign:
        return False
    return q.dimension == "time" or (q.dimension == "count" and not q.scaled and q.value < _FEW)


_FEW = 10


def _is_how_long(text: str, q: Quantity, block: Block, before: str, after: str) -> bool:
    """Return whether a time is how long something takes, and not when it was, how often, or what kind of thing it is."""
    if q.before is None and _TENURE.match(after) and not _IN_POST.match(after):
        return False
    if is_title(block) and _KIND.search(text[q.number_start : q.number_end]):
        return False
    if q.form in ("words", "article") and q.value == 1 and q.before is None:
        # "under an hour" tells how long; "within a year" when.
        is_when = q.form == "article" and _WITHIN.match(text[q.start : q.number_start]) is not None
        if q.comparator == "=" or is_when:
            return False
    return q.before is not None or _HOW_OFTEN.search(before) is None


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
