"""The addresses of the pages of two things, for views that link to them."""

from __future__ import annotations

from urllib.parse import quote, urlencode


def path_url(start: str, goal: str = "") -> str:
    """Return the address of the path between two ids or names; of the form, where an end is missing."""
    return _url("/path", {"from": start, "to": goal})


def compare_url(a: str, b: str = "", show: str = "") -> str:
    """Return the address of the comparison of two ids or names, of one section alone with `show`."""
    return _url("/compare", {"a": a, "b": b, "show": show})


def _url(path: str, values: dict[str, str]) -> str:
    given = {name: value for name, value in values.items() if value}
    return f"{path}?{urlencode(given, quote_via=quote, safe=':')}" if given else path
