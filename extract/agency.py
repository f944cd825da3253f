"""Who did it, to whom, and who says so: only what the grammar of the quoted clause shows."""

from __future__ import annotations

from dataclasses import dataclass

from extract.actors import is_observer
from extract.lexicon_model import EventType
from extract.modality import Judgement
from extract.patterns import Match
from extract.reading import PlacedActor, Sentence
from extract.triggers import TriggerHit

_AFTER_BY = 6
_TELLS_WITHIN = 12
_OFFICE_WITHIN = 2
_LENDS_WITHIN = 5
"""In words: how far from a noun the verb may stand that lends it its subject ("opened heavy mortar fire")."""
_OWNS_WITHIN = 2
"""In words: "Azerbaijani rocket fire" has two from the owner to the deed."""
_SUFFERS_WITHIN = 8
"""In words, from an active verb to whom it struck."""
_MUTUAL = frozenset({"truce", "diplomacy"})
"""Families of what is done together: whoever stands before "was held" took part."""
_HOSTILE = frozenset({"violence", "civilians", "territory"})
"""Families of what is never done by who watches, helps or reports."""
_BLAMED = _HOSTILE | {"access", "arms"}
"""Families in which a wrong doer is a wrong accusation: a noun that tells of the deed has no subject there."""
_AGENT_ONLY = frozenset({"explosion", "displacement"})
"""Types whose subject is what blows up or who flees, not who did it."""
_NOT_STATED = "not stated"
_SUBJECT = "subject of the verb"


@dataclass(frozen=True, slots=True)
class Agency:
    """Actor, target and speaker by name, each ``None`` if the clause does not state it, and how the actor stands."""

    actor: str | None
    target: str | None
    claimed_by: str | None
    rule: str
    side: str | None = None
    """Side of the actor."""


def agency(
    hit: TriggerHit,
    sentence: Sentence,
    judgement: Judgement,
    event_type: EventType,
    struck: frozenset[int] = frozenset(),
) -> Agency:
    """Who acts is the agent ("by X"), the subject of an active verb, the owner of a deed ("X's attack") or accused.

    Everything else stays empty: nothing is taken from other sentences, from who suffered, or from the outlet. Who
    watches, helps and reports does no violence, nobody suffers from their own side, a deed denied has no doer, and who
    fell captive took nobody. ``struck`` are the offsets of
    the event's places, whose names are then no actors.
    """
    speaker = speaker_of(judgement, sentence)
    said_by = speaker.hit.name if speaker else None
    arms = event_type.family == "arms"
    named = [a for a in sentence.actors if a is not speaker and (arms or a.hit.hint != "place")]
    named = [a for a in named if a.hit.start not in struck]
    own = [a for a in named if _same_clause(a, hit, sentence)]
    able = [a for a in own if not (event_type.family in _HOSTILE and is_observer(a.hit.actor_id))]
    doer, rule = _doer(hit, sentence, judgement, event_type, able)
    target = _target(hit, sentence, able, doer)
    if doer is not None and target is not None and doer.hit.side == target.hit.side:
        doer, rule = (doer, rule) if rule.startswith("agent") else (None, _NOT_STATED)
        target = None
    if event_type.id == "prisoners" and rule == _SUBJECT and target is None and not _is_lent(hit, sentence):
        doer, rule = None, _NOT_STATED
    actor = doer.hit.name if doer else None
    return Agency(actor, target.hit.name if target else None, said_by, rule, doer.hit.side if doer else None)


def _doer(
    hit: TriggerHit, sentence: Sentence, judgement: Judgement, event_type: EventType, actors: list[PlacedActor]
) -> tuple[PlacedActor | None, str]:
    """Who did it and in which role; ``None`` unless a role shows it."""
    family = event_type.family
    if judgement.status == "denied":
        return None, _NOT_STATED
    agent = _agent(actors, hit, sentence, family in _HOSTILE)
    if agent is not None:
        return agent, "agent of what is done"
    accused = accused_by(judgement, sentence) if event_type.contested else None
    if accused is not None and not _is_told_before(hit, judgement, accused):
        watches = family in _HOSTILE and is_observer(accused.hit.actor_id)
        return (None, _NOT_STATED) if watches else (accused, "accused of it")
    if event_type.id in _AGENT_ONLY:
        return None, _NOT_STATED
    if family in _MUTUAL:
        owners = _marked("owner", sentence)
        free = [a for a in actors if _case_word(a, sentence) not in owners]
        together = _broker(free, sentence) or _subject(free, hit, sentence)
        return (together, "takes part in it") if together else (None, _NOT_STATED)
    owner = _owner(actors, hit, sentence, event_type)
    if owner is not None:
        return owner, "owner of the deed"
    if is_passive(hit, sentence) or (family in _BLAMED and not _is_verb(hit, sentence)):
        return None, _NOT_STATED
    subject = _subject(actors, hit, sentence)
    if subject is None and family not in _BLAMED:
        subject = next((a for a in actors if a.first <= hit.last and hit.first <= a.last and not a.is_adjective), None)
    return (subject, _SUBJECT) if subject else (None, _NOT_STATED)


def _is_told_before(hit: TriggerHit, judgement: Judgement, accused: PlacedActor) -> bool:
    """Whether an accusation only follows what is told ("jailed two men on the accusation that they fought for X")."""
    return judgement.cue is not None and hit.last < judgement.cue[0] and judgement.cue[1] < accused.first


def _target(
    hit: TriggerHit, sentence: Sentence, actors: list[PlacedActor], doer: PlacedActor | None
) -> PlacedActor | None:
    """Who suffers: the subject of a passive, what follows an active verb, or stands before it in an object's case."""
    others = [a for a in actors if a is not doer and not _is_agent_after(a, sentence) and a.hit.hint != "agent"]
    before = [a for a in others if a.first <= hit.first]
    if is_passive(hit, sentence):
        return _best(before, last=True)
    if doer is None and hit.trigger.voice != "passive":
        return None
    verbs = _marked("past", sentence) | _marked("clause_end", sentence)
    after = [a for a in others if hit.first < a.first <= hit.last + _SUFFERS_WITHIN]
    after = [a for a in after if not any(hit.last + 1 < i < a.first for i in verbs)]
    oblique = _marked("oblique", sentence)
    undergoing = [a for a in before if _case_word(a, sentence) in oblique or a.hit.hint == "patient"]
    return _best([*after, *undergoing])


def _subject(actors: list[PlacedActor], hit: TriggerHit, sentence: Sentence) -> PlacedActor | None:
    """The nearest actor before an active verb, in a subject's case, with neither comma nor finite verb between them."""
    doers = [a for a in actors if a.last < hit.first and not a.is_adjective and a.hit.hint != "patient"]
    doers = [a for a in doers if _can_act(a, hit, sentence) and not _is_led(a, sentence)]
    nearest = _best(doers, last=True)
    if nearest is None:
        return None
    between = range(nearest.last + 1, hit.first)
    verbs = _marked("clause_end", sentence) | _marked("past", sentence)
    helpers = {m.first for name in ("auxiliary", "light_verb") for m in sentence.marks.get(name, ())}
    helpers |= {helper + 1 for helper in helpers}
    joined = {m.last + 1 for m in sentence.marks.get("joiner", ())}
    parted = any(i in verbs and i not in helpers for i in between) and hit.first not in joined
    if parted or _comma_between(nearest.last, hit.first, sentence):
        return None
    return _leader(nearest, doers, sentence)


def _is_led(actor: PlacedActor, sentence: Sentence) -> bool:
    """Whether "by" stands before an actor: the agent of something else ("the paper signed by X gave back ...")."""
    marks = sentence.marks.get("agent_before", ())
    return any(m.last < actor.first <= m.last + _AFTER_BY for m in marks)


def _is_verb(hit: TriggerHit, sentence: Sentence) -> bool:
    """Whether the trigger holds a finite verb, or a light one lends it its subject; a mere noun has none."""
    finite = _marked("past", sentence) | _marked("clause_end", sentence)
    helpers = [m.first for m in sentence.marks.get("auxiliary", ())]
    if any(m.first == hit.last + 1 for m in sentence.marks.get("adjunct", ())) and hit.last in finite:
        return hit.trigger.voice == "active"
    if any(i in finite for i in range(hit.first, hit.last + 1)) or hit.last + 1 in helpers:
        return True
    if _is_lent(hit, sentence):
        return True
    return hit.first - 1 in helpers and any(m.first == hit.first for m in sentence.marks.get("active", ()))


def _is_lent(hit: TriggerHit, sentence: Sentence) -> bool:
    """Whether a light verb of the clause lends its subject to the trigger ("opened fire", "holds captives")."""
    near = range(hit.first - _LENDS_WITHIN, hit.last + _LENDS_WITHIN + 1)
    lends = (m for m in sentence.marks.get("light_verb", ()) if m.first in near)
    return any(sentence.clauses[m.first] in (sentence.clauses[hit.first], sentence.clauses[hit.last]) for m in lends)


def _owner(actors: list[PlacedActor], hit: TriggerHit, sentence: Sentence, event_type: EventType) -> PlacedActor | None:
    """Whose deed a noun tells of ("Azerbaijan's offensive", "Armenian shelling").

    Where a case marks the owner, it may be who suffers (the shelling of X): only what cannot be suffered counts there.
    "The Karabakh war" is named for the land.
    """
    if event_type.family not in ("violence", "access", "movement", "arms"):
        return None
    inside = [a for a in actors if a.is_adjective and hit.first < a.first and a.last < hit.last]
    inside = [a for a in inside if a.hit.side != "karabakh"]
    if inside:
        return inside[-1]
    if hit.trigger.voice == "passive" or is_passive(hit, sentence) or _is_verb(hit, sentence):
        return None
    marked = _marked("owner", sentence)
    for actor in reversed(actors):
        last = _case_word(actor, sentence)
        if not 0 < hit.first - last <= _OWNS_WITHIN or any(
            ",;" in t.before for t in sentence.tokens[last + 1 : hit.first]
        ):
            continue
        if last in marked:
            return actor if event_type.id == "armed_clash" and hit.first == last + 1 else None
        names_land = actor.is_adjective and actor.hit.side == "karabakh"
        if not names_land and (_is_possessive(actor, sentence) or actor.is_adjective):
            return actor
    return None


def _is_possessive(actor: PlacedActor, sentence: Sentence) -> bool:
    """Whether an apostrophe follows the name ("Azerbaijan's", "the forces’")."""
    after = actor.last + 1
    return after < len(sentence.tokens) and sentence.tokens[after].before.startswith(("'", "’"))


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


def is_passive(hit: TriggerHit, sentence: Sentence) -> bool:
    """Whether what precedes the trigger suffered it."""
    if hit.trigger.voice != "auto":
        return hit.trigger.voice == "passive"
    marks = sentence.marks.get("passive", ())
    helps = any(m.first == hit.first for m in sentence.marks.get("auxiliary", ()))
    if not helps and any(m.first == hit.first for m in sentence.marks.get("active", ())):
        return False
    near = (m for m in marks if m.first <= hit.last and hit.first <= m.last + 3 and not _is_in_name(m, sentence))
    return any(sentence.clauses[m.last] in (sentence.clauses[hit.first], sentence.clauses[hit.last]) for m in near)


def _is_in_name(mark: Match, sentence: Sentence) -> bool:
    """Whether a word is but part of an actor's name ("armed" forces)."""
    return any(actor.first <= mark.first and mark.last <= actor.last for actor in sentence.actors)


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


def _agent(actors: list[PlacedActor], hit: TriggerHit, sentence: Sentence, is_hostile: bool) -> PlacedActor | None:
    """The actor after "by" (or before its counterpart), or in the agent's own case, that belongs to the trigger.

    A phrase ("со стороны X", "at the hands of X") may stand before what is done as well, but shows the doer of a
    hostile deed alone: a road is closed "from the side of X" by anybody.
    """
    before = sentence.marks.get("agent_before", ())
    reach = hit.last + _AFTER_BY
    others = _marked("past", sentence) - set(range(hit.first, hit.last + 1))
    for actor in actors:
        for mark in (m for m in before if m.last < actor.first <= m.last + _AFTER_BY):
            is_phrase = mark.first < mark.last
            if is_phrase and not is_hostile:
                continue
            follows = hit.first < mark.first <= reach and not any(hit.last < i < mark.first for i in others)
            if follows or (is_phrase and mark.first < hit.first):
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
    others = [other.first for other in sentence.actors if other.first > actor.last]
    return any(
        actor.last < mark.first <= actor.last + 3 and not any(first < mark.first for first in others)
        for mark in sentence.marks.get("agent_after", ())
    )


def _same_clause(actor: PlacedActor, hit: TriggerHit, sentence: Sentence) -> bool:
    return sentence.clauses[actor.first] in (sentence.clauses[hit.first], sentence.clauses[hit.last])
