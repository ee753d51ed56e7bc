"""Turns a file's bytes into text, or says that they are no text. Knows nothing of formats."""

from __future__ import annotations

import re

from charset_normalizer import from_bytes

from graph.errors import UnreadableFileError

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
    (b"\xef\xbb\xbf", "utf-8-sig"),
)
_OTHERS = ["cp1250", "cp1251", "cp1253", "cp1254", "cp1257", "mac_roman", "cp850", "koi8_r"]
_SAMPLE = 64 * 1024
"""Bytes that the encoding is guessed from: enough for its letters, and quick."""
# Control characters that no text has: all but tab, LF, VT, FF and CR, and the C1 block without NEL.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_MAX_CONTROL_SHARE = 0.1
_MIN_NUL_SHARE = 0.3
"""UTF-16 of Western text has a NUL in about every second byte."""
_WORD = re.compile(r"[^\W\d_][^\s!-/:-@\[-`{-~“”‘’–—…]*")
_ODD_WORD = re.compile(
    r"^[À-ÿŠŒŽšœžŸƒ]{4,}$|[a-zÀ-ÿ][¡¢£¤¥¦§¨©¬®¯°±²³´µ¶¸¹»¼½¾¿ˆ‰‹†‡•˜™›][a-zÀ-ÿ]|[a-z][À-ÞŠŒŽŸ]{1,2}[a-z]"
)
_MIN_ODD = 2
"""One such word may be a slip, or a brand."""
_MIN_WORDS = 4
"""A guess needs this many."""


def decode_text(data: bytes, document_id: str) -> str:
    """Return the text of a file in UTF-8, UTF-16, UTF-32 or a single-byte encoding; newlines stay as they are.

    A byte order mark is dropped. Bytes that are no UTF-8 are Windows-1252, unless that makes no words.
    Raises UnreadableFileError for binary data: NUL characters, more than a tenth control characters, or bytes that
    would be control characters in every encoding.
    """
    text = _decode(data)
    if text is None or "\x00" in text or len(_CONTROL.findall(text)) > _MAX_CONTROL_SHARE * len(text):
        raise UnreadableFileError("binary data, not text; save it as UTF-8 text or remove it", path=document_id)
    return text


def _decode(data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(data, encoding)
    if (text := _decoded(data, "utf-8")) is not None and "\x00" not in text:
        return text
    if b"\x00" in data:
        return _unmarked_utf_16(data)
    text = _decoded(data, _legacy_encoding(data))
    return None if text is None or _CONTROL.search(text) else text


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _unmarked_utf_16(data: bytes) -> str | None:
    """Return UTF-16 that lost its mark, told by the NULs at every second place; None for anything else."""
    sample = data[:_SAMPLE]
    high, low = sample[0::2].count(0), sample[1::2].count(0)
    if max(high, low) < _MIN_NUL_SHARE * len(sample) / 2 or min(high, low) > 0:
        return None
    text = _decoded(data, "utf-16-be" if high > low else "utf-16-le")
    return None if text is None or _CONTROL.search(text) else text


def _legacy_encoding(data: bytes) -> str:
    """Return Windows-1252, unless it would make words that no language has; then what charset-normalizer finds.

    Its guess alone is not safe: for a line with a curly quote and a euro sign it prefers Mac Roman.
    """
    western = _decoded(data, "cp1252")
    if western is not None and not _CONTROL.search(western) and not _is_garbled(western[:_SAMPLE]):
        return "cp1252"
    # Binary data is no text in another encoding either: text has words, and no control characters.
    if any(byte < 9 or 13 < byte < 32 for byte in data[:_SAMPLE]) or len(data[:_SAMPLE].split()) < _MIN_WORDS:
        return "cp1252"
    best = from_bytes(data[:_SAMPLE], cp_isolation=_OTHERS).best()
    return "cp1252" if best is None else best.encoding


def _is_garbled(text: str) -> bool:
    """Return whether many words are as Cyrillic, Greek or Polish look in Windows-1252: "Ðóêîâîäèë", "Za¿ó³æ"."""
    words = [word for word in _WORD.findall(text) if not word.isascii()]
    odd = [word for word in words if _ODD_WORD.search(word)]
    return len(odd) >= _MIN_ODD and 5 * len(odd) >= len(words)
