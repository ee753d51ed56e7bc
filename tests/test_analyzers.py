"""How text is cut into words: names with marks stay distinct, compounds are found by parts, figures as figures."""

from __future__ import annotations

import pytest

from index.analyzers import cut_text, fold, forms, stem, stems, terms, words


def indexed(text: str) -> list[str]:
    return [form for term in terms(text) for form, _ in forms(term)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("C++", ["c++"]),
        ("C#", ["c#"]),
        ("F#", ["f#"]),
        ("C", ["c"]),
        (".NET", [".net"]),
        ("C++.", ["c++"]),
        ("(C#)", ["c#"]),
        ("Node.js", ["node.js", "node", "js"]),
        ("CI/CD", ["ci/cd", "ci", "cd"]),
        ("A/B", ["a/b", "a", "b"]),
        ("TCP/IP", ["tcp/ip", "tcp", "ip"]),
        ("C#/.NET", ["c#/.net", "c#", ".net"]),
        ("event-driven", ["event-driven", "event", "driven"]),
        ("k8s", ["k8s"]),
        ("3D", ["3d"]),
    ],
)
def test_a_name_with_marks_is_indexed_as_itself_and_by_its_parts(text: str, expected: list[str]) -> None:
    assert indexed(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("63.2%", ["63.2%", "63.2"]),
        ("63.2 %", ["63.2%", "63.2"]),
        ("$64m", ["$64m", "64m"]),
        ("10-15x", ["10-15x", "10", "15x"]),
        ("10–15×", ["10-15x", "10", "15x"]),
        ("80M+", ["80m+", "80m"]),
        ("1,200", ["1200"]),
        ("$2M+", ["$2m+", "$2m", "2m"]),
    ],
)
def test_a_figure_is_one_word_with_and_without_its_marks(text: str, expected: list[str]) -> None:
    assert indexed(text) == expected


def test_case_and_accents_make_no_difference() -> None:
    assert fold("CAFÉ") == fold("cafe") == "cafe"
    assert fold("Straße") == "strasse"


def test_a_possessive_is_its_owner() -> None:
    assert words("the customer's O’Reilly books") == ("the", "customer", "oreilly", "books")


def test_offsets_point_at_the_words_as_written() -> None:
    text = "İzmir’s Node.js, 63.2 % faster"

    assert [text[term.start : term.end] for term in terms(text)] == ["İzmir’s", "Node.js", "63.2 %", "faster"]


def test_a_path_of_many_parts_is_indexed_by_its_parts_alone() -> None:
    assert indexed("a/b/c/d/e") == ["a", "b", "c", "d", "e"]


def test_words_are_stemmed_and_names_are_not() -> None:
    assert stems("migrations migrated") == ("migrat", "migrat")
    assert stem("c++") == "c++"
    assert stem("k8s") == "k8s"


def test_a_text_is_cut_once_for_marking_and_for_ranking() -> None:
    text = "Node.js and café bills fell by 63.2%."

    cut = cut_text(text, {})

    assert (cut.words, cut.stems) == (words(text), stems(text))
    written = [text[start:end] for start, end in zip(cut.starts, cut.ends, strict=True)]
    assert written == ["Node", "js", "and", "café", "bills", "fell", "by", "63.2%"]
