"""How each place named in a sentence stands to what happened there: in it, near it, to it, from it ..."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extract.lexicon_model import Language, Relation
from extract.patterns import Match
from extract.reading import PlacedMention, Sentence

_SKIPPED = 5


@dataclass(frozen=True, slots=True)
class Stand:
    """A place in a sentence: its relation, or ``None`` where no word says it, and the list it belongs to."""

    placed: PlacedMention
    relation: str | None
    km: float | None
    group: int
    """Places of one list (X, Y and Z) share a number."""
    rule: str


def stands(sentence: Sentence, language: Language) -> tuple[Stand, ...]:
    """Every place of the sentence in order, with its relation; the members of a list share that of the first."""
    found: list[Stand] = []
    skip = _covered(sentence.marks.get("skip", ()))
    join = _covered(sentence.marks.get("joiner", ()))
    for placed in sentence.mentions:
        relation, rule = _relation(placed, sentence, language, skip)
        previous = found[-1] if found else None
        group = previous.group + 1 if previous else 0
        if previous and _is_listed(previous.placed, placed, sentence, skip | join, join):
            group = previous.group
            if relation is None:
                found.append(Stand(placed, previous.relation, previous.km, group, f"listed with it: {previous.rule}"))
                continue
        found.append(Stand(placed, relation.relation if relation else None, relation.km if relation else None, group, rule))
    return tuple(found)


def _covered(matches: Sequence[Match]) -> frozenset[int]:
    return frozenset(index for match in matches for index in range(match.first, match.last + 1))


def _is_listed(one: PlacedMention, two: PlacedMention, sentence: Sentence, loose: frozenset[int], join: frozenset[int]) -> bool:
    """Whether only commas, joiners and words that may be skipped stand between two places, and at least one parts them."""
    between = range(one.last + 1, two.first)
    if not all(index in loose for index in between):
        return False
    return any(index in join for index in between) or any(
        "," in sentence.tokens[index].before for index in range(one.last + 1, two.first + 1)
    )


def _relation(
    placed: PlacedMention, sentence: Sentence, language: Language, skip: frozenset[int]
) -> tuple[Relation | None, str]:
    best: tuple[int, Relation, str] | None = None
    for relation, first, last in _near_marks(placed, sentence, language):
        if first > placed.last:
            if _reaches(placed.last + 1, first, skip):
                return relation, _words(sentence, first, last)
        elif _reaches(last + 1, placed.first, skip) and (best is None or (last, last - first) > (best[0], 0)):
            best = (last, relation, _words(sentence, first, last))
    if best:
        return best[1], best[2]
    ending = sentence.tokens[placed.last].word
    for relation in language.relations:
        fitting = next((e for e in relation.endings if ending.endswith(e) and len(ending) > len(e) + 2), None)
        if fitting:
            return relation, f"ending -{fitting}"
    return None, "no word says how it stands"


def _near_marks(placed: PlacedMention, sentence: Sentence, language: Language) -> list[tuple[Relation, int, int]]:
    return [
        (language.relations[relation], first, last)
        for relation, side, first, last in sentence.relation_marks
        if (side == "before" and placed.first - _SKIPPED - 3 <= first and last < placed.first)
        or (side == "after" and placed.last < first <= placed.last + _SKIPPED)
    ]


def _reaches(low: int, high: int, skip: frozenset[int]) -> bool:
    return high - low <= _SKIPPED and all(index in skip for index in range(low, high))


def _words(sentence: Sentence, first: int, last: int) -> str:
    return f"“{' '.join(sentence.words(first, last))}”"
