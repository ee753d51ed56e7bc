"""What figures measure, as languages other than English say it: "La merma bajó del 6 % al 3 %", "Umsatz um 15 % gesteigert"."""

from __future__ import annotations

import re

from graph.extraction.outcomes.change_stems import changes
from graph.extraction.outcomes.label_edges import until_end
from graph.extraction.quantities.quantity import Quantity
from graph.vocabulary import WorkWords

_FOREIGN = re.compile(
    r"(?i)(?:^|[.;:,—–]\s|\b(?:und|et|y)\s)(?P<x>[^.;:,—–]{3,60}?)\s+(?:(?:minska|öka|sänkte?|höj)\w*\s+med|(?:daalde|steeg|nam\s(?:af|toe))\s+met|(?:faldt|steg)\s+med|(?:spadł|wzrósł|wzrosł)\w*\s+o|(?:wurden?\s+|konnten?\s+)?um|en\s+(?:baisse|hausse)\s+de|"
    r"(?:réduit|augmenté|diminué|ridott|aumentat|diminuit|cresciut|aumentad|reducid)\w*\s+(?:de|del|di|en|un|un\s+total\s+de)|en\s+un)\s*$"
)


def foreign(left: str, right: str, quantity: Quantity, words: WorkWords) -> str | None:
    """ "Umsatz um 15 % gesteigert", "coûts en baisse de 18 %", "costi ridotti del 12 %"."""
    found = _FOREIGN.search(left)
    return found["x"] if found and quantity.dimension in ("share", "ratio", "money") else None


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
