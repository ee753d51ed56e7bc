"""Reads careergraph.yaml, the user's word against the reader's: authors, merges, names, kinds, what to hide, taxonomies. Applies nothing."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from graph.correction_rules import (
    FILE_NAME,
    KEYS,
    AuthorRule,
    Corrections,
    HideRule,
    OutcomeRule,
    PairRule,
)
from graph.errors import CorrectionsError, VocabularyError
from graph.gazetteer import Term
from graph.model import EntityKind, Measures
from graph.questions import question_from
from graph.taxonomies import read_taxonomies
from graph.vocabulary import load_vocabularies, terms_from
from graph.yaml_parsing import load_yaml_with_lines

_MAX_BYTES = 1_000_000


def load_corrections(content_dir: Path) -> Corrections:
    """Return the corrections of a content folder, with the terms of the taxonomies that they name; none where there is no file.

    Raises CorrectionsError with file and line for anything that is not understood, in a taxonomy too.
    """
    path = content_dir / FILE_NAME
    try:
        if not path.is_file():
            return Corrections()
        if path.stat().st_size > _MAX_BYTES:
            raise CorrectionsError(
                "larger than 1 MB; split your terms into files named under `vocabularies`", path=FILE_NAME
            )
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise CorrectionsError("not UTF-8; save it as UTF-8", path=FILE_NAME) from error
    except OSError as error:
        raise CorrectionsError(f"can't be read ({error.strerror}); check its permissions", path=FILE_NAME) from error
    return _with_taxonomies(parse_corrections(text), content_dir)


def _with_taxonomies(corrections: Corrections, content_dir: Path) -> Corrections:
    if not corrections.taxonomies:
        return corrections
    packaged = load_vocabularies()
    known = (*packaged.technologies.terms, *packaged.practices.terms, *(term for _, term in corrections.terms))
    lines = _Lines(corrections.text)
    try:
        taxonomy = read_taxonomies(content_dir, corrections.taxonomies, known)
    except CorrectionsError as error:
        if error.line is not None or error.path is None:
            raise
        # The file as a whole: the line that names it is the one to mend.
        raise CorrectionsError(f"{error.path}: {error.message}", path=FILE_NAME, line=lines.of(error.path)) from error
    findings = []
    for finding in taxonomy.findings:
        file = next(file for file in corrections.taxonomies if finding.startswith(f"{file}:"))
        findings.append(f"{FILE_NAME}:{lines.of(file)}: {finding}")
    return replace(corrections, terms=corrections.terms + taxonomy.terms, findings=tuple(findings))


def parse_corrections(text: str) -> Corrections:
    """Return the corrections that `text`, the content of careergraph.yaml, states; its taxonomies are named, not read.

    Raises CorrectionsError.
    """
    _refuse_depth(text)
    _refuse_aliases(text)
    try:
        data = load_yaml_with_lines(text)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or str(error)
        raise CorrectionsError(
            f"not YAML: {problem}", path=FILE_NAME, line=None if mark is None else mark.line + 1
        ) from error
    except (ValueError, TypeError, RecursionError) as error:
        raise CorrectionsError(f"not understood: {error}", path=FILE_NAME) from error
    if data is None:
        return Corrections(text=text)
    if not isinstance(data, dict):
        raise CorrectionsError(f"a mapping is expected, with keys among: {', '.join(KEYS)}", path=FILE_NAME, line=1)
    lines = _Lines(text)
    for key in data:
        if key != "__line__" and key not in KEYS:
            raise CorrectionsError(
                f"unknown key {key!r}; known are: {', '.join(KEYS)}", path=FILE_NAME, line=lines.of(str(key))
            )
    return Corrections(
        authors=tuple(_author(entry, lines) for entry in _list(data, "authors", lines)),
        same_as=tuple(_pair(entry, "same_as", lines) for entry in _list(data, "same_as", lines)),
        keep_apart=tuple(_pair(entry, "keep_apart", lines) for entry in _list(data, "keep_apart", lines)),
        rename=tuple((str(k), str(v), lines.of(str(k))) for k, v in _table(data, "rename", lines).items()),
        retype=tuple(
            (str(k), _kind(str(v), lines.of(str(k))), lines.of(str(k)))
            for k, v in _table(data, "retype", lines).items()
        ),
        hide=tuple(_hide(entry, lines) for entry in _list(data, "hide", lines)),
        outcomes=tuple(_outcome(entry, lines) for entry in _list(data, "outcomes", lines)),
        terms=_terms(_table(data, "vocabularies", lines), lines),
        taxonomies=_taxonomies(_table(data, "vocabularies", lines), lines),
        fictional=tuple(str(entry) for entry in _list(data, "fictional", lines)),
        questions=tuple(question_from(entry, _refuse(lines)) for entry in _list(data, "questions", lines)),
        fictional_lines=tuple(lines.of(str(entry)) for entry in _list(data, "fictional", lines)),
        text=text,
    )


class _Lines:
    """Finds the line of a word in the file, for messages and evidence."""

    def __init__(self, text: str) -> None:
        self._lines = text.splitlines()

    def of(self, words: str) -> int:
        """Return the first line, from 1, that holds `words`; 1 where none does."""
        return next(
            (n for n, line in enumerate(self._lines, 1) if words in line and not line.lstrip().startswith("#")), 1
        )


_MAX_DEPTH = 50
"""Of brackets: PyYAML's time grows with the square of their depth."""


def _refuse_depth(text: str) -> None:
    depth = 0
    for number, line in enumerate(text.splitlines(), 1):
        for char in line:
            depth += (char in "[{") - (char in "]}")
            if depth > _MAX_DEPTH:
                raise CorrectionsError(
                    f"brackets nested more than {_MAX_DEPTH} deep; write it flatter", path=FILE_NAME, line=number
                )


def _refuse_aliases(text: str) -> None:
    try:
        for event in yaml.parse(text, Loader=yaml.SafeLoader):
            if isinstance(event, yaml.AliasEvent):
                raise CorrectionsError(
                    "aliases (*name) are not allowed here; write the value out",
                    path=FILE_NAME,
                    line=event.start_mark.line + 1 if event.start_mark else None,
                )
    except yaml.MarkedYAMLError as error:
        line = None if error.problem_mark is None else error.problem_mark.line + 1
        raise CorrectionsError(f"not YAML: {error.problem}", path=FILE_NAME, line=line) from error
    except (yaml.YAMLError, RecursionError) as error:
        raise CorrectionsError(f"not YAML: {error}", path=FILE_NAME) from error


def _list(data: Mapping[str, Any], key: str, lines: _Lines) -> Sequence[Any]:
    value = data.get(key) or []
    if not isinstance(value, list):
        raise CorrectionsError(
            f"{key!r} holds a list, each entry on a line with `-`", path=FILE_NAME, line=lines.of(key)
        )
    return value


def _table(data: Mapping[str, Any], key: str, lines: _Lines) -> Mapping[str, Any]:
    value = data.get(key) or {}
    if not isinstance(value, dict):
        raise CorrectionsError(f"{key!r} holds `name: value` lines", path=FILE_NAME, line=lines.of(key))
    return {k: v for k, v in value.items() if k != "__line__"}


def _entry(entry: Any, known: Sequence[str], where: str, lines: _Lines) -> tuple[Mapping[str, Any], int]:
    if not isinstance(entry, dict):
        raise CorrectionsError(
            f"an entry of {where!r} is a mapping with {', '.join(known)}", path=FILE_NAME, line=lines.of(where)
        )
    line = int(entry["__line__"])
    unknown = [key for key in entry if key not in known and key != "__line__"]
    if unknown:
        raise CorrectionsError(
            f"unknown key {unknown[0]!r} in {where!r}; known are: {', '.join(known)}", path=FILE_NAME, line=line
        )
    return entry, line


def _author(entry: Any, lines: _Lines) -> AuthorRule:
    fields, line = _entry(entry, ("path", "name", "label"), "authors", lines)
    if not isinstance(fields.get("path"), str) or not (fields.get("name") or fields.get("label")):
        raise CorrectionsError(
            'an author needs a `path` and a `name` or `label`, e.g. {path: "notes/**", name: Ada Example}',
            path=FILE_NAME,
            line=line,
        )
    name, label = fields.get("name"), fields.get("label")
    return AuthorRule(fields["path"], None if name is None else str(name), None if label is None else str(label), line)


def _pair(entry: Any, where: str, lines: _Lines) -> PairRule:
    if (
        not isinstance(entry, list)
        or len(entry) < 2
        or not all(isinstance(item, str) and ":" in item for item in entry)
    ):
        raise CorrectionsError(
            f"an entry of {where!r} is a list of two or more ids, e.g. [technology:postgres, technology:postgresql]",
            path=FILE_NAME,
            line=lines.of(where),
        )
    return PairRule(tuple(entry), lines.of(entry[0]))


def _kind(value: str, line: int) -> EntityKind:
    try:
        return EntityKind(value)
    except ValueError as error:
        raise CorrectionsError(
            f"{value!r} is no kind; kinds are: {', '.join(EntityKind)}", path=FILE_NAME, line=line
        ) from error


def _hide(entry: Any, lines: _Lines) -> HideRule:
    if isinstance(entry, str):
        return HideRule(None, None, entry, lines.of(entry))
    fields, line = _entry(entry, ("document", "quote", "id"), "hide", lines)
    if not (fields.get("id") or (fields.get("document") and fields.get("quote"))):
        raise CorrectionsError("`hide` needs `document` and `quote`, or `id`", path=FILE_NAME, line=line)
    return HideRule(
        fields.get("document"), None if fields.get("quote") is None else str(fields["quote"]), fields.get("id"), line
    )


_SETTABLE = ("value", "unit", "project", "label", "direction", "before", "after", "measures")


def _outcome(entry: Any, lines: _Lines) -> OutcomeRule:
    fields, line = _entry(entry, ("document", "quote", "set"), "outcomes", lines)
    changes = fields.get("set")
    if not (fields.get("document") and fields.get("quote") and isinstance(changes, dict)):
        raise CorrectionsError("an entry of 'outcomes' needs `document`, `quote` and `set`", path=FILE_NAME, line=line)
    unknown = [key for key in changes if key not in _SETTABLE and key != "__line__"]
    if unknown:
        raise CorrectionsError(
            f"{unknown[0]!r} can't be set; possible are: {', '.join(_SETTABLE)}", path=FILE_NAME, line=line
        )
    for key, value in changes.items():
        _check_change(key, value, line)
    return OutcomeRule(
        str(fields["document"]), str(fields["quote"]), {k: v for k, v in changes.items() if k != "__line__"}, line
    )


def _refuse(lines: _Lines) -> Callable[[str, int | None], CorrectionsError]:
    def refuse(words: str, line: int | None) -> CorrectionsError:
        return CorrectionsError(words, path=FILE_NAME, line=lines.of("questions") if line is None else line)

    return refuse


_CHOICES = {"direction": ("decrease", "increase", "none"), "measures": tuple(Measures)}


def _check_change(key: str, value: Any, line: int) -> None:
    """Refuse what can't be set, so that a slip is told with its line and not met in the middle of a build."""
    if key in ("value", "before", "after"):
        is_number = isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)
        wanted = None if is_number else "a number, without its unit, e.g. 30"
    elif key in _CHOICES:
        wanted = None if value in _CHOICES[key] else f"one of {', '.join(_CHOICES[key])}"
    elif key == "project":
        wanted = None if isinstance(value, str) and value.startswith("project:") else 'an id, e.g. "project:billing"'
    elif key in ("unit", "label"):
        wanted = None if isinstance(value, str) and value else "words"
    else:
        return
    if wanted is not None:
        raise CorrectionsError(f"{key!r} takes {wanted}; {value!r} is none", path=FILE_NAME, line=line)


def _terms(table: Mapping[str, Any], lines: _Lines) -> tuple[tuple[str, Term], ...]:
    kinds = {"technologies": EntityKind.TECHNOLOGY, "practices": EntityKind.PRACTICE}
    found: list[tuple[str, Term]] = []
    for key, entries in table.items():
        if key == "files":
            continue
        if key not in kinds:
            raise CorrectionsError(
                f"unknown key {key!r} in 'vocabularies'; known are: {', '.join(kinds)}, files",
                path=FILE_NAME,
                line=lines.of(key),
            )
        try:
            found += [(key, term) for term in terms_from(entries or [], kinds[key], FILE_NAME)]
        except VocabularyError as error:
            raise CorrectionsError(error.message, path=FILE_NAME, line=error.line) from error
    return tuple(found)


def _taxonomies(table: Mapping[str, Any], lines: _Lines) -> tuple[str, ...]:
    files = table.get("files") or []
    if not isinstance(files, list) or not all(isinstance(file, str) and file for file in files):
        raise CorrectionsError(
            "'files' is a list of files below the content folder, e.g. [skills.csv]",
            path=FILE_NAME,
            line=lines.of("files"),
        )
    return tuple(file.removeprefix("./") for file in files)
