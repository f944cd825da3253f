"""Who did it, to whom, and who says so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extract.reading import PlacedActor, Sentence
from extract.triggers import TriggerHit

_NEAR_BY = 6


@dataclass(frozen=True, slots=True)
class Agency:
    """Actor and target by name, each ``None`` if unsaid, and how they were found."""

    actor: str | None
    target: str | None
    rule: str


def agency(hit: TriggerHit, sentence: Sentence, speaker: PlacedActor | None, carried: str | None) -> Agency:
    """The one who acts stands before an active trigger or after "by"; the one acted on after it, or before a passive."""
    passive = is_passive(hit, sentence)
    acting = [actor for actor in sentence.actors if actor is not speaker]
    own = [a for a in acting if _same_clause(a, hit, sentence)] or acting
    agent = _agent(own, hit, sentence)
    before = [a for a in own if a.last < hit.first and a is not agent]
    inside = [a for a in own if a.first <= hit.last and hit.first <= a.last]
    after = [a for a in own if a.first > hit.last and a is not agent]
    if passive:
        target = before[-1] if before else (after[0] if after else None)
        return _named(agent, target, "passive: done by the one named after “by”", None)
    actor = agent or (before[-1] if before else None) or (inside[0] if inside else None)
    if actor is None and speaker is not None and not own:
        actor = None
    target = after[0] if after else None
    if actor is None and carried is not None and not after:
        return Agency(carried, None, "goes on from the sentence before")
    return _named(actor, target, "stands before what is done" if actor else "nobody is named before it", None)


def is_passive(hit: TriggerHit, sentence: Sentence) -> bool:
    """Whether what precedes the trigger suffered it."""
    if hit.trigger.voice != "auto":
        return hit.trigger.voice == "passive"
    return any(m.last < hit.first <= m.last + 3 for m in sentence.marks.get("passive", ()))


def speaker(cue: tuple[int, int] | None, sentence: Sentence) -> PlacedActor | None:
    """The actor that stands nearest to the claim's cue, before it rather than after."""
    if cue is None or not sentence.actors:
        return None
    clause = sentence.clauses[cue[0]]

    def rank(actor: PlacedActor) -> tuple[bool, int, bool]:
        before = actor.last < cue[0]
        distance = cue[0] - actor.last if before else actor.first - cue[1]
        return (sentence.clauses[actor.first] != clause, distance if before else distance + 2, before)

    best = min(sentence.actors, key=rank)
    return best if rank(best)[1] <= 12 else None


def _agent(actors: Sequence[PlacedActor], hit: TriggerHit, sentence: Sentence) -> PlacedActor | None:
    for actor in actors:
        for mark in sentence.marks.get("agent_before", ()):
            if mark.last < actor.first <= mark.last + 4 and 0 < mark.first - hit.last <= _NEAR_BY:
                return actor
        for mark in sentence.marks.get("agent_after", ()):
            if actor.last < mark.first <= actor.last + 3:
                return actor
    return None


def _same_clause(actor: PlacedActor, hit: TriggerHit, sentence: Sentence) -> bool:
    return sentence.clauses[actor.first] in (sentence.clauses[hit.first], sentence.clauses[hit.last])


def _named(actor: PlacedActor | None, target: PlacedActor | None, rule: str, carried: str | None) -> Agency:
    return Agency(actor.hit.name if actor else carried, target.hit.name if target else None, rule)
