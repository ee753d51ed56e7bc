"""Makes blocks of the body of a Markdown file: its headings, items, rows and code, and the labelled values of its paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token

from graph.documents import Block, BlockKind, Span, line_starts
from graph.plain_marks import in_plain_marks, in_plain_signs
from graph.readers.glued_headings import glued_heading
from graph.readers.heading_marks import bare_headings, with_title_at_top, words_of_heading
from graph.readers.indented_text import at_the_edge, is_indented_text
from graph.readers.inline_tags import without_edge_tags
from graph.readers.markdown_dialects import fenced_entry, told_lines
from graph.readers.markdown_html import LABEL, opens_element, title_of_summary, told_pieces
from graph.readers.markdown_paragraphs import definitions, labelled_values, pieces_of, titles_in_capitals
from graph.readers.pictured_items import items_behind_pictures, items_behind_signs
from graph.readers.text_lines import says_when
from graph.readers.typed_bullets import with_own_bullets

_TASK = re.compile(r"\[[ xX]\][ \t]+(?=\S)")
_LEADS_BELOW = re.compile(r"(?:\*\*|__)?\[[^\]\n]{1,160}\]\(#[^\s]{0,200}\)(?:\*\*|__)?")
"""A link to a heading of the same page."""
_BOLD_LINE = re.compile(r"(?:\*\*\*?|___?)\s*(?P<words>[^*_\s](?:[^*_\r\n]*[^*_\s:])?):?\s*(?:\*\*\*?|___?):?")
_BOLD_LEVEL = 6
"""Of a heading that is no more than a bold line."""
_WRAPPER = re.compile(r"(\*{1,3}|_{1,3})(?P<words>[^*_\s](?:[^*_]*[^*_\s])?)\1")
_QUOTE_MARKS = re.compile(r"(?:>[ \t]{0,3}){1,6}")


@dataclass(slots=True)
class _Item:
    """An open list item; `is_new` until its first paragraph is taken."""

    level: int
    is_new: bool = True


class MarkdownBody:
    """Turns the parser's tokens into blocks.

    Only blocks are parsed: inline parsing is slow on hostile text, and loses places.
    """

    _parser = MarkdownIt("commonmark").enable("table").disable(["inline", "text_join"])
    _parser_without_code = MarkdownIt("commonmark").enable("table").disable(["inline", "text_join", "code"])
    """Of texts in which spaces stand for hard ones: what they indent is no code."""

    def __init__(self, text: str, start: int, document_id: str) -> None:
        self._parsed, self._text = in_plain_signs(text), in_plain_marks(text)
        """The text as it is parsed, and as signs are looked for in it; offsets are the same in both."""
        self._document_id = document_id
        is_indented_by_signs = self._parsed != text
        parser = self._parser_without_code if is_indented_by_signs else self._parser
        body = with_own_bullets(self._parsed[start:])
        self._tokens = parser.parse(body)
        set_in = [token.map for token in self._tokens if token.type == "code_block" and is_indented_text(token)]
        if set_in:
            self._tokens = parser.parse(at_the_edge(body, filter(None, set_in)))
        self._starts = [start + offset for offset in line_starts(text[start:])] + [len(text)]
        self._items: list[_Item] = []
        self._heads = ""
        self._above = 1
        """The level of the last heading."""
        self._found: list[Block] = []

    def blocks(self) -> list[Block]:
        """Return the blocks in reading order."""
        for place, token in enumerate(self._tokens):
            match token.type:
                case "list_item_open":
                    self._items.append(_Item(len(self._items)))
                case "list_item_close":
                    self._items.pop()
                case "tr_open":
                    self._take_row(token, self._tokens[place - 1].type == "thead_open", place)
                case "table_close":
                    self._heads = ""
                case "code_block" if opens_element(token.content):
                    self._take_html(token)  # Deep inside other elements, as site generators read it.
                case "fence" | "code_block":
                    self._take_code(token)
                case "html_block":
                    self._take_html(token)
                case "inline" if self._tokens[place - 1].type == "heading_open":
                    self._take_heading(token, int(self._tokens[place - 1].tag[1]))
                case "inline" if self._tokens[place - 1].type == "paragraph_open":
                    self._take_paragraph(token)
        return with_title_at_top(bare_headings(self._text, self._found), _BOLD_LEVEL)

    def _take_heading(self, token: Token, level: int) -> None:
        for start, end in self._content_lines(token):
            self._add(BlockKind.HEADING, start, end, level=level)
            return

    def _take_paragraph(self, token: Token) -> None:
        lines = [without_edge_tags(self._text, *line) for line in told_lines(self._text, self._content_lines(token))]
        if not lines:
            return
        if self._items and self._items[-1].is_new:
            self._items[-1].is_new = False
            if len(lines) == 1 and _LEADS_BELOW.fullmatch(self._text, *lines[0]):
                return  # An item of a table of contents.
            task = _TASK.match(self._text, *lines[0])
            start = lines[0][0] if task is None else task.end()
            self._add(BlockKind.LIST_ITEM, start, lines[-1][1], level=self._items[-1].level)
            return
        if not self._items and (lines := self._without_titles(lines)) == []:
            return
        while lines and (glued := glued_heading(self._text, *lines[0])) is not None:
            self._add(BlockKind.HEADING, *self._trimmed(*glued[1:]), level=glued[0])
            lines = lines[1:]
        if not lines:
            return
        if (marked := items_behind_signs(self._text, lines)) is not None:
            lines, items = marked
            if lines:
                self._take_lines(lines)
            for start, end in items:
                self._add(BlockKind.LIST_ITEM, start, end)
            return
        if items := items_behind_pictures(self._text, lines):
            for start, end in items:
                self._add(BlockKind.LIST_ITEM, start, end)
            return
        self._take_lines(lines)

    def _without_titles(self, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Return the lines of a paragraph below the last title of a section in capitals among them; add what stands above."""
        begin = 0
        for place in titles_in_capitals(self._text, lines):
            if begin < place:
                self._take_lines(lines[begin:place])
            self._add(BlockKind.HEADING, *lines[place], level=2)
            begin = place + 1
        return lines[begin:]

    def _take_lines(self, lines: list[tuple[int, int]]) -> None:
        """Add the lines of a paragraph: a bold one at its beginning as a heading, a list of definitions, running text."""
        first = _BOLD_LINE.fullmatch(self._text, *lines[0])
        if first is not None and len(first["words"].split()) <= 14 and not self._is_subtitle(first["words"]):
            self._add(BlockKind.HEADING, *first.span("words"), level=_BOLD_LEVEL)
            lines = lines[1:]
        defined = next(
            (place for place, line in enumerate(lines) if place and self._text[line[0] : line[0] + 2] == ": "), None
        )
        for piece in pieces_of(self._text, lines[:defined]):
            for key, (start, end) in labelled_values(self._text, *piece):
                if key:
                    self._add(BlockKind.FIELD, *self._trimmed(start, end), key=key)
                else:
                    self._add(BlockKind.PARAGRAPH, *self._unwrapped(start, end))
        for item in definitions(self._text, lines[defined:]) if defined is not None else ():
            self._add(BlockKind.LIST_ITEM, *self._trimmed(*item))

    def _is_subtitle(self, words: str) -> bool:
        """Return whether a bold line is no heading, but where and when of the one above."""
        above = self._found[-1] if self._found else None
        below = above is not None and above.kind is BlockKind.HEADING and above.level < _BOLD_LEVEL
        return says_when(words, below)

    def _take_row(self, token: Token, is_head: bool, place: int) -> None:
        start, end = self._trimmed(*self._lines_of(token))
        quote = _QUOTE_MARKS.match(self._text, start, end)
        start = start if quote is None else quote.end()
        inner = self._text[start:end].strip("|")
        start += self._text[start:end].index(inner) if inner else 0
        start, end = self._trimmed(start, start + len(inner))
        self._add(BlockKind.TABLE_ROW, start, end, key=self._heads)
        if is_head:
            cells = []
            for later in self._tokens[place + 1 :]:
                if later.type == "tr_close":
                    break
                if later.type == "inline":
                    cells.append(later.content.strip())
            self._heads = " | ".join(cells)

    def _take_code(self, token: Token) -> None:
        first, last = self._range(token)
        if token.type == "fence":
            first, last = first + 1, first + 1 + token.content.count("\n")
        above = self._found[-1:]
        below_heading = bool(above) and above[0].kind is BlockKind.HEADING and not token.info.strip()
        told = fenced_entry(self._text, self._starts[first], self._starts[last]) if below_heading else []
        for place in told:
            self._add(BlockKind.PARAGRAPH, *place)
        if not told:
            self._add(BlockKind.CODE, *self._trimmed(self._starts[min(first, last)], self._starts[last]))

    def _take_html(self, token: Token) -> None:
        """Add what stands between the tags, a paragraph a line, headings as such; comments and scripts are no content."""
        start, end = self._lines_of(token)
        before = ""
        for begin, stop, name in told_pieces(self._text[start:end]):
            place = self._trimmed(start + begin, start + stop)
            title = title_of_summary(self._text, *place) if name == "summary" != before else None
            before = name
            match name:
                case "summary" if title is not None:
                    above = self._above
                    self._add(BlockKind.HEADING, *title, level=min(_BOLD_LEVEL, above + 1))
                    self._above = above  # What is folded away next stands beside it, not below.
                case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                    self._add(BlockKind.HEADING, *place, level=int(name[1]))
                case "li":
                    self._add(BlockKind.LIST_ITEM, *place, level=len(self._items))
                case _ if name.startswith(LABEL):
                    self._add(BlockKind.FIELD, *place, key=name.removeprefix(LABEL))
                case _:
                    self._add(BlockKind.PARAGRAPH, *place)

    def _range(self, token: Token) -> tuple[int, int]:
        assert token.map is not None
        return token.map[0], min(token.map[1], len(self._starts) - 1)

    def _lines_of(self, token: Token) -> tuple[int, int]:
        first, last = self._range(token)
        return self._starts[first], self._starts[last]

    def _content_lines(self, token: Token) -> list[tuple[int, int]]:
        """Return where each line of a token's content stands in the text, without the marks of lists and quotes."""
        first, _ = self._range(token)
        found = []
        for number, line in enumerate(token.content.split("\n"), start=first):
            words = line.strip()
            if words and number + 1 < len(self._starts):
                start, end = self._starts[number], self._starts[number + 1]
                # The content ends the line, but for a heading's closing marks: so the last occurrence is the one.
                at = self._parsed.rfind(words, start, end)
                found.append(self._trimmed(at, at + len(words)) if at >= 0 else (start, end))
        return found

    def _unwrapped(self, start: int, end: int) -> tuple[int, int]:
        """Return the place of the words inside emphasis that spans all of a piece."""
        whole = _WRAPPER.fullmatch(self._text, start, end)
        return (start, end) if whole is None else whole.span("words")

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        piece = self._text[start:end]
        left = start + len(piece) - len(piece.lstrip())
        return left, max(left, start + len(piece.rstrip()))

    def _add(self, kind: BlockKind, start: int, end: int, level: int = 0, key: str = "") -> None:
        if kind is BlockKind.HEADING:
            start, end = words_of_heading(self._text, start, end)
            self._above = level
        if end > start:
            self._found.append(Block(kind, Span(self._document_id, start, end), level, key))
