"""Whether what a trigger tells of happened: unreal and negated triggers are refused, denials and claims marked."""

from __future__ import annotations

from dataclasses import dataclass

from extract.lexicon_model import Cue, EventType, Language
from extract.patterns import Match
from extract.reading import Sentence
from extract.triggers import TriggerHit

_EFFECTS = (("denied", "denied"), ("unreal", "refused"), ("negated", "refused"), ("claimed", "claimed"))
_SPEAKS_WITHIN = 7


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the sentence makes of a trigger."""

    status: str
    """``refused``, ``denied``, ``claimed`` or ``reported``."""
    rule: str
    kind: str = ""
    """Of the cue that decided."""
    cue: tuple[int, int] | None = None
    """First and last word of that cue."""


def judge(hit: TriggerHit, sentence: Sentence, language: Language, event_type: EventType) -> Judgement:
    """The strongest effect on a trigger: a question, denial, unreality or negation, then a claim.

    A mere statement ("the ministry said") makes a claim only of what the sides contest, and only if a side or an
    official makes it.
    """
    if sentence.is_question:
        return Judgement("refused", "question: the sentence asks")
    acting = [(language.cues[m.key], m) for m in sentence.cues if acts_on(language.cues[m.key], m, hit, sentence)]
    for effect, status in _EFFECTS:
        for cue, match in acting:
            if cue.effect != effect or _excused(match, sentence, language):
                continue
            if cue.spares_past and _is_past(hit, match, sentence):
                continue
            if cue.source and not (event_type.contested and party_speaks(match, sentence)):
                continue
            words = " ".join(sentence.words(match.first, match.last))
            return Judgement(status, f"{cue.kind}: “{words}”", cue.kind, (match.first, match.last))
    return Judgement(hit.trigger.status, "plainly said")


def acts_on(cue: Cue, match: Match, hit: TriggerHit, sentence: Sentence) -> bool:
    """Whether a cue reaches a trigger: on the right side, near enough, in its clause unless it reaches further."""
    if match.first <= hit.last and hit.first <= match.last:
        inside_gap = hit.first < match.first and match.last < hit.last
        if cue.side == "on":
            return not _is_spelled(match, hit, sentence)
        return inside_gap and (
            cue.effect == "claimed" or (cue.effect == "negated" and not _is_spelled(match, hit, sentence))
        )
    if cue.side == "on":
        return False
    precedes = match.last < hit.first
    if cue.side != "both" and precedes != (cue.side == "before"):
        return False
    if cue.reach == -1:
        return True
    near_cue, near_hit = (match.last, hit.first) if precedes else (match.first, hit.last)
    if sentence.clauses[near_cue] != sentence.clauses[near_hit]:
        return False
    distance = (hit.first - match.last if precedes else match.first - hit.last) - 1
    return cue.reach is None or distance <= cue.reach


def _is_spelled(match: Match, hit: TriggerHit, sentence: Sentence) -> bool:
    """Whether the trigger spells out the cue's words, so that they are its own ("let nobody through")."""
    spelled = frozenset[str]().union(*(element.exact for element in hit.trigger.pattern.elements))
    return spelled.issuperset(sentence.words(match.first, match.last))


def _is_past(hit: TriggerHit, match: Match, sentence: Sentence) -> bool:
    """Whether the trigger begins with a past form that no auxiliary ties to what stands before."""
    if match.last >= hit.first - 1 or not any(m.first == hit.first for m in sentence.marks.get("past", ())):
        return False
    return not any(m.last in (hit.first - 1, hit.first - 2) for m in sentence.marks.get("auxiliary", ()))


def _excused(match: Match, sentence: Sentence, language: Language) -> bool:
    """Whether one of the cue's ``unless`` patterns stands within four words around it."""
    excuses = language.excuses[match.key]
    if not excuses.patterns:
        return False
    low, high = max(match.first - 4, 0), min(match.last + 5, len(sentence.tokens))
    return bool(excuses.find(sentence.tokens[low:high], sentence.tags[low:high]))


def party_speaks(match: Match, sentence: Sentence) -> bool:
    """Whether a side or an official stands near the verb of saying, and no agency or observer nearer."""
    neutral = _nearest(match, [(m.first, m.last) for m in sentence.marks.get("neutral", ())])
    party = _nearest(
        match,
        [(m.first, m.last) for m in sentence.marks.get("official", ())]
        + [(actor.first, actor.last) for actor in sentence.actors],
    )
    return party <= _SPEAKS_WITHIN and party < neutral


def _nearest(match: Match, spans: list[tuple[int, int]]) -> int:
    distances = [max(first - match.last, match.first - last) for first, last in spans]
    return min(distances, default=1_000)
