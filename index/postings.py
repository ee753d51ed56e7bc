"""The postings of one Whoosh bucket in two flat files, read back from Whoosh once, when the bucket has been written.

Whoosh finds a term's postings by looking in files, and unpacks them block by block, in Python: two milliseconds a term in
eight buckets, and a query has twenty. Flat, they are in memory as soon as a generation is open. Nothing is decided here that
Whoosh didn't: weights and lengths are its own. Positions stay with Whoosh, which phrases are asked of.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from whoosh.codec.whoosh3 import W3LeafMatcher
from whoosh.matching import Matcher
from whoosh.reading import IndexReader

TERMS_FILE, POSTINGS_FILE = "terms.json", "postings.bin"
_PLACE, _WEIGHT = np.dtype("<u4"), np.dtype("<f4")
"""As they stand in the file."""


@dataclass(frozen=True, slots=True)
class FieldPostings:
    """One field of one bucket."""

    terms: Mapping[str, tuple[int, int]]
    """Term → where its postings begin and end."""
    lengths: Sequence[int]
    """Each document's number of words in this field, as Whoosh rounds it."""
    total: int
    """All documents' words in this field."""


@dataclass(frozen=True, slots=True)
class Postings:
    """One bucket."""

    documents: tuple[str, ...]
    """Ids of the records, by Whoosh's number."""
    fields: Mapping[str, FieldPostings]
    places: NDArray[np.uint32]
    """Whoosh's number of the document of each posting."""
    weights: NDArray[np.float32]
    """How often the term stands there, as Whoosh keeps it."""


def write_postings(folder: Path, reader: IndexReader, fields: Sequence[str]) -> None:
    """Write terms.json and postings.bin of a bucket into its folder."""
    places: array[int] = array("I")
    weights: array[float] = array("f")
    stored: dict[str, object] = {}
    for field in fields:
        terms, counts = list[str](), list[int]()
        for term in sorted(reader.lexicon(field)):
            before = len(places)
            for ids, found in _blocks(reader.postings(field, term)):
                places.extend(ids)
                weights.extend(found)
            terms.append(term.decode("utf-8"))
            counts.append(len(places) - before)
        lengths = [reader.doc_field_length(place, field, 1) or 1 for place in range(reader.doc_count_all())]
        stored[field] = {"terms": terms, "counts": counts, "lengths": lengths, "total": reader.field_length(field)}
    documents = [reader.stored_fields(place)["record"] for place in range(reader.doc_count_all())]
    text = json.dumps({"documents": documents, "fields": stored}, ensure_ascii=False, separators=(",", ":"))
    (folder / TERMS_FILE).write_text(text, encoding="utf-8")
    flat = np.asarray(places, dtype=_PLACE).tobytes() + np.asarray(weights, dtype=_WEIGHT).tobytes()
    (folder / POSTINGS_FILE).write_bytes(flat)


def read_postings(folder: Path) -> Postings:
    """Return what `write_postings` wrote. Raises OSError, ValueError or KeyError where it did not."""
    stored = json.loads((folder / TERMS_FILE).read_text(encoding="utf-8"))
    data = (folder / POSTINGS_FILE).read_bytes()
    half = len(data) // 2
    # In the machine's own order of bytes, whatever it is.
    places = np.frombuffer(data[:half], dtype=_PLACE).astype(np.uint32)
    weights = np.frombuffer(data[half:], dtype=_WEIGHT).astype(np.float32)
    fields: dict[str, FieldPostings] = {}
    begin = 0
    for name, values in stored["fields"].items():
        ends = list(accumulate(values["counts"], initial=begin))
        terms = dict(zip(values["terms"], pairwise(ends), strict=True))
        fields[name] = FieldPostings(terms, values["lengths"], values["total"])
        begin = ends[-1]
    if begin != len(places):
        raise ValueError(f"{POSTINGS_FILE} holds {len(places)} postings, {TERMS_FILE} names {begin}")
    return Postings(tuple(stored["documents"]), fields, places, weights)


def _blocks(matcher: Matcher) -> Iterator[tuple[Sequence[int], Sequence[float]]]:
    """Yield (documents, weights) of a term, block by block.

    Asked one by one, as Whoosh's own collectors do, postings take ten times as long. The names behind the underscore are
    those of the pinned Whoosh 2.7.4, which gets no more releases; a test compares the scores with Whoosh's own.
    """
    if not isinstance(matcher, W3LeafMatcher):
        while matcher.is_active():
            yield (matcher.id(),), (matcher.weight(),)
            matcher.next()
        return
    while matcher.is_active():
        matcher.id(), matcher.weight()  # what loads a block
        yield matcher._ids, matcher._weights
        matcher._next_block()
