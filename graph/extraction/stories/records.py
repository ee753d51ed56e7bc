"""Finds stories told one after another in a fixed form: records of labelled lines, and runs of situation, task, action, result."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from graph.documents import Block, BlockKind, Section, SectionKind, Span
from graph.extraction.heads.section_kinds import section_kind_at
from graph.extraction.people.personal_names import is_personal_name
from graph.extraction.reading import Reading
from graph.extraction.works.card_facts import facts_in
from graph.extraction.works.covered import NOTHING_COVERED, Covered
from graph.extraction.works.story import STAR, Story
from graph.extraction.works.story_limits import names_somebody
from graph.extraction.works.story_parts import part_told_by

_TITLE_LABEL = re.compile(
    r"(?:project|assignment|engagement|mandate|initiative|story|case|case study|achievement|projekt|auftrag|einsatz|mandat|projet|mission|"
    r"proyecto|encargo|progetto|incarico|projeto|opdracht)(?:\s+(?:name|title|titel|n[o°º]\.?|nr\.?))?(?:\s*\d{1,2})?"
)
"""Labels whose value is the title of a piece of work."""
_NAMES = frozenset("name title headline titel titre título titolo nom nombre nome naam".split())
"""Labels of a title where works are listed or the parts of one follow; elsewhere of a person's name or post."""
_OTHER_LABEL = re.compile(
    r"education|ausbildung|formation|qualifications?|languages?|skills|references?|hobbies|interests|present employer|previous employer|"
    r"sprachen|kenntnisse|langues|idiomas|lingue|talen|opleiding"
)
"""Labels that end a record."""


def stories_by_records(reading: Reading, covered: Covered) -> list[Story]:
    """Return a story for each line such as "Assignment: Replacement of the trunk main", with the lines below it."""
    if reading.document.is_keyed:
        return []
    blocks = reading.document.blocks
    opens = [place for place, block in enumerate(blocks) if _opens_record(reading, block, covered)]
    opens = sorted({*opens, *_headed_records(reading, covered)})
    firsts, titled = _first_lines(reading, blocks, opens), frozenset(opens)
    stories: list[Story] = []
    headed = False
    for number, (place, first) in enumerate(zip(opens, firsts, strict=True)):
        limit = firsts[number + 1] if number + 1 < len(firsts) else len(blocks)
        last = place
        for following in range(place + 1, limit):
            is_heading = blocks[following].kind is BlockKind.HEADING
            # The last one ends at a heading where none before it holds any.
            if _ends_record(reading, blocks[following]) or (
                is_heading and number and number + 1 == len(opens) and not headed
            ):
                break
            headed = headed or is_heading
            last = following
        title = _whole_or_clause(reading, blocks[place])
        # "Project: …" above "Project: …" is a list of work; one alone, with nothing beside it, may be anything.
        is_listed = any(
            near in titled and _is_joined(reading, blocks, max(near, place)) for near in (place - 1, place + 1)
        )
        if last > place or first < place or is_listed:
            start = min(title.start, blocks[first].span.start)
            stories.append(Story(title, reading.document.span(start, blocks[last].span.end), "heading", 0.88))
    return stories


def clients_of_records(reading: Reading) -> list[Span]:
    """Return for whom the work of such records was done, by a label: "Case: Pension letters", "For: Norrskog Pension, 2022"."""
    found: list[Span] = []
    if any(section.kind is SectionKind.EXPERIENCE for section in reading.sections):
        return found  # The author says there who the employers are.
    for story in stories_by_records(reading, NOTHING_COVERED):
        for block in reading.blocks_in(story.extent):
            facts = facts_in(reading, block) if block.kind is BlockKind.FIELD else None
            found += [fact.span for fact in facts or () if fact.kind == "client" and fact.commissioned]
    return found


def _first_lines(reading: Reading, blocks: Sequence[Block], opens: Sequence[int]) -> list[int]:
    """Return for the title of each record the place of its first line: titles may stand below "Client: …".

    Labelled lines without an empty line between them are a group. Where one holds several titles, as many lines lead to
    each of them as to the first.
    """
    found: list[int] = []
    ahead = 0
    for number, place in enumerate(opens):
        after = opens[number - 1] + 1 if number else 0
        first = _first_of_group(reading, blocks, place, after)
        if first == after and number and _is_joined(reading, blocks, after):
            first = max(first, place - ahead)
        else:
            ahead = place - first
        found.append(first)
    return found


def _first_of_group(reading: Reading, blocks: Sequence[Block], place: int, after: int) -> int:
    """Return the place of the first labelled line of the group that holds the one at `place`, none before `after`."""
    while place > after and _is_joined(reading, blocks, place):
        place -= 1
    return place


def _is_joined(reading: Reading, blocks: Sequence[Block], place: int) -> bool:
    """Return whether a labelled line stands right below another one."""
    if blocks[place].kind is not BlockKind.FIELD or blocks[place - 1].kind is not BlockKind.FIELD:
        return False
    return reading.document.text.count("\n", blocks[place - 1].span.end, blocks[place].span.start) == 1


_NEXT_SENTENCE = re.compile(r"\.\s+(?=[A-ZÀ-ÖØ-Þ\d])")


def _whole_or_clause(reading: Reading, block: Block) -> Span:
    """Return a labelled title, without the sentences that follow it on its line: "Pump dashboard. 85 pumps report …"."""
    text = reading.quote(block.span)
    stop = _NEXT_SENTENCE.search(text)
    if block.kind is not BlockKind.FIELD or stop is None or len(text[: stop.start()].split()) < 2:
        return block.span
    return reading.document.span(block.span.start, block.span.start + stop.start())


_OF_WORK_LABEL = re.compile(
    r"(?:client|customer|kunde|auftraggeber|cliente|opdrachtgever|description|beschreibung|descripción|descrizione|omschrijving|scope|outcome|results?|"
    r"ergebnis|résultats?|resultados?|risultat[oi]|resultaat|contract value|auftragswert|montant|budget|services?|tasks?|challenge|solution|my part|"
    r"team|tools|technologies)"
)
_OF_JOB_LABEL = re.compile(
    r"(?:employer|company|arbeitgeber|firma|employeur|entreprise|empresa|azienda|werkgever|institution|school|degree|grade|note)"
)


def _headed_records(reading: Reading, covered: Covered) -> list[int]:
    """Return the places of short lines, numbered or not, above labelled lines that tell work: "2. Weir repair", "Client: …"."""
    blocks = reading.document.blocks
    found: list[int] = []
    labelled = dict(_labels_below(blocks))
    standing = Counter(label for labels in labelled.values() for label in set(labels))
    for place, labels in labelled.items():
        block = blocks[place]
        if _is_inside_record(reading, blocks, place):
            continue
        told = [label for label in labels if _OF_WORK_LABEL.fullmatch(label)]
        # "Problem", "What Imre did", "Impact": the same labels below each title, whatever they are.
        again = [label for label in set(labels) if standing[label] > 1]
        if (len(told) < 2 and len(again) < 2) or any(_OF_JOB_LABEL.match(label) for label in labels):
            continue
        title = reading.quote(block.span).strip()
        may_be_form = len(told) < 2 and not _is_worded(reading, place, len(labels))
        if may_be_form or (not told and is_personal_name(title, reading.vocabularies)):
            continue
        is_short = 1 <= len(title.split()) <= 12 and not title.endswith((".", ":", ",", ";", "?"))
        free = not covered.touches(block.span)
        if is_short and free and title[:1].isupper() and not names_somebody(reading, block.span):
            found.append(place)
    # Lines that each stand right below a heading of their own are remarks of what it names: "Good for: leadership".
    if all(place and blocks[place - 1].kind is BlockKind.HEADING for place in found):
        return []
    # One alone may be a heading's last line; several of one form are a list of work.
    return found if len(found) > 1 else []


def _is_inside_record(reading: Reading, blocks: Sequence[Block], place: int) -> bool:
    """Return whether a line is a fact of the record around it: a labelled bullet, or what stands right below its title."""
    if blocks[place].kind is BlockKind.LIST_ITEM:
        return ": " in reading.quote(blocks[place].span)[:30]
    above = blocks[place - 1] if place else None
    return above is not None and above.kind is BlockKind.FIELD and _TITLE_LABEL.fullmatch(above.key) is not None


def _is_worded(reading: Reading, place: int, count: int) -> bool:
    """Return whether at least one of the labelled lines below a title holds a clause, not just a name or number."""
    below = reading.document.blocks[place + 1 : place + 1 + count]
    return any(len(re.findall(r"[^\W\d_]{2,}", reading.quote(block.span))) >= 5 for block in below)


def _labels_below(blocks: Sequence[Block]) -> Iterator[tuple[int, list[str]]]:
    """Yield the place of each line with labelled ones right below, and their labels in small letters."""
    for place, block in enumerate(blocks[:-1]):
        if block.kind not in (BlockKind.LIST_ITEM, BlockKind.PARAGRAPH):
            continue
        labels: list[str] = []
        for following in blocks[place + 1 : place + 8]:
            if following.kind is not BlockKind.FIELD:
                break
            labels.append(following.key.casefold())
        if labels:
            yield place, labels


def _opens_record(reading: Reading, block: Block, covered: Covered) -> bool:
    if block.kind is not BlockKind.FIELD or covered.touches(block.span):
        return False
    words = reading.quote(_whole_or_clause(reading, block)).split()
    key = block.key.casefold()
    # "Title: …" is a person's name or post, too, except where works are listed or the parts of a story follow.
    is_named = key in _NAMES and (
        section_kind_at(reading, block.span.start) is SectionKind.PROJECTS or _is_above_parts(reading, block)
    )
    if key == "name" and names_somebody(reading, block.span):
        return False
    return (is_named or _TITLE_LABEL.fullmatch(key) is not None) and 1 <= len(words) <= 16


def _is_above_parts(reading: Reading, block: Block) -> bool:
    """Return whether the lines below a labelled one tell two parts of a story: "Situation: …", "Task: …"."""
    following = reading.blocks_from(block.span.end, min(block.span.end + 600, len(reading.document.text)))[:5]
    return len({part_told_by(reading, below) for below in following} - {None}) > 1


def _ends_record(reading: Reading, block: Block) -> bool:
    if block.kind is BlockKind.FIELD:
        return _OTHER_LABEL.match(block.key.casefold()) is not None
    section = reading.section_at(block.span.start)
    is_heading = block.kind is BlockKind.HEADING and section is not None and section.heading == block.span
    return is_heading and section is not None and section.kind not in (*STAR, SectionKind.OTHER)


def stories_by_sequences(reading: Reading, covered: Covered) -> list[Story]:
    """Return the stories of a page on which headings of the four parts come round again, each below a title of its own."""
    parts = [s for s in reading.sections if s.kind in STAR and s.heading is not None]
    rounds: list[list[Section]] = []
    for section in sorted(parts, key=lambda s: s.span.start):
        if rounds and section.level == rounds[-1][0].level and section.kind not in {s.kind for s in rounds[-1]}:
            rounds[-1].append(section)
        elif not rounds or section.level <= rounds[-1][0].level:
            rounds.append([section])
    rounds = [found for found in rounds if len(found) >= 2]
    parents = {found[0].parent_id for found in rounds}
    # Where each round stands below a heading of its own, that heading tells where the story begins.
    if len(rounds) < 2 or len(parents) == len(rounds) or _stand_apart(parts):
        return []
    titles = [
        _title_above(reading, found[0], 0 if n == 0 else rounds[n - 1][-1].span.start) for n, found in enumerate(rounds)
    ]
    stories: list[Story] = []
    for number, (found, title) in enumerate(zip(rounds, titles, strict=True)):
        if title is None or any(title.overlaps(extent) or found[0].span.overlaps(extent) for extent in covered):
            continue
        following = titles[number + 1] if number + 1 < len(titles) else None
        end = min(found[-1].span.end, following.start if following is not None else found[-1].span.end)
        stories.append(
            Story(title, reading.document.span(title.start, len(reading.document.text[:end].rstrip())), "heading", 0.9)
        )
    return stories


def _stand_apart(parts: Sequence[Section]) -> bool:
    """Return whether the parts stand below several headings, none of which holds one part again behind another.

    "Context" and "Problem" both tell the situation: side by side below one title they are of one story.
    """
    told: dict[str | None, list[SectionKind]] = {}
    for section in sorted(parts, key=lambda s: s.span.start):
        kinds = told.setdefault(section.parent_id, [])
        if not kinds or kinds[-1] is not section.kind:
            kinds.append(section.kind)
    return None not in told and len(told) > 1 and all(len(set(kinds)) == len(kinds) for kinds in told.values())


def _title_above(reading: Reading, section: Section, after: int) -> Span | None:
    """Return the short line right above the first part of a round."""
    above = [b for b in reading.document.blocks if after < b.span.start + 1 and b.span.end <= section.span.start]
    if not above:
        return None
    headed = [b for b in above if b.kind is BlockKind.HEADING]
    block = headed[-1] if headed and headed[-1].span.start > after else above[-1]
    words = reading.quote(block.span).split()
    return block.span if 1 <= len(words) <= 16 and block.kind is not BlockKind.LIST_ITEM else None
