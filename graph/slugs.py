"""Makes the stable names that ids are built from. Nothing here depends on order, offsets or counters."""

from __future__ import annotations

import hashlib
import re
import unicodedata

_SPELLED = {"c++": "cpp", "c#": "csharp", "f#": "fsharp", ".net": "dotnet", "asp.net": "aspnet"}
_STOP = frozenset("a an and as at by for from in into its my of on or our the their through to with".split())


def slug(name: str) -> str:
    """Return lower-case ASCII words joined by hyphens; "C++" is `cpp`, "C#" `csharp`, ".NET" `dotnet`.

    A name without a Latin letter or digit becomes `x` and six hex digits of its hash, so that it is never empty.
    """
    folded = name.casefold().strip()
    if folded in _SPELLED:
        return _SPELLED[folded]
    spelled = folded.replace("++", "pp").replace("#", "sharp").replace("&", " and ")
    plain = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode()
    return "-".join(re.findall(r"[a-z0-9]+", plain)) or f"x{digest(name)}"


def short_slug(words: str, most: int = 6) -> str:
    """Return the slug of the first `most` words that say something; used for projects and outcomes."""
    parts = slug(words).split("-")
    telling = [part for part in parts if part not in _STOP] or parts
    return "-".join(telling[:most])


def digest(text: str, length: int = 6) -> str:
    """Return the first `length` hex digits of the SHA-256 of `text` (white space squeezed, case folded)."""
    return hashlib.sha256(" ".join(text.split()).casefold().encode()).hexdigest()[:length]
