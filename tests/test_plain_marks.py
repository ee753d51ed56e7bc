"""A text in plain marks has the same length, and what it says stands at the same offsets."""

from __future__ import annotations

import random

import pytest

from graph.documents import Span
from graph.model import EntityKind
from graph.pipeline import interpret
from graph.plain_marks import in_plain_marks, in_plain_signs
from graph.readers import reader_for

ODD = ["\u00a0", "\u200b", "\u2011", "&amp;", "&nbsp;", "&#8211;", "&lt;b&gt;", "&", "&;", "<b>", "</b>", "<strong class='x'>", "</strong>", "<br/>", "\\",
       "\n", " ", "- ", "word", "**", "é", "\r\n"]  # fmt: skip


def test_no_text_changes_its_length_or_its_words() -> None:
    chance = random.Random(11)
    for _ in range(3000):
        text = "".join(chance.choice(ODD) for _ in range(chance.randrange(30)))
        plain = in_plain_marks(text)
        assert len(plain) == len(text) == len(in_plain_signs(text))
        assert [n for n, line in enumerate(text) if line == "\n"] == [n for n, line in enumerate(plain) if line == "\n"]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Ruth\u00a0Ivory", "Ruth Ivory"),
        ("Hull &amp; Son", "Hull &     Son"),
        ("2019&#8211;2021", "2019–      2021"),
        ("co\u2011author, T\u2010shirts", "co-author, T-shirts"),
        ("Ruth Ivory\u200b\n\u200bHull micro\u200bscope", "Ruth Ivory \n Hull micro\u200bscope"),
        ("a &lt;b&gt; c", "a &lt;b&gt; c"),
        ("one\\\ntwo<br />\nthree", "one \ntwo      \nthree"),
        ("- <strong>Quay wall:</strong> rebuilt", "-       **Quay wall:**        rebuilt"),
        ("the <b>quay</b> wall", "the <b>quay</b> wall"),
        ("<p><b>Company:</b> Hull</p>", "<p><b>Company:</b> Hull</p>"),
    ],
)
def test_signs_become_plain_where_they_stand(text: str, plain: str) -> None:
    assert in_plain_marks(text) == plain


def test_what_is_read_of_such_a_text_is_named_plainly_and_quoted_as_written() -> None:
    page = "# Ruth\u00a0Ivory\n\n## Experience\n\n### Diver, Hull &amp; Son\nMay\u00a02019 – June\u00a02021\\\nDover\n"
    document = reader_for("a.md").read(page.encode(), "a.md")
    mentions = interpret(document).mentions

    (employer,) = (m for m in mentions if m.kind is EntityKind.EMPLOYER)
    (person,) = (m for m in mentions if m.kind is EntityKind.PERSON)
    assert (employer.name, employer.text) == ("Hull & Son", "Hull &amp; Son")
    assert (person.name, person.text) == ("Ruth Ivory", "Ruth\u00a0Ivory")
    assert all(m.text == document.quote(m.span) for m in mentions)
    assert document.text == page
    assert document.quote(Span("a.md", 2, 12)) == "Ruth\u00a0Ivory"
