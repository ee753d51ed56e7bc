"""The phrases by which sentences say where their author worked: "At Acme I led …", "I joined Acme". Reads no document."""

from __future__ import annotations

import re

from graph.extraction.career_words import words_of

CAPITAL = (
    r"(?:[BN]\.V\.|S\.A\.|S\.L\.|S\.p\.A\.|S\.r\.l\.|e\.V\.|"
    r"[A-ZÀ-ÖØ-Þ][\w&’'-]*(?:\.(?=[a-z]))?[\w’'-]*|[a-z]{1,2}[A-Z]\w+|&)"
)
NAME = rf"(?:the\s|der\s|dem\s)?[*_\[]{{0,3}}(?P<name>{CAPITAL}(?:\s(?:of\s|and\s|de\s|del\s|di\s|do\s|da\s|du\s|van\s|the\s)?(?!(?:From|Since|Until)\s){CAPITAL}){{0,3}})"
ALL_AT = "all at X"
"""The rule of "all for Acme unless noted", which holds of every piece of work below."""
IN_ANSWER = "work at X (years), in an answer"
"""The rule of "The warehouse robots at Acme (2020–2021)." below a question; elsewhere it may be a work's whole name."""
FIRST_LINE = "first line of a paper"
"""The rule of a company at the end of a self-review's first line."""
IN_TEAM = "I joined the … team at X"
"""The rule of "when I joined the platform group at Acme": who belongs to a team of a company works there."""
IN_QUESTION = "question of a review"
"""The rule of "What was your impact on Acme?", as forms of self-reviews ask; it holds in papers of that kind alone."""
_PLACED = frozenset({"at", "for", "with", "bei", "für", "chez", "pour", "para", "en", "per", "presso"})
# Sentences in which an author says where they worked, each behind letters that it must hold, and two sets of casefolded
# words of which it must hold one each: by these most sentences are passed over quickly. It names the employer as `name`.
PHRASES: tuple[tuple[str, str, frozenset[str], frozenset[str], re.Pattern[str], float], ...] = (
    (
        "at X, I …",
        "",
        frozenset({"at"}),
        frozenset({"i", "we", "my", "our"}),
        re.compile(
            rf"(?:^|(?<=[.!?]\s)|(?<=\n))(?:While\s|Back\s|(?:In|During|From|Since|Until)\s[^,.;\n]{{4,24}}?,?\s)?[Aa]t\s{NAME},?\s(?:I|we|my|our)\b"
        ),
        0.9,
    ),
    (
        "at X it was so",
        "At",
        frozenset({"at"}),
        frozenset({"at"}),
        re.compile(
            rf"(?:^|(?<=[.!?]\s)|(?<=\n))At\s(?P<name>{CAPITAL}(?:\s(?:of\s|and\s|de\s|van\s|the\s)?{CAPITAL}){{1,3}})(?<!\sI)(?=,?\s(?:[a-z]|\d))"
        ),
        0.8,
    ),
    (
        "client of a project",
        "(",
        _PLACED,
        _PLACED,
        re.compile(rf"\((?:19|20)\d\d(?:[-–/]\d{{2,4}})?,\s(?:for|für|pour|para|per|bei|at)\s{NAME}\)"),
        0.8,
    ),
    (
        IN_ANSWER,
        "(",
        frozenset({"at", "bei", "chez", "presso"}),
        _PLACED,
        re.compile(rf"[a-z]\s(?:at|bei|chez|presso)\s{NAME}\s\((?:[A-Z][a-z]{{2,8}}\s)?(?:19|20)\d\d[^()\n]{{0,20}}\)"),
        0.8,
    ),
    (
        "ich … bei X",
        "bei",
        frozenset({"bei"}),
        frozenset({"ich", "leite", "arbeite", "verantworte", "betreue"}),
        re.compile(
            rf"\b(?:[Ii]ch|leite|arbeite|verantworte|betreue)\s(?:[\wäöüß]+\s){{0,4}}?bei\s(?:der\s|dem\s|den\s)?{NAME}"
        ),
        0.8,
    ),
    (
        ALL_AT,
        "",
        frozenset({"all", "everything", "alles", "tout", "todo", "tutto"}),
        _PLACED,
        re.compile(
            r"\b(?:[Aa]ll|[Ee]verything|[Aa]lles|[Tt]out|[Tt]odo|[Tt]utto)(?:\s(?:of|this|these|them|it|the|two|three|four|five|six|seven|eight|\d{1,2}|below|above|here|projects?|work|stories|roles?|jobs|posts|positions|come|happened|done|made|built|was|were|are|is|from|my|our|time|years|hier|fait|hecho|fatto|ist)){0,8}"
            rf"\s(?:for|at|with|bei|für|chez|pour|para|en|per|presso)\s{NAME}"
        ),
        0.85,
    ),
    (
        "projects at X",
        "",
        frozenset(
            words_of(
                "project projects work achievements highlights stories studies what projekte projets proyectos progetti logros resultados erfolge ergebnisse réalisations résultats risultati conquistas realizações resultaten"
            )
        ),
        _PLACED,
        re.compile(
            r"^\W{0,4}(?:(?:[Ss]elected|[Kk]ey|[Rr]ecent|[Mm]ain|[Mm]y|[Nn]otable|[Pp]rincipales)\s)?(?:[Pp]rojects?|[Ww]ork|[Aa]chievements|[Hh]ighlights|[Ss]tories|[Cc]ase [Ss]tudies|What I (?:did|built|made|shipped|led)|Projekte|Projets|Proyectos|Progetti|"
            r"(?:Logros|Resultados|Réalisations|Résultats|Risultati|Conquistas|Realizações)(?:\s(?:[Cc]laves?|[Dd]estacad[oa]s|[Pp]rincipa(?:les|is)|[Cc]lés?|[Cc]hiave))?|(?:Wichtigste\s)?(?:Erfolge|Ergebnisse)|Resultaten)"
            rf"\s(?:at|for|with|bei|bij|chez|en|na|presso|from\s(?:my\s)?(?:time|years)\s(?:at|with))\s{NAME}(?=\W{{0,4}}$|\s?[,(–—·|])"
        ),
        0.85,
    ),
    (
        "while at X",
        "hile",
        frozenset({"while"}),
        _PLACED,
        re.compile(rf"\b[Ww]hile\s(?:working\s|employed\s)?(?:at|for|with)\s{NAME}"),
        0.85,
    ),
    (
        "my time at X",
        "",
        frozenset({"my"}),
        frozenset({"time", "years", "months", "tenure", "stint", "role", "job", "work", "days", "shifts"}),
        re.compile(
            rf"\b(?:[Mm]y|[Dd]uring my|[Ii]n my)\s(?:(?:current|last|previous|first|old|new|early|few|two|three|four|five|six|seven|eight|nine|ten|\d{{1,2}})\s){{0,2}}(?:time|years|months|tenure|stint|role|job|work|days|shifts)"
            rf"(?:\s(?:on|in|as)\s(?:the|an?)\s(?:[a-z-]+\s){{0,3}}[a-z-]+)?\s(?:was\s)?(?:at|with)\s{NAME}"
        ),
        0.85,
    ),
    (
        "my first week at X",
        "first",
        frozenset({"day", "days", "week", "weeks", "month", "months", "quarter", "year"}),
        frozenset({"at", "with"}),
        re.compile(
            rf"\b(?:[Mm]y|[Ii]n\sthe|[Dd]uring\sthe|[Ww]ithin\sthe)\s(?:very\s)?first\s(?:(?:few|two|three|six|\d{{1,3}})\s)?(?:days?|weeks?|months?|quarter|year)\s(?:at|with)\s{NAME}"
        ),
        0.8,
    ),
    (
        IN_TEAM,
        "I",
        frozenset(
            words_of(
                "team group squad department desk unit crew office division tribe chapter guild organisation organization"
            )
        ),
        frozenset({"at"}),
        re.compile(
            r"\bI(?:[’']ve|[’']d|\shad|\shave|[’']m)?\s(?:(?:then|later|first|just|recently|also)\s)?(?:joined|left|moved\s(?:from|to|into|over\sto)|came\s(?:from|to)|started\s(?:on|in|with)|switched\s(?:from|to)|transferred\s(?:from|to)|work(?:ed)?\s(?:on|in)|(?:(?:was|am)\s)?(?:on|in|part\sof))"
            rf"\s(?:the|an?)\s(?:[\w’'&/-]+\s){{1,5}}?(?:team|group|squad|department|desk|unit|crew|office|division|tribe|chapter|guild|organi[sz]ation)\sat\s{NAME}"
        ),
        0.85,
    ),
    (
        IN_QUESTION,
        "?",
        frozenset({"you", "your"}),
        frozenset({"at", "on", "to", "for", "within"}),
        re.compile(rf"\b(?:at|on|to|for|within)\s{NAME}(?:[’']s\s[a-z-]+(?:\s[a-z-]+){{0,3}})?(?=\?)"),
        0.8,
    ),
    (
        "I worked at X",
        "",
        frozenset({"i", "have"}),
        frozenset({"worked", "taught", "working", "interned", "work", "employed"}),
        re.compile(
            rf"\b(?:I|I[’']ve|have|I have)\s(?:also\s|then\s|previously\s|now\s|currently\s)?(?:worked|taught(?:\s[a-z]+){{0,2}}|been working|"
            rf"interned|work|am employed|was employed)\s(?:at|for|with|in)\s{NAME}"
        ),
        0.85,
    ),
    (
        "I run the … at X",
        "I",
        frozenset({"i"}),
        frozenset(
            words_of(
                """
                run ran lead led manage managed head headed taught teach cook cooked nurse nursed sold built look looked
                running leading managing
                """
            )
        ),
        re.compile(
            rf"\bI(?:[’']ve|\shave)?\s(?:also\s|then\s|now\s|currently\s)?(?:run|ran|lead|led|manage[d]?|head(?:ed)?|taught|teach|cooked?|nursed?|sold|built|"
            rf"look(?:ed)?\safter|been\s(?:running|leading|managing))\s(?:[\w’'-]+\s){{1,7}}?(?:at|for)\s{NAME}"
        ),
        0.8,
    ),
    (
        "I have been with X",
        "I",
        frozenset({"i"}),
        frozenset({"ve", "have", "am", "was", "m"}),
        re.compile(rf"\bI(?:[’']ve|\shave|\sam|\swas|[’']m)\s(?:been\s|now\s|currently\s)*(?:with|at)\s{NAME}"),
        0.85,
    ),
    (
        "currently at X",
        "",
        frozenset(words_of("currently presently now previously formerly earlier before recently")),
        frozenset({"at", "with"}),
        re.compile(
            rf"\b(?:[Cc]urrently|[Pp]resently|[Nn]ow|[Pp]reviously|[Ff]ormerly|[Ee]arlier|[Bb]efore\s(?:that|then|this)|"
            rf"[Mm]ost recently)\s?,?\s(?:I\s(?:was|am)\s)?(?:at|with)\s(?:the\s[a-z]+\s)?{NAME}"
        ),
        0.85,
    ),
    (
        "work, at X, from …",
        ",",
        frozenset({"at"}),
        frozenset({"in", "from", "between", "since", "during"}),
        re.compile(rf",\sat\s{NAME},?\s(?:in|from|between|since|during)\s(?:\w+\s)?(?:of\s)?\w*\s?\d{{4}}"),
        0.85,
    ),
    (
        "I worked at X",
        "spent",
        frozenset({"spent"}),
        frozenset({"i"}),
        re.compile(
            rf"\bI\s(?:then\s|later\s|first\s)?spent\s(?:the\s)?(?:[\w-]{{1,9}}\s){{1,4}}(?:years?|months?|summers?|seasons?)\s(?:at|with|working\s(?:at|for|with))\s{NAME}"
            rf"(?=,?\s(?:as|in|first|where|working|from|until|on|and|doing)\b|[.;]|\s[(–—])"
        ),
        0.85,
    ),
    (
        "on the ward at X, we …",
        "",
        frozenset({"at"}),
        frozenset({"i", "we"}),
        re.compile(
            rf"(?:^|(?<=[.!?:]\s)|(?<=\n))(?:On|In|Within|For)\s(?!(?:a|an)\s)(?:[a-z0-9][\w’'-]*\s){{1,5}}at\s{NAME},?\s(?:I|we)\b"
        ),
        0.8,
    ),
    (
        "our system at X",
        "our",
        frozenset({"our"}),
        frozenset({"i", "my"}),
        re.compile(
            rf"\bour\s(?:[a-z][\w’'-]*\s){{0,4}}(?:back-?end|front-?end|platform|database|systems?|services?|team|app|website|warehouse|ward|kitchen|office|pipeline|plant|line|shop|store|site|codebase|product)\sat\s{NAME}"
        ),
        0.8,
    ),
    (
        "my employer, X",
        "",
        frozenset({"my"}),
        frozenset({"employer", "company", "firm"}),
        re.compile(
            rf"\b[Mm]y\s(?:then\s|current\s|former\s|last\s|old\s)?(?:employer|company|firm)(?:\s(?:at\sthe\stime|then))?,\s{NAME}(?=[,.;])"
        ),
        0.85,
    ),
    (
        "I joined X",
        "I",
        frozenset({"i"}),
        frozenset({"joined", "left"}),
        re.compile(
            rf"\bI(?:[’']ve|[’']d|\shad|\shave)?\s(?:then\s|later\s|first\s)?(?:joined|left)\s{NAME}"
            rf"(?=\s(?:as|in|to|when|after|for|and|at)\b|[.,;]|\s[(–—])"
        ),
        0.85,
    ),
)

_WORDS = frozenset().union(*(phrase[2] for phrase in PHRASES))
_BY_WORD = {word: [place for place, phrase in enumerate(PHRASES) if word in phrase[2]] for word in sorted(_WORDS)}


def phrases_with(words: frozenset[str], text: str) -> list[tuple[str, re.Pattern[str], float]]:
    """Return rule, pattern and confidence of the phrases of which a sentence with these words may be one, in their order."""
    places = sorted({place for word in words & _WORDS for place in _BY_WORD[word]})
    likely = (PHRASES[place] for place in places)
    return [
        (rule, pattern, confidence)
        for rule, letters, _, and_one_of, pattern, confidence in likely
        if letters in text and not and_one_of.isdisjoint(words)
    ]
