"""Writes a corpus of invented careers to measure speed with: any size, the same for the same seed. Measures nothing.

The documents have the layouts that people use (résumé, case study, STAR notes, project sheet, essay) and words that
are as unevenly frequent as in real ones; what they say is nonsense.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

PASSAGES_A_PERSON = 28
"""About so many passages one person's folder comes to; `make bench` reports how many there really were."""

_SYLLABLES = (
    "bar", "bel", "cor", "dan", "del", "dor", "fen", "fir", "gal", "gor", "hal", "har", "kel", "kor", "lan", "lim",
    "lor", "mar", "mel", "mor", "nal", "nor", "ol", "pel", "por", "quil", "ral", "rin", "ros", "sel", "sor", "tal",
    "tor", "ul", "val", "ver", "vil", "wen", "wor", "yar", "zel", "zor",
)  # fmt: skip
_FIRST_NAMES = (
    "Ada", "Bruno", "Carla", "Dario", "Edda", "Felix", "Greta", "Hugo", "Ines", "Jonas", "Klara", "Levi", "Mina",
    "Nils", "Olga", "Pavel", "Quirin", "Rosa", "Sami", "Tilda", "Udo", "Vera", "Wanda", "Xenia", "Yusuf", "Zora",
)  # fmt: skip
_SUFFIXES = ("Systems", "Logistics", "Health", "Energy", "Retail", "Mobility", "Bank", "Media", "Foods", "Labs")
_TITLES = (
    "Software Engineer", "Senior Software Engineer", "Staff Engineer", "Data Engineer", "Platform Engineer",
    "Engineering Manager", "Product Manager", "Operations Manager", "Data Analyst", "Site Reliability Engineer",
)  # fmt: skip
_TECHNOLOGIES = (
    "Python", "PostgreSQL", "Kafka", "Kubernetes", "AWS", "Docker", "Redis", "Terraform", "React", "TypeScript",
    "Elasticsearch", "Java", "Spark", "Airflow", "GraphQL", "MongoDB", "RabbitMQ", "Grafana", "Prometheus", "C++",
    "Node.js", "Scala", "Azure", "Snowflake", "dbt", "Ansible", "Jenkins", "MySQL", "Cassandra", "Power BI",
    "Tableau", "Angular", "Django", "Flask", "Kotlin", "Swift", "Rust", "C#", "gRPC", "Helm",
)  # fmt: skip
_SUBJECTS = (
    "billing", "checkout", "search", "notification", "inventory", "payments", "reporting", "scheduling", "identity",
    "routing", "telemetry", "claims", "booking", "pricing", "messaging", "archive", "onboarding", "warehouse",
    "ledger", "forecast", "loyalty", "catalogue", "fraud", "shipment", "dispatch", "settlement", "appointment",
)  # fmt: skip
_WORKS = (
    "migration", "pipeline", "platform", "rewrite", "rollout", "dashboard", "service", "integration", "consolidation",
    "automation", "gateway", "redesign",
)  # fmt: skip
_NOUNS = (
    "queue", "schema", "release", "cutover", "backlog", "partition", "replica", "index", "alarm", "contract", "region",
    "tenant", "customer", "team", "nightly run", "report", "interface", "batch", "event", "cache", "deployment",
    "incident", "runbook", "load test", "rollback", "audit", "vendor", "latency", "throughput", "traffic", "record",
    "archive", "invoice", "forecast", "device", "operator", "depot", "clinic", "branch", "editor", "reader", "sensor",
    "ticket", "review", "spreadsheet", "licence", "quota", "retry", "checksum", "message", "consumer", "producer",
)  # fmt: skip
_VERBS = (
    "moved", "split", "replaced", "measured", "rewrote", "joined", "simplified", "automated", "partitioned", "cached",
    "batched", "retired", "monitored", "documented", "tested", "rehearsed", "compared", "reviewed", "isolated", "tuned",
)  # fmt: skip
_ADJECTIVES = (
    "old", "slow", "shared", "fragile", "regional", "manual", "nightly", "duplicate", "late", "expensive", "quiet",
    "event-driven", "multi-tenant", "zero-downtime", "customer-facing", "internal", "unowned", "large", "small",
)  # fmt: skip
_MEASURED = ("runtime", "latency", "cost", "error rate", "manual effort", "CPU usage", "lead time", "storage cost")
_COUNTED = ("customers", "events a day", "records", "requests a day", "users", "shipments a week", "invoices a month")


@dataclass(frozen=True, slots=True)
class _Project:
    title: str
    employer: str
    role: str
    technologies: tuple[str, ...]
    year: int
    outcomes: tuple[str, ...]


def write_corpus(folder: Path, passages: int, seed: int = 1) -> list[str]:
    """Write about so many passages of documents below an existing folder; return the titles of the projects told."""
    random = Random(seed)
    titles: list[str] = []
    for number in range(max(1, round(passages / PASSAGES_A_PERSON))):
        person = f"{random.choice(_FIRST_NAMES)} {_name(random)}{_name(random).lower()}"
        place = folder / f"{number:04d}-{person.lower().replace(' ', '-')}"
        place.mkdir()
        projects = [_project(random) for _ in range(4)]
        titles += [project.title for project in projects]
        for name, write in _LAYOUTS:
            (place / name).write_text(write(random, person, projects), encoding="utf-8")
    return titles


def _name(random: Random) -> str:
    return (random.choice(_SYLLABLES) + random.choice(_SYLLABLES)).capitalize()


def _project(random: Random) -> _Project:
    return _Project(
        title=f"{random.choice(_SUBJECTS)} {random.choice(_WORKS)} {_name(random)}".capitalize(),
        employer=f"{_name(random)} {random.choice(_SUFFIXES)}",
        role=random.choice(_TITLES),
        technologies=tuple(dict.fromkeys(_often(random, _TECHNOLOGIES) for _ in range(random.randint(2, 5)))),
        year=random.randint(2009, 2023),
        outcomes=tuple(_outcome(random) for _ in range(random.randint(2, 4))),
    )


def _often(random: Random, words: Sequence[str]) -> str:
    """Return one of the words; the first ones come far more often than the last."""
    return words[min(int(random.paretovariate(0.9)) - 1, len(words) - 1)]


def _outcome(random: Random) -> str:
    measured = random.choice(_MEASURED)
    return random.choice((
        f"reduced {measured} by {random.randint(5, 95)}%",
        f"cut {measured} from {random.randint(30, 90)} minutes to {random.randint(1, 25)} minutes",
        f"served {random.randint(2, 90)}M+ {random.choice(_COUNTED)}",
        f"saved ${random.randint(20, 900)}K a year",
        f"made the {random.choice(_NOUNS)} {random.randint(2, 15)}x faster",
        f"moved {random.randint(3, 900)} GB without downtime",
    ))  # fmt: skip


def _sentence(random: Random) -> str:
    first = f"the {random.choice(_ADJECTIVES)} {_often(random, _NOUNS)}"
    second = f"the {random.choice(_NOUNS)} of the {random.choice(_SUBJECTS)} {random.choice(_NOUNS)}"
    return random.choice((
        f"We {random.choice(_VERBS)} {first} before {second} was {random.choice(_VERBS)}.",
        f"{first.capitalize()} was {random.choice(_VERBS)}, and {second} could be {random.choice(_VERBS)} again.",
        f"Nobody had {random.choice(_VERBS)} {second}, so I {random.choice(_VERBS)} {first} with its operators.",
        f"I {random.choice(_VERBS)} {first} in small steps and kept {second} as the way back.",
    ))  # fmt: skip


def _sentences(random: Random, number: int) -> str:
    return " ".join(_sentence(random) for _ in range(number))


def _resume(random: Random, person: str, projects: Sequence[_Project]) -> str:
    lines = [person.upper(), projects[0].role, "", "EXPERIENCE", ""]
    for project in projects:
        lines += [
            f"{project.role}, {project.employer}    {project.year} - {project.year + 2}",
            f"- {project.title}: {project.outcomes[0]} with {', '.join(project.technologies)}",
            f"- {_sentence(random)}", "",
        ]  # fmt: skip
    return "\n".join([*lines, "SKILLS", "", ", ".join(sorted({t for p in projects for t in p.technologies})), ""])


def _case_study(random: Random, person: str, projects: Sequence[_Project]) -> str:
    project = projects[0]
    return "\n".join([
        "---", f"title: {project.title}", f"author: {person}", f"employer: {project.employer}",
        "fictional: true", "---", "", f"# {project.title}", "", f"Built with {', '.join(project.technologies)}.", "",
        "## Problem", "", _sentences(random, 6), "", _sentences(random, 5), "",
        "## Approach", "", _sentences(random, 7), "", *[f"- {_sentence(random)}" for _ in range(4)], "",
        "## Result", "", *[f"- {outcome.capitalize()}." for outcome in project.outcomes], "", _sentences(random, 4), "",
    ])  # fmt: skip


def _star_notes(random: Random, person: str, projects: Sequence[_Project]) -> str:
    lines = ["---", "title: STAR notes", f"author: {person}", "fictional: true", "---", ""]
    for project in projects[1:]:
        lines += [f"# {project.title} at {project.employer}", ""]
        lines += [f"{project.role}, {', '.join(project.technologies)}.", ""]
        for part in ("Situation", "Task", "Action"):
            lines += [f"## {part}", "", *[f"- {_sentence(random)}" for _ in range(2)], ""]
        lines += ["## Result", "", *[f"- {outcome.capitalize()}." for outcome in project.outcomes], ""]
    return "\n".join(lines)


def _project_sheet(random: Random, person: str, projects: Sequence[_Project]) -> str:
    lines = [f"author: {person}", "fictional: true", "projects:"]
    for project in projects:
        lines += [
            f"  - title: {project.title}", f"    employer: {project.employer}", f"    role: {project.role}",
            f"    technologies: [{', '.join(project.technologies)}]",
            f'    situation: "{_sentences(random, 2)}"', f'    action: "{_sentences(random, 3)}"', "    outcomes:",
            *[f"      - {outcome}" for outcome in project.outcomes],
        ]  # fmt: skip
    return "\n".join([*lines, ""])


def _essay(random: Random, person: str, projects: Sequence[_Project]) -> str:
    paragraphs = [_sentences(random, 6) for _ in range(6)]
    return "\n\n".join([f"What the {random.choice(_SUBJECTS)} taught me", f"by {person}", *paragraphs]) + "\n"


_LAYOUTS: tuple[tuple[str, Callable[[Random, str, Sequence[_Project]], str]], ...] = (
    ("resume.txt", _resume),
    ("case-study.md", _case_study),
    ("star-notes.md", _star_notes),
    ("projects.yaml", _project_sheet),
    ("essay.txt", _essay),
)


@dataclass(frozen=True, slots=True)
class _Words:
    """What a query may be made of."""

    random: Random
    titles: Sequence[str]

    def noun(self) -> str:
        return self.random.choice(_NOUNS)

    def of(self, *choices: str) -> str:
        return self.random.choice(choices)


def _words(words: _Words) -> str:
    random = words.random
    return words.of(
        f"{random.choice(_SUBJECTS)} {random.choice(_WORKS)}",
        f"{random.choice(_VERBS)} {random.choice(_ADJECTIVES)} {words.noun()}",
        f"which {words.noun()} was {random.choice(_VERBS)} before the {words.noun()}",
    )


def _names(words: _Words) -> str:
    return words.of(f"{words.random.choice(_TECHNOLOGIES)} {words.noun()}", words.random.choice(words.titles))


def _filter(words: _Words) -> str:
    technology = words.random.choice(_TECHNOLOGIES)
    return words.of(
        f"{technology} has:metric", f'{words.noun()} tech:"{technology}"', f"{words.noun()} type:story year:2015..2019"
    )


def _number(words: _Words) -> str:
    random = words.random
    return words.of(
        f"{random.choice(_MEASURED)} under {random.randint(2, 300)} minutes",
        f"{random.choice(_WORKS)} metric:>={random.randint(10, 90)}%",
        f"saved > ${random.randint(20, 900)}k",
        f"{random.choice(_SUBJECTS)} count:>{random.randint(1, 80)}m",
    )


def _experience(words: _Words) -> str:
    work = words.random.choice(_WORKS)
    return words.of(
        f"{work}s at scale", f"a large {work}", "handled a sudden growth in traffic", "pushed back on scope",
        f"saved cost {words.noun()}", f"tell me about a time when you automated a {words.noun()}",
        f"retired a legacy {words.noun()}", f"quickly onboarded {words.noun()}",
    )  # fmt: skip


def _typo(words: _Words) -> str:
    """A word with two letters in each other's place, and one that is right."""
    long_ones = [noun for noun in _NOUNS if len(noun) > 6 and " " not in noun]
    wrong = words.random.choice(long_ones)
    place = words.random.randrange(1, len(wrong) - 2)
    slipped = wrong[:place] + wrong[place + 1] + wrong[place] + wrong[place + 2 :]
    return f"{slipped} {words.random.choice(_VERBS)}"


QUERY_KINDS: Mapping[str, Callable[[_Words], str]] = {
    "words": _words,
    "names and titles": _names,
    "phrase": lambda words: f'"{words.random.choice(_ADJECTIVES)} {words.noun()}"',
    "either": lambda words: f"{words.noun()} OR {words.noun()}",
    "prefix": lambda words: f"{words.random.choice(_SUBJECTS)[:4]}* {words.noun()}",
    "filter": _filter,
    "number": _number,
    "experience, at scale": _experience,
    "typo": _typo,
}
"""The kinds of query that people write."""
_TRIES = 50


def make_queries(titles: Sequence[str], number: int, seed: int = 1) -> dict[str, list[str]]:
    """Return, for each kind, up to `number` different queries; the same for the same seed."""
    found: dict[str, list[str]] = {}
    for kind, make in QUERY_KINDS.items():
        words = _Words(Random(f"{seed} {kind}"), titles)
        made = dict.fromkeys(make(words) for _ in range(number * _TRIES))
        found[kind] = list(made)[:number]
    return found
