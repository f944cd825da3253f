"""Where the language files lie, their version, and the error that they raise."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

LEXICON = Path(__file__).resolve().parents[1] / "lexicon"


class LexiconError(ValueError):
    """A language file cannot be used; the message names every fault with file, line and remedy."""


@cache
def lexicon_version(folder: Path = LEXICON) -> str:
    """Short hash of every language file."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.yaml")):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]
