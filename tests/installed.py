"""The program as somebody gets it who has no checkout: built as a wheel, installed into an environment of its own."""

from __future__ import annotations

import shutil
import site
import socket
import subprocess
import sys
import sysconfig
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

HOME = Path(__file__).parent.parent
LEFT_BEHIND = (
    ".git",
    ".venv",
    ".store",
    "build",
    "dist",
    "tests",
    "benchmarks",
    "*.egg-info",
    "*_cache",
    "__pycache__",
)


@dataclass(frozen=True)
class Server:
    """An explorer that was started by the command of the wheel."""

    port: int
    process: subprocess.Popen[bytes]


@dataclass(frozen=True)
class Installed:
    """An environment with the wheel; what the wheel depends on is lent by the environment of the tests."""

    folder: Path

    @property
    def command(self) -> Path:
        return self.folder / "bin" / "karabakh"

    @property
    def modules(self) -> Path:
        found = sysconfig.get_path("purelib", vars={"base": str(self.folder)})
        return Path(found)

    @contextmanager
    def serve(self, store: Path) -> Iterator[Server]:
        """Serve a store from an empty folder, as ``karabakh serve`` does; what is still there afterwards is ended."""
        port = _free_port()
        with tempfile.TemporaryDirectory() as anywhere:
            command = [str(self.command), "serve", str(store), "--port", str(port)]
            process = subprocess.Popen(command, cwd=anywhere, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            try:
                while not answers(port):
                    assert process.poll() is None, "the explorer ended before it answered"
                    time.sleep(0.2)
                yield Server(port, process)
            finally:
                process.terminate()
                process.wait()

    def run(self, *words: str | Path) -> subprocess.CompletedProcess[str]:
        """Run the command far from the checkout."""
        command = [str(self.command), *map(str, words)]
        return subprocess.run(command, cwd=self.folder, capture_output=True, text=True, check=False)


def answers(port: int, host: str = "127.0.0.1") -> bool:
    """Tell whether an explorer listens there."""
    try:
        with urllib.request.urlopen(f"http://{host}:{port}/_stcore/health"):
            return True
    except OSError:
        return False


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def install(folder: Path) -> Installed:
    """Build the wheel and install it; skips where no registry has what a build needs."""
    sources, wheels, made = folder / "sources", folder / "wheels", Installed(folder / "venv")
    shutil.copytree(HOME, sources, ignore=shutil.ignore_patterns(*LEFT_BEHIND), symlinks=True)
    built = _pip("wheel", "--no-deps", "--wheel-dir", wheels, sources)
    if built.returncode and ("No matching distribution" in built.stderr or "Could not find a version" in built.stderr):
        pytest.skip("no wheel can be built: pip reaches no registry that has setuptools")
    assert built.returncode == 0, built.stderr
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(made.folder)], check=True)
    (wheel,) = wheels.glob("*.whl")
    added = _pip("--python", made.folder / "bin" / "python", "install", "--no-deps", "--no-index", wheel)
    assert added.returncode == 0, added.stderr
    lent = "\n".join(site.getsitepackages())
    (made.modules / "lent.pth").write_text(f"{lent}\n", encoding="utf-8")
    return made


def _pip(*words: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=False)
