"""The examples in docstrings hold."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import graph
import index
import webapp


def modules() -> list[str]:
    """Return the names of all modules with examples but those that run something."""
    found = [
        module.name
        for package in (graph, index, webapp)
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    ]
    return [name for name in (*found, "benchmarks.fts5", "benchmarks.clock") if not name.endswith("__main__")]


@pytest.mark.parametrize("name", modules())
def test_the_examples_in_docstrings_hold(name: str) -> None:
    result = doctest.testmod(importlib.import_module(name))

    assert result.failed == 0
