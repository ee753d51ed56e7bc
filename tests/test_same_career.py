"""The same career in every format: employers, titles, dates, technologies and outcomes agree with what the text says."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from graph.model import EntityKind, Measure
from graph.pipeline import build_graph, interpret
from graph.readers import FORMATS, read_file, reader_for
from graph.resolution.readings import DocumentReading
from tests.career_documents import as_pdf, as_word
from tests.career_records import as_linkedin
from tests.career_writers import WRITERS
from tests.one_career import JOBS, NAME, TRUTH

FLOOR = 0.90
"""Share of the text version's F1 that each format must reach."""


def facts_of(reading: DocumentReading) -> Mapping[str, frozenset[str]]:
    """Return what was read, in the words of TRUTH."""
    by_kind = {kind: [m for m in reading.mentions if m.kind is kind] for kind in EntityKind}
    employers = {mention.key: mention.name for mention in by_kind[EntityKind.EMPLOYER]}
    roles = [
        (m, employers[str(m.attributes["employer"])]) for m in by_kind[EntityKind.ROLE] if m.attributes.get("employer")
    ]
    return {
        "employers": frozenset(employers.values()),
        "titles": frozenset(f"{m.attributes['title']} @ {employer}" for m, employer in roles),
        "dates": frozenset(
            f"{employer} {m.attributes['start']} {m.attributes['end'] or _open(m)}" for m, employer in roles
        ),
        "technologies": frozenset(m.name for m in by_kind[EntityKind.TECHNOLOGY]),
        "outcomes": frozenset(_figure(m.measure) for m in reading.mentions if m.measure is not None),
    }


def _open(mention: object) -> str:
    period = getattr(mention, "period", None)
    return "present" if period is not None and period.is_current else "-"


def _figure(measure: Measure) -> str:
    if measure.before is not None and measure.after is not None:
        return f"{measure.before:g}>{measure.after:g}"
    return f"{measure.value:.10g}" if measure.value is not None else "in words"


def f1(found: Mapping[str, frozenset[str]], wanted: Mapping[str, frozenset[str]]) -> dict[str, float]:
    """Return the F1 of each kind of fact, and of all together."""
    pairs = {kind: (len(found[kind] & wanted[kind]), len(found[kind]), len(wanted[kind])) for kind in wanted}
    pairs["all"] = tuple(sum(column) for column in zip(*pairs.values(), strict=True))  # type: ignore[assignment]
    return {kind: 2 * right / (got + there) if got + there else 1.0 for kind, (right, got, there) in pairs.items()}


@pytest.fixture(scope="module")
def scores(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, float]]:
    """Layout → F1 of each kind of fact, all read from files."""
    found = {}
    for layout, (name, write) in WRITERS.items():
        path = tmp_path_factory.mktemp("career") / name
        path.write_bytes(write())
        found[layout] = f1(facts_of(interpret(read_file(path, name))), TRUTH)
    return found


def test_a_table_shows_how_far_the_formats_agree(
    scores: dict[str, dict[str, float]], capsys: pytest.CaptureFixture[str]
) -> None:
    kinds = [*TRUTH, "all"]
    with capsys.disabled():
        print(f"\n{'the same career in':26}" + "".join(f"{kind:>14}" for kind in kinds))
        for layout, score in scores.items():
            print(f"{layout:26}" + "".join(f"{score[kind]:14.2f}" for kind in kinds))

    assert scores["text"]["all"] >= 0.95


@pytest.mark.parametrize("layout", WRITERS)
def test_a_format_is_read_nearly_as_well_as_text(layout: str, scores: dict[str, dict[str, float]]) -> None:
    assert {kind: score for kind, score in scores[layout].items() if score < FLOOR * scores["text"][kind]} == {}


def test_every_format_has_the_career() -> None:
    assert {reader_for(name).label for name, _ in WRITERS.values()} == {spec.label for spec in FORMATS}


def test_one_person_s_documents_fold_into_one_career(tmp_path: Path) -> None:
    (tmp_path / "resume.pdf").write_bytes(as_pdf())
    (tmp_path / "resume.docx").write_bytes(as_word())
    (tmp_path / "linkedin.zip").write_bytes(as_linkedin())

    kg = build_graph(tmp_path).kg

    by_kind = {kind: [e for e in kg.entities() if e.kind is kind] for kind in EntityKind}
    (person,) = by_kind[EntityKind.PERSON]
    assert person.name == NAME
    assert {span.span.document_id for span in person.evidence} == {"resume.pdf", "resume.docx", "linkedin.zip"}
    assert sorted(e.name for e in by_kind[EntityKind.EMPLOYER]) == sorted(job.employer for job in JOBS)
    assert sorted(e.name for e in by_kind[EntityKind.ROLE]) == sorted(job.title for job in JOBS)
    for role in by_kind[EntityKind.ROLE]:
        assert len({proof.span.document_id for proof in role.evidence}) == 3
