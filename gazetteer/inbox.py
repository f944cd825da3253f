"""Names that texts use for places and the gazetteer does not know, those worth adding first."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from gazetteer.draft import draft_block, draft_by_hand
from gazetteer.fold import fold
from gazetteer.gazetteer import Gazetteer
from gazetteer.grammars import grammars
from gazetteer.inflection import script_of
from gazetteer.suggest import Suggestion, nearest_names

_HALF = 60
"""Characters between a name and an event word at which it counts half of what it counts beside it."""
_APART = 0.05
"""What a name counts that stands in a text without any event word."""
_SHORTEST_STEM = 4


class UnknownName(Protocol):
    """A row of ``unresolved.parquet``."""

    @property
    def doc_id(self) -> str:
        """Document."""

    @property
    def start(self) -> int:
        """First offset."""

    @property
    def end(self) -> int:
        """Offset behind the last character."""

    @property
    def text(self) -> str:
        """The name as it stands."""

    @property
    def sentence(self) -> str:
        """The sentence that it stands in."""


@dataclass(frozen=True, slots=True)
class InboxEntry:
    """An unknown name, with what a contributor needs to decide on it."""

    name: str
    """Its shortest form."""
    forms: tuple[str, ...]
    count: int
    documents: int
    weight: float
    """The sum over its occurrences: 1 beside an event word, a half at 60 characters from it, and so on."""
    sentences: tuple[str, ...]
    """Up to three."""
    nearest: tuple[Suggestion, ...]
    block: str
    """Ready to paste, with coordinates to fill in."""


def inbox(
    unknown: Iterable[UnknownName],
    triggers: Mapping[str, Sequence[int]],
    gazetteer: Gazetteer,
    limit: int = 50,
) -> tuple[InboxEntry, ...]:
    """Rank unknown names by how often, and how near to event words, they stand.

    Args:
        unknown: Occurrences, in any order.
        triggers: For each document the offsets of its event words.
        gazetteer: Where to look for similar names.
        limit: At most so many entries.

    Returns:
        Rank is ``(-weight, -documents, name)``; grammatical forms of a name are one entry.

    """
    placed = {document: sorted(offsets) for document, offsets in triggers.items()}
    groups = _grouped(unknown)
    ranked = sorted(
        ((_weight(rows, placed), name, rows) for name, rows in groups.items()),
        key=lambda entry: (-entry[0], -len({row.doc_id for row in entry[2]}), entry[1]),
    )
    return tuple(_entry(name, rows, weight, gazetteer) for weight, name, rows in ranked[:limit])


def _entry(name: str, rows: Sequence[UnknownName], weight: float, gazetteer: Gazetteer) -> InboxEntry:
    return InboxEntry(
        name=name,
        forms=tuple(sorted({row.text for row in rows})),
        count=len(rows),
        documents=len({row.doc_id for row in rows}),
        weight=round(weight, 3),
        sentences=tuple(dict.fromkeys(row.sentence for row in rows))[:3],
        nearest=nearest_names(name, gazetteer),
        block=draft_block(draft_by_hand(name), gazetteer),
    )


def _weight(rows: Sequence[UnknownName], triggers: Mapping[str, Sequence[int]]) -> float:
    return sum(_nearness(row.start, triggers.get(row.doc_id, ())) for row in rows)


def _nearness(offset: int, triggers: Sequence[int]) -> float:
    place = bisect_left(triggers, offset)
    around = triggers[max(0, place - 1) : place + 1]
    if not around:
        return _APART
    return max(_APART, _HALF / (_HALF + min(abs(offset - trigger) for trigger in around)))


def _grouped(unknown: Iterable[UnknownName]) -> dict[str, list[UnknownName]]:
    """Occurrences by name; a form that is a shorter unknown name plus a case ending goes with the shorter one."""
    by_key: dict[str, list[UnknownName]] = {}
    for row in unknown:
        by_key.setdefault(fold(row.text), []).append(row)
    shown = {key: min((row.text for row in rows), key=_plainness) for key, rows in by_key.items()}
    groups: dict[str, list[UnknownName]] = {}
    stems: dict[str, str] = {}
    for key in sorted(by_key, key=lambda key: (len(key), key)):
        shorter = (stems[key[:cut]] for cut in range(len(key), 0, -1) if _is_form(key, cut, stems, shown))
        name = next(shorter, shown[key])
        groups.setdefault(name, []).extend(by_key[key])
        if name == shown[key]:
            stems[key] = name
    return groups


def _plainness(spelling: str) -> tuple[bool, str]:
    return spelling.isupper(), spelling


def _is_form(key: str, cut: int, stems: Mapping[str, str], shown: Mapping[str, str]) -> bool:
    stem, ending = key[:cut], key[cut:]
    if stem not in stems or len(stem) < _SHORTEST_STEM or not ending:
        return False
    name = shown[stem]
    return any(
        fold(form.stem) + possible == key
        for grammar in grammars().values()
        if grammar.script == script_of(name)
        for form in grammar.forms(name)
        for possible in form.endings
    )
