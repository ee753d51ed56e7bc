"""Finds the works that a page pasted as plain text shows below "Projects" in one form again and again: title, facts, words, tools, link.

Each line has a look; what stands again and again word for word is a label or a link. A work begins at a line that may be a
title and is followed as the first one of the list is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from graph.case_labels import FACTS
from graph.documents import Section, SectionKind, Span
from graph.extraction.dates.dates import find_periods
from graph.extraction.heads.words import is_companylike
from graph.extraction.reading import Reading
from graph.extraction.titles.titles import is_role_title
from graph.extraction.works.covered import Covered
from graph.extraction.works.story import STAR, Story
from graph.extraction.works.story_limits import names_aside
from graph.model import EntityKind
from graph.page_words import CARD_LINK, PAGER, is_page_link
from graph.section_titles import kind_of_title, normalise_title

_LABELLED = re.compile(r"(?P<key>[^\W\d_][\w ]{1,24}):\s")
_OPENS_TOOLS = re.compile(
    r"(?i)(?:built|made|written|created|designed|developed|done)\s(?:with|in|using)\s|stack\s[–—-]\s"
)
_BULLET = re.compile(r"[•▪◦‣*+-]\s")
_RULE = re.compile(r"[-=_*~]{3,}|[·•*\s]{3,}")
_LEAD = re.compile(
    r"(?i)(?:[\u2190-\u2bff\U0001f000-\U0001faff\ufe0f\u200d]{1,4}\s{0,2})?(?:(?:project|case(?:\sstudy)?)\s\d{1,2}\s?[:–—-]\s?|(?:0\d|\d{1,2}(?=[.)]))\s?[.)/|–—-]\s?)?"
)
"""What may stand before a title on its line: a picture, a number."""
_TAIL = re.compile(
    r"\s?(?:[↗→]|\((?:https?://|www\.)[^()\s]{1,200}\)|\((?:19|20)\d\d[\d –—-]{0,7}\)|,\s(?:19|20)\d\d)$"
)
_SHOWN = re.compile(r"[^\W\d_]|[\"“«‘'](?=\w)")
_APART = re.compile(r"\s[·•|/–—-]\s|,\s")
_LONGEST_TITLE = 9
"""Words."""
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of a list of works, by its offsets; `opens`: whether an empty line stands above."""

    start: int
    end: int
    text: str
    look: str
    opens: bool
    mark: str = ""
    """What other cards have as well: a label, a link's words, a rule."""


def stories_in_step(reading: Reading, covered: Covered) -> list[Story]:
    """Return a story for each card below a heading of works in plain text, if two or more begin alike."""
    document = reading.document
    if document.media_type != "text/plain":
        return []
    found: list[Story] = []
    for section in reading.sections:
        if section.heading is None or not _lists_works(reading, section):
            continue
        if found and section.span.start < found[-1].extent.end:
            continue
        lines = _lines(reading, section.heading.end)
        for title, extent in _cards(reading, lines):
            if not covered.touches(extent):
                found.append(Story(title, extent, "heading", 0.84))
    return found


def _lists_works(reading: Reading, section: Section) -> bool:
    """Return whether a section lists works, or is called "Work" and names no post."""
    if section.kind is SectionKind.PROJECTS:
        return True
    if section.kind is not SectionKind.EXPERIENCE or normalise_title(section.title) not in ("work", "works"):
        return False
    near = reading.mentions_near(section.span)
    return not any(m.kind is EntityKind.ROLE and m.period is not None and section.span.contains(m.span) for m in near)


def _lines(reading: Reading, start: int) -> list[_Line]:
    """Return the lines of a list of works from `start` to what stands below it, with their looks."""
    text, titles = reading.document.text, reading.vocabularies.sections
    rows: list[tuple[int, str, bool]] = []
    is_apart = True
    at = text.find("\n", start) + 1 or len(text)
    while at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        words = text[at:end].strip()
        if words:
            may_head = len(words) < 40 and is_apart and bool(rows) and not _LABELLED.match(words)
            kind = kind_of_title(words, titles) if may_head else SectionKind.OTHER
            if kind is not SectionKind.OTHER and kind not in STAR:
                break
            if rows and _leads_on(words, is_apart):
                break
            rows.append((text.index(words, at), words, is_apart))
        is_apart = not words
        at = end + 1
    said = Counter(words.casefold() for _, words, _ in rows)
    keys = Counter(match["key"].casefold() for _, words, _ in rows if (match := _LABELLED.match(words)))
    found: list[_Line] = []
    for begin, words, apart in rows:
        look = _look(reading, words, said, keys)
        if found and found[-1].look == "caption":
            look = "value" if look == "short" else look
        key = match["key"].casefold() if look == "label" and (match := _LABELLED.match(words)) else ""
        mark = key or ("-" if look == "rule" else words.casefold() if said[words.casefold()] > 1 else "")
        found.append(_Line(begin, begin + len(words), words, look, apart, mark))
    return found


def _leads_on(words: str, is_apart: bool) -> bool:
    """Return whether a line ends the list: of a pager, or above offers, others' words, articles."""
    if len(words) >= 80 or CARD_LINK.match(words):
        return False
    return PAGER.match(words) is not None or (is_apart and names_aside(words))


def _look(reading: Reading, words: str, said: Counter[str], keys: Counter[str]) -> str:
    """Return what a line looks like: a rule, link, label, date, tools, bullet, prose, or something short."""
    if _RULE.fullmatch(words):
        return "rule"
    if _BULLET.match(words):
        return "bullet"
    if words.startswith(("http://", "https://")) or (len(words) < 50 and CARD_LINK.match(words)):
        return "link"
    if said[words.casefold()] > 1:
        return "caption" if words.casefold() in FACTS else "link"
    if is_page_link(words):
        return "link"
    labelled = _LABELLED.match(words)
    if (labelled and keys[labelled["key"].casefold()] > 1) or _OPENS_TOOLS.match(words):
        return "label"
    if not any(char.isalpha() for char in words) or _is_date(words):
        return "date"
    if len(words) < 160 and _names_tools(reading, words):
        return "tools"
    if words.endswith("?") and len(words.split()) < 6:
        return "short"
    return "prose" if words.endswith((".", "!", "?", ":")) or len(words.split()) > _LONGEST_TITLE else "short"


def _names_tools(reading: Reading, words: str) -> bool:
    """Return whether most of a line's letters are those of technologies."""
    found = reading.vocabularies.technologies.find(words)
    told = sum(map(str.isalnum, words))
    return bool(found) and 5 * sum(sum(map(str.isalnum, words[f.start : f.end])) for f in found) >= 3 * told


def _is_date(words: str) -> bool:
    found = find_periods(words) if len(words) < 24 else []
    return bool(found) and found[0].start == 0 and found[0].end == len(words)


def _cards(reading: Reading, lines: Sequence[_Line]) -> list[tuple[Span, Span]]:
    """Return the title and extent of each card: of lines that may be titles those which are followed alike."""
    short = [at for at in range(len(lines) - 1) if _may_open(lines, at)]
    alike = _alike(lines, [at for at in short if _may_begin(reading, lines, at)])
    if len(alike) < _FEWEST or not _are_told(lines, alike):
        return []
    alike = [at for at in short if at in alike or _is_like_all(lines, at, alike)]
    longest = max(after - at for at, after in pairwise(alike))
    below = int(_names_sorts(reading, lines, alike))
    found: list[tuple[Span, Span]] = []
    for number, at in enumerate(alike):
        limit = alike[number + 1] if number + 1 < len(alike) else min(len(lines), at + longest)
        while limit - 1 > at and lines[limit - 1].look in ("date", "rule"):
            limit -= 1
        start, end = _name_in(lines[at + below])
        title = reading.document.span(start, end)
        found.append((title, reading.document.span(lines[at].start, max(lines[limit - 1].end, end))))
    return found


def _alike(lines: Sequence[_Line], starts: Sequence[int]) -> list[int]:
    """Return the starts that are followed alike, as far as one must look for as many as labels, links and rules stand."""
    said = Counter(line.mark for line in lines if line.mark)
    usual = Counter(count for count in said.values() if count > 1).most_common(1)
    best = list[int]()
    for depth in (1, 2, 3, 4):
        steps = Counter(_step(lines, at, depth) for at in starts)
        step = steps.most_common(1)[0][0] if steps else ()
        alike = [at for at in starts if _step(lines, at, depth) == step]
        if len(alike) < _FEWEST:
            break
        best = best or alike
        if usual and len(alike) == usual[0][0]:
            return alike
    return best if not usual or len(best) < usual[0][0] else []


def _is_like_all(lines: Sequence[_Line], at: int, others: Sequence[int]) -> bool:
    """Return whether a line, whatever its words may else be ("Menu Planner"), is followed as all titles of cards are."""
    return all(_step(lines, at, 2) == _step(lines, other, 2) for other in others)


_SORT = re.compile(
    r"(?i)(?:(?:web|mobile|ios|android|desktop|saas|cli|library|apps?|application|website|site|platform|branding|brand|identity|ux|ui|product|service|graphic|visual|interaction|motion|editorial|print|packaging|design|research|"
    r"campaign|content|social|seo|strategy|copywriting|marketing|illustration|photography|video|machine|deep|learning|data|analysis|analytics|science|engineering|development|migration|training|curriculum|workshop|fieldwork|open|source|game|"
    r"tool|hardware|api|e-?commerce|dashboard|automation|full[- ]stack|front-?end|back-?end|devops|cloud|ai|ml|nlp|art|direction|case|study|project|personal|client|freelance|and|&|/|,|·|-)(?:\s{1,3}|(?=[,/·])|$)){1,6}"
)
"""Says of what sort a work is: "Web App", "UX Research"."""


def _names_sorts(reading: Reading, lines: Sequence[_Line], starts: Sequence[int]) -> bool:
    """Return whether the first lines of cards say of what sort the works are, or for whom, and the next ones name them."""
    if any(lines[at + 1].look != "short" or (lines[at + 1].opens and not lines[at].opens) for at in starts):
        return False
    sorts = [_says_sort(reading, lines[at]) for at in starts]
    below = [_says_sort(reading, lines[at + 1]) or "," in lines[at + 1].text for at in starts]
    return 2 * sum(sorts) > len(sorts) and 2 * sum(below) < len(below)


def _says_sort(reading: Reading, line: _Line) -> bool:
    if _SORT.fullmatch(line.text) is not None:
        return True
    words = line.text.split()
    if len(words) <= 5 and is_companylike(line.text) and all(w[0].isupper() or len(w) < 4 for w in words):
        return True
    near = reading.mentions_near(reading.document.span(line.start, line.end))
    return any(m.kind in (EntityKind.EMPLOYER, EntityKind.INSTITUTION) and m.span.start == line.start for m in near)


def _step(lines: Sequence[_Line], at: int, depth: int) -> tuple[object, ...]:
    """Return how a line is followed; words are words, whether they make a sentence or not."""
    return (
        lines[at].opens,
        *("words" if line.look in ("prose", "short") else line.look for line in lines[at + 1 : at + 1 + depth]),
    )


def _may_open(lines: Sequence[_Line], at: int) -> bool:
    """Return whether a line stands where a card may begin, at the top or behind the end of another, and is short."""
    line = lines[at]
    if line.look != "short" or _LABELLED.match(line.text):
        return False
    before = at
    while before and not lines[before].opens and lines[before - 1].look in ("date", "link"):
        before -= 1
    if not lines[before].opens:
        return False
    start, end = _name_in(line)
    name = line.text[start - line.start : end - line.start]
    return 1 <= len(name.split()) <= _LONGEST_TITLE and _SHOWN.match(name) is not None and _is_name(name)


def _may_begin(reading: Reading, lines: Sequence[_Line], at: int) -> bool:
    """Return whether a line that may open a card may be its title: nobody's name, and no post."""
    start, end = _name_in(lines[at])
    name = reading.document.text[start:end]
    if _APART.search(name) is not None and find_periods(name):
        return False
    near = reading.mentions_near(reading.document.span(start, end))
    if any(m.kind in (EntityKind.PERSON, EntityKind.ROLE, EntityKind.INSTITUTION) for m in near):
        return False
    return not is_role_title(name, reading.vocabularies) and " | " not in name


def _is_name(name: str) -> bool:
    return not name[:1].islower() or " " not in name


def _name_in(line: _Line) -> tuple[int, int]:
    lead, tail = _LEAD.match(line.text), _TAIL.search(line.text)
    start = lead.end() if lead is not None else 0
    return line.start + start, line.start + (tail.start() if tail is not None else len(line.text))


def _are_told(lines: Sequence[_Line], starts: Sequence[int]) -> bool:
    """Return whether cards hold more than names, and one at least its tools, a link, label or rule that others have too."""
    looks = [
        {line.look for line in lines[at:after]} for at, after in zip(starts, (*starts[1:], len(lines)), strict=True)
    ]
    told = sum(bool(found & {"prose", "bullet", "tools", "label", "short"}) for found in looks)
    marked = sum(bool(found & {"tools", "link", "label", "caption", "rule"}) for found in looks)
    return told == len(looks) and marked > 1
