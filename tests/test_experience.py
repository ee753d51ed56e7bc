"""How long and how recently: united periods, precision, open ends, where a project's time is taken from."""

from __future__ import annotations

from graph.experience import experience_of, write_months
from graph.model import DateRange, Entity, KnowledgeGraph, PartialDate, Relation
from tests.graph_builder import document_of, entity_of, graph_of, proof, relation_of

NOTES = document_of("notes.md", "Ada Orrin was an engineer at Tarnwick and at Lumen. She moved billing to Kafka there.")


def period(start: str, end: str | None) -> DateRange:
    def date(text: str) -> PartialDate:
        return PartialDate(*map(int, text.split("-")))

    return DateRange(date(start), None if end is None else date(end), is_current=end is None)


def career(*roles: tuple[str, DateRange], project: DateRange | None = None) -> KnowledgeGraph:
    """Return the graph of Ada, who held `roles` (employer, period) and moved billing to Kafka at Tarnwick."""
    words = proof(NOTES, "engineer")
    entities: list[Entity] = [
        entity_of("person:ada", "Ada Orrin", proof(NOTES, "Ada Orrin")),
        entity_of("employer:tarnwick", "Tarnwick", proof(NOTES, "Tarnwick")),
        entity_of("employer:lumen", "Lumen", proof(NOTES, "Lumen")),
        entity_of("technology:kafka", "Kafka", proof(NOTES, "Kafka")),
        entity_of("project:billing", "Billing", proof(NOTES, "billing"), period=project),
    ]
    relations: list[Relation] = [
        relation_of("person:ada", "worked_on", "project:billing", words),
        relation_of("project:billing", "at_employer", "employer:tarnwick", words),
        relation_of("project:billing", "uses", "technology:kafka", words),
    ]
    for number, (employer, held) in enumerate(roles):
        entities.append(entity_of(f"role:{number}", "Engineer", words, period=held))
        relations.append(relation_of("person:ada", "held_role", f"role:{number}", words))
        relations.append(relation_of(f"role:{number}", "at_employer", f"employer:{employer}", words))
    return graph_of([NOTES], entities, relations)


def months(kg: KnowledgeGraph, entity_id: str) -> list[int]:
    return [experience.months for experience in experience_of(kg, entity_id)]


def test_overlapping_jobs_are_counted_once() -> None:
    kg = career(("tarnwick", period("2020-01", "2020-12")), ("lumen", period("2020-07", "2021-06")))

    assert months(kg, "person:ada") == [18]
    assert months(kg, "employer:tarnwick") == [12]


def test_jobs_with_a_gap_add_up_without_it() -> None:
    kg = career(("tarnwick", period("2015-01", "2015-06")), ("lumen", period("2018-01", "2018-06")))

    assert months(kg, "person:ada") == [12]


def test_a_project_without_dates_counts_with_the_role_at_its_employer() -> None:
    kg = career(("tarnwick", period("2020-01", "2020-12")), ("lumen", period("2021-01", "2023-12")))

    (kafka,) = experience_of(kg, "technology:kafka")

    assert (kafka.months, str(kafka.last_used), [s.source_id for s in kafka.stretches]) == (12, "2020-12", ["role:0"])


def test_a_projects_own_dates_win_over_the_roles() -> None:
    kg = career(("tarnwick", period("2020-01", "2020-12")), project=period("2020-03", "2020-05"))

    assert months(kg, "technology:kafka") == [3]


def test_years_alone_count_from_middle_to_middle() -> None:
    assert months(career(("tarnwick", period("2017", "2020"))), "person:ada") == [36]


def test_a_single_year_is_twelve_months() -> None:
    assert months(career(("tarnwick", period("2017", "2017"))), "person:ada") == [12]


def test_an_open_end_counts_to_the_latest_date_known_and_says_so() -> None:
    kg = career(("tarnwick", period("2020-01", None)), ("lumen", period("2021-01", "2021-12")))

    (whole,) = experience_of(kg, "person:ada")

    assert (whole.months, whole.is_current) == (24, True)


def test_nothing_dated_is_no_experience() -> None:
    assert experience_of(career(), "technology:kafka") == []


def test_lengths_are_written_in_words() -> None:
    assert [write_months(n) for n in (0, 1, 12, 26)] == ["0 months", "1 month", "1 year", "2 years 2 months"]
