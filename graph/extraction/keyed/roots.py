"""Tells by their keys which places of a YAML or JSON document stand below the same first key. Reads no values."""

from __future__ import annotations

import re

from graph.documents import Span
from graph.extraction.heads.career_keys import without_wrappers
from graph.extraction.reading import Reading


def of_one_root(reading: Reading, one: Span, other: Span) -> bool:
    """Return whether two places stand below the same first key: what is under `projects` is not under a job of `experiences`."""
    blocks = reading.block_at(one.start), reading.block_at(other.start)
    roots = {re.split(r"[.\[]", without_wrappers(block.key))[0] for block in blocks if block is not None}
    return len(roots) == 1


def is_listed(reading: Reading, span: Span) -> bool:
    """Return whether a place stands in a record of a list."""
    block = reading.block_at(span.start)
    return block is not None and "[" in block.key
