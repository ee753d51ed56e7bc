"""Lists that look like those of pieces of work and are none: awards, courses, languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product

from benchmarks.written.story_layouts import Layout

NO_WORK: Mapping[str, tuple[str, ...]] = {
    "Publications": ("Quill, R. and Adeyo, T. *Tides of Small Harbours*. Journal of Coastal Systems, 2021.", "**Seats in One Transaction**, Proceedings of HARBOURCONF, 2019"),
    "Talks": ('"Seats in one transaction" – HarbourConf, Hull, 2019', "**Why rotas fail**, Varnsk Meetup, May 2020"),
    "Awards": ("Engineer of the Year, Tarnwick Lines, 2021", "**First prize** – Varnsk food fair, 2018"),
    "Certifications": ("AWS Certified Developer – Associate (2022)", "**Professional Scrum Master I**, Scrum.org, 2019"),
    "Courses": ("Machine Learning – Coursera, 2020", "**Databases**: University of Hull, 2014"),
    "Volunteering": ("Sea Scouts, Hull: teach knots on Saturdays", "**Food bank** – drive the van twice a month"),
    "Skills": ("**Languages:** Go, Python, Scala", "Databases: PostgreSQL, Redis"), "Interests": ("**Rowing**: with the Varnsk rowing club", "Tide mills"),
    "Languages": ("**English**: native", "Danish – fluent"), "Mentoring": ("**Ines Adeyo** – met every second week", "Two juniors of the team"),
    "Feedback": ('"Rosa is calm when all burns." — Tam Orrin, head of operations', "**Tam Orrin:** would work with her again"), "Contact": ("**Email:** rosa@quill.example", "Phone: 01482 000000"),
    "Goals for next year": ("**Delegate more**: let the juniors lead", "Speak at a conference"), "Values": ("**Kindness** – people before tickets", "Curiosity: ask why"),
}  # fmt: skip
NO_WORK_MARKS: Mapping[str, str] = {
    "items": "- {}",
    "paragraphs": "{}\n",
    "headings": "### {}\n",
    "rows": "| {} |",
    "numbers": "1. {}",
}


def lists_of_no_work() -> Iterator[Layout]:
    """Yield the layouts of sections that have the look of works."""
    for (section, lines), (mark, form) in product(NO_WORK.items(), NO_WORK_MARKS.items()):
        head = f"| {section} |\n|---|\n" if mark == "rows" else ""
        told = "\n".join(form.format(line.replace("**", "") if mark == "headings" else line) for line in lines)
        yield Layout(
            f"{section}: {mark}",
            f"# Rosa Quill\n\nSenior Backend Engineer\n\n## {section}\n\n{head}{told}\n\n## Location\n\nHull\n",
            "",
            works=False,
        )
