"""Finds the skills that documents list: "Skills: negotiation, stock rotation, teamwork". What no list holds is terms.py's.

An item is a skill where the vocabulary lists it as one that may stand alone, or where its words name something that one does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.documents import Block, BlockKind, SectionKind, Span
from graph.extraction.heads.section_kinds import section_kind_at
from graph.extraction.keyed.listed_labels import label_of_block, value_of_block
from graph.extraction.reading import Reading
from graph.gazetteer import Term
from graph.model import EntityKind, Mention
from graph.slugs import slug

RULE = "listed skills"
_CONFIDENCE = 0.8
_KIND_OF_SKILL = r"(?:key|core|soft|hard|personal|professional|transferable|interpersonal|leadership|management|clinical|teaching|business|functional|other|additional|relevant|main|top|technical)\s"
_LABEL = re.compile(
    rf"(?:{_KIND_OF_SKILL})?(?:skills?(?:\s(?:used|shown|and\s\w+|&\s\w+))?|competenc(?:y|ies|es)|strengths|(?:areas?\sof\s)?expertise|special(?:i?ties|isms)|keywords|know-how|capabilities|"
    r"methods|methodologies|practices|kompetenzen|fähigkeiten|kenntnisse|stärken|schwerpunkte|methoden|schlüsselwörter|compétences|savoir-faire|atouts|méthodes|mots-clés|"
    r"competencias|habilidades|aptitudes|métodos|competências|competenze|capacità|metodi|vaardigheden|competenties|methodes|kompetenser|färdigheter|umiejętności|kompetencje)",
    re.IGNORECASE,
)
_LABEL_IN_LINE = re.compile(rf"[*_]{{0,3}}(?P<label>{_LABEL.pattern})[*_]{{0,3}}\s?:[*_]{{0,3}}\s", re.IGNORECASE)
_OTHER_LISTS = re.compile(
    r"(?i)\b(?:languages?|sprachen|sprachkenntnisse|langues|idiomas|lingue|talen|språk|języki|interests?|hobb(?:y|ies)|tools?|technolog\w+|tech|stack|software|programming|hardware|"
    r"frameworks?|libraries|platforms|databases|editors|werkzeuge|outils|logiciels|herramientas|ferramentas|strumenti|certifi\w+|licen[cs]es?|awards?|references?|courses?|modules?|levels?)\b"
)
_PART = re.compile(r"[^,;•·|\n]+")
_ITEM = re.compile(r"[^\W\d_][^\W\d_'’&/-]*(?:[ '’&/-]{1,3}[^\W\d_]+){0,8}")
_PRAISE = re.compile(
    r"(?i)^(?:(?:good|strong|excellent|effective|basic|advanced|solid|proven|great|very|gute|sehr|bonnes?|buenas?|boas?|buone?)\s)+(?=\w)"
)
_MOST_WORDS, _LONGEST = 4, 40
_SHORTEST = 5
"""Letters; "ring" and "age" name nothing done."""
_DONE = tuple(
    "ing tion sion ment ship ysis graphy keeping ance work making writing care craft nomy try ability ility ivity acy ics".split()
)
_DONE_ABROAD = tuple(
    """
    ung ungen führung planung arbeit pflege wesen schaft fähigkeit keit heit beratung steuerung management kontrolle analyse
    ción sión miento ção são mento zione sione gestion gestión gestão gestione ité idad idade ità age ning skap het beheer heid
    """.split()
)
"""Endings of words that name what is done."""
_OFTEN_A_PRODUCT = ("tion", "sion", "ment", "ance", "ics", "try", "acy")
_HEADS = frozenset(
    """
    sales design research strategy support service services quality control safety compliance security operations logistics finance law policy planning leadership management
    empathy patience teamwork diplomacy curiosity resilience creativity reliability punctuality flexibility adaptability initiative judgement judgment rapport etiquette
    tests interviews surveys workshops reviews audits reports reporting dashboards budgets forecasts analysis analytics statistics modelling modeling skills methods techniques
    care hygiene treatment therapy assessment admin administration procurement purchasing recruitment hiring payroll tax accounts inventory stock dispatch
    seo sem crm erp ux ui hr qa pr b2b kpi kpis okrs roi
    verkauf vertrieb einkauf lager controlling vente achats ventas compras vendas vendita acquisti verkoop inkoop försäljning inköp teamgeist teamfähigkeit
    """.split()
)
"""Words, the last of an item, that name what is done without an ending that says so."""


def find_listed_skills(reading: Reading) -> list[Mention]:
    """Return the skills among the items of lists of skills that are no technology and no practice found before."""
    mentions = []
    for block, listed in _lists(reading):
        section_id = reading.section_id_at(block.span.start)
        for item in _items(reading, listed):
            words = reading.quote(item)
            term = reading.vocabularies.practices.listed_as(words)
            if term is not None or names_deed(words):
                mentions.append(_mention(item, words, term, section_id))
    return mentions


def names_deed(words: str) -> bool:
    """Return whether the last of some words names something that one does, by its ending or as one of a few.

    >>> names_deed("stock rotation"), names_deed("Oak Lane")
    (True, False)
    """
    last = words.casefold().split()[-1]
    if last in _HEADS:
        return True
    # "Fusion" and "Ignition" are products, "Facilitation" is none: alone and in capitals only what the vocabulary lists.
    is_name = " " not in words and words[0].isupper() and last.endswith(_OFTEN_A_PRODUCT)
    return not is_name and len(last) > _SHORTEST and last.endswith(_DONE + _DONE_ABROAD)


def _lists(reading: Reading) -> Iterator[tuple[Block, Span]]:
    """Yield the blocks that list skills, each with the place of its items."""
    for block in reading.document.blocks:
        if block.kind in (BlockKind.HEADING, BlockKind.CODE):
            continue
        label = label_of_block(reading, block)
        if label is not None:
            if _LABEL.fullmatch(label.split(".")[-1].replace("_", " ").strip()) or (
                _is_among_skills(reading, block) and not _OTHER_LISTS.search(label)
            ):
                yield block, value_of_block(reading, block)
            continue
        in_line = _LABEL_IN_LINE.match(reading.quote(block.span))
        if in_line is not None:
            yield block, block.span.part(in_line.end(), len(block.span))
        elif _is_among_skills(reading, block):
            yield block, block.span


def _is_among_skills(reading: Reading, block: Block) -> bool:
    if section_kind_at(reading, block.span.start) is not SectionKind.SKILLS:
        return False
    section = reading.section_at(block.span.start)
    return section is None or not _OTHER_LISTS.search(section.title)


def _items(reading: Reading, listed: Span) -> Iterator[Span]:
    """Yield the places of the items of a list that are a few words and nothing that is known by now."""
    text = reading.quote(listed)
    for part in _PART.finditer(text):
        bare = _PRAISE.sub("", part.group().strip(" *_.\t"))
        if not bare or len(bare) > _LONGEST or len(bare.split()) > _MOST_WORDS or not _ITEM.fullmatch(bare):
            continue
        start = part.start() + part.group().index(bare)
        item = listed.part(start, start + len(bare))
        if not any(m.span.overlaps(item) for m in reading.mentions_near(item)):
            yield item


def _name(words: str) -> str:
    """Return the words as the vocabulary writes names: in lower case but for abbreviations; in German as they are."""
    last = words.casefold().split()[-1]
    if last not in _HEADS and not last.endswith(_DONE):
        return words
    return " ".join(word.lower() if word[1:].islower() else word for word in words.split())


def _mention(item: Span, words: str, known: Term | None, section_id: str | None) -> Mention:
    term = known or Term(slug(words), EntityKind.PRACTICE, _name(words), category="listed skill")
    return Mention(
        kind=EntityKind.PRACTICE,
        key=term.id,
        name=term.name,
        text=words,
        span=item,
        rule=RULE,
        confidence=_CONFIDENCE,
        section_id=section_id,
        term_id=None if known is None else known.id,
        attributes={"category": term.category, "broader": list(term.broader)},
    )
