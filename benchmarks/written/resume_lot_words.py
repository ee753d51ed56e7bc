"""The invented people whose résumés are put together by lot: of nine trades, each with posts, works, studies and what else stands on such a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Work:
    """A piece of work with a name; its sentence, its tools and what came of it, of which `figure` is the number's words."""

    name: str
    sentence: str
    tools: str
    result: str
    figure: str = ""


@dataclass(frozen=True, slots=True)
class Post:
    """A position, its bullets from what must be a work (if any) to what is none, and what the house is."""

    title: str
    house: str
    place: str
    dates: tuple[int, int, int, int]
    """First year and month, last year and month; 0 for a post that goes on."""
    about: str
    deed: str
    """A bullet whose work counts where it is found."""
    routine: str
    """A bullet that tells of no work."""
    tools: str


@dataclass(frozen=True, slots=True)
class Study:
    """A degree: its letters or words, its field, where and when."""

    degree: str
    field: str
    school: str
    years: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Career:
    """One person's page."""

    person: str
    letters: str
    calling: str
    place: str
    summary: str
    posts: Sequence[Post]
    works: Sequence[Work]
    studies: Sequence[Study]
    skills: Sequence[tuple[str, str]]
    certificate: str
    paper: str
    helping: str


CAREERS: tuple[Career, ...] = (
    Career(
        "Rosa Quill", "MSc", "Backend Engineer", "Hull, UK", "Engineer who likes slow, careful systems and quick releases.",
        (Post("Senior Backend Engineer", "Oda & Finch", "Hull, UK", (2019, 1, 2023, 7), "A maker of booking software for harbours.",
              "Cut failed payments by moving retries to a queue", "Reviewed the code of colleagues", "Go, Kafka"),
         Post("Software Engineer", "Brightkelp Systems", "Leeds, UK", (2015, 3, 2018, 12), "A young firm for weather data.",
              "Rewrote the nightly import in Python", "Took part in the on-call rota", "Python, PostgreSQL"),
         Post("Junior Developer", "Tarnwick Lines", "York, UK", (2013, 9, 2015, 2), "A ferry company.",
              "Moved the timetable to a new server", "Answered tickets of other offices", "PHP, MySQL")),
        (Work("Harbour Ledger", "A web app that keeps the books of small marinas.", "React, Django", "Month end takes 60% less time.", "60% less"),
         Work("Tidewatch", "Alerts for rowing clubs when the tide turns early.", "FastAPI, Redis", "Cut false alarms by 35%.", "35%"),
         Work("Menu Planner", "A mobile app which plans the menus of school kitchens.", "Flutter, Firebase", "Planning time fell by 25%.", "25%")),
        (Study("MSc", "Computer Science", "University of Varnsk", (2011, 2013)), Study("BSc", "Mathematics", "Tarnwick College", (2008, 2011))),
        (("Languages", "Python, Go, SQL"), ("Tools", "Docker, Git, Terraform")),
        "Certified Kubernetes Administrator, 2021", "“Queues that forget”, Journal of Small Systems, 2020", "Coach, Hull Code Club, 2018 – 2020"),
    Career(
        "Bilal Farrow", "RN, BSN", "Registered Nurse", "Cork, Ireland", "Nurse with years on busy surgical wards who keeps calm and teaches gladly.",
        (Post("Charge Nurse", "St. Alder Hospital", "Cork, Ireland", (2020, 2, 0, 0), "A teaching hospital.",
              "Introduced bedside handover on the ward", "Cared for patients after surgery", "Epic"),
         Post("Staff Nurse", "Mellow Vale Clinic", "Galway, Ireland", (2016, 6, 2020, 1), "A clinic for day surgery.",
              "Set up a checklist for new drips", "Gave medicine and kept charts", "Cerner"),
         Post("Care Assistant", "Harrow Lodge Care Home", "Galway, Ireland", (2014, 5, 2016, 5), "A home for older people.",
              "Started a weekly walking group", "Helped residents with meals and washing", "Excel")),
        (Work("Quiet Nights", "A ward programme that lowers noise after dark.", "Excel, SurveyMonkey", "Complaints about noise fell by 45%.", "45%"),
         Work("Falls Huddle", "Short meetings after each fall to find its cause.", "Epic", "Falls went down by 30%.", "30%"),
         Work("Safe Drip Pathway", "A new pathway for central lines.", "Power BI", "Infections were cut by 22%.", "22%")),
        (Study("BSc", "Nursing", "University of Lessing", (2010, 2014)), Study("PgDip", "Critical Care Nursing", "Cashel Institute of Health", (2017, 2018))),
        (("Clinical", "Wound care, triage, IV therapy"), ("Systems", "Epic, Cerner")),
        "Advanced Life Support, 2022", "“Handover at the bed”, Nursing Notes, 2021", "First aider, Galway Marathon, 2017 – 2019"),
    Career(
        "Ines Calder", "M.Ed.", "Science Teacher", "Porto, Portugal", "Teacher who brings the lab to children that think they hate it.",
        (Post("Head of Science", "Brookmere School", "Porto, Portugal", (2018, 9, 2024, 6), "An international school.",
              "Wrote a new physics course for the lower years", "Led weekly meetings of the department", "Moodle, GeoGebra"),
         Post("Physics Teacher", "Colégio Ferrol", "Braga, Portugal", (2014, 9, 2018, 7), "A private school by the river.",
              "Organised the yearly science fair", "Taught lower classes", "Moodle"),
         Post("Teaching Assistant", "Lumen Primary Academy", "Braga, Portugal", (2012, 9, 2014, 7), "A primary school.",
              "Built a small weather station with pupils", "Supported pupils who needed more time", "Scratch")),
        (Work("Physics on Wheels", "A van with experiments that visits village schools.", "Arduino, Scratch", "Interest in science rose by 40%.", "40%"),
         Work("Open Lab Fridays", "An open lab where pupils choose what they measure.", "GeoGebra", "Exam results improved by 15%.", "15%"),
         Work("Marking Made Light", "A shared scheme for marking lab books.", "Google Sheets", "Marking time fell by 50%.", "50%")),
        (Study("MEd", "Science Education", "University of Ferrol", (2010, 2012)), Study("BSc", "Physics", "Mondego University", (2007, 2010))),
        (("Teaching", "Inquiry, assessment, special needs"), ("Software", "Moodle, GeoGebra")),
        "Qualified Teacher Status, 2013", "“Labs without fear”, School Science Letters, 2019", "Trainer, Braga Swimming Club, 2013 – 2016"),
    Career(
        "Anouk Delmar", "LL.M.", "Employment Lawyer", "Ghent, Belgium", "Lawyer for works councils and mid-sized firms, at ease before courts.",
        (Post("Senior Associate", "Varga Linden LLP", "Ghent, Belgium", (2019, 4, 0, 0), "A law firm with a focus on labour law.",
              "Negotiated a social plan for a closing plant", "Advised clients on dismissals", "iManage"),
         Post("Associate", "Hobday Quint Advocates", "Antwerp, Belgium", (2015, 10, 2019, 3), "A boutique firm.",
              "Drafted a set of model contracts for franchisees", "Appeared before labour courts", "Westlaw"),
         Post("Legal Trainee", "City Court of Meerle", "Meerle, Belgium", (2013, 10, 2015, 9), "A court of first instance.",
              "Reorganised the archive of closed cases", "Prepared hearings and drafted judgments", "Excel")),
        (Work("Contract Atlas", "A searchable set of clauses for the whole firm.", "SharePoint, Power Automate", "Drafting time fell by 30%.", "30%"),
         Work("Fair Exit Toolkit", "Letters and steps for a clean dismissal.", "Word, iManage", "Disputes were cut by 20%.", "20%"),
         Work("Council Days", "A yearly training for works councils.", "Webex", "Attendance grew by 65%.", "65%")),
        (Study("LLM", "Labour Law", "University of Meerle", (2012, 2013)), Study("LLB", "Law", "Scheldt University", (2008, 2011))),
        (("Law", "Employment law, litigation, negotiation"), ("Research", "Westlaw, iManage")),
        "Admitted to the Bar of Ghent, 2015", "“Notice periods in family firms”, Labour Law Review, 2018", "Adviser, Ghent Tenants' Clinic, 2016 – 2018"),
    Career(
        "Tomasz Reville", "", "Head Chef", "Gdynia, Poland", "Chef who cooks with the market and keeps costs in hand.",
        (Post("Head Chef", "The Copper Heron", "Gdynia, Poland", (2021, 3, 0, 0), "A harbour restaurant.",
              "Launched a tasting menu built on local fish", "Ran a busy kitchen", "Toast POS"),
         Post("Sous Chef", "Hotel Marrow", "Sopot, Poland", (2017, 5, 2021, 2), "A hotel by the pier.",
              "Redesigned the breakfast buffet", "Ordered goods and wrote the rota", "Excel"),
         Post("Commis Chef", "Bistro Lantern", "Gdańsk, Poland", (2015, 6, 2017, 4), "A small bistro.",
              "Brought in a system for labelling stock", "Prepared vegetables and sauces", "Excel")),
        (Work("Nothing Wasted", "A plan to use the whole fish and every peel.", "Excel, Toast POS", "Food waste fell by 38%.", "38%"),
         Work("Harbour Supper Club", "Monthly dinners cooked with fishermen.", "Mailchimp", "Bookings grew by 55%.", "55%"),
         Work("Cold Larder Rebuild", "A new order for the cold store.", "Trello", "Spoilage was reduced by 18%.", "18%")),
        (Study("Diploma", "Culinary Arts", "Baltic Culinary School", (2013, 2015)), Study("BA", "Hospitality Management", "Gdynia Trade College", (2016, 2017))),
        (("Kitchen", "Menu design, butchery, pastry"), ("Office", "Excel, Toast POS")),
        "HACCP Level 3, 2019", "“Cooking with the tide”, Baltic Table, 2022", "Cook, Gdynia Soup Kitchen, 2018 – 2020"),
    Career(
        "Maren Oyelaran", "MBA", "Sales Manager", "Lagos, Nigeria", "Sales lead who builds regions from nothing and keeps customers for years.",
        (Post("Regional Sales Manager", "Kestrel Foods", "Lagos, Nigeria", (2020, 1, 2024, 3), "A maker of packed grain.",
              "Opened the northern region with new dealers", "Reported figures to the board each month", "Salesforce, Tableau"),
         Post("Key Account Manager", "Pallas Beverages", "Accra, Ghana", (2016, 8, 2019, 12), "A bottler of soft drinks.",
              "Developed a loyalty scheme for kiosks", "Looked after key accounts", "HubSpot"),
         Post("Sales Representative", "Orrin Telecom", "Kumasi, Ghana", (2013, 2, 2016, 7), "A mobile network.",
              "Set up a phone shop at the bus station", "Visited dealers and took orders", "Excel")),
        (Work("Kiosk Rewards", "A stamp card on the phone for small shops.", "HubSpot, Twilio", "Repeat orders grew by 42%.", "42%"),
         Work("Dealer Academy", "A week of training for new dealers.", "Moodle", "Sales per dealer rose by 28%.", "28%"),
         Work("Route Refresh", "New delivery routes for the coast.", "Tableau", "Fuel costs fell by 17%.", "17%")),
        (Study("MBA", "Marketing", "Volta Business School", (2017, 2019)), Study("BA", "Economics", "University of Kintampo", (2009, 2012))),
        (("Sales", "Negotiation, forecasting, dealer networks"), ("Tools", "Salesforce, HubSpot, Tableau")),
        "Certified Sales Professional, 2018", "“Selling at the bus stop”, Trade West, 2021", "Mentor, Accra Young Traders, 2017 – 2019"),
    Career(
        "Sunniva Brandt", "PhD", "Research Scientist", "Uppsala, Sweden", "Biologist who models how fish move and writes code that others can run.",
        (Post("Postdoctoral Researcher", "Institute of Northern Waters", "Uppsala, Sweden", (2021, 9, 0, 0), "A public institute for lakes and rivers.",
              "Developed a model of salmon routes in R", "Supervised doctoral students", "R, Python"),
         Post("Research Assistant", "University of Aldmark", "Aldmark, Denmark", (2016, 9, 2021, 8), "Department of Biology.",
              "Designed a tagging study in cold fjords", "Taught statistics to first-year students", "R, MATLAB"),
         Post("Lab Technician", "Norvik Seafarms", "Bergen, Norway", (2014, 8, 2016, 7), "A salmon farm.",
              "Automated the counting of eggs", "Cleaned tanks and kept records", "ImageJ")),
        (Work("FjordTrack", "An open package that joins tag signals to maps.", "R, Leaflet", "Analysis time fell by 70%.", "70%"),
         Work("Salmon Atlas", "A map of spawning grounds for river owners.", "QGIS, PostGIS", "Visits grew by 33%.", "33%"),
         Work("EggCount", "Counts eggs on photos taken with a phone.", "PyTorch, OpenCV", "Errors were cut by 48%.", "48%")),
        (Study("PhD", "Marine Biology", "University of Aldmark", (2016, 2021)), Study("MSc", "Biology", "Bjornvik University", (2012, 2014))),
        (("Methods", "Mixed models, tagging, remote sensing"), ("Software", "R, Python, QGIS")),
        "Research Diver, 2017", "Brandt S., Aas K. “Routes of salmon in cold water”, Nordic Waters 12, 2022", "Guide, Uppsala Science Night, 2021 – 2023"),
    Career(
        "Devika Sorel", "P.E.", "Mechanical Engineer", "Pune, India", "Engineer for pumps and valves, from the drawing to the test bench.",
        (Post("Lead Mechanical Engineer", "Pumora Industries", "Pune, India", (2018, 7, 2024, 2), "A maker of pumps for farms.",
              "Designed a seal that survives sand", "Checked drawings of junior engineers", "SolidWorks, ANSYS"),
         Post("Design Engineer", "Trellis Motors Ltd", "Nashik, India", (2014, 7, 2018, 6), "A maker of small engines.",
              "Reworked the cooling of a small engine", "Prepared drawings and parts lists", "AutoCAD"),
         Post("Graduate Trainee", "Balaji Valve Works", "Nashik, India", (2013, 7, 2014, 6), "A foundry.",
              "Set up a test rig for valves", "Worked in rotation in all shops", "AutoCAD")),
        (Work("SandSeal", "A shaft seal for pumps in sandy wells.", "SolidWorks, ANSYS", "Warranty claims fell by 52%.", "52%"),
         Work("Bench Monitor", "Logs pressure and heat of test benches.", "LabVIEW, Arduino", "Test time was cut by 26%.", "26%"),
         Work("Quiet Impeller", "A new blade shape for garden pumps.", "ANSYS, MATLAB", "Noise went down by 12%.", "12%")),
        (Study("B.Tech", "Mechanical Engineering", "Godavari Institute of Technology", (2009, 2013)), Study("M.Tech", "Machine Design", "Sahyadri University", (2015, 2017))),
        (("CAD", "SolidWorks, AutoCAD, CATIA"), ("Analysis", "ANSYS, MATLAB")),
        "Six Sigma Green Belt, 2019", "“Seals in sand”, Pump Letters, 2020", "Tutor, Pune Maker Space, 2019 – 2021"),
)  # fmt: skip
