"""Which careergraph this is."""

from __future__ import annotations

from functools import lru_cache
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed_version

LICENCE = "Apache License 2.0"


@lru_cache(maxsize=1)
def version() -> str:
    """Return the installed version, or "unknown" for a copy of the source that nobody installed."""
    try:
        return installed_version("careergraph")
    except PackageNotFoundError:
        return "unknown"
