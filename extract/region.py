"""Whether a text is about the region at all, by ``lexicon/region.yaml``."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from extract.findings import Findings
from extract.grammar.files import read_yaml
from extract.places.areas import areas_around
from extract.text.lexicon import LEXICON, LexiconError
from gazetteer import Gazetteer

_KEYS = ("areas", "sides", "capitals")


@cache
def _region() -> tuple[frozenset[str], ...]:
    return read_region(LEXICON / "region.yaml")


def read_region(path: Path) -> tuple[frozenset[str], ...]:
    """The ids of its areas, of its sides, and of the capitals around it.

    Raises:
        LexiconError: if the file does not list them.

    """
    content = read_yaml(path)
    lists = [content.get(key) for key in _KEYS]
    if set(content) != set(_KEYS) or not all(isinstance(ids, list) and ids for ids in lists):
        wanted = ", ".join(f"`{key}: [...]`" for key in _KEYS)
        raise LexiconError(f"{path.name}:1: write {wanted}, ids each, and nothing else")
    return tuple(frozenset(map(str, ids)) for ids in lists if ids)


def is_of_region(findings: Findings, gazetteer: Gazetteer) -> bool:
    """Whether the text names a place or a side of the region."""
    areas, sides, _ = _region()
    if any(actor.side in sides for actor in findings.actors):
        return True
    around = areas_around(gazetteer)
    named = {place for mention in findings.mentions for place in (mention.place_id, *mention.via)}
    return not areas.isdisjoint(named) or any(not areas.isdisjoint(around.get(place, ())) for place in named)
