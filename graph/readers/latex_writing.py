"""Writes the lines of a LaTeX file while it walks over the nodes that pylatexenc parsed. Opens no file and parses nothing.

Asked by latex_files.py; what macros mean stands in latex_macros.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from pylatexenc.latexwalker import (
    LatexCharsNode,
    LatexCommentNode,
    LatexEnvironmentNode,
    LatexGroupNode,
    LatexMacroNode,
    LatexMathNode,
    LatexSpecialsNode,
)

from graph.readers.date_words import is_date
from graph.readers.latex_calls import call_written, is_contact, with_dates_joined
from graph.readers.latex_macros import (
    BOLD,
    BREAKS,
    COLUMNS,
    ENTRIES,
    HEADINGS,
    LARGE,
    LAST_ONLY,
    LISTS,
    METADATA,
    SILENT,
    SILENT_ENVIRONMENTS,
    SLANTED,
    SPACES,
    TABLES,
    WRITTEN,
    entry_lines,
)
from graph.readers.latex_nodes import (
    argument_nodes,
    groups_behind,
    holds_blocks,
    is_large,
    is_length,
    is_unknown,
    stands_alone,
)
from graph.readers.latex_words import ACCENTS, LatexWords
from graph.readers.styled_lines import StyledLine, table_row

_MAX_DEPTH = 60
_BROKEN = "\x1f"
_LENGTH = re.compile(r"[-+]?\d{0,3}\.?\d{0,4} ?(?:pt|em|ex|in|cm|mm)")
"""What a macro of a length leaves: `\\itemsep -3pt`."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(slots=True)
class LatexWriting:
    """Gathers lines while it walks over the nodes."""

    reads: LatexWords
    own_headings: frozenset[str] = frozenset()
    """Macros of the file's own that set sections' titles."""
    lines: list[StyledLine] = field(default_factory=list)
    _line: list[tuple[str, bool]] = field(default_factory=list)
    """Pieces of the open line, each with whether it is bold."""
    _item: int | None = None
    """Level of the list item that is open, or None."""
    _lists: int = 0
    _bold: int = 0
    _large: bool = False
    """Whether something on the open line is set in the size of a name."""
    _depth: int = 0

    def nodes(self, nodes: Iterable[Any] | None) -> None:
        """Write a list of nodes."""
        if self._depth > _MAX_DEPTH:
            raise RecursionError
        self._depth += 1
        waiting = list(nodes or ())
        place = 0
        while place < len(waiting):
            node, place = waiting[place], place + 1
            given, behind = groups_behind(waiting, place) if is_unknown(node) else ([], place)
            if getattr(node, "macroname", "") == "name" and (more := groups_behind(waiting, place))[0]:
                given, behind = [*self.reads.braced(node), *more[0]], more[1]
            if len(given) > 1 or (given and stands_alone(waiting, place - 1, behind)):
                self._call(node.macroname, given)
                place = behind
            else:
                self._node(node)
                if given and is_date(self.reads.plain(given[0])):  # `\years{2019--2021}Cook, Acme`
                    self._node(given[0])
                    self._put("    ")
                    place = behind
        self._depth -= 1

    def flush(self) -> None:
        """End the open line."""
        pieces, self._line = self._line, []
        large, self._large = self._large, False
        text = re.sub(r"[ \t]*\n[ \t\n]*|[ \t]{2,}(?! )", _kept, "".join(piece for piece, _ in pieces)).strip(" \n")
        text = re.sub(r" {5,}", "    ", text)
        text = text if self._item is not None else text.replace(_BROKEN, " ")
        if not text or _LENGTH.fullmatch(text):
            return
        if self._item is not None:
            item, *behind = text.split(_BROKEN)
            # What stands behind a break and is set apart with its dates is the next entry, of a list that never ended.
            own = [line for line in behind if "    " in line.strip() and _YEAR.search(line)]
            words = " ".join(" ".join([item, *(line for line in behind if line not in own)]).split())
            if words:
                self.lines.append(StyledLine("  " * self._item + "• " + words))
            self.lines.extend(StyledLine(line.strip()) for line in own)
            self._item = None
            return
        if large and self._may_name(text):
            self.lines.insert(0, StyledLine(text, heading=1))
            return
        is_bold = all(bold for piece, bold in pieces if piece.strip()) and len(text.split()) <= 10
        self.lines.append(StyledLine(text, is_bold=is_bold))

    def _may_name(self, words: str) -> bool:
        """Return whether words in the largest size are the author's name: no heading stands above them."""
        is_short = len(words.split()) <= 5 and not any(mark.isdigit() for mark in words)
        return is_short and not any(line.heading for line in self.lines)

    def _node(self, node: Any) -> None:
        if isinstance(node, LatexCharsNode):
            self._chars(node.chars)
        elif isinstance(node, LatexCommentNode):
            return
        elif isinstance(node, LatexGroupNode):
            bold = self._bold
            self.nodes(node.nodelist)
            self._bold = bold
        elif isinstance(node, LatexEnvironmentNode):
            self._environment(node)
        elif isinstance(node, LatexMacroNode):
            self._macro(node)
        elif isinstance(node, (LatexMathNode, LatexSpecialsNode)):
            if getattr(node, "specials_chars", "") == "\n\n":
                self._paragraph_end()
            else:
                self._put(self.reads.rendered(node))

    def _chars(self, chars: str) -> None:
        if not self._line and chars.startswith("[") and self.lines and self.lines[-1].heading:
            chars = chars[1:].replace("]", "", 1)  # `\\subsection{Employer}[Place]`
        for place, piece in enumerate(re.split(r"\n[ \t]*\n\s*", chars)):
            if place:
                self._paragraph_end()
            self._put(re.sub(r"\s+", " ", piece))

    def _put(self, words: str) -> None:
        self._line.append((words, self._bold > 0))

    def _opens_bold(self) -> bool:
        """Return whether the open line is bold words and a space: what is slanted behind them is another thing."""
        words = [bold for piece, bold in self._line if piece.strip()]
        return bool(words) and all(words) and self._line[-1] == (" ", False)

    def _paragraph_end(self) -> None:
        self.flush()
        if self.lines and self.lines[-1].text and not self._lists:
            self.lines.append(StyledLine(""))

    def _environment(self, node: Any) -> None:
        name = node.environmentname.rstrip("*")
        if name in SILENT_ENVIRONMENTS:
            return
        self.flush()
        given, behind = groups_behind(node.nodelist, 0)
        if name in HEADINGS and given:
            self.lines.extend((StyledLine(""), StyledLine(self.reads.plain(given[0]), heading=HEADINGS[name])))
            # A group may open the text below: `\\begin{rSection}{Experience} {\\bf Acme} \\hfill 2019`.
            self.nodes(node.nodelist[node.nodelist.index(given[0]) + 1 :])
            self.flush()
        elif name in COLUMNS and given:
            widths = [group for place, group in enumerate(given) if not place or is_length(group)]
            self.nodes(node.nodelist[node.nodelist.index(widths[-1]) + 1 :])
            self.flush()
        elif name in TABLES:
            self._table(node.nodelist)
        elif name in LISTS:
            if len(given) > 1:
                self._call(name, given)
            self._lists += 1
            self.nodes(node.nodelist[behind if len(given) > 1 else 0 :])
            self.flush()
            self._lists -= 1
        else:
            self.nodes(node.nodelist)
            self.flush()
        self._item = None

    def _macro(self, node: Any) -> None:
        name = node.macroname
        if name in SILENT:
            return
        if name in SLANTED and self._item is None and self._opens_bold():
            self._line[-1:] = [(", ", False)]
        if name in LARGE or (name in BOLD and is_large([node])):
            self._large = True
        if name in HEADINGS or name in self.own_headings:
            self.flush()
            words = " ".join(self.reads.arguments(node)[-1:])
            if words:
                self.lines.extend((StyledLine(""), StyledLine(words, heading=HEADINGS.get(name, 2))))
        elif name in ENTRIES and not (name == "location" and self.reads.text(node).rstrip().endswith(":")):
            self._entry(node)
        elif name == "item":
            self.flush()
            self._item = max(0, self._lists - 1)
            label = " ".join(self.reads.plain(one) for one in argument_nodes(node))
            self._put(f"{label.rstrip(':')}: " if label.strip("•*-–·: ") else "")
        elif name in BREAKS:
            if self._item is None:
                self.flush()
            else:
                self._put(_BROKEN)
        elif name in SPACES:
            self._put("    ")
        elif name in LAST_ONLY or name == "url":
            self.nodes(argument_nodes(node)[-1:])
        elif name in self.reads.words:
            self._put(self.reads.words[name])
        elif name in WRITTEN:
            self._put(WRITTEN[name])
        elif name in BOLD:
            arguments = argument_nodes(node)
            self._bold += 1
            self.nodes(arguments)
            # `\bfseries` holds until its group ends, and has no argument.
            self._bold -= 1 if arguments else 0
        elif arguments := argument_nodes(node):
            if len(arguments) > 1 and name not in METADATA and name not in ACCENTS:
                self._call(name, arguments)
            elif holds_blocks(arguments):
                self.nodes(arguments)
            else:
                self._put(self.reads.text(node))
        else:
            self._put(self.reads.text(node))

    def _call(self, macro: str, arguments: Sequence[Any]) -> None:
        """Write what a macro that no table knows is given."""
        called = call_written(
            macro, [self.reads.plain(one) for one in arguments], [holds_blocks([one]) for one in arguments]
        )
        if called.is_inline and self._line:
            self._put(called.lines[0])
            return
        self.flush()
        self._item = None
        lines = [StyledLine(line, heading=0 if place else called.heading) for place, line in enumerate(called.lines)]
        if called.heading == 1 and not any(line.heading == 1 for line in self.lines):
            self.lines[:0] = lines  # The author's name, wherever the template wants it.
        else:
            self.lines.extend(lines)
        if called.text is not None:
            self.nodes([arguments[called.text]])
            self.flush()
        if called.is_entry:
            self.lines.append(StyledLine(""))

    def _entry(self, node: Any) -> None:
        self.flush()
        arguments = self.reads.braced(node) if node.macroname == "name" else argument_nodes(node)
        for line, is_item, place in entry_lines(node.macroname, [self.reads.plain(argument) for argument in arguments]):
            if place is not None:
                # A description may hold a list of its own.
                if holds_blocks([arguments[place]]):
                    self.nodes([arguments[place]])
                    self.flush()
                    continue
                self._item = 0 if is_item else None
                self._put(line)
                self.flush()
            else:
                self.lines.append(StyledLine(line))
        if ENTRIES[node.macroname] == "entry":
            self.lines.append(StyledLine(""))

    def _table(self, nodes: Iterable[Any]) -> None:
        """Write rows of pipes; a row with one filled cell, or of two for name and date, is a line."""
        rows: list[list[list[Any]]] = [[[]]]
        for node in nodes or ():
            if isinstance(node, LatexSpecialsNode) and node.specials_chars == "&":
                rows[-1].append([])
            elif isinstance(node, LatexMacroNode) and node.macroname in ("\\", "tabularnewline"):
                rows.append([[]])
            else:
                rows[-1][-1].append(node)
        written = [[" ".join("".join(map(self.reads.text, cell)).split()) for cell in row] for row in rows]
        for row, words in zip(rows, with_dates_joined(written), strict=True):
            if any(holds_blocks(cell) for cell in row):
                for cell in row:
                    self.nodes(cell)
                    self.flush()
                continue
            filled = [word for word in words if word]
            if len(filled) == 2 and is_contact(filled[1]):
                is_name = is_large(row[0]) and self._may_name(filled[0])
                self.lines.extend((StyledLine(filled[0], heading=int(is_name)), StyledLine(filled[1])))
            elif len(filled) <= 2:
                self.lines.append(StyledLine("    ".join(filled)))
            elif (found := table_row(words)) is not None:
                self.lines.append(found)


def _kept(match: re.Match[str]) -> str:
    return " " if "\n" in match.group() or len(match.group()) < 4 else "    "
