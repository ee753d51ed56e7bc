"""Begins a content folder: a commented careergraph.yaml and a template for each kind of note. Overwrites nothing."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

from graph.errors import CareerGraphError

STARTERS: Mapping[str, str] = {
    "careergraph.yaml": "what you know and the documents don't say; all of it commented out",
    "resume.md": "a résumé: experience, education, skills, certificates",
    "achievements.md": "a running list of what went well",
    "projects.csv": "a table of projects, one a row",
    "stories/star-story.md": "one story in situation, task, action and result",
    "stories/case-study.md": "a longer account of one piece of work",
}
"""File that `init` writes → what it is for."""


class StarterError(CareerGraphError):
    """A content folder can't be begun, or a file can't be added to it."""


def start_folder(folder: Path) -> list[Path]:
    """Write the starters into a folder, which may be there already; return them.

    Raises StarterError where one of them is there, before anything is written, or where writing fails.
    """
    taken = [name for name in STARTERS if (folder / name).exists() or (folder / name).is_symlink()]
    if taken:
        message = f"{', '.join(taken)} already there; nothing was written. Name another folder, or move what is there"
        raise StarterError(message, path=folder.as_posix())
    written = []
    try:
        for name in STARTERS:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            source = files("webapp") / "starter" / Path(name).name
            # "x": what came there in between stays.
            with path.open("x", encoding="utf-8") as file:
                file.write(source.read_text(encoding="utf-8"))
            written.append(path)
    except OSError as error:
        raise StarterError(
            f"{error.strerror}; choose a folder that you may write to", path=str(error.filename)
        ) from error
    return written
