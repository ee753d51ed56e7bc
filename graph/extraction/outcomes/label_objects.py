"""What a time, an amount of data, a group or a change says itself that it is of: "two weeks of on-call", "a team of 12"."""

from __future__ import annotations

import re

from graph.extraction.outcomes.change_stems import changes
from graph.extraction.outcomes.label_edges import until_end
from graph.extraction.quantities.quantity import Quantity
from graph.vocabulary import WorkWords

_OF = re.compile(
    r"(?i)\A\s(?:of|worth\sof|von|de|di|van|av)\s(?P<x>[^\W\d][^.;:,()]*)|\A\s?d[’'](?P<y>[^\W\d][^.;:,()]*)"
)
_GROUP_OF = re.compile(
    r"(?i)(?P<x>(?:(?!(?:a|an|the|our|my|in|to|with|of|for|and)\s)(?<![\w-])[^\W\d_][\w-]{0,30}\s)?(?<![\w-])(?:team|group|crew|squad|brigade|staff|équipe|equip[eoa]|squadra|gruppo|gruppe|grupo|groupe|zespół|ploeg))s?(?:\s(?:of|von|de|di|van|à|mit)|\s?\(|:)\s?(?:about\s|some\s|around\s|over\s|up\sto\s|rund\s|bis\szu\s|jusqu[’']à\s)?$"
)
_GROUP_BEHIND = re.compile(r"(?i)\A[\s-](?:strong\s)?(?P<x>team|crew|squad|brigade)s?\b")
_PEOPLE = re.compile(
    r"(?i)(?:people|persons?|members|personen|leuten?|personas|pessoas|personnes|persone|osób|personer|mensen)"
)
_RISEN = re.compile(
    r"(?i)(?<!\d)\d[\d.,]{0,12}\s?(?:%|[^\W\d_]{1,8})?\sof\s(?:all\s|the\s|our\s)?(?P<x>[^\d,;:()]{2,60}?),?\s(?:up|down|from|against|versus|instead)\b"
)


def of_what(left: str, right: str, quantity: Quantity, words: WorkWords) -> str | None:
    """ "two weeks of on-call", "2 TB of harbour noise"."""
    if quantity.dimension not in ("time", "data") or quantity.before is not None:
        return None
    found = _OF.match(right)
    return until_end(found["x"] or found["y"]) if found else None


def group(left: str, right: str, quantity: Quantity, words: WorkWords) -> str | None:
    """ "a remote team of 8": the group, where those in it have no name."""
    if quantity.dimension != "count":
        return None
    if quantity.noun is not None and not _PEOPLE.fullmatch(quantity.unit):
        return None
    found = _GROUP_OF.search(left[-60:]) or _GROUP_BEHIND.match(right)
    return found["x"] if found else None


_MOVED = re.compile(
    r"(?i)(?:\b(?:llev|baj|sub|pas|reduj|aument|port|fait?|fech|lev|bring|brach|senk|bracht)\w*)\s(?P<x>(?:(?:el|la|los|las|le|les|l[’']|o|a|os|as|il|lo|i|gli|die|den|das|der|de|het)\s?)[^.;:,\d]{2,50}?)\s(?:de|del|da|dal|dall[a’']|du|von|van)\s*$"
)
_BEHIND = re.compile(r"(?i)\A\s(?:o|a|os|as|el|la|los|las|le|les|il|lo|i|gli|l[’'])\s?(?P<x>[^\W\d_][^.;:,]*)")


def behind_change(left: str, right: str, quantity: Quantity, words: WorkWords) -> str | None:
    """ "llevó la exactitud del stock del 52% al 98%", "reduziu de 20 para 3 dias o tempo de espera": in Romance languages and German."""
    if quantity.before is None:
        return None
    if (moved := _MOVED.search(left[-120:])) is not None:
        return moved["x"]
    last = re.search(r"([^\W\d_]+)(?:\s(?:de|del|da|von|van|du))?\s*$", left[-40:])
    found = _BEHIND.match(right)
    return until_end(found["x"]) if found and last and changes(last[1].casefold()) else None


_WENT = re.compile(
    r"(?i)(?:^|[.;:,–—]\s)(?P<x>[^.;:,–—\d]{3,80}?)\s(?:se\s|si\s)?(?:"
    r"baj[óo]|bajaron|subi[óo]|pas[óo]|cay[óo]|creci[óo]|aument[óo]|disminuy[óo]|redujo|descendi[óo]|mejor[óo]|caiu|subiu|passou|cresceu|diminuiu|aumentou|"
    r"(?:est|sont)\spassée?s?|(?:a|ont)\s(?:baissé|augmenté|diminué|chuté|grimpé)|(?:è|sono)\s(?:sces[oaie]|salit[oaie]|passat[oaie]|calat[oaie]|cresciut[oaie])|"
    r"sank(?:en)?|stieg(?:en)?|fiel(?:en)?|wuchs(?:en)?|ging(?:en)?|daalden?|steeg|stegen|groeiden?|ging|minskade|ökade|sjönk|steg|växte|gick|spadł[aoy]?|wzrósł|wzrosł[aoy])"
    r"(?:\s(?:im\sSchnitt|im\sMittel|en\smoyenne|en\spromedio|em\smédia|in\smedia|gemiddeld|i\ssnitt))?(?:\s(?:de|del|da|dal|dall[a’']|du|von|vom|van|från|fra|z|ze|um|auf|om|a|al|à|till|naar|do|o|med|met|en|em|un))*\s*$"
)


def subject_abroad(left: str, right: str, quantity: Quantity, words: WorkWords) -> str | None:
    """ "El coste de la cocina bajó del 41 % al 33 % en verano", "Die Fehlerquote sank von 3 % auf 1 %"."""
    found = _WENT.search(left[-160:])
    return found["x"] if found else None


def within_change(written: str) -> str:
    """Return what the words between two figures of a change name: "41% of cancelled slots, up from 18%"; else nothing."""
    found = _RISEN.search(written)
    return until_end(found["x"]) if found else ""
