"""Writes invented careers with all that surrounds and varies a post, and tells which are read wholly.

layouts.py tries the order and the marks of a plain post; here the marks are few, and the posts are what people have had: several
at one house, for clients, with remarks, in a list, in a sentence, abroad, at houses and under titles of every sort.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import product
from typing import TypeAlias

from benchmarks.written import career_words as words
from benchmarks.written.layouts import Tried, posts_in, reading_of

Post: TypeAlias = Mapping[str, str]
"""T, C, D and B: title, house, dates and bullets; `found`: start and end as they are read."""
Layouts: TypeAlias = Iterable[tuple[str, str, Sequence[str]]]
"""(name, the text of the section and its heading, what is to be read of it)."""

FIRST: Post = {
    "T": "Senior Backend Engineer", "C": "Oda & Finch", "D": "January 2019 – July 2021", "found": "2019-01 | 2021-07",
    "B": "- Built the billing service in Go and cut failed payments by 30%\n- Helped junior colleagues with their first incident",
}  # fmt: skip
SECOND: Post = {
    "T": "Support Technician", "C": "Brightkelp", "D": "Mar 2015 – Dec 2018", "found": "2015-03 | 2018-12",
    "B": "- Answered tickets of 400 customers\n- Wrote the handbook for new colleagues",
}  # fmt: skip


_REMARK = re.compile(r" \(| [-—] ")


def wanted(post: Post) -> str:
    """Return how a post is read: title and house without a remark in brackets or behind a dash."""
    return " | ".join([*(_REMARK.split(post[part])[0] for part in "CT"), post["found"]])


def written(frame: str, *posts: Post) -> str:
    """Return posts in one frame, each with its bullets."""
    return "\n\n".join(f"{frame.format(**post)}\n\n{post['B']}" for post in posts)


def varied(part: str, values: Iterable[str]) -> Layouts:
    """Yield each frame with each value as one part of the first of two posts."""
    for value, (frame, form) in product(values, words.FRAMES.items()):
        post = {**FIRST, part: value}
        yield f"{value}: {frame}", "## Experience\n\n" + written(form, post, SECOND), [wanted(post), wanted(SECOND)]


def of_houses() -> Layouts:
    """Yield the frames with houses of unusual names."""
    return varied("C", words.HOUSES)


def of_titles() -> Layouts:
    """Yield the frames with titles of all trades and levels."""
    return varied("T", words.TITLES)


def of_periods() -> Layouts:
    """Yield the frames with dates in other forms."""
    for (dates, found), (frame, form) in product(words.PERIODS.items(), words.FRAMES.items()):
        post = {**FIRST, "D": dates, "found": found}
        yield f"{dates}: {frame}", "## Experience\n\n" + written(form, post, SECOND), [wanted(post), wanted(SECOND)]


def abroad() -> Layouts:
    """Yield the frames with posts in other languages, below that language's heading."""
    for (heading, title, house, dates, bullet), (frame, form) in product(words.ABROAD, words.FRAMES.items()):
        post = {"T": title, "C": house, "D": dates, "B": f"- {bullet}", "found": "2017-03 | 2019-10"}
        now = {"T": title, "C": "Brightkelp", "D": "2012 – 2014", "B": f"- {bullet}", "found": "2012 | 2014"}
        yield f"{heading}: {frame}", f"## {heading}\n\n" + written(form, post, now), [wanted(post), wanted(now)]


def with_remarks() -> Layouts:
    """Yield the frames with a remark in each place where people write it."""
    for (slot, form), remark in product(words.SLOTS.items(), words.REMARKS):
        marked = form.replace("{R}", remark)
        yield f"{remark}: {slot}", "## Experience\n\n" + written(marked, FIRST, SECOND), [wanted(FIRST), wanted(SECOND)]


def given(layouts: Layouts) -> Layouts:
    """Yield layouts that are written out."""
    for name, text, found in layouts:
        yield name, text if text.startswith(("## ", "\n")) else f"## Experience\n\n{text}", found


def without_dates() -> Layouts:
    """Yield posts whose dates nobody states."""
    for name, form in words.WITHOUT_DATES.items():
        found = [f"{post['C']} | {post['T']} | None | None" for post in (FIRST, SECOND)]
        yield name, "## Experience\n\n" + written(form, FIRST, SECOND), found


SUBJECTS: Mapping[str, Callable[[], Layouts]] = {
    "promotions": lambda: given(words.PROMOTIONS),
    "clients": lambda: given(words.CLIENTS),
    "lists": lambda: given(words.LISTS),
    "sayings": lambda: given(words.SAYINGS),
    "remarks": with_remarks,
    "houses": of_houses,
    "titles": of_titles,
    "periods": of_periods,
    "abroad": abroad,
    "undated": without_dates,
}


def unread(subject: str, every: int = 1) -> Iterator[tuple[str, list[str] | None]]:
    """Yield each layout (one of `every`) with what was read instead; None where all is read, and nothing else."""
    for number, (name, section, found) in enumerate(SUBJECTS[subject]()):
        if number % every == 0:
            text = f"# Rosa Quill\n\n{section.strip()}\n\n## Languages\n\nEnglish, Danish\n"
            read = sorted(posts_in(reading_of("page.md", text)))
            yield name, None if read == sorted(found) else read


TRIED: Mapping[str, Tried] = {subject: partial(unread, subject) for subject in SUBJECTS}
"""Kind → the layouts, one of so many, each with what was read instead of it or None."""
