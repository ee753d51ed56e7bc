"""Puts résumés together by lot: head, summary, sections and their order, how posts, works, studies and skills are written, what stands at the end.

A page is read when its person, posts, studies and works, the tools of the works and their figures are found, and nothing else is taken
for one of them. What is a work as much as it is none (a bullet's deed, a paper, a thesis) may be found or not.
"""

from __future__ import annotations

import random
import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks.annotations import Annotation, Degree, Employment, Figure, Place
from benchmarks.scoring import score_document
from benchmarks.tally import DocumentScore
from benchmarks.written import resume_lot_forms as forms
from benchmarks.written.layouts import Tried, reading_of
from benchmarks.written.mixes import unmarked
from benchmarks.written.resume_lot_words import CAREERS, Post, Work
from graph.model import Measures

LOTS = 600
"""Pages of each kind."""
ROWS = ("people", "employers", "employments", "education", "projects", "outcome-project links", "uses")
"""The facts that a page is judged by."""
_WIDTH = 72
_MONTHS = "January February March April May June July August September October November December".split()
_DIMENSIONS: Mapping[str, Sequence[str]] = {
    "head": list(forms.HEADS), "summary": list(forms.SUMMARIES), "mark": list(forms.MARKS), "order": list(forms.ORDERS), "dates": list(forms.DATES), "post": list(forms.POSTS),
    "promotion": [*("none",) * 12, *forms.PROMOTIONS], "between": list(forms.BETWEEN), "telling": list(forms.TELLINGS), "within": ["none", *forms.WITHIN], "work": list(forms.WORKS),
    "study": list(forms.STUDIES), "skills": list(forms.SKILLS), "extra": list(forms.EXTRAS), "second extra": ["none", *forms.EXTRAS], "end": list(forms.ENDS), "now": forms.NOWS,
    "career": [career.person for career in CAREERS], **{f"title of {part}": titles for part, titles in forms.TITLES.items()},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Page:
    """A page, the form of each of its parts, and what is to be read."""

    drawn: Mapping[str, str]
    file: str
    text: str
    annotation: Annotation


def pages(kind: str, count: int = LOTS, seed: int = 1) -> Iterator[Page]:
    """Yield pages of a kind: `markdown`, `plain` (pasted), `wrapped` (into lines of 72 signs), `ruled` (titles in capitals over dashes)."""
    draw = random.Random(f"{kind} {seed}")
    for _ in range(count):
        yield _Writing(kind, {part: draw.choice(list(table)) for part, table in _DIMENSIONS.items()}).page()


def scored(page: Page) -> DocumentScore:
    """Return what is read of a page against what is to be read."""
    return score_document(page.annotation, reading_of(page.file, page.text))


class _Writing:
    """Writes one page from the forms that were drawn for it."""

    def __init__(self, kind: str, drawn: Mapping[str, str]) -> None:
        self.kind, self.drawn = kind, drawn
        self.career = next(career for career in CAREERS if career.person == drawn["career"])
        self.order = forms.ORDERS[drawn["order"]]
        self.has_within = drawn["within"] != "none"
        posts = list(self.career.posts)
        if drawn["promotion"] != "none":
            posts[1] = _at(posts[1], posts[0])
        self.posts = posts

    def page(self) -> Page:
        text = "\n\n".join(part.strip("\n") for part in self._parts() if part.strip()) + "\n"
        if self.kind != "markdown":
            text = re.sub(
                r"(?<![\w*])_([^_\n]+)_(?!\w)|</?\w[^>\n]*>|(?:  |\\)$",
                lambda m: m[1] or "",
                unmarked(text),
                flags=re.M,
            )
        text = "\n".join(_right_edged(line) for line in text.split("\n"))
        if self.kind == "wrapped":
            text = "\n".join(_wrapped(line) for line in text.split("\n"))
        return Page(self.drawn, "page.md" if self.kind == "markdown" else "page.txt", text, self._annotation(text))

    # ------------------------------------------------------------ its parts

    def _parts(self) -> Iterator[str]:
        career, drawn = self.career, self.drawn
        words = {"name": career.person, "NAME": career.person.upper(), "calling": career.calling, "CALLING": career.calling.upper(), "place": career.place,
                 "letters": career.letters or "MCIM", "summary": career.summary, "certificate": career.certificate, "paper": career.paper, "helping": career.helping}  # fmt: skip
        head = forms.HEADS[drawn["head"]].format(**words)
        yield head if self.kind in ("markdown", "plain") else head.removeprefix("---\n")
        yield self._titled(forms.SUMMARIES[drawn["summary"]], words)
        for part in self.order:
            title = drawn[f"title of {part}"]
            yield self._title(title)
            yield getattr(self, f"_{part}")()
        for extra in dict.fromkeys((drawn["extra"], drawn["second extra"])):
            yield self._titled(forms.EXTRAS.get(extra, ""), words)
        yield self._titled(forms.ENDS[drawn["end"]], words)

    def _titled(self, form: str, words: Mapping[str, str]) -> str:
        return re.sub(r"\{h\}([\w ]+)", lambda m: self._title(m[1]), form).format(**words)

    def _title(self, title: str) -> str:
        if self.kind == "ruled":
            return f"{title.upper()}\n" + "-" * len(title)
        return forms.MARKS[self.drawn["mark"]].format(title, CAPS=title.upper())

    def _posts(self) -> str:
        form, between = forms.POSTS[self.drawn["post"]], forms.BETWEEN[self.drawn["between"]]
        written, posts = list[str](), list(enumerate(self.posts))
        if self.drawn["promotion"] != "none":
            both = {**self._words(posts[0][1]), **{f"{k}2": v for k, v in self._words(posts[1][1]).items()}}
            both |= {
                "X": self._told(0),
                "X2": self._told(1),
                "Y1": str(self.posts[1].dates[0]),
                "Y2": str(self.posts[0].dates[2] or self.drawn["now"]),
            }
            written.append(forms.PROMOTIONS[self.drawn["promotion"]].format(**both))
            posts = posts[2:]
        for number, post in posts:
            words = self._words(post)
            gap = "\n" if "\n" in form or self.kind != "markdown" else "\n\n"
            below = between.format(**words)
            told = self._told(number)
            if below.startswith("- ") and told.startswith("- "):
                below, told = f"{below}\n{told}", ""
            written.append("\n\n".join(filter(None, (form.format(**words) + (gap + below if below else ""), told))))
        return self._deeper("\n\n".join(written))

    def _told(self, number: int) -> str:
        post = self.posts[number]
        told = forms.TELLINGS[self.drawn["telling"]].format(deed=post.deed, routine=post.routine)
        within = (
            forms.WITHIN[self.drawn["within"]].format(**self._work_words(self.career.works[0]))
            if self.has_within and number == 0
            else ""
        )
        return "\n\n".join(filter(None, (told, within)))

    def _works(self) -> str:
        form = forms.WORKS[self.drawn["work"]]
        gap = "\n" if form.startswith(("- ", "1. ")) else "\n\n"
        return self._deeper(gap.join(form.format(**self._work_words(work)) for work in self.career.works[1:]))

    def _studies(self) -> str:
        form = forms.STUDIES[self.drawn["study"]]
        rows = (
            form.format(G=s.degree, F=s.field, O=s.school, OO=s.school.upper(), A=s.years[0], Z=s.years[1], gap="\2")
            for s in self.career.studies
        )
        if form.startswith("| "):
            return "\n".join(("| Degree | Institution | Years |\n|---|---|---|", *rows))
        return self._deeper(("\n" if form.startswith("- ") else "\n\n").join(rows))

    def _skills(self) -> str:
        (k, v), (k2, v2) = self.career.skills
        return self._deeper(forms.SKILLS[self.drawn["skills"]].format(k=k, v=v, k2=k2, v2=v2))

    def _deeper(self, text: str) -> str:
        """Return a section's text with headings below that of the section."""
        return re.sub("(?m)^(?=#)", "#", text) if self.drawn["mark"] == "h3" else text

    # ------------------------------------------------------------ its words

    def _words(self, post: Post) -> dict[str, str]:
        return {
            "T": post.title,
            "C": post.house,
            "CC": post.house.upper(),
            "P": post.place,
            "D": self._dates(post),
            "about": post.about,
            "tools": post.tools,
            "gap": "\2",
        }

    def _work_words(self, work: Work) -> dict[str, str]:
        return {
            "N": work.name,
            "NN": work.name.upper(),
            "S": work.sentence,
            "R": work.result,
            "U": work.tools,
            "gap": "\2",
        }

    def _dates(self, post: Post) -> str:
        y, m, to_y, to_m = post.dates
        form = forms.DATES[self.drawn["dates"]]
        if not to_y:
            form = re.sub(r"(\W)\{[BNn].*|\{Y\}.*", lambda m: (m[1] or "") + self.drawn["now"], form, count=1)
        first, last = _MONTHS[m - 1], _MONTHS[to_m - 1]
        return form.format(
            b=first[:3], M=first, m=m, y=y, z=f"{y % 100:02}", B=last[:3], N=last, n=to_m, Y=to_y, Z=f"{to_y % 100:02}"
        )

    # ------------------------------------------------------------ what is to be read

    def _annotation(self, text: str) -> Annotation:
        career = self.career
        works = [*(career.works[:1] if self.has_within else ()), *(career.works[1:] if "works" in self.order else ())]
        tools = {tool for work in works for tool in work.tools.split(", ")}
        others = {tool for post in self.posts for tool in post.tools.split(", ")} | {
            tool for _, named in career.skills for tool in named.split(", ")
        }
        asides = [post.deed for post in self.posts] + [
            career.paper,
            "On small harbours",
            "Small and slow",
            "Writing for busy people",
        ]
        helped = career.helping.split(", ")
        return Annotation(
            path=Path("page.yaml"), document="page", person=career.person, technologies=(*(Place(tool) for tool in sorted(tools)), *(Place(tool, optional=True) for tool in sorted(others - tools))),
            employers=(*(Place(house) for house in dict.fromkeys(post.house for post in self.posts)), Place(helped[1], optional=True), Place("Norvik Bank", optional=True)),
            employments=(*(self._employment(post) for post in self.posts), Employment(helped[1], helped[0], *helped[-1].split(" – "), optional=True)),
            education=tuple(Degree(study.school, study.degree, study.field) for study in career.studies),
            projects=(*(Place(work.name, quotes=_places(work.name, text)) for work in works), *(Place(said, quotes=_places(said, text), optional=True) for said in asides)),
            figures=tuple(_figure(work, text) for work in works), not_figures=(), at_employer=frozenset(),
            uses=frozenset((work.name, tool) for work in works for tool in work.tools.split(", ")),
        )  # fmt: skip

    def _employment(self, post: Post) -> Employment:
        y, m, to_y, to_m = post.dates
        by_year = "{m" not in (form := forms.DATES[self.drawn["dates"]]) and "{b" not in form and "{M" not in form
        start, end = (str(y), str(to_y)) if by_year else (f"{y}-{m:02}", f"{to_y}-{to_m:02}")
        return Employment(post.house, post.title, start, end if to_y else "present")


def _at(post: Post, other: Post) -> Post:
    """Return a post as one at another's house."""
    return Post(post.title, other.house, other.place, post.dates, other.about, post.deed, post.routine, post.tools)


def _figure(work: Work, text: str) -> Figure:
    value = float(re.findall(r"\d+", work.figure)[0])
    quote = (*_places(work.figure, text), work.figure)[0]
    return Figure(quote, value, "percent", "share", "none", None, None, Measures.RESULT, work.name)


def _places(said: str, text: str) -> tuple[str, ...]:
    """Return a saying as it stands in a text, whose lines may end within it."""
    found = re.search(r"\s+".join(map(re.escape, said.split())), text, re.I)
    return (found.group(),) if found else ()


def _right_edged(line: str) -> str:
    """Return a line whose last part stands at the right edge, if it has one."""
    left, gap, right = line.partition("\2")
    return left + " " * max(4, 78 - len(left) - len(right)) + right if gap else line


def _wrapped(line: str) -> str:
    """Return a line broken as an editor for plain text does it."""
    if len(line) <= _WIDTH or "    " in line.strip() or line.startswith("|"):
        return line
    mark = re.match(r"\s*(?:[-*•–➤o] |\d+\. )?", line)
    return textwrap.fill(
        line, _WIDTH, subsequent_indent=" " * len(mark.group() if mark else ""), break_on_hyphens=False
    )


def _tried(kind: str, every: int = 1) -> Iterator[tuple[str, list[str] | None]]:
    """Yield each page (one of `every`) with its faults; None where it is read."""
    for number, page in enumerate(pages(kind)):
        if number % every == 0:
            faults = [
                f"{f.row}: {'missed' if f.is_missed else 'wrong'} {f.text}"
                for f in scored(page).faults
                if f.row in ROWS
            ]
            yield " / ".join(page.drawn.values()), faults or None


TRIED: Mapping[str, Tried] = {kind: partial(_tried, kind) for kind in ("markdown", "plain", "wrapped", "ruled")}
"""Kind → the pages, one of so many, each with its faults or None."""
