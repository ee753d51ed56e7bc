"""What a page with pieces of work is made of: the works, and a page with a place for them. Holds no forms in which people tell them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from string import Formatter

from benchmarks.written.layouts import Entry

ENTRIES: tuple[Entry, ...] = (
    {"N": "Ferry booking rewrite", "T": "Go, PostgreSQL", "B": "`Go` `PostgreSQL`", "C": "Tarnwick Lines", "P": "Senior Backend Engineer",
     "D": "2021", "U": "https://rosa.example/ferry-booking", "W": "A booking service for small harbours",
     "Q": "Tell me about a time when you fixed something that was broken",
     "S": "Bookings failed whenever clerks saved at the same moment.", "K": "I had to make saving safe before the summer season.",
     "A": "I rewrote the booking service and moved the seats into one transaction.", "R": "Failed bookings fell by 30%.",
     "m": "Failed bookings per day", "b": "90", "a": "60", "figures": "30", "table": "60<90"},
    {"N": "Ward rota forecast", "T": "Python, Redis", "B": "`Python` `Redis`", "C": "Corrin Hospital Trust", "P": "Data Engineer",
     "D": "2019", "U": "https://rosa.example/rota-forecast", "W": "Fair rotas for the wards of a hospital",
     "Q": "Describe a situation in which you had to win others over",
     "S": "Rotas were drawn on paper, and nurses swapped shifts by telephone.", "K": "My task was to plan fair rotas that the wards would accept.",
     "A": "I built a forecast of sick days with the head nurses.", "R": "Time spent on rotas dropped by 70%.",
     "m": "Hours spent on rotas", "b": "40", "a": "12", "figures": "70", "table": "12<40"},
    {"N": "Claims triage", "T": "Scala, Kafka", "B": "`Scala` `Kafka`", "C": "Oda & Finch", "P": "Platform Engineer",
     "D": "2017", "U": "https://rosa.example/claims-triage", "W": "Sorting of insurance claims by urgency",
     "Q": "When did you work under pressure?",
     "S": "Urgent claims waited behind simple ones.", "K": "We needed to find the urgent ones on arrival.",
     "A": "I designed the rules and led their introduction.", "R": "Waiting time fell by 45%.",
     "m": "Days until a decision", "b": "11", "a": "6", "figures": "45", "table": "6<11"},
)  # fmt: skip
PARTS = {"S": "situation", "K": "task", "A": "action", "R": "result"}


@dataclass(frozen=True, slots=True)
class Layout:
    """A page, with `{}` where its entries stand, and what one entry looks like there."""

    name: str
    page: str
    form: str
    between: str = "\n\n"
    entries: int = 3
    """How many entries the page has."""
    parts: str = ""
    """Fields that are to be read as parts of the story."""
    house: str = ""
    """The employer of all entries, where the page says it."""
    works: bool = True
    """Whether its entries are pieces of work at all."""

    def text(self) -> str:
        """Return the document."""
        told = (self.form.format(i=number, **entry) for number, entry in enumerate(self._told(), 1))
        return self.page.replace("{}", self.between.join(told))

    def wanted(self) -> list[str]:
        """Return what has to be read, as `found_in` writes it."""
        return sorted(self._line(entry) for entry in self._told()) if self.works else []

    def holds(self, field: str) -> bool:
        """Return whether an entry's form has a place for `field`."""
        return any(name == field for _, name, _, _ in Formatter().parse(self.form))

    def _told(self) -> Sequence[Entry]:
        return ENTRIES[: self.entries]

    def _line(self, entry: Entry) -> str:
        tools = entry["T"].split(", ") if self.holds("T") or self.holds("B") else ()
        figures = [entry[kind] for kind, field in (("figures", "R"), ("table", "a")) if self.holds(field)]
        house = entry["C"] if self.holds("C") else self.house
        name = entry["N"] if self.holds("N") else "-"
        return " | ".join((name, ", ".join(sorted(tools)), ", ".join(sorted(figures)), house, self.parts))
