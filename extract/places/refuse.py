"""When a known name is no mention of a place: it belongs to a person, an organisation, an event, a work, an address."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.places.namesakes import namesake
from extract.places.organisations import part_of_name
from extract.places.page import Page, Sighting
from extract.places.persons import person
from extract.places.refusal import CLUB, PERSON, Refusal, is_town
from extract.places.words import ContextWords

_ADDRESS_REACH = 60
_LONGEST_ABBREVIATION = 4
_ADDRESS_BEFORE = re.compile(r"(?:://\S*|www\.\S*|@|[_\\]|\w\.)\Z")
_ADDRESS_AFTER = re.compile(r"(?:\.[a-z]{2,6}\b|\.[A-Z][a-z]\b|[@_\\]\w)")


def refusals(page: Page, seen: Sequence[Sighting], known: ContextWords) -> dict[int, Refusal]:
    """The sightings that are no mentions, by the offset at which they start, and why."""
    refused = {
        sighting.start: why
        for previous, sighting, following in zip([None, *seen], seen, [*seen[1:], None], strict=False)
        if (why := _refusal(page, sighting, known, previous, following)) is not None
    }
    stuck = _namesakes(page, known)
    for sighting in seen:
        why = refused.get(sighting.start)
        if why is not None and why.sticks:
            stuck[page.spelling(sighting)] = why
    for sighting in seen:
        why = stuck.get(page.spelling(sighting))
        if why is not None and sighting.start not in refused and _sticks(page, sighting, why, known):
            refused[sighting.start] = Refusal(f"elsewhere in the text {why.reason}")
    return refused


def _refusal(
    page: Page, sighting: Sighting, known: ContextWords, previous: Sighting | None, following: Sighting | None
) -> Refusal | None:
    return (
        _in_address(page, sighting)
        or _is_numbered(page, sighting)
        or _is_abbreviation(page, sighting)
        or part_of_name(page, sighting, known)
        or _is_seat(page, sighting, known)
        or _in_street(page, sighting, known)
        or namesake(page, sighting, following, known)
        or (None if _touches(previous, sighting) else person(page, sighting, known))
    )


def _touches(previous: Sighting | None, sighting: Sighting) -> bool:
    """Whether a place's name, and a strong one, stands right before it (``Ağdamın Abdal kəndi``)."""
    return (
        previous is not None
        and previous.after == sighting.first
        and any(not candidate.name.weak for candidate in previous.candidates)
    )


def _in_address(page: Page, sighting: Sighting) -> Refusal | None:
    before = page.text[max(0, sighting.start - _ADDRESS_REACH) : sighting.start].rpartition(" ")[2]
    after = page.text[sighting.end : sighting.end + 10]
    if _ADDRESS_BEFORE.search(before) or _ADDRESS_AFTER.match(after):
        return Refusal("part of an address, a handle or a file name")
    return None


def _is_numbered(page: Page, sighting: Sighting) -> Refusal | None:
    """``the 102nd base``: a unit, whatever place it lies in."""
    return Refusal("a unit's number") if page.text[sighting.start].isdigit() else None


def _is_abbreviation(page: Page, sighting: Sighting) -> Refusal | None:
    """``ՀԱԿ``, a party: short and in capitals among words that are not, and no name that is listed so."""
    written = page.text[sighting.start : sighting.end]
    if not written.isupper() or len(written) > _LONGEST_ABBREVIATION or sighting.after - sighting.first > 1:
        return None
    if any(candidate.name.name.isupper() or not candidate.name.weak for candidate in sighting.candidates):
        return None
    around = (page.written(number) for number in (sighting.first - 1, sighting.after))
    if any(len(word) > 1 and word.isupper() for word in around):
        return None
    return Refusal("an abbreviation: short, in capitals, and no name that is written so")


def _is_seat(page: Page, sighting: Sighting, known: ContextWords) -> Refusal | None:
    """``the Kremlin said``: a building that stands for those who sit in it."""
    if page.spelling(sighting).startswith(known.seats):
        return Refusal("a building named for those who sit in it")
    return None


def _in_street(page: Page, sighting: Sighting, known: ContextWords) -> Refusal | None:
    """``улица Низами``: a name behind a word for a street; a town's only where the street itself must be so called."""
    number = sighting.first - 1
    if any(is_town(candidate) for candidate in sighting.candidates):
        named = page.gap(sighting.first) == " " and _names_a_street(page, sighting, known)
    else:
        named = page.word(number) in known.streets
    return Refusal(f"a street: “{page.text[page.starts[number] : sighting.end]}”") if named else None


def _names_a_street(page: Page, sighting: Sighting, known: ContextWords) -> bool:
    """``на улице Ходжалы``, ``площадь Азербайджан``; not ``на главной улице Шуши``, ``на площади Баку``."""
    number = sighting.first - 1
    leads = page.is_capital(number) or page.word(number - 1) in known.street_leads
    if sighting.stem_end != sighting.end or not leads:
        return False
    if page.word(number) in known.one_square:
        return not page.spelling(sighting).endswith(known.unchanging)
    return page.word(number) in known.one_street


def _namesakes(page: Page, known: ContextWords) -> dict[str, Refusal]:
    """Words, folded, that the text somewhere gives to a club or a person (``FK Qarabag``, ``Ned Price``)."""
    found: dict[str, Refusal] = {}
    for number, word in enumerate(page.words):
        if word in known.clubs:
            for near in (number - 1, number + 1):
                if page.is_capital(near) and page.gap(max(near, number)).strip(" «»“”\"'") == "":
                    found[page.words[near]] = Refusal(f"a club, as in “{page.written(near)}”", CLUB)
        elif word in known.given and _is_full_name(page, number):
            whole = f"{page.written(number)} {page.written(number + 1)}"
            found[page.words[number + 1]] = Refusal(f"a person's name: “{whole}”", PERSON)
    return found


def _is_full_name(page: Page, number: int) -> bool:
    return page.is_capital(number) and page.is_capital(number + 1) and page.follows_closely(number + 1)


def _sticks(page: Page, sighting: Sighting, why: Refusal, known: ContextWords) -> bool:
    """Whether a name that is a person's or a club's elsewhere in the text is so here: nothing makes a place of it."""
    if sighting.is_kind("country") or (why.sticks == CLUB and sighting.is_kind("city")):
        return False
    before, after = page.word(sighting.first - 1), page.word(sighting.after)
    if before in known.prepositions or before in known.kind_before or after in known.kind_after:
        return False
    bare = sighting.stem_end == sighting.end or page.spelling(sighting) in known.first
    return bare and not sighting.kinds
