"""The settings: one table, read from flags, environment, careergraph.toml and defaults, in that order."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graph.errors import CareerGraphError
from graph.workers import Limits

SETTINGS_FILE = "careergraph.toml"
"""Read from the current folder."""


class SettingsError(CareerGraphError):
    """A setting has a value that can't be used; the message names the source."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One row of SETTINGS."""

    name: str
    """Its key in careergraph.toml; the flag is `--name`, the variable CAREERGRAPH_NAME."""
    type: type[int] | type[str]
    default: int | str
    help: str
    least: int | None = None
    most: int | None = None
    """Of a number; both ends included."""

    @property
    def variable(self) -> str:
        """The environment variable."""
        return f"CAREERGRAPH_{self.name.upper()}"

    @property
    def shown_default(self) -> str:
        """The default as help and README write it."""
        return str(self.default) or "none"


_LIMITS = Limits()

SETTINGS: tuple[Setting, ...] = (
    Setting("store", str, ".careergraph", "folder in which a build keeps what it made"),
    Setting("host", str, "127.0.0.1", "address that `serve` listens on; beyond this computer's own only with a token"),
    Setting("port", int, 8000, "port that `serve` listens on; 0 takes a free one", 0, 65535),
    Setting("token", str, "", "word that every page asks for; `serve` lets others in only with it"),
    Setting("names", str, "", "host names, parted by commas, by which pages may be called besides the address"),
    Setting("limit", int, 10, "hits that a search shows at once", 1, 100),
    Setting("workers", int, _LIMITS.workers, "processes that read files; 0 reads in this one, without limits", 0, 16),
    Setting("seconds", int, _LIMITS.seconds, "longest that reading one file may take", 1, 3600),
    Setting("memory", int, _LIMITS.megabytes, "MB of memory that reading one file may take (Linux)", 64, 65536),
)


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one run."""

    store: Path
    host: str
    port: int
    token: str
    """Empty where pages are open."""
    names: tuple[str, ...]
    limit: int
    workers: int
    seconds: int
    memory: int
    """In MB."""


def load_settings(
    flags: Mapping[str, object] | None = None,
    environ: Mapping[str, str] | None = None,
    folder: Path | None = None,
) -> Settings:
    """Return the settings: for each, the first that is given of flag, CAREERGRAPH_*, careergraph.toml, default.

    A flag that is None is not given; an empty variable neither. Raises SettingsError, naming the source, for a value
    of the wrong type or range, an unknown key, or a careergraph.toml that is not TOML.
    """
    flags = {} if flags is None else flags
    environ = os.environ if environ is None else environ
    written = _read_file((Path.cwd() if folder is None else folder) / SETTINGS_FILE)
    values = {setting.name: _choose(setting, flags, environ, written) for setting in SETTINGS}
    return Settings(
        store=Path(str(values["store"])),
        host=str(values["host"]),
        port=int(values["port"]),
        token=str(values["token"]),
        names=tuple(name for name in (part.strip() for part in str(values["names"]).split(",")) if name),
        limit=int(values["limit"]),
        workers=int(values["workers"]),
        seconds=int(values["seconds"]),
        memory=int(values["memory"]),
    )


def _read_file(path: Path) -> dict[str, Any]:
    try:
        written = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:  # ValueError: not UTF-8, or not TOML
        raise SettingsError(f"can't be read: {error}; mend or remove it", path=path.name) from error
    known = [setting.name for setting in SETTINGS]
    for key in sorted(written.keys() - set(known)):
        raise SettingsError(f"unknown setting {key!r}; there are: {', '.join(known)}", path=path.name)
    return written


def _choose(
    setting: Setting, flags: Mapping[str, object], environ: Mapping[str, str], written: Mapping[str, object]
) -> int | str:
    if flags.get(setting.name) is not None:
        return _checked(setting, flags[setting.name], f"--{setting.name}")
    if environ.get(setting.variable):
        return _checked(setting, environ[setting.variable], setting.variable)
    if setting.name in written:
        return _checked(setting, written[setting.name], f"{SETTINGS_FILE}: {setting.name}")
    return setting.default


def _checked(setting: Setting, value: object, source: str) -> int | str:
    if setting.type is str:
        if not isinstance(value, (str, Path)) or not str(value).strip():
            raise SettingsError(f"{source}: {value!r} is no text")
        return str(value)
    number = value if isinstance(value, int) and not isinstance(value, bool) else _whole_number(value)
    if number is None:
        raise SettingsError(f"{source}: {value!r} is no whole number")
    if not (setting.least is None or number >= setting.least) or not (setting.most is None or number <= setting.most):
        raise SettingsError(f"{source}: {number} is outside {setting.least}–{setting.most}")
    return number


def _whole_number(value: object) -> int | None:
    text = value.strip() if isinstance(value, str) else ""
    return int(text) if text.isascii() and text.isdigit() else None
