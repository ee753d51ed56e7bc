"""Reads what a user typed into a SearchQuery. Knows no corpus: names and filter values are looked up later (names.py).

query   := item*                    items side by side must all be met
item    := any (OR any)*            OR joins its two neighbours
any     := sign (AND sign)*         AND joins closer than OR
sign    := [+ | - | NOT] primary
primary := word | micro* | "some words" | field:value | field:"some words" | ( query )
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from index.analyzers import Term, terms
from index.errors import QueryBudgetError
from index.parsing.clauses import as_node, check_size, need_of, signed
from index.parsing.comparisons import read_comparison
from index.parsing.field_names import near_field
from index.parsing.figure_phrases import read_figure_phrase
from index.parsing.ranges import RANGE_FIELDS, read_range
from index.parsing.time_phrases import read_time_phrase
from index.query import (
    FUNCTION_WORDS,
    MAX_CHARACTERS,
    MAX_DEPTH,
    MAX_TOKENS,
    MIN_PREFIX_LETTERS,
    Clause,
    Filter,
    Group,
    Need,
    Note,
    Operator,
    Phrase,
    Prefix,
    Range,
    SearchQuery,
    Word,
)  # fmt: skip
from index.schema import QUERY_FIELDS

_QUOTES = '"“”„'
_LEXEME = re.compile(
    rf"""(?P<open>\()|(?P<close>\))
    |(?P<sign>(?<![^\s(])[+-](?=[^\s\d+)-]))
    |(?P<field>(?<![^\s(+-])[A-Za-z]+:(?=[{_QUOTES}]))
    |(?P<quote>[{_QUOTES}](?P<quoted>[^{_QUOTES}]*)(?P<end>[{_QUOTES}]?))
    |(?P<bare>[^\s(){_QUOTES}]+)""",
    re.VERBOSE,
)
_FIELD = re.compile(r"\A([A-Za-z]+):(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Lexeme:
    kind: str
    text: str
    start: int
    end: int
    quoted: str = ""


def parse_query(text: str) -> SearchQuery:
    """Return the query that `text` says; what can't be read becomes words, and a note says so.

    Raises QueryBudgetError where it is longer, deeper or wider than one search may be.
    """
    if len(text) > MAX_CHARACTERS:
        raise QueryBudgetError(f"the query has {len(text)} characters; shorten it to at most {MAX_CHARACTERS}")
    parser = _Parser(text)
    clauses = parser.clauses()
    check_size(clauses)
    return SearchQuery(text=text, clauses=tuple(clauses), notes=tuple(parser.notes))


class _Parser:
    def __init__(self, text: str) -> None:
        self.text, self.notes, self.place = text, list[Note](), 0
        self.lexemes = [
            _Lexeme(found.lastgroup if found.lastgroup not in ("quoted", "end") else "quote",  # type: ignore[arg-type]
                    found.group(), found.start(), found.end(), found.group("quoted") or "")
            for found in _LEXEME.finditer(text)
        ]  # fmt: skip
        if len(self.lexemes) > MAX_TOKENS:
            raise QueryBudgetError(f"the query has {len(self.lexemes)} parts; leave at most {MAX_TOKENS}")

    # ------------------------------------------------------------ grammar

    def clauses(self) -> list[Clause]:
        """Return the whole query; a closing parenthesis too many is skipped."""
        found = self._sequence(depth=0)
        while self.place < len(self.lexemes):
            self._note(
                self.lexemes[self.place].text, "repaired", "a closing parenthesis without an opening one was ignored"
            )
            self.place += 1
            found += self._sequence(depth=0)
        return found

    def _sequence(self, depth: int) -> list[Clause]:
        found: list[Clause] = []
        while (lexeme := self._peek()) is not None and lexeme.kind != "close":
            found = self._compared(lexeme, found) or found + self._alternatives(depth)
        return found

    def _compared(self, lexeme: _Lexeme, before: list[Clause]) -> list[Clause]:
        """Return the clauses with the comparison in words that begins here; none where none does."""
        plain = tuple(c.node.text for c in before if isinstance(c.node, Word) and c.need is Need.SHOULD)
        found = read_comparison(self.text, lexeme.start, plain) if lexeme.kind == "bare" else None
        if found is None:
            return self._figure(lexeme, before)
        while (inside := self._peek()) is not None and inside.start < found.end:
            self.place += 1
        if found.replaces:
            place = max(n for n, c in enumerate(before) if isinstance(c.node, Word) and c.need is Need.SHOULD)
            before[place] = Clause(before[place].node, Need.MAY)
        return [*before, Clause(self._or_said(found.wanted) if found.is_written_out else found.wanted, Need.SHOULD)]

    def _or_said(self, wanted: Range) -> Group:
        """Return what is met by such a figure or by the very words."""
        return Group(Operator.ANY, (wanted, as_node(self._words(wanted.source), wanted.source)), wanted.source)

    def _figure(self, lexeme: _Lexeme, before: list[Clause]) -> list[Clause]:
        """Return the clauses with the time or figure that is said here: the very words, or what went on then; none where none is."""
        if lexeme.kind != "bare":
            return []
        found = read_time_phrase(self.text, lexeme.start) or read_figure_phrase(self.text, lexeme.start)
        if found is None:
            return []
        while (inside := self._peek()) is not None and inside.start < found.end:
            self.place += 1
        return [*before, Clause(self._or_said(found.wanted), Need.SHOULD)]

    def _alternatives(self, depth: int) -> list[Clause]:
        first = self._peek()
        members = [self._conjunction(depth)]
        while self._take_operator("OR"):
            members.append(self._conjunction(depth))
        kept = [as_node(clauses, self._source(first)) for clauses in members if clauses]
        if len(kept) < 2:
            return next((clauses for clauses in members if clauses), [])
        return [Clause(Group(Operator.ANY, tuple(kept), self._source(first)), Need.SHOULD)]

    def _conjunction(self, depth: int) -> list[Clause]:
        found, joined = self._signed(depth), False
        while self._take_operator("AND"):
            joined = True
            found = found + self._signed(depth)
        if not joined:
            return found
        return [Clause(c.node, Need.MUST if c.need in (Need.SHOULD, Need.MAY) else c.need) for c in found]

    def _signed(self, depth: int) -> list[Clause]:
        lexeme = self._peek()
        if lexeme is None or lexeme.kind == "close":
            return []
        sign = ""
        if lexeme.kind == "sign":
            sign, self.place = lexeme.text, self.place + 1
        elif lexeme.kind == "bare" and lexeme.text == "NOT" and self._peek(1) is not None:
            sign, self.place = "-", self.place + 1
        elif lexeme.kind == "bare" and lexeme.text in ("AND", "OR", "NOT"):
            self.place += 1
            self._note(lexeme.text, "ignored", f"{lexeme.text} joins nothing here and was ignored")
            return []
        return signed(sign, self._primary(depth), self._source(lexeme))

    def _primary(self, depth: int) -> list[Clause]:
        lexeme = self._peek()
        if lexeme is None or lexeme.kind == "close":
            return []
        self.place += 1
        if lexeme.kind == "open":
            return self._parenthesis(lexeme, depth + 1)
        if lexeme.kind == "quote":
            return self._quoted(lexeme)
        if lexeme.kind == "field":
            value = self._peek()
            assert value is not None  # the pattern looks ahead to a quote
            self.place += 1
            return self._filter(lexeme.text[:-1], value.quoted, self.text[lexeme.start : value.end])
        if lexeme.kind == "sign":
            return []
        field = _FIELD.fullmatch(lexeme.text)
        if field is not None and not field[2].startswith("//"):
            return self._filter(field[1], field[2], lexeme.text)
        return self._words(lexeme.text)

    def _parenthesis(self, opening: _Lexeme, depth: int) -> list[Clause]:
        if depth > MAX_DEPTH:
            raise QueryBudgetError(f"parentheses are nested more than {MAX_DEPTH} deep; flatten the query")
        inner = self._sequence(depth)
        if self._peek() is None:
            self._note("(", "repaired", "a missing closing parenthesis was added at the end")
        else:
            self.place += 1
        source = self._source(opening)
        return [Clause(as_node(inner, source), need_of(inner))] if inner else []

    # ------------------------------------------------------------ words, phrases, filters

    def _quoted(self, lexeme: _Lexeme) -> list[Clause]:
        if not (len(lexeme.text) > 1 and lexeme.text[-1] in _QUOTES):
            self._note(lexeme.text[:1], "repaired", "a missing quotation mark was added at the end")
        found = [part.text for term in terms(lexeme.quoted) for part in term.parts]
        if not found:
            self._note(lexeme.text, "ignored", "an empty pair of quotation marks was ignored")
            return []
        if len(found) > 1:
            return [Clause(Phrase(tuple(found), lexeme.text), Need.MUST)]
        return [Clause(Word(found[0], (found[0],), lexeme.text, exact=True), Need.MUST)]

    def _filter(self, name: str, value: str, source: str) -> list[Clause]:
        known = QUERY_FIELDS.get(name.casefold())
        if name.casefold() in RANGE_FIELDS:
            return self._range(name.casefold(), value, source)
        if known is None:
            meant = near_field(name.casefold())
            how = f"so {source} was read as words" if meant is None else f"so {source} was read as {meant}:{value}"
            there_are = f"; filters are {', '.join((*QUERY_FIELDS, *RANGE_FIELDS))}" if meant is None else ""
            self._note(source, "repaired", f"“{name}:” is no filter, {how}{there_are}")
            return self._words(f"{name} {value}") if meant is None else self._filter(meant, value, source)
        if not value.strip():
            self._note(
                source,
                "ignored",
                f"“{name}:” says nothing to filter by and was ignored; write {name}:VALUE without a space",
            )
            return []
        return [Clause(Filter(known, value.strip(), source), Need.MUST)]

    def _range(self, name: str, value: str, source: str) -> list[Clause]:
        following = self._peek()
        if value.endswith(("<", ">", "=")) and following is not None and following.kind == "bare":
            # "money:> $100k": the number behind the space is meant.
            self.place += 1
            value, source = value + following.text, f"{source} {following.text}"
        read = read_range(name, value, source)
        if isinstance(read, str):
            self._note(source, "repaired", read)
            return self._words(value)
        return [Clause(read, Need.MUST)]

    def _words(self, text: str) -> list[Clause]:
        if text.endswith("*") and (letters := [*terms(text.rstrip("*"))]):
            before = [_word_clause(term, text) for term in letters[:-1]]
            return [*before, Clause(_prefix(letters[-1].text, text), Need.SHOULD)]
        found = [_word_clause(term, text) for term in terms(text)]
        if not found:
            self._note(text, "ignored", f"{text} holds no word to search for and was ignored")
        return found

    # ------------------------------------------------------------ reading on

    def _peek(self, ahead: int = 0) -> _Lexeme | None:
        return self.lexemes[self.place + ahead] if self.place + ahead < len(self.lexemes) else None

    def _take_operator(self, name: str) -> bool:
        lexeme, after = self._peek(), self._peek(1)
        if lexeme is None or lexeme.kind != "bare" or lexeme.text != name or after is None or after.kind == "close":
            return False
        self.place += 1
        return True

    def _source(self, first: _Lexeme | None) -> str:
        """Return the query's text from `first` to what was read last."""
        if first is None or self.place == 0:
            return ""
        return self.text[first.start : max(first.end, self.lexemes[self.place - 1].end)]

    def _note(self, text: str, kind: str, message: str) -> None:
        self.notes.append(Note(text, kind, message))


def _word_clause(term: Term, text: str) -> Clause:
    parts = tuple(part.text for part in term.parts)
    return Clause(
        Word(term.text, parts, text[term.start : term.end]), Need.MAY if term.text in FUNCTION_WORDS else Need.SHOULD
    )


def _prefix(letters: str, source: str) -> Prefix:
    if len(letters) < MIN_PREFIX_LETTERS:
        raise QueryBudgetError(
            f"{source} would match too many words; write at least {MIN_PREFIX_LETTERS} letters before the *"
        )
    return Prefix(letters, source)
