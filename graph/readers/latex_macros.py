"""What LaTeX macros of résumés mean: headings, entries with their arguments in order, breaks, and what is silent."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from pylatexenc.macrospec import MacroSpec

HEADINGS: Mapping[str, int] = MappingProxyType(
    {"part": 1, "chapter": 1, "section": 2, "cvsection": 2, "subsection": 3, "cvsubsection": 3, "subsubsection": 4}
    | {"paragraph": 5, "rSection": 2, "resumesection": 2, "makeheading": 1, "cvtitle": 1, "ecvsection": 2}
)
"""Macro → level of the heading that it makes."""

ENTRIES: Mapping[str, str] = MappingProxyType(
    {
        "cventry": "entry",
        "cvevent": "entry",
        "resumeSubheading": "entry",
        "resumeProjectHeading": "entry",
        "resumeSubSubheading": "entry",
        "datedsubsection": "entry",
        "cvitem": "labelled",
        "cvline": "labelled",
        "cvskill": "labelled",
        "ecvblueitem": "labelled",
        "ecvbigitem": "labelled",
        "cvdoubleitem": "labelled",
        "cvitemwithcomment": "labelled",
        "cvlanguage": "labelled",
        "cvlistitem": "item",
        "cvlistdoubleitem": "item",
        "cvhonor": "entry",
        "resumeItem": "item",
        "resumeSubItem": "item",
        "name": "name",
        "position": "line",
        "location": "line",
    }
)
"""Macro → what it makes: an entry (title, organisation, place, dates), a labelled line, list items, a line."""

METADATA = ("title", "position", "tagline", "address", "location", "email", "homepage", "phone", "mobile", "extrainfo")
"""Macros before the document begins whose words are the author's."""

BOLD = frozenset({"textbf", "bfseries", "bf", "textsc", "bold"})
SLANTED = frozenset({"textit", "emph", "textsl"})
BREAKS = frozenset(
    {"\\", "newline", "linebreak", "par", "tabularnewline", "hrule", "hline", "medskip", "bigskip", "smallskip"}
)
LARGE = frozenset({"LARGE", "huge", "Huge", "HUGE"})
"""Sizes in which the author's name is set."""
LAST_ONLY = frozenset(
    {
        "href",
        "hyperlink",
        "textcolor",
        "colorbox",
        "fcolorbox",
        "parbox",
        "raisebox",
        "scalebox",
        "resizebox",
        "makebox",
    }
    | {"multicolumn", "multirow", "mbox"}
)
"""Macros of which only the last argument is text."""
SPACES = frozenset({"hfill", "hspace", "quad", "qquad", "dotfill", "hrulefill", "tab"})
LISTS = frozenset(
    {"itemize", "enumerate", "description", "cvitems", "compactitem", "tightemize", "highlights", "rSubsection"}
)
COLUMNS = frozenset({"multicols", "minipage", "adjustwidth", "columns", "column", "paracol", "tcolorbox"})
"""Environments whose first argument is a number or a width."""
WRITTEN: Mapping[str, str] = MappingProxyType(
    {"LaTeX": "LaTeX", "LaTeXe": "LaTeX", "TeX": "TeX", "XeLaTeX": "XeLaTeX", "BibTeX": "BibTeX", "enskip": " "}
    | {"textbar": "|", "textbullet": "•", "textperiodcentered": "·", "cdotp": "·", "cdot": "·", "space": " "}
)
"""Macros that stand for a word or a mark."""
TABLES = frozenset({"tabular", "tabularx", "tabulary", "longtable"})
SILENT = frozenset(
    """
    documentclass usepackage newcommand renewcommand providecommand newenvironment renewenvironment def let setlength
    addtolength definecolor color colorlet pagestyle thispagestyle geometry moderncvstyle moderncvcolor nopagenumbers vspace
    input include includegraphics photo label ref cite nocite bibliography bibliographystyle makecvtitle maketitle
    makecvheader makecvfooter makeletterclosing pagenumbering setcounter fontsize selectfont hypersetup titleformat titlespacing
    setlist fancyhf fancyhead fancyfoot resumeItemListStart resumeItemListEnd resumeSubHeadingListStart
    resumeSubHeadingListEnd centering raggedright noindent clearpage newpage pagebreak cvheadertopcolor write openout
    immediate catcode today thepage photoR photoL columnratio wheelchart itemsep setmainfont setsansfont newfontfamily rule titlerule urlstyle faIcon
    """.split()
)
"""Macros that write nothing; above all those that define, include or run something."""
SILENT_ENVIRONMENTS = frozenset(
    {"comment", "figure", "tikzpicture", "filecontents", "thebibliography", "lstlisting", "picture"}
)

_ARGUMENTS: Mapping[str, str] = MappingProxyType(
    {
        "cvsection": "{",
        "ecvsection": "{",
        "ecvblueitem": "{{",
        "ecvbigitem": "{{",
        "cvsubsection": "{",
        "cvevent": "{{{{",
        "resumeSubheading": "{{{{",
        "resumeSubSubheading": "{{",
        "resumeProjectHeading": "{{",
        "datedsubsection": "{{",
        "resumeItem": "{",
        "resumeSubItem": "{",
        "cvitem": "[{{",
        "cvline": "[{{",
        "cvskill": "{{",
        "cvlanguage": "{{{",
        "cvdoubleitem": "[{{{{",
        "cvitemwithcomment": "[{{{",
        "cvlistitem": "[{",
        "cvlistdoubleitem": "[{{",
        "cvhonor": "{{{{",
        "href": "{{",
        "colorbox": "{{",
        "fcolorbox": "{{{",
        "parbox": "[{{",
        "raisebox": "{{",
        "scalebox": "{{",
        "resizebox": "{{{",
        "makebox": "[[{",
        "multicolumn": "{{{",
        "multirow": "{{{",
        "hyperlink": "{{",
        "url": "{",
        "firstname": "{",
        "familyname": "{",
        "lastname": "{",
        "title": "[{",
        "author": "{",
        "tagline": "{",
        "address": "{",
        "location": "{",
        "email": "{",
        "homepage": "[{",
        "phone": "[{",
        "mobile": "[{",
        "extrainfo": "{",
        "position": "{",
        "rSection": "{",
        "makeheading": "{",
        "definecolor": "{{{",
        "colorlet": "{{",
        "moderncvstyle": "{",
        "moderncvcolor": "{",
        "social": "[{",
        "vspace": "*{",
        "hspace": "*{",
        "setlength": "{{",
        "addtolength": "{{",
        "color": "{",
        "textcolor": "{{",
        "fontsize": "{{",
        "photo": "[[{",
        "photoR": "{{",
        "photoL": "{{",
        "columnratio": "{",
        "wheelchart": "{{{",
        "makecvheader": "[",
        "makecvfooter": "{{{",
        "pagestyle": "{",
        "thispagestyle": "{",
        "hypersetup": "{",
        "titleformat": "*{[{{{{[",
        "titlespacing": "*{{{{",
        "setlist": "[{",
        "geometry": "{",
        "input": "{",
        "include": "{",
    }
)
"""Macro → its arguments as pylatexenc writes them."""

_DEFINED = re.compile(r"\\(?:re)?newcommand\*?\s*\{?\\(?P<name>[A-Za-z]+)\}?\s*\[(?P<count>[1-9])\]")
_DATE = re.compile(r"\b(?:19|20)\d\d\b|present|current|heute|today", re.IGNORECASE)


def macro_specs(text: str) -> list[Any]:
    """Return how many arguments macros take, those that the file itself defines first."""
    counts = {match["name"]: "{" * int(match["count"]) for match in _DEFINED.finditer(text)}
    is_awesome = re.search(r"\\documentclass(?:\[[^\]]*\])?\{[^}]*(?:awesome|russell)", text) is not None
    known = dict(_ARGUMENTS) | {"cventry": "{{{{{" if is_awesome else "[{{{{{{", "name": "[{"}
    wanted = known | {name: spec for name, spec in counts.items() if name in ENTRIES or name not in known}
    return [MacroSpec(name, spec) for name, spec in wanted.items()]


def entry_lines(macro: str, arguments: Sequence[str]) -> Iterator[tuple[str, bool, int | None]]:
    """Yield what an entry macro writes: (line, is it a list item?, the argument that it is, whose lists are to be kept).

    An entry is "Title, Organisation, Place    dates", with its description behind it.
    """
    kind = ENTRIES[macro]
    if kind == "entry":
        yield from _entry(macro, arguments)
    elif kind == "labelled":
        yield from _labelled(arguments)
    elif kind == "name":
        yield " ".join(filter(None, arguments)), False, None
    elif kind == "item" and len(arguments) == 2 and macro in ("resumeItem", "resumeSubItem") and all(arguments):
        yield f"• {arguments[0].rstrip(':')}: {arguments[1].lstrip(': ')}", False, None
    else:
        for place, words in enumerate(arguments):
            if words:
                yield words, kind == "item", place


def _entry(macro: str, arguments: Sequence[str]) -> Iterator[tuple[str, bool, int | None]]:
    if macro == "cventry" and len(arguments) >= 6:  # moderncv: years, title, organisation, place, grade, description
        dates, title, organisation, location, grade = arguments[-6:-1]
        description: int | None = len(arguments) - 1
    elif macro == "cventry" and len(arguments) == 5:  # awesome-cv: title, organisation, place, dates, description
        (title, organisation, location, dates), grade, description = arguments[:4], "", 4
    else:
        dates = next((words for words in arguments if _DATE.search(words)), "")
        rest = [words for words in arguments if words and words is not dates]
        # Title and dates stand on one line, so in the other order the organisation and its place do.
        if macro == "resumeSubheading" and len(arguments) == 4 and dates == arguments[3]:
            rest = [arguments[2], arguments[0], arguments[1]]
        title, organisation, location, grade = (*rest, "", "", "", "")[:4]
        description = None
    head = ", ".join(filter(None, (title, organisation, location, grade)))
    if head or dates:
        yield (f"{head}    {dates}" if head and dates else head or dates), False, None
    if description is not None and arguments[description]:
        yield arguments[description], False, description


def _labelled(arguments: Sequence[str]) -> Iterator[tuple[str, bool, int | None]]:
    for place in range(0, len(arguments) - 1, 2):
        label, words = arguments[place], arguments[place + 1]
        rest = f" ({arguments[2]})" if len(arguments) == 3 and arguments[2] else ""
        if words:
            yield f"{label}: {words}{rest}" if label else words, False, None
