"""What every story shows and which interview questions it answers, with the reasons. Looked for once for a generation."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from graph.documents import Span
from graph.model import Entity, EntityKind, Evidence, Measures, RelationKind, Telling
from graph.queries import neighbours
from graph.questions import Question
from graph.slugs import slug
from graph.stems import stem, stems
from webapp.corpus import Corpus
from webapp.strength import strongest_first
from webapp.views.project import PARTS, fullest_first, letters_of

WORDS_A_MINUTE = 130
"""A calm pace of speaking; usual advice for talks is 120 to 150 words a minute."""
_PRACTICE, _WORD, _FIGURE, _RESULT, _COMPLETE = 3.0, 1.5, 1.0, 0.6, 0.8
"""What counts how much: a practice that is applied says more than a word, a figure helps, the telling's shape decides ties."""
_MOST_WORDS, _MOST_PRACTICES = 4, 2
_LEAST_WORDS = 2
"""So many different words must speak for a story that applies none of the practices: one alone is chance."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a story answers a question."""

    text: str
    """"applies data migration", "says “moved”", "a figure of money"."""
    span: Span
    """The words that show it."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A story that answers a question."""

    project_id: str
    score: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Story:
    """One project as the bank knows it."""

    project: Entity
    letters: str
    """Which of S, T, A, R its fullest telling has."""
    words: int
    """Of its fullest telling; 0 where it is told nowhere."""
    practices: tuple[tuple[Entity, Evidence], ...]
    outcomes: tuple[Entity, ...]
    """Strongest first."""
    telling: Telling | None

    @property
    def minutes(self) -> int:
        """Whole minutes that it takes to tell, at least one."""
        return max(1, math.ceil(self.words / WORDS_A_MINUTE))


@dataclass(frozen=True, slots=True, eq=False)
class Bank:
    """All stories, and the questions with their answers."""

    stories: Mapping[str, Story]
    """Project id → story, in order of id."""
    questions: tuple[Question, ...]
    answers: tuple[tuple[Answer, ...], ...]
    """For each question the stories that answer it, best first."""
    shows: Mapping[str, tuple[str, ...]]
    """Project id → competencies, those that it answers best first."""
    competencies: tuple[tuple[str, int], ...]
    """Each competency with the number of stories that show it, most first."""
    answered: Mapping[str, tuple[str, ...]]
    """Project id → the questions that it answers, those that it answers best first."""


@lru_cache(maxsize=1)
def story_bank(corpus: Corpus) -> Bank:
    """Return the bank of a generation."""
    stories = {project.id: _story(corpus, project) for project in corpus.kg.entities(EntityKind.PROJECT)}
    questions = corpus.report.questions
    said = _what_is_said(corpus, stories.values(), {word for question in questions for word in question.words})
    near = _by_what_they_show(stories, said)
    answers = tuple(_answers(stories, question, said, near) for question in questions)
    best: dict[str, dict[str, float]] = defaultdict(dict)
    scored: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for question, found in zip(questions, answers, strict=True):
        for answer in found:
            known = best[answer.project_id]
            known[question.competency] = max(known.get(question.competency, 0.0), answer.score)
            scored[answer.project_id].append((-answer.score, question.text))
    shows = {key: tuple(sorted(found, key=lambda c: (-found[c], c))) for key, found in best.items()}
    counts = Counter(competency for shown in shows.values() for competency in shown)
    competencies = tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
    answered = {key: tuple(text for _, text in sorted(found)) for key, found in scored.items()}
    return Bank(stories, questions, answers, shows, competencies, answered)


def _story(corpus: Corpus, project: Entity) -> Story:
    tellings = fullest_first(corpus, project)
    telling = tellings[0] if tellings else None
    words, letters = 0, ""
    if telling is not None:
        words = len(corpus.kg.documents[telling.span.document_id].quote(telling.span).split())
        letters = letters_of(telling)
    near = neighbours(corpus.kg, project.id)
    applied = [n for n in near if n.relation.kind is RelationKind.APPLIES and n.direction == "out"]
    achieved = [n.other for n in near if n.relation.kind is RelationKind.ACHIEVED and n.direction == "out"]
    return Story(
        project=project,
        letters=letters,
        words=words,
        practices=tuple((n.other, n.relation.evidence[0]) for n in applied),
        outcomes=tuple(strongest_first(achieved)),
        telling=telling,
    )


# ---------------------------------------------------------------- words


@dataclass(frozen=True, slots=True)
class _Said:
    """Where stories say the words of questions, and how telling each word is."""

    places: Mapping[str, Mapping[str, Span]]
    """Project id → word of a question → its first place."""
    weights: Mapping[str, float]
    """0 to 1: what every story says tells nothing."""


def _what_is_said(corpus: Corpus, stories: Iterable[Story], words: set[str]) -> _Said:
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for word in sorted(words):
        parts = tuple(found for found, _, _ in stems(word)) or (stem(word),)
        phrases[parts[0]].append((parts, word))
    places: dict[str, dict[str, Span]] = {}
    number = 0
    for story in stories:
        number += 1
        places[story.project.id] = {} if story.telling is None else _said_in(corpus, story.telling, phrases)
    counts = Counter(word for found in places.values() for word in found)
    weights = {word: math.log(1 + number / count) / math.log(1 + number) for word, count in counts.items()}
    return _Said(places, weights)


def _said_in(
    corpus: Corpus, telling: Telling, phrases: Mapping[str, Sequence[tuple[tuple[str, ...], str]]]
) -> dict[str, Span]:
    document, offset = corpus.kg.documents[telling.span.document_id], telling.span.start
    row = stems(document.quote(telling.span))
    found: dict[str, Span] = {}
    for place, (first, start, _) in enumerate(row):
        for parts, word in phrases.get(first, ()):
            here = row[place : place + len(parts)]
            if word not in found and tuple(one for one, _, _ in here) == parts:
                found[word] = document.span(offset + start, offset + here[-1][2])
    return found


# ---------------------------------------------------------------- answers


def _by_what_they_show(stories: Mapping[str, Story], said: _Said) -> Mapping[str, set[str]]:
    """Return practice id, or word of a question → the stories that show it: no other story need be looked at."""
    found: dict[str, set[str]] = defaultdict(set)
    for key, story in stories.items():
        for shown in (*(practice.id for practice, _ in story.practices), *said.places[key]):
            found[shown].add(key)
    return found


def _answers(
    stories: Mapping[str, Story], question: Question, said: _Said, near: Mapping[str, set[str]]
) -> tuple[Answer, ...]:
    wanted = {f"practice:{slug(name)}" for name in question.practices}
    candidates = set().union(*(near.get(shown, set()) for shown in (*wanted, *question.words)))
    found = (_answer(stories[key], question, wanted, said) for key in sorted(candidates))
    return tuple(sorted((a for a in found if a is not None), key=lambda answer: (-answer.score, answer.project_id)))


def _answer(story: Story, question: Question, wanted: set[str], said: _Said) -> Answer | None:
    applied = [(practice, proof) for practice, proof in story.practices if practice.id in wanted][:_MOST_PRACTICES]
    here = said.places[story.project.id]
    words = sorted((word for word in question.words if word in here), key=lambda word: (-said.weights[word], word))
    words = words[:_MOST_WORDS]
    figure = next(
        (o for o in story.outcomes if o.measure is not None and o.measure.dimension in question.figures), None
    )
    if not applied and len(words) + (figure is not None and bool(words)) < _LEAST_WORDS:
        return None
    score = _PRACTICE * len(applied) + sum(_WORD * said.weights[word] for word in words)
    score += _FIGURE * (figure is not None) + _COMPLETE * len(story.letters) / len(PARTS)
    has_result = any(o.measure is not None and o.measure.measures is Measures.RESULT for o in story.outcomes)
    reasons = [Reason(f"applies {practice.name}", proof.span) for practice, proof in applied]
    reasons += [Reason(f"says “{word}”", here[word]) for word in words]
    if figure is not None and figure.measure is not None:
        reasons.append(Reason(f"has a figure: {figure.measure.text}", figure.evidence[0].span))
    return Answer(story.project.id, round(score + _RESULT * has_result, 6), tuple(reasons))
