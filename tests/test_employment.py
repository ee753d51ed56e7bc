"""Employments: who, as what, when; the forms themselves stand in golden/employments.txt."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.extraction.employment.employment import find_employment, relate_employment
from graph.extraction.employment.holdings import employer_key
from graph.model import EntityKind, MentionRelation, RelationKind
from tests.career_reading import employment_lines, golden_cases, reading_of

RESUME = """EXPERIENCE

Orrinstad Systems
Principal Engineer
Jan 2021 – Present
Senior Engineer
Mar 2018 – Dec 2020
"""


def relations_of(text: str) -> list[MentionRelation]:
    reading = reading_of(text)
    return relate_employment(replace(reading, mentions=tuple(find_employment(reading))))


def test_mentions_quote_their_document() -> None:
    reading = reading_of(RESUME)

    mentions = find_employment(reading)

    assert len(mentions) == 3
    assert all(mention.text == reading.document.text[mention.span.start : mention.span.end] for mention in mentions)


def test_two_titles_at_one_employer_are_two_roles_of_one_employer() -> None:
    mentions = find_employment(reading_of(RESUME))

    assert [mention.name for mention in mentions if mention.kind is EntityKind.EMPLOYER] == ["Orrinstad Systems"]
    roles = [mention for mention in mentions if mention.kind is EntityKind.ROLE]
    assert {role.attributes["employer"] for role in roles} == {"orrinstad systems"}
    assert len({role.key for role in roles}) == 2


def test_each_role_joins_author_and_employer_with_its_period() -> None:
    relations = relations_of(RESUME)

    works = [relation for relation in relations if relation.kind is RelationKind.WORKS_AT]
    assert [relation.period.to_json()["start"] for relation in works if relation.period] == ["2021-01", "2018-03"]
    assert all(relation.source == (EntityKind.PERSON, "author") for relation in works)
    kinds = [relation.kind for relation in relations]
    assert kinds.count(RelationKind.HELD_ROLE) == kinds.count(RelationKind.AT_EMPLOYER) == 2


def test_an_employer_named_in_a_sentence_is_worked_at_without_a_role() -> None:
    relations = relations_of("At Aldergate I led the move of the billing engine to another cloud, region by region.")

    assert [(relation.kind, relation.target[1]) for relation in relations] == [(RelationKind.WORKS_AT, "aldergate")]


def test_a_role_without_title_says_so() -> None:
    mentions = find_employment(reading_of("Dunharrow • 3/2020 to 10/2024\n"))

    role = next(mention for mention in mentions if mention.kind is EntityKind.ROLE)
    assert role.attributes["title"] is None
    assert (role.attributes["start"], role.attributes["end"]) == ("2020-03", "2024-10")


def test_the_place_of_work_is_no_part_of_the_employer() -> None:
    mentions = find_employment(reading_of("EXPERIENCE\nData Analyst, Millrace Coffee, Seattle, WA, 2019 – 2021\n"))

    role = next(mention for mention in mentions if mention.kind is EntityKind.ROLE)
    assert role.attributes["employer"] == "millrace coffee"
    assert role.attributes["location"] == "Seattle, WA"


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Acme Systems, Inc.", "acme systems"),
        ("ACME SYSTEMS LLC", "acme systems"),
        ("Müller GmbH & Co. KG", "müller"),
        ("Cisco", "cisco"),
    ],
)
def test_an_employers_key_leaves_out_case_and_legal_suffix(name: str, key: str) -> None:
    assert employer_key(name) == key


@pytest.mark.parametrize(
    "text",
    [
        "Senior Mobile Engineer • Payment Systems • Data Platforms\n",
        "EXPERIENCE\nAdvisory Delivery • Through 10/2009\n",
        "PROJECTS\nMeter Stream Platform • 2/2020 to 11/2021\n",
        "Seattle, WA • 2/2020 to 11/2021\n",
        "SKILLS\nPython • 2015 to 2020\n",
        "We sold the planner at Scale in 2019, at Peak times too.\n",
        "Mara Quillfeather, Staff Engineer\n- Built a queue\n",
    ],
)
def test_what_looks_like_an_employer_and_is_none(text: str) -> None:
    assert find_employment(reading_of(text)) == []


def test_dates_below_a_projects_heading_are_the_projects() -> None:
    text = "# The ride map\n\nVeloquay Mobility, Mobile Engineer, Jan 2024 – Aug 2024\n\nIt shows rides.\n"

    assert employment_lines(reading_of(text, "map.md")) == ["Veloquay Mobility | Mobile Engineer | - | -"]


def test_golden_cases_of_every_format_have_a_reader() -> None:
    titles = [title for title, _, _ in golden_cases("employments.txt")]

    assert len(titles) == len(set(titles)) >= 20


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            [
                "EXPERIENCE",
                "Dunharrow",
                "Senior Engineer",
                "2019 – 2021",
                "- built it",
                "",
                "Hamburg",
                "a | b",
                "# X",
                "at Y,",
            ]
        ),
        max_size=12,
    )
)
def test_any_order_of_lines_gives_true_quotes(lines: list[str]) -> None:
    reading = reading_of("\n".join(lines) or "x")

    for mention in find_employment(reading):
        assert mention.text == reading.document.text[mention.span.start : mention.span.end]
        assert 0 < mention.confidence <= 1
