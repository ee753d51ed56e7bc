"""Which of PyYAML's parsers is used: the C one, ten times as fast, wherever it is there."""

from __future__ import annotations

from typing import Any

import yaml

FAST_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""PyYAML can be built without libyaml. Both parsers give one and the same scalars at the same places (test_readers.py)."""
