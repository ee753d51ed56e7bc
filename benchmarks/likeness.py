"""When two names, degrees or figures are the same: the tolerance of the scorer. Counts nothing."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from typing import TypeAlias

from benchmarks.annotations import TIME_IN_SECONDS, Degree, Employment, Figure, Place, in_base_unit
from graph.model import Measure, Mention

SIMILAR = 0.6
"""Least share of common words (Dice) for two names of a project or a school to be one; as usual for short titles."""
SIMILAR_DEGREE = 0.5
SIMILAR_LABEL = 0.4
"""Of what a figure measures, which is said in many ways; as the samples' scorer has it."""
VALUE_TOLERANCE = 0.005
"""Relative; absorbs rounding such as "two thirds" as 66.7 %."""

_LEGAL_SUFFIXES = frozenset(
    "ab ag as bv co company corp corporation gmbh inc kg limited llc llp ltd oy plc sa sarl se sl srl".split()
)
_DEGREE_WORDS = {
    "bachelor of science": "bsc",
    "higher national diploma": "hnd",
    "bachelor of arts": "ba",
    "bachelor of engineering": "beng",
    "bs": "bsc",
    "master of science": "msc",
    "master of arts": "ma",
    "master of engineering": "meng",
    "ms": "msc",
    "bachelor of laws": "llb",
    "postgraduate certificate in education": "pgce",
    "doctor of philosophy": "phd",
    "honours": "hons",
}
_WORDS_OF_CHANGE = frozenset(
    "decrease decreased improved improvement increase increased number per reduced reduction saving total".split()
)
_EMPTY_WORDS = frozenset({"and", "at", "for", "from", "hons", "in", "into", "of", "on", "the", "to", "with"})


def words(name: str) -> tuple[str, ...]:
    """Return a name's words, case and punctuation aside.

    >>> words("Hobday, Quill & Söhne")
    ('hobday', 'quill', 'söhne')
    """
    return tuple(re.findall(r"[\w+#]+", name.casefold().replace("'", "").replace("’", "")))


def same_employer(one: str, other: str) -> bool:
    """Return whether two names are one employer's, legal suffixes aside.

    >>> same_employer("Verimont Medical B.V.", "Verimont Medical")
    True
    """
    return bool(_bare_employer(one)) and _bare_employer(one) == _bare_employer(other)


def _bare_employer(name: str) -> tuple[str, ...]:
    found = list(words(re.sub(r"\b(\w)\.(?=\w\b)", r"\1", name)))
    while len(found) > 1 and found[-1] in _LEGAL_SUFFIXES:
        found.pop()
    return tuple(found)


def likeness(one: Iterable[str], other: Iterable[str]) -> float:
    """Return twice the common words over all words (Dice), from 0 to 1; 1 where both have none."""
    left, right = set(one) - _EMPTY_WORDS, set(other) - _EMPTY_WORDS
    return 2 * len(left & right) / (len(left) + len(right)) if left or right else 1.0


def same_label(labels: Iterable[str], got: str) -> bool:
    """Return whether a label says what one of several says: two fifths of their words, those of change and amount aside.

    >>> same_label(["report preparation time"], "Report preparation"), same_label(["throughput"], "stalls are now rare")
    (True, False)
    """
    found = _label_words(got)
    return any(likeness(_label_words(label), found) >= SIMILAR_LABEL for label in labels) if found else False


def _label_words(label: str) -> set[str]:
    found = set(words(label)) - _EMPTY_WORDS - _WORDS_OF_CHANGE
    kept = {word for word in found if not any(c.isdigit() for c in word)} or found
    return {re.sub("(?:e?s|e?n|e)$", "", word) if len(word) > 4 else word.removesuffix("s") for word in kept}


def same_degree(degree: Degree, institution: str, name: str | None, studied: str | None) -> bool:
    """Return whether a degree that was read is this one; "Bachelor of Science" is a "BSc"."""
    if likeness(words(degree.institution), words(institution)) < SIMILAR:
        return False
    wanted, got = (
        (_degree_words(degree.degree), _degree_words(degree.field)),
        (_degree_words(name), _degree_words(studied)),
    )
    return all(likeness(w, g) >= SIMILAR_DEGREE for w, g in zip(wanted, got, strict=True))


def _degree_words(text: str | None) -> tuple[str, ...]:
    folded = " ".join(words((text or "").replace(".", "")))
    for long, short in _DEGREE_WORDS.items():
        folded = re.sub(rf"\b{long}\b", short, folded)
    return tuple(folded.split())


def same_figure(figure: Figure, measure: Measure) -> bool:
    """Return whether a measure has the figure's value and dimension; units of time and of data are converted."""
    if figure.dimension != "any" and figure.dimension not in _dimensions(measure):
        return False
    factor = in_base_unit(1.0, figure.unit) if figure.dimension in ("time", "data") else 1.0
    unit_of = in_base_unit(1.0, measure.unit) if figure.dimension in ("time", "data") else 1.0
    if figure.dimension == "money" and figure.unit.split("/")[0] != measure.unit.split("/")[0]:
        return False
    got = [v * unit_of for v in (measure.value, measure.after) if v is not None]
    if isinstance(figure.value, tuple):
        ends = [None if end is None else end * unit_of for end in (measure.low, measure.high)]
        return all(end is not None and _close(end, want * factor) for end, want in zip(ends, figure.value, strict=True))
    if not got and measure.low is None and measure.high is None:
        got = [0.0]  # Zero claimed in words has no number of its own.
    return any(_close(value, want * factor) for value in got for want in (figure.value, *figure.other_values))


def _dimensions(measure: Measure) -> frozenset[str]:
    """Return the dimensions that a measure may pass for; what it is counted per is no part of the comparison."""
    if measure.dimension == "count" and measure.unit.removeprefix("working ") in TIME_IN_SECONDS:
        return frozenset({"time"})  # Working days are counted, but they are days.
    if measure.dimension in ("count", "rate"):
        return frozenset({"count", "score"})  # "4.7 stars", "NPS 47": a number of something, whatever it is called.
    return frozenset({measure.dimension})


def _close(one: float, other: float) -> bool:
    return abs(one - other) <= VALUE_TOLERANCE * max(abs(one), abs(other))


def same_term(one: str, other: str) -> bool:
    """Return whether two spellings are one technology's, case, spaces, dots and hyphens aside."""
    left, right = (re.sub(r"[^\w+#]", "", name.casefold()) for name in (one, other))
    return left == right


def change_of(figure: Figure | Measure) -> tuple[float, float] | None:
    """Return before and after, times in seconds and data in bytes, to three digits; None where either is unsaid."""
    if figure.before is None or figure.after is None:
        return None
    factor = in_base_unit(1.0, figure.unit) if figure.dimension in ("time", "data") else 1.0
    return (float(f"{figure.before * factor:.3g}"), float(f"{figure.after * factor:.3g}"))


# ---------------------------------------------------------------- positions and degrees that were read

Job: TypeAlias = "tuple[str | None, str | None, str | None, str | None]"
"""(employer's key, title, start, end) of a position that was read."""


def job_of(role: Mention) -> Job:
    """Return the position that a role's mention states."""
    facts = [role.attributes.get(name) for name in ("employer", "title", "start", "end")]
    employer, title, start, end = (None if fact is None else str(fact) for fact in facts)
    return employer, title or role.name, start, end


def same_job(want: Employment, job: Job, names: Collection[str], employers: Sequence[Place]) -> bool:
    """Return whether a position that was read, its employer under `names`, is this one."""
    known = next(place.names for place in employers if place.name == want.employer)
    if not any(same_employer(name, got) for name in (*known, want.employer) for got in names):
        return False
    titles = [words(title) for title in (want.title, *want.other_titles) if title]
    if not want.title_optional and words(job[1] or "") not in titles:
        return False
    return want.dates_optional or (job[2] == want.start and job[3] in (want.end, *want.other_ends))


def degrees_of(mentions: Sequence[Mention]) -> list[tuple[str | None, str | None]]:
    """Return the different (degree, field) pairs of an institution's mentions; one of Nones where it has none."""
    found: list[tuple[str | None, str | None]] = []
    for mention in mentions:
        listed = mention.attributes.get("degrees")
        facts = [d for d in listed if isinstance(d, dict)] if isinstance(listed, list) else [mention.attributes]
        for fact in facts:
            degree, studied = fact.get("degree"), fact.get("field")
            found.append((None if degree is None else str(degree), None if studied is None else str(studied)))
    said = [pair for pair in dict.fromkeys(found) if any(pair)]
    return said or [(None, None)]
