"""Says which headings and labels name no piece of work: a person, a study, a form, a whole career, a moment."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from graph.documents import Block, BlockKind, Section, Span
from graph.extraction.dates.dates import find_periods
from graph.extraction.dates.words import month_names
from graph.extraction.heads.entry_facts import begins_with_degree
from graph.extraction.heads.places import is_place
from graph.extraction.heads.words import IS_STUDY
from graph.extraction.people.people import AUTHOR
from graph.extraction.reading import Reading
from graph.extraction.titles.page_asides import names_page_aside
from graph.extraction.titles.titles import names_work
from graph.extraction.works.story import STAR
from graph.model import EntityKind
from graph.section_titles import CAREER_KINDS, kind_of_title
from graph.vocabulary import Vocabularies

_MOMENT = re.compile(
    r"(?i)(?:before|after|next|previous(?:ly)?|last|earlier|later|since|until|then|now|meanwhile|today|tomorrow|vorher|danach|zuvor|seither|"
    r"avant|après|ensuite|depuis|antes|después|prima|dopo|daarvoor|daarna|nachher)\b(?!-)"
)
_PAPER = re.compile(
    r"(?i)\A(?:(?:project\s+)?(?:experience|assignment|data)\s+(?:sheet|record|form|list)|(?:job\s+)?application\s+(?:for|to|as|form)\b|bewerbung\s+(?:als|um|für)\b|"
    r"lebenslauf|curriculum(?:\s+vitae)?$|résumé$|resume$|cv$|candidature\b|lettre\b|solicitud\b|carta\s+de\b|domanda\s+di\b|sollicitatie|interview\s+prep\b|notes?\s+for\b|okrs?\b|(?:self[- ]?(?:review|assessment|appraisal)|performance\s+review|promotion\s+(?:packet|case|document)|brag\s+(?:document|doc|sheet|list|book|log|command|template|prompt|guide))\b|"
    r"(?:[\w’'-]+\s){0,3}(?:self[- ]?(?:review|assessment|appraisal|evaluation)|performance\s+(?:review|summary|appraisal)|(?:mid[- ]year|half[- ]year(?:ly)?|year[- ]end|end[- ]of[- ]year|annual|yearly|quarterly|bi-?annual)\s+(?:review|summary|appraisal|check-?in|reflection)(?=\s*(?:[:–—(|,-]|\d|for\s|fy|q[1-4]|h[12]|$))|(?:year|quarter|month|week|trimester|semester|term|season|sprint)\s+in\s+review)\b|"
    r"(?:final|interim|annual|closing|progress)\s+(?:grant\s+)?report\b|grant\s+report\b|(?:goals?|plans?|objectives|targets|priorities|ziele|objectifs|objetivos)\s+(?:for|f[üu]r|pour|para|q[1-4]|h[12]|20\d\d)\b|(?:my\s+)?(?:achievements|accomplishments|wins|successes)\b)"
)


_SEVERAL = re.compile(
    r"(?i)(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,3}|several|some|various|other|many|zwei|drei|vier|mehrere|verschiedene|deux|trois|"
    r"plusieurs|dos|tres|varios|varias|due|tre|diversi|twee|drie|enkele)\s+(?:\w+\s+){0,2}\w+(?:s|en|er|i|e)"
)


_PICTURES = re.compile(
    r"(?:[\U0001F300-\U0001FAFF\u2190-\u21FF\u2300-\u23FF\u2600-\u27BF\u2B00-\u2BFF\u2705][\ufe0f\u200d\U0001F3FB-\U0001F3FF]{0,2}\s?){1,4}"
)


def behind_pictures(text: str) -> int:
    """Return where words begin behind emoji that open them.

    >>> behind_pictures("🚲 **radlkarte** — where to pump your tyres")
    2
    """
    pictures = _PICTURES.match(text)
    return 0 if pictures is None else pictures.end()


def counts_several(title: str) -> bool:
    """Return whether words count clients instead of naming work: "Three family firms".

    >>> counts_several("Three family firms"), counts_several("Three Rivers timetable")
    (True, False)
    """
    return _SEVERAL.fullmatch(title.strip()) is not None and title.split()[-1].islower() and title.split()[1].islower()


def names_moment(label: str) -> bool:
    """Return whether a label says when, not what: "Before this", "Next appraisal".

    >>> names_moment("Next appraisal"), names_moment("Before-and-after portal")
    (True, False)
    """
    return _MOMENT.match(label.lstrip("*_ ")) is not None


_BESIDE_DATES = re.compile(
    r"(?i)\b(?:Q[1-4]|H[12]|quarter|half|first|second|third|fourth|year|weeks?|wk|of|mon(?:day)?|tue(?:sday)?|wed(?:nesday)?|thu(?:rsday)?|fri(?:day)?|month|running|so far|to date|KW|FY|"
    r"trimestre|semestre|Quartal|Halbjahr)\b|[\W\d_]"
)


_FORM_OF_POST = re.compile(
    r"(?i)(?:full|part)[- ]time|self[- ]employed|vollzeit|teilzeit|freiberuflich|selbst(?:st)?ändig|festanstellung|angestellte?r?|temps (?:plein|partiel)|cd[id]|indépendant|jornada (?:completa|parcial)|tiempo (?:completo|parcial)|autónomo|tempo (?:integral|pieno|parziale|indeterminato|determinato)|voltijds?|deeltijds?|fulltime|parttime"
)


def names_period(title: str) -> bool:
    """Return whether a title holds nothing but a date or period, as in a log: "2024", "Q2 (running)", "2016 – 2021".

    >>> names_period("Q2 2024"), names_period("March 2019 (contract position)"), names_period("2024 roadmap")
    (True, True, False)
    >>> names_period("2023 (pieced together from mails)")
    True
    """
    if _FORM_OF_POST.fullmatch(title.strip()) is not None:
        return True  # "Full-time", a line of its own among the dates of a pasted profile.
    if title[-1:] == ")" and title[:1].isdigit() and (remark := _REMARK.search(title)) is not None:
        return names_period(title[: remark.start()])
    rest = title
    if title[:1].isalnum() and (kind := _KIND_BEHIND.search(title)) is not None:
        title = rest = title[: kind.start()]
    for found in reversed(find_periods(title[:60])):
        rest = rest[: found.start] + rest[found.end :]
    return (
        (rest != title and not _BESIDE_DATES.sub("", rest))
        or _QUARTER.fullmatch(title.strip()) is not None
        or title.strip().casefold().rstrip(".") in month_names()
    )


_KIND_BEHIND = re.compile(
    r"(?i)(?<=[\d\w])(?:\s?[,|·•–—-]\s|\s\(|\s)(?:full[- ]time|part[- ]time|contract(?:or)?|freelance|temporary|seasonal|internship|fixed[- ]term|permanent|remote|on-?site|hybrid|volunt\w+|"
    r"vollzeit|teilzeit|befristet|freiberuflich|praktikum|cdd|cdi|intérim|stage|temps\s(?:plein|partiel)|medio\stiempo|tiempo\s(?:completo|parcial)|prácticas|deltid|heltid)"
    r"(?:\s(?:position|role|work|job|basis|post|contract))?\)?$"
)
"""How a post was held, behind its dates: "January – May 2013 (contract position)"."""
_REMARK = re.compile(r"(?<=\w)\s\((?=[a-zà-ÿ])[^()\d]{12,80}\)$")
"""Several words in small letters behind dates: "2024 (written from memory)"."""
_QUARTER = re.compile(
    r"(?i)(?:Q[1-4]|H[12]|(?:KW|wk|week|sprint|semaine|semana|settimana|woche) ?\d{1,2}|(?:19|20)\d\d-?W\d\d?)(?:\s*\([\w .–-]{1,20}\))?"
)


_ASIDE = re.compile(
    r"(?i)\A\W*+(?:(?:(?:section|part|abschnitt|teil|partie|parte)\s)?(?:\d{1,2}|(?-i:[A-H]))[.):]\s)?(?:(?:away|outside|off|beyond|after|besides)\s(?:from\s|of\s)?(?:my\s|the\s)?(?:work|desk|office|clock|duty|job|screen|keyboard)|(?:in\s)?(?:my\s)?(?:free|spare|own)\s(?:time|hours)|"
    r"(?:(?:some|other|my)\s)?(?:tools|things|books|people|places|technologies|methods|subjects|music)\s(?:that\s)?(?:i|we)\s(?:like|love|use|read|enjoy|recommend|know|work\swith)\b.*+|"
    r"(?:my\s|our\s|personal\s|professional\s|learning\s|development\s|future\s|key\s|main\s|top\s|new\s|upcoming\s|(?:short|mid|medium|long)[\s-]term\s|career\s|growth\s|performance\s|smart\s|strategic\s|team\s|(?:the\s)?(?:next|this|coming)\s(?:\w+[’']s?\s)?|(?:fy|cy)[\s’']?\d\d(?:\d\d)?\s|20\d\d(?:[/–-]\d\d(?:\d\d)?)?\s|(?:q[1-4]|h[12])\s)*(?:goals?|plans?|objectives|okrs|focus(?:\sareas?)?|ambitions|aspirations|next\s(?:steps?|goals|year|quarter|up)|priorities|targets)\b(?:\s(?:for|and|in|&)\b.*+|\s&\s.*+)?|"
    r"(?:(?:professional|career|personal|growth|learning)\s(?:and\s\w+\s)?|areas?\s(?:of|for)\s)(?:development|growth)(?:\s(?:areas?|plans?|needs|opportunities))?|looking\s(?:ahead|forward)(?:\sto\s.*+)?|the\s(?:year|half|quarter|months)\sahead|(?:growth|development|improvement|stretch)\s(?:areas?|opportunities|needs|goals)|"
    r"(?:ideas|thoughts|hopes|wishes|wish\s?list)\sfor\s(?:20\d\d|fy\d\d|next|the\s(?:next|coming|future)|q[1-4]|h[12]|later|tomorrow)\b.*+|(?:kudos|shout[\s-]?outs?|praise|thank[\s-]?yous?|(?:nice|good)\swords|appreciation|quotes)(?:\s(?:received|from|by|&|and|i)\b.*+)?|"
    r"what\s(?:i|we)(?:[’']d|[’']ll|\swould|\swill|\scould\shave|\sshould\shave)\s(?:do|change|improve|have|done|tell|say)\b.*+|"
    r"(?:(?:manager|leadership|team)\s)?support\s(?:i\s)?(?:need|want|would\slike|needed|required|requested|wanted)\b.*+|(?:what|how)\s(?:my\smanager|my\slead|you|the\scompany)\scan\s.*+|(?:feedback|asks?|requests?|questions?|notes?)\s(?:for|to)\s(?:my\s)?(?:manager|lead(?:ership)?|team|company)\b.*+|"
    r"what(?:[’']s|\sis)?\s(?:comes\s)?next|what\si\s(?:want|would\slike|plan|hope)\b.*+|what\si(?:[’']m|\sam|\swas)\sresponsible\sfor|(?:title|career|role|job)\sprogression|(?:(?:key|main|my|our|biggest)\s){0,2}(?:lessons|learnings|takeaways)(?:\slearn(?:ed|t))?|(?:levels?\sand\s)?competenc(?:y|ies)(?:\sand\slevels?)?\sassessments?|wording\sstandards|what\s(?:clients|people|others|colleagues|customers|they)\ssay\b.*+|what\si(?:\sam|[’']m)\slearning\b.*+|"
    r"\W?tell\s(?:me|us)\sabout\s(?:you\b|yourself\b).*+|(?:(?:the|my|your)\s)?(?:\d{1,3}[\s-](?:second|minute)|elevator)\s(?:pitch|intro(?:duction)?|answer|version|script)\b.*+|(?:[\w-]{2,20}\s){0,2}(?:interview\W{1,3})?questions?\s(?:&|and)\sanswers?\b.*+|q\s?(?:&|and)\s?a|(?:my\s|the\s)?answers?\s\((?:star|car|soar)\b[^()]*\)|"
    r"(?:my\s)?day[\s-]to[\s-]day(?:\s\w+)?|daily\s(?:work|business|tasks|duties)|everything\selse|(?:the\s)?(?:smaller|other|small)\sthings|miscellaneous|misc|routine|to[\s-]?dos?|kit|gear|equipment|clients|customers|"
    r"(?:over\s|more\sthan\s)?\d{1,2}\s?\+?\s(?:years|jahre|ans|años|anni)\s(?:of|in|as|de|di|mit)\s.{3,40}|"
    r"(?:table\sof\s)?contents?|índice|inhalt(?:sverzeichnis)?|sommaire|colaboraciones|collaborations?|(?:ready|want|interested|looking|need|got|shall\swe)\b[^?]{3,50}\?|my\s(?:methods?|philosophy|principles|values|way\sof\sworking)\b.{0,40}|(?:(?:design|work(?:ing)?|engineering|teaching|guiding|core|leadership|personal|research)\s)?(?:philosophy|principles)|(?:core\s)?values|(?:(?:key\s)?(?:facts|numbers|figures|things|points)\sto\s(?:have\sready|remember|know|mention|say|bring\sup))|(?:project|side[- ]by[- ]side)?\s?comparison(?:\s(?:and|&|of)\s.{3,40})?|(?:project\s)?(?:discussions?|enquir(?:y|ies)|inquir(?:y|ies))|(?:an?|the|my)\s(?:\w+\s){0,2}lists?\sof\s.{3,80}|let[’']?s\s\w+|get\sin\stouch|say\shello|hire\sme|(?:my\s|our\s)?services|testimonials?|kind\swords|feedback(?:\s(?:i|we)\s.*+)?|pricing|prices|rates|availability|faq|colophon|credits|"
    r"(?:tags?|topics?|themes?|keywords|competenc(?:y|ies)|leadership\sprinciples?|question\s(?:types?|variants?))\s?(?:\([^()]{1,30}\))?:\s.{1,80}|(?:areas|points|room)\s(?:for|of|to)\s(?:improve\w*|growth|development|learn)\b.*+|leistungen|(?:aufgaben|tätigkeits|arbeits|projekt)schwerpunkte?|preise|kontakt|ziele|was\sals\snächstes\b.*+|objectifs|objetivos|obiettivi|doelen)\W*"
)


@lru_cache(maxsize=4096)  # several stages ask about the same words
def names_aside(title: str) -> bool:
    """Return whether a title is that of plans, spare time, offers or others' words, which tell no work done.

    >>> [names_aside(title) for title in ("4. Goals for H2", "Away from work", "Services", "Service desk relaunch")]
    [True, True, True, False]
    """
    if len(title) >= 90:
        return False
    bare = title.strip("*_# ")
    if _ASIDE.fullmatch(bare) is not None or names_future(bare) or names_page_aside(bare):
        return True
    return IS_STUDY.match(_DATES_BEFORE.sub("", bare)) is not None


_FUTURE = re.compile(
    r"(?i)\A\W*+(?:(?:future|planned|upcoming|coming)\s(?:projects?|work|ideas|features|releases|case\sstudies)|(?:projects?|work)\s(?:planned|to\scome|in\sthe\spipeline)|coming\ssoon|proyectos\s(?:en\s(?:desarrollo|curso|progreso)|futuros|planificados)|projets\s(?:en\scours|futurs|à\svenir)|(?:geplante|künftige|zukünftige)\sprojekte|progetti\s(?:in\scorso|futuri)|projetos\s(?:em\s(?:andamento|desenvolvimento)|futuros))\W*+"
)


def names_future(title: str) -> bool:
    """Return whether a title stands above what is not made yet, whatever is listed below it.

    >>> names_future("🚀 Future projects"), names_future("Future of ferries")
    (True, False)
    """
    return len(title) < 60 and _FUTURE.fullmatch(title) is not None


_DATES_BEFORE = re.compile(r"\A\d[\d\s./–—-]{3,20}(?:[^\W\d_]{3,10})?[:|]?\s{1,3}")
"""Dates before a heading's words: "2024 - Heute: MSE in Data Science"."""


_CRITERION = re.compile(
    r"(?i)\W{0,4}(?:(?:teachers['’]?\s|core\s|professional\s|leadership\s)?(?:standards?|criteri(?:on|a)|competenc(?:y|e)|domain|dimension|expectation|kompetenz|kriterium|compétence|critère|competencia|criterio)\s?(?:no\.?\s?)?(?:\d{1,2}|(?-i:[A-H]))\s?[:.–—-]\s)\S"
)


def names_criterion(title: str) -> bool:
    """Return whether a title is what somebody is measured by, above the works that show it: "Standard 4: Plan and teach well".

    >>> names_criterion("Standard 4: Plan and teach well"), names_criterion("Standard library rewrite")
    (True, False)
    """
    return _CRITERION.match(title) is not None


_YEAR_TOLD = re.compile(
    r"(?i)\W*+(?:(?:my\s)?(?:19|20)\d\d\W{1,3})?(?:(?:my|the|a|our)\s)?(?:(?:year|month|quarter)\sin\s(?:review|retrospect)|year[- ]end\s(?:recap|roundup|retrospective)|in\sreview|retrospective|recap|"
    r"(?:ein\s)?jahresrückblick|(?:mein\s)?jahr\sim\srückblick|rétrospective|bilan\sde\sl[’']année|resumen\sdel\saño|retrospectiva)(?:\W{1,3}(?:of\s)?(?:19|20)\d\d)?\W*+"
)


def names_paper(title: str) -> bool:
    """Return whether a title is that of a form, letter or list about a career: "Application for employment"."""
    return _PAPER.match(title.strip()) is not None or _YEAR_TOLD.fullmatch(title) is not None


def names_part(title: str, vocabularies: Vocabularies) -> bool:
    """Return whether a short line is the title of a part of any telling: "The challenge", "My solution", "Key insights"."""
    if len(title) > 40:
        return False
    return kind_of_title(title, vocabularies.sections) in STAR or _INSIGHTS.fullmatch(title) is not None


_INSIGHTS = re.compile(r"(?i)\A\W*+(?:key\s)?(?:insights?|takeaways?|learnings?|lessons(?:\slearn(?:ed|t))?)\W*+")
_AT = re.compile(r"(?:Chez|Beim?|Bij|Presso|At|@)\s?(?:the\s|la\s|le\s|der\s|de\s|het\s)?(?=[A-ZÀ-ÖØ-Þ])")


_BEHIND_NAME = re.compile(r"(?<!\s)\s*(?:[(,|·–—\n]|$)")


_TOWN_AND_DATES = re.compile(
    r"\A[A-ZÀ-ÖØ-Þ][^\W\d_]+(?:[ '-][^\W\d_]+){0,2},\s[A-Z]{2,3}\s?[|·•,–—-]\s?(?=[^|]*(?:19|20)\d\d)"
)


_APART = re.compile(r"\s[|·•]\s")
_HOW_HELD = re.compile(r"\s?\([^()]{3,24}\)$")


def _is_dates_and_place(title: str) -> bool:
    """Return whether a line is dates and a place beside them: "📅 May 2018 – Dec 2020 | Porto, Portugal (remote)"."""
    if not ("|" in title or "·" in title or "•" in title):
        return False
    dates, *places = _APART.split(title[behind_pictures(title) :].strip("*_ "))
    return (
        len(places) == 1
        and names_period(dates)
        and is_place(_HOW_HELD.sub("", places[0][behind_pictures(places[0]) :]))
    )


def names_whereabouts(title: str, vocabularies: Vocabularies) -> bool:
    """Return whether a title says where work was done, and no more: "Chez Mobilis (2019-2023)", "At Acme Rail", "Perth, WA | 2012 - 2021"."""
    if ("," in title and _TOWN_AND_DATES.match(title) is not None) or _is_dates_and_place(title):
        return True
    at = _AT.match(title.strip("*_ "))
    return at is not None and len(title.split()) <= 8 and not names_work(title[at.end() :], vocabularies)


def name_of_whereabouts(title: str) -> tuple[int, int] | None:
    """Return where the name stands in such a title.

    >>> name_of_whereabouts("Chez Mobilis Transports (2019-2023)")
    (5, 23)
    """
    at = _AT.match(title)
    if at is None:
        return None
    end = _BEHIND_NAME.search(title, at.end())
    return at.end(), end.start() if end is not None else len(title)


def names_somebody(reading: Reading, title: Span) -> bool:
    """Return whether a heading holds the author's name or that of a school: "Dr. Ada Quill", "BSc, Tarn College"."""
    return any(
        (m.kind is EntityKind.PERSON and m.key == AUTHOR and m.attributes.get("named") is not False)
        or m.kind is EntityKind.INSTITUTION
        for m in reading.mentions_near(title)
        if title.overlaps(m.span) and 3 * len(m.span) > len(title)
    )


def _lists_posts(reading: Reading, section: Section) -> bool:
    """Return whether the bullets below a heading begin with a post, its employer and its years: "Earlier research"."""
    bullets = [block for block in reading.blocks_in(section.span) if block.kind is BlockKind.LIST_ITEM]
    if len(bullets) < 2:
        return False
    posts = sum(
        any(
            m.kind is EntityKind.ROLE and m.period is not None and m.span.start - block.span.start < 60
            for m in reading.mentions_near(block.span)
            if block.span.contains(m.span)
        )
        for block in bullets
    )
    return 3 * posts >= 2 * len(bullets)


def heads_career(reading: Reading, section: Section, inner: Iterable[Section]) -> bool:
    """Return whether a heading stands above a career, not a story: it names its author, a form, or holds jobs and studies."""
    if section.heading is None:
        return False
    kinds = {child.kind for child in inner} & CAREER_KINDS
    if _lists_posts(reading, section):
        return True
    if names_somebody(reading, section.heading) or names_paper(section.title):
        return True
    return len(kinds) > 1


_WITH_SKILLS = re.compile(
    r"(?i)(?:\w{2,20}\s){0,2}(?:skills?|expertise|qualifications|interests)\s?(?:and|&|/)\s?\w|"
    r"\w[\w ]{2,40}(?:\sand|\s?&|\s?/)\s?(?:\w{2,20}\s)?(?:skills?|expertise|qualifications|interests)\W{0,3}$"
)
"""Headings of what somebody can do as much as of where it was done: "Experience and skills"."""


def labels_knowledge(reading: Reading, block: Block) -> bool:
    """Return whether a label stands below a heading that names skills, too, or is that of a study: "MSc results: merit"."""
    section = reading.section_at(block.span.start)
    if section is not None and len(section.title) < 60 and _WITH_SKILLS.match(section.title.strip()) is not None:
        return True
    at = reading.document.text.casefold().rfind(block.key, 0, block.span.start)
    return at >= 0 and begins_with_degree(
        reading.document.text[at : block.span.start].rstrip(": "), reading.vocabularies
    )
