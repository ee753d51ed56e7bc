"""Finds the terms of a vocabulary in text by their written form, with Aho-Corasick: what technologies are called."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

import ahocorasick

from graph.gazetteer import Found, Term, fold, longest, within_phrase

Candidate: TypeAlias = tuple[Term, str, bool]
"""A term, one of its forms as it is listed, and whether that form needs no context."""

_URL = re.compile(
    r"(?:https?://|www\.)\S+|(?<!\S)\S[^\s@]*+@\S+\.\w+|\b[\w-]{1,63}+(?:\.[\w-]{1,63}+){0,9}\.(?:com|org|net|io|dev|me|edu|gov|ai)/\S*",
    re.IGNORECASE,
)
# "GitHub: github.com/…" labels a link.
_CONTACT = re.compile(
    r"\s{0,40}+:\s{0,40}+(?:https?://|www\.|@|[\w-]{1,63}(?:\.[\w-]{1,63}){0,9}\.[a-z]{2,6}/)", re.IGNORECASE
)
_HOSTS = frozenset({"github", "gitlab", "bitbucket"})
_HOSTED = re.compile(r"[^\[\]\n]{0,30}\]\((?:https?://)?(?:www\.)?(?P<host>\w{1,20})\.\w{2,4}/\w", re.IGNORECASE)
"""Behind a name that labels a link to a page there: "[GitHub](https://github.com/…/…)", "[Code on GitLab](…)"."""
_VERSION = re.compile(r"\d{1,2}(?:\.\d+)*(?![\w])")


class SurfaceGazetteer:
    """Finds terms as they are written, case aside unless a term says otherwise."""

    def __init__(self, terms: Sequence[Term], glued_words: Iterable[str] = ()) -> None:
        self.terms = tuple(terms)
        self._glued = frozenset(glued_words)
        self._automaton = ahocorasick.Automaton()
        forms: dict[str, list[Candidate]] = {}
        for term in terms:
            for form in (term.name, *term.aliases, *term.plain):
                for variant in _variants(form):
                    forms.setdefault(fold(variant), []).append((term, variant, form in term.plain))
        # Two letters of three of a text would be met as "C" or "R": those that stand alone are found by a pattern.
        self._letters = {key: tuple(forms.pop(key)) for key in sorted(forms) if len(key) == 1}
        self._lone_letter = re.compile(
            rf"(?:{'|'.join(map(re.escape, self._letters)) or '(?!)'})(?![^\W_])(?<![^\W_].)"
        )
        for key in sorted(forms):
            self._automaton.add_word(key, (key, tuple(forms[key])))
        if forms:
            self._automaton.make_automaton()

    def is_term(self, text: str) -> bool:
        """Return whether a text is one term and nothing else: "Java", not "Java and Go"."""
        return any(found.end - found.start == len(text) for found in self.find(text))

    def find(self, text: str) -> list[Found]:
        """Return the longest terms that stand as words in `text`, in order, none overlapping."""
        folded = fold(text)
        # Every link holds one of these; most texts hold none.
        may_link = "/" in text or "@" in text or "www." in folded
        links = [match.span() for match in _URL.finditer(text)] if may_link else []
        link_starts = [start for start, _ in links]
        found: list[Found] = []
        for start, end, key, candidates in self._met(folded):
            glued = False
            # Most of what is met are letters inside a word: told apart without a call.
            if (start and folded[start - 1].isalnum() and key[0] != ".") or not _left_edge(folded, start, key):
                continue
            if not _right_edge(folded, end, key):
                glued = len(key) >= 5 and self._is_glued(folded, end)
                if not glued:
                    continue
            # Links don't overlap: only the last that begins before the end can reach the start.
            behind = bisect_left(link_starts, end)
            if (behind and start < links[behind - 1][1]) or _CONTACT.match(text, end):
                continue
            if key in _HOSTS and (hosted := _HOSTED.match(folded, end)) is not None and hosted["host"] == key:
                continue
            for term, form, plain in candidates:
                written = text[start:end]
                if len(form) <= 2 and written != form:
                    continue
                other_case = term.case_exact and not plain and written != form
                guarded = bool(term.context) and not plain
                if glued and (guarded or term.case_exact):
                    continue
                if term.unless and within_phrase(folded, start, end, term.unless):
                    continue
                found.append(Found(term, start, end, guarded, glued, other_case))
                break
        return longest(found)

    def _met(self, folded: str) -> Iterator[tuple[int, int, str, tuple[Candidate, ...]]]:
        """Yield each place whose letters are those of a term, inside words too, but for terms of one letter."""
        if len(self._automaton):
            for last, (key, candidates) in self._automaton.iter(folded):
                yield last + 1 - len(key), last + 1, key, candidates
        for match in self._lone_letter.finditer(folded):
            yield match.start(), match.end(), match.group(), self._letters[match.group()]

    def split(self, text: str) -> list[Found]:
        """Return the terms of which `text` consists with nothing but spaces between them, the fewest that do; else nothing.

        Each is written in its own case, as tags are that a page's style alone sets apart: "ReactDjangoPostgreSQL".
        """
        folded = fold(text)
        ways: dict[int, list[Found]] = {0: []}  # Terms come in the order of their ends.
        for last, (key, candidates) in self._automaton.iter(folded) if len(self._automaton) else ():
            start, end = last + 1 - len(key), last + 1
            before = ways.get(start)
            if before is None and start and folded[start - 1] == " ":
                before = ways.get(len(folded[:start].rstrip()))
            if before is None or (end in ways and len(ways[end]) <= len(before) + 1):
                continue
            term = next((t for t, form, _ in candidates if len(form) > 1 and text[start:end] == form), None)
            if term is not None:
                ways[end] = [*before, Found(term, start, end, False, glued=True)]
        return ways.get(len(folded), [])

    def _is_glued(self, folded: str, end: int) -> bool:
        stop = end
        while stop < len(folded) and folded[stop].isalpha():
            stop += 1
        return folded[end:stop] in self._glued


def _variants(form: str) -> list[str]:
    spellings = [form]
    if " " in form:
        spellings.append(form.replace(" ", "-"))
        if len(form) > 6:
            spellings.append(form.replace(" ", ""))
    elif split := re.fullmatch(r"([A-Z][a-z]{3,})(DB|SQL|MQ|JS)", form):
        spellings.append(f"{split[1]} {split[2]}")
    elif "-" in form:
        spellings.append(form.replace("-", " "))
    return spellings


def _left_edge(folded: str, start: int, key: str) -> bool:
    if start == 0:
        return True
    before = folded[start - 1]
    if key[0] == ".":
        return not before.isalnum() or before == " "
    if before == "#":  # "#Python #pandas" are tags; "C#Python" is none.
        return start == 1 or folded[start - 2].isspace()
    return not (before.isalnum() or before in "_@$") and not (
        before == "." and start > 1 and folded[start - 2].isalnum()
    )


def _right_edge(folded: str, end: int, key: str) -> bool:
    if end == len(folded):
        return True
    after = folded[end]
    if after.isdigit() and key[-1].isalpha() and len(key) >= 4:
        return _VERSION.match(folded, end) is not None
    if after.isalnum() or after in "_#" or (after == "+" and folded[end : end + 2] == "++"):
        return False
    return not (after == "." and end + 1 < len(folded) and folded[end + 1].isalpha())
