"""Finds employers that are named in headings alone, without a post or dates: "## Acme Freight" above what was done there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.documents import BlockKind, Section, SectionKind, Span
from graph.extraction.career_words import COMPANY_TAILS, COMPANY_WORDS, words_of
from graph.extraction.employment.entry_weighing import Holding, is_worklike
from graph.extraction.heads.pieces import PieceKind, classify
from graph.extraction.heads.words import LEGAL_SUFFIX
from graph.extraction.reading import Reading
from graph.extraction.titles.routine_work import heads_duties
from graph.extraction.titles.titles import is_role_title, names_work, read_achievement
from graph.extraction.works.story_parts import labelled_parts
from graph.extraction.works.story_posts import ABOVE_WORK

_TOPICS = COMPANY_TAILS & frozenset(
    words_of(
        """
        payments analytics mobility supply supplies communications packaging interactive entertainment security support power tools works
        systems services solutions technologies technology software networks platforms wireless insurance assurance investments properties
        press publishing books construction architects consultants builders advisory capital stores markets shipping mechanical heating
        water gas oil electric utilities textiles chemicals plastics paper metals mining steel dynamics international worldwide enterprises
        digital media data design consulting engineering research health energy games music education learning international records trust
        """
    )
)
"""Words that end the names of companies, and those of subjects no less: "Mobile payments"."""
_TAILS = COMPANY_TAILS - _TOPICS
_MARKS = re.compile(r"[*_`#\s]+|[\U0001F300-\U0001FAFF\u2600-\u27BF\ufe0f]+\s?")
_LONGEST = 5
"""Words of an employer's name in a heading."""
_LISTING = (SectionKind.OTHER, SectionKind.EXPERIENCE, SectionKind.OUTCOMES)


def holdings_above_work(reading: Reading, known: Sequence[Holding]) -> Iterator[Holding]:
    """Yield the employers that head what was done there, where no other form has found one below the same heading.

    Of headings side by side one must surely be an employer's: by its legal form, by standing below "Experience", or by what sentences
    say ("at Lumora"); then the others of them that are names and have work below are, too.
    """
    if reading.document.is_keyed or not any(section.heading is not None for section in reading.sections):
        return
    children = reading.sections_by_parent()
    for parent_id, siblings in children.items():
        parent = reading.section_of(parent_id) if parent_id else None
        in_works = parent is not None and parent.kind is SectionKind.PROJECTS
        if parent is not None and parent.heading is not None and parent.kind not in _LISTING and not in_works:
            continue
        named = [(s, name) for s in siblings if (name := _name_of(reading, s)) is not None]
        if not named or (parent is None and len(named) == 1):
            continue
        in_experience = parent is not None and parent.kind is SectionKind.EXPERIENCE
        if not in_experience and not any(_is_sure(reading, name) for _, name in named):
            continue
        told = [
            (s, name)
            for s, name in named
            if _holds_stories(reading, inner := children.get(s.id, ()))
            or (not in_works and _tells_deeds(reading, s, inner))
            or _post_of(reading, s, inner) is not None
        ]
        for section, name in told if 2 * len(told) >= len(siblings) else ():
            if not any(section.span.contains(holding.employer) for holding in known):
                post = _post_of(reading, section, children.get(section.id, ()))
                yield Holding(name, reading.quote(name), post, None, ABOVE_WORK, 0.8, None)


def _name_of(reading: Reading, section: Section) -> Span | None:
    """Return the words of a heading that may be an employer's name: a proper name, none of a post, a work or a tool."""
    heading, vocabularies = section.heading, reading.vocabularies
    if heading is None or section.kind is not SectionKind.OTHER:
        return None
    text = reading.quote(heading)
    lead = _MARKS.match(text)
    begin = lead.end() if lead is not None else 0
    name = text[begin:].rstrip("*_` :")
    if not 1 <= len(name.split()) <= _LONGEST or not name[:1].isupper() or (name.isupper() and len(name) > 12):
        return None
    if classify(name, vocabularies) is not PieceKind.NAME or is_role_title(name, vocabularies):
        return None
    ends_as_company = LEGAL_SUFFIX.search(name) is not None or name.split()[-1].casefold() in COMPANY_WORDS
    if is_worklike(name, vocabularies) or (names_work(name, vocabularies) and not ends_as_company):
        return None
    if any(len(found) for found in (vocabularies.technologies.find(name), vocabularies.practices.find(name))):
        return None
    return reading.document.span(heading.start + begin, heading.start + begin + len(name))


_IS = r"\s(?:is|was)\s(?:an?|the)\s[^.\n]{0,60}\b(?:company|start-?up|platform|provider|agency|bank|firm|business|manufacturer|retailer|charity|consultancy|studio|scale-?up|marketplace|vendor|bureau|hospital|school)\b"
_SAID = r"(?:\b(?:[Aa]t|joined|joining|left|leaving)\s%s\b|\b%s[’']s\s(?:[a-z-]+\s){0,2}(?:team|customers|clients|engineers|platform|product|products|staff|office|data|users|profiles|accounts|channels|newsletter|blog|website)\b|\b%s%s)"


def _is_sure(reading: Reading, name: Span) -> bool:
    """Return whether words are surely an employer's name: by their form, or by what the document says of it."""
    words = reading.quote(name)
    if LEGAL_SUFFIX.search(words) is not None:
        return True
    parts = re.findall(r"[^\W\d_]+", words)
    if len(parts) > 1 and parts[-1].casefold() in _TAILS:
        return True
    text = reading.document.text
    if text.count(words) < 2:
        return False
    escaped = re.escape(words)
    return re.search(_SAID % (escaped, escaped, escaped, _IS), text) is not None


def _holds_stories(reading: Reading, inner: Sequence[Section]) -> bool:
    """Return whether stories stand below a heading, under headings of their own: with labelled parts, or names of works."""
    told = sum(
        len(labelled_parts(reading, child.span)) >= 2 or names_work(child.title, reading.vocabularies)
        for child in inner
        if child.kind is SectionKind.OTHER
    )
    return told > 0 and 2 * told >= len(inner)


_POST_KEYS = frozenset(
    ("role", "my role", "position", "title", "job title", "rolle", "poste", "puesto", "cargo", "functie", "ruolo")
)


def _post_of(reading: Reading, section: Section, inner: Sequence[Section]) -> Span | None:
    """Return the post that a label right below a heading states, where the duties stand under a heading of their own."""
    below = reading.blocks_in(section.span)[1:2]
    if not below or below[0].kind is not BlockKind.FIELD or below[0].key not in _POST_KEYS:
        return None
    if not any(heads_duties(child.title) for child in inner):
        return None
    return below[0].span if is_role_title(reading.quote(below[0].span), reading.vocabularies) else None


def _tells_deeds(reading: Reading, section: Section, inner: Sequence[Section]) -> bool:
    """Return whether bullets below a heading begin with deeds."""
    if inner:
        return False
    below = [block for block in reading.blocks_in(section.span) if block.span != section.heading][:12]
    bullets = [block for block in below if block.kind is BlockKind.LIST_ITEM and block.level == 0]
    done = (read_achievement(_bare(reading.quote(b.span)), reading.vocabularies) for b in bullets)
    deeds = sum(deed is not None and deed.verb_start < 3 for deed in done)
    return bool(bullets) and 2 * deeds >= len(bullets)


def _bare(text: str) -> str:
    """Return a bullet without the marks of emphasis before its first word."""
    return text.lstrip("*_ ")
