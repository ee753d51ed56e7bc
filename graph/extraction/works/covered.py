"""What of a document the stories found so far tell. Every way of telling stories asks it before it reads a block."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.documents import Span
from graph.extraction.span_index import SpanIndex


class Covered(SpanIndex[Span]):
    """The extents of stories; what touches them tells no further story."""

    def __init__(self, extents: Iterable[Span] = ()) -> None:
        self._extents = tuple(extents)
        super().__init__((extent, extent) for extent in self._extents)

    def __iter__(self) -> Iterator[Span]:
        return iter(self._extents)

    def __len__(self) -> int:
        return len(self._extents)


NOTHING_COVERED = Covered()
