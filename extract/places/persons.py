"""Names of persons that are spelled like a place's."""

from __future__ import annotations

from extract.places.page import Page, Sighting
from extract.places.refusal import PERSON, Refusal, is_town
from extract.places.words import ContextWords


def person(page: Page, sighting: Sighting, known: ContextWords) -> Refusal | None:
    """Why the name is a person's here; ``None`` if nothing says so."""
    if sighting.is_kind("road", "line") or sighting.kinds or page.word(sighting.after) in known.kind_after:
        return None
    number = sighting.first - 1
    before = page.word(number)
    if sighting.is_kind("country"):
        named = before in known.given and page.is_capital(number) and page.follows_closely(sighting.first)
        whole = page.text[page.starts[number] : sighting.end] if named else ""
        return Refusal(f"a person's name: “{whole}”") if named else None
    if sighting.after - sighting.first > 1:
        return _is_namesake(page, sighting, known) if before not in known.kind_before and before != "of" else None
    gap = page.gap(sighting.first)
    whole = page.text[page.starts[number] : sighting.end] if number >= 0 else ""
    if gap in (" ", ". ") and before in known.addresses:
        return Refusal(f"a person's name: “{whole}”", PERSON)
    if before in known.titles and gap == " " and not page.is_capital(number) and _may_be_titled(page, sighting, known):
        return Refusal(f"a person's name: “{whole}”", PERSON)
    if page.is_capital(number) and gap in (" ", ". ", "\u00a0"):
        initial = page.written(number)
        if before in known.titles or (len(initial) == 1 and "." in gap) or (before in known.given and "." not in gap):
            return Refusal(f"a person's name: “{whole}”", PERSON)
    return (
        _is_surname(page, sighting, known)
        or _is_given_name(page, sighting, known)
        or _is_particle(page, sighting, known)
        or _speaks(page, sighting, known)
    )


def _may_be_titled(page: Page, sighting: Sighting, known: ContextWords) -> bool:
    """Whether a name behind a title in small letters is a person's: a small place's, or one before a surname."""
    if page.spelling(sighting) in known.first:
        return True
    if sighting.stem_end != sighting.end:
        return False
    titled = page.is_capital(sighting.after) and page.follows_closely(sighting.after)
    return titled or not any(is_town(candidate) for candidate in sighting.candidates)


def _is_surname(page: Page, sighting: Sighting, known: ContextWords) -> Refusal | None:
    """``Shahriyar Alibeyli``: a village's name in mid-sentence, right behind another capitalised word."""
    number = sighting.first - 1
    before = page.word(number)
    if not page.is_capital(number) or not page.follows_closely(sighting.first) or page.written(number).isupper():
        return None
    if _starts_sentence(page, number) or any(is_town(candidate) for candidate in sighting.candidates):
        return None
    if before in known.kind_before or before in known.kind_fillers or before in known.official:
        return None
    return Refusal(f"a person's name: “{page.written(number)} {page.written(sighting.first)}”", PERSON)


def _is_namesake(page: Page, sighting: Sighting, known: ContextWords) -> Refusal | None:
    """``Hakob Hakobyan``: the whole name of the person whom a village is named after."""
    if page.word(sighting.first) not in known.given or any(is_town(candidate) for candidate in sighting.candidates):
        return None
    return Refusal(f"a person's name: “{page.text[sighting.start : sighting.end]}”", PERSON)


def _is_particle(page: Page, sighting: Sighting, known: ContextWords) -> Refusal | None:
    after = sighting.after
    if page.word(sighting.first) in known.particles and page.is_capital(after) and page.follows_closely(after):
        return Refusal(f"part of a person's name: “{page.written(sighting.first)} {page.written(after)}”")
    return None


def _is_given_name(page: Page, sighting: Sighting, known: ContextWords) -> Refusal | None:
    """``Lachin Mammadov``: an unchanged name before a surname, and no word before it that goes with places."""
    after = sighting.after
    if sighting.stem_end != sighting.end or not page.is_capital(after) or not page.follows_closely(after):
        return None
    surname = page.word(after)
    before = page.word(sighting.first - 1)
    if len(surname) < 5 or not surname.endswith(known.surname_ends) or before in known.prepositions:
        return None
    return Refusal(f"a person's first name before “{page.written(after)}”")


def _speaks(page: Page, sighting: Sighting, known: ContextWords) -> Refusal | None:
    """``Kocharli said``: villages say nothing."""
    after = sighting.after
    governed = sighting.is_kind("country", "region") or any(is_town(candidate) for candidate in sighting.candidates)
    if governed or sighting.stem_end != sighting.end:
        return None
    if page.word(after) not in known.says or not page.follows_closely(after):
        return None
    if page.word(sighting.first - 1) in known.prepositions:
        return None
    return Refusal(f"a person's name before “{page.written(after)}”", PERSON)


def _starts_sentence(page: Page, number: int) -> bool:
    return any(sign in ".!?\n։:" for sign in page.gap(number))
