"""Says what a person's name looks like, and how it is shown. Finds none; introduced_names.py and author_names.py do."""

from __future__ import annotations

import re
from functools import lru_cache

from graph.extraction.career_words import COMPANY_TAILS, GENERIC, TEAM_WORDS, words_of
from graph.extraction.heads.east_asian import is_person_in_east_asia
from graph.extraction.heads.pieces import PieceKind, classify
from graph.extraction.heads.words import LEGAL_SUFFIX
from graph.extraction.titles.page_asides import names_page_aside
from graph.occurrences import occurrences
from graph.vocabulary import Vocabularies, fold_title

_NAME_WORD = r"(?:[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯІЇЄҐΆΈ-Ώ\u0391-Ω][\w’'-]*[^\W\d_]|[A-ZÀ-ÞА-Я]\.?)"
_PARTICLE = (
    r"(?:van|von|vom|de|der|den|del|della|di|da|dos|das|do|du|la|le|el|al|bin|ibn|ter|ten|y|e|i|zu|zur|zum|af|av|auf|"
    r"O’|Mc|d[’'](?=[A-ZÀ-Þ]))"
)
_NICKNAME = r"(?:[\"“„«‘][A-ZÀ-Þ][\w’'-]{1,15}[\"”“»’]|\([A-ZÀ-Þ](?:[a-zà-ÿ]{1,15}|[A-ZÀ-Þ]{2,14})\))"
_SPACE = r"[^\S\n]+"
FULL_NAME = re.compile(
    rf"(?<![^\W_])(?<![’'-]){_NAME_WORD}(?:{_SPACE}{_NICKNAME})?(?:{_SPACE}(?:{_PARTICLE}{_SPACE}){{0,2}}{_NAME_WORD}){{1,3}}"
)
DEGREE_TAIL = re.compile(
    r"(?:,?(?<!\s)\s++(?:Ph\.?D|MD|M\.D|MBA|MPH|MPhil|DPhil|EdD|BSc|MSc|M\.?A|M\.?Sc|B\.?Sc|"
    r"RN|BSN|MSN|RGN|LL\.?B|BEng|MEng|BEd|MEd|BMus|MRes|BFA|MFA|PGCE|QTS|\(Hons\)|Hons|OBE|MBE|CBE|FRS|KC|QC|MCIPD|FCIPD|ACA|MRICS|CPA|PMP|PE|CEng|MIET|ACCA|FCA|FRCS|MRCP|Esq|Jr|Sr|CFA|SHRM-CP|DNP|LCSW|LL\.?M|FRSA|(?i:she/(?:her|they)|he/(?:him|they)|"
    r"they/them)|\((?i:she/(?:her|they)|he/(?:him|they)|they/them)(?:/[A-Za-z]{3,6})?\))\.?){1,12}$"
)
_HONORIFIC = re.compile(
    r"^(?:(?:Dra?|DRA?|PROF|Profa|(?:(?:(?i:staff|master|first|chief)\s)?(?i:sergeant|lieutenant|captain|colonel|corporal))|Professor|PROFESSOR|Prof|Mr|Mrs|Ms|Mx|Rev|Ing|Mag|PD|Eng|Arq|Dott|Drs|Ir)(?:\.|(?=\s))(?:-Ing\.?)?(?:\s(?:med|rer|nat|phil|jur|oec|pol|vet|dent|habil)\.){0,3}|"
    r"(?:Lt|Maj|Brig|Capt|Cap|Col|Sgt|Cpl|Cdr|Cmdr|Gen|Adm|Sqn|Ldr|Wg|Gp|Flt|SSgt|MSgt|CPO|WO\d?)\.?(?:\s(?:Lt|Maj|Gen|Capt|Col|Sgt|Cdr|Ldr)\.?)?(?:\s\([Rr]et(?:['’]?d|ired)?\.?\)|\s[Rr]et(?:['’]?d|ired)?\.)?|(?:[Dd]r|[Pp]rof)\.?\s(?:hab\.|n\. med\.)(?:\sinż\.)?|(?:mgr|inż\.|mgr inż\.|lek\. med\.|lek\.)|Sir|Dame|Lady|Lord|Maître|Me|Oberst|Hauptmann|Oberstleutnant|Judge|Hon\.|Fr\.|Sr\.|Pfr\.|"
    r"(?:Dipl|Mag)\.-?\s?[A-Z][a-z]+\.?|\((?:FH|TU|Univ\.?|DH|BA)\)|Herr|Frau|Mme|Mlle|M\.|Dª|D\.|Don|Doña|Dott\.ssa|"
    r"Sig\.(?:ra)?|Sra?\.)\s+"
)
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


_TRADE_SURNAMES = frozenset(
    words_of(
        """
        baker smith cook potter mason carpenter gardener porter page steward butler parker miller cooper turner wright
        weaver fuller shepherd hunter forester marshall dean tailor taylor cleaner brewer fisher archer bishop abbott
        chandler clark clarke constable cutler draper dyer farmer fletcher glover harper judge knight major pope priest
        reeve sawyer sexton slater spencer tanner thatcher tyler usher ward warden webster bacher müller schneider fischer
        weber becker koch meister schreiber schuster bakker visser meijer molenaar painter driver plumber pilot conductor
        """
    )
)
"""Surnames that are trades, too. Some are forenames: "Dean Smith"."""
_NO_FORENAMES = frozenset(
    words_of(
        """
        pastry line prep kitchen hotel hall night school church ship site garden stage house cabinet stone brick sheet
        tool clock shoe fire truck bus taxi train van delivery car crane window office carpet hospital airline bush craft
        master journeyman apprentice wood metal steel glass tree fruit home industrial scenic set
        """
    )
)
"""What stands before a trade in the name of a job: "Pastry Cook"."""


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


_SALUTATIONS = frozenset(
    words_of(
        "dear hello hi hey liebe lieber cher chère estimado estimada geachte beste madame monsieur gentile caro cara kära"
    )
)


_NO_FIRST_NAMES = frozenset(
    words_of(
        "vorname nachname panel interview familienname prénom bewerbung application candidature lebenslauf anschreiben portfolio resume résumé cv about first second third fourth final last next "
        "behavioral behavioural interviews hospital clínica clinica clinique klinik hôpital colegio instituto ayuntamiento grupo groupe gruppe banco banca banque estudio escuela "
        "école museo musée fundación fundação fondazione fondation ministerio ministère restaurante restaurant hotel hôtel farmacia pharmacie "
        "editorial cooperativa asociación associação azienda mairie game games section home hr soy sou jestem"
    )
)
"""What begins no person's name: words of papers, and of houses that bear a name behind them."""
_OF_PAGES = frozenset(
    words_of(
        "code source sources basics demo demos overview features feature specifications requirements introduction gallery tools links "
        "downloads download lessons lesson modules module courses course quiz menu blog website video videos screenshots screenshot "
        "wireframes roadmap feedback insights software hardware online digital mobile docs documentation tutorial tutorials github"
    )
)
"""Words of buttons, menus and courses: "Source Code", "Allergen Basics" at the foot of a page."""
_ENDS_OF_TITLES = frozenset(
    words_of("studies preparation nomination statement worksheet questions answers medal award awards prize trophy")
)
"""Last words of what papers, courses and honours are called: "Interview Preparation", "Marine Studies", "Harlan Medal"."""
_CAPTION = re.compile(
    r"(?i)\b(?:career|professional|appointments?|posts|held|timeline|degrees|employment|background|positions|academic|"
    r"qualifications|personal|details|date|work|experience|education|training|history)\b"
)
"""Words of headings of career documents: "Professional Appointments" is no person."""


_KIND_OF_PAPER = re.compile(
    r"(?i)\b(?:curr[ií]cul(?:um|o)|v[ií]tae|lebenslauf|levenslauf|résumé|portfolio)\b|\b(?:star|case)\s(?:method|stor(?:y|ies)|notes?|examples?|format|framework)\b"
)


def _is_initial(name: str, start: int, end: int) -> bool:
    """Return whether what might be a language is an initial: "Jane R. Doe", "Kiran Hosal D"."""
    return end - start == 1 and start > 0 and (name[end : end + 1] == "." or end == len(name))


def is_personal_name(text: str, vocabularies: Vocabularies) -> bool:
    """Return whether `text` is two to four capitalised words, none of them a title, place, technology or section."""
    bare = bare_name(text.strip())
    if bare[:1] > "\u3000":
        return is_person_in_east_asia(bare) and fold_title(bare) not in vocabularies.sections
    if (
        _KIND_OF_PAPER.search(bare)
        or not FULL_NAME.fullmatch(bare)
        or bare.split()[0].casefold() in _SALUTATIONS
        or bare.split()[0].casefold() in _NO_FIRST_NAMES
        or _CAPTION.search(bare) is not None
        or fold_title(bare) in vocabularies.sections
        or names_page_aside(bare)
    ):
        return False
    cased = bare.title() if bare.isupper() else bare
    if _is_named_like_trade(cased, vocabularies):
        return True
    if (
        classify(cased, vocabularies) is not PieceKind.NAME
        or any(
            bare[found.start : found.end].casefold() not in _FORENAMES and not _is_initial(bare, found.start, found.end)
            for found in vocabularies.technologies.find(bare)
        )
        or any(not _ends_double_name(bare, found.start, found.end) for found in vocabularies.practices.find(cased))
    ):
        return False
    words = [word.casefold().strip(".") for word in bare.split()]
    if (words[-1] in COMPANY_TAILS and words[-1] not in _SURNAMES) or words[-1] in _ENDS_OF_TITLES:
        return False
    if (legal := LEGAL_SUFFIX.search(bare)) is not None and legal.group().strip(" ,").isupper() and not bare.isupper():
        return False  # "Lumora Freight AB"
    known = _no_surnames(vocabularies)
    return not any(
        word in known or (word.endswith("ing") and len(word) > 5 and word not in _ING_NAMES) for word in words
    )


def _ends_double_name(name: str, start: int, end: int) -> bool:
    """Return whether a word is the later part of a double name, as "seo" of "Jun-seo"; "SEO" of capitals is none."""
    return name[max(0, start - 1) : start] == "-" and end - start < 5 and not name[start:end].isupper()


@lru_cache(maxsize=4)
def _no_surnames(vocabularies: Vocabularies) -> frozenset[str]:
    """Return the words of titles, work and institutions, of which no name of a person holds one."""
    roles, work = vocabularies.roles, vocabularies.work
    of_work = work.work_nouns | work.verbs | work.writing | work.decrease | work.increase
    return frozenset(
        _OF_PAGES
        | roles.head_nouns
        | roles.modifiers
        | of_work
        | {word.casefold() for word in vocabularies.degrees.institution_words}
    )


def _is_named_like_trade(name: str, vocabularies: Vocabularies) -> bool:
    """Return whether a name is one of two or three words whose last is a surname that is a trade: "Patrick Baker"."""
    *before, last = [word.casefold().strip(".") for word in name.split()]
    if last not in _TRADE_SURNAMES or not 1 <= len(before) <= 2:
        return False
    roles, known = vocabularies.roles, _known_words(vocabularies)
    fit = all(word not in known or (word in _TRADE_SURNAMES and not place) for place, word in enumerate(before))
    is_role = " ".join([*before, last]) in roles.whole or vocabularies.technologies.find(name)
    return fit and not is_role


@lru_cache(maxsize=4)
def _known_words(vocabularies: Vocabularies) -> frozenset[str]:
    """Return the words that are no forenames: of trades, of work and of careers."""
    roles, work = vocabularies.roles, vocabularies.work
    known = roles.modifiers | roles.head_nouns | work.work_nouns | work.verbs
    return frozenset(known | GENERIC | TEAM_WORDS | _NO_FORENAMES)


def is_of_plain_words(name: str, text: str) -> bool:
    """Return whether most words of a name stand in small letters elsewhere in the text: "Applied Data Science", "data science".

    >>> is_of_plain_words("Applied Data Science", "some data science projects"), is_of_plain_words("Rose Field", "it rose")
    (True, False)
    """
    words = name.split()
    plain = sum(word != word.lower() and _stands_alone(word.lower(), text) for word in words)
    return plain >= max(2, len(words) - 1)


_BEHIND_WORD = re.compile(r"[,;:.)]*(?:\s|$)")


def _stands_alone(word: str, text: str) -> bool:
    return any(
        (not place or text[place - 1].isspace() or text[place - 1] == "(")
        and _BEHIND_WORD.match(text, place + len(word)) is not None
        for place in occurrences(text, word)
    )


def cased_name(name: str) -> str:
    """Return a name in capitals as it is written elsewhere, particles small; "Loïc LE GOFF" too.

    >>> cased_name("KATARZYNA DE WITT"), cased_name("Piet van Dam")
    ('Katarzyna de Witt', 'Piet van Dam')
    """
    words = name.split()
    if not any(len(word.strip(".")) > 2 and word.isupper() for word in words):
        return name
    made = [words[0].title() if words[0].isupper() else words[0]]
    for word in words[1:]:
        is_particle = re.fullmatch(_PARTICLE, word.casefold()) is not None and word.isupper()
        made.append(word.casefold() if is_particle else word.title() if word.isupper() else word)
    return " ".join(made)
