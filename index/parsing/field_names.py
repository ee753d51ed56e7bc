"""Tells which filter a word before a colon was probably meant to be. Knows the tables of filters, nothing else."""

from __future__ import annotations

from rapidfuzz import process
from rapidfuzz.distance import OSA

from index.parsing.ranges import RANGE_FIELDS
from index.schema import QUERY_FIELDS

_LEAST_LETTERS, _LONG = 4, 6


def near_field(name: str) -> str | None:
    """Return the filter that a casefolded name was meant to be, or None: one slip, two from six letters on.

    >>> near_field("tehc"), near_field("employr"), near_field("nosuch"), near_field("art")
    ('tech', 'employer', None, None)
    """
    if len(name) < _LEAST_LETTERS:
        return None
    slips = 1 if len(name) < _LONG else 2
    found = process.extractOne(name, (*QUERY_FIELDS, *RANGE_FIELDS), scorer=OSA.distance, score_cutoff=slips)
    return None if found is None else found[0]
