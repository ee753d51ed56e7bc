"""What the commands share: options, and writing to the terminal. Results go to stdout, remarks to stderr."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from graph.model import Evidence, Json, KnowledgeGraph, Measure
from webapp.figures import write_figure
from webapp.json_parts import line_of, page_of

Function = TypeVar("Function", bound=Callable[..., Any])


def store_option(function: Function) -> Function:
    """Add `--store DIR` to a command."""
    return click.option(
        "--store", metavar="DIR", type=click.Path(path_type=Path), help="Folder of the store. [.careergraph]"
    )(function)


def json_option(function: Function) -> Function:
    """Add `--json` to a command."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON for other programs.")(function)


def say(text: str = "", *, bold: bool = False) -> None:
    """Write a line of the result to stdout."""
    click.echo(click.style(text, bold=True) if bold else text)


def remark(text: str) -> None:
    """Write a line to stderr: something about the result that is not part of it."""
    click.echo(text, err=True)


def say_json(shape: Json | Mapping[str, Json]) -> None:
    """Write JSON to stdout, one key a line, words of all languages as they are."""
    click.echo(json_text(shape), nl=False)


def json_text(shape: Json | Mapping[str, Json]) -> str:
    """Return JSON text that is the same for equal shapes, with a newline at its end."""
    # A lone surrogate can't be written as UTF-8; only text that holds one is escaped.
    text = json.dumps(shape, ensure_ascii=False, indent=2) + "\n"
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        text = json.dumps(shape, indent=2) + "\n"
    return text


def one_line(text: str, most: int = 200) -> str:
    """Return text on one line, cut after `most` characters."""
    squeezed = " ".join(text.split())
    return squeezed if len(squeezed) <= most else squeezed[: most - 1].rstrip() + "…"


def counted(number: int, one: str, many: str | None = None) -> str:
    """Return a number with its noun.

    >>> counted(1, "file"), counted(2, "technology", "technologies")
    ('1 file', '2 technologies')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def figure_line(measure: Measure) -> str:
    """Return a figure as pages write it, with what it measures unless the figure says so itself."""
    figure, label = write_figure(measure).text, one_line(measure.label, 80)
    if label.casefold() in one_line(figure).casefold():
        return figure
    # "≥ 200M records" and "records migrated": what both say is said once.
    words = label.split()
    for count in range(len(words), 0, -1):
        if one_line(figure).casefold().endswith(" " + " ".join(words[:count]).casefold()):
            return f"{figure} {' '.join(words[count:])}".rstrip()
    return f"{figure} {label}"


def place_of(kg: KnowledgeGraph, evidence: Evidence) -> str:
    """Return `file:line`, with the page of paged files; the file alone where it is not one of the graph's documents."""
    line = line_of(kg, evidence.span)
    page = page_of(kg, evidence.span)
    place = evidence.span.document_id if line is None else f"{evidence.span.document_id}:{line}"
    return place if page is None else f"{place} (page {page})"


def say_evidence(kg: KnowledgeGraph, evidence: Iterable[Evidence], indent: str) -> None:
    """Write each place with its quote and the rule that read it."""
    for proof in evidence:
        say(f"{indent}{place_of(kg, proof)}: “{one_line(proof.quote)}” ({proof.rule})")


@contextmanager
def progress_bar() -> Iterator[Callable[[int, int, str], None]]:
    """Give a function (done, of, path) that shows how far a build is; it shows nothing unless stderr is a terminal."""
    console = Console(stderr=True)
    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}"))
    with Progress(
        *columns, console=console, transient=True, auto_refresh=False, disable=not console.is_terminal
    ) as bar:
        task = bar.add_task("", total=None)

        def show(done: int, of: int, path: str) -> None:
            # Drawn here and not by a thread: a build forks workers, and threads and forks don't mix.
            bar.update(task, refresh=True, completed=done, total=of, description=path.replace("[", r"\["))

        yield show
