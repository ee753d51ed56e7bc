"""Reads a user's own taxonomy, named in careergraph.yaml: ESCO's or O*NET's tables, or a plain list of skills.

A file becomes terms; those that the packaged vocabularies know already take the packaged id, so that they are one thing.
Finds nothing in documents itself.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from graph.errors import CorrectionsError
from graph.gazetteer import Term
from graph.model import EntityKind
from graph.slugs import slug
from graph.stems import stems

MAX_BYTES = 5_000_000
MAX_ROWS = 50_000
"""More of either is refused: such a table is no list of one's own, and each row costs a search in each document."""
_MAX_NAME = 100
"""Characters; longer labels are sentences about a skill."""
_MAX_FINDINGS = 20

COLUMNS: Mapping[str, Sequence[str]] = {
    "ESCO": ("preferredLabel", "altLabels"),
    "O*NET": ("Element Name", "Example", "Commodity Title"),
    "plain list": ("name", "skill", "aliases", "category", "kind"),
}
"""Kind of table → the columns that are read of it; others are passed over."""

# https://esco.ec.europa.eu and https://www.onetcenter.org/database.html describe the two tables.
FUNCTION_WORDS = frozenset(
    "a about above after again all also am an and any are as at be because been before being below between both but by "
    "can could did do does doing done down during each few for from further get got had has have having he her here him "
    "his how i if in into is it its just made make may me might more most much must my no nor not now of off on once one "
    "only or other our out over own per same she should so some such than that the their them then there these they this "
    "those through to too two under until up upon us very via was we were what when where which while who whom why will "
    "with within without would yes yet you your".split()
)
"""Words of every sentence; a term of this name would be found everywhere."""


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """What one or more files give."""

    terms: tuple[tuple[str, Term], ...]
    """("technologies" or "practices", term); a term with a packaged id holds only the spellings that are new."""
    findings: tuple[str, ...]
    """`file:line: what was refused, and what to do`."""


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    aliases: tuple[str, ...]
    kind: EntityKind
    category: str
    place: str


def read_taxonomies(content_dir: Path, files: Sequence[str], known: Iterable[Term]) -> Taxonomy:
    """Return the terms of the files, named by their path below the content folder, in file order.

    `known` are the packaged terms. Raises CorrectionsError with file and line where a path leaves the folder, a file is
    missing, too large, no UTF-8 or no table, or a row's kind is unknown.
    """
    entries = [entry for file in files for entry in _entries(_text(content_dir, file), file)]
    gathering = _Gathering(known)
    for entry in entries:
        gathering.add(entry)
    return gathering.taxonomy()


# ---------------------------------------------------------------- files


def _text(content_dir: Path, file: str) -> str:
    pure = PurePosixPath(file)
    path = content_dir / pure
    if pure.is_absolute() or ".." in pure.parts or "\\" in file or "\0" in file:
        raise CorrectionsError("outside the content folder; copy the file into it and name it from there", path=file)
    try:
        if not path.resolve().is_relative_to(content_dir.resolve()):
            raise CorrectionsError("a link that leaves the content folder; copy the file itself into it", path=file)
        if not path.is_file():
            raise CorrectionsError("no such file; `files` names files from the content folder on", path=file)
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise CorrectionsError(f"{size:,} bytes, and 5 MB is the most; keep the rows that you need", path=file)
        data = path.read_bytes()
    except (OSError, RuntimeError) as error:
        raise CorrectionsError(f"can't be read ({error}); check its permissions", path=file) from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise CorrectionsError("not UTF-8; save it as UTF-8", path=file, line=line) from error


# ---------------------------------------------------------------- tables


def _entries(text: str, file: str) -> Iterator[_Entry]:
    first = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(",;\t", key=first.count)
    header = [cell.strip().casefold() for cell in next(csv.reader([first], delimiter=delimiter), [])]
    if not set(header) & {"preferredlabel", "element name", "example", "commodity title", "name", "skill"}:
        if len(header) > 1:
            wanted = "; ".join(f"{kind}: {', '.join(names)}" for kind, names in COLUMNS.items())
            raise CorrectionsError(
                f"no column of names; known are {wanted}. A list without columns has one name a line", path=file, line=1
            )
        yield from _plain_lines(text, file)
        return
    for line, cells in _rows(text, file, delimiter):
        row = {name: cell.strip() for name, cell in zip(header, cells, strict=False) if cell.strip()}
        entry = _entry(row, file, line)
        if entry is not None:
            yield entry


def _plain_lines(text: str, file: str) -> Iterator[_Entry]:
    lines = text.splitlines()
    _check_count(len(lines), file)
    for number, line in enumerate(lines, 1):
        if name := line.strip().strip('"').strip():
            yield _Entry(name, (), EntityKind.PRACTICE, "other", f"{file}:{number}")


def _rows(text: str, file: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Yield (line of the row's beginning, cells) of each row below the header."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    header_seen, begins = False, 1
    try:
        for number, cells in enumerate(reader):
            _check_count(number, file)
            if header_seen:
                yield begins, cells
            header_seen = header_seen or any(cell.strip() for cell in cells)
            begins = reader.line_num + 1
    except csv.Error as error:
        raise CorrectionsError(f"no table: {error}; save it as CSV again", path=file, line=begins) from error


def _check_count(rows: int, file: str) -> None:
    if rows > MAX_ROWS:
        raise CorrectionsError(f"more than {MAX_ROWS:,} rows; keep those that you need", path=file, line=MAX_ROWS + 1)


def _entry(row: Mapping[str, str], file: str, line: int) -> _Entry | None:
    """Return what a row says, or None where it names nothing."""
    place = f"{file}:{line}"
    if name := row.get("preferredlabel"):
        labels = tuple(label.strip() for label in row.get("altlabels", "").splitlines() if label.strip())
        # "Python (computer programming)" is written "Python" in a résumé.
        bare = re.sub(r"(?:(?<!\s)\s++)?\([^()]*\)$", "", name)
        return _Entry(name, (bare, *labels) if bare and bare != name else labels, EntityKind.PRACTICE, "other", place)
    if name := row.get("example"):
        return _Entry(name, (), EntityKind.TECHNOLOGY, row.get("commodity title", "other"), place)
    if name := row.get("commodity title"):
        return _Entry(name, (), EntityKind.TECHNOLOGY, "other", place)
    if name := row.get("element name"):
        return _Entry(name, (), EntityKind.PRACTICE, "other", place)
    if name := row.get("name") or row.get("skill"):
        kind = row.get("kind", "practice").casefold()
        if kind not in ("technology", "practice"):
            raise CorrectionsError(f"kind {kind!r} is unknown; write technology or practice", path=file, line=line)
        aliases = tuple(alias.strip() for alias in re.split(r"[;|\n]", row.get("aliases", "")) if alias.strip())
        return _Entry(name, aliases, EntityKind(kind), row.get("category", "other"), place)
    return None


# ---------------------------------------------------------------- terms


_VOCABULARY = {EntityKind.TECHNOLOGY: "technologies", EntityKind.PRACTICE: "practices"}


class _Gathering:
    """Makes terms of entries: one for each thing, whichever of its names an entry uses."""

    def __init__(self, known: Iterable[Term]) -> None:
        self._terms: dict[tuple[EntityKind, str], Term] = {}
        self._owners: dict[str, tuple[EntityKind, str]] = {}
        self._new: dict[tuple[EntityKind, str], list[str]] = {}
        self._findings: list[str] = []
        for term in known:
            self._terms[term.kind, term.id] = term
            for name in (term.name, *term.aliases, *term.plain):
                self._own(name, (term.kind, term.id))

    def add(self, entry: _Entry) -> None:
        """Take an entry in; a name that can't be searched for is refused with a finding."""
        identity = self._owner(entry.name)
        if identity is None and (reason := _reason_against(entry.name)) is not None:
            self._findings.append(f"{entry.place}: {entry.name[:60]!r} {reason}")
            return
        names = [name for name in (entry.name, *entry.aliases) if self._owner(name) or _reason_against(name) is None]
        identity = identity or next((owner for name in names if (owner := self._owner(name))), None)
        if identity is None:
            identity = (entry.kind, slug(entry.name))
        if identity not in self._terms:
            self._terms[identity] = Term(identity[1], entry.kind, entry.name, category=entry.category)
            self._new[identity] = []
            self._own(entry.name, identity)
        for name in names:
            # A label that two entries share is the first one's.
            if self._owner(name) is None:
                self._own(name, identity)
                self._new.setdefault(identity, []).append(name)

    def _owner(self, name: str) -> tuple[EntityKind, str] | None:
        return next((self._owners[key] for key in _keys(name) if key in self._owners), None)

    def _own(self, name: str, identity: tuple[EntityKind, str]) -> None:
        written, stemmed = _keys(name)
        self._owners.setdefault(written, identity)
        if identity[0] is EntityKind.PRACTICE:
            self._owners.setdefault(stemmed, identity)

    def taxonomy(self) -> Taxonomy:
        """Return what was taken in."""
        terms = tuple(
            (_VOCABULARY[kind], replace(self._terms[kind, key], aliases=tuple(spellings), plain=()))
            for (kind, key), spellings in self._new.items()
        )
        more = len(self._findings) - _MAX_FINDINGS
        findings = self._findings[:_MAX_FINDINGS]
        if more > 0:
            findings.append(f"{self._findings[_MAX_FINDINGS].partition(': ')[0]}: and {more:,} more such entries")
        return Taxonomy(terms, tuple(findings))


def _keys(name: str) -> tuple[str, str]:
    """Return the name as written, case aside, and the stems by which practices are told apart."""
    folded = " ".join(name.casefold().split())
    return f"={folded}", "~" + (" ".join(word for word, _, _ in stems(folded)) or folded)


def _reason_against(name: str) -> str | None:
    """Return why a name can't be searched for, with a remedy; None where it can."""
    if name.casefold() in FUNCTION_WORDS:
        return "is a word of every sentence; name the skill in full or take the row out"
    if len(name) > _MAX_NAME:
        return f"has more than {_MAX_NAME} characters; shorten it to the words that people write"
    if not re.search(r"\w", name):
        return "holds no letter; take the row out"
    if len(name) == 1:
        return "is a single letter; name the skill in full or take the row out"
    return None
