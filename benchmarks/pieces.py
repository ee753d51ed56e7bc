"""Takes a text or Markdown document apart into headings, lines, items and tables, as its writer meant them. Reads no files.

What `renderings.py` has written in other formats. Markdown is parsed by markdown-it, not by our own reader, whose mistakes would
not show otherwise; of plain text the reader's blocks are taken, since only their look says what is a heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.token import Token

from graph.documents import BlockKind, Document
from graph.readers import reader_for

Run = tuple[str, bool]
"""(words, whether they are bold)."""
Line = tuple[Run, ...]
GAP = re.compile(r"\s{2,}|\t+")
"""What sets a date to the right of a line of plain text."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One heading, paragraph, item or table."""

    kind: str
    """heading, paragraph, item or table."""
    lines: tuple[Line, ...]
    """Of a paragraph, parted by breaks that are meant; of a table its cells, row by row. Heads and items have one."""
    level: int = 0
    """Of a heading from 1, of an item from 0; of a table the number of its columns."""


def pieces_of(text: str, name: str) -> list[Piece]:
    """Return a document's pieces in order. Raises ValueError for a name that is neither Markdown's nor plain text's."""
    if name.endswith(".md"):
        return list(_of_markdown(text))
    if name.endswith(".txt"):
        return list(_of_text(reader_for(name).read(text.encode(), name)))
    raise ValueError(f"{name}: only .md and .txt are taken apart")


def plain(line: Line) -> str:
    """Return a line's words.

    >>> plain((("Led ", False), ("five", True)))
    'Led five'
    """
    return "".join(words for words, _ in line)


def in_bold(line: Line) -> Line:
    """Return a line all bold, as the heads of a table are."""
    return ((plain(line), True),)


def rows_of(piece: Piece) -> Iterator[tuple[Line, ...]]:
    """Yield a table's rows of cells."""
    for start in range(0, len(piece.lines), piece.level):
        yield piece.lines[start : start + piece.level]


def unwrapped(lines: Sequence[str], width: int) -> list[str]:
    """Return lines with those joined that were broken because the next word didn't fit into `width` characters.

    >>> unwrapped(["We moved forty", "services.", "Done."], 16)
    ['We moved forty services.', 'Done.']
    """
    found: list[str] = []
    last = ""
    for line in lines:
        first = line.split(maxsplit=1)[0] if line.split() else ""
        if found and first and len(last.rstrip()) + 1 + len(first) > width:
            hyphen = re.search(r"[^\W\d]-$", found[-1]) and first[0].islower()
            found[-1] = found[-1][:-1] + line.strip() if hyphen else f"{found[-1]} {line.strip()}"
        else:
            found.append(line.strip())
        last = line
    return found


def _width(paragraphs: Iterable[str]) -> int:
    """Return the width at which paragraphs are wrapped by hand; one beyond all lines where they are not.

    Lines of 60 to 100 characters that go on in the next are taken for wrapped, and so is the longest of them.
    """
    broken = [len(line) for text in paragraphs for line in text.splitlines()[:-1]]
    longest = max(broken, default=0)
    return longest if 60 <= longest <= 100 else 1_000_000


# ---------------------------------------------------------------- plain text


def _of_text(document: Document) -> Iterator[Piece]:
    width = _width(document.quote(b.span) for b in document.blocks if b.kind is not BlockKind.HEADING)
    for block in document.blocks:
        start = document.text.rfind("\n", 0, block.span.start) + 1
        before = document.text[start : block.span.start]
        # "Label: words" is a field of which the block is the value; a bullet is no word.
        lines = document.text[start if re.search(r"\w", before) else block.span.start : block.span.end].splitlines()
        if block.kind is BlockKind.HEADING:
            heads = [line.strip() for line in document.quote(block.span).splitlines() if re.search(r"\w", line)]
            yield Piece("heading", (((" ".join(heads), False),),), block.level)
        elif block.kind is BlockKind.LIST_ITEM:
            words = " ".join(unwrapped(lines, 0))
            # A number is typed before its words, as in the text: whoever writes "1." means it.
            if re.match(r"\d+[.)]\s", words):
                yield Piece("paragraph", (((words, False),),))
            else:
                yield Piece("item", (((words, False),),), block.level)
        else:
            yield Piece("paragraph", tuple(((line, False),) for line in unwrapped(lines, width) if line))


# ---------------------------------------------------------------- Markdown


def _of_markdown(text: str) -> Iterator[Piece]:
    head = re.match(r"---\n(.*?)\n---\n", text, re.DOTALL)
    body = text[head.end() :] if head else text
    if head:
        yield from _of_front_matter(head[1], body)
    tokens = MarkdownIt("commonmark").enable("table").parse(body)
    width, depth, place = _width(t.content for t in tokens if t.type == "inline"), 0, 0
    while place < len(tokens):
        token = tokens[place]
        if token.type in ("bullet_list_open", "ordered_list_open"):
            depth += 1
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            depth -= 1
        elif token.type == "table_open":
            close = next(n for n in range(place, len(tokens)) if tokens[n].type == "table_close")
            yield _table(tokens[place:close])
            place = close
        elif token.type in ("fence", "code_block"):
            yield Piece("paragraph", tuple(((line, False),) for line in token.content.splitlines() if line.strip()))
        elif token.type == "inline":
            before = tokens[place - 1]
            lines = _lines(token, width)
            if before.type == "heading_open":
                yield Piece("heading", (_joined(lines),), int(before.tag[1]))
            elif depth and tokens[place - 2].type == "list_item_open":
                number = tokens[place - 2].info
                if number:
                    yield Piece("paragraph", (((f"{number}. ", False), *_joined(lines)),))
                else:
                    yield Piece("item", (_joined(lines),), depth - 1)
            else:
                yield from _paragraph(lines)
        place += 1


def _of_front_matter(head: str, body: str) -> Iterator[Piece]:
    """Yield title and author, as converters write them above the text."""
    values = dict(re.findall(r"^(title|author):\s*[\"']?(.*?)[\"']?\s*$", head, re.MULTILINE))
    if "title" in values and not re.search(r"^# ", body, re.MULTILINE):
        yield Piece("heading", (((values["title"], False),),), 1)
    if "author" in values:
        yield Piece("paragraph", (((values["author"], False),),))


def _lines(token: Token, width: int) -> tuple[Line, ...]:
    """Return a text's lines, breaks that only wrapped it taken out; what stands between ** is bold."""
    lines: list[list[Run]] = [[]]
    source = iter(token.content.splitlines())
    last, bold = next(source, ""), 0
    for child in token.children or []:
        if child.type == "strong_open":
            bold += 1
        elif child.type == "strong_close":
            bold -= 1
        elif child.type in ("text", "code_inline"):
            lines[-1].append((child.content, bold > 0))
        elif child.type in ("softbreak", "hardbreak"):
            following = next(source, "")
            first = following.split(maxsplit=1)[0] if following.split() else ""
            if child.type == "softbreak" and len(last) + 1 + len(first) > width:
                lines[-1].append((" ", bold > 0))
            else:
                lines.append([])
            last = following
    return tuple(tuple(line) for line in lines if line)


def _paragraph(lines: Sequence[Line]) -> Iterator[Piece]:
    """Yield a paragraph; lines that ": " begins are a definition's, and items, as converters write them."""
    said = [line for line in lines if not plain(line).startswith(": ")]
    if said:
        yield Piece("paragraph", tuple(said))
    for line in lines:
        if line not in said:
            yield Piece("item", (((line[0][0].removeprefix(": "), line[0][1]), *line[1:]),))


def _joined(lines: Sequence[Line]) -> Line:
    found: list[Run] = []
    for line in lines:
        found += [(" ", False)] * bool(found) + list(line)
    return tuple(found)


def _table(tokens: Sequence[Token]) -> Piece:
    rows = sum(token.type == "tr_open" for token in tokens)
    cells = [_joined(_lines(token, 0)) for token in tokens if token.type == "inline"]
    return Piece("table", tuple(cells), len(cells) // rows)
