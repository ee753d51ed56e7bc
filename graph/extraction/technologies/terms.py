"""Finds technologies and practices by vocabulary, and decides by what stands beside them where a name is also a word."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from graph.documents import Block, BlockKind, SectionKind, Span
from graph.extraction.reading import Reading
from graph.extraction.technologies.glued_tags import with_glued_tags
from graph.extraction.technologies.link_labels import is_link_label
from graph.extraction.technologies.page_tags import is_set_as_tag, tags_of_page
from graph.gazetteer import Found, fold
from graph.model import EntityKind, Mention

_LIST_SIGNS = re.compile(r"[,;/|•·]|\band\b|\s&\s")


def find_technologies(reading: Reading) -> list[Mention]:
    """Return the technologies named in the document.

    A guarded name (Go, Spark) counts only beside one of its context words or another technology in the same
    sentence or list, or in a section of skills.
    """
    text = reading.document.text
    found = with_glued_tags(reading, list(_each_in_a_block(reading, reading.vocabularies.technologies.find(text))))
    found = [
        item
        for item in found
        if _is_content(reading, item)
        and not is_link_label(reading, item.term.name, item.start, item.end)
        and text[max(0, item.start - 2) : item.start].rstrip()[-1:] not in ("°", "º")
    ]
    judged = [(item, *_confirmed(reading, item, found)) for item in found if not _in_title_of_person(reading, item)]
    certain = [item.term for item, confirmed, confidence in judged if confirmed and confidence >= 0.85]
    sure = {term.id for term in certain}
    languages = {term.name for term in certain if term.category == "programming language"}
    mentions = []
    for item, confirmed, confidence in judged:
        # "Phoenix" is the framework where Elixir, in which it is written, is spoken of.
        is_known = item.term.id in sure or not languages.isdisjoint(item.term.broader)
        if not confirmed and is_known and _may_be_meant(reading, item):
            confirmed, confidence = True, 0.84
        if confirmed:
            mentions.append(_mention(reading, item, EntityKind.TECHNOLOGY, "technologies", confidence))
    return mentions


def _each_in_a_block(reading: Reading, found: Sequence[Found]) -> Iterator[Found]:
    """Yield finds; for one across the end of a block ("React" above "Redux") what its lines say by themselves."""
    text = reading.document.text
    for item in found:
        cut = text.find("\n", item.start, item.end)
        block = reading.block_at(item.start) if cut > 0 else None
        if block is None or item.end <= block.span.end:
            yield item
            continue
        for start, end in ((item.start, cut), (cut + 1, item.end)):
            for part in reading.vocabularies.technologies.find(text[start:end]):
                yield replace(part, start=start + part.start, end=start + part.end)


_NO_SKILL = re.compile(r"(?:^|\.)(?:interests?|hobbies)\b", re.IGNORECASE)
_SITE = re.compile(
    r"(?:^|\.)(?:profiles?|social\w*|links?|websites?)(?:\[\d+\])?\.(?:\w+\.)*(?:network|site|name|type|platform|icon)$",
    re.I,
)


def _is_content(reading: Reading, item: Found) -> bool:
    """Return whether a name stands in a block or in the key of one: not in a comment, nor as a site of profiles.

    Keys may name what one can ("Kafka: five years"); the value behind them tells that they are keys.
    """
    block = reading.block_at(item.start)
    if block is not None:
        return _SITE.search(block.key) is None
    behind = reading.blocks_from(item.end, len(reading.document.text))
    words = reading.document.text[item.start : item.end].casefold()
    return bool(behind) and words in behind[0].key.casefold()


def _may_be_meant(reading: Reading, item: Found) -> bool:
    """Return whether a name that its sentence does not confirm is the one that the document confirms elsewhere.

    The case must be right, and a short name ("Go", "R") must not begin a sentence.
    """
    if item.other_case or item.glued:
        return False
    sentence = reading.sentence_at(item.start)
    begins = sentence is None or sentence.start == item.start
    return item.end - item.start > 3 or not begins


def find_practices(reading: Reading) -> list[Mention]:
    """Return the practices and skills named in the document, found by the stems of their words."""
    mentions = []
    for item in reading.vocabularies.practices.find(reading.document.text):
        block = reading.block_at(item.start)
        if (
            block is not None
            and block.kind is not BlockKind.CODE
            and "\n\n" not in reading.document.text[item.start : item.end]
        ):
            mentions.append(_mention(reading, item, EntityKind.PRACTICE, "practices", 0.85))
    return mentions


def _mention(reading: Reading, item: Found, kind: EntityKind, rule: str, confidence: float) -> Mention:
    span = reading.document.span(item.start, item.end)
    term = item.term
    return Mention(
        kind=kind,
        key=term.id,
        name=term.name,
        text=reading.quote(span),
        span=span,
        rule=rule,
        confidence=confidence,
        section_id=reading.section_id_at(item.start),
        term_id=term.id,
        attributes={"category": term.category, "broader": list(term.broader)},
    )


def _in_title_of_person(reading: Reading, item: Found) -> bool:
    """Return whether the name is part of an employer's or institution's name ("Oracle Health Clinic")."""
    span = Span(reading.document.id, item.start, item.end)
    kinds = (EntityKind.EMPLOYER, EntityKind.INSTITUTION, EntityKind.PERSON)
    return any(
        m.kind in kinds
        and m.span.contains(span)
        and (m.kind is not EntityKind.PERSON or m.attributes.get("named") is not False)
        for m in reading.mentions_near(span)
    )


def _confirmed(reading: Reading, item: Found, found: Sequence[Found]) -> tuple[bool, float]:
    if item.glued:
        return True, 0.75
    if not item.guarded and not item.other_case:
        return True, 0.97
    if not item.guarded and reading.document.text[item.start - 1 : item.end + 1] == f"`{_words_of(reading, item)}`":
        return True, 0.9  # Set as code: "the old script in `python`".
    section = reading.section_at(item.start)
    if section is not None and section.kind is SectionKind.SKILLS:
        return True, 0.93
    if not item.other_case and _is_tag(reading, item, found):
        return True, 0.9
    if not item.other_case and (is_set_as_tag(reading, item) or item.start in tags_of_page(reading, found)):
        return True, 0.9
    block = reading.block_at(item.start)
    if (
        block is not None
        and block.kind is BlockKind.FIELD
        and _TOOL_KEY.search(block.key)
        and not _NO_SKILL.search(block.key)
    ):
        return True, 0.95
    if block is not None and block.kind is BlockKind.FIELD and _in_list_of_terms(reading, item, block, found):
        return True, 0.93
    sentence = reading.sentence_at(item.start) or (block.span if block else None)
    if sentence is None:
        return False, 0.0
    if not item.other_case and _TOOLS_BEFORE.search(reading.document.text[max(0, item.start - 120) : item.start]):
        return True, 0.93
    if _is_made_in(reading, item) or (not item.other_case and _stands_for_tools(reading, item, block)):
        return True, 0.88
    first = bisect_left(found, sentence.start, key=lambda f: f.start)
    last = bisect_left(found, sentence.end, key=lambda f: f.start)
    near = [f for f in found[first:last] if f.end <= sentence.end and f.term.id != item.term.id]
    if item.other_case:
        return any(_in_one_list(reading, item, f) and not (f.guarded and f.other_case) for f in near), 0.8
    if any(not f.guarded and not f.other_case for f in near):
        return True, 0.9
    # The name itself is no context for itself.
    text = reading.document.text
    words = fold(text[sentence.start : item.start] + " | " + text[item.end : sentence.end])
    if item.term.context and _any_of(item.term.context).search(words):
        return True, 0.88
    # Two guarded names in one list vouch for each other: "Go, Rust".
    return any(_in_one_list(reading, item, f) for f in near), 0.85


_TOOL_KEY = re.compile(
    r"tech|skill|stack|tool|keyword|language|uses|engine|software|framework|(?:made|built|written|done|drawn|powered)[ _-]?(?:with|in|by|using)"
)
"""In keys and labels behind which tools stand: `made_with`, `engine`."""
_TOOLS_BEFORE = re.compile(
    r"(?:(?:^|[\n.;·|(]\s?)[*_]{0,3}|[*_]{2,3})(?:[Ss]oftware|[Tt]ools?|[Tt]ooling|[Tt]ech(?:nolog(?:y|ies)|nik)?|(?:[Tt]ech )?[Ss]tack|[Tt]oolkit|(?:[Bb]uilt|[Mm]ade|[Dd]rawn|[Dd]one|[Ww]ritten) (?:with|in)|"
    r"[Ww]erkzeuge?|[Tt]echnologien|[Oo]utils|[Ll]ogiciels?|[Hh]erramientas|[Ss]trumenti|[Ff]erramentas)[*_]{0,3}(?: used)?\s?[:–—-][*_]{0,3}\s(?:[^\s.;:|,]{1,24}(?:\s[^\s.;:|,]{1,24}){0,3},\s|[^\s.;:|,]{1,24}(?: and | & | und | y | et | · )){0,6}$"
)
"""A label that says that tools follow, and those that stand before one: "Software: Revit, Excel"."""
_MADE_IN = re.compile(
    r"(?:written|built|rebuilt|made|coded|programmed|developed|implemented|modell?ed|rendered|animated|prototyped|composed|scripted|drawn|created|designed) (?:entirely |completely |mostly |purely )?(?P<in>in|with|using) $|(?P<use>\b(?:[Uu]s(?:es|ing)|[Ll]earning) |用 ?)$"
)
"""Words behind which stands what something was made in: "written in Zig", "modelled in Blender", "uses jekyll", "用 Rust 重写"."""
_MADE_IN_THESE = frozenset(
    {"programming language", "game development", "design tool", "front-end framework", "mobile development"}
)
"""Kinds of technologies in which things are made; "built in Phoenix" may name a town otherwise."""


def _is_made_in(reading: Reading, item: Found) -> bool:
    before = reading.document.text[max(0, item.start - 44) : item.start].rstrip("*_")
    if not before.endswith(("in ", "ith ", "ing ", "ses ", "用 ", "用")):
        return False
    match = _MADE_IN.search(before)
    if match is None or (item.other_case and (item.term.context or match["use"] is None)):
        return False
    return match["in"] is None or match["in"] != "in" or item.term.category in _MADE_IN_THESE


_BEHIND_NAME = re.compile(
    r"\s{0,3}(?:#{1,6}\s)?(?:\*\*[^*\n|]{2,80}\*\*|\[[^\[\]\n|]{2,80}\]\([^()\s|]{1,200}\))\s?[|·•]\s[*_`]{0,2}"
)
"""A name in bold or linked, and a mark: "**Ledger** | Go"."""


def _stands_for_tools(reading: Reading, item: Found, block: Block | None) -> bool:
    """Return whether a name stands in a table's column of tools, or alone behind a work's name: "| Ledger | Go |", "**Ledger** | Go"."""
    text = reading.document.text
    if block is not None and block.kind is BlockKind.TABLE_ROW:
        heads, column = block.key.split("|"), text.count("|", block.span.start, item.start)
        return column < len(heads) and _TOOL_KEY.search(heads[column].casefold()) is not None
    begin, end = text.rfind("\n", 0, item.start) + 1, text.find("\n", item.end)
    is_last = not text[item.end : len(text) if end < 0 else end].strip(" *_`\\")
    return is_last and _BEHIND_NAME.fullmatch(text, begin, item.start) is not None


_TAGS = re.compile(
    r"(?:\*(?P<i>[^*\n]{1,120})\*|_(?P<u>[^_\n]{1,120})_|`(?P<c>[^`\n]{1,60})`|[(\[](?P<b>[^()\[\]\n]{1,120})[)\]])\.?\s*$"
)
"""What is set apart at a bullet's end: "… in 400 lines. *Go*", "… (Go)"."""


def _is_tag(reading: Reading, item: Found, found: Sequence[Found]) -> bool:
    """Return whether a name alone ends a bullet, set apart as technologies end other bullets of the document."""
    block = reading.block_at(item.start)
    if block is None or block.kind is not BlockKind.LIST_ITEM:
        return False
    tag = _TAGS.search(reading.quote(block.span))
    if tag is None or (tag[tag.lastgroup or 0]).strip() != _words_of(reading, item):
        return False
    if "tagged ends" not in reading.memo:
        sure = {f.start: f.end for f in found if not f.guarded and not f.other_case}
        kinds = set[str]()
        for other in reading.document.blocks:
            match = _TAGS.search(reading.quote(other.span)) if other.kind is BlockKind.LIST_ITEM else None
            if match is not None and match.lastgroup and other.span.start + match.start(match.lastgroup) in sure:
                kinds.add(match.lastgroup)
        reading.memo["tagged ends"] = kinds
    tagged: set[str] = reading.memo["tagged ends"]
    return tag.lastgroup in tagged


_ANY_POSITION = re.compile(r"\[\d+\]")
"""A place in a list: of values (`knows[0]`), or of records with equal keys (`shipped[0].engine`)."""


def _in_list_of_terms(reading: Reading, item: Found, block: Block, found: Sequence[Found]) -> bool:
    """Return whether a name is one whole value of a list whose others are technologies, too: `knows: [Go, Terraform]`."""
    if item.other_case or not _ANY_POSITION.search(block.key) or reading.quote(block.span) != _words_of(reading, item):
        return False
    key = "lists of terms"
    if key not in reading.memo:
        values: dict[str, list[bool]] = {}
        sure = {(f.start, f.end) for f in found if not f.guarded and not f.other_case}
        for other in reading.document.blocks:
            if other.kind is BlockKind.FIELD and _ANY_POSITION.search(other.key):
                values.setdefault(_ANY_POSITION.sub("", other.key), []).append(
                    (other.span.start, other.span.end) in sure
                )
        reading.memo[key] = {path for path, known in values.items() if sum(known) * 3 >= len(known)}
    lists: set[str] = reading.memo[key]
    return _ANY_POSITION.sub("", block.key) in lists


def _words_of(reading: Reading, item: Found) -> str:
    """Return the words of a find as written."""
    return reading.document.text[item.start : item.end]


@lru_cache(maxsize=4_096)
def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(fold(word)) for word in words) + ")")


def _in_one_list(reading: Reading, one: Found, other: Found) -> bool:
    between = reading.document.text[min(one.end, other.end) : max(one.start, other.start)]
    return len(between) < 8 and _LIST_SIGNS.search(between) is not None
