from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import geo
from geo.exchange import alone, restore, swap
from tests.geo.conftest import VERSIONS
from tests.geo.worlds import document

HOME = Path(__file__).parents[2]


def stored(out: Path) -> set[str]:
    return {each.doc_id for each in geo.stored_documents(geo.open_store(out))}


def store_with(out: Path, *doc_ids: str) -> Path:
    geo.write_store(out, [document(doc_id, "Shells fell.") for doc_id in doc_ids], [], **VERSIONS)
    return out


def beside(out: Path) -> set[str]:
    return {path.name for path in out.parent.iterdir()}


def test_a_write_that_is_stopped_at_any_step_loses_nothing_that_was_stored(tmp_path: Path) -> None:
    run = [sys.executable, "-m", "tests.geo.stopping", str(tmp_path)]
    ended = subprocess.run(run, cwd=HOME, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    # Making a folder, a manifest, a lock, two renames, and the old store's files: fewer would be a blind test.
    assert int(ended.stdout) >= 15


def test_a_store_that_was_set_aside_is_restored_before_a_run_adds_to_it(tmp_path: Path) -> None:
    out = store_with(tmp_path / "store", "one", "two")
    out.rename(tmp_path / ".store.old")
    geo.StoreWriter(out, geo.Versions("1", "1", "1"), {}).__exit__(None, None, None)
    assert stored(out) == {"one", "two"}
    assert beside(out) == {"store"}


def test_a_store_that_was_set_aside_takes_the_place_of_an_empty_folder(tmp_path: Path) -> None:
    out = store_with(tmp_path / "store", "one")
    out.rename(tmp_path / ".store.old")
    out.mkdir()
    assert stored(out) == {"one"}


def test_a_store_that_was_set_aside_is_never_given_up_for_a_new_one(tmp_path: Path) -> None:
    out = store_with(tmp_path / "store", "one")
    out.rename(tmp_path / ".store.old")
    out.mkdir()
    (out / "mine.txt").write_text("precious")
    new = store_with(tmp_path / "new", "two")
    with pytest.raises(geo.StoreError, match="other programs keep changing it"):
        swap(new, out)
    assert (tmp_path / ".store.old" / "manifest.json").is_file()
    assert (out / "mine.txt").read_text() == "precious"


def test_half_a_store_that_was_being_removed_is_not_taken_for_one(tmp_path: Path) -> None:
    out = tmp_path / "store"
    store_with(tmp_path / ".store.old", "one")
    (tmp_path / ".store.old" / "manifest.json").unlink()
    restore(out)
    assert not out.exists()
    assert stored(store_with(out, "two")) == {"two"}
    assert beside(out) == {"store"}


ADDING = """
import pathlib, sys
import extract, gazetteer, geo
from geo.exchange import alone
text, out = map(pathlib.Path, sys.argv[1:])
print("ready", flush=True)
sys.stdin.readline()
geo.build_store([text], out, gazetteer.load(), extract.load_reader(), program_version="1",
                say=lambda line: print(line, flush=True))
"""


def adding(text: Path, out: Path) -> subprocess.Popen[str]:
    """A process that will add the text to the store when it is told to."""
    text.write_text("Shells fell on Shusha.", encoding="utf-8")
    command = [sys.executable, "-c", ADDING, str(text), str(out)]
    pipe = subprocess.PIPE
    started = subprocess.Popen(command, cwd=HOME, stdin=pipe, stdout=pipe, stderr=pipe, text=True)
    assert started.stdout is not None
    assert started.stdout.readline() == "ready\n"
    return started


def test_of_two_runs_that_write_one_store_at_once_neither_loses_its_document(tmp_path: Path) -> None:
    out = store_with(tmp_path / "here" / "store", "one")
    runs = [adding(tmp_path / name, out) for name in ("wa.txt", "wb.txt")]
    with alone(out, print):
        for run in runs:
            assert run.stdin is not None
            assert run.stdout is not None
            run.stdin.write("go\n")
            run.stdin.flush()
            assert "another run is writing it; waiting" in run.stdout.readline()
        assert stored(out) == {"one"}
    for run in runs:
        said = run.communicate()
        assert run.returncode == 0, said
    assert stored(out) == {"one", "wa", "wb"}
    assert beside(out) == {"store"}


def test_a_run_that_was_killed_keeps_nobody_out(tmp_path: Path) -> None:
    out = tmp_path / "store"
    script = (
        "import os, pathlib, sys\nfrom geo.exchange import alone\n"
        "with alone(pathlib.Path(sys.argv[1]), print):\n    os._exit(9)\n"
    )
    killed = subprocess.run([sys.executable, "-c", script, str(out)], cwd=HOME, check=False)
    assert killed.returncode == 9
    assert ".store.lock" in beside(out)
    lines: list[str] = []
    with alone(out, lines.append):
        pass
    assert lines == []
    assert beside(out) == set()


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device that is always full")
def test_a_full_disk_is_said_in_a_line_and_leaves_nothing_behind(tmp_path: Path) -> None:
    out = store_with(tmp_path / "store", "one")
    with geo.StoreWriter(out, geo.Versions("1", "1", "1"), {}) as writer:
        (next(tmp_path.glob(".store.new-*")) / "manifest.json").symlink_to("/dev/full")
        with pytest.raises(geo.StoreError, match="No space left"):
            writer.finish()
    assert stored(out) == {"one"}
    assert beside(out) == {"store"}
