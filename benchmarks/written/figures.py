"""Writes figures in every phrase that résumés and stories use, and tells which are read rightly.

The sentences are in figure_sentences.py, figure_sentences_abroad.py and no_figures.py; here are the places where they stand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import count, product

from benchmarks.written.figure_sentences import (
    AMOUNTS,
    DROPS,
    FALLS,
    GAINS,
    GROWTHS,
    MOVES,
    PAIRS,
    RISES,
    SENTENCES,
    THINGS,
)
from benchmarks.written.figure_sentences_abroad import ABROAD
from benchmarks.written.layouts import Tried, reading_of
from benchmarks.written.no_figures import NO_FIGURES
from graph.model import EntityKind, Measure
from graph.resolution.readings import DocumentReading

POST = "# Rosa Quill\n\n## Experience\n\n### Senior Planner, Oda & Finch\nJanuary 2019 – July 2021\n\n"
END = "\n\n## Languages\n\nEnglish, Danish\n"
WORK = "# Rosa Quill\n\n## Projects\n\n### Harbour Ledger\n\nThe books of small marinas.\n\n"
STORY = "# How we moved the archive\n\nA case study.\n\n"
PLACES: Mapping[str, str] = {
    "bullet.md": f"{POST}- {{}}\n- Helped junior colleagues with their first audit{END}",
    "prose.md": f"{POST}{{}}. The rest of the house followed.{END}",
    "project.md": f"{WORK}- {{}}\n- Wrote the handbook{END}",
    "impact.md": f"{WORK}**Impact:** {{}}{END}",
    "result.md": f"{STORY}## Situation\n\nThe shelves were full.\n\n## Result\n\n{{}}.\n",
    "plain.txt": "Rosa Quill\n\nEXPERIENCE\n\nSenior Planner, Oda & Finch\nJanuary 2019 - July 2021\n• {}\n• Helped junior colleagues\n\nLANGUAGES\nEnglish, Danish\n",
    "achievements.md": f"# Rosa Quill\n\n## Key achievements\n\n- {{}}\n- Helped junior colleagues with their first audit{END}",
}
"""File → the document around a sentence; sentences take turns in them."""
PLACES_ABROAD: Mapping[str, str] = {
    "de": "# Rosa Quill\n\n## Berufserfahrung\n\n### Planerin, Oda & Finch\nJanuar 2019 – Juli 2021\n\n- {}\n- Unterstützung der Kollegen bei der Planung und Pflege für das Werk in der Stadt\n",
    "fr": "# Rosa Quill\n\n## Expérience professionnelle\n\n### Planificatrice, Oda & Finch\njanvier 2019 – juillet 2021\n\n- {}\n- Accueil des stagiaires et rédaction des notices pour le site avec les équipes du port\n",
    "es": "# Rosa Quill\n\n## Experiencia profesional\n\n### Planificadora, Oda & Finch\nenero 2019 – julio 2021\n\n- {}\n- Apoyo a los compañeros y redacción de las guías para el taller con el puerto\n",
    "pt": "# Rosa Quill\n\n## Experiência profissional\n\n### Planejadora, Oda & Finch\njaneiro 2019 – julho 2021\n\n- {}\n- Apoio aos colegas e redação dos manuais para uma oficina com o porto\n",
    "it": "# Rosa Quill\n\n## Esperienza professionale\n\n### Pianificatrice, Oda & Finch\ngennaio 2019 – luglio 2021\n\n- {}\n- Supporto ai colleghi e stesura delle guide per il cantiere con gli uffici della città\n",
    "nl": "# Rosa Quill\n\n## Werkervaring\n\n### Planner, Oda & Finch\njanuari 2019 – juli 2021\n\n- {}\n- Hulp aan de collega's en het schrijven van handboeken voor een werkplaats met de haven\n",
}
TABLES: Mapping[str, str] = {
    "metric before after": f"{STORY}## Results\n\n| Metric | Before | After |\n| --- | --- | --- |\n| {{X}} | {{a}} | {{b}} |\n",
    "before after change": f"{STORY}## Results\n\n| | Before | After | Change |\n| --- | --- | --- | --- |\n| {{X}} | {{a}} | {{b}} | better |\n",
    "kpi old new": f"{STORY}## Impact\n\n| KPI | Old | New |\n|---|---|---|\n| {{X}} | {{a}} | {{b}} |\n",
    "html": "<h1>How we moved the archive</h1><p>A case study.</p><h2>Results</h2><table><tr><th>Metric</th><th>Before</th><th>After</th></tr><tr><td>{X}</td><td>{a}</td><td>{b}</td></tr></table>",
    "two lines": f"{STORY}## Results\n\n{{X}}\n- Before: {{a}}\n- After: {{b}}\n",
    "one line": f"{STORY}## Results\n\n**{{X}}** – before: {{a}}, after: {{b}}\n",
    "bold": f"{STORY}## Results\n\n- **{{X}}:** {{a}} → **{{b}}**\n",
    "bold behind": f"{STORY}## Results\n\n- **{{a}} → {{b}}** {{x}}\n",
}
CARDS: Mapping[str, str] = {
    "value above": f"{STORY}## Results\n\n{{q}}\n\n{{x}}\n\n40k\n\nreaders served\n",
    "bold value above": f"{STORY}## Results\n\n**{{q}}**\n{{x}}\n\n**40k**\nreaders served\n",
    "headings": f"{STORY}## Results\n\n### {{q}}\n\n{{x}}\n\n### 40k\n\nreaders served\n",
    "html": "<h1>How we moved the archive</h1><p>A case study.</p><h2>Results</h2><div><strong>{q}</strong> <span>{x}</span></div><div><strong>40k</strong> <span>readers served</span></div>",
    "html divs": "<h1>How we moved the archive</h1><p>A case study.</p><h2>Results</h2><div><div>{q}</div><div>{x}</div></div><div><div>40k</div><div>readers served</div></div>",
    "bullets": f"{STORY}## Results\n\n- **{{q}}** {{x}}\n- **40k** readers served\n",
    "table": f"{STORY}## Results\n\n| {{q}} | 40k |\n| --- | --- |\n| {{x}} | readers served |\n",
    "dash": f"{STORY}## Results\n\n- {{q}} – {{x}}\n- 40k – readers served\n",
}
CARD_FIGURES = (
    ("30%", "less food waste", "30 percent | decrease | result"), ("-30%", "delivery errors", "30 percent | decrease | result"), ("+25%", "ticket sales", "25 percent | increase | result"),
    ("3x", "faster onboarding", "3 ratio | increase | result"), ("$1.2M", "annual savings", "1,200,000 USD/year | decrease | result"), ("98%", "customer satisfaction", "98 percent | none | result"), ("↓ 30%", "complaints", "30 percent | decrease | result"),
)  # fmt: skip
Phrase = tuple[str, str, str, str]
"""Name, file name, document, what is read of it: figures parted by " & "."""
_READERS_SERVED = "40,000 readers | none | scale"


def _told(direction: str, amount: str) -> str:
    return f"{amount} | {direction} | result"


def _placed(sentences: Iterable[tuple[str, str]]) -> Iterator[Phrase]:
    """Yield each sentence in the next place; a sentence that ends in a point loses it where the place has one."""
    turns = count()
    for sentence, found in sentences:
        file, around = list(PLACES.items())[next(turns) % len(PLACES)]
        said = sentence.rstrip(".") if "{}." in around else sentence
        yield f"{file}: {sentence}", file, around.format(said), found


def _changes(frames: Sequence[str], things: Sequence[str], direction: str) -> Iterator[tuple[str, str]]:
    for (number, frame), (place, (q, amount)) in product(enumerate(frames), enumerate(AMOUNTS.items())):
        if (
            direction == "increase"
            and " to " in q
            and not frame.startswith(("Achieved", "{q} in", "{q} gr", "Deliv", "Rewr", "Gener"))
        ):
            continue  # "up 30% to 40%" may be either.
        if (number + place) % 2 or ("-{q}" in frame and not q[0].isdigit()):
            continue
        if ("a {q}" in frame and " to " in q) or ("a third" in q and "by" not in frame):
            continue
        x = things[(number + place // 2) % len(things)]
        sentence = frame.format(x=x, X=x[0].upper() + x[1:], q=q)
        yield sentence[:1].upper() + sentence[1:], _told(direction, amount)


def results() -> Iterator[Phrase]:
    """Yield what went up or down by so much."""
    yield from _placed(_changes((*FALLS, *DROPS), THINGS, "decrease"))
    yield from _placed(_changes((*RISES, *GROWTHS), GAINS, "increase"))


def moves() -> Iterator[Phrase]:
    """Yield what went from one amount to another, in sentences and in tables."""
    sentences = []
    for (number, frame), (place, (a, b, amount)) in product(enumerate(MOVES), enumerate(PAIRS)):
        if (number + place) % 2 == 0:
            x = (
                ("build time", "scrap")[0 if "percent" not in amount else 1]
                if "EUR" not in amount and "USD" not in amount
                else "energy costs"
            )
            sentences.append((frame.format(x=x, X=x.capitalize(), a=a, b=b), _told("decrease", amount)))
    yield from _placed(sentences)
    for (name, table), (a, b, amount) in product(TABLES.items(), PAIRS):
        x = "energy costs" if "EUR" in amount or "USD" in amount else "scrap" if "percent" in amount else "build time"
        file = "page.html" if name == "html" else "page.md"
        yield f"table {name}: {a} {b}", file, table.format(x=x, X=x.capitalize(), a=a, b=b), _told("decrease", amount)


def cards() -> Iterator[Phrase]:
    """Yield figures with their labels beside or below."""
    for (name, card), (q, x, found) in product(CARDS.items(), CARD_FIGURES):
        yield (
            f"card {name}: {q} {x}",
            "page.html" if name == "html" else "page.md",
            card.format(q=q, x=x),
            f"{found} & {_READERS_SERVED}",
        )


def sentences() -> Iterator[Phrase]:
    """Yield what was saved, earned, served, made, led, and how long it took; each in two places."""
    told = [row for table in SENTENCES.values() for row in table]
    filled = [
        (s.format(x=x, X=x[0].upper() + x[1:]), found)
        for (s, found), x in zip(told, (GAINS[i % len(GAINS)] for i in count()), strict=False)
    ]
    yield from _placed(filled)
    yield from _placed(filled[3:])


def abroad() -> Iterator[Phrase]:
    """Yield figures in other languages."""
    for language, rows in ABROAD.items():
        for sentence, found in rows:
            yield f"{language}: {sentence}", "page.md", PLACES_ABROAD[language].format(sentence), found


def no_figures() -> Iterator[Phrase]:
    """Yield numbers that measure no work, as a bullet and as a line."""
    for section, lines in NO_FIGURES.items():
        for line, mark in product(lines, ("- ", "")):
            above = (
                POST
                if section == "Experience"
                else WORK
                if section == "Projects"
                else f"# Rosa Quill\n\n## {section}\n\n"
            )
            yield f"{section}: {mark}{line}", "page.md", f"{above}{mark}{line}{END}", ""


KINDS: Mapping[str, Callable[[], Iterator[Phrase]]] = {
    "results": results, "moves": moves, "cards": cards, "sentences": sentences, "abroad": abroad, "no figures": no_figures,
}  # fmt: skip


# ---------------------------------------------------------------- what is read of them

_SIGNS = {"=": "", "range": ""}


def figure(measure: Measure) -> str:
    """Return `amount | direction | what it measures`."""
    if measure.size is None:
        amount = f"no {measure.label}"
    elif measure.value is None:
        amount = f"{measure.low:,.10g}..{measure.high:,.10g} {measure.unit}"
    else:
        amount = f"{_SIGNS.get(measure.comparator, measure.comparator)}{measure.value:,.10g} {measure.unit}"
    came_from = "" if measure.before is None else f" (from {measure.before:,.10g})"
    return f"{amount}{came_from} | {measure.direction} | {measure.measures}"


def figures_in(reading: DocumentReading) -> list[str]:
    """Return each figure once, in order."""
    return sorted({figure(m.measure) for m in reading.of(EntityKind.OUTCOME) if m.measure is not None})


def unread(name: str, every: int = 1) -> Iterator[tuple[str, list[str] | None]]:
    """Yield each phrase (one of `every`) with what was read instead of its figures; None where they are read, and nothing else."""
    for number, (phrase, file, text, found) in enumerate(KINDS[name]()):
        if number % every == 0:
            read = figures_in(reading_of(file, text))
            yield phrase, None if read == sorted(found.split(" & ") if found else []) else [f"wanted {found}", *read]


TRIED: Mapping[str, Tried] = {kind: partial(unread, kind) for kind in KINDS}
"""Kind → the phrases, one of so many, each with what was read instead of it or None."""
