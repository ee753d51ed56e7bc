"""Finds the words with which a bullet opens and names its work, though nothing sets them apart: its label, or the noun behind its verb.

Titles that marks set apart are read in bullet_titles.py.
"""

from __future__ import annotations

import re

from graph.documents import Block, BlockKind, Span
from graph.extraction.dates.dates import find_periods
from graph.extraction.quantities.writing_styles import style_of
from graph.extraction.reading import Reading
from graph.extraction.titles.routine_work import heads_duties, names_duty, names_unit
from graph.extraction.titles.titles import (
    OPENS_WITH_DOER,
    is_role_title,
    is_work_verb,
    names_work,
    opens_with_noun,
    read_achievement,
)
from graph.extraction.titles.titles_abroad import work_done, work_told
from graph.extraction.works.bullet_places import is_at_work
from graph.extraction.works.bullet_titles import is_plain_label
from graph.extraction.works.dividing_titles import names_fields
from graph.extraction.works.story_limits import labels_knowledge, names_aside
from graph.extraction.works.told_below import tools_below

_NAMED_PROJECT = re.compile(
    r"(?i)(?:project|projekt|projet|proyecto|progetto|projeto|programme?|initiative)\s++[\"'“„«‘]?(?P<t>[^\"'”“»’:–—]{3,50})[\"'”“»’]?\s*(?::|\s[–—-]\s)"
)


_LABELLED = re.compile(
    r"(?P<t>[A-ZÀ-ÖØ-ÞΑ-Ω][^.:;()|]{2,60}?|[a-zà-ÿ][\w-]{2,30}(?:\s[\w-]{2,20}){1,4})\s*(?:\([^)]{2,40}\)\s*)?:\s+(?P<rest>\S.*)",
    re.DOTALL,
)


def opening(reading: Reading, block: Block, text: str) -> Span | None:
    """Return the words with which a bullet names its work without a listed noun: by "Project X:", by "Einführung von …", by a label.

    A label counts in an employment only, and where a clause of words follows it, not just a figure.
    """
    if block.kind not in (BlockKind.LIST_ITEM, BlockKind.FIELD):
        return _name_before_deed(reading, block, text)
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
        return _name_before_deed(reading, block, text) or _noun_phrase(reading, block, text)
    label = match["t"].strip()
    if match["rest"][0] in '“„«"':
        return None  # "Noor from the chat team: “Thank you …”": who said it.
    worded = re.findall(r"[^\W\d_]{3,}", match["rest"])
    if label[0].islower() and not reading.vocabularies.technologies.find(match["rest"]):
        # "sick days of my team: lowest of all departments" measures; a work in small letters has its tools.
        return None
    if names_aside(label) or is_plain_label(reading, label):
        return None
    if len(label.split()) > 7 or len(worded) < 4:
        return None
    if not is_at_work(reading, block) or is_role_title(label, reading.vocabularies):
        return None
    if names_unit(label) and read_achievement(match["rest"], reading.vocabularies) is None:
        return None
    return reading.document.span(start + match.start("t"), start + match.start("t") + len(match["t"].rstrip()))


_BEFORE_DASH = re.compile(r"(?P<t>[A-ZÀ-ÖØ-Þ][^.:;,()|\n]{2,50}?)\s[–—-]\s(?=[^\W\d_])")
_SMALL = frozenset("of on and the for to in a with de du des la le da do und der die das für van het".split())


def _name_before_deed(reading: Reading, block: Block, text: str) -> Span | None:
    """Return the words of one to five before a dash where work is told and a deed follows, or its tools below: "Night Ferry - Moved the archive …"."""
    match = _BEFORE_DASH.match(text) if block.kind in (BlockKind.LIST_ITEM, BlockKind.PARAGRAPH) else None
    if match is None or not is_at_work(reading, block):
        return None
    name, words = match["t"], match["t"].split()
    vocabularies = reading.vocabularies
    if len(words) > 5 or any(word[0].islower() for word in words if word not in _SMALL):
        return None
    if names_aside(name) or heads_duties(name) or names_fields(name) or is_work_verb(words[0], vocabularies):
        return None
    if name.casefold() in vocabularies.work.plain_labels or is_role_title(name, vocabularies):
        return None
    if vocabularies.technologies.is_term(name) or find_periods(name):
        return None
    deed = read_achievement(text[match.end() :], vocabularies)
    is_deed = deed is not None and not deed.soft and deed.verb_start == 0 and not deed.verb.endswith("ing")
    if not is_deed and tools_below(reading, block) is None:
        return None
    return reading.document.span(block.span.start, block.span.start + match.end("t"))


def _label_of_field(reading: Reading, block: Block, text: str) -> Span | None:
    """Return the label of a line ("Dual-sourcing program: second suppliers for …") if it names work.

    In an employment any label may; elsewhere it must be a bullet's or bold, and hold a noun of work.
    """
    if is_plain_label(reading, block.key) or len(block.key.split()) > 7 or names_aside(block.key):
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
    r"Look(?:s|ed|ing)?\safter\s|(?:Explain|Answer|Teach|Represent|Assist|Advise|Ensure|Provide|Maintain|Oversee|Collaborate|Participate|Attend|Prepare|Perform|Conduct|Coordinate|Write|Train|Mentor|Manage|Supervise|Serve|Help|Liaise|Respond)(?:e?s)?\s|"
    r"Takes?\scare\sof\s|(?:Run|Keep|Hold|Give|Handle|Monitor|Support|Track|Review|Chair|Host|Edit)s?\s(?:the|an?|all|our|several|various)\s|"
    r"(?:J[’']ai|Nous\savons|Ich\shabe|Wir\shaben|Ho|Abbiamo|He|Hemos|Ik\sheb)\s"
)
"""Opens a bullet with a verb that no list knows, or with one that tells of a standing duty: "Explain databases to …"."""
