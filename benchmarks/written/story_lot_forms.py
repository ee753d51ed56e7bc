"""The forms that pages of stories are put together from: how they begin, who tells them, where it was, how each is told. Draws nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

Forms = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Where:
    """Where employer, post and years stand; what none of the texts has is not known of the page."""

    page: str = ""
    """Above the stories."""
    title: str = ""
    """Behind a story's title."""
    below: str = ""
    """Below a story's title."""
    said: str = ""
    """In front of what a story begins with."""
    foot: str = ""
    """Below the stories."""
    ends: bool = True
    """Whether the years are those of the post."""

    @property
    def text(self) -> str:
        """All of it."""
        return " ".join((self.page, self.title, self.below, self.said, self.foot))


@dataclass(frozen=True, slots=True)
class Lot:
    """The forms of each dimension; one of each is drawn for a page."""

    heads: Forms
    """How a page begins; `{I}` where the teller's name may stand."""
    tellers: Forms
    """Who tells it, below the head; behind `||` at the page's foot."""
    wheres: Mapping[str, Where]
    titles: Forms
    told: Forms
    figures: Forms
    """Where figures stand; told in the parts if empty."""
    tools: Forms
    around: Forms
    ends: Forms
    works: int = 3


_TELLERS = {
    "nobody": "", "by": "By {P}", "bold": "**{P}**", "name label": "**Name:** {P}", "prepared": "*Prepared by {P}*", "says": "My name is {P}.",
    "signed": "||— {P}", "signed off": "||Best regards,\n{P}", "author at foot": "||*Written by {P}, last updated in March.*",
    "name and mail": "{P} | mail@quill.example | Leeds", "name heading": "## {P}", "hi": "Hi, I'm {P}, and these are my notes.",
}  # fmt: skip
_WHERES = {
    "nowhere": Where(),
    "facts": Where(page="**Role:** {T}  \n**Company:** {C}  \n**Period:** {Y} – {Z}"),
    "fact items": Where(page="- **Company:** {C}\n- **Position:** {T}\n- **Dates:** {Y}–{Z}"),
    "fact table": Where(page="| | |\n|---|---|\n| Employer | {C} |\n| Role | {T} |\n| When | {Y}–{Z} |"),
    "one line": Where(page="{T} at {C} ({Y}–{Z})"), "bold line": Where(page="**{T}, {C}** | {Y} – {Z}"), "dots": Where(page="{T} · {C} · {Y}–{Z}"),
    "where": Where(page="**Where:** {T} at {C}, {Y}–{Z}"), "heading": Where(page="## {C} ({Y}–{Z}) – {T}"), "heading, post below": Where(page="## {C}\n\n*{T}, {Y}–{Z}*"),
    "when I was": Where(page="All of these are from when I was a {T} at {C} ({Y}–{Z})."), "joined": Where(page="In {Y} I joined {C} as a {T}.", ends=False),
    "worked": Where(page="I worked at {C} as a {T} from {Y} to {Z}."), "my time": Where(page="These stories are from my time as {T} at {C}, {Y}–{Z}."),
    "since": Where(page="I have been a {T} at {C} since {Y}."),
    "closing": Where(foot="All of this happened at {C}, where I was a {T} from {Y} to {Z}."),
    "footer": Where(foot="{T}, {C}, {Y}–{Z}"),
    "behind the title": Where(title=" ({C}, 2021)"), "dash behind": Where(title=" – {C}"), "at behind": Where(title=" @ {C}"), "bar behind": Where(title=" | {C} | 2021"),
    "below": Where(below="*{C}, 2021*"), "company below": Where(below="**Company:** {C}"), "role and company below": Where(below="**Role:** {T}  \n**Company:** {C}"),
    "line below": Where(below="{T}, {C} ({Y}–{Z})"), "dots below": Where(below="*{T} · {C} · {Y}–{Z}*"), "context below": Where(below="**Context:** {T} at {C}, 2021"),
    "at": Where(said="At {C}, in 2021. "), "during": Where(said="During my time at {C} I saw this: "), "I was": Where(said="I was a {T} at {C} then. "),
    "while": Where(said="While working as a {T} at {C} I took this on. "), "in my role": Where(said="This was in my role as {T} at {C}. "),
}  # fmt: skip
_AROUND = {
    "nothing": "", "learned": "\n\n**Lesson learned:** Ask the people on the night shift first.", "themes": "\n\n*Themes: ownership, dive deep*",
    "quote": "\n\n> “{F} never let it drop.” – {G}, my manager", "follow-ups": "\n\nFollow-up questions:\n- What would you do again?\n- Who was against it?",
    "vendor": "\n\n{V} had offered to do it for us; we said no.", "link": "\n\n[Slides](https://slides.example/{i})",
}  # fmt: skip
_ENDS = {
    "nothing": "", "questions": "## Questions to ask them\n\n- How do you plan?\n- Who is on call?", "to do": "## To do\n\n- Rehearse out loud\n- Ask {G} for the slides",
    "feedback": "## Feedback\n\n> “{F} is the calmest person in the room.”\n> – {G}, Head of Operations", "growth": "## Areas for growth\n\n1. **Delegating:** I keep the hard parts to myself.\n2. **Estimates:** I forget the holidays.",
    "goals": "## Goals for next year\n\n- Mentor a new colleague\n- Speak at a meetup", "strengths": "## Strengths\n\n- Calm under pressure\n- Plain words",
}  # fmt: skip
_FIGURES = {
    "told": "", "impact line": "\n\n**Impact:** {R}", "before and after": "\n\n| Metric | Before | After |\n|---|---|---|\n| {M} | {B} | {E} |",
    "arrow": "\n\n- **{M}:** {B} → {E}", "in numbers": "\n\n**In numbers**\n\n- {R}", "bold figure": "\n\n**{R}**",
}  # fmt: skip
_TOOLS = {
    "none": "", "line": "\n\n**Tools:** {X}", "italic": "\n\n*Tech: {X}*", "plain": "\n\nTools used: {X}",
}  # fmt: skip
NOTES = Lot(
    heads={
        "nothing": "", "STAR": "# STAR stories", "bank": "# Interview story bank", "sheet": "# Interview prep sheet{I}", "brag": "# Brag document{I}", "own": "# Things I would tell again",
        "round": "# Behavioural round", "about work": "# Three stories from work", "front": "---\ntitle: Stories\nauthor: {P}\n---", "plain": "Stories for the panel{I}",
    },
    tellers=_TELLERS,
    wheres=_WHERES,
    titles={
        "heading": "## {H}", "deeper": "### {H}", "numbered": "## {i}. {H}", "story": "## Story {i}: {H}", "bold": "**{H}**", "project label": "### Project: {H}",
        "question and story": "## {Q}\n\n**Story:** {H}", "quoted": "## “{H}”", "example": "## Example {i} – {H}", "bold number": "**{i}) {H}**", "principle": "## Ownership: {H}",
    },
    told={
        "STAR": "**Situation:** {S}\n\n**Task:** {K}\n\n**Action:** {A}\n\n**Result:** {R}", "items": "- **Situation:** {S}\n- **Task:** {K}\n- **Action:** {A}\n- **Result:** {R}",
        "letters": "**S:** {S}\n\n**T:** {K}\n\n**A:** {A}\n\n**R:** {R}", "CAR": "Context: {S} {K}\n\nAction: {A}\n\nResult: {R}", "prose": "{S} {K} {A} {R}", "paragraphs": "{S}\n\n{K} {A}\n\n{R}",
        "own headings": "#### Where it hurt\n\n{S} {K}\n\n#### The turn\n\n{A}\n\n#### What came of it\n\n{R}", "own bold": "**Where it hurt.** {S} {K}\n\n**What I did about it.** {A}\n\n**What came of it.** {R}",
        "headings": "#### Situation\n\n{S}\n\n#### Task\n\n{K}\n\n#### Action\n\n{A}\n\n#### Result\n\n{R}", "table": "| Part | What happened |\n|---|---|\n| Situation | {S} |\n| Task | {K} |\n| Action | {A} |\n| Result | {R} |",
        "nested": "- The problem\n  - {S}\n  - {K}\n- What I did\n  - {A}\n- How it ended\n  - {R}", "questions": "*What was going on?* {S}\n\n*What did you do?* {K} {A}\n\n*How did it end?* {R}",
        "timeline": "**January:** {S}\n\n**March:** {K} {A}\n\n**By summer:** {R}", "plain labels": "Challenge: {S}\nMy part: {K} {A}\nOutcome: {R}",
    },
    figures=_FIGURES,
    tools=_TOOLS,
    around=_AROUND,
    ends=_ENDS,
)  # fmt: skip
PAPERS = Lot(
    heads={
        "self-review": "# Self-review, second half of 2021{I}", "performance": "# Performance Summary{I}", "promotion": "# Promotion packet: {P}", "award": "# Award nomination{I}",
        "annual": "# Annual review 2021\n\n## Employee: {P}", "brag": "# {P} – brag document", "evaluation": "# Self-evaluation{I}", "contributions": "# Key contributions{I}",
        "case": "# Case for promotion{I}", "plain": "SELF ASSESSMENT{I}",
    },
    tellers=_TELLERS | {
        "employee": "**Employee:** {P}", "facts": "- **Name:** {P}\n- **Manager:** {G}", "candidate": "Candidate: {P}\nManager: {G}", "table": "| | |\n|---|---|\n| Name | {P} |\n| Reviewer | {G} |",
        "nominee": "**Nominee:** {P}\n**Nominated by:** {G}",
    },
    wheres={name: where for name, where in _WHERES.items() if where.page or where.foot} | {
        "title, team, house": Where(page="**{T}, Operations, {C}**"), "current": Where(page="**Current role:** {T}\n**Organisation:** {C}"), "current items": Where(page="- **Current level:** {T}\n- **Team:** Operations, {C}"),
        "title label": Where(page="Title: {T}\nCompany: {C}\nReview period: January – June 2021"), "since items": Where(page="- **Employer:** {C}\n- **Title:** {T}\n- **Since:** {Y}"),
        "who": Where(page="{T} at {C}"), "house first": Where(page="{C} — {T}"),
    },
    titles={
        "section": "## {H}", "deeper": "### {H}", "numbered": "### {i}. {H}", "bold": "**{H}**", "project": "### Project {i}: {H}", "run-in": "**{H}.**", "item": "{i}. **{H}**", "project label": "**Project:** {H}",
    },
    told={
        "prose": "{S} {A} {R}", "bullets": "- {S}\n- {A}\n- {R}", "problem": "**Problem:** {S}\n\n**My role:** {A}\n\n**Impact:** {R}", "what why": "- **What:** {A}\n- **Why:** {S}\n- **Impact:** {R}",
        "paragraph and bullets": "{S}\n\n- {A}\n- {R}", "contribution": "Background: {S}\nContribution: {A}\nOutcome: {R}", "headings": "#### Challenge\n\n{S}\n\n#### Contribution\n\n{A}\n\n#### Results\n\n{R}",
        "competency": "{S} {K}\n\n**What I did**\n\n{A}\n\n**What changed**\n\n{R}",
    },
    figures=_FIGURES,
    tools=_TOOLS,
    around=_AROUND,
    ends=_ENDS,
)  # fmt: skip
CASES = Lot(
    heads={
        "nothing": "# {H}", "case": "# Case study: {H}", "subtitle": "# {H}\n\n### How we got there in one year", "kicker": "Case study\n\n# {H}", "front": "---\ntitle: \"{H}\"\nlayout: case\n---", "plain title": "{H}\n======",
        "post-mortem": "# Post-mortem: {H}", "question over": "*What happens when nobody owns it?*\n\n# {H}", "front, author": "---\ntitle: {H}\nauthor: {P}\ndate: 2021-05-04\n---\n\n# {H}",
    },
    tellers=_TELLERS | {"author": "**Author:** {P}", "by, date": "by {P} · May 2021 · 6 min read", "about": "||## About the author\n\n{P} writes about work."},
    # Years beside the facts of a case may be those of the case.
    wheres={name: replace(where, ends=where.page.startswith(("I ", "All", "These"))) for name, where in _WHERES.items() if where.page or where.foot} | {
        "labels": Where(page="Role\n{T}\n\nCompany\n{C}\n\nTimeline\n4 months"), "heads": Where(page="### Role\n\n{T}\n\n### Company\n\n{C}"), "pipes": Where(page="**Company:** {C} | **Role:** {T} | **Duration:** 4 months"),
        "table": Where(page="| Role | Company | Year |\n|---|---|---|\n| {T} | {C} | 2021 |"), "badge": Where(page="`{T}` `{C}` `2021`"), "said": Where(page="In 2021, while I was {T} at {C}, this landed on my desk."),
        "house": Where(page="At {C}, this had been waiting for an owner for years."), "lead": Where(page="As {T} at {C}, I led this from the first sketch to the launch."),
    },
    titles={"none": ""},
    told={
        "headings": "## Problem\n\n{S} {K}\n\n## Approach\n\n{A}\n\n## Results\n\n{R}", "own headings": "## Where it hurt\n\n{S} {K}\n\n## The turn\n\n{A}\n\n## What came of it\n\n{R}",
        "numbered": "## 1. Context\n\n{S} {K}\n\n## 2. What I did\n\n{A}\n\n## 3. Outcome\n\n{R}", "questions": "## What was wrong?\n\n{S} {K}\n\n## What did we try?\n\n{A}\n\n## Did it work?\n\n{R}",
        "bold": "**The challenge**\n\n{S} {K}\n\n**The work**\n\n{A}\n\n**The outcome**\n\n{R}", "prose": "{S}\n\n{K} {A}\n\n{R}", "summary": "## TL;DR\n\n{W}\n\n## Background\n\n{S} {K}\n\n## What I changed\n\n{A}\n\n## Impact\n\n{R}",
        "cycles": "## First round\n\n{S} {K}\n\n## Second round\n\n{A}\n\n## Afterwards\n\n{R}", "timeline": "## January: the complaint\n\n{S} {K}\n\n## March: the fix\n\n{A}\n\n## June: looking back\n\n{R}",
        "phases": "## Discover\n\n{S} {K}\n\n## Build\n\n{A}\n\n## Deliver\n\n{R}",
    },
    figures=_FIGURES | {"by the numbers": "\n\n## By the numbers\n\n- {R}", "heading of figures": "\n\n## Impact\n\n- {R}"},
    tools=_TOOLS | {"heading": "\n\n## Tools\n\n{X}"},
    around={name: text for name, text in _AROUND.items() if name != "follow-ups"} | {"learnt": "\n\n## What I learned\n\nAsk the people on the night shift first."},
    ends={"nothing": "", "links": "## Links\n\n- [Slides](https://z.example)", "next": "## Next steps\n\n- Roll it out to the second site", "thanks": "## Thanks\n\nTo {G}, who kept the budget open."},
    works=1,
)  # fmt: skip
