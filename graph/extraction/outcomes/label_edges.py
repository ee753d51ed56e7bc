"""Cuts from both ends of a label what names nothing: articles, verbs, "by a quarter", "previously". labels.py finds the label."""

from __future__ import annotations

import re

from graph.extraction.outcomes.change_stems import changes

_LEADING = re.compile(
    r"^(?:(?:the|a|an|our|its|their|his|her|my|some|all|different|of|in|on|for|to|with|that|which|and|also|then|both|by|at|from|so|i|we|just|only|even|over|about|more|than|less|overall|average|total|zero|no|der|die|das|den|dem|le|la|les|el|los|las|il|gli|het)(?:\s+|$))+",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"(?:(?<!\s)\s++(?:the|a|an|of|in|on|for|to|with|that|and|or|by|at|from|was|were|is|are|been|be|has|had|have|took|takes|taking|just|only|under|over|about|around|less|more|than|roughly|nearly|almost|some|up|down|still|now|it|us|them|as|per|between|within|after|lasted|needed|through|across|into|"
    r"previously|formerly|originally|initially|once|von|vom|um|auf|från|par|bei|på|de|du|des|del|di|da|dal|van|naar|z|ze|est|sont|ist|sind|war|waren|wurden?|passée?s?)){1,20}\s*$",
    re.IGNORECASE,
)
# "Managed a budget", "Opened the school": what was done to it. What was saved, given or earned belongs to the verb.
_DONE_TO = re.compile(
    r"^(?!(?:saved|gave|earned|gained|cost|needed|added|freed)\b)(?:[a-z]+ed|ran|led|held|built|kept|took|made|sold|won|grew|wrote|taught|oversaw|brought|cut|set\s++up)\s++(?:a|an|the|our|its|their|all|my)\s++(?=\w)",
    re.IGNORECASE,
)
_HOW_FAR = re.compile(
    r"(?:(?:\s(?:fell|dropped|rose|came\s(?:down|up)|went\s(?:down|up)|grew|climbed|improved|shrank|increased|decreased|declined))?,?\s(?:by|um)\s(?:(?:about|around|nearly|almost|over|more|than|a|an|one|two|three|four|another)\s){0,3}"
    r"(?:halves|half|thirds?|quarters?|fifths?|tenths?|(?:[a-z]+\s)?(?:days?|hours?|minutes?|weeks?|months?|seconds?|points?|percent)|\d[\d.,]*\s?%?)),?$",
    re.IGNORECASE,
)
_TOLD_BEFORE = re.compile(r"^.{0,80}\s(?:by|to)\s\S{0,2}\d\S*(?:\s?%\S?)?\s(?:and|und|et|y)\s", re.IGNORECASE)
_RELATIVE = re.compile(
    r",?\s(?:which|that|what)?\s?(?:used\sto\b|had\staken\b|previously\b|formerly\b).{0,40}$", re.IGNORECASE
)


def clean(label: str) -> str:
    """Return a label without the words at its ends that name nothing, at most ten words.

    >>> clean("Managed a budget of")
    'budget'
    >>> clean("no-shows by a quarter,")
    'no-shows'
    """
    plain = _SIGNS_BEFORE.sub("", " ".join(re.sub(r"[*_`\"“”]", "", label).split()))
    # "waste by 38 %¹ and water": the second of two.
    plain = _last_clause(_TOLD_BEFORE.sub("", plain))
    plain = _TRAILING.sub("", _RELATIVE.sub("", _HOW_FAR.sub("", plain)))
    plain = _LEADING.sub("", _LED.sub("", _DONE_TO.sub("", plain))).strip(" -–—,")
    if _NOTHING.fullmatch(plain):
        return ""
    return " ".join(_without_verb(_TRAILING.sub("", plain).split())[:10])


_SIGNS_BEFORE = re.compile(r"^[^\w$€£#.(+−-]+|^[LlDd][’'](?=\w{3})")
"""Emoji, dots of lists, the short articles of French and Italian."""
_LED = re.compile(
    r"^(?:(?:i|we)\s)?(?:(?:lead|manage|run|handle|oversee|supervise|coordinate|direct|head|own|hold|keep)(?:s|ing)?|look(?:ed|ing|s)?\safter)\s++(?:a|an|the|our|its|their|all|my)\s++(?=\w)",
    re.IGNORECASE,
)
"""How duties begin: "Look after a budget"."""
_WHEN = re.compile(
    r"^(?:after|between|within|during|since|over|from|before|throughout|across|at|by|in|on|for)\s[^,]{2,60}?\s(?:the|our|its|their)\s(?=\S+(?:\s\S+){0,5}$)",
    re.IGNORECASE,
)
"""Before a subject, when or where something was so: "After three months the missed rate"."""
_FINITE = re.compile(
    r"(?i)\b(?:is|are|was|were|had|have|has|they|we|there|could|would|did|do|it|fell|rose|went|took|got|came)\b|^\w+ing\s"
)
_RELATIVE_CLAUSE = re.compile(r"(?i),?\s(?:that|which|who)\s(?!(?:is|are|was|were)$).+$")


def _last_clause(plain: str) -> str:
    """Return the end of a label that runs over a clause: "Write stalls are now rare and throughput" is of throughput."""
    if _WHEN.match(plain) and " of " not in plain[:12]:
        plain = _WHEN.sub("", plain)
    before, joined, last = plain.rpartition(" and ")
    if joined and len(last) > 2 and _FINITE.search(before) and not _FINITE.search(last):
        plain = last
    shorter = _RELATIVE_CLAUSE.sub("", plain)
    return shorter if re.search(r"[^\W\d_]{3}", shorter) and len(shorter.split()) < 7 else plain


def _without_verb(words: list[str]) -> list[str]:
    """Return the words without the verb of another language at an end: "ledtiden" of "Minskade ledtiden"."""
    if len(words) > 1 and words[-1].islower() and _is_verb(words[-1]):
        words = words[:-1]
    if len(words) > 1 and _is_verb(words[0].casefold()):
        words = words[1:]
    return words


_NOTHING = re.compile(
    r"(?i)(?:previously|formerly|originally|initially|currently|once|then|today|from|to|down|up|down to|up to|von|vom|van|de|du|da|dal|från|z|auf|naar|now|was|is)"
)


def _is_verb(word: str) -> bool:
    return changes(word) and word.endswith(_VERB_ENDS) and not word.endswith(("ment", "ion", "ent"))


_VERB_ENDS = (
    "t",
    "é",
    "ée",
    "és",
    "ó",
    "am",
    "aron",
    "ieron",
    "ade",
    "ades",
    "ato",
    "ata",
    "ati",
    "ate",
    "ado",
    "ada",
    "ados",
    "adas",
    "ido",
    "ida",
    "en",
    "te",
    "ten",
    "de",
    "łem",
    "łam",
    "ł",
    "ła",
    "ło",
    "ły",
    "k",
    "g",
)


_PHRASE_END = re.compile(
    r"[,;:!?()–—→|]|\.(?!\w)|\s-\s|\b(?:and\s+(?:\w+ed|\w+ing|cut|built|led)|while|which|that|who|by|so|because|thanks|through|using|via|after|before|within|until|during|when|as|without|was|were|is|are|has|had|have|with|from|versus|instead|in\s+(?:under|just|only|less|the\s+(?:first|last|past)|\d|one|two|three|four|five|six)|across|over|at|to|for|per|on|in|making|enabling|reducing|improving|saving|cutting|allowing|and|or|but|than|if|where|since|plus|into|onto|built|made|shared|earned|(?<=\w\s)\w{3,}ed(?=\s(?:by|the|a|an|our|its|around)\b))\b"
)
"""Where a phrase ends that begins behind a figure."""


def until_end(text: str) -> str:
    """Return the words of a text up to the end of its first phrase, at most eight."""
    stop = _PHRASE_END.search(text)
    return " ".join((text[: stop.start()] if stop else text).split()[:8])
