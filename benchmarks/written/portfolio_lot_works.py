"""The invented works that portfolio pages show, in sets of three of one trade; names from products to what was done."""

from __future__ import annotations

from collections.abc import Mapping

from benchmarks.written.layouts import Entry

SETS: Mapping[str, tuple[Entry, ...]] = {
    "products": (
        {"N": "Harbour Ledger", "W": "A web app that keeps the books of small marinas", "K": "Web App", "C": "Tarnwick Lines", "P": "Lead developer", "Y": "2022",
         "S": "Berth fees were typed by hand and six sheets never agreed.", "A": "I modelled the fees and wrote the booking calendar.", "R": "Month end now closes 40% faster.",
         "T": "React, PostgreSQL, Docker"},
        {"N": "TidePass", "W": "Pay for a mooring from the boat", "K": "Mobile", "C": "Marlow Quays", "P": "Developer", "Y": "2021",
         "S": "Skippers queued at the kiosk to pay for a mooring.", "A": "Wrote the payment flow and an offline mode.", "R": "Bookings rose by 35% in the first season.", "T": "Flutter, Firebase"},
        {"N": "Menu Planner", "W": "Plans the menus of school kitchens for a whole term", "K": "SaaS", "C": "Varnsk Schools", "P": "Sole developer", "Y": "2020",
         "S": "Cooks planned each week on paper.", "A": "Designed the weekly view and the shopping list.", "R": "Food waste fell by 18%.", "T": "Vue, Django, Redis"},
    ),
    "repositories": (
        {"N": "tide-cli", "W": "Prints the next tides of a harbour in the terminal", "K": "CLI", "C": "Open source", "P": "Author", "Y": "2023",
         "S": "Tide tables come as scanned pages.", "A": "It parses them once and keeps a small cache.", "R": "Answers come 12x faster than from the old script.", "T": "Rust, SQLite"},
        {"N": "kelp.js", "W": "A tiny router with no dependencies", "K": "Library", "C": "Open source", "P": "Maintainer", "Y": "2022",
         "S": "Most routers are larger than the pages they serve.", "A": "Wrote it around the history of the browser.", "R": "It has 1,200 downloads a week.", "T": "TypeScript, Vite"},
        {"N": "Gannet 2.0", "W": "Draws seating plans from a guest list", "K": "Desktop App", "C": "Personal project", "P": "Author", "Y": "2019",
         "S": "My sister was planning a wedding for 200 people.", "A": "It places guests by who knows whom.", "R": "A plan takes 3 minutes instead of an evening.", "T": "Python, Flask"},
    ),
    "learning": (
        {"N": "Flight Delay Prediction", "W": "Predicts which flights leave late", "K": "Machine Learning", "C": "Varnsk Airport", "P": "Data scientist", "Y": "2023",
         "S": "Late flights cost the airport its slots.", "A": "I cleaned five years of logs and compared six models.", "R": "The best one reached 91% accuracy.", "T": "Python, pandas, scikit-learn"},
        {"N": "Customer Churn Dashboard", "W": "Shows which customers are about to leave", "K": "Data Analysis", "C": "Brightkelp", "P": "Analyst", "Y": "2022",
         "S": "The support team heard of leaving customers too late.", "A": "I joined four sources and drew one page for the team.", "R": "Churn fell by 12% within a quarter.", "T": "SQL, Tableau"},
        {"N": "Bird Song Classifier", "W": "Tells forty birds of the marsh by their song", "K": "Deep Learning", "C": "University of Varnsk", "P": "Researcher", "Y": "2021",
         "S": "Volunteers counted birds by ear at dawn.", "A": "I labelled 3,000 recordings with two friends.", "R": "It is right in 87% of recordings.", "T": "PyTorch, Jupyter"},
    ),
    "design": (
        {"N": "Marlow & Sons rebrand", "W": "A new face for a family bakery", "K": "Branding", "C": "Marlow & Sons", "P": "Art director", "Y": "2023",
         "S": "The bakery had four logos and no colours of its own.", "A": "I drew the letters by hand and made a small guide.", "R": "Sales of gift boxes grew by 22%.", "T": "Illustrator, InDesign"},
        {"N": "Nurse handover", "W": "A calmer shift change for a children's ward", "K": "UX Research", "C": "Varnsk General Hospital", "P": "Product designer", "Y": "2022",
         "S": "Nurses wrote the handover on paper and lost a third of it.", "A": "Ran six workshops and drew the screens with the night shift.", "R": "Handover takes 8 minutes, down from 14.", "T": "Figma, Miro"},
        {"N": "Where's my ferry?", "W": "Timetables that an islander can read in the rain", "K": "Product Design", "C": "Oda Ferries", "P": "Interaction designer", "Y": "2020",
         "S": "Islanders rang the office to ask about the next boat.", "A": "I tested three timetables on the quay.", "R": "Calls to the office dropped by 60%.", "T": "Sketch, InVision"},
    ),
    "marketing": (
        {"N": "Launching a tea brand in three countries", "W": "From an empty shelf to a waiting list", "K": "Campaign", "C": "Oda & Finch", "P": "Marketing lead", "Y": "2023",
         "S": "Nobody outside Hull knew the tea.", "A": "I wrote the story and found forty small shops.", "R": "Online orders grew by 140%.", "T": "Google Analytics, Mailchimp"},
        {"N": "Rebuilding the newsletter of a museum", "W": "Fewer letters that more people open", "K": "Content", "C": "Varnsk Museum", "P": "Editor", "Y": "2021",
         "S": "One in ten readers opened the letter.", "A": "I cut it to three stories and moved it to Sundays.", "R": "Open rates rose from 11% to 34%.", "T": "HubSpot"},
        {"N": "Search pages for a clinic", "W": "Pages that answer what patients ask", "K": "SEO", "C": "Kestrel Clinic", "P": "Consultant", "Y": "2020",
         "S": "Patients found the clinic by chance.", "A": "Wrote thirty pages with the doctors.", "R": "Visits from search doubled within 6 months.", "T": "WordPress, Search Console"},
    ),
    "deeds": (
        {"N": "Cut the cost of nightly builds", "W": "Half of the runners did nothing", "K": "Platform", "C": "Tarnwick Lines", "P": "Platform engineer", "Y": "2023",
         "S": "We paid for runners that nobody watched.", "A": "Moved the caches and dropped unused jobs.", "R": "The bill fell by 58%.", "T": "Jenkins, S3"},
        {"N": "Moved invoice exports off the mainframe", "W": "Nine hours of nightly work, gone", "K": "Migration", "C": "Oda Bank", "P": "Backend engineer", "Y": "2021",
         "S": "Nightly exports failed twice a week.", "A": "I rewrote the export and split it by region.", "R": "The run takes 50 minutes and has not failed since.", "T": "Java, Kafka"},
        {"N": "Taught 60 colleagues to read a dashboard", "W": "A course that fits into lunch breaks", "K": "Training", "C": "Brightkelp", "P": "Coach", "Y": "2020",
         "S": "Reports went unread because nobody trusted them.", "A": "I gave a lesson each week on their own figures.", "R": "Requests for reports fell by 45%.", "T": "Power BI"},
    ),
    "teaching": (
        {"N": "Reading hour for new arrivals", "W": "Small groups, four languages, one library", "K": "Curriculum", "C": "Varnsk Primary School", "P": "Teacher", "Y": "2022",
         "S": "Half of the class could not follow the lessons.", "A": "I planned small groups and chose books in four languages.", "R": "Test scores rose by 22%.", "T": "Moodle"},
        {"N": "The Marsh Atlas", "W": "A field guide written by thirteen-year-olds", "K": "Fieldwork", "C": "Hull Nature Trust", "P": "Project lead", "Y": "2021",
         "S": "Pupils knew the marsh only from the bus.", "A": "We walked it each month and drew what we found.", "R": "The guide sold 900 copies.", "T": "Canva, QGIS"},
        {"N": "Maths without tears", "W": "Games for pupils who fear fractions", "K": "Workshop", "C": "Tarnwick Academy", "P": "Course author", "Y": "2019",
         "S": "A third of the year failed fractions.", "A": "I wrote twelve games and tried each with two classes.", "R": "Pass rates went up from 64% to 81%.", "T": "GeoGebra, PowerPoint"},
    ),
}  # fmt: skip
"""Trade → three works: name, what it is in a line, kind, client, role, year, situation, action, result, tools."""
