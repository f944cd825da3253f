"""A folder that is replaced whole or not at all, by one program at a time, while others read it."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from geo.errors import StoreError
from geo.manifest import NAME

if sys.platform != "win32":
    import fcntl

_ATTEMPTS = 20

Say = Callable[[str], object]
"""Told a line for whoever runs the program."""


@contextmanager
def alone(out: Path, say: Say) -> Iterator[None]:
    """While this lasts no other program writes the store ``out``; waits for one that does, and says so.

    A program that is killed keeps nothing locked. Where files cannot be locked, that is said, and nothing is kept out.

    Raises:
        StoreError: if nothing can be written beside ``out``.

    """
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        lock = _locked(out.with_name(f".{out.name}.lock"), out, say)
    except OSError as error:
        raise _unwritable(out, error) from error
    try:
        yield
    finally:
        # Removed while it is still held: whoever waits for it finds out and makes a new one.
        with suppress(OSError):
            out.with_name(f".{out.name}.lock").unlink()
        os.close(lock)


def _locked(path: Path, out: Path, say: Say) -> int:
    """The open lock file, held by this program alone."""
    told = False
    while True:
        lock = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        if sys.platform == "win32":
            return lock
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if not told:
                say(f"{out}: another run is writing it; waiting until that has ended")
                told = True
            fcntl.flock(lock, fcntl.LOCK_EX)
        except OSError as error:
            say(f"{out}: cannot be locked here ({error.strerror}); let no other run write it before this one has ended")
            return lock
        with suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(lock), path.stat()):
                return lock
        os.close(lock)


def refuse_foreign(out: Path) -> None:
    """Raise a StoreError unless ``out`` is a store, an empty folder, or nothing yet."""
    if out.exists() and not out.is_dir():
        raise StoreError(f"{out}: is a file; a store is a folder, name another one with --out")
    if out.is_dir() and any(out.iterdir()) and not _is_store(out):
        raise StoreError(f"{out}: holds other files and no store; name an empty or a new folder with --out")


def new_folder(out: Path) -> Path:
    """An empty folder beside ``out``, to be filled and swapped; those of runs that were killed are cleared away."""
    beside = f".{out.name}.new-"
    folder = out.with_name(f"{beside}{os.getpid()}")
    try:
        for other in out.parent.iterdir():
            if other.name.startswith(beside) and not _is_running(other.name.removeprefix(beside)):
                shutil.rmtree(other, ignore_errors=True)
        folder.mkdir()
    except OSError as error:
        raise _unwritable(out, error) from error
    return folder


def swap(new: Path, out: Path) -> None:
    """Put ``new`` in the place of ``out``; at every moment the old or the new one is on the disk (see ``restore``)."""
    old = _set_aside(out)
    try:
        _keep(new)
        for _ in range(_ATTEMPTS):
            restore(out)
            if _is_store(out):
                _discard(old)
            elif _is_store(old):
                break
            with suppress(FileNotFoundError):
                out.rename(old)
                _sync(out.parent)
            if _took(out, new):
                _sync(out.parent)
                _discard(old)
                return
    except OSError as error:
        restore(out)
        raise _unwritable(out, error) from error
    restore(out)
    raise StoreError(f"{out}: other programs keep changing it; close them and run again")


def _took(out: Path, new: Path) -> bool:
    """Whether ``new`` is now called ``out``; not so if a reader has put the old one back meanwhile."""
    try:
        new.rename(out)
    except OSError:
        if out.exists():
            return False
        raise
    return True


def restore(out: Path) -> None:
    """Put a store back that a crash left set aside in the middle of a swap."""
    if not _is_store(out) and _is_store(_set_aside(out)):
        # An empty folder may be replaced so, other files may not.
        with suppress(OSError):
            _set_aside(out).rename(out)


def _is_store(folder: Path) -> bool:
    return (folder / NAME).is_file()


def _discard(folder: Path) -> None:
    """Remove a store; its manifest first, so that half a store is never taken for one."""
    with suppress(OSError):
        (folder / NAME).unlink()
    shutil.rmtree(folder, ignore_errors=True)


def _keep(folder: Path) -> None:
    """Have the disk hold what is written before anything else is given up for it."""
    for file in folder.iterdir():
        _sync(file)
    _sync(folder)


def _sync(path: Path) -> None:
    if os.name != "posix":
        return  # a folder cannot be opened elsewhere
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _set_aside(out: Path) -> Path:
    return out.with_name(f".{out.name}.old")


def _unwritable(out: Path, error: OSError) -> StoreError:
    return StoreError(f"{out}: cannot be written ({error.strerror or error}); choose another folder or make room")


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
