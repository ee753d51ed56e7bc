"""The forms that pages of a portfolio are put together from: what stands above the works, in each work, and below them."""

from __future__ import annotations

from collections.abc import Mapping

Forms = Mapping[str, str]

# ---------------------------------------------------------------- a site, copied from the browser as plain text

PASTED_TOPS: Forms = {
    "name": "Rosa Quill", "name and trade": "ROSA QUILL\nDesigner and engineer", "menu and hero": "Rosa Quill\nHome\nWork\nAbout\nContact\nHi, I'm Rosa.\nI make calm tools for small harbours and hospitals.\nSee my work",
    "menu in a line": "Rosa Quill    Home    About    Projects    Contact\n\nMaker of calm tools, based in Hull", "skip link": "Skip to content\nRosa Quill\nWork  About  Contact\n\nI make calm tools for small harbours.",
    "barred menu": "Home | Work | About | Contact\n\nRosa Quill", "available": "Available for new work\nHello! I'm Rosa Quill\nI make calm tools.\nGet in touch\nDownload CV",
    "counts": "Rosa Quill\nMaker of calm tools\n8+\nYears of experience\n40+\nProjects delivered", "about first": "Rosa Quill\n\nAbout\n\nI make calm tools for small harbours. I live by the sea and like long trains.",
    "skills first": "Rosa Quill\n\nSkills\n\nInterviews, workshops, writing", "socials": "Rosa Quill\nLinkedIn\nGitHub\nEmail",
}  # fmt: skip
PASTED_SECTIONS: Forms = {
    "projects": "Projects", "selected": "Selected work", "featured": "Featured Projects", "capitals": "MY WORK", "built": "Things I've built", "cases": "Case studies",
    "with a line": "Portfolio\nA few things that I am proud of", "years": "Recent projects (2019–2023)", "number": "02. Projects", "filters": "Projects\nAll\nWeb\nMobile\nBranding", "clients": "Client work",
    "underlined": "Projects\n--------", "doing": "What I've been working on", "latest": "Latest work\nView all", "bracket": "[ Selected works ]",
}  # fmt: skip
PASTED_TITLES: Forms = {
    "name": "{N}", "number above": "0{i}\n{N}", "number": "{i}. {N}", "year": "{N} ({Y})", "year behind": "{N}, {Y}", "kind behind": "{N} — {K}", "year above": "{Y}\n{N}", "kind above": "{K}\n{N}", "kind below": "{N}\n{K}",
    "capitals": "{X}", "featured": "Featured Project\n{N}", "arrow": "{N} ↗", "caption above": "Screenshot of {N}\n{N}", "project label": "Project {i}: {N}", "client below": "{N}\n{C}", "client above": "{C}\n{N}",
    "kind and year below": "{N}\n{K}, {Y}", "picture": "🚀 {N}", "numbered slash": "0{i} / {N}",
}  # fmt: skip
PASTED_FACTS: Forms = {
    "none": "", "none either": "", "labels": "Role: {P}\nClient: {C}\nYear: {Y}", "labels above": "Client\n{C}\nRole\n{P}\nYear\n{Y}", "role and year": "{P} · {Y}", "client and year": "{C} / {Y}",
    "role, client": "{P}, {C}", "year": "{Y}", "one line of labels": "Role: {P} | Year: {Y}",
}  # fmt: skip
BODIES: Forms = {
    "line": "{W}", "line with a point": "{W}.", "prose": "{S} {A} {R}", "two paragraphs": "{S}\n\n{A} {R}", "line, prose": "{W}.\n\n{S} {A} {R}", "bullets": "- {A}\n- {R}", "line, bullets": "{W}\n- {S}\n- {A}\n- {R}",
    "three paragraphs": "{S}\n\n{A}\n\n{R}", "action": "{A} {R}", "labelled": "Problem: {S}\nSolution: {A}\nResult: {R}", "questions": "The problem\n{S}\nWhat I did\n{A}\nOutcome\n{R}",
}  # fmt: skip
PASTED_TOOLS: Forms = {
    "none": "", "lines": "{TL}", "commas": "{T}", "dots": "{TD}", "spaces": "{TS}", "hashtags": "{TH}", "Tech": "Tech: {T}", "built with": "Built with {TA}.", "Tools used": "Tools used: {T}", "label above": "Tools\n{TL}",
    "brackets": "[{T}]", "bars": "{TB}", "bullets": "{TI}", "stack": "Stack — {T}", "made with": "Made with {T}",
}  # fmt: skip
PASTED_LINKS: Forms = {
    "none": "", "none either": "", "view": "View project", "two lines": "Live demo\nSource code", "two in a line": "GitHub   Live Demo", "case": "View case study →", "more": "Read more", "bar": "Code | Demo", "site": "Visit site ↗", "bare": "https://z.example/{i}",
}  # fmt: skip
ORDERS: Forms = {
    "usual": "fbtl", "tools first": "tfbl", "tools before": "ftbl", "facts behind": "bfl t", "links first": "flbt", "facts last": "btlf",
}  # fmt: skip
GAPS: Forms = {"tight": "\n", "airy": "\n\n", "tight, ruled": "\n"}
"""What stands between the parts of a work."""
BREAKS: Forms = {"tight": "\n\n", "airy": "\n\n", "tight, ruled": "\n\n---\n\n"}
"""What stands between works."""
PASTED_AFTER: Forms = {
    "nothing": "", "about": "About\n\nI like tide mills and long trains. I have been doing this for ten years.", "about tight": "About me\nI like tide mills and long trains.", "skills": "Skills\n\nLanguages\nPython\nSQL\n\nPeople\nFacilitation",
    "testimonials": "Testimonials\n\n\"Rosa listens before she draws. The best hire of the year.\"\nAnna Berg, Head of Product", "kind words": "What people say\n\n“She made our Mondays shorter.”\n— Tom Arden, harbour master",
    "posts": "Latest posts\n\nWhy I stopped drawing dashboards\nMarch 4, 2022 · 5 min read\nOn the length of meetings\nJanuary 9, 2022 · 3 min read", "talks": "Talks\n\nTides and tools, Hull 2022\nSmall data for small towns, Leeds 2021",
    "services": "Services\n\nResearch\nI talk with the people who will use it.\n\nPrototypes\nI draw it before anyone builds it.\n\nCoaching\nI sit with your team for a day.", "prices": "Pricing\n\nStarter\n€900\nOne week of work\n\nTeam\n€3,000\nOne month of work",
    "newsletter": "Newsletter\n\nOne letter a month. No noise.\nYour email\nSubscribe", "contact": "Contact\n\nLet's work together\nrosa@quill.example", "call": "Have a project in mind?\nLet's talk", "footer": "© 2023 Rosa Quill. All rights reserved.\nBack to top",
    "more": "See all projects →", "pager": "← Previous   1 2 3   Next →", "questions": "FAQ\n\nDo you work abroad?\nYes, by train.\n\nHow long does a project take?\nSix weeks on average.", "process": "How I work\n\n1. Listen\n2. Draw\n3. Build",
    "awards": "Awards\n\nVarnsk Design Prize, 2021", "clients": "Trusted by\n\nTarnwick Lines\nOda & Finch\nBrightkelp",
}  # fmt: skip

# ---------------------------------------------------------------- Markdown

MARKED_TOPS: Forms = {
    "nothing": "", "name": "# Rosa Quill", "hello": "# Hi, I'm Rosa 👋\n\nI make calm tools for small harbours.", "badges": "<h1 align=\"center\">Rosa Quill</h1>\n\n<p align=\"center\">\n  <a href=\"https://x.example\"><img src=\"https://img.shields.io/badge/Email-blue\" alt=\"Email\"/></a>\n</p>",
    "front matter": "---\ntitle: Projects\nlayout: page\n---", "about items": "# Rosa Quill\n\n- 🔭 I’m currently working on a map of tide mills\n- 🌱 I’m learning to sail\n- 📫 Write to me: rosa@quill.example",
    "repository": "# Portfolio\n\nThis repository holds some of my work. Each folder has its own notes.", "notion": "# Rosa Quill\n\nRole: Maker of calm tools\nLocation: Hull\n\n---", "stack": "# Rosa Quill\n\n## 🛠 Tech stack\n\n![Python](https://img.shields.io/badge/-Python-blue) ![Go](https://img.shields.io/badge/-Go-blue)",
    "contents": "# Portfolio of Rosa Quill\n\n## Table of contents\n\n- [About](#about)\n- [Projects](#projects)", "now": "# Rosa Quill\n\n## Currently\n\nI look after tide tables.",
}  # fmt: skip
MARKED_SECTIONS: Forms = {
    "projects": "## Projects", "featured": "## 🚀 Featured Projects", "selected": "## Selected work", "built": "## Things I've built", "code": "## :computer: Projects", "bold": "**Projects**", "open": "## Open source", "line": "## My work\n\nNewest first.", "rule": "---\n\n## Portfolio",
    "groups": "## Projects\n\n### Web", "cases": "## Case Studies", "side": "## Side projects", "capitals": "## PROJECTS",
}  # fmt: skip
MARKED_TITLES: Forms = {
    "heading": "### {N}", "link": "### [{N}](https://z.example/{i})", "bold": "**{N}**", "bold link": "**[{N}](https://z.example/{i})**", "number": "### {i}. {N}", "picture": "### 🚀 {N}", "year": "### {N} ({Y})", "kind": "### {N} — {K}", "client": "### {N} · {C}", "deeper": "#### {N}",
    "project label": "### Project {i}: {N}", "link behind": "### {N} [[code]](https://z.example/{i})", "shot above": "![{N}](shot{i}.png)\n\n### {N}", "shot below": "### {N}\n\n![screenshot](shot{i}.png)", "kind above": "*{K}*\n\n### {N}", "bar year": "### {N} | {Y}", "html": "<h3>{N}</h3>",
    "role italic": "### {N}\n\n*{P}, {Y}*", "code": "### `{N}`", "status": "### {N} ✅",
}  # fmt: skip
MARKED_TOOLS: Forms = {
    "none": "", "Tech": "**Tech:** {T}", "stack": "**Tech Stack**: {TB}", "italic": "*{T}*", "code": "{TC}", "badges": "{TG}", "built with": "Built with {TA}.", "label item": "- **Technologies:** {T}", "hashtags": "{TH}", "heading": "#### Technologies\n\n{TI}", "plain": "Technologies used: {T}",
    "dots": "{TD}", "picture": "🛠 {T}", "tools": "_Tools: {T}_", "table": "| Stack | {T} |\n|---|---|", "quote": "> {TD}", "small": "<sub>{T}</sub>",
}  # fmt: skip
MARKED_FACTS: Forms = {
    "none": "", "none either": "", "bold": "**Role:** {P}  \n**Client:** {C}  \n**Year:** {Y}", "items": "- **Role:** {P}\n- **Client:** {C}\n- **Year:** {Y}", "italic": "*{P} · {Y}*", "line": "{P} | {C} | {Y}", "quote": "> {K}, {Y}",
}  # fmt: skip
MARKED_LINKS: Forms = {
    "none": "", "view": "[View project](https://z.example/{i})", "two": "[Live demo](https://z.example/{i}) | [Source](https://y.example/{i})", "items": "- [Demo](https://z.example/{i})\n- [Code](https://y.example/{i})", "picture": "🔗 [Website](https://z.example/{i})", "label": "**Link:** <https://z.example/{i}>",
    "badge": "[![Demo](https://img.shields.io/badge/demo-blue)](https://z.example/{i})",
}  # fmt: skip
MARKED_AFTER: Forms = {
    "nothing": "", "about": "## About me\n\nI like tide mills and long trains.", "skills": "## Skills\n\n- **Languages:** Python, SQL\n- **People:** facilitation", "words": "## Testimonials\n\n> She made our Mondays shorter.\n>\n> — Tom Arden, harbour master",
    "posts": "## Latest blog posts\n\n- [Why I stopped drawing dashboards](https://b.example/1)\n- [On the length of meetings](https://b.example/2)", "talks": "## Talks\n\n- *Tides and tools*, Hull 2022", "stats": "## 📊 GitHub stats\n\n![stats](https://s.example/stats.svg)",
    "contact": "## 📫 Contact\n\n- Email: rosa@quill.example\n- [LinkedIn](https://l.example/rosa)", "services": "## Services\n\n### Research\n\nI talk with the people who will use it.\n\n### Coaching\n\nI sit with your team for a day.", "certificates": "## Certifications\n\n- Sailing licence, 2019", "fun": "## Fun facts\n\n- I own nine tide clocks",
    "licence": "## License\n\nText and pictures may be shared.", "learning": "## Currently learning\n\n- Welsh\n- Knots", "papers": "## Publications\n\n- Quill, R. (2021). Small data for small towns. *Journal of Tides*, 4.", "support": "## ☕ Support\n\n[Buy me a tea](https://t.example)",
}  # fmt: skip

# ---------------------------------------------------------------- lists and tables of works

LISTED: Forms = {
    "link dash": "- [{N}](https://z.example/{i}) - {W}{o}", "link colon": "- [{N}](https://z.example/{i}): {W}{o}", "bold dash": "- **{N}** — {W}{o}", "bold colon": "- **{N}:** {W}{o}", "bold link": "* **[{N}](https://z.example/{i})** – {W}{o}", "number": "{i}. **{N}** – {W}{o}",
    "picture": "- 🚢 **{N}**: {W}{o}", "year first": "- {Y} – **{N}**: {W}{o}", "plain dash": "- {N} – {W}{o}", "plain colon": "- {N}: {W}{o}", "nested": "- **{N}**\n  - {W}{o}", "nested more": "- **{N}** ({Y})\n  - {A}\n  - {R}{o}", "below": "- **{N}**  \n  {W}{o}", "client": "- **{N}** for {C}, {Y}. {W}{o}",
    "definition": "{N}\n: {W}{o}\n", "no bullet": "**{N}** – {W}{o}\n", "no bullet link": "[{N}](https://z.example/{i}) — {W}{o}\n", "heading link": "### [{N}](https://z.example/{i})\n{W}{o}\n", "code": "- `{N}` – {W}{o}", "result": "- **{N}** – {A} {R}{o}", "links behind": "- **{N}** – {W}{o} ([code](https://y.example/{i}), [demo](https://z.example/{i}))",
    "box": "- [x] **{N}** – {W}{o}", "comma": "- **{N}**, {W}{o}", "deep": "- **{N}** | {K} | {Y}{o}", "arrow": "→ **{N}** {W}{o}\n",
}  # fmt: skip
LISTED_TOOLS: Forms = {
    "none": "", "brackets": " ({T})", "built with": ". Built with {TA}.", "italic": ". *{T}*", "code": " {TC}", "bar": " | {T}", "square": " [{T}]", "hashtags": " {TH}", "dash": " — {TD}", "label": ". Tech: {T}", "using": ". Made with {TA}",
}  # fmt: skip
TABLES: Forms = {
    "Project | Description | Tech Stack": "{N} | {W} | {T}", "Project | Description | Tech Stack | Links": "**{N}** | {W} | {T} | [Demo](https://z.example/{i})", "# | Project | What it is | Stack": "0{i} | [{N}](https://z.example/{i}) | {W} | {TD}", "Name | Tools | Result": "{N} | {T} | {R}",
    "Year | Project | Client | Tools": "{Y} | {N} | {C} | {T}", "Project | What it does | Built with | Status": "🚢 **{N}** | {W} | {T} | ✅ Done", "Title | Role | Year | Technologies": "{N} | {P} | {Y} | {T}", "Project | Tech | Link": "{N} | {TC} | [Repo](https://z.example/{i})",
    "Repository | About | Language": "[{N}](https://z.example/{i}) | {W} | {T}", "Case | Challenge | Outcome | Tools": "{N} | {S} | {R} | {T}",
}  # fmt: skip

# ---------------------------------------------------------------- HTML

HTML_PAGES: Forms = {
    "plain": "<!doctype html><html><head><title>Rosa Quill</title></head><body><h1>Rosa Quill</h1><p>I make calm tools.</p>\n{}\n</body></html>",
    "site": '<!doctype html><html lang="en"><head><title>Rosa Quill – Portfolio</title><style>.a{color:red}</style></head><body><a class="skip" href="#main">Skip to content</a><header><nav><ul><li><a href="#work">Work</a></li><li><a href="#about">About</a></li><li><a href="#contact">Contact</a></li></ul></nav></header><main id="main"><section class="hero"><h1>Hi, I\'m Rosa Quill</h1><p>I make calm tools for small harbours.</p><a class="btn" href="#work">See my work</a></section>\n{}\n</main><footer><p>&copy; 2023 Rosa Quill</p></footer></body></html>',
    "divs": '<html><body><div class="navbar"><a href="/">Home</a> <a href="/work">Work</a></div><div class="intro"><div class="name">Rosa Quill</div><div>Maker of calm tools</div></div>\n{}\n<div class="foot">Made in Hull</div></body></html>',
}  # fmt: skip
HTML_SECTIONS: Forms = {
    "section": '<section id="work"><h2>{h}</h2>\n{}\n</section>', "grid": '<section class="projects"><div class="container"><h2 class="title">{h}</h2><p class="sub">A few things that I am proud of.</p><div class="grid">\n{}\n</div></div></section>', "list": "<h2>{h}</h2>\n<ul class='projects'>\n{}\n</ul>", "divs": '<div class="section"><div class="section-title"><h2>{h}</h2></div>\n{}\n</div>',
    "kicker": '<section><p class="eyebrow">Portfolio</p><h2>{h}</h2>\n{}\n</section>', "filters": '<section><h2>{h}</h2><div class="filters"><button>All</button><button>Web</button><button>Mobile</button></div><div class="grid">\n{}\n</div></section>',
}  # fmt: skip
HTML_HEADS: Forms = {
    "projects": "Projects",
    "selected": "Selected Work",
    "featured": "Featured Projects",
    "built": "Things I've built",
    "my": "My work",
    "number": "02. Projects",
    "recent": "Recent case studies",
}
HTML_CARDS: Forms = {
    "article": "<article>{}</article>", "card": '<div class="card"><img src="s.png" alt="Screenshot"><div class="body">{}</div></div>', "item": "<li>{}</li>", "linked": '<a class="card" href="/p/{i}">{}</a>', "figure": '<figure><img src="s.png" alt="{N}"><figcaption>{}</figcaption></figure>', "details": "<div class='project'><details open>{}</details></div>", "overlay": '<div class="p"><div class="num">0{i}</div>{}</div>',
}  # fmt: skip
HTML_TITLES: Forms = {
    "h3": "<h3>{N}</h3>", "h3 link": '<h3><a href="/p/{i}">{N}</a></h3>', "h4": "<h4>{N}</h4>", "kind above": '<span class="cat">{K}</span><h3>{N}</h3>', "year in": "<h3>{N} <span>{Y}</span></h3>", "year below": "<h3>{N}</h3><time>{Y}</time>", "strong": "<p><strong>{N}</strong></p>", "div": '<div class="title"><b>{N}</b></div>',
    "client below": '<h3>{N}</h3><p class="client">{C}</p>', "featured": '<p class="over">Featured Project</p><h3>{N}</h3>', "number": "<h3>{i}. {N}</h3>", "small": "<h3>{N}<small> {K}</small></h3>",
}  # fmt: skip
HTML_BODIES: Forms = {
    "line": "<p>{W}</p>", "prose": "<p>{S} {A} {R}</p>", "two": "<p>{W}.</p><p>{A} {R}</p>", "bullets": "<ul><li>{A}</li><li>{R}</li></ul>", "both": "<p>{S}</p><ul><li>{A}</li><li>{R}</li></ul>", "div": '<div class="desc">{S} {A} {R}</div>', "labelled": "<p><strong>Problem:</strong> {S}</p><p><strong>Solution:</strong> {A}</p><p><strong>Result:</strong> {R}</p>",
    "headed": "<h4>Challenge</h4><p>{S}</p><h4>Outcome</h4><p>{A} {R}</p>",
}  # fmt: skip
HTML_TOOLS: Forms = {
    "none": "", "list": '<ul class="tags">{TE}</ul>', "spans": '<div class="tags">{TP}</div>', "line": '<p class="tech">{T}</p>', "label": "<p><strong>Tech:</strong> {T}</p>", "em": "<p><em>Built with {TA}</em></p>", "hashtags": "<p>{TH}</p>", "dl": "<dl><dt>Tools</dt><dd>{T}</dd></dl>", "dots": '<span class="stack">{TD}</span>', "code": "<p>{TO}</p>",
}  # fmt: skip
HTML_FACTS: Forms = {
    "none": "", "none either": "", "dl": "<dl><dt>Client</dt><dd>{C}</dd><dt>Role</dt><dd>{P}</dd><dt>Year</dt><dd>{Y}</dd></dl>", "line": '<p class="meta">{P} · {Y}</p>', "spans": '<div class="meta"><span>{C}</span><span>{Y}</span></div>', "items": "<ul><li>Role: {P}</li><li>Year: {Y}</li></ul>",
}  # fmt: skip
HTML_LINKS: Forms = {
    "none": "", "view": '<a href="/p/{i}">View project</a>', "two": '<div class="links"><a href="https://z.example">Live Demo</a><a href="https://y.example">GitHub</a></div>', "icons": '<a href="https://y.example" aria-label="Code"><i class="icon"></i></a>', "button": "<button>Read more</button>", "arrow": '<p><a href="/p/{i}">Read case study →</a></p>',
}  # fmt: skip
HTML_AFTER: Forms = {
    "nothing": "", "about": '<section id="about"><h2>About</h2><p>I like tide mills and long trains.</p></section>', "skills": "<section><h2>Skills</h2><ul><li>Interviews</li><li>Python</li></ul></section>", "words": "<section><h2>Testimonials</h2><blockquote><p>She made our Mondays shorter.</p><cite>Tom Arden, harbour master</cite></blockquote></section>",
    "posts": "<section><h2>Latest posts</h2><article><h3>Why I stopped drawing dashboards</h3><p>5 min read</p></article><article><h3>On the length of meetings</h3><p>3 min read</p></article></section>", "services": "<section><h2>Services</h2><div><h3>Research</h3><p>I talk with the people who will use it.</p></div><div><h3>Coaching</h3><p>I sit with your team for a day.</p></div></section>",
    "contact": '<section id="contact"><h2>Get in touch</h2><form><label>Email</label><input><button>Send</button></form></section>', "newsletter": "<aside><h2>Newsletter</h2><p>One letter a month.</p></aside>", "process": "<section><h2>How I work</h2><ol><li>Listen</li><li>Draw</li></ol></section>", "prices": "<section><h2>Pricing</h2><div><h3>Starter</h3><p>€900</p></div><div><h3>Team</h3><p>€3,000</p></div></section>",
}  # fmt: skip
