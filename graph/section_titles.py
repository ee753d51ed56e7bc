"""Says what a section is about by its title: titles of sections.yaml, and the forms in which people put them together.

Nothing here reads files but that vocabulary.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType

import yaml

from graph.documents import SectionKind
from graph.errors import VocabularyError
from graph.section_phrases import lists_work
from graph.yaml_parsing import FAST_LOADER

STAR_KINDS = (SectionKind.SITUATION, SectionKind.TASK, SectionKind.ACTION, SectionKind.RESULT)
"""The kinds that are parts of a story told as situation, task, action, result."""
CAREER_KINDS = frozenset(
    {SectionKind.EXPERIENCE, SectionKind.EDUCATION, SectionKind.SKILLS, SectionKind.CREDENTIALS, SectionKind.PROJECTS}
)
"""Kinds of sections that stand beside one another in a career, not in a story."""

_TITLES_FILE = "sections.yaml"
_LEADING = re.compile(r"^(?:\d{1,2}[.)]?\s+)?(?:(?:my|our|the)\s+)?")
SHORTCODE = re.compile(r":[a-z][a-z0-9_+-]{1,30}:")
"""A picture by its name, as in GitHub's Markdown: ":briefcase: Experience"."""
_NOT_WORDS = re.compile(r"[\W_]+")
_ASIDE = re.compile(r"(?:(?<!\s)\s++)?[:–—|(]\s*|(?<!\s)\s++-\s+")
_BOTH = re.compile(r"(?:(?<!\s)\s++)?(?:&|/|,|\b(?:and|e|et|und|en|y)\b)\s*", re.IGNORECASE)


@lru_cache(maxsize=1)
def load_section_titles() -> Mapping[str, SectionKind]:
    """Return the normalised titles of vocabularies/sections.yaml with their kinds.

    Raises VocabularyError where the file has an unknown kind, or a title twice.
    """
    content = (files("graph") / "vocabularies" / _TITLES_FILE).read_text(encoding="utf-8")
    titles = parse_section_titles(content)
    bare = {without_accents(title): kind for title, kind in titles.items() if _SOUTHERN.search(title)}
    return MappingProxyType({title: kind for title, kind in bare.items() if title not in _ENGLISH} | titles)


_SOUTHERN = re.compile("[ãçêóíúñáàâéèëîïôõûùì]")
"""Letters of the French, Portuguese, Spanish and Italians, who often leave their accents out: "Formacao academica", "EXPERIENCE PROFESSIONNELLE"."""
_ENGLISH = frozenset(("resume", "presentation"))
"""Titles that without their accents say something else in English."""


def without_accents(title: str) -> str:
    """Return words with the accents of their letters left out."""
    return "".join(char for char in unicodedata.normalize("NFKD", title) if not unicodedata.combining(char))


def parse_section_titles(content: str) -> dict[str, SectionKind]:
    """Return normalised title → kind for YAML text of the form `kind: [title, …]`. Raises VocabularyError."""
    loaded = yaml.load(content, Loader=FAST_LOADER)
    if not isinstance(loaded, dict):
        raise VocabularyError("expected `kind: [title, …]`", path=_TITLES_FILE)
    titles: dict[str, SectionKind] = {}
    for kind, names in loaded.items():
        if kind not in list(SectionKind) or not isinstance(names, list):
            raise VocabularyError(f"{kind!r} is no kind of section with a list of titles", path=_TITLES_FILE)
        for name in names:
            title = normalise_title(str(name))
            if not title or titles.get(title, kind) != kind:
                raise VocabularyError(f"the title {name!r} is empty or stands under two kinds", path=_TITLES_FILE)
            titles[title] = SectionKind(kind)
    return titles


@lru_cache(maxsize=4096)
def normalise_title(title: str) -> str:
    """Return a title as it is compared: case, punctuation, a leading number, "my", "our" or "the" dropped.

    >>> normalise_title("2. My Skills & Tools:")
    'skills and tools'
    """
    folded = SHORTCODE.sub(" ", unicodedata.normalize("NFC", title)).casefold().replace("&", " and ")
    folded = folded.replace("i\u0307", "i").replace("ı", "i")  # Turkish capitals: "İŞ", "HAKKIMDA".
    return " ".join(_LEADING.sub("", _NOT_WORDS.sub(" ", folded).strip()).split())


_OF_EXPERIENCE = re.compile(
    r"(?i)\A(?:(?!(?:user|customer|developer|digital|guest|passenger|patient|employee|candidate|no|the|an|lessons|from) )(?:[\w/&-]{1,30} ){1,3}(?:experience|employment|employment history|appointments)|"
    r"(?:(?:current|present|recent|most recent|past|previous|prior|former|earlier|other|further|additional|selected|key|main|relevant|academic|faculty|university|"
    r"teaching|research|clinical|hospital|industry|corporate|military|naval|civilian|government|political|elected|public sector|private sector|board|non-executive|executive|leadership|management|senior|honorary|visiting|freelance|"
    r"contract|permanent|temporary|seasonal|summer|part-time|student|volunteer|voluntary|paid|professional|nursing|legal|medical|overseas|international|tenured|postdoctoral) ){1,2}"
    r"(?:and (?:current|previous|past|former) )?(?:positions?|posts?|roles?|jobs?|appointments?|postings?|employers?|employments?|placements?|internships?|practice|career|service)(?: held| to date)?|"
    r"(?:expériences?|experiencias?|experiências?|esperienz[ae]|erfarenhet(?:er)?|erfaringer?|doświadczeni[ea]) [\w/ -]{3,40})"
)
"""Titles of sections of jobs of some kind: "Civilian experience", "Expériences en cuisine"."""


@lru_cache(maxsize=4096)  # several stages ask about the same title
def says_experience(title: str) -> bool:
    """Return whether a title is that of a section of jobs of some kind, whatever the kind."""
    return _OF_EXPERIENCE.fullmatch(title.strip(" *_:#`")) is not None


_AT_SOMEBODY = re.compile(
    r"(?P<t>[^\W\d_][\w ]{3,40}?)\s(?:at|for|with|bei|für|chez|pour|presso|per|en|para|bij|voor)\s(?=[A-ZÀ-ÖØ-Þ])"
)
"""Opens a heading of work that was done for one company: "Selected projects at Acme Freight"."""


_OF_AWARDS = re.compile(
    r"(?i)(?:(?:customer|service|academic|professional|industry|sales|design|teaching|research|military|student|company|employee|leadership|performance|team|national|"
    r"international|regional|sports?|press|film|photography|music|art|literary|other|college|university|school|work|career|internal|safety|hospitality|culinary)(?:,? (?:and|&) | |, )){1,3}"
    r"(?:awards?|honou?rs|accolades|prizes|distinctions|certifications|certificates|licen[sc]es)(?: (?:and|&) (?:awards|honou?rs|recognitions?|achievements|certifications|scholarships))?"
)
"""Titles of sections of awards of some kind: "Customer service awards"."""


_CHOSEN = re.compile(
    r"(?i)(?:selected|notable|relevant|recent|key|main|major|further|additional|sample|ausgewählte|weitere|sonstige|seleção de|selección de|autres|principaux|principales|altri|wybrane|overige)\s(?=[^\W\d_])"
)
"""A word before a title that says which: "Selected open source projects and publications"."""


_SPACED_OUT = re.compile(r"[^\W\d_](?: [^\W\d_]){3,}(?:\s{2,4}[^\W\d_&]| [^\W\d_]|\s{2,4}&\s{2,4}[^\W\d_])*\s*")


def is_spaced_out(title: str) -> bool:
    """Return whether a title is spaced out letter by letter, as text copied from PDF files has it.

    >>> is_spaced_out("E D U C A T I O N"), is_spaced_out("Education")
    (True, False)
    """
    return title[1:2] == " " and title[3:4] == " " and _SPACED_OUT.fullmatch(title) is not None


_CAPTION = re.compile(
    r"(?i)(?:achievements?|tasks?|duties|responsibilities|results)\s?/\s?(?:achievements?|tasks?|duties|responsibilities|results)"
)


def is_caption_of_post(title: str) -> bool:
    """Return whether a line leads to the bullets of one post, as forms have it.

    >>> is_caption_of_post("Achievements/Tasks"), is_caption_of_post("Achievements")
    (True, False)
    """
    return "/" in title and _CAPTION.fullmatch(title.strip(" :*_#")) is not None


_LASTING = re.compile(r"(?i)[^\W\d_]{4,}[^\n]{0,80}(?:19|20)\d\d\s?(?:[-–—]|to|until)\s?\w")
"""What lasted for some time and is called something, as posts are."""


def kind_of_title(title: str, titles: Mapping[str, SectionKind]) -> SectionKind:
    """Return what a section of this title is about.

    Looked up are the whole title; what stands before a colon, dash or bracket ("Situation – an outage");
    and, where "and" or a comma joins known titles, the first of them.
    """
    whole = titles.get(normalise_title(title))
    if whole is not None:
        return whole
    if is_caption_of_post(title):
        return SectionKind.OTHER
    if is_spaced_out(title):
        return kind_of_title(" ".join(word.replace(" ", "") for word in re.split(r"\s{2,}", title.strip())), titles)
    pieces = _ASIDE.split(title.strip().strip("*_`"), maxsplit=1)
    if len(pieces) == 2 and (kind := titles.get(normalise_title(pieces[0]))) is not None:
        # "Target | Staff Engineer | 2019 - 2021" heads a post.
        return SectionKind.OTHER if kind in STAR_KINDS and _LASTING.search(pieces[1]) is not None else kind
    if says_experience(title):
        return SectionKind.EXPERIENCE
    if _OF_AWARDS.fullmatch(title.strip(" *_:#`")) is not None:
        return SectionKind.CREDENTIALS
    chosen = _CHOSEN.match(title.strip().strip("*_`"))
    kind = SectionKind.OTHER if chosen is None else kind_of_title(title.strip().strip("*_`")[chosen.end() :], titles)
    if kind not in (SectionKind.OTHER, SectionKind.OUTCOMES, *STAR_KINDS):
        return kind  # "Notable wins" are of several stories.
    whose = _AT_SOMEBODY.match(title.strip().strip("*_`"))
    if whose is not None and titles.get(normalise_title(whose["t"])) is SectionKind.PROJECTS:
        return SectionKind.PROJECTS
    joined = [titles.get(normalise_title(part)) for part in _BOTH.split(title)]
    if len(joined) > 1 and joined[0] is not None and all(joined):
        return joined[0]
    if len(joined) > 1 and SectionKind.PROJECTS in (joined[0], joined[-1]) and sum(map(bool, joined)) == 1:
        return SectionKind.PROJECTS  # "Funding and projects", "Projects & Activities"
    return SectionKind.PROJECTS if lists_work(normalise_title(pieces[0])) else SectionKind.OTHER
