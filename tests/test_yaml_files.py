"""YAML and JSON: fields with their path and place, and what is refused."""

from __future__ import annotations

import pytest
import yaml

from graph.errors import UnreadableFileError
from graph.readers import yaml_fields
from graph.readers.yaml_fields import yaml_values
from graph.readers.yaml_files import read_json, read_yaml
from tests.document_shapes import fields, shown


def test_yaml_values_are_fields_with_their_path_and_place() -> None:
    text = 'work:\n  - name: "Brinmoor \\"B\\" Ltd"\n    position: Engineer  # note\n    tags: [a, b c]\n    none: ~\n'
    document = read_yaml(text.encode(), "a.yaml")

    assert document.text == text
    assert fields(document) == {
        "work[0].name": 'Brinmoor \\"B\\" Ltd',
        "work[0].position": "Engineer",
        "work[0].tags[0]": "a",
        "work[0].tags[1]": "b c",
    }


SCALARS = """
plain: null
quoted: "ta\\u0062 \\U0001F389 é"
single: 'it''s 🎉'
folded: >
  one
  two
empty:
list: [a, "b", {c: d}]  # a remark
many: one line
  and another
"""


def test_both_yaml_parsers_give_the_same_values_at_the_same_places(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = (
        SCALARS,
        SCALARS.replace("\n", "\r\n"),
        '{"a": [1, "x\\ty", {"b": null}], "c": "🎉"}',
        "- 1\n- ~\n- |\n  é\n",
    )
    fast = [yaml_values(text, "a.yaml") for text in texts]

    monkeypatch.setattr(yaml_fields, "FAST_LOADER", yaml.SafeLoader)

    assert [yaml_values(text, "a.yaml") for text in texts] == fast
    assert [value.value for value in fast[0]][:3] == ["tab 🎉 é", "it's 🎉", "one two\n"]


def test_a_yaml_block_scalar_is_the_lines_of_its_body() -> None:
    document = read_yaml(b"summary: >\r\n  First line\r\n  second line.\r\nnext: 1\r\n", "a.yaml")

    assert fields(document) == {"summary": "First line\r\n  second line.", "next": "1"}
    assert document.metadata == {"summary": "First line second line.", "next": "1"}


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ("a: 1\nb: 2\na: 3\n", "stands twice", 3),
        ("a:\n\t- b\n", "indent with spaces", 2),
        ("a: b: c\n", "in quotes", 1),
        ("[" * 50, "nested deeper than 40", 1),
        ("a: &x 1\nb:\n" + "  - *x\n" * 101, "more than 100 aliases", 103),
    ],
    ids=["duplicate key", "tab", "colon in a value", "nesting", "aliases"],
)
def test_bad_yaml_is_refused_with_its_line_and_a_remedy(text: str, message: str, line: int) -> None:
    with pytest.raises(UnreadableFileError, match=message) as caught:
        read_yaml(text.encode(), "a.yaml")

    assert caught.value.line == line


def test_yaml_documents_of_one_file_may_repeat_keys() -> None:
    document = read_yaml(b"a: 1\n---\na: 2\n", "a.yaml")

    assert shown(document) == [("field", "1"), ("field", "2")]


def test_json_is_read_with_its_tabs_and_escapes() -> None:
    text = '{\n\t"name": "Tendai \\u00d6rn",\n\t"work": [{"position":"Engineer"}]\n}'
    document = read_json(text.encode(), "a.json")

    assert document.text == text
    assert fields(document) == {"name": "Tendai \\u00d6rn", "work[0].position": "Engineer"}
    assert document.metadata["name"] == "Tendai Örn"
