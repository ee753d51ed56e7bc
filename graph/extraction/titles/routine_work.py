"""Tells what a post brings with it day by day from pieces of work: talking with others, papers, posters, the daily run."""

from __future__ import annotations

import re
from collections.abc import Mapping

_TOGETHER = frozenset(
    "coordinated collaborated partnered consulted interfaced communicated corresponded liaised met aligned engaged networked interacted cooperated worked conferred "
    "coordinating collaborating partnering consulting interfacing communicating corresponding liaising meeting aligning engaging networking interacting cooperating working".split()
)
"""Verbs behind which "with" leads to people, not to work."""
_WITH = re.compile(
    r"\s(?:\w+ly\s|regularly\s|directly\s|closely\s)?with\s(?!(?:[^,.;]{0,80}\s)?(?:to|on|for)\s(?:the|an?)\s)"
)
_FIGURE = re.compile(r"(?<!\d)\d++(?!st\b|nd\b|rd\b|th\b)")
_DAILY = re.compile(
    r"\s(?:(?:the|all|our|its|their|a)\s)?(?:[\w&/-]+\s){0,4}?(?:day[\s-]to[\s-]day|everyday|daily)\s(?:[\w&/-]+\s){0,2}?"
    r"(?:work|operations?|business|tasks?|duties|process|processes|activities|running|routines?|needs|affairs|matters|administration|management|paperwork|correspondence)\b(?![^.;]{0,160}\d)"
)
_CHANGING = frozenset(
    "automated automating replaced replacing eliminated eliminating digitised digitized rebuilt rebuilding redesigned redesigning migrated migrating".split()
)
"""Verbs after which the daily run is no longer what it was."""
_PAPERS = re.compile(
    r"\s(?:(?:the|all|our|various|several|many|some|different|regular|weekly|monthly|quarterly|daily|annual|periodic)\s){0,2}(?!\S{0,20}[A-Z\d])(?:[a-z-]+\s(?:and\s|&\s|or\s)?){0,3}?"
    r"(?:reports|minutes|letters|e-?mails|flyers|leaflets|posters|banners|brochures|graphics|illustrations|presentations|slides|slide\sdecks|spreadsheets|invoices|quotes|memos|press\sreleases|social\smedia\sposts|posts|captions|thumbnails|mock-?ups|wireframes|lesson\splans|worksheets|handouts|exercises|solutions|records|files|estimates|proposals|agendas)"
    r"(?=\s*(?:[.,;]|$|\s(?:and|for|from|to|on|in|of|using|with|or|about)\b))(?![^.;]{0,200}\d)"
)
_MAKING = frozenset(
    "built created wrote prepared produced designed drafted compiled drew edited filed made generated developed delivered "
    "building creating writing preparing producing designing drafting compiling drawing editing filing making generating developing delivering".split()
)


_LEADING = frozenset(
    "led managed supervised headed oversaw directed coordinated ran grew mentored coached leading managing supervising heading overseeing directing coordinating running mentoring coaching".split()
)
_PEOPLE = re.compile(
    r"\s(?:(?:an?|the|our|my|its|their)\s)?(?:[\w’'-]+\s){0,4}?(?:teams?|groups?|staff|crews?|squads?|departments?|clubs?|societ(?:y|ies)|choirs?|brigades?)(?:\sof\s(?:[\w’'+-]++\s?){1,6})?"
    r"(?:\s?(?:in|at|for|across)\s(?:[\w’'&+-]++\s?){1,6})?(?:\s?\([^()]{1,80}\))?(?:\s*(?:[.;]|$)|\s?and\s(?:made\ssure|ensured|helped|looked\safter)\b(?![^.;]{0,200}\d))"
)
"""People led, and nothing done with them: "a team of 25 people in the kiln department (throwers and glazers)."."""
_COUNTED_PEOPLE = re.compile(
    r"\s(?:(?:an?|the|our|my)\s)?(?:[\w’'-]+\s){0,3}?(?:teams?|groups?|crews?|squads?)\sof\s(?:up\sto|over|about|around|more\sthan)\s\w{1,8}\+?(?:\s(?!to\b|that\b|which\b|on\b|through\b|and\b)[a-z-]{2,20}){0,3}"
    r"\s*(?:[.;,]|$|(?:in|at|for|across|looking|working)\s)(?!\w+ing\b)"
)
"""People led, counted roughly: "crews of up to 48 people looking after …"."""
_TOWARDS = re.compile(r"\b(?:to|that|which|who|while|by|through|from|on|(?:in|at|for|of)\s\w+ing)\b")
_SAYING = frozenset(
    "wrote spoke talked reported presented responded replied answered listened writing speaking".split()
)
_TO_PEOPLE = re.compile(
    r"\s(?:to|with|for)\s(?:all\s|our\s|the\s|many\s)?(?:[a-z-]+\s(?:and|or|&)\s)?[a-z-]{3,}s\s*(?:[.;,]|$)"
)
_KEPT = re.compile(
    r"\s[^,.;\d]{2,80}?\s(?:in\s(?:good\s)?(?:order|shape|repair|touch)|up\sto\sdate|up-to-date|going|running|tidy|clean|informed|stocked|current)(?![^.;]{0,160}\d)\b"
)
_TIME = re.compile(
    r"\s(?:my|his|her|their|our)\s(?:own\s)?(?:time|days?|weeks?|hours|shifts?|work)\s(?:between|among|with|on)\b"
)
_UPKEEP = frozenset(
    "fixing repairing mending cleaning maintaining answering filing helping assisting serving greeting shelving ordering stocking handling processing updating checking scheduling booking".split()
)
_THINGS = re.compile(r"\s(?!the\s|an?\s)(?:(?:and|or|&)\s)?(?:[a-z-]+\s){0,5}[a-z-]+s\s*(?:[.;]|$)")
"""Things of a sort, neither counted nor named: "public computer terminals"."""


def _is_daily(verb: str, rest: str) -> bool:
    """Return whether a deed is people led, said to people, kept in order, a split of one's time, or the upkeep of things of a sort."""
    if verb in _LEADING:
        if " of " in rest[:60] and _COUNTED_PEOPLE.match(rest) is not None:
            return True
        people = _PEOPLE.match(rest)
        return people is not None and _TOWARDS.search(people.group()) is None
    if verb in _SAYING:
        return _TO_PEOPLE.match(rest) is not None
    if verb in ("kept", "keeping"):
        return _KEPT.match(rest) is not None
    if verb in ("split", "divided", "spent", "splitting", "dividing", "spending"):
        return _TIME.match(rest) is not None
    return verb in _UPKEEP and _THINGS.match(rest) is not None


_GENERIC_THINGS = re.compile(
    r"\s(?:(?:several|various|multiple|many|different|numerous|some|a\s(?:range|variety|number)\sof|(?:high-quality|scalable|robust|modern|responsive|reliable|web|software|mobile|full-stack|backend|frontend|machine learning|ML))\s){0,2}"
    r"(?:systems|applications|apps|solutions|models|features|components|websites|tools|products|services|projects|programs|modules|functionalit(?:y|ies)|code|software|pages|algorithms|techniques|approaches|methods|technologies)"
    r"\s*(?:[.;(]|$|(?:using|with|in|via|through)\s)(?![^.;]{0,200}\d)"
)
"""Things of a sort that says nothing of what they are for: "several models (…)", "systems using Java and SQL"."""
_SOLVED = re.compile(
    r"\s(?:over\s|more\sthan\s)?[\d,.]{1,6}k?\s?\+?\s(?:\w+\s){0,2}?(?:problems|questions|challenges|katas|puzzles)\s(?:on|across|in|at|from)\s(?=[A-Z])"
)
"""Exercises: "solved 300+ problems on" a judge's site."""
_PLACED = re.compile(r"\s(?:\d{1,4}(?:st|nd|rd|th)|first|second|third|runner[- ]up)\b")
_RAISED = re.compile(r"\s(?:twice|thrice|once|(?:\d{1,2}|two|three|four)\stimes)\b")
"""How often somebody rose: "promoted 3 times in 5 years"."""
_MACHINES = re.compile(
    r"\s(?:(?:the|all|a|an|various|several)\s)?(?:[\w/&-]+\s){0,5}?(?:equipment|machines|machinery|instruments|lathes|presses|forklifts?|tills?|registers?|ovens?)\b(?![^.;]{0,200}\d)"
)
"""Machines that somebody worked with: "operated lathes and presses"."""


_SERVING = frozenset(
    "delivered ran supported conducted performed gave held provided facilitated hosted attended assisted "
    "delivering running supporting conducting performing giving holding providing facilitating hosting attending assisting".split()
)
_SESSIONS = re.compile(
    r"\s(?:[a-z-]+\s){0,3}(?!process)[a-z-]{3,}s(?:\s(?:and|&)\s(?:[a-z-]+\s){0,3}[a-z-]{3,}s)?\s*(?:[.,;]|$)(?![^.;]{0,200}\d)"
)
"""Sessions, surveys and the like, neither counted nor named: "drop-in sessions and practice tests"."""


_WRITTEN = re.compile(
    r"\s(?:(?:the|a|an|my|our|first|second|third|another|several|some|more|new|many|few|two|three|four|five|\d{1,3})\s){0,3}(?:[\w-]+\s)?(?:posts?|write-?ups?|articles?|how-?tos?|blog\sposts?|essays?|talks?|webinars?|newsletters?)\b"
)
"""What was written or spoken, however many: "two more posts", "the how-to for …"."""
_PUBLISHING = frozenset(
    "published wrote posted translated recorded gave held publishing writing posting translating recording giving holding".split()
)
_CODE_REVIEWED = re.compile(
    r"\s(?:(?:over|my|first|the|\d{1,4}\+?|two|three|four|five)\s){0,2}(?:[a-z-]+\s)?(?:PRs?|pull\srequests?|merge\srequests?|MRs?|patch(?:es)?|commits?)\b"
)
_HANDING_IN = frozenset("merged merging reviewed reviewing opened opening submitted contributed landed".split())
_TALKED = re.compile(r"(?i)\s(?:an?|the|our|my)\s(?:[a-z-]+\s)?(?:discussion|argument|debate|bet|race|raffle)s?\b")


def _is_word_or_review(verb: str, rest: str) -> bool:
    """Return whether a deed is something published or said, changes merged, or a discussion won."""
    if verb in _PUBLISHING:
        return _WRITTEN.match(rest) is not None
    if verb in _HANDING_IN:
        return _CODE_REVIEWED.match(rest) is not None
    return verb in ("won", "winning", "lost") and _TALKED.match(rest) is not None


_TENDED: Mapping[frozenset[str], re.Pattern[str]] = {
    frozenset({"kept", "keeping"}): re.compile(
        r"\s(?:the|an?|our|all)\s(?:[\w’'-]+\s){0,4}?(?:lists?|logs?|logbooks?|sheets?|registers?|diary|diaries|books?|cards|accounts|calendars?|rosters?|rotas?|files|records|notes|minutes|keys|stock|inventory)(?=\s*(?:[.,;]|$|\s(?:of|for|and|in|at|on)\b))"
    ),
    frozenset({"fixed", "resolved", "reviewed", "closed", "fixing", "resolving", "reviewing", "closing"}): re.compile(
        r"\s(?:(?:the|all|small|minor|many|various|reported|open|production|front-?end|back-?end|UI)\s){0,2}(?:bugs|issues|errors|defects|faults|tickets|code|changes|pull\srequests)(?:\s(?:and|&)\s(?:added\s(?:new\s)?)?\w+){0,2}(?=\s*(?:[.,;]|$|\s(?:in|of|on|for|from|across|changes|requests|code)\b))"
    ),
    frozenset(
        {"raised", "chased", "issued", "placed", "processed", "matched", "raising", "chasing", "issuing"}
    ): re.compile(
        r"\s(?:the\s|all\s)?(?:[a-z-]+\s){0,2}?(?:orders|invoices|requisitions|receipts|payments|confirmations|queries|tickets|claims|credit\snotes|returns)\b"
    ),
    frozenset({"entered", "typed", "keyed", "entering", "typing"}): re.compile(
        r"\s(?:the\s|all\s)?(?:[a-z-]+\s){0,3}?(?:data|results|figures|readings|records|orders|details|entries|forms|letters|scores|marks)\b"
    ),
}
"""What is tended, by the verbs that tell of it: lists kept, bugs fixed, orders raised, results entered."""


_HANDED_IN = re.compile(
    r"(?<!\d)\d{1,5}\+?\s(?:[a-z-]{3,12}\s)?(?:PRs?|MRs?|pull\srequests|merge\srequests|patches|commits|tickets|bugs|issues|defects)\b"
)
"""How many changes or reports it was, which says nothing of what they were for."""


def _is_tended(verb: str, rest: str) -> bool:
    """Return whether a deed is a list kept, bugs fixed, orders raised or results entered, without a figure."""
    tended = next((things for verbs, things in _TENDED.items() if verb in verbs), None)
    if tended is None or tended.match(rest) is None:
        return False
    return _FIGURE.search(_HANDED_IN.sub("", rest.partition(". ")[0])) is None


def _is_practice(verb: str, rest: str) -> bool:
    """Return whether a deed is on things of a sort, exercises solved, a place in a contest, or machines that were run."""
    if verb in ("solved", "solving"):
        return _SOLVED.match(rest) is not None
    if verb == "promoted":
        return _RAISED.match(rest) is not None
    if verb in ("stood", "placed", "ranked", "finished"):
        return _PLACED.match(rest) is not None
    if verb in ("ran", "operated", "running", "operating", "used", "handled") and _MACHINES.match(rest) is not None:
        return True
    return _GENERIC_THINGS.match(rest) is not None or (verb in _SERVING and _SESSIONS.match(rest) is not None)


_OF_DUTY = re.compile(
    r"(?i)\A(?:(?:occasional|routine|regular|daily|weekly|monthly|general|basic|various|ad[- ]hoc|day-to-day)\s.*|.*\s(?-i:help|assistance|support|upkeep|duty|duties|cover|errands|chores|paperwork|correspondence)|"
    r"(?:lead|run|own|manage|chair)\s(?:the|our|all)\s[^,.;]{0,60}\b(?:forecasts?|budgets?|reviews?|audits?|meetings?|planning|reporting|hiring|cycles?|agenda|calendar|close))"
)


def names_duty(phrase: str) -> bool:
    """Return whether a noun phrase that opens a bullet says what falls to a post: "Enquiry desk and catalogue search help".

    A verb in the present tells of what comes round again, too: "Lead the sales forecast".

    >>> names_duty("Occasional stack moves and event set-up"), names_duty("Weekly"), names_duty("Online Teaching Support")
    (True, False, False)
    """
    return _OF_DUTY.fullmatch(phrase) is not None


_UNIT = re.compile(
    r"\A(?:[A-ZÀ-Þ][\w’'.-]*\s(?:(?:and|&|of|for)\s)?){1,4}(?:Cent(?:re|er)|Dep(?:artmen)?t\.?|Division|Office|Library|Archives?|Ward|Clinic|Branch|Faculty|Institute|Section|Committee|Bureau)(?:\s(?:and|&|of|for)\s[\w\s&]{3,40})?"
)


def names_unit(label: str) -> bool:
    """Return whether a label is that of a part of an organisation, behind which stands what somebody did there.

    >>> names_unit("Digital Collections Dept"), names_unit("Maritime Archives & Rare Books"), names_unit("Centre relaunch")
    (True, True, False)
    """
    return _UNIT.fullmatch(label) is not None


_STAFFING = re.compile(
    r"(?:\s?(?:,|and|&)?\s?(?:hired|onboarded|trained|recruited|interviewed|inducted|mentored|coached|hiring|onboarding|training)\b){0,3}"
    r"\s(?:over\s|more\sthan\s|about\s|up\sto\s)?(?:\d{1,3}\+?|an?|the|our|two|three|four|five|six|seven|eight|nine|ten|several|many|all|new|junior)\s(?:[a-z-]+\s){0,3}"
    r"(?:engineers?|developers?|designers?|analysts?|people|staff|hires|starters|colleagues|interns?|apprentices|students|volunteers|employees|members|nurses|teachers|drivers|cooks|clerks)\s*(?:[.;]|$)"
)
"""People taken on, and nothing said of what came of it: "Hired and onboarded 4 engineers"."""
_TAKING_ON = frozenset(
    "hired onboarded recruited trained interviewed inducted hiring onboarding recruiting training interviewing".split()
)
_CARING = frozenset(
    "recovered treated received admitted assisted served saw visited examined assessed monitored helped greeted recovering treating assisting serving visiting monitoring helping".split()
)
_CARED_FOR = re.compile(
    r"\s(?:(?:all|our|the|many|several|post-?operative|elderly|adult|acute|up\sto)\s){0,2}(?:patients|clients|residents|guests|customers|visitors|families|pupils|babies)\b(?![^.;]{0,200}\d)"
)
"""People looked after, not counted: "patients in the recovery room"."""
_SHARED = re.compile(
    r"\s(?:to|in|with|at)\s(?:the\s|our\s|all\s)?(?:[a-z-]+\s){0,2}(?:code\sreviews?|reviews|stand-?ups|meetings|trainings?|discussions|ceremonies|sprints?|sprint\splanning|retrospectives|interviews|on-call(?:\srota(?:tion)?)?)"
    r"(?:(?:,|\sand|\s&)\s(?:[a-z-]++\s?){1,3}){0,3}\s*(?:[.;]|$)"
)
"""What everybody of a team does: "Contributed to code reviews and internal training"."""
_SHARING = frozenset(
    "contributed participated assisted helped joined contributing participating assisting helping joining".split()
)


_OF_A_SORT = re.compile(
    r"\s(?:(?:hundreds|dozens|thousands|scores|lots)\sof\s[a-z]|projects\s(?:from|through|to)\s|[a-z-]{3,20}s,\s[a-z][^.;:\d]{3,80}?\sand\sother\s)"
)
"""Things of a sort, no one of them: "hundreds of articles", "kiosks, jetties and other small buildings"."""


_SINCE = re.compile(
    r"\s(?:[a-z-]+\s){0,3}[a-z-]{3,}s(?:\s(?:and|&)\s(?:[a-z-]+\s){0,2}[a-z-]{3,}s)?\s(?:since\s(?:19|20)\d\d|for\s(?:over\s|more\sthan\s|about\s)?(?:\d{1,2}|[a-z]{3,8})\s?\+?\syears?)\s*[.!]?\s*"
)
"""Things of a sort, and for how long: "services since 2012"."""


def is_routine(verb: str, rest: str) -> bool:
    """Return whether a deed without a figure is what the post brings with it: `rest` is what stands behind the verb.

    >>> is_routine("coordinated", " with outside vendors"), is_routine("built", " weekly reports for the board")
    (True, True)
    >>> is_routine("published", " two more posts on it"), is_routine("merged", " 2 hard PRs"), is_routine("won", " a race")
    (True, True, True)
    >>> is_routine("kept", " the key register for the annexe"), is_routine("fixed", " the bugs of 2 releases")
    (True, False)
    >>> is_routine("coordinated", " with three mills on the new scale"), is_routine("built", " the reports portal")
    (False, False)
    >>> is_routine("drew", " kiosks, jetties and other small buildings"), is_routine("drew", " the kiosks of two quays")
    (True, False)
    >>> is_routine("led", " crews of up to 48 people looking after radios"), is_routine("led", " a team of 5 to move it")
    (True, False)
    >>> is_routine("fixed", " bugs and added features for an agent, sent 17 PRs"), is_routine("recovered", " patients")
    (True, True)
    >>> is_routine("designed", " services since 2012."), is_routine("designed", " the ticket services of two ferries since 2012")
    (True, False)
    >>> is_routine("hired", " and onboarded 4 engineers"), is_routine("contributed", " to code reviews and training")
    (True, True)
    """
    if verb in _TOGETHER and "with " in rest[:40]:
        return _WITH.match(rest) is not None and _FIGURE.search(rest.partition(". ")[0]) is None
    if ("day" in rest or "daily" in rest) and verb not in _CHANGING and _DAILY.match(rest) is not None:
        return True
    if _OF_A_SORT.match(rest) is not None or _SINCE.fullmatch(rest) is not None:
        return True
    if verb == "drove" and rest.startswith(" to "):
        return True
    if verb in _CARING and _CARED_FOR.match(rest) is not None:
        return True
    if verb in _TAKING_ON:
        return _STAFFING.match(rest) is not None
    if verb in _SHARING:
        return _SHARED.match(rest) is not None
    if _is_word_or_review(verb, rest) or _is_practice(verb, rest) or _is_daily(verb, rest) or _is_tended(verb, rest):
        return True
    return verb in _MAKING and _PAPERS.match(rest) is not None


_HEADS_DUTIES = re.compile(
    r"(?i)(?:(?:my|the|key|main|core|daily|primary|typical|general|other|job|work|specific|additional|position|day-to-day)\s){0,3}(?:duties|responsibilit(?:y|ies)|tasks|functions|role|work|job|activities|position)(?:\s(?:and|&)\s(?:duties|tasks|responsibilities|achievements|accomplishments|activities))?"
    r"(?:\s(?:here|there|at\swork|as\san?\s[\w\s-]{3,30}))?(?:\s(?:include[sd]?|including|involve[sd]?|comprise[sd]?|consist(?:s|ed)?\sof|were|was|are|is|entail(?:s|ed)?|covered|encompass(?:es|ed)?)){0,1}|"
    r"(?:responsible|in\scharge)\s(?:for|of)|supervis(?:ors?|ed\sby)(?:\(s\))?|manager(?:\(s\))?|advis[eo]rs?(?:\(s\))?|report(?:s|ed|ing)\sto|"
    r"(?:meine\s|hauptsächliche\s|wesentliche\s)?(?:aufgaben(?:gebiete?|bereiche?)?|(?:aufgaben|tätigkeits|arbeits|projekt)schwerpunkte?|tätigkeiten|verantwortlichkeiten)(?:\s(?:waren|sind|umfass(?:en|ten)))?|verantwortlich\sfür|(?:mes\s|principales\s)?(?:tâches|missions|responsabilités)(?:\sprincipales)?|(?:mis\s|principales\s)?(?:funciones|tareas|responsabilidades)(?:\sprincipales)?|"
    r"(?:minhas\s|principais\s)?(?:funções|tarefas|atividades|atribuições)(?:\sprincipais)?|обязанности|arbetsuppgifter|ansvarsområden"
)


def heads_duties(label: str) -> bool:
    """Return whether a label leads to what a post was, or names who stood above: "Duties included", "Supervisor(s)".

    >>> heads_duties("Duties included"), heads_duties("Key responsibilities"), heads_duties("Duties roster rewrite")
    (True, True, False)
    """
    return len(label) <= 60 and _HEADS_DUTIES.fullmatch(label.strip("*_ :")) is not None
