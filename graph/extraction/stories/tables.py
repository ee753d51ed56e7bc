"""Finds stories in tables with one piece of work a row: by the head of a column, else by names beside technologies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graph.documents import Block, BlockKind, SectionKind, Span
from graph.extraction.heads.fact_labels import fact_of_label
from graph.extraction.heads.section_kinds import section_kind_at
from graph.extraction.heads.words import is_title
from graph.extraction.keyed.values import is_date, is_name_of_somebody, lists_technologies
from graph.extraction.reading import Reading
from graph.extraction.works.covered import Covered
from graph.extraction.works.part_labels import part_of_key
from graph.extraction.works.story import Story

PROJECT_HEAD = re.compile(
    r"(?i)(?:project|feature|win|achievement|accomplishment|initiative|story|case|programme|program|engagement|work|workstream|repo|repository|app|library|package|game|plugin|"
    r"side project|assignment|campaign|production|exhibition|event|film|show|building|commission|mandate|product|produktion|kampagne|mission|encargo|obra|film|produzione|campagna|campagne|campaña|projekt|vorhaben|projet|proyecto|progetto|projeto|opdracht)(?:s|e|en|i)?"
)
_WHAT = re.compile(r"(?i)what(?: (?:I|we) (?:did|built|made|changed|ran))?|was|quoi|qué|cosa|wat|o quê")
"""The head of a column of works beside one of dates: "When | What | How it went"."""
_NAME = re.compile(r"(?i)(?:name|title|titel|nom|titre|nombre|título|nome|titolo|naam)")
"""The head of a column of names, which are those of works in a section of projects alone."""
_SCOPE = re.compile(
    r"(?i)(?:scope|topic|subject|matter|task|assignment|brief|deliverables?|content|description|services?|thema|aufgabe(?:nstellung)?|gegenstand|leistung(?:en)?|inhalt|objet|sujet|prestation|alcance|objeto|tema|oggetto|ambito|onderwerp|inhoud)(?:\sof\s(?:the\s)?(?:work|engagement|assignment|services))?"
)
_CLIENT_HEAD = re.compile(
    r"(?i)(?:end[- ])?(?:clients?|customers?|kunden?|auftraggeber|klient|clientes?|opdrachtgever|committente|mandant)(?:\s?[/&,(].*)?"
)
"""Heads of the columns of a consultant's engagements, which say what was done, and for whom: "Client / sector | Role | Scope"."""
_SKILL_HEAD = re.compile(
    r"(?i)(?:decision|choice|option|question|letter|segment|component|layer|カテゴリ|分類|分野|项目类别|类别|领域|area|skill|categor|topic|technolog|language|field|kind|group|level|domain|tool|metric|measure|month|quarter|bereich|domaine|área|ambito|gebied)"
)
"""Heads of columns that divide what somebody can do, or measures, and name no work."""
_CELL = re.compile(r"[^|\t]+")
_LONGEST_NAME = 12
"""Words of a cell that names work."""
_NAMED = re.compile(
    r"[\s*_`]{0,9}(?:\[\[(?P<wiki>[^\]\[|\n]{1,120})\]\]|\[(?P<linked>[^\]\[\n]{1,120})\](?:\([^)(\n]{0,300}\)|(?=[*_`\s]*$))|(?P<plain>[^*_`\n(]{1,160}))"
)
"""A cell's name without the marks of links and bold, of links that lead nowhere, and without what stands in brackets behind it."""


def stories_by_rows(reading: Reading, covered: Covered, fewest: int = 1) -> list[Story]:
    """Return a story for each row of the tables of `fewest` rows or more that have a column for pieces of work."""
    stories: list[Story] = []
    for rows, column in tables_of_work(reading):
        for block in rows if len(rows) >= fewest else ():
            cells = cells_of(block.span, reading.quote(block.span), len(heads_of(block)))
            if column >= len(cells) or covered.touches(block.span):
                continue
            title = _name_in(reading, cells[column])
            if title is not None and _SCOPE.fullmatch(heads_of(block)[column]) is not None:
                title = _first_of(reading, title)
            if title is not None:
                stories.append(Story(title, block.span, "table-row", 0.88, sentence=block.span))
    return stories


def tables_of_work(reading: Reading) -> list[tuple[list[Block], int]]:
    """Return the rows of each table that has a column for pieces of work, with that column's place; worked out once."""
    if "tables of work" not in reading.memo:
        placed = [(rows, _column_of_work(reading, rows)) for rows in _tables(reading)]
        reading.memo["tables of work"] = [(rows, column) for rows, column in placed if column is not None]
    found: list[tuple[list[Block], int]] = reading.memo["tables of work"]
    return found


def is_row_of_work(reading: Reading, block: Block) -> bool:
    """Return whether a block is a row of such a table."""
    if "rows of work" not in reading.memo:
        reading.memo["rows of work"] = {row.span.start for rows, _ in tables_of_work(reading) for row in rows}
    starts: set[int] = reading.memo["rows of work"]
    return block.span.start in starts


_FOR = re.compile(
    r"(?i)(?!(?:built|made)\swith)(?:done\s|made\s|built\s)?(?:for|at|with|für|bei|pour|chez|para|per|voor)(?:\swhom)?"
)
"""Heads of columns that say for whom."""
_BRACKETS = re.compile(r"\((?P<name>[^(),\n]{3,50}),\s{0,3}(?P<when>[^(),\n]{4,24})\)")


def clients_in_rows(reading: Reading) -> list[Span]:
    """Return for whom the work of rows was done: in brackets with a date behind its name, or in a column of its own.

    One such cell may be anything; from two rows on it is the table's way.
    """
    found: list[Span] = []
    for rows, column in tables_of_work(reading):
        employed = next(
            (
                p
                for p, head in enumerate(heads_of(rows[0]))
                if fact_of_label(head) == "employer" or _FOR.fullmatch(head)
            ),
            None,
        )
        in_table: list[Span] = []
        for row in rows:
            cells = cells_of(row.span, reading.quote(row.span), len(heads_of(row)))
            if employed is not None and employed < len(cells):
                in_table.append(cells[employed])
            elif column < len(cells) and (match := _BRACKETS.search(reading.quote(cells[column]))) is not None:
                start = cells[column].start + match.start("name")
                if is_date(match["when"]):
                    in_table.append(Span(row.span.document_id, start, start + len(match["name"])))
        in_table = in_table or _names_in_brackets(reading, rows, column)
        in_table = [span for span in in_table if is_name_of_somebody(reading, reading.quote(span))]
        found += in_table if len(in_table) > 1 else []
    return found


_CSV_CELLS = {mark: re.compile(rf'\s*(?:"(?:[^"]|"")*"|[^{mark}"]*)(?={mark}|$)') for mark in ",;"}
"""Cells that commas or semicolons part, in quotation marks or not."""


_ROOMY = re.compile(r"\S+(?:\s\S+)*")
"""Cells that two spaces or more part."""
_BRACKETED = re.compile(r"\((?P<name>[A-ZÀ-ÖØ-Þ][^(),\n]{2,50})\)[\s*_]*$")


def _names_in_brackets(reading: Reading, rows: Sequence[Block], column: int) -> list[Span]:
    """Return the names that end the cells of works, in brackets: "Citas sin colas (Clínica Abedul)"."""
    found: list[Span] = []
    for row in rows:
        cells = cells_of(row.span, reading.quote(row.span), len(heads_of(row)))
        match = _BRACKETED.search(reading.quote(cells[column])) if column < len(cells) else None
        if match is not None and not lists_technologies(reading, [match["name"]]):
            start = cells[column].start + match.start("name")
            found.append(Span(row.span.document_id, start, start + len(match["name"])))
    return found


def cells_of(span: Span, text: str, columns: int = 0) -> list[Span]:
    """Return the cells of a row, trimmed; empty ones too, so that they keep their places.

    Bars or tabs part them; where `columns` are known and neither is there, commas or semicolons.
    """
    # A row whose first cell is empty begins with the bar behind it.
    found = [Span(span.document_id, span.start, span.start)] if text.startswith("|") else []
    matches = list(_CELL.finditer(text))
    if columns > 1 and len(matches) == 1:
        parted = ([m for m in cell.finditer(text)] for cell in _CSV_CELLS.values())
        matches = next((row for row in (*parted, [*_ROOMY.finditer(text)]) if len(row) == columns), matches)
    for match in matches:
        bare = match.group().strip()
        start = span.start + match.start() + (match.group().index(bare) if bare else 0)
        found.append(Span(span.document_id, start, start + len(bare)))
    return found


def heads_of(block: Block) -> list[str]:
    """Return the heads of a row's columns."""
    return [head.strip(" *_`") for head in re.split(r"[|\t]", block.key)]


def is_engagement(row: Block) -> bool:
    """Return whether a row is of a table that says for which client each work was: a consultant's."""
    return any(map(_CLIENT_HEAD.fullmatch, heads_of(row)))


def _tables(reading: Reading) -> Iterator[list[Block]]:
    """Yield the rows below one head that stand together."""
    rows: list[Block] = []
    for block in reading.document.blocks:
        if block.kind is not BlockKind.TABLE_ROW or not block.key or (rows and rows[0].key != block.key):
            if rows:
                yield rows
            rows = []
        if block.kind is BlockKind.TABLE_ROW and block.key:
            rows.append(block)
    if rows:
        yield rows


def _column_of_work(reading: Reading, rows: Sequence[Block]) -> int | None:
    """Return the column that names the work: by its head, else the first of short names where another lists technologies."""
    heads = heads_of(rows[0])
    # "Project / Role / Activity": the first of several words for what a column holds.
    first_words = [head.partition("/")[0].strip() for head in heads]
    headed = next((place for place, head in enumerate(first_words) if PROJECT_HEAD.fullmatch(head)), None)
    what = next((place for place, head in enumerate(heads) if _WHAT.fullmatch(head)), None)
    if headed is None and _NAME.fullmatch(heads[0]) and lists_projects(reading, rows[0]):
        headed = 0
    if headed is None and is_engagement(rows[0]):
        headed = next((place for place, head in enumerate(first_words) if _SCOPE.fullmatch(head)), None)
    if headed is None and not any(heads) and lists_projects(reading, rows[0]):
        headed = _column_of_marked_names(reading, rows)
    if headed is not None and what is not None and first_words[headed].casefold() == "event":
        return what  # "Date | Event | What we built"
    if headed is not None or len(rows) < 2:
        return headed
    if (beside := _beside_parts(heads)) is not None:
        return beside
    table = [
        [reading.quote(cell) for cell in cells_of(row.span, reading.quote(row.span), len(heads_of(row)))]
        for row in rows
    ]
    table = [row for row in table if len(row) > 1]  # A row that breaks off says nothing of the columns behind.
    columns = list(zip(*table, strict=False))
    if what is not None and len(columns) > 2 and any(all(is_date(cell) for cell in column) for column in columns):
        # "When | What | Where" may list posts.
        posts = sum(
            is_title(re.split(r"[,(<]", cell)[0].strip(" *_"), reading.vocabularies.roles) for cell in columns[what]
        )
        return what if not posts else None
    technical = [2 * sum(lists_technologies(reading, [cell]) for cell in column) >= len(column) for column in columns]
    worded = [2 * sum(len(cell.split()) >= 5 for cell in column) >= len(column) for column in columns]
    if not any(technical) or not any(worded) or any(_SKILL_HEAD.match(head) for head in heads[:1]):
        return None
    for place, column in enumerate(columns):
        names = [cell for cell in column if re.search(r"[^\W\d_]{3}", cell) and len(cell.split()) <= 6]
        if not technical[place] and len(set(names)) == len(column):
            return place
    return None


_MARKED_NAME = re.compile(r"(?:\*\*|__|\[)(?![!\[])")


def _column_of_marked_names(reading: Reading, rows: Sequence[Block]) -> int | None:
    """Return the first column of a table without heads whose cells all open with a name in bold or a link, beside pictures."""
    table = [[reading.quote(cell) for cell in cells_of(row.span, reading.quote(row.span))] for row in rows]
    columns = enumerate(zip(*table, strict=False))
    return next((place for place, cells in columns if all(map(_MARKED_NAME.match, cells))), None)


def lists_projects(reading: Reading, row: Block) -> bool:
    """Return whether a row stands in a section of projects."""
    return section_kind_at(reading, row.span.start) is SectionKind.PROJECTS


_COUNTS = re.compile(r"(?i)(?:#|no\.?|nr\.?|\W*)")


def _beside_parts(heads: Sequence[str]) -> int | None:
    """Return the first column that names what three columns or two tell in parts: "Principle | Situation | Action | Result"."""
    parts = [{part_of_key(word.strip()) for word in head.split("/")} - {None} for head in heads]
    if len(set().union(*parts)) < 3:
        return None
    others = (place for place, told in enumerate(parts) if not told)
    return next(
        (p for p in others if fact_of_label(heads[p]) is None and _COUNTS.fullmatch(heads[p]) is None),
        None,
    )


def _name_in(reading: Reading, cell: Span) -> Span | None:
    match = _NAMED.match(reading.quote(cell))
    if match is None:
        return None
    group = next(name for name in ("wiki", "linked", "plain") if match[name])
    words = match[group].rstrip(" -–—,:")
    if not re.search(r"[^\W\d_]{3}", words) or len(words.split()) > _LONGEST_NAME:
        return None
    start = cell.start + match.start(group)
    return Span(cell.document_id, start, start + len(words))


def _first_of(reading: Reading, title: Span) -> Span:
    """Return the first of several things done: "Sample logistics" of "Sample logistics, Lean training for 45 staff"."""
    name = re.split(r"[,;]\s", reading.quote(title), maxsplit=1)[0]
    return Span(title.document_id, title.start, title.start + len(name)) if len(name.split()) > 1 else title
