"""What a reader keeps in mind from one sentence to the next: places, the last date, what was told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from extract.dates import DateExpression
from extract.lexicon_model import EventType
from extract.merging import Draft
from extract.reading import Sentence
from extract.records import Mention
from extract.relations import Stand
from extract.triggers import TriggerHit
from extract.unnamed import SEAT

LOOKBACK = 2
"""How many sentences back, within the paragraph, places and events are remembered."""
_LONGEST_CARRIED = 92
"""In days. A year or more is when something began or somebody lived, not when the next thing happened."""
_PLACING = frozenset({"at", "near", "toward", "to", "from", "via"})
_SETTLEMENTS = frozenset({"city", "village", "site"})
_TOO_WIDE = frozenset({"caucasus", "south-caucasus", "north-caucasus"})


class Memory:
    """The state of reading one document; `keep` is called after each sentence."""

    def __init__(self, types: Mapping[str, EventType]) -> None:
        self._types = types
        self._places: list[tuple[Sentence, tuple[Mention, ...]]] = []
        self._told: list[tuple[Sentence, str, DateExpression | None]] = []
        self._date: tuple[Sentence, DateExpression] | None = None
        self._story: dict[str, Mention] = {}
        self._settlement: Mention | None = None

    def meant_by_there(self, hit: TriggerHit, sentence: Sentence) -> Mention | None:
        """The settlement spoken of last, if the clause of a trigger says "the town" or "there"."""
        low, high = sentence.clauses[hit.first], sentence.clauses[hit.last]
        said = any(low <= sentence.clauses[mark.first] <= high for mark in sentence.marks.get("there", ()))
        return self._settlement if said else None

    def places_before(self, sentence: Sentence) -> tuple[Mention, ...]:
        """Places of the sentence before and of earlier ones in the paragraph, the nearest first."""
        near = [
            places
            for earlier, places in reversed(self._places[-LOOKBACK:])
            if earlier.paragraph == sentence.paragraph or sentence.number - earlier.number == 1
        ]
        return tuple(mention for places in near for mention in places)

    def date_before(self, sentence: Sentence) -> DateExpression | None:
        """The last date of the sentence just before, in the same paragraph; no long period, which is background."""
        if self._date is None or not _follows(sentence, self._date[0]):
            return None
        earlier = self._date[1]
        return earlier if (earlier.last - earlier.first).days <= _LONGEST_CARRIED else None

    def date_of_told(self, hit: TriggerHit, sentence: Sentence, event_type: str) -> DateExpression | None:
        """For a vague word that takes the type of an event told just before: the date of that event."""
        if hit.event_type != event_type or hit.trigger.weak or hit.trigger.echo:
            for earlier, told, date in reversed(self._told):
                if told == event_type and earlier.paragraph == sentence.paragraph and date is not None:
                    return date
        return None

    def story_place(self) -> Mention | None:
        """The settlement of all that was told so far, if it is a single one."""
        return next(iter(self._story.values())) if len(self._story) == 1 else None

    def told_of(self, hit: TriggerHit, sentence: Sentence) -> str | None:
        """The event's type: vague words mean the most exact thing told just before; an echo of nothing is nothing."""
        if not (hit.trigger.weak or hit.trigger.echo):
            return hit.event_type
        family = self._types[hit.event_type].family
        near = [
            event_type
            for earlier, event_type, _ in self._told
            if earlier.paragraph == sentence.paragraph
            and sentence.number - earlier.number <= LOOKBACK
            and self._types[event_type].family == family
        ]
        if near:
            return max(reversed(near), key=lambda event_type: self._types[event_type].specificity)
        return None if hit.trigger.echo else hit.event_type

    def tell(self, hit: TriggerHit, sentence: Sentence, event_type: str, date: DateExpression | None) -> None:
        """Remember an event."""
        if not (hit.trigger.weak or hit.trigger.echo):
            self._told = [*self._told[-8:], (sentence, event_type, date)]

    def keep(
        self, sentence: Sentence, standing: Sequence[Stand], drafts: Sequence[Draft], dates: Sequence[DateExpression]
    ) -> None:
        """Remember what a sentence, now read, leaves behind."""
        spoken_of = _spoken_of(standing, drafts)
        self._places = [*self._places[-LOOKBACK:], (sentence, spoken_of)]
        # The last one named: datelines and frames come first.
        literal = [stand.placed.mention for stand in standing if stand.placed.mention.role == "literal"][::-1]
        self._settlement = next((m for m in (*spoken_of, *literal) if m.kind in _SETTLEMENTS), self._settlement)
        if dates:
            self._date = (sentence, dates[-1])
        told = {draft.event.place_id for draft in drafts if draft.has_own_place}
        self._story |= {m.place_id: m for m in spoken_of if m.place_id in told and m.kind in _SETTLEMENTS}


def focus(mentions: Sequence[Mention], home: Mention | None, within: Mapping[str, frozenset[str]]) -> Mention | None:
    """The region named most often, the first of equals; else the home region if a place of it is named."""
    regions = [m for m in mentions if m.kind == "region" and m.place_id not in _TOO_WIDE]
    counts = Counter(mention.place_id for mention in regions)
    named = max(regions, key=lambda m: (counts[m.place_id], -m.start), default=None)
    if named is not None or home is None:
        return named
    return home if any(home.place_id in within.get(m.place_id, ()) for m in mentions) else None


def _follows(sentence: Sentence, earlier: Sentence) -> bool:
    return earlier.paragraph == sentence.paragraph and sentence.number - earlier.number == 1


def _spoken_of(standing: Sequence[Stand], drafts: Sequence[Draft]) -> tuple[Mention, ...]:
    """The places that the next sentence may go on about: those of this one's events, then those it puts things in."""
    placed = {draft.event.place_start for draft in drafts if draft.place_level in ("clause", "sentence")}
    where = [stand for stand in standing if not stand.frames and stand.placed.mention.role != SEAT]
    of_events = [stand.placed.mention for stand in where if stand.placed.mention.start in placed]
    others = [s.placed.mention for s in where if s.relation in _PLACING and s.placed.mention.kind != "country"]
    return tuple(dict.fromkeys((*of_events, *others)))
