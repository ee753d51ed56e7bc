"""Reads the front matter of a Markdown file, in YAML or TOML: its values as fields and as metadata."""

from __future__ import annotations

import re
import tomllib

from graph.documents import Block
from graph.errors import UnreadableFileError
from graph.readers.markdown_dialects import toml_fields, unlinked, unlinked_values
from graph.readers.yaml_fields import field_blocks, metadata_of, yaml_values

_FRONT_MATTER = re.compile(
    r"\A---[ \t]*(?:\r\n|\n|\r)(?P<yaml>.*?)(?<=[\r\n])(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)", re.DOTALL
)
_TOML_FRONT_MATTER = re.compile(
    r"\+\+\+[ \t]*(?:\r\n|\n|\r)(?P<toml>.*?)(?<=[\r\n])\+\+\+[ \t]*(?:\r\n|\n|\r|\Z)", re.DOTALL
)
"""Hugo's other form."""


def read_front_matter(text: str, document_id: str) -> tuple[list[Block], dict[str, str], int]:
    """Return the fields of a file's front matter, its metadata, and the offset where the text below begins.

    A malformed one is left out, and `metadata["front_matter_error"]` says what is wrong and where.
    """
    if (front := _FRONT_MATTER.match(text)) is not None:
        try:
            values = yaml_values(front["yaml"], document_id, base=front.start("yaml"), first_line=2)
            metadata = unlinked_values(metadata_of(values, max_depth=8))
            return unlinked(text, field_blocks(values, document_id)), metadata, front.end()
        except UnreadableFileError as error:
            return [], {"front_matter_error": str(error)}, front.end()
    if (front := _TOML_FRONT_MATTER.match(text)) is not None:
        metadata = _toml_metadata(front["toml"], document_id)
        fields = [] if "front_matter_error" in metadata else toml_fields(text, *front.span("toml"), document_id)
        return fields, metadata, front.end()
    return [], {}, 0


def _toml_metadata(source: str, document_id: str) -> dict[str, str]:
    """Return the texts, numbers and lists of texts at the top of a front matter in TOML; or what is wrong with it."""
    try:
        values = tomllib.loads(source.replace("\r\n", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return {"front_matter_error": f"{document_id}: front matter is no TOML: {error}"}
    found = {}
    for key, value in values.items():
        parts = value if isinstance(value, list) else [value]
        words = [str(part) for part in parts if not isinstance(part, (dict, list))]
        if words:
            found[key.casefold()] = ", ".join(words)
    return found
