"""Says which pieces of work were done for nobody, side projects, what was made for fun, and which lines tell one's part in such work."""

from __future__ import annotations

import re

from graph.documents import SectionKind
from graph.extraction.keyed.meanings import RecordKind, record_around
from graph.extraction.reading import Reading
from graph.model import Mention

_OWN = re.compile(
    r"(?i)\b(?:(?:side|personal|hobby|weekend|own|private|pet|student|university|volunteer|spare-time|open[- ]source) (?:projects?|apps?|work|contributions?)|for (?:fun|myself)|self-(?:initiated|directed|started|published|funded)|in my (?:spare|free) time|in the evenings|"
    r"\([^()]{0,20}\b(?:personal|private|hobby|unpaid)\)|(?:eigene|private|persönliche)s? projekte?|freizeitprojekte?|nebenprojekte?|projets? personnels?|proyectos? personale?s?|progett[oi] personal[ei]|projetos? pessoa(?:l|is)|(?:eigen|persoonlijke?) projec(?:t|ten)|hobbyproject(?:en)?)\b"
)
"""Says that nobody employed the author for a piece of work."""
_FREE = re.compile(
    r"(?:In|During) my (?:spare|free) (?:time|hours)\b|(?:Outside|Away from|Besides) (?:of )?(?:my )?work\b"
)
"""Opens a sentence of what is done for nobody: "In my spare time I maintain …"."""


def is_own_work(reading: Reading, telling: Mention) -> bool:
    """Return whether a telling says for whom the work was, and that this was nobody: `for: myself`, "Side project · Svelte"."""
    if telling.extent is not None and _OWN.search(reading.quote(telling.extent)[:160]) is not None:
        return True
    sentence = reading.sentence_at(telling.span.start)
    if sentence is not None and _FREE.match(reading.quote(sentence)) is not None:
        return True
    section = reading.section_at(telling.span.start)
    while section is not None:
        if section.heading is not None and section.kind is SectionKind.PROJECTS and _OWN.search(section.title):
            return True
        section = reading.parent_of(section)
    work = record_around(reading, telling.span, RecordKind.WORK)
    return work is not None and work[0].of(work[1], "employer") is not None


_OWN_PART = re.compile(
    r"(?i)(?:(?:core|lead|sole|original|main|occasional)\s|co-?)?(?:maintainer|contributor|author|creator|committer|owner)\b\s*(?:$|[,|·(–—])"
)


def names_own_part(line: str) -> bool:
    """Return whether a line says what somebody's part in the work above is.

    >>> names_own_part("Contributor, 12 commits"), names_own_part("Contributor licence bot")
    (True, False)
    """
    return _OWN_PART.match(line) is not None
