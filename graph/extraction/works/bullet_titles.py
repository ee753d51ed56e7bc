"""Finds the title that a mark, a line of its own or the bullets below set apart in a bullet: in bold, in quotes, before a colon.

What names the work without any is read in bullet_openings.py.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.documents import Block, BlockKind, Span
from graph.extraction.heads.fact_labels import fact_of_label
from graph.extraction.reading import Reading
from graph.extraction.titles.routine_work import heads_duties, is_routine, names_unit
from graph.extraction.titles.titles import is_role_title, is_work_verb, may_name_tool, names_work, read_achievement
from graph.extraction.works.advice import names_advice
from graph.extraction.works.bullet_places import is_at_work, is_below_post
from graph.extraction.works.dividing_titles import names_fields
from graph.extraction.works.headings_of_posts import names_post
from graph.extraction.works.story_limits import behind_pictures, counts_several, names_aside, names_period
from graph.extraction.works.told_below import bullets_below, tells_parts_below
from graph.model import EntityKind


def is_plain_label(reading: Reading, title: str) -> bool:
    """Return whether words label a fact or a quality, pictures before them aside: "💰 Cost savings"."""
    words = title[behind_pictures(title) :].strip(" *_")
    if words.casefold() in reading.vocabularies.work.plain_labels or _QUALITY.fullmatch(words) is not None:
        return True
    if _TOOLS.fullmatch(words) is not None or _labels_post(words):
        return True
    return heads_duties(words)


def _labels_post(words: str) -> bool:
    """Return whether words label a fact of a post: "Position", "Current level"."""
    return fact_of_label(words) in _FACTS_OF_POSTS or words.casefold() in _LEVELS


_LEVELS = frozenset({"level", "current level", "target level", "grade", "time in role", "time at level", "team"})
_FACTS_OF_POSTS = frozenset({"employer", "title", "period", "start", "end", "where"})
_TOOLS = re.compile(
    r"(?i)(?:(?:example|sample|typical|interview)\s)questions?|(?:(?:other|additional|key|main|further|core|primary|relevant|used|weitere|andere|autres|otras|altre)\s){1,2}(?:technolog\w+|tools?|tech(?:\sstack)?|stack|skills|software|languages|frameworks|libraries|werkzeuge|outils|herramientas|strumenti)(?:\sused)?"
)
"""Labels tools or a question and names no work: "Other technologies", "Example question"."""
_QUALITY = re.compile(
    r"(?i)(?:(?:business|strategic|technical|team|people|thought|cross-functional|cross-team|customer|operational|engineering|organi[sz]ational|domain|stakeholder|code|product|process|continuous|hands-on)\s(?:(?:&|and)\s)?){0,2}"
    r"(?:impact|foresight|leadership|mentorship|mentoring|coaching|ownership|excellence|influence|collaboration|communication|vision|execution|reliability|innovation|growth|expertise|contributions?|efficiency|observability|craft|initiative|advocacy)"
)
"""Names a quality that one bullet after another shows, no work: "Business impact", "Technical leadership"."""


_QUOTED_TITLE = re.compile(
    r"[\"“„«‘'](?P<t>[^\"“”„«»‘’'\n]{3,50})[\"”“»’']\s*(?:\([^)]{4,40}\)\s*)?(?::|[—–-])\s+(?=\S)"
)


def quoted_title(reading: Reading, block: Block, text: str) -> Span | None:
    """Return the name in quotation marks with which a bullet begins: "“Tide Lab” – virtual workshops …"."""
    match = _QUOTED_TITLE.match(text)
    if match is None or block.kind is not BlockKind.LIST_ITEM or not is_at_work(reading, block):
        return None
    if len(text[match.end() :].split()) < 2 or match["t"][0].islower():
        return None
    return reading.document.span(block.span.start + match.start("t"), block.span.start + match.end("t"))


_BULLET_TITLE = re.compile(
    r"\A(?:\*\*|__)?(?P<t>[^.:;()|]{4,80}?)(?:\*\*|__)?(?:\s*(?P<d>\([^)]{4,40}\)))?\s*(?P<end>:|(?<=\s)[—–-]|\.)(?:\*\*|__)?\s+(?=\S)"
)


_LINKED_TITLE = re.compile(
    r"\A(?:\*\*|__)?\[(?P<t>[^.:;()|\[\]\n]{4,80})\]\([^()\s]{1,300}\)(?:\*\*|__)?(?:\s*(?P<d>\([^)]{4,40}\)))?\s*(?P<end>:|(?<=\s)[—–-])\s+(?=\S)"
)
"""The same with a link: "[Bed forecast](https://…): led the build of …"."""
_BEHIND_TITLE = re.compile(r"(?:,\s[A-ZÀ-ÖØ-Þ][^,(]{2,40}|(?<!\s)\s++)?\([^()]{0,12}(?:19|20)\d\d[^()]{0,14}\)[.:]?$")


_RESULT_BEHIND = re.compile(r"(?<!\s)\s{1,3}\((?=[^()]{0,60}(?:\d|→|\bzero\b))[^()]{3,120}\)[.:]?$")
"""What came of it, in brackets behind its name: "Slot booking (85% less manual work)"."""
_BOLD_TITLE = re.compile(
    r"(?:(?:\*\*|__)(?P<t>(?:[^*_\n]|(?<=\w)_(?=\w)){4,130}?)[.:]?(?:\*\*|__)|[*_](?P<i>[^*_\n]{4,80}?)\.[*_])[.:]?\s*(?P<d>\([^)]{4,40}\))?[.:]?\s*(?:[—–-]\s+)?(?=\S)"
)


_AMOUNT = re.compile(r"[~≈<>+]{0,2}\s?[\d.,]{1,12}\s?[+%kKM]?(?:\s[^\W\d_]{1,12})?")
"""A figure set bold: "**~5 years** of work"."""
_MONTH_BEFORE = re.compile(
    r"(?:19|20)\d\d(?:\s?[–-]\s?(?:(?:19|20)\d\d|now|present))?(?:\s[–—-]|:)?\s(?=[*_])|(?:\*{1,2}|_{1,2})[^\W\d_]{3,9}\.?(?:\s\d{4})?[.:]?(?:\*{1,2}|_{1,2})[.:]?\s+(?=[*_])"
)
"""A month or years set apart before a bold title: "*May.* **Forklift-free zone.** …", "2021 – **Berth calendar**: …"."""


def bold_title(reading: Reading, block: Block, text: str) -> Span | None:
    """Return the bold or slanted words with which a bullet begins, if a sentence follows: "**Shipment backbone.** First cluster …"."""
    month = _MONTH_BEFORE.match(text)
    match = _BOLD_TITLE.match(text, month.end() if month else behind_pictures(text))
    if match is None or (len(text[match.end() :].split()) < 5 and not tells_parts_below(reading, block)):
        return None
    # In running text bold words are titles only where work is listed.
    if block.kind is not BlockKind.LIST_ITEM and (block.kind is BlockKind.FIELD or not is_at_work(reading, block)):
        return None
    # "**Market hall, City of Tarn (2019–2021).** Site management …": the client and the years name no work.
    group = "t" if match["t"] is not None else "i"
    title = _RESULT_BEHIND.sub("", _BEHIND_TITLE.sub("", match[group].strip()))
    at_work = is_at_work(reading, block)
    told = len(text[match.end() :].split()) >= 8 and re.search(r"\d", text[match.end() :]) is not None
    told = told or tells_parts_below(reading, block)
    if len(title) > 80 or counts_several(title) or names_period(title) or text[match.end()] in "|,·•":
        return None
    if _AMOUNT.fullmatch(title) is not None:
        return None
    if is_plain_label(reading, title) or names_aside(title) or names_advice(title):
        return None
    if is_role_title(title, reading.vocabularies) and not (at_work and may_name_tool(title, reading.vocabularies)):
        return None
    is_named = (at_work or told) and 2 <= len(title.split()) <= 8
    is_named = is_named or (at_work and _is_own_name(reading, block, title, text[match.end() :]))
    if not (is_named or names_work(title, reading.vocabularies)):
        return None
    start = block.span.start + match.start(group) + len(match[group]) - len(match[group].lstrip())
    return reading.document.span(start, start + len(title))


_IS_ONE = re.compile(
    r"[\s:–—.-]{0,4}(?:[Aa]n?|[Uu]n[ea]?|[Ee]ine?n?|[Uu]ma?|[Ee]en|[Mm]ijn|[Mm]y|[Oo]ur|[Mm]ein|[Mm]on|[Mm]i)\s[^\W\d_]"
)


def _is_own_name(reading: Reading, block: Block, title: str, rest: str) -> bool:
    """Return whether one word is the name of a thing that was made, as what follows says: "**Gatehouse** – a booking tool in Django"."""
    if " " in title or len(title) < 4 or not title[:1].isupper() or _IS_ONE.match(rest) is None:
        return False
    tools = [m for m in reading.mentions_near(block.span) if m.kind is EntityKind.TECHNOLOGY]
    if any(m.name.casefold() == title.casefold() or m.text.casefold() == title.casefold() for m in tools):
        return False
    return bool(tools) or re.search(r"\d", rest) is not None


_AFTER_NAME = re.compile(r"\s*(?:[<(\[][^<>()\[\]]{0,24}[>)\]])?\s*:?\s*$")
_UNNAMED = re.compile(
    r"[.!?;,]|\d{3}|\d\s(?:hours?|days?|weeks?|months?|hrs)\b|[%$€£]|\b(?:I|we|me|my|our|is|was|were|are)\b"
)


def outline_title(reading: Reading, blocks: Sequence[Block], place: int) -> Span | None:
    """Return a bullet's few words where at least two deeper ones below tell of them, as in an outline: "- cost diet <2023>".

    Only below an employment: in a list, or on a bullet, that names an employer or a post.
    """
    block = blocks[place]
    text = reading.quote(block.span)
    if (
        block.kind is not BlockKind.LIST_ITEM
        or len(text) > 70
        or not (
            is_below_post(reading, blocks, place) or is_at_work(reading, block) or tells_parts_below(reading, block)
        )
    ):
        return None
    below = bullets_below(reading, block)
    told = sum(len(reading.quote(b.span).split()) for b in below)
    name = _AFTER_NAME.sub("", text).strip("*_` ")
    words = name.split()
    deed = read_achievement(text, reading.vocabularies)
    if deed is not None and is_routine(deed.verb, text[deed.verb_start + len(deed.verb) :]):
        return None  # "Merged 3 large PRs"
    is_told = len(below) > 1 or (text[:2] in ("**", "__") and _tells_deed(reading, below))
    if not is_told or told < 6 or not 2 <= len(words) <= 7 or _UNNAMED.search(name):
        return None
    if name.casefold() in reading.vocabularies.work.plain_labels or is_role_title(name, reading.vocabularies):
        return None
    if names_fields(name) or heads_duties(name):
        return None
    at = block.span.start + text.index(name)
    span = reading.document.span(at, at + len(name))
    return None if names_post(reading, span) else span


def _tells_deed(reading: Reading, below: Sequence[Block]) -> bool:
    deeds = (read_achievement(reading.quote(block.span), reading.vocabularies) for block in below)
    return any(deed is not None and not deed.soft for deed in deeds)


_TITLE_LINE = re.compile(r"(?P<t>[A-ZÀ-ÖØ-Þ0-9][^\n]{3,49}[\w)])[ \t]*\n\s*(?P<below>[A-ZÀ-ÖØ-Þ][^\n]*)")


def line_title(reading: Reading, block: Block, text: str) -> Span | None:
    """Return the short first line of a numbered or listed deed that is told on the longer lines below it."""
    match = _TITLE_LINE.match(text) if block.kind is BlockKind.LIST_ITEM and "\n" in text else None
    if match is None or len(match["below"]) <= len(match["t"]) or not 2 <= len(match["t"].split()) <= 7:
        return None
    title = match["t"]
    if names_aside(title) or names_advice(title) or is_plain_label(reading, title) or counts_several(title):
        return None
    if is_work_verb(title.split()[0], reading.vocabularies) or is_role_title(title, reading.vocabularies):
        return None
    told = read_achievement(text[match.start("below") :], reading.vocabularies)
    if told is None or told.soft:
        return None
    return reading.document.span(block.span.start, block.span.start + len(title))


_YEARS_OF_USE = re.compile(
    r"(?i)(?:over\s|more\sthan\s)?\d{1,2}\s?\+?\s(?:years?|yrs?\.?|months?|Jahre|ans|años|anni)\b(?!\s\S{1,12}-)"
)
"""Opens a line that counts years of practice: "4+ years network administration: TCP/IP, DNS"."""


def bullet_title(reading: Reading, block: Block, text: str) -> Span | None:
    """Return the title with which a bullet begins: "Bounce classification: led the build of …", "Bed forecast (2024). A …"."""
    match = (_LINKED_TITLE if text.lstrip("*_")[:1] == "[" else _BULLET_TITLE).match(text)
    if match is None or (match["end"] == "." and not match["d"]) or "\n\n" in match.group():
        return None
    # Outside lists a dash joins two halves of a sentence more often than a title and its text.
    if (
        block.kind is BlockKind.PARAGRAPH
        and not match["d"]
        and not match["end"].strip().startswith(":")
        and not match.group().startswith(("**", "__"))
    ):
        return None
    title = match["t"].strip()
    if (
        names_aside(title)
        or _YEARS_OF_USE.match(title) is not None
        or names_advice(title)
        or title.count("`") % 2
        or is_plain_label(reading, title)
        or not names_work(title, reading.vocabularies, may_be_post=True)
        or (read_achievement(title, reading.vocabularies) is not None and len(title.split()) > 7)
        or (names_unit(title) and read_achievement(text[match.end() :], reading.vocabularies) is None)
    ):
        return None
    return reading.document.span(
        block.span.start + match.start("t"), block.span.start + match.start("t") + len(match["t"].rstrip())
    )


def tells_behind(reading: Reading, block: Block, titled: Span) -> bool:
    """Return whether a sentence stands behind a title, as "**Quay:** a booking tool …" does, not a list: "**Design**: sharding, drills"."""
    rest = reading.document.text[titled.end : block.span.end].lstrip("*_: .–—-")
    if read_achievement(rest, reading.vocabularies) is not None or re.match(r"(?i)(?:an?|the)\s", rest) is not None:
        return True
    return "," not in rest or any(len(part.split()) > 7 for part in rest.split(","))
