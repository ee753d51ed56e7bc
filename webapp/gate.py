"""The token: nothing is answered without it where one is set. Knows no page and no content."""

from __future__ import annotations

import hmac
import secrets
import threading
from collections.abc import Iterable
from urllib.parse import quote, urlencode

from flask import Flask, Response, make_response, render_template, request

from webapp.answers import error_json

PARAMETER = "token"
_COOKIE = "careergraph"
_PURPOSE = b"careergraph cookie 1"


class Gate:
    """Knows a token in its three forms: in an address, in a header, and as what a cookie keeps of it."""

    def __init__(self, token: str) -> None:
        self._token = token.encode()
        # What the browser stores must not be the token: the same word may open other doors.
        self.cookie = hmac.new(self._token, _PURPOSE, "sha256").hexdigest()
        self._passes: list[bytes] = []
        self._lock = threading.Lock()

    def one_time_pass(self) -> str:
        """Return a word that opens once in place of the token; others may see a browser's command line."""
        made = secrets.token_urlsafe(24)
        self._passes.append(made.encode())
        return made

    def opens(self, written: str) -> bool:
        """Return whether this is the token, or a pass that nobody has used."""
        given = written.encode("utf-8", "surrogateescape")
        if _same(given, self._token):
            return True
        with self._lock:
            kept = [one for one in self._passes if not _same(given, one)]
            was_there = len(kept) < len(self._passes)
            self._passes = kept
        return was_there

    def opens_by_header(self, authorization: str) -> bool:
        """Return whether an Authorization header holds the token (RFC 6750: `Bearer TOKEN`)."""
        scheme, _, written = authorization.partition(" ")
        # WSGI hands bytes over as Latin-1.
        return scheme.casefold() == "bearer" and _same(written.strip().encode("latin-1", "replace"), self._token)

    def opens_by_cookie(self, kept: str) -> bool:
        """Return whether a cookie holds what this gate gave out."""
        return _same(kept.encode("utf-8", "surrogateescape"), self.cookie.encode())


def _same(one: bytes, other: bytes) -> bool:
    return hmac.compare_digest(one, other)


def guard(app: Flask, token: str) -> None:
    """Let an application answer those only who have the token; without a token it answers everybody."""
    if not token:
        return
    gate = Gate(token)
    app.extensions["careergraph"]["gate"] = gate

    @app.before_request
    def ask_for_token() -> Response | None:
        if gate.opens_by_cookie(request.cookies.get(_cookie_name(), "")):
            return _without_token() if PARAMETER in request.args else None
        if gate.opens_by_header(request.headers.get("Authorization", "")):
            return None
        if any(gate.opens(written) for written in request.args.getlist(PARAMETER)):
            answer = _without_token()
            answer.set_cookie(
                _cookie_name(), gate.cookie, httponly=True, samesite="Strict", secure=request.is_secure, path="/"
            )
            return answer
        return _refusal()

    @app.after_request
    def keep_apart(response: Response) -> Response:
        response.vary.update(("Cookie", "Authorization"))
        return response


def _cookie_name() -> str:
    """Return a name with the port: cookies know hosts only, and two servers of one host have two tokens."""
    return f"{_COOKIE}-{request.environ.get('SERVER_PORT', '')}"


def _without_token() -> Response:
    """Return the way to the same address without the token, which shall stay in no history."""
    # One slash: "//name" would lead to another host.
    path = "/" + quote(request.path.lstrip("/"), safe="/:")
    answer = Response(status=303)
    answer.headers["Location"] = path + _query(_other_values())
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _query(values: Iterable[tuple[str, str]]) -> str:
    written = urlencode(list(values), quote_via=quote, safe=":/")
    return f"?{written}" if written else ""


def _other_values() -> list[tuple[str, str]]:
    return [(name, value) for name, value in request.args.items(multi=True) if name != PARAMETER]


def _refusal() -> Response:
    """Return a 401 that says how to get in, and nothing of what lies behind."""
    message = "This careergraph asks for its token."
    if request.path.startswith("/api/"):
        answer = error_json(401, f"{message} Send it as `Authorization: Bearer TOKEN`.")
    else:
        answer = make_response(render_template("token.html", message=message, values=_other_values()), 401)
    answer.headers["WWW-Authenticate"] = 'Bearer realm="careergraph"'
    answer.headers["Cache-Control"] = "no-store"
    return answer
