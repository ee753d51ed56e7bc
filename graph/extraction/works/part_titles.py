"""Knows the titles of the parts in which one piece of work is told. Decides nothing about a page."""

from __future__ import annotations

import re
from collections.abc import Mapping

from graph.documents import Block, BlockKind, SectionKind, Span
from graph.extraction.reading import Reading
from graph.extraction.works.story import STAR
from graph.section_titles import kind_of_title, normalise_title

_WHOLE = frozenset(
    normalise_title(title.strip())
    for title in """
    about the client|the client|about the project|the project|the brief|the ask|role|the role|team|the team|about|responsibilities|deliverables|
    what i worked on|what i did|what we did|what was done|what i built|what we built|what i changed|what i delivered|what i learned|what i learnt|what we learned|what i would do differently|
    what was hard|what broke|what went well|what went wrong|what worked|what did not work|what didn't work|what's next|what is next|ideation|wireframes|prototyping|
    highlights|tools|technology|technologies|built with|process|design|discovery|research|reflection|reflections|timeline|testing|stack|constraints|features|decisions|overview|lessons|retrospective
    """.replace("\n", "").split("|")
)
"""Titles that head a part by themselves, besides those that are situation, task, action and result."""
_HEADS = frozenset(
    """
    overview background context challenge challenges problem problems solution solutions approach process result results outcome outcomes impact role responsibilities contribution contributions
    team structure timeline duration tools stack technologies architecture research discovery insights findings decisions metrics kpis indicators lessons learnings reflection reflections takeaway takeaways steps
    testing prototype prototypes prototyping wireframes constraints opportunity goals objectives scope deliverables implementation features highlights summary conclusion personas flows flow sketches iteration iterations
    design hypothesis strategy execution learned learnt differently gaps requirements methodology methods analysis validation rollout launch retrospective glance improvements limitations tradeoffs alternatives details info notes thoughts audience visualizations visualisations files structure kpi description
    ergebnis ergebnisse wirkung projektziel projektziele ziel ziele rolle verantwortung prozess methoden werkzeuge zeitraum herausforderung herausforderungen ausgangslage lösung umsetzung vorgehen konzept fazit hintergrund
    aufgabe überblick forschung erkenntnisse projektkontext rahmen contexte défi défis problème problématique démarche processus résultat résultats rôle équipe durée outils bilan apprentissages objectifs enjeux méthodologie
    contexto reto retos desafío desafío problema problemas solución enfoque proceso resultado resultados impacto rol equipo duración herramientas aprendizajes objetivo objetivos metodología investigación
    desafio desafios solução abordagem processo papel equipe duração ferramentas aprendizados pesquisa contesto sfida soluzione approccio risultati ruolo strumenti obiettivi ricerca
    """.split()
)
"""Words that such a title is about."""
_BESIDE = frozenset(
    """
    project business technical tech technology system systems key main user users usability performance collaborative collaboration final initial initials next future work what i i'd id i'm we do did done does would will
    how why solved solve solving them it this the my our your their and of a an for to at in from with by made make built build heard learned learnt change changed deliver delivered flag differently
    resulting complexity complexities design designing research market competitive competitor domain customer data product solution problem stakeholder stakeholders executive identified proposed current existing high low
    level fidelity hi lo mid information visual interaction ux ui ia client clients engineering development measurable success quantitative qualitative primary secondary core personal more most important things now today
    user's defining define ideate empathize empathise test develop discover methods findings results used using quick brief short deep dive closing learner learners
    d m ve re s t ll und die der das mein meine unser unsere ich gemacht projekt et le la les mon ma mes notre du des y el los las mi nuestro de del e o os meu minha il lo mio
    """.split()
)
"""Words that stand beside these."""
_MOST_WORDS = 7
_ASKS_PART = re.compile(r"(?i)(?:what|how|why|did|where|who)\s(?!(?:\w+\s){0,3}your?\b)(?:\w++[’']?+\w*+\s?+){1,7}+\?")
"""A question over a part: "How did we solve it?"; not one that is put to somebody: "How did you …?"."""


def names_part_of_telling(words: str, *, is_heading: bool, sections: Mapping[str, SectionKind]) -> bool:
    """Return whether words are the title of a part of a telling; a heading may also be one of the words for situation … result.

    >>> names_part_of_telling("Challenges & How We Solved Them", is_heading=False, sections={})
    True
    >>> names_part_of_telling("Solution Architect at Tarn", is_heading=False, sections={})
    False
    """
    if is_heading:
        kind = kind_of_title(words, sections)
        if kind in STAR or kind is SectionKind.OUTCOMES:
            return True
    title = normalise_title(words)
    if title in _WHOLE:
        return True
    parts = title.split()
    return (
        0 < len(parts) <= _MOST_WORDS
        and any(p in _HEADS for p in parts)
        and all(p in _HEADS or p in _BESIDE for p in parts)
    )


def is_part(reading: Reading, block: Block) -> bool:
    """Return whether a block is the title of a part of a telling, alone on its line; told once for each."""
    known: dict[Span, bool] = reading.memo.setdefault("parts of a telling", {})
    if block.span not in known:
        known[block.span] = _is_part(reading, block)
    return known[block.span]


def _is_part(reading: Reading, block: Block) -> bool:
    if block.kind not in (BlockKind.HEADING, BlockKind.PARAGRAPH) or len(block.span) > 48:
        return False
    words = reading.quote(block.span)
    if _ASKS_PART.fullmatch(words) is not None:
        return True
    is_heading = block.kind is BlockKind.HEADING
    return names_part_of_telling(words, is_heading=is_heading, sections=reading.vocabularies.sections)
