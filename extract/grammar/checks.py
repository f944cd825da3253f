"""Checks the files that say how each language writes dates, tolls and actors."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from extract.actors import load_cast
from extract.grammar.files import GrammarError
from extract.times import load_date_grammar
from extract.tolls import load_toll_grammar

_FOLDER = Path(__file__).resolve().parents[1] / "lexicon"
_LANGUAGES = ("en", "ru", "az", "hy")


def check_language_files(folder: Path = _FOLDER) -> tuple[str, ...]:
    """Every fault in a lexicon folder's ``dates``, ``tolls`` and ``actors.yaml``: file, line, value and remedy."""
    return tuple(dict.fromkeys(fault for load in _loads(folder) for fault in _faults(load)))


def _loads(folder: Path) -> Iterator[Callable[[], object]]:
    for path in sorted((folder / "dates").glob("*.yaml")):
        yield partial(load_date_grammar, path)
    for path in sorted((folder / "tolls").glob("*.yaml")):
        yield partial(load_toll_grammar, path)
    if (folder / "actors.yaml").is_file():
        for language in _LANGUAGES:
            yield partial(load_cast, language, folder / "actors.yaml")


def _faults(load: Callable[[], object]) -> list[str]:
    try:
        load()
    except GrammarError as error:
        return str(error).splitlines()
    return []
