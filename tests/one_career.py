"""One invented career, and what a careful person reads from it. Nothing here is a real person's; career_writers.py writes it in each format."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Job:
    """One employment with its dates as people write them, and what was done."""

    title: str
    employer: str
    place: str
    start: str
    end: str
    bullets: tuple[str, ...]

    @property
    def dates(self) -> str:
        return f"{self.start} - {self.end}"


NAME = "Marit Oskelund"
HEADLINE = "Lead Platform Engineer"
SUMMARY = "Platform engineer who moves old systems to new places without stopping them."
JOBS = (
    Job(
        "Lead Platform Engineer", "Fjordhavn Logistics", "Bergen", "Mar 2019", "Present",
        (
            "Moved 40 services to Kubernetes, cutting the cloud bill by 38%",
            "Reduced p95 latency of the booking API from 900 ms to 120 ms with Redis",
        ),
    ),
    Job(
        "Software Engineer", "Nordlys Energi AS", "Oslo", "Aug 2015", "Feb 2019",
        (
            "Built the meter import with Kafka and PostgreSQL for 2.1 million meters",
            "Cut the nightly settlement run from 6 hours to 45 minutes",
        ),
    ),
    Job(
        "Junior Developer", "Kvalnes Data", "Stavanger", "Sep 2013", "Jul 2015",
        ("Automated 25 reports in Python, saving 12 hours a week",),
    ),
)  # fmt: skip
SCHOOL, DEGREE, FIELD, STUDIED = "Strandvik University", "MSc", "Computer Science", ("2010", "2013")
SKILLS = {"Streaming": ("Kafka", "Debezium"), "Cloud": ("Kubernetes", "Terraform"), "Languages": ("Python", "Java")}

TRUTH: Mapping[str, frozenset[str]] = {
    "employers": frozenset(job.employer for job in JOBS),
    "titles": frozenset(f"{job.title} @ {job.employer}" for job in JOBS),
    "dates": frozenset(
        {"Fjordhavn Logistics 2019-03 present", "Nordlys Energi AS 2015-08 2019-02", "Kvalnes Data 2013-09 2015-07"}
    ),
    "technologies": frozenset(
        {"Kafka", "Debezium", "Kubernetes", "Terraform", "Python", "Java", "Redis", "PostgreSQL"}
    ),
    "outcomes": frozenset({"40", "38", "900>120", "2100000", "360>45", "25", "12"}),
}
"""What a careful person reads from it, in every format."""
