"""When a number measures no work, whether what it measures went up or down, and how sure a figure is."""

from __future__ import annotations

import pytest

from graph.extraction.outcomes.directions import find_direction
from graph.extraction.outcomes.phrases import CIRCUMSTANCES, circumstance
from graph.extraction.quantities.quantities import find_quantities
from graph.model import EntityKind
from graph.pipeline import interpret
from graph.readers import reader_for
from graph.units import comparable
from graph.vocabulary import Vocabularies, load_vocabularies


@pytest.fixture(scope="module")
def vocabularies() -> Vocabularies:
    return load_vocabularies()


EXAMPLES = {
    "reading time": "It takes five minutes to read.",
    "counter of a profile": "Longest streak 61 days",
    "private life": "She has run nine marathons.",
    "price or fee": "Fee: 2,500 euros",
    "size of a download, version, weight": "Download my CV (PDF, 210 kB)",
    "hope or plan": "I want to get to 95%.",
    "the reader's own": "Your advertisement speaks of 40 clerks.",
    "years at a company": "A colleague, 3 years in the company.",
    "denied": "No two days are the same.",
    "level of an interval, a group beside another": "The gain holds with a 95% confidence interval.",
    "code of an error": "Ended all CSRF 403 errors.",
    "build of a machine": "Programmed 5-axis mills.",
    "postal code": "Name: Haus Ida, Lindenweg 4, 35000 Biedheim",
    "length of a post": "2 anos 8 meses",
    "way weighed": "Option B: a new sorter (three weeks of work)",
    "limit": "It stays below the 50 MB upload limit.",
    "length of a course": "Curso de Estatística - 20 horas/aula",
    "terms of employment, reading time": "My notice period is six weeks.",
    "age": "It ran on a four-year-old phone.",
    "time gone by": "The last drill had been three years before.",
    "years of records, length of a contract": "Listened to two years of call logs.",
    "length of a stay": "Jun 2018 - Present · 3 yrs 8 mos",
    "of the profile": "1,204 followers",
    "attribute of a kind": "Wrote drivers for 32-bit boards.",
    "within a name": 'Gave the talk "Half of all bridges are late" in Leeds.',
    "target": "We hold a 99.9% uptime target.",
    "supposed": "A failure there would have cost £2m.",
    "grade": "Second year average – 66%",
    "age, alone": "46 ans",
    "hours of a job or a course": "20 hours a week.",
    "half in passing": "The first half of the book was done.",
    "general statement or advice": "A typical sprint takes 2 weeks.",
    "tenure, alone": "11 Monate, März 2016 - Jan. 2017",
    "postcode": "12 rue des Tonneliers, 35000 Rennes",
    "the house one works for": "Wholesaler with 5,000 employees.",
    "what studies say": "87% of companies struggle with it.",
    "offer": "The course costs $49.",
    "working time": "Working hours: 38.5 hours per week",
    "build of a computer or a page": "It runs on a server with 16 GB of RAM.",
    "had gone on so long": "The mill had lost money for 5 years.",
    "when something is": "Three months after the start the mill closed.",
    "what it took before": "The report used to take 6 hours.",
    "size of a thing": "The bay weighs 712 g.",
    "hypothesis": "Hypothesis: a shorter form lifts sign-ups by 10%.",
}


@pytest.mark.parametrize("name", [name for name, _ in CIRCUMSTANCES])
def test_each_circumstance_is_seen_in_its_example(name: str, vocabularies: Vocabularies) -> None:
    text = EXAMPLES[name]

    figures = find_quantities(text, vocabularies.units)

    assert [circumstance(text, figure) for figure in figures][-1:] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Closed the books 3 days earlier.",
        "Saved two weeks of manual work.",
        "Won 4,000 followers for the museum's page in a single spring.",
        "Kept 99.9% uptime.",
        "The average wait fell by 12%.",
        "Answered letters within 2 days of the flood.",
        "We sold 310 marathon places in spring.",
        "Your team will like that I cut the bill by 40%.",
    ],
)
def test_a_figure_of_the_work_is_in_no_such_circumstance(text: str, vocabularies: Vocabularies) -> None:
    figures = find_quantities(text, vocabularies.units)

    assert [circumstance(text, figure) for figure in figures] == [None] * len(figures) != []


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Absences went down by a fifth", "decrease"),
        ("Prices are down 12 %", "decrease"),
        ("The ward closes 2 days earlier", "decrease"),
        ("Finished £40,000 under budget", "decrease"),
        ("Kosten um 20 % gesenkt", "decrease"),
        ("coûts en baisse de 18 %", "decrease"),
        ("costes reducidos un 22 %", "decrease"),
        ("costi ridotti del 12 %", "decrease"),
        ("Kosten met 14% verlaagd", "decrease"),
        ("Sales are up 8%", "increase"),
        ("Sold 1.6 times as many tickets", "increase"),
        ("Umsatz um 15 % gesteigert", "increase"),
        ("ventas aumentadas un 30 %", "increase"),
        ("Uptime of 99.9%", "none"),
        ("Served 400 guests", "none"),
        ("Kept under 20 minutes", "none"),
    ],
)
def test_the_words_beside_a_figure_say_where_it_went(text: str, direction: str, vocabularies: Vocabularies) -> None:
    [figure] = find_quantities(text, vocabularies.units)

    assert find_direction(text, figure, vocabularies.work) == direction


def sureness_of(text: str) -> float:
    reading = interpret(reader_for("notes.md").read(text.encode("utf-8"), "notes.md"))
    return max(mention.confidence for mention in reading.of(EntityKind.OUTCOME))


def test_a_figure_is_surer_the_more_its_form_and_place_say() -> None:
    change = sureness_of("- Cut waiting time from 40 minutes to 12 minutes.")
    share = sureness_of("- Cut waste by 12%.")
    count = sureness_of("- Trained 12 porters.")
    words = sureness_of("- Trained twelve porters.")
    prose = sureness_of("We were in the old hall, which had 12 ovens.")

    assert change > share > count > words
    assert count > prose


def test_lengths_are_compared_in_metres(vocabularies: Vocabularies) -> None:
    assert comparable(vocabularies.units, 2, "kilometres") > comparable(vocabularies.units, 1, "miles")
