"""What a place is called on the page: as the source wrote it, or in the language and tradition that was chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from views.told import Told


@dataclass(frozen=True, slots=True)
class Names:
    """The names of places in the chosen style."""

    style: str
    """One of ``NAME_STYLES``."""
    shown: Mapping[str, str]
    """Name by place id; for the style ``source`` the English one, which stands where no sentence is at hand."""

    def of_place(self, place_id: str, fallback: str | None = None) -> str:
        """Return the name of a place; a composed road has only the name that its text gave it."""
        return self.shown.get(place_id) or fallback or place_id.removeprefix("route:").replace("--", " – ")

    def of(self, told: Told) -> str | None:
        """Return the name of an event's place, ``None`` if it has none."""
        if told.event.place_id is None:
            return None
        if self.style == "source" and told.written_place:
            return told.written_place
        return self.of_place(told.event.place_id, told.event.place_name)
