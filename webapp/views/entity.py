"""An entity's page: facts, relations with their words, places; kinds that deserve more get a part of their own."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from graph.model import Entity, EntityKind, Json, RelationKind
from index.generations import Generation
from webapp.asking import Asked
from webapp.corpus import Corpus, Ref
from webapp.json_parts import place_url
from webapp.links import search_url
from webapp.near import not_found
from webapp.pages import Listing
from webapp.quotes import Quote
from webapp.views.compare_links import COMPARED
from webapp.views.employer import EmployerPart, employer_part
from webapp.views.groups import PLACES, Group, places_of, relation_groups
from webapp.views.outcome import OutcomePart, outcome_part
from webapp.views.pairs import compare_url, path_url
from webapp.views.person import PersonPart, person_part
from webapp.views.project import ProjectPart, experience_views, project_part, similar_stories
from webapp.views.studies import CredentialPart, InstitutionPart, credential_part, institution_part
from webapp.views.technology import TechnologyPart, technology_part
from webapp.wording import MEDIA_TYPES, period_of, write_period

Part = ProjectPart | TechnologyPart | OutcomePart | PersonPart | EmployerPart | InstitutionPart | CredentialPart
_OWN: dict[EntityKind, frozenset[tuple[RelationKind, str]]] = {
    EntityKind.PROJECT: frozenset({(RelationKind.ACHIEVED, "out"), (RelationKind.WORKED_ON, "in")}),
    EntityKind.TECHNOLOGY: frozenset({(RelationKind.USES, "in")}),
    EntityKind.PRACTICE: frozenset({(RelationKind.APPLIES, "in")}),
    EntityKind.OUTCOME: frozenset({(RelationKind.ACHIEVED, "in")}),
    EntityKind.EMPLOYER: frozenset({(RelationKind.AT_EMPLOYER, "in"), (RelationKind.WORKS_AT, "in")}),
    EntityKind.PERSON: frozenset(
        {
            (RelationKind.WORKED_ON, "out"),
            (RelationKind.HELD_ROLE, "out"),
            (RelationKind.WORKS_AT, "out"),
            (RelationKind.STUDIED_AT, "out"),
        }
    ),
    EntityKind.INSTITUTION: frozenset({(RelationKind.STUDIED_AT, "in")}),
    EntityKind.CREDENTIAL: frozenset({(RelationKind.HOLDS, "in")}),
}
"""Relations that a kind's own part of the page shows in its own way."""
_NAMED_IN = (RelationKind.MENTIONED_IN, "out")
"""The list of places says the same, with lines."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of what is known; `links` where the value names entities."""

    label: str
    value: str
    links: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class MergeView:
    """Why several names are one thing."""

    names: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class EntityPage:
    """Everything that an entity's page shows."""

    ref: Ref
    template: str
    aliases: tuple[str, ...]
    facts: tuple[Fact, ...]
    part: Part | None
    groups: tuple[Group, ...]
    places: Listing[Quote]
    merges: tuple[MergeView, ...]
    chosen_group: str
    """Where one group alone is shown, else empty."""
    search_url: str
    document_url: str | None
    """Of a document's entity: where its text is."""
    path_url: str
    """The form for a path that starts here."""
    compare_url: str | None
    """The form for a comparison with this; None for kinds that are not compared."""


_PARTS: Mapping[EntityKind, tuple[str, Callable[[Corpus, Entity], Part]]] = {
    EntityKind.PROJECT: ("project.html", project_part),
    EntityKind.TECHNOLOGY: ("technology.html", technology_part),
    EntityKind.PRACTICE: ("technology.html", technology_part),
    EntityKind.OUTCOME: ("outcome.html", outcome_part),
    EntityKind.PERSON: ("person.html", person_part),
    EntityKind.EMPLOYER: ("employer.html", employer_part),
    EntityKind.INSTITUTION: ("institution.html", institution_part),
    EntityKind.CREDENTIAL: ("credential.html", credential_part),
}
"""Kind → its template and what fills it; other kinds take the common page."""


def _part(generation: Generation, corpus: Corpus, entity: Entity, make: Callable[[Corpus, Entity], Part]) -> Part:
    """Return what a kind's page adds; stories like a project's, and what they tell, are known by the index alone."""
    made = make(corpus, entity)
    if not isinstance(made, ProjectPart):
        return made
    told = tuple(generation.experiences(entity.id))
    return replace(
        made,
        similar=similar_stories(generation, corpus, entity),
        told=told,
        experiences=experience_views(corpus, told),
    )


def entity_page(generation: Generation, corpus: Corpus, asked: Asked) -> EntityPage:
    """Return an entity's page. Raises NotFoundError, with ids close to it, where nothing has the id."""
    if asked.id not in corpus.kg:
        raise not_found(corpus, asked.id)
    entity = corpus.kg.entity(asked.id)
    ref = corpus.ref(entity)
    chosen = asked.one("group")
    own = _OWN.get(entity.kind, frozenset()) | {_NAMED_IN}
    template, part = _PARTS.get(entity.kind, ("entity.html", None))
    return EntityPage(
        ref=ref,
        template="entity.html" if chosen else template,
        aliases=tuple(alias for alias in entity.aliases if alias != entity.name),
        facts=() if entity.kind is EntityKind.OUTCOME else _facts(corpus, entity),
        part=None if part is None or chosen else _part(generation, corpus, entity, part),
        groups=() if chosen == PLACES else relation_groups(corpus, entity, asked, own),
        places=_places(corpus, entity, asked),
        merges=tuple(MergeView(merge.names, merge.reason) for merge in entity.merges),
        chosen_group=chosen,
        search_url=_search(entity),
        document_url=_document_url(entity),
        path_url=path_url(entity.id),
        compare_url=compare_url(entity.id) if entity.kind in COMPARED else None,
    )


def _places(corpus: Corpus, entity: Entity, asked: Asked) -> Listing[Quote]:
    """Where it is named; an outcome's own part says that already."""
    chosen = asked.one("group")
    if chosen not in ("", PLACES) or (entity.kind is EntityKind.OUTCOME and not chosen):
        return Listing((), 0)
    return places_of(corpus, entity, asked)


def _search(entity: Entity) -> str:
    facets = ("person", "employer", "project", "technology", "practice")
    return search_url("", {entity.kind.value: [entity.id]}) if entity.kind.value in facets else search_url(entity.name)


def _document_url(entity: Entity) -> str | None:
    if entity.kind is not EntityKind.DOCUMENT:
        return None
    return place_url(entity.evidence[0].span).partition("?")[0]


def _facts(corpus: Corpus, entity: Entity) -> tuple[Fact, ...]:
    facts = []
    period = write_period(period_of(entity))
    if period and entity.kind not in _DATED_BY_PERSON:
        facts.append(Fact("When", period))
    for key, value in entity.attributes.items():
        if key in _LABELS and key not in _SAID_ABOVE.get(entity.kind, ()) and value not in (None, "", [], {}):
            facts.append(Fact(_LABELS[key], _written(value), _linked(corpus, value)))
    if entity.confidence < 1:
        facts.append(Fact("Certainty", f"{entity.confidence:.2f}"))
    return tuple(facts)


_LABELS = {
    "headline": "Headline", "location": "Location", "title": "Title", "employer": "At", "category": "Category",
    "broader": "Broader, by vocabulary", "domain": "Domain", "issuer": "Issued by", "date": "Date",
    "media_type": "Format", "lines": "Lines", "roles": "Roles", "label": "What",
}  # fmt: skip


_SAID_ABOVE = {
    EntityKind.PERSON: ("headline", "location"),
    EntityKind.EMPLOYER: ("location",),
    EntityKind.CREDENTIAL: ("issuer", "date"),
}
"""What the page's first lines, or its own part, say."""
_DATED_BY_PERSON = frozenset({EntityKind.INSTITUTION, EntityKind.CREDENTIAL})
"""Kinds whose dates are those of each person."""


def _written(value: Json) -> str:
    if isinstance(value, list):
        return ", ".join(_written(item) for item in value)
    if isinstance(value, dict):
        return ", ".join(_written(item) for item in value.values() if item is not None)
    return MEDIA_TYPES.get(str(value), str(value))


def _linked(corpus: Corpus, value: Json) -> tuple[Ref, ...]:
    """Return links where the value is, or lists, ids of entities."""
    values = value if isinstance(value, list) else [value]
    if not values or not all(isinstance(item, str) and item in corpus.kg for item in values):
        return ()
    return tuple(corpus.ref(corpus.kg.entity(str(item))) for item in values)
