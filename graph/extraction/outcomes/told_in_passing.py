"""Figures told in passing: how long something had gone on, when it was, what it took before, how large a thing is.

IN_PASSING is joined to the table of circumstances (phrases.py); each function sees one sentence and one of its figures.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from graph.extraction.quantities.quantity import Quantity

_NEAR = 90
"""Characters; what stands farther off says nothing of a figure."""
_ABOUT = r"(?:about\s|over\s|under\s|almost\s|nearly\s|some\s|around\s|up\sto\s|more\sthan\s|an?\s)?"

_HAD = re.compile(rf"(?i)\bhad\s(?:(?:not|never|already|been)\s){{0,2}}[a-z]+(?:\s[\w’'-]+){{0,3}}?\sfor\s{_ABOUT}$")


def _had_gone_on(text: str, q: Quantity) -> bool:
    """ "The tool had grown for nine years": the state that somebody met."""
    if q.dimension != "time" or q.before is not None:
        return False
    return _HAD.search(text[max(0, q.start - _NEAR) : q.start]) is not None


_BEGINS = re.compile(r"\W*(?:(?i:about|some|only|just)\s)?")
_FROM_THEN = re.compile(r"(?i)\s(?:after|before|into)\b")
_EACH_TIME = re.compile(r"(?i)\s(?:after|before)\s(?:each|every|any)\b")


def _is_when(text: str, q: Quantity) -> bool:
    """ "Six months after release, calls had fallen", "a reminder two days before each shift": when something is."""
    if q.dimension != "time" or q.before is not None:
        return False
    if _EACH_TIME.match(text, q.end) is not None:
        return True
    return _FROM_THEN.match(text, q.end) is not None and _BEGINS.fullmatch(text, 0, q.start) is not None


_TAKEN = re.compile(rf"(?i)\b(?:had\staken|used\sto\stake|(?:in\splace|instead)\sof)\s{_ABOUT}$")
_TOOK = re.compile(rf"(?i)\b(?:that|which|what)\stook\s{_ABOUT}$")
_NOW = re.compile(r"(?i)[^.;]{0,60}\b(?:now|instead|became|took\s(?:\d|one|two|three|four|five|six))")


def _was_needed(text: str, q: Quantity) -> bool:
    """ "runs in 12 minutes, where the old one had taken 5 hours", "a floor that took nine days took two": what it took before."""
    if q.dimension != "time" or q.before is not None:
        return False
    before = text[max(0, q.start - _NEAR) : q.start]
    if _TAKEN.search(before) is not None:
        return True
    return _TOOK.search(before) is not None and _NOW.match(text, q.end) is not None


_SMALL = frozenset({"millimetres", "centimetres", "metres", "inches", "feet", "grams"})
_MOST_METRES = 1000
_CHANGED = re.compile(
    r"(?i)(?:\b(?:by|from|down|up|sav\w+|cut|gain\w*|laid|built|dug|drilled|restored|renewed|replaced|install\w+|la(?:y|id)ing|painted|sewed|printed|cleared)\s(?:\w+\s){0,2})$"
)
_SO_MUCH = re.compile(
    r"(?i)\s(?:of|less|fewer|more|shorter|longer|lower|higher|lighter|deeper|taller|thinner|closer|off|up|down)\b"
)
_WEIGHS = re.compile(rf"(?i)\bweigh(?:s|ed|ing|t)?\s(?:(?:in\sat|of|only|just|either)\s)?{_ABOUT}$")


def _is_size(text: str, q: Quantity) -> bool:
    """ "one text every 15 metres", "errors over 10 mm", "the bay weighs 712 g": how large a thing is; not "laid 300 metres of drain"."""
    if q.before is not None or q.sign:
        return False
    before = text[max(0, q.start - _NEAR) : q.start]
    if q.dimension == "mass" and _WEIGHS.search(before) is not None:
        return True
    if q.unit not in _SMALL or q.period is not None or q.value >= _MOST_METRES:
        return False
    return _CHANGED.search(before) is None and _SO_MUCH.match(text, q.end) is None


IN_PASSING: tuple[tuple[str, Callable[[str, Quantity], bool]], ...] = (
    ("had gone on so long", _had_gone_on),
    ("when something is", _is_when),
    ("what it took before", _was_needed),
    ("size of a thing", _is_size),
)
"""Reason → whether it holds for a figure of a sentence."""
