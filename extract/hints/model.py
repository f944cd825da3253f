"""What a lexicon holds: event types, the words that may tell of them, and how a language says where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from extract.hints.parsing import LexiconProblem
from extract.text.patterns import Pattern, PatternIndex

RELATIONS = ("at", "near", "toward", "to", "from", "via", "of", "by", "object")


@dataclass(frozen=True, slots=True)
class EventType:
    """What is true of all events of a type, in every language."""

    id: str
    family: str
    specificity: int
    """Of two triggers on the same words, the one of the higher type counts."""
    beside: tuple[str, ...]
    """Families whose words may lie within its own and count all the same ("the war ended with a truce")."""


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
    relations: tuple[Relation, ...]
    words: Mapping[str, tuple[Pattern, ...]]
    """Classes (``@weapon``) and the engine's own lists (``_clause``, ``_joiner`` ...)."""
    trigger_index: PatternIndex
    never_index: PatternIndex
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


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All languages and event types."""

    types: Mapping[str, EventType]
    languages: Mapping[str, Language]
    version: str
    problems: tuple[LexiconProblem, ...] = field(default=())
