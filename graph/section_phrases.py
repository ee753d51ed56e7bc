"""Tells titles of lists of work that are put together freely: "What I shipped", "Recent commissions 2019–2024".

The vocabulary sections.yaml knows whole titles; here are the patterns of those that are made of parts. graph/section_titles.py asks.
"""

from __future__ import annotations

import re

_MADE = (
    "(?:built|made|shipped|designed|launched|created|written|wrote|drawn|drew|led|delivered|founded|started|produced|curated|"
    "organi[sz]ed|planned|coded|developed|maintain|run|worked on|loved|enjoyed|am fond of|like best|am proud of|m proud of|been proud of|been making|been building)"
)
_THINGS = (
    "(?:things|stuff|wins|projects|apps|sites|websites|products|tools|games|software|places|buildings|houses|shows|campaigns|courses|"
    "exhibitions|events|weddings|gardens|rooms|dishes|menus|lessons|brands|stories|pieces|work|films|products|features|systems)"
)
_WHEN = "(?: (?:so far|lately|recently|for fun|at work|here|along the way|over the years|this (?:year|quarter|half)|last (?:year|quarter|half)|since|in|\\d{4})){0,3}"
_TOLD = re.compile(
    rf"(?:(?:some|a few|more|other|selected|recent) )?(?:(?:of )?(?:[a-z]{{3,14}} and )?{_THINGS}(?: that)? (?:i|we|i ve|we ve|i have|we have)(?: (?:recently|also|once|lately))? {_MADE}"
    rf"|what i(?: ve| have)? (?:recently |also |once )?(?:shipped|launched|made|designed|founded|produced|curated|am proud of|m proud of)|what (?:i ve|i have) been (?:working on|building|making)){_WHEN}"
)
"""Things I made for fun, what I shipped this year."""
_KIND = (
    "(?:selected|featured|recent|latest|notable|signature|representative|commissioned|independent|personal|private|own|favou?rite|hobby|student|"
    "university|school|community|volunteer|volunteering|freelance|flagship|client|completed|major|key|some|other|more|further|current)"
)
_PIECES = (
    "(?:projects|commissions|productions|campaigns|engagements|assignments|cases|case studies|builds|exhibitions|launches|apps|"
    "initiatives|stories|pieces|events|shows|festivals|concerts|performances|films|books|games|collections|installations|gardens|houses|interiors|highlights|wins|research projects|side projects|game jams|hackathon projects|design work|project work|buildings|mandates)"
)
_LISTED = re.compile(
    rf"(?:{_KIND} ){{1,3}}(?:and {_KIND} )?(?:{_PIECES}|(?<=selected )works?|(?<=recent )works?|(?<=latest )works?)(?: (?:and|for|from|since|in|at) [\w ]{{2,30}})?"
)
"""Recent commissions, selected personal projects."""
_PROJECT_PAGES = re.compile(
    r"(?:(?:selected|featured|key|detailed|individual) )?(?:project by project (?:impact|results|notes|breakdown|stories)|"
    r"projects? (?:showcase|portfolio|gallery|breakdowns?|descriptions?|details|deep dives?|summaries|impact|spotlights?|case studies)|portfolio (?:projects|of projects|pieces|case studies))"
)
"""Project showcase, project-by-project impact."""
_GRANTS = re.compile(
    r"(?:research |external |selected |project |competitive |major ){0,3}(?:grants?|funding|funded research|grant income)(?: (?:and|awarded|held|won|received|income)[\w ]{0,30})?|"
    r"(?:project list|list of projects|project register|elenco progetti|lista de proyectos|liste des? (?:projets|missions|réalisations)|projectenlijst|lista de projetos|drittmittel(?:projekte)?|forschungsprojekte)"
)
"""Money for work that has a name, and lists of it."""
_ABROAD = re.compile(
    r"(?:(?:ausgewählte|eigene|abgeschlossene|wichtige|eigen|afgeronde) )?\w{3,20}(?:projekte|projecten|vorhaben|kampagnen)"
    r"|(?:ausgewählte|eigene|private|aktuelle|weitere|wichtige|wichtigste|abgeschlossene|größere|relevante|frühere|bisherige)(?: (?:eigene|private|berufliche))? "
    r"(?:projekte|arbeiten|aufträge|produktionen|kampagnen|bauten|bauvorhaben|mandate|vorhaben)"
    r"|(?:geleitete|durchgeführte|betreute|realisierte|umgesetzte|verantwortete) projekte|projets (?:menés|conduits|pilotés|dirigés|accompagnés|portés)"
    r"|proyectos (?:dirigidos|liderados|desarrollados|coordinados|llevados a cabo)|progetti (?:seguiti|gestiti|coordinati|condotti)|projetos (?:liderados|coordenados|desenvolvidos)"
    r"|(?:geleide|begeleide|afgeronde) projecten|(?:sélection de|quelques|mes|principaux|principales|derniers|dernières) (?:projets|réalisations|chantiers|missions)(?: (?:récents?|récentes|choisis|choisies|personnels))?"
    r"|(?:projets|r[ée]alisations|chantiers|travaux|créations) (?:personnels|personnelles|professionnels|professionnelles|choisis|choisies|récents|récentes|marquants|marquantes|principaux|principales|sélectionnés|sélectionnées|clients?|phares?)"
    r"|(?:algunos |principales )?(?:proyectos|trabajos|encargos) (?:seleccionados|recientes|propios|principales|relevantes|realizados|de cliente)|(?:algunos|principales) proyectos"
    r"|(?:alcuni |principali )?(?:progetti|lavori|incarichi) (?:selezionati|personali|principali|recenti|scelti|realizzati)|(?:alcuni|principali) progetti"
    r"|(?:alguns |principais )?(?:projetos|projectos|trabalhos) (?:selecionados|recentes|pessoais|principais|em destaque|realizados)|(?:alguns|principais) projetos"
    r"|(?:alguns |algunos |alcuni |einige |quelques |enkele )?(?:(?:projetos|projectos|aplicativos|sites|trabalhos) (?:(?:em )?que (?:eu )?(?:fiz|trabalhei|participei|desenvolvi|criei|liderei)|nos quais (?:trabalhei|participei))"
    r"|(?:proyectos|trabajos|aplicaciones) (?:(?:en los )?que (?:he )?(?:trabajé|trabajado|participé|participado|hice|hecho|desarrollé|desarrollado|lideré|liderado))"
    r"|(?:projets|applications) (?:(?:sur lesquels|auxquels) j ai (?:travaillé|participé|contribué)|que j ai (?:faits?|réalisés|menés|développés|conçus))"
    r"|(?:projekte|apps|arbeiten) (?:an denen ich (?:mit)?gearbeitet habe|an denen ich (?:mitgewirkt|beteiligt) (?:habe|war)|die ich (?:gemacht|gebaut|geleitet|umgesetzt|entwickelt) habe)"
    r"|(?:progetti|lavori|applicazioni) (?:(?:a|su) cui ho (?:lavorato|partecipato|collaborato)|che ho (?:fatto|realizzato|seguito|sviluppato))"
    r"|(?:projecten|apps) (?:waar(?:aan| ik aan) (?:ik )?(?:heb )?(?:ge|mee)?werkt(?:e| heb)?|die ik (?:heb )?(?:gemaakt|gebouwd|geleid)(?: heb)?))(?: (?:como|als|en tant que|come|em|en|in|no|na|seit|desde) [\w ]{2,30})?"
    r"|(?:geselecteerde|eigen|recente|belangrijkste|enkele|persoonlijke) (?:projecten|opdrachten|werken)"
)
_SORTED = re.compile(
    r"(?!(?:how|why|what|when|where|about|on|in|for|from|of|with|to|the|this|these|no|all|any|many|multiple|several|various|two|three|four|five|future|planned|upcoming|view|see|show|explore|browse|discover|read|find|load|back|\w+ing) )"
    r"(?:[^\W\d_]{2,20} ){1,4}projects"
)
"""Projects of one sort: "Past projects", "Data science projects"; not "Managing projects"."""
_IN_TOOL = re.compile(
    r"(?:(?:my|personal|own|some) )?projects (?:in|with|using|on) (?:\w+ ){0,2}\w+|projekte (?:in|mit) \w+(?: \w+)?|projets (?:en|avec) \w+(?: \w+)?|proyectos (?:de|en|con) \w+(?: \w+)?|"
    r"progetti (?:in|con|di) \w+(?: \w+)?|projetos (?:em|com|de) \w+(?: \w+)?|projecten (?:in|met) \w+(?: \w+)?"
)
"""Projects in Rust, proyectos de Python."""
_TALE = (
    "(?:star|car|par|soar|interview|behaviou?ral|impact|success|leadership|technical|achievements?|accomplishments?|project|projects|work|career|engineering|design|product|customer|client|data|delivery|"
    "short|personal|core|best|top|prepared|selected|example|key|my|our|two|three|four|five|six|some|a few|more|and)"
)
_TALES = re.compile(
    rf"(?:{_TALE} ){{1,4}}(?:stories|tales|write ?ups|deep ?dives|case (?:notes|stories))(?: (?:bank|collection|library|overview|for interviews))?|(?:success |story )(?:stories|bank)|"
    rf"(?:{_TALE} ){{0,3}}(?:star|car|soar|work|interview|behaviou?ral|leadership|achievement|project) (?:examples|samples|anecdotes|answers|notes)(?: (?:bank|collection))?"
)
"""Notes of several stories for interviews: "STAR examples", "Impact stories", "Project write-ups"."""
_YEARS = re.compile(r"(?: (?:(?:19|20)\d\d|to|bis|present|now|today|heute|ongoing)){1,4}$")


def lists_work(normalised: str) -> bool:
    """Return whether a normalised title is that of a list of pieces of work.

    >>> [lists_work(title) for title in ("what i shipped", "things we built for fun", "recent commissions 2019 2024", "what we built")]
    [True, True, True, False]
    >>> [lists_work(title) for title in ("data science projects", "managing projects", "view more projects")]
    [True, False, False]
    >>> [lists_work(title) for title in ("projects in rust", "proyectos de python", "project in rust")]
    [True, True, False]
    """
    if len(normalised) > 80:
        return False
    bare = _YEARS.sub("", normalised)
    return any(
        pattern.fullmatch(bare) for pattern in (_TOLD, _LISTED, _PROJECT_PAGES, _GRANTS, _ABROAD, _SORTED, _IN_TOOL)
    )


def lists_tales(normalised: str) -> bool:
    """Return whether a normalised title is that of notes of several stories, as people have them for interviews.

    >>> [lists_tales(title) for title in ("interview stories", "project write ups", "star notes", "stories of the sea")]
    [True, True, True, False]
    """
    return _TALES.fullmatch(normalised) is not None
