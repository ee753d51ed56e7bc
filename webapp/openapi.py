"""The JSON API as an OpenAPI 3.1 description, made from the table of routes. Serves nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graph.model import EntityKind, Json
from webapp.contract_schemas import ANSWERS, CONTRACT
from webapp.contract_schemas import of as reference_to
from webapp.corpus import Corpus
from webapp.json_schema import Schema, Schemas
from webapp.parameters import PARAMETERS, SUMMARIES, Parameter

_EXAMPLES = 2
_DESCRIPTION = (
    "Every page of careergraph has a twin in JSON with the same content. Only GET and HEAD are answered. Offsets count "
    "Unicode code points; ends are not included. Objects may get further keys."
)
_ERRORS: Mapping[int, str] = {
    400: "A value can't be used, or the Host is not served here; `message` says what to change.",
    401: "A token is asked for, and none or a wrong one was given.",
    404: "Nothing has this id or name; `near` lists what may have been meant.",
    503: "There is no sound store; `message` says what to run.",
}


@dataclass(frozen=True, slots=True, eq=False)
class Operation:
    """One address of the API."""

    name: str
    path: str
    """With `{id}` where an id stands."""
    page: str
    """The address of the page whose twin it is, or empty."""
    summary: str
    parameters: tuple[Parameter, ...]
    shape: Any
    """The dataclass that becomes JSON, or None where ANSWERS names a schema."""

    @property
    def can_miss(self) -> bool:
        """Whether a value names something that may not be there."""
        return any(one.in_path or one.name in _NAMING for one in self.parameters)


_NAMING = frozenset({"from", "to", "a", "b", "pick"})
"""Parameters whose values are looked up: what is not there is a 404."""


def operation(name: str, rule: str, page: str, shape: Any) -> Operation:
    """Return the operation of a Flask rule; what it takes and says stands in parameters.py."""
    return Operation(name, braced(rule), braced(page), SUMMARIES[name], PARAMETERS[name], shape)


def braced(rule: str) -> str:
    """Return a Flask rule as OpenAPI writes it.

    >>> braced("/api/v1/entity/<path:wanted>")
    '/api/v1/entity/{id}'
    """
    return re.sub(r"<[^>]+>", "{id}", rule)


def describe(operations: Sequence[Operation], corpus: Corpus, version: str) -> dict[str, Json]:
    """Return the OpenAPI document; examples of ids are drawn from the corpus."""
    schemas = Schemas(taken=CONTRACT)
    paths: dict[str, Json] = {one.path: {"get": _described(one, schemas, corpus)} for one in operations}
    return {
        "openapi": "3.1.1",
        "info": {
            "title": "careergraph", "version": version, "description": _DESCRIPTION,
            "license": {"name": "Apache License 2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "/"}],
        "security": [{}, {"token": []}],
        "paths": paths,
        "components": {
            "schemas": {**CONTRACT, **schemas.found},
            "securitySchemes": {
                "token": {
                    "type": "http", "scheme": "bearer",
                    "description": "Where `serve` was started with a token; without one nothing is asked for.",
                }
            },
        },
    }  # fmt: skip


def _described(one: Operation, schemas: Schemas, corpus: Corpus) -> Json:
    parameters: list[Json] = [_parameter(parameter, corpus) for parameter in one.parameters]
    answers: dict[str, Json] = {
        "200": {
            "description": one.summary,
            "headers": _HEADERS if one.name != "healthz" else {},
            "content": _content(one, schemas),
        },
    }
    if one.name != "healthz":
        answers["304"] = {"description": "Not changed since the answer with this ETag."}
    for status, says in _ERRORS.items():
        if status == 404 and not one.can_miss:
            continue
        shape = "Health" if status == 503 and one.name == "healthz" else "Error"
        answers[str(status)] = {
            "description": says,
            "content": {"application/json": {"schema": reference_to(shape)}},
        }
    twin = f" The page: `{one.page}`." if one.page else ""
    return {
        "operationId": one.name, "summary": one.summary, "description": f"{one.summary}.{twin}",
        "parameters": parameters, "responses": dict(sorted(answers.items())),
    }  # fmt: skip


_HEADERS: dict[str, Json] = {
    "ETag": {"schema": {"type": "string"}, "description": "Of the generation and this address."},
    "Cache-Control": {"schema": {"type": "string", "const": "private, no-cache"}},
}


def _content(one: Operation, schemas: Schemas) -> Json:
    if one.name == "api":
        return {"application/json": {"schema": {"type": "object", "required": ["openapi", "info", "paths"]}}}
    schema = reference_to(ANSWERS[one.name]) if one.name in ANSWERS else schemas.of(one.shape)
    content: dict[str, Json] = {"application/json": {"schema": schema}}
    if one.name == "suggest":
        content["application/x-suggestions+json"] = {"schema": reference_to("BrowserSuggestions")}
    return content


def _parameter(one: Parameter, corpus: Corpus) -> Json:
    schema: Schema = {"type": "array", "items": dict(one.schema)} if one.repeated else dict(one.schema)
    found: dict[str, Json] = {
        "name": one.name, "in": "path" if one.in_path else "query", "description": one.says,
        "required": one.in_path, "schema": schema,
    }  # fmt: skip
    examples = examples_of(one, corpus)
    if examples:
        found["examples"] = {
            f"example {n}": {"value": [value] if one.repeated else value} for n, value in enumerate(examples, start=1)
        }
    return found


def examples_of(one: Parameter, corpus: Corpus) -> tuple[str, ...]:
    """Return values that work here: ids of what is there, or what the table gives."""
    if one.of_corpus is EntityKind.DOCUMENT:
        return tuple(sorted(corpus.kg.documents)[:_EXAMPLES])
    if one.of_corpus is not None:
        found = sorted(corpus.kg.entities(one.of_corpus), key=lambda e: (-len(e.evidence), e.id))
        return tuple(entity.id for entity in found[:_EXAMPLES])
    return (one.example,) if one.example else ()
