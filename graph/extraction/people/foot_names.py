"""Finds authors' names where documents end: in a footer or card of contacts below the text, and behind "Contact:"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.extraction.dates.dates import find_periods
from graph.extraction.people.personal_names import FULL_NAME, bare_name, is_personal_name
from graph.extraction.reading import Reading

_FOOT = 700
"""Characters in which a footer stands."""
_LINES = 5
_REACH = re.compile(
    r"@[\w-]+\.|linkedin|github|https?:|www\.|\+?\d(?:[ ()./-]{0,2}\d){7,}|(?i:\b(?:tel|mob|phone|e-?mail|mail|telefon)\b)"
)
"""How somebody can be reached."""
_BORDER = re.compile(r"(?<!\s)\s{1,20}[|·•–—/-]{1,9}\s{1,20}|[|·•]|,\s|;\s|(?<=[a-zà-ÿ]{2})\.\s|\t|\s{3,20}|\s?<|\s\(")
_CONTACT = re.compile(
    r"(?i)(?:contact|contact me|reach me|get in touch|kontakt|contacto|contatto|contato|written by|kept by|author|my name|signed|gezeichnet|firmado|signé)(?: details)?\s{0,2}[:–—-]\s{0,3}"
)
_OTHERS = re.compile(
    r"(?i)\b(?:refs?|referees?|references?|referenzen?|manager|supervisor|line manager|photos?|photograph|design(?:ed)?|site|illustration|testimonials?|client|c/o|ask for|approved|reviewed|seen by|recommend\w*|dear|cc|to|vorgesetzter?|emergency|next of kin)\b"
)
"""Words by which a name below a text is another's."""

_MADE_BY = re.compile(
    rf"(?i:\b(?:built|made|created|designed|developed|written|byggt|byggd|gjord|utvecklat|utvecklad|gebaut|entwickelt|hecho|feito|réalisé|conçu)\s(?:by|av|von|por|par)\s)(?P<name>{FULL_NAME.pattern})(?=\s{{0,3}}(?:[,.|·–—(]|$))"
)
_ADDRESS = re.compile(r"(?<![\w.+-])(?P<local>[\w.+-]{2,40})@[\w-]")


def _maker(reading: Reading, line: str) -> re.Match[str] | None:
    """Return the name of who made what the document tells, if the line holds an address with a part of that name."""
    made = _MADE_BY.search(line) if "@" in line else None
    address = _ADDRESS.search(line, made.end()) if made is not None else None
    if made is None or address is None or not is_personal_name(made["name"], reading.vocabularies):
        return None
    local = address["local"].casefold()
    return made if any(len(part) > 2 and part.casefold() in local for part in made["name"].split()) else None


_IS_HEADING = re.compile(
    r"(?i)(?:professional |personal |my )?(?:refs?|referees?|references?|referenzen?|referencias|références|testimonials?|contact persons?|emergency contact)"
)


_ABOUT_AUTHOR = re.compile(
    r"(?i)(?:about the (?:author|writer)|the author|author|über (?:den autor|die autorin)|à propos de l[’']aut(?:eur|rice)|sobre (?:el autor|la autora)|sull[’']autore)"
)
_INTRODUCED = re.compile(rf"(?P<name>{FULL_NAME.pattern})\s(?=[a-zà-ÿ])")


def _about_author(reading: Reading, lines: list[tuple[int, str]], place: int) -> str | None:
    """Return the name with which a line below "About the author" begins: "Jane Doe writes about tides"."""
    if not place or _ABOUT_AUTHOR.fullmatch(lines[place - 1][1].strip(" *_#-:")) is None:
        return None
    named = _INTRODUCED.match(lines[place][1].lstrip(" *_"))
    return named["name"] if named is not None and is_personal_name(named["name"], reading.vocabularies) else None


def names_at_foot(reading: Reading) -> Iterator[tuple[int, str]]:
    """Yield (offset, name) of persons whose contacts end the document: "Jane Doe · jane@mail.example · Cardiff"."""
    text = reading.document.text
    if reading.document.is_keyed:
        return
    lines = [
        (match.start(), match.group())
        for match in re.finditer(r"[^\n]+", text[max(0, len(text) - _FOOT) :])
        if any(char.isalnum() for char in match.group())
    ][-_LINES:]
    base = max(0, len(text) - _FOOT)
    for place, (start, line) in enumerate(lines):
        if (made := _maker(reading, line)) is not None:
            yield base + start + made.start("name"), made["name"]
            continue
        if (about := _about_author(reading, lines, place)) is not None:
            yield base + start + line.index(about), about
            continue
        label = _CONTACT.match(line.lstrip(" *_#-"))
        words = line.lstrip(" *_#-")[label.end() if label else 0 :]
        first = _BORDER.split(words, maxsplit=1)[0].strip(" *_")
        near = line + "".join(other for _, other in lines[place + 1 : place + 3] if not find_periods(other))
        if (
            len(line) > 160
            or find_periods(line)
            or _OTHERS.search(line[: line.index(words)] if words else line)
            or (place and _IS_HEADING.fullmatch(lines[place - 1][1].strip(" *_#-:")))
        ):
            continue
        if not (label or _REACH.search(near)):
            continue
        name = bare_name(first)
        if FULL_NAME.fullmatch(name) and is_personal_name(first, reading.vocabularies):
            yield base + start + line.index(name, len(line) - len(words)), name
