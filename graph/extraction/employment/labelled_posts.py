"""Reads posts and companies from one label's value: "Role: Data Analyst, Growth team, Acme (since Feb 2022)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.documents import Block, BlockKind
from graph.extraction.employment.clause_posts import names_company
from graph.extraction.employment.entry_weighing import Holding, is_worklike
from graph.extraction.employment.own_papers import is_own_paper
from graph.extraction.heads.entry_facts import facts_of
from graph.extraction.heads.headlines import HeadLine, head_line
from graph.extraction.heads.section_kinds import section_kind_at
from graph.extraction.heads.words import is_companylike
from graph.extraction.reading import Reading

RULE = "post behind its label"
_LABELS = re.compile(
    r"(?i)(?:my |current |present |latest |last |previous |aktuelle |actual |)(?:role|position|job|post|job title|title|occupation|stelle|funktion|beruf|poste|fonction|puesto|cargo|ruolo|functie|stanowisko|"
    r"befattning|stilling|now|currently(?: at)?|previously at|now at|formerly at|today|works|working|employed|employment|work|job now|before|previously|where i work|where|context|setting|worked at|role and company|company and role|role & company|company & role)(?: now| since| today)?"
)
_OF_COMPANY = frozenset(
    {
        "employer",
        "company",
        "organisation",
        "organization",
        "arbeitgeber",
        "firma",
        "client",
        "entreprise",
        "empresa",
        "azienda",
        "werkgever",
        "kunde",
    }
)
"""Labels near by that name the company themselves."""
_LEADS_TO_COMPANY = (" at", "where i work", "employer")
"""Ends of labels behind which the company stands before the post: "Currently at: Acme (Consultant, since 2021)"."""
_NEAR = 4


def holdings_behind_labels(reading: Reading, author: str | None) -> Iterator[Holding]:
    """Yield the employments that labelled lines of the document's head state whole: post, company, perhaps dates."""
    if reading.document.is_keyed:
        return
    blocks = reading.document.blocks
    for place, block in enumerate(blocks):
        if block.kind is not BlockKind.FIELD or _LABELS.fullmatch(block.key.strip()) is None or len(block.span) > 140:
            continue
        near = blocks[max(0, place - _NEAR) : place + _NEAR + 1]
        if any(other.kind is BlockKind.FIELD and other.key.strip().casefold() in _OF_COMPANY for other in near):
            continue
        line = head_line(reading, block, block.span.start, block.span.end, section_kind_at(reading, block.span.start))
        if (holding := _holding(reading, block, line, author)) is not None:
            yield holding


def posts_of_all(reading: Reading, at: Holding, author: str | None) -> Iterator[Holding]:
    """Yield the dated posts behind labels of stories of which one sentence says that all were `at` one company.

    "All three roles were at Acme" above "Role: Team Lead, Claims desk — Mar 2019 – May 2021".
    """
    for block in reading.document.blocks:
        if block.kind is not BlockKind.FIELD or _LABELS.fullmatch(block.key.strip()) is None or len(block.span) > 140:
            continue
        line = head_line(reading, block, block.span.start, block.span.end, section_kind_at(reading, block.span.start))
        title = facts_of(line, reading.vocabularies, author).title
        if title is not None and line.period is not None and line.period.lasts and not line.is_prose:
            yield Holding(at.employer, at.employer_name, title, line.period.range, RULE, 0.85, None)


def _holding(reading: Reading, block: Block, line: HeadLine, author: str | None) -> Holding | None:
    facts = facts_of(line, reading.vocabularies, author)
    named, title = facts.employer, facts.title
    if named is None or title is None or line.is_prose:
        return None
    if title.start > named.start and not block.key.strip().casefold().endswith(_LEADS_TO_COMPANY):
        return None
    lasts = line.period is not None and line.period.lasts
    # Without dates "Project Manager, Harbour Move" may name the work.
    is_sure = lasts or named.joint == "at" or is_companylike(named.text) or is_own_paper(reading)
    if not is_sure or is_worklike(named.text, reading.vocabularies) or not names_company(named.text, reading, author):
        return None
    span = reading.document.span(named.start, named.end)
    period = line.period.range if line.period is not None and lasts else None
    return Holding(span, " ".join(named.text.split()), title, period, RULE, 0.85, facts.location)
