"""From the start page by its links to everywhere: each link is answered, each page is whole and has its twin."""

from __future__ import annotations

import re
from collections import Counter, deque
from typing import Any
from urllib.parse import parse_qsl, unquote, urljoin, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

FIRST, OF_A_KIND, WITH_VALUES = "/", 20, 2
"""Where to begin. Of one kind of thing so many pages are opened; an address with values is, as long as one of their names
was tried fewer than twice on this kind of page, since facets and filters multiply without end. Of every other thing it is
looked up that it is there."""
_THING = re.compile(r"/(entity|document|graph|original)/(.+)")


class Crawl:
    """Follows links, each address once."""

    def __init__(self, client: Any, kg: Any) -> None:
        self.client, self.kg = client, kg
        self.waiting, self.seen = deque([FIRST]), {FIRST}
        self.opened: Counter[str] = Counter()
        self.links = self.total = 0
        self.wrong: list[str] = []

    def run(self) -> None:
        while self.waiting:
            self.open(self.waiting.popleft())

    def open(self, address: str) -> None:
        self.total += 1
        answer = self.client.get(address)
        if answer.status_code != 200:
            self.wrong.append(f"{address}: {answer.status_code}")
        elif answer.mimetype == "text/html":
            page = LexborHTMLParser(answer.text)
            self.wrong += [f"{address}: {what}" for what in self.lacks(page)]
            for link in page.css("a[href]"):
                self.links += 1
                self.meet(urljoin(address, str(link.attributes["href"])))

    def lacks(self, page: LexborHTMLParser) -> list[str]:
        """Return what a page lacks."""
        title, html = page.css_first("title"), page.css_first("html")
        twin = page.css_first('link[rel="alternate"][type="application/json"]')
        found = []
        if title is None or not title.text().removesuffix("careergraph").strip(" ·"):
            found.append("no title")
        if len(page.css("h1")) != 1 or not page.css_first("h1").text().strip():
            found.append(f"{len(page.css('h1'))} h1")
        if html is None or html.attributes.get("lang") != "en":
            found.append("no lang")
        if twin is None or not self.client.get(twin.attributes["href"]).is_json:
            found.append("no twin")
        return found

    def meet(self, link: str) -> None:
        """Put an address in line, unless enough of its like were."""
        parts = urlsplit(link)
        if parts.scheme or parts.netloc:
            self.wrong.append(f"{link} leads out")
            return
        address = parts._replace(fragment="").geturl()
        if address in self.seen:
            return
        self.seen.add(address)
        thing = _THING.fullmatch(parts.path)
        kind = parts.path
        if thing is not None:
            key = unquote(thing[2])
            if key not in (self.kg.documents if thing[1] in ("document", "original") else self.kg):
                self.wrong.append(f"{link} leads to nothing")
                return
            kind = f"{thing[1]} {key.partition(':')[0] if ':' in key else ''}"
        tried = [f"{kind}?{name}" for name, _ in parse_qsl(parts.query, keep_blank_values=True)] or [kind]
        most = WITH_VALUES if parts.query else OF_A_KIND
        if min(self.opened[one] for one in tried) < most:
            self.opened.update(tried)
            self.waiting.append(address)


@pytest.mark.timeout(300)
def test_every_internal_link_leads_to_a_whole_page_with_its_twin(
    client: Any, kg: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    crawl = Crawl(client, kg)

    crawl.run()

    with capsys.disabled():
        print(
            f"\ncrawl: {crawl.total} addresses opened, {len(crawl.seen)} met by {crawl.links} links, {len(crawl.wrong)} wrong"
        )
    assert crawl.wrong == []
    assert {
        "/outcomes", "/matrix", "/timeline", "/graph", "/stories", "/path", "/compare", "/check", "/help", "/about", "/api",
        "/documents",
        "entity person", "entity employer", "entity project", "entity technology", "entity practice", "entity outcome",
        "document ", "original ", "graph technology",
    } <= set(crawl.opened)  # fmt: skip
    assert crawl.total > 200
