"""Writes the same invented posts, studies and works in every layout that people use, and tells which are read wholly.

A layout is an order of the parts, what stands between them, and how each line is marked. Most real pages differ in nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain, permutations, product
from typing import TypeAlias

from graph.model import EntityKind, RelationKind
from graph.pipeline import interpret
from graph.readers import reader_for
from graph.resolution.readings import DocumentReading

Entry: TypeAlias = Mapping[str, str]
"""Part → its words; `found`: what is to be read of it."""
Write: TypeAlias = Callable[[Entry], str]
Layouts: TypeAlias = Iterable[tuple[str, Write]]
Tried: TypeAlias = Callable[[int], Iterable[tuple[str, list[str] | None]]]
"""One of how many → each layout with what was read instead of its entries; None where they are read."""

POSTS: tuple[Entry, ...] = (
    {"T": "Senior Backend Engineer", "C": "Oda & Finch", "D": "January 2019 – July 2021",
     "B": "- Built the billing service in Go and cut failed payments by 30%\n- Helped junior colleagues with their first incident",
     "found": "Oda & Finch | Senior Backend Engineer | 2019-01 | 2021-07"},
    {"T": "Software Engineer", "C": "Deutsche Telekom", "D": "Mar 2015 – Dec 2018",
     "B": "- Maintained the mediation of calls in Scala\n- Shortened the regression suite from 5 hours to 50 minutes",
     "found": "Deutsche Telekom | Software Engineer | 2015-03 | 2018-12"},
    {"T": "Support Technician", "C": "Brightkelp", "D": "2012 – 2014",
     "B": "- Answered tickets of 400 customers\n- Wrote the handbook for new colleagues",
     "found": "Brightkelp | Support Technician | 2012 | 2014"},
)  # fmt: skip
STUDIES: tuple[Entry, ...] = (
    {"T": "BSc in Physics", "C": "University of Hull", "D": "2009 – 2012", "found": "University of Hull | Physics | 2009 | 2012"},
    {"T": "MSc Computer Science", "C": "Technical University of Varnsk", "D": "Sep 2013 – Jul 2015",
     "found": "Technical University of Varnsk | Computer Science | 2013-09 | 2015-07"},
)  # fmt: skip
WORKS: tuple[Entry, ...] = (
    {"N": "Harbour Ledger", "T": "React, PostgreSQL", "D": "Mar 2022 – Aug 2022", "U": "https://git.example/quill/harbour-ledger",
     "S": "A web app that keeps the books of small marinas.",
     "B": "- Built the booking calendar and the invoices\n- Cut the monthly closing from 3 days to 4 hours",
     "found": "Harbour Ledger | PostgreSQL, React"},
    {"N": "Tidewatch", "T": "Python, FastAPI, Redis", "D": "2021", "U": "https://git.example/quill/tidewatch",
     "S": "Alerts for rowing clubs when the tide turns early.",
     "B": "- Wrote the forecast service and its tests\n- Used by 400 rowers in 12 clubs",
     "found": "Tidewatch | FastAPI, Python, Redis"},
    {"N": "Menu Planner", "T": "Flutter, Firebase", "D": "Jan 2020 – May 2020", "U": "https://git.example/quill/menu-planner",
     "S": "A mobile app which plans the menus of school kitchens.",
     "B": "- Designed the weekly view\n- Won the second prize of the Varnsk food fair",
     "found": "Menu Planner | Firebase, Flutter"},
)  # fmt: skip
MARKS: Mapping[str, str] = {
    "plain": "{}", "bold": "**{}**", "italic": "*{}*", "code": "`{}`", "h3": "### {}", "h4": "#### {}", "h5": "##### {}", "item": "- {}",
    "link": "[{}](https://x.example)", "bold link": "**[{}](https://x.example)**",
}  # fmt: skip
SEPARATORS = (", ", " | ", " — ", " - ", " · ", " • ", " / ", " ~ ")
LINE_MARKS = (
    "h3 h4 h5", "h4 h5 h5", "h3 h4 plain", "h3 bold plain", "h3 bold italic", "h3 plain plain", "h3 plain italic", "h3 plain code",
    "bold plain plain", "bold italic plain", "bold plain italic", "bold link|plain|plain", "plain plain plain",
)  # fmt: skip
HEADS: Mapping[str, str] = {
    "h3": "### {N}", "h4": "#### {N}", "bold": "**{N}**", "h3 link": "### [{N}]({U})", "bold link": "**[{N}]({U})**", "picture": "### 🚀 {N}",
    "number": "### 1. {N}", "h3 dates": "### {N} ({D})", "h3 dash dates": "### {N} – {D}", "bold dates": "**{N}** ({D})",
    "bold bar dates": "**{N}** | {D}", "h3 code link": "### {N} | [GitHub]({U})", "bold code link": "**{N}** ([link]({U}))",
}  # fmt: skip
HEADS_WITH_TOOLS: Mapping[str, str] = {
    "h3 brackets": "### {N} ({T})", "h3 bar": "### {N} | {T}", "h3 dash": "### {N} — {T}", "bold bar italic": "**{N}** | *{T}*",
    "bold brackets": "**{N}** ({T})", "all bold": "**{N} | {T}**", "bold bars": "**{N}** | *{T}* | {D}",
}  # fmt: skip
TOOLS = (
    "Tech: {T}",
    "**Tech Stack:** {T}",
    "Technologies used: {T}",
    "Built with {T}.",
    "- Stack: {T}",
    "- **Tools:** {T}",
    "*{T}*",
    "**Technologies**: {T}",
)
BODIES = ("{S}", "{B}", "{S}\n\n{B}")


def layouts_of_parts() -> Layouts:
    """Yield the layouts of what has three parts: a title T, a house C and dates D; on three lines, two or one."""
    for order in permutations("TCD"):
        for marks, gap in product(LINE_MARKS, ("\n", "\n\n")):
            each = marks.split("|") if "|" in marks else marks.split()
            name = f"{' '.join(order)}: {', '.join(each)}{' apart' if gap != chr(10) else ''}"
            yield name, partial(_lines, tuple(zip(order, each, strict=True)), gap)
        for between in SEPARATORS:
            for first, second in (("h3", "plain"), ("bold", "plain"), ("plain", "plain"), ("bold", "italic")):
                yield (
                    f"{order[0]}{between}{order[1]} / {order[2]}: {first}, {second}",
                    partial(_two_lines, order, between, first, second),
                )
            for mark in ("h3", "bold", "plain", "item"):
                yield f"{between.join(order)}: {mark}", partial(_one_line, order, between, mark)


def layouts_of_works() -> Layouts:
    """Yield the layouts of what has a name N, tools T, and a body: a sentence, bullets, or both."""
    for (head, body), gap in product(product(HEADS.items(), BODIES), ("\n", "\n\n")):
        for tools, first in product(TOOLS, (False, True)):
            parts = (head[1], tools, body) if first else (head[1], body, tools)
            yield (
                f"{head[0]}: {' + '.join(parts[1:])}{' apart' if gap != chr(10) else ''}",
                partial(_joined, parts, gap),
            )
    for (name, head), body, gap in product(HEADS_WITH_TOOLS.items(), BODIES, ("\n", "\n\n")):
        yield f"{name}: {body}{' apart' if gap != chr(10) else ''}", partial(_joined, (head, body), gap)


def _lines(parts: Sequence[tuple[str, str]], gap: str, entry: Entry) -> str:
    return gap.join(MARKS[mark].format(entry[part]) for part, mark in parts)


def _two_lines(order: Sequence[str], between: str, first: str, second: str, entry: Entry) -> str:
    above = MARKS[first].format(entry[order[0]] + between + entry[order[1]])
    return f"{above}\n{MARKS[second].format(entry[order[2]])}"


def _one_line(order: Sequence[str], between: str, mark: str, entry: Entry) -> str:
    return MARKS[mark].format(between.join(entry[part] for part in order))


def _joined(parts: Sequence[str], gap: str, entry: Entry) -> str:
    return gap.join(part.format(**entry) for part in parts)


# ---------------------------------------------------------------- what is read of them


def reading_of(file: str, text: str) -> DocumentReading:
    """Return what is read of a written page, as that of a file of this name."""
    return interpret(reader_for(file).read(text.encode(), file))


def posts_in(reading: DocumentReading) -> list[str]:
    """Return `Employer | title | start | end` for each post."""
    names = {m.key: m.name for m in reading.of(EntityKind.EMPLOYER)}
    roles = [m for m in reading.of(EntityKind.ROLE) if "employer" in m.attributes]
    return [
        " | ".join([names[str(m.attributes["employer"])], *(str(m.attributes.get(part)) for part in ("title", "start", "end"))])
        for m in roles
    ]  # fmt: skip


def studies_in(reading: DocumentReading) -> list[str]:
    """Return `Institution | field | start | end` for each degree."""
    found = []
    for mention in reading.of(EntityKind.INSTITUTION):
        degrees = mention.attributes["degrees"]
        assert isinstance(degrees, list)
        for degree in degrees:
            assert isinstance(degree, dict)
            found.append(" | ".join([mention.name, *(str(degree.get(part)) for part in ("field", "start", "end"))]))
    return found


def works_in(reading: DocumentReading) -> list[str]:
    """Return `Name | its technologies` for each project."""
    names = {m.identity: m.name for m in chain(reading.of(EntityKind.PROJECT), reading.of(EntityKind.TECHNOLOGY))}
    uses = [(r.source, names[r.target]) for r in reading.relations if r.kind is RelationKind.USES]
    projects = {m.identity: m.name for m in reading.of(EntityKind.PROJECT)}
    return [
        f"{name} | {', '.join(sorted({tool for source, tool in uses if source == key}))}"
        for key, name in projects.items()
    ]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of entry, and the section in which it stands."""

    section: str
    entries: tuple[Entry, ...]
    layouts: Callable[[], Layouts]
    read: Callable[[DocumentReading], list[str]]


KINDS: Mapping[str, Kind] = {
    "posts": Kind("Experience", POSTS, layouts_of_parts, posts_in),
    "studies": Kind("Education", STUDIES, layouts_of_parts, studies_in),
    "works": Kind("Projects", WORKS, layouts_of_works, works_in),
}


def unread(kind: Kind, every: int = 1) -> Iterator[tuple[str, list[str] | None]]:
    """Yield each layout (one of `every`) with what was read instead of its entries; None where they are read, and nothing else."""
    wanted = sorted(entry["found"] for entry in kind.entries)
    for number, (name, write) in enumerate(kind.layouts()):
        if number % every == 0:
            told = "\n\n".join(
                f"{write(entry)}\n\n{entry['B']}" if kind.section == "Experience" else write(entry)
                for entry in kind.entries
            )
            text = f"# Rosa Quill\n\n## {kind.section}\n\n{told}\n\n## Languages\n\nEnglish, Danish\n"
            found = sorted(kind.read(reading_of("page.md", text)))
            yield name, None if found == wanted else found


TRIED: Mapping[str, Tried] = {name: partial(unread, kind) for name, kind in KINDS.items()}
"""Kind → the layouts, one of so many, each with what was read instead of it or None."""
