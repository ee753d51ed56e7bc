"""Reads YAML and JSON files: the file's own text, each value a field with its path of keys."""

from __future__ import annotations

import re

from graph.documents import Document
from graph.readers.decoding import decode_text
from graph.readers.plain_text import title_of_file
from graph.readers.yaml_fields import YamlValue, field_blocks, metadata_of, yaml_values


def read_yaml(data: bytes, document_id: str) -> Document:
    """Return a YAML file as a document; several YAML documents in one file follow each other.

    Metadata are the top-level values. Raises UnreadableFileError with the line where it is no YAML.
    """
    text = decode_text(data, document_id)
    return _document(text, yaml_values(text, document_id), document_id, "application/yaml")


def read_json(data: bytes, document_id: str) -> Document:
    """Return a JSON file as a document, like a YAML file.

    Raises UnreadableFileError with the line where it is no JSON.
    """
    text = decode_text(data, document_id)
    # JSON is YAML but for tabs between its tokens; inside JSON's strings they are not allowed.
    return _document(text, yaml_values(text.replace("\t", " "), document_id), document_id, "application/json")


def _document(text: str, values: list[YamlValue], document_id: str, media_type: str) -> Document:
    values = _without_settings(values)
    metadata = metadata_of(values, max_depth=0)
    blocks = tuple(field_blocks(values, document_id))
    return Document(document_id, media_type, _title(metadata, values, document_id), text, blocks, metadata)


_SETTINGS_OF_RENDERCV = frozenset({"design", "locale", "rendercv_settings", "settings"})


def _without_settings(values: list[YamlValue]) -> list[YamlValue]:
    """Return the values without those that say how a RenderCV file is to look, and which schema a file has."""
    roots = {re.split(r"[.\[]", value.path, maxsplit=1)[0] for value in values}
    dropped = _SETTINGS_OF_RENDERCV if "cv" in roots else frozenset[str]()
    return [value for value in values if re.split(r"[.\[]", value.path, maxsplit=1)[0] not in dropped | {"$schema"}]


def _title(metadata: dict[str, str], values: list[YamlValue], document_id: str) -> str:
    """Return `title` or the person's `name`; the file's name where both stand, for then `title` is the job's."""
    names = [
        value.value
        for value in values
        if value.path in ("name", "basics.name", "cv.name", "resume.name", "resume.basics.name")
    ]
    title = metadata.get("title")
    if title and not names:
        return title
    return title_of_file(document_id) if title or not names else names[0]
