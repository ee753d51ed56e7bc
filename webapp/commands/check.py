"""`careergraph check`: what is doubtful, missing or told two ways, and whether the store is whole."""

from __future__ import annotations

from pathlib import Path
from textwrap import indent

import click

from graph.correction_rules import FILE_NAME
from graph.finding import Finding
from graph.findings import find_problems
from graph.workers import Limits
from index.errors import StoreDamagedError
from index.generations import open_current
from webapp.commands.build import read_content
from webapp.commands.reading_options import reading_limits, reading_options
from webapp.commands.terminal import counted, json_option, remark, say, say_json, store_option
from webapp.json_shapes import check_json
from webapp.settings import load_settings


@click.command("check")
@click.argument("content_dir", type=click.Path(path_type=Path), required=False)
@store_option
@json_option
@reading_options
@click.option("--strict", is_flag=True, help="Exit with status 1 where anything is found.")
@click.pass_context
def command(ctx: click.Context, content_dir: Path | None, store: Path | None, as_json: bool, strict: bool) -> None:
    """List what is doubtful in a content folder, or in the store where no folder is given.

    \b
    Example:
      careergraph check content --strict
    """
    if content_dir:
        findings = find_in_content(content_dir, reading_limits())
    else:
        findings = find_in_store(load_settings({"store": store}).store)
    if as_json:
        say_json(check_json(findings))
    else:
        say_findings(findings)
    if any(finding.code == "store-damaged" for finding in findings) or (strict and findings):
        ctx.exit(1)


def find_in_content(content_dir: Path, limits: Limits) -> list[Finding]:
    """Return the findings of a content folder, built in memory; no store is touched."""
    result = read_content(content_dir, limits)
    return find_problems(result.kg, result.report)


def find_in_store(store: Path) -> list[Finding]:
    """Return the findings of the published graph; a damaged store is one finding. Raises StoreMissingError."""
    try:
        generation = open_current(store)
    except StoreDamagedError as error:
        return [Finding("store-damaged", str(error), remedy="run: careergraph build CONTENT_DIR")]
    return find_problems(generation.kg, generation.report)


def say_findings(findings: list[Finding]) -> None:
    """Write a line for each finding and one for its remedy; the count goes to stderr."""
    for finding in findings:
        line = "" if finding.line is None else f":{finding.line}"
        place = "" if finding.document is None else f"{finding.document}{line}: "
        say(f"{place}{finding.message}  [{finding.code}]")
        if finding.remedy:
            say(f"    {finding.remedy}")
        for paste in finding.paste:
            say(f"    {paste.when}, in {FILE_NAME}:")
            say(indent(paste.lines, "      "))
    remark(f"{counted(len(findings), 'finding')}")
