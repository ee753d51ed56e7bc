"""What the columns of a table about a career are, by their names: the words of LinkedIn's export and of people's own tables.

A table's kind is a key under which JSON Resume keeps such records (`work`, `projects` …); a column's, a key of the record.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from types import MappingProxyType

_KINDS: Mapping[str, str] = {
    "work": "name: company, company name, employer, organization, organisation, firm, client; "
    "position: title, position, role, job title, job; period: period, dates; summary: summary; "
    "highlights: description, achievements, highlights, responsibilities, accomplishments, notes",
    "education": "institution: school name, school, institution, university, college; "
    "studyType: degree name, degree, qualification; area: field, field of study, major, subject; "
    "period: period, dates; summary: notes, activities, description; score: gpa, grade",
    "projects": "name: title, project, project name, name, story, initiative, case study, headline; "
    "description: description, summary, about, what i did, details; "
    "technologies: technologies, technology, tech, tech stack, stack, tools, skills, skills used, built with; "
    "employer: company, employer, client, organization, organisation, company name; "
    "result: result, results, outcome, outcomes, impact, metric, metrics, achievement, achievements; "
    "situation: situation, context, problem, challenge; task: task, goal; action: action, actions, solution, approach; "
    "role: role, my role, position; period: period, date, dates, year, when; url: url, link",
    "achievements": "achievement: achievement, accomplishment, win, highlight, bullet, what i did, what, result, outcome, "
    "impact, contribution; employer: company, employer, organization, organisation, client, company name; "
    "technologies: technologies, technology, tech, stack, tools, skills; period: date, when, year, period, quarter; "
    "situation: situation, context; metric: metric, metrics, number",
    "certificates": "name: name, certification, certificate, title, license, licence; "
    "issuer: authority, issuer, issued by, organization; date: date, issued, issued on, year, started on; url: url",
    "skills": "name: name, skill, technology, tool; level: level, proficiency, years; category: category, type, kind",
    "languages": "language: name, language; fluency: proficiency, level, fluency",
    "awards": "title: title, award, name; summary: description; date: issued on, date; awarder: issuer, awarder",
    "volunteer": "organization: company name, organization, organisation; position: role, position; "
    "highlights: description; cause: cause",
    "publications": "name: name, title; releaseDate: published on, date; summary: description; publisher: publisher; url: url",
    "courses": "name: name, title; number: number",
    "basics": "label: headline, label; summary: summary, about; location: geo location, location, address, city; "
    "industry: industry; url: websites, url, website; name: name, full name",
    "references": "company: company; jobTitle: job title; reference: text, recommendation; status: status; date: creation date",
}
_SHARED = "startDate: started on, start, start date, from, since; endDate: finished on, end, end date, to, until; location: location, place"
_DATED = frozenset({"work", "education", "projects", "volunteer"})


def _columns(kind: str) -> Mapping[str, str]:
    stated = "; ".join([_SHARED] * (kind in _DATED) + [_KINDS[kind]])
    pairs = (row.partition(":") for row in stated.split(";"))
    return {alias.strip(): leaf.strip() for leaf, _, aliases in pairs for alias in aliases.split(",")}


COLUMNS: Mapping[str, Mapping[str, str]] = MappingProxyType({kind: _columns(kind) for kind in _KINDS})
"""Kind of table → column's name as people write it, in lower case → key."""

LINKEDIN_TABLES: Mapping[str, str] = MappingProxyType(
    {
        "profile": "basics",
        "profile summary": "basics",
        "positions": "work",
        "education": "education",
        "projects": "projects",
        "skills": "skills",
        "certifications": "certificates",
        "languages": "languages",
        "honors": "awards",
        "volunteering": "volunteer",
        "publications": "publications",
        "courses": "courses",
        "recommendations received": "references",
        "recommendations": "references",
    }
)
"""Names of LinkedIn's files, without ending and in lower case, in the order in which they are read → kind of table."""


def linkedin_table(name: str) -> str | None:
    """Return the kind of a LinkedIn export's file by its name, or None for files that tell nothing of a career.

    >>> linkedin_table("export/Recommendations_Received.csv"), linkedin_table("messages.csv")
    ('references', None)
    """
    path = PurePosixPath(name)
    stem = re.sub(r"[\s_-]+", " ", path.stem).strip().casefold()
    return LINKEDIN_TABLES.get(stem) if path.suffix.casefold() == ".csv" else None


def plain_name(column: str) -> str:
    """Return a column's name as COLUMNS has it.

    >>> plain_name("  Start_Date* ")
    'start date'
    """
    return " ".join(re.sub(r"[^\w&]+|_+", " ", column).casefold().split())


def kind_of_columns(columns: Sequence[str]) -> str | None:
    """Return the kind of a table by the names of its columns, or None where they tell nothing of a career."""
    names = {plain_name(column) for column in columns} - {""}
    leaves = {kind: {known[name] for name in names if name in known} for kind, known in COLUMNS.items()}
    if "institution" in leaves["education"]:
        return "education"
    is_dated = bool(leaves["work"] & {"startDate", "endDate", "period"})
    if (
        {"name", "position"} <= leaves["work"]
        and is_dated
        and not names & {"project", "project name", "story", "initiative"}
    ):
        return "work"
    if "name" in leaves["projects"] and leaves["projects"] & _TOLD:
        return "projects"
    if "achievement" in leaves["achievements"]:
        return "achievements"
    if names & {"certification", "certificate", "authority", "license", "licence"} and "name" in leaves["certificates"]:
        return "certificates"
    if names & {"skill", "skills", "technology", "tool"}:
        return "skills"
    return None


_TOLD = frozenset({"description", "technologies", "result", "situation", "task", "action"})
"""A table of names without any of these is no table of projects."""
