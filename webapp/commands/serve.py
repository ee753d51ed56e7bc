"""`careergraph serve`: the pages and the JSON API until Ctrl-C; beyond this computer's own address only with a token."""

from __future__ import annotations

import errno
import ipaddress
import signal
import sys
import threading
import webbrowser
from collections.abc import Sequence
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn
from urllib.parse import quote

import click
from waitress.server import create_server

from graph.errors import CareerGraphError
from graph.workers import Limits
from index.generations import open_current
from webapp import create_app
from webapp.commands.build import is_built
from webapp.commands.build_apart import BuildEndedError, build_apart
from webapp.commands.reading_options import reading_limits, reading_options
from webapp.commands.terminal import remark, say, store_option
from webapp.commands.watching import Watcher
from webapp.gate import PARAMETER
from webapp.security import ANY_ADDRESS, LOCAL_HOSTS
from webapp.settings import Settings, load_settings

_ALL_ADDRESSES = ("0.0.0.0", "::", "*")
_GUESSED = 16
"""Characters of a token below which guessing it over the network is thinkable."""
THREADS = 8
"""Requests answered at once; a page takes milliseconds, so this is ample for a team."""


class AddressError(CareerGraphError):
    """The address can't be listened on."""


@click.command("serve")
@click.argument("content_dir", type=click.Path(path_type=Path), required=False)
@store_option
@reading_options
@click.option("--host", help="Address to listen on; beyond this computer only with a token. [127.0.0.1]")
@click.option("--port", type=click.IntRange(0, 65535), help="Port to listen on; 0 takes a free one. [8000]")
@click.option("--token", help="Ask for this word on every page; CAREERGRAPH_TOKEN keeps it out of `ps`.")
@click.option("--names", help="Further host names by which pages may be called, parted by commas.")
@click.option("--open", "opens", is_flag=True, help="Open the pages in the browser.")
@click.option("--watch", "watches", is_flag=True, help="Build again whenever something in the folder changes.")
def command(
    content_dir: Path | None,
    store: Path | None,
    host: str | None,
    port: int | None,
    token: str | None,
    names: str | None,
    opens: bool,
    watches: bool,
) -> None:
    """Serve the pages on this computer; with a folder, build it first if anything in it has changed.

    \b
    Example:
      careergraph serve content --port 8000 --open --watch
    """
    settings = load_settings({"store": store, "host": host, "port": port, "token": token, "names": names})
    if watches and content_dir is None:
        raise click.BadParameter("there is no folder to watch; write it before the options", param_hint="--watch")
    check_address(settings)
    watcher = None
    if content_dir is not None:
        limits = reading_limits()
        build_first(content_dir, settings.store, limits)
        watcher = Watcher(content_dir, settings.store, limits) if watches else None
    serve(settings, opens, watcher)


def check_address(settings: Settings) -> None:
    """Raise BadParameter where others could read the pages without a token; remark on a token that is easily guessed."""
    if is_loopback(settings.host):
        return
    if not settings.token:
        raise click.BadParameter(
            f"{settings.host} is not this computer's own address, and there is no token; use 127.0.0.1, or set "
            "CAREERGRAPH_TOKEN to a long word that nobody guesses",
            param_hint="--host",
        )
    if len(settings.token) < _GUESSED:
        remark(
            f"the token has fewer than {_GUESSED} characters, and others may try it as often as they like; "
            'python3 -c "import secrets; print(secrets.token_urlsafe())" makes a better one'
        )


def build_first(content_dir: Path, store: Path, limits: Limits) -> None:
    """Build in a child process, telling what it read; where that breaks down, say so and leave the last build to serve.

    Where nothing has changed since the last build, that is all that is said. Raises CareerGraphError where nothing can be read.
    """
    if is_built(content_dir, store, limits):
        remark(f"{content_dir} is as it was built into {store}; `careergraph build` builds it all the same")
        return
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


def allowed_hosts(host: str, names: Sequence[str] = ()) -> tuple[str, ...]:
    """Return the names by which pages may be called: this computer's usual ones, the address listened on, and `names`.

    Whoever listens on all addresses can be called by each of them.

    >>> allowed_hosts("192.0.2.7", ["box.example"])
    ('127.0.0.1', 'localhost', '[::1]', '192.0.2.7', 'box.example')
    """
    address = host.strip("[]")
    if address in _ALL_ADDRESSES:
        own = ANY_ADDRESS
    else:
        own = f"[{address}]" if ":" in address else address
    return (*dict.fromkeys((*LOCAL_HOSTS, own, *names)),)


def serve(settings: Settings, opens: bool = False, watcher: Watcher | None = None) -> None:
    """Serve until SIGINT or SIGTERM. Raises AddressError, or StoreError where there is no sound store.

    With `opens` the browser is sent to the start page; a `watcher` builds anew meanwhile, and pages move on by themselves.
    """
    open_current(settings.store)  # a missing or damaged store is told now, not by a page
    hosts = allowed_hosts(settings.host, settings.names)
    app = create_app(settings.store, hosts, token=settings.token)
    server = _listen(app, settings.host.strip("[]"), settings.port)
    for stop in (signal.SIGTERM, signal.SIGINT):  # SIGINT too: a shell's background job starts with it ignored
        signal.signal(stop, _stop)
    address = _address_of(server)
    say(f"careergraph is serving at {address} (Ctrl-C stops)")
    sys.stdout.flush()
    if opens:
        gate = app.extensions["careergraph"].get("gate")
        tail = "" if gate is None else f"/?{PARAMETER}={quote(gate.one_time_pass())}"
        # A thread: a browser in the terminal runs until it is closed, and its pages must be answered meanwhile.
        threading.Thread(target=_open, args=(_reachable(address) + tail, address), daemon=True).start()
    if watcher is not None:
        watcher.start()
    try:
        server.run()  # returns on SystemExit
    finally:
        server.close()
        if watcher is not None:
            watcher.stop()


def _address_of(server: Any) -> str:
    """Return where a server listens, as a URL; of several addresses (localhost may have two) the first."""
    several = getattr(server, "effective_listen", None)
    host, port = several[0] if several else (server.effective_host, server.effective_port)
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _reachable(address: str) -> str:
    """Return an address to which this computer's own browser can go.

    >>> _reachable("http://0.0.0.0:8000")
    'http://127.0.0.1:8000'
    """
    return address.replace("//0.0.0.0:", "//127.0.0.1:").replace("//[::]:", "//[::1]:")


def _open(url: str, address: str) -> None:
    try:
        is_opened = webbrowser.open(url)
    except webbrowser.Error:
        is_opened = False
    if not is_opened:
        remark(f"no browser could be opened; go to {address} yourself")


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
