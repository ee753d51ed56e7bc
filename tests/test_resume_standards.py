"""JSON Resume 1.0 in full, its common deviations, and RenderCV: every section says what it should, and no more.

All people, companies and places are invented.
"""

from __future__ import annotations

import pytest

from graph.extraction.reading import Reading
from graph.model import EntityKind, Mention
from graph.pipeline import interpret
from graph.readers.yaml_files import read_json, read_yaml
from graph.resolution.readings import DocumentReading

JSON_RESUME = r"""{
  "$schema": "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json",
  "basics": {
    "name": "Marit Oskelund", "label": "Platform Engineer", "image": "", "email": "marit@example.org",
    "phone": "(912) 555-4321", "url": "https://example.org/marit",
    "summary": "Platform engineer who moves old systems without stopping them. Over 9 years with Kafka and PostgreSQL.",
    "location": {"address": "2712 Broad St", "postalCode": "5003", "city": "Bergen", "countryCode": "NO", "region": "Vestland"},
    "profiles": [{"network": "GitHub", "username": "maritosk", "url": "https://example.org/maritosk"}]
  },
  "work": [
    {"name": "Fjordhavn Logistics", "position": "Lead Platform Engineer", "url": "https://example.org/fj", "startDate": "2019-03-01",
     "location": "Bergen, Norway", "description": "Freight company",
     "summary": "Own the event platform of eleven teams.",
     "highlights": ["Moved 40 services to Kubernetes, cutting the cloud bill by 38%", "Reduced p95 latency of the booking API from 900 ms to 120 ms with Redis"]},
    {"name": "Nordlys Energi AS", "position": "Software Engineer", "startDate": "2015-08", "endDate": "2019-02",
     "highlights": ["Built the meter import in Java and Kafka for 2.1 million meters"]}
  ],
  "volunteer": [{"organization": "Kodeklubben Bergen", "position": "Instructor", "startDate": "2016-01-01", "endDate": "2018-06-01", "summary": "Taught children to code in Python.", "highlights": ["Trained 120 children"]}],
  "education": [{"institution": "Strandvik University", "url": "https://example.org", "area": "Computer Science", "studyType": "MSc", "startDate": "2010-08-01", "endDate": "2015-06-01", "score": "4.0", "courses": ["DB1101 - Basic SQL", "Distributed Systems"]}],
  "awards": [{"title": "Engineer of the Year", "date": "2021-11-01", "awarder": "Fjordhavn Logistics", "summary": "For the platform move"}],
  "certificates": [{"name": "Certified Kubernetes Administrator", "date": "2020-05", "issuer": "CNCF", "url": "https://example.org"}],
  "publications": [{"name": "Late Freight, Early Signals", "publisher": "Example Press", "releaseDate": "2022-10-01", "url": "https://example.org", "summary": "How 3 teams used Kafka Streams."}],
  "skills": [{"name": "Streaming", "level": "Master", "keywords": ["Kafka", "Flink", "Debezium"]}, {"name":"Cloud","keywords":["Kubernetes","Terraform"]}],
  "languages": [{"language": "Norwegian", "fluency": "Native speaker"}, {"language":"English","fluency":"C2"}],
  "interests": [{"name": "Go", "keywords": ["Baduk", "Tournaments"]}, {"name":"Spark plugs","keywords":["Rust removal"]}],
  "references": [{"name": "Aksel Brandvoll", "reference": "Marit cut our costs by 50% and led 12 people with Scala."}],
  "projects": [{"name": "Booking API", "description": "Rewrote the booking API with Go and Redis", "highlights": ["Took peak load from 2k to 15k requests a second"], "keywords": ["Go","Redis"], "startDate": "2021-01-01", "endDate": "2021-11-01", "url": "https://example.org", "roles": ["Team lead"], "entity": "Fjordhavn Logistics", "type": "application"}],
  "meta": {"canonical": "https://example.org", "version": "v1.0.0", "lastModified": "2024-01-01T00:00:00"}
}
"""
DEVIATING = r"""{"resume": {
  "name": "Marit Oskelund", "label": "Platform Engineer", "website": "https://example.org",
  "experience": [
    {"company": "Fjordhavn Logistics", "title": "Lead Platform Engineer", "start": "03/2019", "end": "Present", "bullets": ["Moved 40 services to Kubernetes, cutting the cloud bill by 38%"], "technologies": ["Kubernetes","Terraform"]},
    {"company": "Nordlys Energi AS", "jobTitle": "Software Engineer", "dates": "Aug 2015 - Feb 2019", "description": "Built the meter import in Java and Kafka for 2.1 million meters."}
  ],
  "education": {"school": "Strandvik University", "degree": "MSc in Computer Science", "year": "2015", "gpa": "3.9"},
  "certifications": ["Certified Kubernetes Administrator (CNCF, 2020)"],
  "skills": {"languages": ["Java", "Go"], "cloud": ["Kubernetes", "Terraform"]},
  "projects": [{"title": "Booking API", "tech": ["Go","Redis"], "bullets": ["Took peak load from 2k to 15k requests a second"], "date": "2021"}],
  "interests": ["Go (the game)", "Rust removal"], "languages": ["Norwegian"]
}}
"""
RENDERCV = r"""# Cut cost by 91% with Cobol (a comment)
cv:
  name: Marit Oskelund
  headline: Lead Platform Engineer
  location: Bergen, Norway
  email: marit@example.org
  phone: tel:+47-555-01-234
  website: https://example.org/
  social_networks:
    - network: GitHub
      username: maritosk
    - network: LinkedIn
      username: maritosk
  sections:
    summary:
      - Platform engineer who moves old systems without stopping them.
      - "Over 9 years with **Kafka** and PostgreSQL."
    experience:
      - company: Fjordhavn Logistics
        position: Lead Platform Engineer
        start_date: 2019-03
        end_date: present
        location: Bergen, Norway
        summary: Own the event platform of eleven teams.
        highlights:
          - Moved 40 services to Kubernetes, cutting the cloud bill by 38%
          - Reduced p95 latency of the booking API from 900 ms to 120 ms with Redis
      - company: Nordlys Energi AS
        position: Software Engineer
        date: Aug 2015 – Feb 2019
        highlights: # 77% of a comment
          - Built the meter import in Java and Kafka for 2.1 million meters
    education:
      - institution: Strandvik University
        area: Computer Science
        degree: MSc
        start_date: 2010-08
        end_date: 2015-06
        highlights:
          - "GPA: 4.0/4.0"
    projects:
      - name: "[Booking API](https://example.org)"
        date: 2021
        highlights:
          - Rewrote the booking API with Go and Redis
          - Took peak load from 2k to 15k requests a second
      - name: Ferry Radar
        start_date: 2018-09
        end_date: 2019-01
        summary: Shows ferries on a map with Elixir
        highlights: []
    publications:
      - title: Late Freight, Early Signals
        authors:
          - "***Marit Oskelund***"
          - Ivo Krunz
        doi: 10.1000/182
        journal: Example Press
        date: 2022-10
    certifications:
      - bullet: Certified Kubernetes Administrator, CNCF, 2020
    selected_honors:
      - bullet: Engineer of the Year, 2021
    technologies:
      - label: Languages
        details: Java, Go, Elixir
      - label: Streaming
        details: Kafka, Flink, Debezium
    languages:
      - label: Norwegian
        details: Native speaker
    invited_talks:
      - reversed_number: Late Freight (2021)
design:
  theme: classic
  page:
    size: us-letter
    top_margin: 2cm
  colors:
    text: black
  typography:
    font_family: Raleway
locale:
  language: en
  phone_number_format: national
  last_updated: Last updated in
  month: month
rendercv_settings:
  date: '2024-07-16'
  bold_keywords: [Rust]
"""


@pytest.fixture(scope="module")
def standard() -> DocumentReading:
    """A JSON Resume 1.0 with every section of the schema."""
    return interpret(read_json(JSON_RESUME.encode(), "resume.json"))


@pytest.fixture(scope="module")
def deviating() -> DocumentReading:
    """The same person's file as other programs write it: wrapped, `company`, `bullets`, lists of words."""
    return interpret(read_json(DEVIATING.encode(), "resume.json"))


@pytest.fixture(scope="module")
def rendered() -> DocumentReading:
    """The same person's RenderCV file, with its settings and comments."""
    return interpret(read_yaml(RENDERCV.encode(), "cv.yaml"))


ALL = pytest.mark.parametrize("which", ["standard", "deviating", "rendered"])


def of_kind(reading: DocumentReading | Reading, kind: EntityKind) -> list[Mention]:
    return [mention for mention in reading.mentions if mention.kind is kind]


def names(reading: DocumentReading, kind: EntityKind) -> set[str]:
    return {mention.name for mention in of_kind(reading, kind)}


def jobs(reading: DocumentReading) -> list[tuple[object, ...]]:
    roles = of_kind(reading, EntityKind.ROLE)
    return [(m.name, m.attributes["start"], m.attributes["end"]) for m in roles if m.attributes.get("start")]


@ALL
def test_person_study_and_certificate_are_read(which: str, request: pytest.FixtureRequest) -> None:
    reading = request.getfixturevalue(which)

    assert names(reading, EntityKind.PERSON) == {"Marit Oskelund"}
    (institution,) = of_kind(reading, EntityKind.INSTITUTION)
    assert institution.name == "Strandvik University"
    (degree,) = institution.attributes["degrees"]
    assert (degree["qualification"], degree["field"]) == ("Master of Science", "Computer Science")
    assert str(degree["end"]).startswith("2015")
    certificate = next(m for m in of_kind(reading, EntityKind.CREDENTIAL) if "Kubernetes" in m.name)
    assert certificate.name == "Certified Kubernetes Administrator"
    assert str(certificate.attributes["date"]).startswith("2020")


@ALL
def test_jobs_are_read_with_their_dates(which: str, request: pytest.FixtureRequest) -> None:
    reading = request.getfixturevalue(which)

    assert {"Fjordhavn Logistics", "Nordlys Energi AS"} <= names(reading, EntityKind.EMPLOYER)
    assert [job[:2] for job in jobs(reading)][:2] == [
        ("Lead Platform Engineer", "2019-03"),
        ("Software Engineer", "2015-08"),
    ]
    assert jobs(reading)[1][2] == "2019-02"
    assert of_kind(reading, EntityKind.ROLE)[0].period.is_current  # type: ignore[union-attr]


@ALL
def test_projects_technologies_and_figures_are_read(which: str, request: pytest.FixtureRequest) -> None:
    reading = request.getfixturevalue(which)

    assert "Booking API" in names(reading, EntityKind.PROJECT)
    assert {"Kafka", "Kubernetes", "Redis", "Go", "Java"} <= names(reading, EntityKind.TECHNOLOGY)
    figures = [m.measure for m in reading.mentions if m.measure is not None]
    assert any(f.value == 38 for f in figures)
    assert any((f.before, f.after) == (2000, 15000) for f in figures)
    assert any(f.value == 2_100_000 for f in figures)


@ALL
def test_settings_comments_profiles_and_interests_are_no_facts(which: str, request: pytest.FixtureRequest) -> None:
    reading = request.getfixturevalue(which)

    assert names(reading, EntityKind.TECHNOLOGY).isdisjoint({"COBOL", "Rust", "GitHub", "LinkedIn", "Spark"})
    assert not any(m.measure.value in (91, 77) for m in reading.mentions if m.measure is not None)


def test_volunteering_awards_and_project_dates_are_read(standard: DocumentReading) -> None:
    assert ("Instructor", "2016-01", "2018-06") in [(j[0], str(j[1])[:7], str(j[2])[:7]) for j in jobs(standard)]
    award = next(m for m in of_kind(standard, EntityKind.CREDENTIAL) if m.name == "Engineer of the Year")
    assert award.attributes["issuer"] == "Fjordhavn Logistics"
    booking = next(m for m in of_kind(standard, EntityKind.PROJECT) if m.rule == "project-keys")
    assert booking.period is not None
    assert str(booking.period.start).startswith("2021-01")


def test_who_gives_a_reference_is_neither_author_nor_employed_here(standard: DocumentReading) -> None:
    assert "Aksel Brandvoll" not in names(standard, EntityKind.PERSON)
    assert "Aksel Brandvoll" not in names(standard, EntityKind.EMPLOYER)


def test_what_is_written_or_hoped_for_is_no_project(standard: DocumentReading, rendered: DocumentReading) -> None:
    for reading in (standard, rendered):
        assert not any("Late Freight" in name for name in names(reading, EntityKind.PROJECT))


def test_markup_in_a_title_of_rendercv_is_left_out(rendered: DocumentReading) -> None:
    assert not any("](" in name or "*" in name for name in names(rendered, EntityKind.PROJECT))
    assert rendered.document.title == "Marit Oskelund"


def test_a_key_that_names_a_technology_is_content() -> None:
    reading = interpret(read_yaml(b"skills:\n  Kafka: five years  # not COBOL\n  Terraform: two\n", "skills.yaml"))

    assert names(reading, EntityKind.TECHNOLOGY) == {"Kafka", "Terraform"}


def test_every_mention_stands_where_it_says(standard: DocumentReading) -> None:
    for mention in standard.mentions:
        assert standard.document.text[mention.span.start : mention.span.end] == mention.text
