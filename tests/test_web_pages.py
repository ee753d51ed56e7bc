"""Saved pages: what JSON-LD and microformats say, cards, hidden text."""

from __future__ import annotations

import pytest

from graph.documents import BlockKind, Document
from graph.model import EntityKind
from graph.pipeline import interpret
from graph.readers.html_pages import read_html


def html(text: str) -> Document:
    return read_html(text.encode(), "page.html")


def fields(document: Document) -> dict[str, str]:
    return {block.key: document.quote(block.span) for block in document.blocks if block.kind is BlockKind.FIELD}


LINKED = """<!doctype html><title>Work</title><h1>Selected work</h1><p>I moved the billing to Kafka.</p>
<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "x"},
{"@type": "ProfilePage", "mainEntity": {"@type": "Person", "name": "Marit Oskelund", "jobTitle": "Lead Platform Engineer",
"worksFor": {"@type": "Organization", "name": "Fjordhavn Logistics"}, "alumniOf": [{"@type": "CollegeOrUniversity",
"name": "Strandvik University"}], "knowsAbout": ["Terraform", {"@type": "Thing", "name": "PostgreSQL"}]}}]}</script>"""


def test_json_ld_of_a_person_is_read_below_the_text() -> None:
    document = html(LINKED)

    assert fields(document) == {
        "basics.name": "Marit Oskelund",
        "work[0].name": "Fjordhavn Logistics",
        "work[0].position": "Lead Platform Engineer",
        "education[0].institution": "Strandvik University",
        "skills[0].name": "Terraform",
        "skills[1].name": "PostgreSQL",
    }
    reading = interpret(document)
    found = {(m.kind, m.name) for m in reading.mentions}
    assert (EntityKind.PERSON, "Marit Oskelund") in found
    assert (EntityKind.EMPLOYER, "Fjordhavn Logistics") in found
    assert (EntityKind.ROLE, "Lead Platform Engineer") in found
    assert (EntityKind.INSTITUTION, "Strandvik University") in found
    assert (EntityKind.TECHNOLOGY, "Terraform") in found


@pytest.mark.parametrize(
    "script",
    [
        "{not json",
        "[" * 50_000,
        '[{"@type": "Person", "name": "A One"}, {"@type": "Person", "name": "B Two"}]',
        '{"@type": "Organization", "name": "Fjordhavn Logistics"}',
        '{"@type": "Person", "name": 7}',
        "null",
    ],
    ids=["broken", "deep", "a team", "a company", "no name", "null"],
)
def test_json_ld_that_tells_of_no_one_person_is_left_out(script: str) -> None:
    document = html(f'<p>Text.</p><script type="application/ld+json">{script}</script>')

    assert document.text == "Text."


RESUME = """<div class="h-resume"><div class="p-contact h-card"><h1 class="p-name">Marit Oskelund</h1></div>
<h2>Experience</h2><div class="p-experience h-event"><span class="p-job-title">Lead Platform Engineer</span>
at <a class="p-org">Fjordhavn Logistics</a>, <time class="dt-start" datetime="2019-03">spring 2019</time> to
<time class="dt-end" datetime="2021-06">summer 2021</time></div>
<h2>Education</h2><div class="p-education h-event"><span class="p-org">Strandvik University</span></div></div>"""


def test_an_h_resume_is_read() -> None:
    reading = interpret(html(RESUME))

    roles = [m for m in reading.mentions if m.kind is EntityKind.ROLE]
    assert ("Lead Platform Engineer", "2019-03", "2021-06") in [
        (m.name, m.attributes["start"], m.attributes["end"]) for m in roles
    ]
    assert [m.name for m in reading.mentions if m.kind is EntityKind.PERSON] == ["Marit Oskelund"]
    assert {m.name for m in reading.mentions if m.kind is EntityKind.INSTITUTION} == {"Strandvik University"}


def test_one_h_card_is_the_author_but_several_are_not() -> None:
    card = '<p class="h-card"><span class="p-name">{}</span>, <span class="p-org">{}</span></p>'

    assert fields(html(card.format("Marit Oskelund", "Fjordhavn Logistics")))["basics.name"] == "Marit Oskelund"
    assert fields(html(card.format("A One", "X Ltd") + card.format("B Two", "Y Ltd"))) == {}


@pytest.mark.parametrize(
    "hidden",
    [
        '<p hidden>Cut cost by 99%</p>',
        '<p style="display:none">Cut cost by 99%</p>',
        '<p style="font-size: 0">Cut cost by 99%</p>',
        '<p style="opacity:0">Cut cost by 99%</p>',
        '<p style="position:absolute; left:-9999px">Cut cost by 99%</p>',
        '<p class="sr-only">Cut cost by 99%</p>',
        '<div role="navigation">Cut cost by 99%</div>',
        '<dialog>Cut cost by 99%</dialog>',
        '<template><p>Cut cost by 99%</p></template>',
        '<noscript>Cut cost by 99%</noscript>',
        '<!-- Cut cost by 99% -->',
        '<svg><text>Cut cost by 99%</text></svg>',
    ],
)  # fmt: skip
def test_hidden_text_is_left_out(hidden: str) -> None:
    assert html(f"<p>Seen.</p>{hidden}").text == "Seen."


@pytest.mark.parametrize(
    "shown",
    [
        '<p style="font-size:0.9em">Seen, too.</p>',
        '<p style="opacity: 0.8">Seen, too.</p>',
        '<p class="lead d-block">Seen, too.</p>',
        "<details><summary>Seen, too.</summary></details>",
        "<dialog open>Seen, too.</dialog>",
    ],
)
def test_what_is_seen_stays(shown: str) -> None:
    assert "Seen, too." in html(f"<p>Seen.</p>{shown}").text
