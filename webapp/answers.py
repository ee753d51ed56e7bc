"""HTTP answers in JSON: any shape, and the one in which errors are told."""

from __future__ import annotations

import json
from collections.abc import Iterable

from flask import Response

from graph.model import Json
from webapp.corpus import Ref


def json_response(shape: Json, status: int = 200) -> Response:
    """Return a JSON answer, its keys in the order of the contract."""
    return Response(f"{json.dumps(shape, ensure_ascii=False)}\n", status, mimetype="application/json")


def error_json(status: int, message: str, near: Iterable[Ref] = ()) -> Response:
    """Return an error as `{"error": {"status", "message", "near"}}`; `near` are things that may have been meant."""
    listed: list[Json] = [{"id": ref.id, "type": ref.kind, "name": ref.name, "url": ref.url} for ref in near]
    return json_response({"error": {"status": status, "message": message, "near": listed}}, status)
