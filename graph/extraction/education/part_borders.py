"""Makes plain where the parts of a line about a study end that no comma or stroke ends: dates, slashes and marks of bold words."""

from __future__ import annotations

import re

from graph.extraction.heads.headlines import HeadLine
from graph.extraction.heads.study_forms import degree_pattern, institution_pattern
from graph.extraction.reading import Reading

_SLASH = re.compile(r"(?<=\S)\s[/~]\s(?=\S)")
_MARKS_END = re.compile(r"(?<=[^\s*_`])[*_`]{1,3}\s+[*_`]{0,3}(?=[^\W\d_])")
_WORDS_OF_DATE = re.compile(r"[^\W\d_][^\d\n]*(?=\d)")


def without_date_words(line: HeadLine) -> str:
    """Return a line's text with strokes for the words before the first figure of its dates, as long as before.

    "Computer Science Sep 2013" has no field that ends in a month, nor "Tarn University Sep 2013" such a name.
    """
    if line.period is None:
        return line.text
    words = _WORDS_OF_DATE.match(line.text, line.period.start - line.start)
    if words is None or words.end() > line.period.end - line.start:
        return line.text
    return line.text[: words.start()] + "|" * len(words.group()) + line.text[words.end() :]


def with_borders(reading: Reading, line: HeadLine) -> str:
    """Return a line's text with strokes where slashes and the ends of bold words part degree, school and dates, as long as before.

    "BSc Physics / Tarn University", "**BSc Physics** Tarn University"; the slash of "BSc Physics / Maths" parts nothing.
    """
    text = without_date_words(line)
    if " / " not in text and " ~ " not in text and _MARKS_END.search(text) is None:
        return text
    words = reading.vocabularies.degrees
    schools = [found.span() for found in institution_pattern(words).finditer(text)]
    parts = [*schools, *(found.span() for found in degree_pattern(words)[0].finditer(text))]
    if line.period is not None:
        parts.append((line.period.start - line.start, line.period.end - line.start))
    starts, ends = {start for start, _ in parts}, {end for _, end in parts}
    for slash in _SLASH.finditer(text):
        if slash.end() in starts or slash.start() in ends:
            text = text[: slash.start() + 1] + "|" + text[slash.end() - 1 :]
    for marks in _MARKS_END.finditer(text):
        if marks.end() in {start for start, _ in schools}:
            text = text[: marks.start()] + "|" * len(marks.group()) + text[marks.end() :]
    return text
