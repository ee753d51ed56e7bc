"""Takes from a pasted page's lines what it shows around its text: captions of logos, names of icons, "…see more", "Show all 6".

Called by lines.py. Words of navigation are told in page_words.py.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graph.page_words import is_icon, is_sure_icon
from graph.readers.text_lines import Line

_LOGO = re.compile(
    r"(?:(?i:logo)(?:\s(?i:von|de|du|di|da|d[’']|of|for|van)|\s?:)?\s(?P<behind>[^\n]{2,80})|(?P<before>[^\n]{2,80}?)(?:\s(?:company\s)?|-)(?i:logo))"
)
_REACH = 4
"""Lines below a logo's caption, one of which says its name again."""
_MORE = re.compile(
    r"(?i)(?:…|\.{3})\s{0,2}(?:see |show |read )?(?:more|less|mehr(?: anzeigen)?|(?:voir |afficher la )?(?:plus|suite)|(?:ver |mostrar )?m[áa]s|(?:ver |exibir )?mais|(?:vedi )?altro|meer weergeven)"
    r"|(?:show|see) all(?: \d{1,3})? [a-zà-ÿ& ]{4,40}|alle(?: \d{1,3})? [A-Za-zà-ÿ& ]{4,40} anzeigen|afficher (?:tou(?:te)?s )?les \d{1,3} [a-zà-ÿ’' ]{4,40}|mostrar (?:todas? |todos? )?(?:las |los |as |os )?\d{1,3} [a-zà-ÿ ]{4,40}"
    r"|(?:show|see) credential|nachweis anzeigen|afficher (?:le certificat|l[’']identifiant)|mostrar credencial|exibir credencial"
)
_MORE_SKILLS = re.compile(
    r"(?i)\s(?:and|und|et|y|e|i|en)\s\+?\s?\d{1,2}\s(?:more )?(?:skills?|kenntnisse|compétences?|aptitud(?:es)?(?: más)?|competências?|competenze|vaardigheden)(?: m[aá]is| más| weitere)?$"
)


def without_chrome(lines: Sequence[Line]) -> list[Line]:
    """Return the lines without those that name pictures or open more of a page; a list's "and +6 skills" is cut off.

    >>> from graph.readers.text_lines import split_lines
    >>> [line.text for line in without_chrome(split_lines("Acme logo\\nAcme\\nlocation_on\\nLeeds\\nGo, Java and +6 skills"))]
    ['Acme', 'Leeds', 'Go, Java']
    """
    has_icons = any(is_sure_icon(line.text) for line in lines)
    kept = list[Line]()
    for place, line in enumerate(lines):
        if len(line.text) > 120 or not line.text:
            kept.append(line)
            continue
        if (has_icons and is_icon(line.text)) or _MORE.fullmatch(line.text):
            continue
        if _captions_logo(lines, place):
            continue
        tail = _MORE_SKILLS.search(line.text) if line.text[-1].isalpha() and "," in line.text else None
        kept.append(line if tail is None else _cut(line, tail.start()))
    return kept


def _captions_logo(lines: Sequence[Line], place: int) -> bool:
    """Return whether a line is a logo's caption: its name stands again at the beginning or end of a line soon below."""
    text = lines[place].text
    if "logo" not in text.casefold() or (found := _LOGO.fullmatch(text)) is None:
        return False
    name = found["behind"] or found["before"]
    return any(below.text.startswith(name) for below in lines[place + 1 : place + 1 + _REACH])


def _cut(line: Line, length: int) -> Line:
    return replace(line, text=line.text[:length], end=line.start + length)
