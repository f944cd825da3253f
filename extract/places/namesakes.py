"""Names that are more often a person's or a people's than the place's: Владимир, Շուշան, Lori, Kazakh, a Pushkin."""

from __future__ import annotations

from extract.places.page import Page, Sighting
from extract.places.refusal import PERSON, Refusal, is_town
from extract.places.words import ContextWords

_SHORTEST_SURNAME = 5


def namesake(page: Page, sighting: Sighting, following: Sighting | None, known: ContextWords) -> Refusal | None:
    """Why a name that persons bear too is a person's here; ``None`` if it may be the place.

    ``following`` is the next known name of the text, which no surname is if it is a town's.
    """
    if sighting.is_kind("road", "line") or sighting.kinds or page.word(sighting.after) in known.kind_after:
        return None
    name = page.spelling(sighting)
    if name in known.poets and _is_on_monument(page, sighting, known):
        return Refusal(f"the person whom the place is named after: “{_with_next(page, sighting)}”")
    if name in known.peoples and _is_people(page, sighting, known):
        return Refusal("one of a people, or what is theirs")
    if name in known.first:
        return _first_name(page, sighting, following, known)
    if name in known.countries and _has_surname(page, sighting, following, known):
        return Refusal(f"a person's name: “{_with_next(page, sighting)}”")
    return None


def _is_on_monument(page: Page, sighting: Sighting, known: ContextWords) -> bool:
    """``памятник Пушкину``, ``Füzuli heykəli``, ``a statue of Nizami``, ``театр имени Физули``."""
    before = sighting.first - 1
    if page.word(before) in known.of and page.follows_closely(sighting.first):
        before -= 1
    after = page.next_word(sighting)
    beside_before = page.word(before) in known.memorials and page.follows_closely(before + 1)
    return beside_before or (page.word(after) in known.memorials and page.gap(after).isspace())


def _is_people(page: Page, sighting: Sighting, known: ContextWords) -> bool:
    """``the Kazakh president``, ``a Kazakh``: no word such as "in" right before it, or an office behind it."""
    before, after = page.word(sighting.first - 1), page.word(sighting.after)
    return before not in known.prepositions or after in known.things or after in known.official


def _first_name(page: Page, sighting: Sighting, following: Sighting | None, known: ContextWords) -> Refusal | None:
    """A person's, where a surname, a particle or a verb of saying follows; a place's behind a word such as "in"."""
    after = sighting.after
    if page.follows_closely(after) and page.word(after) in known.says:
        return Refusal(f"a person's name before “{page.written(after)}”", PERSON)
    inside = page.word(sighting.first - 1) in known.inside
    if _is_particle(page, after, known) or _has_plain_surname(page, sighting, following, known, inside=inside):
        return Refusal(f"a person's first name: “{_with_next(page, sighting)}”", PERSON)
    return None


def _is_particle(page: Page, number: int, known: ContextWords) -> bool:
    """``Ларс фон Триер``."""
    return page.word(number) in known.particles and page.is_capital(number + 1) and page.follows_closely(number)


def _has_plain_surname(
    page: Page, sighting: Sighting, following: Sighting | None, known: ContextWords, *, inside: bool
) -> bool:
    """Whether any capitalised word follows that may be a surname; ``inside`` only one that has a surname's ending."""
    after = sighting.after
    if not _may_be_surname(page, after, following, known):
        return False
    return page.word(after).endswith(known.surname_ends) or not (inside or page.is_title_case(sighting.start))


def _has_surname(page: Page, sighting: Sighting, following: Sighting | None, known: ContextWords) -> bool:
    """``Armenia Petrosyan``, ``Georgia Smith, an MP``, ``Jordan Baker, 34``: a surname by its ending, or described."""
    after = sighting.after
    if not _may_be_surname(page, after, following, known) or page.word(sighting.first - 1) in known.prepositions:
        return False
    surname = page.word(after)
    if len(surname) >= _SHORTEST_SURNAME and surname.endswith(known.surname_ends):
        return True
    described = page.word(after + 1).isdigit() or page.word(after + 1) in known.articles
    return page.gap(after + 1).strip() == "," and described and not page.is_title_case(sighting.start)


def _may_be_surname(page: Page, number: int, following: Sighting | None, known: ContextWords) -> bool:
    if not page.is_capital(number) or not page.follows_closely(number):
        return False
    word = page.word(number)
    if any(word in words for words in (known.official, known.heads, known.things, known.kind_after, known.no_names)):
        return False
    is_place = following is not None and following.first == number
    return not (is_place and following is not None and any(is_town(candidate) for candidate in following.candidates))


def _with_next(page: Page, sighting: Sighting) -> str:
    return page.text[sighting.start : page.ends[min(sighting.after, len(page.ends) - 1)]]
