"""What a story tells: concepts with the words that show them, on the page, in the API and in the terminal."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from graph.concept_vocabulary import load_concepts
from graph.model import EntityKind
from index.generations import Generation, open_current
from index.results import SearchRequest
from webapp import create_app
from webapp.cli import cli

NOTE = """# Depot printers

Mira Tolvanne, operations engineer at Veloquay

## Situation
Labels at the depot were printed by hand.

## Task
Replace the printers without closing the depot.

## Action
I said no to the export. When the sponsor asked again, I declined the second feature, too.
Coached three apprentices through the switch. Mentored a fourth.

## Result
Cut costs by 30% with Kafka and saved $120k a year.
"""


@pytest.fixture(scope="module")
def notes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("told")
    (folder / "content").mkdir()
    (folder / "content" / "printers.md").write_text(NOTE, encoding="utf-8")
    built = CliRunner().invoke(cli, ["build", str(folder / "content"), "--store", str(folder / "store")])
    assert built.exit_code == 0, built.output
    return folder / "store"


@pytest.fixture(scope="module")
def small(notes: Path) -> Generation:
    return open_current(notes)


def project(small: Generation) -> str:
    return next(e.id for e in small.kg.entities(EntityKind.PROJECT) if small.experiences(e.id))


def test_a_story_tells_its_experiences_with_the_words_that_show_them(small: Generation) -> None:
    told = {one.concept_id: one for one in small.experiences(project(small))}

    assert {"saying-no", "mentoring"} <= set(told)
    text = small.documents["printers.md"].text
    for one in told.values():
        assert one.evidence
        assert all(proof.quote == text[proof.span.start : proof.span.end] for proof in one.evidence)
    assert "said no" in told["saying-no"].evidence[0].quote


def test_the_words_of_one_experience_are_no_evidence_for_another(small: Generation) -> None:
    spans = [proof.span for one in small.experiences(project(small)) for proof in one.evidence]

    assert not any(a.overlaps(b) for place, a in enumerate(spans) for b in spans[:place])


def test_what_is_no_story_tells_nothing(small: Generation) -> None:
    assert small.experiences("technology:kafka") == []
    assert small.experiences("project:none") == []


def test_the_page_shows_the_words_and_leads_to_them(notes: Path, small: Generation) -> None:
    page = create_app(notes).test_client().get(f"/entity/{project(small)}").text

    section = page.partition("What it shows")[2].partition("</section>")[0]
    assert 'href="/search?experience=saying-no"' in section or "experience=saying-no" in section
    assert re.search(r"<mark>said no[^<]*</mark>", section), section[:600]
    assert re.search(r'class="locus" href="/document/printers\.md\?at=\d+-\d+', section)


def test_the_twin_and_the_terminal_show_the_same(notes: Path, small: Generation) -> None:
    found = create_app(notes).test_client().get(f"/api/v1/entity/{project(small)}").json["experiences"]
    shown = CliRunner().invoke(cli, ["show", project(small), "--store", str(notes)]).stdout

    saying_no = next(one for one in found if one["id"] == "saying-no")
    assert saying_no["name"] == load_concepts().concepts["saying-no"].name
    assert (
        NOTE[saying_no["evidence"][0]["start"] : saying_no["evidence"][0]["end"]] == saying_no["evidence"][0]["quote"]
    )
    assert "[experience:saying-no]" in shown
    assert f"printers.md:12: “{saying_no['evidence'][0]['quote']}”" in shown


def test_what_stories_show_is_what_the_index_finds_them_by(generation: Generation) -> None:
    shown = 0
    for entity in generation.kg.entities(EntityKind.PROJECT):
        for one in generation.experiences(entity.id, 3):
            chosen = {"experience": (one.concept_id,), "project": (entity.id,)}
            hits = generation.search(SearchRequest("", chosen)).hits
            assert any(hit.story == entity.id for hit in hits), (entity.id, one.concept_id)
            shown += 1
    assert shown > 20
