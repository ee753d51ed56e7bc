"""Finds a person's name beside words that say a document's kind: "STAR stories, Jane Doe", "Curriculum vitae of Piet van Dam"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TypeAlias

from graph.documents import BlockKind
from graph.extraction.career_words import words_of
from graph.extraction.heads.headlines import first_lines
from graph.extraction.heads.words import is_title
from graph.extraction.people.personal_names import bare_name, is_personal_name
from graph.extraction.reading import Reading
from graph.extraction.titles.diary_titles import opens_diary_of_thing
from graph.vocabulary import Vocabularies

_KIND_WORDS = frozenset(
    words_of(
        """
        cv resume résumé curriculum vitae lebenslauf portfolio portafolio portfólio bio about profile profil brag stories star notes
        highlights achievements accomplishments wins review self-review self-assessment application letter bewerbung
        currículum currículo curriculo interview cases packet journal log worklog dossier website homepage promotion appraisal
        резюме автобиография βιογραφικό σημείωμα report career worklog cronologia cronología chronologie zeitleiste tijdlijn tidslinje życiorys diary logbook notebook impact summary anschreiben candidature levenslauf history timeline record list liste lista projektliste projectlijst meritförteckning życiorys
        """
    )
)
"""Words that say what kind of document it is: "Brag doc H1 2023", "STAR stories"."""
_KIND_FIRST = re.compile(
    r"(?i)[\s*_#]{0,6}(?:cv|c\.v\.|curriculum vitae|curriculum|currículum(?: vitae)?|résumé|resume|lebenslauf|levenslauf|portfolio)\s{1,3}(?=[A-ZÀ-ÖØ-Þ])"
)
_KIND_LAST = re.compile(
    r"[\s*_#]{0,6}(?P<name>[^\s:|,;#*_][^:|,;\n]{3,40}?)\s(?:CV|cv|[Rr]esume|[Rr]ésumé|[Pp]ortfolio|PORTFOLIO|RESUME|Curriculum Vitae|Lebenslauf)[\s*_]{0,4}(?:$|:\s)"
)
"""A name right before the kind of document: "Jane Doe Portfolio", "Jane Doe CV: the long one"."""
_BORDER = re.compile(
    r"(?<!\s)\s++(?:[–—|·•/-]\s+|[|•·]\s*|(?:of|by|von|de|di|van|für|for|pour)\s+(?=[A-ZÀ-Þ]))|[|•·]\s*|:\s+|,\s+|['’]s\s+"
)


def names_with_document_kind(reading: Reading) -> Iterator[tuple[int, str]]:
    """Yield (offset, name) of persons whom the first lines name beside a kind of document: "STAR stories, Jane Doe"."""
    for line in first_lines(reading, 3):
        if len(line.text) > 100:
            continue
        if (found := name_beside_kind(line.text, reading.vocabularies)) is not None:
            yield line.start + found[0], found[1]
    text = reading.document.text
    for block in () if reading.document.is_keyed else reading.document.blocks[:2]:
        # "Teaching CV: Jane Doe, cellist" looks like a label with its value.
        start = text.rfind("\n", 0, block.span.start) + 1
        if block.kind is not BlockKind.FIELD or not says_kind(block.key) or block.span.end - start > 100:
            continue
        if (found := name_beside_kind(text[start : block.span.end], reading.vocabularies)) is not None:
            yield start + found[0], found[1]


_Name: TypeAlias = tuple[int, str]
"""Where a name stands, and the name."""
_MARKS = " *_#\t"
_STRONG_BORDER = re.compile(r"(?<!\s)\s++[–—|·•/-]\s+|[|•·:]\s+")
"""Signs that are no part of a name, as "von" and a comma may be."""


def name_beside_kind(text: str, vocabularies: Vocabularies) -> _Name | None:
    """Return the offset and words of the one part of `text` that is a person's name, if all others say a kind of document."""
    if opens_diary_of_thing(text):
        return None
    for way in _WAYS:
        if (found := way(text, vocabularies)) is not None:
            return found
    return None


def _right_before_kind(text: str, vocabularies: Vocabularies) -> _Name | None:
    """Read "Jane Doe Portfolio"."""
    last = _KIND_LAST.match(text)
    if last is None or not is_personal_name(last["name"], vocabularies):
        return None
    name = bare_name(last["name"])
    return last.end("name") - len(name), name


def _behind_sign(text: str, vocabularies: Vocabularies) -> _Name | None:
    """Read "Curriculum vitae – Piet van Dam": the particle of a name is no border; and "Teaching CV: Jane Doe, cellist"."""
    strong = [part.strip(_MARKS) for part in _STRONG_BORDER.split(text)]
    if len(strong) != 2 or not says_kind(strong[0]):
        return None
    if is_personal_name(strong[1], vocabularies):
        name = bare_name(strong[1])
        return text.index(name, len(strong[0])), name
    head, comma, post = strong[1].partition(", ")
    if not comma or not is_personal_name(head, vocabularies):
        return None
    first = re.split(r"(?<!\s)\s++(?:@|at|bei|chez|in)\s|,", post)[0]
    if not is_title(first[:1].upper() + first[1:], vocabularies.roles):
        return None
    bare = bare_name(head)
    return text.index(bare, len(strong[0])), bare


def _behind_of(text: str, vocabularies: Vocabularies) -> _Name | None:
    """Read "Curriculum vitae of Piet de Bakker": a particle of the name is no border."""
    head = re.match(r"(.{2,40}?)\s(?:of|for|von|de|di|van|für|pour)\s(?=[A-ZÀ-Þ])", text.strip(_MARKS))
    if head is None or not says_kind(head[1]) or is_personal_name(head[1], vocabularies):
        return None
    name = text.strip(_MARKS)[head.end() :]
    if not is_personal_name(name, vocabularies):
        return None
    bare = bare_name(name)
    return text.index(bare), bare


def _right_behind_kind(text: str, vocabularies: Vocabularies) -> _Name | None:
    """Read "CV Jane Doe"."""
    led = _KIND_FIRST.match(text)
    name = "" if led is None else text[led.end() :].strip(_MARKS)
    if led is None or not is_personal_name(name, vocabularies):
        return None
    return text.index(name, led.end()), name


def _between_kind_and_post(text: str, vocabularies: Vocabularies) -> _Name | None:
    """Read "Brag list / Jane Doe / Head of Learning, Museum of Tides": what follows the name is the post, or the team in small letters."""
    parts = _parts(text)
    if len(parts) < 3 or not says_kind(parts[0][1]) or not is_personal_name(parts[1][1], vocabularies):
        return None
    post = re.split(r"(?<!\s)\s++(?:@|at|bei|chez)\s", parts[2][1])[0]
    is_team = len(parts) == 3 and post[:1].islower() and text.count(" / ") + text.count(" | ") + text.count(" · ") == 2
    return parts[1] if is_team or is_title(post, vocabularies.roles) else None


def _beside_kinds_alone(text: str, vocabularies: Vocabularies) -> _Name | None:
    """Read the one name among parts that all say a kind of document."""
    parts = _parts(text)
    names = [part for part in parts if not says_kind(part[1]) and is_personal_name(part[1], vocabularies)]
    others = [part[1] for part in parts if part not in names]
    is_one = len(names) == 1 and any(map(says_kind, others))
    is_one = is_one and all(says_kind(other) or _SAYS_WHEN.fullmatch(other) is not None for other in others)
    return names[0] if is_one else None


_SAYS_WHEN = re.compile(
    r"(?i)(?:(?:H[12]|Q[1-4]|FY|mid|year|end)[\s/-]?){0,2}(?:20)?\d\d(?:[–/-](?:20)?\d\d)?(?:\s?(?:H[12]|Q[1-4]))?"
)
"""What a review is of: "H1 2024", "FY23"."""
_WAYS: tuple[Callable[[str, Vocabularies], _Name | None], ...] = (
    _right_before_kind,
    _behind_sign,
    _behind_of,
    _right_behind_kind,
    _between_kind_and_post,
    _beside_kinds_alone,
)
"""Tried in this order."""


def _parts(text: str) -> list[_Name]:
    """Return what signs, particles and commas part, with places."""
    parts, position = list[_Name](), 0
    for match in [*_BORDER.finditer(text), None]:
        end = len(text) if match is None else match.start()
        bare = text[position:end].strip(_MARKS)
        if bare:
            parts.append((text.index(bare, position), bare))
        position = end if match is None else match.end()
    return parts


_PAGES = frozenset(
    words_of(
        "team people staff speaker speakers author authors contributor contributors members crew ensemble équipe equipo"
    )
)


def says_kind(text: str) -> bool:
    """Return whether words name a kind of document: "Curriculum vitae", "Brag doc H1 2023", or a page of people: "Team"."""
    if text.strip(" *_#").casefold() in _PAGES:
        return True
    words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text.casefold())
    return 0 < len(words) <= 6 and any(word in _KIND_WORDS for word in words)
