"""Draws the forms and the life that a page of export_lots.py tells: its dates as they are written, its parts in words, what is to be read."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from textwrap import fill

from benchmarks.written.export_lot_words import LIVES, PERIODS, STUDIED, TONGUES, Life, Tongue

_WIDTH = 76
_SINCE = {"en": "since", "de": "seit", "fr": "depuis", "es": "desde", "pt": "desde", "it": "dal", "nl": "sinds", "sv": "sedan", "pl": "od", "cs": "od", "ru": "с"}  # fmt: skip
_DATES = ("long", "long", "short", "slash", "dot", "year", "iso")
_RANGES = (" – ", " – ", " - ", "–", "-", " — ", " to ")


@dataclass(frozen=True, slots=True)
class Told:
    """What is to be read of a page."""

    facts: Counter[str]
    """Every one of them once."""

    def is_read(self, found: Counter[str]) -> bool:
        """Return whether all was found, and nothing else."""
        return not self.missed(found) and not self.wrong(found)

    def missed(self, found: Counter[str]) -> Counter[str]:
        """Return the facts that were not found."""
        return self.facts - found

    def wrong(self, found: Counter[str]) -> Counter[str]:
        """Return what was found and is none; a bullet may well tell a work."""
        return Counter({fact: n for fact, n in (found - self.facts).items() if not fact.startswith("work ")})


@dataclass(frozen=True, slots=True)
class Drawn:
    """A page: its file's name, its text, what is to be read of it."""

    file: str
    text: str
    told: Told


@dataclass(slots=True)
class Draw:
    """The forms drawn for one page, by dimension."""

    lot: random.Random
    forms: dict[str, str] = field(default_factory=dict)

    def form(self, dimension: str, table: Mapping[str, str]) -> str:
        """Return one form of a table, and note its name."""
        return table[self.one(dimension, tuple(table))]

    def one(self, dimension: str, values: Sequence[str]) -> str:
        """Return one value, and note it."""
        self.forms[dimension] = value = self.lot.choice(values)
        return value

    @property
    def wraps(self) -> bool:
        """Whether bullets run over their line's end."""
        return self.forms.setdefault("wrapped", self.lot.choice(("no", "yes"))) == "yes"

    @property
    def name(self) -> str:
        """All forms in a line."""
        return ", ".join(f"{dimension}: {form!r}" for dimension, form in self.forms.items())


@dataclass(frozen=True, slots=True)
class LifeDrawn:
    """A life in words: posts and studies with their parts, titles of sections, what the other sections say."""

    life: Life
    tongue: Tongue
    posts: list[dict[str, str]]
    studies: list[dict[str, str]]
    works: list[dict[str, str]]
    titles: Mapping[str, str]
    rest: Mapping[str, str]
    spans: tuple[str, ...]
    """Start and end of each post as they are read."""
    studied: tuple[str, ...]
    group: Mapping[str, str]
    """Dates of the first two posts together."""

    @property
    def name(self) -> str:
        """The person's name."""
        return self.life.name

    @property
    def trade(self) -> str:
        """What the person is."""
        return self.life.trade

    @property
    def about(self) -> str:
        """What is said of the person."""
        return self.life.about

    def promoted(self, bullet: str, wraps: bool) -> dict[str, str]:
        """Return the parts of the first two posts as had at the first house."""
        one, two = self.posts[:2]
        return {
            **one, "D": self.group["D"], "one": one["T"], "two": two["T"], "D1": one["D"], "D2": two["D"],
            "B1": bullets(bullet, wraps, one), "B2": bullets(bullet, wraps, two),
        }  # fmt: skip

    def told(self, promoted: bool, with_works: bool) -> Told:
        """Return what is to be read; `promoted`: the first two posts are at one house."""
        houses = [parts["C"] for parts in self.posts]
        if promoted:
            houses[1] = houses[0]
        facts = [f"person {self.name}"]
        facts += [
            f"post {house} | {parts['T']} | {span}"
            for house, parts, span in zip(houses, self.posts, self.spans, strict=True)
        ]
        facts += [f"study {parts['C']} | {span}" for parts, span in zip(self.studies, self.studied, strict=True)]
        facts += [f"work {parts['N']}" for parts in self.works] if with_works else []
        return Told(Counter(fact.casefold() for fact in facts))


def draw_life(draw: Draw, tongue: str, *dates: str) -> LifeDrawn:
    """Return a life of a tongue ("abroad" for any but English), its dates written in one drawn form."""
    lives = [life for life in LIVES if (life.tongue != "en" if tongue == "abroad" else life.tongue == tongue)]
    life = draw.lot.choice(lives)
    draw.forms["language"] = life.tongue
    words = TONGUES[life.tongue]
    form, between = draw.one("dates", dates or _DATES), draw.one("range", _RANGES)
    if between == " to ":
        between = f" {words.to} "
    now = draw.one("now", (*words.now, "since") if life.tongue in _SINCE else words.now)
    periods = draw.lot.choice(PERIODS)
    posts, spans = [], []
    for (title, house, place, *items), (start, end) in zip(life.posts, periods, strict=True):
        first, last = _date(words, form, start), now if end is None else _date(words, form, end)
        written = f"{_SINCE[life.tongue]} {first}" if last == "since" else f"{first}{between}{last}"
        if last == "since":
            last = words.now[0]
        posts.append(
            _parts(title, house, place, written, first, last)
            | {"B0": items[0], "B1": items[1], "K": life.skills}
            | _length(start, end)
        )
        spans.append(f"{_read_as(form, start)} | {_read_as(form, end)}")
    studied = draw.one("studied", ("years", "year"))
    studies = [
        _parts(
            degree,
            school,
            place,
            f"{start}{between}{end}" if studied == "years" else str(end),
            str(start) if studied == "years" else "",
            str(end),
        )
        for (degree, school, place), (start, end) in zip(life.studies, STUDIED, strict=True)
    ]
    seen = tuple(f"{start if studied == 'years' else None} | {end}" for start, end in STUDIED)
    about = draw.one("about", ("sentence", "two"))
    rest = {
        "about": life.about if about == "sentence" else f"{life.about}\n{life.about}", "skills": life.skills, "languages": words.languages[1], "hobbies": words.hobbies[1],
        "courses": words.courses[1], "references": words.references[1], "personal": words.personal[1],
    }  # fmt: skip
    group = f"{_date(words, form, periods[1][0])}{between}{now if periods[0][1] is None else _date(words, form, periods[0][1])}"
    return LifeDrawn(
        life, words, posts, studies, [{"N": n, "S": s, "T": t} for n, s, t in life.works], _titles(draw, words), rest, tuple(spans), seen,
        {"D": group.replace("since", words.now[0])},
    )  # fmt: skip


def _titles(draw: Draw, words: Tongue) -> dict[str, str]:
    drawn = {
        part: draw.lot.choice(getattr(words, part)) for part in ("experience", "education", "skills", "works", "about")
    }
    draw.forms["titles"] = f"{drawn['experience']} / {drawn['education']}"
    return drawn | {
        part: getattr(words, part)[0] for part in ("languages", "hobbies", "courses", "references", "personal")
    }


def _parts(title: str, house: str, place: str, dates: str, first: str, last: str) -> dict[str, str]:
    return {
        "T": title,
        "C": house,
        "L": place,
        "D": dates,
        "F": first,
        "G": last,
        "XC": house.upper(),
        "XT": title.upper(),
    }


def _length(start: tuple[int, int], end: tuple[int, int] | None) -> dict[str, str]:
    years, months = divmod((end or (2024, 6))[0] * 12 + (end or (2024, 6))[1] - start[0] * 12 - start[1] + 1, 12)
    return {
        "len": f"{years} yrs {months} mos" if months else f"{years} yrs",
        "long": f"{years} years {months} months" if months else f"{years} years",
    }


def _date(words: Tongue, form: str, when: tuple[int, int]) -> str:
    year, month = when
    return {
        "long": f"{words.months[month - 1]} {year}", "short": f"{words.short[month - 1]} {year}", "slash": f"{month:02}/{year}", "dot": f"{month:02}.{year}", "year": str(year), "iso": f"{year}-{month:02}",
    }[form]  # fmt: skip


def _read_as(form: str, when: tuple[int, int] | None) -> str:
    return "present" if when is None else str(when[0]) if form == "year" else f"{when[0]}-{when[1]:02}"


def spaced(text: str) -> str:
    """Return a text in capitals set apart."""
    return "  ".join(" ".join(word.upper()) for word in text.split())


def bullets(mark: str, wraps: bool, parts: Mapping[str, str]) -> str:
    """Return a post's bullets; `wraps`: what runs over its line's end goes on below."""
    items = (parts["B0"], parts["B1"])
    return "\n".join(mark + (fill(item, 48, subsequent_indent="  ") if wraps else item) for item in items)


def filled(form: str, separator: str, parts: Mapping[str, str]) -> str:
    """Return a form with its parts; `|` is the separator, `→` sets at the right edge, `⇥` is a tab."""
    lines = form.replace("}|{", "}" + separator + "{").format(**parts).split("\n")
    return "\n".join(_at_edge(line) for line in lines)


def _at_edge(line: str) -> str:
    left, arrow, right = line.partition("→")
    return f"{left}{' ' * max(4, _WIDTH - len(left) - len(right))}{right}" if arrow else line.replace("⇥", "\t")
