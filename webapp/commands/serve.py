"""`careergraph serve`: the pages and the JSON API on this computer's own address, until Ctrl-C."""

from __future__ import annotations

import errno
import ipaddress
import signal
import sys
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn

import click
from waitress.server import create_server

from graph.errors import CareerGraphError
from graph.workers import Limits
from index.generations import open_current
from webapp import create_app
from webapp.commands.build_apart import BuildEndedError, build_apart
from webapp.commands.reading_options import reading_limits, reading_options
from webapp.commands.terminal import remark, say, store_option
from webapp.security import LOCAL_HOSTS
from webapp.settings import load_settings

THREADS = 8
"""Requests answered at once; a page takes milliseconds, so this is ample for a team."""


class AddressError(CareerGraphError):
    """The address can't be listened on."""


@click.command("serve")
@click.argument("content_dir", type=click.Path(path_type=Path), required=False)
@store_option
@reading_options
@click.option("--host", help="Address to listen on; this computer's own only. [127.0.0.1]")
@click.option("--port", type=click.IntRange(0, 65535), help="Port to listen on; 0 takes a free one. [8000]")
def command(content_dir: Path | None, store: Path | None, host: str | None, port: int | None) -> None:
    """Serve the pages on this computer; with a folder, build it first.

    \b
    Example:
      careergraph serve content --port 8000
    """
    settings = load_settings({"store": store, "host": host, "port": port})
    if not is_loopback(settings.host):
        raise click.BadParameter(
            f"{settings.host} is not this computer's own address, and pages have no password yet; use 127.0.0.1",
            param_hint="--host",
        )
    if content_dir is not None:
        build_first(content_dir, settings.store, reading_limits())
    serve(settings.store, settings.host, settings.port)


def build_first(content_dir: Path, store: Path, limits: Limits) -> None:
    """Build in a child process, telling what it read; where that breaks down, say so and leave the last build to serve.

    Raises CareerGraphError where nothing can be read.
    """
    signal.signal(signal.SIGTERM, _stop)  # on the way out the child is ended
    try:
        for line in build_apart(content_dir, store, limits):
            remark(line)
    except BuildEndedError as error:
        remark(f"error: {error}")


def is_loopback(host: str) -> bool:
    """Return whether only this computer can reach the address.

    >>> is_loopback("localhost"), is_loopback("127.0.0.2"), is_loopback("::1"), is_loopback("0.0.0.0")
    (True, True, True, False)
    """
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:  # another name may point anywhere
        return False


def allowed_hosts(host: str) -> tuple[str, ...]:
    """Return the names by which pages may be called: this computer's usual ones and the address listened on."""
    address = host.strip("[]")
    return (*dict.fromkeys((*LOCAL_HOSTS, f"[{address}]" if ":" in address else address)),)


def serve(store: Path, host: str, port: int) -> None:
    """Serve the store until SIGINT or SIGTERM. Raises AddressError, or StoreError where there is no sound store."""
    open_current(store)  # a missing or damaged store is told now, not by a page
    server = _listen(create_app(store, allowed_hosts(host)), host.strip("[]"), port)
    for stop in (signal.SIGTERM, signal.SIGINT):  # SIGINT too: a shell's background job starts with it ignored
        signal.signal(stop, _stop)
    shown = f"[{server.effective_host}]" if ":" in server.effective_host else server.effective_host
    say(f"careergraph is serving at http://{shown}:{server.effective_port} (Ctrl-C stops)")
    sys.stdout.flush()
    try:
        server.run()  # returns on SystemExit
    finally:
        server.close()


def _listen(app: Any, host: str, port: int) -> Any:
    try:
        return create_server(app, host=host, port=port, threads=THREADS)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            message = f"port {port} is in use; choose another with --port, or 0 for a free one"
        else:
            message = f"can't listen on {host}:{port}: {error.strerror}; choose another with --host or --port"
        raise AddressError(message) from error


def _stop(number: int, frame: FrameType | None) -> NoReturn:
    raise SystemExit(0)
