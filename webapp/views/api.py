"""The page about the JSON API: what OpenAPI describes, to be read by people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from urllib.parse import quote, urlencode

from graph.model import Json
from webapp.corpus import Corpus
from webapp.openapi import Operation, describe, examples_of
from webapp.parameters import Parameter


@dataclass(frozen=True, slots=True)
class ParameterView:
    """One value that an address takes."""

    name: str
    says: str
    values: str
    """What may be written, in words."""


@dataclass(frozen=True, slots=True)
class OperationView:
    """One address of the API, with one that can be followed."""

    name: str
    path: str
    summary: str
    parameters: tuple[ParameterView, ...]
    try_url: str
    page_url: str
    """The same as a page; empty where there is none."""


@dataclass(frozen=True, slots=True)
class ApiPage:
    """Everything that the page shows, and the description that is its twin."""

    operations: tuple[OperationView, ...]
    description: Mapping[str, Json] = field(repr=False)


@lru_cache(maxsize=2)
def api_page(operations: tuple[Operation, ...], corpus: Corpus, version: str) -> ApiPage:
    """Return the page about the API; describing every type takes a while, so it is done once a generation."""
    return ApiPage(tuple(_view(one, corpus) for one in operations), describe(operations, corpus, version))


def _view(one: Operation, corpus: Corpus) -> OperationView:
    parameters = tuple(ParameterView(each.name, each.says, _values(each)) for each in one.parameters)
    tail = _tail(one, corpus)
    page_url = _filled(one.page, one, corpus) + tail if one.page else ""
    return OperationView(one.name, one.path, one.summary, parameters, _filled(one.path, one, corpus) + tail, page_url)


def _values(parameter: Parameter) -> str:
    schema = parameter.schema
    known = schema.get("enum")
    if isinstance(known, list):
        default = f"; else {schema['default']}" if "default" in schema else ""
        words = ", ".join(str(value) for value in known) + default
    elif schema["type"] == "integer":
        words = f"{schema['minimum']} to {schema['maximum']:,}; else {schema['default']}"
    elif "maxLength" in schema:
        words = f"text of at most {schema['maxLength']} characters"
    elif "pattern" in schema:
        words = f"such as {parameter.example}"
    else:
        words = "an id"
    return f"{words}; may be repeated" if parameter.repeated else words


def _filled(path: str, one: Operation, corpus: Corpus) -> str:
    for parameter in one.parameters:
        if parameter.in_path:
            found = examples_of(parameter, corpus)
            return path.replace("{id}", quote(found[0], safe="/:")) if found else ""
    return path


def _tail(one: Operation, corpus: Corpus) -> str:
    """Return values that make an address worth following: those without which it shows nothing."""
    asked = {p.name: p.example for p in one.parameters if one.name in _NEEDS and p.name in _NEEDS[one.name]}
    return f"?{urlencode(asked)}" if asked else ""


_NEEDS: Mapping[str, tuple[str, ...]] = {"search": ("q",), "suggest": ("q",)}
