"""The words that may tell of events, read from the YAML files under ``lexicon/``.

``lexicon/types.yaml`` describes the event types; ``lexicon/<language>/grammar.yaml`` how a language says
where; the other files of that folder hold the words of one type. ``docs/lexicon.md`` shows the format.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from extract.hints.files import read_language, read_types
from extract.hints.model import Lexicon
from extract.hints.parsing import LexiconProblem, Reader

HOME = Path(__file__).resolve().parents[1] / "lexicon"


class LexiconError(ValueError):
    """The lexicon cannot be used; ``problems`` lists every reason, each with file and line."""

    def __init__(self, problems: Sequence[LexiconProblem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, problems)))


def load(home: Path | None = None) -> Lexicon:
    """Read a lexicon folder (the shipped one by default); raises `LexiconError` naming every problem."""
    lexicon = read_folder(home or HOME)
    if lexicon.problems:
        raise LexiconError(lexicon.problems)
    return lexicon


def check(home: Path | None = None) -> tuple[LexiconProblem, ...]:
    """Everything that is wrong with a lexicon folder, in order of file and line; ``()`` if nothing is."""
    return read_folder(home or HOME).problems


def read_folder(home: Path) -> Lexicon:
    """Read what can be read, and keep the problems."""
    reader = Reader(home)
    types = read_types(reader, home / "types.yaml")
    folders = sorted(path for path in home.iterdir() if (path / "grammar.yaml").is_file())
    languages = {path.name: read_language(reader, path, types) for path in folders}
    return Lexicon(types, languages, _version(home), tuple(sorted(set(reader.problems))))


def _version(home: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(home.rglob("*.yaml")):
        digest.update(path.relative_to(home).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]
