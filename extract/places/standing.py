"""How each place named in a sentence stands to what happened there: in it, near it, to it, from it ..."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.places.relations import Relation, RelationWords
from extract.records import Mention, Span
from extract.text.words import Word, words

_SKIPPED = 5
_LISTED = 6
_DASHES = frozenset("–—")
"""A dash stands for the verb that is not said again."""
_HYPHENS = frozenset("-–")
"""Between two names, they make a pair (A–B)."""


@dataclass(frozen=True, slots=True)
class PlacedMention:
    """A mention with the words it covers, both included."""

    mention: Mention
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _Sentence:
    """The words of a sentence, and what the relation words of its language say of them."""

    tokens: tuple[Word, ...]
    mentions: tuple[PlacedMention, ...]
    skip: frozenset[int]
    """Words that may stand between a relation word and the name it belongs to."""
    join: frozenset[int]
    """Words that may stand between the members of a list."""
    marks: tuple[tuple[int, str, int, int], ...]
    """Number of the relation, side of the name, first and last word."""


@dataclass(frozen=True, slots=True)
class Stand:
    """A place in a sentence with its relation to what happened; ``None`` where no word says it."""

    placed: PlacedMention
    relation: str | None
    km: float | None
    frames: bool = False
    """Whether it only says where its neighbour lies (a village in X; X's main town)."""
    by_ending: bool = False
    """Whether only the ending of the name says it."""


def stands(text: str, span: Span, mentions: Sequence[Mention], language: RelationWords) -> tuple[Stand, ...]:
    """Each of ``mentions``, those within the span, in order, with its relation.

    The members of a list share that of the first.
    """
    sentence = _read(text, span, mentions, language)
    found: list[Stand] = []
    aside = _bracketed(sentence)
    for placed in sentence.mentions:
        relation, by_ending = _relation(placed, sentence, language)
        stand = Stand(
            placed, relation.relation if relation else None, relation.km if relation else None, by_ending=by_ending
        )
        near = len(found) - 1
        while near > 0 and found[near].placed.first in aside and placed.first not in aside:
            near -= 1
        if found:
            passed = frozenset[int]() if placed.first in aside else aside
            found[near], stand = _paired(found[near], stand, sentence, language, passed)
        found.append(stand)
    return tuple(found)


def _read(text: str, span: Span, mentions: Sequence[Mention], language: RelationWords) -> _Sentence:
    tokens = words(text, span.start, span.end)
    tags = [frozenset({"number"}) if token.word[0].isdigit() else frozenset[str]() for token in tokens]
    covered: dict[str, set[int]] = {"skip": set(), "joiner": set()}
    for match in language.lists.find(tokens, tags):
        covered[language.list_keys[match.key]].update(range(match.first, match.last + 1))
    return _Sentence(
        tokens=tokens,
        mentions=tuple(PlacedMention(m, *at) for m in mentions if (at := _covered(tokens, m))),
        skip=frozenset(covered["skip"]),
        join=frozenset(covered["joiner"]),
        marks=tuple((*language.keys[m.key], m.first, m.last) for m in language.index.find(tokens, tags)),
    )


def _covered(tokens: Sequence[Word], mention: Mention) -> tuple[int, int] | None:
    inside = [i for i, token in enumerate(tokens) if token.start < mention.end and mention.start < token.end]
    return (inside[0], inside[-1]) if inside else None


def _after_dash(placed: PlacedMention, sentence: _Sentence) -> bool:
    """Whether a dash stands for the verb that is not said again ("Askeran was hit, and by night — Martuni")."""
    first = placed.first
    while first - 1 in sentence.skip:
        first -= 1
    return not _DASHES.isdisjoint(sentence.tokens[first].before)


def _bracketed(sentence: _Sentence) -> frozenset[int]:
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
    sentence: _Sentence,
    language: RelationWords,
    aside: frozenset[int],
) -> tuple[Stand, Stand]:
    """The two neighbours, the second in the first one's list, or one of them as a frame of the other."""
    rank_one, rank_two = (_COARSENESS.get(s.placed.mention.kind, 1) for s in (one, two))
    between = [i for i in range(one.placed.last + 1, two.placed.first) if i not in aside]
    comma = any("," in sentence.tokens[i].before for i in range(one.placed.last + 1, two.placed.first + 1))
    joined = any(i in sentence.join for i in between)
    if not between and rank_one == rank_two and sentence.tokens[two.placed.first].before in _HYPHENS:
        pair = replace(one, relation=one.relation or two.relation, km=one.km or two.km)
        return pair, replace(two, frames=True)
    frame_words = sentence.skip | _marks_of(sentence, language, ("at", "of"))
    frames = rank_two > rank_one and not joined and len(between) <= 6 and all(i in frame_words for i in between)
    if frames and (not comma or two.relation in ("at", "of") or rank_two > 2):
        return one, replace(two, frames=True)
    coarser = rank_one > rank_two or (rank_one == rank_two and one.relation == "of" and one.by_ending)
    if coarser and not joined and not comma and len(between) <= 4 and all(i in sentence.skip for i in between):
        relation = two.relation or one.relation
        return replace(one, frames=True), replace(two, relation=relation, km=two.km or one.km)
    gapped = comma and len(between) <= _LISTED and _after_dash(two.placed, sentence)
    if gapped and two.relation in (None, one.relation):
        return one, replace(two, relation=one.relation, km=one.km)
    if two.placed.mention.role == "metonym" and two.relation is None and one.placed.mention.role != "metonym":
        return one, two
    placing = frame_words | sentence.join | _marks_of(sentence, language, ("near", "toward"))
    listed = (comma or joined) and len(between) <= _LISTED and all(i in placing for i in between)
    if listed and (two.relation is None or one.frames):
        return one, replace(two, relation=two.relation or one.relation, km=two.km or one.km)
    return one, two


def _marks_of(sentence: _Sentence, language: RelationWords, relations: tuple[str, ...]) -> frozenset[int]:
    return frozenset(
        index
        for number, _, first, last in sentence.marks
        if language.relations[number].relation in relations
        for index in range(first, last + 1)
    )


def _relation(placed: PlacedMention, sentence: _Sentence, language: RelationWords) -> tuple[Relation | None, bool]:
    """The relation, and whether the name's ending alone says it."""
    best: tuple[bool, int, int, Relation] | None = None
    for relation, first, last in sorted(_near_marks(placed, sentence, language), key=_first_and_longest):
        if first > placed.last:
            if _reaches(placed.last + 1, first, sentence.skip):
                return relation, False
        elif _reaches(last + 1, placed.first, sentence.skip):
            rank = (relation.relation != "of", last, last - first, relation)
            best = rank if best is None or rank[:3] > best[:3] else best
    if best:
        return best[3], False
    ending = _ending(placed, sentence)
    fitting = (each for each in language.relations if ending and ending.endswith(each.endings or ("\0",)))
    told = next(fitting, None)
    return told, told is not None


def _first_and_longest(mark: tuple[Relation, int, int]) -> tuple[int, int]:
    return (mark[1], -mark[2])


def _ending(placed: PlacedMention, sentence: _Sentence) -> str:
    """What the name's last word has beyond the name itself; if that is not known, the word but for three letters."""
    last, stem_end = sentence.tokens[placed.last], placed.mention.stem_end
    return last.word[3:] if stem_end is None else last.word[max(stem_end - last.start, 0) :]


def _near_marks(placed: PlacedMention, sentence: _Sentence, language: RelationWords) -> list[tuple[Relation, int, int]]:
    return [
        (language.relations[number], first, last)
        for number, side, first, last in sentence.marks
        if (side == "before" and placed.first - _SKIPPED - 3 <= first and last < placed.first)
        or (side == "after" and placed.last < first <= placed.last + _SKIPPED)
    ]


def _reaches(low: int, high: int, skip: frozenset[int]) -> bool:
    return high - low <= _SKIPPED and all(index in skip for index in range(low, high))
