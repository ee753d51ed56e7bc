"""What people write with numbers that measure no work, by where it stands. See figures.py."""

from __future__ import annotations

NO_FIGURES = {
    "Contact": ("Phone: +44 20 7946 0123", "Tel. 030 1234567", "12 Harbour Street, Varnsk 30159", "P.O. Box 1200", "Born 12 March 1990", "Age: 34", "34 years old", "rosa.quill90@mail.example", "Apt 4, 220 Quay Road, OR 97201"),
    "Education": ("GPA: 3.8/4.0", "Grade: 71%", "Final mark 1.3", "Thesis: 92 points", "First class honours (72%)", "120 ECTS", "Ranked 3rd of 80 in class", "Coursework: Maths 101, Physics 202", "A-levels: Maths (A), Physics (B)", "10th standard - 87%", "Abitur: 1,4", "CGPA 8.4/10", "4-year programme"),
    "Skills": (
        "Python 80%", "Python: 80%", "Python - 80 %", "- Python (5 years)", "- Java: 6 yrs", "Photoshop ●●●●○ 4/5", "- Excel 4/5", "English C1 (90%)", "Typing speed: 80 wpm", "Docker | 3 years", "H.264, 4K, S3, EC2, Web3, OAuth 2.0", "- Office 365, SAP S/4HANA, Windows 11", "10+ years of experience with Java", "Java 8, 11 and 17", "8 years experience in retail", "- HTML5 / CSS3", "7/10 Spanish", "- 3D modelling, 2D drawing", "5S, Six Sigma, ISO 9001, ISO 27001",
        "Clean driving licence (class B, 2012)", "- React 5+ yrs", "Level 3 food hygiene",
    ),
    "Experience": (
        "Worked with Windows 10 and Office 365", "Upgraded Java 8 to Java 17", "Migrated from Python 2.7 to Python 3.11", "Ported the shop to PHP 8.2", "Stored scans on S3 and ran EC2 instances", "Edited 4K footage in H.264", "Compliant with ISO 27001 and SOC 2", "Tuned GPT-4 and Llama 3 prompts", "Worked on the Airbus A320 and the Boeing 737", "Opening hours 9-17", "Shifts from 6 am to 2 pm", "On-call 24/7", "Full-time, 40 hours a week", "Part-time (20 h/week)", "Working hours: 38.5 h per week", "Notice period: 3 months",
        "Reported to the Level 2 support", "Tier 3 support for the region", "Phase 2 of the harbour plan", "Chapter 4 of the handbook", "Version 2.3.1 of the client", "Reference: job no. 20934", "Contract 12 months", "Temporary contract (6 months)", "Jan 2019 - Present (2 years 8 months)", "2 yrs 3 mos", "Key Stage 3 and Year 9 pupils", "Taught Grade 5 maths", "Wards 3 and 7", "Room 204", "Fortune 500 company", "A Big 4 firm", "Series B startup founded in 2016", "Section 8 housing and Form 1040", "COVID-19 response", "Under rule 404 of the act", "Q3 2021 and FY22 planning", "B2B and B2C sales", "Class 2 forklift and 5-axis CNC machines", "24-hour helpline", "1:1 meetings and 360-degree feedback", "Article 5 of the GDPR", "Drove M25 and A1 routes", "Salary: $65,000", "Reason for leaving: end of 2-year contract",
        "Firm with 5,000 employees and offices in 12 countries.", "The company is a €2bn manufacturer of pumps.", "A top-10 bank",
    ),
    "Requirements": ("5+ years of experience with Go", "At least 3 years in retail", "You manage a team of 8", "Salary: €65,000 - €80,000", "30 days of holiday", "Able to lift 25 kg", "You will reduce costs by 20%"),
    "About": (
        "I have 12 years of experience in logistics.", "With over 12 years in nursing, I know the night shift.", "Nurse with 8+ years of experience", "The market is worth $4bn.", "Studies show that 70% of projects fail.", "One in four adults suffers from poor sleep.", "I live in Varnsk with my two children and three cats.", "I run 10 km every morning.", "I wake at 5 and read 20 pages.", "Fluent in 4 languages", "My day rate is €600.", "The course costs $49.", "5 min read", "Posted 3 days ago", "Available from 1 May, 3 days a week", "I would like to lead a team of 10 one day.", "I want to cut your costs by 20%.", "Reply within 24 hours", "© 2024 Rosa Quill", "Page 1 of 2", "Last updated 12/2023", "500+ connections", "1,204 followers", "Married, 2 children",
        "87% of companies struggle with onboarding.", "Global warming has raised temperatures by 1.2 degrees.", "Tip: use 3 bullets per job.", "Ask 3 people to read your résumé.", "Aim for a 20% improvement.", "How do you cut costs by 30%?", "Buy 2, get 1 free", "Only 5 places left", "Free shipping over $50", "Plans from $9/month", "Get 20% off your first order",
    ),
    "Projects": ("Chapter 1: the archive", "Step 2 of 3", "01", "1. Research", "Figure 3. The booking calendar", "Tested on iPhone 12 and Pixel 6", "Screen size 1920x1080", "Font size 14 px, line height 1.5", "Set in Roboto 16px on a 12-column grid", "Node 18, React 18, PostgreSQL 14", "Listens on port 8080", "Returns error 404", "Runs on an 8-core machine with 16 GB of RAM", "A 2D platformer for 2 players", "Licence: Apache 2.0", "v1.4.0", "Created 3 weeks ago", "404 page", "Target: 30% fewer complaints", "Goal: cut waiting time by 20%", "Hypothesis: a shorter form lifts sign-ups by 10%"),
    "Publications": ("Quill, R. (2019). Tides. J. Mar. Sci. 12(3), 45-67.", "Cited by 120", "Vol. 4, No. 2, pp. 33-41", "Reducing waste by 30%: a field study. 2020."),
    "Interests": ("Ran 3 marathons", "Climbed 12 peaks over 3,000 m", "Chess (Elo 1,850)"),
}  # fmt: skip
"""Section → lines that hold no figure of the work."""
