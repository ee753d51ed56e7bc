"""Finds claims of zero in words: "zero downtime", "without a single complaint". Figures in digits are quantities/quantities.py's.

"No" and "without" claim zero of downtime and lost data alone: "no findings", "without complaints" say no number.
"""

from __future__ import annotations

import re

from graph.documents import Block, BlockKind, Span
from graph.extraction.line_words import words_in
from graph.extraction.outcomes.measuring import Sighting
from graph.extraction.outcomes.rules import is_wished
from graph.extraction.quantities.quantity import Quantity
from graph.extraction.reading import Reading
from graph.model import Measure, Measures

_ZERO = re.compile(
    r"(?i)(?<![-\w.,])(?=[z0nw])(?P<zero>zero|0|(?:not|without|never)\s+a\s+single|not\s+one|(?:no|without(?:\s+any)?)(?=\s+(?:downtime|data\s+loss)\b))\s+"
    r"(?:(?:lost-time|reportable|major|critical|customer|user|unplanned|production|visible|single|recorded|serious|data|security)[\w-]*\s+)?"
    r"(?P<what>downtime|data\s+loss|outages?|disruptions?|incidents?|customer\s+impact|user\s+impact|interruptions?|regressions?|"
    r"defects?|missed\s+\w+|complaints?|injur(?:y|ies)|accidents?(?!\s+(?:for|in)\s)|findings|errors|lost\s+\w+|dropped\s+\w+|falls|infections|stock-?outs|"
    r"escalations|churn|attrition|rollbacks|sev-?1s?|p1s?)(?![-\w])"
)


_SO_LONG = re.compile(r"\d\s(?:days|weeks|months|years|shifts|hours)\s$")
"""Before "without an accident": the figure is how long."""


_NONE = frozenset({"zero", "0", "no", "without", "not", "never"})


def may_hold_zero(text: str) -> bool:
    """Return whether a text may claim zero of something in words; most don't."""
    return not _NONE.isdisjoint(words_in(text)) and _ZERO.search(text) is not None


def zeros(reading: Reading, sentence: Span, text: str, block: Block) -> list[Sighting]:
    """Return the claims of zero in words ("no downtime"); their measures have no value."""
    found = []
    for match in _ZERO.finditer(text):
        if (
            is_wished(reading, sentence, text[: match.start()], Quantity(0, 0, 0, 0, 0.0))
            or block.kind is BlockKind.HEADING
            or _SO_LONG.search(text[: match.start()][-20:])
        ):
            continue
        what = " ".join(match["what"].casefold().split())
        label = what
        measure = Measure(
            text=match.group(),
            unit=what,
            dimension="count",
            direction="none",
            measures=Measures.RESULT,
            label=label,
        )
        found.append(
            Sighting(
                reading.document.span(sentence.start + match.start(), sentence.start + match.end()), measure, text, 0.7
            )
        )
    return found
