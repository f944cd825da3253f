"""Who did it, whom it befell, and who says so: never guessed, and empty where two sides are about as likely."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from corpus import Document
from extract.actors import ActorHit, is_observer
from extract.findings import Findings
from extract.reader.arguments import Person, Spanned, linked, person
from extract.reader.triggers import Trigger
from extract.text.patterns import PatternIndex, compile_patterns
from extract.text.wordlists import read_lists
from extract.text.words import words

HOSTILE = frozenset(
    {"armed_clash", "shelling", "air_strike", "explosion", "violence_against_civilians", "ceasefire_violation"}
)
"""Types that kill and wound: nobody commits them who watches, helps or reports; no other type has a toll."""
_MUTUAL = "armed_clash"
"""The type in which the two parties may be told in either order."""
_BESIDE = 2
"""In characters: who stands right before the speaker owns them ("Azerbaijan's ombudsman")."""
_BESIDE_TOLL = 3
"""In characters: who stands right behind the victims is whose they are ("24 civilians on the Azerbaijani side")."""
_LIKELY_BY_GRAMMAR = 0.2
_SURELY = 0.85
"""How likely a known name that is only a part of the actor's words must be to stand for them."""
_NAMELESS = 0.75
"""How likely words without a known name must be to stand as who did it."""


@dataclass(frozen=True, slots=True)
class Cast:
    """The people of an event; ``None`` for whom the text does not surely name."""

    actor: Person | None
    target: Person | None
    speaker: Person | None


def cast_of(trigger: Trigger, document: Document, findings: Findings, tuned: Mapping[str, float]) -> Cast:
    """The people that the trigger is linked to in its own sentence."""
    text, hits = document.text, findings.actors
    hostile = trigger.event_type in HOSTILE
    actor = person(trigger, "actor", text, hits, tuned["person_hostile" if hostile else "person"])
    actor = actor or _by_grammar(trigger, text, hits)
    if actor is not None and hostile:
        actor = _of_one_side(actor, trigger, hits)
    speaker = person(trigger, "claimed_by", text, hits, tuned["speaker"]) if trigger.status != "reported" else None
    target = person(trigger, "target", text, hits, tuned["person"])
    if actor is not None and hostile and not _may_be_blamed(actor, speaker, trigger, document, findings):
        actor = None
    if actor is not None and speaker is not None and 0 <= speaker.start - actor.end <= _BESIDE:
        actor = None
    if actor is not None and target is not None:
        overlap = _overlap(actor, target)
        if overlap or (actor.side is not None and actor.side == target.side):
            actor, target = (actor, None) if actor.likely >= target.likely and not overlap else (None, None)
    return Cast(actor, target, speaker)


def _by_grammar(trigger: Trigger, text: str, hits: Sequence[ActorHit]) -> Person | None:
    """The one actor that words such as "by" mark as the doer, if the network thinks it at all likely."""
    marked = [hit for hit in hits if hit.hint == "agent" and trigger.is_beside(hit.start)]
    found = linked(trigger, "actor", marked)
    if len(found) != 1 or found[0].likely < _LIKELY_BY_GRAMMAR:
        return None
    hit = found[0].candidate
    return Person(hit.start, hit.end, text[hit.start : hit.end], hit, found[0].likely)


def _of_one_side(actor: Person, trigger: Trigger, hits: Sequence[ActorHit]) -> Person:
    """The actor as the one known side that its words name, if that did it ("the army of the Republic of X")."""
    named = [hit for hit in hits if _overlap(hit, actor)]
    if actor.hit is not None or len({hit.side for hit in named}) != 1:
        return actor
    first = linked(trigger, "actor", named)[0]
    return replace(actor, hit=first.candidate) if first.likely >= _SURELY else actor


def _may_be_blamed(
    actor: Person, speaker: Person | None, trigger: Trigger, document: Document, findings: Findings
) -> bool:
    """Whether somebody can be named as the doer of violence.

    Not who watches or helps, not a capital (its name speaks for a government), not somebody of whom a side is but the
    owner, not where the sentence denies, and not where another side is about as likely.
    """
    span = findings.sentences[trigger.sentence]
    if trigger.status == "denied" or denies(document.text[span.start : span.end], document.language):
        return False
    if any(m.kind == "city" and _overlap(m, actor) for m in findings.mentions):
        return False
    if actor.hit is None:
        named = any(_overlap(hit, actor) for hit in findings.actors)
        return not named and actor.likely >= _NAMELESS
    if is_observer(actor.hit.actor_id) or any(_owns(actor, hit) for hit in findings.actors):
        return False
    if actor.hit.hint != "agent" and any(0 <= actor.start - toll.end <= _BESIDE_TOLL for toll in findings.tolls):
        return False
    silent = [hit for hit in findings.actors if speaker is None or not _overlap(hit, speaker)]
    return trigger.event_type == _MUTUAL or _other_side(trigger, actor, silent) <= actor.likely / 2


def _overlap(one: Spanned, two: Spanned) -> bool:
    return one.start < two.end and two.start < one.end


def _owns(actor: Person, hit: ActorHit) -> bool:
    """Whether the actor stands right beside a body that only watches: Azerbaijan's ombudsman is not Azerbaijan."""
    apart = min(abs(hit.start - actor.end), abs(actor.start - hit.end))
    return is_observer(hit.actor_id) and apart <= 1


def _other_side(trigger: Trigger, actor: Person, hits: Sequence[ActorHit]) -> float:
    """How likely the likeliest known actor of another side did it."""
    found = linked(trigger, "actor", [hit for hit in hits if hit.side != actor.side])
    return max((each.likely for each in found), default=0.0)


@cache
def _denials(language: str) -> PatternIndex:
    written = read_lists("denials.yaml").get(language, {}).get("words", ())
    return PatternIndex(pattern for source in written for pattern in compile_patterns(source))


def denies(sentence: str, language: str) -> bool:
    """Whether a word of the sentence denies (``lexicon/denials.yaml``)."""
    tokens = words(sentence)
    return bool(_denials(language).find(tokens, [frozenset()] * len(tokens)))
