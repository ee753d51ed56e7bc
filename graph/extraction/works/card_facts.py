"""Reads the facts of a line below a title: for whom, as what, when. "Client: Ostrava Health · 2021 · Role: UX designer"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.documents import Block, BlockKind, Span
from graph.extraction.dates.dates import find_periods
from graph.extraction.heads.fact_labels import fact_of_label
from graph.extraction.heads.places import is_place
from graph.extraction.heads.words import is_companylike, is_title
from graph.extraction.keyed.values import is_date, is_name_of_somebody
from graph.extraction.reading import Reading
from graph.extraction.works.card_titles import APART, LONGEST_TITLE, may_be_title
from graph.model import DateRange

_LONGEST = 180
"""Characters of a line of facts; a longer one is a sentence."""
BOLD_LINE = 6
"""The level of headings that are lines in bold letters."""
_COMMAS = re.compile(r",[ \t]{1,9}")
_LABELLED = re.compile(
    r"[*_]{0,3}(?P<label>[^\W\d_][\w /-]{1,24}?)[*_]{0,3}(?:[ \t]{0,9}:[*_]{0,3}[ \t]{1,9}|[ \t]{0,9}\.{3,60}[ \t]{0,9})(?=\S)"
)
_FOR = re.compile(
    r"(?:(?:[^\W\d_]{1,20}+[ \t]{1,9}){0,2}(?:[Ff]or|[Ff]ür|[Pp]our|[Pp]ara|[Pp]er|[Vv]oor)|[Aa]t|[Ww]ith|@|[Bb]ei|[Cc]hez|[Bb]ij)[ \t]{1,9}(?:the[ \t]{1,9})?(?=[A-ZÀ-ÖØ-Þ])"
)
"""Before a client's name: "Freelance for Acme Transit"."""
_FOR_SOMEBODY = re.compile(r"[ \t]{1,9}(?:for|für|pour|para|per|voor)[ \t]{1,9}(?=[a-zà-ÿ])")
"""Behind a name, where it is told whom a studio worked for: "Salt & Ladder for a hospital group"."""
_KIND_OF_FACT = {"employer": "client", "title": "post", "period": "period", "start": "period"}
_KIND_OF_LABEL = {
    **dict.fromkeys(
        "for client customer brand commissioned_by kunde auftraggeber für client pour cliente para per opdrachtgever klant voor".split(),
        "client",
    ),
    **dict.fromkeys("as role my_role als rolle rôle rol ruolo como como_papel".split(), "post"),
    **dict.fromkeys(
        "when year years timeline timeframe dates wann zeitraum quand cuándo quando wanneer".split(), "period"
    ),
}
"""Labels of cards that would say nothing in a form."""
_WHEN_AND_WHERE = frozenset("when where wann wo quand où cuándo cuando dónde donde quando dove wanneer waar".split())
_OTHER_LABELS = re.compile(
    r"(?i)(?:team|team size|platform|platforms|duration|location|place|industry|sector|type|status|budget|services?|scope|deliverables?|tools?|stack|tech|technologies|"
    r"with|methods?|teamgröße|branche|ort|secteur|équipe|durée|lieu|sector|equipo|duración|lugar)"
)
"""Labels of what else stands among the facts of a piece of work."""


def is_client_label(label: str) -> bool:
    """Return whether what stands behind a label is a client: "Auftraggeber", "Commissioned by"."""
    return _KIND_OF_LABEL.get(label.replace(" ", "_")) == "client"


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact of a card."""

    kind: str
    """client, post or period."""
    span: Span
    period: DateRange | None = None
    commissioned: bool = False
    """A label says that it is a client, not just an employer."""


def may_be_facts(reading: Reading, block: Block) -> bool:
    """Return whether a block's kind and length, and the sign at its end, allow that it consists of facts."""
    text = reading.quote(block.span)
    # A bold line was taken for a heading: "**Acme Council, 2022**" below one.
    return (
        block.kind is not BlockKind.CODE
        and (block.kind is not BlockKind.HEADING or block.level >= BOLD_LINE)
        and 0 < len(text) <= _LONGEST
        and not text.endswith(("!", "?", ":"))
    )


def facts_in(reading: Reading, block: Block) -> list[Fact] | None:
    """Return the facts that a block consists of; None where it says something else."""
    if not may_be_facts(reading, block):
        return None
    text = reading.quote(block.span)
    found: list[Fact] = []
    known = other = 0
    for label, span in _pieces(reading, block, text):
        words = reading.quote(span)
        fact = _labelled(reading, label, span) if label else _plain(reading, span)
        if fact is None and label in _WHEN_AND_WHERE:
            # "when: Wolfram Streaming, 2022"
            fact = _plain(reading, span)
        if fact is not None:
            known += 1
            found.append(fact)
        elif label and (
            label.replace(" ", "_") in _KIND_OF_LABEL
            or _OTHER_LABELS.fullmatch(label)
            or fact_of_label(label) is not None
        ):
            known += 1
        elif len(words.split()) > 6 or words.endswith("."):
            return None
        else:
            other += 1
    if other and len(found) > 1:
        found = [fact for fact in found if not _may_be_place(reading, fact, block)]
    # A name alone on its line may be anything.
    if (
        len(found) == 1
        and found[0].kind == "client"
        and not found[0].commissioned
        and not found[0].span.start > block.span.start
    ):
        return None if block.kind is BlockKind.PARAGRAPH else found
    return found if found and known >= other else [] if known and not other else None


def _may_be_place(reading: Reading, fact: Fact, block: Block) -> bool:
    """Return whether a client may be where the work stands: one word behind words that say what it is ("Public · Drammen · 2022")."""
    name = reading.quote(fact.span)
    if fact.kind != "client" or fact.commissioned or len(name.split()) > 1 or is_companylike(name):
        return False
    before = reading.document.text[block.span.start : fact.span.start].strip("*_ \t·•|")
    return (
        bool(before)
        and before[-1] not in ":@"
        and not find_periods(before)
        and not is_title(before, reading.vocabularies.roles)
    )


def _pieces(reading: Reading, block: Block, text: str) -> Iterator[tuple[str, Span]]:
    """Yield (label or nothing, words) for what the separators of a line set apart; a field's key labels its first piece."""
    cells = [m for m in re.finditer(r"[^|\t]+", text)] if block.kind is BlockKind.TABLE_ROW else []
    if len(cells) == 2:
        yield cells[0].group().strip(" *_:").casefold(), _trimmed(block.span, text, cells[1].start(), cells[1].end())
        return
    first = block.key if block.kind is BlockKind.FIELD else ""
    apart = APART if APART.search(text) else _COMMAS
    at = 0
    # "03/2021 - 06/2023" holds a dash that parts nothing.
    dated = [(period.start, period.end) for period in find_periods(text)]
    cuts = [*apart.finditer(text)]
    if apart is APART:
        # "Brightpost, 2019–2021 · Sketch": a comma parts a date from what stands before it.
        cuts += [m for m in _COMMAS.finditer(text) if any(start == m.end() for start, _ in dated)]
        cuts.sort(key=lambda m: m.start())
    parted = [m for m in cuts if not any(start < m.end() and m.start() < end for start, end in dated)]
    for match in (*parted, None):
        end = len(text) if match is None else match.start()
        label = _LABELLED.match(text, at, end)
        begin = at if label is None else label.end()
        span = _trimmed(block.span, text, begin, end)
        if len(span):
            yield (label["label"].casefold() if label is not None else first), span
        first = ""
        at = end if match is None else match.end()


def _trimmed(around: Span, text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    bare = piece.strip(" \t\n*_()")
    offset = start + (piece.index(bare) if bare else 0)
    return Span(around.document_id, around.start + offset, around.start + offset + len(bare))


def _labelled(reading: Reading, label: str, span: Span) -> Fact | None:
    own = _KIND_OF_LABEL.get(label.replace(" ", "_"))
    kind = own or _KIND_OF_FACT.get(fact_of_label(label) or "")
    words = reading.quote(span)
    if kind == "period":
        found = find_periods(words)
        return Fact("period", span, found[0].range) if found else None
    if kind == "client":
        bare = _without_aside(words)
        return Fact("client", _cut(span, bare), None, own is not None) if is_name_of_somebody(reading, bare) else None
    if kind == "post":
        bare = _without_aside(words)
        return Fact("post", _cut(span, bare)) if 1 <= len(bare.split()) <= 8 else None
    return None


def _plain(reading: Reading, span: Span) -> Fact | None:
    words = reading.quote(span)
    if is_date(words):
        found = find_periods(words)
        return Fact("period", span, found[0].range) if found else None
    bare = _without_aside(words)
    if is_title(bare, reading.vocabularies.roles):
        return Fact("post", _cut(span, bare))
    lead = _FOR.match(bare)
    name = bare[lead.end() :] if lead is not None else bare
    technical = any(2 * (f.end - f.start) > len(name) for f in reading.vocabularies.technologies.find(name))
    if technical or not is_name_of_somebody(reading, name):
        return None
    start = span.start + (lead.end() if lead is not None else 0)
    return Fact("client", Span(span.document_id, start, start + len(name)))


def _without_aside(words: str) -> str:
    bare = re.split(r"[ \t]{0,9}\(", words, maxsplit=1)[0].strip() or words
    bare = _FOR_SOMEBODY.split(bare, maxsplit=1)[0]
    # "Veloquay Mobility, Dublin": a name with its place.
    name, _, place = bare.partition(", ")
    return name if place and is_place(place) else bare


def _cut(span: Span, bare: str) -> Span:
    return Span(span.document_id, span.start, span.start + len(bare))


_TITLE_END = re.compile(r"[*_]{0,3}(?:[ \t]{1,9}[—–-][ \t]{1,9}|[ \t]{0,9}[·•|][ \t]{0,9}|[ \t]{1,9}(?P<bracket>\())")
_SIGNS = ("—", "–", "·", "•", "|", " (", "\t(", " -", "\t-")
"""Of these a title's end holds one."""


_CLIENT_BEHIND = re.compile(r"\d\),\s(?=[A-ZÀ-ÖØ-Þ])[^.;:]{3,60}$")
"""Behind dates in brackets: "Night festival (2018-2023), City of Tarn"."""


def title_and_facts(reading: Reading, block: Block) -> tuple[Span, list[Fact]] | None:
    """Return the title and the facts that share a block's first line: "Night bus — Ostwick Buses — UX researcher — 2020"."""
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADING):
        return None
    line = reading.quote(block.span)[: _LONGEST + 1].split("\n", 1)[0].rstrip()
    end = _TITLE_END.search(line) if any(sign in line for sign in _SIGNS) else None
    if (
        end is None
        or len(line) > _LONGEST
        or (end["bracket"] and not line.rstrip("*_").endswith(")") and not _CLIENT_BEHIND.search(line, end.end()))
    ):
        return None
    start, document = block.span.start, block.span.document_id
    title = may_be_title(reading, Block(BlockKind.PARAGRAPH, Span(document, start, start + end.start())))
    rest = Block(BlockKind.PARAGRAPH, _trimmed(block.span, line, end.end(), len(line)))
    facts = facts_in(reading, rest) if title is not None and len(rest.span) else None
    return (title, facts) if title is not None and facts else None


def is_titled_line(reading: Reading, block: Block) -> bool:
    """Return whether a block's first line holds a name and, behind a dash, bar or bracket, dates: ""Clay" — self-published, 2020"."""
    line = reading.quote(block.span)[: _LONGEST + 1].split("\n", 1)[0].rstrip()
    end = _TITLE_END.search(line) if any(sign in line for sign in _SIGNS) else None
    if end is None or len(line) > _LONGEST or block.kind is not BlockKind.PARAGRAPH or line.endswith((".", "!", "?")):
        return False
    start, document = block.span.start, block.span.document_id
    title = may_be_title(reading, Block(BlockKind.PARAGRAPH, Span(document, start, start + end.start())))
    return title is not None and bool(find_periods(line[end.end() :]))


_CLAUSE_END = re.compile(r"[.;:!?]\s|[,(]|\s[–—-]\s|\n")


def clause_of(reading: Reading, block: Block) -> Span:
    """Return the first clause of a labelled line, twelve words at most."""
    text = reading.quote(block.span)
    stop = _CLAUSE_END.search(text)
    words = list(re.finditer(r"\S+", text[: stop.start()] if stop else text))[:LONGEST_TITLE]
    end = words[-1].end() if words else len(text)
    return Span(block.span.document_id, block.span.start, block.span.start + len(text[:end].rstrip(" .")))


_RULE = re.compile(r"\n[ \t]*(?:[*_=~-][ \t]?){3,}[ \t]*\n")


def is_rule_between(reading: Reading, blocks: Sequence[Block], place: int) -> bool:
    """Return whether a line across stands right above the block at `place`."""
    if not 0 < place < len(blocks):
        return False
    between = reading.document.text[blocks[place - 1].span.end : blocks[place].span.start]
    return len(between) < 400 and _RULE.search(f"\n{between}\n") is not None
