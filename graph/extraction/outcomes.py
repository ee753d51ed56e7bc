"""Decides which figures measure the work, and makes outcomes of them. quantities.py finds figures, labels.py names them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graph.documents import Block, BlockKind, Section, SectionKind, Span
from graph.extraction.cards import find_cards
from graph.extraction.dates import find_periods
from graph.extraction.labels import find_direction, find_label
from graph.extraction.quantities import Quantity, find_quantities
from graph.extraction.reading import Reading
from graph.extraction.titles import read_achievement
from graph.extraction.unit_nouns import is_plural
from graph.gazetteer import stem
from graph.model import EntityKind, Json, Measure, Measures, Mention
from graph.slugs import digest, short_slug

_NO_OUTCOMES = frozenset({SectionKind.EDUCATION, SectionKind.CREDENTIALS, SectionKind.CONTACT})
_VAGUE = frozenset(
    "problem reason thing way part step layer factor question lesson point essay article post example principle type kind aspect word idea theme category side half option chapter section page topic note rule goal "
    "requirement issue time other degree trait quality story case study level phase stage moment place day month year".split()
)
_TENURE = re.compile(r"(?i)\s*(?:\+\s*)?(?:of\s+(?:\w+[\s,/&-]+){0,5}experience|experience|ago\b|old\b|in\s+(?:the\s+)?(?:industry|business|field|role|profession)|(?:as|at|with)\s+(?:a|an|the|[A-Z]))")
_PEOPLE = re.compile(r"(?i)\b(?:people|engineers?|developers?|designers?|nurses?|analysts?|members?|reports?|staff|managers?|clinicians?|technicians?|specialists?|teachers?|volunteers?|scientists?|interns?|contractors?|colleagues|recruiters?|agents?|reps)$")
_LEADING_TEAM = re.compile(r"(?i)\b(?:team|led|lead|managed|supervised|headed|hired|mentored|coached|group|squad|crew|grew|department|reports?)\b")
_BASELINE = re.compile(r"(?i)\b(?:previous(?:ly)?|used to|at the time|originally|initially|until then|had been|before (?:that|the|we|i|my|it)|in the (?:old|previous)|legacy|existing|when i (?:joined|arrived|started)|so far|took (?:\w+ ){0,3}$)")
_DURATION_BEFORE = re.compile(r"(?i)\b(?:in|within|over|after|took|takes|lasted|during|for|inside|under|spanned|only|just|needed|spent)\s+(?:just\s+|only\s+|about\s+|less\s+than\s+|under\s+|the\s+(?:first|last)\s+)*$")
_TIME_THING = re.compile(r"(?i)latency|runtime|run time|response|load|wait|lead time|cycle|duration|time|speed|turnaround|length of stay|mttr|build|delay|close|boot|start")
_ZERO = re.compile(
    r"(?i)(?<![-\w])(?P<zero>zero|no|without(?:\s+(?:any|a|a\s+single))?|not\s+a\s+single|never\s+a)\s+(?:\w+\s+)?(?P<what>downtime|data\s+loss|outages?|disruptions?|incidents?|customer\s+impact|user\s+impact|interruptions?|regressions?|defects?|missed\s+\w+|complaints?|injur(?:y|ies)|"
    r"findings|errors|lost\s+\w+|dropped\s+\w+|falls|infections|stock-?outs|escalations|churn|attrition|rollbacks|sev-?1s?|p1s?)(?![-\w])"
)


@dataclass(frozen=True, slots=True)
class _Sighting:
    """A figure that measures the work, with its place."""

    span: Span
    measure: Measure
    context: str
    confidence: float


def find_outcomes(reading: Reading) -> list[Mention]:
    """Return the figures that measure the work; the same figure said again shares its key."""
    cards = find_cards(reading)
    in_cards = {block.span for card in cards for block in (card.figure, card.label)}
    sightings = [_from_card(reading, card.quantity, card.figure, card.label) for card in cards]
    for sentence in reading.sentences:
        block = reading.block_at(sentence.start)
        if block is None or block.span in in_cards or not _may_measure(reading, block):
            continue
        text = reading.quote(sentence)
        for quantity in find_quantities(text, reading.vocabularies.units, _blocked(reading, sentence, text)):
            if _measures_work(reading, sentence, text, quantity, block):
                sightings.append(_sighting(reading, sentence, text, quantity, block))
        sightings.extend(_zeros(reading, sentence, text, block))
    return _mentions(reading, sorted(sightings, key=lambda s: (s.span.start, s.span.end)))


# ---------------------------------------------------------------- what counts


def _may_measure(reading: Reading, block: Block) -> bool:
    if block.kind is BlockKind.CODE:
        return False
    if block.kind is BlockKind.FIELD and re.search(r"(?i)(?:^|[._])(?:date|start|end|period|when|from|to|year|years|phone|tel|zip|postal_?code|postalcode|url|id|version|email|gpa|score|started|ended|dates|updated|created|location|address|slug|weight|order)(?:date)?(?:\[\d+\])?$", block.key):
        return False
    section = reading.section_at(block.span.start)
    if section is not None and section.kind in _NO_OUTCOMES:
        return False
    # The line of an employment or of an education holds dates and places, no measures.
    return not any(
        m.kind in (EntityKind.ROLE, EntityKind.INSTITUTION) and block.span.contains(m.span) and m.rule not in ("prose", "at-employer", "story-role", "field") and len(block.span) < 140
        and read_achievement(reading.quote(block.span), reading.vocabularies) is None
        for m in reading.mentions
    )  # fmt: skip


def _blocked(reading: Reading, sentence: Span, text: str) -> list[tuple[int, int]]:
    blocked = [(p.start, p.end) for p in find_periods(text) if re.search(r"\d{4}|\d/|'\d\d|’\d\d", text[p.start : p.end])]
    for mention in reading.mentions:
        if mention.kind in (EntityKind.TECHNOLOGY, EntityKind.CREDENTIAL) and sentence.contains(mention.span):
            start, end = mention.span.start - sentence.start, mention.span.end - sentence.start
            version = re.match(r"\s?v?\d+(?:\.\d+)*(?![\w%+.]|\s?(?:%|x\b|[a-z]+s\b))", text[end:])
            blocked.append((start, end + (version.end() if version else 0)))
    return blocked


def _measures_work(reading: Reading, sentence: Span, text: str, q: Quantity, block: Block) -> bool:
    before, after = text[: q.start], text[q.number_end :]
    if _is_wished(reading, sentence, before, q):
        return False
    if q.dimension == "count":
        if not q.unit or (not q.scaled and q.value == 0):
            return False
        head = q.unit.split()[-1]
        if q.form == "words":
            return _counts_in_words(reading, text, q, block, head)
        if stem(head) in {stem(w) for w in ("problem", "reason", "thing", "way", "question", "lesson", "page", "chapter", "section", "essay", "article")} and not q.scaled:
            return False
        return not (q.definite and q.form == "words")
    if q.dimension == "time":
        if _TENURE.match(after) and q.before is None and not re.match(r"(?i)\s*(?:as|at|with)\s", after):
            return False
        if q.form in ("words", "article") and q.value == 1 and q.before is None and q.comparator == "=":
            return False
        return not re.search(r"(?i)\b(?:every|each|last|past|next|first|few|several)\s+(?:\w+\s+)?$", before) or q.before is not None
    if q.form == "fractions":
        return bool(re.match(r"(?i)\s+of\b", after)) or bool(re.search(r"(?i)\b(?:by|to|nearly|about|almost|than|cut|in|down)\s+$", before))
    if q.form == "factors":
        return bool(re.search(r"[a-z]{3}", after[:30])) or bool(before.strip())
    return True


def _is_wished(reading: Reading, sentence: Span, before: str, q: Quantity) -> bool:
    """Return whether the figure is a target, a requirement, advice or a template's."""
    section = reading.section_at(sentence.start)
    if section is not None and section.kind is SectionKind.TASK and q.dimension in ("share", "ratio", "time", "money") and q.before is None:
        return True
    clause = re.split(r"[.;!?]", before)[-1].casefold()
    return any(re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", clause) for phrase in reading.vocabularies.work.requirement)


def _counts_in_words(reading: Reading, text: str, q: Quantity, block: Block, head: str) -> bool:
    """Return whether a number word with a counted noun measures: "across forty databases", not "two major problems"."""
    if q.before is not None:
        return True
    if q.definite or q.value < 2 or stem(head) in {stem(word) for word in _VAGUE}:
        return False
    if q.value >= 9 or q.scaled or q.comparator != "=":
        return True
    begins = text[: q.start].strip() == ""
    if begins and block.kind is not BlockKind.LIST_ITEM:
        return False
    achieving = read_achievement(text, reading.vocabularies) is not None
    return achieving or block.kind is BlockKind.LIST_ITEM or _PEOPLE.search(q.unit) is not None


def _zeros(reading: Reading, sentence: Span, text: str, block: Block) -> list[_Sighting]:
    found = []
    for match in _ZERO.finditer(text):
        if _is_wished(reading, sentence, text[: match.start()], Quantity(0, 0, 0, 0, 0.0)) or block.kind is BlockKind.HEADING:
            continue
        what = " ".join(match["what"].casefold().split())
        label = what
        measure = Measure(text=match.group(), unit=what if is_plural(what) else what, dimension="count", direction="none", measures=Measures.RESULT, label=label)
        found.append(_Sighting(reading.document.span(sentence.start + match.start(), sentence.start + match.end()), measure, text, 0.7))
    return found


# ---------------------------------------------------------------- making measures


def _from_card(reading: Reading, q: Quantity, figure: Block, label_block: Block) -> _Sighting:
    label = " ".join(reading.quote(label_block.span).split())
    period, unit, dimension = q.period, q.unit, q.dimension
    data = re.search(r"(?i)\((kb|mb|gb|tb|pb)\)", label)
    if dimension == "count":
        if data:
            unit, dimension = data[1].upper(), "data"
        elif not unit:
            unit = _unit_of_label(label)
    for word, name in (("daily", "day"), ("weekly", "week"), ("monthly", "month"), ("annual", "year"), ("yearly", "year"), ("hourly", "hour"), ("per day", "day"), ("a day", "day"), ("per year", "year"), ("per month", "month"), ("per second", "second")):
        if period is None and re.search(rf"(?i)\b{word}\b", label):
            period = name
    q = Quantity(**{**_fields(q), "unit": unit, "dimension": dimension, "period": period})
    direction = _label_direction(reading, label, q)
    measure = _measure(q, reading.document.text[q.start : q.end], label, direction, _what_it_measures(q, label, "", None))
    context = f"{reading.quote(figure.span)} {label}"
    return _Sighting(reading.document.span(q.start, q.end), measure, context, 0.9)


def _fields(q: Quantity) -> dict[str, object]:
    return {name: getattr(q, name) for name in Quantity.__slots__}


def _unit_of_label(label: str) -> str:
    words = re.findall(r"[A-Za-zÀ-ÿ][\w’'-]*", label)
    for place, word in enumerate(words):
        if is_plural(word):
            before = words[place - 1].casefold() if place else ""
            return f"{before} {word.casefold()}" if before and before not in ("daily", "weekly", "monthly", "annual", "active", "total", "of", "in", "the", "and") else word.casefold()
    return words[-1].casefold() if words else ""


def _label_direction(reading: Reading, label: str, q: Quantity) -> str:
    work = reading.vocabularies.work
    if q.before is not None:
        return find_direction(label, q, work)
    for word in re.findall(r"[a-z-]+", label.casefold()):
        if word in work.decrease:
            return "decrease"
        if word in work.increase:
            return "increase"
    return "none"


def _sighting(reading: Reading, sentence: Span, text: str, q: Quantity, block: Block) -> _Sighting:
    work = reading.vocabularies.work
    q = Quantity(**{**_fields(q), "period": q.period or _period_beside(text, q)})
    direction = find_direction(text, q, work)
    label = _label(text, q, work, block)
    section = reading.section_at(sentence.start)
    measure = _measure(q, text[q.start : q.end], label, direction, _what_it_measures(q, label, text, section))
    confidence = {"digits": 0.92, "words": 0.8, "fractions": 0.8, "factors": 0.75, "halvings": 0.85, "article": 0.8}[q.form]
    return _Sighting(reading.document.span(sentence.start + q.start, sentence.start + q.end), measure, text, confidence)


def _label(text: str, q: Quantity, work: object, block: Block) -> str:
    from graph.vocabulary import WorkWords

    assert isinstance(work, WorkWords)
    if q.noun is not None and q.dimension in ("count", "data") and q.before is None:
        words = " ".join(text[q.noun.start : q.noun.end].split())
        following = re.match(r"\s+(?P<x>(?:daily|\w+ed(?=\s|[.,;]|$)(?!\s+by)|per\s+\w+|a\s+(?:day|week|month|year)))", text[q.noun.end :])
        return f"{words} {following['x']}" if following else words
    if block.kind is BlockKind.FIELD and not re.search(r"[a-zA-Z]{3}.*[a-zA-Z]{3}", text.replace(text[q.start : q.end], "")):
        return re.sub(r"\[\d+\]", "", block.key.split(".")[-1]).replace("_", " ")
    return find_label(text, q, work)


def _period_beside(text: str, q: Quantity) -> str | None:
    """Return the period said a few words before or after: "annual savings of $31K"."""
    near = re.search(r"(?i)\b(?P<p>annual|yearly|daily|weekly|monthly|hourly|nightly)\b(?:\s+[\w-]+){0,4}\s*$", text[: q.start])
    after = re.match(r"(?i)\s+(?:[a-z-]+\s+){0,3}?(?P<p>annual(?:ly)?|yearly|daily|weekly|monthly|a year|per year|a month|per month|a day|per day)\b(?!\s+(?:ago|later))", text[q.end :])
    found = near or after
    if found is None or q.dimension not in ("money", "count", "data") or q.before is not None and q.dimension == "count":
        return None
    word = found["p"].casefold().replace("per ", "").replace("a ", "")
    return {"annual": "year", "annually": "year", "yearly": "year", "year": "year", "daily": "day", "nightly": "day", "day": "day", "weekly": "week", "monthly": "month", "month": "month", "hourly": "hour"}[word]


def _what_it_measures(q: Quantity, label: str, text: str, section: Section | None) -> Measures:
    if q.before is None and (section is not None and section.kind is SectionKind.SITUATION or _BASELINE.search(text[: q.start + 1])):
        return Measures.BASELINE
    if q.dimension == "count" and _PEOPLE.search(q.unit) and _LEADING_TEAM.search(text[: q.end]):
        return Measures.TEAM
    if q.dimension == "time" and q.before is None and not _TIME_THING.search(label) and _DURATION_BEFORE.search(text[: q.start] + " "):
        return Measures.DURATION
    if q.dimension in ("count", "data", "rate") and q.before is None:
        return Measures.SCALE
    return Measures.RESULT


def _measure(q: Quantity, written: str, label: str, direction: str, measures: Measures) -> Measure:
    unit = q.unit
    if q.period and q.dimension in ("money", "count", "data") and "/" not in unit:
        unit = f"{unit}/{q.period}"
    is_range = q.high is not None
    return Measure(
        text=" ".join(written.split()),
        unit=unit,
        dimension=q.dimension if not (q.period and q.dimension in ("count", "data")) else "rate",
        value=None if is_range else _tidy(q.value),
        low=_tidy(q.value) if is_range else None,
        high=_tidy(q.high) if q.high is not None else None,
        comparator=q.comparator,
        direction=direction,
        before=q.before,
        after=q.after,
        period=q.period,
        measures=measures,
        label=label,
    )


def _tidy(value: float) -> float:
    return float(f"{value:.9g}")


# ---------------------------------------------------------------- making mentions


def _mentions(reading: Reading, sightings: Sequence[_Sighting]) -> list[Mention]:
    keys: dict[tuple[object, ...], tuple[str, str]] = {}
    stories = sorted(((m.extent, m.key) for m in reading.mentions if m.kind is EntityKind.PROJECT and m.extent is not None), key=lambda pair: (len(pair[0]), pair[0].start))
    mentions: list[Mention] = []
    for sighting in sightings:
        project = next((key for extent, key in stories if extent.contains(sighting.span)), None)
        same = _identity(sighting.measure)
        chosen = keys.get((same, project))
        if chosen is None and project is None:
            # A summary's figure is that of the one story which tells it too.
            owners = {pair[1] for pair in keys if pair[0] == same}
            chosen = keys[same, owners.pop()] if len(owners) == 1 else None
        if chosen is None and project is not None and (same, None) in keys:
            chosen = keys[same, None]
        if chosen is None:
            words = f"{sighting.measure.text} {sighting.measure.label}"
            chosen = (f"{short_slug(words, 8)}-{digest(sighting.context)}", _name(sighting.measure))
        keys.setdefault((same, project), chosen)
        mentions.append(
            Mention(
                kind=EntityKind.OUTCOME,
                key=chosen[0],
                name=chosen[1],
                text=reading.quote(sighting.span),
                span=sighting.span,
                rule="outcomes",
                confidence=sighting.confidence,
                section_id=reading.section_id_at(sighting.span.start),
                attributes=_attributes(sighting.measure),
                measure=sighting.measure,
            )
        )
    return mentions


def _identity(measure: Measure) -> tuple[object, ...]:
    """Return what two sayings of one figure share: its numbers and the head of its unit."""
    unit = measure.unit.split("/")[0].split()[-1:] or [measure.label.casefold()]
    value = measure.value if measure.value is not None else measure.low
    if measure.dimension in ("share", "ratio"):
        unit = [unit[0], *sorted(stem(w) for w in re.findall(r"[a-z]+", measure.label.casefold()) if len(w) > 3)[:3]]
    return (measure.dimension if measure.dimension in ("share", "ratio", "money", "time") else "count", stem(unit[0]), *unit[1:], value, measure.high, measure.before)


def _name(measure: Measure) -> str:
    label = measure.label or measure.unit
    return label[:1].upper() + label[1:] if label else measure.text


def _attributes(measure: Measure) -> dict[str, Json]:
    value: Json = measure.value if measure.value is not None else [measure.low, measure.high] if measure.low is not None else None
    return {
        "label": measure.label,
        "value": value,
        "unit": measure.unit,
        "comparator": measure.comparator,
        "direction": measure.direction,
        "before": measure.before,
        "after": measure.after,
        "period": measure.period,
        "measures": measure.measures.value,
    }
