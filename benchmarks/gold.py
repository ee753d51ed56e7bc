"""Reads the annotations of the samples beside the repository in the shape of our own, to judge confidence by their copies."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from subprocess import run
from typing import Any

import yaml

from benchmarks.annotations import Annotation, Degree, Employment, Figure, Place, dimension_of
from benchmarks.scoring import score_document
from benchmarks.tally import Judged
from graph.model import EntityKind, Measures
from graph.pipeline import interpret
from graph.readers import read_file
from graph.yaml_parsing import FAST_LOADER


def judged_in_copies(shared: Path, seeds: int) -> list[Judged]:
    """Return the judged mentions of `seeds` altered copies of each sample. Raises CalledProcessError where none is made."""
    found: list[Judged] = []
    for seed in range(1, seeds + 1):
        with tempfile.TemporaryDirectory(prefix="careergraph-copies-") as folder:
            script = shared / "gold" / "perturb.py"
            run([sys.executable, script, "--seed", str(seed), "--out", folder], check=True, capture_output=True)
            for path in sorted(Path(folder, "gold").glob("*.yaml")):
                annotation = annotation_of(path)
                document = read_file(Path(folder, "samples", annotation.document), annotation.document)
                judged = score_document(annotation, interpret(document)).judged
                # The roles that a story's author played stand with its project there, and are not compared here.
                found += [fact for fact in judged if annotation.employments or fact.kind is not EntityKind.ROLE]
    return found


def annotation_of(path: Path) -> Annotation:
    """Return a sample's annotation as one of ours; what ours has no word for (labels, practices, parts) is left out."""
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=FAST_LOADER)
    jobs, relations = data["employers"] or (), data["relations"] or ()

    def pairs(kind: str) -> frozenset[tuple[str, str]]:
        return frozenset((r["source"], r["target"]) for r in relations if r["type"] == kind)

    return Annotation(
        path=path,
        document=data["document"],
        person=data["person"]["name"],
        employers=tuple({job["name"]: _place(job) for job in jobs}.values()),
        employments=tuple(
            Employment(job["name"], job["title"], job["start"], job["end"], title_optional=job["title"] is None)
            for job in jobs
        ),
        education=tuple(
            Degree(study["institution"], study["degree"], study["field"]) for study in data["education"] or ()
        ),
        projects=tuple(_place(item) for item in data["projects"] or ()),
        technologies=tuple(_place(item) for item in data["technologies"] or ()),
        figures=tuple(figure for item in data["outcomes"] or () for figure in _figures(item)),
        not_figures=tuple(text for anchor in data["noise"] or () for text in _anchors(anchor)),
        uses=pairs("uses"),
        at_employer=pairs("at_employer"),
    )


def _place(item: Mapping[str, Any]) -> Place:
    optional = bool(item.get("optional")) or "same_as" in item
    return Place(item["name"], tuple(item.get("aliases") or ()), _anchors(item.get("at")), optional)


def _anchors(at: Any) -> tuple[str, ...]:
    """Return the words of one anchor or a list of them; of `{text, within}` the longer, which stands in one place only."""
    listed = at if isinstance(at, list) else [] if at is None else [at]
    return tuple(anchor if isinstance(anchor, str) else anchor["within"] for anchor in listed)


def _figures(item: Mapping[str, Any]) -> list[Figure]:
    """Return the figure at each of its anchors, the first wanted and the rest optional."""
    value = item["value"]
    if value is None:
        return []
    return [
        Figure(
            quote=quote,
            value=(float(value[0]), float(value[1])) if isinstance(value, list) else float(value),
            unit=item["unit"],
            dimension=dimension_of(item["unit"]),
            direction=item.get("direction", "none"),
            before=item.get("before"),
            after=item.get("after"),
            measures=Measures.RESULT,
            project=None,
            other_values=tuple(float(other) for other in item.get("value_also") or () if not isinstance(other, list)),
            optional=place > 0 or bool(item.get("optional")),
            link_optional=True,
        )
        for place, quote in enumerate(_anchors(item["at"]))
    ]
