"""Finding a place of the gazetteer by any of its names: whole, begun, or misspelt, in any script."""

from __future__ import annotations

from collections.abc import Sequence

from gazetteer import Gazetteer, fold
from views import finding

MOST = 20
"""Places offered."""
_SHORTEST = 2
"""Letters from which on the beginning of a name is looked for."""

Spellings = Sequence[tuple[str, str]]
"""Folded name and place id, sorted."""


def spellings(gazetteer: Gazetteer) -> Spellings:
    """Return every name of every place, folded."""
    return sorted({(fold(name.name), place.id) for place in gazetteer.places.values() for name in place.names})


def found(text: str, known: Spellings, gazetteer: Gazetteer) -> tuple[str, ...]:
    """Return the ids of the places that a text may mean, best first.

    Those that are called so, then those of which a name begins so, then those of which a word begins so; where there
    are none, those that are named in it or have a similar name.
    """
    wanted = fold(text.strip())
    if not wanted:
        return ()
    same = [place for name, place in known if name == wanted]
    begun = [place for name, place in known if len(wanted) >= _SHORTEST and name.startswith(wanted)]
    inside = [place for name, place in known if len(wanted) >= _SHORTEST and f" {wanted}" in name]
    places = dict.fromkeys((*same, *begun, *inside)) or dict.fromkeys(finding.places_called(text, gazetteer))
    return tuple(places)[:MOST]
