"""Keys under which YAML, JSON and front matter keep jobs and studies, and how keys are written alike. Reads no values."""

from __future__ import annotations

import re
from functools import lru_cache

from graph.extraction.career_words import words_of

WORK_ROOTS = frozenset(
    words_of(
        """
        has_occupation occupations work experience experiences employment employments jobs job positions work_experience workexperience
        work_history workhistory career history volunteer volunteering professional_experience roles employers
        professional_history employment_history career_history professional_background work_experiences roles_held
        erfaring arbetslivserfarenhet werkgeschiedenis laufbahn parcours carriera trabajos empleos empregos
        professional_history job_history berufserfahrung experiencia experiencia_laboral expérience experience_professionnelle
        professional professional_work emplois expériences_professionnelles experiences_professionnelles expérience_professionnelle
        experiencias experiencias_laborales experiencia_profissional experiencias_profissionais experiências experiência
        experiência_profissional berufliche_erfahrung beruflicher_werdegang esperienze_professionali esperienze_lavorative
        expériences esperienza esperienze werkervaring berufspraxis praxis stationen
        """
    )
)
STUDY_ROOTS = frozenset(
    words_of(
        """
        education educations studies schools academic ausbildung bildung formation educación educacion degrees qualifications study academics
        academic_background education_history education_and_training utbildning uddannelse bildungsweg scuola estudios
        formations formação formacao formação_acadêmica educação educacao diplômes diplomes études etudes
        academic_background formazione istruzione opleiding opleidingen studium formación formacion
        """
    )
)


_WRAPPERS = frozenset(words_of("cv resume résumé sections data content profile document body curriculum lebenslauf"))
"""Outer keys that say nothing: RenderCV's `cv.sections.experience[0]` is `experience[0]`."""


def without_wrappers(key: str) -> str:
    """Return a key in lower case without outer keys that only wrap, its words joined by "_".

    >>> without_wrappers("cv.sections.Work Experience[0].start-date")
    'work_experience[0].start_date'
    """
    words = snake_case(key).split(".")
    while len(words) > 1 and words[0] in _WRAPPERS:
        words.pop(0)
    return ".".join(words)


@lru_cache(maxsize=4096)
def snake_case(key: str) -> str:
    """Return a key's words joined by "_"; every stage asks for the same few."""
    return re.sub(r"[ -]+", "_", re.sub(r"(?<=[a-zà-ÿ])(?=[A-Z])", "_", key).casefold())
