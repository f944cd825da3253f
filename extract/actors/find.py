"""Who a text names as acting: sides, their bodies, organisations and leaders."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from extract.grammar.files import GrammarError, build_grammar, read_yaml
from extract.grammar.matcher import SIGN, Grammar, Match, Tagged, matches
from extract.grammar.vocabulary import Value
from extract.text.tokens import Token

_FILE = Path(__file__).resolve().parents[1] / "lexicon" / "actors.yaml"
_HINTS = ("agent", "patient", "place")
_RULES = [
    {"read": "actor", "is": "actor | side"},
    {"read": "body", "is": "adjective adjective? word? body"},
    {"read": "body", "is": "(side | adjective) (the the word?)? adjective? body"},
    {"read": "body", "is": "body of? the? side"},
    {"read": "body", "is": "body of the? adjective"},
    {"read": "body", "is": "body word? of the? (side | adjective)"},
]


@dataclass(frozen=True, slots=True)
class ActorHit:
    """A side, body, organisation or person named at ``text[start:end]``."""

    start: int
    end: int
    actor_id: str
    """The id in the lexicon; ``azerbaijan-forces`` for a body of a side."""
    name: str
    """The usual English name."""
    side: str
    """The side it belongs to: azerbaijan, armenia, karabakh, russia, turkey, iran, us, eu, un, icrc ..."""
    hint: str | None = None
    """``agent`` ("by X"), ``patient`` ("against X") or ``place`` ("in X") where the words beside it say so."""


@dataclass(frozen=True, slots=True)
class _Named:
    name: str
    side: str
    adjective: str = ""


@dataclass(frozen=True, slots=True)
class Cast:
    """The actors of one language: how to find them, and who they are."""

    grammar: Grammar
    actors: Mapping[str, _Named]
    bodies: Mapping[str, str]


@cache
def actor_lexicon(path: Path = _FILE) -> Mapping[str, Any]:
    """The content of ``lexicon/actors.yaml``.

    Raises:
        GrammarError: naming every entry that cannot be used.

    """
    lexicon = read_yaml(path)
    faults = list(_faults(lexicon))
    if faults:
        raise GrammarError("\n".join(f"{path.name}: {fault}" for fault in faults))
    return lexicon


def find_actors(text: str, language: str) -> tuple[ActorHit, ...]:
    """The actors of a text in order, none overlapping another.

    A side's adjective alone ("an Armenian village") is no actor; beside a body ("Armenian forces") it is.

    Args:
        text: any text.
        language: ISO 639-1 code; languages that the lexicon has no names in yield nothing.

    """
    cast = load_cast(language)
    if cast is None:
        return ()
    tagged = cast.grammar.tag(text, _classify)
    found = matches(cast.grammar.rules, cast.grammar.spell(t.kind for t in tagged))
    return tuple(_hit(match, tagged, cast) for match in found)


@cache
def _observers() -> frozenset[str]:
    """The ids of those that watch, of every side's bodies too."""
    lexicon = actor_lexicon()
    owners = [entry["id"] for section in ("sides", "actors") for entry in lexicon[section]]
    watching = list(lexicon["observers"])
    return frozenset(watching) | {f"{owner}-{body}" for owner in owners for body in watching}


def is_observer(actor_id: str) -> bool:
    """Whether an actor, or the body of a side, watches, helps or reports, and so never strikes or kills."""
    return actor_id in _observers()


def _classify(token: Token, amount: float | None) -> tuple[str, Value]:
    return SIGN, None


def _hit(match: Match, tagged: Sequence[Tagged], cast: Cast) -> ActorHit:
    part = tagged[match.first : match.last]
    owner = next(str(t.value) for t in part if t.kind in ("side", "adjective", "actor"))
    actor_id, who = owner, cast.actors[owner]
    name = who.name
    if match.rule.reading == "body":
        body = next(str(t.value) for t in part if t.kind == "body")
        actor_id, name = f"{owner}-{body}", f"{who.adjective} {cast.bodies[body]}"
    return ActorHit(part[0].start, part[-1].end, actor_id, name, who.side, _hint(match, tagged))


def _hint(match: Match, tagged: Sequence[Tagged]) -> str | None:
    """What the words before (articles skipped) and after a match say; an owner ("in Russia's army") is no place."""
    before = match.first - 1
    while before >= 0 and tagged[before].kind == "the":
        before -= 1
    word_before = tagged[before].kind if before >= 0 else ""
    word_after = tagged[match.last].kind if match.last < len(tagged) else ""
    if word_after == "the" and word_before == "place_before":
        return None
    return next((hint for hint in _HINTS if f"{hint}_before" == word_before or f"{hint}_after" == word_after), None)


@cache
def load_cast(language: str, path: Path = _FILE) -> Cast | None:
    """The actors of one language; ``None`` if the lexicon has no names in it.

    Raises:
        GrammarError: naming what is wrong in the lexicon.

    """
    lexicon = actor_lexicon(path)
    words = _words(lexicon, language)
    if "side" not in words:
        return None
    content = {"endings": lexicon["endings"], "words": words, "rules": _RULES}
    actors = {side["id"]: _Named(side["name"], side["id"], side["adjective"]) for side in lexicon["sides"]}
    actors |= {actor["id"]: _Named(actor["name"], actor["side"]) for actor in lexicon["actors"]}
    bodies = {body["id"]: body["name"] for body in lexicon["bodies"]}
    classes = ("side", "adjective", "body", "actor", "of", "the")
    return Cast(build_grammar(content, path, classes), actors, bodies)


def _words(lexicon: Mapping[str, Any], language: str) -> dict[str, dict[str, list[str]]]:
    """The word classes of a grammar: names by the id they stand for."""
    words: dict[str, dict[str, list[str]]] = {}
    for kind, section, field in (
        ("actor", "actors", "names"),
        ("side", "sides", "names"),
        ("adjective", "sides", "adjectives"),
        ("body", "bodies", "names"),
    ):
        named = {entry["id"]: entry[field][language] for entry in lexicon[section] if language in entry[field]}
        if named:
            words[kind] = named
    for hint, by_language in lexicon["hints"].items():
        words[hint] = {"": by_language.get(language, [])}
    return words


_FIELDS = {
    "sides": {"id", "name", "adjective", "names", "adjectives"},
    "bodies": {"id", "name", "names"},
    "actors": {"id", "name", "side", "names"},
}


def _faults(lexicon: Mapping[str, Any]) -> Iterator[str]:
    """Every entry that lacks a field, has an unknown one, or repeats an id."""
    for section, fields in _FIELDS.items():
        seen: set[str] = set()
        for entry in lexicon.get(section, []):
            label = entry.get("id", entry.get("name", entry))
            if fields != entry.keys():
                odd = sorted(fields ^ entry.keys())
                yield f"{section}: {label!r}: fields {odd} are missing or unknown; an entry has {sorted(fields)}"
            if label in seen:
                yield f"{section}: {label!r}: the id is used twice; give each entry its own"
            seen.add(label)
    known = {entry.get("id") for section in ("actors", "bodies") for entry in lexicon.get(section, [])}
    for unknown in sorted(set(lexicon.get("observers", ())) - known):
        yield f"observers: {unknown!r} is no id of an actor or a body"
