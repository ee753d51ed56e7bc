"""The pages in Chromium: the three ways through them, with and without JavaScript, by keyboard, narrow, and by axe."""

from __future__ import annotations

import io
from typing import Any

import pytest
from pypdf import PdfReader

from graph.model import EntityKind, RelationKind
from graph.queries import others
from tests.page_checks import FOR_AXE, assert_axe_finds_nothing, assert_nothing_is_cut_off

pytestmark = pytest.mark.browser

NARROW = {"width": 320, "height": 720}


@pytest.fixture(scope="session")
def addresses(kg: Any) -> dict[str, str]:
    """One address of each kind of page, drawn from the corpus."""
    project = max(
        kg.entities(EntityKind.PROJECT),
        key=lambda e: (len(others(kg, e.id, RelationKind.ACHIEVED, "out")) > 0, len(kg.tellings.get(e.id, ())), e.id),
    )
    outcome = next(
        e for e in kg.entities(EntityKind.OUTCOME)
        if e.measure and e.measure.unit == "percent" and e.measure.direction == "decrease"
    )  # fmt: skip
    person = max(kg.entities(EntityKind.PERSON), key=lambda e: len(others(kg, e.id, RelationKind.HELD_ROLE, "out")))
    span = outcome.evidence[0].span
    return {
        "home": "/",
        "results": "/search?q=migrations+at+scale",
        "project": f"/entity/{project.id}",
        "technology": "/entity/technology:kafka",
        "outcome": f"/entity/{outcome.id}",
        "person": f"/entity/{person.id}",
        "document": f"/document/{span.document_id}?at={span.start}-{span.end}",
        "employer": "/entity/employer:kesselmoor-payments",
        "practice": f"/entity/{max(kg.entities(EntityKind.PRACTICE), key=lambda e: (len(e.evidence), e.id)).id}",
        "institution": f"/entity/{next(iter(kg.entities(EntityKind.INSTITUTION))).id}",
        "credential": f"/entity/{next(iter(kg.entities(EntityKind.CREDENTIAL))).id}",
        "help": "/help",
        "api": "/api",
        "about": "/about",
        "empty": "/search?q=xyzzyplugh",
        "missing": "/entity/technology:kafak",
    }


KINDS_OF_PAGE = (
    "home", "results", "project", "technology", "outcome", "person", "employer", "practice", "institution", "credential", "document",
    "help", "api", "about", "empty", "missing",
)  # fmt: skip


def is_in_view(page: Any, selector: str) -> bool:
    """Return whether an element lies within the window."""
    shown: bool = page.locator(selector).first.evaluate(
        "e => { const r = e.getBoundingClientRect(); return r.height > 0 && r.top >= 0 && r.bottom <= innerHeight }"
    )
    return shown


# ---------------------------------------------------------------- the three jobs


@pytest.mark.parametrize("with_js", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_from_a_search_to_the_story(open_page: Any, with_js: bool) -> None:
    page = open_page("/", java_script_enabled=with_js)
    page.locator(".find.large input").fill("migrations at scale")
    page.locator(".find.large button").click()
    page.wait_for_url("**/search?q=migrations+at+scale")
    first = page.locator(".hit-link").first
    title = first.inner_text()
    first.click()
    page.wait_for_url("**/entity/project:**")

    assert page.locator("h1").inner_text() == title
    assert page.locator("article.star, article.story").count() == 1
    assert page.locator(".fig").count() > 0


@pytest.mark.parametrize("with_js", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_from_a_technology_to_its_projects(open_page: Any, kg: Any, with_js: bool) -> None:
    page = open_page("/entity/technology:kafka", java_script_enabled=with_js)
    expected = {project.name for project in others(kg, "technology:kafka", RelationKind.USES, "in")}
    listed = page.locator("section:has(#h-p) tbody th a")

    assert set(listed.all_inner_texts()) <= expected and listed.count() >= min(len(expected), 3)
    name = listed.first.inner_text()
    listed.first.click()
    page.wait_for_url("**/entity/project:**")
    assert page.locator("h1").inner_text() == name


@pytest.mark.parametrize("with_js", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_from_a_figure_to_its_words(open_page: Any, kg: Any, with_js: bool) -> None:
    outcomes = [e for e in kg.entities(EntityKind.OUTCOME) if e.measure and e.measure.unit == "percent"]
    # The one farthest down its document: landing has to scroll.
    outcome = max(outcomes, key=lambda e: (e.evidence[0].span.start, e.id))
    page = open_page(f"/entity/{outcome.id}", java_script_enabled=with_js)
    page.locator("a.read-it").click()
    page.wait_for_url("**/document/**")
    page.wait_for_timeout(900)  # smooth scrolling
    landed = page.locator("mark[id]")

    assert landed.count() == 1
    wanted = {"".join(proof.quote.split()) for proof in outcome.evidence}
    shown = "".join("".join(page.locator(".doc mark").all_inner_texts()).split())
    assert any(shown in quote or quote in shown for quote in wanted)
    assert is_in_view(page, "mark[id]")


def test_a_bare_link_to_words_lands_on_them_by_script(open_page: Any, kg: Any) -> None:
    span = kg.entity("technology:kafka").evidence[0].span
    page = open_page(f"/document/{span.document_id}#c{span.start}-{span.end}")
    page.wait_for_url(f"**at={span.start}-{span.end}**")
    page.wait_for_timeout(900)

    assert is_in_view(page, f'mark[id="c{span.start}-{span.end}"]')


# ---------------------------------------------------------------- keyboard


def test_a_slash_goes_to_the_field_and_j_and_k_move_between_results(open_page: Any) -> None:
    page = open_page("/search?q=migrations+at+scale")
    links = page.locator(".hit-link")
    assert links.count() > 1
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert links.nth(1).evaluate("e => e === document.activeElement")
    page.keyboard.press("k")
    assert links.nth(0).evaluate("e => e === document.activeElement")

    page.keyboard.press("/")
    page.keyboard.type("j/k")
    assert page.locator("#q").input_value() == "j/k"


def test_a_question_mark_opens_the_help_but_not_while_somebody_types(open_page: Any) -> None:
    page = open_page("/about")
    page.locator("#q").focus()
    page.keyboard.type("why?")
    assert page.locator("#q").input_value() == "why?" and page.url.endswith("/about")

    page.locator("h1").click()
    page.keyboard.press("?")
    page.wait_for_url("**/help#h-k")


def test_back_and_forward_keep_what_was_asked(open_page: Any) -> None:
    page = open_page("/search?q=kafka")
    first = page.locator("h1, .hit-link").first.inner_text()
    page.locator(".facets a").first.click()
    page.wait_for_url("**&**")
    page.go_back()
    page.wait_for_url("**/search?q=kafka")
    assert page.locator("h1, .hit-link").first.inner_text() == first and page.locator("#q").input_value() == "kafka"
    page.go_forward()

    page.wait_for_url("**&**")


def test_a_story_is_copied_by_a_click(open_page: Any, addresses: dict[str, str]) -> None:
    page = open_page(addresses["project"], permissions=["clipboard-read", "clipboard-write"])
    page.get_by_text("Copy this story").click()
    page.get_by_role("button", name="Copy").click()
    page.get_by_role("button", name="Copied").wait_for()

    assert page.evaluate("navigator.clipboard.readText()").startswith(f"# {page.locator('h1').inner_text()}")


def test_the_first_tab_stop_skips_to_the_content(open_page: Any) -> None:
    page = open_page("/search?q=kafka")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "main"


# ---------------------------------------------------------------- how it looks


@pytest.mark.parametrize("kind", KINDS_OF_PAGE)
def test_axe_finds_nothing_in_light_and_dark(open_page: Any, addresses: dict[str, str], kind: str) -> None:
    assert_axe_finds_nothing(open_page(addresses[kind], **FOR_AXE))


@pytest.mark.parametrize("kind", KINDS_OF_PAGE)
def test_no_width_needs_sideways_scrolling(open_page: Any, addresses: dict[str, str], kind: str) -> None:
    assert_nothing_is_cut_off(open_page(addresses[kind]))


@pytest.mark.parametrize("kind", ("home", "results", "person", "project", "technology", "outcome", "document"))
def test_a_desktop_window_shows_a_page_whole_and_the_menu_in_one_row(
    open_page: Any, addresses: dict[str, str], kind: str
) -> None:
    page = open_page(addresses[kind])

    assert page.evaluate("document.documentElement.scrollWidth") == 1280
    rows = page.locator(".nav > ul > li").evaluate_all("all => new Set(all.map(e => e.offsetTop)).size")
    assert rows == 1 and not page.locator(".menu").is_visible()


@pytest.mark.parametrize("with_js", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_phone_has_every_page_behind_one_word(open_page: Any, with_js: bool) -> None:
    page = open_page("/help", viewport={"width": 360, "height": 780}, java_script_enabled=with_js)
    assert page.locator(".top").evaluate("e => e.offsetHeight") < 90
    page.locator(".menu summary").click()
    shown = page.locator(".menu a")
    assert shown.count() == 10 and all(link.is_visible() for link in shown.all())
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    shown.filter(has_text="Outcomes").click()
    page.wait_for_url("**/outcomes")

    assert page.locator("h1").inner_text().startswith("Outcomes")


def test_every_page_of_the_corpus_fits_a_narrow_window(open_page: Any, live_server: str, kg: Any) -> None:
    page = open_page("/", viewport=NARROW, java_script_enabled=True)
    longest = sorted(kg.entities(), key=lambda e: max(len(word) for word in (*e.name.split(), "x")))[-8:]
    for entity in longest:
        page.goto(f"{live_server}/entity/{entity.id}")
        assert page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"], entity.id


@pytest.mark.parametrize("kind", ["results", "project", "document"])
def test_print_leaves_out_forms_and_keeps_places(open_page: Any, addresses: dict[str, str], kind: str) -> None:
    page = open_page(addresses[kind])
    page.emulate_media(media="print")

    assert not page.locator(".top search").is_visible() and not page.locator(".nav").is_visible()
    assert page.locator(".locus").first.is_visible()


def test_a_project_prints_on_one_sheet(open_page: Any, addresses: dict[str, str]) -> None:
    page = open_page(addresses["project"])
    sheets = PdfReader(io.BytesIO(page.pdf(format="A4"))).pages

    assert len(sheets) == 1
    printed = "".join(sheets[0].extract_text().split())
    assert "".join(page.locator("h1").inner_text().split()) in printed
    last = page.locator(".star .told").last.inner_text().split("\n")[-1]
    assert "".join(last.split())[-20:] in printed


def test_dark_and_light_differ(open_page: Any) -> None:
    colours = {
        scheme: open_page("/", color_scheme=scheme).evaluate("getComputedStyle(document.body).backgroundColor")
        for scheme in ("light", "dark")
    }

    assert colours["light"] != colours["dark"]
