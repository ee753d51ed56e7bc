"""Finds for whom the works of a page's cards were done: the line between a title and the sentence below it, in two cards or more."""

from __future__ import annotations

from collections import Counter

from graph.documents import BlockKind, Span
from graph.extraction.employment.holdings import employer_key
from graph.extraction.heads.words import is_companylike
from graph.extraction.keyed.values import is_name_of_somebody
from graph.extraction.reading import Reading
from graph.extraction.relations.relations import project_tellings
from graph.extraction.titles.titles import is_role_title, names_work
from graph.model import EntityKind, Mention


def find_card_clients(reading: Reading) -> list[Mention]:
    """Return the clients below the titles of works: names that look like a company's or stand below two titles, not below all.

    One of them at least must look like one: "Web application" below each title is the kind of work.
    """
    if reading.document.media_type != "text/plain":
        return []
    tellings = [telling for telling in project_tellings(reading) if telling.rule == "project-heading"]
    if len(tellings) < 2:
        return []
    lines = [span for telling in tellings if (span := _line_below(reading, telling)) is not None]
    names = Counter(reading.quote(span).casefold() for span in lines)
    if 2 * len(lines) < len(tellings) or not any(is_companylike(reading.quote(span)) for span in lines):
        return []
    kept = [
        span
        for span in lines
        if is_companylike(reading.quote(span)) or 1 < names[reading.quote(span).casefold()] < len(tellings)
    ]
    return [
        Mention(
            EntityKind.EMPLOYER,
            employer_key(reading.quote(span)),
            reading.quote(span),
            reading.quote(span),
            span,
            "client of a project",
            0.82,
            reading.section_id_at(span.start),
        )
        for span in kept
    ]


def _line_below(reading: Reading, telling: Mention) -> Span | None:
    """Return the short line that stands right below a title and right above a sentence, if it may name somebody."""
    below = reading.blocks_from(telling.span.end, telling.span.end + 400)[:2]
    if len(below) < 2 or below[0].kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING) or len(below[1].span) < 40:
        return None
    words = reading.quote(below[0].span)
    if len(words) > 50 or not is_name_of_somebody(reading, words) or is_role_title(words, reading.vocabularies):
        return None
    if names_work(words, reading.vocabularies) or reading.vocabularies.technologies.find(words):
        return None
    near = reading.mentions_near(below[0].span)
    return None if any(m.kind in (EntityKind.EMPLOYER, EntityKind.PERSON) for m in near) else below[0].span
