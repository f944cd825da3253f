"""The gazetteer as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from types import MappingProxyType

from gazetteer.index import Index, NameHit
from gazetteer.model import Place


@dataclass(frozen=True, eq=False)
class Gazetteer:
    """All places, and where a text names them."""

    places: Mapping[str, Place]
    """By id, in the order of the files."""
    version: str
    """A short hash of the files."""

    @classmethod
    def of(cls, places: Iterable[Place], version: str) -> Gazetteer:
        """A gazetteer of these places; those named after others get their names too."""
        return cls(MappingProxyType(_inherit_names({place.id: place for place in places})), version)

    @cached_property
    def index(self) -> Index:
        """The names made ready for searching, built when first needed."""
        return Index.of(self.places.values())

    def find(self, text: str, language: str | None = None) -> tuple[NameHit, ...]:
        """Every place named in the text; see ``Index.find``."""
        return self.index.find(text, language)

    def __reduce__(self) -> tuple[type[Gazetteer], tuple[dict[str, Place], str]]:
        return type(self), (dict(self.places), self.version)


def _inherit_names(places: Mapping[str, Place]) -> dict[str, Place]:
    """The places, each with the names of the place that it is named after behind its own."""
    return {place.id: _with_inherited(place, places) for place in places.values()}


def _with_inherited(place: Place, places: Mapping[str, Place]) -> Place:
    if place.named_after is None:
        return place
    model = _with_inherited(places[place.named_after], places)
    own = {(name.name, name.lang) for name in place.names}
    shared = tuple(name for name in model.names if (name.name, name.lang) not in own)
    return replace(place, names=place.names + shared)
