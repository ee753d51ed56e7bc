"""Reads what a page says of its person in a form for machines: JSON-LD `Person`, microformats h-card and h-resume.

Gives (key, label, value) in the keys of JSON Resume; makes no text and no blocks.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from selectolax.lexbor import LexborHTMLParser, LexborNode

Fact: TypeAlias = tuple[str, str, str]
"""Key (`work[0].position`), label for people ("Position"), value."""

_MOST_BYTES = 200_000
_MOST_FACTS = 200
_MOST_NODES = 5_000
_PEOPLE = frozenset({"Person", "schema:Person", "http://schema.org/Person", "https://schema.org/Person"})
_PAGES = ("mainEntity", "author", "creator", "about")


def facts_of_page(tree: LexborHTMLParser) -> list[Fact]:
    """Return the facts of the one person whom a page describes, JSON-LD first; none where it describes several."""
    people = list(_people(tree))
    names = {_word(person.get("name")) for person in people} - {""}
    found = list(_facts_of_person(people[0])) if len(names) == 1 and people else []
    for fact in _microformats(tree):
        if fact[0] not in {key for key, _, _ in found}:
            found.append(fact)
    return found[:_MOST_FACTS]


# ---------------------------------------------------------------- JSON-LD


def _people(tree: LexborHTMLParser) -> Iterator[Mapping[str, Any]]:
    for node in tree.css('script[type="application/ld+json"]'):
        source = node.text()
        if len(source) > _MOST_BYTES:
            continue
        try:
            data = json.loads(source)
        except (ValueError, RecursionError):
            continue  # A slip in what only machines read is no fault of the page.
        yield from _in_json(data)


def _in_json(data: Any) -> Iterator[Mapping[str, Any]]:
    waiting, seen = [data], 0
    while waiting and seen < _MOST_NODES:
        node = waiting.pop(0)
        seen += 1
        if isinstance(node, list):
            waiting.extend(node)
        elif isinstance(node, dict):
            kinds = node.get("@type")
            if _PEOPLE.intersection(kinds if isinstance(kinds, list) else [str(kinds)]):
                yield node
            else:
                waiting.extend(node[key] for key in ("@graph", *_PAGES) if key in node)


def _facts_of_person(person: Mapping[str, Any]) -> Iterator[Fact]:
    yield from _fact("basics.name", "Name", person.get("name"))
    title = _word(person.get("jobTitle"))
    for number, place in enumerate(_each(person.get("worksFor"))):
        yield from _fact(f"work[{number}].name", "Works for", place)
        yield from _fact(f"work[{number}].position", "Job title", title if number == 0 else "")
    if not person.get("worksFor"):
        yield from _fact("basics.label", "Job title", title)
    for number, place in enumerate(_each(person.get("alumniOf"))):
        yield from _fact(f"education[{number}].institution", "Alumni of", place)
    for number, held in enumerate(_each(person.get("hasCredential"))):
        yield from _fact(f"certificates[{number}].name", "Credential", held)
    for number, known in enumerate(_each(person.get("knowsAbout"))):
        yield from _fact(f"skills[{number}].name", "Knows", known)
    address = person.get("address")
    yield from _fact(
        "basics.location", "Place", address.get("addressLocality") if isinstance(address, dict) else address
    )
    yield from _fact("basics.summary", "About", person.get("description"))


def _fact(key: str, label: str, value: Any) -> Iterator[Fact]:
    if words := _word(value):
        yield key, label, words


def _each(value: Any) -> Sequence[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _word(value: Any) -> str:
    """Return a value as text: itself, the name of the thing that it is, or the first of a list."""
    if isinstance(value, list):
        return _word(value[0]) if value else ""
    if isinstance(value, dict):
        return _word(value.get("name") or value.get("@value") or value.get("credentialCategory"))
    return " ".join(value.split())[:1000] if isinstance(value, str) else ""


# ---------------------------------------------------------------- microformats

_ONE = {
    "basics.name": ("Name", ".p-name, .fn"),
    "basics.label": ("Job title", ".p-job-title, .title, .role"),
    "basics.location": ("Place", ".p-locality, .locality"),
}
_JOB = {
    "name": ("Works for", ".p-org, .p-company, .org"),
    "position": ("Job title", ".p-job-title, .p-role, .title"),
    "startDate": ("From", ".dt-start, .dtstart"),
    "endDate": ("To", ".dt-end, .dtend"),
}
_STUDY = {
    "institution": ("School", ".p-org, .p-name, .org, .summary"),
    "startDate": ("From", ".dt-start, .dtstart"),
    "endDate": ("To", ".dt-end, .dtend"),
}


def _microformats(tree: LexborHTMLParser) -> Iterator[Fact]:
    resume = tree.css_first(".h-resume") or tree.css_first(".hresume")
    cards = [resume] if resume is not None else tree.css(".h-card, .vcard")
    # Several cards are a team, or those who gave a reference.
    if len(cards) != 1:
        return
    root = cards[0]
    contact = root.css_first(".p-contact, .contact") or root
    for key, (label, selector) in _ONE.items():
        if resume is not None and key == "basics.label":
            continue
        yield from _fact(key, label, _text(contact, selector))
    if resume is None:
        yield from _fact("work[0].name", "Works for", _text(root, ".p-org, .org"))
        return
    for kind, selector, facts in (
        ("work", ".p-experience, .experience", _JOB),
        ("education", ".p-education, .education", _STUDY),
    ):
        for number, entry in enumerate(resume.css(selector)):
            for leaf, (label, inner) in facts.items():
                yield from _fact(f"{kind}[{number}].{leaf}", label, _text(entry, inner))


def _text(node: LexborNode, selector: str) -> str:
    """Return the words of the first of some elements; a date's are those of its `datetime`, where it has one."""
    found = node.css_first(selector)
    if found is None or found.mem_id == node.mem_id:
        return ""
    stated = found.attributes.get("datetime") or (found.attributes.get("title") if found.tag == "abbr" else None)
    return " ".join((stated or found.text(separator=" ")).split())
