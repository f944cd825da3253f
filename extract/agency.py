"""Who did it, to whom, and who says so."""

from __future__ import annotations

from dataclasses import dataclass

from extract.lexicon_model import EventType
from extract.meant import Told, meant
from extract.modality import Judgement
from extract.reading import PlacedActor, Sentence
from extract.triggers import TriggerHit

_AFTER_BY = 6
_TELLS_WITHIN = 12
_OFFICE_WITHIN = 2
_MUTUAL = frozenset({"truce", "diplomacy"})
"""Families of what is done together: whoever stands before "was held" took part."""


@dataclass(frozen=True, slots=True)
class Agency:
    """Actor, target and speaker by name, each ``None`` if unsaid, and how the actor was found."""

    actor: str | None
    target: str | None
    claimed_by: str | None
    rule: str
    side: str | None = None
    """Side of an actor that the sentence itself names."""


def agency(
    hit: TriggerHit,
    sentence: Sentence,
    judgement: Judgement,
    event_type: EventType,
    carried: str | None,
    struck: frozenset[int] = frozenset(),
) -> Agency:
    """Who acts stands before an active trigger or after "by"; who suffers after it, or before a passive.

    ``carried`` is the actor of the sentence before, taken over if this one names nobody but who suffers; ``struck`` the
    offsets of the event's places, whose names are then no actors.
    """
    speaker = speaker_of(judgement, sentence)
    accused = accused_by(judgement, sentence)
    arms = event_type.family == "arms"
    others = [a for a in sentence.actors if a is not speaker and a is not accused and (arms or a.hit.hint != "place")]
    others = [a for a in others if a.hit.start not in struck]
    near = [a for a in others if _same_clause(a, hit, sentence)]
    own = near or others
    agent = _agent(own, hit, sentence)
    if agent is None and event_type.family in _MUTUAL:
        agent = _broker(own, sentence)
    opening = hit.first + (hit.last - hit.first) // 2
    before = [a for a in own if a.first <= hit.first or a.last <= opening]
    before = [a for a in before if a is not agent and a.hit.hint != "patient"]
    doers = [a for a in before if _can_act(a, hit, sentence)]
    within = [a for a in own if a.first <= hit.last and hit.first <= a.last and a not in before]
    after = [a for a in own if a.first > hit.last and a is not agent]
    said_by = speaker.hit.name if speaker else None
    if is_passive(hit, sentence) and event_type.family not in _MUTUAL:
        target = (_best(before, last=True) or _best(within, last=True) or _best(after)) if near else None
        doer, rule = agent or accused or _owner(before, hit, sentence), "named after “by” or accused"
        target = None if target is doer else target
    else:
        nearest = _leader(_best(doers, last=True), doers, sentence)
        doer, rule = agent or accused or nearest, "stands before what is done"
        if doer is None and within and not after:
            doer, rule = within[0], "stands in what is done"
        undergoing = [a for a in before if a not in doers]
        target = _best([a for a in (*within, *after, *undergoing) if a is not doer])
        if doer is None and speaker is not None and judgement.kind != "accusation" and _of_itself(hit, sentence):
            doer, rule = speaker, "the one who tells of it"
    if doer is not None:
        side = None if doer is speaker or doer.is_adjective else doer.hit.side
        return Agency(doer.hit.name, target.hit.name if target else None, said_by, rule, side)
    suffered = target.hit.name if target else None
    passive = is_passive(hit, sentence)
    told = Told(hit, sentence, speaker, target, passive, judgement.kind == "accusation")
    name, rule = meant(told, event_type, carried if carried != suffered else None)
    return Agency(name, suffered, said_by, rule)


def _can_act(actor: PlacedActor, hit: TriggerHit, sentence: Sentence) -> bool:
    """Whether the actor's case lets it be the subject; an owner acts in a noun or participle ("X's attack") alone."""
    last = _case_word(actor, sentence)
    if last in _marked("oblique", sentence) or _is_agent_itself(actor, sentence):
        return False
    if last not in _marked("owner", sentence):
        return True
    if hit.first == last + 1:
        return True
    verbs = _marked("clause_end", sentence)
    close = hit.first - last <= 2 and _same_clause(actor, hit, sentence)
    return hit.last not in verbs and (hit.last + 1 not in verbs or close)


def _owner(actors: list[PlacedActor], hit: TriggerHit, sentence: Sentence) -> PlacedActor | None:
    """Whose fire it is ("under X's fire"), where the trigger is by its nature suffered."""
    owners = _marked("owner", sentence) if hit.trigger.voice == "passive" else frozenset()
    return next((a for a in actors if a.last in owners and a.last + 1 == hit.first), None)


def _case_word(actor: PlacedActor, sentence: Sentence) -> int:
    """The word that bears the case: the actor's last, or that of the forces it owns ("the army's units")."""
    last, owners = actor.last, _marked("owner", sentence)
    while (
        last in owners
        and last + 1 < len(sentence.tokens)
        and (last + 1 in owners or "force" in sentence.tags[last + 1])
    ):
        last += 1
    return last


def _marked(name: str, sentence: Sentence) -> frozenset[int]:
    return frozenset(mark.last for mark in sentence.marks.get(name, ()))


def _of_itself(hit: TriggerHit, sentence: Sentence) -> bool:
    """Whether the subject is a pronoun, so that the speaker may mean itself ("said that it had seized")."""
    return any(hit.first - 4 <= m.first < hit.first for m in sentence.marks.get("pronoun", ()))


def is_passive(hit: TriggerHit, sentence: Sentence) -> bool:
    """Whether what precedes the trigger suffered it."""
    if hit.trigger.voice != "auto":
        return hit.trigger.voice == "passive"
    marks = sentence.marks.get("passive", ())
    helps = any(m.first == hit.first for m in sentence.marks.get("auxiliary", ()))
    if not helps and any(m.first == hit.first for m in sentence.marks.get("active", ())):
        return False
    near = (m for m in marks if m.first <= hit.last and hit.first <= m.last + 3)
    return any(sentence.clauses[m.last] in (sentence.clauses[hit.first], sentence.clauses[hit.last]) for m in near)


def _leader(actor: PlacedActor | None, actors: list[PlacedActor], sentence: Sentence) -> PlacedActor | None:
    """The first of actors joined by "and" (India and Armenia signed)."""
    loose = {i for name in ("joiner", "skip") for m in sentence.marks.get(name, ()) for i in range(m.first, m.last + 1)}
    for earlier in reversed(actors):
        if actor is None or earlier.first >= actor.first:
            continue
        between = range(earlier.last + 1, actor.first)
        if not between or not all(i in loose for i in between):
            break
        actor = earlier
    return actor


def _best(actors: list[PlacedActor], last: bool = False) -> PlacedActor | None:
    """The nearest actor, one named in full before one named by an adjective."""
    ordered = actors[::-1] if last else actors
    return next((a for a in ordered if not a.is_adjective), ordered[0] if ordered else None)


def speaker_of(judgement: Judgement, sentence: Sentence) -> PlacedActor | None:
    """The actor nearest to the verb of claiming, before it rather than after, unless a comma precedes (", said X")."""
    cue = judgement.cue
    if cue is None or judgement.kind == "hedge" or judgement.status not in ("claimed", "denied"):
        return None

    closing = "," in sentence.tokens[cue[0]].before

    def rank(actor: PlacedActor) -> tuple[bool, int]:
        before = actor.last < cue[0]
        return (actor.is_adjective, cue[0] - actor.last if before else actor.first - cue[1] + 2 * (not closing))

    accusing = judgement.kind == "accusation"
    silent = _marked("oblique", sentence) | _marked("enemy", sentence)
    near = [a for a in sentence.actors if rank(a)[1] <= _TELLS_WITHIN and (a.last < cue[0] or not accusing)]
    near = [a for a in near if a.last not in silent and not _is_agent_after(a, sentence)]
    near = [a for a in near if not (a.first > cue[1] and _comma_between(cue[1], a.first, sentence))]
    owners = _marked("owner", sentence)
    near = [a for a in near if a.last not in owners or _case_word(a, sentence) + 1 >= cue[0]]
    if any(0 < cue[0] - mark.last <= _OFFICE_WITHIN for mark in sentence.marks.get("official", ())):
        near = [a for a in near if a.last < cue[0]]
    return min(near, key=rank, default=None)


def _comma_between(first: int, last: int, sentence: Sentence) -> bool:
    """Whether what is told begins between two words ("as they say, the other side attacked")."""
    return any("," in token.before for token in sentence.tokens[first + 1 : last + 1])


def accused_by(judgement: Judgement, sentence: Sentence) -> PlacedActor | None:
    """Whom an accusation names: the first actor after it, else one in an oblique case before it."""
    cue = judgement.cue
    if cue is None or judgement.kind != "accusation":
        return None
    oblique = _marked("oblique", sentence)
    before = [a for a in sentence.actors if a.last in oblique and 0 < cue[0] - a.last <= _TELLS_WITHIN]
    after = (a for a in sentence.actors if 0 < a.first - cue[1] <= _AFTER_BY)
    return next(after, before[-1] if before else None)


def _broker(actors: list[PlacedActor], sentence: Sentence) -> PlacedActor | None:
    """Who stands nearest to a word of brokering, within four words."""
    near = [
        (max(actor.first - mark.last, mark.first - actor.last), actor.first, actor)
        for actor in actors
        for mark in sentence.marks.get("broker", ())
    ]
    best = min(near, default=None, key=lambda each: each[:2])
    return best[2] if best and best[0] <= 4 else None


def _agent(actors: list[PlacedActor], hit: TriggerHit, sentence: Sentence) -> PlacedActor | None:
    """The actor after "by" (or before its counterpart), or in the agent's own case, that belongs to the trigger."""
    before = sentence.marks.get("agent_before", ())
    reach = hit.last + _AFTER_BY
    for actor in actors:
        if any(hit.first < m.first <= reach and m.last < actor.first <= m.last + _AFTER_BY for m in before):
            return actor
        if _is_agent_after(actor, sentence) or _is_agent_itself(actor, sentence):
            return actor
    return None


def _is_agent_itself(actor: PlacedActor, sentence: Sentence) -> bool:
    """Whether the actor's own form says that it did it ("обстреляны войсками"), no preposition taking that case."""
    if not _marked("oblique", sentence).isdisjoint(range(actor.first, actor.last + 1)):
        return False
    return any(actor.first <= mark.last <= actor.last for mark in sentence.marks.get("agent_on", ()))


def _is_agent_after(actor: PlacedActor, sentence: Sentence) -> bool:
    return any(actor.last < mark.first <= actor.last + 3 for mark in sentence.marks.get("agent_after", ()))


def _same_clause(actor: PlacedActor, hit: TriggerHit, sentence: Sentence) -> bool:
    return sentence.clauses[actor.first] in (sentence.clauses[hit.first], sentence.clauses[hit.last])
