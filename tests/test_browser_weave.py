"""The pages that tie things together, in Chromium: by axe in light and dark, narrow, wide, in print and without JavaScript."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.page_checks import FOR_AXE, assert_axe_finds_nothing, assert_nothing_is_cut_off

pytestmark = pytest.mark.browser

PAGES = {
    "path form": "/path",
    "path": "/path?from=Oliver+Harper&to=Kafka",
    "compare form": "/compare?a=Kafka",
    "compare people": "/compare?a=Ilse+Varnquist&b=Tendai+Orrinshaw",
    "compare technologies": "/compare?a=Kafka&b=PostgreSQL",
    "compare section": "/compare?a=Ilse+Varnquist&b=Oliver+Harper&show=technologies",
    "check": "/check",
    "check one kind": "/check?code=outcome-without-project&page=2",
    "nothing to check": "/check?document=nowhere",
    "documents": "/documents?sort=most",
    "stories": "/stories",
    "stories of one kind": "/stories?shows=migration&sort=short",
    "questions": "/stories?questions=2",
    "sheet": "/stories?pick=project:PICK",
    "no path": "/path?from=Kafka&to=institution:UNTIED",
}
"""What is tried → its address in the demonstration corpus."""


@pytest.fixture
def open_page(open_page: Callable[..., Any], untied: str, picked: str) -> Callable[..., Any]:
    """Opens one of PAGES or an address, as conftest's does."""

    def open_wanted(wanted: str, **options: Any) -> Any:
        path = PAGES.get(wanted, wanted).replace("institution:UNTIED", untied).replace("project:PICK", picked)
        return open_page(path, **options)

    return open_wanted


@pytest.fixture(scope="session")
def untied(kg: Any) -> str:
    """The id of a thing that no path joins to Kafka."""
    from graph.queries import paths

    return next(
        e.id for e in kg.entities() if e.kind.value == "institution" and not paths(kg, "technology:kafka", e.id)
    )


@pytest.fixture(scope="session")
def picked(kg: Any) -> str:
    """The id of a story that is told in all four parts."""
    return next(key for key, told in sorted(kg.tellings.items()) if any(len(telling.parts) == 4 for telling in told))


@pytest.mark.parametrize("wanted", PAGES)
def test_axe_finds_nothing_in_light_and_dark(open_page: Any, wanted: str) -> None:
    page = open_page(wanted, **FOR_AXE)
    assert page.locator("h1").count() == 1

    assert_axe_finds_nothing(page)


@pytest.mark.parametrize("wanted", PAGES)
def test_no_width_needs_sideways_scrolling(open_page: Any, wanted: str) -> None:
    assert_nothing_is_cut_off(open_page(wanted))


@pytest.mark.parametrize("with_js", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_path_is_asked_for_by_names_and_leads_to_the_words(open_page: Any, with_js: bool) -> None:
    page = open_page("/path", java_script_enabled=with_js)
    page.get_by_label("From").fill("Oliver Harper")
    page.get_by_label("To").fill("Kafka")
    page.get_by_label("To").press("Enter")
    page.wait_for_url("**/path?from=Oliver+Harper&to=Kafka")
    assert page.locator(".path").count() >= 1

    page.locator(".path .locus").first.click()
    page.wait_for_url("**/document/**")
    assert page.locator(".doc mark").count() >= 1


def test_a_path_prints_without_its_form(open_page: Any) -> None:
    page = open_page("path")
    page.emulate_media(media="print")

    assert not page.locator(".pair").is_visible()
    assert page.locator(".path .locus").first.is_visible()


@pytest.mark.parametrize("with_js", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_stories_are_taken_onto_a_sheet_and_the_choice_can_be_changed(open_page: Any, with_js: bool) -> None:
    page = open_page("/stories", java_script_enabled=with_js)
    boxes = page.locator(".take input")
    names = [page.locator(".stories tbody th > a").nth(n).inner_text() for n in (0, 2)]
    boxes.nth(0).check()
    boxes.nth(2).check()
    page.get_by_role("button", name="Make a sheet to print").click()
    page.wait_for_url("**/stories?pick=**")
    assert all(name in title for name, title in zip(names, page.locator(".sheet h2").all_inner_texts(), strict=True))

    page.get_by_role("link", name="Change the choice").click()
    page.wait_for_url("**choose=1**")
    assert page.locator(".take input:checked").count() == 2
    page.go_back()
    page.get_by_role("link", name=f"Take off {names[0]}").click()
    page.wait_for_load_state()
    assert page.locator(".sheet").count() == 1


def test_a_sheet_prints_stories_and_no_controls(open_page: Any) -> None:
    page = open_page("sheet")
    page.emulate_media(media="print")

    assert page.locator(".sheet .told").is_visible()
    assert not page.locator(".noprint").first.is_visible() and not page.locator(".nav").is_visible()
