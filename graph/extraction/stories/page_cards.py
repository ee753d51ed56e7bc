"""Finds the pieces of work that a pasted page lists as cards: title, a sentence or two, then tags, figures or a link, again and again.

"Depot planner / Plans the shifts of three depots. / Vue / Django / View project". What repeats is how cards end; the title
is what stands first behind the end of the card before.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from graph.case_labels import FACTS
from graph.documents import Block, BlockKind, SectionKind, Span
from graph.extraction.dates.dates import find_periods
from graph.extraction.heads.section_kinds import section_kind_at
from graph.extraction.quantities.quantities import find_quantities
from graph.extraction.reading import Reading
from graph.extraction.stories.card_looks import ENDS, Look, heads_works, is_tag, looks_of
from graph.extraction.titles.titles import is_about_writing, is_role_title
from graph.extraction.works.covered import Covered
from graph.extraction.works.story import STAR, Story
from graph.extraction.works.story_limits import names_aside, names_period
from graph.model import EntityKind
from graph.page_words import CARD_LINK, is_page_link
from graph.section_titles import kind_of_title
from graph.vocabulary import fold_title


@dataclass(frozen=True, slots=True)
class _Card:
    """One card by the places of its blocks."""

    title: int
    first: int
    last: int
    ends: frozenset[Look]


_MOST_SHORT = 6
_ARTICLE = re.compile(r"(?i)(?:an?|the|my|our|i|we|this|eine?|un[ea]?|een)\s")
_LIST = re.compile(
    r"(?i)(?:projects|stories|case studies|studies|portfolio|work|works|experiments|results|clients|testimonials|services)\W*\Z"
)
"""Ends what heads a list: "Retail success stories"."""


def stories_by_page_cards(reading: Reading, covered: Covered) -> list[Story]:
    """Return the cards of a pasted page, if two or more end alike and links or single tags show that it is one."""
    document = reading.document
    if document.media_type != "text/plain" or len(document.text) > 60_000:
        return []
    blocks = document.blocks
    looks = looks_of(reading)
    links = sum(look is Look.LINK for look in looks)
    pasted = links > 1 or sum(is_page_link(reading.quote(b.span)) for b in blocks[:14] if len(b.span) < 70) > 2
    if not pasted or sum(look in ENDS for look in looks) < 2:
        return []
    cards = [card for card in _cards(reading, looks) if not covered.touches(blocks[card.title].span)]
    listed = next((at for at, block in enumerate(blocks) if heads_works(reading, block)), 0)
    if (
        sum(card.title > listed for card in cards) > 1
    ):  # What stands in figures above the list of works is said of the page.
        cards = [card for card in cards if card.title > listed or card.ends - {Look.FIGURE}]
    kinds = Counter(kind for card in cards for kind in card.ends)
    alike = {kind for kind, count in kinds.items() if count > 1}
    cards = [card for card in cards if card.ends & alike and (card.ends - {Look.LINK} or _tells_work(reading, card))]
    if len(cards) < 2:
        return []
    found = []
    for card in cards:
        title = _words(reading, blocks[card.title])
        extent = document.span(blocks[card.title].span.start, blocks[card.last].span.end)
        found.append(Story(title, document.span(title.start, extent.end), "heading", 0.84))
    return found


_OF_WORK = re.compile(
    r"(?i)\b(?:project|case|story|demo|code|github|source|repo|live|site|app|projet|proyecto|projekt)"
)


def _tells_work(reading: Reading, card: _Card) -> bool:
    """Return whether a card that ends in nothing but a link is no offer or article: by the link's words, a tool or a figure."""
    blocks = reading.document.blocks
    extent = reading.document.span(blocks[card.title].span.start, blocks[card.last].span.end)
    if any(
        len(text) < 60 and CARD_LINK.match(text) and _OF_WORK.search(text) for text in reading.quote(extent).split("\n")
    ):
        return True
    if any(m.kind is EntityKind.TECHNOLOGY for m in reading.mentions_near(extent)):
        return True
    return bool(find_quantities(reading.quote(extent), reading.vocabularies.units))


def _words(reading: Reading, block: Block) -> Span:
    """Return the words of a title line, its label included where a colon stands in it."""
    start = block.span.start
    if block.kind is BlockKind.FIELD:
        start = reading.document.text.rfind("\n", 0, start) + 1
    return reading.document.span(start, block.span.end)


def _cards(reading: Reading, looks: Sequence[Look]) -> list[_Card]:
    """Return the stretches between the ends of cards that hold a title and a sentence, in order."""
    blocks = reading.document.blocks
    found: list[_Card] = []
    groups = _groups(reading, looks)
    for number, (first, title, prose) in enumerate(groups):
        limit = groups[number + 1][0] if number + 1 < len(groups) else len(blocks)
        last, ends = prose, set[Look]()
        for at in range(prose + 1, limit):
            if looks[at] is Look.HEAD:
                break
            if looks[at] in ENDS:
                ends.add(looks[at])
            last = at
        if ends:
            found.append(_Card(title, first, last, frozenset(ends)))
    return found


def _groups(reading: Reading, looks: Sequence[Look]) -> list[tuple[int, int, int]]:
    """Return (first short line, title, sentence) where short lines behind the end of a card lead to a sentence."""
    blocks = reading.document.blocks
    runs: list[tuple[list[int], int]] = []
    run: list[int] = []
    ended, closed = True, False
    is_fact = False
    for at, look in enumerate(looks):
        words = reading.quote(blocks[at].span).strip()
        if look is Look.TAG and run and looks[at + 1 : at + 2] == [Look.PROSE]:
            continue  # For whom, on what: "Harbour office · iOS, Android" between a title and its sentence.
        if look is Look.SHORT and is_fact:
            is_fact = False  # The value below a label such as "Timeline".
        elif look is Look.SHORT and words.casefold() in FACTS:
            is_fact, run = True, []
        elif look is Look.SHORT:
            run.append(at)
        elif look is Look.PROSE:
            if run and len(run) <= _MOST_SHORT and (ended or (not closed and not _heads_part(reading, run))):
                if not ended and runs:
                    runs.pop()  # What stood above was said of the page.
                runs.append((run, at))
            run, ended, is_fact = [], False, False
        else:
            is_fact = False
            closed = closed or (look in ENDS and bool(runs))
            ended = ended or look in ENDS or look is Look.HEAD
            if look is not Look.OTHER or not run:
                run = []
    said = Counter(reading.quote(block.span).strip().casefold() for block in blocks if len(block.span) < 80)
    for run, _ in runs:  # Words of a picture and the title below it are the same once.
        own = [reading.quote(blocks[at].span).strip().casefold() for at in run]
        said.subtract(word for at, word in enumerate(own) if word in own[:at])
    titled = [(run, title, prose) for run, prose in runs if (title := _title(reading, run, said)) is not None]
    if len(titled) > 1 and len(titled[0][0]) > max(len(run) for run, _, _ in titled[1:]):
        # Above the first card stand words about the page: its title stands where those of the others do.
        usual = Counter(run[-1] - title for run, title, _ in titled[1:]).most_common(1)[0][0]
        run, title, prose = titled[0]
        if run[-1] - usual in run and _may_name(reading, blocks[run[-1] - usual], said):
            titled[0] = (run, run[-1] - usual, prose)
    return [(title if run is titled[0][0] else run[0], title, prose) for run, title, prose in titled]


def _heads_part(reading: Reading, run: Sequence[int]) -> bool:
    """Return whether a short line above a sentence heads a part of what stands above: "Problem"."""
    titles = reading.vocabularies.sections
    return len(run) == 1 and kind_of_title(reading.quote(reading.document.blocks[run[0]].span), titles) in STAR


def _title(reading: Reading, run: Sequence[int], said: Counter[str]) -> int | None:
    """Return which of the short lines above a sentence names the work: none that other cards have, no post, no date.

    The first of them, but for one that the next says in full; the last, where several short ones stand before it.
    """
    blocks = reading.document.blocks
    kept = [at for at in run if _may_name(reading, blocks[at], said)]
    if not kept:
        return None
    words = [reading.quote(blocks[at].span).strip() for at in kept]
    if len(kept) > 1 and len(words[1]) >= len(words[0]) and words[1].split()[0] == words[0].split()[0]:
        return kept[1]
    sizes = [len(text.split()) for text in words]
    if len(kept) > 1 and len(run) > 2 and sizes[-1] > 3 and max(sizes[:-1]) < 4 and not _ARTICLE.match(words[-1]):
        return kept[-1]
    return kept[0]


def _may_name(reading: Reading, block: Block, said: Counter[str]) -> bool:
    words = reading.quote(_words(reading, block)).strip()
    if said[words.casefold()] > 1 or names_period(words) or names_aside(words) or len(words) < 3:
        return False
    if (_ARTICLE.match(words) and len(words.split()) > 4) or _LIST.search(words):
        return False
    dated = find_periods(words)
    if dated and dated[0].start < 3:
        return False
    vocabularies = reading.vocabularies
    # "Type tester", "Shift planner": among cards only a title known as a whole is a post.
    if is_role_title(words, vocabularies) and fold_title(words) in vocabularies.roles.whole:
        return False
    if is_about_writing(words, vocabularies) and not any(is_tag(reading, b) for b in reading.document.blocks[-40:]):
        return False
    if section_kind_at(reading, block.span.start) in (
        SectionKind.EXPERIENCE,
        SectionKind.EDUCATION,
        SectionKind.WRITING,
    ):
        return False
    if any(
        m.kind in (EntityKind.PERSON, EntityKind.ROLE) and m.span.overlaps(block.span)
        for m in reading.mentions_near(block.span)
    ):
        return False
    return kind_of_title(words, vocabularies.sections) is SectionKind.OTHER
