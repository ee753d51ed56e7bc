"""Makes measures of fields that belong together: before beside after, a value beside its label, a number whose key ends in its unit.

Sentences are measuring.py's, rows of tables measuring_tables.py's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from graph.documents import Block, BlockKind, Span
from graph.extraction.dates.dates import find_periods
from graph.extraction.outcomes.measurable_text import may_measure
from graph.extraction.outcomes.measure_kinds import what_it_measures
from graph.extraction.outcomes.measuring import Sighting, label_direction, measure_of, unit_of_label
from graph.extraction.outcomes.table_heads import SaidUnit, in_unit, is_generic, is_now, is_was, unit_of_key
from graph.extraction.quantities.quantities import find_quantities
from graph.extraction.quantities.quantity import Quantity
from graph.extraction.quantities.writing_styles import style_of
from graph.extraction.reading import Reading
from graph.units import Units

_LABELS = (
    "metric",
    "measure",
    "label",
    "kpi",
    "indicator",
    "what",
    "name",
    "title",
    "kennzahl",
    "indicateur",
    "indicador",
    "indicatore",
    "bezeichnung",
    "libellé",
    "etiqueta",
    "etichetta",
)
"""Keys of what is measured, the surest first."""
_MEASURES = ("metric", "measure", "kpi", "indicator", "kennzahl", "indicateur", "indicador", "indicatore")
_RESULTS = re.compile(
    r"(?i)(?:^|[._])(?:results?|outcomes?|impact|metrics?|kpis?|achievements?|highlights?|stats?|statistics|figures|numbers|ergebnisse|résultats|resultados|risultati)(?:\[\d+\])?[._]"
)
_VALUES = re.compile(
    r"(?i)(?:value|figure|number|amount|stat|result|change|delta|wert|valeur|valor|valore|waarde|värde|wartość)"
)
_NUMBER = re.compile(r"[~≈<>]?\s?\d[\d,. ’']*")


def from_fields(reading: Reading) -> tuple[list[Sighting], set[Span]]:
    """Return the figures of fields that are read together, and the places of those fields, which hold no figure besides."""
    fields = [block for block in reading.document.blocks if block.kind is BlockKind.FIELD and block.key]
    listed = _listed_pairs(reading)
    sightings: list[Sighting] = []
    taken: set[Span] = set()
    for was, now, siblings in (*_pairs(fields), *listed):
        found = _change(reading, was, now, siblings)
        if found is not None:
            sightings.append(found)
            taken |= {was.span, now.span}
    for siblings in _records(fields):
        for leaf, block in siblings.items():
            if block.span not in taken and (found := _alone(reading, leaf, block, siblings)) is not None:
                sightings.append(found)
                taken.add(block.span)
    return sightings, taken


def _records(fields: Sequence[Block]) -> list[dict[str, Block]]:
    """Return the fields of each mapping by the last part of their key; lines outside of any mapping belong to none."""
    records: dict[str, dict[str, Block]] = {}
    for block in fields:
        parent, dot, leaf = block.key.rpartition(".")
        if dot:
            records.setdefault(parent, {}).setdefault(leaf.casefold(), block)
    return list(records.values())


def _pairs(fields: Sequence[Block]) -> list[tuple[Block, Block, Mapping[str, Block]]]:
    """Return what was and what is, of one mapping or on two lines that follow each other."""
    found: list[tuple[Block, Block, Mapping[str, Block]]] = []
    for record in _records(fields):
        was = [block for leaf, block in record.items() if is_was(leaf.replace("_", " "))]
        now = [block for leaf, block in record.items() if is_now(leaf.replace("_", " "))]
        if len(was) == len(now) == 1:
            found.append((was[0], now[0], record))
    for first, second in pairwise(fields):
        if "." not in first.key and "." not in second.key and is_was(first.key) and is_now(second.key):
            found.append((first, second, {}))
    return found


_BEFORE_OR_AFTER = re.compile(
    r"(?i)[\s*_]{0,4}(?P<key>before|after|previously|now|vorher|nachher|avant|après|antes|después|depois|prima|dopo)[\s*_]{0,4}:"
)
_LONGEST_TITLE = 60
"""Characters of the line above that says what is measured."""


def _listed_pairs(reading: Reading) -> list[tuple[Block, Block, Mapping[str, Block]]]:
    """Return what was and what is of two bullets, "Before: 9 s" and "After: 3 s", with the line above them as the label."""
    found: list[tuple[Block, Block, Mapping[str, Block]]] = []
    blocks = reading.document.blocks
    for place, (first, second) in enumerate(pairwise(blocks)):
        if not first.kind is second.kind is BlockKind.LIST_ITEM:
            continue
        was, now = (_BEFORE_OR_AFTER.match(reading.quote(block.span)) for block in (first, second))
        if was is None or now is None or not (is_was(was["key"]) and is_now(now["key"])):
            continue
        above = blocks[place - 1] if place else None
        named = (
            above is not None
            and above.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
            and len(above.span) <= _LONGEST_TITLE
            and not is_generic(reading.quote(above.span).strip(" *_:"))
        )
        fields = [
            Block(BlockKind.FIELD, block.span, 0, key["key"].casefold()) for block, key in ((first, was), (second, now))
        ]
        found.append((fields[0], fields[1], {"label": above} if named and above is not None else {}))
    return found


def _change(reading: Reading, was: Block, now: Block, siblings: Mapping[str, Block]) -> Sighting | None:
    label, said = _label(reading, now, siblings)
    # "from: 2, to: 5" may be anything; "before" and "after" are not.
    if not label and not was.key.casefold().endswith(("before", "vorher", "avant", "antes", "prima", "före", "przed")):
        return None
    if any(find_periods(reading.quote(block.span)) for block in (was, now)):
        return None  # start: 2019-03, end: 2020-10
    old, new = (_lone(reading, block, said) for block in (was, now))
    if old is None or new is None or not may_measure(reading, replace(now, key=now.key.rpartition(".")[0])):
        return None
    units = reading.vocabularies.units
    if old.unit and new.unit and old.unit != new.unit and old.dimension != new.dimension:
        return None
    unit, dimension = (new.unit, new.dimension) if new.unit else (old.unit, old.dimension)
    scale = (
        units.factors[old.unit] / units.factors[unit] if old.unit in units.factors and unit in units.factors else 1.0
    )
    unit = unit or (unit_of_label(label) if dimension == "count" else "")
    q = replace(new, before=float(f"{old.value * scale:.6g}"), after=new.value, unit=unit, dimension=dimension)
    return _sighting(reading, now, q, label or unit)


def _alone(reading: Reading, leaf: str, block: Block, siblings: Mapping[str, Block]) -> Sighting | None:
    """Return the figure of "value: 96%" beside "label: On-time delivery", or of "cost_saved_gbp: 41000"."""
    if _VALUES.fullmatch(leaf):
        # A skill has a name and a value, too; a measure says that it is one, or stands among results.
        if not any(key in siblings for key in _MEASURES) and not ("label" in siblings and _RESULTS.search(block.key)):
            return None
        label, said = _label(reading, block, siblings)
        if not label:
            return None
    else:
        label, said = unit_of_key(leaf, reading.vocabularies.units)
        if said is None or not _NUMBER.fullmatch(reading.quote(block.span).strip()):
            return None
    q = _lone(reading, block, said)
    if q is None or not may_measure(reading, block):
        return None
    if q.dimension == "count" and not q.unit:
        q = replace(q, unit=unit_of_label(label))
    return _sighting(reading, block, q, label)


def _sighting(reading: Reading, block: Block, q: Quantity, label: str) -> Sighting:
    section = reading.section_at(block.span.start)
    written = reading.quote(block.span)[q.start : q.end]
    measures = what_it_measures(q, label, "", section)
    measure = measure_of(q, written, label, label_direction(reading, label, q), measures)
    span = reading.document.span(block.span.start + q.start, block.span.start + q.end)
    return Sighting(span, measure, f"{block.key} {label} {written}", 0.88)


def _label(reading: Reading, block: Block, siblings: Mapping[str, Block]) -> tuple[str, SaidUnit | None]:
    """Return what the fields around a figure say is measured, and the unit that they give."""
    named = next((siblings[key] for key in _LABELS if key in siblings), None)
    if named is not None:
        words = " ".join(reading.quote(named.span).strip("\"' *_:").split())
        return (words, None) if len(words.split()) <= 9 else ("", None)
    parent = block.key.rpartition(".")[0].rpartition(".")[2]
    if not parent or parent.endswith("]") or is_generic(parent):
        return "", None
    return unit_of_key(parent, reading.vocabularies.units)


def _lone(reading: Reading, block: Block, said: SaidUnit | None) -> Quantity | None:
    """Return the figure that is all there is in a field, or None."""
    units: Units = reading.vocabularies.units
    text = reading.quote(block.span)
    found = find_quantities(text, units, style=style_of(reading))
    if (
        len(found) != 1
        or len(text) > 60
        or len(re.findall(r"[^\W\d_]{3,}", text[: found[0].start] + text[found[0].end :])) > 2
    ):
        return None
    return in_unit(found[0], said)
