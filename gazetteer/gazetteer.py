"""The gazetteer as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from gazetteer import cache
from gazetteer.index import Index, NameHit
from gazetteer.model import Place
from gazetteer.patterns import Compiled, compile_names


@dataclass(frozen=True, eq=False)
class Gazetteer:
    """All places, and where a text names them."""

    places: Mapping[str, Place]
    """By id, in the order of the files."""
    version: str
    """A short hash of the files."""
    copy: tuple[Path, str] | None = None
    """Where a copy of the compiled names may be kept: folder and key."""

    @classmethod
    def of(cls, places: Iterable[Place], version: str, copy: tuple[Path, str] | None = None) -> Gazetteer:
        """A gazetteer of these places; those named after others get their names too."""
        return cls(MappingProxyType(_inherit_names({place.id: place for place in places})), version, copy)

    @cached_property
    def index(self) -> Index:
        """The names made ready for searching, built when first needed."""
        return Index.of(self.places, self._compiled())

    def _compiled(self) -> Compiled:
        if self.copy is None:
            return compile_names(self.places.values())
        folder, key = self.copy
        kept = Compiled.from_copy(cache.read_copy(folder, key))
        if kept is not None:
            return kept
        compiled = compile_names(self.places.values())
        cache.write_copy(folder, key, compiled)
        return compiled

    def find(self, text: str, language: str | None = None) -> tuple[NameHit, ...]:
        """Every place named in the text; see ``Index.find``."""
        return self.index.find(text, language)

    def __reduce__(self) -> tuple[type[Gazetteer], tuple[dict[str, Place], str, tuple[Path, str] | None]]:
        return type(self), (dict(self.places), self.version, self.copy)


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
