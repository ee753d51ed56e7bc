"""Divides a document into sections by its headings, and says what each is about by its title.

Files without headings but with keys (YAML, JSON) get their sections from the keys. Nothing here reads files
but the vocabulary of titles.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType

import yaml

from graph.documents import Block, BlockKind, Document, Section, SectionKind, Span, line_starts
from graph.errors import VocabularyError
from graph.section_phrases import lists_work
from graph.yaml_parsing import FAST_LOADER

STAR_KINDS = (SectionKind.SITUATION, SectionKind.TASK, SectionKind.ACTION, SectionKind.RESULT)
"""The kinds that are parts of a story told as situation, task, action, result."""

_TITLES_FILE = "sections.yaml"
_LEADING = re.compile(r"^(?:\d{1,2}[.)]?\s+)?(?:(?:my|our|the)\s+)?")
_SHORTCODE = re.compile(r":[a-z][a-z0-9_+-]{1,30}:")
"""A picture by its name, as in GitHub's Markdown: ":briefcase: Experience"."""
_NOT_WORDS = re.compile(r"[\W_]+")
_ASIDE = re.compile(r"(?:(?<!\s)\s++)?[:–—|(]\s*|(?<!\s)\s++-\s+")
_BOTH = re.compile(r"(?:(?<!\s)\s++)?(?:&|/|,|\b(?:and|e|et|und|en|y)\b)\s*", re.IGNORECASE)


# ---------------------------------------------------------------- titles


@lru_cache(maxsize=1)
def load_section_titles() -> Mapping[str, SectionKind]:
    """Return the normalised titles of vocabularies/sections.yaml with their kinds.

    Raises VocabularyError where the file has an unknown kind, or a title twice.
    """
    content = (files("graph") / "vocabularies" / _TITLES_FILE).read_text(encoding="utf-8")
    return MappingProxyType(parse_section_titles(content))


def parse_section_titles(content: str) -> dict[str, SectionKind]:
    """Return normalised title → kind for YAML text of the form `kind: [title, …]`. Raises VocabularyError."""
    loaded = yaml.load(content, Loader=FAST_LOADER)
    if not isinstance(loaded, dict):
        raise VocabularyError("expected `kind: [title, …]`", path=_TITLES_FILE)
    titles: dict[str, SectionKind] = {}
    for kind, names in loaded.items():
        if kind not in list(SectionKind) or not isinstance(names, list):
            raise VocabularyError(f"{kind!r} is no kind of section with a list of titles", path=_TITLES_FILE)
        for name in names:
            title = normalise_title(str(name))
            if not title or titles.get(title, kind) != kind:
                raise VocabularyError(f"the title {name!r} is empty or stands under two kinds", path=_TITLES_FILE)
            titles[title] = SectionKind(kind)
    return titles


@lru_cache(maxsize=4096)
def normalise_title(title: str) -> str:
    """Return a title as it is compared: case, punctuation, a leading number, "my", "our" or "the" dropped.

    >>> normalise_title("2. My Skills & Tools:")
    'skills and tools'
    """
    folded = _SHORTCODE.sub(" ", unicodedata.normalize("NFC", title)).casefold().replace("&", " and ")
    return " ".join(_LEADING.sub("", _NOT_WORDS.sub(" ", folded).strip()).split())


_OF_EXPERIENCE = re.compile(
    r"(?i)\A(?:(?!(?:user|customer|developer|digital|guest|passenger|patient|employee|candidate|no|the|an|lessons|from) )(?:[\w/&-]{1,30} ){1,3}(?:experience|employment|employment history|appointments)|"
    r"(?:(?:current|present|recent|most recent|past|previous|prior|former|earlier|other|further|additional|selected|key|main|relevant|academic|faculty|university|"
    r"teaching|research|clinical|hospital|industry|corporate|military|naval|civilian|government|political|elected|public sector|private sector|board|non-executive|executive|leadership|management|senior|honorary|visiting|freelance|"
    r"contract|permanent|temporary|seasonal|summer|part-time|student|volunteer|voluntary|paid|professional|nursing|legal|medical|overseas|international|tenured|postdoctoral) ){1,2}"
    r"(?:and (?:current|previous|past|former) )?(?:positions?|posts?|roles?|jobs?|appointments?|postings?|employers?|employments?|placements?|internships?|practice|career|service)(?: held| to date)?|"
    r"(?:expériences?|experiencias?|experiências?|esperienz[ae]|erfarenhet(?:er)?|erfaringer?|doświadczeni[ea]) [\w/ -]{3,40})"
)
"""Titles of sections of jobs of some kind: "Civilian experience", "Expériences en cuisine"."""


@lru_cache(maxsize=4096)  # several stages ask about the same title
def says_experience(title: str) -> bool:
    """Return whether a title is that of a section of jobs of some kind, whatever the kind."""
    return _OF_EXPERIENCE.fullmatch(title.strip(" *_:#`")) is not None


_AT_SOMEBODY = re.compile(
    r"(?P<t>[^\W\d_][\w ]{3,40}?)\s(?:at|for|with|bei|für|chez|pour|presso|per|en|para|bij|voor)\s(?=[A-ZÀ-ÖØ-Þ])"
)
"""Opens a heading of work that was done for one company: "Selected projects at Acme Freight"."""


_CHOSEN = re.compile(
    r"(?i)(?:selected|notable|relevant|recent|key|main|major|further|additional|sample|ausgewählte|weitere|sonstige|seleção de|selección de|autres|principaux|principales|altri|wybrane|overige)\s(?=[^\W\d_])"
)
"""A word before a title that says which: "Selected open source projects and publications"."""


def kind_of_title(title: str, titles: Mapping[str, SectionKind]) -> SectionKind:
    """Return what a section of this title is about.

    Looked up are the whole title; what stands before a colon, dash or bracket ("Situation – an outage");
    and, where "and" or a comma joins known titles, the first of them.
    """
    whole = titles.get(normalise_title(title))
    if whole is not None:
        return whole
    pieces = _ASIDE.split(title.strip().strip("*_`"), maxsplit=1)
    if len(pieces) == 2 and (kind := titles.get(normalise_title(pieces[0]))) is not None:
        return kind
    if says_experience(title):
        return SectionKind.EXPERIENCE
    chosen = _CHOSEN.match(title.strip().strip("*_`"))
    kind = SectionKind.OTHER if chosen is None else kind_of_title(title.strip().strip("*_`")[chosen.end() :], titles)
    if kind not in (SectionKind.OTHER, SectionKind.OUTCOMES, *STAR_KINDS):
        return kind  # "Notable wins" are of several stories.
    whose = _AT_SOMEBODY.match(title.strip().strip("*_`"))
    if whose is not None and titles.get(normalise_title(whose["t"])) is SectionKind.PROJECTS:
        return SectionKind.PROJECTS
    joined = [titles.get(normalise_title(part)) for part in _BOTH.split(title)]
    if len(joined) > 1 and joined[0] is not None and all(joined):
        return joined[0]
    if len(joined) > 1 and SectionKind.PROJECTS in (joined[0], joined[-1]) and sum(map(bool, joined)) == 1:
        return SectionKind.PROJECTS  # "Funding and projects", "Projects & Activities"
    return SectionKind.PROJECTS if lists_work(normalise_title(pieces[0])) else SectionKind.OTHER


# ---------------------------------------------------------------- sections


@dataclass(frozen=True, slots=True)
class _Head:
    """Where a section starts; `start` and `heading` differ by markup such as `## `."""

    start: int
    title: str
    level: int
    heading: Span | None
    kind: SectionKind
    until: int | None = None
    """Behind the last value of a key; None where the next head of its level or above ends it."""


def find_sections(document: Document, titles: Mapping[str, SectionKind]) -> list[Section]:
    """Return the sections of a document in reading order, each parent before its children.

    Text before the first heading is a section of level 0 with the id `top` and the document's title. A section
    ends after the last character that is no white space before the next heading of its level or above.
    """
    heads = _keyed_heads(document, titles) if document.is_keyed else _headings(document, titles)
    text, ids = document.text, _Ids()
    sections: list[Section] = []
    if document.text[: heads[0].start if heads else None].strip():
        span = _trimmed(document, 0, heads[0].start if heads else len(text))
        sections.append(Section(ids.unique("top"), document.title, SectionKind.OTHER, span, None, 0, None))
    open_sections: list[Section] = []
    ends = _ends(heads, len(text))
    for head, end in zip(heads, ends, strict=True):
        while open_sections and open_sections[-1].level >= head.level:
            open_sections.pop()
        parent = open_sections[-1].id if open_sections else None
        kind = _kind_among(head.kind, parent, sections)
        start = head.heading.start if head.heading is not None else head.start
        span = _trimmed(document, start, end if head.until is None else min(end, head.until))
        section = Section(ids.unique(slug(head.title)), head.title, kind, span, head.heading, head.level, parent)
        sections.append(section)
        open_sections.append(section)
    return _without_lone_parts(sections)


def _without_lone_parts(sections: list[Section]) -> list[Section]:
    """Return the sections with those made what they are in a career that would be parts of a story, but have no other beside.

    "Before" below "Selected work" lists earlier jobs; "Method" among jobs and degrees says how somebody works.
    """
    beside: dict[str | None, set[SectionKind]] = {}
    for section in sections:
        beside.setdefault(section.parent_id, set()).add(section.kind)
    settled = []
    for section in sections:
        kinds = beside[section.parent_id]
        if section.kind in STAR_KINDS and len(kinds & set(STAR_KINDS)) == 1 and section.heading is not None:
            if section.kind is SectionKind.SITUATION and _BEFORE.fullmatch(section.title) and kinds & _CAREER_KINDS:
                section = replace(section, kind=SectionKind.EXPERIENCE)
            elif section.kind is SectionKind.ACTION and len(kinds & _CAREER_KINDS) > 1:
                section = replace(section, kind=SectionKind.SUMMARY)
        settled.append(section)
    return settled


_BEFORE = re.compile(r"(?i)before|background|career background")
_CAREER_KINDS = frozenset(
    {SectionKind.EXPERIENCE, SectionKind.EDUCATION, SectionKind.SKILLS, SectionKind.CREDENTIALS, SectionKind.PROJECTS}
)
"""Kinds of sections that stand beside one another in a career, not in a story."""


def slug(title: str) -> str:
    """Return a title as lower-case words joined by hyphens, without accents; `section` where nothing is left.

    >>> slug("Élan & Co: What I did")
    'elan-co-what-i-did'
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", title.casefold()) if not unicodedata.combining(c))
    return "-".join(_NOT_WORDS.sub(" ", plain).split())[:80].strip("-") or "section"


class _Ids:
    """Hands out ids, with `-2`, `-3` … where one was given before."""

    def __init__(self) -> None:
        self._given: dict[str, int] = {}

    def unique(self, wanted: str) -> str:
        candidate, number = wanted, self._given.get(wanted, 1)
        while candidate in self._given:
            number += 1
            candidate = f"{wanted}-{number}"
        self._given[wanted] = number
        self._given.setdefault(candidate, 1)
        return candidate


def _headings(document: Document, titles: Mapping[str, SectionKind]) -> list[_Head]:
    starts = line_starts(document.text)
    heads = []
    for block in document.blocks:
        if block.kind is BlockKind.HEADING:
            line = starts[bisect_right(starts, block.span.start) - 1]
            title = _shown_title(document.quote(block.span))
            heads.append(_Head(line, title, block.level, block.span, kind_of_title(title, titles)))
    return heads


_TAGS = re.compile(r"</?[a-zA-Z][^<>\n]{0,300}>")
_LINKED = re.compile(r"\[(?P<words>[^\[\]\n]{1,120})\]\([^()\s]{0,300}\)")


def _shown_title(words: str) -> str:
    """Return a heading as it is shown: without emphasis, tags, and the addresses of links."""
    if "<" in words:
        words = _TAGS.sub(" ", words)
    if "](" in words:
        words = _LINKED.sub(r"\g<words>", words)
    return " ".join(re.sub(r"[*`]+|(?<!\w)_+|_+(?!\w)", "", words).split()).rstrip(":").rstrip()


def _ends(heads: Sequence[_Head], length: int) -> list[int]:
    """Return where each section ends: at the next head of its level or above. One pass, from the end."""
    ends: list[int] = []
    later: list[_Head] = []
    for head in reversed(heads):
        while later and later[-1].level > head.level:
            later.pop()
        ends.append(later[-1].start if later else length)
        later.append(head)
    return ends[::-1]


def _trimmed(document: Document, start: int, end: int) -> Span:
    piece = document.text[start:end]
    left = len(piece) - len(piece.lstrip())
    return document.span(start + left, max(start + left, start + len(piece.rstrip())))


def _kind_among(kind: SectionKind, parent: str | None, before: Sequence[Section]) -> SectionKind:
    """Return `result` for "Outcomes" that closes a story: after a situation, task or action beside it."""
    if kind is not SectionKind.OUTCOMES or parent is None:
        return kind
    told = any(section.parent_id == parent and section.kind in STAR_KINDS for section in before)
    return SectionKind.RESULT if told else kind


# ---------------------------------------------------------------- sections of keyed files

_KEY_STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")
_NAME_KEYS = ("name", "title", "project", "position", "company", "institution", "label")


def _keyed_heads(document: Document, titles: Mapping[str, SectionKind]) -> list[_Head]:
    """Return a head for each key that holds more than one value: `work`, then `work[0]`, then `work[0].action`.

    An element of a list is called by its `name`, `title` … where it has one.
    """
    names = _element_names(document)
    heads: list[_Head] = []
    paths: list[str] = []
    ends: dict[str, int] = {}
    behind = 0
    for block in document.blocks:
        # Several values may stand on one line.
        start = max(_line_start(document, block), behind)
        behind = block.span.end
        for path, level in _steps(block):
            is_known = path in ends
            ends[path] = max(block.span.end, ends.get(path, 0))
            if is_known:
                continue
            is_element = path.endswith("]")
            words = _last_key(path).replace("_", " ")
            kind = SectionKind.OTHER if is_element else kind_of_title(words, titles)
            if path != block.key or kind in STAR_KINDS:
                paths.append(path)
                heads.append(_Head(start, names.get(path) or words, level, None, kind))
    return [replace(head, until=ends[path]) for head, path in zip(heads, paths, strict=True)]


def _steps(block: Block) -> list[tuple[str, int]]:
    """Return the paths that lead to a field's key with their levels from 1, the key itself included; at most six."""
    ends = [match.end() for match in _KEY_STEP.finditer(block.key)][:6]
    return [(block.key[:end], level) for level, end in enumerate(ends, start=1)]


def _last_key(path: str) -> str:
    return re.sub(r"\[\d+\]", "", path).rpartition(".")[2]


def _element_names(document: Document) -> dict[str, str]:
    """Return list element's path → its name, by the first of the naming keys that it has."""
    found: dict[str, tuple[int, str]] = {}
    for block in document.blocks:
        path, _, key = block.key.rpartition(".")
        if path.endswith("]") and key.casefold() in _NAME_KEYS:
            candidate = (_NAME_KEYS.index(key.casefold()), " ".join(document.quote(block.span).split())[:120])
            found[path] = min(found.get(path, candidate), candidate)
    return {path: name for path, (_, name) in found.items()}


def _line_start(document: Document, block: Block) -> int:
    starts = line_starts(document.text)
    return starts[bisect_right(starts, block.span.start) - 1]
