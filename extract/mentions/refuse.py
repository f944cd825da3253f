"""When a known name is no mention of a place: it belongs to a person, an organisation, an event, a work, an address."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.mentions.page import Page, Sighting
from extract.mentions.words import ContextWords
from extract.tokens import fold
from gazetteer import Candidate

_REACH = 6
_HEAD_REACH = 7
_LINKS = frozenset({"of", "for", "and", "on", "in"})
_ADDRESS_REACH = 60
_OPENING = {"«": "»", "“": "”", "„": "“”", '"': '"', "‘": "’"}
_QUOTE_REACH = 80
_QUOTE_WORDS = 8
_ADDRESS_BEFORE = re.compile(r"(?:://\S*|www\.\S*|@|[_\\]|\w\.)\Z")
_ADDRESS_AFTER = re.compile(r"(?:\.[a-z]{2,6}\b|\.[A-Z][a-z]\b|[@_\\]\w)")


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a name is no mention."""

    reason: str
    """In words for the reader."""
    sticks: bool = False
    """Whether the same bare name elsewhere in the text is taken for the same person or club."""


def refusal(page: Page, sighting: Sighting, known: ContextWords, previous: Sighting | None) -> Refusal | None:
    """Why the name is no mention here; ``None`` if nothing speaks against it.

    ``previous`` is the sighting before it, if any.
    """
    return (
        _in_address(page, sighting)
        or _in_organisation(page, sighting, known)
        or _after_prefix(page, sighting, known)
        or _after_of(page, sighting, known)
        or _is_seat(page, sighting, known)
        or _in_street(page, sighting, known)
        or _in_quoted_title(page, sighting, known)
        or (None if _touches(previous, sighting) else _is_person(page, sighting, known))
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


def _in_organisation(page: Page, sighting: Sighting, known: ContextWords) -> Refusal | None:
    """``Yerevan State University``, ``Second Karabakh War``: capitalised words behind the name lead to a head."""
    if fold(page.text[sighting.stem_end : sighting.end]) not in known.genitive:
        return None
    number = sighting.after
    for _ in range(1 if page.is_title_case(sighting.start) else _REACH):
        if not _continues(page, number):
            return None
        word = page.word(number)
        if word in known.plain_heads or (word in known.heads and page.is_capital(number)):
            if word in known.official and not _has_head(page, number + 1, known):
                return None
            whole = page.text[sighting.start : page.ends[number]]
            return Refusal(f"part of the name of an organisation, event or work: “{whole}”", word in known.clubs)
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
    """``Radio Yerevan``, ``FC Ararat-Armenia``: a word for such names right before it."""
    number = sighting.first - 1
    gap = page.gap(sighting.first)
    if gap == "-" and page.is_capital(number):
        gap = page.gap(number)
        number -= 1
    word = page.word(number)
    if word not in known.prefixes or gap.strip(' «"“„') or "\n" in gap:
        return None
    unchanged = sighting.stem_end == sighting.end
    if page.is_capital(number) or (unchanged and not word.isascii()):
        return Refusal(f"part of a name that begins with “{page.written(number)}”", word in known.clubs)
    return None


def _after_of(page: Page, sighting: Sighting, known: ContextWords) -> Refusal | None:
    """``Voice of Armenia``, ``Organization for Security and Co-operation in Europe``: a head in the words before."""
    number = sighting.first - 1
    if page.word(number) == "the" and page.follows_closely(sighting.first):
        number -= 1
    if not page.follows_closely(number + 1):
        return None
    if page.word(number) in known.of_heads and page.is_capital(number) and sighting.stem_end != sighting.end:
        return Refusal(f"part of a name that begins with “{page.written(number)}”")
    if page.word(number) not in _LINKS:
        return None
    heads = known.of_heads if page.word(number) == "of" else known.bodies
    for head in range(number - 1, number - 1 - _HEAD_REACH, -1):
        if not page.follows_closely(head + 1):
            return None
        if page.is_capital(head) and page.word(head) in heads:
            return Refusal(f"part of a name that begins with “{page.written(head)}”")
        if page.word(number) == "of" or not (page.is_capital(head) or page.word(head) in _LINKS):
            return None
    return None


def _is_seat(page: Page, sighting: Sighting, known: ContextWords) -> Refusal | None:
    """``the Kremlin said``: a building that stands for those who sit in it."""
    if spelling(page, sighting).startswith(known.seats):
        return Refusal("a building named for those who sit in it")
    return None


def _in_street(page: Page, sighting: Sighting, known: ContextWords) -> Refusal | None:
    """``улица Низами``: a small place's name behind a word for a street."""
    number = sighting.first - 1
    if page.word(number) not in known.streets or any(_is_town(candidate) for candidate in sighting.candidates):
        return None
    return Refusal(f"a street: “{page.text[page.starts[number] : sighting.end]}”")


def _in_quoted_title(page: Page, sighting: Sighting, known: ContextWords) -> Refusal | None:
    """A short title in quotation marks that a word next to it, or its own last word, says is no place's."""
    opening = _opening(page.text, sighting.start)
    if opening is None:
        return None
    closers = _OPENING[page.text[opening]]
    closing = next(
        (at for at in range(sighting.end, min(len(page.text), opening + _QUOTE_REACH)) if page.text[at] in closers),
        None,
    )
    if closing is None:
        return None
    first, after = page.words_of(opening, closing)
    if after - first > _QUOTE_WORDS or not page.is_capital(first):
        return None
    whole = page.text[opening : closing + 1]
    near = {page.word(after)} if page.gap(after).strip('»”"“’- \u00a0') == "" else set()
    if near & known.fillers:
        near.add(page.word(after + 1))
    if page.gap(first).strip('«“"„‘ \u00a0') == "" and "\n" not in page.gap(first):
        near |= {page.word(first - 1), page.word(first - 2) if page.is_capital(first - 1) else ""}
    if near & known.quoted:
        return Refusal(f"part of a title: {whole}", bool(near & known.clubs))
    last = page.word(after - 1)
    if after > sighting.after and (last in known.heads or last in known.plain_heads):
        return Refusal(f"part of a title: {whole}")
    return None


def _opening(text: str, start: int) -> int | None:
    for at in range(start - 1, max(-1, start - _QUOTE_REACH), -1):
        sign = text[at]
        if sign in _OPENING and (at == 0 or not text[at - 1].isalnum()):
            return at
        if sign in "»”\n":
            return None
    return None


def _is_person(page: Page, sighting: Sighting, known: ContextWords) -> Refusal | None:
    if sighting.is_kind("country", "road", "line") or sighting.kinds or page.word(sighting.after) in known.kind_after:
        return None
    number = sighting.first - 1
    before = page.word(number)
    if sighting.after - sighting.first > 1:
        return _is_namesake(page, sighting, known) if before not in known.kind_before and before != "of" else None
    gap = page.gap(sighting.first)
    whole = page.text[page.starts[number] : sighting.end] if number >= 0 else ""
    if gap in (" ", ". ") and before in known.addresses:
        return Refusal(f"a person's name: “{whole}”", sticks=True)
    if before in known.titles and gap == " " and not page.is_capital(number) and _may_be_titled(page, sighting):
        return Refusal(f"a person's name: “{whole}”", sticks=True)
    if page.is_capital(number) and gap in (" ", ". ", "\u00a0"):
        initial = page.written(number)
        if before in known.titles or (len(initial) == 1 and "." in gap) or (before in known.given and "." not in gap):
            return Refusal(f"a person's name: “{whole}”", sticks=True)
    return (
        _is_surname(page, sighting, known)
        or _is_given_name(page, sighting, known)
        or _is_particle(page, sighting, known)
    )


def _may_be_titled(page: Page, sighting: Sighting) -> bool:
    """Whether a name behind a title in small letters is a person's: a small place's, or one before a surname."""
    if sighting.stem_end != sighting.end:
        return False
    titled = page.is_capital(sighting.after) and page.follows_closely(sighting.after)
    return titled or not any(_is_town(candidate) for candidate in sighting.candidates)


def _is_surname(page: Page, sighting: Sighting, known: ContextWords) -> Refusal | None:
    """``Shahriyar Alibeyli``: a village's name in mid-sentence, right behind another capitalised word."""
    number = sighting.first - 1
    before = page.word(number)
    if not page.is_capital(number) or not page.follows_closely(sighting.first) or page.written(number).isupper():
        return None
    if _starts_sentence(page, number) or any(_is_town(candidate) for candidate in sighting.candidates):
        return None
    if before in known.kind_before or before in known.kind_fillers or before in known.official:
        return None
    return Refusal(f"a person's name: “{page.written(number)} {page.written(sighting.first)}”", sticks=True)


def _is_namesake(page: Page, sighting: Sighting, known: ContextWords) -> Refusal | None:
    """``Hakob Hakobyan``: the whole name of the person whom a village is named after."""
    if page.word(sighting.first) not in known.given or any(_is_town(candidate) for candidate in sighting.candidates):
        return None
    return Refusal(f"a person's name: “{page.text[sighting.start : sighting.end]}”", sticks=True)


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


def _starts_sentence(page: Page, number: int) -> bool:
    return any(sign in ".!?\n։:" for sign in page.gap(number))


def _is_town(candidate: Candidate) -> bool:
    return candidate.place.kind != "village" and not candidate.name.weak


def namesakes(page: Page, known: ContextWords) -> dict[str, Refusal]:
    """Words, folded, that the text somewhere gives to a club or a person (``FK Qarabag``, ``Ned Price``)."""
    found: dict[str, Refusal] = {}
    for number, word in enumerate(page.words):
        if word in known.clubs:
            for near in (number - 1, number + 1):
                if page.is_capital(near) and page.gap(max(near, number)).strip(" «»“”\"'") == "":
                    found[page.words[near]] = Refusal(f"a club, as in “{page.written(near)}”", sticks=True)
        elif word in known.given and _is_full_name(page, number):
            whole = f"{page.written(number)} {page.written(number + 1)}"
            found[page.words[number + 1]] = Refusal(f"a person's name: “{whole}”", sticks=True)
    return found


def _is_full_name(page: Page, number: int) -> bool:
    return page.is_capital(number) and page.is_capital(number + 1) and page.follows_closely(number + 1)


def sticks(page: Page, sighting: Sighting, known: ContextWords) -> bool:
    """Whether a name that is a person's or a club's elsewhere in the text is so here: nothing makes a place of it."""
    if sighting.is_kind("country"):
        return False
    bare = sighting.stem_end == sighting.end and not sighting.kinds
    return bare and page.word(sighting.first - 1) not in known.prepositions


def spelling(page: Page, sighting: Sighting) -> str:
    """The name as it stands, folded: one key for one name in one text."""
    return fold(page.text[sighting.start : sighting.end])
