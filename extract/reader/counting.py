"""How many were killed and wounded: each toll belongs to one event, or to none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import inf
from typing import Any

from extract.findings import Findings
from extract.places.unnamed import SEAT
from extract.reader.arguments import linked
from extract.reader.heads import ROLES
from extract.reader.people import HOSTILE
from extract.reader.placing import Where
from extract.reader.triggers import Trigger
from extract.records import Mention
from extract.tolls import Toll

_SEVERAL = 2
_LEAST_BESIDE_TOLL = 0.3
Told = tuple[Trigger, Mention | None]
"""A trigger at one of its places."""


def owners(told: Sequence[Told], findings: Findings, tuned: Mapping[str, float]) -> dict[Toll, int]:
    """For each toll the number of what is told that it is linked to most.

    Where a trigger has several places, each of several tolls goes to the place that stands with it ("two died in
    Yerevan, three in Gyumri"); a single one belongs to none of them, for the text does not say which.
    """
    linked_to: dict[int, list[Toll]] = {}
    for toll in findings.tolls:
        scores = [
            (likely, -number)
            for number, (trigger, _) in enumerate(told)
            if trigger.event_type in HOSTILE and (likely := _likely(trigger, toll)) >= tuned["toll"]
        ]
        if scores:
            linked_to.setdefault(-max(scores)[1], []).append(toll)
    found: dict[Toll, int] = {}
    for first, tolls in linked_to.items():
        same = [number for number, (trigger, _) in enumerate(told) if trigger is told[first][0]]
        if len(same) == 1:
            found |= dict.fromkeys(tolls, first)
        else:
            found |= _shared_out(tolls, same, told, findings.mentions)
    return found


def _shared_out(
    tolls: Sequence[Toll], same: Sequence[int], told: Sequence[Told], mentions: Sequence[Mention]
) -> dict[Toll, int]:
    """Tolls of one kind by the places in a row, else each by the nearest; one alone of its kind goes with another."""
    found: dict[Toll, int] = {}
    kinds = {(toll.outcome, toll.civilians) for toll in tolls}
    for kind in sorted(kinds):
        rivals = [toll for toll in tolls if (toll.outcome, toll.civilians) == kind]
        if len(rivals) == len(same):
            ordered = sorted(same, key=lambda number: _start(told[number][1]))
            found |= dict(zip(rivals, ordered, strict=True))
        elif len(rivals) > 1:
            found |= {toll: _nearest(toll, same, told, mentions) for toll in rivals}
    for toll in tolls:
        if toll not in found and found:
            found[toll] = found[min(found, key=lambda other: abs(other.start - toll.start))]
    return found


def _nearest(toll: Toll, same: Sequence[int], told: Sequence[Told], mentions: Sequence[Mention]) -> int:
    return min(same, key=lambda number: _distance_of_place(told[number][1], toll, mentions))


def _start(place: Mention | None) -> int:
    return place.start if place is not None else 0


def places_of_tolls(
    trigger: Trigger, chosen: Sequence[Where], findings: Findings, tuned: Mapping[str, float]
) -> list[Where]:
    """Further places of a trigger: those beside one of its several tolls, if it is linked to them at all."""
    own = [toll for toll in findings.tolls if trigger.event_type in HOSTILE and _likely(trigger, toll) >= tuned["toll"]]
    beside = [_beside(toll, findings.mentions, trigger) for toll in own]
    places = {mention.place_id: mention for mention in beside if mention is not None}
    if len(places) < _SEVERAL or any(where.mention is None for where in chosen):
        return []
    known = {where.mention.place_id for where in chosen if where.mention is not None}
    found = linked(trigger, "place", [mention for place, mention in places.items() if place not in known])
    return [Where(each.candidate, each.likely) for each in found if each.likely >= _LEAST_BESIDE_TOLL]


def _beside(toll: Toll, mentions: Sequence[Mention], trigger: Trigger) -> Mention | None:
    """The place named nearest to a toll in the trigger's sentence."""
    inside = [m for m in mentions if trigger.is_beside(m.start) and m.role != SEAT]
    return min(inside, key=lambda mention: _distance(mention, toll), default=None)


def _likely(trigger: Trigger, toll: Toll) -> float:
    """How likely the likeliest piece of a toll is linked to the trigger: "killing" in it counts no one."""
    likely = trigger.links[ROLES.index(toll.outcome)]
    pieces = enumerate(trigger.window.pieces)
    own = [float(likely[i]) for i, p in pieces if p.sentence >= 0 and p.start < toll.end and toll.start < p.end]
    return max(own, default=0.0)


def _distance_of_place(place: Mention | None, toll: Toll, mentions: Sequence[Mention]) -> float:
    """How far the nearest mention of a place stands from a toll."""
    named = [m for m in mentions if place is not None and m.place_id == place.place_id]
    return min((_distance(m, toll) for m in named), default=inf)


def _distance(mention: Mention, toll: Toll) -> float:
    return max(mention.start - toll.end, toll.start - mention.end)


def figures(tolls: Sequence[Toll]) -> dict[str, Any]:
    """Low and high of each outcome, of all people and of civilians: each from one toll."""
    found: dict[str, Any] = {}
    for outcome in ("killed", "wounded"):
        own = [toll for toll in tolls if toll.outcome == outcome]
        everyone = next((toll for toll in own if not toll.civilians), own[0] if own else None)
        civilians = next((toll for toll in own if toll.civilians), None)
        for name, toll in ((outcome, everyone), (f"civilians_{outcome}", civilians)):
            if toll is not None:
                found[f"{name}_low"], found[f"{name}_high"] = toll.low, toll.high
    return found
