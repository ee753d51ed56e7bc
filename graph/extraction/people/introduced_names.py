"""Finds the author's name where words of introduction, of a document's kind or of farewell lead to it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.documents import BlockKind
from graph.extraction.career_words import words_of
from graph.extraction.heads.headlines import first_lines
from graph.extraction.heads.words import is_title
from graph.extraction.people.personal_names import FULL_NAME, bare_name, is_personal_name
from graph.extraction.reading import Reading
from graph.extraction.titles.diary_titles import opens_diary_of_thing
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
    rf"(?:©|\([cC]\)|[Cc]opyright)\s{{0,3}}(?:(?:19|20)\d\d(?:\s?[–-]\s?(?:19|20)?\d\d)?)?\s{{0,3}}[,·|•]?\s?(?:(?:[Bb]uilt\s|[Mm]ade\s)?[Bb]y\s)?(?P<name>{FULL_NAME.pattern})(?=\s{{0,3}}(?:[.,|·–—]|-(?!\w)|(?:19|20)\d\d\b|$|\n|All\b))"
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
_KIND_WORDS = frozenset(
    words_of(
        """
        cv resume résumé curriculum vitae lebenslauf portfolio portafolio portfólio bio about profile profil brag stories star notes
        highlights achievements accomplishments wins review self-review self-assessment application letter bewerbung
        currículum currículo curriculo interview cases packet journal log worklog dossier website homepage promotion appraisal
        резюме автобиография βιογραφικό σημείωμα report career worklog cronologia cronología chronologie zeitleiste tijdlijn tidslinje życiorys diary logbook notebook impact summary anschreiben candidature levenslauf history timeline record list liste lista projektliste projectlijst meritförteckning życiorys
        """
    )
)
"""Words that say what kind of document it is: "Brag doc H1 2023", "STAR stories"."""
_KIND_FIRST = re.compile(
    r"(?i)[\s*_#]{0,6}(?:cv|c\.v\.|curriculum vitae|curriculum|currículum(?: vitae)?|résumé|resume|lebenslauf|levenslauf|portfolio)\s{1,3}(?=[A-ZÀ-ÖØ-Þ])"
)
_KIND_LAST = re.compile(
    r"[\s*_#]{0,6}(?P<name>[^\s:|,;#*_][^:|,;\n]{3,40}?)\s(?:CV|cv|[Rr]esume|[Rr]ésumé|[Pp]ortfolio|PORTFOLIO|RESUME|Curriculum Vitae|Lebenslauf)[\s*_]{0,4}(?:$|:\s)"
)
"""A name right before the kind of document: "Jane Doe Portfolio", "Jane Doe CV: the long one"."""
_BORDER = re.compile(
    r"(?<!\s)\s++(?:[–—|·•/-]\s+|[|•·]\s*|(?:of|by|von|de|di|van|für|for|pour)\s+(?=[A-ZÀ-Þ]))|[|•·]\s*|:\s+|,\s+|['’]s\s+"
)


def names_with_document_kind(reading: Reading) -> Iterator[tuple[int, str]]:
    """Yield (offset, name) of persons whom the first lines name beside a kind of document: "STAR stories, Jane Doe"."""
    for line in first_lines(reading, 3):
        if len(line.text) > 100:
            continue
        for start, part in name_beside_kind(line.text, reading.vocabularies):
            yield line.start + start, part
    text = reading.document.text
    for block in () if reading.document.is_keyed else reading.document.blocks[:2]:
        # "Teaching CV: Jane Doe, cellist" looks like a label with its value.
        start = text.rfind("\n", 0, block.span.start) + 1
        if block.kind is BlockKind.FIELD and says_kind(block.key) and block.span.end - start <= 100:
            for at, part in name_beside_kind(text[start : block.span.end], reading.vocabularies):
                yield start + at, part


def name_beside_kind(text: str, vocabularies: Vocabularies) -> Iterator[tuple[int, str]]:
    """Yield (offset, name) of the one part of `text` that is a person's name, if all others say a kind of document."""
    if opens_diary_of_thing(text):
        return
    if (last := _KIND_LAST.match(text)) is not None and is_personal_name(last["name"], vocabularies):
        name = bare_name(last["name"])
        yield last.end("name") - len(name), name
        return
    strong = [part.strip(" *_#\t") for part in re.split(r"(?<!\s)\s++[–—|·•/-]\s+|[|•·:]\s+", text)]
    if len(strong) == 2 and says_kind(strong[0]) and is_personal_name(strong[1], vocabularies):
        # "Curriculum vitae – Piet van Dam": the particle of a name is no border.
        name = bare_name(strong[1])
        yield text.index(name, len(strong[0])), name
        return
    head, comma, post = strong[1].partition(", ") if len(strong) == 2 else ("", "", "")
    if comma and says_kind(strong[0]) and is_personal_name(head, vocabularies):
        first = re.split(r"(?<!\s)\s++(?:@|at|bei|chez|in)\s|,", post)[0]
        if is_title(first[:1].upper() + first[1:], vocabularies.roles):
            # "Teaching CV: Jane Doe, cellist"
            bare = bare_name(head)
            yield text.index(bare, len(strong[0])), bare
            return
    parts, position = list[tuple[int, str]](), 0
    for match in [*_BORDER.finditer(text), None]:
        end = len(text) if match is None else match.start()
        bare = text[position:end].strip(" *_#\t")
        if bare:
            parts.append((text.index(bare, position), bare))
        position = end if match is None else match.end()
    if (
        head := re.match(r"(.{2,40}?)\s(?:of|for|von|de|di|van|für|pour)\s(?=[A-ZÀ-Þ])", text.strip(" *_#\t"))
    ) is not None:
        # "Curriculum vitae of Piet de Bakker": a particle of the name is no border.
        name = text.strip(" *_#\t")[head.end() :]
        if (
            says_kind(head[1])
            and is_personal_name(head[1], vocabularies) is False
            and is_personal_name(name, vocabularies)
        ):
            bare = bare_name(name)
            yield text.index(bare), bare
            return
    if (led := _KIND_FIRST.match(text)) is not None and is_personal_name(
        text[led.end() :].strip(" *_#\t"), vocabularies
    ):
        name = text[led.end() :].strip(" *_#\t")
        yield text.index(name, led.end()), name
        return
    # "Brag list / Jane Doe / Head of Learning, Museum of Tides": what follows the name is the post.
    behind_kind = len(parts) > 2 and says_kind(parts[0][1]) and is_personal_name(parts[1][1], vocabularies)
    post = re.split(r"(?<!\s)\s++(?:@|at|bei|chez)\s", parts[2][1])[0] if behind_kind else ""
    # "brag doc / Jane Doe / appsec": or the team, in small letters.
    is_team = len(parts) == 3 and post[:1].islower() and text.count(" / ") + text.count(" | ") + text.count(" · ") == 2
    if behind_kind and (is_team or is_title(post, vocabularies.roles)):
        yield parts[1]
        return
    names = [part for part in parts if not says_kind(part[1]) and is_personal_name(part[1], vocabularies)]
    if len(names) == 1 and len(parts) > 1 and all(says_kind(part[1]) for part in parts if part not in names):
        yield names[0]


_PAGES = frozenset(
    words_of(
        "team people staff speaker speakers author authors contributor contributors members crew ensemble équipe equipo"
    )
)


def says_kind(text: str) -> bool:
    """Return whether words name a kind of document: "Curriculum vitae", "Brag doc H1 2023", or a page of people: "Team"."""
    if text.strip(" *_#").casefold() in _PAGES:
        return True
    words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text.casefold())
    return 0 < len(words) <= 6 and any(word in _KIND_WORDS for word in words)


_BIO = re.compile(
    rf"(?:^|\n)[ \t*_]*(?P<name>(?:(?:Dr|Prof|Mr|Mrs|Ms)\.?\s)*{FULL_NAME.pattern}),?\**\s(?P<verb>is|was|has been|works as|(?:currently\s)?(?:leads|runs|heads|works|teaches|directs|manages|makes|designs|builds|writes|studies|specialises|specializes|"
    r"joined|founded|spent|began|started|oversees|practises|practices|has\s(?:worked|spent|led|taught|built|run|served|held|more)|ist|leitet|arbeitet|est|dirige|es|trabaja|è|lavora))\s"
    r"(?:an?\s|the\s|currently\s|now\s)*(?P<what>[^\W\d_][^,.;\n]{2,60})"
)
_PRONOUN = re.compile(
    r"(?<!\w)(?:[Ss]he|[Hh]e|[Tt]hey|[Hh]er|[Hh]is|[Tt]heir|[Ss]ie|[Ee]r|[Ee]lle|[Ii]l|[Ee]lla|[Éé]l|[Ll]ui|[Ll]ei|[Ss]u|[Ss]on)(?!\w)"
)


def _subject_of_bio(reading: Reading) -> tuple[int, str] | None:
    """Read "Jane Doe is Head of Dance at …" that opens a bio, where what follows speaks of her by a pronoun."""
    text = reading.document.text
    for match in _BIO.finditer(text, 0, 900):
        what = re.split(r"\s(?:at|for|in|with|based|who)\s", match["what"])[0]
        name, start = bare_name(match["name"]), match.end("name")
        if (
            is_personal_name(name, reading.vocabularies)
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
        for match in pattern.finditer(text, 0, 1200):
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
        if is_personal_name(match["name"], reading.vocabularies):
            yield match.start("name"), match["name"], "holder of the rights", 0.85
