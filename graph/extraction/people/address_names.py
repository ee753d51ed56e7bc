"""Finds the name that the document's only e-mail address spells: "Ines Vallory" beside post@inesvallory.example. Reads no labels."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from graph.extraction.heads.words import LEGAL_SUFFIX, is_companylike
from graph.extraction.people.personal_names import FULL_NAME, is_personal_name
from graph.extraction.reading import Reading

_ADDRESS = re.compile(r"(?<![\w.+-])(?P<local>[\w.-]{2,40})(?:\+[\w.-]{1,20})?@(?P<host>[\w-]{2,40})\.[\w-]")
_OTHERS = re.compile(
    r"(?i)\b(?:referees?|references?|referenzen?|managers?|supervis\w+|photos?|photograph\w*|illustrat\w+|testimonials?|clients?|recommend\w*|mentor\w*|c/o|dear)\b"
)
"""Words by which a name behind them is another's."""
_MOST_TEXT = 60_000
_SHORTEST = 6
"""Letters; shorter ones spell too many names."""
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "ø": "oe", "å": "aa", "æ": "ae"})


def names_by_address(reading: Reading) -> Iterator[tuple[int, str]]:
    """Yield (offset, name) of a person whose name an address spells by its host, by its user, or by both together.

    Nothing where addresses spell several names: referees and colleagues have theirs, too.
    """
    text = reading.document.text
    if "@" not in text or len(text) > _MOST_TEXT or reading.document.is_keyed:
        return
    spelled = {key for address in _ADDRESS.finditer(text) for key in _spelled(address)}
    found = [(start, name) for start, name in _candidates(text) if spelled & _letters(name)] if spelled else []
    if not found and (small := _in_small_letters(text)) is not None and spelled & _letters(small[1]):
        if is_personal_name(small[1].title(), reading.vocabularies):
            yield small
        return
    if not found or len({name.casefold() for _, name in found}) > 1:
        return
    start, name = found[0]
    line = text.rfind("\n", 0, start) + 1
    is_house = is_companylike(name) or LEGAL_SUFFIX.search(text[start : start + len(name) + 6]) is not None
    if _OTHERS.search(text, line, start) is not None or is_house:
        return
    whole = text[line : text.find("\n", line) if "\n" in text[line:] else len(text)].strip("#*_ ")
    if whole.startswith(name + " ") and FULL_NAME.fullmatch(whole) and is_personal_name(whole, reading.vocabularies):
        name = whole  # A heading holds nothing but the name, of which the address spells a part.
    if is_personal_name(name, reading.vocabularies):
        yield start, name


_SMALL_NAME = re.compile(r"\s{0,20}(?P<name>[^\W\d_A-Z]{2,15}\.?(?:\s[^\W\d_A-Z]{2,20}){1,2})[ \t]{0,9}\n")


def _in_small_letters(text: str) -> tuple[int, str] | None:
    """Return the first line where it is words in small letters alone, as some write their names."""
    first = _SMALL_NAME.match(text)
    return None if first is None else (first.start("name"), first["name"])


def _spelled(address: re.Match[str]) -> Iterator[str]:
    local, host = (re.sub(r"[^a-z]", "", address[part].casefold()) for part in ("local", "host"))
    yield from (key for key in (local, host, local + host) if len(key) >= _SHORTEST)


def _candidates(text: str) -> Iterator[tuple[int, str]]:
    """Yield what looks like a full name, and its first two and three words: "Ines Vallory Graphic Design"."""
    for match in FULL_NAME.finditer(text):
        words = [*re.finditer(r"\S+", match.group())]
        for count in range(2, min(len(words), 4) + 1):
            yield match.start(), match.group()[: words[count - 1].end()]


def _letters(name: str) -> set[str]:
    """Return a name's letters as addresses write them: without accents, or "ue" for "ü"."""
    low = name.casefold()
    plain = "".join(char for char in unicodedata.normalize("NFKD", low) if char.isascii())
    return {re.sub(r"[^a-z]", "", written) for written in (plain, low.translate(_UMLAUTS))}
