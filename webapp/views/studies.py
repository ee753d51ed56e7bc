"""What the pages of an institution, a credential and a person show of studies and certificates: whose, what, when, where."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from graph.model import Entity, RelationKind
from graph.queries import neighbours
from graph.studies import Study, studies_at, studies_of
from webapp.corpus import Corpus, Place, Ref
from webapp.wording import latest_first, write_period


@dataclass(frozen=True, slots=True)
class StudyView:
    """One person's study at one institution."""

    person: Ref | None
    institution: Ref
    degree: str
    """In the text's own words, empty where it names none."""
    field: str
    honours: str
    period: str
    place: Place


@dataclass(frozen=True, slots=True)
class InstitutionPart:
    """What an institution's page shows beside its relations."""

    studies: tuple[StudyView, ...]


@dataclass(frozen=True, slots=True)
class Holding:
    """One person's certificate, licence or award."""

    person: Ref
    period: str
    place: Place


@dataclass(frozen=True, slots=True)
class CredentialPart:
    """What a credential's page shows beside its relations."""

    issuer: str
    holdings: tuple[Holding, ...]


def institution_part(corpus: Corpus, institution: Entity) -> InstitutionPart:
    """Return what an institution's page shows beside its relations."""
    return InstitutionPart(study_views(corpus, studies_at(corpus.kg, institution)))


def credential_part(corpus: Corpus, credential: Entity) -> CredentialPart:
    """Return what a credential's page shows beside its relations."""
    held = [near for near in neighbours(corpus.kg, credential.id, RelationKind.HOLDS) if near.direction == "in"]
    held.sort(key=lambda near: (latest_first(near.relation.period), near.other.name, near.other.id))
    return CredentialPart(
        str(credential.attributes.get("issuer") or ""),
        tuple(
            Holding(
                corpus.ref(near.other),
                write_period(near.relation.period),
                corpus.place(near.relation.evidence[0].span),
            )
            for near in held
        ),
    )


def education_of(corpus: Corpus, person: Entity) -> tuple[StudyView, ...]:
    """Return what a person studied, the latest first."""
    return study_views(corpus, studies_of(corpus.kg, person))


def study_views(corpus: Corpus, studies: Iterable[Study]) -> tuple[StudyView, ...]:
    """Return studies as pages show them."""
    return tuple(
        StudyView(
            None if study.person is None else corpus.ref(study.person),
            corpus.ref(study.institution),
            study.degree,
            study.field,
            study.honours,
            write_period(study.period),
            corpus.place(study.places[0]),
        )
        for study in studies
    )
