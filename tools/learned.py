"""Grows trees from samples with LightGBM and writes them as graph/extraction/learned_trees.py reads them. Knows no signs.

Needs lightgbm (MIT), which nothing else does: requirements-learn.lock.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

SETTINGS: Mapping[str, Any] = {
    "objective": "binary",
    "num_leaves": 15,
    "learning_rate": 0.1,
    "min_child_samples": 20,
    "feature_fraction": 0.4,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 5,
    "seed": 1,
    "deterministic": True,
    "force_col_wise": True,
    "num_threads": 2,
    "verbose": -1,
}
"""Of LightGBM. More trees, or more leaves, read no better what they had not seen."""


@dataclass(frozen=True, slots=True)
class Sample:
    """What one document has to be judged, with the answers."""

    signs: NDArray[np.float64]
    """A row each, a column for each sign."""
    is_right: NDArray[np.float64]
    """1 for what is to be found, else 0."""
    weight: NDArray[np.float64]
    """How much each row counts; 0 for what is neither right nor wrong."""


def folds_asked(description: str | None, arguments: Sequence[str] | None) -> int:
    """Return N of `--folds N`, by which each Nth document is weighed by trees of the others, too; 0 where it isn't asked for."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "--folds", type=int, default=0, metavar="N", help="also weigh each Nth of the documents by trees of the others"
    )
    folds: int = parser.parse_args(arguments).folds
    return folds


def learn(
    file: Path, signs: Sequence[str], samples: Sequence[Sample], trees: int, *, others: Sequence[Sample] = (), folds: int = 0,
    **settings: Any,
) -> None:  # fmt: skip
    """Write the trees of samples and others to a file; print, with folds, what trees that had not seen a sample make of it."""
    print(
        f"{len(samples)} annotated documents, {len(others)} others, {sum(len(s.signs) for s in samples)} rows to judge"
    )
    if folds:
        print_limits(weighed_unseen(samples, others, folds, trees, **settings))
    file.write_text(written(grow([*samples, *others], trees, **settings), signs), encoding="utf-8")
    print(f"wrote {file.name}")


def grow(samples: Sequence[Sample], trees: int, **settings: Any) -> Any:
    """Return LightGBM's model of the samples; `settings` are those that differ from SETTINGS."""
    import lightgbm

    rows, right, weights = (
        np.concatenate([getattr(s, part) for s in samples]) for part in ("signs", "is_right", "weight")
    )
    return lightgbm.train({**SETTINGS, **settings}, lightgbm.Dataset(rows, right, weight=weights), trees)


def weighed_unseen(
    samples: Sequence[Sample], others: Sequence[Sample], folds: int, trees: int, **settings: Any
) -> list[tuple[Sample, NDArray[np.float64]]]:
    """Return each sample with what trees make of it that were grown from the others, each Nth left out at a time."""
    weighed = []
    for fold in range(folds):
        model = grow([*(s for n, s in enumerate(samples) if n % folds != fold), *others], trees, **settings)
        weighed += [(s, model.predict(s.signs)) for n, s in enumerate(samples) if n % folds == fold]
    return weighed


def written(model: Any, signs: Sequence[str]) -> str:
    """Return a model as a file of trees, a tree a line; signs that no tree asks for are left out."""
    trees = [info["tree_structure"] for info in model.dump_model()["tree_info"]]
    asked = sorted({sign for tree in trees for sign in _asked(tree)})
    numbers = {sign: number for number, sign in enumerate(asked)}
    lines = (json.dumps(_tree(tree, numbers), separators=(",", ":")) for tree in trees)
    return f'{{"signs": {json.dumps([signs[sign] for sign in asked])},\n"trees": [\n' + ",\n".join(lines) + "\n]}\n"


def _asked(tree: dict[str, Any]) -> set[int]:
    if "leaf_value" in tree:
        return set()
    return {tree["split_feature"]} | _asked(tree["left_child"]) | _asked(tree["right_child"])


def _tree(tree: dict[str, Any], numbers: dict[int, int]) -> Any:
    if "leaf_value" in tree:
        return round(tree["leaf_value"], 5)
    sign, limit = numbers[tree["split_feature"]], float(f"{tree['threshold']:.6g}")
    return [sign, limit, _tree(tree["left_child"], numbers), _tree(tree["right_child"], numbers)]


def print_limits(weighed: Sequence[tuple[Sample, NDArray[np.float64]]]) -> None:
    """Print, for limits on the weight, how much above them is right, and how much of what is right lies below."""
    for limit in (0.1, 0.2, 0.3, 0.4, 0.45, 0.5, 0.6, 0.7):
        right = sum(int(((found > limit) & (s.is_right > 0)).sum()) for s, found in weighed)
        wrong = sum(int(((found > limit) & (s.is_right == 0) & (s.weight > 0)).sum()) for s, found in weighed)
        missed = sum(int(((found <= limit) & (s.is_right > 0)).sum()) for s, found in weighed)
        f1 = 2 * right / (2 * right + wrong + missed)
        print(f"above {limit:.2f}: {right:5} right {wrong:5} wrong {missed:5} missed, F1 {f1:.3f}")
