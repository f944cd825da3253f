"""Names of organisations, events and buildings that a place's name is only a part of."""

from __future__ import annotations

from extract.places.page import Page, Sighting
from extract.places.refusal import CLUB, Refusal
from extract.places.titles import part_of_title
from extract.places.words import SETTLEMENTS, ContextWords
from extract.text.tokens import fold

_REACH = 6
_HEAD_REACH = 7
_CLUB_REACH = 3
_STOPS = ".!?\n։:"


def part_of_name(page: Page, sighting: Sighting, known: ContextWords) -> Refusal | None:
    """Why the name is part of a longer one, which is no place's; ``None`` if it is not."""
    return (
        _in_organisation(page, sighting, known)
        or _after_prefix(page, sighting, known)
        or _after_club(page, sighting, known)
        or _after_of(page, sighting, known)
        or _in_longer_place(page, sighting, known)
        or _is_make(page, sighting, known)
        or part_of_title(page, sighting, known)
    )


def _in_organisation(page: Page, sighting: Sighting, known: ContextWords) -> Refusal | None:
    """``Yerevan State University``, ``Second Karabakh War``: capitalised words behind the name lead to a head."""
    if fold(page.text[sighting.stem_end : sighting.end]) not in known.genitive:
        return None
    number = sighting.after
    if page.word(number) in known.bare_heads and sighting.stem_end == sighting.end and _continues(page, number):
        return Refusal(f"a part of “{page.text[sighting.start : page.ends[number]]}”")
    for _ in range(1 if page.is_title_case(sighting.start) else _REACH):
        if not _continues(page, number):
            return None
        word = page.word(number)
        if word in known.plain_heads or (word in known.heads and page.is_capital(number)):
            if word in known.official and not _has_head(page, number + 1, known):
                return None
            whole = page.text[sighting.start : page.ends[number]]
            return Refusal(f"part of the name of an organisation, event or work: “{whole}”", _club(word, known))
        if word in known.official and not _has_head(page, number + 1, known):
            return None
        if not page.is_capital(number) and word not in known.fillers:
            return None
        number += 1
    return None


def _has_head(page: Page, number: int, known: ContextWords) -> bool:
    """Whether the capitalised words from here lead to a head that is no official body."""
    for candidate in range(number, number + 3):
        if not _continues(page, candidate) or not page.is_capital(candidate):
            return False
        word = page.word(candidate)
        if (word in known.heads or word in known.plain_heads) and word not in known.official:
            return True
    return False


def _continues(page: Page, number: int) -> bool:
    gap = page.gap(number)
    return gap in (" ", "\u00a0", " & ", "-", "–") and number < len(page.words)


def _after_prefix(page: Page, sighting: Sighting, known: ContextWords) -> Refusal | None:
    """``Radio Yerevan``, ``FC Ararat-Armenia``, ``the newspaper Azerbaijan``: a word for such names right before it."""
    number = sighting.first - 1
    gap = page.gap(sighting.first)
    if gap == "-" and page.is_capital(number):
        gap = page.gap(number)
        number -= 1
    if gap.strip(' «"“„') or "\n" in gap:
        return None
    word = page.word(number)
    unchanged = sighting.stem_end == sighting.end
    alone = unchanged and not page.is_possessive(sighting)
    if (word in known.prefixes and (page.is_capital(number) or (unchanged and not word.isascii()))) or (
        word in known.named and alone and not page.is_capital(number)
    ):
        return Refusal(f"part of a name that begins with “{page.written(number)}”", _club(word, known))
    return None


def _after_club(page: Page, sighting: Sighting, known: ContextWords) -> Refusal | None:
    """``FC Lernayin Artsakh Goris``: capitalised words before the name lead to a word for a club."""
    for number in range(sighting.first - 1, sighting.first - 1 - _CLUB_REACH, -1):
        if not page.is_capital(number) or not page.follows_closely(number + 1):
            return None
        if page.word(number) in known.clubs and page.written(number).isupper():
            return Refusal(f"part of a name that begins with “{page.written(number)}”", CLUB)
    return None


def _in_longer_place(page: Page, sighting: Sighting, known: ContextWords) -> Refusal | None:
    """``Kansas City``, ``Guernsey County``, ``New London``: another place, whose name has this one in it."""
    after, before = sighting.after, sighting.first - 1
    kind = known.kind_after.get(page.word(after))
    settled = sighting.is_kind(*SETTLEMENTS) or (kind is not None and sighting.is_kind(*kind.kinds))
    if page.word(after) in known.tails and page.is_capital(after) and page.follows_closely(after) and not settled:
        return Refusal(f"part of another place's name: “{page.text[sighting.start : page.ends[after]]}”")
    opens = any(sign in _STOPS for sign in page.gap(before))
    anew = page.word(before) in known.anew and page.is_capital(before) and not opens
    if anew and page.follows_closely(sighting.first) and not page.is_title_case(sighting.start):
        return Refusal(f"part of another place's name: “{page.text[page.starts[before] : sighting.end]}”")
    return None


def _is_make(page: Page, sighting: Sighting, known: ContextWords) -> Refusal | None:
    """``a Belarus tractor``, ``трактор «Беларусь»``: the make of a vehicle."""
    if page.spelling(sighting) not in known.makes:
        return None
    before, after = sighting.first - 1, sighting.after
    behind = page.word(after) in known.vehicles and page.gap(after).strip(' »”"') == ""
    if behind or (page.word(before) in known.vehicles and page.gap(sighting.first).strip(' «“„"') == ""):
        return Refusal("the make of a vehicle")
    return None


def _after_of(page: Page, sighting: Sighting, known: ContextWords) -> Refusal | None:
    """``Voice of Armenia``, ``Organization for Security and Co-operation in Europe``: a head in the words before."""
    number = sighting.first - 1
    if page.word(number) in known.articles and page.follows_closely(sighting.first):
        number -= 1
    if not page.follows_closely(number + 1):
        return None
    if page.word(number) in known.of_heads and page.is_capital(number) and sighting.stem_end != sighting.end:
        return Refusal(f"part of a name that begins with “{page.written(number)}”")
    if page.word(number) not in known.links:
        return None
    heads = known.of_heads if page.word(number) in known.of else known.bodies
    for head in range(number - 1, number - 1 - _HEAD_REACH, -1):
        if not page.follows_closely(head + 1):
            return None
        if page.is_capital(head) and page.word(head) in heads:
            return Refusal(f"part of a name that begins with “{page.written(head)}”")
        if page.word(number) in known.of or not (page.is_capital(head) or page.word(head) in known.links):
            return None
    return None


def _club(word: str, known: ContextWords) -> str:
    return CLUB if word in known.clubs else ""
