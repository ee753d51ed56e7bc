"""Says which bullets tell a deed with nothing to show for it: no figure, no tool, no link, and a verb of everyday work.

Of such bullets in real documents that no rule was made for, a careful reader took one in five for a piece of work, of those that
found, build or replace something most (74 documents, none of them learned from). Finds no stories; stories/bullets.py asks.
"""

from __future__ import annotations

import re

from graph.documents import Block, BlockKind
from graph.extraction.quantities.quantities import find_quantities
from graph.extraction.reading import Reading
from graph.extraction.titles.titles import Achievement, is_work_verb
from graph.model import EntityKind

_EVERYDAY = frozenset(
    "fixed translated wrote drafted defined researched conducted contributed prepared raised kept delivered supported stood "
    "produced ran took passed explained entered merged recorded published posted presented reported documented assisted provided "
    "performed maintained managed handled coordinated collaborated participated attended represented advised answered tested reviewed "
    "monitored updated applied used gained studied learned completed assessed analysed analyzed investigated interviewed surveyed "
    "headed served worked turned arranged scheduled processed checked liaised".split()
)
"""Verbs with which a bullet tells an ordinary day as often as a piece of work."""
_SOFTWARE = re.compile(
    r"(?i)\b(?:tools?|scripts?|librar(?:y|ies)|apps?|applications?|plug-?ins?|parsers?|compilers?|drivers?|bots?|engines?|frameworks?|"
    r"pipelines?|services?|simulators?|schedulers?|generators?|systems?|platforms?|modules?|extensions?|firmware|software|code)\b"
)
"""What is written that runs: "wrote test tools"."""
_SHOWN = re.compile(r"\d|\]\(|https?:|\bwww\.")
"""A figure or a link."""
_LABEL = re.compile(r"[^:\n]{2,60}:\s+(?P<rest>\S+)")


def is_bare_deed(reading: Reading, block: Block, deed: Achievement | None) -> bool:
    """Return whether a bullet without a title of its own tells a deed of everyday work with nothing to show for it."""
    text = reading.quote(block.span)
    if deed is None or deed.verb not in _EVERYDAY or _has_something_to_show(reading, block, text):
        return False
    return not (deed.verb == "wrote" and _SOFTWARE.search(text[:80]) is not None)


def is_bare_title(reading: Reading, block: Block, title: str) -> bool:
    """Return whether a bullet only names something, no deed and nothing to show: "Retrofit of listed buildings", "Film: a series …"."""
    text = reading.quote(block.span)
    if block.kind is not BlockKind.LIST_ITEM or _has_something_to_show(reading, block, text):
        return False
    label = _LABEL.match(text)
    first = (label["rest"] if label is not None else title.split()[0]).strip("*_“\"'")
    return not is_work_verb(first, reading.vocabularies)


def _has_something_to_show(reading: Reading, block: Block, text: str) -> bool:
    if _SHOWN.search(text) is not None or find_quantities(text, reading.vocabularies.units):
        return True
    return any(mention.kind is EntityKind.TECHNOLOGY for mention in reading.mentions_near(block.span))
