"""Finds works behind the label "Project" or "Projects" of a bullet or line: "- Project: Claims desk for an insurer", "Projects: Tidewatch, Menu Planner"."""

from __future__ import annotations

import re

from graph.documents import Block, BlockKind, SectionKind, Span
from graph.extraction.heads.section_kinds import section_kind_at
from graph.extraction.keyed.listed_labels import label_of_block, value_of_block
from graph.extraction.reading import Reading
from graph.extraction.titles.titles import is_about_writing
from graph.extraction.works.covered import Covered
from graph.extraction.works.story import Story
from graph.extraction.works.story_limits import names_aside, names_period

_ONE = re.compile(
    r"(?i)(?:key |main |major |current |last |latest |client |aktuelles )?(?:project|projekt|projet|proyecto|progetto|projeto)(?:[ _](?:name|title|titel|nom|nombre|nome))?"
)
_SEVERAL = re.compile(
    r"(?i)(?:key |main |major |selected |notable |recent |past |side |personal )?(?:projects|projekte|projets|proyectos|progetti|projetos|projecten)"
)
_ENDS_NAME = re.compile(r"[.;]\s|[.;]?$|\s[–—|·•-]+\s|\s?\(|\s(?:->|=>|→)\s|\n")
_BETWEEN = re.compile(r",\s|\s?;\s|\s[|·•]\s|\s(?:and|und|et|y|e|en)\s(?=[A-ZÀ-Þ])")
_MARKED = '*_`"“”[] '
_MOST_WORDS = 9


def stories_by_project_labels(reading: Reading, covered: Covered) -> list[Story]:
    """Return a story for each name behind such a label; what tells of one runs on over deeper bullets and labels below it."""
    blocks = reading.document.blocks
    if reading.document.is_keyed:
        return []
    found: list[Story] = []
    for place, block in enumerate(blocks):
        label = label_of_block(reading, block)
        is_one = label is not None and _ONE.fullmatch(label) is not None
        if label is None or not (is_one or _SEVERAL.fullmatch(label)) or covered.touches(block.span):
            continue
        if section_kind_at(reading, block.span.start) in (SectionKind.EDUCATION, SectionKind.SKILLS):
            continue
        names = _names_in(reading, block, is_one)
        for name in names:
            extent = _extent(reading, place) if len(names) == 1 else block.span
            found.append(Story(name, extent, "titled-bullet", 0.85, sentence=block.span))
    return found


def _names_in(reading: Reading, block: Block, is_one: bool) -> list[Span]:
    value = value_of_block(reading, block)
    text = reading.quote(value)
    end = _ENDS_NAME.search(text)
    ends = len(text) if end is None else end.start()
    joints = [] if is_one else list(_BETWEEN.finditer(text, 0, ends))
    borders = zip([0, *(joint.end() for joint in joints)], [*(joint.start() for joint in joints), ends], strict=True)
    spans = [reading.document.span(value.start + begin, value.start + stop) for begin, stop in borders]
    named = [span for span in map(lambda span: _bare(reading, span), spans) if _may_be_name(reading, span)]
    return named if len(named) == len(spans) else []


def _bare(reading: Reading, span: Span) -> Span:
    """Return a span without the marks and blanks around its words."""
    text = reading.quote(span)
    start = span.start + len(text) - len(text.lstrip(_MARKED))
    return reading.document.span(start, max(start, span.start + len(text.rstrip(_MARKED))))


def _may_be_name(reading: Reading, span: Span) -> bool:
    words = reading.quote(span)
    if not 3 <= len(words) <= 90 or len(words.split()) > _MOST_WORDS or not words[0].isalnum() or "://" in words:
        return False
    if reading.vocabularies.technologies.is_term(words) or is_about_writing(words, reading.vocabularies):
        return False
    return not names_aside(words) and not names_period(words)


def _extent(reading: Reading, place: int) -> Span:
    """Return a labelled block with the deeper bullets and labelled ones that follow, up to the next project's."""
    blocks = reading.document.blocks
    first, end = blocks[place], blocks[place].span.end
    for block in blocks[place + 1 :]:
        label = label_of_block(reading, block)
        if label is not None and (_ONE.fullmatch(label) or _SEVERAL.fullmatch(label)):
            break
        if block.kind is BlockKind.HEADING or not (label is not None or block.level > first.level):
            break
        end = block.span.end
    return reading.document.span(first.span.start, end)
