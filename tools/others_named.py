"""Writes lines into documents that name people who are not their authors, so that what learns names learns these, too. All names are drawn by lot."""

from __future__ import annotations

import random
from collections.abc import Sequence

LINES = (
    "Thanks to {a} for the reviews.",
    "Thanks to {a} and {b}, who stayed late for it.",
    "Special thanks: {a}",
    "Danke an {a} für die Geduld.",
    "Merci à {a} pour sa relecture.",
    "Gracias a {a}, {role}.",
    "Photos by {a}",
    "Photo: {a}",
    "Fotos: {a}",
    "Illustrations: {a}",
    "Illustration by {a}.",
    "Video: {a} & {b}",
    "Client: {a}",
    "Client: {a}, owner of the shop",
    "Kunde: {a}",
    "Cliente: {a}",
    "Manager: {a}",
    "Line manager: {a}",
    "Engineering manager: {a}",
    "Product owner: {a}",
    "Project sponsor: {a}",
    "Stakeholder: {a} (head of operations)",
    "Supervisor: {a}",
    "Supervisor: Prof. {a}",
    "Betreuer: Dr. {a}",
    "Directeur de thèse : {a}",
    "Advised by {a}",
    "Supervised by {a} and {b}.",
    "Mentor: {a}",
    "Reviewed by {a}",
    "Approved by: {a}",
    "Editor: {a}",
    "Teacher: {a}",
    "Interviewer: {a}",
    "Contact person: {a}",
    "References\n\n{a}, {role}\n{b}, {role}",
    "Referees: {a}, {b}",
    "Reference: {a}, {role}, 050 555 0199",
    "Referenzen: {a}",
    "Team: {a}, {b}, {c}",
    "Team\n\n{a}, {role}\n{b}, {role}\n{c}, {role}",
    "The team\n\n- {a}\n- {b}\n- {c}",
    "- {a} ({role})\n- {b} ({role})",
    "With: {a} and {b}",
    "In collaboration with {a}",
    "Together with {a} ({role}).",
    "Built with {a} in one weekend.",
    "Co-authors: {a}, {b}",
    "{a}, {b}, {c}: A study of the same thing. 2021.",
    "I reported to {a}, {role}.",
    "I took over from {a} and handed on to {b}.",
    "{a} asked me to look into it.",
    "{a} joined in spring and took the other half.",
    "{a}, our {role}, did not believe it at first.",
    "The idea was {a}'s.",
    '"The calmest person in the room." – {a}, {role}',
    '"Would hire again at once."\n{a}\n{role}',
    '> "It simply works now."\n> — {a}, {role}',
    "«C'est devenu simple.» {a}, {role}",
    "What people say\n\n{a}\n{role}\n\nA pleasure from the first day.",
    "Testimonial by {a}",
    "Recommended by {a}, {role}",
    "Persona: {a}, 34",
    "{a}, 41, {role}, two children",
    "Meet {a}. She has ten minutes before the ward round.",
    "User 1: {a}",
    "Patient: {a} (name changed)",
    "Named after {a}.",
    "{a} Prize, second place",
    "The {a} Foundation paid for the year.",
    "Speaker: {a}",
    "Talk by {a}",
    "Book: The Quiet Desk, by {a}",
    "Template by {a}",
    "Theme: {a}",
    "Music: {a}",
    "cc {a}",
    "Dear {a},",
    "To: {a}",
    "Attn: {a}",
    "Nominated by: {a}",
    "{place}",
    "{place}\n\nOpen from nine to five.",
    "{place}, {place}",
    "Client: {place}",
    "Previous: {place}   Next: {place}",
    "Venue: {place}",
)
"""{a}, {b}, {c}: people; {role}: what somebody is; {place}: two words with capitals that name no person."""
_ROLES = (
    "Head of Operations", "Product Manager", "Front-end Developer", "Designer", "Director", "Ward Sister", "Team Lead", "CTO",
    "Professor", "Data Analyst", "Owner", "Project Manager", "QA Engineer", "Founder", "Sales Manager", "Chef", "Editor",
)  # fmt: skip
_FIRST = (
    "North",
    "Lower",
    "Old",
    "Silver",
    "Harbour",
    "River",
    "Upper",
    "Market",
    "Iron",
    "Green",
    "Kestrel",
    "Copper",
)
_LAST = ("Pier", "Weir", "Mill", "Gate", "Bridge", "Wharf", "Lantern", "Meadow", "Quay", "Ledger", "Harbour", "Kettle")


def with_others(text: str, given: Sequence[str], surnames: Sequence[str], lot: random.Random) -> str:
    """Return a text with one to four of LINES put between its paragraphs; names are drawn from the lists, in their order."""
    parts = text.split("\n\n")
    for _ in range(lot.randint(1, 4)):
        line = lot.choice(LINES)
        while "{" in line:
            line = line.replace("{place}", f"{lot.choice(_FIRST)} {lot.choice(_LAST)}", 1)
            line = line.replace("{role}", lot.choice(_ROLES), 1)
            for key in "abc":
                line = line.replace(f"{{{key}}}", f"{lot.choice(given).title()} {lot.choice(surnames).title()}")
        parts.insert(lot.randint(1, len(parts)), line)
    return "\n\n".join(parts)
