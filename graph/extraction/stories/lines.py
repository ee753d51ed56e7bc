"""Finds stories of pages without headings: behind repeated labels, and as short titles above a sentence and its cards."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from graph.documents import Block, BlockKind, SectionKind, Span
from graph.extraction.heads.entry_facts import begins_with_degree
from graph.extraction.heads.places import is_place
from graph.extraction.heads.words import LEGAL_SUFFIX
from graph.extraction.quantities.cards import find_cards
from graph.extraction.quantities.quantities import find_quantities
from graph.extraction.reading import Reading
from graph.extraction.titles.titles import is_role_title, is_work_verb, names_work, read_achievement
from graph.extraction.works.bullet_places import tells_ways
from graph.extraction.works.covered import Covered
from graph.extraction.works.deed_titles import title_span
from graph.extraction.works.part_labels import part_or_letter
from graph.extraction.works.story import Story
from graph.extraction.works.story_limits import names_aside, names_paper, names_part, names_period, names_somebody
from graph.model import EntityKind


def stories_by_labels(reading: Reading, covered: Covered) -> list[Story]:
    """Return stories that each begin with the same label ("Takeaway: Designed …"), running to the next of them."""
    blocks = reading.document.blocks
    labels: dict[str, list[int]] = {}
    for place, block in enumerate(blocks):
        if block.kind is BlockKind.FIELD and not covered.touches(block.span):
            achievement = read_achievement(reading.quote(block.span), reading.vocabularies)
            if achievement is not None and not achievement.soft:
                labels.setdefault(block.key, []).append(place)
    stories: list[Story] = []
    for places in labels.values():
        if len(places) < 2:
            continue
        longest = max(b - a for a, b in itertools.pairwise(places))
        for place, following in zip(places, [*places[1:], places[-1] + longest], strict=True):
            block = blocks[place]
            achievement = read_achievement(reading.quote(block.span), reading.vocabularies)
            assert achievement is not None
            last = blocks[min(following, len(blocks)) - 1]
            title = title_span(reading, block, achievement)
            stories.append(
                Story(
                    title,
                    reading.document.span(block.span.start, max(last.span.end, block.span.end)),
                    "achievement",
                    0.82,
                    sentence=block.span,
                )
            )
    return stories


def stories_by_short_titles(reading: Reading, covered: Covered) -> list[Story]:
    """Return stories of flattened pages: one to three short lines, then the sentence that tells the work, then its cards."""
    blocks = [b for b in reading.document.blocks if b.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING)]
    cards = find_cards(reading)
    in_cards = {b.span for card in cards for b in (card.figure, card.label)}
    stories: list[Story] = []
    for place, block in enumerate(blocks):
        text = reading.quote(block.span)
        if len(text) < 40 or any(
            block.span.overlaps(extent) for extent in (*covered, *(story.extent for story in stories))
        ):
            continue
        achievement = read_achievement(text, reading.vocabularies)
        first = place
        while first > 0 and place - first < 3 and _is_short_title(reading, blocks[first - 1], in_cards):
            first -= 1
        listed = first > 0 and reading.quote(blocks[first - 1].span).rstrip().endswith(":")
        if (
            first == place
            or listed
            or tells_ways(reading, blocks[first])
            or not _tells_work(reading, blocks[first:place], text, achievement is not None and not achievement.soft)
        ):
            continue
        end = block.span.end
        for card in cards:
            last = max(card.figure.span.end, card.label.span.end)
            begin = min(card.figure.span.start, card.label.span.start)
            if begin >= end and not reading.document.text[end:begin].strip():
                end = last
        end = _told_until(reading, blocks[place + 1 :], end, covered)
        titles = [b.span for b in blocks[first:place]]
        named = next((t for t in titles if names_work(reading.quote(t), reading.vocabularies)), titles[0])
        stories.append(
            Story(
                named,
                reading.document.span(blocks[first].span.start, end),
                "short-title",
                0.85,
                sentence=block.span,
                aliases=tuple(t for t in titles if t != named),
            )
        )
    return stories


def _told_until(reading: Reading, following: Sequence[Block], end: int, covered: Covered) -> int:
    """Return where a telling ends that goes on in whole sentences and in the short lines of lists that they introduce."""
    in_list = False
    for block in following:
        text = reading.quote(block.span).strip()
        if covered.touches(block.span) or reading.document.text[end : block.span.start].strip():
            break
        sentence = text.endswith((".", ":")) and len(text.split()) >= 3
        listed = in_list and (text[:1].islower() or len(text.split()) <= 4)
        if (not sentence and not listed) or _names_post(reading, block):
            break
        in_list = text.endswith(":") or listed
        end = block.span.end
    return end


_ASSOCIATED = re.compile(
    r"(?i)(?:associated with|in association with|verknüpft mit|associé à|asociado (?:con|a)|associato a)\s"
)
"""Says for whom, below a project of a profile."""


_ON_SITE = re.compile(r"(?i)\s[·|]\s(?:on-?site|remote|hybrid|à distance|hybride|remoto|híbrido|presencial|vor ort)\Z")
"""Behind a town, as profiles write it: "Porto, Portugal · On-site"."""


_KICKER = re.compile(r"(?i)case\sstud(?:y|ies)\s{1,3}[·|•/]\s")
"""Opens the line above a title that says of what fields it is: "Case study · Ferries · Public sector"."""


def _is_short_title(reading: Reading, block: Block, in_cards: set[Span]) -> bool:
    text = reading.quote(block.span).strip()
    if (
        block.span in in_cards
        or text.startswith("![")
        or names_aside(text)
        or names_period(text)
        or names_part(text, reading.vocabularies)
        or not 1 <= len(text.split()) <= 12
        or text.endswith((".", "!", "?", ":", ";", ","))
        or not re.search(r"[A-Za-z]{3}", text)
    ):
        return False
    if (text.isupper() and len(text.split()) == 1 and block.kind is BlockKind.HEADING) or _ASSOCIATED.match(text):
        return False
    if text.casefold() in reading.vocabularies.work.plain_labels or _KICKER.match(text) is not None:
        return False
    if begins_with_degree(text, reading.vocabularies):
        return False
    if is_place(_ON_SITE.sub("", text)) or LEGAL_SUFFIX.search(text) or _lists_terms(reading, block):
        return False
    section = reading.section_at(block.span.start)
    known = section is not None and section.heading == block.span and section.kind is not SectionKind.OTHER
    return (
        not known
        and not re.search(r"\d{2,}", text)
        and not is_role_title(text, reading.vocabularies)
        and not any(
            m.kind in (EntityKind.PERSON, EntityKind.EMPLOYER, EntityKind.ROLE, EntityKind.INSTITUTION)
            and block.span.contains(m.span)
            and m.confidence > 0.7
            and m.rule != "prose"
            for m in reading.mentions_near(block.span)
        )
    )


def _lists_terms(reading: Reading, block: Block) -> bool:
    """Return whether a line is a list of technologies: "Salesforce, HubSpot, Excel"."""
    near = reading.mentions_near(block.span)
    terms = [m for m in near if m.kind is EntityKind.TECHNOLOGY and block.span.contains(m.span)]
    return len(terms) > 1 and sum(len(m.span) for m in terms) > 0.6 * len(block.span)


def _tells_work(reading: Reading, titles: Sequence[Block], text: str, achieving: bool) -> bool:
    named = [b for b in titles if names_work(reading.quote(b.span), reading.vocabularies)]
    if achieving:
        return True
    if named and re.match(r"(?:An?|The)\s", text) is not None and len(text) > 60:
        return True
    if named and text.endswith(".") and re.search(r"\d\s?(?:%|[a-zA-Z])", text) is not None:
        return True
    # "Turning delivery failures into …" names work so surely that any paragraph may follow.
    verbal = [
        b
        for b in named
        if is_work_verb(re.split(r"\W", reading.quote(b.span).strip(), maxsplit=1)[0], reading.vocabularies)
    ]
    return any(reading.quote(b.span).lstrip()[:1].isupper() for b in verbal) and len(text) > 80


# ---------------------------------------------------------------- labelled parts


def stories_by_parts(reading: Reading, covered: Covered) -> list[Story]:
    """Return stories whose parts are labelled line by line ("Situation: …", "Result: …") below a short title."""
    blocks = reading.document.blocks
    stories: list[Story] = []
    place = 1
    while place < len(blocks):
        last = place
        while last < len(blocks) and blocks[last].kind is BlockKind.FIELD and part_or_letter(blocks[last].key):
            last += 1
        title = blocks[place - 1]
        free = not covered.touches(title.span)
        parts = {part_or_letter(block.key) for block in blocks[place:last]}
        if (
            len(parts) >= 2
            and free
            and title.kind is not BlockKind.FIELD
            and len(reading.quote(title.span).split()) <= 16
        ):
            extent = reading.document.span(title.span.start, blocks[last - 1].span.end)
            stories.append(Story(title.span, extent, "heading", 0.88))
        place = max(last, place) + 1
    return stories


# ---------------------------------------------------------------- short titles above a list

_BOLD = re.compile(r"(?:\*\*|__)(?P<t>[^*_]{4,80})(?:\*\*|__)")


_INTRODUCES = re.compile(
    r"(?i)\A(?:here(?:[’']s|\sis|\sare)|below|these|this\s(?:is|includes)|the\sfollowing|following|some\sof|through\s(?:these|this|all)|voici|voilà|hier|im\sfolgenden|folgende|estos|estas|aquí|a\scontinuación|ecco|alcuni|hieronder|"
    r"(?:build|create|make|design|develop|provide|ensure|implement)\s(?:a|an|the)\s.*\s(?:that|using|with|to|which|for|by))\b.*:\s*$"
)
"""A line that leads to a list and names nothing: "Voici quelques projets :", "Build a system that:"."""


def stories_by_lists(reading: Reading, covered: Covered) -> list[Story]:
    """Return stories whose short title, bold or alone on its line, stands right above a list that tells them."""
    blocks = reading.document.blocks
    stories: list[Story] = []
    for place, block in enumerate(blocks[:-1]):
        if (
            block.kind is not BlockKind.PARAGRAPH
            or blocks[place + 1].kind is not BlockKind.LIST_ITEM
            or covered.touches(block.span)
        ):
            continue
        text = reading.quote(block.span)
        bold = _BOLD.match(text)
        title = bold["t"].strip() if bold else re.split(r"(?:(?<!\s)\s++)?[(|•·]|\s[—–-]\s", text)[0].strip()
        if (
            len(text.split()) > 16
            or text.rstrip().endswith(".")
            or _names_post(reading, block)
            or not names_work(title, reading.vocabularies)
            or (not bold and (_INTRODUCES.match(text) is not None or _sums_up_post(reading, place, text)))
        ):
            continue
        last = place + 1
        while last + 1 < len(blocks) and blocks[last + 1].kind is BlockKind.LIST_ITEM:
            last += 1
        start = block.span.start + (bold.start("t") if bold else text.index(title))
        stories.append(
            Story(
                reading.document.span(start, start + len(title)),
                reading.document.span(block.span.start, blocks[last].span.end),
                "heading",
                0.85,
            )
        )
    return stories


_LONGEST_BELOW_POST = 6
"""Words of a title right below a post's head; a longer line says what the post was."""


def _sums_up_post(reading: Reading, place: int, text: str) -> bool:
    """Return whether a line right below a post's head says in a clause what was done there: "Ran payroll for three sawmills"."""
    if not place or text.rstrip().endswith(":") or not _names_post(reading, reading.document.blocks[place - 1]):
        return False
    deed = read_achievement(text, reading.vocabularies)
    told = deed is not None and deed.verb_start == 0 and not deed.verb.endswith("ing")
    return told or len(text.split()) > _LONGEST_BELOW_POST


def _names_post(reading: Reading, block: Block) -> bool:
    kinds = (EntityKind.EMPLOYER, EntityKind.ROLE, EntityKind.INSTITUTION)
    near = reading.mentions_near(block.span)
    return any(m.kind in kinds and block.span.contains(m.span) and m.rule != "prose" for m in near)


# ---------------------------------------------------------------- one narrative

_FIRST_PERSON = re.compile(r"(?i)\b(?:I|we)\s+(?:\w+ly\s+)?(?P<v>[a-z-]+)\b")


_HOW_WE = re.compile(
    r"(?i)how\s(?:I|we|our\s\w+|one\s\w+|a\s\w+)\s(?:\w+ly\s)?(?!should|would|could|can|will|need|want|think|learned)[a-z]+(?:ed|t|ght|ove|ote|oke|an|ew|ank|ank|ung|ave|ook|ilt)\b"
)
"""A title that says itself what was done: "How we stopped losing returns"."""


def _tells_change(reading: Reading, title: Block) -> bool:
    """Return whether a figure behind the title was one thing before and is another now."""
    units = reading.vocabularies.units
    behind = (s for s in reading.sentences if s.start >= title.span.end)
    return any(q.before is not None for s in behind for q in find_quantities(reading.quote(s), units))


def tells_deeds(reading: Reading, start: int) -> bool:
    """Return whether the text from `start` on says twice or more in the first person what was done: "I rewrote …"."""
    verbs = reading.vocabularies.work.verbs
    done = (m for m in _FIRST_PERSON.finditer(reading.document.text, start) if m["v"].casefold() in verbs)
    return next(done, None) is not None and next(done, None) is not None


def stories_by_narrative(reading: Reading, covered: Covered) -> list[Story]:
    """Return the one story of a page that tells nothing else: a title, and in the first person what was done."""
    if covered or reading.document.is_keyed:
        return []
    if any(s.kind in (SectionKind.EXPERIENCE, SectionKind.EDUCATION) for s in reading.sections):
        return []
    blocks = reading.document.blocks
    title = next((b for b in blocks[:4] if b.kind is BlockKind.HEADING or b.key == "title"), None)
    words = "" if title is None else reading.quote(title.span)
    is_deed = _HOW_WE.match(words) is not None
    if title is None or len(reading.document.text) < (400 if is_deed else 800):
        return []
    if names_somebody(reading, title.span) or names_paper(words):
        return []
    if len(words.split()) > 14 or (not is_deed and re.match(r"(?i)(?:how|why|what|on|\d+)\b", words)):
        return []
    if not tells_deeds(reading, title.span.end) and not (is_deed and _tells_change(reading, title)):
        return []
    return [Story(title.span, reading.document.span(title.span.start, blocks[-1].span.end), "heading", 0.7)]
