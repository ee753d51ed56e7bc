"""The options of commands that read files: how many processes do it, and what one file may take."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from graph.workers import Limits
from webapp.settings import SETTINGS, load_settings

Function = TypeVar("Function", bound=Callable[..., Any])
NAMES = ("workers", "seconds", "memory")
"""The settings that each such command has a flag for."""
_KEPT = "webapp.commands.reading_options"


def reading_options(function: Function) -> Function:
    """Add `--workers`, `--seconds` and `--memory` to a command; `reading_limits` tells what they come to."""
    for setting in reversed([setting for setting in SETTINGS if setting.name in NAMES]):
        function = click.option(
            f"--{setting.name}",
            type=click.IntRange(setting.least, setting.most),
            help=f"{setting.help[0].upper()}{setting.help[1:]}. [{setting.default}]",
            expose_value=False,
            callback=_keep,
        )(function)
    return function


def reading_limits() -> Limits:
    """Return the limits of this run: its flags, then the other sources of settings. Raises SettingsError."""
    settings = load_settings(click.get_current_context().meta.get(_KEPT))
    return Limits(settings.workers, settings.seconds, settings.memory)


def _keep(context: click.Context, option: click.Parameter, value: int | None) -> None:
    context.meta.setdefault(_KEPT, {})[option.name] = value
