"""How many were killed and wounded: each toll of a sentence belongs to one event of it, or to none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.merging import Draft
from extract.reading import PlacedMention, Sentence
from extract.records import Event
from extract.tolls import Toll

COSTS_LIVES = frozenset(
    {"armed_clash", "shelling", "air_strike", "explosion", "violence_against_civilians", "ceasefire_violation"}
)
"""Types that kill and wound. A truce, a visit or a change of control has no toll, whatever its sentence counts."""
_OUTCOMES = ("killed", "wounded")


def with_victims(drafts: Sequence[Draft], tolls: Sequence[Toll], sentence: Sentence) -> list[Draft]:
    """The drafts of one sentence, each with the tolls that are its own.

    A toll belongs to the nearest event that costs lives, one of its own clause first. Where that event has several
    places, or the toll stands beside a place that is none of them, it belongs to nobody.
    """
    owned: dict[int, list[Toll]] = {}
    for toll in tolls:
        owner = _owner(toll, tolls, drafts, sentence)
        if owner is not None:
            owned.setdefault(owner, []).append(toll)
    return [replace(draft, event=_counted(draft.event, owned.get(n, ()))) for n, draft in enumerate(drafts)]


def _owner(toll: Toll, tolls: Sequence[Toll], drafts: Sequence[Draft], sentence: Sentence) -> int | None:
    """The number of the draft that a toll belongs to."""
    at = sentence.covered(toll.start, toll.end)
    able = [n for n, draft in enumerate(drafts) if draft.event.event_type in COSTS_LIVES]
    if at is None or not able:
        return None
    rivals = [other for other in tolls if other.outcome == toll.outcome and other.civilians == toll.civilians]
    beside = _places_of(rivals, sentence).get(toll.start)
    here = [n for n in able if beside is not None and drafts[n].event.place_id == beside.mention.place_id]
    if beside is not None and not here and (len(rivals) > 1 or len({d.event.place_id for d in drafts}) > 1):
        return None
    if here and not _is_told_apart(toll, rivals, beside):
        here = []
    near = sorted(here or able, key=lambda n: _distance(at, drafts[n], sentence))
    nearest = [n for n in near if drafts[n].hit == drafts[near[0]].hit]
    return nearest[0] if len(nearest) == 1 else None


def _places_of(tolls: Sequence[Toll], sentence: Sentence) -> dict[int, PlacedMention]:
    """The place of each figure by its offset: the nearest of its clause, each place to the figure nearest to it."""
    pairs = sorted(
        (max(placed.first - at[1], at[0] - placed.last), toll.start, placed.first, placed)
        for toll in tolls
        if (at := sentence.covered(toll.start, toll.end)) is not None
        for placed in sentence.mentions
        if placed.mention.role == "literal" and sentence.clauses[placed.first] == sentence.clauses[at[0]]
    )
    found: dict[int, PlacedMention] = {}
    for _, start, _, placed in pairs:
        if start not in found and placed not in found.values():
            found[start] = placed
    return found


def _is_told_apart(toll: Toll, rivals: Sequence[Toll], beside: PlacedMention | None) -> bool:
    """Whether a figure is one place's own: the place follows it, or other places have figures of theirs."""
    return len(rivals) > 1 or (beside is not None and toll.start < beside.mention.start)


def _distance(at: tuple[int, int], draft: Draft, sentence: Sentence) -> tuple[int, int]:
    """In clauses, then in words."""
    hit = draft.hit
    clauses = abs(sentence.clauses[at[0]] - sentence.clauses[hit.first])
    return (clauses, max(at[0] - hit.last, hit.first - at[1], 0))


def _counted(event: Event, tolls: Sequence[Toll]) -> Event:
    """The event with its tolls: for each outcome the first of all people and the first of civilians."""
    changed = event
    for outcome in _OUTCOMES:
        told = [toll for toll in tolls if toll.outcome == outcome]
        everyone = next((toll for toll in told if not toll.civilians), None) or (told[0] if told else None)
        civilians = next((toll for toll in told if toll.civilians), None)
        if everyone is not None:
            changed = replace(changed, **{f"{outcome}_low": everyone.low, f"{outcome}_high": everyone.high})  # type: ignore[arg-type]
        if civilians is not None:
            changed = replace(
                changed,
                **{f"civilians_{outcome}_low": civilians.low, f"civilians_{outcome}_high": civilians.high},  # type: ignore[arg-type]
            )
    return changed
