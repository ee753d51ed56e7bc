"""Reads a small text as the pipeline would, and writes what was found about a career as lines for golden files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from graph.extraction.education.education import find_education
from graph.extraction.employment.employment import find_employment
from graph.extraction.people.people import find_people
from graph.extraction.reading import Reading
from graph.model import EntityKind, Mention
from graph.readers import reader_for
from graph.sections import find_sections
from graph.sentences import split_sentences
from graph.vocabulary import load_vocabularies

GOLDEN = Path(__file__).parent / "golden"


def reading_of(text: str, name: str = "notes.txt", mentions: tuple[Mention, ...] = ()) -> Reading:
    """Return the reading of a text under a file name, whose ending chooses the format."""
    document = reader_for(name).read(text.encode("utf-8"), name)
    vocabularies = load_vocabularies()
    reading = Reading(document, find_sections(document, vocabularies.sections), split_sentences(document), vocabularies)
    return replace(reading, mentions=mentions)


def employment_lines(reading: Reading) -> list[str]:
    """Return `Employer | title | start | end` for each role, `Employer` alone where none is known; "-" for nothing."""
    mentions = find_employment(reading)
    names = {mention.key: mention.name for mention in mentions if mention.kind is EntityKind.EMPLOYER}
    roles = [mention for mention in mentions if mention.kind is EntityKind.ROLE]
    lines = [
        " | ".join(
            [
                names[str(role.attributes["employer"])],
                *(str(role.attributes[key] or "-") for key in ("title", "start", "end")),
            ]
        )
        for role in roles
    ]
    held = {role.attributes["employer"] for role in roles}
    return lines + [name for key, name in names.items() if key not in held]


def education_lines(reading: Reading) -> list[str]:
    """Return `Institution | degree | field | start | end` for each degree; "-" for nothing."""
    lines = []
    for mention in find_education(reading):
        degrees = mention.attributes["degrees"]
        assert isinstance(degrees, list)
        for degree in degrees or [{}]:
            assert isinstance(degree, dict)
            lines.append(
                " | ".join(
                    [mention.name, *(str(degree.get(key) or "-") for key in ("qualification", "field", "start", "end"))]
                )
            )
    return lines


def people_lines(reading: Reading) -> list[str]:
    """Return `name | headline | location` of the author, "unnamed" where the document does not name them."""
    return [
        " | ".join(
            [
                person.name if person.attributes["named"] else "unnamed",
                *(str(person.attributes.get(key) or "-") for key in ("headline", "location")),
            ]
        )
        for person in find_people(reading)
    ]


def golden_cases(file_name: str) -> list[tuple[str, str, list[str]]]:
    """Return (title, input, expected lines) of the cases of a golden file, in which "." ends each part."""
    parts: list[list[str]] = [[]]
    for line in (GOLDEN / file_name).read_text(encoding="utf-8").splitlines():
        if line == ".":
            parts.append([])
        else:
            parts[-1].append(line)
    return [
        ("".join(parts[place]).strip(), "\n".join(parts[place + 1]) + "\n", parts[place + 2])
        for place in range(0, len(parts) - 1, 3)
    ]
