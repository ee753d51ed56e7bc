"""Opens ZIP archives that people hand in, within limits: entries, unpacked bytes, their ratio to the packed ones.

Sizes that an archive states may be lies, so bytes are counted while they are unpacked. Nothing is written to a disk.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from graph.errors import UnreadableFileError

MAX_UNPACKED_BYTES = 100 * 1024 * 1024
MAX_RATIO = 200
"""Unpacked to packed bytes; Word's own files stay below 30."""
MAX_ENTRIES = 5_000
LIMITS = f"unpacks to {MAX_UNPACKED_BYTES // 1024 // 1024} MB and {MAX_RATIO} times its size; {MAX_ENTRIES:,} entries"
"""The same in words, for people."""
_MIN_PACKED = 1024
"""A few hundred bytes of one letter may well unpack to more than the ratio."""
_CHUNK = 1024 * 1024
_ENCRYPTED = 0x1


def read_members(data: bytes, document_id: str, label: str, wanted: Callable[[str], bool]) -> dict[str, bytes]:
    """Return name → bytes of an archive's wanted members, in the order of the archive; of equal names the last.

    Raises UnreadableFileError for damaged or encrypted archives and for what unpacks beyond the limits.
    """
    budget = min(MAX_UNPACKED_BYTES, MAX_RATIO * max(len(data), _MIN_PACKED))
    found: dict[str, bytes] = {}
    try:
        with ZipFile(BytesIO(data)) as archive:
            members = archive.infolist()
            _check_stated(members, document_id, budget)
            for member in members:
                if member.is_dir() or not wanted(member.filename):
                    continue
                found[member.filename] = unpacked = _unpack(archive, member, document_id, budget)
                budget -= len(unpacked)
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, ValueError) as error:
        raise UnreadableFileError(f"no {label}, or damaged; save it anew", path=document_id) from error
    return found


def check_archive(data: bytes, document_id: str, label: str) -> None:
    """Unpack all XML members once, counting, so that a library which unpacks them later meets no surprise.

    Raises UnreadableFileError as `read_members` does, and where a member declares XML entities, as bombs do.
    """
    members = read_members(data, document_id, label, lambda name: name.lower().endswith((".xml", ".rels")))
    for content in members.values():
        if b"<!DOCTYPE" in content[:4096] or b"<!ENTITY" in content:
            raise UnreadableFileError(f"a {label} that declares XML entities; save it anew", path=document_id)


def _check_stated(members: list[ZipInfo], document_id: str, budget: int) -> None:
    if len(members) > MAX_ENTRIES:
        raise UnreadableFileError(f"an archive of more than {MAX_ENTRIES:,} entries; split it", path=document_id)
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise UnreadableFileError("encrypted; save it without a password", path=document_id)
    stated = sum(member.file_size for member in members)
    if stated > budget:
        raise UnreadableFileError(_too_much(stated), path=document_id)


def _unpack(archive: ZipFile, member: ZipInfo, document_id: str, budget: int) -> bytes:
    pieces: list[bytes] = []
    counted = 0
    with archive.open(member) as stream:
        while piece := stream.read(_CHUNK):
            counted += len(piece)
            if counted > budget:
                raise UnreadableFileError(_too_much(counted), path=document_id)
            pieces.append(piece)
    return b"".join(pieces)


def _too_much(unpacked: int) -> str:
    size = f"{unpacked // 1024 // 1024} MB" if unpacked >= 1024 * 1024 else f"more than {MAX_RATIO} times its size"
    return f"unpacks to {size}; save it without pictures, or as text"
