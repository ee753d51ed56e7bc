"""Finds the words of a bullet that name the work: its bold beginning, its label, what it quotes, the noun behind its verb."""

from __future__ import annotations

import re

from graph.documents import Block, BlockKind, Span
from graph.extraction.quantities.writing_styles import style_of
from graph.extraction.reading import Reading
from graph.extraction.titles.routine_work import heads_duties, names_duty, names_unit
from graph.extraction.titles.titles import (
    OPENS_WITH_DOER,
    is_role_title,
    is_work_verb,
    may_name_tool,
    names_work,
    opens_with_noun,
    read_achievement,
)
from graph.extraction.titles.titles_abroad import work_done, work_told
from graph.extraction.works.advice import names_advice
from graph.extraction.works.bullet_places import is_at_work
from graph.extraction.works.story_limits import (
    behind_pictures,
    counts_several,
    labels_knowledge,
    names_aside,
    names_period,
)
from graph.model import EntityKind


def is_plain_label(reading: Reading, title: str) -> bool:
    """Return whether words label a fact or a quality, pictures before them aside: "💰 Cost savings"."""
    words = title[behind_pictures(title) :].strip(" *_")
    if words.casefold() in reading.vocabularies.work.plain_labels or _QUALITY.fullmatch(words) is not None:
        return True
    return heads_duties(words)


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
    r"(?:(?:\*\*|__)(?P<t>[^*_\n]{4,130}?)[.:]?(?:\*\*|__)|[*_](?P<i>[^*_\n]{4,80}?)\.[*_])[.:]?\s*(?P<d>\([^)]{4,40}\))?[.:]?\s*(?:[—–-]\s+)?(?=\S)"
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
    if match is None or len(text[match.end() :].split()) < 5:
        return None
    # In running text bold words are titles only where work is listed.
    if block.kind is not BlockKind.LIST_ITEM and (block.kind is BlockKind.FIELD or not is_at_work(reading, block)):
        return None
    # "**Market hall, City of Tarn (2019–2021).** Site management …": the client and the years name no work.
    group = "t" if match["t"] is not None else "i"
    title = _RESULT_BEHIND.sub("", _BEHIND_TITLE.sub("", match[group].strip()))
    at_work = is_at_work(reading, block)
    told = len(text[match.end() :].split()) >= 8 and re.search(r"\d", text[match.end() :]) is not None
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


_IS_ONE = re.compile(r"[\s:–—.-]{0,4}(?:an?|un[ea]?|eine?n?|uma?|een|mijn|my|our|mein|mon|mi)\s[^\W\d_]")


def _is_own_name(reading: Reading, block: Block, title: str, rest: str) -> bool:
    """Return whether one word is the name of a thing that was made, as what follows says: "**Gatehouse** – a booking tool in Django"."""
    if " " in title or len(title) < 4 or not title[:1].isupper() or _IS_ONE.match(rest) is None:
        return False
    tools = [m for m in reading.mentions_near(block.span) if m.kind is EntityKind.TECHNOLOGY]
    if any(m.name.casefold() == title.casefold() or m.text.casefold() == title.casefold() for m in tools):
        return False
    return bool(tools) or re.search(r"\d", rest) is not None


_NAMED_PROJECT = re.compile(
    r"(?i)(?:project|projekt|projet|proyecto|progetto|projeto|programme?|initiative)\s++[\"'“„«‘]?(?P<t>[^\"'”“»’:–—]{3,50})[\"'”“»’]?\s*(?::|\s[–—-]\s)"
)


_LABELLED = re.compile(r"(?P<t>[A-ZÀ-ÖØ-ÞΑ-Ω][^.:;()|]{2,60}?)\s*(?:\([^)]{2,40}\)\s*)?:\s+(?P<rest>\S.*)", re.DOTALL)


def opening(reading: Reading, block: Block, text: str) -> Span | None:
    """Return the words with which a bullet names its work without a listed noun: by "Project X:", by "Einführung von …", by a label.

    A label counts in an employment only, and where a clause of words follows it, not just a figure.
    """
    if block.kind not in (BlockKind.LIST_ITEM, BlockKind.FIELD):
        return None
    start = block.span.start
    if match := _NAMED_PROJECT.match(text):
        return reading.document.span(start + match.start("t"), start + len(text[: match.end("t")].rstrip()))
    found = opens_with_noun(text, reading.vocabularies)
    if not found and style_of(reading).language == "de":
        found = work_told(text) or (work_done(text) if is_at_work(reading, block) else None)
    if found:
        return reading.document.span(start + found[0], start + found[1])
    if block.kind is BlockKind.FIELD:
        return _label_of_field(reading, block, text)
    match = _LABELLED.match(text)
    if match is None:
        return _noun_phrase(reading, block, text)
    label = match["t"].strip()
    if match["rest"][0] in '“„«"':
        return None  # "Noor from the chat team: “Thank you …”": who said it.
    worded = re.findall(r"[^\W\d_]{3,}", match["rest"])
    if (
        names_aside(label)
        or heads_duties(label)
        or label.casefold() in reading.vocabularies.work.plain_labels
        or len(label.split()) > 7
        or len(worded) < 4
    ):
        return None
    if not is_at_work(reading, block) or is_role_title(label, reading.vocabularies):
        return None
    if names_unit(label) and read_achievement(match["rest"], reading.vocabularies) is None:
        return None
    return reading.document.span(start + match.start("t"), start + match.start("t") + len(match["t"].rstrip()))


def _label_of_field(reading: Reading, block: Block, text: str) -> Span | None:
    """Return the label of a line ("Dual-sourcing program: second suppliers for …") if it names work.

    In an employment any label may; elsewhere it must be a bullet's or bold, and hold a noun of work.
    """
    if block.key in reading.vocabularies.work.plain_labels or len(block.key.split()) > 7 or names_aside(block.key):
        return None
    if heads_duties(block.key) or reading.document.is_keyed or labels_knowledge(reading, block):
        return None
    verbal = block.key.partition(" ")[0] in reading.vocabularies.work.verbs - reading.vocabularies.work.soft_verbs
    if not verbal and len(re.findall(r"[^\W\d_]{3,}", text)) < 4:
        return None
    whole = reading.document.text
    at = whole.casefold().rfind(block.key, 0, block.span.start)
    if at < 0 or not re.fullmatch(r"[*_\s:]{1,8}", whole[at + len(block.key) : block.span.start]):
        return None
    if is_role_title(whole[at : at + len(block.key)], reading.vocabularies):
        return None  # "Project Manager: led the planning …" tells of a post.
    if not is_at_work(reading, block):
        opening = whole[whole.rfind("\n", 0, at) + 1 : at]
        is_marked = re.fullmatch(r"\A\s*(?:(?:[-*+•–▪◦‣]|\d{1,2}[.)])\s+)?(?:\*\*|__)?", opening) and opening.strip()
        if not is_marked or not names_work(block.key, reading.vocabularies, may_be_post=True):
            return None
    return reading.document.span(at, at + len(block.key))


_PHRASE = re.compile(
    r"(?P<t>[A-ZÀ-ÖØ-Þ][^,;.:()–—]{5,80}?)(?=\s*[,;.:(–—]|\s+(?:with|in|using|used|built|written|live|serving|running|that|which|went|goes|was|were|is|are|has|have|had|saved|saves|cut|cuts|reduced|reduces|brought|brings|took|takes|helped|gave|gives|made|makes|grew|fell|rose|dropped|improved|increased|doubled|halved|replaced|reached|won|runs|ran|served|serves|now|for|mit|für|con|avec|pour|para|com|per|met|en)\b|$)"
)


_DUTIES = re.compile(
    r"\A[^\d,.;:()–—\s]+(?:[ ][^\d,.;:()–—\s]+){0,3}(?:[ ]?,[ ][^\d,.;:()–—\s]+(?:[ ][^\d,.;:()–—\s]+){0,3}){1,9}\.?"
)
"""Nouns in a row, without a deed or figure: "Sales and purchase ledger, bank reconciliations."."""
_PAIRED_DUTIES = re.compile(r"\A[A-Z][\w-]*(?:\s[a-z-]+){0,2}s\s(?:and|&)\s(?:[a-z-]+\s){0,2}[a-z-]+s\.?")
"""Two things of a sort and no more: "Stock checks and van deliveries"."""


_DUTY_OF = re.compile(
    r"(?:[A-Z][\w/-]{2,15}\s)?(?:[Aa]dministration|[Mm]aintenance|[Uu]pkeep|[Ss]ervicing|[Ss]upervision)\s(?:and\s\w+\s)?of\s"
)
"""Opens a standing duty, no piece of work: "System administration of Linux servers for 15 customers"."""


_NEW_ONE = re.compile(r"(?P<t>New(?:\s[\w./+#-]+){1,5}?)(?=\s[a-z]{3,12}ing\s(?:to|the|an?|all|from|with|over|each)\s)")
"""What is new, before what it does: "New Rust gateway talking to …"."""


def _noun_phrase(reading: Reading, block: Block, text: str) -> Span | None:
    """Return the noun phrase with which a bullet of an employment opens, if it names work: "Data logger in C for …"."""
    match = _NEW_ONE.match(text) or _PHRASE.match(text)
    if match is None or not is_at_work(reading, block):
        return None
    words = match["t"].split()
    if re.match(r",\d", text[match.end() :]) is not None:
        return None  # "A budget of £210,000" is cut off in its figure.
    if not 2 <= len(words) <= 7 or len(text.split()) < 5 or is_work_verb(words[0], reading.vocabularies):
        return None
    if (
        _DUTIES.fullmatch(text)
        or _PAIRED_DUTIES.fullmatch(text)
        or _DUTY_OF.match(text) is not None
        or names_duty(match["t"])
    ):
        return None
    if OPENS_WITH_DOER.match(text) is not None or _OPENS_WITH_VERB.match(text) is not None:
        return None
    work = reading.vocabularies.work
    # "Onboarding time cut from 9 weeks to 4" measures, it names nothing.
    if not names_work(match["t"], reading.vocabularies) or words[-1].casefold() in work.decrease | work.increase:
        return None
    return reading.document.span(block.span.start, block.span.start + match.end("t"))


_OPENS_WITH_VERB = re.compile(
    r"[A-Z][a-z]{2,12}ed\s(?:the|an?|all|our|several|various|multiple|many|new|both)\s|"
    r"(?:Entered|Typed|Keyed|Chased|Graded|Marked|Greeted|Shelved|Stocked|Packed|Sorted|Billed|Treated|Cleaned|Tutored)\s(?=[a-z])|"
    r"Look(?:ed|ing)?\safter\s|(?:Explain|Answer|Teach|Represent|Assist|Advise|Ensure|Provide|Maintain|Oversee|Collaborate|Participate|Attend|Prepare|Perform|Conduct|Coordinate|Write|Train|Mentor|Manage|Supervise|Serve|Help|Liaise|Respond)\s"
)
"""Opens a bullet with a verb that no list knows, or with one that tells of a standing duty: "Explain databases to …"."""


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
