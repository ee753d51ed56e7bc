"""The ordered stages of extraction: RECOGNIZERS find mentions, RELATION_RULES tie them. Add a kind of thing here."""

from __future__ import annotations

from dataclasses import replace

from graph.extraction.education.credentials import find_credentials, relate_credentials
from graph.extraction.education.education import find_education, relate_education
from graph.extraction.employment.employment import find_employment, relate_employment
from graph.extraction.employment.likely_employers import find_likely_employers
from graph.extraction.outcomes.outcomes import find_outcomes
from graph.extraction.outcomes.sureness import stated_confidence
from graph.extraction.overlaps import settle_overlaps
from graph.extraction.people.people import find_people
from graph.extraction.reading import Reading, Recognizer, RelationRule
from graph.extraction.relations.employer_relations import relate_employers
from graph.extraction.relations.page_card_clients import find_card_clients
from graph.extraction.relations.relations import relate_author, relate_parts, relate_projects
from graph.extraction.stories.projects import find_projects
from graph.extraction.stories.roles import find_story_roles, relate_story_roles
from graph.extraction.technologies.listed_skills import find_listed_skills
from graph.extraction.technologies.terms import find_practices, find_technologies
from graph.model import Mention, MentionRelation


def find_author(reading: Reading) -> list[Mention]:
    """Return the mention of the document's author, named by careergraph.yaml where it names one."""
    return find_people(reading, reading.author_label, reading.author)


RECOGNIZERS: tuple[tuple[str, Recognizer], ...] = (
    ("people", find_author),
    ("employment", find_employment),
    ("education", find_education),
    ("credentials", find_credentials),
    ("technologies", find_technologies),
    ("practices", find_practices),
    ("listed skills", find_listed_skills),
    ("projects", find_projects),
    ("clients of cards", find_card_clients),
    ("likely employers", find_likely_employers),
    ("story roles", find_story_roles),
    ("outcomes", find_outcomes),
)
"""Each sees the mentions of those before it."""

RELATION_RULES: tuple[tuple[str, RelationRule], ...] = (
    ("employment", relate_employment),
    ("education", relate_education),
    ("credentials", relate_credentials),
    ("author", relate_author),
    ("projects", relate_projects),
    ("employers", relate_employers),
    ("parts", relate_parts),
    ("story roles", relate_story_roles),
)


def recognize(reading: Reading) -> tuple[Mention, ...]:
    """Return the mentions of a document, overlaps settled after each stage, in order of place and kind.

    The stages see one another's estimates; what leaves here states the confidence that was measured for such estimates.
    """
    for _, recognizer in RECOGNIZERS:
        if found := recognizer(reading):
            reading = replace(reading, mentions=settle_overlaps((*reading.mentions, *found)))
    stated = (replace(m, confidence=stated_confidence(m.confidence)) for m in reading.mentions)
    return tuple(sorted(stated, key=lambda m: (m.span.start, m.span.end, m.kind, m.key)))


def relate(reading: Reading) -> tuple[MentionRelation, ...]:
    """Return the relations between the mentions of `reading`, one for each pair, kind and place, in order."""
    known = {mention.identity for mention in reading.mentions}
    found: dict[tuple[object, ...], MentionRelation] = {}
    for _, rule in RELATION_RULES:
        for relation in rule(reading):
            if relation.source in known and relation.target in known and relation.source != relation.target:
                found.setdefault((relation.source, relation.kind, relation.target, relation.span), relation)
    return tuple(sorted(found.values(), key=_place))


def _place(relation: MentionRelation) -> tuple[int, int, str, tuple[str, str], tuple[str, str]]:
    return (relation.span.start, relation.span.end, relation.kind, relation.source, relation.target)
