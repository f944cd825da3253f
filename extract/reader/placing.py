"""Where a trigger's event happened: the mentions that it is linked to, and how they stand there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from corpus import Document
from extract.findings import Findings, inside
from extract.places.relations import relation_words
from extract.places.standing import Stand, stands
from extract.places.unnamed import SEAT
from extract.reader.arguments import linked
from extract.reader.triggers import Trigger
from extract.records import Mention, Span

PRECISION = {
    "district": "district", "province": "region", "region": "region", "country": "country",
    "road": "route", "line": "route",
}  # fmt: skip
_MOVES = frozenset({"military_movement", "humanitarian_aid", "displacement", "arms_transfer"})
"""Types that lead from one place to another."""
_ENDS = frozenset({"city", "village", "site", "bridge"})
_NEAR_KM = 5.0


@dataclass(frozen=True, slots=True)
class Where:
    """A place of an event, or none."""

    mention: Mention | None
    likely: float
    """How likely the trigger is linked to it; to none, if there is none."""
    next_best: Mention | None = None
    next_likely: float = 0.0


def places_of(
    trigger: Trigger,
    mentions: Sequence[Mention],
    within: Mapping[str, frozenset[str]],
    tuned: Mapping[str, float],
) -> list[Where]:
    """Every place that the trigger is linked to, or the likeliest alone if none is sure; else one ``Where`` of none.

    An area that only says where another of them lies ("a village in Lachin district") is left out.
    """
    talks = trigger.event_type == "diplomacy"
    found = linked(trigger, "place", [m for m in mentions if talks or m.role != SEAT])
    sure = [each for each in found if each.likely >= tuned["place"]]
    if not sure and found and found[0].likely >= tuned["place_alone"]:
        sure = found[:1]
    chosen = {each.candidate.place_id: each for each in reversed(sure)}
    around = frozenset[str]().union(*(within.get(place, frozenset()) for place in chosen))
    chosen = {place: each for place, each in chosen.items() if place not in around}
    others = [each for each in found if each.candidate.place_id not in chosen]
    runner = (others[0].candidate, others[0].likely) if others else (None, 0.0)
    if not chosen and talks and (seats := [m for m in mentions if m.role == SEAT and trigger.is_beside(m.start)]):
        return [Where(seats[0], tuned["place"], *runner)]
    if not chosen:
        return [Where(None, 1 - runner[1], *runner)]
    return [Where(each.candidate, each.likely, *runner) for each in reversed(chosen.values())]


def standing_in(document: Document, findings: Findings, span: Span) -> tuple[Stand, ...]:
    """How each place named in a sentence stands to what happened there; none in a language without such words."""
    language = relation_words(document.language)
    if language is None:
        return ()
    return stands(document.text, span, inside(findings.mentions, span.start, span.end), language)


def radius_of(mention: Mention, standing: Iterable[Stand]) -> float | None:
    """How far from the place it may have been, in km, where words such as "near" say so."""
    stand = next((s for s in standing if s.placed.mention.start == mention.start), None)
    if stand is None or mention.kind in ("road", "line") or stand.relation not in ("near", "toward"):
        return None
    return stand.km or _NEAR_KM


def line_of(trigger: Trigger, mention: Mention, standing: Iterable[Stand]) -> tuple[str, ...]:
    """The place ids of a movement from A via B to C, where the sentence names both ends; else of the road itself."""
    if trigger.event_type not in _MOVES or mention.kind in ("road", "line"):
        return mention.via
    ends: dict[str, list[str]] = {"from": [], "via": [], "to": []}
    for stand in standing:
        if stand.relation in ends and stand.placed.mention.kind in _ENDS:
            ends[stand.relation].append(stand.placed.mention.place_id)
    if not ends["from"] or not ends["to"]:
        return mention.via
    return tuple(dict.fromkeys((ends["from"][0], *ends["via"], ends["to"][-1])))
