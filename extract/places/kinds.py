"""Which kind of place the words around a name ask for, and which names stand in one list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.places.page import Page, Sighting
from extract.places.words import AREAS, SETTLEMENTS, ContextWords, KindWord

_LONGEST_GAP = 40
_LONGEST_LIST = 60
"""Names over which a word for their kind is looked for."""
_LIST_SIGNS = frozenset(" \t\n,;/()[]«»\"“”'-–—՝․")
_NATURE = frozenset({"river", "lake", "sea", "mountain"})
"""What the English article stands before (the Araz, the Caspian)."""
_SEPARATORS = frozenset(",;/()-–—")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the context says of a name's kind."""

    kinds: frozenset[str] = frozenset()
    word: str = ""
    """The word that says so, as written."""


@dataclass(frozen=True, slots=True)
class _Side:
    wanted: Wanted
    plural: bool


def listed(page: Page, found: Sequence[Sighting], known: ContextWords) -> list[range]:
    """The sightings as runs of one or more that stand in one list ("X, Y (Z) and W"); every one is in exactly one."""
    runs: list[range] = []
    start = 0
    for number in range(1, len(found) + 1):
        if number == len(found) or not _in_one_list(page, found[number - 1], found[number], known):
            runs.append(range(start, number))
            start = number
    return runs


def _in_one_list(page: Page, one: Sighting, other: Sighting, known: ContextWords) -> bool:
    if other.start - one.end > _LONGEST_GAP:
        return False
    gap = page.between(one.end, other.start)
    if "\n" in gap or ". " in gap:
        return False
    between = [page.word(number) for number in range(one.after, other.first)]
    signs = {sign for sign in gap if not sign.isalnum()}
    if not signs <= _LIST_SIGNS:
        return False
    if not between:
        return bool(signs & _SEPARATORS)
    return " ".join(between) in known.joiners


def wanted_kinds(page: Page, found: Sequence[Sighting], runs: Sequence[range], known: ContextWords) -> list[Wanted]:
    """For each sighting the kinds that the words around it ask for.

    A word in the plural is said of the whole list it stands with, before it or behind it; a word in the singular of
    the name next to it, and of the same name's other form in brackets. "The villages of Lachin" are no places of
    that name, but lie in the district.
    """
    result: list[Wanted] = []
    for run in runs:
        members = [found[number] for number in run]
        after = [_after(page, member, known) for member in members]
        before = [_before(page, member, known) for member in members]
        if len(members) == 1 and members[0].is_kind("district") and _many_settlements(before[0]):
            before = [None]
        for position, member in enumerate(members):
            result.append(_wanted(page, members, position, before, after, known) if not member.parts else Wanted())
    return result


def _wanted(
    page: Page,
    members: Sequence[Sighting],
    position: int,
    before: Sequence[_Side | None],
    after: Sequence[_Side | None],
    known: ContextWords,
) -> Wanted:
    member = members[position]
    if member.kinds:
        return Wanted(member.kinds, page.written(member.after))
    sides = (after[position], before[position], *_shared(page, members, position, before, after))
    fitting = [side.wanted for side in sides if side is not None]
    if not fitting and _is_definite(page, member, known) and member.is_kind(*_NATURE):
        return Wanted(_NATURE, page.written(member.first - 1))
    return next((wanted for wanted in fitting if _suits(member, wanted)), fitting[0] if fitting else Wanted())


def _many_settlements(side: _Side | None) -> bool:
    return side is not None and side.plural and side.wanted.kinds <= SETTLEMENTS


def _suits(member: Sighting, wanted: Wanted) -> bool:
    return member.is_kind(*wanted.kinds) or (not wanted.kinds.isdisjoint(AREAS) and member.is_kind(*AREAS))


def _is_definite(page: Page, member: Sighting, known: ContextWords) -> bool:
    """Whether the article stands before the name and no noun, which it could belong to, behind it."""
    return page.word(member.first - 1) in known.definite and not page.follows_closely(member.after)


def _shared(
    page: Page,
    members: Sequence[Sighting],
    position: int,
    before: Sequence[_Side | None],
    after: Sequence[_Side | None],
) -> Iterator[_Side | None]:
    for number in range(position + 1, min(len(members), position + _LONGEST_LIST)):
        side = after[number]
        if side is not None:
            if side.plural or _only_brackets(page, members[position : number + 1]):
                yield side
            break
    for number in range(position - 1, max(-1, position - _LONGEST_LIST), -1):
        side = before[number]
        if side is not None:
            if side.plural or _only_brackets(page, members[number : position + 1]):
                yield side
            break
        side = after[number]
        if side is not None:
            break


def _only_brackets(page: Page, members: Sequence[Sighting]) -> bool:
    return len(members) == 2 and "(" in page.text[members[0].end : members[1].start]


def _after(page: Page, member: Sighting, known: ContextWords) -> _Side | None:
    number = page.next_word(member)
    gap = page.gap(number)
    if gap.strip(" \u00a0") not in ("", ")", "»", "”", '"'):
        return _apposition(page, number, known) if gap.startswith(",") else None
    if page.word(number) in known.kind_fillers and page.follows_closely(number + 1):
        filled = known.kind_after.get(page.word(number + 1))
        if filled is not None:
            return _side(page, number + 1, filled)
    kind = known.kind_after.get(page.word(number))
    return _side(page, number, kind) if kind is not None else None


def _apposition(page: Page, number: int, known: ContextWords) -> _Side | None:
    """``Talish, a village in``: the article and at most two words, the last of which is for a kind."""
    if page.word(number) not in known.articles:
        return None
    for candidate in (number + 1, number + 2):
        kind = known.kind_after.get(page.word(candidate))
        if kind is not None and page.follows_closely(candidate):
            return _side(page, candidate, kind)
    return None


def _before(page: Page, member: Sighting, known: ContextWords) -> _Side | None:
    number = member.first - 1
    gap = page.gap(member.first).strip()
    if gap not in ("", "«", "“", '"', ".", "(", "„") or "\n" in page.gap(member.first):
        return None
    joined = False
    for _ in range(4):
        word = page.word(number)
        kind = known.kind_before.get(word)
        if kind is not None and page.word(number - 1) in known.quarters:
            return None
        if kind is not None and len(word) == 1 and "." not in page.gap(number + 1):
            return None
        if kind is not None and (joined or not kind.kinds & {"district", "province", "region"} or not word.isascii()):
            return _side(page, number, kind)
        if word in known.of:
            joined = True
        elif word not in known.articles and word not in known.kind_fillers:
            return None
        if page.gap(number).strip() not in ("", "«", "."):
            return None
        number -= 1
    return None


def _side(page: Page, number: int, kind: KindWord) -> _Side:
    return _Side(Wanted(kind.kinds, page.written(number)), kind.plural)
