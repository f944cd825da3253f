"""Checks every file of the lexicon."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from extract.actors import load_cast
from extract.places.relations import read_relation_words
from extract.region import read_region
from extract.text.lexicon import LEXICON, LexiconError
from extract.text.wordlists import lists_of
from extract.times import load_date_grammar
from extract.tolls import load_toll_grammar

_LANGUAGES = ("en", "ru", "az", "hy")
_READ_OTHERWISE = ("actors.yaml", "region.yaml")


def check_lexicon(folder: Path | None = None) -> tuple[str, ...]:
    """Every fault in a lexicon folder, the shipped one by default: file, line, value and remedy."""
    return tuple(dict.fromkeys(fault for load in _loads(folder or LEXICON) for fault in _faults(load)))


def _loads(folder: Path) -> Iterator[Callable[[], object]]:
    for name, load in (("dates", load_date_grammar), ("tolls", load_toll_grammar), ("relations", read_relation_words)):
        for path in sorted((folder / name).glob("*.yaml")):
            yield partial(load, path)
    for path in sorted((*folder.glob("*.yaml"), *(folder / "places").glob("*.yaml"))):
        if path.name not in _READ_OTHERWISE:
            yield partial(lists_of, path)
    if (folder / "region.yaml").is_file():
        yield partial(read_region, folder / "region.yaml")
    if (folder / "actors.yaml").is_file():
        for language in _LANGUAGES:
            yield partial(load_cast, language, folder / "actors.yaml")


def _faults(load: Callable[[], object]) -> list[str]:
    try:
        load()
    except LexiconError as error:
        return str(error).splitlines()
    return []
