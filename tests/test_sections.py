"""Sections: where they start and end, and what they are about."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.documents import Document, Section, SectionKind
from graph.errors import VocabularyError
from graph.readers.markdown import read_markdown
from graph.readers.plain_text import read_plain_text
from graph.readers.yaml_files import read_yaml
from graph.section_titles import kind_of_title, load_section_titles, parse_section_titles
from graph.sections import find_sections

TITLES = load_section_titles()


def sections_of(document: Document) -> list[Section]:
    return find_sections(document, TITLES)


def test_sections_nest_by_level_and_end_before_the_next_heading() -> None:
    document = read_markdown(b"Intro.\n\n# Work\n\n## Acme\n\nText.\n\n## Basil\n\n# Education\n\nLast.\n", "a.md")

    found = sections_of(document)

    assert [(s.id, s.level, s.parent_id) for s in found] == [
        ("top", 0, None),
        ("work", 1, None),
        ("acme", 2, "work"),
        ("basil", 2, "work"),
        ("education", 1, None),
    ]
    assert document.quote(found[1].span) == "Work\n\n## Acme\n\nText.\n\n## Basil"
    assert document.quote(found[2].span) == "Acme\n\nText."
    assert [s.kind for s in found[1:]] == [
        SectionKind.EXPERIENCE,
        SectionKind.OTHER,
        SectionKind.OTHER,
        SectionKind.EDUCATION,
    ]


def test_a_document_without_headings_is_one_section() -> None:
    (only,) = sections_of(read_plain_text(b"Just a sentence.\n", "notes.txt"))

    assert (only.id, only.level, only.title, only.heading) == ("top", 0, "Notes", None)


def test_titles_that_repeat_get_ids_of_their_own() -> None:
    found = sections_of(read_markdown(b"# A\n## Result\n# B\n## Result\n## Result 2\n", "a.md"))

    assert [s.id for s in found] == ["a", "result", "b", "result-2", "result-2-2"]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("My Work Experience:", SectionKind.EXPERIENCE),
        ("2. Skills & Tools", SectionKind.SKILLS),
        ("BERUFSERFAHRUNG", SectionKind.EXPERIENCE),
        ("Formación académica", SectionKind.EDUCATION),
        ("Compétences", SectionKind.SKILLS),
        ("Opleidingen", SectionKind.EDUCATION),
        ("Certifications and Awards", SectionKind.CREDENTIALS),
        ("The challenge", SectionKind.SITUATION),
        ("Goal", SectionKind.TASK),
        ("What I did", SectionKind.ACTION),
        ("Impact", SectionKind.RESULT),
        ("Situation – the outage of May", SectionKind.SITUATION),
        ("Selected outcomes", SectionKind.OUTCOMES),
        ("Ledger migration", SectionKind.OTHER),
        ("Problem Solver Inc.", SectionKind.OTHER),
    ],
)
def test_a_title_says_what_its_section_is_about(title: str, kind: SectionKind) -> None:
    assert kind_of_title(title, TITLES) is kind


def test_outcomes_that_close_a_story_are_its_result() -> None:
    text = b"# Ledger\n## Challenge\nSlow.\n## Outcomes\nFast.\n# Outcomes\n"
    found = {s.id: s.kind for s in sections_of(read_markdown(text, "a.md"))}

    assert found["outcomes"] is SectionKind.RESULT
    assert found["outcomes-2"] is SectionKind.OUTCOMES


def test_plain_text_sections_nest_parts_below_stories_below_main_sections() -> None:
    text = (
        "Rosa Ferrante\n\nPROJECTS\n\nWard Board\n\nSituation:\nNobody knew which bed was free.\n\n"
        "Result:\nBeds are found in minutes.\n\nSUPPLY ROOMS\n- Labels\n"
    )
    found = sections_of(read_plain_text(text.encode(), "a.txt"))

    assert [(s.id, s.parent_id) for s in found] == [
        ("rosa-ferrante", None),
        ("projects", "rosa-ferrante"),
        ("ward-board", "projects"),
        ("situation", "ward-board"),
        ("result", "ward-board"),
        ("supply-rooms", "rosa-ferrante"),
    ]


def test_a_key_ends_with_its_last_value() -> None:
    text = "projects:\n  - name: Console\n    technologies:\n      - React\n      - Redis\n    summary: Teams see theirs.\n"
    document = read_yaml(text.encode(), "a.yaml")

    skills = next(s for s in sections_of(document) if s.kind is SectionKind.SKILLS)

    assert document.quote(skills.span).split() == ["-", "React", "-", "Redis"]


def test_keys_of_yaml_are_sections() -> None:
    story = "  - name: Ward board\n    situation: Slow.\n    action:\n      - asked\n      - built\n"
    text = "name: Rosa\nprojects:\n" + story
    document = read_yaml(text.encode(), "a.yaml")

    found = sections_of(document)

    assert [(s.title, s.kind, s.parent_id) for s in found] == [
        ("Rosa", SectionKind.OTHER, None),
        ("projects", SectionKind.PROJECTS, None),
        ("Ward board", SectionKind.OTHER, "projects"),
        ("situation", SectionKind.SITUATION, "ward-board"),
        ("action", SectionKind.ACTION, "ward-board"),
    ]
    assert "asked\n      - built" in document.quote(found[-1].span)


@given(st.text(st.sampled_from("ab#\n -:=A*"), max_size=120))
def test_sections_lie_in_the_text_and_in_their_parents(text: str) -> None:
    document = read_markdown(text.encode(), "a.md")
    found = {s.id: s for s in sections_of(document)}

    assert len(found) == len(sections_of(document))
    for section in found.values():
        assert section.span.end <= len(text)
        if section.parent_id is not None:
            assert found[section.parent_id].span.contains(section.span)


def test_a_title_under_two_kinds_is_refused() -> None:
    with pytest.raises(VocabularyError, match="two kinds"):
        parse_section_titles("skills: [tools]\nprojects: [Tools]\n")


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(VocabularyError, match="no kind of section"):
        parse_section_titles("hobbies: [reading]\n")
