"""Says which sections are told below labels, the same or those of a story: "*Why:* …", "*Result:* …". Finds no stories; stories/headings.py does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from graph.documents import BlockKind, Section, SectionKind
from graph.extraction.reading import Reading
from graph.extraction.works.card_facts import is_client_label
from graph.extraction.works.group_headings import BOLD_LEVEL
from graph.extraction.works.listed_work import is_listed_project
from graph.extraction.works.story import STAR
from graph.extraction.works.story_parts import labelled_parts

_MARKED = re.compile(
    r"[*_]{1,3}(?P<k>[^*_:\n.]{2,24}?)(?::[*_]{1,3}|[*_]{1,3}\s?:|[.][*_]{1,3}|[*_]{1,3}\s[–—-])\s{1,3}(?=\S)"
)
"""A label set apart at the beginning of a line: "**Environment:** Heroku"."""
_FEWEST_WORDS = 5
"""Of what stands behind a shared label; less is a form's: "Role: Cook"."""


def labels_of(reading: Reading, section: Section) -> dict[str, bool]:
    """Return the labels right below a heading, in small letters, each with whether a clause of words stands behind it."""
    memo: dict[str, dict[str, bool]] = reading.memo.setdefault("labels of sections", {})
    if section.id not in memo:
        found: dict[str, bool] = {}
        for block in reading.blocks_in(section.span)[:24]:
            text = reading.quote(block.span)
            marked = _MARKED.match(text) if block.kind is not BlockKind.HEADING else None
            label = block.key if block.kind is BlockKind.FIELD else marked["k"] if marked is not None else ""
            if label:
                words = re.findall(r"[^\W\d_]{2,}", text[marked.end() if marked is not None else 0 :])
                key = label.strip().casefold()
                found[key] = found.get(key, False) or len(words) >= _FEWEST_WORDS
        memo[section.id] = found
    return memo[section.id]


def shares_labels(reading: Reading, section: Section, siblings: Iterable[Section]) -> bool:
    """Return whether another section beside this one has two of its labels or more, one of them before a clause of words."""
    if section.kind is not SectionKind.OTHER:
        return False
    own = labels_of(reading, section)
    clients = {label for label in own if is_client_label(label)}
    for sibling in siblings:
        if sibling.id != section.id and sibling.kind is SectionKind.OTHER:
            shared = own.keys() & labels_of(reading, sibling).keys()
            # "Opdrachtgever: Stad Aalst. 2021." below each says enough by itself.
            if shared & clients and len(section.span) - len(section.title) >= 80:
                return True
            if len(shared) >= 2 and any(own[label] for label in shared):
                return True
    return False


_TELLS_WHAT = re.compile(
    r"(?i)(?:project\s)?(?:overview|description|summary|about)|beschreibung|descripción|descrizione|descrição"
)
_TELLS_HOW = re.compile(
    r"(?i)(?:tech(?:nologies|nology)?\sstack|(?:tech(?:nologies)?|tools|skills|languages|libraries)\sused|(?:key\s)?(?:results|findings|features|outcomes)|technologien|ergebnisse|technologies\sutilisées|résultats|tecnologías|resultados)"
)


def is_told_below_labels(inner: Iterable[Section]) -> bool:
    """Return whether lines in bold below a heading say what a work is and how it was made: "Description", "Tools used"."""
    titles = [child.title.strip(" :") for child in inner if child.level == BOLD_LEVEL]
    return any(map(_TELLS_WHAT.fullmatch, titles)) and any(map(_TELLS_HOW.fullmatch, titles))


def told_alike(reading: Reading, section: Section, children: Mapping[str | None, list[Section]]) -> bool:
    """Return whether a heading's parts bear the titles of another's beside it, where works are listed or one of both has a result.

    So are three or more whose tools each have a heading of their own below them, as no list of skills has.
    """
    if not shares_parts(section, children):
        return False
    if is_listed_project(reading, section, children):
        return True
    beside = [s for s in children.get(section.parent_id, ()) if s.id != section.id and shares_parts(s, children)]
    alike = (section, *beside)
    if len(alike) > 2 and all(any(map(_heads_tools, children.get(s.id, ()))) for s in alike):
        return True
    return any(child.kind in STAR for s in beside for child in children.get(s.id, ()))


_OF_TOOLS = re.compile(
    r"(?:the\s|my\s)?(?:tech|technology|technologies|tech(?:nology)?\sstack|stack|tools?|toolset|built\swith|tecnolog[ií]as?|herramientas|ferramentas|outils|technik|technologien?|werkzeuge|strumenti|techniek)(?:\s(?:&\stools|and\stools|used|utilisées|utilizadas|usadas))?"
)
"""Titles of the part that says what a work was made with, in small letters."""


def _heads_tools(section: Section) -> bool:
    return section.kind is SectionKind.SKILLS or _OF_TOOLS.fullmatch(part_title(section)) is not None


def shares_parts(section: Section, children: Mapping[str | None, list[Section]]) -> bool:
    """Return whether two headings or more below this one stand below another beside it, too: they name parts of each.

    "Overview", "Technologies used", "Key features" below "Tenant advice" and below "GrainWatch".
    """
    own = {part_title(child) for child in children.get(section.id, ()) if child.heading is not None}
    if len(own) < 2 or section.kind is not SectionKind.OTHER:
        return False
    beside = (s for s in children.get(section.parent_id, ()) if s.id != section.id and s.level == section.level)
    return any(
        sibling.kind is SectionKind.OTHER and len(own & {part_title(s) for s in children.get(sibling.id, ())}) >= 2
        for sibling in beside
    )


def part_title(section: Section) -> str:
    """Return the title of a part in small letters without what surrounds its words."""
    return section.title.casefold().strip(" *_:.#0123456789")


def is_labelled_itself(reading: Reading, section: Section, inner: Sequence[Section]) -> bool:
    """Return whether parts are labelled right below a heading, before any other one: "**Problem:** … **Result:** …"."""
    if not inner or section.heading is None or any(child.level != BOLD_LEVEL for child in inner):
        return False
    above = reading.document.span(section.heading.end, inner[0].span.start)
    return bool(labelled_parts(reading, above)) and len(labelled_parts(reading, section.span)) >= 2


def stands_above_labels(reading: Reading, section: Section, children: Mapping[str | None, list[Section]]) -> bool:
    """Return whether labelled parts stand in sections below a heading alone, which are not its own then."""
    inner = [child for child in children.get(section.id, ()) if child.level < BOLD_LEVEL and child.kind not in STAR]
    while len(inner) == 1 and children.get(inner[0].id):  # "Hype doc" above "Customer first" alone.
        inner = [child for child in children[inner[0].id] if child.level < BOLD_LEVEL and child.kind not in STAR]
    if not inner or section.heading is None:
        return False
    above = reading.document.span(section.heading.end, inner[0].span.start)
    return len(inner) > 1 and not labelled_parts(reading, above)
