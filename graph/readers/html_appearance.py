"""Tells how an element looks on its page: hidden, a row of tags, an entry laid out as a table, a part that style sets apart.

Asked by html_pages.py, which walks over the elements; html_elements.py has the tables of their names.
"""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

from graph.documents import SectionKind
from graph.readers.html_elements import HEADINGS, HIDDEN_CLASSES, HIDDEN_ROLES, HIDDEN_STYLE, OWN_LINE
from graph.section_titles import STAR_KINDS, kind_of_title, load_section_titles

_NAMED = frozenset({"class", "datetime"})


def mark_between(before: LexborNode, node: LexborNode) -> str:
    """Return what parts one part of a line from that right before it, where style alone sets them apart.

    `<span class="when">2014</span><span class="what">Cook</span>` are two things; of bare spans two words. So is what a class
    says behind a heading's words: `<h3>Cook <small>2014</small></h3>`, `<h3>Cook<a>The Anchor</a></h3>`.
    """
    if before.tag == "-text":
        return " · " if _is_aside(before.text_content or "", node) else ""
    is_bare = node.tag == before.tag == "span" and not node.attributes and not before.attributes
    left, right = _edge_words(before, last=True).rstrip(), _edge_words(node).lstrip()
    if _is_figure_of(left, right, before, node):
        return " "
    if not is_bare and not (_NAMED & set(node.attributes) and _NAMED & set(before.attributes)):
        return " · " if _run_together(left, right) else ""
    is_apart = min(len(left), len(right)) > 2 and (left[-1].isdigit() or right[0].isupper() or right[0].isdigit())
    return "" if not is_apart else " " if is_bare else " · "


_FIGURE = re.compile(r"[^\w\s]{0,3}\d[\d.,/–-]*\s?(?:%|[a-zA-Z+×]{0,7})")


def _is_figure_of(left: str, right: str, before: LexborNode, node: LexborNode) -> bool:
    """Return whether a figure stands close before the words that it counts: `<span class="big">40%</span><span>of tickets</span>`."""
    if node.tag not in ("span", "small") or len(right) < 3:
        return False
    if "class" not in before.attributes and before.tag not in ("strong", "b", "em", "big"):
        return False
    return " " in right and right[0].isalpha() and _FIGURE.fullmatch(left) is not None


_DEEPEST_WORDS = 4


def _edge_words(node: LexborNode, *, last: bool = False) -> str:
    """Return the words with which an element begins or ends, looked for a few elements deep: unclosed ones nest without end."""
    inner: LexborNode | None = node
    for _ in range(_DEEPEST_WORDS):
        if inner is None or (words := inner.text(deep=False)).strip():
            return "" if inner is None else words
        inner = inner.last_child if last else inner.child
        while inner is not None and (inner.tag or "").startswith("-"):
            inner = inner.prev if last else inner.next
    return ""


_ASIDE = re.compile(
    r"(?i)\b(?:company|employer|org(?:anisation|anization)?|school|institution|university|dates?|time|when|period|years?|duration|"
    r"role|position|job|place|location|subtitle|sub|meta|muted)\b|date$|company$"
)
"""A class that says what stands beside a heading's words."""
_YEAR_FIRST = re.compile(r"(?:19|20)\d\d\b")


def _is_aside(words: str, node: LexborNode) -> bool:
    """Return whether an element behind plain words is a thing of its own: by its class, or as it is set close to them."""
    left, right = words.rstrip(), _edge_words(node).strip()
    if min(len(left.strip()), len(right)) < 3 or not left[-1].isalnum():
        return False
    if left == words:
        return _run_together(left, right)
    parent = node.parent
    in_heading = parent is not None and parent.tag in HEADINGS
    said = node.tag in ("small", "time") or _ASIDE.search(node.attributes.get("class") or "") is not None
    return in_heading and said and (right[0].isupper() or right[0].isdigit())


def _run_together(left: str, right: str) -> bool:
    """Return whether two parts would read as one word: "Oda & Finch" and "May 2019"; "Git" and "Hub" are one."""
    if min(len(left), len(right)) < 3 or not (left[-1].islower() or left[-1].isdigit()):
        return False
    return _YEAR_FIRST.match(right) is not None or (
        right[0].isupper() and (" " in left.strip() or " " in right.strip())
    )


_TAGS_CLASS = re.compile(r"(?i)\b(?:tags?|tech(?:s|nologies)?|stack|tools|skills|badges|chips|pills|keywords)\b")
_FEWEST_TAGS, _MOST_TAGS, _TAG_LETTERS = 3, 40, 30


def span_before(node: LexborNode) -> LexborNode | None:
    """Return the span before a node, white space at most between them."""
    before = node.prev
    if before is not None and before.tag == "-text" and not (before.text_content or "").strip():
        before = before.prev
    return before if before is not None and before.tag == "span" else None


def holds_tags(parent: LexborNode) -> bool:
    """Return whether an element holds three or more short spans and nothing else: `<span>Go</span> <span>Lua</span> …`.

    Where its class says so, two are enough: `<div class="tags"><span>Go</span><span>Lua</span></div>`.
    """
    child, count = parent.child, 0
    fewest = 2 if _TAGS_CLASS.search(parent.attributes.get("class") or "") is not None else _FEWEST_TAGS
    while child is not None:
        words = (child.text_content or "") if child.tag == "-text" else child.text()
        if child.tag == "span":
            count += 1
            if count > _MOST_TAGS or not 1 < len(words.strip()) <= _TAG_LETTERS or words.strip()[-1] in ".,:;!?":
                return False
        elif words.strip() or child.tag not in ("-text", "-comment"):
            return False
        child = child.next
    return count >= fewest


def is_entry(row: LexborNode) -> bool:
    """Return whether a row of two cells is layout: dates, and lines broken by hand beside them."""
    cells = row.css("td")
    return len(cells) == 2 and len(row.css("th")) == 0 and cells[1].css_first("br") is not None


def is_repeated(node: LexborNode) -> bool:
    """Return whether an element of several lines stands beside one of the same class, as a page's cards and entries do."""
    named = node.attributes.get("class")
    if not named or sum(child.tag in OWN_LINE for child in node.iter()) < 2:
        return False
    near = [node.next, node.prev]
    if near[0] is not None and near[0].tag == "-text":
        near[0] = near[0].next
    if near[1] is not None and near[1].tag == "-text":
        near[1] = near[1].prev
    return any(one is not None and one.tag == node.tag and one.attributes.get("class") == named for one in near)


def is_laid_out(table: LexborNode) -> bool:
    """Return whether a table only sets things side by side: two columns, no heads, and rows across both."""
    if table.css_first("td[colspan]") is None or table.css_first("th") is not None:
        return False
    return all(len(each.css("td")) <= 2 for each in table.css("tr"))


def is_listed_entry(item: LexborNode) -> bool:
    """Return whether an item of a list is a post or a work: it holds a heading, or a head of several lines and a list of its own."""
    if item.css_first("h2, h3, h4, h5, h6") is not None:
        return True
    lines, child = 0, item.child
    while child is not None:
        lines += child.tag in ("p", "div")
        if child.tag in ("ul", "ol"):
            return lines > 1
        child = child.next
    return False


_HEADS_CLASS = re.compile(r"(?i)title|head(?:ing|er|line)?\b|section-?name")
_LONGEST_HEAD = 40


def heads_section(node: LexborNode) -> bool:
    """Return whether an element that is no heading shows a section's title as one: `<div class="section-title">Projects</div>`.

    Without such a class its words do in capitals or bold alone: `<div class="h">SKILLS</div>`, `<p><b>Education</b></p>`.
    """
    is_said = _HEADS_CLASS.search(node.attributes.get("class") or "") is not None
    if not is_said and not _is_set_apart(node):
        return False
    child = node.child
    while child is not None:
        if child.tag in OWN_LINE or child.tag == "a":
            return False
        child = child.next
    words = " ".join(node.text().split()).rstrip(":")
    if not 3 < len(words) <= _LONGEST_HEAD:
        return False
    return kind_of_title(words, load_section_titles()) not in (SectionKind.OTHER, *STAR_KINDS)


def _is_set_apart(node: LexborNode) -> bool:
    """Return whether an element's few words are all in capitals, or all bold."""
    child = node.child
    if child is None or child.next is not None:
        return False
    words = (child.text_content or "") if child.tag == "-text" else child.text() if child.tag in ("b", "strong") else ""
    return 3 < len(words.strip()) <= _LONGEST_HEAD and (words.isupper() or child.tag != "-text")


def is_hidden(node: LexborNode) -> bool:
    """Return whether an element is not shown: by its attributes, its role, its classes or its style."""
    attributes = node.attributes
    if "hidden" in attributes or (attributes.get("aria-hidden") or "").strip().lower() == "true":
        return True
    if (attributes.get("role") or "").strip().lower() in HIDDEN_ROLES:
        return True
    if node.tag == "dialog" and "open" not in attributes:
        return True
    if HIDDEN_CLASSES.intersection((attributes.get("class") or "").lower().split()) and not _heads_unseen(node):
        return True
    return HIDDEN_STYLE.search(attributes.get("style") or "") is not None


def _heads_unseen(node: LexborNode) -> bool:
    """Return whether a heading that only screen readers tell names a section: what it heads is seen."""
    words = " ".join(node.text().split()).rstrip(":") if node.tag in HEADINGS else ""
    return 0 < len(words) <= _LONGEST_HEAD and kind_of_title(words, load_section_titles()) is not SectionKind.OTHER
