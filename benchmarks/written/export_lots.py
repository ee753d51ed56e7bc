"""Puts résumés together by lot as they come out of files: pasted from PDF and Word, exported from networks, in twelve languages, marked up.

A résumé is read when its person, each post with title, house and dates, and each study with its school and dates are found, and no other.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from benchmarks.written import export_lot_forms as plain
from benchmarks.written import export_markups
from benchmarks.written.export_lives import Draw, Drawn, Told, bullets, draw_life, filled, spaced
from benchmarks.written.layouts import Tried, posts_in, reading_of
from graph.model import EntityKind
from graph.resolution.readings import DocumentReading

LOTS = 600
"""Pages of each kind."""
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")


def text_page(draw: Draw) -> Drawn:
    """Return a résumé as plain text, as it is copied out of a file."""
    life = draw_life(draw, draw.one("tongue", ("en", "en", "abroad")))
    separator, bullet = draw.one("separator", plain.SEPARATORS), draw.form("bullets", plain.BULLETS)
    head, section = draw.form("head", plain.NAMES), draw.form("section", plain.SECTIONS)
    post, study, work = (
        draw.form("post", plain.POSTS),
        draw.form("study", plain.STUDIES),
        draw.form("work", plain.WORKS),
    )
    between, broken = draw.form("between", plain.BETWEEN), draw.form("break", plain.BREAKS)
    gap = draw.one("gap", ("\n\n", "\n\n", "\n", "\n\n\n"))
    group = draw.form("group", plain.GROUPS) if draw.one("promoted", ("no", "no", "no", "no", "yes")) == "yes" else None
    around = {"N": life.name, "M": "rosa@quill.example", "page": life.tongue.page}
    told = [
        filled(post + "\n" + between + "{B}", separator, {**parts, "duties": life.tongue.duties, "B": bullets(bullet, draw.wraps, parts)})
        for parts in life.posts[2 if group else 0 :]
    ]  # fmt: skip
    if group is not None:
        told.insert(0, filled(group, separator, life.promoted(bullet, draw.wraps)))
    page_break = filled(broken, "", around)
    if page_break:
        told[-1] = f"{page_break}\n{told[-1]}"
    parts = {
        "experience": gap.join(told),
        "education": gap.join(filled(study, separator, parts) for parts in life.studies),
        "works": gap.join(filled(work, separator, parts) for parts in life.works),
        **life.rest,
    }
    top = filled(head, "", {**around, "P": life.trade, "X": life.name.upper(), "spaced": spaced(life.name)})
    order = plain.ORDERS[draw.one("order", tuple(plain.ORDERS))]
    pieces = [f"{_headed(section, life.titles[part], number)}\n{parts[part]}" for number, part in enumerate(order)]
    return Drawn("page.txt", "\n\n".join((top, *pieces)) + "\n", life.told(group is not None, "works" in order))


def _headed(form: str, title: str, number: int) -> str:
    wide = "   ".join(" ".join(word.upper()) for word in title.split())
    return form.format(
        H=title, X=title.upper(), low=title.lower(), spaced=spaced(title), wide=wide, i=number + 1, roman=_ROMAN[number],
        rule="-" * len(title), double="=" * len(title),
    )  # fmt: skip


def profile_page(draw: Draw) -> Drawn:
    """Return a profile as it is pasted or exported from a network."""
    life = draw_life(draw, draw.one("tongue", ("en", "en", "en", "de", "fr", "es")), "long", "short")
    bullet = draw.form("bullets", {name: plain.BULLETS[name] for name in ("dash", "bullet", "bare", "bullet", "tab")})
    head, post = draw.form("head", plain.PROFILE_HEADS), draw.form("post", plain.PROFILE_POSTS)
    study, tail = draw.form("study", plain.PROFILE_STUDIES), draw.form("tail", plain.PROFILE_TAILS)
    gap = draw.one("gap", ("\n\n", "\n", "\n\n\n"))
    top = filled(head, "", {"N": life.name, "P": life.trade, "A": life.about, "C": life.posts[0]["C"]})
    posts = gap.join(filled(post, "", {**parts, "B": bullets(bullet, False, parts)}) for parts in life.posts)
    studies = gap.join(filled(study, "", parts) for parts in life.studies)
    text = f"{top}\n\n{life.titles['experience']}\n{posts}\n\n{life.titles['education']}\n{studies}{tail}\n"
    return Drawn("page.txt", text, life.told(False, False))


def form_page(draw: Draw) -> Drawn:
    """Return a résumé of labels and values, as the European form has it."""
    tongue = draw.one("tongue", ("en", "de", "fr", "es", "pt", "it", "pl", "nl", "sv", "tr", "ru", "cs"))
    life = draw_life(draw, tongue)
    long = tongue in plain.FIELD_LABELS and draw.one("labels", ("long", "short")) == "long"
    labels, names = plain.FIELD_LABELS.get(
        tongue if long else f"short {tongue}",
        plain.FIELD_LABELS[tongue if long or tongue == "pl" else f"short {tongue}"],
    )
    field, section = draw.form("field", plain.FIELDS), draw.form("section", plain.SECTIONS)
    order = draw.one("order of fields", ("DTCB", "TCDB", "CTDB", "DCTB"))
    by_key = dict(zip("DTCB", labels, strict=True))
    posts = [
        "\n".join(_field(field, by_key[key], parts["B0"] if key == "B" else parts[key]) for key in order)
        for parts in life.posts
    ]
    by_key = dict(zip("DTC", names, strict=True))
    studies = [
        "\n".join(_field(field, by_key[key], parts[key]) for key in order if key in by_key) for parts in life.studies
    ]
    pieces = (
        _field(field, "Name", life.name), _headed(section, life.titles["experience"], 0) + "\n" + "\n\n".join(posts),
        _headed(section, life.titles["education"], 1) + "\n" + "\n\n".join(studies), _headed(section, life.titles["languages"], 2) + "\n" + life.rest["languages"],
    )  # fmt: skip
    file = "page.md" if "**" in field else "page.txt"
    return Drawn(file, "\n\n".join(pieces) + "\n", life.told(False, False))


def _field(form: str, label: str, value: str) -> str:
    return form.format(k=label, v=value).replace("⇥", "\t")


KINDS: Mapping[str, Callable[[Draw], Drawn]] = {
    "text": text_page,
    "profiles": profile_page,
    "forms": form_page,
    "latex": export_markups.latex_page,
    "html": export_markups.html_page,
    "marked": export_markups.marked_page,
    "data": export_markups.data_page,
}
"""Kind → how one page of it is drawn."""


def facts_in(reading: DocumentReading) -> Counter[str]:
    """Return what is read, as `told` says it: the person, each post, each study by its school, each work."""
    people = {m.key: m.name for m in reading.of(EntityKind.PERSON)}
    works = {m.key: m.name for m in reading.of(EntityKind.PROJECT)}
    found = [f"person {name}" for name in people.values()] + [f"post {post}" for post in posts_in(reading)]
    found += [f"study {study}" for study in _studies_in(reading)] + [f"work {name}" for name in works.values()]
    return Counter(fact.casefold() for fact in found)


def _studies_in(reading: DocumentReading) -> Iterator[str]:
    for mention in reading.of(EntityKind.INSTITUTION):
        degrees = mention.attributes["degrees"]
        assert isinstance(degrees, list)
        for degree in degrees:
            assert isinstance(degree, dict)
            yield f"{mention.name} | {degree.get('start')} | {degree.get('end')}"


def read(page: Drawn) -> Counter[str]:
    """Return the facts that are read of a drawn page."""
    return facts_in(reading_of(page.file, page.text))


def drawn_pages(kind: str, number: int = LOTS, seed: int = 1) -> Iterator[tuple[Draw, Drawn]]:
    """Yield pages of a kind, each with the forms that were drawn for it."""
    for place in range(number):
        draw = Draw(random.Random(f"{kind} {seed} {place}"))
        yield draw, KINDS[kind](draw)


def _tried(kind: str, every: int = 1) -> Iterator[tuple[str, list[str] | None]]:
    for place, (draw, page) in enumerate(drawn_pages(kind)):
        if place % every == 0:
            found, told = read(page), page.told
            yield draw.name, None if told.is_read(found) else sorted(found.elements())


TRIED: Mapping[str, Tried] = {kind: partial(_tried, kind) for kind in KINDS}
"""Kind → the pages, one of so many, each with what was read instead of what it tells, or None."""
__all__ = ["TRIED", "Told", "drawn_pages", "read"]
