"""Reads Word documents (.docx): paragraphs, tables and text boxes in order, with blocks by their styles, else by their look.

Text comes from the XML, not from python-docx's `Paragraph.text`, which leaves out content controls, text boxes and
tracked insertions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import docx
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from graph.documents import Document
from graph.readers.archives import check_archive
from graph.readers.styled_lines import StyledLine, document_of_lines, paragraph_lines, table_row

_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_LABEL = "Word document (.docx)"
_P, _TBL, _TR, _TC, _R, _T = (qn(f"w:{name}") for name in ("p", "tbl", "tr", "tc", "r", "t"))
_HEAD_ROW = f"{qn('w:trPr')}/{qn('w:tblHeader')}"
_BOX = qn("w:txbxContent")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_WRAPPERS = frozenset(qn(f"w:{name}") for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo"))
_LEFT_OUT = frozenset({_BOX, _FALLBACK, *(qn(f"w:{name}") for name in ("del", "moveFrom", "instrText", "pPr"))})
_CHARACTERS = {
    qn("w:tab"): "\t",
    qn("w:ptab"): "\t",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "-",
}
_MAX_DEPTH = 30
"""Tables in tables; Word itself stops earlier."""


def read_word(data: bytes, document_id: str) -> Document:
    """Return a Word document's text as a document; list items get a bullet in it, table rows pipes.

    Headers of the first section come first, text boxes after the paragraph that holds them; deleted and hidden text is
    left out. Raises UnreadableFileError for damaged files and for those that unpack to more than 100 MB.
    """
    check_archive(data, document_id, _LABEL)
    lines = list(_lines(docx.Document(BytesIO(data))))
    return document_of_lines(lines, document_id, _MEDIA_TYPE, "Word")


def _lines(document: WordDocument) -> Iterator[StyledLine]:
    """Yield the first page's head, then the body, line by line."""
    if len(document.sections):
        section = document.sections[0]
        heads = [section.first_page_header] if section.different_first_page_header_footer else []
        for head in (*heads, section.header):
            if not head.is_linked_to_previous:
                yield from _content(head._element, head)
    yield from _content(document.element.body, document._body)


def _content(parent: Any, part: Any, depth: int = 0) -> Iterator[StyledLine]:
    if depth > _MAX_DEPTH:
        return
    for element in parent:
        if element.tag == _P:
            yield from _paragraph(element, part, depth)
        elif element.tag == _TBL:
            yield from _table(element, part, depth)
        elif element.tag in _WRAPPERS:
            yield from _content(element, part, depth + 1)


def _paragraph(element: Any, part: Any, depth: int) -> Iterator[StyledLine]:
    paragraph = Paragraph(element, part)
    text, is_bold = _text_of(element)
    boxes = list(_boxes(element))
    if text.strip() or not boxes:
        yield from paragraph_lines(text, _heading_level(paragraph), _item_level(paragraph), is_bold)
    for box in boxes:
        yield from _content(box, part, depth + 1)


def _walk(element: Any) -> Iterator[Any]:
    """Yield what is below an element in order, without what is deleted, in a text box or there for old programs."""
    waiting = list(reversed(list(element)))
    while waiting:
        node = waiting.pop()
        if node.tag in _LEFT_OUT:
            continue
        yield node
        waiting.extend(reversed(list(node)))


def _text_of(element: Any) -> tuple[str, bool]:
    """Return a paragraph's text, and whether all of it is bold."""
    pieces: list[str] = []
    is_bold = True
    for node in _walk(element):
        if node.tag == _R:
            shown = "".join(_characters(node))
            if shown and not _says(node, "vanish"):
                pieces.append(shown)
                is_bold = is_bold and (_says(node, "b") or not shown.strip())
    return "".join(pieces), is_bold and bool(pieces)


def _characters(run: Any) -> Iterator[str]:
    for node in run:
        if node.tag == _T:
            yield node.text or ""
        elif node.tag in _CHARACTERS:
            yield _CHARACTERS[node.tag]


def _says(run: Any, name: str) -> bool:
    """Return whether a run has a property such as bold or hidden switched on."""
    mark = run.find(f"{qn('w:rPr')}/{qn(f'w:{name}')}")
    return mark is not None and mark.get(qn("w:val")) not in ("0", "false", "off")


def _boxes(element: Any) -> Iterator[Any]:
    """Yield the text boxes of a paragraph; of each the new form alone, where the old one stands beside it."""
    waiting = list(reversed(list(element)))
    while waiting:
        node = waiting.pop()
        if node.tag == _BOX:
            yield node
        elif node.tag != _FALLBACK:
            waiting.extend(reversed(list(node)))


def _table(table: Any, part: Any, depth: int) -> Iterator[StyledLine]:
    """Yield a row of pipes for each row; a table that only places paragraphs on the page yields its paragraphs."""
    for row in table.iter(_TR):
        if row.getparent() is not table and not _is_wrapped_in(row, table):
            continue
        cells = [cell for cell in row.iter(_TC) if _is_wrapped_in(cell, row)]
        if any(len(_own_paragraphs(cell)) > 1 or cell.find(f".//{_TBL}") is not None for cell in cells):
            for cell in cells:
                yield from _content(cell, part, depth + 1)
        else:
            own = [_own_paragraphs(cell) for cell in cells]
            is_marked = row.find(_HEAD_ROW) is not None or all(_text_of(p)[1] for cell in own for p in cell)
            found = table_row([" ".join(_text_of(p)[0] for p in cell) for cell in own], is_marked)
            if found is not None:
                yield found


def _is_wrapped_in(element: Any, ancestor: Any) -> bool:
    """Return whether nothing but content controls stand between an element and its ancestor."""
    node = element.getparent()
    while node is not ancestor:
        if node is None or node.tag not in _WRAPPERS:
            return False
        node = node.getparent()
    return True


def _own_paragraphs(cell: Any) -> list[Any]:
    return [p for p in cell.iter(_P) if _is_wrapped_in(p, cell) and _text_of(p)[0].strip()]


def _style_name(paragraph: Paragraph) -> str:
    style = paragraph.style
    return "" if style is None else (style.name or "").casefold()


def _heading_level(paragraph: Paragraph) -> int:
    name = _style_name(paragraph)
    if name == "title":
        return 1
    match = re.fullmatch(r"heading (\d)", name)
    return min(int(match.group(1)), 6) if match is not None and match.group(1) != "0" else 0


def _item_level(paragraph: Paragraph) -> int | None:
    """Return the list level from 0, by the paragraph's numbering or its style ("List Bullet 2")."""
    properties = paragraph._p.pPr
    numbering: Any = None if properties is None else properties.numPr
    if numbering is not None:
        return min(int(numbering.ilvl.val), 8) if numbering.ilvl is not None else 0
    match = re.fullmatch(r"list(?: (?:bullet|number|paragraph))(?: (\d))?", _style_name(paragraph))
    if match is None or match.group().startswith("list paragraph"):
        return None
    return int(match.group(1) or 1) - 1
