"""A folder that is replaced whole or not at all, while others read it."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path

from geo.errors import StoreError
from geo.manifest import NAME

_ATTEMPTS = 20


def refuse_foreign(out: Path) -> None:
    """Raise a StoreError unless ``out`` is a store, an empty folder, or nothing yet."""
    if out.exists() and not out.is_dir():
        raise StoreError(f"{out}: is a file; a store is a folder, name another one with --out")
    if out.is_dir() and any(out.iterdir()) and not (out / NAME).is_file():
        raise StoreError(f"{out}: holds other files and no store; name an empty or a new folder with --out")


def new_folder(out: Path) -> Path:
    """An empty folder beside ``out``, to be filled and swapped; those of runs that were killed are cleared away."""
    beside = f".{out.name}.new-"
    folder = out.with_name(f"{beside}{os.getpid()}")
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        for other in out.parent.iterdir():
            if other.name.startswith(beside) and not _is_running(other.name.removeprefix(beside)):
                shutil.rmtree(other, ignore_errors=True)
        folder.mkdir()
    except OSError as error:
        raise StoreError(f"{out}: cannot be written ({error.strerror}); choose another folder") from error
    return folder


def swap(new: Path, out: Path) -> None:
    """Put ``new`` in the place of ``out``; at every moment the old or the new one can be had (see ``restore``)."""
    old = _set_aside(out)
    for _ in range(_ATTEMPTS):
        shutil.rmtree(old, ignore_errors=True)
        with suppress(FileNotFoundError):
            out.rename(old)
        try:
            new.rename(out)
        except OSError as error:
            if not out.exists():
                raise StoreError(f"{out}: cannot be written ({error.strerror}); choose another folder") from error
        else:
            shutil.rmtree(old, ignore_errors=True)
            return
    raise StoreError(f"{out}: other programs keep changing it; close them and run again")


def restore(out: Path) -> None:
    """Put a store back that a crash left set aside in the middle of a swap."""
    if not out.exists() and (_set_aside(out) / NAME).is_file():
        with suppress(OSError):
            _set_aside(out).rename(out)


def _set_aside(out: Path) -> Path:
    return out.with_name(f".{out.name}.old")


def _is_running(process: str) -> bool:
    if os.name != "posix" or not process.isdigit():
        return True
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return int(process) != os.getpid()
