"""Reads how authors introduce themselves: their headline and where they live, where the document states them."""

from __future__ import annotations

import re

from graph.documents import BlockKind, SectionKind
from graph.extraction.career_words import words_of
from graph.extraction.heads.headlines import first_lines
from graph.extraction.heads.line_text import looks_like_prose
from graph.extraction.heads.pieces import PieceKind
from graph.extraction.heads.places import is_place
from graph.extraction.heads.words import is_title
from graph.extraction.people.kind_and_name import says_kind
from graph.extraction.reading import Reading

_HEADLINE_KEYS = frozenset(
    words_of(
        """
        headline | basics.label | label | basics.headline | tagline | person.headline | personal.title |
        basics.title | candidate.title | profile.title
        """,
        "|",
    )
)
_PLACE_KEYS = frozenset(
    words_of(
        """
        location | based in | basics.location.city | basics.location | person.location | personal.location |
        profile.location | wohnort | address | city | lives in
        """,
        "|",
    )
)


_BEHIND_FIRST = re.compile(r"\s*[|•·,]\s*|\s+[–—-]\s+|\t+|\s{3,}")


def stated_headline(reading: Reading, name: str | None) -> str | None:
    """Return the words by which authors introduce themselves: a field, or a title among the first lines."""
    for block in reading.document.blocks:
        if block.kind is BlockKind.FIELD and block.key in _HEADLINE_KEYS:
            return reading.quote(block.span).strip("\"' ")
    lines = [line for line in first_lines(reading, 12) if line.block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING)][
        :7
    ]
    for place, line in enumerate(lines):
        text = line.text.strip("*_ ")
        # A title as a heading below the first line is the head of an entry, unless the name stood before it.
        dated = any(other.period is not None for other in lines[place + 1 : place + 3])
        if name is not None and text.casefold().rstrip(",.") == name.casefold():
            continue
        if (name is None and ((line.block.kind is BlockKind.HEADING and place) or dated)) or text.startswith("As "):
            continue
        place_of_name = -1 if name is None else text.find(name)
        if place_of_name > 0 and says_kind(text[:place_of_name]):
            text = text[place_of_name:]
        if (
            name is not None
            and text.casefold().startswith(name.casefold())
            and (rest := text[len(name) :].strip(" –—|·•/-,"))
        ):
            text = rest
        if line.period is None and not looks_like_prose(text):
            first = _BEHIND_FIRST.split(text, maxsplit=1)[0]
            if is_title(first[:1].upper() + first[1:], reading.vocabularies.roles):
                return _without_place(text)
        if line.section is SectionKind.EXPERIENCE:
            break
    return None


def _without_place(text: str) -> str:
    text = re.split(r"\t|\s{3,}", text)[0]
    for sign in (" · ", " • ", " | ", ", "):
        head, cut, tail = text.partition(sign)
        if cut and is_place(tail):
            return head
    return text


def stated_location(reading: Reading) -> str | None:
    """Return the place that the author names as theirs, or None."""
    for block in reading.document.blocks:
        if block.kind is BlockKind.FIELD and block.key in _PLACE_KEYS:
            place = reading.quote(block.span).strip("\"' ")
            if 1 < len(place) <= 60 and (is_place(place) or block.key.startswith(("basics", "person", "location"))):
                return place
    stated = re.search(
        r"(?mi)^[ \t*_-]*(?:location|based in|lives in)\s*:?\s+(?P<place>[^\n|•·]{2,60}?)[ \t*_.]*$",
        reading.document.text,
    )
    if stated and is_place(stated["place"]):
        return stated["place"]
    for line in first_lines(reading, 6):
        places = line.of(PieceKind.PLACE)
        if places and line.period is None and line.section is not SectionKind.EXPERIENCE:
            return places[0].text
    return None
