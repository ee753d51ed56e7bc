"""Says which sections tell the reader what to do: how to use a page, how to answer in an interview. Nothing in them was done."""

from __future__ import annotations

import re

from graph.extraction.reading import Reading

_LEAD = re.compile(r"[\W\d_]+")
_ADVICE = re.compile(
    r"(?i)what(?:[’']s|\sis|\sare)\s(?:the\s|a\s)?(?:star|car|soar)(?:\s(?:method|format|framework|story|stories))?\W*|(?:the\s)?star(?:\(?l\)?|r)?\s(?:method|format|framework|technique|template|structure|formula|guide|checklist)\b.*|"
    r"(?:when\s(?:and\s)?)?how\sto\s(?:use|write|prepare|answer|read|contribute|add|run|install|tell|structure|update|adapt|practi[cs]e|present|fill)\b.*|how\sto\suse:?|"
    r"(?:(?:other|more|common|likely|typical|sample|example|practice|frequently|asked|possible|expected|interview|behaviou?ral|follow-?up|general|technical|hr|screening)\s){1,4}questions\b.*|"
    r"questions\s(?:to|for|i|you|they|that|about|by|they[’']ll)\b.*|question\s(?:bank|list|map|matrix)\b.*|faqs?|"
    r"(?:(?:general|delivery|interview|quick|pro|key|final|some|answering|writing)\s){0,2}(?:tips|reminders|do[’']?s\s(?:and|&)\sdon[’']?ts|common\smistakes|mistakes\sto\savoid|rules\sof\sthumb|cheat\s?sheet)\b.*|"
    r"(?:(?:logistics|interview|preparation|prep|pre-interview|day-of|final|self|review|quality|story)\s)?checklist(?:\s\(.*)?|"
    r"(?:adding|add|creating|updating)\s(?:a\s)?(?:new|more|your)\s.*|(?:(?:blank|story|answer|response|entry|quick|star|brag|copy-paste)\s){0,3}templates?(?:\s.*)?|(?:file|folder|entry|document)\sformat|"
    r"(?:instructions|guidelines|usage|legend|rubric|conventions)(?:\s(?:for|to)\s.*)?|(?:interview|practi[cs]e)\s(?:strategy|prep(?:aration)?|plan|schedule|flow|notes)\b.*|"
    r"how\s(?:i|we)\s(?:use|keep|update|maintain|fill)\s(?:this|these|it|my)\b.*|(?:wording|naming|formatting|editing|phrasing|file)\s(?:rules|standards|conventions|guide)|"
    r"(?:story|stories)\s(?:matrix|map(?:ping)?|index|selection|selector|bank\susage)\b.*|which\sstory\b.*|when\sto\suse\b.*|what\sto\s(?:say|avoid|write|include|track|log)\b.*|what\snot\sto\b.*|"
    r"(?:from|for|about|update|write|review|fill|what|which)\s(?:in\s)?your\s.*|your\s(?:contributions?|role|team|task|version|impact|name|projects?|experience|answers?|story|stories|results?|turn|next\ssteps)\b.*|"
    r"(?:step|lesson|chapter|exercise)\s\d{1,2}\b.*|"
    r"(?:怎么|如何|写法|面试时|使用方法|使い方|書き方).*"
)
_LONGEST = 90


def names_advice(title: str) -> bool:
    """Return whether a heading stands above advice, instructions or questions, not above what was done.

    >>> [names_advice(title) for title in ("The STAR method", "2. How to use this file", "Checklist rollout on the wards")]
    [True, True, False]
    """
    if len(title) > _LONGEST:
        return False
    lead = _LEAD.match(title)
    return _ADVICE.fullmatch(title, lead.end() if lead is not None else 0) is not None


def stands_in_advice(reading: Reading, offset: int) -> bool:
    """Return whether `offset` lies in a section, or in one inside such, that is headed as advice."""
    if _is_template(reading):
        return True
    memo: dict[str, bool] = reading.memo.setdefault("sections of advice", {})
    section = reading.section_at(offset)
    passed: list[str] = []
    whole = len(reading.document.text)  # A page that is headed so as a whole may tell stories all the same.
    advice = False
    while section is not None:
        if section.id in memo:
            advice = memo[section.id]
            break
        passed.append(section.id)
        if section.heading is not None and 2 * len(section.span) < whole and names_advice(section.title):
            advice = True
            break
        section = reading.parent_of(section)
    memo.update(dict.fromkeys(passed, advice))
    return advice


_TEMPLATE = re.compile(
    r"(?i)\b(?:this|the\sfollowing)\s(?:is\s(?:a|an|my|the)\s(?:\w+\s){0,2}template\b|(?:\w+\s)?template\s(?:is|was|will|helps|can|should)\b)"
)
_QUESTIONS = re.compile(r"(?i)\A(?:[\w’'/&-]+\s){0,4}questions(?:\s(?:and|&)\s(?:prep(?:aration)?|tips))?")


def _is_template(reading: Reading) -> bool:
    """Return whether a document says at its beginning that it is a template, or is headed as a list of questions that nothing answers."""
    if "is template" not in reading.memo:
        document = reading.document
        reading.memo["is template"] = not document.is_keyed and (
            _TEMPLATE.search(document.text, 0, 600) is not None
            or (_QUESTIONS.fullmatch(document.title.strip()) is not None and not _answers(reading))
        )
    found: bool = reading.memo["is template"]
    return found


def _answers(reading: Reading) -> bool:
    """Return whether somebody answers in a document: a result is labelled, or "I" did something."""
    return (
        re.search(r"\bI\s[a-z]+(?:ed|uilt|ade|ed|rote|ut)\b|(?i:\bresults?\b[*_]{0,2}\s?:)", reading.document.text)
        is not None
    )
