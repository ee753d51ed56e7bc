"""The pictures of docs/: every page is among them, and every one that is told of is there."""

from __future__ import annotations

import re
from pathlib import Path

from tools.screenshots import GALLERY, LOOKS, PICTURES
from webapp.routes import ROUTES

ROOT = Path(__file__).resolve().parents[1]
NO_PICTURE = {"help", "about"}
"""Pages of words alone."""


def test_every_page_has_a_picture_in_every_look() -> None:
    told = (ROOT / "docs" / "pages.md").read_text(encoding="utf-8")
    shown = re.findall(r"\]\(pages/([\w-]+\.jpg)\)", told)

    assert shown == [f"{name}-{look}.jpg" for name, _ in GALLERY for look in LOOKS]
    assert sorted(shown) == sorted(path.name for path in (ROOT / "docs" / "pages").iterdir())


def test_pictures_are_small_and_real() -> None:
    for path in (ROOT / "docs" / "pages").iterdir():
        data = path.read_bytes()
        assert data.startswith(b"\xff\xd8\xff"), path.name
        assert 5_000 < len(data) < 250_000, path.name
    assert all((ROOT / "docs" / name).read_bytes().startswith(b"\x89PNG") for name, _, _ in PICTURES)


def test_every_route_of_a_page_is_photographed() -> None:
    addresses = [path.partition("?")[0] for _, path in GALLERY]

    missing = [
        route.rule
        for route in ROUTES
        if route.rule.strip("/") not in NO_PICTURE
        and not any(re.fullmatch(re.sub(r"<.*>", ".+", route.rule), address) for address in addresses)
    ]
    assert missing == []
