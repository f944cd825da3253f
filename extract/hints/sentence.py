"""A sentence made ready for reading: its words, what each of them is, and its clauses."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extract.actors import ActorHit
from extract.hints.model import Language
from extract.hints.sides import adjective_sides
from extract.records import Mention, Span
from extract.text.patterns import Match
from extract.text.words import Word, words

_KIND_TAGS = {
    "country": "country", "road": "road", "bridge": "road", "line": "line",
    "city": "settlement", "village": "settlement", "site": "settlement",
    "region": "area", "province": "area", "district": "area",
}  # fmt: skip
_STOPS = frozenset(";()—–․")


@dataclass(frozen=True, slots=True)
class PlacedMention:
    """A mention with the words it covers, both included."""

    mention: Mention
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class PlacedActor:
    """An actor with the words it covers, both included."""

    hit: ActorHit
    first: int
    last: int
    is_adjective: bool = False
    """Whether only an adjective names it."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a document, read through the eyes of a language."""

    number: int
    start: int
    end: int
    tokens: tuple[Word, ...]
    tags: tuple[frozenset[str], ...]
    clauses: tuple[int, ...]
    """Clause number of each word."""
    mentions: tuple[PlacedMention, ...]
    actors: tuple[PlacedActor, ...]
    marks: dict[str, tuple[Match, ...]]
    """Where the grammar's lists occur, by list name."""
    relation_marks: tuple[tuple[int, str, int, int], ...]
    """Words that say how a place stands: number of the relation, side of the name, first and last word."""
    company: tuple[Match, ...]

    def covered(self, start: int, end: int) -> tuple[int, int] | None:
        """First and last word that ``[start, end)`` touches."""
        inside = [i for i, token in enumerate(self.tokens) if token.start < end and start < token.end]
        return (inside[0], inside[-1]) if inside else None

    def words(self, first: int, last: int) -> tuple[str, ...]:
        """The folded words from ``first`` to ``last``, both included."""
        return tuple(token.word for token in self.tokens[max(first, 0) : last + 1])


def read_sentence(
    text: str,
    span: Span,
    number: int,
    language: Language,
    mentions: Sequence[Mention],
    actors: Sequence[ActorHit],
) -> Sentence:
    """Tag the words of ``text[span.start:span.end]``; mentions and actors must be those of that stretch."""
    tokens = words(text, span.start, span.end)
    tags: list[set[str]] = [set() for _ in tokens]
    placed = tuple(PlacedMention(m, *at) for m in mentions if (at := _words(tokens, m.start, m.end)))
    acting = [PlacedActor(a, *at) for a in actors if (at := _words(tokens, a.start, a.end))]
    acting = [a for a in acting if not any(_is_part(a, place) for place in placed) and not _is_no_name(a, tokens)]
    for place in placed:
        _tag(tags, place.first, place.last, {"place", _KIND_TAGS.get(place.mention.kind, "place")})
    for actor in acting:
        _tag(tags, actor.first, actor.last, {"actor"})
    for index, token in enumerate(tokens):
        if token.word[0].isdigit():
            tags[index].add("number")
    frozen = _frozen(tags)
    marks: dict[str, list[Match]] = {}
    for match in language.word_index.find(tokens, frozen):
        name = language.word_keys[match.key]
        if name.startswith("_"):
            marks.setdefault(name[1:], []).append(match)
        else:
            _tag(tags, match.first, match.last, {name})
    frozen = _frozen(tags)
    acting += _by_adjective(tokens, frozen, language.code, acting, placed)
    return Sentence(
        number=number,
        start=span.start,
        end=span.end,
        tokens=tokens,
        tags=frozen,
        clauses=_clauses(tokens, marks),
        mentions=placed,
        actors=tuple(sorted(acting, key=lambda actor: actor.first)),
        marks={name: tuple(matches) for name, matches in marks.items()},
        relation_marks=tuple(
            (*language.relation_keys[m.key], m.first, m.last) for m in language.relation_index.find(tokens, frozen)
        ),
        company=tuple(language.company_index.find(tokens, frozen)),
    )


def _is_part(actor: PlacedActor, place: PlacedMention) -> bool:
    """Whether the actor's name is but part of a place's ("the Stepanakert–Goris highway")."""
    return (
        place.first <= actor.first and actor.last <= place.last and place.last - place.first > actor.last - actor.first
    )


def _is_no_name(actor: PlacedActor, tokens: Sequence[Word]) -> bool:
    """Whether the name only says where the text was written ("(Berlin) - ..."), or is part of a compound (A-B line)."""
    after = tokens[actor.last + 1].before if actor.last + 1 < len(tokens) else ""
    return (actor.first == 0 and ")" in after) or after == "-" or tokens[actor.first].before == "-"


def _by_adjective(
    tokens: Sequence[Word],
    tags: Sequence[frozenset[str]],
    language: str,
    acting: Sequence[PlacedActor],
    places: Sequence[PlacedMention],
) -> list[PlacedActor]:
    """Sides named by an adjective, where no actor is named by the same words."""
    found = adjective_sides(tokens, tags, language)
    taken = {index for actor in acting for index in range(actor.first, actor.last + 1)}
    taken |= {
        index for place in places if place.mention.role == "literal" for index in range(place.first, place.last + 1)
    }
    return [PlacedActor(hit, first, last, True) for hit, first, last in found if first not in taken]


def _words(tokens: Sequence[Word], start: int, end: int) -> tuple[int, int] | None:
    low, high = 0, len(tokens)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if tokens[middle].end <= start else (low, middle)
    last = low
    while last < len(tokens) and tokens[last].start < end:
        last += 1
    return (low, last - 1) if last > low else None


def _tag(tags: list[set[str]], first: int, last: int, names: Iterable[str]) -> None:
    for index in range(first, last + 1):
        tags[index].update(names)


def _frozen(tags: list[set[str]]) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(names) for names in tags)


def _clauses(tokens: Sequence[Word], marks: dict[str, list[Match]]) -> tuple[int, ...]:
    """Number the clauses: a stop, a clause word, or a comma with a word that may follow one, begins the next.

    So does what follows a word that ends a clause, if a comma or a joiner parts the two, and a comma that has such
    words on both its sides.
    """
    joined = {index for match in marks.get("joiner", ()) for index in range(match.first, match.last + 1)}
    ended = {match.last + 1 for match in marks.get("clause_end", ())}
    openers = {match.first for match in marks.get("clause", ())} - joined
    after_comma = {match.first for match in marks.get("after_comma", ())}
    verbs = {match.first for match in marks.get("clause_end", ())}
    between_verbs = _commas_between(tokens, verbs)
    current, numbers = 0, []
    leading = 0 in openers
    for index, token in enumerate(tokens):
        ends_lead = leading and index > 3 and token.before.startswith(",")
        leading = leading and not ends_lead
        if index and (
            ends_lead
            or index in openers
            or (token.before != "–" and not _STOPS.isdisjoint(token.before))
            or ": " in token.before
            or " - " in token.before
            or ("," in token.before and (index in after_comma or index in ended or index in between_verbs))
            or (index in joined and index in ended)
        ):
            current += 1
        numbers.append(current)
    return tuple(numbers)


def _commas_between(tokens: Sequence[Word], verbs: set[int]) -> frozenset[int]:
    """The words after a comma such that a verb stands before it and another between it and the next comma."""
    commas = [index for index, token in enumerate(tokens) if index and "," in token.before]
    stretches = zip([0, *commas], [*commas, len(tokens)], strict=True)
    has_verb = [any(index in verbs for index in range(low, high)) for low, high in stretches]
    return frozenset(
        comma for number, comma in enumerate(commas) if has_verb[number + 1] and any(has_verb[: number + 1])
    )
