"""What all cards on a page share."""

from __future__ import annotations

from dataclasses import dataclass

from views.naming import Names
from views.texts import Texts


@dataclass(frozen=True, slots=True)
class Setting:
    """What all cards on a page share."""

    texts: Texts
    names: Names
    corpus: str
    gazetteer: str
    dark: bool = False
    stable: bool = True
    """Whether events have addresses that bring them back; those of a text that a reader brought have none."""

    @property
    def theme(self) -> str:
        """The theme as the map names it."""
        return "dark" if self.dark else "light"
