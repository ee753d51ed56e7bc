"""Says how a document writes its numbers: in which language, and whether a point parts thousands ("45.000") or decimals."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from graph.extraction.reading import Reading


@dataclass(frozen=True, slots=True)
class WritingStyle:
    """How numbers and counted nouns are written."""

    language: str = "en"
    """`en`, `de`, `fr`, `es`, `it`, `nl`, `pt`, `sv` or `pl`, by the commonest small words."""
    points_part_thousands: bool = False
    """Whether "45.000" is forty-five thousand."""


ENGLISH = WritingStyle()

_SMALL_WORDS = {
    "en": "the and of for with from was were is are our my that which this by in on at to",
    "de": "und der die das den dem von mit für im des ein eine einer wurde auf bei nach seit heute um als",
    "fr": "et le les des du une dans pour avec sur par est au aux chez depuis réduit aujourd'hui en",
    "es": "y el los las del una para con por en se desde actualidad al su que un",
    "it": "e il gli della dei del una per con nel di da alla delle che un",
    "nl": "en het een van de voor met op bij naar heden sinds door te",
    "sv": "och att det som på för med från av är har till ett efter under",
    "pl": "oraz na się nie że jest dla przez od po przy ze w z",
    "pt": "e os das dos uma para com por em no na desde ao que um",
}
_WORDS_OF = {language: frozenset(words.split()) for language, words in _SMALL_WORDS.items()}
_GROUPED_TWICE = re.compile(r"(?<![\d.])\d{1,3}(?:\.\d{3}){2,}(?![\d.])|(?<![\d.])\d{1,3}\.\d{3},\d{1,2}(?!\d)")
_GROUPED = re.compile(r"\.\d{3}")
"""What every such number holds; quick to look for."""
_FEWEST = 3
"""Small words; with fewer, a text says nothing of its language."""


def style_of(reading: Reading) -> WritingStyle:
    """Return the style of a document, worked out once for each."""
    if "writing_style" not in reading.memo:
        reading.memo["writing_style"] = style_of_text(reading.document.text)
    style: WritingStyle = reading.memo["writing_style"]
    return style


def style_of_text(text: str) -> WritingStyle:
    """Return the style of a text; English where too little is written to tell.

    >>> style_of_text("Leitung von 12 Personen und Planung für das Werk mit 45.000 Teilen").points_part_thousands
    True
    """
    words = Counter(re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?", text.casefold()))
    counts = {language: sum(words[word] for word in known if word in words) for language, known in _WORDS_OF.items()}
    best = max(counts, key=lambda language: (counts[language], language == "en"))
    language = best if counts[best] >= _FEWEST and counts[best] > 1.3 * counts["en"] else "en"
    return WritingStyle(
        language, language != "en" or (_GROUPED.search(text) is not None and _GROUPED_TWICE.search(text) is not None)
    )
