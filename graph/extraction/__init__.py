"""Finds the things that a document speaks of, in one room for each kind of thing. Knows nothing of other documents.

The rooms lie in the order of ROOMS: a module imports from its own room, from those before it, and from the modules beside this
file, of which stages.py alone knows the rooms. A room's main module bears the room's name.
"""

ROOMS = (
    "dates",
    "heads",
    "quantities",
    "titles",
    "people",
    "keyed",
    "works",
    "weighing",
    "education",
    "stories",
    "employment",
    "outcomes",
    "technologies",
    "relations",
)
