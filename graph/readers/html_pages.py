"""Reads HTML pages: the visible main text as lines, with blocks by the elements it stood in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from graph.documents import Block, BlockKind, Document, Span
from graph.errors import UnreadableFileError
from graph.readers.decoding import decode_text
from graph.readers.html_appearance import (
    heads_section,
    holds_tags,
    is_entry,
    is_hidden,
    is_laid_out,
    is_listed_entry,
    is_repeated,
    mark_between,
    span_before,
)
from graph.readers.html_dates import dates_behind
from graph.readers.html_elements import (
    DROPPED,
    HEADINGS,
    MARGIN,
    MAX_DEPTH,
    NEVER_DEEP,
    OWN_LINE,
    SHAPES,
    TAG,
)
from graph.readers.html_facts import Fact, facts_of_page
from graph.readers.plain_text import title_of_file
from graph.readers.text_lines import field_parts

_WHITE = re.compile(r"\s+")
_LAYOUT = "p, ul, ol, dl, h1, h2, h3, h4, h5, h6, table, div"
_LONGEST_KEY = 60
_SHOWN_LEVEL = 2
"""The level of a section's title that is a heading by its class alone."""
_BULLET = re.compile(r"[•‣▪●◦■➢➤►▸▶▹▷❖\uf0b7\uf0a7] ?(?=\w)")
"""A bullet that the author typed."""
_FEWEST_TOLD = 5
"""Words from which on what stands behind a bullet is told, and not a heading that a sign adorns: "■ Experience"."""
_PARTS = frozenset({"span", "time", "small", "strong", "b", "em", "i", "a"})
"""Elements that stand in a line."""


def read_html(data: bytes, document_id: str) -> Document:
    """Return a page's text as a document; offsets count in the extracted text.

    Left out are navigation, footers, scripts and what is hidden; what JSON-LD and microformats say of the page's person
    stands below the text. The title is the page's, else its first heading;
    metadata are the author and description that the page names.
    """
    source = decode_text(data, document_id)
    _check_depth(source, document_id)
    tree = LexborHTMLParser(source)
    extraction = _Extraction(document_id)
    if tree.root is not None:
        extraction.walk(tree.root)
        extraction.add_facts(facts_of_page(tree))
    text, blocks = extraction.text(), tuple(extraction.blocks)
    headings = (text[b.span.start : b.span.end] for b in blocks if b.kind is BlockKind.HEADING and b.level == 1)
    named = tree.css_first("head > title") or tree.css_first("title")
    title = " ".join(named.text().split()) if named is not None else ""
    title = title or next(headings, "") or title_of_file(document_id)
    return Document(document_id, "text/html", title, text, blocks, dict(_metadata(tree)))


def _check_depth(source: str, document_id: str) -> None:
    """Refuse pages whose elements nest deeper than MAX_DEPTH; the parser takes a minute for 100,000."""
    depth = 0
    for tag in TAG.finditer(source):
        name = tag["name"].lower()
        if name in NEVER_DEEP or (tag["own_end"] and name in SHAPES):
            continue
        depth = max(0, depth - 1) if tag["end"] else depth + 1
        if depth > MAX_DEPTH:
            raise UnreadableFileError(f"nested deeper than {MAX_DEPTH:,} elements; save it as text", path=document_id)


def _metadata(tree: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    for node in tree.css("meta[name][content]"):
        name, content = (node.attributes.get("name") or "").casefold(), node.attributes.get("content") or ""
        if name in ("author", "description") and content.strip():
            yield name, " ".join(content.split())


@dataclass(slots=True)
class _Item:
    level: int
    is_new: bool = True


@dataclass(slots=True)
class _Extraction:
    """Builds text and blocks while it walks over the nodes. Not recursive: pages may nest a hundred thousand deep."""

    document_id: str
    blocks: list[Block] = field(default_factory=list)
    _parts: list[str] = field(default_factory=list)
    _length: int = 0
    _line: list[str] = field(default_factory=list)
    """Pieces of the line that is being gathered."""
    _gap: str = ""
    """What must stand before the next line."""
    _items: list[_Item] = field(default_factory=list)
    _lists: int = 0
    _heading: int = 0
    _shown: int = 0
    """The open element that is a heading by its class, 0 for none."""
    _key: str = ""
    _row: list[str] | None = None
    _heads: str = ""
    _laid_out: bool = False
    """Whether the table that was opened last only sets things side by side."""
    _verbatim: bool = False
    _dates: LexborNode | None = None
    """The dates that end the entry of the heading above, which are written below it."""
    _tagged: int = 0
    """The open element that holds nothing but tags, 0 for none; it is read as one item of a list."""

    def text(self) -> str:
        return "".join(self._parts)

    def add_facts(self, facts: Iterable[Fact]) -> None:
        """Write labelled lines below the text, for what the page says to machines."""
        self._gap = "\n\n"
        for key, label, value in facts:
            self._write(BlockKind.FIELD, value, key=key, before=f"{label}: ")

    def walk(self, root: LexborNode) -> None:
        node: LexborNode | None = root
        while node is not None:
            entered = self._enter(node)
            if entered and node.child is not None:
                node = node.child
                continue
            if entered:
                self._leave(node)
            while node is not None and node.next is None:
                node = None if node.mem_id == root.mem_id else node.parent
                if node is None:
                    break
                self._leave(node)
                if node.mem_id == root.mem_id:
                    node = None
            if node is not None:
                node = node.next
        self._flush()

    def _enter(self, node: LexborNode) -> bool:
        """Begin an element or take a piece of text; return whether its children are to be read."""
        tag = node.tag or ""
        if tag == "-text":
            words = node.text_content or ""
            # A newline in the source is white space; only `<br>` makes a new line.
            self._line.append(words if self._verbatim else _WHITE.sub(" ", words))
            return False
        if tag.startswith("-"):  # Comments and the like; the root is the only one with children.
            return tag == "-document"
        if tag in DROPPED or is_hidden(node) or (self._dates is not None and node.mem_id == self._dates.mem_id):
            return False
        if tag == "br":
            self._line.append("\n")
        elif self._tagged and tag == "span" and node.parent is not None and node.parent.mem_id == self._tagged:
            self._line.append(", " if span_before(node) is not None else "")
        elif tag in _PARTS and (before := node.prev) is not None and (before.tag in _PARTS or before.tag == "-text"):
            self._line.append(mark_between(before, node))
        elif tag in ("td", "th"):
            self._begin_cell()
        elif tag in OWN_LINE:
            self._begin(tag, node)
        return True

    def _begin(self, tag: str, node: LexborNode) -> None:
        self._flush()
        if tag in MARGIN or (tag == "div" and is_repeated(node)):
            self._gap = "\n\n"
        if tag in HEADINGS:
            self._heading, self._dates = HEADINGS[tag], dates_behind(node)
        elif tag in ("ul", "ol"):
            self._lists += 1
        elif tag == "li":
            self._items.append(_Item(max(0, self._lists - 1), not is_listed_entry(node)))
        elif tag in ("div", "p") and heads_section(node):
            self._heading, self._shown = _SHOWN_LEVEL, node.mem_id
        elif tag in ("div", "p") and holds_tags(node):
            self._tagged = node.mem_id
            self._items.append(_Item(max(0, self._lists - 1)))
        elif tag == "table":
            self._heads, self._laid_out = "", is_laid_out(node)
        elif tag == "tr" and not self._laid_out and node.css_first(_LAYOUT) is None and not is_entry(node):
            self._row = []
        elif tag == "dt":
            self._key = ""
        elif tag == "pre":
            self._verbatim = True

    def _leave(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if tag in ("td", "th"):
            self._end_cell()
            return
        if tag not in OWN_LINE:
            return
        if tag == "tr" and self._row is not None:
            self._end_row(node)
            return
        if tag == "dt":
            self._end_term()
            return
        self._flush(as_field=tag == "dd")
        if tag in MARGIN:
            self._gap = "\n\n"
        if tag in HEADINGS or node.mem_id == self._shown:
            self._heading = self._shown = 0
            if self._dates is not None and tag in HEADINGS:
                self._write(BlockKind.PARAGRAPH, " ".join(self._dates.text(separator=" ").split()))
        elif tag in ("ul", "ol"):
            self._lists = max(0, self._lists - 1)
        elif (tag == "li" or node.mem_id == self._tagged) and self._items:
            self._items.pop()
            self._tagged = 0
        elif tag == "dl":
            self._key = ""
        elif tag == "pre":
            self._verbatim = False

    def _begin_cell(self) -> None:
        if self._row is None:
            self._flush()

    def _end_cell(self) -> None:
        if self._row is None:
            self._flush()
        else:
            self._row.append(" ".join("".join(self._line).split()))
            self._line = []

    def _end_row(self, node: LexborNode) -> None:
        cells, self._row, self._line = self._row or [], None, []
        row = " | ".join(cells)
        if any(cells):
            self._write(BlockKind.TABLE_ROW, row, key=self._heads)
        if node.css_first("td") is None:
            self._heads = row

    def _end_term(self) -> None:
        """Keep a short term as the key of the values that follow; one with figures is content of its own."""
        term = " ".join("".join(self._line).split())
        if term and len(term) <= _LONGEST_KEY and not any(character.isdigit() for character in term):
            self._key, self._line = term.rstrip(":").rstrip(), []
        else:
            self._flush()

    def _flush(self, as_field: bool = False) -> None:
        """Write the gathered line, if anything but white space is on it, as a block of the kind that is open."""
        source, self._line = "".join(self._line), []
        if self._verbatim:
            if source.strip():
                self._write(BlockKind.CODE, source.strip("\r\n").rstrip().replace("\r\n", "\n"))
            return
        for words in (" ".join(line.split()) for line in source.split("\n")):
            if not words:
                continue
            bullet = _BULLET.match(words)
            if bullet is not None and not as_field and (not self._heading or len(words.split()) >= _FEWEST_TOLD):
                if self._items:
                    self._items[-1].is_new = False
                self._write(BlockKind.LIST_ITEM, words[bullet.end() :], level=max(0, self._lists - 1), before=bullet[0])
            elif self._heading:
                if self._items:
                    self._items[-1].is_new = False  # What stands below a heading in an item is no item.
                self._write(BlockKind.HEADING, words, level=self._heading)
            elif as_field and self._key:
                self._write(BlockKind.FIELD, words, key=self._key.lower(), before=f"{self._key}: ")
            elif self._items and self._items[-1].is_new:
                self._items[-1].is_new = False
                self._write(BlockKind.LIST_ITEM, words, level=self._items[-1].level)
            elif (field := field_parts(words)) is not None:
                key, offset = field
                self._write(BlockKind.FIELD, words[offset:], key=key.lower(), before=words[:offset])
            else:
                self._write(BlockKind.PARAGRAPH, words)

    def _write(self, kind: BlockKind, words: str, level: int = 0, key: str = "", before: str = "") -> None:
        gap = (self._gap or "\n") if self._parts else ""
        start = self._length + len(gap) + len(before)
        self._parts.append(gap + before + words)
        self._length = start + len(words)
        self._gap = ""
        self.blocks.append(Block(kind, Span(self.document_id, start, start + len(words)), level, key))
