"""`make bench`: measures speed on invented corpora in a temporary folder, and prints it beside its yardsticks."""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks.pages import PageTimes
from benchmarks.speed import Measured, Size, measure

SIZES = (1_000, 10_000)
QUICK_SIZES = (200,)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure each size and print a table of it; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help=f"one corpus of about {QUICK_SIZES[0]} passages")
    parser.add_argument("--passages", type=int, action="append", metavar="N", help="sizes of your own; may be repeated")
    parser.add_argument("--each", type=int, default=30, help="queries of a kind, and addresses of a kind of page [30]")
    parser.add_argument("--seed", type=int, default=1, help="another seed, another corpus [1]")
    asked = parser.parse_args(arguments)
    sizes = asked.passages or (QUICK_SIZES if asked.quick else SIZES)
    print(f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores; one core is used")
    if os.getloadavg()[0] > 0.5:
        print(f"other programs keep this machine busy (load {os.getloadavg()[0]:.1f}): short times may be too long")
    for passages in sizes:
        print(f"about {passages:,} passages …", file=sys.stderr)
        with tempfile.TemporaryDirectory(prefix="careergraph-bench-") as folder:
            size, lines, pages = measure(Path(folder), passages, 6 if asked.quick else asked.each, asked.seed)
        print_report(size, lines)
        print_pages(pages)
    return 0


def print_report(size: Size, lines: Sequence[Measured]) -> None:
    """Print one corpus's measurements, a line each. `times` is how many times the yardstick's time it takes."""
    print(
        f"\n{size.passages:,} passages: {size.documents:,} documents, {size.kilobytes:,} kB, "
        f"{size.entities:,} entities, {size.relations:,} relations\n"
    )
    print(f"{'what':<34}{'measured':>15}   {'yardstick':<26}{'measured':>15}{'times':>10}")
    for line in lines:
        print(
            f"{line.what:<34}{_value(line.value, line.unit):>15}   "
            f"{line.yardstick:<26}{_value(line.yardstick_value, line.unit):>15}{line.ratio:>10.1f}"
        )


def print_pages(pages: Sequence[PageTimes]) -> None:
    """Print how long each kind of page takes; `goal` is what 95 of 100 shall not exceed at 10,000 passages."""
    print(f"\n{'page, ms':<29}{'addresses':>10}{'p50':>9}{'p95':>9}{'goal':>7}{'first ever':>13}")
    for page in pages:
        missed = "  missed" if page.p95 > page.goal else ""
        print(
            f"{page.page:<29}{page.addresses:>10}{page.p50:>9.1f}{page.p95:>9.1f}{page.goal:>7.0f}"
            f"{page.first:>13.1f}{missed}"
        )


def _value(value: float, unit: str) -> str:
    return f"{value:,.2f} {unit}" if value < 100 else f"{value:,.0f} {unit}"


if __name__ == "__main__":
    raise SystemExit(main())
