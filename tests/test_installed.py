from __future__ import annotations

import json
import re
import signal
import socket
import subprocess
import sys
import tomllib
from importlib.metadata import PackageNotFoundError, packages_distributions, requires, version
from pathlib import Path

import pytest

from tests.installed import HOME, Installed, answers
from tests.views.small_store import small_store

SETTINGS = tomllib.loads((HOME / "pyproject.toml").read_text(encoding="utf-8"))
LOADED = """
import json, sys
before = set(sys.modules)
import trafilatura, xstatic.pkg.leaflet
import corpus, extract, gazetteer, geo, views, cli
print(json.dumps(sorted({name.partition(".")[0] for name in set(sys.modules) - before})))
"""
COMMANDS = (
    (), ("extract",), ("resolve",), ("explain",), ("map",), ("export",), ("serve",),
    ("gazetteer",), ("gazetteer", "check"), ("gazetteer", "add"), ("gazetteer", "inbox"), ("gazetteer", "impact"),
    ("gazetteer", "export"), ("gazetteer", "import"), ("lexicon",), ("lexicon", "check"),
)  # fmt: skip
OURS = {"app", "cli", "corpus", "extract", "gazetteer", "geo", "views"}


def _named(requirements: list[str]) -> set[str]:
    """The names in requirements that hold here without any extra."""
    plain = [each for each in requirements if "extra ==" not in each]
    return {re.split(r"[^A-Za-z0-9._-]", each)[0].lower().replace("_", "-").replace(".", "-") for each in plain}


def _needed(names: set[str]) -> set[str]:
    """All that comes with these distributions, extras of theirs left out: not every pip finds an extra by its name."""
    known: set[str] = set()
    todo = set(names)
    while todo:
        name = todo.pop()
        known.add(name)
        try:
            todo |= _named(requires(name) or []) - known
        except PackageNotFoundError:
            continue
    return known


def test_everything_that_the_program_loads_comes_with_a_dependency_that_is_named() -> None:
    run = subprocess.run([sys.executable, "-c", LOADED], cwd=HOME, capture_output=True, text=True, check=True)
    loaded = set(json.loads(run.stdout)) - OURS
    homes = packages_distributions()
    known = _needed(_named(SETTINGS["project"]["dependencies"]))
    foreign = {
        module: homes[module]
        for module in loaded & set(homes)
        if not known & {home.lower().replace("_", "-").replace(".", "-") for home in homes[module]}
    }
    assert foreign == {}
    assert {"lxml", "lxml_html_clean", "streamlit", "geopandas"} <= loaded


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_command_of_the_wheel_tells_what_it_does(installed: Installed, words: tuple[str, ...]) -> None:
    run = installed.run(*words, "--help")
    assert run.returncode == 0, run.stderr
    assert "Usage" in run.stdout


def test_the_wheel_is_what_runs_and_knows_its_version(installed: Installed) -> None:
    assert installed.run("--version").stdout == f"karabakh {version('karabakh-atlas')}\n"
    where = "import cli, geo, views; print(cli.__file__, geo.__file__, views.__file__)"
    python = [str(installed.folder / "bin" / "python"), "-c", where]
    run = subprocess.run(python, cwd=installed.folder, capture_output=True, text=True, check=True)
    assert all(Path(file).is_relative_to(installed.modules) for file in run.stdout.split())


def test_help_loads_neither_tables_nor_pages(installed: Installed) -> None:
    heavy = ("trafilatura", "pandas", "geopandas", "streamlit", "duckdb", "folium", "numpy")
    script = f"import sys\nsys.argv[1:] = ['--help']\nimport cli\ntry:\n    cli.main()\nexcept SystemExit:\n    pass\n\
print([name for name in {heavy} if name in sys.modules])"
    python = [str(installed.folder / "bin" / "python"), "-c", script]
    run = subprocess.run(python, cwd=installed.folder, capture_output=True, text=True, check=True)
    assert run.stdout.splitlines()[-1] == "[]"


def test_a_text_is_read_by_the_wheel(installed: Installed) -> None:
    run = installed.run("resolve", "Shusha was shelled.", "--json")
    assert [mention["place_id"] for mention in json.loads(run.stdout)] == ["shusha"]


def test_whoever_ends_serve_ends_the_server(installed: Installed, tmp_path: Path) -> None:
    with installed.serve(small_store(tmp_path / "store")) as server:
        server.process.send_signal(signal.SIGTERM)
        server.process.wait()
        assert not answers(server.port)


def test_serve_is_heard_on_this_machine_only(installed: Installed, tmp_path: Path) -> None:
    with installed.serve(small_store(tmp_path / "store")) as server:
        outside = socket.gethostbyname(socket.gethostname())
        assert outside.startswith("127.") or not answers(server.port, outside)
        assert answers(server.port)
