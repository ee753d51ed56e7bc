"""Says what a person's name looks like, and finds the author's where words of introduction or farewell lead to it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.extraction.career_words import COMPANY_TAILS, words_of
from graph.extraction.headlines import PieceKind, classify, first_lines
from graph.extraction.reading import Reading
from graph.vocabulary import Vocabularies, fold_title

_NAME_WORD = r"(?:[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯΑ-Ω][\w’'-]*[^\W\d_]|[A-ZÀ-ÞА-Я]\.?)"
_PARTICLE = r"(?:van|von|de|der|den|del|della|di|da|dos|du|la|le|el|al|bin|ibn|ter|ten|y|zu|af|av|O’|Mc)"
FULL_NAME = re.compile(rf"{_NAME_WORD}(?:\s+(?:{_PARTICLE}\s+){{0,2}}{_NAME_WORD}){{1,3}}")
DEGREE_TAIL = re.compile(r"(?:,?\s+(?:Ph\.?D|MD|M\.D|MBA|RN|BSN|MSN|CPA|PMP|PE|Esq|Jr|Sr|CFA|SHRM-CP|DNP|LCSW)\.?)+$")
_HONORIFIC = re.compile(
    r"^(?:(?:Dr|Prof|Mr|Mrs|Ms|Mx|Rev|Ing|PD)\.?(?:-Ing\.?)?(?:\s(?:med|rer|nat|phil)\.){0,2}|Herr|Frau|Mme|Sra?\.)\s+"
)
_SAYS_NAME = re.compile(
    rf"(?:(?<!\w)(?:[Mm]y name is|[Ii] am|[Ii][’']m|[Ii]ch bin|[Ii]ch heiße|[Mm]ein Name ist|[Jj]e m[’']appelle|[Jj]e suis|"
    rf"[Mm]e llamo|[Mm]i nombre es|[Mm]i chiamo|[Ii]k ben|[Mm]ijn naam is|[Cc]hamo-me|[Mm]eu nome é))\s+"
    rf"(?P<name>{FULL_NAME.pattern})(?=\s*(?:[,.;!|·–—(*\n]|and\b|und\b|et\b|y\b|a\b|an\b|$))"
)
_BY = re.compile(rf"(?i:\bby|\bvon|\bpar|\bwho:|\bauthor:)\s+(?P<name>{FULL_NAME.pattern})(?=\s*(?:[,.;|·–—*\n(]|$))")
_FAREWELL = re.compile(
    r"(?mi:^(?:(?:with )?(?:kind|best|warm|many)(?:est)? (?:regards|wishes)|regards|best|cheers|sincerely|"
    r"yours(?: (?:sincerely|faithfully|truly|ever))?|sincerely yours|thank you|thanks|many thanks|"
    r"mit (?:freundlichen|besten|herzlichen) grüßen|(?:viele|beste|herzliche|liebe) grüße|freundliche grüße|"
    r"cordialement|bien (?:cordialement|à vous)|salutations distinguées|atentamente|un (?:cordial )?saludo|saludos|"
    r"(?:cordiali|distinti) saluti|met vriendelijke groet(?:en)?|med vänliga hälsningar|atenciosamente))[ \t]*[,.!–—-]?"
    rf"[ \t]*\n\s{{0,8}}(?P<name>{FULL_NAME.pattern})(?=[ \t]*(?:[,|·–—(]|$|\n))"
)
_KIND_WORDS = frozenset(
    words_of(
        """
        cv resume résumé curriculum vitae lebenslauf portfolio bio about profile profil brag stories star notes
        highlights achievements accomplishments wins review self-review self-assessment application letter bewerbung
        currículum interview cases packet journal log worklog dossier website homepage promotion appraisal
        impact summary anschreiben candidature levenslauf
        """
    )
)
"""Words that say what kind of document it is: "Brag doc H1 2023", "STAR stories"."""
_BORDER = re.compile(r"\s+[–—|·•-]\s+|\s*[|•·]\s*|:\s+|,\s+|\s+(?:of|by|von|de|di|van|für|for)\s+(?=[A-ZÀ-Þ])|['’]s\s+")


_FORENAMES = frozenset(
    words_of(
        """
        julia ruby ada pascal crystal idris jenkins swift travis stan haskell hudson jasper sage jade grace ivy luna nova
        pearl robin vale claude alice cassandra athena iris hugo gatsby jasmine watson turing mercury sierra basil eve
        gerrit phoebe lucia maya max aurora
        """
    )
)
"""Words that are names of people and of technologies, too."""
_ING_NAMES = frozenset(
    words_of(
        """
        henning fleming flemming harding golding browning manning fielding keating sterling wilding sperling hemming
        cushing downing dowling starling channing behring gehring schilling whiting
        """
    )
)
"""Names that end like verbs: "Henning", "Browning"."""
_SURNAMES = frozenset(words_of("mills steel power stores homes books farms paper press day field bank"))


def bare_name(text: str) -> str:
    """Return a name without degrees behind it and titles before it: "Dr. Jane Doe, PhD" is Jane Doe.

    >>> bare_name("Prof. Jane Doe, MBA")
    'Jane Doe'
    """
    bare = DEGREE_TAIL.sub("", text)
    shorter = _HONORIFIC.sub("", bare)
    while shorter != bare:
        bare, shorter = shorter, _HONORIFIC.sub("", shorter)
    return bare


def is_personal_name(text: str, vocabularies: Vocabularies) -> bool:
    """Return whether `text` is two to four capitalised words, none of them a title, place, technology or section."""
    bare = bare_name(text.strip())
    if not FULL_NAME.fullmatch(bare) or fold_title(bare) in vocabularies.sections:
        return False
    cased = bare.title() if bare.isupper() else bare
    if (
        classify(cased, vocabularies) is not PieceKind.NAME
        or any(
            bare[found.start : found.end].casefold() not in _FORENAMES for found in vocabularies.technologies.find(bare)
        )
        or vocabularies.practices.find(cased)
    ):
        return False
    roles, work = vocabularies.roles, vocabularies.work
    words = [word.casefold().strip(".") for word in bare.split()]
    known = (
        roles.head_nouns | roles.modifiers | work.work_nouns | work.verbs | work.writing | work.decrease | work.increase
    )
    if words[-1] in COMPANY_TAILS and words[-1] not in _SURNAMES:
        return False
    institution = {word.casefold() for word in vocabularies.degrees.institution_words}
    return not any(
        word in known or word in institution or (word.endswith("ing") and len(word) > 5 and word not in _ING_NAMES)
        for word in words
    )


def names_with_document_kind(reading: Reading) -> Iterator[tuple[int, str]]:
    """Yield (offset, name) of persons whom the first lines name beside a kind of document: "STAR stories, Jane Doe"."""
    for line in first_lines(reading, 3):
        if len(line.text) > 100:
            continue
        for start, part in name_beside_kind(line.text, reading.vocabularies):
            yield line.start + start, part


def name_beside_kind(text: str, vocabularies: Vocabularies) -> Iterator[tuple[int, str]]:
    """Yield (offset, name) of the one part of `text` that is a person's name, if all others say a kind of document."""
    parts, position = list[tuple[int, str]](), 0
    for match in [*_BORDER.finditer(text), None]:
        end = len(text) if match is None else match.start()
        bare = text[position:end].strip(" *_#\t")
        if bare:
            parts.append((text.index(bare, position), bare))
        position = end if match is None else match.end()
    names = [part for part in parts if not says_kind(part[1]) and is_personal_name(part[1], vocabularies)]
    if len(names) == 1 and len(parts) > 1 and all(says_kind(part[1]) for part in parts if part not in names):
        yield names[0]


def says_kind(text: str) -> bool:
    """Return whether words name a kind of document: "Curriculum vitae", "Brag doc H1 2023"."""
    words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text.casefold())
    return 0 < len(words) <= 6 and any(word in _KIND_WORDS for word in words)


def names_in_words(reading: Reading) -> Iterator[tuple[int, str, str, float]]:
    """Yield (offset, name, form, confidence) where authors say their name, sign a letter, or stand in a by-line."""
    for line in first_lines(reading, 10):
        match = _BY.search(line.text)
        if match and is_personal_name(match["name"], reading.vocabularies):
            yield line.start + match.start("name"), match["name"], "by-line", 0.9
    text = reading.document.text
    for match in _SAYS_NAME.finditer(text, 0, 4000):
        before = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        if is_personal_name(match["name"], reading.vocabularies) and '"' not in before and not before.startswith(">"):
            yield match.start("name"), match["name"], "says the name", 0.9
    for match in _FAREWELL.finditer(text):
        if is_personal_name(match["name"], reading.vocabularies):
            yield match.start("name"), match["name"], "signature", 0.9
