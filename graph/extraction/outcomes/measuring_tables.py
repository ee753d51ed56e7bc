"""Makes measures of the rows of tables. Sentences and cards are measuring.py's."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from graph.documents import Block, BlockKind
from graph.extraction.outcomes.analysis_figures import is_table_of_data
from graph.extraction.outcomes.measure_kinds import what_it_measures
from graph.extraction.outcomes.measuring import Sighting, label_direction, measure_of, tidy, unit_of_label
from graph.extraction.outcomes.table_heads import (
    MEASURE_HEAD,
    change_columns,
    divides_data,
    in_unit,
    is_generic,
    is_no_measure,
    is_target,
    said_unit,
    without_unit,
)
from graph.extraction.quantities.quantities import find_quantities
from graph.extraction.quantities.quantity import Quantity
from graph.extraction.quantities.writing_styles import style_of
from graph.extraction.reading import Reading
from graph.extraction.stories.tables import cells_of, heads_of, is_row_of_work
from graph.extraction.works.part_labels import part_or_letter
from graph.extraction.works.story_parts import told_part
from graph.model import Measures
from graph.units import Units

_SIGNS: Mapping[str, str] = {
    "⭐": "stars",
    "★": "stars",
    "☆": "stars",
    "🌟": "stars",
    "🍴": "forks",
    "⬇": "downloads",
    "👁": "views",
    "👥": "users",
}
"""Signs that head columns of counts."""
_OF_MEASURES = re.compile(r"(?i)(?:before|after|baseline|key\sresults?|actual|measures?|metrics?|kpis?|figures?)\b")
"""Heads of tables whose rows are measures, however many words say what is measured."""
_TOLD = 5
"""Words of a cell that tells something."""


def told_cells(reading: Reading, block: Block) -> list[Block]:
    """Return the cells of a row that tells in whole sentences, each as a field with its column's head as the key; else nothing.

    Such a row is read as its sentences are; others are rows of measures.
    """
    if (part := told_part(reading, block)) is not None:
        return [Block(BlockKind.FIELD, part[1], 0, part[0])]
    if not block.key:
        return []
    cells = cells_of(block.span, reading.quote(block.span))
    heads = heads_of(block)
    if any(_OF_MEASURES.match(head) for head in heads):
        return []
    told = sum(len(reading.quote(cell).split()) >= _TOLD for cell in cells)
    of_work = is_row_of_work(reading, block)
    if len(heads) < 3 or not told or (3 * told < len(cells) and not of_work):
        return []
    found = []
    for place, cell in enumerate(cells):
        head = heads[place] if place < len(heads) else ""
        key = _SIGNS.get(head.rstrip("\ufe0f"), head).casefold()
        if len(cell) and re.search(r"[^\W\d_]{2}", key):
            found.append(Block(BlockKind.FIELD, cell, 0, key))
    return found


_CELL = re.compile(r"[^|\t]+")


_COUNTED = re.compile(
    r"(?i)\b(?:story|stories|project|case|example|question|slide|page|chapter|appendix|phase|wave|step)\s#?$"
)
"""Before a number that counts what it names: "Flexible schema (Story 1)"."""


def from_row(reading: Reading, block: Block) -> list[Sighting]:
    """Return the figures of a table's row, labelled by its first cell without one and the column's head.

    Columns headed before and after are one change.
    """
    text, heads = reading.quote(block.span), [head.strip() for head in re.split(r"[|\t]", block.key)]
    units, style = reading.vocabularies.units, style_of(reading)
    cells = [(match.start(), match.group()) for match in _CELL.finditer(text)]
    read = [_figures(cell, place, find_quantities(cell, units, style=style)) for place, (_, cell) in enumerate(cells)]
    named = _row_label(heads, [cell for _, cell in cells], [bool(found) for found in read])
    if part_or_letter(named.casefold()) == "task":
        return []
    before, after = change_columns(heads)
    if not block.key or (before is None and after is None and divides_data(heads[0], len(heads))):
        return []
    if before is None and after is None and is_table_of_data(reading, heads):
        return []
    by_rows = any(MEASURE_HEAD.match(head) for head in heads) or before is not None or after is not None
    found: list[Sighting] = []
    for place, (offset, cell) in enumerate(cells):
        if len(read[place]) != 1 or (place == before and after is not None and after < len(cells) and read[after]):
            continue
        head = heads[place] if place < len(heads) else ""
        if is_target(head) or is_no_measure(head) or _COUNTED.search(cell[: read[place][0].number_start]) is not None:
            continue
        by_head = not by_rows and bool(re.search(r"[^\W\d_]{2}", head)) and not is_generic(without_unit(head))
        label = without_unit(head if by_head else named)
        if not label:
            continue
        said = said_unit(head, units) or said_unit(named, units)
        q = in_unit(read[place][0], said)
        if q.dimension == "count" and not q.unit:
            q = replace(q, unit=unit_of_label(label))
        if place == after and before is not None and before < len(cells) and len(read[before]) == 1:
            q = _changed_from(in_unit(read[before][0], said), q, units)
        direction = label_direction(reading, f"{label} {head}", q)
        what = what_it_measures(q, label, "", reading.section_at(block.span.start))
        what = Measures.BASELINE if place == before else what
        measure = measure_of(q, cell[q.start : q.end], label, direction, what)
        start = block.span.start + offset
        span = reading.document.span(start + q.start, start + q.end)
        found.append(Sighting(span, measure, f"{label} {cell.strip()}", 0.88))
    return found


def _changed_from(old: Quantity, q: Quantity, units: Units) -> Quantity:
    """Return the figure of the column after as what the one of the column before has become, in the unit of the former."""
    are_known = old.unit in units.factors and q.unit in units.factors
    scale = units.factors[old.unit] / units.factors[q.unit] if are_known else 1.0
    unit = q.unit if q.dimension != "count" else old.unit or q.unit
    return replace(q, before=tidy(old.value * scale), after=q.value, unit=unit)


_OTHER_COLUMNS = re.compile(
    r"(?i)(?:project|initiative|story|case|role|employer|company|client|period|when|year|date|technolog|tools?|stack|source|who|person|team)"
)


def _figures(cell: str, place: int, found: list[Quantity]) -> list[Quantity]:
    """Return the figures of a cell; the number of a name at the row's beginning ("Hall 1") is none."""
    is_named = place == 0 and len(found) == 1 and found[0].dimension == "count" and not found[0].unit
    return [] if is_named and re.search(r"[^\W\d_]{2}", cell[: found[0].start]) else found


def _row_label(heads: list[str], cells: list[str], figures: list[bool]) -> str:
    """Return the cell that says what the row measures: that of the measure's column, else the last words before a figure."""
    words = [place for place, cell in enumerate(cells) if not figures[place] and re.search(r"[A-Za-z]{3}", cell)]
    named = [p for p in words if p < len(heads) and MEASURE_HEAD.match(heads[p])]
    plain = [p for p in words if p >= len(heads) or not _OTHER_COLUMNS.match(heads[p])]
    chosen = (named or plain or words)[:1]
    return cells[chosen[0]].strip(" *_`\t") if chosen else ""
