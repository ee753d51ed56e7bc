"""What a project's page adds: the story in STAR order, its tellings, outcomes, and stories like it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graph.documents import Span
from graph.model import DateRange, Entity, EntityKind, RelationKind, Telling
from graph.queries import neighbours, others
from index.generations import Generation
from index.similar import Shared
from index.told import ToldExperience
from webapp.corpus import Corpus, Metric, Place, Ref
from webapp.links import search_url
from webapp.pages import Listing, first_of
from webapp.quotes import Paragraph, Quote, paragraphs, quote
from webapp.story_text import story_markdown
from webapp.strength import outcomes_of
from webapp.wording import period_of, write_period

PARTS = (("situation", "S"), ("task", "T"), ("action", "A"), ("result", "R"))
_PART_CHARACTERS, _STORY_CHARACTERS, _OUTCOMES, _SIMILAR, _TELLINGS, _QUOTES = 2_400, 4_000, 10, 4, 12, 1


@dataclass(frozen=True, slots=True)
class StoryPart:
    """Situation, task, action or result, as the text tells it."""

    letter: str
    name: str
    paragraphs: tuple[Paragraph, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class TellingView:
    """A place where the work is told."""

    title: str
    place: Place
    words: int
    letters: str
    """Which of S, T, A, R it has."""


@dataclass(frozen=True, slots=True)
class SimilarStory:
    """A project whose story is told in like things, experiences and words."""

    ref: Ref
    shared: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExperienceView:
    """An experience that the story tells: all that tell it, and the words that show it here."""

    name: str
    url: str
    """The search for every passage that tells it."""
    quotes: tuple[Quote, ...]
    more: int


@dataclass(frozen=True, slots=True)
class ProjectPart:
    """What a project's page shows beside its relations."""

    people: tuple[Ref, ...]
    employers: tuple[Ref, ...]
    when: str
    parts: tuple[StoryPart, ...]
    """Empty where the text has no such parts; then `story` holds it."""
    story: tuple[Paragraph, ...]
    story_place: Place | None
    tellings: tuple[TellingView, ...]
    """All of them, the one shown first."""
    outcomes: Listing[Metric]
    copied: str
    """The story as Markdown, with its figures and its place; empty where none is told."""
    similar: tuple[SimilarStory, ...] = ()
    """Filled in by the page, which knows the index."""
    told: tuple[ToldExperience, ...] = ()
    """Likewise, as is what follows."""
    experiences: tuple[ExperienceView, ...] = ()

    @property
    def letters(self) -> str:
        """Which of S, T, A, R the shown telling has."""
        return "".join(part.letter for part in self.parts)


def project_part(corpus: Corpus, project: Entity) -> ProjectPart:
    """Return what a project's page shows beside its relations."""
    kg = corpus.kg
    tellings = fullest_first(corpus, project)
    parts = _parts(corpus, tellings[0]) if tellings else ()
    span = tellings[0].span if tellings else None
    outcomes = first_of(outcomes_of(kg, project.id), _OUTCOMES, f"{corpus.ref(project).url}?group=achieved-out")
    metrics = tuple(corpus.metrics(outcomes.items))
    people = others(kg, project.id, RelationKind.WORKED_ON, "in")
    employers = others(kg, project.id, RelationKind.AT_EMPLOYER, "out")
    when = write_period(period_of(project))
    story = () if parts or span is None else tuple(paragraphs(corpus, [span], _STORY_CHARACTERS))
    told = [(part.name, part.paragraphs) for part in parts] or [("", story)]
    head = ", ".join([*(e.name for e in (*people, *employers)), *([when] if when else [])])
    return ProjectPart(
        people=tuple(corpus.ref(e) for e in people),
        employers=tuple(corpus.ref(e) for e in employers),
        when=when,
        parts=parts,
        story=story,
        story_place=None if span is None else corpus.place(span),
        tellings=tuple(_telling(corpus, telling) for telling in tellings[:_TELLINGS]),
        outcomes=Listing(metrics, outcomes.total, outcomes.more_url),
        copied="" if span is None else story_markdown(project.name, head, told, metrics, corpus.place(span)),
    )


def fullest_first(corpus: Corpus, project: Entity) -> list[Telling]:
    """Return a project's tellings: those with most parts first, then the longest."""
    return sorted(corpus.kg.tellings.get(project.id, ()), key=lambda t: (-len(t.parts), -len(t.span), t.span))


def best_telling(corpus: Corpus, project: Entity) -> Telling | None:
    """Return the fullest telling of a project, or None where it is told nowhere."""
    return next(iter(fullest_first(corpus, project)), None)


def _parts(corpus: Corpus, telling: Telling) -> tuple[StoryPart, ...]:
    found = []
    for name, letter in PARTS:
        spans = telling.parts.get(name, ())
        if not spans:
            continue
        told = tuple(paragraphs(corpus, spans, _PART_CHARACTERS))
        whole = Span(spans[0].document_id, min(s.start for s in spans), max(s.end for s in spans))
        if told:
            found.append(StoryPart(letter, name.capitalize(), told, corpus.place(whole)))
    return tuple(found)


def letters_of(telling: Telling) -> str:
    """Return the letters of the parts that a telling has: "SAR"."""
    return "".join(letter for name, letter in PARTS if telling.parts.get(name))


def _telling(corpus: Corpus, telling: Telling) -> TellingView:
    document = corpus.kg.documents[telling.span.document_id]
    letters = letters_of(telling)
    return TellingView(document.title, corpus.place(telling.span), len(document.quote(telling.span).split()), letters)


def similar_stories(generation: Generation, corpus: Corpus, project: Entity) -> tuple[SimilarStory, ...]:
    """Return the stories most like a project's, each with the things and experiences that both tell."""
    found = []
    for similar in generation.similar(project.id, _SIMILAR):
        told = (_said(corpus, each) for each in similar.shared)
        shared = tuple(dict.fromkeys(words for words in told if words))
        found.append(SimilarStory(corpus.ref(corpus.kg.entity(similar.story)), shared[:4] or ("the same words",)))
    return tuple(found)


def experience_views(corpus: Corpus, told: Sequence[ToldExperience]) -> tuple[ExperienceView, ...]:
    """Return experiences as a page shows them."""
    return tuple(
        ExperienceView(
            name=one.name,
            url=search_url("", {"experience": [one.concept_id]}),
            quotes=tuple(quote(corpus, evidence) for evidence in one.evidence[:_QUOTES]),
            more=max(0, len(one.evidence) - _QUOTES),
        )
        for one in told
    )


def _said(corpus: Corpus, shared: Shared) -> str:
    """Return a shared thing in words; a stem of a word is none."""
    if shared.kind == "entity":
        return corpus.kg.entity(shared.value).name
    return shared.value.replace("-", " ") if shared.kind == "experience" else ""


def project_when(corpus: Corpus, project: Entity) -> str:
    """Return when a project was: its own dates, else those of its tie to a person or employer; empty where undated."""
    return write_period(project_dates(corpus, project))


def project_dates(corpus: Corpus, project: Entity) -> DateRange | None:
    """Return a project's own dates, else those of its tie to a person or employer; None where it is undated."""
    own = period_of(project)
    if own is not None:
        return own
    for kind in (RelationKind.WORKED_ON, RelationKind.AT_EMPLOYER):
        for near in neighbours(corpus.kg, project.id, kind):
            if near.other.kind is not EntityKind.PROJECT and near.relation.period is not None:
                return near.relation.period
    return None
