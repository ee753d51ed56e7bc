"""Says what of a figure depends on where it stands: small print, the lines under a name, a field of a story, a noun told before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.case_labels import HOW_LONG
from graph.documents import Block, BlockKind, Section, SectionKind
from graph.extraction.quantities.quantity import Quantity
from graph.extraction.reading import Reading
from graph.extraction.works.advice import stands_in_advice
from graph.vocabulary import WorkWords

GROUPS = re.compile(
    r"(?i)\b(?:team(?:größe|stärke|grootte|storlek)?|staff|crew|headcount|workforce|membership|audience|belegschaft|mannschaft|équipe|effectif|equip[oea]|plantilla|squadra|organico|ploeg)\b"
)
"""Words for many people that have no plural: "Team from 4 to 15"."""
_SMALL_PRINT = re.compile(
    r"\s{0,3}(?:©|\(c\)\s|copyright\b|all rights reserved|impressum|last updated|stand:|[←‹«]\s?\S)", re.IGNORECASE
)
_ADDRESSED = re.compile(r"(?<![\w.+-])[\w.+-]++@[\w-]++\.\w|(?<![\w.,])\+?\d{2,4}(?:[ ./-]\d{2,4}){3,5}(?![\w%])")
"""An e-mail address or a telephone number: the line says how to reach somebody."""
_CHANGE_WORDS = re.compile(
    r"(?i)faster|less|fewer|more|higher|lower|reduc|increas|decreas|growth|saved|saving|cut|uptime|coverage"
)
_LEVEL_WORDS = 4
_WAYS = re.compile(r"(?i)(?:methods?|approach|process|strategy|methodology)")
_NEXT = re.compile(r"(?i)(?:next|upcoming|planned|wish|goal|nächste|prochain|próxim|prossim|volgend)\w*\b")
_TERMS = re.compile(
    r"(?i)(?:(?:earliest|possible|expected|desired|minimum|current)\s+(?:start|pay|salary|wage|rate|income)(?:\s+date)?|(?:pay|salary|wage)(?:\s+(?:expectations?|wish|required|desired))?|"
    r"start(?:ing)?\s+date|available(?:\s+from)?|availability|notice(?:\s+period)?|gehaltsvorstellung|eintrittstermin|verfügbar(?:keit)?|prétentions(?:\s+salariales)?|"
    r"disponibilité|pretensiones|disponibilidad|disponibilità|beschikbaar(?:heid)?|salariswens|"
    r"(?:(?:day|daily|hourly)\s+)?rate|tagessatz|stundensatz|tjm|tarif(?:\s+journalier)?|tarifa|tariffa|uurtarief|dagtarief)"
)
"""Labels of what somebody asks of a job."""
_ASKED = re.compile(
    r"(?i)(?:(?:day|daily|hourly|speaking|speaker)\s)?(?:rate|fee|price)|tagessatz|stundensatz|honorar|tarifs?|tjm|tarifa|tariffa|uurtarief"
)
_MONEY = re.compile(r"[$€£¥₹]|\b(?:EUR|USD|GBP|CHF|euros?)\b")
_TARGET = re.compile(
    r"(?i)(?:(?:our|my|the|team|annual|personal|quarterly|next|revenue|sales|\d{4}|q[1-4]|fy\d\d)\s){0,3}(?:targets?|goals?|okrs?|krs?\s?\d?|key\sresults?|forecasts?|projections?|outlook|ambitions?|aims?|dreams?|suggested|suggestions?|proposed|proposals?|hypothes[ie]s|assumptions?|expected\s\w+|recommended|recommendations?|"
    r"ziele?|objectifs?|objetivos?|obiettiv[oi]|doel(?:en)?|mål|cele?|prognosen?)(?:\s(?:for\s|für\s|pour\s|para\s)?(?:\d{4}|q[1-4]|fy\d\d|next\s\w+))?"
)
_REACHED = re.compile(
    r"(?i)\b(?:actual|reached|achieved|result|met|ist|erreicht|atteint|logrado|raggiunt\w+|behaald)\b"
)
_USED_FOR = re.compile(
    r"(?P<tool>[^\d\n:–—|(]{1,40}[+#\d]{0,3})(?:\s{1,12}|\s?[:–—|-]\s{0,3}|\s?\()(?:>\s?)?\d{1,3}(?:[.,]5)?\+?\s?"
    r"(?:%|years?|yrs?|months?|mos|Jahre?|Monate?|ans?|mois|años?|mes(?:es)?|anos?|anni|anno|mesi|jaar|maanden)\)?"
)
"""How long somebody has used a tool, or how well, in a list of skills: "Python   4 years", "Python 80%"."""
_UNTICKED = re.compile(r"\[ \]\s")
_COUNTED = re.compile(r"(?<![\d,.])\d[\d,.]*+\s++(?:[a-z-]++\s)?[a-z]{3,}s\b")
_DONE_WITH = re.compile(r"\b(?:and|,)\s{1,3}(?P<verb>[a-z-]{3,})\s{1,3}(?:all\s{1,3}|only\s{1,3}|another\s{1,3})?$")
_ENDS = re.compile(r"\s{0,3}(?:[.;,)]|$)|\s(?:to|by|in|on|within|at|before|after|from|with)\s")
_FARED = re.compile(
    r"\s{1,3}(?:stayed|came\s{1,3}back|went\s{1,3}on|passed|left|remained|returned|survived|failed|needed|proved|turned|signed|bought|finished|graduated|renewed|joined|replied|converted|are\s{1,3}still|still)\b"
)


def is_title(block: Block) -> bool:
    """Return whether a block is a heading or a field with a title: in it "Seven-day forecast" is a name."""
    return block.kind is BlockKind.HEADING or re.search(r"(?i)(?:^|[._])(?:title|name)$", block.key) is not None


AGAINST_PLAN = re.compile(
    r"(?i)\s{1,3}(?:early|late|ahead|behind|before|earlier|later|sooner|faster|slower|quicker|shorter|under|over)\b"
)
"""What stands behind a time that is the difference to a plan."""
_STAYED = re.compile(
    r"(?i)\s(?:[a-z-]+\s)?(?:career|track\srecord|experience|veteran|tenure|history|stint|background|professional|notice|warranty|old)\b"
)


def is_span(text: str, q: Quantity) -> bool:
    """Return whether a time is written into what lasted so long: "a nine-week pilot", not "cut to a two-day job" or "a ten-year career"."""
    if "-" not in text[q.number_start : q.number_end] or not re.match(
        r"\s[^\W\d_]{3}", text[q.number_end : q.number_end + 5]
    ):
        return False
    return (
        _STAYED.match(text, q.number_end) is None
        and re.search(r"(?i)\b(?:to|into|became|now)\s(?:an?\s|the\s)?$", text[: q.start][-16:]) is None
    )


def is_small_print(reading: Reading, block: Block) -> bool:
    """Return whether a block is a page's small print or advice, says how somebody works, or what comes next."""
    if _SMALL_PRINT.match(reading.quote(block.span)) or stands_in_advice(reading, block.span.start):
        return True
    text = reading.quote(block.span) if len(block.span) < 160 else ""
    if text.startswith("[") and text.endswith("]") and "]" not in text[:-1]:
        return True  # "[Fill in: one or two sentences]": what nobody has written yet.
    may_be_number = sum(char.isdigit() for char in text) > 7
    if ("@" in text or may_be_number) and _ADDRESSED.search(text) is not None:
        return True
    if block.kind is BlockKind.FIELD and (_NEXT.match(block.key) or _TERMS.fullmatch(block.key)):
        return True
    if block.kind is BlockKind.FIELD and _ASKED.fullmatch(block.key) and _MONEY.search(text):
        return True
    if block.kind is BlockKind.FIELD and _TARGET.fullmatch(block.key) and not _REACHED.search(text):
        return True
    if text and text[-1] in "sthkrnioe%)" and (used := _USED_FOR.fullmatch(text)) is not None:
        tools = reading.vocabularies.technologies.find(used["tool"])
        if tools and len(used["tool"].strip(" *_")) <= 3 + sum(tool.end - tool.start for tool in tools):
            return True
    if block.kind is BlockKind.LIST_ITEM and _UNTICKED.search(
        reading.document.text, max(0, block.span.start - 8), block.span.start + 4
    ):
        return True
    section = reading.section_at(block.span.start)
    return section is not None and section.kind is SectionKind.SUMMARY and _WAYS.fullmatch(section.title) is not None


def is_level(reading: Reading, text: str, q: Quantity, block: Block) -> bool:
    """Return whether a share says how well somebody knows what a list of skills names: "English C1 (90%)"."""
    section = reading.section_at(block.span.start)
    if section is None or section.kind is not SectionKind.SKILLS or q.dimension != "share" or q.before is not None:
        return False
    is_short = len(re.findall(r"[^\W\d_]+", text)) <= _LEVEL_WORDS
    return is_short and not q.sign and _CHANGE_WORDS.search(text) is None


def introduces_career(sections: Sequence[Section], section: Section | None) -> bool:
    """Return whether a section is that of a name at the top, above sections of a career."""
    if section is None or section.level != 1 or section.kind is not SectionKind.OTHER:
        return False
    careers = (SectionKind.EXPERIENCE, SectionKind.PROJECTS, SectionKind.EDUCATION)
    return any(child.parent_id == section.id and child.kind in careers for child in sections)


def is_told_field(reading: Reading, block: Block) -> bool:
    """Return whether a block is a labelled line of a story ("Description: …"), which counts as a bullet does."""
    told = re.search(
        r"(?:^|[._])(?:description|outcome|results?|impact|action|actions|scope|achievements?|highlights)(?:\[\d+\])?$",
        block.key,
    )
    return block.kind is BlockKind.FIELD and told is not None


def is_long_form(head: str, q: Quantity) -> bool:
    """Return whether so many are counted that they measure a form or survey: "the form asked 64 questions"."""
    return head.startswith("question") and q.form == "digits" and q.value >= 20


_NEAR = 160
"""Characters; what was counted farther back is not what a bare number counts."""


def goes_without_noun(work: WorkWords, before: str, after: str, q: Quantity) -> bool:
    """Return whether a bare number counts what the sentence counted before: "inspected 23 bridges and replaced 9"."""
    if q.form != "digits" or q.value < 2:
        return False
    clause = re.split(r"[.!?]\s", before[-_NEAR:])[-1]
    if _COUNTED.search(clause) is None:
        return False
    if clause.rstrip().endswith((",", ";", "and")) and _FARED.match(after):
        return True
    done = _DONE_WITH.search(clause)
    return (
        done is not None
        and (done["verb"] in work.verbs or done["verb"].endswith("ed"))
        and _ENDS.match(after) is not None
    )


_ASIDES = re.compile(
    r"\([^()]{0,80}\)|(?i:\b(?:from|von|de|van|ca|circa|about|around|approx|some|to|down|up|total|in total)\b)"
)
_LABEL_BEFORE = re.compile(r"\W{0,6}(?P<label>[^\W\d_][^:\n.;!?]{1,60}):\s{1,6}")


def label_of_lone_figure(text: str, q: Quantity, key: str) -> str | None:
    """Return what labels a figure that is all there is behind it: a field's key, or "Berths sold: 14,100"; else None.

    What stands in brackets and small words do not count: `deploys: from 2 a week to 25 a day`.
    """
    before, after = text[: q.start], text[q.end :]
    if len(before) > 90 or len(after) > 120:
        return None
    if re.search(r"[^\W\d_]{2,}", _ASIDES.sub(" ", after)) is not None:
        return None
    if re.search(r"[^\W\d_]{2,}", _ASIDES.sub(" ", before)) is None:
        return key.split(".")[-1].replace("_", " ") or None
    match = _LABEL_BEFORE.match(before)
    alone = match is not None and re.search(r"[^\W\d_]{2,}", _ASIDES.sub(" ", before[match.end() :])) is None
    return match["label"] if match is not None and alone and len(match["label"].split()) <= 7 else None


def tells_frame(reading: Reading, block: Block) -> bool:
    """Return whether a line is the value of a label such as "Timeline", before it or on the line above: "6 weeks"."""
    if reading.document.media_type != "text/plain":
        return False
    if block.kind is BlockKind.FIELD:
        return block.key in HOW_LONG and len(block.span) < 40
    if len(block.span) > 24 or block.kind is not BlockKind.PARAGRAPH:
        return False
    above = reading.document.text[max(0, block.span.start - 24) : block.span.start].rstrip()
    return above.rpartition("\n")[2].strip(" :").casefold() in HOW_LONG


_TEAM = re.compile(
    r"(?i)(?:the\s|my\s|our\s|project\s)?(?:team|crew|squad)(?:\s(?:members|size|composition|structure|makeup))?"
)
_TRADE = re.compile(
    r"\s{0,3}(?:\d{1,2}|one|two|three|four|five|six)\s?x?\s[A-Za-z][\w /-]{1,30}\s{0,3}\.?", re.IGNORECASE
)
_BETWEEN_TRADES = re.compile(r"(?i)[,;&+·|]|\band\b")


_PERSON = (
    r"(?:PM|PO|CTO|CEO|QA|UX|UI|BA|data|product|project|team|tech|account|programme?|front-?end|back-?end|(?:[a-z]{3,}(?:er|or|ist|yst|ant|dent|man|woman)|intern|lead|junior|senior|trainee|apprentice|nurse|desenvolvedor|analista|dev|développeu(?:r|se)|"
    r"diseñador|ingenier[oa]|programador|designer|entwickler|person|people|consultant|freelance|student))"
)
_TRADES = re.compile(
    rf"(?i)\s{{0,3}}(?:(?:\d{{1,2}}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|u[nm]a?|dos|dois|duas|tr[eê]s|deux|trois|zwei|drei|eine?|twee|drie)\s)x?\s?(?:[\w-]+\s){{0,3}}?{_PERSON}(?:s|es|en|innen)?(?:\s(?:[\w-]+\s?){{0,3}})?\s{{0,3}}"
)
_ASIDE = re.compile(r"\s?\([^()]{1,40}\)")
_TEAM_OF = re.compile(r"\d{1,3}(?:\s[a-z]+)?\s?$")
"""Before the bracket of "a team of 4 (2 analysts, 1 engineer, 1 intern)"."""
_BRACKETED = re.compile(r"\(([^()]{5,90})\)")


def _is_of_trades(line: str, place: int) -> bool:
    """Return whether the line around `place`, or a bracket of it, lists who worked together and says nothing else."""
    bracket = next((m for m in _BRACKETED.finditer(line) if m.start() < place < m.end()), None)
    if bracket is not None and _TEAM_OF.search(line, 0, bracket.start()) is None:
        return False
    listed = bracket[1] if bracket is not None else _ASIDE.sub("", line)
    if len(listed) > 100:
        return False
    trades = _BETWEEN_TRADES.split(listed.strip(" *_#-•·").replace(", and ", ", "))
    return len(trades) >= 2 and all(_TRADES.fullmatch(trade) for trade in trades)


def lists_trades(reading: Reading, text: str, q: Quantity, block: Block) -> bool:
    """Return whether a figure stands in the list of who was in a team: "Team: 2 programmers, 3 artists and 1 designer".

    The label stands on the line, in the field's key or on the line above; "Team: 6 people" is no such list. Nor does a line or
    bracket of nothing but people's trades need a label: "2 designers, 3 engineers, a PM on loan".
    """
    if q.dimension != "count" or q.before is not None:
        return False
    start = text.rfind("\n", 0, q.start) + 1
    line = text[start:].partition("\n")[0]
    if _is_of_trades(line, q.start - start):
        return True
    label, colon, listed = line.rpartition(":")
    trades = _BETWEEN_TRADES.split(listed) if len(listed) < 120 else []
    if len(trades) < 2 or not all(_TRADE.fullmatch(trade) for trade in trades):
        return False
    if not colon and block.kind is BlockKind.FIELD:
        label = block.key.rpartition(".")[2]
    elif not colon:
        above = text[:start] or reading.document.text[max(0, block.span.start - 40) : block.span.start]
        label = above.rstrip().rpartition("\n")[2]
    return _TEAM.fullmatch(label.strip(" *_#-•·:")) is not None
