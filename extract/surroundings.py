"""Where an event happened if its own sentence does not say it: sentences before, the text, the land of who acted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extract.lexicon_model import EventType
from extract.records import Mention

_LAND = {"azerbaijan": "azerbaijan", "armenia": "armenia", "karabakh": "nagorno-karabakh"}
PRECISION = {
    "district": "district", "province": "region", "region": "region", "country": "country",
    "road": "route", "line": "route",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Where:
    """A place for an event; all ``None`` if the text gives none."""

    mention: Mention | None
    geo_precision: str | None
    radius_km: float | None
    via: tuple[str, ...]
    level: str
    """``clause``, ``sentence``, ``before``, ``focus`` or ``none``: how far the place is from the trigger."""
    rule: str


NOWHERE = Where(None, None, None, (), "none", "the text gives no place")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the sentences before and the whole text say about places."""

    before: tuple[Mention, ...]
    """Places of the sentences before in the paragraph, the nearest sentence first."""
    focus: Mention | None
    """The region that the text is about."""
    within: Mapping[str, frozenset[str]]
    """For each place id, the ids of all areas around it."""
    story: Mention | None = None
    """The settlement of all that the text has told so far."""
    meant: Mention | None = None
    """The settlement that "the town" or "there" in the trigger's clause means."""


def back_to(mention: Mention) -> Where:
    """The settlement that "the town" or "there" means."""
    precision = PRECISION.get(mention.kind, "point")
    return Where(mention, precision, None, mention.via, "before", "the settlement spoken of before")


def at_home_of(side: str | None, mentions: Sequence[Mention]) -> Where | None:
    """The country of the side that acted, if the text names it: where captives are held and tried."""
    mention = next(
        (m for m in mentions if m.kind in ("country", "region") and m.place_id == _LAND.get(side or "")), None
    )
    if mention is None:
        return None
    return Where(mention, PRECISION[mention.kind], None, (), "focus", "the land of the side that acted")


def elsewhere(event_type: EventType, around: Surroundings) -> Where:
    """For a sentence that names no place: the one of a sentence before, else the region of the text."""
    before = [mention for mention in around.before if mention.kind != "country" or event_type.countries]
    if event_type.fallback in ("nearby", "actor") and before:
        mention = before[0]
        return Where(
            mention, PRECISION.get(mention.kind, "point"), None, mention.via, "before", "named in a sentence before"
        )
    crosses_borders = "to" in event_type.countries
    if event_type.fallback == "nearby" and around.story is not None and not crosses_borders:
        return Where(around.story, "point", None, (), "focus", "the settlement that the text is about")
    if event_type.fallback != "none" and around.focus is not None:
        mention = around.focus
        return Where(
            mention, PRECISION.get(mention.kind, "point"), None, mention.via, "focus", "the region the text is about"
        )
    return NOWHERE
