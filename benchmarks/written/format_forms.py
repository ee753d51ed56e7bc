"""The forms in which formats.py writes entries: templates of plain text, of LaTeX's classes for résumés, and of web pages.

In plain text `{T}` is a part, `→` sets what follows at the right edge, `⇥` is a tab; in the others `«T»` is a part. T is a title
(of a work: its tools), C a house, D dates, F and G their ends, L a place, B bullets, N a work's name, U its address, S its sentence, X the name or house in capitals, Y the title so; I and J are tools as spans and as items.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import permutations, product


@dataclass(frozen=True, slots=True)
class Form:
    """How an entry is written, and what stands around all of them."""

    entry: str
    before: str = ""
    after: str = ""
    between: str = "\n\n"
    page: str = ""
    """The page that it stands in; empty for all."""
    item: str = ""
    """How a bullet is written; empty for the format's own."""


SECTION_HEADS: Mapping[str, str] = {
    "caps": "{caps}\n", "caps close": "{caps}", "title": "{title}\n", "label": "{title}:\n", "caps label": "{caps}:\n", "double": "{caps}\n{double}\n", "single": "{title}\n{rule}\n",
    "long rule": "{caps}\n____________________________________________________________\n", "spaced": "{spaced}\n", "framed": "--- {caps} ---\n", "starred": "*** {caps} ***\n", "hash": "# {title}\n",
    "ruled both": "------------------------------------------------------------\n{caps}\n------------------------------------------------------------\n",
    "pictured": "💼 {title}\n", "bracketed": "[{caps}]\n",
}  # fmt: skip
BULLETS: Mapping[str, str] = {
    "dash": "- ", "bullet": "• ", "star": "* ", "en dash": "– ", "square": "▪ ", "o": "o ", "bullet tab": "•\t", "bare": "", "indented bare": "    ",
    "indented dash": "  - ", "wrapped dash": "→- ", "wrapped bullet": "→• ", "bullet alone": "•\n", "glued": "•", "plus": "+ ", "arrow": "> ", "dots": "· ",
}  # fmt: skip
_BETWEEN = (", ", " | ", " - ", " – ", " · ", " • ")
_RIGHT = (
    "{C}→{D}\n{T}", "{T}→{D}\n{C}", "{C}, {L}→{D}\n{T}", "{T}, {C}→{D}", "{C} - {T}→{D}", "{T} | {C}→{D}", "{C}→{L}\n{T}→{D}", "{T}→{D}\n{C}→{L}", "{X}→{D}\n{T}", "{C}, {L}→{D}\n  {T}",
    "{T}⇥{D}\n{C}", "{C}⇥{D}\n{T}", "{C}⇥{L}\n{T}⇥{D}", "{T}⇥{D}\n{C}⇥{L}", "{C}, {L}⇥{D}\n{T}", "{T}, {C}⇥{D}", "{D}⇥{T}\n⇥{C}", "{D}⇥{T}, {C}", "{D}    {T}, {C}", "{D}    {C}\n               {T}", "{D}⇥{C}, {L}\n⇥{T}", "{D}:    {T}, {C}", "{D}: {T}, {C}",
    "{T} ({D})\n{C}", "{T}, {C} ({D})", "{C} ({D})\n{T}", "{C} ({D})\n  {T}", "{T} at {C} ({D})", "{T} at {C}, {D}", "{T} @ {C} | {D}", "[{D}] {T}, {C}", "{T} [{D}]\n{C}", "* {T}, {C} ({D})", "- {D}: {T}, {C}", "{D}\n{T}, {C}", "{D}\n{T} at {C}", "{D} | {T} | {C} | {L}", "{C} | {L} | {D}\n{T}", "{C}, {L}\n{T}\n{D}", "{C} — {L}\n{T} — {D}", "{T}\n{C}, {L} | {D}", "{T}\n{C}\n{D}\n{L}", "{C}\n{L}\n{T}\n{D}", "{T}\n\n{C}\n\n{D}", "{C}\n\n{T}\n\n{D}", "{D}\n\n{T}\n\n{C}",
    "{X}\n{T}\n{D}", "{X}, {L}\n{T}, {D}", "{Y}\n{C}, {D}", "{Y}\n{C}\n{D}", "{Y} | {X}\n{D}", "{X} - {Y}\n{D}",
    "From {F} to {G}\n{T}, {C}", "{F} to {G}: {T}, {C}", "{F}\n–\n{G}\n{T}\n{C}", "{F} -\n{G}\n{T}\n{C}",
)  # fmt: skip
_COMMON = (
    *("\n".join(f"{{{part}}}" for part in order) for order in permutations("TCD")),
    *(between.join(f"{{{part}}}" for part in order) for order in permutations("TCD") for between in _BETWEEN),
    *(f"{{{a}}}{between}{{{b}}}\n{{{c}}}" for a, b, c in permutations("TCD") for between in _BETWEEN),
    *(f"{{{a}}}\n{{{b}}}{between}{{{c}}}" for a, b, c in permutations("TCD") for between in _BETWEEN),
    *_RIGHT,
)
_POST_LABELS = (
    "Company: {C}\nPosition: {T}\nPeriod: {D}", "Employer: {C}\nTitle: {T}\nDates: {D}", "Role: {T}\nCompany: {C}\nDuration: {D}", "{C}\nPosition: {T}\nDuration: {D}", "{C}\nRole: {T}\n{D}",
    "Job Title: {T}\nEmployer: {C}\nLocation: {L}\nFrom: {F}\nTo: {G}", "{D}\nEmployer: {C}\nPosition: {T}", "Organization : {C}\nDesignation  : {T}\nDuration     : {D}", "Dates⇥{D}\nName of employer⇥{C}\nOccupation or position held⇥{T}",
    "{T}\n{T}\n{C} · Full-time\n{C} · Full-time\n{D} · 2 yrs 7 mos\n{D} · 2 yrs 7 mos\n{L}\n{L}", "{T}\n{C} · Full-time\n{D} · 2 yrs 7 mos\n{L} · On-site", "{C} logo\n{T}\n{C} · Full-time\n{D} · 2 yrs 7 mos\n{L}", "{C}\n{C}\n{T}\n{T}\n{D}\n{D}",
)  # fmt: skip
_STUDY_LABELS = (
    "Institution: {C}\nDegree: {T}\nPeriod: {D}", "School: {C}\nDegree: {T}\nYears: {D}", "Degree: {T}\nUniversity: {C}\nYear: {D}", "{C}\nDegree: {T}\n{D}", "Dates⇥{D}\nName of institution⇥{C}\nTitle of qualification⇥{T}",
    "{C}\n{C}\n{T}\n{T}\n{D}\n{D}", "{C} logo\n{C}\n{T}\n{D}", "Qualification : {T}\nInstitute     : {C}\nDuration      : {D}",
)  # fmt: skip
TEXT_POSTS = tuple(Form(head + "\n{B}") for head in (*_COMMON, *_POST_LABELS)) + tuple(
    Form(head + "\n\n{B}") for head in _RIGHT[::4]
)
TEXT_STUDIES = tuple(Form(head) for head in (*_COMMON, *_STUDY_LABELS))
TEXT_TABLES = tuple(
    Form(row, before=head + "\n", between="\n")
    for head, row in (
        ("| Dates | Organisation | Title |\n|---|---|---|", "| {D} | {C} | {T} |"),
        ("| Dates | Organisation | Title |", "| {D} | {C} | {T} |"),
        ("| | |\n|---|---|", "| {D} | {T}, {C} |"),
        ("Title | Organisation | Dates", "{T} | {C} | {D}"),
        ("Title\tOrganisation\tDates", "{T}⇥{C}⇥{D}"),
        ("Title                         Organisation                     Dates", "{T:30}{C:33}{D}"),
        ("+------+------+------+\n| Title | Organisation | Dates |\n+======+======+======+", "| {T} | {C} | {D} |\n+------+------+------+"),
    )
)  # fmt: skip
_NAMES = (
    "{N}", "{N}:", "{X}", "{N}\n--------------", "1. {N}", "Project: {N}", "Project Name: {N}", "Project 1: {N}", "{N} ({D})", "{N}→{D}", "{N}⇥{D}", "{N} | {D}", "{N} - {D}", "{N}, {D}", "{N}\n{D}", "{N} ({U})", "{N}\n{U}", "{N} | {U}", "[{N}]", "🚀 {N}", "* {N}", "• {N} ({D})", "=== {N} ===",
)  # fmt: skip
_NAMES_WITH_TOOLS = ("{N} | {T}→{D}", "{N} | {T}", "{N} - {T}", "{N} ({T})", "{N} [{T}]", "{N}, {D} ({T})", "{N} – {T} | {D}", "{N} | {D} | {T}", "{N}\n{T}", "{N}\n{D}\n{T}", "{N}→{T}")  # fmt: skip
_TOOLS = ("Technologies: {T}", "Tech stack: {T}", "Tools used: {T}", "Built with {T}.", "({T})", "Technologies used - {T}", "[{T}]", "TECH: {T}", "{T}")  # fmt: skip
_ONE_LINE = ("* {N} - {S} ({T})", "- {N}: {S} Tech: {T}", "{N}: {S} ({T})", "{N} – {S} Built with {T}.", "• {N} | {T} | {S}", "- {N} ({T}): {S}", "- {N} ({T}) - {S}", "{N} ({D}): {S} ({T})")  # fmt: skip
TEXT_WORKS = (
    *(Form(f"{name}\n{body}") for name, tools in product(_NAMES, _TOOLS[:5]) for body in (f"{tools}\n{{B}}", f"{{S}}\n{tools}")),
    *(Form(f"{name}\n{body}") for name, tools in product(_NAMES[:2], _TOOLS[5:]) for body in (f"{tools}\n{{B}}", f"{{B}}\n{tools}", f"{{S}}\n\n{tools}")),
    *(Form(f"{name}\n{body}") for name, body in product(_NAMES_WITH_TOOLS, ("{S}", "{B}", "{S}\n{B}"))),
    *(Form(line, between=between) for line, between in product(_ONE_LINE, ("\n", "\n\n"))),
    Form("Name: {N}\nDescription: {S}\nTechnologies: {T}"), Form("Project Title: {N}\nDuration: {D}\nTechnology: {T}\nDescription: {S}\nResponsibilities:\n{B}"), Form("Title⇥{N}\nTools⇥{T}\nDescription⇥{S}"),
)  # fmt: skip

_ITEMS = "\n\\begin{itemize}\n«B»\n\\end{itemize}"
_JAKE = "\n\\resumeItemListStart\n«B»\n\\resumeItemListEnd"
_RESUME_ITEM = r"\resumeItem{{}}"
_CVITEMS = "{\n\\begin{cvitems}\n«B»\n\\end{cvitems}\n}"
LATEX_PAGES: Mapping[str, str] = {
    "article": "\\documentclass[11pt]{article}\n\\usepackage{hyperref}\n\\begin{document}\n\\begin{center}\n{\\Huge \\textbf{Rosa Quill}}\\\\ rosa@quill.example\n\\end{center}\n\\section*{{section}}\n{told}\n\\section*{Languages}\nEnglish, Danish\n\\end{document}\n",
    "jake": "\\documentclass[letterpaper,11pt]{article}\n\\newcommand{\\resumeItem}[1]{\\item\\small{{#1 \\vspace{-2pt}}}}\n\\newcommand{\\resumeSubheading}[4]{\\vspace{-2pt}\\item\n\\begin{tabular*}{0.97\\textwidth}[t]{l@{\\extracolsep{\\fill}}r}\n\\textbf{#1} & #2 \\\\\n\\textit{\\small#3} & \\textit{\\small #4} \\\\\n\\end{tabular*}\\vspace{-7pt}}\n\\newcommand{\\resumeProjectHeading}[2]{\\item\\begin{tabular*}{0.97\\textwidth}{l@{\\extracolsep{\\fill}}r}\\small#1 & #2 \\\\ \\end{tabular*}}\n\\newcommand{\\resumeSubHeadingListStart}{\\begin{itemize}[leftmargin=0.15in, label={}]}\n\\newcommand{\\resumeSubHeadingListEnd}{\\end{itemize}}\n\\newcommand{\\resumeItemListStart}{\\begin{itemize}}\n\\newcommand{\\resumeItemListEnd}{\\end{itemize}\\vspace{-5pt}}\n\\begin{document}\n\\begin{center}\n\\textbf{\\Huge \\scshape Rosa Quill} \\\\ \\vspace{1pt}\n\\small 123-456 $|$ \\href{mailto:rosa@quill.example}{\\underline{rosa@quill.example}}\n\\end{center}\n\\section{{section}}\n\\resumeSubHeadingListStart\n{told}\n\\resumeSubHeadingListEnd\n\\section{Languages}\nEnglish, Danish\n\\end{document}\n",
    "moderncv": "\\documentclass[11pt,a4paper,sans]{moderncv}\n\\moderncvstyle{banking}\n\\moderncvcolor{blue}\n\\name{Rosa}{Quill}\n\\email{rosa@quill.example}\n\\begin{document}\n\\makecvtitle\n\\section{{section}}\n{told}\n\\section{Languages}\n\\cvitem{English}{fluent}\n\\end{document}\n",
    "awesome": "\\documentclass[11pt, a4paper]{awesome-cv}\n\\name{Rosa}{Quill}\n\\email{rosa@quill.example}\n\\begin{document}\n\\makecvheader\n\\cvsection{{section}}\n\\begin{cventries}\n{told}\n\\end{cventries}\n\\cvsection{Languages}\nEnglish, Danish\n\\end{document}\n",
    "altacv": "\\documentclass[10pt,a4paper]{altacv}\n\\begin{document}\n\\name{Rosa Quill}\n\\personalinfo{\\email{rosa@quill.example}}\n\\makecvheader\n\\cvsection{{section}}\n{told}\n\\cvsection{Languages}\nEnglish, Danish\n\\end{document}\n",
    "billryan": "\\documentclass{resume}\n\\begin{document}\n\\name{Rosa Quill}\n\\basicInfo{\\email{rosa@quill.example}}\n\\section{{section}}\n{told}\n\\section{Languages}\nEnglish, Danish\n\\end{document}\n",
    "resume": "\\documentclass{resume}\n\\name{Rosa Quill}\n\\address{rosa@quill.example}\n\\begin{document}\n\\begin{rSection}{{section}}\n{told}\n\\end{rSection}\n\\begin{rSection}{Languages}\nEnglish, Danish\n\\end{rSection}\n\\end{document}\n",
    "twenty": "\\documentclass[letterpaper]{twentysecondcv}\n\\cvname{Rosa Quill}\n\\cvmail{rosa@quill.example}\n\\begin{document}\n\\makeprofile\n\\section{{section}}\n\\begin{twenty}\n{told}\n\\end{twenty}\n\\section{Languages}\nEnglish, Danish\n\\end{document}\n",
    "deedy": "\\documentclass[]{deedy-resume-openfont}\n\\begin{document}\n\\namesection{Rosa}{Quill}{rosa@quill.example}\n\\begin{minipage}[t]{0.66\\textwidth}\n\\section{{section}}\n{told}\n\\section{Languages}\nEnglish \\textbullet{} Danish\n\\end{minipage}\n\\end{document}\n",
    "rendercv": "\\documentclass[10pt]{article}\n\\newenvironment{highlights}{\\begin{itemize}}{\\end{itemize}}\n\\newenvironment{onecolentry}{\\begin{adjustwidth}{0.2 cm}{0.2 cm}}{\\end{adjustwidth}}\n\\newenvironment{twocolentry}[2][]{\\onecolentry\\def\\secondColumn{#2}\\begin{paracol}{2}}{\\switchcolumn \\raggedleft \\secondColumn\\end{paracol}\\endonecolentry}\n\\begin{document}\n\\begin{header}\\fontsize{25 pt}{25 pt}\\selectfont Rosa Quill\\end{header}\n\\section{{section}}\n{told}\n\\section{Languages}\n\\begin{onecolentry}English, Danish\\end{onecolentry}\n\\end{document}\n",
}  # fmt: skip
_LATEX_HEADS = (
    r"\textbf{«T»}, «C» \hfill «D»", r"\textbf{«C»} \hfill «D»\\" + "\n" + r"\textit{«T»} \hfill «L»", r"\textbf{«C»} \hfill «L»\\" + "\n" + r"\textit{«T»} \hfill «D»", r"\textbf{«T»} \hfill «D»\\" + "\n«C», «L»", r"\textbf{«T»} \hfill \textit{«D»}\\ \textit{«C»}", r"\textbf{«T»} | \textit{«C»} \hfill «D»", r"\textbf{«T»} \textit{«C»} \hfill «D»", r"\noindent\textbf{«C»}, «L» \hfill \textbf{«D»} \\ \emph{«T»} \\", r"{\bf «C»} \hfill {\em «D»} \\ «T»", r"\textbf{\href{https://x.example}{«C»}} --- \textit{«T»} \hfill «D»", r"\textbf{«T»} -- «C» (\textit{«D»})",
    r"\textsc{«C»} \hfill «D» \\ «T»", r"\subsection*{«T» \hfill «D»}" + "\n" + r"\textit{«C»}", r"\subsection*{«C»}" + "\n" + r"\textit{«T»} \hfill «D»", r"\subsection*{«T», «C»}" + "\n«D»", r"\subsection*{«C» --- «T»}" + "\n" + r"\textit{«D»}", r"\subsection{«C» \hfill «D»}" + "\n" + r"\subsubsection{«T»}", r"\paragraph{«T»} «C» \hfill «D»",
    "\\begin{tabular*}{\\textwidth}{l@{\\extracolsep{\\fill}}r}\n\\textbf{«C»} & «L» \\\\\n\\textit{«T»} & \\textit{«D»} \\\\\n\\end{tabular*}", "\\begin{tabular*}{\\textwidth}{l@{\\extracolsep{\\fill}}r}\n\\textbf{«T»} & «D» \\\\\n«C» & «L» \\\\\n\\end{tabular*}", "\\begin{tabularx}{\\linewidth}{@{}l X r@{}}\n\\textbf{«T»} & \\hfill & «D» \\\\\n\\multicolumn{3}{@{}X@{}}{«C»} \\\\\n\\end{tabularx}",
)  # fmt: skip
_LATEX_ROWS = tuple(
    Form(row, before=before, after="\n\\end{tabular}", between="\n", page="article")
    for before, row in (
        (r"\begin{tabular}{r|p{11cm}}" + "\n", r"«D» & \textbf{«T»}, «C» \\"),
        (r"\begin{tabular}{rl}" + "\n", r"\textsc{«D»} & «T» at \textbf{«C»} \\"),
        (r"\begin{tabular}{r|p{11cm}}" + "\n", r"«D» & «T» at \textsc{«C»}, «L» \\ & \emph{Harbours} \\ \multicolumn{2}{c}{} \\"),
        (r"\begin{tabular}{lll}" + "\nTitle & Organisation & Dates \\\\ \\hline\n", r"«T» & «C» & «D» \\"),
        (r"\begin{tabular}{ll}" + "\n", r"«D» & «C» \\ & «T» \\"),
    )
)  # fmt: skip
_LATEX_ENTRIES: tuple[tuple[str, str, str], ...] = (
    ("jake", r"\resumeSubheading{«C»}{«L»}{«T»}{«D»}", _JAKE), ("jake", "\\resumeSubheading\n  {«T»}{«D»}\n  {«C»}{«L»}", _JAKE), ("jake", r"\resumeSubheading{«T»}{«L»}{«C»}{«D»}", _JAKE), ("jake", r"\resumeSubheading{«C»}{«D»}{«T»}{«L»}", _JAKE), ("article", r"\resumeSubheading{«C»}{«D»}{«T»}{}", _JAKE), ("jake", r"\resumeSubheading{\href{https://x.example}{«C»}}{«L»}{«T»}{«D»}", _JAKE),
    ("jake", r"\resumeProjectHeading{\textbf{«T»} $|$ \emph{«C»}}{«D»}", _JAKE),
    ("moderncv", r"\cventry{«D»}{«T»}{«C»}{«L»}{}{«E»}", ""), ("moderncv", r"\cventry{«F»--«G»}{«T»}{\textsc{«C»}}{«L»}{}{}", ""), ("moderncv", r"\cventry{«D»}{«C»}{«T»}{«L»}{}{}", ""), ("moderncv", r"\cventry{«D»}{«T»}{«C»}{}{}{}", ""), ("moderncv", r"\cvitem{«D»}{«T», «C»}", ""), ("moderncv", r"\cvitem{«D»}{\textbf{«T»}, \textit{«C»}, «L»}", ""), ("moderncv", r"\cventry[1em]{«D»}{«T»}{\href{https://x.example}{«C»}}{«L»}{}{}", ""), ("moderncv", r"\cvline{«D»}{«T» at «C»}", ""),
    ("awesome", r"\cventry{«T»}{«C»}{«L»}{«D»}" + "«V»", ""), ("awesome", "\\cventry\n{«C»} % title\n{«T»} % organisation\n{«L»}\n{«D»}«V»", ""), ("awesome", r"\cventry{«T»}{«C»}{}{«D»}{}", ""),
    ("altacv", r"\cvevent{«T»}{«C»}{«D»}{«L»}", _ITEMS), ("altacv", r"\cvevent{«T»}{\href{https://x.example}{«C»}}{«F» -- «G»}{}", _ITEMS), ("altacv", r"\cvevent{«C»}{«T»}{«D»}{«L»}", _ITEMS),
    ("billryan", r"\datedsubsection{\textbf{«C»}, «L»}{«D»}" + "\n" + r"\role{«T»}{}", _ITEMS), ("billryan", r"\datedsubsection{\textbf{«C»}}{«D»}" + "\n" + r"\textit{«T»}", _ITEMS), ("billryan", r"\datedsubsection{\textbf{«T»}, «C»}{«D»}", _ITEMS), ("billryan", r"\datedsubsection{\textbf{«C»} | «T»}{«D»}", _ITEMS), ("billryan", r"\datedline{\textbf{«C»}, «T»}{«D»}", _ITEMS),
    ("twenty", r"\twentyitem{«D»}{«T»}{«C»}{}", ""), ("twenty", r"\twentyitem{«F»}{«G»}{«T»}{\href{https://x.example}{«C»}}{«L»}{}", ""), ("twenty", r"\twentyitemshort{«D»}{«T», «C»}", ""),
    ("deedy", "\\runsubsection{«C»}\n\\descript{| «T»}\n\\location{«D» | «L»}", "\n\\begin{tightemize}\n«B»\n\\end{tightemize}"), ("deedy", "\\subsection{«C»}\n\\descript{«T»}\n\\location{«D» | «L»}", "\n\\begin{tightemize}\n«B»\n\\end{tightemize}"),
    ("rendercv", "\\begin{twocolentry}{«D»}\n\\textbf{«T»}, «C» -- «L»\\end{twocolentry}\n", "\\begin{onecolentry}\n\\begin{highlights}\n«B»\n\\end{highlights}\n\\end{onecolentry}"), ("rendercv", "\\begin{twocolentry}{«L»\n\n«D»}\n\\textbf{«C»}\n\n«T»\\end{twocolentry}\n", "\\begin{onecolentry}\n\\begin{highlights}\n«B»\n\\end{highlights}\n\\end{onecolentry}"),
)  # fmt: skip
_SUBSECTION = (Form("\\begin{rSubsection}{«C»}{«D»}{«T»}{«L»}\n«B»\n\\end{rSubsection}", page="resume"), Form("\\begin{rSubsection}{«T»}{«D»}{«C»}{}\n«B»\n\\end{rSubsection}", page="resume"))  # fmt: skip
LATEX_POSTS = (
    *(Form(head + _ITEMS, page=page) for head in _LATEX_HEADS for page in ("article", "resume")),
    *(Form(head.replace("«E»", _ITEMS).replace("«V»", _CVITEMS) + body, page=page, item=_RESUME_ITEM if body == _JAKE else "") for page, head, body in _LATEX_ENTRIES),
    *_SUBSECTION, *_LATEX_ROWS,
    Form("\\item \\textbf{«T»}, «C» \\hfill «D»" + _ITEMS, before="\\begin{itemize}\n", after="\n\\end{itemize}", page="article"),
    Form("\\item[«D»] \\textbf{«T»}, «C»", before="\\begin{description}\n", after="\n\\end{description}", page="article"),
    Form("\\job{«D»}{«C»}{«T»}" + _ITEMS, page="article"), Form("\\job{«T»}{«C»}{«L»}{«F»}{«G»}" + _ITEMS, page="article"), Form("\\experience{«C»}{«T»}{«D»}{«L»}{" + _ITEMS + "}", page="article"), Form("\\entry{«D»}{«T»}{«C»}{Harbours and tides.}", page="article"), Form("\\employer{«C»}\n\\position{«T»}\n\\dates{«D»}" + _ITEMS, page="article"),
)  # fmt: skip
LATEX_STUDIES = (
    *(Form(head, page=page) for head in _LATEX_HEADS for page in ("article", "resume")),
    *(Form(head.replace("«E»", "").replace("«V»", "{}"), page=page) for page, head, _ in _LATEX_ENTRIES),
    *_LATEX_ROWS,
    Form("\\item \\textbf{«T»}, «C» \\hfill «D»", before="\\begin{itemize}\n", after="\n\\end{itemize}", page="article"),
    Form("\\degree{«T»}{«C»}{«D»}", page="article"), Form("\\education{«C»}{«D»}{«T»}{}", page="article"),
)  # fmt: skip
LATEX_WORKS = tuple(
    Form(entry, page=page, item=_RESUME_ITEM if "resumeItemList" in entry else "", before=before, after=after)
    for page, entry, before, after in (
        *((page, head + body, "", "") for page in ("article", "resume") for head in (r"\textbf{«N»} \hfill «D»\\", r"\textbf{«N»} | \emph{«T»} \hfill «D»\\", r"\textbf{«N»} (\textit{«T»}) \hfill \href{«U»}{Link}\\", r"\textbf{\href{«U»}{«N»}} -- «T» \hfill «D»", r"\subsection*{«N» \hfill «D»}", r"\subsection*{«N»}", r"\subsection*{\href{«U»}{«N»}}", r"\textbf{«N»}: ") for body in ("\n«S»" + r" \textit{Technologies: «T»}", "\n" + r"\textit{«T»}" + _ITEMS, "\n«S»" + r"\\ \textbf{Tech Stack:} «T»" + _ITEMS)),
        *(("jake", head + _JAKE, "", "") for head in (r"\resumeProjectHeading{\textbf{«N»} $|$ \emph{«T»}}{«D»}", r"\resumeProjectHeading{\textbf{«N»}}{«D»}\resumeItem{Tech: «T»}", r"\resumeProjectHeading{\href{«U»}{\textbf{«N»}} $|$ \emph{«T»}}{}", r"\resumeSubheading{«N»}{«D»}{«T»}{}", r"\resumeProjectHeading{\textbf{«N»} $|$ \emph{«T»} $|$ \href{«U»}{\underline{GitHub}}}{«D»}")),
        ("jake", r"\resumeSubItem{«N»}{«S» Technologies: «T»}", "", ""), ("jake", r"\resumeItem{\textbf{«N»} ($|$ \emph{«T»}): «S»}", "", ""),
        ("moderncv", r"\cvitem{«N»}{«S» (\textit{«T»})}", "", ""), ("moderncv", r"\cventry{«D»}{«N»}{«T»}{}{}{«S»}", "", ""), ("moderncv", r"\cventry{«D»}{«N»}{}{}{}{«S» Technologies: «T»}", "", ""),
        ("awesome", r"\cventry{«T»}{«N»}{}{«D»}" + _CVITEMS, "", ""), ("awesome", r"\cventry{«N»}{«T»}{}{«D»}" + _CVITEMS, "", ""),
        ("altacv", r"\cvevent{«N»}{«T»}{«D»}{}" + _ITEMS, "", ""), ("altacv", r"\cvevent{«N»}{}{«D»}{}" + "\n«S»\n\nTools: «T»", "", ""),
        ("billryan", r"\datedsubsection{\textbf{«N»}}{«D»}" + "\n" + r"\role{«T»}{Own project}" + _ITEMS, "", ""),
        ("deedy", "\\runsubsection{«N»}\n\\descript{| «T»}\n\\location{«D»}\n«S»\n\\sectionsep", "", ""), ("twenty", r"\twentyitem{«D»}{«N»}{«T»}{«S»}", "", ""),
        ("rendercv", "\\begin{twocolentry}{\\href{«U»}{github}}\n\\textbf{«N»}\\end{twocolentry}\n\\begin{onecolentry}\n\\begin{highlights}\n«B»\n\\item Tools Used: «T»\n\\end{highlights}\n\\end{onecolentry}", "", ""),
        ("article", r"\item \textbf{«N»}: «S» (\textit{«T»})", "\\begin{itemize}\n", "\n\\end{itemize}"), ("article", r"\item \textbf{«N»} -- «S» Built with «T».", "\\begin{itemize}\n", "\n\\end{itemize}"), ("article", r"\item[«N»] «S» \textit{«T»}", "\\begin{description}\n", "\n\\end{description}"),
    )
)  # fmt: skip

_LIST = "\n<ul>\n«B»\n</ul>"
HTML_PAGES: Mapping[str, str] = {
    "plain": "<!doctype html><html><head><title>Rosa Quill</title></head><body><h1>Rosa Quill</h1><h2>{section}</h2>\n{told}\n<h2>Languages</h2><p>English, Danish</p></body></html>",
    "sections": '<!doctype html><html><head><title>Rosa Quill</title></head><body><header><h1>Rosa Quill</h1><p>rosa@quill.example</p></header><nav><a href="#x">{section}</a></nav><main><section id="x" class="section"><div class="container"><h2 class="section-title">{section}</h2><div class="items">\n{told}\n</div></div></section><section><h2>Languages</h2><ul><li>English</li><li>Danish</li></ul></section></main></body></html>',
    "divs": '<html><body><div class="name">Rosa Quill</div><div class="section"><div class="heading">{section}</div><div class="content">\n{told}\n</div></div><div class="section"><div class="heading">Languages</div><div>English, Danish</div></div></body></html>',
}  # fmt: skip
_HTML_HEADS = (
    "<h3>«T»</h3><h4>«C»</h4><p>«D»</p>", "<h3>«C»</h3><h4>«T»</h4><p>«D»</p>", "<h3>«T»</h3><p>«C» | «D»</p>", "<h3>«T»</h3><p><em>«C»</em> — «D»</p>", "<h3>«T», «C»</h3><p>«D»</p>", "<h3>«T» @ «C»</h3><p><i>«D»</i></p>", '<h3>«T» <span class="company">«C»</span></h3><p class="date">«D»</p>', '<h3>«C»<span class="date">«D»</span></h3><p class="role">«T»</p>', '<h3>«C» <small>«D»</small></h3><h4>«T»</h4>', '<h4>«T»</h4><h5>«C»</h5><h6>«D»</h6>', '<h3>«T»</h3><div class="subheading">«C»</div><div class="date">«D»</div>', "<h3>«D»</h3><h4>«T»</h4><p>«C»</p>", "<p>«D»</p><h3>«T»</h3><p>«C»</p>", "<h3>«T» - «C»</h3><h4>«D»</h4>", "<h3>«T»</h3><p><strong>«C»</strong><br>«D»</p>", "<h3>«T»</h3><p>«C», «L»</p><p>«D»</p>", "<h3><a href='https://x.example'>«C»</a></h3><p>«T»</p><p>«D»</p>",
    "<p><strong>«T»</strong>, «C», «D»</p>", "<p><strong>«T»</strong><br>«C»<br>«D»</p>", "<p><b>«C»</b> – «T» (<i>«D»</i>)</p>", "<p><strong>«C»</strong> <span>«D»</span></p><p><em>«T»</em></p>", "<strong>«T»</strong><br><em>«C»</em><br>«D»<br>", "<p><strong>«T»</strong> | <a href='https://x.example'>«C»</a> | <time>«F»</time> – <time>«G»</time></p>",
    '<div class="job"><div class="title">«T»</div><div class="company">«C»</div><div class="dates">«D»</div></div>', '<div class="job"><div class="header"><div class="left"><div>«T»</div><div>«C»</div></div><div class="right">«D»</div></div></div>', '<div class="entry"><span class="title">«T»</span><span class="company">«C»</span><span class="date">«D»</span></div>', '<div class="entry"><span class="title">«T»</span> <span class="company">«C»</span> <span class="date">«D»</span></div>', '<div class="entry">\n<span class="title">«T»</span>\n<span class="company">«C»</span>\n<span class="date">«D»</span>\n</div>', '<div class="d-flex"><div class="flex-grow-1"><h3 class="mb-0">«T»</h3><div class="subheading mb-3">«C»</div></div><div class="flex-shrink-0"><span class="text-primary">«D»</span></div></div>', '<div class="timeline-item"><div class="timeline-date">«D»</div><div class="timeline-content"><h3>«T»</h3><p>«C»</p></div></div>', '<div class="item"><div class="meta"><div class="upper-row"><h3 class="job-title">«T»</h3><div class="time">«D»</div></div><div class="company">«C», «L»</div></div></div>', '<article><header><h3>«T»</h3><p><span>«C»</span> · <time datetime="2019">«F»</time> – <time>«G»</time></p></header></article>', '<div class="row"><div class="col-md-3">«D»</div><div class="col-md-9"><h4>«T»</h4><h5>«C»</h5></div></div>', '<div class="resume-item"><h4>«T»</h4><h5>«D»</h5><p><em>«C», «L»</em></p></div>', '<h4>«T», <span class="company">«C»</span></h4><div class="date"><i class="fa fa-calendar"></i> «D»</div>', '<div class="card"><div class="card-body"><h5 class="card-title">«C»</h5><h6 class="card-subtitle">«T»</h6><p class="card-text"><small class="text-muted">«D»</small></p></div></div>', '<details open><summary>«T», «C» («D»)</summary></details>', '<p class="title">«T»</p><p class="org">«C»</p><p class="when">«D»</p>', '<div><b>«T»</b></div><div><i>«C»</i></div><div>«D»</div>', '<header><span>«F»–«G»</span><h3>«T»<a href="https://x.example">«C»</a></h3></header>', '<h3><span>«T»</span> <span>·</span> <a href="https://x.example">«C»</a></h3><header>«D»</header>', '<h3><span>«T»</span><span>&nbsp;@&nbsp;<a href="https://x.example">«C»</a></span></h3><p class="range">«D»</p>', '<div class="split"><strong>«C»</strong><span style="float:right">«D»</span></div><div class="split"><em>«T»</em><span style="float:right">«L»</span></div>', '<p class="flex"><span>«C»</span><span>«D»</span></p><p>«T»</p>', '<h3>«T»</h3><ul class="meta"><li>«C»</li><li>«D»</li></ul>', '<dl><dt>Organisation</dt><dd>«C»</dd><dt>Title</dt><dd>«T»</dd><dt>Dates</dt><dd>«D»</dd></dl>', '<dl><dt>«D»</dt><dd><strong>«T»</strong><br>«C»</dd></dl>', '<dl><dt>«T», «C»</dt><dd>«D»</dd></dl>',
)  # fmt: skip
HTML_POSTS = (*(Form(head + _LIST, between="\n") for head in _HTML_HEADS), *(Form(f"<div class='item'>{head}<p>Kept the harbour's books with three colleagues.</p></div>", between="\n") for head in _HTML_HEADS[::3]), *(Form(f"<li>{head}{_LIST}</li>", before="<ul>", after="</ul>", between="\n") for head in _HTML_HEADS[1::3]))  # fmt: skip
HTML_STUDIES = (*(Form(head, between="\n") for head in _HTML_HEADS), *(Form(f"<li>{head}</li>", before="<ul>", after="</ul>", between="\n") for head in _HTML_HEADS[1::3]))  # fmt: skip
HTML_TABLES = (
    Form("<tr><td>«D»</td><td>«C»</td><td>«T»</td></tr>", before="<table><tr><th>Dates</th><th>Organisation</th><th>Title</th></tr>", after="</table>", between="\n"),
    Form("<tr><td>«D»</td><td>«T», «C»</td></tr>", before="<table>", after="</table>", between="\n"), Form("<tr><td>«D»</td><td><strong>«T»</strong><br>«C»</td></tr>", before="<table>", after="</table>", between="\n"), Form("<tr><td><b>«C»</b></td><td align=right>«D»</td></tr><tr><td colspan=2><i>«T»</i></td></tr>", before="<table>", after="</table>", between="\n"), Form("<tr><td>«D»</td><td><p><b>«T»</b></p><p>«C»</p></td></tr>", before="<table>", after="</table>", between="\n"), Form("<li>«T», «C» («D»)</li>", before="<ul>", after="</ul>", between="\n"), Form("<li><strong>«T»</strong> – «C», «D»</li>", before="<ul>", after="</ul>", between="\n"), Form("<li><strong>«D»</strong>: «T», «C»</li>", before="<ul>", after="</ul>", between="\n"),
)  # fmt: skip
HTML_WORKS = tuple(
    Form(entry, between="\n", before=before, after=after)
    for entry, before, after in (
        *((head + body, "", "") for head in ("<h3>«N»</h3>", '<h3><a href="«U»">«N»</a></h3>', "<h3>«N» <small>«D»</small></h3>", "<p><strong>«N»</strong></p>", '<h4>«N»</h4><p class="date">«D»</p>') for body in ("<p>«S»</p><p>Technologies: «T»</p>", "<p>«S»</p><p><em>«T»</em></p>", '<p>«S»</p><ul class="tags">«J»</ul>', '<p>«S»</p><div class="tags">«I»</div>', "<p><strong>Tech stack:</strong> «T»</p>" + _LIST, "<p>«S»</p>" + _LIST + "<p>Built with «T»</p>", '<p>«S»</p><ul class="tags">«J»</ul><a href="«U»">View code</a> <a href="https://x.example">Live demo</a>')),
        *((f'<div class="card"><img src="a.png" alt="«N»"><div class="card-body">{head}{body}</div></div>', "", "") for head in ('<h5 class="card-title">«N»</h5>', '<div class="project-title">«N»</div>', '<span class="name">«N»</span>') for body in ('<p class="card-text">«S»</p><p class="card-text"><small>«T»</small></p><a href="«U»" class="btn">Code</a>', '<p class="card-text">«S»</p><div class="tags">«I»</div><a href="«U»" class="btn">GitHub</a>', '<div class="tags">«I»</div><p>«S»</p>', '<p>«S»</p><ul>«J»</ul><a href="«U»">Source</a>')),
        ('<article><a href="«U»"><h3>«N»</h3><p>«S»</p></a><ul>«J»</ul></article>', "", ""), ('<p>Featured Project</p><h3>«N»</h3><div><p>«S»</p></div><ul>«J»</ul>', "", ""), ("<dl><dt>Name</dt><dd>«N»</dd><dt>Technologies</dt><dd>«T»</dd><dt>Description</dt><dd>«S»</dd></dl>", "", ""),
        *((entry, "<ul>", "</ul>") for entry in ("<li><strong>«N»</strong>: «S» («T»)</li>", "<li><strong>«N»</strong> – «S» <em>«T»</em></li>", '<li><a href="«U»">«N»</a> — «S» Built with «T».</li>', "<li><h3>«N»</h3><p>«S»</p><p>«T»</p></li>", "<li><b>«N»</b> («T»)<br>«S»</li>", "<li><b>«N»</b> | «T»<ul>«B»</ul></li>")),
        ("<tr><td>«N»</td><td>«S»</td><td>«T»</td></tr>", "<table><tr><th>Project</th><th>Description</th><th>Technologies</th></tr>", "</table>"), ("<dt>«N»</dt><dd>«S»</dd><dd>«T»</dd>", "<dl>", "</dl>"),
    )
)  # fmt: skip
