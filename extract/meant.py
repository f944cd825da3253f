"""Whose deed it was where nobody is named: from who suffered, who tells of it, and the words themselves."""

from __future__ import annotations

from dataclasses import dataclass

from extract.lexicon_model import EventType
from extract.reading import PlacedActor, Sentence
from extract.sides import OPPONENT, side_name
from extract.triggers import TriggerHit

_SOON = 4
_SIDES = frozenset(OPPONENT)


@dataclass(frozen=True, slots=True)
class Told:
    """How a sentence tells of something whose doer it does not name."""

    hit: TriggerHit
    sentence: Sentence
    speaker: PlacedActor | None
    target: PlacedActor | None
    passive: bool
    accuses: bool


def meant(told: Told, event_type: EventType, carried: str | None) -> tuple[str | None, str]:
    """The name of who did it, and the reason; ``carried`` is who acted in the sentence before.

    Words that imply a side ("occupied", in a text of a side) weigh more than the sentence before where they stand in
    the passive, less where the subject is merely left out.
    """
    going_on = (carried, "goes on from the sentence before") if carried is not None else None
    implied = _implied(told)
    usual = implied or going_on if told.passive else going_on or implied
    return _inferred(told, event_type) or usual or (None, "nobody is named")


def _inferred(told: Told, event_type: EventType) -> tuple[str, str] | None:
    """The other side of the one that suffered, or of the one that complains of it."""
    target, speaker = told.target, told.speaker
    if target is not None and (event_type.infers or told.hit.trigger.by == "enemy") and target.hit.side in _SIDES:
        return side_name(OPPONENT[target.hit.side]), "inferred: the other side of the one that suffered"
    complains = speaker is not None and speaker.hit.side in _SIDES and _is_hostile(told)
    if speaker is not None and complains and event_type.infers and event_type.family == "violence":
        return side_name(OPPONENT[speaker.hit.side]), "inferred: the other side of the one that tells of it"
    return None


def _implied(told: Told) -> tuple[str, str] | None:
    """The side that the trigger itself implies, in the text of a side or in the mouth of one."""
    trigger, side, speaker = told.hit.trigger, told.sentence.side, told.speaker
    if not trigger.by or side is None:
        return None
    ours = speaker.hit.side if speaker is not None and speaker.hit.side in _SIDES else side
    return side_name(ours if trigger.by == "ours" else OPPONENT[ours]), f"inferred: “{trigger.by}” in a text of a side"


def _is_hostile(told: Told) -> bool:
    """Whether a speaker tells of what was done to its side: it accuses, suffered, or calls who did it the enemy."""
    hit, sentence = told.hit, told.sentence
    clause = sentence.clauses[hit.first]
    enemies = (m for m in sentence.marks.get("enemy", ()) if m.last < hit.first)
    named = any(sentence.clauses[m.last] == clause for m in enemies)
    return told.accuses or told.passive or named or _is_suffered_later(hit, sentence)


def _is_suffered_later(hit: TriggerHit, sentence: Sentence) -> bool:
    """Whether a passive verb of its clause soon follows (where the verb stands last: "with artillery was hit")."""
    reach = range(hit.last + 1, hit.last + 1 + _SOON)
    return any(
        mark.first in reach and sentence.clauses[mark.first] == sentence.clauses[hit.last]
        for mark in sentence.marks.get("passive", ())
    )
