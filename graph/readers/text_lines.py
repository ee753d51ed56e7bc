"""A text's lines with their offsets, and what a single line looks like. Nothing here looks at two lines at once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|$)")
_TAB_WIDTH = 4

# "o" is Word's second-level bullet saved as text, but also a word in Portuguese: only before a capital or wide space.
_BULLET = re.compile(
    r"(?:[-*•‣▪▫●○◦■□◆◇➢➤►▸▶▹▷❖✓✔·⋅–—⁃∙\uf0b7\uf0a7\uf076\uf0d8]|[ox](?=\s{2}|\t|\s[A-Z]))(?:\s+|$)"
    r"|\+\s+(?=[^\W\d]|[\"“„«‘']|\d{1,3}\s+[a-z])"
    r"|\.\s+(?=[^\W\d_])"
    r"|[•‣▪●◦■➢➤►▸▶▹▷❖✓✔\uf0b7\uf0a7](?=\S)"
    r"|[→⇒»›>]\s{1,4}(?=[^\W\d_])"
    r"|\(?\d{1,2}[.)]\s+(?=\S)|\(?[a-zA-Z]\)\s+(?=\S)"
)
_FIELD = re.compile(r"([^\W\d_][\w&/+.’' ()-]{0,38}?)\s?:[ \t\u00a0]+(?=\S)")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*$")
_DECORATION = re.compile(
    r"^(?:[\W_]+|/?\d{1,3}(?:\s*(?:/|of|von|de|sur)\s*\d{1,4})?|(?:page|seite|p\.)\s*\d+.*)$", re.IGNORECASE
)
_PAGE_MARK = re.compile(
    r"(?:^|[\s|·•(\[–—-])(?:page|seite|página|pagina|sida|side|strona|strana|sayfa|страница|стр\.|sivu|oldal|pág\.|pag\.)\s{0,2}\d{1,3}"
    r"(?:\s{0,2}(?:/|of|von|de|sur|di|van|av|af|z|ze|из)\s{0,2}\d{1,3})?[)\]]?$",
    re.IGNORECASE,
)
_FIGURE = re.compile(
    r"^[~≈<>±+−–-]?\s*+[$€£¥]?\s*+\d[\d.,]*+\s*+[-–]?\s*+[\d.,]*+\s*+[\w%+×°/$€£]{0,12}\s*+(?:\S{1,12})?$"
)
_DATE = re.compile(
    r"\b(?:19|20)\d\d\b|\b(?:present|current|heute|aujourd.hui|actualidad|presente|heden)\b", re.IGNORECASE
)
_RULE = re.compile(r"^(?:={3,}|-{3,})$")


@dataclass(frozen=True, slots=True)
class Line:
    """One line, white space at both ends left out."""

    start: int
    """Offset of the first character that is no white space."""
    end: int
    """Offset after the last character that is no white space."""
    text: str
    """The text from start to end; empty for a blank line."""
    indent: int
    """Columns before the first character; a tab is four."""

    @property
    def is_blank(self) -> bool:
        """Whether nothing but white space stands on the line."""
        return not self.text


_FEWEST_DOUBLED = 3


def without_doubled(lines: Sequence[Line]) -> list[Line]:
    """Return the lines without those that only repeat the one above, in a text that has three or more such.

    Pages that say a line once for eyes and once for those who listen are pasted so: "Acme", "Acme", "2019 - 2021", "2019 - 2021".
    """
    doubled = {
        place + 1
        for place, (line, below) in enumerate(pairwise(lines))
        if line.text == below.text and any(map(str.isalpha, line.text)) and not is_pipe_row(line.text)
    }
    if len(doubled) < _FEWEST_DOUBLED:
        return list(lines)
    return [line for place, line in enumerate(lines) if place not in doubled]


def split_lines(text: str) -> list[Line]:
    """Return the lines of a text; they end at LF, CR LF or CR."""
    lines: list[Line] = []
    position = 0
    while position < len(text):
        match = _LINE.match(text, position)
        assert match is not None
        raw = match.group()
        stripped = raw.strip()
        before = len(raw) - len(raw.lstrip()) if stripped else 0
        start = position + before
        lines.append(Line(start, start + len(stripped), stripped, _columns(raw[:before])))
        position = match.end()
    return lines


def _columns(blank: str) -> int:
    return sum(_TAB_WIDTH if character == "\t" else 1 for character in blank)


def bullet_width(line: Line) -> int:
    """Return how many characters the line's bullet or list number takes, white space behind it included; 0 for none."""
    match = _BULLET.match(line.text)
    return match.end() if match is not None and not is_rule(line.text) else 0


def field_parts(text: str) -> tuple[str, int] | None:
    """Return the key and the offset of the value of "Key: value", or None.

    A key has at most four words; three or four must start with a capital, else it is prose with a colon.
    """
    match = _FIELD.match(text)
    if match is None:
        return None
    key = match.group(1).strip()
    words = len(key.split())
    if words > 4 or (words > 2 and not key[0].isupper()):
        return None
    return key, match.end()


_BESIDE = re.compile(
    r"(?<=\S)(?: {2,60}|\t[\t ]{0,20})(?P<key>[A-ZÀ-Þ][\w/.’'-]*(?: [\w/.’'-]+){0,3})\s?:[ \t]{1,20}(?=\S)"
)
_LONGEST_FORM_LINE = 160


def fields_beside(text: str, key: str, start: int) -> list[tuple[str, int, int]]:
    """Return key, start and end of the labelled values that stand side by side on a form's line, of which `key` and `start` are the first's.

    >>> fields_beside("Employee: Ada Quill      ID: 207", "Employee", 10)
    [('Employee', 10, 19), ('ID', 29, 32)]
    """
    parts = list[tuple[str, int, int]]()
    if len(text) <= _LONGEST_FORM_LINE and text.count(":") > 1 and "\n" not in text:
        for label in _BESIDE.finditer(text, start):
            parts.append((key, start, label.start()))
            key, start = label["key"], label.end()
    return [*parts, (key, start, len(text))]


_LETTER = re.compile(r"\(?([STAR])(?:[).]\s|[).]?\s{1,3}[–—-]\s|\s{2}|\t)\s{0,3}(?=\S)")


def letter_field(text: str) -> tuple[str, int] | None:
    """Return the letter of a line of a STAR story and the offset of its words: "S - Dispatchers learned …", "(R) 40 % fewer"."""
    match = _LETTER.match(text)
    return None if match is None else (match[1], match.end())


def tells_by_letters(lines: Sequence[Line]) -> bool:
    """Return whether a text has lines for each of situation, action and result that begin with its letter alone."""
    found = {field[0] for line in lines if (field := letter_field(line.text)) is not None}
    return {"S", "A", "R"} <= found


def ends_sentence(text: str) -> bool:
    """Return whether a line ends as a sentence does."""
    return _SENTENCE_END.search(text) is not None


def is_figure(text: str) -> bool:
    """Return whether a line is a bare figure ("60k+", "$64m", "< 3 months")."""
    return len(text) <= 30 and _FIGURE.match(text) is not None


def is_decoration(text: str) -> bool:
    """Return whether a line only decorates: rules, page numbers, counters such as "/01" and "3/12"."""
    return len(text) <= 200 and (_DECORATION.match(text) is not None or is_page_mark(text))


def is_page_mark(text: str) -> bool:
    """Return whether a line is a page's number and the word for it.

    >>> is_page_mark("Strona 2 / 3"), is_page_mark("Wrote page 2")
    (True, False)
    """
    return before_page_mark(text) == ""


def before_page_mark(text: str) -> str | None:
    """Return what stands before the page's number at a short line's end; None where there is no number.

    >>> before_page_mark("Ada Quill – Seite 2"), before_page_mark("Wrote page 2 of the manual")
    ('Ada Quill', None)
    """
    match = _PAGE_MARK.search(text) if text[-1:] in "0123456789)]" and len(text) <= 80 else None
    return None if match is None else text[: match.start()].rstrip(" |·•([–—-")


def is_rule(text: str) -> bool:
    """Return whether a line consists of three or more `=` or `-`, which may underline a heading."""
    return _RULE.match(text) is not None


def holds_date(text: str) -> bool:
    """Return whether a line holds a year or a word such as "present"."""
    return _DATE.search(text) is not None


def ends_with_date(text: str) -> bool:
    """Return whether a line ends with a year or a word such as "present", as the head of an employment does."""
    last = text.rstrip(" )]").rsplit(maxsplit=1)[-1:]
    return bool(last) and _DATE.search(last[0]) is not None and last[0][-1] not in ".,;:"


def is_pipe_row(text: str) -> bool:
    """Return whether a line is a row of a table drawn with `|` at its edges."""
    return len(text) > 2 and text[0] == "|" and text.count("|") >= 2


def tab_cells(line: Line) -> int:
    """Return the number of cells that tabs part, empty ones not counted; a bullet or a label before a tab is no cell."""
    text = line.text
    if "\t" not in text:
        return 1
    cells = [cell for cell in text[bullet_width(line) :].split("\t") if cell.strip()]
    return len(cells) - 1 if len(cells) == 2 and cells[0].rstrip().endswith(":") else len(cells)


_BEGINS_DATED = re.compile(
    r"\(?(?:[^\W\d_]{3,10}\.?,?\s|\d{1,2}\s?[./]\s?)?(?:19|20)\d\d\s?(?:[–—-]{1,3}|to|à|a|bis)\s?(?:[^\W\d_]{3,10}\.?\s?|\d{1,2}[./]|(?=\d))(?:(?:19|20)\d\d)?\)?(?:\s[|·•(].{0,60})?$"
)
_PLACE_AND_DATES = re.compile(
    r"[^|·•\d]{3,40}[|·•]\s[^|·•\d]{0,14}\d?\d?[/.]?(?:19|20)\d\d\s?(?:[–—-]{1,3}|to|à|a|bis)\s[^|·•]{3,20}"
)


def says_when(words: str, below_heading: bool) -> bool:
    """Return whether a line begins with its dates; or, below a heading, has a place before them and nothing else.

    >>> says_when("Sep 2014 – Apr 2016", False), says_when("Laval, QC | May 2016 – July 2020", True)
    (True, True)
    >>> says_when("Tarn Foods, 2014 – 2016", True)
    False
    """
    return _BEGINS_DATED.match(words) is not None or (below_heading and _PLACE_AND_DATES.fullmatch(words) is not None)
