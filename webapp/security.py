"""What every answer carries and which requests are heard at all: headers, host names. No content."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Collection

from flask import Flask, Response, abort, request

LOCAL_HOSTS = ("127.0.0.1", "localhost", "[::1]")
ANY_ADDRESS = "any address"
"""Among allowed hosts: every IP address, but no further name. A page elsewhere can point a name here, never an address."""

HEADERS = {
    # Nothing from elsewhere, nothing inline: a document's words can never become code.
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # A link that leads out must not tell which documents are here.
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
_HOST = re.compile(r"(\[[0-9a-fA-F:.]+\]|[A-Za-z0-9.-]+)(?::\d{1,5})?\Z")


def secure(app: Flask, allowed_hosts: Collection[str]) -> None:
    """Let an application answer these hosts only (any port), and set the headers on every answer, errors too."""
    allowed = frozenset(host.casefold() for host in allowed_hosts)

    @app.before_request
    def check_host() -> None:
        # Against DNS rebinding: a page elsewhere may point its own name at this machine.
        found = _HOST.match(request.environ.get("HTTP_HOST", ""))
        if found is None or not _is_allowed(found[1].casefold(), allowed):
            abort(400, "This host name is not served here; use 127.0.0.1 or localhost, or start with --names NAME.")

    @app.after_request
    def add_headers(response: Response) -> Response:
        for name, value in HEADERS.items():
            response.headers[name] = value
        if not request.path.startswith("/static/"):
            response.headers.setdefault("Cache-Control", "private, no-cache")
        return response


def _is_allowed(host: str, allowed: Collection[str]) -> bool:
    return host in allowed or (ANY_ADDRESS in allowed and is_address(host))


def is_address(host: str) -> bool:
    """Return whether a host is an IP address and no name; IPv6 with or without its brackets.

    >>> is_address("192.168.1.7"), is_address("[fe80::1]"), is_address("box.local")
    (True, True, False)
    """
    try:
        ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return False
    return True
