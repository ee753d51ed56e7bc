"""Compares what is read from a document with its annotation: counts by row, each fault, each fact right or wrong.

Matching is one to one: a second thing for the same fact is wrong. What is optional counts where it is found and is no
fault where it is missed. Reads no files; accuracy.py does.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from benchmarks.annotations import Annotation, Place, spans_of
from benchmarks.likeness import (
    SIMILAR,
    change_of,
    degrees_of,
    job_of,
    likeness,
    same_degree,
    same_employer,
    same_figure,
    same_job,
    same_term,
    words,
)
from benchmarks.tally import Counts, DocumentScore, Fault, Judged
from graph.documents import Span
from graph.model import EntityKind, Mention, MentionKey, RelationKind
from graph.resolution.readings import DocumentReading


def score_document(annotation: Annotation, reading: DocumentReading) -> DocumentScore:
    """Return the counts, faults and judged mentions of one document."""
    return _Scoring(annotation, reading).run()


class _Scoring:
    """Works through the rows of one document; later rows use what the earlier ones matched."""

    def __init__(self, annotation: Annotation, reading: DocumentReading) -> None:
        self.annotation, self.reading = annotation, reading
        self.groups: dict[MentionKey, list[Mention]] = {}
        for mention in sorted(reading.mentions, key=lambda m: (m.span, m.kind, m.key)):
            self.groups.setdefault(mention.identity, []).append(mention)
        self.score = DocumentScore(annotation.document, {})
        self.right: set[MentionKey] = set()
        self.projects: dict[str, MentionKey] = {}
        self.figures: dict[int, MentionKey] = {}

    def run(self) -> DocumentScore:
        annotation = self.annotation
        people = [] if annotation.person is None else [Place(annotation.person)]
        named = EntityKind.PERSON, [key for key in self.of(EntityKind.PERSON) if not self.is_unnamed(key)]
        self.match("people", people, *named, self.shares_name(lambda a, b: words(a) == words(b)))
        employers = self.match(
            "employers",
            annotation.employers,
            EntityKind.EMPLOYER,
            self.of(EntityKind.EMPLOYER),
            self.shares_name(same_employer),
        )
        self.employments()
        self.education()
        self.projects = self.match(
            "projects", annotation.projects, EntityKind.PROJECT, self.of(EntityKind.PROJECT), self.project_likeness
        )
        technologies = self.match(
            "technologies",
            annotation.technologies,
            EntityKind.TECHNOLOGY,
            self.of(EntityKind.TECHNOLOGY),
            self.shares_name(same_term),
        )
        self.outcomes()
        self.outcome_links()
        self.links("uses", RelationKind.USES, annotation.uses, technologies, annotation.technologies)
        self.links(
            "project-employer links", RelationKind.AT_EMPLOYER, annotation.at_employer, employers, annotation.employers
        )
        self.judge()
        return self.score

    # ------------------------------------------------------------ things with names

    def of(self, kind: EntityKind) -> list[MentionKey]:
        return [key for key in self.groups if key[0] is kind]

    def is_unnamed(self, key: MentionKey) -> bool:
        """Whether this is the author without a name, of whom nothing can be right or wrong."""
        return all(not m.attributes.get("name") and m.name.casefold().startswith("author") for m in self.groups[key])

    def shares_name(self, same: Callable[[str, str], bool]) -> Callable[[Place, MentionKey], float]:
        def likeness_of(place: Place, key: MentionKey) -> float:
            got = {text for m in self.groups[key] for text in (m.name, m.text)}
            return float(any(same(name, text) for name in place.names for text in got))

        return likeness_of

    def project_likeness(self, place: Place, key: MentionKey) -> float:
        mentions = self.groups[key]
        by_name = max(likeness(words(name), words(m.name)) for name in place.names for m in mentions)
        by_name = by_name if by_name >= SIMILAR else 0.0
        return by_name + float(self.touches(key, place.quotes))

    def touches(self, key: MentionKey, quotes: Iterable[str]) -> bool:
        spans = [span for quote in quotes for span in self.spans(quote)]
        return any(m.span.overlaps(span) for m in self.groups[key] for span in spans)

    def spans(self, quote: str) -> list[Span]:
        return spans_of(quote, self.reading.document.text, self.reading.document.id)

    def match(
        self,
        row: str,
        wanted: Sequence[Place],
        kind: EntityKind,
        found: Sequence[MentionKey],
        likeness_of: Callable[[Place, MentionKey], float],
    ) -> dict[str, MentionKey]:
        """Pair wanted things with found ones, the most alike first; count the row and return name → found."""
        pairs = [
            (likeness_of(place, key), -i, -j, place, key)
            for i, place in enumerate(wanted)
            for j, key in enumerate(found)
        ]
        matched: dict[str, MentionKey] = {}
        for alike, _, _, place, key in sorted(pairs, key=lambda pair: pair[:3], reverse=True):
            if alike > 0 and place.name not in matched and key not in matched.values():
                matched[place.name] = key
        counts = self.score.counts[row] = Counts(len(matched))
        self.right |= set(matched.values())
        for key in found:
            if key not in matched.values():
                counts.wrong += 1
                self.fault(row, False, self.groups[key][0].name, self.groups[key][0].span.start)
        for place in wanted:
            if place.name not in matched and not place.optional:
                counts.missed += 1
                self.fault(row, True, place.name, self.first_place(place))
        return matched

    def first_place(self, place: Place) -> int:
        texts = (*place.quotes, *place.names)
        return next((spans[0].start for text in texts if (spans := self.spans(text))), 0)

    def fault(self, row: str, is_missed: bool, text: str, offset: int) -> None:
        self.score.faults.append(Fault(row, offset, is_missed, " ".join(text.split())))

    # ------------------------------------------------------------ employments and education

    def employments(self) -> None:
        wanted = list(self.annotation.employments)
        counts = self.score.counts["employments"] = Counts()
        for key in self.of(EntityKind.ROLE):
            for job in dict.fromkeys(job_of(m) for m in self.groups[key]):
                names = {m.name for m in self.groups.get((EntityKind.EMPLOYER, str(job[0])), [])}
                fit = next((want for want in wanted if same_job(want, job, names, self.annotation.employers)), None)
                if fit is not None:
                    wanted.remove(fit)
                    counts.right += 1
                    self.right.add(key)
                else:
                    counts.wrong += 1
                    shown = f"{job[1]} at {min(names, default='nobody')}, {job[2]} to {job[3]}"
                    self.fault("employments", False, shown, self.groups[key][0].span.start)
        for want in wanted:
            if not want.optional:
                counts.missed += 1
                shown = f"{want.title} at {want.employer}, {want.start} to {want.end}"
                self.fault("employments", True, shown, self.first_place(Place(want.employer, (want.title or "",))))

    def education(self) -> None:
        wanted = list(self.annotation.education)
        counts = self.score.counts["education"] = Counts()
        for key in self.of(EntityKind.INSTITUTION):
            mentions = self.groups[key]
            for name, studied in degrees_of(mentions):
                fit = next(
                    (want for want in wanted if any(same_degree(want, m.name, name, studied) for m in mentions)), None
                )
                if fit is not None:
                    wanted.remove(fit)
                    counts.right += 1
                    self.right.add(key)
                else:
                    counts.wrong += 1
                    self.fault("education", False, f"{name}, {studied}, {mentions[0].name}", mentions[0].span.start)
        for want in wanted:
            if not want.optional:
                counts.missed += 1
                shown = f"{want.degree}, {want.field}, {want.institution}"
                self.fault("education", True, shown, self.first_place(Place(want.institution)))

    # ------------------------------------------------------------ outcomes

    def outcomes(self) -> None:
        wanted, found = self.annotation.figures, self.of(EntityKind.OUTCOME)
        places = [self.spans(figure.quote) for figure in wanted]
        pairs = []
        for i, figure in enumerate(wanted):
            for key in found:
                fits = [m for m in self.groups[key] if m.measure is not None and same_figure(figure, m.measure)]
                if any(m.span.overlaps(span) for m in fits for span in places[i]):
                    pairs.append((figure.optional, len(figure.quote), i, key))
        # A figure told twice may be one found thing at both places, but each place is found once only.
        for _, _, i, key in sorted(pairs, key=lambda pair: pair[:3]):
            self.figures.setdefault(i, key)
        counts = self.score.counts["outcomes"] = Counts(len(self.figures))
        self.right |= set(self.figures.values())
        for key in found:
            if key not in self.figures.values() and self.groups[key][0].measure is not None:
                counts.wrong += 1
                self.fault("outcomes", False, _shown(self.groups[key][0]), self.groups[key][0].span.start)
        for i, figure in enumerate(wanted):
            if i not in self.figures and not figure.optional:
                counts.missed += 1
                value = (
                    "–".join(f"{end:g}" for end in figure.value)
                    if isinstance(figure.value, tuple)
                    else f"{figure.value:g}"
                )
                self.fault("outcomes", True, f"“{figure.quote}” ({value} {figure.unit})", _start(places[i]))
        self.outcome_details()
        self.non_outcomes(places)

    def outcome_details(self) -> None:
        direction = self.score.counts["directions"] = Counts()
        change = self.score.counts["before and after"] = Counts()
        for i, key in self.figures.items():
            figure = self.annotation.figures[i]
            if figure.optional:
                continue
            measure = next(
                m.measure for m in self.groups[key] if m.measure is not None and same_figure(figure, m.measure)
            )
            offset = self.groups[key][0].span.start
            _compare(direction, figure.direction, measure.direction, "none")
            if measure.direction != figure.direction:
                self.fault(
                    "directions", False, f"{measure.direction}, not {figure.direction}: “{figure.quote}”", offset
                )
            _compare(change, change_of(figure), change_of(measure), None)
            if change_of(figure) != change_of(measure):
                self.fault("before and after", False, f"{measure.before} → {measure.after}: “{figure.quote}”", offset)

    def non_outcomes(self, places: Sequence[Sequence[Span]]) -> None:
        counts = self.score.counts["non-outcomes left alone"] = Counts()
        for quote in self.annotation.not_figures:
            touching = [
                m
                for key in self.of(EntityKind.OUTCOME)
                for m in self.groups[key]
                if m.measure is not None
                and any(m.span.overlaps(span) for span in self.spans(quote))
                and not any(m.span.overlaps(span) for spans in places for span in spans)
            ]
            counts.right += not touching
            counts.missed += bool(touching)
            if touching:
                self.fault(
                    "non-outcomes left alone", False, f"“{quote}” as {_shown(touching[0])}", touching[0].span.start
                )

    # ------------------------------------------------------------ links

    def outcome_links(self) -> None:
        optional_projects = {place.name for place in self.annotation.projects if place.optional}
        wanted: dict[tuple[MentionKey, MentionKey], str] = {}
        counts = self.score.counts["outcome-project links"] = Counts()
        tied = {(r.source, r.target) for r in self.reading.relations if r.kind is RelationKind.ACHIEVED}
        for i, figure in enumerate(self.annotation.figures):
            if figure.project is None:
                continue
            ends = (self.projects.get(figure.project), self.figures.get(i))
            if None not in ends and ends in tied:
                wanted[ends] = figure.quote
            elif not (figure.optional or figure.link_optional or figure.project in optional_projects):
                counts.missed += 1
                self.fault(
                    "outcome-project links",
                    True,
                    f"{figure.project} ← “{figure.quote}”",
                    _start(self.spans(figure.quote)),
                )
        counts.right = len(wanted)
        self.count_wrong("outcome-project links", tied - wanted.keys(), ())

    def links(
        self,
        row: str,
        kind: RelationKind,
        pairs: Collection[tuple[str, str]],
        targets: Mapping[str, MentionKey],
        places: Sequence[Place],
    ) -> None:
        optional = {place.name for place in (*self.annotation.projects, *places) if place.optional}
        tied = {
            (r.source, r.target) for r in self.reading.relations if r.kind is kind and r.source[0] is EntityKind.PROJECT
        }
        counts = self.score.counts[row] = Counts()
        fitting = set()
        for project, target in sorted(pairs):
            ends = (self.projects.get(project), targets.get(target))
            if None not in ends and ends in tied:
                fitting.add(ends)
            elif project not in optional and target not in optional:
                counts.missed += 1
                self.fault(row, True, f"{project} – {target}", self.first_place(Place(target)))
        counts.right = len(fitting)
        matched = {**self.projects, **targets}
        self.count_wrong(row, tied - fitting, {matched[name] for name in optional if name in matched})

    def count_wrong(
        self, row: str, tied: Iterable[tuple[MentionKey, MentionKey]], neutral: Collection[MentionKey]
    ) -> None:
        for source, target in sorted(tied):
            if source not in neutral and target not in neutral:
                self.score.counts[row].wrong += 1
                names = [self.groups[end][0].name if end in self.groups else end[1] for end in (source, target)]
                offset = self.groups[target][0].span.start if target in self.groups else 0
                self.fault(row, False, " – ".join(names), offset)

    # ------------------------------------------------------------ calibration

    def judge(self) -> None:
        kinds = {
            EntityKind.PERSON,
            EntityKind.EMPLOYER,
            EntityKind.ROLE,
            EntityKind.PROJECT,
            EntityKind.TECHNOLOGY,
            EntityKind.OUTCOME,
            EntityKind.INSTITUTION,
        }
        for key, mentions in self.groups.items():
            if key[0] not in kinds or (key[0] is EntityKind.PERSON and self.is_unnamed(key)):
                continue
            for m in mentions:
                if key[0] is not EntityKind.OUTCOME or m.measure is not None:
                    self.score.judged.append(Judged(key[0], m.confidence, key in self.right))


def _shown(mention: Mention) -> str:
    measure = mention.measure
    assert measure is not None
    value = measure.value if measure.value is not None else f"{measure.low}–{measure.high}"
    return f"“{mention.text}” ({value} {measure.unit}, {measure.dimension})"


def _compare(counts: Counts, wanted: object, got: object, nothing: object) -> None:
    counts.right += wanted == got != nothing
    counts.wrong += got not in (wanted, nothing)
    counts.missed += wanted not in (got, nothing)


def _start(spans: Sequence[Span]) -> int:
    """Return where the first of a quote's places starts; 0 where a format lost it."""
    return spans[0].start if spans else 0
