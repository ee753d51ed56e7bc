"""Knows titles that divide what somebody did and name no work: sorts of works, fields of work, dealings with people. Looks at nothing below them."""

from __future__ import annotations

import re

_GROUP = re.compile(
    r"(?i)\A\W*+(?:(?:professional|freelance|personal|academic|commercial|corporate|hobby|volunteer|pro[- ]bono|open[- ]source|in[- ]house)"
    r"(?:\s(?:work|stuff|things|pieces))?|(?:old(?:er)?|other|earlier|smaller|misc(?:ellaneous)?|random)\s(?:stuff|things|bits|pieces|experiments)|(?:just\s)?for\sfun|at\swork|others?|more|misc(?:ellaneous)?|extras?|bonus|"
    r"(?:(?:mes|autres)\s)?projets?\s(?:professionnels?|acad[ée]miques?|scolaires?|universitaires?|personnels?|d[’']école|en\sentreprise|open[- ]source)|"
    r"proyectos\s(?:profesionales|acad[ée]micos|universitarios|personales|propios)|progetti\s(?:professionali|accademici|universitari|personali)|projetos\s(?:profissionais|acad[êe]micos|pessoais)|"
    r"(?:berufliche|akademische|private|eigene|persönliche|studentische)\sprojekte|(?:professionele|academische|persoonlijke|eigen)\sprojecten)\W*"
)


def names_group(title: str) -> bool:
    """Return whether a title says of what sort works are, and names none.

    >>> names_group("Freelance"), names_group("Open source work"), names_group("Freelance ledger")
    (True, True, False)
    >>> names_group("Other"), names_group("More"), names_group("More light")
    (True, True, False)
    >>> names_group("Projets professionnels"), names_group("Berufliche Projekte"), names_group("Projet Marée")
    (True, True, False)
    """
    return _GROUP.fullmatch(title) is not None


_ACTIVITY = (
    r"(?:(?:technical|company|team|people|internal|external|public|product|software|web|mobile|data|customer|user|community|process|brand|visual|graphic|content|other|additional|earlier|recent)\s)?"
    r"(?:design|documentation|mentorship|mentoring|coaching|collaboration|hiring|recruiting|recruitment|interviewing|building|community|culture|leadership|communications?|learning|training|teaching|"
    r"research|operations|ops|support|reliability|security|infrastructure|tooling|testing|quality|process(?:es)?|improvements?|outreach|events|onboarding|speaking|writing|administration|planning|"
    r"management|marketing|sales|branding|development|engineering|maintenance|monitoring|analytics|reporting|service|organi[sz]ation|citizenship|advocacy|people|technical|craft|delivery|execution)"
)
_ACTIVITIES = re.compile(rf"(?i)\W{{0,6}}{_ACTIVITY}(?:(?:\s?(?:,|&|/|\+)\s?|\sand\s){_ACTIVITY}){{0,3}}\W{{0,6}}")
"""Titles made of fields of work alone: "Design and documentation", "Company building"."""
_FIELD = (
    rf"(?:{_ACTIVITY}|(?:(?:creative|cloud|business|developer|partner|financial|internal|cost|platform|feature|performance|order|delivery|stakeholder|project|risk|vendor)\s)?"
    r"(?:pipelines|installations|coding|motion|illustration|animation|compliance|privacy|accessibility|billing|payments|automation|performance|scalability|devops|ci/cd|frontend|back-?end|"
    r"front-end|apis?|architecture|integrations?|migrations?|optimi[sz]ation|efficiency|costs?|savings|growth|retention|experience|strategy|vision|roadmap|delivery|execution|discovery|ownership|observability|"
    r"incidents|insights|dashboards|experimentation|monetization|partnerships|relations|success|governance|risk|innovation|productivity|teamwork|impact))"
)
_SEVERAL_FIELDS = re.compile(rf"(?i)\W{{0,6}}{_FIELD}(?:(?:\s?(?:,|&|/|\+)\s?|\sand\s){_FIELD}){{1,3}}\W{{0,6}}")
"""Two fields of work or more, of which one alone may name a work: "Pipelines & Quality", "Cloud migration and cost"."""


def names_fields(title: str) -> bool:
    """Return whether a title is made of fields of work alone.

    >>> names_fields("Pipelines & Quality:"), names_fields("Design"), names_fields("Migration"), names_fields("Order system & billing")
    (True, True, False, False)
    """
    return any(form.fullmatch(title) for form in (_ACTIVITIES, _SEVERAL_FIELDS, _ACTIVITIES_ABROAD))


_ACTIVITY_ABROAD = (
    r"(?:impacto?\s(?:técnico|technique|no\snegócio|en\sel\snegocio)|comunidade|comunidad|communauté|comunità|community|liderança|liderazgo|leadership|führung|mentoria|mentoría|mentorat|mentoring|"
    r"técnic[oa]|technik|technique|tecnica|pessoas|personas|equipa|equipe|equipo|équipe|colaboração|colaboración|zusammenarbeit|collaboration|comunicação|comunicación|kommunikation|communication|"
    r"qualidade|calidad|qualität|qualité|processos|procesos|prozesse|processus|inovação|innovación|formação|formación|weiterbildung|formation)"
)
_ACTIVITIES_ABROAD = re.compile(
    rf"(?i)\W{{0,6}}{_ACTIVITY_ABROAD}(?:(?:\s?(?:,|&|/|\+)\s?|\s(?:e|y|et|und)\s){_ACTIVITY_ABROAD}){{0,2}}\W{{0,6}}"
)
"""The same in other tongues: "Impacto técnico", "Führung und Mentoring"."""
_ENGAGEMENT = r"(?:mentoring|mentorship|coaching|teaching|volunteering|(?:public\s)?speaking|hiring|interviewing)"
_ENGAGEMENTS = re.compile(rf"(?i)\W{{0,6}}{_ENGAGEMENT}(?:\s?(?:and|&|,|/)\s?{_ENGAGEMENT}){{0,2}}\W{{0,6}}")


def names_engagement(title: str) -> bool:
    """Return whether a title is that of what somebody does with people beside their work: "Mentoring", "Speaking & teaching".

    >>> names_engagement("Speaking & teaching"), names_engagement("Mentoring portal")
    (True, False)
    """
    return _ENGAGEMENTS.fullmatch(title) is not None
