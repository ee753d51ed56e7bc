"""The invented career as records: JSON, YAML, tables, an export of LinkedIn."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile

import yaml

from tests.one_career import DEGREE, FIELD, HEADLINE, JOBS, NAME, SCHOOL, SKILLS, STUDIED, SUMMARY


def _iso(date: str) -> str:
    months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
    found = re.fullmatch(r"(\w{3}) (\d{4})", date)
    return f"{found[2]}-{months.index(found[1]) + 1:02}" if found else date


def as_json_resume() -> bytes:
    work = []
    for job in JOBS:
        entry: dict[str, object] = {"name": job.employer, "position": job.title, "location": job.place}
        entry |= {"startDate": _iso(job.start), "highlights": list(job.bullets)}
        if job.end != "Present":
            entry["endDate"] = _iso(job.end)
        work.append(entry)
    resume = {
        "basics": {"name": NAME, "label": HEADLINE, "summary": SUMMARY},
        "work": work,
        "education": [{"institution": SCHOOL, "area": FIELD, "studyType": DEGREE, "startDate": STUDIED[0], "endDate": STUDIED[1]}],
        "skills": [{"name": label, "keywords": list(words)} for label, words in SKILLS.items()],
    }  # fmt: skip
    return json.dumps(resume, indent=1).encode()


def as_rendercv() -> bytes:
    lines = [
        "cv:",
        f"  name: {NAME}",
        f"  headline: {HEADLINE}",
        "  sections:",
        "    summary:",
        f"      - {SUMMARY}",
        "    experience:",
    ]
    for job in JOBS:
        lines += [
            f"      - company: {job.employer}",
            f"        position: {job.title}",
            f"        start_date: {_iso(job.start)}",
        ]
        lines += [f"        end_date: {_iso(job.end).lower()}", "        highlights:"]
        lines += [f"          - {bullet}" for bullet in job.bullets]
    lines += ["    education:", f"      - institution: {SCHOOL}", f"        area: {FIELD}", f"        degree: {DEGREE}"]
    lines += [f"        start_date: {STUDIED[0]}", f"        end_date: {STUDIED[1]}", "    skills:"]
    for label, words in SKILLS.items():
        lines += [f"      - label: {label}", f"        details: {', '.join(words)}"]
    return "\n".join([*lines, "design:", "  theme: classic"]).encode()


def _table(head: tuple[str, ...], *rows: tuple[str, ...], delimiter: str = ",") -> str:
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=delimiter).writerows([head, *rows])
    return written.getvalue()


def as_table() -> bytes:
    """Jobs a row each; a table has no place for skills, so these stand in a column."""
    tools = [", ".join(words) for words in SKILLS.values()]
    rows = [(j.employer, j.title, j.start, j.end, "\n".join(j.bullets), tools[n]) for n, j in enumerate(JOBS)]
    return _table(("Employer", "Role", "From", "To", "Achievements", "Skills"), *rows).encode()


def as_table_with_semicolons() -> bytes:
    tools = [", ".join(words) for words in SKILLS.values()]
    rows = [(j.dates, j.title, j.employer, " • ".join(("", *j.bullets)).strip(), tools[n]) for n, j in enumerate(JOBS)]
    return _table(("Dates", "Job title", "Company", "Description", "Skills"), *rows, delimiter=";").encode("utf-8-sig")


def as_linkedin() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in linkedin_tables().items():
            archive.writestr(name, content)
    return stream.getvalue()


def linkedin_tables() -> dict[str, str]:
    first, last = NAME.split()
    positions = [
        (
            j.employer,
            j.title,
            "\n".join(f"• {b}" for b in j.bullets),
            j.place,
            j.start,
            "" if j.end == "Present" else j.end,
        )
        for j in JOBS
    ]
    return {
        "Profile.csv": _table(("First Name", "Last Name", "Headline", "Summary"), (first, last, HEADLINE, SUMMARY)),
        "Positions.csv": _table(("Company Name", "Title", "Description", "Location", "Started On", "Finished On"), *positions),
        "Education.csv": _table(("School Name", "Start Date", "End Date", "Degree Name"), (SCHOOL, *STUDIED, f"{DEGREE} {FIELD}")),
        "Skills.csv": _table(("Name",), *((word,) for words in SKILLS.values() for word in words)),
    }  # fmt: skip


def _own_keys() -> dict[str, object]:
    return {
        "me": {"called": NAME, "does": HEADLINE},
        "been_at": [
            {"where": job.employer, "what": job.title, "when": job.dates, "did": list(job.bullets)} for job in JOBS
        ],
        "went_to": [{"school": SCHOOL, "got": DEGREE, "in": FIELD, "years": "-".join(STUDIED)}],
        "knows": [word for words in SKILLS.values() for word in words],
    }


def as_yaml_of_own_keys() -> bytes:
    return yaml.safe_dump(_own_keys(), allow_unicode=True, sort_keys=False).encode()


def as_json_of_own_keys() -> bytes:
    return json.dumps(_own_keys(), ensure_ascii=False, indent=1).encode()


def as_table_of_achievements() -> bytes:
    tools = [", ".join(words) for words in SKILLS.values()]
    rows = [
        (job.title, job.employer, job.start, job.end, bullet, tools[n] if not first else "")
        for n, job in enumerate(JOBS)
        for first, bullet in enumerate(job.bullets)
    ]
    return _table(("Position", "Company", "Start", "End", "Achievement", "Tools"), *rows, delimiter="\t").encode()
