"""What a lexicon holds: event types, triggers, and how a language marks what is real, who speaks and where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from extract.lexicon_reader import LexiconProblem
from extract.patterns import Pattern, PatternIndex

RELATIONS = ("at", "near", "toward", "to", "from", "via", "of", "by", "object")
EFFECTS = ("unreal", "negated", "denied", "claimed")
SIDES = ("before", "after", "both", "on")
PLACES = ("any", "object", "to", "from", "none")
VOICES = ("auto", "active", "passive")
STATUSES = ("reported", "claimed", "denied")


@dataclass(frozen=True, slots=True)
class EventType:
    """What is true of all events of a type, in every language."""

    id: str
    family: str
    specificity: int
    """Of two triggers on the same words, the one of the higher type counts."""
    roads: bool
    """Whether a road is the best place for it."""
    prefers: tuple[str, ...]
    """Relations of the place to the trigger, best first."""
    countries: tuple[str, ...]
    """Relations in which a whole country can be its place."""
    contested: bool
    """Whether a party's bare statement that it happened is a claim."""
    kinds: bool
    """Whether each entry of its triggers is a kind of its own: a dismissal is no election, both change politics."""
    once: bool
    """Whether a mention with neither place nor date of its own is the event told before, wherever that was."""
    spreads: bool
    """Whether several places in a row make several events."""
    yields: tuple[str, ...]
    """Families before which its weak triggers yield; its own if the file says nothing."""
    beside: tuple[str, ...]
    """Families whose words may lie within its own and count all the same ("the war ended with a truce")."""
    fallback: str
    """Where no place is in the sentence: ``nearby`` (sentences around, region), ``focus``, ``actor`` (the actor's
    country, then as nearby) or ``none``."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """One pattern that tells of an event, with the company it needs."""

    event_type: str
    pattern: Pattern
    needs: tuple[tuple[Pattern, ...], ...] = ()
    """Of each group, at least one pattern must occur within reach."""
    bars: tuple[Pattern, ...] = ()
    reach: int | None = None
    """How many words away company may stand; ``None`` is the clause, ``-1`` the sentence."""
    weak: bool = False
    """Yields to every other trigger of its family in the sentence."""
    voice: str = "auto"
    place: str = "any"
    status: str = "reported"
    echo: bool = False
    """Tells of nothing by itself: takes the type of the event told just before (``killed``, ``the attack``)."""
    background: bool = False
    """Tells of what was before or is generally so: without a date of its own it has none."""
    entry: int = 0
    """Line on which its entry begins: words of one entry tell of one kind of thing."""
    file: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that make what stands near them unreal, negated, denied or claimed."""

    effect: str
    kind: str
    pattern: Pattern
    side: str = "before"
    reach: int | None = None
    unless: tuple[Pattern, ...] = ()
    """Patterns that, just before the cue, take its effect away."""
    spares_past: bool = False
    """Does not reach a past form (list ``past``) that stands by itself: "asked to stop and fired"."""
    source: bool = False
    """A claim only if a side or an official speaks."""
    file: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Relation:
    """How a place stands to what happened, by the words around its name or the name's ending."""

    relation: str
    before: tuple[Pattern, ...] = ()
    after: tuple[Pattern, ...] = ()
    endings: tuple[str, ...] = ()
    km: float | None = None


@dataclass(frozen=True, slots=True)
class Language:
    """Triggers and grammar of one language, compiled."""

    code: str
    triggers: tuple[Trigger, ...]
    never: tuple[tuple[str, Pattern], ...]
    """Event type and pattern: where the pattern stands, no trigger of that type counts."""
    cues: tuple[Cue, ...]
    relations: tuple[Relation, ...]
    words: Mapping[str, tuple[Pattern, ...]]
    """Classes (``@weapon``) and the engine's own lists (``_clause``, ``_joiner`` ...)."""
    trigger_index: PatternIndex
    never_index: PatternIndex
    cue_index: PatternIndex
    word_index: PatternIndex
    word_keys: tuple[str, ...]
    """Class of each pattern of ``word_index``."""
    company_index: PatternIndex
    needs: tuple[tuple[frozenset[int], ...], ...]
    """For each trigger, its groups of needed patterns by their numbers in ``company_index``."""
    bars: tuple[frozenset[int], ...]
    """For each trigger, the patterns that forbid it, likewise."""
    relation_index: PatternIndex
    relation_keys: tuple[tuple[int, str], ...]
    """For each pattern of ``relation_index``, the number of its relation and the side, ``before`` or ``after``."""
    excuses: tuple[PatternIndex, ...]
    """For each cue, its ``unless`` patterns."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All languages and event types."""

    types: Mapping[str, EventType]
    languages: Mapping[str, Language]
    version: str
    problems: tuple[LexiconProblem, ...] = field(default=())
