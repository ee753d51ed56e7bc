"""Knows the labels of facts about a piece of work that its page states above the telling: "Client", "My Role", "Timeline". Finds none."""

from __future__ import annotations

_LASTS = "Timeline|Duration|Timeframe"
_SURE = (
    f"Client|Company|My Role|Roles|Role|{_LASTS}|Team Size|Team|Platform|Tools|Industry|Sector|Key Deliverables|Deliverables|"
    "Scope|Year|Tech Stack|Stack|Responsibilities"
)
_ABROAD = (
    "Kunde|Rolle|Zeitraum|Dauer|Werkzeuge|Branche|Cliente|Rol|Papel|Equipo|Equipe|Herramientas|Ferramentas|Duración|Duração|Rôle|"
    "Durée|Équipe|Outils|Secteur"
)
_BESIDE_SIGN = (
    "my roles|years|date|services|location|country|tech|technologies|languages|languages used|tags|type|category|project type|"
    "built with|tools used|status|methodology|methods|skills used|my contribution|audience|budget"
)

BEFORE_VALUE = tuple(
    sorted(f"{_SURE}|Platforms|Time frame|{_ABROAD}".split("|"), key=lambda label: (-len(label), label))
)
"""Labels as pages write them that are sure even without a colon before their value: "Client Acme"; the longest first."""
FACTS = frozenset(f"{_SURE.casefold()}|{_BESIDE_SIGN}".split("|"))
"""Labels, casefolded, on a line of their own or before a colon."""
HOW_LONG = frozenset(f"{_LASTS.casefold()}|time frame|project duration|experience duration".split("|"))
"""Labels, casefolded, of how long a piece of work took."""
