"""Reads LinkedIn's data export: the ZIP file, or the CSV files of its folder, as one document about one person.

Files about other people (connections, messages, invitations) are never opened.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from graph.documents import Block, BlockKind, Document, Span
from graph.errors import UnreadableFileError
from graph.readers.archives import read_members
from graph.readers.csv_cells import Cell, rows_of
from graph.readers.csv_tables import head_of, keys_of, pieces_of
from graph.readers.decoding import decode_text
from graph.readers.table_columns import COLUMNS, LINKEDIN_TABLES, linkedin_table, plain_name

_MEDIA_TYPE = "application/x-linkedin-export"
_MOST_MEMBER_BYTES = 5 * 1024 * 1024
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_LEFT_OUT = frozenset({"birth date", "zip code", "address", "twitter handles", "instant messengers", "maiden name"})


def read_linkedin(data: bytes, document_id: str) -> Document:
    """Return a LinkedIn export (ZIP) as a document; any of its files may be missing.

    Raises UnreadableFileError for archives that are damaged, encrypted, unpack too far, or hold none of the known files.
    """
    members = read_members(data, document_id, "LinkedIn export (.zip)", lambda name: linkedin_table(name) is not None)
    return linkedin_document({PurePosixPath(name).name: content for name, content in members.items()}, document_id)


def linkedin_document(tables: Mapping[str, bytes], document_id: str) -> Document:
    """Return the document that the CSV files of an export make: name of file → its bytes."""
    order = list(LINKEDIN_TABLES)
    named = [(kind, name) for name in tables if (kind := linkedin_table(name)) is not None]
    written = _Writing(document_id)
    for kind, name in sorted(named, key=lambda pair: (order.index(_stem(pair[1])), pair[1])):
        if len(tables[name]) > _MOST_MEMBER_BYTES:
            raise UnreadableFileError(f"{name} is larger than 5 MB; leave it out of the export", path=document_id)
        rows = rows_of(decode_text(tables[name], document_id), document_id)
        if rows:
            written.table(kind, rows)
    if not written.blocks:
        message = "a LinkedIn export without Profile, Positions, Education, Skills, Projects or Certifications; download it anew"
        raise UnreadableFileError(message, path=document_id)
    title = f"{written.author} – LinkedIn" if written.author else "LinkedIn export"
    return Document(document_id, _MEDIA_TYPE, title, "".join(written.parts), tuple(written.blocks))


def _stem(name: str) -> str:
    return re.sub(r"[\s_-]+", " ", PurePosixPath(name).stem).strip().casefold()


@dataclass(slots=True)
class _Writing:
    """Writes records as labelled lines, a blank line between two, and notes where the values stand."""

    document_id: str
    parts: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    author: str = ""
    _length: int = 0
    _counts: dict[str, int] = field(default_factory=dict)

    def table(self, kind: str, rows: Sequence[Sequence[Cell]]) -> None:
        """Write all records of a table. Skills, which have a name alone, come on lines of their own."""
        head = head_of(rows)
        # A list of skills has one column, so its first row is the head.
        columns = [cell.value for cell in rows[head]]
        keys = keys_of(columns, kind)
        if not any(plain_name(column) in COLUMNS[kind] for column in columns):
            return
        for row in rows[head + 1 :]:
            self._record(kind, columns, keys, row)

    def _record(self, kind: str, columns: Sequence[str], keys: Sequence[str], row: Sequence[Cell]) -> None:
        names = {plain_name(column): cell.value for column, cell in zip(columns, row, strict=False)}
        if kind == "references" and names.get("status", "visible").casefold() not in ("visible", ""):
            return  # neither shown by the person nor to be shown here
        number = self._counts.get(kind, 0)
        self._counts[kind] = number + 1
        prefix = "basics" if kind == "basics" else f"{kind}[{number}]"
        self._write("\n" if (self.parts and kind != "skills") or (number == 0 and self.parts) else "")
        whole = " ".join(filter(None, (names.get("first name"), names.get("last name"))))
        if whole:
            self._field(prefix, "name", "Name", whole)
            if kind == "basics":
                self.author = self.author or whole
        for column, key, cell in zip(columns, keys, row, strict=False):
            name = plain_name(column)
            if not cell.text or name in ("first name", "last name") or name in _LEFT_OUT:
                continue
            for leaf, start, end in pieces_of(cell.text, key):
                self._field(prefix, leaf, column.strip(), cell.text[start:end])

    def _field(self, prefix: str, key: str, label: str, value: str) -> None:
        words = " ".join(_UNPRINTABLE.sub(" ", value.replace('""', '"')).split())
        self._write(f"{label}: ")
        span = Span(self.document_id, self._length, self._length + len(words))
        self.blocks.append(Block(BlockKind.FIELD, span, 2, f"{prefix}.{key}"))
        self._write(words + "\n")

    def _write(self, text: str) -> None:
        self.parts.append(text)
        self._length += len(text)
