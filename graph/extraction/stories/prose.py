"""Finds stories told in paragraphs without headings: "I started *Maths Breakfast*: …", "There he led the introduction of …".

A story opens with a sentence in which the author did something, and runs to the next such sentence or the paragraph's end. A
named piece of work is one wherever it is told; a verb and its object only where a figure says what came of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.documents import Block, BlockKind, SectionKind, Span
from graph.extraction.heads.section_kinds import section_kind_at
from graph.extraction.line_words import words_in
from graph.extraction.people.people import AUTHOR
from graph.extraction.quantities.quantities import find_quantities
from graph.extraction.reading import Reading
from graph.extraction.stories.narratives import stories_by_narrative
from graph.extraction.titles.titles import (
    Achievement,
    is_about_writing,
    is_role_title,
    is_work_verb,
    names_work,
    read_achievement,
)
from graph.extraction.works.covered import Covered
from graph.extraction.works.deed_titles import title_span
from graph.extraction.works.story import NO_WORK, Story
from graph.model import EntityKind
from graph.vocabulary import WorkWords

_SHORTEST = 60
"""Characters of a paragraph that tells a story."""
_OPEN, _CLOSE = r"[\"“„«*_‘]{1,3}", r"[\"”“»*_’]{1,3}"
_TITLE = r"(?P<t>[A-ZÀ-ÖØ-Þ][^\"“”„«»*_‘\n.;:!?]{2,60}?)"
_SUBJECT = r"(?:I|[Ww]e|[Hh]e|[Ss]he|[Tt]hey|ich|wir|je|nous)"
_SUBJECTS = frozenset({"i", "we", "he", "she", "they", "ich", "wir", "je", "nous"})
_MARK = re.compile(r"[\"“„«*_‘]")
_ADVERBS = r"(?:(?:also|then|later|first|once|myself|have|had|has|recently|soon|next|there)\s){0,2}"
_BEGUN = (
    r"(?P<begun>(?:found\stime|managed|decided|volunteered|stepped\sin|went\son|helped|offered|began|started)\sto\s)?"
)
_NAMED = re.compile(
    rf"(?<!\w){_SUBJECT}\s{_ADVERBS}{_BEGUN}(?P<v>[a-zà-ÿ]{{2,14}})\s(?:up\s)?(?P<what>(?:[a-zà-ÿ][\w-]{{0,20}}\s){{0,5}}){_OPEN}{_TITLE},?{_CLOSE}"
)
"""I started *Maths Breakfast*; she founded the reading club "Night Owls"."""
_BEST = re.compile(
    r"(?<!\w)(?:[Hh]is|[Hh]er|[Mm]y|[Oo]ur|[Tt]heir)\s(?:own\s)?(?:best[- ]known|best|latest|largest|biggest|proudest|favou?rite|main|first|most\s[a-z]+)\s(?:piece\sof\s)?"
    rf"(?:work|project|programme|program|campaign|achievement|success|story|design|product|build|show|book|exhibition|production)\s(?:is|was|remains)\s(?:the\s[a-z -]{{3,30}}\s)?{_OPEN}{_TITLE},?{_CLOSE}"
)
_QUOTED_FIRST = re.compile(
    rf"\A{_OPEN}{_TITLE},?{_CLOSE},?\s(?:is|was|are|were)\s(?:an?|the|our|my|his|her)\s(?P<what>(?:[a-zà-ÿ-]+\s){{0,4}}[a-zà-ÿ-]+)"
)
_NOUN_NAME = re.compile(
    rf"(?<!\w){_SUBJECT}\s{_ADVERBS}(?P<v>[a-z]{{2,14}})\s(?:up\s)?(?:an?|the|our|my)\s(?P<what>(?:[a-z][\w-]*\s){{1,4}}?)(?P<t>[A-ZÀ-Þ][\w’-]+(?:\s[A-ZÀ-Þ][\w’-]+){{0,3}})(?=\s?[:,(.;]|\s(?:that|which|for|with|in|and)\s)"
)
"""I started the design system Pebble: 64 components."""
_CALLED = re.compile(
    rf"(?<!\w){_SUBJECT}\s{_ADVERBS}{_BEGUN}(?P<v>[a-z]{{2,14}})\s(?:an?|the|our|my)\s(?P<what>(?:[a-z][\w-]*\s){{1,5}})(?:called|named)\s[`\"“*_‘]{{0,3}}(?P<t>[^\W\d_][\w’'-]*(?:\s[A-ZÀ-Þ][\w’'-]*){{0,4}})"
)
"""In my spare time I maintain a small library called pocketcbor."""
_APPOSED = re.compile(rf"{_OPEN}{_TITLE},?{_CLOSE},\s(?:our|my)\s(?:own\s)?(?P<what>(?:[a-zà-ÿ-]+\s){{0,4}}[a-zà-ÿ-]+)")
"""Most of my time goes into *Ramp*, our portal for developers."""
_OURS = re.compile(
    r"(?:\A|(?<=[.!?:;]\s))(?:\w+\s(?:there|here)\s)?(?P<det>Our|My|The|Its\ssuccessor,\san?|The\ssecond,\san?|A\ssecond\sone,\san?)\s(?P<t>[^\W\d_][\w’'/-]*(?:\s[\w’'/-]+){0,6}?)"
    rf"(?:\s?\([^()\n]{{2,80}}\))?,?\s(?:(?P<rel>(?:which|that)\s{_SUBJECT}\s|{_SUBJECT}\s)(?:\w+ly\s)?(?P<v>[a-z-]{{3,14}})\b|(?P<verb>brought|cut|takes|took|reduced|saved|saves|lowered|raised|lifted|doubled|halved|handles|serves|replaced|now|has)\b)"
)
"""Our storm tool, which I designed in Figma, brought …; the rota planner I built saved …; its successor, a photo intake (…), takes …"""
_THING = re.compile(
    r"(?:(?:[Tt]he|[Mm]y|[Oo]ur)\s(?:biggest|largest|main|first|second|third|next|other|last|hardest|longest|proudest|most\s[a-z]+)\s(?:(?:thing|project|piece\sof\swork|job|task|topic|one|change|win|success|effort)\s)?"
    r"(?:(?:this|last)\s[a-z]+\s|of\sthe\syear\s)?(?:was|is)\s(?:[a-z]+ly\s)?|(?:And\s)?(?:[Tt]hen|[Nn]ext|[Aa]lso|[Ff]inally),?\s(?:there\s(?:was|is)|came)\s)(?:the|our|my|an?)\s"
    r"(?P<t>[^.,;:()\n–—]{4,80}?)(?=[.,;:()–—]|\s(?:that|which|where|when)\s|$)"
)
"""The biggest thing was the move of our archive to SharePoint; then there was the onboarding checklist."""
_DID = re.compile(
    rf"(?:\A|(?<=[,;:]\s)|(?<=\s))(?P<lead>(?:(?:There|Then|Later|Also|Next|Afterwards|Here),?\s|(?:In|During|By|Since)\s[^,;.]{{3,30}},?\s)?{_SUBJECT}\s{_ADVERBS})(?=[a-z])"
)
_HABE = re.compile(
    r"(?:\b[Hh]abe\sich|\b[Ii]ch\shabe|\b[Hh]aben\swir|\b[Ww]ir\shaben)\s(?:[a-zäöü][\wäöüß]*\s){0,3}?(?:als\s[A-ZÄÖÜ]\w+\s)?(?:(?:bei|in|im|für)\s(?:[a-zäöü]\w*\s)?(?:[A-ZÄÖÜ][\w-]+\s){1,3})?"
    r"(?:die|das|den|eine|einen|ein|unsere|unseren|ihre|ihren)\s(?P<t>(?:[a-zäöü][\wäöüß]*\s){0,2}[A-ZÄÖÜ][\wäöüß-]{5,}(?:\s(?:für|der|des|im|in|auf|zur)\s(?:[a-zäöü]\w*\s){0,2}[A-ZÄÖÜ][\wäöüß-]+)?)"
    r"\s(?:[^.;:!?]{0,80}?\s)?(?P<p>(?:ein|auf|um|aus|ab|neu|zusammen|weiter)?(?:geführt|gebaut|gestellt|gesetzt|gerollt|entwickelt|geschrieben|geplant|gegründet|gestaltet|gezogen|gelegt|eröffnet|ersetzt|erneuert|migriert|automatisiert|digitalisiert|konzipiert|organisiert|umgesetzt|modernisiert))(?![\wäöüß])"
)
"""Dort habe ich die Bestellprognose eingeführt; wir haben den Fuhrpark auf Strom umgestellt."""
_AND_DID = re.compile(
    r"(?:[a-z]{2,12}ed|went|took|sat|spent|read|got|found|began|saw|had)\s[^.;:,]{3,80}?,?\s(?:and|then)\s(?=[a-z]+\s)"
)
"""I went through a month of logs and changed …: what was done is told by the second verb."""
_SUBORDINATE = re.compile(
    r"(?i)\b(?:what|whatever|which|that|whom|when|while|as|if|because|how|until|before|after|than|since)\s$"
)
"""Words that open a clause which tells nothing by itself: "whatever we migrated had to stay up"."""
_SITUATION = re.compile(r"\b(?:was|were|had|stood|took|did|got|came|lost|could|cost)\b")
_NOT_NAMED = re.compile(
    r"(?i)\b(?:article|articles|paper|papers|talk|talks|post|essay|blog|award|prize|degree|thesis|course called|in|at|from|for|by|with|named|called me|about)\s*$"
)


@dataclass(frozen=True, slots=True)
class Opening:
    """Where a story opens, and the words that name it."""

    sentence: Span
    start: int
    title: Span
    named: bool
    introduced: bool = False
    """The sentence says that something is told next: what follows in the paragraph is about it."""


def stories_by_prose(reading: Reading, covered: Covered) -> list[Story]:
    """Return the stories of paragraphs outside all others, in order."""
    if reading.document.is_keyed:
        return []
    kinds = {section.kind for section in reading.sections}
    # Below headings of jobs and projects other forms know what is a story.
    is_told_freely = not kinds & {SectionKind.EXPERIENCE, SectionKind.PROJECTS}
    if stories_by_narrative(reading, covered):
        return []  # The whole page is one story.
    stories: list[Story] = []
    for block in reading.document.blocks:
        if block.kind is not BlockKind.PARAGRAPH or len(block.span) < _SHORTEST or covered.touches(block.span):
            continue
        kind = section_kind_at(reading, block.span.start)
        if kind in NO_WORK - {SectionKind.SUMMARY}:
            continue
        stories.extend(_in_paragraph(reading, block, named_only=not is_told_freely or kind is SectionKind.SUMMARY))
    return stories


def _in_paragraph(reading: Reading, block: Block, *, named_only: bool) -> Iterator[Story]:
    sentences = list(reading.sentences_from(block.span))
    openings = [opening for sentence in sentences for opening in openings_in(reading, block, sentence, named_only)]
    if openings and openings[0].introduced:
        openings = [opening for opening in openings if opening.introduced]
    for place, opening in enumerate(openings):
        following = openings[place + 1].start if place + 1 < len(openings) else block.span.end
        end = _end(reading, sentences, opening, following)
        if not opening.named and not _has_figure(reading, opening.start, end):
            continue
        start = opening.start if place else _with_situation(reading, sentences, opening)
        extent = reading.document.span(min(start, opening.title.start), end)
        rule = "titled-bullet" if opening.named else "achievement"
        yield Story(opening.title, extent, rule, 0.82 if opening.named else 0.75, sentence=opening.sentence)


def openings_in(reading: Reading, block: Block, sentence: Span, named_only: bool) -> Iterator[Opening]:
    text = reading.quote(sentence)
    if (found := _name_in(reading, text)) is not None:
        title = reading.document.span(sentence.start + found[1], sentence.start + found[2])
        if not _is_known(reading, title):
            yield Opening(sentence, sentence.start + found[0], title, named=True)
            return
    if text.endswith("?"):
        return
    in_german = not named_only and not _SUBJECTS.isdisjoint(words_in(text))
    if in_german and (habe := _HABE.search(text)) is not None:
        title = reading.document.span(sentence.start + habe.start("t"), sentence.start + habe.end("t"))
        if not _is_known(reading, title):
            yield Opening(sentence, sentence.start, title, named=False)
            return
    for ours in _OURS.finditer(text):
        by_us = ours["v"] is not None and is_work_verb(ours["v"], reading.vocabularies)
        told = ours["verb"] is not None and not ours["det"].startswith("The") and not named_only
        is_next = not ours["det"].endswith(("Our", "My", "The"))
        if (by_us or told) and (is_next or names_work(f"own {ours['t']}", reading.vocabularies)):
            title = reading.document.span(sentence.start + ours.start("t"), sentence.start + ours.end("t"))
            if not _is_known(reading, title):
                yield Opening(sentence, sentence.start + ours.start(), title, named=False)
                return
    if named_only:
        return
    if (thing := _THING.match(text)) is not None and not is_about_writing(thing["t"], reading.vocabularies):
        title = reading.document.span(sentence.start + thing.start("t"), sentence.start + thing.end("t"))
        if not _is_known(reading, title) and not is_role_title(thing["t"], reading.vocabularies):
            yield Opening(sentence, sentence.start, title, named=False, introduced=True)
            return
    for did in _DID.finditer(text) if not _SUBJECTS.isdisjoint(words_in(text)) else ():
        if _SUBORDINATE.search(text, max(0, did.start() - 12), did.start()):
            continue
        base = did.end()
        achievement = read_achievement(text[base:], reading.vocabularies)
        if achievement is None and (second := _AND_DID.match(text, base)) is not None:
            base = second.end()
            achievement = read_achievement(text[base:], reading.vocabularies)
        if achievement is None or achievement.soft or achievement.verb_start > 2:
            continue
        moved = Achievement(
            achievement.verb,
            False,
            achievement.title_start + base,
            achievement.title_end + base,
            achievement.verb_start + base,
        )
        title = title_span(reading, Block(block.kind, sentence, block.level, block.key), moved)
        if len(title) >= 8:
            yield Opening(sentence, sentence.start, title, named=False)
            return


def _name_in(reading: Reading, text: str) -> tuple[int, int, int] | None:
    """Return (start of the telling, start and end of the name) of the work that a sentence names, or None."""
    work = reading.vocabularies.work
    told = not _SUBJECTS.isdisjoint(words_in(text))
    marked = (_NAMED, _BEST, _QUOTED_FIRST, _APPOSED) if _MARK.search(text) is not None else ()
    for pattern in (*marked, _NOUN_NAME, _CALLED) if told else marked:
        for match in pattern.finditer(text):
            groups = match.groupdict()
            verb, what, title = groups.get("v"), groups.get("what") or "", match["t"]
            if verb is not None and not _tells_work(verb, work, pattern is _CALLED or bool(groups.get("begun"))):
                continue
            if _NOT_NAMED.search(what) or is_about_writing(f"{what} {title}", reading.vocabularies):
                continue
            if pattern not in (_NAMED, _BEST) and not names_work(f"own {what}", reading.vocabularies):
                continue
            if is_role_title(title, reading.vocabularies) or len(title.split()) > 8:
                continue
            return match.start(), match.start("t"), match.start("t") + len(title.rstrip(" ,"))
    return None


_PRESENT = frozenset({"build", "write", "run", "lead", "make", "keep", "rebuild"})


def _tells_work(verb: str, work: WorkWords, may_be_present: bool) -> bool:
    """Return whether a verb is one of work done; in the present, too, where what it is about is said to be a work: "I maintain …"."""
    known = work.verbs | work.weak_verbs
    return verb in known or (may_be_present and (verb in _PRESENT or not known.isdisjoint((f"{verb}ed", f"{verb}d"))))


_KNOWN = (
    EntityKind.EMPLOYER,
    EntityKind.INSTITUTION,
    EntityKind.ROLE,
    EntityKind.PERSON,
    EntityKind.TECHNOLOGY,
    EntityKind.CREDENTIAL,
)


def _is_known(reading: Reading, title: Span) -> bool:
    """Return whether the words are known as something else: an employer, a technology."""
    return any(
        m.kind in _KNOWN and m.key != AUTHOR and 2 * len(m.span) > len(title) for m in reading.mentions_near(title)
    )


def _end(reading: Reading, sentences: Sequence[Span], opening: Opening, limit: int) -> int:
    """Return where a story ends: at the next one, or where a sentence tells of a post or of studies."""
    end = min(opening.sentence.end, limit)
    for sentence in sentences:
        if sentence.start < opening.sentence.end or sentence.start >= limit:
            continue
        if _tells_post(reading, sentence):
            break
        end = min(sentence.end, limit)
    return end


def _tells_post(reading: Reading, sentence: Span) -> bool:
    kinds = (EntityKind.ROLE, EntityKind.INSTITUTION)
    return any(m.kind in kinds and sentence.contains(m.span) for m in reading.mentions_near(sentence))


def _with_situation(reading: Reading, sentences: Sequence[Span], opening: Opening) -> int:
    """Return where the first story of a paragraph begins: with the sentences before it that say how things stood."""
    start = opening.start
    for sentence in reversed([one for one in sentences if one.end <= opening.sentence.start]):
        text = reading.quote(sentence)
        if _tells_post(reading, sentence) or not re.search(r"\d", text) or not _SITUATION.search(text):
            break
        start = sentence.start
    return start


def _has_figure(reading: Reading, start: int, end: int) -> bool:
    text = reading.document.text[start:end]
    return any(q.unit or q.before is not None for q in find_quantities(text, reading.vocabularies.units))
