"""The outlets of the documents that ship: ``outlets.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from corpus.problem import CorpusError

OUTLETS = Path(__file__).with_name("outlets.yaml")
SIDES = ("AM", "AZ")
"""The countries whose outlets, and those for whose readers others publish, speak for a side."""
_KEYS = {"name", "country", "side"}


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet, spelled as all its documents spell it."""

    name: str
    country: str | None = None
    """ISO 3166; ``None`` for international bodies and where it is not known."""
    side: str | None = None
    """The side for whose readers it is published elsewhere."""

    @property
    def speaks_for(self) -> str | None:
        """The side that its readers belong to, by its country or by its public; ``None`` for a third country."""
        return self.side or (self.country if self.country in SIDES else None)


def read_outlets(path: Path = OUTLETS) -> Mapping[str, Outlet]:
    """The outlets of a file by name.

    Raises:
        CorpusError: naming the first entry that is not ``{name: ..., country: ..., side: ...}``.

    """
    try:
        entries = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader) or []
    except (OSError, UnicodeError, yaml.YAMLError) as error:
        raise CorpusError(f"{path.name}: {' '.join(str(error).split())}") from error
    found: dict[str, Outlet] = {}
    for number, entry in enumerate(entries, start=1):
        is_known = isinstance(entry, dict) and "name" in entry and set(entry) <= _KEYS
        if not is_known or entry["name"] in found or entry.get("side", SIDES[0]) not in SIDES:
            raise CorpusError(
                f"{path.name}: entry {number}: write {{name: NAME, country: XX}}, with side: "
                f"{' or '.join(SIDES)} where that is not its country, and each name once"
            )
        found[entry["name"]] = Outlet(**entry)
    return found
