"""The command line `careergraph`: gathers the commands, and turns errors into a line on stderr and an exit status.

Exit status: 0 fine, 1 something is missing, broken or unreadable, 2 wrong usage.
"""

from __future__ import annotations

import io
import sys
from importlib import import_module
from typing import Any

import click

from graph.errors import CareerGraphError
from webapp.release import version
from webapp.settings import SETTINGS, SETTINGS_FILE, SettingsError

COMMANDS: dict[str, str] = {
    "init": "webapp.commands.init",
    "add": "webapp.commands.add",
    "formats": "webapp.commands.formats",
    "build": "webapp.commands.build",
    "search": "webapp.commands.search",
    "show": "webapp.commands.show",
    "path": "webapp.commands.path",
    "extract": "webapp.commands.extract",
    "check": "webapp.commands.check",
    "export": "webapp.commands.export",
    "serve": "webapp.commands.serve",
}
"""Command → the module that holds it as `command`; imported when asked for: a run loads only what it needs."""


class CareerGraph(click.Group):
    """The group of all commands."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands' names, in the order in which one needs them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, or None where no command has this name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(COMMANDS[cmd_name]).command
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; an error becomes `error: …` on stderr and exit status 1, or 2 where the request is wrong."""
        try:
            return super().invoke(ctx)
        except CareerGraphError as error:
            if _is_wrong_usage(error):
                raise click.UsageError(str(error)) from error
            click.echo(f"error: {error}", err=True)
            ctx.exit(1)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the settings table below the commands."""
        with formatter.section(f"Settings (flag, then CAREERGRAPH_*, then {SETTINGS_FILE}, then default)"):
            formatter.write_dl([(s.variable, f"{s.help} [{s.shown_default}]") for s in SETTINGS])


def _is_wrong_usage(error: CareerGraphError) -> bool:
    from index.errors import UsageError

    return isinstance(error, (UsageError, SettingsError))


@click.command(cls=CareerGraph, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(version(), prog_name="careergraph")
def cli() -> None:
    """Search career documents as a graph of people, projects, technologies and outcomes.

    \b
    Example:
      careergraph build content
      careergraph search "migrations at scale"
    """


def main() -> None:
    """Run the command line and exit with its status."""
    for stream in (sys.stdout, sys.stderr):
        # A terminal that can't write "−" gets an escape, not a traceback.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    cli(prog_name="careergraph")
