"""The invented career as text: plain, Markdown, LaTeX."""

from __future__ import annotations

from tests.one_career import DEGREE, FIELD, HEADLINE, JOBS, NAME, SCHOOL, SKILLS, STUDIED, SUMMARY


def as_text() -> bytes:
    lines = [NAME, HEADLINE, "", SUMMARY, "", "EXPERIENCE", ""]
    for job in JOBS:
        lines += [
            f"{job.title}, {job.employer}, {job.place}",
            job.dates,
            *(f"- {bullet}" for bullet in job.bullets),
            "",
        ]
    lines += ["EDUCATION", "", f"{DEGREE} {FIELD}, {SCHOOL}, {' - '.join(STUDIED)}", "", "SKILLS", ""]
    lines += [f"{label}: {', '.join(words)}" for label, words in SKILLS.items()]
    return "\n".join(lines).encode()


def as_markdown() -> bytes:
    lines = [f"# {NAME}", "", HEADLINE, "", SUMMARY, "", "## Experience", ""]
    for job in JOBS:
        lines += [f"### {job.title}, {job.employer} ({job.dates})", "", *(f"- {bullet}" for bullet in job.bullets), ""]
    lines += ["## Education", "", f"{DEGREE} {FIELD}, {SCHOOL}, {' - '.join(STUDIED)}", "", "## Skills", ""]
    lines += [f"- **{label}:** {', '.join(words)}" for label, words in SKILLS.items()]
    return "\n".join(lines).encode()


def as_markdown_with_front_matter() -> bytes:
    lines = ["---", f"title: {NAME}", "layout: resume", "---", "", "## Work experience", ""]
    for job in JOBS:
        lines += [f"**{job.title}** | {job.employer} | {job.place} | {job.dates}", "", *(f"* {bullet}" for bullet in job.bullets), ""]  # fmt: skip
    lines += ["## Education", "", f"{SCHOOL}, {DEGREE} in {FIELD}, {' - '.join(STUDIED)}", "", "## Skills", ""]
    lines += [
        "| Area | Tools |",
        "|---|---|",
        *(f"| {label} | {', '.join(words)} |" for label, words in SKILLS.items()),
    ]
    return "\n".join(lines).encode()


def _tex(words: str) -> str:
    return words.replace("%", r"\%").replace("&", r"\&")


def as_moderncv() -> bytes:
    first, last = NAME.split()
    lines = [
        r"\documentclass{moderncv}",
        rf"\name{{{first}}}{{{last}}}",
        rf"\title{{{HEADLINE}}}",
        r"\begin{document}",
        r"\makecvtitle",
    ]
    lines.append(r"\section{Experience}")
    for job in JOBS:
        items = "\n".join(rf"\item {_tex(bullet)}" for bullet in job.bullets)
        lines.append(
            rf"\cventry{{{job.start} -- {job.end}}}{{{job.title}}}{{{job.employer}}}{{{job.place}}}{{}}"
            rf"{{\begin{{itemize}}{items}\end{{itemize}}}}"
        )
    lines += [
        r"\section{Education}",
        rf"\cventry{{{'--'.join(STUDIED)}}}{{{DEGREE} {FIELD}}}{{{SCHOOL}}}{{}}{{}}{{}}",
        r"\section{Skills}",
    ]
    lines += [rf"\cvitem{{{label}}}{{{', '.join(words)}}}" for label, words in SKILLS.items()]
    return "\n".join([*lines, r"\end{document}"]).encode()


def as_awesome_cv() -> bytes:
    first, last = NAME.split()
    lines = [
        r"\documentclass{awesome-cv}",
        rf"\name{{{first}}}{{{last}}}",
        r"\begin{document}",
        r"\cvsection{Work Experience}",
        r"\begin{cventries}",
    ]
    for job in JOBS:
        items = "\n".join(rf"\item {{{_tex(bullet)}}}" for bullet in job.bullets)
        lines.append(
            rf"\cventry{{{job.title}}}{{{job.employer}}}{{{job.place}}}{{{job.dates}}}"
            rf"{{\begin{{cvitems}}{items}\end{{cvitems}}}}"
        )
    lines += [
        r"\end{cventries}",
        r"\cvsection{Education}",
        rf"\cventry{{{DEGREE} {FIELD}}}{{{SCHOOL}}}{{}}{{{' - '.join(STUDIED)}}}{{}}",
    ]
    lines += [
        r"\cvsection{Skills}",
        *(rf"\cvskill{{{label}}}{{{', '.join(words)}}}" for label, words in SKILLS.items()),
    ]
    return "\n".join([*lines, r"\end{document}"]).encode()


def as_article() -> bytes:
    lines = [
        r"\documentclass{article}",
        r"\begin{document}",
        rf"\begin{{center}}\Huge\textbf{{{NAME}}}\end{{center}}",
        r"\section*{Experience}",
    ]
    for job in JOBS:
        items = "\n".join(rf"\item {_tex(bullet)}" for bullet in job.bullets)
        lines.append(
            rf"\textbf{{{job.title}}}, {job.employer} \hfill {job.start} -- {job.end}"
            "\n"
            rf"\begin{{itemize}}{items}\end{{itemize}}"
        )
    lines += [
        r"\section*{Education}",
        rf"{DEGREE} {FIELD}, {SCHOOL} \hfill {' -- '.join(STUDIED)}",
        r"\section*{Skills}",
    ]
    lines += [rf"\textbf{{{label}:}} {', '.join(words)}\\" for label, words in SKILLS.items()]
    return "\n".join([*lines, r"\end{document}"]).encode()


def as_text_with_dates_first() -> bytes:
    lines = [NAME.upper(), HEADLINE, "", SUMMARY, "", "WORK HISTORY", ""]
    for job in JOBS:
        lines += [f"{job.start} - {job.end:<12}{job.employer}, {job.place}", f"{'':>22}{job.title}"]
        lines += [*(f"{'':>22}* {bullet}" for bullet in job.bullets), ""]
    lines += ["STUDIES", "", f"{' - '.join(STUDIED)}           {SCHOOL}, {DEGREE} {FIELD}", "", "SKILLS", ""]
    return "\n".join([*lines, *(f"{label}: {', '.join(words)}" for label, words in SKILLS.items())]).encode()


def as_markdown_with_links() -> bytes:
    lines = [f"# {NAME}", "", f"*{HEADLINE}*", "", SUMMARY, "", "## :briefcase: Experience", ""]
    for job in JOBS:
        site = f"https://{job.employer.split()[0].lower()}.example"
        lines += [f"**{job.title}**, [{job.employer}]({site}) <br/>", f"`{job.dates}` *{job.place}*", ""]
        lines += [*(f"* {bullet}" for bullet in job.bullets), ""]
    lines += ["## Education", "", f"- **{DEGREE} {FIELD}**, {SCHOOL} ({' - '.join(STUDIED)})", "", "## Skills", ""]
    return "\n".join([*lines, " ".join(f"`{word}`" for words in SKILLS.values() for word in words)]).encode()
