"""What a request asks, free of HTTP: the values of a URL, read with their limits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from graph.errors import CareerGraphError
from webapp.corpus import Ref

LARGEST_NUMBER = 1_000_000
"""In a URL, where nothing narrower holds."""


class BadValueError(CareerGraphError):
    """A value of the URL can't be used; the message says what to change."""


class NotFoundError(CareerGraphError):
    """Nothing has this id; `near` are ids close to it."""

    def __init__(self, message: str, near: tuple[Ref, ...] = ()) -> None:
        super().__init__(message)
        self.near = near


@dataclass(frozen=True, slots=True)
class Asked:
    """A page's id and the values behind the `?` of its URL."""

    id: str = ""
    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def one(self, name: str, default: str = "") -> str:
        """Return the first value of a name, or `default`."""
        return next(iter(self.values.get(name, ())), default)

    def number(self, name: str, default: int, least: int = 1, most: int = LARGEST_NUMBER) -> int:
        """Return a whole number. Raises BadValueError if it is none, or lies outside `least` to `most`."""
        written = self.one(name, str(default)).strip()
        if not (written.isascii() and written.lstrip("-").isdigit() and len(written) <= 9):
            raise BadValueError(f"{name}={written[:40]} is no whole number; write {name}={default}, for example")
        value = int(written)
        if not least <= value <= most:
            raise BadValueError(f"{name} must lie between {least} and {most:,}; {value} does not")
        return value
