"""Whether a text is about the region at all, by ``lexicon/region.yaml``."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

from extract.findings import Findings
from extract.places.areas import areas_around
from gazetteer import Gazetteer

_FILE = Path(__file__).parent / "lexicon" / "region.yaml"


@cache
def _region() -> tuple[frozenset[str], frozenset[str]]:
    content = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return frozenset(content["areas"]), frozenset(content["sides"])


def is_of_region(findings: Findings, gazetteer: Gazetteer) -> bool:
    """Whether the text names a place or a side of the region."""
    areas, sides = _region()
    if any(actor.side in sides for actor in findings.actors):
        return True
    around = areas_around(gazetteer)
    named = {place for mention in findings.mentions for place in (mention.place_id, *mention.via)}
    return not areas.isdisjoint(named) or any(not areas.isdisjoint(around.get(place, ())) for place in named)
