"""Says whether a line names a piece of work, and which words of an achievement's sentence name it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from graph.extraction.titles.made_things import tells_making
from graph.extraction.titles.routine_work import is_routine
from graph.stems import stem
from graph.vocabulary import Vocabularies, fold_title

_WORD = re.compile(r"[A-Za-zÀ-ÿ][\w’'+#&./-]*")
_LEAD_IN = re.compile(
    r"\s*(?:\*{0,2}[A-Z][\w &/-]{2,24}:\*{0,2}\s+)?(?:(?:so|then|there|also|here|later|first|next|finally|additionally|as [\w ]{3,30}|at [A-Z][\w &.]{1,30}),?\s+)?(?:(?:(?:I|we|he|she|they|my team|our team|the team|nous avons|abbiamo|hemos|he|ho|ik heb|we hebben|ich|wir)\s+|j['’]ai\s+))?"
    r"(?:(?:(?:jumped|stepped|pitched|dived) in (?:and|to)|also|then|successfully|personally|jointly|single-handedly|independently|quickly|together|recently|once|have|has|had|was|were|been)\s+)*",
    re.IGNORECASE,
)
OPENS_WITH_DOER = re.compile(
    r"(?:[Ss]ole\s|[Mm]ain\s|[Ll]ead\s|[Pp]rimary\s|[Oo]riginal\s|Co-)?(?:[Aa]uthor|[Cc]reator|[Mm]aintainer|[Dd]eveloper|[Ii]nventor)\sof(?=\s(?:an?|the|our)\s(?!(?:year|month|novel|book|paper|article|thesis|blog|poem|study)\b)[\w-])"
)
"""Opens a bullet that says whose work it is: "Author of a web app that …"."""
_AND_VERB = re.compile(r"(?:\s{0,60}+[,&/]|\s{1,60}+(?:and|und))\s+(?:then\s+|also\s+|successfully\s+)?", re.IGNORECASE)
_FILLER = re.compile(
    r"\s*(?:(?:to|on|in|up|out|over|off|down|for|through|with|at)\s+(?=\S))?(?:the\s+)?(?:(?:development|design|implementation|creation|delivery|execution|rollout|effort|efforts|work|initiative|build|building|designing|scaling|definition|planning|adoption)\s+(?:and\s+\w+\s+)?(?:of|on|for|to)\s+)?"
    r"(?:(?:a|an|the|our|their|its|my|(?:die|das|den|eine|einen|ein|unsere)(?=\s(?:[\wäöü]{3,20}\s)?(?-i:[A-ZÄÖÜ]))|new(?:\s+and\s+[a-z]{5,20}(?:able|ible|ed|ing|ive|al|ic|ful|ent|ant|er))?|all)\s+)*",
    re.IGNORECASE,
)
_END = re.compile(
    r"[,;:.!?()–—→]|\s-\s|\b(?:that|which|who|whose|where|when|while|so|because|although|by|using|via|after|before|without|within|until|from|across|under|over|about|including|processing|enabling|improving|reducing|cutting|saving|making|serving|"
    r"supporting|resulting|achieving|delivering|allowing|leading|increasing|establishing|leveraging|ensuring|providing|handling|implementing|generating|through|despite|during|as|was|were|is|are|had|has|with|used|written|powered|based|driven\s+by|and\s+(?:\w+ed|cut|built|led|drove|wrote|ran|grew|brought|took|made|set|shipped|got)\b|"
    r"to\s+(?!(?:[A-Z]|the\b|a\b|an\b|OCI|our\b|new\b|native\b|production\b|cloud\b|microservices\b))\w+)\b|[~≈$€£]|\d",
)
_TRAIL = re.compile(
    r"(?:(?<!\s)\s++(?:and|or|of|for|to|in|on|at|with|a|an|the|our|its|more|less|just|only|&)){1,20}\s*$", re.IGNORECASE
)
_GERUNDS = frozenset(
    "building rebuilding leading cutting growing writing rewriting bringing breaking splitting taking making keeping getting turning selling teaching running winning shrinking driving rethinking moving replacing giving finding bending closing teaching".split()
)


# A line with one of these is a sentence, not a title.
_FINITE = frozenset(
    "is are was were be don’t don't doesn’t doesn't isn’t isn't can can’t can't will would could do does did has have had i we you they he she it’s it's i’m i'm ich wir je nous ik jag jeg".split()
)


@dataclass(frozen=True, slots=True)
class Achievement:
    """The verb of a sentence that tells an achievement, and the words that name the work; offsets into the sentence."""

    verb: str
    soft: bool
    """The verb tells of taking part ("supported"), not of a piece of work."""
    title_start: int
    title_end: int
    verb_start: int


_ENDING = frozenset({"did", "finished"})
_OF_THE_THING = re.compile(r"\s(?:off\s)?(?:the|our|my)\s")
"""Behind verbs that tell a deed at a bullet's beginning alone: "Did the ledger upgrade", not "So we did what they said"."""
_AND_OTHER = re.compile(r"\s{1,3}(?:and|&)\s{1,3}[a-z]{2,20}(?=\s{1,3}\S)")
"""A second verb that no list knows: "Designed and own a pipeline"."""


@lru_cache(maxsize=4096)  # several stages ask about the same sentence
def read_achievement(sentence: str, vocabularies: Vocabularies) -> Achievement | None:
    """Return what a sentence such as "Led the billing migration, cutting …" tells, or None if it begins otherwise.

    Where no words of the sentence name the work, the whole clause stands for it.
    """
    words = vocabularies.work
    lead = _LEAD_IN.match(sentence)
    position = lead.end() if lead else 0
    verb, soft, end = "", True, position
    while match := _WORD.match(sentence, position):
        word = match.group().casefold()
        if not _tells_doing(word, vocabularies, first=not verb):
            break
        verb, soft, end = verb or word, soft and _is_soft(word, vocabularies), match.end()
        joint = _AND_VERB.match(sentence, end)
        if not joint:
            break
        position = joint.end()
    if not verb and (doer := OPENS_WITH_DOER.match(sentence, position)) is not None:
        verb, soft, end = "created", False, doer.end()
    if not verb or _BY_SOMEBODY.match(sentence, end) is not None:
        return None
    if verb in _ENDING and (position or _OF_THE_THING.match(sentence, end) is None):
        return None
    if (other := _AND_OTHER.match(sentence, end)) is not None:
        end = other.end()
    # "Development manager" is no achievement, "Set designer" neither: a title of a post follows in title case.
    filler = _FILLER.match(sentence, end)
    start = filler.end() if filler else end
    if sentence.startswith("and ", start) and (second := _AND_THEN.match(sentence, start)) is not None:
        start = second.end()
    stop = _END.search(sentence, start)
    finish = stop.start() if stop else len(sentence.rstrip(" ."))
    title = sentence[start:finish]
    trimmed = _TRAIL.sub("", title).rstrip()
    # What "it" is stands in another sentence.
    names_nothing = _PRONOUN.match(sentence, end) is not None or _WHEN_ONLY.match(sentence, end) is not None
    names_nothing = names_nothing or is_routine(verb, sentence[end:])
    soft = soft or names_nothing
    is_made = tells_making(verb, sentence, lead.end() if lead else 0)
    if len(_WORD.findall(trimmed)) < 2:
        begin = lead.end() if lead else 0
        clause = re.search(r"[,;.:]\s|$", sentence[end:])
        finish = min(end + (clause.start() if clause else 0), begin + 110)
        trimmed_clause = _TRAIL.sub("", _OPEN_BRACKET.sub("", sentence[begin:finish])).rstrip(" .")
        names_nothing = names_nothing or trimmed_clause.casefold() == verb  # "Wrote, checked and posted …"
        return Achievement(verb, names_nothing or (soft and not is_made), begin, begin + len(trimmed_clause), begin)
    limited = _limited(trimmed, 13)
    if soft and not names_nothing and verb in words.weak_verbs and (is_made or _names_itself(limited, vocabularies)):
        soft = False
    return Achievement(verb, soft, start, start + len(limited), lead.end() if lead else 0)


def _tells_doing(word: str, vocabularies: Vocabularies, *, first: bool) -> bool:
    """Return whether a word is a listed verb, one with "re-" before it, or, at the start, its gerund: "Rebuilding the …"."""
    verbs = vocabularies.work.verbs
    if word in verbs or (word.startswith("re") and word[2:].lstrip("-") in verbs):
        return True
    return first and word.endswith("ing") and is_work_verb(word, vocabularies)


@lru_cache(maxsize=4)
def _soft_stems(vocabularies: Vocabularies) -> frozenset[str]:
    return frozenset(stem(verb) for verb in vocabularies.work.soft_verbs)


def _is_soft(word: str, vocabularies: Vocabularies) -> bool:
    soft = vocabularies.work.soft_verbs
    return word in soft or (word.endswith("ing") and stem(word) in _soft_stems(vocabularies))


_OPEN_BRACKET = re.compile(r"(?<=\w)\s\([^()]{0,60}$")
"""A remark that the title's end cuts in two: "the move to the new yard (12 lorries, no delay)"."""
_BY_SOMEBODY = re.compile(r"\sby:?\s[A-ZÀ-ÖØ-Þ][a-zà-ÿ]+\s[A-ZÀ-ÖØ-Þ]")
"""Behind a participle: "Prepared by Ada Quill" signs."""
_PRONOUN = re.compile(
    r"(?i)\s(?:part(?=\sin\s)|care(?=\sof\s)|it|them|this|that|these|those|him|her|both|everything|all of (?:it|them|this))(?=\s*(?:[.,;:!)(]|$|\s(?:and|in|on|with|as|for|of|by|to|from|together|myself|up|down|out|off|over|at|using|until|within|before|after|again|alone)\b))"
)
"""An object that names nothing: "planned it, …", "wrote them in Go"."""
_AND_THEN = re.compile(r"and\s[a-z]{2,20}\s(?:(?:out|up|off|down|over|in|on)\s)?(?:the\s|an?\s)?(?=\S)")
"""A second verb behind the first one's particle: "Set up and sent out tags"."""
_WHEN_ONLY = re.compile(
    r"(?i)\s(?:widely|regularly|extensively|frequently|often)\s*(?:[,.;(]|$|in\b|on\b)|\s(?:over|in|within|on|during|after|before|at|for)\s(?:(?:the|a|an|one|two|three|four|five|six|same|next|last|first|\d+)\s){0,3}"
    r"(?:weekends?|weeks?|days?|nights?|months?|years?|hours?|time|budget|schedule)\b"
)
"""No object, but when it was: "moved over one weekend", "delivered on time"; or how often: "published widely"."""


def _names_itself(title: str, vocabularies: Vocabularies) -> bool:
    """Return whether the object of a weak verb names work: a noun of work, or a name of its own ("the Number Breakfast")."""
    if re.search(r"\d", title) or re.match(
        r"(?i)(?:team|group|department|staff|people|class|meetings?|workshops?)\b", title
    ):
        return False
    return names_work(title, vocabularies) or re.match(r"\A(?:[A-Z][\w’'-]+\s+){1,3}[A-Z]?[\w’'-]+", title) is not None


_TWO_NOUNS = re.compile(
    r"(?P<one>[A-Z][a-z-]{3,20})\s(?:and|&)\s(?:(?:complete|full|first|further)\s)?(?P<other>[a-z-]{4,20})(?=\sof\s(?:an?|the|our)\s)"
)
"""Opens a bullet with two nouns for one piece of work: "Design and development of a ticket archive"."""


def opens_with_noun(text: str, vocabularies: Vocabularies) -> tuple[int, int] | None:
    """Return (start, end) of the work that a bullet names by a noun: "Einführung von SAP QM in drei Werken" whole.

    None where it begins otherwise, or names a person's post.
    """
    joined = _TWO_NOUNS.match(text)
    if joined is not None and {joined["one"].casefold(), joined["other"].casefold()} <= vocabularies.work.opening_nouns:
        named = opens_with_noun(text[joined.start("other") :], vocabularies)
        purpose = re.search(r"\sto\s(?=[a-z])|$", text[joined.end() :])
        end = joined.end() + (purpose.start() if purpose else 0)
        return None if named is None else (0, min(end, named[1] + joined.start("other")))
    words = [*_WORD.finditer(text)][:4]
    for count in (3, 2, 1):
        opening = " ".join(word.group().casefold() for word in words[:count])
        if len(words) >= count and opening in vocabularies.work.opening_nouns:
            following = re.match(
                r"\A\s+(?:d[’'](?=\w)|(?:of|von|vom|der|des|d[eu]|del|de la|di|della|dello|do|da|van|for|für|eines?|einer)\b)",
                text[words[count - 1].end() :],
            )
            if following is None:
                return None
            start = words[0].start()
            stop = re.search(
                r"[,;:.!?()–—]|\s-\s|\b(?:mit|con|avec|com|met|with|innerhalb|en menos|within|durch|by|utilisée?|qui|que|used|that|which)\b",
                text[start:],
            )
            title = text[start : start + stop.start()] if stop else text[start:]
            return (start, start + len(_TRAIL.sub("", title).rstrip()))
    return None


def _limited(title: str, most: int) -> str:
    ends = [match.end() for match in _WORD.finditer(title)]
    return title if len(ends) <= most else _TRAIL.sub("", title[: ends[most - 1]])


def names_work(title: str, vocabularies: Vocabularies, *, may_be_post: bool = False) -> bool:
    """Return whether a heading or short line reads as the name of a piece of work: "Billing migration", "Merging two services"."""
    folded = fold_title(title)
    words = [word.casefold() for word in _WORD.findall(title)]
    if folded in vocabularies.sections or len(words) < 2 or len(words) > 24 or title.rstrip().endswith(("?", "!")):
        return False
    if any(word in _FINITE for word in words):
        return False
    if (
        is_about_writing(title, vocabularies)
        or (not may_be_post and is_role_title(title, vocabularies))
        or words[0] in ("how", "why", "what", "when", "about", "my", "i")
    ):
        return False
    if is_work_verb(words[0], vocabularies):
        # "Testing infrastructure", "Reporting dashboard": the first word says of what kind it is.
        return len(words) >= 3 or (words[0].endswith("ing") and _is_work_noun(words[1], vocabularies))
    return any(_is_work_noun(word, vocabularies) for word in words)


def is_work_verb(word: str, vocabularies: Vocabularies) -> bool:
    """Return whether a heading's first word says that work was done: a listed past tense or its gerund."""
    low = word.casefold()
    if low in vocabularies.work.verbs or low in _GERUNDS:
        return True
    return low.endswith("ing") and stem(low) in _verb_stems(vocabularies)


_STEMS: dict[int, frozenset[str]] = {}


def _verb_stems(vocabularies: Vocabularies) -> frozenset[str]:
    key = id(vocabularies.work)
    if key not in _STEMS:
        _STEMS[key] = frozenset(stem(verb) for verb in vocabularies.work.verbs)
    return _STEMS[key]


def _is_work_noun(word: str, vocabularies: Vocabularies) -> bool:
    nouns = vocabularies.work.work_nouns
    parts = {word, word.removesuffix("s"), *word.split("-"), *word.split("/")}
    return bool(parts & nouns)


_OF_WHAT = frozenset("of on about for to in from with and at by über zu sur sobre su over".split())


@lru_cache(maxsize=4)
def _written_things(vocabularies: Vocabularies) -> frozenset[str]:
    return frozenset(word.rstrip("s") for word in vocabularies.work.writing)


def is_about_writing(title: str, vocabularies: Vocabularies) -> bool:
    """Return whether a title names something written (an essay, a talk, a résumé), which is no piece of work."""
    words = [word.casefold().rstrip("s.:") for word in _WORD.findall(title)]
    writing = _written_things(vocabularies)
    if not words or words[-1] in writing:
        return bool(words)
    # "Newsletter relaunch", "CV parser": what was done with it is work; "Notes on search" is not.
    of_it = len(words) > 1 and words[1] not in _OF_WHAT and _is_work_noun(words[-1], vocabularies)
    return words[0] in writing and not of_it


_ASKING = frozenset("what how why when which".split())
"""Words that open a heading, not a post: "What this shows a hiring manager"."""
_BEHIND_ROLE = re.compile(r"[•|,(–—@]|\s-\s|\s(?:at|from|bei|bij|chez|presso|hos|na|en|for)\s")
_LEVELS = frozenset("i ii iii iv v".split())
"""What stands behind a title as its level."""
_ROLE_WORD = re.compile(r"[\w’'&/-]+")


@lru_cache(maxsize=4096)  # several stages ask about the same words
def is_role_title(title: str, vocabularies: Vocabularies) -> bool:
    """Return whether a short line is a job title: "Staff Engineer", "Team Lead"."""
    text = _BEHIND_ROLE.split(title, maxsplit=1)[0].strip().casefold()
    words = _ROLE_WORD.findall(text)
    if len(words) > 1 and words[-1] in _LEVELS:
        words.pop()  # "Software Engineer II"
    if not words or len(words) > 6 or words[0] in _ASKING:
        return False
    nouns = vocabularies.roles.head_nouns
    # "Software-Architektin", "IT-Berater"
    return text in vocabularies.roles.whole or words[-1] in nouns or words[-1].rpartition("-")[2] in nouns


_TOOL_NOUNS = frozenset(
    "planner tester finder builder reader tracker scheduler checker scanner watcher counter".split()
)


def may_name_tool(title: str, vocabularies: Vocabularies) -> bool:
    """Return whether a title that ends like a post's may be what a tool is called: "Voyage planner", "Type tester".

    For places only where works are listed; "Software tester" is known as a whole.
    """
    words = title.casefold().split()
    return 1 < len(words) < 5 and words[-1] in _TOOL_NOUNS and " ".join(words) not in vocabularies.roles.whole


def opens_with_deed(title: str, vocabularies: Vocabularies) -> bool:
    """Return whether a title begins with what was done: "Rewrote the onboarding guide", not "Rewriting …" or "Guide"."""
    deed = read_achievement(title, vocabularies)
    return deed is not None and not deed.soft and deed.verb_start == 0 and not deed.verb.endswith("ing")
