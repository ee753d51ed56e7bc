"""LaTeX résumés: moderncv, awesome-cv, plain articles and a common template of macros of its own."""

from __future__ import annotations

import pytest

from graph.documents import BlockKind, Document
from graph.errors import UnreadableFileError
from graph.model import EntityKind
from graph.pipeline import interpret
from graph.readers.latex_files import read_latex

MODERN = r"""\documentclass[11pt,a4paper,sans]{moderncv}
\moderncvstyle{classic} % cut by 90%
\name{Marit}{Oskelund}
\title{Lead Platform Engineer}
\address{Storgata 1}{5003 Bergen}{Norway}
\phone[mobile]{+47 555 01 234}
\begin{document}
\makecvtitle
\section{Experience}
\cventry{Mar 2019 -- Present}{Lead Platform Engineer}{Fjordhavn Logistics}{Bergen}{}{Own the event platform.
\begin{itemize}
\item Moved 40 services to Kubernetes, cutting the cloud bill by 38\% % really 20\%
\item Reduced \textbf{p95 latency} of the booking API from 900\,ms to 120\,ms with Redis
\end{itemize}}
\cventry{Aug 2015--Feb 2019}{Software Engineer}{Nordlys Energi AS}{Oslo}{}{Built the meter import in Java and Kafka}
\section{Education}
\cventry{2010--2015}{MSc Computer Science}{Strandvik University}{Bergen}{\textit{4.0}}{}
\section{Skills}
\cvitem{Streaming}{Kafka, Flink, Debezium}
\section{Certificates}
\cvlistitem{Certified Kubernetes Administrator, CNCF, 2020}
\end{document}
"""
AWESOME = r"""\documentclass[11pt]{awesome-cv}
\name{Marit}{Oskelund}
\position{Lead Platform Engineer}
\begin{document}
\makecvheader
\cvsection{Work Experience}
\begin{cventries}
  \cventry
    {Lead Platform Engineer} % title
    {Fjordhavn Logistics}
    {Bergen, Norway}
    {Mar. 2019 - Present}
    {
      \begin{cvitems}
        \item {Moved 40 services to Kubernetes, cutting the cloud bill by 38\%}
        \item {Reduced p95 latency of the booking API from 900 ms to 120 ms with Redis}
      \end{cvitems}
    }
  \cventry{Software Engineer}{Nordlys Energi AS}{Oslo}{Aug. 2015 - Feb. 2019}{}
\end{cventries}
\cvsection{Education}
\begin{cventries}\cventry{MSc Computer Science}{Strandvik University}{Bergen}{2010 - 2015}{}\end{cventries}
\cvsection{Skills}
\begin{cvskills}\cvskill{Streaming}{Kafka, Flink}\end{cvskills}
\end{document}
"""
ARTICLE = r"""\documentclass{article}
\newcommand{\resumeItem}[1]{\item\small{#1}}
\begin{document}
\begin{center}{\Huge \textbf{Marit Oskelund}}\\ \href{mailto:marit@example.org}{marit@example.org} $|$ Bergen\end{center}
\section*{Experience}
\textbf{Lead Platform Engineer}, Fjordhavn Logistics \hfill Mar 2019 -- Present
\begin{itemize}
\resumeItem{Moved 40 services to Kubernetes, cutting the cloud bill by 38\%}
\item Reduced p95 latency of the booking API from 900~ms to 120~ms with Redis
\end{itemize}
\textbf{Software Engineer}, Nordlys Energi AS \hfill Aug 2015 -- Feb 2019\\
Built the meter import in Java and Kafka.

\section*{Education}
MSc Computer Science, Strandvik University \hfill 2010 -- 2015

\section{Skills}
\begin{tabular}{ll}
Streaming: & Kafka, Flink \\
Cloud: & Kubernetes, Terraform
\end{tabular}
\end{document}
"""
TEMPLATE = r"""\documentclass[letterpaper,11pt]{article}
\newcommand{\resumeSubheading}[4]{\item #1 #2 #3 #4}
\begin{document}
\begin{center} \textbf{\Huge \scshape Marit Oskelund} \\ \small Bergen $|$ \underline{marit@example.org} \end{center}
\section{Experience}
  \resumeSubHeadingListStart
    \resumeSubheading{Lead Platform Engineer}{Mar 2019 -- Present}{Fjordhavn Logistics}{Bergen}
      \resumeItemListStart
        \resumeItem{Moved 40 services to Kubernetes, cutting the cloud bill by 38\%}
        \resumeItem{Reduced p95 latency of the booking API from 900 ms to 120 ms with Redis}
      \resumeItemListEnd
    \resumeSubheading{Software Engineer}{Aug 2015 -- Feb 2019}{Nordlys Energi AS}{Oslo}
  \resumeSubHeadingListEnd
\section{Education}
    \resumeSubheading{Strandvik University}{Bergen}{MSc Computer Science}{2010 -- 2015}
\end{document}
"""


def tex(text: str) -> Document:
    return read_latex(text.encode(), "cv.tex")


@pytest.mark.parametrize(
    "source", [MODERN, AWESOME, ARTICLE, TEMPLATE], ids=["moderncv", "awesome-cv", "article", "template"]
)
def test_a_resume_in_latex_is_read_like_its_text(source: str) -> None:
    reading = interpret(tex(source))

    def names(kind: EntityKind) -> list[str]:
        return [mention.name for mention in reading.mentions if mention.kind is kind]

    roles = [m for m in reading.mentions if m.kind is EntityKind.ROLE]
    assert [(m.name, m.attributes["start"], m.attributes["end"]) for m in roles] == [
        ("Lead Platform Engineer", "2019-03", "present"),
        ("Software Engineer", "2015-08", "2019-02"),
    ]
    assert names(EntityKind.PERSON) == ["Marit Oskelund"]
    assert names(EntityKind.EMPLOYER) == ["Fjordhavn Logistics", "Nordlys Energi AS"]
    assert names(EntityKind.INSTITUTION) == ["Strandvik University"]
    figures = [m.measure for m in reading.mentions if m.measure is not None]
    assert [(f.before, f.after) for f in figures if f.before is not None] == [(900, 120)]
    assert 38 in [f.value for f in figures]
    assert {20, 90}.isdisjoint(f.value for f in figures)


def test_sections_and_items_are_blocks() -> None:
    document = tex(MODERN)
    shown = [(b.kind, document.quote(b.span)) for b in document.blocks]

    assert [words for kind, words in shown if kind is BlockKind.HEADING][1:] == [
        "Experience", "Education", "Skills", "Certificates",
    ]  # fmt: skip
    assert (BlockKind.LIST_ITEM, "Certified Kubernetes Administrator, CNCF, 2020") in shown
    assert "5003 Bergen" in document.text
    assert "mobile" not in document.text


def test_accents_and_escapes_are_letters() -> None:
    text = r"\begin{document}M\"uller \& S{\o}n, caf\'e, \c{c}a va, 40\%, \$5, \'Elan\end{document}"

    assert tex(text).text == "Müller & Søn, café, ça va, 40%, $5, Élan"


def test_nothing_is_included_or_run() -> None:
    text = r"\begin{document}\input{/etc/passwd}\write18{touch x}\immediate\openout5=x Text that stays.\end{document}"

    assert "passwd" not in tex(text).text
    assert "Text that stays." in tex(text).text


def test_a_file_without_text_is_refused() -> None:
    with pytest.raises(UnreadableFileError, match="without text"):
        tex(r"\documentclass{article}\begin{document}% nothing" + "\n" + r"\end{document}")


def test_dates_in_a_macro_of_their_own_stand_apart_from_what_follows() -> None:
    source = r"\documentclass{article}\begin{document}\years{2019--2021}\textbf{Cook}, Acme\end{document}"

    text = read_latex(source.encode(), "cv.tex").text

    assert text.split() == ["2019–2021", "Cook,", "Acme"]
