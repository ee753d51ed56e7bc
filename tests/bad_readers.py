"""Readers that hang, crash or eat memory, why a file of each is skipped, and a folder that holds such files beside sound ones."""

from __future__ import annotations

import ctypes
import faulthandler
import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

from graph.documents import Document
from graph.readers.plain_text import read_plain_text
from graph.workers import Limits

QUICK = Limits(workers=2, seconds=5)
"""Long enough for a worker to start and run out of memory on a busy machine."""
NEIGHBOURS = {
    "a.md": "# Weir\n\nI moved 40 services to Kafka.\n",
    "m.txt": "Mill\n\nI cut the runtime by 30 % with Redis.\n",
    "z.md": "# Zoo\n\nI built the ticket shop with PostgreSQL for 2,000 visitors a day.\n",
}


def hang(data: bytes, document_id: str) -> Document:
    while True:
        time.sleep(1)


def spin(data: bytes, document_id: str) -> Document:
    while True:
        pass


def crash(data: bytes, document_id: str) -> Document:
    faulthandler.disable()  # pytest's; it would only fill the screen
    return Document(ctypes.string_at(8).decode(), "", "", "", ())  # reads where no memory is: SIGSEGV


def leave(data: bytes, document_id: str) -> Document:
    os._exit(3)


def be_killed(data: bytes, document_id: str) -> Document:
    os.kill(os.getpid(), signal.SIGKILL)  # as the system does when memory runs out
    raise AssertionError


def eat(data: bytes, document_id: str) -> Document:
    eaten = []
    while True:
        eaten.append(bytearray(50_000_000))  # promised by the system, but not yet touched, so that it takes no time


def gorge(data: bytes, document_id: str) -> Document:
    eaten = []
    while True:
        eaten.append(b"x" * 10_000_000)


def crash_beside_others(data: bytes, document_id: str) -> Document:
    """Die while another worker is at work, and read when alone: what shortage does."""
    mark = Path(data.decode().strip())
    if mark.exists():
        return read_plain_text(b"I kept the harbour open with Terraform.\n", document_id)
    mark.touch()
    os._exit(1)


BAD: dict[str, Callable[[bytes, str], Document]] = {
    "hang": hang, "spin": spin, "crash": crash, "leave": leave, "killed": be_killed, "eat": eat, "gorge": gorge,
    "beside": crash_beside_others,
}  # fmt: skip
OUTCOMES = {
    "hang": "not read within 5 seconds",
    "spin": "not read within 5 seconds",
    "crash": "ended the process that read it, by SIGSEGV",
    "leave": "ended the process that read it, with exit status 3",
    "killed": "ended the process that read it, by SIGKILL",
    "eat": "takes more than 768 MB of memory to read",
}


def content(folder: Path, *bad: str) -> Path:
    """Return a folder with the sound files of NEIGHBOURS and one for each of these bad readers."""
    folder.mkdir(exist_ok=True)
    for name, text in NEIGHBOURS.items():
        (folder / name).write_text(text, encoding="utf-8")
    for kind in bad:
        (folder / f"{kind[0]}-file.{kind}").write_text("x\n")
    return folder
