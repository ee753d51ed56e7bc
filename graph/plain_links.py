"""Gives a document as it reads without the marks of links around names in running words and without what stands unseen at
the ends of lines, and leads what is found there back.

Called by pipeline.py. "cook at [Tarn Foods](https://tarn.example), 2019" is read as "cook at Tarn Foods, 2019". Links that stand
for a work ("[Tideboard](…) – a map of tides") say something by being links: they are left.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace

from graph.documents import Block, BlockKind, Document, Section, Span
from graph.extraction.heads.words import is_title
from graph.json_values import Json
from graph.model import Mention, MentionRelation
from graph.vocabulary import RoleWords

_TO = r"(?:\([^()\s]{1,400}(?:\s\"[^\"\n]{0,80}\")?\)|\[[^\[\]\n]{0,40}\])"
_LINK = re.compile(
    rf"(?<![!\]\[\\])\[(?P<words>[A-ZÀ-ÖØ-Þ0-9][^\[\]\n]{{1,80}})\]{_TO}"
    r"|<a\s[^<>\n]{1,300}>(?P<tagged>[A-ZÀ-ÖØ-Þ0-9][^<>\n]{1,80})</a>"
)
_LED_TO = re.compile(
    r"(?i)(?:(?<!\w)(?:at|@|for|joined|bei|beim|für|chez|pour|presso|bij|voor|hos|"
    r"(?:founder|ceo|cto|coo|cfo|head|director|owner|president|editor|manager|partner|chair)\s(?:of|at))\s(?:the\s|der\s|la\s|le\s|l[’'])?|"
    r"(?:company|employer|client|customer|organi[sz]ation|firma|arbeitgeber|kunde|entreprise|employeur|cliente|empresa|azienda)[*_]{0,2}\s?:[*_]{0,2}\s)(?:\*\*|__|[*_])?$"
)
"""Words that lead to the name of somebody for whom one worked."""
_BEHIND_POST = re.compile(r"(?P<post>[^,;:.!?|·()\[\]\n–—]{3,60}?)[*_]{0,2}(?:,|\s?[–—|·]|\s-)\s(?:\*\*|__|[*_])?$")
_LASTS = re.compile(
    r"(?:\*\*|__|[*_])?,?\s?[(|–—·]?\s?(?:since\s)?(?:[^\W\d_]{3,10}\.?\s|\d{1,2}[/.])?(?:(?<=since\s)\d{4}|(?:19|20)\d\d\s?(?:[–—-]|to\s|→))"
)
"""Years from and to behind a name."""
_NO_NAMES = re.compile(
    r"(?i)(?:www\.|https?:|\w@)|\b(?:linked-?in|git(?:hub|lab)|twitter|website|demo|repo(?:sitory)?|code|source|link|video|slides|article|paper|here|live|view|read|case study|write-?up)\b"
)
"""What links to pages of one's own are called."""


@dataclass(frozen=True, slots=True)
class PlainLinks:
    """A document, as it reads without the marks of such links."""

    written: Document
    told: Document
    """The same, shorter."""
    _kept: tuple[tuple[int, int, int], ...]
    """Stretches that both share: start and end as written, start as told."""

    def mention(self, mention: Mention) -> Mention:
        """Return a mention of what is told, where it is written."""
        span = self._back(mention.span)
        parts = {name: tuple(map(self._back, spans)) for name, spans in mention.parts.items()}
        extent = None if mention.extent is None else self._back(mention.extent)
        attributes = {name: self._where_written(value) for name, value in mention.attributes.items()}
        text = self.written.quote(span)
        return replace(mention, span=span, text=text, parts=parts, extent=extent, attributes=attributes)

    def _where_written(self, value: Json) -> Json:
        """Return an attribute's value with the places in it, each {document, start, end}, as written."""
        if isinstance(value, list):
            return [self._where_written(item) for item in value]
        if not isinstance(value, dict):
            return value
        name, start, end = (value.get(key) for key in ("document", "start", "end"))
        if isinstance(name, str) and isinstance(start, int) and isinstance(end, int):
            span = self._back(Span(name, start, end))
            return {**value, "start": span.start, "end": span.end}
        return {key: self._where_written(item) for key, item in value.items()}

    def relation(self, relation: MentionRelation) -> MentionRelation:
        """Return a relation of what is told, where it is written."""
        return replace(relation, span=self._back(relation.span))

    def section(self, section: Section) -> Section:
        """Return a section of what is told, as written."""
        heading = None if section.heading is None else self._back(section.heading)
        return replace(section, span=self._back(section.span), heading=heading)

    def _back(self, span: Span) -> Span:
        written, _, told = self._kept[max(0, bisect_right(self._kept, span.start, key=_start_as_told) - 1)]
        start = written + span.start - told
        if span.end == span.start:
            return replace(span, start=start, end=start)
        written, _, told = self._kept[max(0, bisect_left(self._kept, span.end, key=_start_as_told) - 1)]
        return replace(span, start=start, end=written + span.end - told)


def _start_as_told(kept: tuple[int, int, int]) -> int:
    return kept[2]


_UNSEEN_END = re.compile(r"(?<![ \t])[ \t]++(?=\n)")
"""Blanks behind a line's last word."""


def plain_links(document: Document, roles: RoleWords) -> PlainLinks | None:
    """Return a text or Markdown document without the marks of links around names and without blanks at the ends of lines, None where it has neither."""
    text, cuts = document.text, list[tuple[int, int]]()
    if document.media_type not in ("text/markdown", "text/plain"):
        return None
    if document.media_type == "text/markdown" and ("](" in text or "</a>" in text or "][" in text):
        cuts = _cuts(document, roles)
    if " \n" in text or "\t\n" in text:
        cuts += [found.span() for found in _UNSEEN_END.finditer(text)]
    if not cuts:
        return None
    kept, position, told = [], 0, 0
    for start, end in sorted(cuts):
        if start < position:
            continue
        if start > position:
            kept.append((position, start, told))
            told += start - position
        position = end
    if position < len(document.text):
        kept.append((position, len(document.text), told))
    text = "".join(document.text[start:end] for start, end, _ in kept)
    blocks = tuple(replace(block, span=_forth(block.span, kept)) for block in document.blocks)
    return PlainLinks(document, replace(document, text=text, blocks=blocks), tuple(kept))


def _forth(span: Span, kept: list[tuple[int, int, int]]) -> Span:
    return replace(span, start=_told(span.start, kept), end=_told(span.end, kept))


def _told(offset: int, kept: list[tuple[int, int, int]]) -> int:
    start, end, told = kept[max(0, bisect_right(kept, offset, key=lambda one: one[0]) - 1)]
    return told + max(0, min(offset, end) - start)


def _cuts(document: Document, roles: RoleWords) -> list[tuple[int, int]]:
    """Return what to leave out: the marks before and behind the words of links around names.

    A name that is told once to be somebody's for whom one worked is so in each of its links.
    """
    text = document.text
    links = [
        (block, link, "words" if link["words"] is not None else "tagged")
        for block in document.blocks
        if block.kind is not BlockKind.CODE
        for link in _LINK.finditer(text, block.span.start, block.span.end)
    ]
    links = [one for one in links if not _NO_NAMES.search(one[1][one[2]])]
    names = {link[group] for block, link, group in links if _is_plain(text, block, link, roles)}
    return [
        cut
        for _, link, group in links
        if link[group] in names
        for cut in ((link.start(), link.start(group)), (link.end(group), link.end()))
    ]


def _is_plain(text: str, block: Block, link: re.Match[str], roles: RoleWords) -> bool:
    """Return whether a link stands around a name in running words: led to, behind a post, or before years from and to."""
    begin, end = block.span.start, block.span.end
    if _LED_TO.search(text, max(begin, link.start() - 24), link.start()):
        return True
    if link.start() > begin and _LASTS.match(text, link.end(), end):
        return True  # At the beginning of an item, it may be a work that took so long.
    post = _BEHIND_POST.search(text, max(begin, link.start() - 70), link.start())
    if post is None:
        return False
    words = post["post"].strip(" *_")
    return is_title(words[:1].upper() + words[1:], roles)
