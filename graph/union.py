"""Groups things that are pairwise the same, keeping the reasons. Independent of what the things are."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class Union(Generic[T]):
    """Disjoint sets; the first member seen of a set stands for it, so that the result depends on order of input alone."""

    def __init__(self, members: Iterable[T]) -> None:
        self._order = {member: place for place, member in enumerate(dict.fromkeys(members))}
        self._parent = {member: member for member in self._order}
        self._reasons: dict[T, list[str]] = {}

    def find(self, member: T) -> T:
        """Return the member that stands for this one's set."""
        while self._parent[member] != member:
            self._parent[member] = self._parent[self._parent[member]]
            member = self._parent[member]
        return member

    def join(self, a: T, b: T, reason: str) -> None:
        """Put the sets of `a` and `b` together."""
        first, second = sorted((self.find(a), self.find(b)), key=self._order.__getitem__)
        if first != second:
            self._parent[second] = first
            self._reasons.setdefault(first, []).extend([reason, *self._reasons.pop(second, [])])

    def reasons(self, member: T) -> tuple[str, ...]:
        """Return why the set of `member` is one, without repeats, in the order of joining."""
        return tuple(dict.fromkeys(self._reasons.get(self.find(member), [])))

    def groups(self) -> list[list[T]]:
        """Return the sets, in the order of their first members; members in their order."""
        sets: dict[T, list[T]] = {}
        for member in self._order:
            sets.setdefault(self.find(member), []).append(member)
        return list(sets.values())
