"""What a person does not see, or sees alike, changes nothing that is read: ends of lines, blanks, signs of emphasis, levels of headings."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.pipeline import interpret
from graph.readers import reader_for

CONTENT = Path(__file__).parent.parent / "content"
PAGES = sorted(path for path in (CONTENT / "fictional").rglob("*") if path.suffix in (".md", ".txt"))

CV = """## Ruth Ivory

### Education

- **BSc Botany**, [Tarn University](https://tarn.example), 2009 – 2012

### Experience

**[Hull Foods](https://hull.example)**, Lead Engineer, May 2019 – June 2021

- Moved the **ledger** to _PostgreSQL_ (_Kafka_, _Debian_), cutting the nightly run from 9 hours to 40 minutes.

### Projects

**Tideboard**: a map of tides in Python, used by 40 harbours.
"""


def facts(text: str, name: str) -> set[tuple[object, ...]]:
    """Return what is read of a text without the places."""
    return {
        (m.kind, re.sub(r"\s+", " ", m.name), m.attributes.get("start"), m.attributes.get("employer"))
        for m in interpret(reader_for(name).read(text.encode(), name)).mentions
    }


def deeper(text: str) -> str:
    return re.sub(r"^#", "##", text, flags=re.MULTILINE)


OTHERWISE: dict[str, Callable[[str], str]] = {
    "Windows' ends of lines": lambda text: text.replace("\n", "\r\n"),
    "a blank at the end of each line": lambda text: re.sub(r"(?<=\S)\n", " \n", text),
    "bold by underscores": lambda text: re.sub(r"\*\*([^*\n]+)\*\*", r"__\1__", text),
    "italics by asterisks": lambda text: re.sub(r"(?<![\w_])_([^_\n]+)_(?![\w_])", r"*\1*", text),
}


@pytest.mark.parametrize("change", OTHERWISE.values(), ids=OTHERWISE)
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_says_the_same_with(change: Callable[[str], str], page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert facts(change(text), page.name) == facts(text, page.name)


@pytest.mark.parametrize("change", [*OTHERWISE.values(), deeper], ids=[*OTHERWISE, "deeper headings"])
def test_a_career_says_the_same_with(change: Callable[[str], str]) -> None:
    found = facts(CV, "cv.md")

    assert {str(name) for _, name, *_ in found} >= {
        "Ruth Ivory",
        "Hull Foods",
        "Tarn University",
        "Debian",
        "Tideboard",
    }
    assert facts(change(CV), "cv.md") == found


def test_a_degree_beside_a_link_is_quoted_where_it_stands() -> None:
    document = reader_for("cv.md").read(
        b"# Ruth Ivory\n\nEngineer at [Hull Foods](https://hull.example), 2019 - 2021\n\n## Education\n\nBSc Botany, Tarn University\n",
        "cv.md",
    )
    (degree,) = [
        degree
        for m in interpret(document).mentions
        for degree in m.attributes.get("degrees", ())  # type: ignore[union-attr]
    ]

    (said,) = degree["said"]  # type: ignore[index,call-overload]
    assert document.text[said["start"] : said["end"]] == "BSc"  # type: ignore[index]
