"""One person as JSON Resume (https://jsonresume.org/schema): each job, study and project with the words that say so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from graph.model import DateRange, Entity, EntityKind, Json, KnowledgeGraph, RelationKind
from graph.queries import others
from graph.studies import Study, studies_of
from webapp.commands.terminal import json_text
from webapp.json_parts import evidence_json

_SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"


def write_json_resume(kg: KnowledgeGraph, person_id: str) -> str:
    """Return what the documents say of a person. Raises KeyError where no entity has this id."""
    person = kg.entity(person_id)
    roles = _latest_first(others(kg, person_id, RelationKind.HELD_ROLE, "out"))
    projects = _latest_first(others(kg, person_id, RelationKind.WORKED_ON, "out"))
    held = others(kg, person_id, RelationKind.HOLDS, "out")
    basics: dict[str, Json] = {"name": person.name, "evidence": evidence_json(kg, person.evidence[:1])}
    if roles and (title := _title(roles[0])):
        basics["label"] = title
    return json_text({
        "$schema": _SCHEMA,
        "basics": basics,
        "work": [_job(kg, role) for role in roles],
        "education": [_study(kg, study) for study in studies_of(kg, person)],
        "certificates": [_certificate(kg, credential) for credential in held],
        "skills": _skills(kg, projects),
        "projects": [_project(kg, project) for project in projects],
        "meta": {"generator": "careergraph"},
    })  # fmt: skip


def _latest_first(entities: Iterable[Entity]) -> list[Entity]:
    def lateness(entity: Entity) -> tuple[bool, int]:
        period = entity.period
        last = None if period is None else period.end or period.start
        return (period is not None and period.is_current, -1 if last is None else last.last_month)

    return sorted(entities, key=lateness, reverse=True)


def _title(role: Entity) -> str:
    title = role.attributes.get("title", role.name)
    return title if isinstance(title, str) else ""


def _dates(period: DateRange | None) -> dict[str, Json]:
    """Return startDate and endDate as far as they are known; work that goes on has no end."""
    found: dict[str, Json] = {}
    if period is not None and period.start is not None:
        found["startDate"] = str(period.start)
    if period is not None and period.end is not None and not period.is_current:
        found["endDate"] = str(period.end)
    return found


def _job(kg: KnowledgeGraph, role: Entity) -> Json:
    employers = others(kg, role.id, RelationKind.AT_EMPLOYER, "out")
    named: dict[str, Json] = {"name": employers[0].name} if employers else {}
    title = _title(role)
    return {
        **named,
        **({"position": title} if title else {}),
        **_dates(role.period),
        "evidence": evidence_json(kg, role.evidence),
    }


def _study(kg: KnowledgeGraph, study: Study) -> Json:
    words = (
        ("degree", "studyType"),
        ("field", "area"),
        ("start", "startDate"),
        ("end", "endDate"),
        ("honours", "score"),
    )
    named, documents = study.institution.evidence, {span.document_id for span in study.places}
    facts = {key: study.facts.get(key) for key, _ in words}
    return {
        "institution": study.institution.name,
        **{word: str(facts[key]) for key, word in words if facts[key] not in (None, "", "present")},
        "evidence": evidence_json(kg, [p for p in named if p.span.document_id in documents] or named),
    }


def _certificate(kg: KnowledgeGraph, credential: Entity) -> Json:
    known = {key: credential.attributes.get(key) for key in ("issuer", "date")}
    return {
        "name": credential.name,
        **{key: str(value) for key, value in known.items() if value},
        "evidence": evidence_json(kg, credential.evidence),
    }


def _skills(kg: KnowledgeGraph, projects: Iterable[Entity]) -> list[Json]:
    """Return the technologies and practices of a person's projects, by their category."""
    groups: dict[str, dict[str, Entity]] = defaultdict(dict)
    for project in projects:
        for kind in (RelationKind.USES, RelationKind.APPLIES):
            for thing in others(kg, project.id, kind, "out"):
                category = thing.attributes.get("category") or thing.attributes.get("domain") or thing.kind.value
                groups[str(category)][thing.id] = thing
    found: list[Json] = []
    for category, things in sorted(groups.items()):
        names = sorted((thing.name for thing in things.values()), key=str.casefold)
        found.append({"name": category, "keywords": [*names]})
    return found


def _project(kg: KnowledgeGraph, project: Entity) -> Json:
    employers = others(kg, project.id, RelationKind.AT_EMPLOYER, "out")
    outcomes = [e for e in others(kg, project.id, RelationKind.ACHIEVED, "out") if e.kind is EntityKind.OUTCOME]
    used = [t for kind in (RelationKind.USES, RelationKind.APPLIES) for t in others(kg, project.id, kind, "out")]
    told = [kg.documents[t.span.document_id].quote(t.span) for t in kg.tellings.get(project.id, ())[:1]]
    return {
        "name": project.name,
        **({"description": " ".join(told[0].split())} if told else {}),
        **({"entity": employers[0].name} if employers else {}),
        **_dates(project.period),
        "highlights": [_highlight(outcome) for outcome in outcomes],
        "keywords": [thing.name for thing in used],
        "evidence": evidence_json(kg, [*project.evidence, *(o.evidence[0] for o in outcomes)]),
    }


def _highlight(outcome: Entity) -> str:
    measure = outcome.measure
    return outcome.name if measure is None else f"{measure.text} {measure.label}".strip()
