"""What users type becomes a query: words, phrases, operators, filters; nothing typed is an error but excess."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.errors import QueryBudgetError
from index.parsing.query_parser import parse_query
from index.query import Filter, Group, Need, Operator, Phrase, Prefix, Word


def read(text: str) -> list[tuple[str, str]]:
    return [(clause.need.value, clause.node.source) for clause in parse_query(text).clauses]


def test_words_are_wanted_and_function_words_are_optional() -> None:
    assert read("moved to the cloud") == [("should", "moved"), ("may", "to"), ("may", "the"), ("should", "cloud")]


def test_quotes_plus_and_and_make_a_part_required() -> None:
    assert read('"event log" +kafka redis AND java') == [
        ("must", '"event log"'), ("must", "kafka"), ("must", "redis"), ("must", "java"),
    ]  # fmt: skip


def test_minus_and_not_exclude() -> None:
    assert read("kafka -redis NOT java") == [("should", "kafka"), ("not", "redis"), ("not", "java")]


def test_or_joins_its_two_neighbours() -> None:
    first, second = parse_query("kafka OR redis migration").clauses

    assert isinstance(first.node, Group)
    assert first.node.operator is Operator.ANY
    assert [member.source for member in first.node.members] == ["kafka", "redis"]
    assert second.node.source == "migration"


def test_parentheses_group() -> None:
    (clause,) = parse_query("-(kafka redis)").clauses

    assert clause.need is Need.NOT
    assert isinstance(clause.node, Group)
    assert clause.node.operator is Operator.ALL


def test_a_hyphen_inside_a_word_excludes_nothing() -> None:
    (clause,) = parse_query("event-driven").clauses

    assert clause.node == Word("event-driven", ("event", "driven"), "event-driven")


@pytest.mark.parametrize("name", ["C++", "C#", ".NET", "Node.js", "CI/CD"])
def test_names_with_marks_are_one_word(name: str) -> None:
    (clause,) = parse_query(name).clauses

    assert isinstance(clause.node, Word)
    assert clause.node.text == name.lower()


@pytest.mark.parametrize(
    ("text", "field", "value"),
    [
        ("tech:kafka", "technology", "kafka"),
        ("technology:Kafka", "technology", "Kafka"),
        ('person:"Tamsin Vey"', "person", "Tamsin Vey"),
        ("doc:a/b.md", "document", "a/b.md"),
        ("has:metric", "has", "metric"),
        ("role:engineer", "role", "engineer"),
    ],
)
def test_a_filter_has_a_field_and_a_value(text: str, field: str, value: str) -> None:
    (clause,) = parse_query(text).clauses

    assert clause.node == Filter(field, value, text)


def test_an_unknown_field_is_read_as_words_and_says_so() -> None:
    query = parse_query("colour:red")

    assert [clause.node.source for clause in query.clauses] == ["colour", "red"]
    assert "colour:" in query.notes[0].message
    assert "technology" in query.notes[0].message


def test_a_missing_quotation_mark_is_added_and_says_so() -> None:
    query = parse_query('kafka "event log')

    assert query.clauses[1].node == Phrase(("event", "log"), '"event log')
    assert query.notes[0].kind == "repaired"


def test_a_prefix_needs_three_letters() -> None:
    (clause,) = parse_query("micro*").clauses

    assert clause.node == Prefix("micro", "micro*")
    with pytest.raises(QueryBudgetError, match="at least 3 letters"):
        parse_query("mi*")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("x" * 513, "shorten it to at most 512"),
        ("a b " * 17, "at most 32"),
        ('"' + "a " * 40 + '"', "at most 32"),
        ("(" * 13 + "a" + ")" * 13, "12 deep"),
        ('"a b" "c d" "e f"', "at most 2"),
    ],
    ids=["long", "wide", "long phrase", "deep", "phrases"],
)
def test_what_exceeds_the_budget_is_told_what_to_change(text: str, message: str) -> None:
    with pytest.raises(QueryBudgetError, match=message):
        parse_query(text)


@given(st.text(alphabet='ab +-"()*:.#“”/\\\n ANDORTtechpso', max_size=80) | st.text(max_size=80))
def test_nothing_that_is_typed_raises_anything_but_the_budget(text: str) -> None:
    try:
        query = parse_query(text)
    except QueryBudgetError:
        return
    for clause in query.clauses:
        assert clause.need in Need
