"""Finds stories in YAML and JSON by their keys: a title with technologies, results … beside it. Knows no headings."""

from __future__ import annotations

import re

from graph.documents import Block, BlockKind, Span
from graph.extraction.heads.career_keys import without_wrappers
from graph.extraction.keyed.meanings import RecordKind, meanings_of
from graph.extraction.people.personal_names import is_personal_name
from graph.extraction.reading import Reading
from graph.extraction.titles.titles import is_about_writing
from graph.extraction.works.covered import Covered
from graph.extraction.works.story import Story

_TITLE_KEYS = ("project", "title", "name", "headline")
_STORY_KEYS = frozenset(
    "description summary technologies technology tech stack tools situation task action actions result results outcome outcomes highlights keywords role roles employer company client period problem approach "
    "impact challenge solution context goal metrics achievements practices skills".split()
)
_NO_STORIES = frozenset(
    "work experience employment employments employers position positions job jobs education basics skill skills certificate certificates "
    "certification certifications award awards language languages publication publications interest interests reference "
    "references volunteer person profile profiles author authors contact meta school schools degrees talks social links "
    "erfahrung ausbildung kenntnisse sprachen formation expérience compétences experiencia educación idiomas esperienza istruzione "
    "werkervaring opleiding vaardigheden".split()
)
"""Keys below which nothing is a piece of work by itself: employments, schools, skills."""
_OF_PEOPLE = frozenset("role roles company employer client skills".split())
"""Keys that stand beside people's names, too: a list of colleagues is none of work."""
_ROOT_KEYS = frozenset(
    "situation task action result results outcomes technologies tech stack problem approach employer project".split()
)
"""Of these a file needs one at its top to tell one piece of work as a whole."""


def stories_by_keys(reading: Reading) -> list[Story]:
    """Return the stories of YAML, JSON: a title with technologies, results … beside it under one parent key."""
    fields = [b for b in reading.document.blocks if b.kind is BlockKind.FIELD and b.key]
    if not fields or not reading.document.is_keyed:
        return []
    groups: dict[str, list[Block]] = {}
    for block in fields:
        parent, _, _ = block.key.rpartition(".")
        groups.setdefault(parent, []).append(block)
    stories: list[Story] = []
    jobs = {r.path for meaning in meanings_of(reading) if meaning.kind is RecordKind.JOB for r in meaning.group.records}
    for parent, members in groups.items():
        if parent in jobs:
            continue
        path = [re.sub(r"\[\d+\]", "", part).casefold() for part in parent.split(".")] if parent else []
        if _NO_STORIES.intersection(path) and not re.fullmatch(
            r"\A(?:(?:\w+ )?projects?|projekte|projets|proyectos|progetti)", path[-1]
        ):
            continue
        prefix = f"{parent}." if parent else ""
        below = [b for b in fields if not parent or b.key.startswith((prefix, f"{parent}["))]
        keys = {re.split(r"[.\[]", b.key[len(prefix) :])[0].casefold() for b in below}
        title = next(
            (b for key in _TITLE_KEYS for b in members if b.key.casefold() == f"{prefix}{key}".casefold()), None
        )
        if title is None or not keys & _STORY_KEYS or is_about_writing(reading.quote(title.span), reading.vocabularies):
            continue
        if keys & _STORY_KEYS <= _OF_PEOPLE and is_personal_name(reading.quote(title.span), reading.vocabularies):
            continue
        # `resume: {name: …}` wraps the whole file, as no key does.
        is_root = not parent or without_wrappers(f"{parent}.x") == "x"
        if is_root and (not keys & _ROOT_KEYS or keys & (_NO_STORIES | {"projects"}) - {"meta", "author", "links"}):
            continue
        stories.append(
            Story(
                _bare_title(reading, title.span),
                reading.document.span(
                    0 if not parent else min(b.span.start for b in below), max(b.span.end for b in below)
                ),
                "keys",
                0.93,
            )
        )
    return stories


def stories_by_values(reading: Reading, covered: Covered) -> list[Story]:
    """Return the stories of records whose values say that they tell work, whatever their keys are called."""
    stories: list[Story] = []
    for meaning in meanings_of(reading):
        for record in meaning.group.records if meaning.kind is RecordKind.WORK else ():
            block = meaning.of(record, "work")
            if block is None or covered.touches(record.extent) or not len(block.span):
                continue
            title = _bare_title(reading, _titled(reading, record.extent, block) or block.span)
            if not is_about_writing(reading.quote(title), reading.vocabularies):
                stories.append(Story(title, record.extent, "keys", 0.9))
    return stories


def _titled(reading: Reading, extent: Span, named: Block) -> Span | None:
    """Return the title that a record states which is named by its key alone: `send_money: {title: Send money in two taps}`."""
    if " " in reading.quote(named.span).strip():
        return None
    for block in reading.blocks_in(extent):
        leaf = block.key.rpartition(".")[2].casefold()
        if block.kind is BlockKind.FIELD and leaf in _TITLE_KEYS and 2 <= len(reading.quote(block.span).split()) <= 14:
            return block.span
    return None


_LINKED = re.compile(
    r"(?<![\"'*_\s])[\"'*_\s]*+\[(?P<words>[^\]\[\n]++)\]\([^)(\n]*+\)[\"'*_\s]*+|"
    r"(?<![\"'*_\s])[\"'\s]*+\*{2,3}(?P<bold>[^*\n]++)\*{2,3}[\"'\s]*+"
)


def _bare_title(reading: Reading, span: Span) -> Span:
    """Return the words of a title that is a link or bold in Markdown, as RenderCV's files have it; else all of it."""
    match = _LINKED.fullmatch(reading.quote(span))
    if match is None:
        return span
    start, end = match.span("words") if match["words"] else match.span("bold")
    return Span(span.document_id, span.start + start, span.start + end)
