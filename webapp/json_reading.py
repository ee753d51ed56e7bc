"""What was read from one document, as JSON: the answer of `careergraph extract --json`. Needs no store and no graph."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence

from graph.documents import Document, Span
from graph.model import EntityKind, Json, Mention, MentionKey
from graph.resolution.readings import DocumentReading
from webapp.json_parts import measure_json


def extract_json(reading: DocumentReading, document_as_given: str, with_text: bool = False) -> dict[str, Json]:
    """Return what was read from one document; entities are "e1" … in the order of their first mention.

    Offsets count code points of the document's text; `with_text` adds that text.
    """
    document = reading.document
    groups = _grouped(reading.mentions)
    ids = {identity: f"e{place}" for place, identity in enumerate(groups, start=1)}
    names = {identity: _name(mentions) for identity, mentions in groups.items()}
    relations = {
        (ids[r.source], r.kind.value, ids[r.target]): r.span
        for r in reversed(reading.relations)  # of several places that state it, the first stays
        if r.source in ids and r.target in ids
    }
    shape: dict[str, Json] = {
        "document": document_as_given,
        "text_sha256": text_sha256(document.text),
        "entities": [
            {
                "id": ids[identity],
                "type": identity[0].value,
                "name": names[identity],
                "mentions": [_mention_json(document, span) for span in sorted({m.span for m in mentions})],
                "attributes": _read_attributes(identity, groups, names),
                "confidence": round(max(mention.confidence for mention in mentions), 4),
            }
            for identity, mentions in groups.items()
        ],
        "relations": [
            {"source": source, "type": kind, "target": target, "evidence": {"start": span.start, "end": span.end}}
            for (source, kind, target), span in sorted(relations.items(), key=lambda item: (item[1], item[0]))
        ],
    }
    return shape | {"text": document.text} if with_text else shape


def _grouped(mentions: Iterable[Mention]) -> dict[MentionKey, list[Mention]]:
    groups: dict[MentionKey, list[Mention]] = {}
    for mention in sorted(mentions, key=lambda m: (m.span, m.kind, m.key)):
        groups.setdefault(mention.identity, []).append(mention)
    return groups


def _name(mentions: Sequence[Mention]) -> str:
    return max(mentions, key=lambda mention: mention.confidence).name


def _mention_json(document: Document, span: Span) -> Json:
    return {"start": span.start, "end": span.end, "text": document.quote(span)}


def _read_attributes(
    identity: MentionKey, groups: Mapping[MentionKey, Sequence[Mention]], names: Mapping[MentionKey, str]
) -> Json:
    kind, key = identity
    mentions = sorted(groups[identity], key=lambda mention: -mention.confidence)
    found: dict[str, Json] = {}
    for mention in mentions:  # the surest first; where it is silent, the next one speaks
        found |= {name: value for name, value in mention.attributes.items() if found.get(name) is None}
    if kind is EntityKind.OUTCOME:
        measure = next((mention.measure for mention in mentions if mention.measure is not None), None)
        found |= {} if measure is None else measure_json(measure)
    elif kind is EntityKind.ROLE:
        employer = (EntityKind.EMPLOYER, str(found.get("employer")))
        found["employer"] = names.get(employer)
    elif kind is EntityKind.EMPLOYER:
        roles = [m for (k, _), group in groups.items() if k is EntityKind.ROLE for m in group]
        holdings = [_holding(role) for role in roles if role.attributes.get("employer") == key]
        found["employments"] = [holding for place, holding in enumerate(holdings) if holding not in holdings[:place]]
    return dict(sorted(found.items()))


def _holding(role: Mention) -> Json:
    return {part: role.attributes.get(part) for part in ("title", "start", "end")}


def text_sha256(text: str) -> str:
    """Return the SHA-256 of a text in UTF-8, hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
