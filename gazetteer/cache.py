"""A compiled copy of the gazetteer in the user's cache folder, so that the files are parsed once per change.

The copy is JSON (reading it cannot run anything), found by a hash of the files and of the code that reads them,
and checked against its own hash. Whatever is wrong with it, the files are read instead.
"""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path

_KEPT = 12
"""Copies of other states of the files that may stay, for whoever switches between branches."""


def default_folder() -> Path:
    """The user's own cache folder for this program; ``KARABAKH_CACHE`` names another one."""
    return Path(os.environ.get("KARABAKH_CACHE") or user_cache_path("karabakh-atlas", appauthor=False))


def read_copy(folder: Path, key: str) -> Any | None:
    """The copy with this key, or ``None`` if there is none that can be trusted."""
    try:
        if not _is_ours(folder):
            return None
        head, _, body = (folder / _file_name(key)).read_bytes().partition(b"\n")
        if head.decode("ascii") != _digest(body):
            return None
        return json.loads(body)
    except (OSError, ValueError):
        return None


def write_copy(folder: Path, key: str, content: Any) -> None:
    """Keep a copy; where that cannot be done, do nothing."""
    body = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    with suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not _is_ours(folder):
            return
        handle, temporary = tempfile.mkstemp(dir=folder)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(_digest(body).encode("ascii") + b"\n" + body)
            os.replace(temporary, folder / _file_name(key))
        except OSError:
            Path(temporary).unlink(missing_ok=True)
            raise
        _drop_oldest(folder)


def _is_ours(folder: Path) -> bool:
    """Nobody else may write there (where the system can tell)."""
    if not hasattr(os, "getuid"):
        return True
    state = folder.stat()
    return state.st_uid == os.getuid() and not state.st_mode & 0o022


def _drop_oldest(folder: Path) -> None:
    copies = sorted(folder.glob(_file_name("*")), key=lambda copy: copy.stat().st_mtime, reverse=True)
    for copy in copies[_KEPT:]:
        copy.unlink(missing_ok=True)


def _file_name(key: str) -> str:
    return f"{key}.json"


def _digest(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()
