"""A heading's block holds its words: no pictures, logos, links, colons by habit or numbers of an outline."""

from __future__ import annotations

import pytest

from graph.documents import BlockKind
from graph.readers.markdown import read_markdown


def headings(text: str) -> list[str]:
    document = read_markdown(text.encode(), "a.md")
    return [document.quote(block.span) for block in document.blocks if block.kind is BlockKind.HEADING]


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("## 🛠️ Experience", "Experience"),
        ("## Experience 👩🏽‍💻:", "Experience"),
        ("## :briefcase: **Experience**", "Experience"),
        ("### ![the logo](a.png) Tarn Foods — Cook", "Tarn Foods — Cook"),
        ("### Tarn Foods — Cook [¶](#cook)", "Tarn Foods — Cook"),
        ("### 🌊 [Tarn Foods](https://tarn.example)", "Tarn Foods"),
        ("## – Experience –", "Experience"),
        ("## 🌊🌊", "🌊🌊"),
        ("### 1. FC Lohmar", "1. FC Lohmar"),
        ("### 3 years at Tarn Foods", "3 years at Tarn Foods"),
        ("### Duties:", "Duties:"),
        ("## Oslo → Bergen", "Oslo → Bergen"),
        ("## C++ and C#", "C++ and C#"),
    ],
)
def test_a_heading_is_its_words(written: str, words: str) -> None:
    assert headings(f"{written}\n\nI cooked.\n") == [words]


@pytest.mark.parametrize(
    "numbers",
    [("1.", "1.1", "2."), ("1", "1.1", "2"), ("I.", "II.", "III."), ("A)", "B)", "C)"), ("01 —", "02 —", "03 —")],
)
def test_the_numbers_of_an_outline_are_no_words(numbers: tuple[str, str, str]) -> None:
    first, second, third = numbers

    assert headings(
        f"# Jane\n\n## {first} Jobs\n\n### {second} Tarn Foods\n\nCook\n\n## {third} Studies\n\nBaking\n"
    ) == [
        "Jane",
        "Jobs",
        "Tarn Foods",
        "Studies",
    ]
