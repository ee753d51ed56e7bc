"""Finds all regular expressions of graph and index, and makes texts that are hard for one. Measures nothing."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
import typing
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from random import Random
from types import ModuleType

import graph
import index
from graph.vocabulary import load_vocabularies

GENERIC_UNITS = (
    " ", "7", "a", "A", "\n", "\t", "1 to ", "- ", "(", ",", "A A A ", "in ", "by ", "from 1 ", "1,1", "*", "| ", "a b ",
    "é中א🎉", "e\u0301", ".", "Ab ", "1.", "a-", "a, ", "A. ", " \n", "a\n", "1 ", "$1", "_", "'", "https://a.", "a@a.", "&",
)  # fmt: skip


def package_patterns() -> dict[str, re.Pattern[str]]:
    """Return name → each regular expression: modules' attributes, what their cached functions build, calls of `re`.

    The names of graph's modules are without "graph.".
    """
    found: dict[str, re.Pattern[str]] = {}
    modules = [*pkgutil.walk_packages(graph.__path__, "graph."), *pkgutil.walk_packages(index.__path__, "index.")]
    for info in modules:
        module = importlib.import_module(info.name)
        short = info.name.removeprefix("graph.")
        for name, value in vars(module).items():
            if not callable(value) or getattr(value, "__module__", "") == module.__name__:
                built = _built(value)
                for number, pattern in enumerate(_patterns_in(value if built is None else built)):
                    found.setdefault(f"{short}.{name}" + (f"[{number}]" if number else ""), pattern)
        known = {pattern.pattern for pattern in found.values()}
        for line, pattern in _called(module):
            if pattern.pattern not in known:
                found.setdefault(f"{short}:{line}", pattern)
    seen: dict[tuple[str, int], str] = {}
    return {name: p for name, p in found.items() if seen.setdefault((p.pattern, p.flags), name) == name}


def _patterns_in(value: object, depth: int = 3) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value
    elif depth and isinstance(value, Mapping):
        for item in value.values():
            yield from _patterns_in(item, depth - 1)
    elif depth and isinstance(value, tuple | list):
        for item in value:
            yield from _patterns_in(item, depth - 1)
    elif depth and is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _patterns_in(getattr(value, field.name), depth - 1)


def _built(value: object) -> object | None:
    """Return what a cached function returns for the packaged vocabularies; None for all else."""
    inner = getattr(value, "__wrapped__", None)
    if inner is None or not hasattr(value, "cache_info"):
        return None
    vocabularies = load_vocabularies()
    known = {
        type(getattr(vocabularies, field.name)): getattr(vocabularies, field.name) for field in fields(vocabularies)
    }
    known[type(vocabularies)] = vocabularies
    hints = typing.get_type_hints(inner)
    wanted = [hints.get(name) for name in inspect.signature(inner).parameters]
    if "re.Pattern" not in str(hints.get("return")) or any(hint not in known for hint in wanted):
        return None
    return typing.cast(Callable[..., object], value)(*(known[typing.cast(type, hint)] for hint in wanted))


def _called(module: ModuleType) -> Iterator[tuple[int, re.Pattern[str]]]:
    """Yield (line, pattern) of each call such as re.sub("…", …) with a literal pattern."""
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        match node:
            case ast.Call(
                func=ast.Attribute(value=ast.Name(id="re")), args=[ast.Constant(value=str() as pattern), *_]
            ) if node.func.attr != "escape":  # type: ignore[attr-defined]
                yield node.lineno, re.compile(pattern)


# ---------------------------------------------------------------- hard texts


def adversarial_texts(pattern: re.Pattern[str]) -> Iterator[tuple[str, Callable[[int], str]]]:
    """Yield (what it is, length → text): pieces over and over, then pieces of the pattern's own in random order."""
    own = _own_pieces(pattern.pattern)
    for unit in dict.fromkeys((*GENERIC_UNITS, *own)):
        yield repr(unit), _repeated(unit, "")
    for head in ("a", "1", "(", "A", *own[:3]):
        for unit in (" ", "a", "1", "a ", "A "):
            yield f"{head!r} {unit!r}…", _repeated(unit, head)
    for seed in range(4):
        pieces = Random(seed).choices([*own, " ", "1", "a", " a", "A"], k=12)
        yield f"mixture {''.join(pieces)!r}", _repeated("".join(pieces), "")


def _own_pieces(source: str) -> list[str]:
    """Return a few words and signs of a pattern's source, as texts that it may almost match."""
    plain = re.sub(r"\(\?P?<?\w*[>:=!]?|\\[wWsSdDbBAZ]|\{\d*,?\d*\}", " ", source)
    words = list(dict.fromkeys(re.findall(r"[^\W\d_]{2,}", plain)))
    chosen = [*words[:4], *words[len(words) // 2 : len(words) // 2 + 2], *words[-2:]]
    signs = list(dict.fromkeys(re.findall(r"[^\w\s\\?+*()]|\\[^\w\s]", plain)))[:12]
    pieces = [f"{word} " for word in chosen] + [sign.removeprefix("\\") for sign in signs]
    return list(
        dict.fromkeys(
            [*pieces, *(f"{piece} " for piece in pieces[len(chosen) :]), *(f"{chosen[0]} 1 " for _ in chosen[:1])]
        )
    )


def _repeated(unit: str, head: str) -> Callable[[int], str]:
    return lambda size: (head + unit * (size // len(unit) + 1))[:size]
