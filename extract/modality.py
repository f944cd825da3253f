"""Whether what a trigger tells of happened: unreal and negated triggers are refused, denials and claims marked."""

from __future__ import annotations

from dataclasses import dataclass

from extract.lexicon_model import Cue, Language
from extract.patterns import Match
from extract.reading import Sentence
from extract.triggers import TriggerHit


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the sentence makes of a trigger."""

    status: str
    """``refused``, ``denied``, ``claimed`` or ``reported``."""
    rule: str
    cue: tuple[int, int] | None = None
    """First and last word of the cue that decided."""


def judge(hit: TriggerHit, sentence: Sentence, language: Language) -> Judgement:
    """The strongest effect on a trigger: a question and unreality refuse it, then negation, denial, claim."""
    if sentence.is_question:
        return Judgement("refused", "question: the sentence asks")
    acting = [(language.cues[m.key], m) for m in sentence.cues if acts_on(language.cues[m.key], m, hit, sentence)]
    for effect, status in (("denied", "denied"), ("unreal", "refused"), ("negated", "refused"), ("claimed", "claimed")):
        for cue, match in acting:
            if cue.effect == effect and not _excused(match, sentence, language):
                words = " ".join(sentence.words(match.first, match.last))
                return Judgement(status, f"{cue.kind}: “{words}”", (match.first, match.last))
    return Judgement(hit.trigger.status, "plainly said")


def acts_on(cue: Cue, match: Match, hit: TriggerHit, sentence: Sentence) -> bool:
    """Whether a cue reaches a trigger: on the right side, near enough, in its clause unless it reaches further."""
    on_it = match.first <= hit.last and hit.first <= match.last
    if cue.side == "on" or on_it:
        return cue.side == "on" and on_it
    precedes = match.last < hit.first
    if cue.side != "both" and precedes != (cue.side == "before"):
        return False
    if cue.reach == -1:
        return True
    if (
        sentence.clauses[match.last if precedes else match.first]
        != sentence.clauses[hit.first if precedes else hit.last]
    ):
        return False
    distance = (hit.first - match.last if precedes else match.first - hit.last) - 1
    return cue.reach is None or distance <= cue.reach


def _excused(match: Match, sentence: Sentence, language: Language) -> bool:
    """Whether one of the cue's ``unless`` patterns stands within four words around it."""
    excuses = language.excuses[match.key]
    if not excuses.patterns:
        return False
    low, high = max(match.first - 4, 0), min(match.last + 5, len(sentence.tokens))
    return bool(excuses.find(sentence.tokens[low:high], sentence.tags[low:high]))
