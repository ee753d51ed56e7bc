"""Says which a figure is: a result, a scale, a duration, a team's size, or the state before. Called by all that make measures."""

from __future__ import annotations

import re

from graph.documents import Section, SectionKind
from graph.extraction.outcomes.counts import PEOPLE
from graph.extraction.outcomes.places import AGAINST_PLAN, GROUPS, is_span
from graph.extraction.quantities.quantity import Quantity
from graph.model import Measures

_LEADING_TEAM = re.compile(
    r"(?i)\b(?:team|led|lead|managed|managing|supervised|supervising|oversaw|overseeing|headed|hired|mentored|coached|encadr\w+|leitung|leitete|geführt|führung|dirig\w+|gestion|gestioné|liderei|leiding|ledde|zarządza\w+|équipe|equipo|equipe|squadra|zespo\w+|group|squad|crew|brigade|grew|department|direct reports?)\b"
)
_TEAM_OF = re.compile(
    r"(?i)(?<!\w)(?:teams?|squad|crew|staff|brigade|équipe|equip[eoa]|squadra)\s+(?:of|von|de|di|van)\s+(?:about\s+|some\s+|around\s+|over\s+)?$"
)
_WORKERS = re.compile(
    r"(?i)\b(?:(?:field|shop|floor|store|care|warehouse|office|direct|junior|senior)[\s-])?(?:employees|workers|consultants|operators|drivers|cooks|chefs|waiters|servers?(?=\sand)|clerks|assistants|trainees|apprentices|fitters|mechanics|electricians|guards|porters|cashiers|advis[eo]rs|lawyers|paralegals|researchers|"
    r"journalists|editors|writers|bakers|carpenters|welders|pickers|carers|midwives|therapists|physicians|doctors|accountants|auditors|buyers|planners|tutors|lecturers|supervisors|coaches|"
    r"mitarbeitende\w*|fachkräfte\w*|kolleg(?:en|innen)|montador[ea]s|operarios|trabajadores|técnicos|operai|tecnici|operários|funcionários|ouvriers|techniciens|employés|collega[’']?s|werknemers)$"
)
_LEADS = re.compile(
    r"(?i)(?<!\w)(?:led|leading|manag(?:ed|ing)|supervis(?:ed|ing)|head(?:ed|ing)|oversaw|overseeing|direct(?:ed|ing)|coordinat(?:ed|ing)|ran|running|führung|leitung|anleitung|encadrement|management|dirección|direção|direzione|coordinación|coordenação|coordinamento|gestión|gestão|gestione|leiding|aansturen|aansturing|lideré|liderei)"
    r"\s(?:(?:an?|the|our|my|eines|von|d[’']une|de|un[ae]?|uma?|di|aan|een|van)\s){0,2}"
    r"(?:(?:[a-z-]+\s)?(?:team|group|crew|line|shift|department|unit|staff|squad|teams|équipe|equipo|equipa|equipe|squadra)\s(?:of|von|de|di|van)\s)?(?:(?:up\sto|over|about|approx\.?|around|some|more\sthan)\s)?$"
)
"""Right before a number of people who work: that they were led."""
_CROWD = re.compile(r"(?i)\b(?:audience|membership)\b")
_TEAM_BEHIND = re.compile(r"(?i)[\s-]{1,2}(?:strong\s)?(?:team|crew|squad|brigade)s?\b")
_BASELINE = re.compile(
    r"(?i)\b(?:previous(?:ly)?|used to|at the time|originally|initially|until then|had been|before (?:that|the|we|i|my|it)|in the (?:old|previous)|when i (?:joined|arrived|started)|so far|took (?:\w+ ){0,3}$)"
)
_DURATION_BEFORE = re.compile(
    r"(?i)\b(?:in|within|over|after|innerhalb\s+von|binnen|en|em|dans|sur|durante|pendant|tra|took|takes|lasted|during|for|inside|under|spanned|only|just|needed|spent)\s+(?:just\s+|only\s+|about\s+|less\s+than\s+|under\s+|the\s+(?:first|last)\s+)*$"
)
_TIME_THING = re.compile(
    r"(?i)(?<!on-)(?<!lost-)(?<!full-)(?<!part-)(?:latency|runtime|run time|response|load|wait|lead time|cycle|duration|time|speed|turnaround|length of stay|mttr|build|delay|close|boot|start)"
)


def is_team_size(label: str) -> bool:
    """Return whether a label says how many worked together: "Team size", "Équipe"."""
    return len(label.split()) <= 3 and GROUPS.search(label) is not None


def what_it_measures(q: Quantity, label: str, text: str, section: Section | None) -> Measures:
    """Return the kind of a figure, by its label, the words around it and the section that it stands in."""
    if q.before is None and (
        (section is not None and section.kind is SectionKind.SITUATION)
        or _BASELINE.search(text[max(0, q.start - 500) : q.start + 1])
    ):
        return Measures.BASELINE
    if q.dimension == "count" and _TEAM_OF.search(text[max(0, q.number_start - 40) : q.number_start]):
        # Whatever they are: a team of five bakers.
        return Measures.TEAM
    if q.dimension == "count" and _WORKERS.search(q.unit) and _LEADS.search(text[max(0, q.start - 90) : q.start]):
        return Measures.TEAM
    if q.dimension == "count" and q.unit in ("people", "persons", "members") and _TEAM_BEHIND.match(text, q.end):
        return Measures.TEAM
    if (
        q.dimension == "count"
        and PEOPLE.search(q.unit)
        and (_LEADING_TEAM.search(text[: q.end]) or (is_team_size(label) and not _CROWD.search(label)))
    ):
        return Measures.TEAM
    if (
        q.dimension == "time"
        and q.before is None
        and not _TIME_THING.search(label)
        and not AGAINST_PLAN.match(text, q.number_end)
        and (_DURATION_BEFORE.search(text[: q.start] + " ") or text[q.start : q.number_start].casefold() == "within ")
    ):
        return Measures.DURATION
    if q.dimension == "time" and q.before is None and (is_span(text, q) or _LENGTH.fullmatch(label)):
        return Measures.DURATION
    if (
        q.dimension == "money"
        and q.before is None
        and not AGAINST_PLAN.match(text, q.number_end)
        and (_HELD.search(text[: q.start][-60:]) or _HELD.search(f"{label} ") or _HELD_AFTER.match(text, q.end))
    ):
        return Measures.SCALE
    if q.dimension in ("count", "data", "rate") and q.before is None and " per " not in f" {q.unit}":
        return Measures.SCALE
    return Measures.RESULT


_LENGTH = re.compile(
    r"(?i)(?:project\s)?(?:duration|length|timeline|time\sframe|timeframe|dauer|laufzeit|projektdauer|durée|duración|durata|duur|duração|längd|czas\strwania)"
)
# "Managed a budget of £4.5m", "a £12m annual budget", "properties worth £31m": how large, not what came of it.
_HELD = re.compile(
    r"(?i)\b(?:budgets?|budżet|orçamento|begroting|portfolio|p\s?&\s?l|turnover\sof\sthe|estate|budgetverantwortung|presupuesto)(?:\s(?:responsibility|management|control|géré|gestionado|gestito|verantwortet|beheerd|total))?(?:\s(?:of|worth|von|de|at|is|was|på|na|in\sHöhe\svon|di|da)|\s?:)?\s(?:about\s|over\s|up\sto\s)?$|\b(?:worth|valued\sat)\s(?:about\s|over\s)?$"
)
_HELD_AFTER = re.compile(
    r"\s(?:(?:a|per)\s(?:year|month)\s|(?:annual|yearly|capital|operating|training|marketing|project|departmental|research)\s){0,2}(?:in\s(?:annual\s|yearly\s|monthly\s)?(?:ad\s|media\s|advertising\s|marketing\s)?spend|budgets?|portfolio|p&l|cost\scent(?:re|er)|programme|program|contract)\b",
    re.IGNORECASE,
)
