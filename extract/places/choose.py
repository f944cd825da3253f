"""Which of the places that share a name is meant: by the kind the context asks for, and by the company it keeps."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extract.places.words import AREAS, SETTLEMENTS
from gazetteer import Candidate, Place

_KIND_ORDER = {
    "country": 0,
    **dict.fromkeys(("region", "city", "road", "line", "sea"), 1),
    "province": 2,
    "district": 3,
}
"""Without any word for the kind, a bare name is read as the kind that news most often means by it."""
_SMALL = 4
"""Villages, mountains, rivers and the like: none before the other."""
_DISTRICTS = frozenset({"district", "province"})
_FAMILIES = (SETTLEMENTS, AREAS)
_FAR_KM = 120
"""A village this much farther off than the town of its name is not meant, even where the text says village."""
_BROAD = frozenset({"country", "region", "sea", "line"})
"""Too large to tell by their middle what is near."""
HEART = (46.75, 39.8)
"""(lon, lat) of the middle of Karabakh, which the texts are about unless they say otherwise."""
_SUPPORT_KM = 75
_LISTED_KM = 1500
"""A list speaks for a weak name only if a place of it is this near ("Pyongyang, NK" speaks for none in Karabakh)."""
_NOT_NAMED = 10**6
_NEARER_KM = 30
"""A seldom meant village must be this much nearer than the town of its name."""
_NEXT_TO = 60
"""Characters within which a district's name tells where a village lies."""
_TIE_SHARE, _TIE_KM = 0.97, 20


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A surely known place that is named near a name."""

    place: Place
    gap: int
    """How many characters away it is named."""
    same_sentence: bool = True


@dataclass(frozen=True, slots=True)
class Company:
    """The surely known places that a name stands among."""

    neighbours: tuple[Neighbour, ...] = ()
    """Of the same sentence and the one before it."""
    focus: tuple[float, float] | None = None
    """Middle (lon, lat) of the region's places that the whole text names; ``None`` if it names none surely."""
    listed: bool = False
    """Whether the name stands in a list with a surely known place."""
    named: frozenset[str] = frozenset()
    """Ids of all surely known places of the text."""
    meant: str | None = None
    """Id of the place that the same name was given to above, by a word for its kind."""
    located: bool = False
    """Whether a word such as "in" or "near" stands before the name."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The place chosen, or none, and why."""

    candidate: Candidate | None
    rule: str
    rejected: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Ranked:
    candidate: Candidate
    rank: tuple[bool, bool, int, bool, bool, int]
    """Does not fit the kind asked for; weak without support; kind order; its area is not named next to it; weak; how
    far off its area is named."""
    cost: float
    """Kilometres to the company, the nearer the better."""


def choose(candidates: Sequence[Candidate], kinds: frozenset[str], kind_word: str, company: Company) -> Choice:
    """The candidate of the lowest ``rank``, then ``cost``; none for a weak name without support, or for a tie.

    Two candidates tie if they are equal in rank, nearly so in distance to the company, and far from each other.
    """
    if len(candidates) == 1 and not candidates[0].name.weak:
        return Choice(candidates[0], "the only place of this name")
    if not any(candidate.place.kind in kinds for candidate in candidates) and not kinds & _DISTRICTS:
        kinds = frozenset()
    ranked = sorted((_ranked(candidate, kinds, company) for candidate in candidates), key=lambda r: (r.rank, r.cost))
    town = _town_instead(ranked)
    if town is not None:
        ranked.remove(town)
        ranked.insert(0, town)
    meant = next((r for r in ranked if r.candidate.place.id == company.meant), None)
    if meant is not None and not kinds and ranked[0].rank[3]:
        ranked.remove(meant)
        return Choice(
            meant.candidate, "the place that this name was given to above", _rejected(ranked, meant, kind_word)
        )
    best = ranked[0]
    rejected = _rejected(ranked[1:], best, kind_word)
    if best.rank[1]:
        return Choice(None, "a weak name, and nothing near it speaks for a place", rejected)
    rival = next((other for other in ranked[1:] if _ties(best, other)), None)
    if rival is not None:
        names = f"{best.candidate.place.id}, {rival.candidate.place.id}"
        return Choice(None, f"several places have this name, and nothing near it decides: {names}", rejected)
    return Choice(best.candidate, _why(best, ranked, kinds, kind_word, company), rejected)


def _town_instead(ranked: Sequence[_Ranked]) -> _Ranked | None:
    """The town that is meant although the text says village: its namesake is far off, or seldom meant and no nearer."""
    best = ranked[0]
    if best.candidate.place.kind != "village":
        return None
    margin = -_NEARER_KM if best.rank[3] and best.rank[4] else _FAR_KM
    towns = (other for other in ranked if other.candidate.place.kind == "city" and other.rank[:2] == best.rank[:2])
    return next((town for town in towns if best.cost > town.cost + margin), None)


def _rejected(others: Sequence[_Ranked], best: _Ranked, kind_word: str) -> tuple[str, ...]:
    return tuple(f"{other.candidate.place.id}: {_why_not(other, best, kind_word)}" for other in others)


def _fits(kind: str, kinds: frozenset[str]) -> bool:
    """Whether the kind is asked for, or none is; kinds of one family are often taken for each other."""
    return not kinds or kind in kinds or any(kind in family and not kinds.isdisjoint(family) for family in _FAMILIES)


def _ranked(candidate: Candidate, kinds: frozenset[str], company: Company) -> _Ranked:
    place = candidate.place
    fit = _fits(place.kind, kinds)
    weak = candidate.name.weak
    supported = not weak or (bool(kinds) and fit) or _is_supported(place, company)
    holders = [n for n in company.neighbours if _holds(n.place, place)]
    within = min((n.gap for n in holders), default=_NOT_NAMED)
    apart = not any(n.gap <= _NEXT_TO and n.place.kind != "country" for n in holders)
    order = int(place.kind not in kinds) if kinds and fit else _order(place)
    return _Ranked(candidate, (not fit, not supported, order, apart, weak, within), _cost(place, company))


def _order(place: Place) -> int:
    """How far back a kind stands for a bare name; last a checkpoint or the like that is named after a settlement."""
    return _KIND_ORDER.get(place.kind, _SMALL) + (place.kind == "site" and place.named_after is not None)


def _is_supported(place: Place, company: Company) -> bool:
    if place.id in company.named:
        return True
    if company.listed and any(kilometres(place, n.place) <= _LISTED_KM for n in company.neighbours if n.same_sentence):
        return True
    if company.located and company.focus and distance((place.lon, place.lat), company.focus) <= _SUPPORT_KM:
        return True
    near = (neighbour.place for neighbour in company.neighbours if neighbour.same_sentence)
    return any(
        _holds(other, place) or (other.kind not in _BROAD and kilometres(place, other) <= _SUPPORT_KM) for other in near
    )


def _holds(area: Place, place: Place) -> bool:
    """Whether the place lies in the area, or in the district named after it."""
    return area.id in place.within or f"{area.id}-district" in place.within


def _cost(place: Place, company: Company) -> float:
    others = (neighbour.place for neighbour in company.neighbours)
    near = [kilometres(place, other) for other in others if other.kind not in _BROAD and other.id != place.id]
    focus = distance((place.lon, place.lat), company.focus or HEART)
    return (2 * min(near) + focus) / 3 if near else focus


def _ties(best: _Ranked, other: _Ranked) -> bool:
    return (
        best.rank == other.rank
        and best.cost > _TIE_SHARE * other.cost
        and kilometres(best.candidate.place, other.candidate.place) > _TIE_KM
    )


def _why(best: _Ranked, ranked: Sequence[_Ranked], kinds: frozenset[str], kind_word: str, company: Company) -> str:
    kind = best.candidate.place.kind
    if kinds and not best.rank[0]:
        return f"a {kind}, for “{kind_word}” stands with the name"
    if len(ranked) == 1:
        return "the only place of this name, and what stands near it speaks for it"
    if best.rank < ranked[1].rank:
        return f"a bare name is read as the {kind}"
    where = "the places named with it" if company.neighbours else "what the text is about"
    return f"of the places of this name, the nearest to {where}"


def _why_not(other: _Ranked, best: _Ranked, kind_word: str) -> str:
    kind = other.candidate.place.kind
    if other.rank[0] > best.rank[0]:
        return f"a {kind}, and the text says “{kind_word}”"
    if other.rank[1] > best.rank[1]:
        return "a weak name without support"
    if other.rank[2] > best.rank[2]:
        return f"a {kind}, and nothing asks for one"
    if other.rank[3] > best.rank[3]:
        return "not in the area that is named with it"
    if other.rank[4] > best.rank[4]:
        return "seldom meant by this name"
    if other.cost < best.cost:
        return "not the place that the text has named so"
    return f"farther from the places around it ({other.cost:.0f} km)"


def kilometres(one: Place, other: Place) -> float:
    """Distance between two places, good to a few percent; enough to tell near from far."""
    return distance((one.lon, one.lat), (other.lon, other.lat))


def distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Kilometres between two (lon, lat) on a plane that touches the globe at their mean latitude."""
    east = (one[0] - other[0]) * math.cos(math.radians((one[1] + other[1]) / 2))
    return 111.2 * math.hypot(east, one[1] - other[1])


def focus_of(places: Sequence[Place], region: Mapping[str, float]) -> tuple[float, float] | None:
    """Middle (lon, lat) of the places inside ``region`` (west, south, east, north) that are not broad."""
    inside = [
        place
        for place in places
        if place.kind not in _BROAD
        and region["west"] <= place.lon <= region["east"]
        and region["south"] <= place.lat <= region["north"]
    ]
    if not inside:
        return None
    return sum(place.lon for place in inside) / len(inside), sum(place.lat for place in inside) / len(inside)
