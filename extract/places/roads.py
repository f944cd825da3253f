"""Roads that a text writes as several names ("Aghdam-Khankendi route", "дорога Горис — Степанакерт")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from extract.places.page import Page, Sighting
from extract.places.words import ContextWords
from extract.text.tokens import fold
from gazetteer import Candidate, Gazetteer, Place

_DASH = re.compile(r"\s?[-‐‑–—−]\s?\Z")
_BRACKET = re.compile(r"\s?\(\Z")
_BRACKET_END = re.compile(r"\)\s\Z")
_QUOTED_DASH = re.compile(r"\s[«\"“„]?\Z")
_ROAD = "road"
_STOPS = ("city", "village", "district", "province", "region", "site")


def joined_roads(page: Page, found: Sequence[Sighting], gazetteer: Gazetteer, known: ContextWords) -> list[Sighting]:
    """The sightings, with those that together name one road made one; it has the names as its ``parts``."""
    result: list[Sighting] = []
    number = 0
    while number < len(found):
        last = _chain_end(page, found, number)
        road = _road(page, found[number : last + 1], gazetteer, known)
        if road is None and last > number:
            result += found[number : last + 1]
        else:
            result.append(road or found[number])
        number = last + 1
    return result


def _chain_end(page: Page, found: Sequence[Sighting], number: int) -> int:
    """The last of the sightings that dashes, or a pair of brackets, join to this one."""
    last = number
    while last + 1 < len(found) and found[last + 1].first == found[last].after:
        gap = page.gap(found[last + 1].first)
        bracketed = last == number and _BRACKET.match(gap) and _BRACKET_END.match(page.gap(found[last + 1].after))
        if not (_DASH.match(gap) or bracketed):
            break
        last += 1
        if bracketed:
            break
    return last


def _road(page: Page, chain: Sequence[Sighting], gazetteer: Gazetteer, known: ContextWords) -> Sighting | None:
    """One sighting for a road whose names are these, or ``None`` if no word for a road stands with them."""
    first, last = chain[0], chain[-1]
    if len(chain) == 1:
        return _single(page, first, known) if not first.is_kind(_ROAD) else None
    names = [*chain[:-1], *_names_in(page, last, gazetteer)] if last.is_kind(_ROAD) else list(chain)
    if last.is_kind(_ROAD):
        return _whole(page, first.first, last.after, names)
    head = _head_after(page, last.after, known)
    if head is not None:
        return _whole(page, first.first, head + 1, names)
    before = _head_before(page, first.first, known)
    if before is not None and not _BRACKET.match(page.gap(chain[1].first)):
        return _whole(page, before, last.after, names)
    return None


def _single(page: Page, name: Sighting, known: ContextWords) -> Sighting | None:
    """``Tartar road``: one name and the word for a road."""
    after = name.after
    if page.word(after) not in known.road_single or not page.follows_closely(after):
        return None
    if fold(page.text[name.stem_end : name.end]) in known.no_road_endings:
        return None
    if name.kinds or not name.is_kind(*_STOPS) or name.is_kind("country"):
        return None
    return _whole(page, name.first, after + 1, [name])


def _names_in(page: Page, road: Sighting, gazetteer: Gazetteer) -> Iterator[Sighting]:
    """The first name inside the name of a road: ``Khankendi`` in ``Khankendi road``."""
    word = page.text[road.start : page.ends[road.first]]
    for hit in gazetteer.find(word)[:1]:
        start, end = road.start + hit.start, road.start + hit.end
        yield Sighting(start, end, end, road.first, road.first + 1, hit.candidates)


def _head_after(page: Page, number: int, known: ContextWords) -> int | None:
    for candidate in (number, number + 1):
        gap = page.gap(candidate)
        if not (gap.isspace() or gap in (") ", "» ", '" ', "” ")):
            return None
        if page.word(candidate) in known.road_after:
            return candidate
        if page.word(candidate) not in known.road_fillers:
            return None
    return None


def _head_before(page: Page, number: int, known: ContextWords) -> int | None:
    near = number - 1
    if near >= 0 and page.word(near) in known.road_before and _QUOTED_DASH.match(page.gap(number)):
        return near
    return None


def _whole(page: Page, first: int, after: int, names: Sequence[Sighting]) -> Sighting:
    start, end = page.starts[first], page.ends[after - 1]
    return Sighting(start, end, end, first, after, (), frozenset({_ROAD}), tuple(names))


def known_road(gazetteer: Gazetteer, text: str, via: Sequence[str]) -> Candidate | None:
    """The gazetteer's road that is called so, or that runs between the same two ends; ``None`` if there is none.

    A road with the ends in brackets ("Berdzor (Lachin) corridor") is looked up by either name.
    """
    for spelling in _spellings(text):
        for hit in gazetteer.find(spelling):
            roads = [candidate for candidate in hit.candidates if candidate.place.kind == _ROAD]
            if roads and hit.start == 0 and hit.end == len(spelling):
                return roads[0]
    place = _roads_by_ends(gazetteer).get(frozenset((via[0], via[-1])))
    return Candidate(place, place.names[0]) if place is not None else None


@lru_cache(maxsize=4)
def _roads_by_ends(gazetteer: Gazetteer) -> Mapping[frozenset[object], Place]:
    """The first road of the gazetteer between each two places."""
    found: dict[frozenset[object], Place] = {}
    for place in gazetteer.places.values():
        if place.kind == _ROAD and place.via and place.via[0] != place.via[-1]:
            found.setdefault(frozenset((place.via[0], place.via[-1])), place)
    return found


def _spellings(text: str) -> Iterator[str]:
    bracketed = re.fullmatch(r"(?P<one>.+?)\s?\((?P<other>[^()]+)\)\s(?P<head>.+)", text)
    if bracketed is None:
        yield text
        return
    yield f"{bracketed['one']} {bracketed['head']}"
    yield f"{bracketed['other']} {bracketed['head']}"
