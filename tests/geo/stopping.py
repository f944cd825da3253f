"""Run by a test in a process of its own: a write that is stopped at every step, each followed by an ordinary one.

``python -m tests.geo.stopping FOLDER`` prints how many steps there were; it fails on the first after which something
that was stored is missing, or left lying about.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import extract
import gazetteer
import geo
from corpus import Document, language_of

STEPS = frozenset({"open", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "shutil.rmtree"})
"""What Python reports before it is done, and what a write changes the disk by."""
STOPPED = 9
TEXT = "Shells fell on Shusha."


def add(out: Path, doc_id: str) -> None:
    """Extract one more document into a store."""
    text = out.parent / f"{doc_id}.txt"
    if not text.exists():
        text.write_text(TEXT, encoding="utf-8")
    geo.build_store([text], out, PLACES, LEXICON, program_version="1")


def stopped_at(step: int, out: Path) -> None:
    """Add a document, and be gone before that step of it is done."""
    left = step

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal left
        if event in STEPS and str(out.parent) in str(arguments[0]):
            left -= 1
            if left < 0:
                os._exit(STOPPED)

    sys.addaudithook(hook)
    add(out, "third")


def mended(out: Path) -> None:
    """An ordinary run finds all that was stored, and leaves nothing but the store."""
    add(out, "fourth")
    stored = {document.doc_id for document in geo.stored_documents(geo.open_store(out))}
    assert stored >= {"first", "second", "fourth"}, stored
    others = {path.name for path in out.parent.iterdir() if path.suffix != ".txt"} - {out.name}
    assert not others, others


def in_a_process(work: Callable[[], None]) -> int:
    """The exit code of a process that does the work and nothing else."""
    process = os.fork()
    if process == 0:
        try:
            work()
        except BaseException as error:
            print(repr(error), file=sys.stderr, flush=True)
            os._exit(1)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


def main(folder: Path) -> None:
    """Stop at every step there is."""
    before = folder / "before"
    before.mkdir()
    # Nothing is written or read by this process itself: libraries' threads do not survive a fork.
    for doc_id in ("first", "second"):
        assert in_a_process(lambda doc_id=doc_id: add(before / "store", doc_id)) == 0  # type: ignore[misc]
    step, code = 0, STOPPED
    while code == STOPPED:
        out = folder / str(step) / "store"
        shutil.copytree(before, out.parent)
        code = in_a_process(lambda step=step, out=out: stopped_at(step, out))  # type: ignore[misc]
        assert code in (0, STOPPED), f"step {step} ended with {code}"
        assert in_a_process(lambda out=out: mended(out)) == 0, f"after {step} steps"  # type: ignore[misc]
        shutil.rmtree(out.parent)
        step += 1
    print(step - 1)


if __name__ == "__main__":
    files = Path(__file__).parents[1] / "gazetteer" / "files"
    PLACES, LEXICON = gazetteer.load([files / "small.yaml", files / "world.yaml"]), extract.load_reader()
    # What is read in first by every process is read in here once.
    extract.read(Document("warm", TEXT, language=language_of(TEXT)), PLACES, LEXICON)
    main(Path(sys.argv[1]))
