"""Judges which line of a page may name a piece of work, and what stands around such a line: kinds of pages, clients, trades.

pages.py and cycles.py look for the lines.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.case_labels import FACTS
from graph.documents import Block, BlockKind, SectionKind, Span
from graph.extraction.dates.dates import find_periods
from graph.extraction.reading import Reading
from graph.extraction.titles.titles import is_about_writing, is_role_title
from graph.extraction.works.advice import names_advice
from graph.extraction.works.story_limits import names_paper, names_somebody
from graph.model import EntityKind
from graph.page_words import CRUMB
from graph.section_titles import kind_of_title

_GLUED_CRUMB = re.compile(r"[←‹«<]?\s?(?:(?i:back to)\s)(?:[a-z]++\s?){1,4}(?<=[a-z])(?=[A-Z])")
"""A link back that a page sets close to its title: "← Back to case studiesCarrier scorecards"."""
_LEADS_TO_FIGURE = re.compile(r"\s→\s(?=[~≈+−–-]?[$€£]?\d)")
"""What came of it, behind a title."""
_NAMES_CASE = frozenset(
    ("case study", "case", "project", "project name", "post mortem", "postmortem", "post-mortem", "incident")
)
"""Labels whose value is the title itself."""
_HOW_TO = re.compile(r"(?i)(?:how to|why|when to|what (?:is|are)|\d{1,3} (?:ways|tips|things|reasons|steps))\b")
"""Opens a title of advice."""
_SPEAKS = re.compile(r"(?i)(?:i|i[’']m|we|we[’']re|hi|hello|hey|welcome|thanks|available|currently|skip)\b")
"""Opens a line that speaks to the reader."""
KICKER = re.compile(
    r"(?i)(?:featured|selected|[\w&-]{2,16}(?:\s(?:&|and)\s[\w-]{2,16})?|[\w-]{2,16}\s[\w-]{2,16})?\s?(?:case[\s-]study|post[\s-]?mortems?)(?:\s(?:no\.?\s?)?\d{1,2})?"
    r"|(?:project|projekt|projet|proyecto|projeto|progetto)\s(?:no\.?\s?)?\d{1,2}(?:\s[–—|·-]\s[^\W\d_][^\n.]{2,40})?"
)
"""A line above the title that says of what kind the page is: "Featured case study", "Growth & lifecycle case study"."""
_GLUED_YEAR = re.compile(r"[^\W\d_](?:19|20)\d\d$")
"""Of a label and a year that a page sets apart by style alone: "Cloud engineering2022"."""
_LEADS_TO = re.compile(r"\w\sto\s(?!the\s)")
"""In a title that ends with a post, what leads there: "From deckhand to foreman"; not "Assistant to the Director"."""
_APART = re.compile(r"\s[|·•–—]\s")


def title_in(reading: Reading, block: Block) -> Span | None:
    """Return the words of a line that may name the work of its page: up to a bar, no person's name, post, or sentence."""
    start = block.span.start
    if block.kind is BlockKind.FIELD:
        value = reading.quote(block.span)
        if block.key in _NAMES_CASE and 2 <= len(value.split()) <= 14:
            is_one = sum(other.key == block.key for other in reading.document.blocks) == 1
            return block.span if is_one else None
        if (
            block.key.endswith("status")
            or block.key in FACTS
            or len(value) < 4
            or is_role_title(value, reading.vocabularies)
        ):
            return None
        start = reading.document.text.rfind("\n", 0, start) + 1
    if (crumb := _GLUED_CRUMB.match(reading.document.text, start, block.span.end)) is not None:
        start = crumb.end()
    words = _LEADS_TO_FIGURE.split(reading.document.text[start : block.span.end])[0]
    if "\n" in words.strip():
        return None
    apart = _APART.search(words)
    if apart is not None:
        rest = words[apart.end() :]
        if "|" not in apart.group() and (find_periods(rest) or len(rest.split()) < 3):
            return None
        words = words[: apart.start()]
    vocabularies = reading.vocabularies
    named = words.strip().rstrip(":")
    if not 1 <= len(named.split()) <= 14 or len(named) < 3 or named.endswith((".", "!", ",", ";")):
        return None
    if _GLUED_YEAR.search(named):
        return None
    begins_small = not (named[0].isupper() or named[0].isdigit()) and not writes_small(reading)
    if _SPEAKS.match(named) or begins_small or find_periods(named[:12]):
        return None
    span = reading.document.span(start, start + len(named))
    if names_somebody(reading, span) or (is_role_title(named, vocabularies) and not _LEADS_TO.search(named)):
        return None
    if names_paper(named) or names_advice(named) or _HOW_TO.match(named) or is_about_writing(named, vocabularies):
        return None
    return span if kind_of_title(named, vocabularies.sections) is SectionKind.OTHER else None


def writes_small(reading: Reading) -> bool:
    """Return whether a whole page is written without capitals: its title is, too."""
    if "writes small" not in reading.memo:
        reading.memo["writes small"] = not any(map(str.isupper, reading.document.text))
    is_small: bool = reading.memo["writes small"]
    return is_small


UNNAMED = re.compile(
    r"(?i)\b(?:under|client|customer|company)\s(?:[\w-]+\s){0,2}(?:NDA|confidential|anonymi[sz]ed|protected)\b"
)


_BETWEEN_TRADES = re.compile(r"\s?[,&|+·•/]\s?|\sand\s")


def lists_trades(reading: Reading, words: str) -> bool:
    """Return whether a line lists three or more fields of work: "Research, Service Design & Facilitation"."""
    items = [item.strip() for item in _BETWEEN_TRADES.split(words) if item.strip()]
    if len(items) < 3:
        return False
    practices = reading.vocabularies.practices
    whole = (any(10 * (f.end - f.start) >= 9 * len(item) for f in practices.find(item)) for item in items)
    return 2 * sum(whole) >= len(items)


def sentence_title(reading: Reading, blocks: Sequence[Block], place: int) -> Span | None:
    """Return the words of a title that ends in a full stop, right below the line that leads back to the others."""
    block = blocks[place]
    words = reading.quote(block.span).rstrip()
    if place == 0 or not words.endswith(".") or words.count(".") > 1 or block.kind is BlockKind.FIELD:
        return None
    above = reading.quote(blocks[place - 1].span).strip()
    if CRUMB.match(above) is None and KICKER.fullmatch(above) is None:
        return None
    bare = Block(block.kind, reading.document.span(block.span.start, block.span.start + len(words) - 1))
    return title_in(reading, bare)


def behind_client(reading: Reading, title: Span, facts: Sequence[Block]) -> Span:
    """Return what stands behind the dash of a title whose first words are the house that a label states: "Acme — Toll study"."""
    name = reading.quote(title)
    line = reading.document.text[title.end : title.end + 90].split("\n", 1)[0]
    apart = re.match(r"\s[–—|·-]\s(?=\S+\s\S)", line)
    labelled = (b for b in facts if b.kind is BlockKind.FIELD and b.key in ("company", "client", "employer"))
    if apart is None or not any(reading.quote(b.span).startswith(name) for b in labelled):
        return title
    return reading.document.span(title.end + apart.end(), title.end + len(line.rstrip()))


def names_employer(reading: Reading, title: Span) -> bool:
    """Return whether a line names nothing but an employer that the page states elsewhere by its post or dates, too."""
    return any(
        m.kind is EntityKind.EMPLOYER and 10 * len(m.span) >= 9 * len(title) and title.overlaps(m.span)
        for m in reading.mentions_near(title)
    )
