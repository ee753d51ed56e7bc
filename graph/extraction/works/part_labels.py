"""Reads the label with which a line tells a part of a story: "**Situation:** …", "*Task* – …", "- 1. Result: …". Finds no stories."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from graph.documents import BlockKind
from graph.section_titles import STAR_KINDS, load_section_titles, normalise_title

LETTERS: Mapping[str, str] = {"s": "situation", "t": "task", "a": "action", "r": "result"}
_KEYS: Mapping[str, str] = {
    "situation": "situation", "context": "situation", "background": "situation", "problem": "situation", "challenge": "situation", "task": "task", "goal": "task", "objective": "task",
    "action": "action", "actions": "action", "approach": "action", "solution": "action", "what_i_did": "action", "result": "result", "results": "result", "outcome": "result", "outcomes": "result",
    "impact": "result", "achievements": "result", "what i did": "action", "what i found": "situation", "what happened": "result",
    "the problem": "situation", "the challenge": "situation", "the task": "task", "the goal": "task", "the solution": "action", "the approach": "action",
    "what i built": "action", "what we built": "action", "what we did": "action", "the result": "result", "the results": "result", "the outcome": "result", "the impact": "result",
}  # fmt: skip
_OF_ELSE = frozenset(
    "s t a r before after why motivation tasks goals objectives responsibility responsibilities requirements assignment mission target targets "
    "architecture design method methods methodology strategy implementation execution contribution contributions aufgaben objectifs tâches tareas tarefas compiti taken "
    "benefit benefits effect effects problems challenges solutions brief meta bilan metas nutzen".split()
)
"""Words that as headings of a story tell a part, but as labels of lines also stand below posts and among facts."""


@lru_cache(maxsize=4096)
def part_of_key(key: str) -> str | None:
    """Return the part that a key or label names ("result", "what I did"), or None."""
    return next(iter(parts_of_key(key)), None)


@lru_cache(maxsize=4096)
def parts_of_key(key: str) -> tuple[str, ...]:
    """Return the parts that a key or label names, in its order: two for "Situation / Task"."""
    names = re.sub(r"\[\d+\]", "", key.casefold()).split(".")
    found = next((_KEYS[name] for name in reversed(names) if name in _KEYS), None) or _headed_part(names[-1])
    if found is not None:
        return (found,)
    words = [_headed_part(word) for word in _AND.split(key.casefold(), maxsplit=2)]
    return () if len(words) < 2 or None in words else tuple(dict.fromkeys(filter(None, words)))


_AND = re.compile(r"\s?[/&+]\s?|\sand\s")


def _headed_part(name: str) -> str | None:
    """Return the part of a story that a section of this title tells, where the same words label nothing else."""
    title = normalise_title(name)
    if title in _KEYS:
        return _KEYS[title]
    kind = None if title in _OF_ELSE else load_section_titles().get(title)
    return kind.value if kind in STAR_KINDS else None


def part_or_letter(key: str) -> str | None:
    """Return the part that a line's label names by its word or its first letter."""
    return LETTERS.get(key) or part_of_key(key)


# ---------------------------------------------------------------- the label of a line

_AHEAD = r"(?:\d{1,2}[.)][ \t]{1,3})?(?:[^\w\s*`#|<>\[\](){}.:;,–—-]{1,3}[ \t]{1,2})?"
"""A number or picture ahead of a label: "1. ", "🔍 "."""
_WORDS = r"(?P<k>[^\W\d_][^\W\d_ '’&/-]{0,24}(?:[ '’&/-]{1,3}[^\W\d_]{1,16}){0,4})"
_BOLD = re.compile(rf"(?:\*\*|__){_AHEAD}{_WORDS}[.:：]?(?:\*\*|__)(?![a-z])(?:[.:：]|\s[–—-](?=\s))?\s*")
_ITALIC = re.compile(rf"(?P<m>[*_]){_AHEAD}{_WORDS}(?:[.:：](?P=m)|(?P=m)(?:[:：]|[ \t][–—-](?=[ \t])))(?=[ \t\n])\s*")
_BOLD_LETTER = re.compile(r"(?:\*\*|__)(?P<k>[A-Z](?:\*\*|__)[a-z]{3,10})(?:[:：]|\s[–—-](?=\s)|(?=\n))\s*")
_PLAIN = re.compile(rf"{_AHEAD}{_WORDS}(?::(?=\s|$)|[ \t][–—-](?=[ \t])|(?=[ \t]{{0,9}}(?:\n|$)))\s*")
"""The label of a bullet, with what it says behind it or on the lines below."""


def label_of(text: str, kind: BlockKind) -> tuple[str, int] | None:
    """Return the label with which a block's text begins, in small letters, and where the words behind it begin.

    >>> label_of("**S**ituation: Orders were lost.", BlockKind.PARAGRAPH)
    ('situation', 15)
    """
    forms: tuple[re.Pattern[str], ...] = (_BOLD, _BOLD_LETTER, _ITALIC) if text[:1] in "*_" else ()
    if not forms and (kind is BlockKind.LIST_ITEM or (text[:1] > "\u2000" and not text[:1].isalpha())):
        forms = (_PLAIN,)  # Of paragraphs those alone that begin with a picture.
    match = next((found for form in forms if (found := form.match(text))), None)
    return None if match is None else (re.sub(r"[*_]", "", match["k"]).strip().casefold(), match.end())
