"""Tries the JSON API by its own description: serves the demonstration corpus on a free port and lets schemathesis ask.

Run as `make api-check`. Values are made from a fixed seed, right ones and wrong ones. A 400 for a query over its budget
is right, though the description can't say so; hence only the checks below.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import threading
from pathlib import Path

from waitress.server import create_server

from graph.pipeline import build_graph
from index.generations import publish
from webapp import create_app

ROOT = Path(__file__).resolve().parents[1]
CHECKS = (
    "not_a_server_error", "status_code_conformance", "content_type_conformance", "response_headers_conformance",
    "response_schema_conformance",
)  # fmt: skip
SEED, EXAMPLES, MOST_SECONDS = 1, 60, 300
"""Requests made up for each address, beside those at the limits of each parameter; the time after which it has failed."""


def main() -> int:
    """Serve, ask, and return schemathesis's exit status: 0 where every check held."""
    with tempfile.TemporaryDirectory(prefix="careergraph-api-") as folder:
        store, content = Path(folder) / "store", ROOT / "content"
        publish(store, build_graph(content), content)
        server = create_server(create_app(store), host="127.0.0.1", port=0, threads=4)
        threading.Thread(target=server.run, daemon=True).start()
        try:
            return ask(f"http://127.0.0.1:{server.effective_port}", folder)
        finally:
            server.close()


def ask(address: str, folder: str) -> int:
    """Run schemathesis against an address without a final slash, in a folder of which nothing is kept."""
    program = Path(sys.executable).with_name("schemathesis")
    command = [
        str(program), "--no-color", "run", f"{address}/api/v1/openapi.json", "--checks", ",".join(CHECKS),
        "--phases", "examples,coverage,fuzzing", "--seed", str(SEED), "--max-examples", str(EXAMPLES),
        "--workers", "2", "--generation-database", "none", "--warnings", "off",
    ]  # fmt: skip
    return subprocess.run(command, cwd=folder, check=False, timeout=MOST_SECONDS).returncode


if __name__ == "__main__":
    raise SystemExit(main())
