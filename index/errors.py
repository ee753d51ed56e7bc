"""What can go wrong in the index: one child of CareerGraphError for each thing that callers handle differently."""

from __future__ import annotations

from graph.errors import CareerGraphError


class UsageError(CareerGraphError):
    """The request itself is wrong: an unknown filter or sort."""


class QueryBudgetError(UsageError):
    """A query, page or limit asks for more than one search may cost; the message says what to change."""


class StoreError(CareerGraphError):
    """Base of what can be wrong with a store."""


class StoreMissingError(StoreError):
    """There is no store, or nothing has been published in it."""


class StoreDamagedError(StoreError):
    """What the store holds is not what was published."""


class BuildInProgressError(StoreError):
    """Somebody else is building into this store; `pid` is their process, or None if it can't be told."""

    def __init__(self, message: str, *, path: str | None = None, pid: int | None = None) -> None:
        super().__init__(message, path=path)
        self.pid = pid
