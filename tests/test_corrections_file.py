"""careergraph.yaml as a file: what is not understood is named with its line, and nothing in it is run."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.correction_rules import KEYS, Corrections
from graph.corrections import load_corrections, parse_corrections
from graph.errors import CorrectionsError


def test_no_file_and_an_empty_file_correct_nothing(tmp_path: Path) -> None:
    assert load_corrections(tmp_path) == Corrections()

    (tmp_path / "careergraph.yaml").write_text("# nothing yet\n", encoding="utf-8")

    assert load_corrections(tmp_path) == Corrections(text="# nothing yet\n")


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("fictional: []\nautors: []\n", 2, "unknown key 'autors'"),
        ("authors:\n  - {path: a, name: B, mail: c}\n", 2, "unknown key 'mail' in 'authors'"),
        ("authors:\n  - {path: a}\n", 2, "needs a `path` and a `name` or `label`"),
        ("fictional: []\nauthors: Mara\n", 2, "holds a list"),
        ("rename: [a]\n", 1, "holds `name: value` lines"),
        ("same_as: [[technology:kafka]]\n", 1, "two or more ids"),
        ("fictional: []\nsame_as:\n  - [kafka, postgres]\n", 2, "two or more ids"),
        ("fictional: []\nretype:\n  technology:kafka: gadget\n", 3, "'gadget' is no kind"),
        ("hide:\n  - {document: a.md}\n", 2, "`hide` needs"),
        ("outcomes:\n  - {document: a.md, quote: x, set: {colour: red}}\n", 2, "'colour' can't be set"),
        ("outcomes:\n  - {document: a.md, quote: x}\n", 2, "needs `document`, `quote` and `set`"),
        ("vocabularies: {gadgets: []}\n", 1, "unknown key 'gadgets'"),
        ("vocabularies:\n  technologies:\n    - {name: A, colour: red}\n", 3, "unknown key 'colour'"),
        ("- a\n", 1, "a mapping is expected"),
        ("fictional: [\n", 2, "not YAML"),
        ("fictional: &f [a]\nauthors: *f\n", 2, "aliases"),
    ],
)
def test_what_is_not_understood_is_an_error_with_file_and_line(text: str, line: int, said: str) -> None:
    with pytest.raises(CorrectionsError, match=said.replace("[", r"\[")) as caught:
        parse_corrections(text)

    assert (caught.value.path, caught.value.line) == ("careergraph.yaml", line)
    assert str(caught.value).startswith(f"careergraph.yaml:{line}: ")


def test_an_unknown_key_is_answered_with_the_known_ones() -> None:
    with pytest.raises(CorrectionsError, match=", ".join(KEYS)):
        parse_corrections("colour: red")


def test_aliases_that_would_grow_without_end_are_refused_at_once() -> None:
    bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
        f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )

    with pytest.raises(CorrectionsError, match="aliases") as caught:
        parse_corrections(bomb)

    assert caught.value.line == 2


def test_deep_nesting_is_an_error_not_a_crash() -> None:
    with pytest.raises(CorrectionsError):
        parse_corrections("hide: " + "[" * 1_500 + "]" * 1_500)


@pytest.mark.parametrize("tag", ["!!python/object/apply:os.system ['true']", "!!python/name:os.system"])
def test_nothing_in_the_file_is_executed(tag: str) -> None:
    with pytest.raises(CorrectionsError):
        parse_corrections(f"fictional: [{tag}]")


def test_a_file_that_is_no_utf8_is_named(tmp_path: Path) -> None:
    (tmp_path / "careergraph.yaml").write_bytes(b"rename: {caf\xe9: x}\n")

    with pytest.raises(CorrectionsError, match=r"careergraph\.yaml: not UTF-8; save it as UTF-8"):
        load_corrections(tmp_path)


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    (tmp_path / "careergraph.yaml").write_bytes(b"#" * 1_000_001)

    with pytest.raises(CorrectionsError, match="larger than 1 MB"):
        load_corrections(tmp_path)


def test_a_byte_order_mark_is_no_part_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "careergraph.yaml").write_bytes(b"\xef\xbb\xbffictional: [a.md]\n")

    assert load_corrections(tmp_path).fictional == ("a.md",)
