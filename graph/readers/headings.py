"""Tells headings from other lines of plain text by their look, and gives them levels. Makes no blocks."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import IntEnum

from graph.documents import SectionKind
from graph.readers.text_lines import (
    Line,
    bullet_width,
    ends_sentence,
    ends_with_date,
    field_parts,
    holds_date,
    is_decoration,
    is_figure,
    is_pipe_row,
    is_rule,
    tab_cells,
)
from graph.section_titles import STAR_KINDS, is_spaced_out, kind_of_title, load_section_titles, normalise_title


class Rank(IntEnum):
    """How high a heading stands; the number is its level."""

    TITLE = 1
    MAIN = 2
    """A known section title, or all capitals."""
    MINOR = 3
    """Title Case, or a short line above bullets or a paragraph."""
    LABEL = 4
    """"Label:" alone on a line, and the parts of a story (Situation, Task, …)."""


_PICTURED = re.compile(r"[\U0001F300-\U0001FAFF\u2600-\u27BF]\ufe0f?\s{1,2}(?=[A-ZÀ-ÖØ-Þ])")
"""A picture before a title: "🚀 Tech Stack"."""
_MARKED = re.compile(
    r"(#{1,6})\s+(?=\S)|(#{2,6})(?=[A-ZÀ-ÖØ-Þ])|(#)(?=[A-ZÀ-ÖØ-Þ][\w’'-]{1,20}(?: [A-ZÀ-ÖØ-Þ][\w.’'-]{0,20}){1,3}\s{0,3}$)"
)
"""Marks of a heading, which may stand close: "###Acme Ltd (2014 - 2016)". One before one word begins a tag: "#Hiring"."""
_NUMBERED = re.compile(r"\d{1,2}(?:(?P<deeper>(?:\.\d{1,2}){1,3})\.?|[.)])\s+(?=[^\W\d_])")
_SIGNED = re.compile(r"(?:[IVX]{1,4}[.)]|[■□◆◇●•▪►▸▶★☆§»])\s{1,3}(?=[^\W\d_])")
"""A Roman number or a sign before a known title in capitals: "II. EDUCATION", "■ SKILLS"."""
_HEADING_WORDS = 10
_CAPS_WORDS = 8
_LONG_PARAGRAPH = 60
_DATES_WIDTH = 40
_DATES_WIDTH_OF_HEAD = 100
_OF_DUTIES = frozenset({SectionKind.TASK, SectionKind.OTHER})
"""What "Duties:" or "Responsibilities:" is by its words."""
_FIGURE_LENGTH = 15
_NO_CAPTION_WORDS = 5
_PLACE = re.compile(r",\s*[^\s,]+$")
_NO_LABEL = re.compile(r"^(?:the|this|these|those|that|to|i|we|it|they|my|our|in|on|for|and|as|with)\b", re.IGNORECASE)
_SEPARATORS = re.compile(r"\s[•·|–—]\s|[•|]|\s-\s|@")
_MINOR_SEPARATORS = re.compile(r"[•|@]")


def marked_heading(line: Line) -> tuple[int, int] | None:
    """Return level and offset in the line of the words of `## Title`, or None."""
    match = _MARKED.match(line.text)
    return None if match is None else (len(match.group().rstrip()), match.end())


_FRAMED = re.compile(r"^(?P<f>={1,5}|\*{3,5}|-{2,5}|~{2,5})\s{1,3}(?P<t>\S.{2,78}?)\s{1,3}(?P=f)$")
_RULED = re.compile(r"^(?P<c>[-=~*_–—─])(?P=c){1,20}\s{1,3}(?P<t>[^\W\d_][^\n]{2,60}?)\s{1,3}(?P=c){3,120}$")
"""A title with a rule on both sides, not of one length: "---- Skills -------------"."""
_COUNTED = re.compile(
    r"(?i)\A\W{0,9}\w{1,40}\W{0,5}(?:no|nr|n)?\W{0,5}\d{1,3}\W{0,5}(?:(?:of|von|de|di|van)?\W{0,5}\d{1,3})?\W{0,9}\Z"
)


def framed_heading(line: Line) -> tuple[int, int, int] | None:
    """Return level, and start and end in the line of the words of "== Title ==" or "*** Title ***"; None where they only count.

    >>> from graph.readers.text_lines import split_lines
    >>> framed_heading(split_lines("=== 1. The cache stampede ===")[0]), framed_heading(split_lines("--- PROJECT 1 of 4 ---")[0])
    ((3, 4, 25), None)
    """
    match = _FRAMED.match(line.text) or _RULED.match(line.text)
    if match is None or _COUNTED.match(match["t"]) or not re.search(r"[^\W\d_]{3}", match["t"]):
        return None
    level = len(match["f"]) if match.re is _FRAMED and match["f"][0] == "=" else 2
    return level, match.start("t"), match.end("t")


def underlined_level(lines: Sequence[Line], place: int) -> int | None:
    """Return 1 for a line underlined by `===`, 2 by `---`, else None."""
    line = lines[place]
    if place + 1 >= len(lines) or not is_rule(lines[place + 1].text) or len(line.text) > 100:
        return None
    lone = place == 0 or lines[place - 1].is_blank
    if not lone or ends_sentence(line.text) or is_decoration(line.text) or bullet_width(line) or "|" in line.text:
        return None
    return 1 if lines[place + 1].text[0] == "=" else 2


def heading_rank(lines: Sequence[Line], place: int, titles: Mapping[str, SectionKind]) -> Rank | None:
    """Return the rank of a line that looks like a heading between its neighbours, or None.

    No headings are figures, decorations, lines with dates, table rows, list items, places ("Seattle, WA"),
    "A • B" lines, and sentences.
    """
    text = lines[place].text
    if is_spaced_out(text) and kind_of_title(text, titles) is not SectionKind.OTHER:
        return Rank.MAIN
    if len(text) > 120 or len(text.split()) > 14 or is_decoration(text) or not any(c.isalpha() for c in text):
        return None
    if (numbered := _numbered_rank(lines, place, titles)) is not None:
        return numbered
    if bullet_width(lines[place]) or is_pipe_row(text) or tab_cells(lines[place]) > 1:
        return None
    if text.endswith(":"):
        return _label_rank(lines, place, titles)
    known = _known_rank(lines, place, titles)
    if known is not None:
        return known
    if is_figure(text) or ends_sentence(text) or text[-1] in ",;" or field_parts(text):
        return None
    if _is_set_apart_in_capitals(lines, place):
        return Rank.MINOR
    if holds_date(text) or _PLACE.search(text) or text.count(",") > 2 or "://" in text:
        return None
    if _is_all_capitals(text):
        return None if _is_below_dates(lines, place) else Rank.MAIN
    return Rank.MINOR if _is_minor(lines, place) else None


def _numbered_rank(lines: Sequence[Line], place: int, titles: Mapping[str, SectionKind]) -> Rank | None:
    """Return the rank of "2.1 Cold tier", or of "2. EVIDENCE" in capitals or known; a line of its own, numbered by hand.

    One number alone makes no heading of a line in small letters: that is an item of a list.
    """
    match = _NUMBERED.match(lines[place].text)
    if match is None:
        return _signed_rank(lines, place, titles)
    if not _stands_alone(lines, place):
        return None
    words = lines[place].text[match.end() :]
    if ends_sentence(words) or words[-1] in ",;" or len(words.split()) > _HEADING_WORDS or holds_date(words):
        return None
    if match["deeper"]:
        return Rank.MINOR if words[0].isupper() else None
    known = kind_of_title(words.rstrip(": "), titles) is not SectionKind.OTHER
    return Rank.MAIN if known or _is_all_capitals(words.partition(" (")[0] if words.endswith(")") else words) else None


def _signed_rank(lines: Sequence[Line], place: int, titles: Mapping[str, SectionKind]) -> Rank | None:
    """Return the rank of a known title in capitals behind a Roman number or a sign, with a blank line or the text's edge above it."""
    match = _SIGNED.match(lines[place].text)
    if match is None or not (place == 0 or lines[place - 1].is_blank):
        return None
    words = lines[place].text[match.end() :].rstrip(": ")
    if len(words.split()) > 5 or ":" in words or not words.isupper():
        return None  # "• Roles: Designer" is an item.
    kind = kind_of_title(words, titles)
    return None if kind is SectionKind.OTHER or kind in STAR_KINDS else Rank.MAIN


def number_width(text: str) -> int:
    """Return how many characters the number or sign before a heading takes ("2.1 ", "■ "), 0 for none."""
    match = _NUMBERED.match(text)
    if match is None and (signed := _SIGNED.match(text)) is not None:
        words = text[signed.end() :].rstrip(": ")
        known = words.isupper() and kind_of_title(words, load_section_titles()) is not SectionKind.OTHER
        match = signed if known else None  # "V. Petrova" is a name.
    return 0 if match is None else match.end()


def _label_rank(lines: Sequence[Line], place: int, titles: Mapping[str, SectionKind]) -> Rank | None:
    label = lines[place].text.rstrip(": ")
    if not label or holds_date(label) or is_figure(label):
        return None
    kind = kind_of_title(label, titles)
    if kind in _OF_DUTIES and _leads_bullets_of_post(lines, place):
        return None
    lone = place == 0 or lines[place - 1].is_blank
    if kind is not SectionKind.OTHER:
        main = lone and kind not in STAR_KINDS and kind is not SectionKind.OUTCOMES
        return Rank.MAIN if main else Rank.LABEL
    words = label.split()
    if len(words) > 5 or _NO_LABEL.match(label) or not label[0].isupper():
        return None
    if _is_all_capitals(label) and lone:
        return Rank.MAIN
    return Rank.LABEL if len(words) <= 2 or _is_title_case(words) else None


def _leads_bullets_of_post(lines: Sequence[Line], place: int) -> bool:
    """Return whether bullets stand right below a label, and a line with dates close above it: "Duties:" within a post heads no section."""
    if place + 1 >= len(lines) or not bullet_width(lines[place + 1]):
        return False
    above = [line.text for line in lines[max(0, place - 5) : place] if not line.is_blank][-4:]
    return any(len(text) <= _DATES_WIDTH_OF_HEAD and holds_date(text) and not ends_sentence(text) for text in above)


def _known_rank(lines: Sequence[Line], place: int, titles: Mapping[str, SectionKind]) -> Rank | None:
    text = lines[place].text
    if len(text) < 4 or len(text.split()) > 6 or text[-1] in ".,;!" or holds_date(text):
        return None
    # A lower-case "design" among other short lines is a member of a list; between blank lines it is a title.
    if not (text[0].isupper() or _PICTURED.match(text)) and not _stands_alone(lines, place):
        return None
    kind = kind_of_title(text, titles)
    if kind is SectionKind.OTHER or (normalise_title(text) not in titles and (":" in text or _SEPARATORS.search(text))):
        return None
    return Rank.LABEL if kind in STAR_KINDS else Rank.MAIN


def _is_all_capitals(text: str) -> bool:
    words = text.split()
    letters = [c for c in text if c.isalpha()]
    return (
        len(words) <= _CAPS_WORDS
        and len(letters) >= 4
        and text.upper() == text
        and text.lower() != text
        and "," not in text
        and not _MINOR_SEPARATORS.search(text)
        and 2 * len(letters) > len(text) - len(words)
    )


def _is_below_dates(lines: Sequence[Line], place: int) -> bool:
    """Return whether a line stands between one of dates and another, no blank lines around it: a company of a career."""
    if place == 0 or place + 1 >= len(lines) or lines[place + 1].is_blank:
        return False
    above = lines[place - 1].text
    return bool(above) and len(above) <= _DATES_WIDTH and above[0].isalnum() and ends_with_date(above)


def _is_set_apart_in_capitals(lines: Sequence[Line], place: int) -> bool:
    """Return whether a line is like "LEDGER MIGRATION, ACME BANK, 2024" above a paragraph, blank lines around it."""
    text = lines[place].text
    if "," not in text or text.upper() != text or text.lower() == text or len(text.split()) < 3:
        return False
    below = _neighbour(lines, place, 1)
    return _stands_alone(lines, place) and below is not None and len(below.text) >= _LONG_PARAGRAPH


def _is_title_case(words: Sequence[str]) -> bool:
    """Return whether the first word and most words of four letters and more start with a capital or digit."""
    plain = [word.strip("\"'“”‘’()[]") for word in words]
    longer = [word for word in plain if len(word) >= 4]
    if not plain[0] or not (plain[0][0].isupper() or plain[0][0].isdigit()):
        return False
    raised = sum(1 for word in longer if not word[0].islower() or any(c.isupper() for c in word))
    return 3 * raised >= 2 * len(longer) and any(word[:1].isupper() for word in plain)


def _is_minor(lines: Sequence[Line], place: int) -> bool:
    text = lines[place].text
    words = text.split()
    if len(words) > _HEADING_WORDS or _SEPARATORS.search(text) or not (text[0].isupper() or text[0].isdigit()):
        return False
    before, after = _neighbour(lines, place, -1), _neighbour(lines, place, 1)
    if before is not None and _is_caption(before, lines[place], after):
        return False
    if after is None or is_figure(after.text):
        return False
    blank_before = place == 0 or lines[place - 1].is_blank
    blank_after = place + 1 < len(lines) and lines[place + 1].is_blank
    above_bullets = bullet_width(after) > 0
    above_paragraph = len(after.text) >= _LONG_PARAGRAPH and len(after.text) > len(text) + 15
    if _is_title_case(words):
        if blank_before and (blank_after or above_bullets):
            return True
        # Where nothing is set apart by blank lines, a heading may follow a sentence or a short mark directly.
        free = blank_before or before is None or ends_sentence(before.text) or is_decoration(before.text)
        return free and (above_bullets or (above_paragraph and ends_sentence(after.text)))
    if len(words) < 2 or text.count(",") > 1 or not blank_before:
        return False
    return (above_bullets and not blank_after) or (blank_after and above_paragraph)


def _is_caption(above: Line, line: Line, below: Line | None) -> bool:
    """Return whether a line names the figure above it ("17M+", "Active users"), and is no heading for that.

    A page number above a heading is no figure that wants a name; and captions are short.
    """
    if not is_figure(above.text) or len(above.text) > _FIGURE_LENGTH or above.indent > line.indent:
        return False
    if len(line.text.split()) >= _NO_CAPTION_WORDS:
        return False
    paragraph_below = below is not None and len(below.text) >= _LONG_PARAGRAPH
    return not (is_decoration(above.text) and paragraph_below and _is_title_case(line.text.split()))


def _stands_alone(lines: Sequence[Line], place: int) -> bool:
    before = place == 0 or lines[place - 1].is_blank
    after = place + 1 == len(lines) or lines[place + 1].is_blank or bullet_width(lines[place + 1]) > 0
    return before and after


def _neighbour(lines: Sequence[Line], place: int, step: int) -> Line | None:
    """Return the next line before or after that is not blank, at most three lines away."""
    for distance in range(1, 4):
        at = place + step * distance
        if not 0 <= at < len(lines):
            return None
        if not lines[at].is_blank:
            return lines[at]
    return None
