"""How each place named in a sentence stands to what happened there: in it, near it, to it, from it ..."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.hints.model import Language, Relation
from extract.hints.sentence import PlacedMention, Sentence
from extract.text.patterns import Match

_SKIPPED = 5
_LISTED = 6
_DASHES = frozenset("–—")
"""A dash stands for the verb that is not said again."""
_HYPHENS = frozenset("-–")
"""Between two names, they make a pair (A–B)."""


@dataclass(frozen=True, slots=True)
class Stand:
    """A place in a sentence: its relation, or ``None`` where no word says it, and the list it belongs to."""

    placed: PlacedMention
    relation: str | None
    km: float | None
    group: int
    """Places of one list (X, Y and Z) share a number."""
    frames: bool
    """Whether it only says where its neighbour lies (a village in X; X's main town)."""
    rule: str


def stands(sentence: Sentence, language: Language) -> tuple[Stand, ...]:
    """Every place of the sentence in order, with its relation; the members of a list share that of the first."""
    found: list[Stand] = []
    skip = _covered(sentence.marks.get("skip", ()))
    join = _covered(sentence.marks.get("joiner", ()))
    aside = _bracketed(sentence)
    for placed in sentence.mentions:
        relation, rule = _relation(placed, sentence, language, skip)
        stand = Stand(
            placed, relation.relation if relation else None, relation.km if relation else None, len(found), False, rule
        )
        near = len(found) - 1
        while near > 0 and found[near].placed.first in aside and placed.first not in aside:
            near -= 1
        if found:
            passed = frozenset() if placed.first in aside else aside
            found[near], stand = _paired(found[near], stand, sentence, language, skip, join, passed)
        found.append(stand)
    return tuple(found)


def _after_dash(placed: PlacedMention, sentence: Sentence, skip: frozenset[int]) -> bool:
    """Whether a dash stands for the verb that is not said again ("Askeran was hit, and by night — Martuni")."""
    first = placed.first
    while first - 1 in skip:
        first -= 1
    return not _DASHES.isdisjoint(sentence.tokens[first].before)


def _bracketed(sentence: Sentence) -> frozenset[int]:
    """The words in brackets: another name of what precedes parts no list ("Martakert (Aghdara) and Askeran")."""
    inside, found = False, []
    for index, token in enumerate(sentence.tokens):
        opened, closed = token.before.rfind("("), token.before.rfind(")")
        inside = opened > closed or (inside and closed < 0)
        if inside:
            found.append(index)
    return frozenset(found)


_COARSENESS = {"country": 4, "region": 3, "province": 3, "district": 2, "line": 2}


def _paired(
    one: Stand,
    two: Stand,
    sentence: Sentence,
    language: Language,
    skip: frozenset[int],
    join: frozenset[int],
    aside: frozenset[int],
) -> tuple[Stand, Stand]:
    """The two neighbours, the second in the first one's list, or one of them as a frame of the other."""
    rank_one, rank_two = (_COARSENESS.get(s.placed.mention.kind, 1) for s in (one, two))
    between = [i for i in range(one.placed.last + 1, two.placed.first) if i not in aside]
    comma = any("," in sentence.tokens[i].before for i in range(one.placed.last + 1, two.placed.first + 1))
    joined = any(i in join for i in between)
    if not between and rank_one == rank_two and sentence.tokens[two.placed.first].before in _HYPHENS:
        pair = replace(one, relation=one.relation or two.relation, km=one.km or two.km)
        return pair, replace(two, group=one.group, frames=True)
    frame_words = skip | _marks_of(sentence, language, ("at", "of"))
    frames = rank_two > rank_one and not joined and len(between) <= 6 and all(i in frame_words for i in between)
    if frames and (not comma or two.relation in ("at", "of") or rank_two > 2):
        return one, replace(two, group=one.group, frames=True)
    coarser = rank_one > rank_two or (rank_one == rank_two and one.relation == "of" and one.rule.startswith("ending"))
    if coarser and not joined and not comma and len(between) <= 4 and all(i in skip for i in between):
        relation = two.relation or one.relation
        return replace(one, frames=True), replace(two, relation=relation, km=two.km or one.km, group=one.group)
    gapped = comma and len(between) <= _LISTED and _after_dash(two.placed, sentence, skip)
    if gapped and two.relation in (None, one.relation):
        return one, replace(two, relation=one.relation, km=one.km, group=one.group, rule=f"the same of it: {one.rule}")
    if two.placed.mention.role == "metonym" and two.relation is None and one.placed.mention.role != "metonym":
        return one, two
    placing = frame_words | join | _marks_of(sentence, language, ("near", "toward"))
    if (comma or joined) and len(between) <= _LISTED and all(i in placing for i in between):
        if two.relation is not None and not one.frames:
            return one, replace(two, group=one.group)
        return one, replace(
            two,
            relation=two.relation or one.relation,
            km=two.km or one.km,
            group=one.group,
            rule=f"listed with it: {one.rule}",
        )
    return one, two


def _marks_of(sentence: Sentence, language: Language, relations: tuple[str, ...]) -> frozenset[int]:
    return frozenset(
        index
        for number, _, first, last in sentence.relation_marks
        if language.relations[number].relation in relations
        for index in range(first, last + 1)
    )


def _covered(matches: Sequence[Match]) -> frozenset[int]:
    return frozenset(index for match in matches for index in range(match.first, match.last + 1))


def _relation(
    placed: PlacedMention, sentence: Sentence, language: Language, skip: frozenset[int]
) -> tuple[Relation | None, str]:
    best: tuple[bool, int, int, Relation, str] | None = None
    for relation, first, last in sorted(_near_marks(placed, sentence, language), key=_first_and_longest):
        if first > placed.last:
            if _reaches(placed.last + 1, first, skip):
                return relation, _words(sentence, first, last)
        elif _reaches(last + 1, placed.first, skip):
            rank = (relation.relation != "of", last, last - first, relation, _words(sentence, first, last))
            best = rank if best is None or rank[:3] > best[:3] else best
    if best:
        return best[3], best[4]
    ending = _ending(placed, sentence)
    for relation in language.relations:
        fitting = next((e for e in relation.endings if ending.endswith(e)), None) if ending else None
        if fitting:
            return relation, f"ending -{fitting}"
    return None, "no word says how it stands"


def _first_and_longest(mark: tuple[Relation, int, int]) -> tuple[int, int]:
    return (mark[1], -mark[2])


def _ending(placed: PlacedMention, sentence: Sentence) -> str:
    """What the name's last word has beyond the name itself; if that is not known, the word but for three letters."""
    last, stem_end = sentence.tokens[placed.last], placed.mention.stem_end
    return last.word[3:] if stem_end is None else last.word[max(stem_end - last.start, 0) :]


def _near_marks(placed: PlacedMention, sentence: Sentence, language: Language) -> list[tuple[Relation, int, int]]:
    return [
        (language.relations[number], first, last)
        for number, side, first, last in sentence.relation_marks
        if (side == "before" and placed.first - _SKIPPED - 3 <= first and last < placed.first)
        or (side == "after" and placed.last < first <= placed.last + _SKIPPED)
    ]


def _reaches(low: int, high: int, skip: frozenset[int]) -> bool:
    return high - low <= _SKIPPED and all(index in skip for index in range(low, high))


def _words(sentence: Sentence, first: int, last: int) -> str:
    return f"“{' '.join(sentence.words(first, last))}”"
