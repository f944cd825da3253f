"""What a text tells twice is one event: the fullest telling stays, the others fill what it lacks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from extract.dates import shift
from extract.lexicon_model import EventType
from extract.reading import Sentence
from extract.records import Event
from extract.triggers import TriggerHit

_VAGUE = frozenset({"before", "focus", "none"})


@dataclass(frozen=True, slots=True)
class Draft:
    """An event as one trigger tells it."""

    event: Event
    sentence: Sentence
    hit: TriggerHit
    place_level: str
    has_own_date: bool
    """Whether its sentence gives the date."""
    actor_side: str | None = None
    """Side of the actor; ``None`` if nobody is named."""
    tellings: int = 1
    """How many times the text tells it."""

    @property
    def has_own_place(self) -> bool:
        """Whether its sentence names the place."""
        return self.place_level not in _VAGUE


def merge(
    drafts: Sequence[Draft], types: Mapping[str, EventType], within: Mapping[str, frozenset[str]]
) -> tuple[Draft, ...]:
    """The fullest draft of each event: one per type, place and time, in text order."""
    kept: list[Draft] = []
    for draft in drafts:
        number = next(
            (n for n, other in enumerate(kept) if _same(other, draft, types[draft.event.event_type], within)),
            None,
        )
        if number is None:
            kept.append(draft)
        else:
            kept[number] = _joined(kept[number], draft)
    return tuple(sorted(kept, key=_in_text))


def _in_text(draft: Draft) -> tuple[int, int, str]:
    event = draft.event
    return (event.trigger_start, event.place_start or 0, event.event_id)


def _same(one: Draft, two: Draft, event_type: EventType, within: Mapping[str, frozenset[str]]) -> bool:
    a, b = one.event, two.event
    if a.event_type != b.event_type:
        return False
    if "denied" in (a.status, b.status) and a.status != b.status:
        return True
    apart = one.sentence.number != two.sentence.number
    if event_type.kinds and apart and one.hit.trigger.entry != two.hit.trigger.entry:
        return False
    if not event_type.spreads and not event_type.once and not _retold(one, two):
        return False
    if _passing(two) and event_type.once and _sides_agree(one, two):
        return True
    return _sides_agree(one, two) and _same_place(one, two, within) and _same_time(one, two)


def _passing(draft: Draft) -> bool:
    """Whether it has neither a place nor a date of its own: what was told before, named again."""
    return not draft.has_own_place and not draft.has_own_date


def _sides_agree(one: Draft, two: Draft) -> bool:
    """Whether not one side's deed and the other's: both actors named in their own sentences, and of different sides."""
    a, b = one.actor_side, two.actor_side
    return a is None or b is None or a == b or one.sentence.number == two.sentence.number


def _retold(one: Draft, two: Draft) -> bool:
    """Whether one of two meetings, arrests, sales ... may be the other told again: it has nothing of its own."""
    if one.sentence.number == two.sentence.number:
        return True
    if one.event.actor and two.event.actor and one.event.actor != two.event.actor:
        return False
    return not (two.has_own_place or two.has_own_date) or not (one.has_own_place or one.has_own_date)


def _same_place(one: Draft, two: Draft, within: Mapping[str, frozenset[str]]) -> bool:
    a, b = one.event.place_id, two.event.place_id
    if a == b or a is None or b is None:
        return True
    nested = b in within.get(a, ()) or a in within.get(b, ())
    if nested and "region" in (one.event.place_kind, two.event.place_kind):
        return one.sentence.paragraph == two.sentence.paragraph
    if not one.has_own_place or not two.has_own_place:
        return one.sentence.paragraph == two.sentence.paragraph or nested
    return False


def _same_time(one: Draft, two: Draft) -> bool:
    a, b = one.event, two.event
    if not (one.has_own_date and two.has_own_date) and _is_vague(one, two):
        return True
    if a.date_start is None or b.date_start is None or a.date_end is None or b.date_end is None:
        if one.has_own_place and two.has_own_place and a.place_id == b.place_id:
            return not (one.has_own_date and two.has_own_date)
        return (a.date_start is None) == (b.date_start is None) or one.sentence.paragraph == two.sentence.paragraph
    slack = 0 if one.has_own_date and two.has_own_date else 1
    return a.date_start <= shift(b.date_end, slack) and b.date_start <= shift(a.date_end, slack)


def _is_vague(one: Draft, two: Draft) -> bool:
    """Whether one of the two is a passing word for what the other tells."""
    return any(d.hit.trigger.weak or d.hit.trigger.echo for d in (one, two) if not d.has_own_date)


def _fullness(draft: Draft) -> tuple[bool, bool, bool]:
    return (not draft.hit.trigger.echo, draft.has_own_place, draft.has_own_date)


def _joined(one: Draft, two: Draft) -> Draft:
    """The fuller draft, the earlier of equals, with what only the other knows."""
    best, other = (two, one) if _fullness(two) > _fullness(one) else (one, two)
    if best.event.status == "denied" != other.event.status:
        best, other = other, best
    event, more = best.event, other.event
    if not best.has_own_place and other.has_own_place:
        names: tuple[str, ...] = (
            "place_id",
            "place_name",
            "place_kind",
            "geo_precision",
            "radius_km",
            "lon",
            "lat",
            "place_start",
            "place_end",
        )
        event = replace(event, **{name: getattr(more, name) for name in names})
    if not best.has_own_date and other.has_own_date:
        names = ("date_start", "date_end", "date_precision", "date_basis", "when_start", "when_end")
        event = replace(event, **{name: getattr(more, name) for name in names})
    if event.claimed_by is None and event.status == more.status:
        event = replace(event, claimed_by=more.claimed_by)
    event = _with_toll_of(event, more)
    return replace(best, event=event, tellings=one.tellings + two.tellings)


def _with_toll_of(event: Event, more: Event) -> Event:
    """The event, with the figures of another telling where it has none: each figure whole, a low with its own high."""
    for outcome in ("killed", "wounded"):
        figures = (f"{outcome}_low", f"{outcome}_high")
        civilians = tuple(f"civilians_{name}" for name in figures)
        if getattr(event, figures[0]) is None:
            event = replace(event, **{name: getattr(more, name) for name in (*figures, *civilians)})
        elif getattr(event, civilians[0]) is None and _is_part(getattr(more, civilians[0]), getattr(event, figures[1])):
            event = replace(event, **{name: getattr(more, name) for name in civilians})
    return event


def _is_part(civilians: int | None, everyone: int | None) -> bool:
    return civilians is not None and (everyone is None or civilians <= everyone)
