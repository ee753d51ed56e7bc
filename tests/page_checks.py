"""What every kind of page is looked at for in Chromium: by axe in light and dark, and at all widths."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

FOR_AXE = {"color_scheme": "light", "reduced_motion": "reduce", "bypass_csp": True}
"""How a page is opened that axe is to look at."""
WIDTHS = (320, 360, 1280, 2560)
_OF_COLOUR = ["color-contrast", "link-in-text-block"]
"""The rules that see colours: all others judge what is the same in the dark."""


def assert_axe_finds_nothing(page: Any) -> None:
    """Run axe with all folds open: every rule in light, those of colour once more in dark."""
    from axe_playwright_python.sync_playwright import Axe

    page.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true })")
    light = Axe().run(page)
    assert light.violations_count == 0, light.generate_report()
    background = "getComputedStyle(document.body).backgroundColor"
    before = page.evaluate(background)
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    assert page.evaluate(background) != before
    dark = Axe().run(page, options={"runOnly": {"type": "rule", "values": _OF_COLOUR}})
    assert "color-contrast" in [rule["id"] for rule in dark.response["passes"]]
    assert dark.violations_count == 0, dark.generate_report()


def assert_nothing_is_cut_off(page: Any, widths: Sequence[int] = WIDTHS) -> None:
    """Make the window as wide as each of `widths`, in CSS pixels; no page is wider than its window."""
    for width in widths:
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width
