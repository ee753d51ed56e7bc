"""What a page of the application says: its HTML, its words."""

from __future__ import annotations

import html
import re
from typing import Any


def get(client: Any, path: str) -> str:
    """Return a page's HTML; it must be there."""
    answer = client.get(path)
    assert answer.status_code == 200, (path, answer.status_code)
    text: str = answer.text
    return text


def words(page: str) -> str:
    """Return what a page says, without markup, white space squeezed."""
    body = page[page.index("<main") : page.index("</main>")]
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", body)).split())


def story_with_parts(kg: Any) -> str:
    """Return the id of a project whose text has situation, action and result."""
    return next(
        project_id
        for project_id, tellings in sorted(kg.tellings.items())
        if any({"situation", "action", "result"} <= set(telling.parts) for telling in tellings)
    )
