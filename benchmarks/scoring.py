"""Compares what is read from a document with its annotation: counts by row, each fault, each fact right or wrong.

Matching is one to one: a second thing for the same fact is wrong. What is optional counts where it is found and is no
fault where it is missed. Reads no files; accuracy.py does.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from benchmarks.annotations import Annotation, Place
from benchmarks.likeness import (
    SIMILAR,
    degrees_of,
    job_of,
    likeness,
    same_degree,
    same_employer,
    same_job,
    same_term,
    words,
)
from benchmarks.scorecard import Scorecard
from benchmarks.scoring_outcomes import score_outcome_links, score_outcomes
from benchmarks.tally import Counts, DocumentScore, Judged
from graph.model import EntityKind, MentionKey, RelationKind
from graph.resolution.readings import DocumentReading


def score_document(annotation: Annotation, reading: DocumentReading) -> DocumentScore:
    """Return the counts, faults and judged mentions of one document."""
    return _Scoring(annotation, reading).run()


class _Scoring(Scorecard):
    """Works through the rows of one document; later rows use what the earlier ones matched."""

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
        score_outcomes(self)
        score_outcome_links(self)
        self.links("uses", RelationKind.USES, annotation.uses, technologies, annotation.technologies)
        self.links(
            "project-employer links", RelationKind.AT_EMPLOYER, annotation.at_employer, employers, annotation.employers
        )
        self.practices()
        self.judge()
        return self.score

    # ------------------------------------------------------------ things with names

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

    # ------------------------------------------------------------ practices

    def practices(self) -> None:
        """Count the practices that stand on words which say one; those that words name must be found, those told by deeds may."""
        counts = self.score.counts["practices"] = Counts()
        wanted = self.annotation.practices
        if not wanted:
            return
        found = self.of(EntityKind.PRACTICE)
        for key in found:
            if any(self.touches(key, place.quotes) for place in wanted):
                counts.right += 1
            else:
                counts.wrong += 1
                self.fault("practices", False, self.groups[key][0].name, self.groups[key][0].span.start)
        for place in wanted:
            if not place.optional and not any(self.touches(key, place.quotes) for key in found):
                counts.missed += 1
                self.fault("practices", True, place.name, self.first_place(place))

    # ------------------------------------------------------------ links

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
