"""The lines that `check` offers: pasted into careergraph.yaml, each makes its finding go away after a rebuild."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from graph.finding import Finding, telling_quote
from graph.findings import PROBLEMS, find_problems
from graph.pipeline import build_graph
from graph.storage import load
from tests.graph_builder import document_of

MARA = "---\nauthor: Mara Quillfeather\n---\n\n"
FOLDERS: dict[str, dict[str, str]] = {
    "unknown-author": {"mill/a.md": "# Parcel ledger\n\nI moved the ledger to Kafka in 3 days.\n"},
    "same-name": {
        "north/a.md": f"{MARA}# Parcel ledger\n\nI moved the ledger to Kafka in 3 days.\n",
        "south/b.md": f"{MARA}# Ward dashboard\n\nI built it in Python for 14 wards.\n",
    },
    "likely-duplicate": {
        "a.md": f"{MARA}# Experience\n\n## Engineer, Weirkeep Labs Ltd, 2019 – 2020\n\n- Moved 14 ledgers to Kafka\n\n"
        "## Lead, Weirkeep Labbs, 2021 – 2022\n\n- Moved 9 wards to Redis\n",
    },
    "claim-told-two-ways": {
        "a.md": f"{MARA}# Parcel ledger migration\n\nI moved the ledger to Kafka, which cut nightly run time by 40%.\n",
        "b.md": f"{MARA}# Parcel ledger migration\n\nThe move to Kafka cut nightly run time by 55%.\n",
    },
    "outcome-without-project": {
        "a.md": f"{MARA}# Skills\n\nHosting became $40k a year cheaper in all.\n\n# Projects\n\n## Parcel ledger migration\n\n"
        "I moved the ledger to Kafka, which cut run time by 40%.\n",
    },
    "project-without-outcome": {
        "a.md": f"{MARA}# Parcel ledger migration\n\n**Situation.** The ledger was slow.\n\n**Action.** I moved it to Kafka.\n\n"
        "**Result.** It was calm.\n",
    },
    "undated-project": {"a.md": f"{MARA}# Parcel ledger migration\n\nI moved the ledger to Kafka in 3 days.\n"},
    "undated-role": {"a.md": f"{MARA}# Experience\n\n## Staff Engineer, Weirkeep Labs\n\n- Moved 14 ledgers to Kafka\n"},
    "unknown-term": {"a.md": f"{MARA}# Tools\n\nKafka, WeirBase, Redis\n"},
}  # fmt: skip
"""Kind of finding → a folder in which it is found."""
NOTHING_TO_PASTE = {"job-told-two-ways", "skipped-file", "front-matter", "correction-unmatched", "figures-left-out"}


def found(folder: Path, code: str) -> list[Finding]:
    result = build_graph(folder)
    return [finding for finding in find_problems(result.kg, result.report) if finding.code == code]


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("code", FOLDERS)
def test_a_correction_pasted_from_check_makes_its_finding_go_away(tmp_path: Path, code: str) -> None:
    write(tmp_path, FOLDERS[code])
    first = found(tmp_path, code)
    assert first and first[0].paste
    finding = first[0]

    for paste in finding.paste:
        lines = paste.lines.replace("FULL NAME", "Ada Example").replace("WHO THIS IS", "Engineer at the mill")
        write(tmp_path, {"careergraph.yaml": f"{lines}\n"})

        assert isinstance(yaml.safe_load(lines), dict)
        left = [(other.document, other.start, other.message) for other in found(tmp_path, code)]
        assert (finding.document, finding.start, finding.message) not in left, paste.when
        assert len(left) < len(first), paste.when
        assert build_graph(tmp_path).report.findings == ()


def test_every_kind_of_finding_is_tried_or_has_nothing_to_paste() -> None:
    assert set(FOLDERS) | NOTHING_TO_PASTE == set(PROBLEMS)


def test_each_finding_of_the_corpus_has_lines_that_are_understood(saved_corpus: Path) -> None:
    from graph.corrections import parse_corrections

    result = load(saved_corpus)
    pastes = [paste for finding in find_problems(result.kg, result.report) for paste in finding.paste]

    assert len(pastes) > 50
    for paste in pastes:
        assert parse_corrections(paste.lines).text == paste.lines


def test_a_quote_that_stands_twice_is_told_with_the_words_around_it() -> None:
    document = document_of("a.md", "Cut cost by 40% and waste by 40% too.\nThen 40%\n")

    first, second, third = (document.span(at, at + 3) for at in (12, 29, 43))
    assert [telling_quote(document, span) for span in (first, second, third)] == ["40% and", "40% too.", "Then 40%"]
