"""Finds the author's name where words of introduction or of farewell lead to it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.extraction.career_words import GENERIC, TEAM_WORDS
from graph.extraction.heads.headlines import first_lines
from graph.extraction.heads.words import is_title
from graph.extraction.people.personal_names import FULL_NAME, bare_name, is_personal_name
from graph.extraction.reading import Reading
from graph.vocabulary import Vocabularies

_SAYS_NAME = re.compile(
    rf"(?:(?<!\w)(?:[Mm]y [Nn]ame(?: is|[’']s)|[Ii] am|[Ii][’']m|[Ii]ch bin|[Ii]ch heiße|[Mm]ein Name ist|[Jj]e m[’']appelle|[Jj]e suis|"
    rf"[Mm]e llamo|[Mm]i nombre es|(?:[Yy]o )?[Ss]oy|(?:[Ee]u )?[Ss]ou(?: [oa])?|(?:[Ii]o )?[Ss]ono|[Mm]e chamo|[Mm]i chiamo|[Ii]k ben|[Mm]ijn naam is|[Jj]ag heter|[Mm]itt namn är|[Jj]eg hedder|[Jj]eg heter|[Nn]azywam się|[Jj]estem|[Mm]innes nimeni on|[Cc]hamo-me|[Mm]eu nome é))\s+[*_]{{0,2}}"
    rf"(?P<name>{FULL_NAME.pattern})(?=[*_]{{0,2}}\s*(?:[,.;!|·–—(*<\n\U0001F300-\U0001FAFF\u2600-\u27BF]|:[a-z_]{{2,30}}:|and\b|und\b|et\b|y\b|a\b|an\b|$))"
)
_TAG = re.compile(r"<[^<>\n]{0,300}>")
_BY = re.compile(rf"(?i:\bby|\bvon|\bpar|\bwho:|\bauthor:)\s+(?P<name>{FULL_NAME.pattern})(?=\s*(?:[,.;|·–—*\n(]|$))")
_PREPARED_BY = re.compile(
    rf"(?i:\b(?:prepared|written|compiled|submitted|maintained|drawn up|put together|collected|told|kept|verfasst|zusammengestellt|rédigé|préparé|preparado|elaborado) (?:by|von|par|por))\s+"
    rf"(?P<name>{FULL_NAME.pattern})(?=\s(?:for|in|on|to|at|für|im|pour|para)\s|\s*(?:[,.;|·–—*\n(]|$))"
)
_RIGHTS = re.compile(
    rf"(?:©|\([cC]\)|[Cc]opyright)\s{{0,3}}(?:(?:19|20)\d\d(?:\s?[–-]\s?(?:19|20)?\d\d)?)?\s{{0,3}}[,·|•–—-]?\s?(?:(?:(?i:built|made|designed|developed|coded|created|written)(?:\s(?:&|and)\s(?i:built|made|designed|developed|coded|created|written))?\s)?[Bb]y\s)?(?P<name>{FULL_NAME.pattern})(?=\s{{0,3}}(?:[.,|·–—]|-(?!\w)|(?:19|20)\d\d\b|$|\n|All\b))"
)
_RIGHTS_BEHIND = re.compile(
    rf"(?m)^[ \t]{{0,8}}(?P<name>{FULL_NAME.pattern})\s{{1,3}}(?:©|\([cC]\)|[Cc]opyright)\s{{0,3}}(?:19|20)\d\d"
)
_SENDER = re.compile(rf"(?m)^[ \t]*(?:From|Von|De|Da|Van|Od|Från)\s?:\s+(?P<name>{FULL_NAME.pattern})\s{{1,3}}[<(\[]")
_FAREWELL = re.compile(
    r"(?mi:^(?:(?:with )?(?:kind|best|warm|many)(?:est)? (?:regards|wishes)|regards|best|cheers|sincerely|"
    r"yours(?: (?:sincerely|faithfully|truly|ever))?|sincerely yours|(?:thank you|thanks|many thanks)(?: for [\w ]{3,40})?|"
    r"mit (?:freundlichen|besten|herzlichen) grüßen|(?:viele|beste|herzliche|liebe) grüße|freundliche grüße|"
    r"cordialement|bien (?:cordialement|à vous)|salutations distinguées|atentamente|un (?:cordial )?saludo|saludos|"
    r"(?:cordiali|distinti) saluti|met vriendelijke groet(?:en)?|med vänliga hälsningar|atenciosamente))[ \t]*+[,.!–—-]?"
    rf"[ \t]*+\n\s{{0,8}}(?P<name>{FULL_NAME.pattern})(?=[ \t]*(?:[,|·–—(]|$|\n))"
)
_BIO = re.compile(
    rf"(?:^|\n)[ \t*_]*(?P<name>(?:(?:Dr|Prof|Mr|Mrs|Ms)\.?\s)*{FULL_NAME.pattern}),?\**\s(?P<verb>is|was|has been|works as|(?:currently\s)?(?:leads|runs|heads|works|teaches|directs|manages|makes|designs|builds|writes|studies|specialises|specializes|"
    r"joined|founded|spent|began|started|oversees|practises|practices|has\s(?:worked|spent|led|taught|built|run|served|held|more)|ist|leitet|arbeitet|est|dirige|es|trabaja|è|lavora))\s"
    r"(?:an?\s|the\s|currently\s|now\s)*(?P<what>[^\W\d_][^,.;\n]{2,60})"
)
_PRONOUN = re.compile(
    r"(?<!\w)(?:[Ss]he|[Hh]e|[Tt]hey|[Hh]er|[Hh]is|[Tt]heir|[Ss]ie|[Ee]r|[Ee]lle|[Ii]l|[Ee]lla|[Éé]l|[Ll]ui|[Ll]ei|[Ss]u|[Ss]on)(?!\w)"
)


_NAMES_THING = re.compile(r"(?:Das|Der|Die|The|Het|Les|Los|Gli)\s")
_IS_HOUSE = re.compile(
    r"(?i)(?:[\w-]+\s){0,3}?(?:chain|company|firm|practice|group|network|start-?up|agency|studio|charity|hospital|school|platform|app|tool|website|store|shop|retailer|provider|maker|service|co-?operative|business|brand)\b"
)
"""What a house or a thing is: "Pelham Road is a chain of 14 practices"."""


def _subject_of_bio(reading: Reading) -> tuple[int, str] | None:
    """Read "Jane Doe is Head of Dance at …" that opens a bio, where what follows speaks of her by a pronoun."""
    text = reading.document.text
    for match in _BIO.finditer(text, 0, 900):
        what = re.split(r"\s(?:at|for|in|with|based|who)\s", match["what"])[0]
        name, start = bare_name(match["name"]), match.end("name")
        if (
            _NAMES_THING.match(name) is None
            and _IS_HOUSE.match(match["what"]) is None
            and is_personal_name(name, reading.vocabularies)
            and (
                match["verb"] not in ("was", "has been")
                or is_title(what[:1].upper() + what[1:], reading.vocabularies.roles)
            )
            and (
                _PRONOUN.search(text[start : start + 400])
                or re.search(rf"(?<!\w){re.escape(name.split()[0])}(?!\w)", text[start:])
            )
            and not re.search(r"(?<!\w)(?:I|I[’']m|[Mm]y)(?!\w)", text[:start])
        ):
            return start - len(name), name
    return None


_WITHIN_SENTENCE = re.compile(
    r"\b(?:[a-zäöü]+hilfe|anhand|mittels|aufgrund|seitens|abhängig|unabhängig|auswahl|einsatz|entwicklung|nutzung|reihe|(?:Ein|Um|Her|An)?[Ss]atz|Entwicklung|Nutzung|Verwendung|Erkennung|Analyse|Aufbau|Einführung|Betrieb|Pflege|"
    r"cause|means|side|guided|replaced|powered|driven|followed|used)\s?$"
)
"""Before a "von" or "by" that leads on in a sentence: "mithilfe von Künstlichen Neuronalen Netzwerken"."""
_BY_OTHERS = re.compile(
    r"(?i)\b(?:advised|supervised|taught|mentored|guided|led|organi[sz]ed|hosted|inspired|headed|directed|given|founded|edited) by\W*$|\([^()]{3,60} by\W*$"
)
"""Before the name of somebody else: "Advised by", "(Advanced Operating Systems by"."""


def _is_surname(name: str, vocabularies: Vocabularies) -> bool:
    """Return whether a word in "-ing" is a surname, as beside the sign of rights: "© 2023 Wade Kettering"."""
    forename, _, last = name.partition(" ")
    is_one = last.endswith("ing") and " " not in last and last.casefold() not in GENERIC | TEAM_WORDS
    return is_one and is_personal_name(f"{forename} {last.removesuffix('ing')}", vocabularies)


_FOOT = 600
"""Characters in which a by-line may end a text."""


def names_in_words(reading: Reading) -> Iterator[tuple[int, str, str, float]]:
    """Yield (offset, name, form, confidence) where authors say their name, sign a letter, or stand in a by-line."""
    for line in first_lines(reading, 10):
        match = _BY.search(line.text)
        if (
            match
            and is_personal_name(match["name"], reading.vocabularies)
            and not _BY_OTHERS.search(line.text[: match.start("name")])
            and _WITHIN_SENTENCE.search(line.text[: match.start()]) is None
        ):
            yield line.start + match.start("name"), match["name"], "by-line", 0.9
    if (subject := _subject_of_bio(reading)) is not None:
        yield *subject, "subject of a bio", 0.85
    text = reading.document.text
    for pattern, form in ((_PREPARED_BY, "by-line"), (_SENDER, "sender of a message")):
        for match in (*pattern.finditer(text, 0, 1200), *pattern.finditer(text, max(1200, len(text) - _FOOT))):
            if is_personal_name(match["name"], reading.vocabularies):
                yield match.start("name"), match["name"], form, 0.9
    for block in reading.document.blocks[:20] if reading.document.is_keyed else ():
        value = reading.quote(block.span).strip("\"' ")
        if (match := _SAYS_NAME.match(value)) and is_personal_name(match["name"], reading.vocabularies):
            start = block.span.start + reading.quote(block.span).index(match["name"])
            yield start, match["name"], "says the name", 0.9
    for match in _SAYS_NAME.finditer(text, 0, 4000):
        before = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        before = _TAG.sub("", before) if "<" in before else before
        if is_personal_name(match["name"], reading.vocabularies) and '"' not in before and not before.startswith(">"):
            yield match.start("name"), match["name"], "says the name", 0.9
    for match in _FAREWELL.finditer(text):
        if is_personal_name(match["name"], reading.vocabularies):
            name = bare_name(match["name"])
            yield match.end("name") - len(name), name, "signature", 0.9
    foot = max(0, len(text) - 1500)
    for match in (*_RIGHTS.finditer(text, foot), *_RIGHTS_BEHIND.finditer(text, foot)):
        name = re.split(r"\s{3,}", match["name"])[0]  # "© 2023 Jane Doe   LinkedIn": links follow.
        if is_personal_name(name, reading.vocabularies) or _is_surname(name, reading.vocabularies):
            yield match.start("name"), name, "holder of the rights", 0.85
