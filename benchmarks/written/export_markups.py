"""Draws résumés in LaTeX, as web pages, in Markdown whose headings are bold lines, and as YAML and JSON; export_lots.py tries them."""

from __future__ import annotations

import html
import json
from collections.abc import Mapping, Sequence

import yaml

from benchmarks.written import export_markup_forms as forms
from benchmarks.written.export_lives import Draw, Drawn, LifeDrawn, draw_life, spaced

_TONGUES = ("en", "en", "abroad")
_ORDERS = (
    "experience education skills languages",
    "about experience education languages hobbies",
    "skills education experience",
    "about education experience skills references",
)


def latex_page(draw: Draw) -> Drawn:
    """Return a résumé in LaTeX, its macros those of a class or its own."""
    life = draw_life(draw, draw.one("tongue", _TONGUES))
    head, section = draw.form("head", forms.LATEX_HEADS), draw.form("section", forms.LATEX_SECTIONS)
    post, study = draw.form("post", forms.LATEX_POSTS), draw.form("study", forms.LATEX_STUDIES)
    top = _put(head, _person(life), _tex)
    text = top + _sections(draw, life, section, post, study, _tex, "\\item {}\n", "\n\n") + "\n\\end{document}\n"
    return Drawn("page.tex", text, life.told(False, False))


def html_page(draw: Draw) -> Drawn:
    """Return a résumé as a web page."""
    life = draw_life(draw, draw.one("tongue", _TONGUES))
    head, section = draw.form("head", forms.HTML_HEADS), draw.form("section", forms.HTML_SECTIONS)
    post, study = draw.form("post", forms.HTML_POSTS), draw.form("study", forms.HTML_STUDIES)
    body = (
        _put(head, _person(life), html.escape)
        + "\n"
        + _sections(draw, life, section, post, study, html.escape, "<li>{}</li>", "\n")
    )
    return Drawn(
        "page.html",
        f"<!DOCTYPE html><html><head><title>CV</title></head><body>{body}</body></html>",
        life.told(False, False),
    )


def marked_page(draw: Draw) -> Drawn:
    """Return a résumé in Markdown as programs export it: headings may be bold lines."""
    life = draw_life(draw, draw.one("tongue", _TONGUES))
    section, post, study = (
        draw.form("section", forms.MARKED_SECTIONS),
        draw.form("post", forms.MARKED_POSTS),
        draw.form("study", forms.MARKED_STUDIES),
    )
    head = draw.form(
        "head",
        {
            "h1": "# «N»\n\n«P»",
            "bold": "**«N»**\n\n«P»",
            "bold capitals": "**«X»**\n«P» | rosa@quill.example",
            "plain": "«N»\n\nrosa@quill.example",
            "h1 bold": "# **«N»**\n\n*«P»*",
        },
    )
    text = (
        _put(head, _person(life), str)
        + "\n\n"
        + _sections(draw, life, section, post, study, str, "- {}\n", "\n\n")
        + "\n"
    )
    return Drawn("page.md", text, life.told(False, False))


def data_page(draw: Draw) -> Drawn:
    """Return a résumé in YAML or JSON, under the keys of a known shape or its own."""
    life = draw_life(draw, draw.one("tongue", _TONGUES), "iso", "year", "long", "slash")
    kind = draw.one("keys", tuple(forms.DATA))
    posts_key, title, house, start, end, studies_key, study_keys = forms.DATA[kind]
    degree, school, first, last = study_keys.split(" ")
    bullets = draw.one("bullets", ("highlights", "summary", "description", "responsibilities"))
    posts = [
        {title: parts["T"], house: parts["C"]} | ({start: parts["F"], end: parts["G"]} if end else {start: parts["D"]})
        | {bullets: [parts["B0"], parts["B1"]] if bullets in ("highlights", "responsibilities") else parts["B0"]}
        for parts in life.posts
    ]  # fmt: skip
    studies = [
        {degree: parts["T"], school: parts["C"]}
        | (({first: parts["F"]} if parts["F"] else {}) | {last: parts["G"]} if last else {first: parts["D"]})
        for parts in life.studies
    ]
    told = life.told(False, False)
    person = draw.one("person", ("basics", "flat", "personal", "cv"))
    head: dict[str, object] = {"name": life.name, "email": "rosa@quill.example"}
    lists: dict[str, object] = {posts_key: posts, studies_key: studies, "skills": life.life.skills.split(", ")}
    data = {
        "basics": {"basics": head} | lists,
        "flat": head | lists,
        "personal": {"personal_info": head} | lists,
        "cv": {"cv": head | {"sections": lists}},
    }[person]
    if draw.one("format", ("yaml", "json")) == "json":
        return Drawn("resume.json", json.dumps(data, ensure_ascii=False, indent=2), told)
    return Drawn("resume.yaml", yaml.safe_dump(data, allow_unicode=True, sort_keys=False), told)


def _sections(
    draw: Draw, life: LifeDrawn, section: str, post: str, study: str, escape: object, item: str, gap: str
) -> str:
    """Return the sections in a drawn order, each entry in its form."""
    assert callable(escape)
    posts = gap.join(_put(post, _entry(parts, item, escape), str) for parts in life.posts)
    studies = gap.join(_put(study, _entry(parts, item, escape), str) for parts in life.studies)
    told = {"experience": posts, "education": studies} | {part: escape(text) for part, text in life.rest.items()}
    pieces = []
    for part in draw.one("order", _ORDERS).split():
        title, text = escape(life.titles[part]), told[part]
        if section.startswith("<") and not text.startswith("<"):
            text = f"<p>{text}</p>"
        headed = _put(
            section, {"H": title, "X": title.upper(), "low": title.lower(), "spaced": spaced(title), "E": text}, str
        )
        pieces.append(headed if "«E»" in section else f"{headed}\n\n{text}")
    return "\n\n".join(pieces)


def _entry(parts: Mapping[str, str], item: str, escape: object) -> dict[str, str]:
    assert callable(escape)
    words = {key: escape(text) for key, text in parts.items()}
    items: Sequence[str] = [words[key] for key in ("B0", "B1") if key in words]
    return words | {
        "B": "".join(item.format(text) for text in items),
        "R": "".join(f"\\resumeItem{{{text}}}\n" for text in items),
    }


def _person(life: LifeDrawn) -> dict[str, str]:
    first, _, last = life.name.partition(" ")
    return {"N": life.name, "N1": first, "N2": last, "P": life.trade, "A": life.about, "X": life.name.upper()}


def _put(form: str, parts: Mapping[str, str], escape: object) -> str:
    assert callable(escape)
    for key, text in parts.items():
        form = form.replace(f"«{key}»", escape(text))
    return form


def _tex(text: str) -> str:
    for sign in "&%$#_":
        text = text.replace(sign, "\\" + sign)
    return text.replace(" – ", " -- ")
