"""The forms of marked-up résumés that export_lots.py draws from: LaTeX, web pages, Markdown of bold lines, YAML and JSON.

A part stands as `«T»`: T a title or degree, C a house or school, L a place, D dates, F and G their ends, B the bullets; of a page N is the
name, P the trade, A what is said of the person, K the skills, `«experience»` and the like the sections.
"""

from __future__ import annotations

from collections.abc import Mapping

Forms = Mapping[str, str]

LATEX_HEADS: Forms = {
    "moderncv": "\\documentclass[11pt,a4paper]{moderncv}\n\\moderncvstyle{classic}\n\\firstname{«N1»}\n\\familyname{«N2»}\n\\title{«P»}\n\\email{rosa@quill.example}\n\\begin{document}\n\\makecvtitle\n", "article": "\\documentclass{article}\n\\begin{document}\n\\begin{center}{\\LARGE \\textbf{«N»}}\\\\ «P» \\\\ rosa@quill.example\\end{center}\n",
    "title": "\\documentclass{scrartcl}\n\\title{«N»}\n\\author{}\n\\date{}\n\\begin{document}\n\\maketitle\n", "tabular": "\\documentclass{article}\n\\begin{document}\n\\begin{tabular*}{\\textwidth}{l@{\\extracolsep{\\fill}}r}\n\\textbf{\\Large «N»} & rosa@quill.example \\\\\n«P» & Varnsk \\\\\n\\end{tabular*}\n",
    "awesome": "\\documentclass{awesome-cv}\n\\name{«N1»}{«N2»}\n\\position{«P»}\n\\begin{document}\n\\makecvheader\n", "own": "\\documentclass{article}\n\\newcommand{\\myname}{«N»}\n\\begin{document}\n\\centerline{\\huge\\bfseries \\myname}\n\\centerline{«P»}\n", "altacv": "\\documentclass{altacv}\n\\begin{document}\n\\name{«N»}\n\\tagline{«P»}\n\\makecvheader\n",
}  # fmt: skip
LATEX_SECTIONS: Forms = {
    "section": "\\section{«H»}", "starred": "\\section*{«H»}", "cvsection": "\\cvsection{«H»}", "capitals": "\\section*{\\uppercase{«H»}}", "small caps": "\\section*{\\textsc{«H»}}", "icon": "\\section{\\faBriefcase\\ «H»}", "own rule": "\\noindent\\textbf{\\large «H»}\\\\[-6pt]\\rule{\\textwidth}{0.4pt}", "bold line": "\\vspace{2mm}\n{\\large\\bfseries «H»}\n\n\\hrule\n", "colour": "\\section{\\color{blue} «H»}",
}  # fmt: skip
LATEX_POSTS: Forms = {
    "cventry": "\\cventry{«D»}{«T»}{«C»}{«L»}{}{\\begin{itemize}«B»\\end{itemize}}", "cventry newline": "\\cventry{«D»}{«T»}{«C»}{«L»}{}{«B0»\\newline{}«B1»}", "subsection cvline": "\\subsection{«T»}\n\\cvline{«D»}{«C»\n\\begin{itemize}«B»\\end{itemize}}", "cvitem": "\\cvitem{«D»}{\\textbf{«T»}, «C», «L»\\newline «B0»}", "cvevent": "\\cvevent{«T»}{«C»}{«D»}{«L»}\n\\begin{itemize}«B»\\end{itemize}",
    "hfill": "\\textbf{«T»} \\hfill «D»\\\\\n\\textit{«C», «L»}\n\\begin{itemize}«B»\\end{itemize}", "house first": "\\textbf{«C»} \\hfill «L»\\\\\n\\emph{«T»} \\hfill \\emph{«D»}\n\\begin{itemize}«B»\\end{itemize}", "description": "\\begin{description}\n\\item[«D»] \\textbf{«T»}, «C», «L»\\\\ «B0»\n\\end{description}", "tabular": "\\begin{tabular}{p{3cm}p{12cm}}\n«D» & \\textbf{«T»}\\\\\n & «C», «L»\\\\\n & «B0»\\\\\n\\end{tabular}",
    "tabularx": "\\begin{tabularx}{\\textwidth}{l X}\n«D» & «T», \\textit{«C»} \\newline «B0»\n\\end{tabularx}", "subheading": "\\resumeSubheading{«T»}{«D»}{«C»}{«L»}\n\\resumeItemListStart«R»\\resumeItemListEnd", "own job": "\\job{«T»}{«C»}{«L»}{«D»}{\\begin{itemize}«B»\\end{itemize}}", "own entry": "\\entry{«D»}{«C»}{«T»}\n\\begin{itemize}«B»\\end{itemize}", "years": "\\years{«D»}\\textbf{«T»}, «C», «L»\n\n«B0»", "parbox": "\\parbox{3cm}{«D»} \\textbf{«T»} -- «C»\n\\begin{itemize}«B»\\end{itemize}",
    "subsubsection": "\\subsection*{«C»}\n\\subsubsection*{«T» («D»)}\n\\begin{itemize}«B»\\end{itemize}",
}  # fmt: skip
LATEX_STUDIES: Forms = {
    "cventry": "\\cventry{«D»}{«T»}{«C»}{«L»}{}{}", "cvitem": "\\cvitem{«D»}{«T», «C»}", "hfill": "\\textbf{«T»} \\hfill «D»\\\\\n\\textit{«C»}\n", "subsection": "\\subsection{«T»}\n\\cvline{«D»}{«C»}", "item": "\\begin{itemize}\\item «T», «C», «D»\\end{itemize}", "tabular": "\\begin{tabular}{rl}\n«D» & «T», «C» \\\\\n\\end{tabular}", "cvevent": "\\cvevent{«T»}{«C»}{«D»}{}", "years": "\\years{«D»}«T», «C»\n",
}  # fmt: skip
HTML_HEADS: Forms = {
    "header": "<header><h1>«N»</h1><p class=\"title\">«P»</p><a href=\"mailto:rosa@quill.example\">rosa@quill.example</a></header>", "side": "<aside><h1>«N»</h1><h2>«P»</h2><ul><li>rosa@quill.example</li><li>Varnsk</li></ul></aside>", "divs": "<div class=\"name\">«N»</div><div class=\"job\">«P»</div>", "spans": "<h1><span>«N1»</span> <span>«N2»</span></h1><p>«P»</p>", "micro": "<div itemscope itemtype=\"http://schema.org/Person\"><h1 itemprop=\"name\">«N»</h1><p itemprop=\"jobTitle\">«P»</p></div>",
    "hello": "<nav><a>Home</a> <a>Blog</a></nav><h1>«N»</h1><p>«P»</p>",
}  # fmt: skip
HTML_SECTIONS: Forms = {
    "section": "<section><h2>«H»</h2>«E»</section>", "h3": "<div class=\"section\"><h3>«H»</h3>«E»</div>", "divs": "<div class=\"section\"><div class=\"section-title\">«H»</div>«E»</div>", "strong": "<p><strong>«H»</strong></p>«E»", "bold caps": "<p><b>«X»</b></p>«E»", "icon": "<h2><i class=\"fa fa-briefcase\"></i> «H»</h2>«E»", "details": "<details open><summary>«H»</summary>«E»</details>", "underline": "<h2><u>«H»</u></h2><hr>«E»",
}  # fmt: skip
HTML_POSTS: Forms = {
    "article": "<article><h3>«T»</h3><h4>«C»</h4><time>«D»</time><ul>«B»</ul></article>", "dates span": "<div><h3>«T» <span class=\"date\">«D»</span></h3><p class=\"company\">«C», «L»</p><ul>«B»</ul></div>", "at": "<h3>«T» @ <a href=\"https://x.example\">«C»</a></h3><p><em>«D»</em></p><ul>«B»</ul>", "dl": "<dl><dt>«D»</dt><dd><strong>«T»</strong>, «C»<ul>«B»</ul></dd></dl>", "row": "<table><tr><td>«D»</td><td><b>«T»</b><br>«C», «L»<ul>«B»</ul></td></tr></table>",
    "flex": "<div class=\"job\"><div class=\"left\"><p>«D»</p><p>«L»</p></div><div class=\"right\"><h4>«C»</h4><p class=\"role\">«T»</p><ul>«B»</ul></div></div>", "times": "<h3>«C»</h3><p>«T» <time>«F»</time> – <time>«G»</time></p><ul>«B»</ul>", "p br": "<p><b>«T»</b><br>«C»<br><i>«D»</i></p><ul>«B»</ul>", "li": "<ul><li><strong>«T»</strong> – «C» («D»)<ul>«B»</ul></li></ul>", "pars": "<h3>«T», «C»</h3><p class=\"dates\">«D»</p><p>«B0».</p>",
    "micro": "<div class=\"p-experience\"><span class=\"p-org\">«C»</span><span class=\"p-role\">«T»</span><span class=\"dt\">«D»</span><ul>«B»</ul></div>", "h5": "<div class=\"cv-item\"><div class=\"cv-date\">«D»</div><div class=\"cv-details\"><h5>«T»</h5><p>«C», «L»</p><p>«B0».</p></div></div>",
}  # fmt: skip
HTML_STUDIES: Forms = {
    "h3": "<h3>«T»</h3><p>«C»</p><p>«D»</p>", "dl": "<dl><dt>«D»</dt><dd>«T», «C»</dd></dl>", "row": "<table><tr><td>«D»</td><td><b>«T»</b><br>«C»</td></tr></table>", "li": "<ul><li><b>«T»</b>, «C», «D»</li></ul>", "flex": "<div><div>«D»</div><div><h4>«C»</h4><p>«T»</p></div></div>", "p br": "<p><b>«C»</b><br>«T»<br><i>«D»</i></p>", "span": "<h4>«T» <span>«D»</span></h4><p>«C», «L»</p>",
}  # fmt: skip
MARKED_SECTIONS: Forms = {
    "h2": "## «H»", "bold": "**«H»**", "bold caps": "**«X»**", "bold colon": "**«H»:**", "h1": "# «H»", "rule": "**«H»**\n\n---", "setext": "«H»\n-----------", "italic bold": "***«H»***", "lower": "## «low»", "picture": "## 💼 «H»", "h3": "### «H»", "underlined": "<u>**«H»**</u>", "caps": "«X»", "spaced": "**«spaced»**", "escaped": "**«H»**  \n\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_\\_",
}  # fmt: skip
MARKED_POSTS: Forms = {
    "h3": "### «T»\n\n*«C»* — «D»\n\n«B»", "bold": "**«T»**, «C»\n*«D»*\n\n«B»", "bold bar": "**«T»** | **«C»** | «D»\n\n«B»", "bold house": "**«C»**, «L»\n\n*«T»*, «D»\n\n«B»", "hard": "**«C»**  \n«T»  \n«D»\n\n«B»", "list": "- **«D»** «T», «C»", "slashes": "### «T» // «C» // «D»\n\n«B»", "bold dates": "**«D»**\n\n**«T»**\n\n«C»\n\n«B»", "row": "| «D» | **«T»**, «C» |\n|---|---|\n| | «B0» |", "h3 dates": "### «C» («D»)\n\n«T»\n\n«B»", "dates first": "**«D»: «T»** – «C»\n\n«B»",
    "all bold": "**«T» – «C» («D»)**\n\n«B»", "right": "**«T»** <span style=\"float:right\">«D»</span>\n«C»\n\n«B»", "nested": "- **«T»**, *«C»* («D»)\n  - «B0»\n  - «B1»", "bold tab": "**«C»**\t«D»\n*«T»*\n\n«B»",
}  # fmt: skip
MARKED_STUDIES: Forms = {
    "h3": "### «T»\n\n*«C»* — «D»", "bold": "**«T»**, «C»\n*«D»*", "item": "- **«T»**, «C» («D»)", "hard": "**«C»**  \n«T»  \n«D»", "dates first": "**«D»**: «T», «C»", "bars": "**«T»** | «C» | «D»",
}  # fmt: skip
DATA: Mapping[str, tuple[str, str, str, str, str, str, str]] = {
    "json resume": ("work", "position", "name", "startDate", "endDate", "education", "studyType institution startDate endDate"),
    "json old": ("work", "position", "company", "startDate", "endDate", "education", "area institution startDate endDate"),
    "own": ("experience", "title", "company", "start", "end", "education", "degree school start end"),
    "snake": ("work_experience", "job_title", "company_name", "start_date", "end_date", "education", "degree institution start_date end_date"),
    "rendercv": ("experience", "position", "company", "start_date", "end_date", "education", "degree institution start_date end_date"),
    "jobs": ("jobs", "role", "employer", "from", "to", "schools", "degree name from to"),
    "period": ("experiences", "role", "company", "dates", "", "education", "degree university dates "),
    "camel": ("employmentHistory", "jobTitle", "employer", "startDate", "endDate", "educationHistory", "degree school startDate endDate"),
    "german": ("berufserfahrung", "position", "firma", "von", "bis", "ausbildung", "abschluss institution von bis"),
    "french": ("experiences", "poste", "entreprise", "debut", "fin", "formations", "diplome etablissement debut fin"),
    "spanish": ("experiencia", "puesto", "empresa", "inicio", "fin", "educacion", "titulo institucion inicio fin"),
    "organisation": ("positions", "title", "organization", "startDate", "endDate", "education", "qualification organization startDate endDate"),
}  # fmt: skip
"""Name → keys: list of posts, title, house, start, end, list of studies, then the study's four."""
