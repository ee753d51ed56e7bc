"""Reads bullets that name a client before the work: "**Acme Rail** (2019) — *Toll study.* Counted lorries at …"."""

from __future__ import annotations

import re

from graph.documents import Block, BlockKind, Section, SectionKind, Span
from graph.extraction.dates.dates import find_periods
from graph.extraction.heads.places import is_place
from graph.extraction.heads.section_kinds import section_kind_at
from graph.extraction.heads.words import is_companylike, is_generic, is_proper_name, is_team, is_title
from graph.extraction.people.personal_names import is_personal_name
from graph.extraction.reading import Reading
from graph.extraction.titles.titles import is_about_writing, is_role_title, may_name_tool, names_work
from graph.extraction.works.story import STAR
from graph.extraction.works.story_limits import name_of_whereabouts, names_paper, names_whereabouts
from graph.extraction.works.story_parts import labelled_parts, part_told_by
from graph.vocabulary import Vocabularies

_CLIENT_FIRST = re.compile(
    r"\A(?:\*\*|__)?(?P<client>[^*_\n(]{3,60}?)(?:\*\*|__)?\s{0,12}\((?P<dates>[^)\n]{4,40})\)\s{0,3}(?:[—–-]|:)\s{1,3}"
    r"(?:[*_](?P<marked>[^*_\n]{3,60}?)[.:]?[*_][.:]?|(?P<plain>[A-ZÀ-ÖØ-Þ][^.:\n*_]{3,50})[.:])\s{1,3}(?=\S)"
)


_CLIENT_LAST = re.compile(
    r"(?P<title>.{3,80}?)\s{1,3}[—–-]\s{1,3}(?P<client>[^,—–(\n]{3,50}),\s{0,3}(?P<dates>[^,\n]{4,30})"
)


_CLIENT_IN_BRACKETS = re.compile(
    r"(?P<title>[^(@\n]{3,80}?)\s{1,3}\((?P<client>[A-ZÀ-ÖØ-Þ][^,()\n]{2,40}),\s{0,3}(?P<dates>[^,()\n]{4,26})\)"
)
_CLIENT_AT = re.compile(
    r"(?P<title>[^(@\n]{3,80}?)\s{1,3}@\s{0,3}(?P<client>[A-ZÀ-ÖØ-Þ][^,(@\n]{1,40}?)(?:\s{0,3}[(,]\s{0,3}(?P<dates>[^,()\n]{4,26})\)?)?"
)
"""Other headings that name for whom work was done: "Night crawler (Lumora, 2021)", "Berth calendar @ Lumora"."""


def client_in_heading(reading: Reading, section: Section) -> Span | None:
    """Return where a heading names for whom work was done: "Rain garden at the tannery — City of Tarn, 2021"."""
    if section.heading is None or section.kind is not SectionKind.OTHER:
        return None
    if section_kind_at(reading, section.heading.start) in (SectionKind.EXPERIENCE, SectionKind.EDUCATION):
        return None
    if (whereabouts := _whereabouts(reading, section)) is not None:
        return whereabouts
    words = reading.quote(section.heading).strip(" *_")
    match = _CLIENT_LAST.fullmatch(words)
    if match is None and words.endswith(")"):
        match = _CLIENT_IN_BRACKETS.fullmatch(words)
    if match is None and "@" in words:
        match = _CLIENT_AT.fullmatch(words)
    if match is None or (match["dates"] is not None and not find_periods(match["dates"])):
        return None
    client = match["client"].strip()
    if not _may_be_client(reading, match["title"], client):
        return None
    start = section.heading.start + reading.quote(section.heading).index(client, match.end("title"))
    return reading.document.span(start, start + len(client))


def _may_be_client(reading: Reading, title: str, client: str) -> bool:
    """Return whether words of a heading name a piece of work, and those behind them somebody."""
    vocabularies = reading.vocabularies
    if len(title.split()) < 2 or is_team(title, vocabularies) or is_about_writing(title, vocabularies):
        return False
    if names_paper(title) or is_role_title(title, vocabularies) or is_personal_name(client, vocabularies):
        return False
    if is_role_title(client, vocabularies) or names_work(client, vocabularies) or not is_proper_name(client):
        return False
    return not (is_generic(client, vocabularies) or is_title(client, vocabularies.roles) or is_place(client))


_BEHIND_TITLE = re.compile(
    r"(?:\d{1,2}[.)]\s)?(?P<title>[^—–|·(\n]{3,80}?)\s{1,3}(?P<mark>[—–|·(-])\s{0,3}(?P<client>[A-ZÀ-ÖØ-Þ][^,()—–|·:\n]{2,50})\)?"
)


def clients_behind_titles(reading: Reading) -> list[Span]:
    """Return the companies behind the titles of works: "Ferry booking rewrite — Tarnwick Lines".

    Without a date beside them they may be anything ("Orrery — Sky Viewer"): one at least of the headings side by side has to end
    as companies' names do or to have a date beside it, and they stand where works are listed or have a story's parts below them.
    """
    if reading.document.is_keyed:
        return []
    told = {section.parent_id for section in reading.sections if section.kind in STAR}
    named: dict[tuple[str | None, str], list[tuple[Span, bool]]] = {}
    for section in reading.sections:
        if section.heading is None or section.kind is not SectionKind.OTHER:
            continue
        words = reading.quote(section.heading).strip(" *_")
        if words.endswith(")") and (dated := client_in_heading(reading, section)) is not None:
            named.setdefault((section.parent_id, "("), []).append((dated, True))
        match = _BEHIND_TITLE.fullmatch(words) if len(words) < 140 else None
        if match is None or not _may_be_client(reading, match["title"], match["client"].strip()):
            continue
        kind = section_kind_at(reading, section.heading.start)
        if kind is SectionKind.PROJECTS or section.id in told or len(labelled_parts(reading, section.span)) > 1:
            client = match["client"].strip()
            start = section.heading.start + reading.quote(section.heading).index(client, match.end("title"))
            span = reading.document.span(start, start + len(client))
            named.setdefault((section.parent_id, match["mark"]), []).append((span, is_companylike(client)))
    alike = (beside for beside in named.values() if any(sure for _, sure in beside))
    return [span for beside in alike for span, _ in beside]


def _whereabouts(reading: Reading, section: Section) -> Span | None:
    """Return the name in a heading among projects that says no more than where they were done: "Chez Mobilis (2019-2023)"."""
    assert section.heading is not None  # by client_in_heading
    words = reading.quote(section.heading)
    found = name_of_whereabouts(words)
    if found is None or section_kind_at(reading, section.heading.start) is not SectionKind.PROJECTS:
        return None
    name = words[found[0] : found[1]]
    if not names_whereabouts(words, reading.vocabularies) or not is_proper_name(name) or is_place(name):
        return None
    return reading.document.span(section.heading.start + found[0], section.heading.start + found[1])


_CLIENT_IN_BOLD = re.compile(
    r"(?:\*\*|__)(?P<title>[^*_\n,(]{4,70}),\s(?P<client>[A-ZÀ-ÖØ-Þ][^,(*\n]{2,40}?)\s{0,3}\((?P<dates>[^()\n]{4,26})\)[.:]?(?:\*\*|__)"
)


def client_in_bold(reading: Reading, block: Block) -> Span | None:
    """Return where a bullet's bold title names the client: "**Market hall, City of Tarn (2019–2021).** …"."""
    if block.kind is not BlockKind.LIST_ITEM:
        return None
    match = _CLIENT_IN_BOLD.match(reading.quote(block.span))
    if match is None or not find_periods(match["dates"]):
        return None
    vocabularies, client = reading.vocabularies, match["client"].strip()
    if is_role_title(match["title"], vocabularies) or is_role_title(client, vocabularies) or not is_proper_name(client):
        return None
    if (
        is_generic(client, vocabularies)
        or is_place(client)
        or section_kind_at(reading, block.span.start) is not SectionKind.PROJECTS
    ):
        return None
    start = block.span.start + match.start("client")
    return reading.document.span(start, start + len(client))


def client_and_title(reading: Reading, block: Block) -> tuple[Span, Span] | None:
    """Return where a bullet names its client and its work, or None where it is of another form."""
    if block.kind not in (BlockKind.LIST_ITEM, BlockKind.PARAGRAPH):
        return None
    text = reading.quote(block.span)
    match = _CLIENT_FIRST.match(text) if "(" in text[:130] else None
    if match is None or not find_periods(match["dates"]) or client_behind_name(reading, block) is not None:
        return None
    client = match["client"].strip(" ,")
    if names_work(client, reading.vocabularies) or not is_proper_name(client):
        return None
    group = "marked" if match["marked"] else "plain"
    title = match[group].strip()
    if is_role_title(title, reading.vocabularies) or len(title.split()) > 7:
        return None
    start = block.span.start
    return (
        reading.document.span(start + match.start("client"), start + match.start("client") + len(client)),
        reading.document.span(start + match.start(group), start + match.start(group) + len(title)),
    )


_CLIENT_BEHIND_NAME = re.compile(
    r"(?:\d{1,2}[.)]\s)?(?:\*\*|__)?(?:\[(?P<l>[^\]\[\n]{2,70})\]\([^()\s]{1,300}\)|(?P<t>[^*_()\[\]:;.\n]{2,70}?))(?:\*\*|__)?\s{0,3}"
    r"\((?P<client>[^,()\n]{2,40}),\s{0,3}(?P<dates>[^,()\n]{4,26})\)(?:\*\*|__)?(?=\s{0,3}(?:[:.–—-]|\n|$))"
)
_OF_NOBODY = re.compile(
    r"(?i)\b(?:projects?|projekt\w*|projet\w*|proyecto\w*|progetto|projeto|thesis|course|class|hackathon|jam|freelance|freelancer|personal|private|"
    r"solo|team|client|internship|student|university|school|beta|alpha|version|release|award|prize|winner|remote|ongoing)\b"
)
"""What else stands before the date in such brackets: "Course project, 2021"."""


def client_behind_name(reading: Reading, block: Block) -> Span | None:
    """Return where a bullet of a list of works, or a line above a story's parts, says for whom: "**Berth plan** (Lumora, 2021 – 2023): …"."""
    if block.kind not in (BlockKind.LIST_ITEM, BlockKind.PARAGRAPH):
        return None
    text = reading.quote(block.span)
    match = _CLIENT_BEHIND_NAME.match(text) if "(" in text[:110] else None
    if match is None or not find_periods(match["dates"]):
        return None
    is_listed = section_kind_at(reading, block.span.start) is SectionKind.PROJECTS
    if not is_listed and not _heads_parts(reading, block):
        return None
    vocabularies, client = reading.vocabularies, match["client"].strip()
    if _names_post(match["l"] or match["t"], vocabularies) or is_role_title(client, vocabularies):
        return None
    if not is_proper_name(client) or _OF_NOBODY.search(client) is not None:
        return None
    if names_work(client, vocabularies) and not is_companylike(client):
        return None
    if is_generic(client, vocabularies) or is_place(client) or vocabularies.technologies.is_term(client):
        return None
    start = block.span.start + match.start("client") + match["client"].index(client)
    return reading.document.span(start, start + len(client))


def _heads_parts(reading: Reading, block: Block) -> bool:
    """Return whether the parts of a story are told on labelled lines right below a block: "S: …", "T: …"."""
    below = reading.blocks_from(block.span.end, min(block.span.end + 2000, len(reading.document.text)))[:2]
    return len(below) == 2 and all(part_told_by(reading, one) is not None for one in below)


def _names_post(title: str, vocabularies: Vocabularies) -> bool:
    """Return whether words are a post's and not those of a tool: "Lead engineer", not "Berth planner"."""
    return is_role_title(title, vocabularies) and not may_name_tool(title, vocabularies)
