"""The questions that interviews ask, as data: the packaged ones and a user's own. Looks into no story."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from graph.vocabulary_files import FOLDER
from graph.yaml_parsing import load_yaml_with_lines

FIGURES = ("money", "time", "share", "ratio", "data", "count", "rate", "score")
"""Dimensions that a question may ask after; those of units.yaml that tell of work."""
_KEYS = ("question", "competency", "practices", "words", "figures")


@dataclass(frozen=True, slots=True)
class Question:
    """One question, and what in a story answers it."""

    text: str
    competency: str
    """What it asks after: "migration", "conflict"."""
    practices: tuple[str, ...]
    """Names of practices; a story that applies one answers it."""
    words: tuple[str, ...]
    """Words or short phrases that speak for it, matched by their stems."""
    figures: tuple[str, ...]
    """Dimensions of figures that help."""


Refuse = Callable[[str, int | None], Exception]
"""Makes the error for what is not understood: (words, line)."""


def question_from(entry: Any, refuse: Refuse) -> Question:
    """Return the question that an entry of YAML states. Raises what `refuse` makes of anything not understood."""
    if not isinstance(entry, Mapping):
        raise refuse(f"a question is a mapping with {', '.join(_KEYS)}", None)
    line = entry.get("__line__")
    unknown = [key for key in entry if key not in _KEYS and key != "__line__"]
    if unknown:
        raise refuse(f"unknown key {unknown[0]!r} in a question; known are: {', '.join(_KEYS)}", line)
    text = entry.get("question")
    if not isinstance(text, str) or not text.strip():
        raise refuse('a question needs its words: {question: "What did you build?", words: [built]}', line)
    lists = {key: _words(entry, key, refuse, line) for key in ("practices", "words", "figures")}
    if not any(lists.values()):
        raise refuse("a question needs `practices`, `words` or `figures`, by which stories answer it", line)
    strange = [figure for figure in lists["figures"] if figure not in FIGURES]
    if strange:
        raise refuse(f"{strange[0]!r} is no dimension of figures; there are: {', '.join(FIGURES)}", line)
    competency = str(entry.get("competency") or "other").strip().casefold()
    return Question(" ".join(text.split()), competency, lists["practices"], lists["words"], lists["figures"])


def _words(entry: Mapping[str, Any], key: str, refuse: Refuse, line: int | None) -> tuple[str, ...]:
    value = entry.get(key) or []
    if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
        raise refuse(f"{key!r} of a question is a list of words, e.g. [on call, outage]", line)
    return tuple(value)


@lru_cache(maxsize=1)
def load_questions() -> tuple[Question, ...]:
    """Return the packaged questions, in the order of their file."""

    def refuse(words: str, line: int | None) -> Exception:
        return ValueError(f"questions.yaml:{line}: {words}")

    entries = load_yaml_with_lines((FOLDER / "questions.yaml").read_text(encoding="utf-8"))
    return tuple(question_from(entry, refuse) for entry in entries)
