"""Hands out the files that documents were read from: known documents only, never a path from the address."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from urllib.parse import quote

from flask import Response

from graph.documents import Document
from webapp.asking import NotFoundError

RULE = "/original/<path:wanted>"
_SHOWN = frozenset(
    {"application/pdf", "text/plain", "text/markdown", "text/csv", "application/yaml", "application/json"}
)
"""Formats that a browser shows; the others, HTML above all, are offered to be kept."""


def original_url(document: Document, offset: int | None = None) -> str:
    """Return the path of a document's file; at an offset of a paged one with `#page=N`, which browsers go to."""
    page = None if offset is None else document.page_of(offset)
    return f"/original/{quote(document.id)}{'' if page is None else f'#page={page}'}"


def original(document: Document, content_dir: Path | None) -> Response:
    """Return a document's file as it is now. Raises NotFoundError where it is gone, or leads out of the folder."""
    data = None if content_dir is None else _read(content_dir, document.id)
    if data is None:
        raise NotFoundError("The file is no longer where it was read; build again.", ())
    shown = document.media_type in _SHOWN
    kind = document.media_type if document.media_type == "application/pdf" else "text/plain; charset=utf-8"
    response = Response(data, content_type=kind if shown else "application/octet-stream")
    name = quote(document.id.rpartition("/")[2])
    response.headers["Content-Disposition"] = f"{'inline' if shown else 'attachment'}; filename*=UTF-8''{name}"
    return response


def _read(content_dir: Path, document_id: str) -> bytes | None:
    path = content_dir / document_id
    try:
        # A link may have come into the folder since the build.
        if not path.resolve(strict=True).is_relative_to(content_dir.resolve()):
            return None
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    except (OSError, RuntimeError, ValueError):
        return None
    with os.fdopen(descriptor, "rb") as file:
        return file.read() if stat.S_ISREG(os.fstat(descriptor).st_mode) else None
