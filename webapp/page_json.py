"""A page's dataclass as JSON, for pages whose JSON no other program relies on by contract."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass

from graph.model import Json
from webapp.json_parts import number


def page_json(value: object) -> Json:
    """Return dataclasses as objects by field name, tuples as arrays; whole numbers without a fraction.

    Where a picture's marks stand (classes with `is_drawing`) is left out: the same things are listed beside it.
    """
    if value is None or isinstance(value, str | bool):
        return value
    if isinstance(value, int | float):
        return number(value)
    if is_dataclass(value) and not isinstance(value, type):
        found = {spec.name: getattr(value, spec.name) for spec in fields(value)}
        return {name: page_json(item) for name, item in found.items() if not hasattr(item, "is_drawing")}
    if isinstance(value, Mapping):
        return {str(key): page_json(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        items = sorted(value) if isinstance(value, set | frozenset) else value
        return [page_json(item) for item in items]
    return str(value)
