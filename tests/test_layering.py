"""Imports run one way, graph ← index ← webapp, and every module says what it is for."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from graph.extraction import ROOMS

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("graph", "index", "webapp")
EXTRACTION = ROOT / "graph" / "extraction"
MODULES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
NOT_FOR = {
    "graph": {"index", "webapp", "flask", "werkzeug", "jinja2", "click", "whoosh", "waitress", "rich"},
    "index": {"webapp", "flask", "werkzeug", "jinja2", "click", "waitress", "rich"},
    "webapp": {"whoosh", "tests"},
}
"""Package → what it never imports."""
VAGUE = {"utils", "util", "helpers", "helper", "misc", "common", "stuff"}
UNSAFE = {"pickle", "marshal", "shelve", "dill"}


@dataclass(frozen=True)
class Outline:
    """What these tests ask of a module, inside its functions too."""

    docstring: str
    imported: frozenset[str]
    """Whole names of modules."""
    evaluates: bool
    handlers: int
    bare_handlers: tuple[int, ...]
    """Lines."""


@cache
def outline_of(path: Path) -> Outline:
    tree = ast.parse(path.read_text(encoding="utf-8"), str(path))
    nodes = list(ast.walk(tree))
    handlers = [node for node in nodes if isinstance(node, ast.ExceptHandler)]
    called = (node.func for node in nodes if isinstance(node, ast.Call))
    return Outline(
        docstring=ast.get_docstring(tree) or "",
        imported=frozenset(_imported(nodes, path)),
        evaluates=any(isinstance(func, ast.Name) and func.id in ("eval", "exec") for func in called),
        handlers=len(handlers),
        bare_handlers=tuple(node.lineno for node in handlers if node.type is None),
    )


def _imported(nodes: Iterable[ast.AST], path: Path) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import"
            yield str(node.module)


def imported(path: Path) -> set[str]:
    """Return the top name of everything that a module imports, inside functions too."""
    return {name.partition(".")[0] for name in outline_of(path).imported}


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_there_are_modules_to_check() -> None:
    assert len(MODULES) > 60
    assert {path.relative_to(ROOT).parts[0] for path in MODULES} == set(PACKAGES)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_imports_nothing_of_the_layers_above(path: Path) -> None:
    package = path.relative_to(ROOT).parts[0]

    assert imported(path) & NOT_FOR[package] == set()


def test_the_rooms_of_extraction_are_its_folders() -> None:
    assert {path.parent.name for path in EXTRACTION.glob("*/__init__.py")} == set(ROOMS)


@pytest.mark.parametrize("path", sorted(EXTRACTION.rglob("*.py")), ids=name_of)
def test_a_module_of_extraction_imports_from_its_own_room_and_those_before_it(path: Path) -> None:
    if path == EXTRACTION / "stages.py":
        return
    known = ROOMS[: ROOMS.index(path.parent.name) + 1] if path.parent != EXTRACTION else ()
    modules = [[*name.split("."), ""] for name in outline_of(path).imported]

    imported_rooms = {parts[2] for parts in modules if parts[:2] == ["graph", "extraction"]} & set(ROOMS)

    assert imported_rooms <= set(known)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_says_what_it_is_for(path: Path) -> None:
    assert len(outline_of(path).docstring) > 20


def test_no_module_has_a_vague_name() -> None:
    assert [name_of(path) for path in MODULES if path.stem in VAGUE or path.parent.name in VAGUE] == []


def test_nothing_unpickles_or_evaluates() -> None:
    found = [name_of(path) for path in MODULES if UNSAFE & imported(path) or outline_of(path).evaluates]

    assert found == []


def test_no_except_is_bare() -> None:
    outlines = {name_of(path): outline_of(path) for path in MODULES}

    assert any(outline.handlers for outline in outlines.values())
    assert {name: outline.bare_handlers for name, outline in outlines.items() if outline.bare_handlers} == {}


def test_the_graph_needs_the_network_for_nothing() -> None:
    clients = {"requests", "httpx", "urllib3", "aiohttp", "socket", "http"}

    assert [
        name_of(path) for path in MODULES if path.parts[len(ROOT.parts)] == "graph" and clients & imported(path)
    ] == []


def test_every_imported_package_is_the_standard_librarys_or_declared() -> None:
    declared = (
        (ROOT / "setup.cfg")
        .read_text(encoding="utf-8")
        .partition("install_requires")[2]
        .partition("[options.")[0]
        .casefold()
    )
    distributions = {
        "yaml": "pyyaml",
        "docx": "python-docx",
        "ahocorasick": "pyahocorasick",
        "Stemmer": "pystemmer",
        "markdown_it": "markdown-it-py",
        "charset_normalizer": "charset-normalizer",
    }
    with_others = {"werkzeug", "jinja2", "markupsafe"}  # flask brings them
    found = (
        {name for path in MODULES for name in imported(path)}
        - set(sys.stdlib_module_names)
        - set(PACKAGES)
        - with_others
    )

    assert {name for name in found if distributions.get(name, name) not in declared} == set()
