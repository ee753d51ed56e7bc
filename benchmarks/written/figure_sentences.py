"""The sentences of figures.py: what people write of figures, and what is read of it. Reads nothing itself.

A figure is `amount | direction | what it measures`; several of one sentence are parted by " & ". {x} is a measured thing, {X} the
same with a capital, {q} an amount, {a} and {b} what was and what is.
"""

from __future__ import annotations

THINGS = (
    "build time", "patient waiting time", "scrap", "onboarding time", "food waste", "delivery errors", "staff turnover", "energy use",
    "the number of complaints", "late deliveries",
)  # fmt: skip
GAINS = (
    "revenue",
    "customer retention",
    "exam pass rates",
    "ticket sales",
    "donations",
    "yield",
    "page views",
    "membership",
)

AMOUNTS = {
    "30%": "30 percent", "30 %": "30 percent", "30 percent": "30 percent", "30 per cent": "30 percent", "~30%": "~30 percent",
    "30-40%": "30..40 percent", "30% to 40%": "30..40 percent", "over 30%": ">30 percent", "nearly 30%": "~30 percent", "30+%": ">=30 percent",
    "12.5%": "12.5 percent", "**30%**": "30 percent", "more than 30%": ">30 percent", "up to 30%": "<=30 percent",
    "about a third": "~33.33 percent", "thirty percent": "30 percent", "30pp": "30 points", "30 percentage points": "30 points",
}  # fmt: skip
FALLS = (
    "Reduced {x} by {q}", "Reducing {x} by {q}", "Cut {x} by {q} with a new rota", "Helped to lower {x} by {q}.", "Responsible for cutting {x} by {q}",
    "{X} down {q}", "{X} down by {q} in the first season", "{X} fell by {q}", "{X} dropped {q}", "{X} decreased by {q} YoY",
    "Introduced a new rota, which reduced {x} by {q}", "Introduced a new rota, reducing {x} by {q}.", "Rewrote the forms, resulting in {x} falling {q}",
    "Introduced a new rota → {x} -{q}", "{X} has been reduced by {q} since the move", "Led the effort that brought {x} down by {q}",
    "By rewriting the forms I cut {x} by {q}.", "Slashed {x} by {q}, freeing the staff for other work", "Reduction of {x} by {q}", "Drove {x} down {q}",
    "Minimized {x} by {q}", "Saw {x} drop by {q} after the change", "{X}: down {q}", "Trimmed {q} off {x}", "Shaved {q} off {x}", "Eliminated {q} of {x}",
)  # fmt: skip
DROPS = (
    "Achieved a {q} reduction in {x}", "{q} reduction in {x}", "{q} less {x}", "{q} drop in {x}", "Rewrote the forms ({q} reduction in {x})",
    "Rewrote the forms, which led to a {q} decrease in {x}.", "Rewrote the forms; result: {q} lower {x}", "{X}: {q} lower", "Delivered {q} lower {x}",
)  # fmt: skip
RISES = (
    "Increased {x} by {q}", "Grew {x} {q}", "{X} up {q}", "{X} rose by {q}", "{X}: up {q}", "Boosted {x} by {q} year over year", "{X} grew by {q}",
    "Introduced a new rota, increasing {x} by {q}.", "Raised {x} by {q}", "Drove {x} up {q}", "{X} increased {q} within a season", "Lifted {x} by {q}",
)  # fmt: skip
GROWTHS = (
    "Achieved a {q} increase in {x}", "{q} increase in {x}", "{q} growth in {x}", "{q} more {x}", "Delivered {q} higher {x}", "{X} growth of {q}",
    "Rewrote the forms ({q} uplift in {x})", "Generated a {q} rise in {x} through new posters", "{X} growth: {q}",
)  # fmt: skip
FACTORS = (
    ("Made {x} 3x faster", "3 ratio | increase | result"), ("{X} 3x faster", "3 ratio | increase | result"), ("A 30% faster {x}", "30 percent | decrease | result"),
    ("Tripled {x}", "3 ratio | increase | result"), ("Increased {x} 3-fold", "3 ratio | increase | result"),
    ("{X} increased by a factor of 3", "3 ratio | increase | result"), ("Grew {x} threefold", "3 ratio | increase | result"), ("{X} 3 times as high", "3 ratio | increase | result"),
    ("Doubled {x} within a year", "2 ratio | increase | result"), ("{X} doubled", "2 ratio | increase | result"), ("Halved {x}", "50 percent | decrease | result"),
    ("{X} halved", "50 percent | decrease | result"), ("Cut {x} in half", "50 percent | decrease | result"), ("Grew {x} 3X", "3 ratio | increase | result"),
)  # fmt: skip
PAIRS = (
    ("9 s", "3 s", "3 seconds (from 9)"), ("9s", "3s", "3 seconds (from 9)"), ("12 days", "4 days", "4 days (from 12)"), ("12", "4 days", "4 days (from 12)"),
    ("8%", "3%", "3 percent (from 8)"), ("8.5 %", "3.2 %", "3.2 percent (from 8.5)"), ("two hours", "15 minutes", "15 minutes (from 120)"), ("2 hours", "15 minutes", "15 minutes (from 120)"),
    ("$4.2M", "$3.1M", "3,100,000 USD (from 4,200,000)"), ("€400k", "€90k", "90,000 EUR (from 400,000)"), ("3h", "20min", "20 minutes (from 180)"), ("two weeks", "three days", "3 days (from 14)"),
    ("~9 minutes", "under 3 minutes", "<3 minutes (from 9)"), ("**45 minutes**", "**20 minutes**", "20 minutes (from 45)"),
)  # fmt: skip
MOVES = (
    "Cut {x} from {a} to {b}", "{X} dropped from {a} to {b}", "Brought {x} from {a} down to {b}", "{X}: {a} → {b}", "{X} ({a} → {b})", "{X} went from {a} to just {b}",
    "{X} fell to {b} (from {a})", "Reduced {x} to {b} from {a}", "{X}: from {a} to {b}", "{X} from {a} to {b}", "{X}: {a} -> {b}", "{X} is now {b}, down from {a}",
    "{X}: {b} (was {a})", "{X}: {a} before, {b} after", "Rewrote the forms, taking {x} from {a} to {b}", "Rewrote the forms and {x} fell from {a} to {b}", "{X} was {a}, now {b}",
    "Reduced {x} ({a} to {b})", "{X}: {a} to {b}", "Shortened {x}, which used to be {a}, to {b}", "{X} reduced from {a} to {b}", "{X} {a} ⇒ {b}", "{b} {x} instead of {a}",
)  # fmt: skip
SAVINGS = (
    ("Saved 40 hours a month", "40 hours/month | decrease | result"), ("Automated the rota, saving 40 hours a month", "40 hours/month | decrease | result"),
    ("Saving the team 40 hours per month", "40 hours/month | decrease | result"), ("Saves 40 hours/month", "40 hours/month | decrease | result"), ("40 hours saved per month", "40 hours/month | decrease | result"),
    ("Freed up 40 hours of nursing time every month", "40 hours/month | decrease | result"), ("Saved ~40 staff hours weekly", "~40 staff hours/week | decrease | scale"),
    ("Saved the hospital $1.2M annually", "1,200,000 USD/year | decrease | result"), ("Renegotiated the leases, saving £85,000 a year", "85,000 GBP/year | decrease | result"),
    ("Annual savings of €250k", "250,000 EUR/year | decrease | result"), ("Cost savings: $1.2 million per year", "1,200,000 USD/year | decrease | result"), ("Identified savings of CHF 2'400'000", "2,400,000 CHF | decrease | result"),
    ("Cut costs by $300K", "300,000 USD | decrease | result"), ("Lowered the cloud bill by 18k€ a year", "18,000 EUR/year | decrease | result"), ("Reduced waste by 4 tonnes a year", "4 tonnes/year | decrease | result"),
    ("Delivered the school 3 weeks early", "3 weeks | decrease | result"), ("Opened the ward two months ahead of schedule", "2 months | decrease | result"), ("Finished £40k under budget", "40,000 GBP | decrease | result"),
)  # fmt: skip
MONEY = (
    ("Raised $2.5M for the new theatre", "2,500,000 USD | none | result"), ("Raised $2.5 million in grants", "2,500,000 USD | none | result"), ("Generated £1.4m in new business", "1,400,000 GBP | none | result"),
    ("Closed deals worth over €3 million", ">3,000,000 EUR | none | scale"), ("Brought in 450k EUR of new contracts", "450,000 EUR | none | result"), ("Recovered USD 212,000 of unpaid bills", "212,000 USD | none | result"),
    ("Managed a budget of $5M", "5,000,000 USD | none | scale"), ("Managed a $5M budget", "5,000,000 USD | none | scale"), ("Budget responsibility: €2.3M", "2,300,000 EUR | none | scale"), ("Managed an annual budget of ₹4 crore", "40,000,000 INR/year | none | scale"),
    ("P&L responsibility for a £12m region", "12,000,000 GBP | none | scale"), ("Oversaw a portfolio worth $80 million", "80,000,000 USD | none | scale"), ("Sold 1.3 million euros of pumps", "1,300,000 EUR | none | result"),
    ("Added $900K in ARR", "900,000 USD | increase | result"), ("Secured a grant of 350,000 SEK", "350,000 SEK | none | result"), ("Won a €750K grant from the lottery fund", "750,000 EUR | none | result"), ("Processed $3B in payments", "3,000,000,000 USD | none | result"),
    ("Settled claims totalling R$ 1,8 milhão", "1,800,000 BRL | none | result"), ("Grew turnover to ¥90m", "90,000,000 JPY | increase | result"), ("Secured US$2.5m in seed funding", "2,500,000 USD | none | result"),
)  # fmt: skip
SCALES = (
    ("Built the ledger serving 2M users", "2,000,000 users | none | scale"), ("Ran the rota for 40 clinics", "40 clinics | none | scale"), ("Used by 2M+ users", ">=2,000,000 users | none | scale"), ("2M+ users", ">=2,000,000 users | none | scale"),
    ("Handles 5k requests per second", "5,000 requests/second | none | scale"), ("Handled 5,000 req/s at peak", "5,000 requests/second | none | scale"), ("Maintained a codebase of 400k lines", "400,000 lines | none | scale"), ("A codebase of 400,000 lines of code", "400,000 lines | none | scale"),
    ("Processed 3 TB of scans a day", "3 TB/day | none | scale"), ("Responsible for 28 beds on the surgical ward", "28 beds | none | scale"), ("Cared for 6 patients per shift", "6 patients | none | scale"), ("Cared for up to 12 patients daily", "<=12 patients/day | none | scale"),
    ("Taught classes of 30 pupils", "30 pupils | none | scale"), ("Taught 120 students each term", "120 students | none | scale"), ("Served 300 covers a night", "300 covers/day | none | scale"), ("Prepared 250+ meals daily", ">=250 meals/day | none | scale"), ("Managed 14 stores in three regions", "14 stores | none | scale & 3 regions | none | scale"),
    ("Answered 80 calls a day", "80 calls/day | none | scale"), ("Answered 80-100 calls per day", "80..100 calls/day | none | scale"), ("Managed a caseload of 45 clients", "45 clients | none | scale"), ("Shipped 4,000 parcels a day from the depot", "4,000 parcels/day | none | scale"), ("Dispatched 60 trucks every night", "60 trucks/day | none | scale"),
    ("Rolled out to 12 countries", "12 countries | none | scale"), ("Deployed across 300 servers", "300 servers | none | scale"), ("Reached an audience of 50,000", "50,000 people | none | scale"), ("Organized a conference for 600 attendees", "600 attendees | none | scale"), ("Ran a fleet of 85 vans", "85 vans | none | scale"),
    ("Supported 1,500 employees in 9 offices", "1,500 employees | none | scale & 9 offices | none | scale"), ("Reviewed 200 contracts a year", "200 contracts/year | none | scale"), ("Operated a 40,000 sq ft warehouse", "40,000 square_feet | none | scale"), ("10K downloads", "10,000 downloads | none | scale"), ("1.2k GitHub stars", "1,200 github stars | none | scale"),
)  # fmt: skip
MADE = (
    ("Wrote 40 articles", "40 articles | none | scale"), ("Taught 12 courses", "12 courses | none | scale"), ("Published 9 papers and 2 books", "9 papers | none | scale & 2 books | none | scale"), ("Supervised 7 theses", "7 theses | none | scale"), ("Built 14 dashboards", "14 dashboards | none | scale"),
    ("Migrated 60 services to Kubernetes", "60 services | none | scale"), ("Conducted 25 user interviews", "25 user interviews | none | scale"), ("Closed 33 deals in one quarter", "33 deals | none | scale"), ("Drafted over 150 briefs", ">150 briefs | none | scale"), ("Trained 18 new hires", "18 new hires | none | scale"),
    ("Delivered 20+ projects", ">=20 projects | none | scale"), ("Fixed more than 500 bugs", ">500 bugs | none | scale"), ("Installed two hundred meters", "200 meters | none | scale"), ("Inspected 1 200 homes", "1,200 homes | none | scale"), ("Photographed 35 weddings", "35 weddings | none | scale"), ("Cataloged some 3,400 maps", "~3,400 maps | none | scale"),
)  # fmt: skip
TEAMS = (
    ("Led a team of 8", "8 people | none | team"), ("Led a team of eight", "8 people | none | team"), ("Led a team of 8 engineers", "8 engineers | none | team"), ("Team of 8", "8 people | none | team"), ("Team size: 9", "9 people | none | team"), ("Team: 9 people", "9 people | none | team"), ("Led 8 engineers", "8 engineers | none | team"),
    ("Managed twenty consultants", "20 consultants | none | team"), ("Managed 6 direct reports", "6 direct reports | none | team"), ("Supervised a staff of 15", "15 people | none | team"), ("Supervised 15 nurses on night shift", "15 nurses | none | team"), ("Ran a line of 35 workers", "35 workers | none | team"), ("Mentored 4 junior developers", "4 junior developers | none | team"),
    ("Grew the team from 4 to 15", "15 people (from 4) | increase | team"), ("Grew the team from 4 to 15 engineers", "15 engineers (from 4) | increase | team"), ("Built and led a 12-person team", "12 people | none | team"), ("Led a 12-member team", "12 members | none | team"), ("Led a cross-functional team of 8 (design, product, QA)", "8 people | none | team"),
    ("Coordinated a crew of 22 fitters", "22 fitters | none | team"), ("Managed a team of 10-12 agents", "10..12 agents | none | team"), ("Managed 10+ people across two sites", ">=10 people | none | team & 2 sites | none | scale"), ("Headed a kitchen brigade of 14", "14 people | none | team"), ("Hired and coached 11 teachers", "11 teachers | none | team"), ("Responsible for 25 staff", "25 staff | none | team"),
    ("Led a team of over 30 volunteers", ">30 volunteers | none | team"), ("Managing a team of approx. 20 employees", "~20 employees | none | team"), ("Worked in a team of five", "5 people | none | team"), ("Worked in a Scrum team of 7 developers", "7 developers | none | team"), ("Oversaw 3 teams and 24 people", "3 teams | none | scale & 24 people | none | team"),
)  # fmt: skip
DURATIONS = (
    ("Delivered the new school in 6 weeks", "6 weeks | none | duration"), ("Moved the archive over three months", "3 months | none | duration"), ("Ran a six-month programme for carers", "6 months | none | duration"), ("Completed the audit within 10 days", "<10 days | none | duration"), ("Rebuilt the site in under 4 months", "<4 months | none | duration"), ("Planned and opened the shop in just 90 days", "90 days | none | duration"),
    ("Wrote the prototype in two weeks", "2 weeks | none | duration"), ("Led an 18-month migration to SAP", "18 months | none | duration"), ("Finished the pilot in 3-4 weeks", "3..4 weeks | none | duration"), ("Shipped the first version in 48 hours", "48 hours | none | duration"),
)  # fmt: skip
LEVELS = (
    ("Kept uptime at 99.95%", "99.95 percent | none | result"), ("99.95% uptime", "99.95 percent | none | result"), ("Maintained 99.9% availability", "99.9 percent | none | result"), ("Achieved 98% on-time delivery", "98 percent | none | result"), ("Test coverage of 92%", "92 percent | none | result"), ("Raised test coverage to 92%", "92 percent | increase | result"), ("Customer satisfaction: 96%", "96 percent | none | result"),
    ("Rated 4.8/5 by guests", "4.8 of 5 | none | result"), ("Rated 4.8 out of 5 by students", "4.8 of 5 | none | result"), ("NPS of 62", "62 NPS | none | result"), ("Raised NPS from 31 to 62", "62 NPS (from 31) | increase | result"), ("Ranked 3rd of 120 sales reps", "3 rank of 120 | none | result & 120 sales reps | none | scale"), ("Ranked #1 of 45 stores", "1 rank of 45 | none | result & 45 stores | none | scale"), ("Ranked in the top 5% of reps", "5 percent | none | result"),
    ("Exceeded quota by 22%", "22 percent | increase | result"), ("Achieved 122% of quota", "122 percent | none | result"), ("Hit 115% of target in every quarter", "115 percent | none | result"), ("Error rate below 0.5%", "<0.5 percent | none | result"), ("Kept p95 latency under 200 ms", "<200 milliseconds | none | result"), ("Accuracy of 94% on the test set", "94 percent | none | result"),
    ("Won 9 of 11 cases", "9 cases | none | scale"), ("Zero accidents", "no accidents | none | result"), ("Response time: 80 ms", "80 milliseconds | none | result"), ("93% of pupils passed the exam", "93 percent | none | result"), ("Bounce rate 23%", "23 percent | none | result"),
)  # fmt: skip
SENTENCES = {
    "factors": FACTORS, "savings": SAVINGS, "money": MONEY, "scales": SCALES, "made": MADE, "teams": TEAMS, "durations": DURATIONS, "levels": LEVELS,
}  # fmt: skip
