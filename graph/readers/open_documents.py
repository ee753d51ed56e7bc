"""Reads OpenDocument text (.odt): paragraphs, lists, tables and text frames in order, with blocks by their styles, else by look.

The XML is read with lxml. odfpy writes fixtures for the tests, but prints a damaged file's text to stdout when it loads it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lxml import etree

from graph.documents import Document
from graph.errors import UnreadableFileError
from graph.readers.archives import check_archive, read_members
from graph.readers.styled_lines import StyledLine, document_of_lines, paragraph_lines, table_row

_MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
_LABEL = "OpenDocument text (.odt)"
_NS = "urn:oasis:names:tc:opendocument:xmlns:"
_TEXT, _OFFICE, _TABLE, _DRAW, _STYLE = (
    f"{{{_NS}{name}:1.0}}" for name in ("text", "office", "table", "drawing", "style")
)
_FO = f"{{{_NS}xsl-fo-compatible:1.0}}"
_LEFT_OUT = frozenset(
    {
        f"{_TEXT}tracked-changes",
        f"{_TEXT}note",
        f"{_TEXT}sequence-decls",
        f"{_TEXT}hidden-text",
        f"{_TEXT}table-of-content",
        f"{_OFFICE}annotation",
        f"{_OFFICE}annotation-end",
        f"{_OFFICE}forms",
    }
)
_PARAGRAPHS = frozenset({f"{_TEXT}p", f"{_TEXT}h"})
_BOX = f"{_DRAW}text-box"
_MOST_SPACES = 8
"""`text:s` says how many spaces stand; a billion of them is a bomb."""
_MAX_DEPTH = 30


@dataclass(frozen=True, slots=True)
class _Style:
    parent: str
    shown: str
    is_bold: bool | None
    is_hidden: bool


def read_open_document(data: bytes, document_id: str) -> Document:
    """Return an OpenDocument text as a document; list items get a bullet in it, table rows pipes.

    The page header comes first, text frames after the paragraph that holds them; comments, footnotes and what was
    deleted are left out. Raises UnreadableFileError for damaged or encrypted files and those that unpack too far.
    """
    check_archive(data, document_id, _LABEL)
    parts = read_members(
        data, document_id, _LABEL, lambda name: name in ("content.xml", "styles.xml", "META-INF/manifest.xml")
    )
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise UnreadableFileError("encrypted; save it without a password", path=document_id)
    if "content.xml" not in parts:
        raise UnreadableFileError(f"no {_LABEL}, or damaged; save it anew", path=document_id)
    content = _parse(parts["content.xml"], document_id)
    common = _parse(parts["styles.xml"], document_id) if "styles.xml" in parts else None
    styles = _styles(*(tree for tree in (common, content) if tree is not None))
    lines: list[StyledLine] = []
    if common is not None:
        for header in common.iter(f"{_STYLE}header"):
            lines.extend(_Walk(styles).content(header))
            break
    body = content.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is not None:
        lines.extend(_Walk(styles).content(body))
    return document_of_lines(lines, document_id, _MEDIA_TYPE, "OpenDocument")


def _parse(xml: bytes, document_id: str) -> Any:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableFileError(
            f"a damaged {_LABEL}; open it in its program and save it again", path=document_id
        ) from error


def _styles(*trees: Any) -> dict[str, _Style]:
    """Return style's name → what it says; a file's own styles win over the common ones."""
    found: dict[str, _Style] = {}
    for tree in trees:
        for style in tree.iter(f"{_STYLE}style"):
            name = style.get(f"{_STYLE}name") or ""
            properties = style.find(f"{_STYLE}text-properties")
            weight = None if properties is None else properties.get(f"{_FO}font-weight")
            hidden = properties is not None and properties.get(f"{_TEXT}display") == "none"
            shown = style.get(f"{_STYLE}display-name") or name.replace("_20_", " ")
            bold = None if weight is None else weight == "bold" or (weight.isdigit() and int(weight) >= 600)
            found[name] = _Style(style.get(f"{_STYLE}parent-style-name") or "", shown, bold, hidden)
    return found


@dataclass(frozen=True, slots=True)
class _Walk:
    styles: Mapping[str, _Style]

    def content(self, parent: Any, depth: int = 0, item: int | None = None) -> Iterator[StyledLine]:
        """Yield the lines of what stands in a body, section, cell, list item or text box."""
        if depth > _MAX_DEPTH:
            return
        first = True
        for element in parent:
            tag = element.tag
            if tag in _LEFT_OUT or not isinstance(tag, str):
                continue
            if tag in _PARAGRAPHS:
                # A second paragraph of a list item is no item of its own.
                yield from self._paragraph(element, depth, item if first else None)
                first = False
            elif tag == f"{_TEXT}list":
                level = 0 if item is None else item + 1
                for entry in element:
                    yield from self.content(entry, depth + 1, level)
            elif tag == f"{_TABLE}table":
                yield from self._table(element, depth)
            else:
                yield from self.content(element, depth + 1, item)

    def _paragraph(self, element: Any, depth: int, item: int | None) -> Iterator[StyledLine]:
        name = element.get(f"{_TEXT}style-name") or ""
        if any(style.is_hidden for style in self._line_of(name)):
            return
        text, is_bold = self._text_of(element, self._is_bold(name))
        boxes = [box for box in element.iter(_BOX) if _nearest(box, element)]
        if text.strip() or not boxes:
            yield from paragraph_lines(text, self._heading_level(element, name), item, is_bold)
        for box in boxes:
            yield from self.content(box, depth + 1)

    def _text_of(self, element: Any, is_bold: bool) -> tuple[str, bool]:
        """Return a paragraph's text, and whether all of it is bold."""
        pieces: list[tuple[str, bool]] = []

        def walk(node: Any, bold: bool, depth: int) -> None:
            pieces.append((node.text or "", bold))
            for child in node:
                pieces.append((_character(child), bold))
                name = child.get(f"{_TEXT}style-name") or ""
                hidden = any(style.is_hidden for style in self._line_of(name)) if child.tag == f"{_TEXT}span" else False
                if child.tag not in _LEFT_OUT and child.tag != f"{_DRAW}frame" and not hidden and depth < _MAX_DEPTH:
                    stated = self._is_stated_bold(name) if child.tag == f"{_TEXT}span" else None
                    walk(child, bold if stated is None else stated, depth + 1)
                pieces.append((child.tail or "", bold))

        walk(element, is_bold, 0)
        # The format says that white space in the XML is one space.
        text = "".join(piece if piece in ("\n", "\t") else _squeezed(piece) for piece, _ in pieces)
        written = [bold for piece, bold in pieces if piece.strip()]
        return text, bool(written) and all(written)

    def _table(self, table: Any, depth: int) -> Iterator[StyledLine]:
        """Yield a row of pipes for each row; a table that only places paragraphs on the page yields its paragraphs."""
        for row in table.iter(f"{_TABLE}table-row"):
            if not _nearest(row, table, f"{_TABLE}table"):
                continue
            cells = [cell for cell in row if cell.tag == f"{_TABLE}table-cell"]
            if any(
                len([p for p in cell.iter(*_PARAGRAPHS)]) > 1 or cell.find(f".//{_TEXT}list") is not None
                for cell in cells
            ):
                for cell in cells:
                    yield from self.content(cell, depth + 1)
            else:
                told = [
                    [
                        self._text_of(p, self._is_bold(p.get(f"{_TEXT}style-name") or ""))
                        for p in cell.iter(*_PARAGRAPHS)
                    ]
                    for cell in cells
                ]
                words = [" ".join(text for text, _ in cell) for cell in told]
                is_marked = row.getparent().tag == f"{_TABLE}table-header-rows" or all(
                    bold for cell in told for text, bold in cell if text.strip()
                )
                if (found := table_row(words, is_marked)) is not None:
                    yield found

    def _heading_level(self, element: Any, name: str) -> int:
        if element.tag == f"{_TEXT}h":
            level = element.get(f"{_TEXT}outline-level") or "1"
            return max(1, min(int(level), 6)) if level.isdigit() else 1
        for style in self._line_of(name):
            words = style.shown.casefold()
            if words == "title":
                return 1
            if words.startswith("heading ") and words[8:].isdigit():
                return max(1, min(int(words[8:]), 6))
        return 0

    def _line_of(self, name: str) -> Iterator[_Style]:
        """Yield a style and those that it is derived from."""
        for _ in range(_MAX_DEPTH):
            style = self.styles.get(name)
            if style is None:
                return
            yield style
            name = style.parent

    def _is_stated_bold(self, name: str) -> bool | None:
        return next((style.is_bold for style in self._line_of(name) if style.is_bold is not None), None)

    def _is_bold(self, name: str) -> bool:
        return bool(self._is_stated_bold(name))


def _character(node: Any) -> str:
    if node.tag == f"{_TEXT}tab":
        return "\t"
    if node.tag == f"{_TEXT}line-break":
        return "\n"
    if node.tag == f"{_TEXT}s":
        count = node.get(f"{_TEXT}c") or "1"
        return " " * (min(int(count[:3]), _MOST_SPACES) if count.isdigit() else 1)
    return ""


def _squeezed(piece: str) -> str:
    return " ".join(f"x{piece}x".split())[1:-1] if piece.strip() else piece[:_MOST_SPACES].replace("\n", " ")


def _nearest(element: Any, ancestor: Any, stop: str = _BOX) -> bool:
    """Return whether no `stop` stands between an element and its ancestor."""
    node = element.getparent()
    while node is not None and node is not ancestor:
        if node.tag == stop:
            return False
        node = node.getparent()
    return True
