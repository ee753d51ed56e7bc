"""The list to work through: everything doubtful, by kind, with its words and the lines that settle it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote as quoted

from graph.correction_rules import FILE_NAME
from graph.documents import Span
from graph.finding import Finding, Paste
from graph.findings import PROBLEMS, find_problems
from graph.model import Evidence
from index.generations import Generation
from webapp.asking import Asked, BadValueError
from webapp.corpus import Corpus
from webapp.pages import PageLink, page_of
from webapp.quotes import Quote, quote

A_PAGE = 25

KIND_TITLES: Mapping[str, tuple[str, str]] = {
    "skipped-file": ("Files not read", "Nothing of them is in the graph."),
    "correction-unmatched": ("Corrections that match nothing", f"Rules of {FILE_NAME} that no longer do anything."),
    "front-matter": ("Front matter that is no YAML", "The text was read, what stands between the --- lines was not."),
    "figures-left-out": (
        "Figures left out",
        "More stand in one sentence than anybody would claim; the first were read.",
    ),
    "unknown-author": ("Unknown authors", "Somebody speaks in these files, and nothing says who."),
    "same-name": ("People who share a name", "They are kept apart until you say that they are one."),
    "likely-duplicate": ("Likely duplicates", "Two things that are probably one, and stand apart."),
    "claim-told-two-ways": ("One claim, two numbers", "Told in two places with figures that can't both be true."),
    "job-told-two-ways": ("One job, told two ways", "Two documents give it other titles or dates."),
    "outcome-without-project": (
        "Numbers with no story",
        "A figure without the work that it measures convinces nobody.",
    ),
    "project-without-outcome": ("Stories with no number", "Say how much, how fast or how many."),
    "undated-role": ("Undated jobs", "Without dates they count for no years of experience."),
    "undated-project": ("Undated work", "Neither the work nor the job around it has a date."),
    "unknown-term": ("Words in no vocabulary", "They look like technologies, and are not searched as such."),
}
"""Code of a finding → heading, and what it means."""


@dataclass(frozen=True, slots=True)
class KindOfFinding:
    """A link that shows one kind alone."""

    code: str
    title: str
    count: int
    url: str
    current: bool


@dataclass(frozen=True, slots=True)
class FindingView:
    """One finding as the page shows it."""

    finding: Finding
    quote: Quote | None
    """Its words, where it stands at some."""
    where: str
    """`file:line` where there are no words to show; empty where it is about no single file."""
    paste: tuple[Paste, ...]


@dataclass(frozen=True, slots=True)
class GroupOfFindings:
    """Findings of one kind, as far as they are on this page."""

    code: str
    title: str
    means: str
    total: int
    findings: tuple[FindingView, ...]


@dataclass(frozen=True, slots=True)
class CheckPage:
    """Everything that the page shows."""

    total: int
    shown: int
    """How many are left by the filters."""
    kinds: tuple[KindOfFinding, ...]
    groups: tuple[GroupOfFindings, ...]
    pager: tuple[PageLink, ...]
    chosen: str
    document: str
    """The part of a file's path that is asked for."""
    all_url: str
    file_name: str
    listed: tuple[Finding, ...]
    """The findings of this page, for the JSON that the command line shares."""
    counts: Mapping[str, int]


def check_page(generation: Generation, corpus: Corpus, asked: Asked) -> CheckPage:
    """Return the list to work through. Raises BadValueError for a kind that there is not, or a page that is no number."""
    chosen, document = asked.one("code"), asked.one("document").strip()
    if chosen and chosen not in PROBLEMS:
        raise BadValueError(f"code={chosen[:40]} is no kind of finding; write one of {', '.join(PROBLEMS)}")
    every = findings_of(corpus)
    here = [one for one in every if document.casefold() in (one.document or "").casefold()]
    shown = [one for one in here if not chosen or one.code == chosen]
    listing = page_of(shown, asked.number("page", 1), A_PAGE, check_url(chosen, document, "{page}"))
    counts = Counter(one.code for one in here)
    groups = []
    for code, (title, means) in KIND_TITLES.items():
        views = tuple(_view(corpus, one) for one in listing.items if one.code == code)
        if views:
            groups.append(GroupOfFindings(code, title, means, counts[code], views))
    return CheckPage(
        total=len(every),
        shown=len(shown),
        kinds=tuple(
            KindOfFinding(
                code, title, counts[code], check_url("" if code == chosen else code, document), code == chosen
            )
            for code, (title, _) in KIND_TITLES.items()
            if counts[code] or code == chosen
        ),
        groups=tuple(groups),
        pager=listing.pager,
        chosen=chosen,
        document=document,
        all_url=check_url("", document),
        file_name=FILE_NAME,
        listed=listing.items,
        counts={code: counts[code] for code in sorted(counts)},
    )


@lru_cache(maxsize=1)
def findings_of(corpus: Corpus) -> tuple[Finding, ...]:
    """Return everything doubtful about a generation; looked for once, since a generation never changes."""
    return tuple(find_problems(corpus.kg, corpus.report))


def check_url(code: str = "", document: str = "", page: str = "") -> str:
    """Return the address of the list, of one kind or of some files; `page` may be a place to fill in."""
    # Quoted, the document's part holds no braces that could be taken for a place to fill in.
    part = quoted(document, safe="/")
    pairs = [f"{name}={value}" for name, value in (("code", code), ("document", part), ("page", page)) if value]
    return "/check" + (f"?{'&'.join(pairs)}" if pairs else "")


def _view(corpus: Corpus, finding: Finding) -> FindingView:
    where = finding.document or ""
    if finding.line is not None:
        where = f"{where}:{finding.line}"
    words = None
    if finding.document in corpus.kg.documents and finding.start is not None and finding.end is not None:
        span = Span(str(finding.document), finding.start, finding.end)
        words = quote(corpus, Evidence(span, corpus.kg.documents[span.document_id].quote(span), finding.code))
    return FindingView(finding, words, where, finding.paste)
