"""Turns a file's bytes into text, or says that they are no text. Knows nothing of formats."""

from __future__ import annotations

import re

from graph.errors import UnreadableFileError

_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_UTF8_MARK = b"\xef\xbb\xbf"
# Control characters that no text has: all but tab, LF, VT, FF and CR, and the C1 block without NEL.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_MAX_CONTROL_SHARE = 0.1


def decode_text(data: bytes, document_id: str) -> str:
    """Return the text of a file in UTF-8, UTF-16 with a byte order mark, or Windows-1252; newlines stay as they are.

    A byte order mark is dropped. Raises UnreadableFileError for binary data: NUL characters, more than a tenth
    control characters, or bytes that are not UTF-8 and would be control characters in Windows-1252.
    """
    if data.startswith(_UTF16_MARKS):
        text = _decoded(data, "utf-16")
    else:
        text = _decoded(data.removeprefix(_UTF8_MARK), "utf-8")
        if text is None:
            text = _decoded(data, "cp1252")
            if text is not None and _CONTROL.search(text):
                text = None
    if text is None or "\x00" in text or len(_CONTROL.findall(text)) > _MAX_CONTROL_SHARE * len(text):
        raise UnreadableFileError("binary data, not text; save it as UTF-8 text or remove it", path=document_id)
    return text


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None
