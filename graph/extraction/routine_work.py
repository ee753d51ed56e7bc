"""Tells what a post brings with it day by day from pieces of work: talking with others, papers, posters, the daily run."""

from __future__ import annotations

import re

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
    r"(?:reports|minutes|letters|e-?mails|flyers|leaflets|posters|banners|brochures|graphics|illustrations|presentations|slides|slide\sdecks|spreadsheets|invoices|quotes|memos|press\sreleases|social\smedia\sposts|posts|captions|thumbnails|mock-?ups|wireframes|lesson\splans|worksheets|records|files|estimates|proposals|agendas)"
    r"(?=\s*(?:[.,;]|$|\s(?:and|for|from|to|on|in|of|using|with|or|about)\b))(?![^.;]{0,200}\d)"
)
_MAKING = frozenset(
    "built created wrote prepared produced designed drafted compiled drew edited filed made generated developed delivered "
    "building creating writing preparing producing designing drafting compiling drawing editing filing making generating developing delivering".split()
)


def is_routine(verb: str, rest: str) -> bool:
    """Return whether a deed without a figure is what the post brings with it: `rest` is what stands behind the verb.

    >>> is_routine("coordinated", " with outside vendors"), is_routine("built", " weekly reports for the board")
    (True, True)
    >>> is_routine("coordinated", " with three mills on the new scale"), is_routine("built", " the reports portal")
    (False, False)
    """
    if verb in _TOGETHER and "with " in rest[:40]:
        return _WITH.match(rest) is not None and _FIGURE.search(rest.partition(". ")[0]) is None
    if ("day" in rest or "daily" in rest) and verb not in _CHANGING and _DAILY.match(rest) is not None:
        return True
    return verb in _MAKING and _PAPERS.match(rest) is not None


_HEADS_DUTIES = re.compile(
    r"(?i)(?:(?:my|the|key|main|core|daily|primary|typical|general|other|job|work|specific|additional|position|day-to-day)\s){0,3}(?:duties|responsibilit(?:y|ies)|tasks|functions|role|work|job|activities|position)(?:\s(?:and|&)\s(?:duties|tasks|responsibilities|achievements|accomplishments|activities))?"
    r"(?:\s(?:here|there|at\swork|as\san?\s[\w\s-]{3,30}))?(?:\s(?:include[sd]?|including|involve[sd]?|comprise[sd]?|consist(?:s|ed)?\sof|were|was|are|is|entail(?:s|ed)?|covered|encompass(?:es|ed)?)){0,1}|"
    r"(?:responsible|in\scharge)\s(?:for|of)|supervis(?:ors?|ed\sby)(?:\(s\))?|manager(?:\(s\))?|advis[eo]rs?(?:\(s\))?|report(?:s|ed|ing)\sto|"
    r"(?:meine\s|hauptsächliche\s|wesentliche\s)?(?:aufgaben(?:gebiete?|bereiche?|schwerpunkte?)?|tätigkeiten|verantwortlichkeiten)(?:\s(?:waren|sind|umfass(?:en|ten)))?|verantwortlich\sfür|(?:mes\s|principales\s)?(?:tâches|missions|responsabilités)(?:\sprincipales)?|(?:mis\s|principales\s)?(?:funciones|tareas|responsabilidades)(?:\sprincipales)?|"
    r"(?:minhas\s|principais\s)?(?:funções|tarefas|atividades|atribuições)(?:\sprincipais)?|обязанности|arbetsuppgifter|ansvarsområden"
)


def heads_duties(label: str) -> bool:
    """Return whether a label leads to what a post was, or names who stood above: "Duties included", "Supervisor(s)".

    >>> heads_duties("Duties included"), heads_duties("Key responsibilities"), heads_duties("Duties roster rewrite")
    (True, True, False)
    """
    return len(label) <= 60 and _HEADS_DUTIES.fullmatch(label.strip("*_ :")) is not None
