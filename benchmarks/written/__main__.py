"""Writes invented careers, stories and figures in every layout and phrase that people use, and tells how many are read wholly.

    python -m benchmarks.written                       # how many of each kind
    python -m benchmarks.written careers --verbose     # one grid: each layout that is not, with what was found instead
    python -m benchmarks.written --every 7             # one layout of seven

A layout is an order of the parts, what stands between them, and how each line is marked. Most real pages differ in nothing else.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence

from benchmarks.written import (
    careers,
    export_lots,
    figures,
    formats,
    layouts,
    mixes,
    portfolio_lots,
    resume_lots,
    stories,
    story_lots,
)
from benchmarks.written.layouts import Tried

GRIDS: Mapping[str, Mapping[str, Tried]] = {
    "layouts": layouts.TRIED,
    "formats": formats.TRIED,
    "careers": careers.TRIED,
    "stories": stories.TRIED,
    "mixes": mixes.TRIED,
    "exports": export_lots.TRIED,
    "tellers": story_lots.TRIED,
    "resumes": resume_lots.TRIED,
    "portfolios": portfolio_lots.TRIED,
    "figures": figures.TRIED,
}
"""Grid → its kinds."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Print how many layouts of each kind are read wholly; return 0."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.written", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("grids", nargs="*", choices=[*GRIDS, []], metavar="GRID", help=f"of {', '.join(GRIDS)} [all]")
    parser.add_argument("--verbose", action="store_true", help="list the layouts that are not read wholly")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="one layout of N [1]")
    asked = parser.parse_args(arguments)
    for grid in asked.grids or GRIDS:
        for kind, tried in GRIDS[grid].items():
            results = list(tried(max(1, asked.every)))
            read = sum(found is None for _, found in results)
            print(f"{grid:8} {kind:14}{read:6,} of {len(results):,} read wholly", flush=True)
            if asked.verbose:
                print(*(f"    {name!r}: {found}" for name, found in results if found is not None), sep="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
