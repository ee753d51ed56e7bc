"""What holds for every page that explores the whole: one heading, no id twice, links that lead somewhere, a twin."""

from __future__ import annotations

import html
import re
from typing import Any

import pytest

PAGES = (
    "/matrix", "/matrix?rows=person&columns=both&by=technology:kafka", "/outcomes", "/outcomes?dimension=share&sort=size",
    "/timeline", "/timeline?by=employer", "/timeline?by=technology", "/graph", "/graph?group=1",
    "/graph/person:ilse-varnquist", "/graph/technology:kafka?hops=3&hide=project&without=achieved",
)  # fmt: skip


@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_one_main_heading_a_title_and_no_id_twice(client: Any, path: str) -> None:
    page = client.get(path).text
    ids = re.findall(r'\bid="([^"]+)"', page)

    assert len(re.findall(r"<h1\b", page)) == 1
    assert re.search(r"<title>[^<]+ · careergraph</title>", page)
    assert [one for one in ids if ids.count(one) > 1] == []
    assert 'style="' not in page


@pytest.mark.parametrize("path", PAGES)
def test_links_within_a_page_lead_somewhere(client: Any, path: str) -> None:
    page = client.get(path).text
    targets = sorted({html.unescape(link).partition("#")[0] for link in re.findall(r'href="(/[^"]*)"', page)})
    # Of several hundred documents' places every fifth is enough here; that they hold words is tested with each page.
    places = [target for target in targets if target.startswith("/document/")]

    assert len(targets) > 20
    for target in sorted({*targets} - {*places}) + places[::5]:
        assert client.get(target).status_code == 200, target


@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_a_twin_without_coordinates(client: Any, path: str) -> None:
    twin = client.get(f"/api/v1{path}")

    assert twin.is_json
    assert '"label_x"' not in twin.text and '"axis_y"' not in twin.text and '"name_x"' not in twin.text


def test_the_start_page_leads_to_each(client: Any) -> None:
    page = client.get("/").text

    assert all(f'href="{path}"' in page for path in ("/matrix", "/outcomes", "/timeline", "/graph"))


def test_an_entitys_page_leads_to_its_surroundings(client: Any) -> None:
    assert 'href="/graph/technology:kafka"' in client.get("/entity/technology:kafka").text
