"""How a place's name is used: for the place, for its government, or to describe people and things."""

from __future__ import annotations

from extract.places.page import Page, Sighting
from extract.places.words import ContextWords
from extract.text.tokens import fold
from gazetteer import Place

_STEPS = 4
_SHORT = 4
_STOPS = frozenset('.!?:;\n։“”«»"(—–')
GOVERNMENTS = ("country", "city", "region")
"""The kinds of place whose name can stand for those who rule there."""


def role(page: Page, sighting: Sighting, place: Place, known: ContextWords) -> str:
    """``metonym`` (Baku said), ``modifier`` (Karabakh Armenians) or ``literal``."""
    if place.kind in GOVERNMENTS and page.word(sighting.first - 1) in known.official_voice:
        return "metonym"
    after = sighting.after
    if page.gap(after)[:1] in ("-", "–") and page.word(after) in known.things:
        return "modifier"
    if page.is_possessive(sighting) or not page.follows_closely(after):
        possessed = page.word(page.next_word(sighting)) in known.possessed
        return "metonym" if possessed and place.kind in GOVERNMENTS and page.is_possessive(sighting) else "literal"
    if place.kind in GOVERNMENTS and _says(page, sighting, known):
        return "metonym"
    if not _is_subject(page, sighting, known):
        return "modifier" if page.word(after) in known.things else "literal"
    if _governs(place, known) and _begins_clause(page, sighting, known) and _acts(page, sighting, known):
        return "metonym"
    if page.word(after) in known.things:
        return "modifier"
    return "literal"


def _is_subject(page: Page, sighting: Sighting, known: ContextWords) -> bool:
    """Whether the name's form, and the word before it, let it be the subject of a verb."""
    ending = fold(page.text[sighting.stem_end : sighting.end])
    return ending in known.subject_endings and page.word(sighting.first - 1) not in known.prepositions


def _says(page: Page, sighting: Sighting, known: ContextWords) -> bool:
    if not _is_subject(page, sighting, known):
        return False
    for number in range(sighting.after, sighting.after + _STEPS):
        if not page.follows_closely(number):
            return False
        if page.word(number) in known.says:
            return True
        if page.word(number) not in known.passed:
            return False
    return False


def _governs(place: Place, known: ContextWords) -> bool:
    return place.kind == "country" or place.id in known.capitals


def _begins_clause(page: Page, sighting: Sighting, known: ContextWords) -> bool:
    """Whether a clause begins with the name, or the list it ends, so that it is the subject of the verb behind it."""
    first = sighting.first
    while first > 0 and page.follows_closely(first) and page.word(first - 1) in known.joiners:
        if not page.is_capital(first - 2):
            break
        first -= 2
        while first > 0 and page.is_capital(first - 1) and "\n" not in page.gap(first):
            first -= 1
    if not page.follows_closely(first):
        return first == sighting.first or any(sign in _STOPS for sign in page.gap(first))
    return page.word(first - 1) in known.clause


def _acts(page: Page, sighting: Sighting, known: ContextWords) -> bool:
    """Whether the verb behind the name is one that a government, not a place, is the subject of."""
    stands = False
    for number in range(sighting.after, sighting.after + _STEPS):
        word = page.word(number)
        if not page.follows_closely(number) or word in known.no_acts:
            return False
        if word in known.states:
            stands = True
        elif stands:
            return word in known.acts or (word.endswith(known.acting_endings) and word not in known.no_acts)
        elif word in known.acts or (len(word) > _SHORT and word.endswith(known.act_endings)):
            return True
        elif word not in known.helpers and word not in known.passed:
            return False
    return False
