"""The same occurrence as told by several documents: type family, place, days, actors and figures must agree."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from math import asin, cos, radians, sin, sqrt

from extract.places.areas import districts_of
from extract.records import Event, Story
from gazetteer import Gazetteer

FAMILY = {
    "armed_clash": "violence", "shelling": "violence", "air_strike": "violence", "ceasefire_violation": "violence",
    "blockade": "access", "route_opening": "access",
}  # fmt: skip
"""Types that different outlets use for one occurrence; every other type is its own family."""
_NONE: frozenset[str] = frozenset()
_SPREAD = frozenset({"violence_against_civilians", "displacement"})
"""What goes on all over a district at once: people burning their houses, people leaving."""
REACH_KM = {"point": 2.0, "district": 20.0, "route": 15.0}
"""How far apart two tellings may place one occurrence, by the vaguer of their precisions."""
_SIDES = ("Armenia", "Azerbaijan", "Artsakh", "Karabakh", "Russia", "Turk")
"""How the known names of sides and of their bodies begin."""
LONGEST_DAYS = 7
"""Events that cover more days than these are periods, not occurrences, and stand alone."""
OLDEST_DAYS = 10
"""Events longer than this before publication are background, and stand alone unless their very day is told."""
_WHOLE = frozenset({"armed_clash", "political_change", "military_movement"})
"""What is done to a whole region at once: a war begins, a parliament is dissolved. A toll is of a part of it."""
_OF_ALL = frozenset({"ceasefire"})
"""What is agreed for a whole war on a day, wherever each text puts it."""


@dataclass(slots=True)
class _Cluster:
    """A story in the making."""

    events: list[Event] = field(default_factory=list)

    def takes(self, event: Event, districts: Mapping[str, frozenset[str]]) -> bool:
        """Whether its days meet those of all its events, and the rest agrees with most of them."""
        if not all(_meet(one, event) for one in self.events):
            return False
        agreeing = sum(_agree(one, event, districts) for one in self.events)
        return 2 * agreeing > len(self.events)


def link_stories(events: Iterable[Event], gazetteer: Gazetteer) -> tuple[tuple[Event, ...], tuple[Story, ...]]:
    """The events, each with its ``story_id``, in their own order; and the stories, by id.

    Every event is in exactly one story. The result does not depend on the order of the events: they are joined by date,
    document and place in the text. The id is made from the story's first event, so that it stays while texts are added
    that tell of later events.
    """
    given = tuple(events)
    districts = districts_of(gazetteer)
    clusters = _cluster(sorted(given, key=_order), districts)
    story_of = {event.event_id: _story_id(cluster) for cluster in clusters for event in cluster.events}
    stories = tuple(
        Story(
            _story_id(cluster),
            tuple(event.event_id for event in cluster.events),
            tuple(dict.fromkeys(event.doc_id for event in cluster.events)),
        )
        for cluster in clusters
    )
    linked = tuple(replace(event, story_id=story_of[event.event_id]) for event in given)
    return linked, tuple(sorted(stories, key=lambda story: story.story_id))


def _order(event: Event) -> tuple[date, str, int, int, str]:
    return (event.date_start or date.max, event.doc_id, event.trigger_start, event.place_start or 0, event.event_id)


def _cluster(events: Sequence[Event], districts: Mapping[str, frozenset[str]]) -> list[_Cluster]:
    clusters: list[_Cluster] = []
    open_on: dict[tuple[str, date], list[_Cluster]] = defaultdict(list)
    for event in events:
        days = _days(event)
        family = FAMILY.get(event.event_type, event.event_type)
        candidates = {id(c): c for day in days for c in open_on[family, day]}.values()
        home = next((cluster for cluster in candidates if cluster.takes(event, districts)), None)
        if home is None:
            home = _Cluster()
            clusters.append(home)
        home.events.append(event)
        for day in days:
            if home not in open_on[family, day]:
                open_on[family, day].append(home)
    return clusters


def _days(event: Event) -> tuple[date, ...]:
    """The days on which an occurrence can be met; none for periods, background and what has no place or date."""
    first, last = event.date_start, event.date_end
    if first is None or last is None or (last - first).days >= LONGEST_DAYS:
        return ()
    if event.place_id is None and event.event_type not in _OF_ALL:
        return ()
    is_background = event.published and (event.published - last).days > OLDEST_DAYS
    if is_background and (event.date_precision != "day" or last > first + timedelta(days=1)):
        return ()
    return tuple(first + timedelta(days=n) for n in range((last - first).days + 1))


def _meet(one: Event, two: Event) -> bool:
    """Whether two events have a day in common."""
    assert one.date_start is not None
    assert two.date_start is not None
    return max(one.date_start, two.date_start) <= min(one.date_end or one.date_start, two.date_end or two.date_start)


def _agree(one: Event, two: Event, districts: Mapping[str, frozenset[str]]) -> bool:
    """Whether two events may be one: near enough, no contradicting tolls, targets or actors."""
    if one.doc_id == two.doc_id:
        return one.event_type == two.event_type and one.place_id == two.place_id
    if not _tolls_agree(one, two) or not _same_people(one, two):
        return False
    if one.event_type == two.event_type and one.event_type in _OF_ALL:
        return True
    return _is_near(one, two, districts) or _same_transfer(one, two)


def _same_transfer(one: Event, two: Event) -> bool:
    """Whether captives of one side were held, tried or freed, by one actor if both say, wherever the texts put that."""
    if one.event_type != "prisoners" or two.event_type != "prisoners":
        return False
    if "country" not in (one.geo_precision, two.geo_precision):
        return False
    actors_agree = one.actor is None or two.actor is None or _one_side(one.actor, two.actor)
    return actors_agree and _one_side(one.target, two.target)


def _one_side(one: str | None, two: str | None) -> bool:
    """Whether two names are of one side (Armenia, Armenian forces)."""
    return one is not None and two is not None and one.split()[0][:6].casefold() == two.split()[0][:6].casefold()


def _is_near(one: Event, two: Event, districts: Mapping[str, frozenset[str]]) -> bool:
    if one.place_id is None or two.place_id is None:
        return False
    wide = _is_wide(one) or _is_wide(two)
    if one.place_id == two.place_id:
        return not wide or _is_of_region(one, two)
    if wide or one.event_type != two.event_type:
        return False
    if one.event_type in _SPREAD and districts.get(one.place_id, _NONE) & districts.get(two.place_id, _NONE):
        return True
    precisions = {one.geo_precision, two.geo_precision}
    blur = max(REACH_KM.get(precision or "", 2.0) for precision in precisions) + max(
        one.radius_km or 0, two.radius_km or 0
    )
    return km_between(one, two) <= blur


def _is_of_region(one: Event, two: Event) -> bool:
    """Whether both tell of one kind of act that befell a whole region on the very same days."""
    if one.geo_precision != "region" or one.event_type != two.event_type or one.event_type not in _WHOLE:
        return False
    same_days = (one.date_start, one.date_end) == (two.date_start, two.date_end)
    return same_days and one.killed_low is None and two.killed_low is None


def _is_wide(event: Event) -> bool:
    """Whether its place is too wide to tell one occurrence from another on the same day."""
    return event.geo_precision in ("region", "country") or event.place_kind == "line"


def km_between(one: Event, two: Event) -> float:
    """Great-circle distance of two placed events on a sphere of 6,371 km."""
    assert one.lat is not None
    assert one.lon is not None
    assert two.lat is not None
    assert two.lon is not None
    lat_one, lon_one, lat_two, lon_two = map(radians, (one.lat, one.lon, two.lat, two.lon))
    half = sin((lat_two - lat_one) / 2) ** 2 + cos(lat_one) * cos(lat_two) * sin((lon_two - lon_one) / 2) ** 2
    return 2 * 6371 * asin(sqrt(half))


def _tolls_agree(one: Event, two: Event) -> bool:
    """Whether figures are of one size: early and late counts differ, but not many times over."""
    for outcome in ("killed", "wounded"):
        a, b = (getattr(e, f"{outcome}_high") or getattr(e, f"{outcome}_low") for e in (one, two))
        if a is not None and b is not None and max(a, b) > 3 * min(a, b) + 3:
            return False
    return True


def _same_people(one: Event, two: Event) -> bool:
    """Whether actor and target are the same where both texts name sides, or swapped as two sides blame each other."""
    named = (one.actor, one.target, two.actor, two.target)
    if not all(name is not None and name.startswith(_SIDES) for name in named):
        return True
    if _one_side(one.actor, two.actor) or _one_side(one.target, two.target):
        return True
    return _one_side(one.actor, two.target) and _one_side(one.target, two.actor)


def _story_id(cluster: _Cluster) -> str:
    first = cluster.events[0]
    return hashlib.sha256(f"story\0{first.event_id}".encode()).hexdigest()[:16]
