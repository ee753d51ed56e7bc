"""Education and credentials: institutions, degrees, certificates; more forms stand in golden/education.txt."""

from __future__ import annotations

from dataclasses import replace

from graph.extraction.education.credentials import find_credentials, relate_credentials
from graph.extraction.education.education import find_education, relate_education
from graph.model import EntityKind, RelationKind
from tests.career_reading import education_lines, reading_of

CREDENTIALS = """CERTIFICATIONS
- AWS Certified Developer – Associate, Amazon Web Services (2021)
- First Aid Instructor, Red Anchor Society, May 2019
"""


def test_an_institution_quotes_its_document_and_holds_its_degrees() -> None:
    reading = reading_of("EDUCATION\nMSc Physics, University of Oosterwolde, 2012 – 2014, cum laude\n")

    (mention,) = find_education(reading)

    assert mention.text == reading.document.text[mention.span.start : mention.span.end] == "University of Oosterwolde"
    assert mention.attributes["degrees"] == [
        {
            "degree": "MSc",
            "qualification": "Master of Science",
            "field": "Physics",
            "start": "2012",
            "end": "2014",
            "honours": "cum laude",
            "said": [{"document": "notes.txt", "start": 10, "end": 13}],
        }
    ]


def test_the_author_studied_at_each_institution() -> None:
    reading = reading_of(
        "EDUCATION\nBSc Physics, Noordrand College, 2010\nMSc Physics, University of Oosterwolde, 2012\n"
    )

    relations = relate_education(replace(reading, mentions=tuple(find_education(reading))))

    assert [(r.source, r.kind, r.target[1]) for r in relations] == [
        ((EntityKind.PERSON, "author"), RelationKind.STUDIED_AT, "noordrand college"),
        ((EntityKind.PERSON, "author"), RelationKind.STUDIED_AT, "university of oosterwolde"),
    ]


def test_a_single_date_is_that_of_graduation() -> None:
    assert education_lines(reading_of("EDUCATION\nBSc Physics, Noordrand College, June 2010\n")) == [
        "Noordrand College | Bachelor of Science | Physics | - | 2010-06"
    ]


def test_an_employer_with_a_schools_name_is_no_education() -> None:
    assert find_education(reading_of("EXPERIENCE\nTeacher, Noordrand College, 2015 – 2019\n- Taught physics\n")) == []


def test_certificates_keep_issuer_and_date() -> None:
    found = find_credentials(reading_of(CREDENTIALS))

    assert [(c.name, c.attributes["issuer"], c.attributes["date"]) for c in found] == [
        ("AWS Certified Developer", "Amazon Web Services", "2021"),
        ("First Aid Instructor", "Red Anchor Society", "2019-05"),
    ]


def test_an_issuer_is_no_institution() -> None:
    assert find_education(reading_of(CREDENTIALS)) == []


def test_the_author_holds_each_credential() -> None:
    reading = reading_of(CREDENTIALS)

    relations = relate_credentials(replace(reading, mentions=tuple(find_credentials(reading))))

    assert {relation.kind for relation in relations} == {RelationKind.HOLDS}
    assert len(relations) == 2


def test_a_credential_that_is_only_wished_for_is_not_held() -> None:
    assert find_credentials(reading_of("I am preparing for the CISSP exam and will sit it in autumn.\n")) == []


def test_a_title_is_no_credential() -> None:
    assert find_credentials(reading_of("EXPERIENCE\nRegistered Nurse, Marlowe Heights Hospital, 2015 – 2019\n")) == []
