"""The JSON Schemas of the shapes that other programs rely on: those of json_shapes.py, suggestions, health and errors.

Written by hand, since json_shapes.py writes them by hand; a test holds every real answer against them, with nothing
more in it and nothing less.
"""

from __future__ import annotations

from collections.abc import Mapping

from graph.findings import PROBLEMS
from graph.model import EntityKind, Json, Measures, RelationKind
from index.schema import FACETS
from webapp.json_schema import REFERENCE, Schema

_TEXT: Schema = {"type": "string"}
_WHOLE: Schema = {"type": "integer", "minimum": 0}
_NUMBER: Schema = {"type": "number"}
_KIND: Schema = {"type": "string", "enum": [kind.value for kind in EntityKind]}
_RELATION: Schema = {"type": "string", "enum": [kind.value for kind in RelationKind]}
_ANYTHING: Schema = {}


def _told(says: str) -> Schema:
    return {"description": says} if says else {}


def _object(says: str = "", optional: Mapping[str, Json] | None = None, **properties: Json) -> Schema:
    """Return the schema of an object; a trailing underscore of a name is dropped, since some are Python's words."""
    named = {name.rstrip("_"): schema for name, schema in properties.items()}
    required: list[Json] = [*named]
    shape: Schema = {"type": "object", "properties": named | dict(optional or {}), "required": required}
    return shape | _told(says)


def _list(items: Schema, says: str = "") -> Schema:
    listed: Schema = {"type": "array", "items": items}
    return listed | _told(says)


def _or_null(schema: Schema, says: str = "") -> Schema:
    kind = schema.get("type")
    found: Schema = (
        schema | {"type": [kind, "null"]} if isinstance(kind, str) else {"anyOf": [schema, {"type": "null"}]}
    )
    return found | _told(says)


def of(name: str) -> Schema:
    """Return a reference to one of CONTRACT, or of the schemas beside it."""
    return {"$ref": REFERENCE + name}


_START: Schema = _WHOLE | {"description": "offset in Unicode code points of the document's text"}
_END: Schema = _WHOLE | {"description": "the end, not included"}

CONTRACT: Mapping[str, Schema] = {
    "Error": _object(
        "What went wrong and what to do about it.",
        error=_object(status={"type": "integer"}, message=_TEXT, near=_list(of("NearEntity"), "what may have been meant")),
    ),
    "NearEntity": _object(id=_TEXT, type=_KIND, name=_TEXT, url=_TEXT),
    "ToldExperience": _object(
        "An experience that a story tells.", id=_TEXT, name=_TEXT, evidence=_list(of("Evidence"))
    ),
    "EntityRef": _object("An entity, as others point to it.", id=_TEXT, type=_KIND, name=_TEXT),
    "Evidence": _object(
        "The words that a fact was read from.",
        optional={"page": {"type": "integer", "minimum": 1, "description": "of a document with pages"}},
        document=_TEXT, line=_or_null({"type": "integer", "minimum": 1}), start=_START, end=_END,
        quote=_TEXT | {"description": "the document's text from start to end"}, rule=_TEXT,
    ),
    "Period": _object("ISO dates as precise as written.", start=_or_null(_TEXT), end=_or_null(_TEXT, "or `present`")),
    "SearchAnswer": _object(
        query=_TEXT,
        interpretation=_list(of("Interpretation"), "how each part of the query was read"),
        total=_WHOLE, took_ms=_NUMBER, suggestion=_or_null(_TEXT, "the query with its spelling mended"),
        hits=_list(of("Hit"), "ranked, best first"),
        entities=_list(of("NamedEntity"), "what the query names"),
        facets={
            "type": "object",
            "propertyNames": {"enum": [facet.name for facet in FACETS]},
            "additionalProperties": _list(of("FacetValue")),
        },
    ),
    "Interpretation": _object(
        text=_TEXT, as_=_TEXT, field=_or_null(_TEXT), value=_or_null(_TEXT), alias=_or_null(_TEXT), weight=_NUMBER,
    ),
    "Hit": _object(
        "A passage: `text` is the document's text from `start` to `end`.",
        id=_TEXT, type=_TEXT, title=_TEXT, score=_NUMBER, document=_TEXT, start=_START, end=_END, text=_TEXT, url=_TEXT,
        story=_or_null(_TEXT, "id of the project that it tells"),
        also=_list(_object(document=_TEXT, start=_START, end=_END), "the same words elsewhere"),
        entities=_list(of("EntityRef")),
        why=_list(of("Why")),
    ),
    "Why": _object("A reason for a hit's place.", field=_TEXT, term=_TEXT, matched_by=_TEXT, weight=_NUMBER),
    "NamedEntity": _object(id=_TEXT, type=_KIND, name=_TEXT, alias=_or_null(_TEXT), url=_TEXT),
    "FacetValue": _object(value=_TEXT, label=_TEXT, count=_WHOLE),
    "EntityAnswer": _object(
        optional={"experiences": _list(of("ToldExperience"), "of a project: what its story tells, with the words")},
        id=_TEXT, type=_KIND, name=_TEXT, aliases=_list(_TEXT),
        attributes={
            "type": "object",
            "description": "what the text says of it; which there are depends on the kind",
            "properties": {
                "measures": {"type": "string", "enum": [one.value for one in Measures]},
                "experience": _list(of("Experience")),
                "start": _or_null(_TEXT),
                "end": _or_null(_TEXT),
            },
            "additionalProperties": _ANYTHING,
        },
        evidence=_list(of("Evidence")),
        relations=_list(of("Neighbour")),
    ),
    "Experience": _object(
        "A person's months with it, overlaps counted once.",
        person=_TEXT, months=_WHOLE, last_used=_or_null(_TEXT), at_least={"type": "boolean"},
    ),
    "Neighbour": _object(
        type=_RELATION, direction={"type": "string", "enum": ["in", "out"]}, other=of("EntityRef"),
        period=_or_null(of("Period")), confidence={"type": "number", "minimum": 0, "maximum": 1},
        evidence=_list(of("Evidence")),
    ),
    "PathAnswer": _object(
        "The ends, null where one is not known, and up to three short paths.",
        from_=_or_null(of("EntityRef")), to=_or_null(of("EntityRef")),
        candidates=_object("where a name means several", from_=_list(of("EntityRef")), to=_list(of("EntityRef"))),
        paths=_list(_list(of("Hop"))),
    ),
    "Hop": _object(source=_TEXT, type=_RELATION, target=_TEXT, evidence=_list(of("Evidence"))),
    "CheckAnswer": _object(
        findings=_list(of("Finding"), "one page of them"),
        counts={"type": "object", "propertyNames": {"enum": list(PROBLEMS)}, "additionalProperties": _WHOLE},
        total=_WHOLE,
    ),
    "Finding": _object(
        code={"type": "string", "enum": list(PROBLEMS)}, message=_TEXT, document=_or_null(_TEXT),
        line=_or_null({"type": "integer", "minimum": 1}), start=_or_null(_WHOLE), end=_or_null(_WHOLE), remedy=_TEXT,
        paste=_list(_object("Lines for careergraph.yaml.", when=_TEXT, lines=_TEXT)),
    ),
    "Suggestions": _object(
        query=_TEXT,
        suggestions=_list(_object(text=_TEXT, kind=_TEXT, id=_or_null(_TEXT), alias=_or_null(_TEXT), url=_TEXT)),
    ),
    "BrowserSuggestions": {
        "description": "OpenSearch Suggestions 1.0: the query, then lists of texts, of descriptions and of addresses.",
        # No prefixItems: schemathesis 4.32 reads them as the `items` of older drafts here, and stops.
        "type": "array", "minItems": 4, "maxItems": 4, "items": {"anyOf": [_TEXT, _list(_TEXT)]},
    },
    "Health": _object(
        optional={"reason": _TEXT},
        status={"type": "string", "enum": ["ok", "degraded", "unavailable"]}, generation=_or_null(_TEXT),
    ),
}  # fmt: skip
"""Name → schema."""

ANSWERS: Mapping[str, str] = {
    "search": "SearchAnswer", "entity": "EntityAnswer", "path": "PathAnswer", "check": "CheckAnswer",
    "suggest": "Suggestions", "healthz": "Health",
}  # fmt: skip
"""Route → the schema of its answer, where it is no page's dataclass."""
