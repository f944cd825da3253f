"""How a place's name is used: for the place, for its government, or to describe people and things."""

from __future__ import annotations

from extract.mentions.page import Page, Sighting
from extract.mentions.words import ContextWords
from extract.tokens import fold
from gazetteer import Place

_STEPS = 4
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
    if page.word(after) in known.things:
        return "modifier"
    return "literal"


def _says(page: Page, sighting: Sighting, known: ContextWords) -> bool:
    ending = fold(page.text[sighting.stem_end : sighting.end])
    if ending not in known.subject_endings or page.word(sighting.first - 1) in known.prepositions:
        return False
    for number in range(sighting.after, sighting.after + _STEPS):
        if not page.follows_closely(number):
            return False
        if page.word(number) in known.says:
            return True
        if page.word(number) not in known.passed:
            return False
    return False
