"""Finds employers of a document by their names in a title or text, whole or short. Called by employer_relations.py."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.documents import Span
from graph.extraction.reading import Reading
from graph.extraction.relations.employer_places import EmployerPlaces
from graph.model import Mention
from graph.occurrences import occurrences

_NO_OWN_NAME = frozenset(
    "restaurante restaurant hotel hôtel hospital hôpital clínica clinique klinik klinikum museum museo musée gasthof café cafe bar grupo groupe gruppe "
    "casa maison haus house the la le el los las die der das il stichting fundación fondation stiftung universidad université universität universiteit "
    "colegio escuela école schule stadtwerke autohaus bäckerei ville mairie stadt gemeente".split()
)


def named_short(reading: Reading, span: Span, employers: Sequence[Mention]) -> tuple[Mention, Span] | None:
    """Return the one employer whose own name stands short at a title's end: "Banquets (Arrecife)" for Hotel Arrecife."""
    text = reading.quote(span)
    found: dict[str, tuple[Mention, Span]] = {}
    behind = re.search(
        r"(?:[(,|–—]|\s-\s|\s(?:at|for|bei|chez|en|presso|bij))\s*(?P<short>[^(),|–—]{4,50})\)?\s*$", text
    )
    if behind is None:
        return None
    short = behind["short"].strip().casefold()
    for employer in employers:
        words = employer.name.casefold().split()
        own = words[1:] if words and words[0] in _NO_OWN_NAME else words
        if len(words) > 1 and own and (short == " ".join(own) or (len(own) > 1 and short == " ".join(own[:-1]))):
            place = reading.document.span(span.start + behind.start("short"), span.start + behind.end("short"))
            found.setdefault(employer.key, (employer, place))
    return next(iter(found.values())) if len(found) == 1 else None


def named_in(reading: Reading, span: Span, employers: EmployerPlaces) -> tuple[Mention, Span] | None:
    """Return an employer of the document whose name stands in `span`, with the place; not as part of a product's name."""
    text = reading.quote(span)
    for employer in employers.of_each_name:
        place = _place_of_name(text, employer.name) if len(employer.name) > 2 else None
        if place is not None:
            start = span.start + place
            return employer, reading.document.span(start, start + len(employer.name))
    return None


_BESIDE_NAME = re.compile(r"[\w-]")
_NOT_BEHIND_NAME = re.compile(r"[\w-]|\s{1,200}+(?:Cloud|Database|DB|Analytics|Ads)")


def _place_of_name(text: str, name: str) -> int | None:
    """Return where a name first stands as a word of its own."""
    for start in occurrences(text, name):
        is_whole = not start or _BESIDE_NAME.match(text, start - 1) is None
        if is_whole and _NOT_BEHIND_NAME.match(text, start + len(name)) is None:
            return start
    return None
