"""Whether a page tells that it shows invented people: every link to something fictional is found, however deep."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import pytest

from webapp.corpus import Ref, read_corpus
from webapp.pages import Listing, how_fictional

INVENTED = Ref("person:a", "person", "Person", "A", "/entity/person:a", True)
REAL = replace(INVENTED, fictional=False)


@dataclass(frozen=True)
class Branch:
    """A shape that holds its like."""

    link: Ref | None
    branches: tuple[Branch, ...] = ()


@dataclass(frozen=True)
class Loose:
    """A shape whose type does not say what it holds."""

    anything: object


@dataclass(frozen=True)
class Shown:
    """A page."""

    title: str
    listing: Listing[Branch]
    loose: Loose


@pytest.fixture
def corpus(generation: Any) -> Any:
    return read_corpus(generation.id, generation.kg, generation.report)


@pytest.mark.parametrize(
    ("deep", "loose", "said"),
    [
        (None, None, ""),
        (REAL, None, ""),
        (INVENTED, None, "all"),
        (None, {"a": [INVENTED]}, "all"),
        (REAL, (INVENTED,), "some"),
        (INVENTED, REAL, "some"),
    ],
)
def test_a_fictional_link_is_found_however_deep(corpus: Any, deep: Ref | None, loose: object, said: str) -> None:
    page = Shown("A", Listing((Branch(None, (Branch(None, (Branch(deep),)),)),), 1), Loose(loose))

    assert how_fictional(page, corpus) == said


def test_where_every_document_is_fictional_so_is_what_is_shown(corpus: Any) -> None:
    every = replace(corpus, fictional=frozenset(corpus.kg.documents))

    assert how_fictional(Loose([INVENTED, INVENTED]), every) == "all"
    assert how_fictional(Loose([]), every) == ""
