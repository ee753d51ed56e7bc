"""Builds a content folder anew whenever something in it changes, beside a server that goes on serving."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

from watchfiles import Change, watch

from graph.content_folder import is_left_out
from graph.workers import Limits
from webapp.commands.build import is_built
from webapp.commands.terminal import remark

_SETTLED_MS = 800
"""How long nothing more may change before a build begins: editors and copies write in several steps."""


class Watcher:
    """A thread that watches a folder, and runs `careergraph build` in a process of its own after each change.

    A new process: the server's threads must not be forked.
    """

    def __init__(self, content_dir: Path, store: Path, limits: Limits) -> None:
        self._content_dir, self._store, self._limits = content_dir, store, limits
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._building: subprocess.Popen[str] | None = None

    def start(self) -> None:
        """Begin to watch."""
        remark(f"watching {self._content_dir}; a change is built and then served")
        self._thread.start()

    def stop(self) -> None:
        """End the watching, and a build that is going on; the store keeps what it has."""
        self._stopping.set()
        if self._building is not None:
            self._building.terminate()
        self._thread.join(timeout=10)

    def _run(self) -> None:
        try:
            for _ in watch(
                self._content_dir,
                watch_filter=self._concerns,
                debounce=_SETTLED_MS,
                stop_event=self._stopping,
                raise_interrupt=False,
                ignore_permission_denied=True,
            ):
                self._build()
        except OSError as error:  # FileNotFoundError where the folder is gone, or there are too many to watch
            remark(f"error: {self._content_dir} is no longer watched ({error}); start `careergraph serve --watch` anew")

    def _concerns(self, change: Change, path: str) -> bool:
        """Return whether a build could read what has changed: nothing hidden, and not the store."""
        changed = Path(path)
        if changed.is_relative_to(self._store.absolute()):
            return False
        try:
            inner = changed.relative_to(self._content_dir.absolute())
        except ValueError:
            return False
        return not any(is_left_out(name) for name in inner.parts)

    def _build(self) -> None:
        if self._stopping.is_set() or is_built(self._content_dir, self._store, self._limits):
            return
        remark("building what has changed")
        limits = self._limits
        self._building = subprocess.Popen(
            [
                *(sys.executable, "-m", "webapp", "build", str(self._content_dir.absolute())),
                *("--store", str(self._store.absolute()), "--workers", str(limits.workers)),
                *("--seconds", str(limits.seconds), "--memory", str(limits.megabytes)),
            ],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
        )
        told, _ = self._building.communicate()
        if not self._stopping.is_set():
            for line in told.splitlines():
                remark(line)
        self._building = None
