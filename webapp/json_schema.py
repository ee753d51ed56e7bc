"""The JSON Schema of what page_json makes of a page's dataclass. Knows types, no page.

JSON Schema 2020-12, as OpenAPI 3.1 has it. Each dataclass becomes a schema of its own, by name; a field's docstring
becomes its description.
"""

from __future__ import annotations

import ast
import inspect
import textwrap
import types
from collections.abc import Collection, Mapping, Sequence
from dataclasses import fields
from enum import Enum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from graph.model import Json

REFERENCE = "#/components/schemas/"
Schema = dict[str, Json]
_PLAIN: Mapping[object, Schema] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    type(None): {"type": "null"},
}


class Schemas:
    """Collects the schemas of dataclasses, each once; none gets a name of `taken`."""

    def __init__(self, taken: Collection[str] = ()) -> None:
        self.found: dict[str, Schema] = {}
        self._taken = taken
        self._names: dict[object, str] = {}

    def of(self, kind: Any, bound: Mapping[Any, Any] | None = None) -> Schema:
        """Return the schema of a type; a dataclass's is a reference to one in `found`. `bound` fills type variables."""
        bound = bound or {}
        kind = bound.get(kind, kind) if isinstance(kind, TypeVar) else kind
        if kind in _PLAIN:
            return dict(_PLAIN[kind])
        origin, arguments = get_origin(kind), get_args(kind)
        if origin in (Union, types.UnionType):
            return _any_of([self.of(one, bound) for one in arguments if not _is_drawing(one)])
        if (origin is tuple and len(arguments) != 2) or (origin is tuple and arguments[1] is not Ellipsis):
            return {
                "type": "array", "prefixItems": [self.of(one, bound) for one in arguments],
                "minItems": len(arguments), "maxItems": len(arguments),
            }  # fmt: skip
        if inspect.isclass(origin or kind) and issubclass(origin or kind, Mapping):
            return {"type": "object", "additionalProperties": self.of(arguments[1], bound) if arguments else {}}
        if inspect.isclass(origin or kind) and issubclass(origin or kind, (Sequence, frozenset, set)):
            return {"type": "array", "items": self.of(arguments[0], bound) if arguments else {}}
        if inspect.isclass(kind) and issubclass(kind, Enum):
            return {"type": "string", "enum": [one.value for one in kind]}
        if hasattr(origin or kind, "__dataclass_fields__"):
            return {"$ref": REFERENCE + self._named(kind, bound)}
        return {}

    def _named(self, kind: Any, bound: Mapping[Any, Any]) -> str:
        arguments = tuple(bound.get(one, one) for one in get_args(kind))
        base = get_origin(kind) or kind
        key = (base, arguments)
        if key not in self._names:
            name = "_".join((base.__name__, *(_word(one) for one in arguments)))
            if name in self._taken or name in self.found:  # two modules, one name: the second brings its module's along
                name = f"{base.__module__.rpartition('.')[2]}.{name}"
            self._names[key] = name
            self.found[name] = {}  # keeps its place, should it hold itself
            self.found[name] = self._object(
                base, dict(zip(getattr(base, "__parameters__", ()), arguments, strict=False))
            )
        return self._names[key]

    def _object(self, kind: type, bound: Mapping[Any, Any]) -> Schema:
        hints, told = get_type_hints(kind), _field_docstrings(kind)
        properties: dict[str, Json] = {}
        required: list[Json] = []
        for spec in fields(kind):
            hint = hints[spec.name]
            if _is_drawing(hint):
                continue
            # page_json leaves a drawing out, and writes null where a page has none.
            if not any(_is_drawing(one) for one in get_args(hint)):
                required.append(spec.name)
            says = told.get(spec.name)
            properties[spec.name] = self.of(hint, bound) | ({"description": says} if says else {})
        says = (inspect.getdoc(kind) or "").partition("\n")[0]
        return {"type": "object", "description": says, "properties": properties, "required": required}


def _any_of(schemas: list[Schema]) -> Schema:
    if len(schemas) == 1:
        return schemas[0]
    if all(set(schema) == {"type"} for schema in schemas):
        return {"type": [schema["type"] for schema in schemas]}
    return {"anyOf": [*schemas]}


def _is_drawing(kind: Any) -> bool:
    return hasattr(get_origin(kind) or kind, "is_drawing")


def _word(kind: Any) -> str:
    return "_".join((getattr(get_origin(kind) or kind, "__name__", "any"), *(_word(one) for one in get_args(kind))))


@cache
def _field_docstrings(kind: type) -> Mapping[str, str]:
    """Return the string below each field of a class, white space squeezed."""
    (tree,) = ast.parse(textwrap.dedent(inspect.getsource(kind))).body
    assert isinstance(tree, ast.ClassDef)
    found = {}
    for line, following in zip(tree.body, tree.body[1:], strict=False):
        if (
            isinstance(line, ast.AnnAssign)
            and isinstance(line.target, ast.Name)
            and isinstance(following, ast.Expr)
            and isinstance(following.value, ast.Constant)
            and isinstance(following.value.value, str)
        ):
            found[line.target.id] = " ".join(following.value.value.split())
    return found
