"""The invented tellers of story pages: who, at whom, as what, and the works that they tell, in several trades and languages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from benchmarks.written.layouts import Entry


@dataclass(frozen=True, slots=True)
class Teller:
    """A person at work, and pieces of that work."""

    facts: Entry
    """P person, F first name, C employer, T post, Y and Z its years, G the manager, V a client or vendor."""
    works: Sequence[Entry]
    """N name, D title of a deed, O a phrase of the writer's own, Q a question, S K A R the parts, W the result without its figure,
    M what is measured, B before, E after, U its unit, X tools."""


TELLERS: Mapping[str, Teller] = {
    "platform": Teller(
        {"P": "Imre Castellan", "F": "Imre", "C": "Corriedale Freight", "T": "Senior Platform Engineer", "Y": "2019", "Z": "2022", "G": "Dagny Molloy", "V": "Harrowgate Retail"},
        (
            {"N": "Depot Sync", "D": "Cut the pager load of the depot team", "O": "The night the barcodes lied", "Q": "Tell me about a time you fixed something nobody owned.",
             "S": "Scans from the depots arrived twice or not at all, and nobody knew whose service it was.", "K": "I was asked to find an owner; I became the owner.",
             "A": "I rewrote the consumer in Go, put Kafka in front of it and wrote the runbook.", "R": "Pages went from 41 a week to 6.", "W": "The pager has gone quiet.",
             "M": "Pages per week", "B": "41", "E": "6", "U": "pages", "X": "Go, Kafka"},
            {"N": "Label Printing Service", "D": "Moved label printing off the old mainframe", "O": "Four hundred printers and a fax", "Q": "Describe a project with a hard deadline.",
             "S": "Labels were still printed by a program whose author had retired.", "K": "The lease on the machine ran out in June.",
             "A": "I ported the templates to Python and ran both side by side on Kubernetes.", "R": "Misprints fell by 72%.", "W": "Hardly a label is misprinted now.",
             "M": "Misprints", "B": "", "E": "72", "U": "percent", "X": "Python, Kubernetes"},
            {"N": "Oncall Handbook", "D": "Taught two teams to run their own releases", "O": "Writing it down, finally", "Q": "When did you help others grow?",
             "S": "Each new colleague learned on-call by being woken up.", "K": "Make the first shift bearable.",
             "A": "I wrote a handbook in Notion and ran drills every second Thursday.", "R": "New colleagues go on call after 3 weeks instead of 10.", "W": "New colleagues go on call much sooner.",
             "M": "Weeks until first shift", "B": "10", "E": "3", "U": "weeks", "X": "Notion"},
        ),
    ),
    "ward": Teller(
        {"P": "Oluchi Hartnell", "F": "Oluchi", "C": "St Olave's Hospital", "T": "Charge Nurse", "Y": "2017", "Z": "2021", "G": "Bernice Towle", "V": "Meridale Pharmacy"},
        (
            {"N": "Quiet Rounds", "D": "Reorganised the evening medication round", "O": "What the red trolley taught us", "Q": "Tell me about a time you improved patient safety.",
             "S": "The evening round was interrupted every few minutes and doses were missed.", "K": "Bring the missed doses down before winter.",
             "A": "I drew the interruptions on a floor plan, moved visiting hours and tracked doses in Excel.", "R": "Missed doses fell from 29 a month to 4.", "W": "Missed doses are rare now.",
             "M": "Missed doses a month", "B": "29", "E": "4", "U": "doses", "X": "Microsoft Excel"},
            {"N": "Bedside Handover", "D": "Brought the handover to the bedside", "O": "Talking where the patient can hear it", "Q": "Describe a change you led against resistance.",
             "S": "Handover took place in an office and patients never heard it.", "K": "Colleagues feared it would take longer.",
             "A": "I tried it with one bay, timed it and showed the times on a board in Power BI.", "R": "Complaints about communication dropped by 38%.", "W": "Families have stopped complaining.",
             "M": "Complaints", "B": "", "E": "38", "U": "percent", "X": "Microsoft Power BI"},
            {"N": "Falls Huddle", "D": "Started a daily huddle against falls", "O": "Eight minutes before breakfast", "Q": "Give an example of teamwork.",
             "S": "Falls clustered around one corridor at night.", "K": "Do something about it without more staff.",
             "A": "I started a short huddle each morning and kept the list on a Trello board.", "R": "Falls went down from 31 to 12 in a year.", "W": "The corridor is safe again.",
             "M": "Falls a year", "B": "31", "E": "12", "U": "falls", "X": "Trello"},
        ),
    ),
    "product": Teller(
        {"P": "Soraya Winterbourne", "F": "Soraya", "C": "Nuvanta", "T": "Product Designer", "Y": "2020", "Z": "2023", "G": "Piers Ashdown", "V": "Coastline Credit Union"},
        (
            {"N": "Guided Claims", "D": "Redesigned the claims form for phones", "O": "Nobody reads page four", "Q": "Walk me through a project you are proud of.",
             "S": "Policyholders gave up on the claims form halfway through.", "K": "I was to redesign it for phones.",
             "A": "I interviewed claimants, drew flows in Figma and tested them in Maze.", "R": "Completion rose from 48% to 81%.", "W": "Most people finish the form now.",
             "M": "Form completion", "B": "48%", "E": "81%", "U": "percent", "X": "Figma, Maze"},
            {"N": "Tone Guide", "D": "Rewrote the letters people were afraid of", "O": "Dear customer, we regret", "Q": "How do you work with writers?",
             "S": "Refusal letters led to angry calls.", "K": "Find words that are kind and still correct.",
             "A": "I held workshops with the lawyers in Miro and rewrote the twelve worst letters.", "R": "Calls after a refusal fell by 44%.", "W": "The angry calls have stopped.",
             "M": "Calls after refusal", "B": "", "E": "44", "U": "percent", "X": "Miro"},
            {"N": "Pebble Design System", "D": "Built a design system with three volunteers", "O": "One button to hold them all", "Q": "Tell me about influencing without authority.",
             "S": "Every squad drew its own button.", "K": "Give them one that they would want to use.",
             "A": "I began with five components in Storybook and paired with a developer from each squad.", "R": "Building a screen takes 2 days instead of 7.", "W": "Screens are built in a fraction of the time.",
             "M": "Days per screen", "B": "7", "E": "2", "U": "days", "X": "Storybook"},
        ),
    ),
    "school": Teller(
        {"P": "Mateus Fernhollow", "F": "Mateus", "C": "Hollis County Schools", "T": "Data Analyst", "Y": "2018", "Z": "2024", "G": "Lorna Pikeman", "V": "Brightpath Tutoring"},
        (
            {"N": "Attendance Early Warning", "D": "Found absent pupils before they vanished", "O": "The pupils we did not count", "Q": "Tell me about using data to change a decision.",
             "S": "Schools noticed absence only when the term was over.", "K": "Give heads of year a list every Monday.",
             "A": "I joined the registers with SQL and built a list in Tableau.", "R": "Persistent absence fell from 19% to 12%.", "W": "Fewer pupils slip away.",
             "M": "Persistent absence", "B": "19%", "E": "12%", "U": "percent", "X": "SQL, Tableau"},
            {"N": "Bus Route Review", "D": "Redrew the bus routes of the county", "O": "An empty bus is an expensive bus", "Q": "Describe a cost saving you achieved.",
             "S": "Half of the buses ran nearly empty.", "K": "Save money without leaving anyone at the stop.",
             "A": "I mapped each stop in QGIS and tried routes with the drivers.", "R": "The county saves $340,000 a year.", "W": "The county pays far less for its buses.",
             "M": "Yearly saving", "B": "", "E": "$340,000", "U": "USD", "X": "QGIS"},
            {"N": "Reporting Calendar", "D": "Ended the scramble before each deadline", "O": "No more Sunday spreadsheets", "Q": "How do you handle competing priorities?",
             "S": "State reports were put together on the last weekend.", "K": "Spread the work over the term.",
             "A": "I set up a calendar in Airtable and scripted the checks in R.", "R": "Preparing a report takes 4 hours, down from 30.", "W": "Reports prepare themselves, nearly.",
             "M": "Hours per report", "B": "30", "E": "4", "U": "hours", "X": "Airtable, R"},
        ),
    ),
    "sales": Teller(
        {"P": "Greer Valtonen", "F": "Greer", "C": "Bramley & Voss", "T": "Customer Success Manager", "Y": "2016", "Z": "2020", "G": "Rowan Tesfaye", "V": "Aldermoor Foods"},
        (
            {"N": "Renewal Playbook", "D": "Turned around the renewals of small accounts", "O": "Asking before they leave", "Q": "Tell me about a time you exceeded a target.",
             "S": "Small accounts left without a word at the end of the year.", "K": "Stop the losses with a team of three.",
             "A": "I wrote a playbook, tagged risky accounts in Salesforce and rang each of them in spring.", "R": "Churn fell from 22% to 13%.", "W": "Small accounts stay.",
             "M": "Churn", "B": "22%", "E": "13%", "U": "percent", "X": "Salesforce"},
            {"N": "Onboarding Clinic", "D": "Opened a weekly clinic for new customers", "O": "Bring your own spreadsheet", "Q": "Describe a time you listened to a customer.",
             "S": "New customers asked the same twelve questions.", "K": "Answer them once.",
             "A": "I held an open hour on Zoom and recorded the answers.", "R": "Support tickets dropped by 31%.", "W": "Support has time to think.",
             "M": "Support tickets", "B": "", "E": "31", "U": "percent", "X": "Zoom"},
            {"N": "Aldgate Escalation", "D": "Saved an account that had given notice", "O": "A notice letter on Christmas Eve", "Q": "Tell me about a difficult customer.",
             "S": "A long-standing customer gave notice after a failed update.", "K": "Win them back within a month.",
             "A": "I spent a week in their office and had every open issue in Jira answered.", "R": "They renewed for €180,000.", "W": "They stayed.",
             "M": "Renewed contract", "B": "", "E": "€180,000", "U": "EUR", "X": "Jira"},
        ),
    ),
}  # fmt: skip
"""Trade → its teller."""
