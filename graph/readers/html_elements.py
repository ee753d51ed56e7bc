"""Which HTML elements and attributes are headings, lines of their own, hidden, or hold no text: tables for the reader of pages."""

from __future__ import annotations

import re

DROPPED = frozenset(
    """
    head script style template noscript nav footer svg math iframe object canvas video audio button select
    textarea
    """.split()
)
"""Elements whose content is no text of the page."""
HEADINGS = {f"h{level}": level for level in range(1, 7)}
MARGIN = frozenset(
    """
    p h1 h2 h3 h4 h5 h6 ul ol dl table blockquote pre section article header main aside figure
    """.split()
)
"""Elements with a blank line before and behind them."""
OWN_LINE = MARGIN | frozenset(
    """
    html body div li dt dd tr caption figcaption details summary address form fieldset legend hr tbody thead
    tfoot
    """.split()
)
HIDDEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|(?:^|;)\s*font-size\s*:\s*0(?![.\d]*[1-9])|"
    r"(?:^|;)\s*opacity\s*:\s*0(?![.\d]*[1-9])|(?:left|top|text-indent)\s*:\s*-\d{4,}|clip\s*:\s*rect\(\s*0",
    re.IGNORECASE,
)
HIDDEN_CLASSES = frozenset(
    {"sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "is-hidden", "skip-link"}
)
HIDDEN_ROLES = frozenset({"navigation", "search", "alert", "dialog", "menu", "menubar"})
MAX_DEPTH = 25_000
TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z][^\s/<>]*+)(?:[^<>/]|/(?!>))*+(?P<own_end>/?)>")
NEVER_DEEP = frozenset(
    """
    area base br col embed hr img input link meta source track wbr param p li dt dd tr td th thead tbody tfoot option optgroup
    html head body colgroup caption rt rp
    """.split()
)
"""Elements that have no content, or end without saying so where the next one begins."""
SHAPES = frozenset(
    "path circle rect line polygon polyline ellipse use stop image g defs text tspan lineargradient".split()
)
