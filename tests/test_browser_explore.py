"""The pages that explore the whole, in Chromium: by axe, narrow, without JavaScript, printed, by keyboard."""

from __future__ import annotations

from typing import Any

import pytest

from tests.page_checks import FOR_AXE, assert_axe_finds_nothing, assert_nothing_is_cut_off

pytestmark = pytest.mark.browser

PAGES = {
    "matrix": "/matrix",
    "matrix of people": "/matrix?rows=person&columns=both&by=technology:kafka",
    "matrix of nothing": "/matrix?row=xyzzy",
    "outcomes": "/outcomes",
    "outcomes of one scale": "/outcomes?dimension=time&sort=size",
    "outcomes of nobody": "/outcomes?direction=increase&measures=team",
    "timeline": "/timeline",
    "timeline of employers": "/timeline?by=employer",
    "timeline of technologies": "/timeline?by=technology",
    "graph": "/graph",
    "graph, one group": "/graph?group=1",
    "around an employer": "/graph/employer:highlevel",
    "around a person": "/graph/person:ilse-varnquist?hops=3&hide=project&hide=outcome&without=held_role",
    "refused": "/matrix?sort=colour",
}


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_axe_finds_nothing_in_light_and_dark(open_page: Any, path: str) -> None:
    assert_axe_finds_nothing(open_page(path, **FOR_AXE))


@pytest.mark.parametrize("path", PAGES.values(), ids=PAGES)
def test_no_width_needs_sideways_scrolling(open_page: Any, path: str) -> None:
    assert_nothing_is_cut_off(open_page(path))


# ---------------------------------------------------------------- matrix


def test_both_headers_of_the_matrix_stay_in_sight(open_page: Any) -> None:
    page = open_page("/matrix", viewport={"width": 900, "height": 700})
    box = page.locator(".grid-box")
    before = box.evaluate("e => ({ wide: e.scrollWidth > e.clientWidth, high: e.scrollHeight > e.clientHeight })")
    assert before == {"wide": True, "high": True}
    box.evaluate("e => e.scrollTo(300, 300)")
    edge = box.bounding_box()
    row, head = page.locator(".matrix tbody th").nth(14), page.locator(".matrix thead tr:last-child th").nth(9)

    assert abs(row.bounding_box()["x"] - edge["x"]) < 3
    assert abs(head.bounding_box()["y"] - edge["y"]) < 3


@pytest.mark.parametrize("with_js", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_the_matrix_is_narrowed_by_its_form_and_leads_to_words(open_page: Any, with_js: bool) -> None:
    page = open_page("/matrix?rows=person", java_script_enabled=with_js)
    page.locator("#c-column").fill("kafka")
    page.locator(".filters .btn").click()
    page.wait_for_url("**/matrix?rows=person&**")
    assert page.locator(".matrix thead th").count() == 3
    page.locator(".matrix td a").first.click()
    page.wait_for_url("**/document/**")

    assert page.locator("mark[id]").count() == 1


def test_the_keyboard_gets_past_the_matrix(open_page: Any) -> None:
    page = open_page("/matrix")
    page.locator("a.past").focus()
    assert page.locator("a.past").is_visible()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.textContent") == "All of it as CSV"


# ---------------------------------------------------------------- outcomes


@pytest.mark.parametrize("with_js", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_mark_of_the_board_leads_to_its_sentence(open_page: Any, with_js: bool) -> None:
    page = open_page("/outcomes?dimension=share", java_script_enabled=with_js)
    flag = page.locator(".strip.full a:has(text.flag)").first
    figure = flag.locator(".v").text_content()
    flag.locator(".flag").click()
    page.wait_for_url("**/document/**")

    digits = [part for part in "".join(c if c.isdigit() or c == "." else " " for c in figure).split() if part]
    assert any(number in page.locator("mark[id]").inner_text() for number in digits)


@pytest.mark.parametrize("width", [1100, 1280, 2560])
def test_no_two_flags_of_a_strip_touch(open_page: Any, width: int) -> None:
    page = open_page("/outcomes", viewport={"width": width, "height": 900})
    overlaps = page.evaluate(
        """() => [...document.querySelectorAll(".strip.full")].flatMap((strip) => {
          const boxes = [...strip.querySelectorAll("text.flag")].map((t) => [t.textContent, t.getBoundingClientRect()]);
          return boxes.flatMap(([a, p], i) => boxes.slice(i + 1).filter(([b, q]) =>
            p.left < q.right - 1 && q.left < p.right - 1 && p.top < q.bottom - 4 && q.top < p.bottom - 4)
            .map(([b]) => a + " / " + b));
        })"""
    )

    assert overlaps == []


def test_a_narrow_strip_names_a_few_figures_that_do_not_touch(open_page: Any) -> None:
    page = open_page("/outcomes", viewport={"width": 360, "height": 800})
    overlaps = page.evaluate(
        """() => [...document.querySelectorAll(".strip.slim")].flatMap((strip) => {
          const boxes = [...strip.querySelectorAll("text.v")].map((t) => t.getBoundingClientRect());
          return boxes.flatMap((p, i) => boxes.slice(i + 1).filter((q) => p.left < q.right && q.left < p.right));
        }).length"""
    )

    assert page.locator(".strip.slim text.v").count() > 5
    assert overlaps == 0


# ---------------------------------------------------------------- timeline


@pytest.mark.parametrize("with_js", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_bar_of_the_timeline_leads_to_its_words(open_page: Any, with_js: bool) -> None:
    page = open_page("/timeline", java_script_enabled=with_js)
    page.locator(".time a rect.sure").first.click()
    page.wait_for_url("**/document/**")

    assert page.locator("mark[id]").count() == 1


@pytest.mark.parametrize("path", ["/timeline", "/timeline?by=employer", "/timeline?by=technology"])
@pytest.mark.parametrize("width", [320, 1280])
def test_labels_of_the_timeline_stay_within_the_window(open_page: Any, path: str, width: int) -> None:
    page = open_page(path, viewport={"width": width, "height": 900})
    outside = page.evaluate(
        """() => [...document.querySelectorAll(".time text")].filter((t) => {
          const box = t.getBoundingClientRect(); return box.left < -1 || box.right > innerWidth + 1;
        }).map((t) => t.textContent)"""
    )

    assert outside == []


# ---------------------------------------------------------------- graph


@pytest.mark.parametrize("with_js", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_a_thing_of_the_picture_leads_to_its_page(open_page: Any, with_js: bool) -> None:
    page = open_page("/graph/technology:kafka", java_script_enabled=with_js)
    node = page.locator("svg.net a.k-project").first
    name = node.locator("title").text_content().removeprefix("Project: ")
    node.locator(".name").click()
    page.wait_for_url("**/entity/project:**")

    assert page.locator("h1").inner_text() == name


@pytest.mark.parametrize("path", ["/graph", "/graph/technology:kafka?hops=3", "/graph/employer:highlevel?hops=1"])
def test_no_two_names_of_a_picture_touch(open_page: Any, path: str) -> None:
    page = open_page(path)
    overlaps = page.evaluate(
        """() => { const boxes = [...document.querySelectorAll(".net .name")].map((t) => t.getBoundingClientRect());
          return boxes.flatMap((p, i) => boxes.slice(i + 1).filter((q) =>
            p.left < q.right && q.left < p.right && p.top < q.bottom - 2 && q.top < p.bottom - 2)).length; }"""
    )

    assert page.locator(".net .name").count() > 5
    assert overlaps == 0


def test_what_is_not_joined_fades_below_the_pointer_and_by_keyboard(open_page: Any) -> None:
    page = open_page("/graph/employer:highlevel")
    node = page.locator("svg.net a.k-technology").first
    node.hover()
    hovered = page.locator(".net .dim").count()
    page.mouse.move(5, 5)
    cleared = page.locator(".net .dim").count()
    node.focus()

    assert hovered > 10 and cleared == 0
    assert page.locator(".net .dim").count() == hovered


def test_the_picture_can_be_made_larger_moved_and_made_whole(open_page: Any) -> None:
    page = open_page("/graph/employer:highlevel")
    net = page.locator("svg.net[role]")
    whole = net.get_attribute("viewBox")
    page.get_by_role("button", name="Larger").click()
    page.get_by_role("button", name="Larger").click()
    larger = net.get_attribute("viewBox")
    box = net.bounding_box()
    page.mouse.move(box["x"] + 300, box["y"] + 200)
    page.mouse.down()
    page.mouse.move(box["x"] + 200, box["y"] + 150, steps=4)
    page.mouse.up()
    moved = net.get_attribute("viewBox")
    page.get_by_role("button", name="Whole").click()

    assert len({whole, larger, moved}) == 3
    assert page.url.endswith("/graph/employer:highlevel")
    assert net.get_attribute("viewBox") == whole


def test_without_javascript_no_tool_is_promised(open_page: Any) -> None:
    page = open_page("/graph/employer:highlevel", java_script_enabled=False)

    assert page.locator(".net-tools").count() == 0
    assert page.locator("svg.net a").count() > 10
