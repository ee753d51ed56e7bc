"""The story bank: what can be told, how complete it is, what it answers; and a sheet of chosen stories to print."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote as quoted
from urllib.parse import urlencode

from graph.model import EntityKind
from graph.ties import tied_to
from index.generations import Generation
from webapp.asking import Asked, BadValueError
from webapp.corpus import Corpus, Metric, Place, Ref
from webapp.near import not_found
from webapp.pages import Listing, PageLink, page_of
from webapp.story_bank import WORDS_A_MINUTE, Answer, Bank, Story, story_bank
from webapp.views.project import PARTS, ProjectPart, project_part
from webapp.wording import counted

A_PAGE, QUESTIONS_A_PAGE, MOST_PICKS = 25, 12, 20
_SHOWN, _STORIES, _QUESTIONS, _FIGURES = 4, 3, 4, 6


@dataclass(frozen=True, slots=True)
class StoryRow:
    """One story of the bank."""

    ref: Ref
    people: tuple[Ref, ...]
    best: Metric | None
    figures: int
    letters: str
    parts_words: str
    """"Has action, result; lacks situation, task", for those who don't see the letters."""
    practices: tuple[tuple[Ref, Place], ...]
    competencies: tuple[tuple[str, str], ...]
    """What it shows, each with the address of its like."""
    words: int
    minutes: int
    picked: bool


@dataclass(frozen=True, slots=True)
class AnswerView:
    """A story that answers a question, and why."""

    ref: Ref
    minutes: int
    reasons: tuple[tuple[str, Place], ...]


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question with the stories that answer it best."""

    text: str
    competency: str
    answers: tuple[AnswerView, ...]
    further: int


@dataclass(frozen=True, slots=True)
class SheetStory:
    """One chosen story, whole."""

    row: StoryRow
    part: ProjectPart
    figures: tuple[Metric, ...]
    questions: tuple[str, ...]
    off_url: str


@dataclass(frozen=True, slots=True)
class StoriesPage:
    """Everything that the page shows: the bank, or a sheet of chosen stories."""

    total: int
    stories: Listing[StoryRow]
    competencies: tuple[PageLink, ...]
    chosen: str
    sorts: tuple[PageLink, ...]
    sort: str
    questions: Listing[QuestionView]
    question_total: int
    sheet: tuple[SheetStory, ...]
    sheet_minutes: int
    picks: tuple[str, ...]
    elsewhere: tuple[str, ...]
    """Chosen stories that are not on this page of the bank: the form keeps them."""
    choose_url: str
    sheet_url: str
    words_a_minute: int


SORTS: Mapping[str, tuple[str, Callable[[Story], tuple[object, ...]]]] = {
    "complete": ("most complete", lambda s: (-len(s.letters), -len(s.outcomes), -s.words)),
    "figures": ("most figures", lambda s: (-len(s.outcomes), -len(s.letters))),
    "short": ("shortest", lambda s: (s.words == 0, s.words)),
    "name": ("name", lambda s: (s.project.name.casefold(),)),
}
"""Order of the bank → its word, and the key that sorts; ties go by id."""


@lru_cache(maxsize=2)
def _in_all_orders(corpus: Corpus) -> Mapping[str, Sequence[Story]]:
    """Return order → every story in it; sorted once for a generation."""
    stories = story_bank(corpus).stories.values()
    by_id = sorted(stories, key=lambda story: story.project.id)
    return {sort: tuple(sorted(by_id, key=key)) for sort, (_, key) in SORTS.items()}


def stories_page(generation: Generation, corpus: Corpus, asked: Asked) -> StoriesPage:
    """Return the bank, or the sheet where stories are picked.

    Raises NotFoundError for a picked id that is no project, BadValueError for too many of them, and for a competency,
    order or page that there is not.
    """
    bank = story_bank(corpus)
    picks = _picks(corpus, asked)
    sheet = bool(picks) and asked.one("choose") != "1"
    known = [name for name, _ in bank.competencies]
    shows, sort = asked.one("shows"), asked.one("sort", "complete")
    if shows and shows not in {*known, *(question.competency for question in bank.questions)}:
        raise BadValueError(f"no question asks after shows={shows[:40]}; there are: {', '.join(known)}")
    if sort not in SORTS:
        raise BadValueError(f"sort={sort[:40]} is no order; write one of {', '.join(SORTS)}")
    url = _Address(shows, sort, picks)
    listed = _in_all_orders(corpus)[sort]
    if shows:
        listed = [story for story in listed if shows in bank.shows.get(story.project.id, ())]
    page = page_of(listed, asked.number("page", 1), A_PAGE, url.of(page="{page}"))
    rows = () if sheet else tuple(_row(corpus, bank, story, picks, url) for story in page.items)
    here = {row.ref.id for row in rows}
    chosen = tuple(_sheet_story(corpus, bank, key, picks, url) for key in picks) if sheet else ()
    questions = _questions(corpus, bank, asked, url)
    return StoriesPage(
        total=len(bank.stories),
        stories=Listing(rows, page.total, None, page.pager),
        competencies=(
            PageLink("anything", url.of(shows=""), not shows),
            *(PageLink(f"{name} {count}", url.of(shows=name), name == shows) for name, count in bank.competencies),
        ),
        chosen=shows,
        sorts=tuple(PageLink(word, url.of(sort=key), key == sort) for key, (word, _) in SORTS.items()),
        sort=sort,
        questions=Listing((), 0) if sheet else questions,
        question_total=len(bank.questions),
        sheet=chosen,
        sheet_minutes=sum(story.row.minutes for story in chosen),
        picks=picks,
        elsewhere=tuple(key for key in picks if key not in here),
        choose_url=url.of(choose="1"),
        sheet_url=url.of(shows="", sort="complete", choose=""),
        words_a_minute=WORDS_A_MINUTE,
    )


def _picks(corpus: Corpus, asked: Asked) -> tuple[str, ...]:
    picks = tuple(dict.fromkeys(key for key in asked.values.get("pick", ()) if key))
    if len(picks) > MOST_PICKS:
        raise BadValueError(f"a sheet has at most {MOST_PICKS} stories; {len(picks)} are picked, take some off")
    for key in picks:
        if key not in corpus.kg or corpus.kg.entity(key).kind is not EntityKind.PROJECT:
            raise not_found(corpus, key)
    return picks


class _Address:
    """Addresses of the page that keep what is chosen, with some of it changed."""

    def __init__(self, shows: str, sort: str, picks: Sequence[str]) -> None:
        self._shows, self._sort, self._picks = shows, sort, picks

    def of(
        self,
        shows: str | None = None,
        sort: str | None = None,
        picks: Sequence[str] | None = None,
        choose: str | None = None,
        **pages: str,
    ) -> str:
        """Return an address; of `pages` a value "{page}" stays a place to fill in."""
        shows = self._shows if shows is None else shows
        sort = self._sort if sort is None else sort
        picks = self._picks if picks is None else picks
        # A sheet shows nothing else: whoever changes the list wants the bank, with the choice kept.
        choose = "1" if choose is None else choose
        pairs = [("shows", shows)] if shows else []
        pairs += [("sort", sort)] if sort != "complete" else []
        pairs += [("pick", key) for key in picks]
        pairs += [("choose", "1")] if choose and picks else []
        written = [urlencode(pairs, quote_via=quoted, safe=":")] if pairs else []
        written += [f"{name}={value}" for name, value in pages.items()]
        return f"/stories?{'&'.join(written)}" if written else "/stories"


# ---------------------------------------------------------------- rows


def _row(corpus: Corpus, bank: Bank, story: Story, picks: Sequence[str], url: _Address) -> StoryRow:
    project = story.project
    people = [corpus.ref(corpus.kg.entity(r.source_id)) for r in tied_to(corpus.kg, project.id, EntityKind.PERSON)]
    has = [name for name, letter in PARTS if letter in story.letters]
    lacks = [name for name, letter in PARTS if letter not in story.letters]
    parts = f"Has {', '.join(has)}" if has else "Not divided into parts"
    return StoryRow(
        ref=corpus.ref(project),
        people=tuple(people),
        best=corpus.metric(story.outcomes[0]) if story.outcomes else None,
        figures=len(story.outcomes),
        letters=story.letters,
        parts_words=f"{parts}; lacks {', '.join(lacks)}" if has and lacks else parts,
        practices=tuple((corpus.ref(e), corpus.place(proof.span)) for e, proof in story.practices[:_SHOWN]),
        competencies=tuple((name, url.of(shows=name)) for name in bank.shows.get(project.id, ())[:_SHOWN]),
        words=story.words,
        minutes=story.minutes,
        picked=project.id in picks,
    )


def _sheet_story(corpus: Corpus, bank: Bank, key: str, picks: Sequence[str], url: _Address) -> SheetStory:
    story = bank.stories[key]
    return SheetStory(
        row=_row(corpus, bank, story, picks, url),
        part=project_part(corpus, story.project),
        figures=tuple(corpus.metrics(story.outcomes[:_FIGURES])),
        questions=bank.answered.get(key, ())[:_QUESTIONS],
        off_url=url.of(picks=[other for other in picks if other != key], choose=""),
    )


# ---------------------------------------------------------------- questions


def _questions(corpus: Corpus, bank: Bank, asked: Asked, url: _Address) -> Listing[QuestionView]:
    shows = asked.one("shows")
    listed = [
        (question, answers)
        for question, answers in zip(bank.questions, bank.answers, strict=True)
        if not shows or question.competency == shows
    ]
    page = page_of(listed, asked.number("questions", 1), QUESTIONS_A_PAGE, url.of(questions="{page}") + "#questions")
    views = tuple(
        QuestionView(
            question.text,
            question.competency,
            tuple(_answer(corpus, bank, answer) for answer in answers[:_STORIES]),
            max(0, len(answers) - _STORIES),
        )
        for question, answers in page.items
    )
    return Listing(views, page.total, None, page.pager)


def _answer(corpus: Corpus, bank: Bank, answer: Answer) -> AnswerView:
    story = bank.stories[answer.project_id]
    reasons = tuple((reason.text, corpus.place(reason.span)) for reason in answer.reasons)
    return AnswerView(corpus.ref(story.project), story.minutes, reasons)


def stories_title(page: StoriesPage) -> str:
    """Return the page's name: of the bank, or of the sheet."""
    return counted(len(page.sheet), "chosen story", "chosen stories") if page.sheet else "Stories"
