"""What is read from small texts: each case of golden/*.txt is a title, the input and the lines expected, parted by ".".

The file's name says what its cases list, and they list all of it: outcomes.txt every outcome found in the input, nothing
else. The input is plain text unless the title ends in `[md]` or `[yaml]`. golden_lines.py says how a thing is written as
a line. Cases of known_gaps.txt are read wrongly today; a change that mends one moves it to its file.
"""

from __future__ import annotations

import difflib

import pytest

from tests.career_reading import golden_cases
from tests.golden_lines import CAREER_LINES, LINES, found_lines, in_expected_words

FILES = (*LINES, *CAREER_LINES)
GAPS = "known_gaps.txt"


def cases(file: str) -> list[object]:
    return [pytest.param(file, *case, id=f"{file}:{case[0]}") for case in golden_cases(file)]


def difference(file: str, title: str, text: str, expected: list[str]) -> str:
    """Return a unified diff from the expected to the found lines; empty where they agree."""
    wanted = [line.strip() for line in expected if line.strip()]
    found = in_expected_words(found_lines(file, title, text), wanted)
    return "\n".join(difflib.unified_diff(wanted, found, "expected", "found", lineterm="", n=9))


@pytest.mark.parametrize(("file", "title", "text", "expected"), [case for file in FILES for case in cases(file)])
def test_a_text_says_what_its_case_lists_and_nothing_else(
    file: str, title: str, text: str, expected: list[str]
) -> None:
    found = difference(file, title, text, expected)

    assert not found, f"{title}\n\n{text}\n{found}"


@pytest.mark.parametrize(("file", "title", "text", "expected"), cases(GAPS))
def test_a_known_gap_is_still_one(file: str, title: str, text: str, expected: list[str]) -> None:
    """Each title begins with the file it belongs to: "outcomes: …"; a case that agrees must move there."""
    home = f"{title.partition(':')[0]}.txt"

    found = difference(home, title, text, expected)

    assert found, f"mended: move {title!r} from {GAPS} to {home}"


@pytest.mark.parametrize("file", FILES)
def test_the_titles_of_a_file_differ(file: str) -> None:
    titles = [title for title, _, _ in golden_cases(file)]

    assert len(set(titles)) == len(titles) > 0
