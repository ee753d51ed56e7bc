"""What site generators and note apps add to Markdown: shortcodes, callouts, attributes, comments, links in front matter.

Hugo, Jekyll, MkDocs, Obsidian and Quartz, by their own documentation. Nothing is changed in the text: lines that hold
marks alone are passed over, and a block begins behind its mark or ends before it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from graph.documents import Block, BlockKind, Span

_MARKS_ALONE = re.compile(
    r"\{\{[<%].{0,500}[>%]\}\}"  # Hugo's shortcodes
    r"|\{%.{0,500}%\}"  # Jekyll's tags
    r"|\{:.{0,200}\}"  # kramdown's attributes
    r"|(?:!!!|\?\?\?\+?)\s[\w-]{1,30}(?:\s\".{0,200}\")?"  # MkDocs' admonitions
    r"|===[+!]?\s\".{0,200}\""  # … and tabs
    r"|%%.{0,500}%%"  # Obsidian's comments
    r"|!\[\[.{0,300}\]\]"  # … and embedded files
    r"|\*\[[\w .-]{1,40}\]:.{0,300}"  # abbreviations
    r"|<!--more-->"
)
_CODE_OPENS = re.compile(r"\{%-?\s{0,3}highlight\b|\{\{[<%]\s{0,3}highlight\b")
_CODE_CLOSES = re.compile(r"\{%-?\s{0,3}endhighlight\b|\{\{[<%]\s{0,3}/\s?highlight\b")
_CALLOUT = re.compile(r"\[![\w-]{2,30}\][+-]?[ \t]*")
_ATTRIBUTES = re.compile(r"(?<![ \t])[ \t]{0,20}\{:?[ \t]?[#.][\w #.:=\"'-]{0,100}\}[ \t]{0,20}$")
_WIKI_VALUE = re.compile(r"\[\[(?P<page>[^\[\]|#]{1,120})(?:#[^\[\]|]{0,80})?(?:\|(?P<shown>[^\[\]]{1,120}))?\]\]")
_TOML_TABLE = re.compile(r"\[\[?[ \t]*(?P<name>[\w.-]{1,80})[ \t]*\]\]?[ \t]*(?:#.*)?$")
_TOML_PAIR = re.compile(r"(?P<key>[\w-]{1,60})[ \t]*=[ \t]*(?P<values>\[.*\]|\"[^\"\\]*\"|'[^']*')[ \t]*(?:#.*)?$")
_TOML_TEXT = re.compile(r"\"([^\"\\]*)\"|'([^']*)'")


def told_lines(text: str, lines: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return those of a block's lines (start, end) that hold words of the author, without the marks before and behind them."""
    told, in_code = [], False
    for start, end in lines:
        words = text[start:end]
        if _CODE_CLOSES.search(words):
            in_code = False
            continue
        in_code = in_code or _CODE_OPENS.search(words) is not None
        if in_code or _MARKS_ALONE.fullmatch(words):
            continue
        callout = _CALLOUT.match(words)
        begin = start + (callout.end() if callout else 0)
        if begin < end:
            told.append((begin, end))
    return told


_SPAN_OF_TIME = r"\d{1,2}\s[^\W\d_]{2,8}\.?(?:\s(?:e\s|y\s|et\s|und\s|and\s)?\d{1,2}\s[^\W\d_]{2,8}\.?)?"
_SAYS_HOW_LONG = re.compile(rf"{_SPAN_OF_TIME}|[^\n(]{{4,60}}\d{{4}}[^\n(]{{0,40}}(?:\({_SPAN_OF_TIME}\))?")
_PLACE_LINE = re.compile(r"[^\W\d_][^\d.;:!?\n]{2,70}")


def fenced_entry(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return what stands between the marks of a fence as paragraphs (start, end) if it is the body of a career's entry; else nothing.

    Converters from PDF fence what stands below a heading in LinkedIn's profiles: its first line is then dates with both
    ends, or how long it lasted, the second may be a place, the rest running text.
    """
    lines = [match.span() for match in re.finditer(r"\S[^\n]*", text[start:end])]
    words = [text[start + a : start + b].rstrip() for a, b in lines]
    if not words or _SAYS_HOW_LONG.fullmatch(words[0]) is None or not _lasts(words[0]):
        return []
    heads = 2 if len(words) > 1 and "," in words[1] and _PLACE_LINE.fullmatch(words[1]) else 1
    found = [(start + a, start + a + len(word)) for (a, _), word in zip(lines[:heads], words, strict=False)]
    if len(lines) > heads:
        found.append((start + lines[heads][0], start + lines[-1][0] + len(words[-1])))
    return found


def _lasts(words: str) -> bool:
    """Return whether a line holds how long something lasted, or two ends of a period: "2 years 8 months", "May 2019 - Present"."""
    return re.fullmatch(_SPAN_OF_TIME, words) is not None or re.search(r"\d{4}\s[–—-]\s", words) is not None


def without_attributes(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the place of a heading's words without the attributes behind them: "Ledger { #ledger .big }"."""
    match = _ATTRIBUTES.search(text, start, end)
    return (start, end) if match is None else (start, match.start())


def unlinked(text: str, blocks: Sequence[Block]) -> list[Block]:
    """Return fields whose value is one wiki link with the link's words alone: "[[Acme|the Acme]]" is "the Acme"."""
    found = []
    for block in blocks:
        match = _WIKI_VALUE.fullmatch(text, block.span.start, block.span.end)
        if match is not None and block.kind is BlockKind.FIELD:
            place = match.span("shown" if match["shown"] else "page")
            block = replace(block, span=Span(block.span.document_id, *place))
        found.append(block)
    return found


def unlinked_values(metadata: Mapping[str, str]) -> dict[str, str]:
    """Return metadata whose values are wiki links with the links' words alone."""
    return {key: _WIKI_VALUE.sub(lambda link: link["shown"] or link["page"], value) for key, value in metadata.items()}


def toml_fields(text: str, start: int, end: int, document_id: str) -> list[Block]:
    """Return the texts of a front matter in TOML as fields, keyed by table and name, where they stand on one line each.

    The caller has parsed it: what is found here is written there. Texts with escapes or on several lines are left out.
    """
    found: list[Block] = []
    table, position = "", start
    for line in text[start:end].splitlines(keepends=True):
        bare = line.strip()
        begin = position + (line.index(bare) if bare else 0)
        position += len(line)
        if (head := _TOML_TABLE.match(bare)) is not None and "=" not in bare:
            table = f"{head['name'].casefold()}."
        elif (pair := _TOML_PAIR.match(bare)) is not None:
            texts = list(_TOML_TEXT.finditer(pair["values"]))
            for number, match in enumerate(texts):
                group = 1 if match[1] is not None else 2
                at = begin + pair.start("values")
                key = f"{table}{pair['key'].casefold()}" + (f"[{number}]" if pair["values"][0] == "[" else "")
                if match[group]:
                    span = Span(document_id, at + match.start(group), at + match.end(group))
                    found.append(Block(BlockKind.FIELD, span, 0, key))
    return found
