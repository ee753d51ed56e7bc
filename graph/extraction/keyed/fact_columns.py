"""Says which column of keyed records states a fact of a career, by its values; names of keys only help. meanings.py asks."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from graph.extraction.keyed.names import EMPLOYER_KEYS, NO_NAMES, SURE_WORK_NAMES, WORK_NAMES
from graph.extraction.keyed.records import RecordGroup
from graph.extraction.keyed.values import Column


def first_column(columns: Sequence[Column], hints: Sequence[str], fits: Callable[[Column], bool]) -> Column | None:
    """Return the column that fits, one with a hinted key before others, else the first."""
    fitting = [column for column in columns if fits(column)]
    ranks = {hint: rank for rank, hint in reversed(list(enumerate(hints)))}
    return min(fitting, key=lambda c: ranks.get(c.key.casefold(), len(ranks)), default=None)


def dates_of(columns: Sequence[Column]) -> dict[str, str]:
    """Return `period`, or `start` and `end`, with their keys: known by their values, told apart by their order."""
    dated = [column for column in columns if column.dates >= 0.5]
    ranges = [column for column in dated if column.ranges >= 0.5]
    if ranges or len(dated) == 1:
        begun = dated[0] if not ranges else ranges[0]
        since = begun.key.casefold() in ("since", "from", "start", "started", "seit", "depuis", "desde", "dal", "sinds")
        return {"start" if since else "period": begun.key}
    return {"start": dated[0].key, "end": dated[1].key} if dated else {}


def employer_of(columns: Sequence[Column], role: Column | None, only_hinted: bool) -> Column | None:
    """Return the column that names the house: by its key, or by its values where names of any key may (`only_hinted` aside)."""
    named = [c for c in columns if c is not role and c.names > 0 and c.dates < 0.5]
    named = [c for c in named if c.schools < 0.5 or c.key.casefold() in EMPLOYER_KEYS]
    hinted = first_column(named, EMPLOYER_KEYS, lambda c: c.key.casefold() in EMPLOYER_KEYS)
    if hinted is not None or only_hinted:
        return hinted
    unnamed = NO_NAMES | SURE_WORK_NAMES
    found = first_column(
        named, ("",), lambda c: c.names >= 0.6 and c.technologies < 0.5 and c.key.casefold() not in unnamed
    )
    # `place: Orgelwerkstatt Sankt Veit`: what is no place's name may be where somebody worked.
    return found or first_column(named, ("",), lambda c: c.names >= 0.8 and c.key.casefold() in ("place", "location"))


def work_of(
    group: RecordGroup, columns: Sequence[Column], role: Column | None, employer: Column | None
) -> Column | None:
    """Return the column of short, different values that name the work: the records' names, else by its key, else the first."""
    fitting = [
        c
        for c in columns
        if c.short >= 0.8
        and c.share >= 0.8
        and c.dates < 0.5
        and c.figures < 0.5
        and c.listed < 0.5
        and c.technologies < (0.8 if c.key.casefold() in WORK_NAMES else 0.5)
        and c is not role
        and c.distinct
        and c.key.casefold() not in NO_NAMES
    ]
    hinted = first_column(fitting, ["", *WORK_NAMES], lambda c: c.key.casefold() in ("", *WORK_NAMES))
    if hinted is not None:
        return hinted
    return next((c for c in fitting if c is not employer and c.key.casefold() not in EMPLOYER_KEYS), None)


def is_story(columns: Sequence[Column], work: Column, employer: Column | None, told: int) -> bool:
    """Return whether records with post, employer and dates tell pieces of work all the same: these have names of their own."""
    return work is not employer and (told >= 2 or any(c.technologies >= 0.5 for c in columns))


def tells_work(
    group: RecordGroup, columns: Sequence[Column], work: Column, in_job: bool, listed: bool, told: int
) -> bool:
    """Return whether records tell work: by technologies, figures, parts of a story or whole sentences beside a name."""
    technical = any(c.technologies >= 0.5 and c.share >= 0.3 for c in columns)
    measured = any(c.figures >= 0.5 and c.dates < 0.5 for c in columns) or any(r.nested for r in group.records)
    worded = any(c.prose >= 0.5 for c in columns)
    if in_job or listed:
        return technical or told >= 1 or worded or (measured and len(columns) > 2)
    # `- name: web`, `image: nginx`, `ports: [80]`: the settings of a tool.
    return work.capital >= 0.5 and ((technical and (worded or measured)) or told >= 2)
