"""What a changed gazetteer changes in a corpus: what appears, moves and vanishes."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Impact(Generic[T]):
    """The difference between two readings of one corpus."""

    added: tuple[T, ...] = ()
    moved: tuple[tuple[T, T], ...] = ()
    """Before and after: the same thing at another place."""
    lost: tuple[T, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Nothing has changed."""
        return not (self.added or self.moved or self.lost)


class Located(Protocol):
    """What every row of ``mentions.parquet`` and ``events.parquet`` has."""

    @property
    def doc_id(self) -> str:
        """Document."""

    @property
    def place_id(self) -> str | None:
        """Place, or ``None`` if unplaced."""

    @property
    def lon(self) -> float | None:
        """WGS 84 degrees."""

    @property
    def lat(self) -> float | None:
        """WGS 84 degrees."""


class MentionRow(Located, Protocol):
    """A row of ``mentions.parquet``."""

    @property
    def start(self) -> int:
        """First offset."""

    @property
    def end(self) -> int:
        """Offset behind the last character."""


class EventRow(Located, Protocol):
    """A row of ``events.parquet``."""

    @property
    def event_type(self) -> str:
        """What happened."""

    @property
    def trigger_start(self) -> int:
        """Where the word stands that says so."""


M = TypeVar("M", bound=MentionRow)
E = TypeVar("E", bound=EventRow)


def mention_impact(before: Iterable[M], after: Iterable[M]) -> Impact[M]:
    """Mentions are the same if they begin at one offset of one document."""
    return compare(before, after, lambda row: (row.doc_id, row.start), _where)


def event_impact(before: Iterable[E], after: Iterable[E]) -> Impact[E]:
    """Events are the same if one word of one document says the same type; an event at several places is several."""
    return compare(before, after, lambda row: (row.doc_id, row.event_type, row.trigger_start), _where)


def compare(
    before: Iterable[T], after: Iterable[T], key: Callable[[T], Hashable], where: Callable[[T], Hashable]
) -> Impact[T]:
    """Compare two lists of facts.

    Args:
        before: In any order.
        after: In any order.
        key: What makes two facts the same fact.
        where: Where a fact is.

    Returns:
        Facts whose key is new, gone, or at another place; each in the order of its list. Where several facts share
        a key, those that stay in their place are set aside first and the others paired in order.

    """
    olds, news = _by_key(before, key), _by_key(after, key)
    added: list[T] = []
    moved: list[tuple[T, T]] = []
    lost: list[T] = []
    for fact in dict.fromkeys((*olds, *news)):
        left, right = _without_equals(olds.get(fact, []), news.get(fact, []), where)
        pairs = min(len(left), len(right))
        moved += zip(left[:pairs], right[:pairs], strict=True)
        lost += left[pairs:]
        added += right[pairs:]
    return Impact(tuple(added), tuple(moved), tuple(lost))


def _by_key(facts: Iterable[T], key: Callable[[T], Hashable]) -> dict[Hashable, list[T]]:
    found: dict[Hashable, list[T]] = {}
    for fact in facts:
        found.setdefault(key(fact), []).append(fact)
    return found


def _without_equals(left: list[T], right: list[T], where: Callable[[T], Hashable]) -> tuple[list[T], list[T]]:
    remaining = list(right)
    changed = []
    for fact in left:
        same = next((other for other in remaining if where(other) == where(fact)), None)
        if same is None:
            changed.append(fact)
        else:
            remaining.remove(same)
    return changed, remaining


def _where(row: Located) -> Hashable:
    return row.place_id, row.lon, row.lat
