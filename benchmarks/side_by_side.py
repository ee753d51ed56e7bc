"""Works on many things in as many processes as the machine has cores, and returns what came of them in their order."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import TypeVar

Item = TypeVar("Item")
Found = TypeVar("Found")
_FEWEST = 40
"""Things for which processes of their own are worth their start (about a second, mostly the vocabularies)."""


def side_by_side(
    work: Callable[[Item], Found], items: Sequence[Item], *, fewest: int = _FEWEST, together: int = 8
) -> list[Found]:
    """Return `work` of each item, in order; `together` of them at once to a process. Raises what `work` raises.

    `work` is a module's function; items and what comes of them can be pickled. Fewer than `fewest` items are worked on here.

    >>> side_by_side(len, ["a", "bc"])
    [1, 2]
    """
    cores = os.cpu_count() or 1
    if len(items) < fewest or cores < 2:
        return list(map(work, items))
    with ProcessPoolExecutor(max_workers=cores) as pool:
        return list(pool.map(work, items, chunksize=together))
