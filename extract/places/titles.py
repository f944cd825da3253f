"""Names in quotation marks that are an organisation's, a club's or a work's: «Голос Армении», "Shushi" battalion."""

from __future__ import annotations

from dataclasses import dataclass

from extract.places.page import Page, Sighting
from extract.places.refusal import CLUB, Refusal
from extract.places.words import ContextWords

_OPENING = {"«": "»", "“": "”", "„": "“”", '"': '"', "‘": "’"}
_CLOSING = '»”"“’'
_REACH = 80
_MOST_WORDS = 8
_MOST_TITLES = 4
"""In one list; a word before the first of them is said of them all."""


@dataclass(frozen=True, slots=True)
class _Title:
    """What stands between quotation marks: ``text[opening : closing + 1]``, the words ``first`` up to ``after``."""

    opening: int
    closing: int
    first: int
    after: int


def part_of_title(page: Page, sighting: Sighting, known: ContextWords) -> Refusal | None:
    """Why the quotation marks around a name make a title of it; ``None`` if there are none, or they do not."""
    title = _title_around(page, sighting.start, sighting.end)
    if title is None or title.after - title.first > _MOST_WORDS or not page.is_capital(title.first):
        return None
    whole = page.text[title.opening : title.closing + 1]
    near = _words_after(page, title, known) | _words_before(page, title, known)
    if near & known.quoted:
        return Refusal(f"part of a title: {whole}", CLUB if near & known.clubs else "")
    last = page.word(title.after - 1)
    if title.after > sighting.after and (last in known.heads or last in known.plain_heads):
        return Refusal(f"part of a title: {whole}")
    if _is_qualified(page, sighting, title, known):
        return Refusal(f"part of a title: {whole}")
    alone = (title.first, title.after) == (sighting.first, sighting.after)
    if alone and _tells_of_sport(page, title, known):
        return Refusal(f"a club: {whole}", CLUB)
    return None


def _words_after(page: Page, title: _Title, known: ContextWords) -> set[str]:
    """The word right behind a title, and behind a word such as "state" the one that follows."""
    after = title.after
    near = {page.word(after)} if page.gap(after).strip('»”"“’- \u00a0') == "" else set()
    if near & known.fillers:
        near.add(page.word(after + 1))
    return near


def _words_before(page: Page, title: _Title, known: ContextWords) -> set[str]:
    """The word before a title or before the list of titles that it stands in, and before a capitalised one another."""
    for _ in range(_MOST_TITLES):
        first = title.first
        gap = page.gap(first)
        if "\n" in gap:
            return set()
        earlier = _earlier_title(page, title, known)
        if earlier is None:
            if gap.strip('«“"„‘ \u00a0'):
                return set()
            return {page.word(first - 1), page.word(first - 2) if page.is_capital(first - 1) else ""}
        title = earlier
    return set()


def _earlier_title(page: Page, title: _Title, known: ContextWords) -> _Title | None:
    """The title that stands before this one in a list (партии «Родина» и «Армения»)."""
    number = title.first - 1
    if page.word(number) in known.joiners and page.gap(number)[:1] in _CLOSING:
        return _title_around(page, page.starts[number - 1], page.ends[number - 1]) if number > 0 else None
    gap = page.gap(title.first)
    if gap[:1] in _CLOSING and gap[1:2] == ",":
        return _title_around(page, page.starts[number], page.ends[number])
    return None


def _is_qualified(page: Page, sighting: Sighting, title: _Title, known: ContextWords) -> bool:
    """``«Светлая Армения»``: one capitalised word before the name, and it is none that parts a land."""
    return (
        title.first == sighting.first - 1
        and title.after == sighting.after
        and page.text[title.closing - 1].isalnum()
        and page.follows_closely(sighting.first)
        and not page.word(title.first).startswith(known.compass)
        and page.word(title.first) not in known.kind_before
    )


def _tells_of_sport(page: Page, title: _Title, known: ContextWords) -> bool:
    """Whether the sentence has a word of sport, or of winning and losing beside another title."""
    span = page.sentences[page.sentence(title.opening)]
    first, after = page.words_of(span.start, span.end)
    words = {page.word(number) for number in range(first, after)}
    opened = sum(page.text.count(sign, span.start, span.end) for sign in "«“„")
    rival = opened + page.text.count('"', span.start, span.end) // 2 > 1
    return bool(words & known.sports) or (rival and bool(words & known.contests))


def _title_around(page: Page, start: int, end: int) -> _Title | None:
    """The title that ``text[start:end]`` stands in."""
    opening = _opening(page, start)
    if opening is None:
        return None
    closers = _OPENING[page.text[opening]]
    closing = next((at for at in range(end, min(len(page.text), opening + _REACH)) if page.text[at] in closers), None)
    return _Title(opening, closing, *page.words_of(opening, closing)) if closing is not None else None


def _opening(page: Page, start: int) -> int | None:
    for at in range(start - 1, max(-1, start - _REACH), -1):
        sign = page.text[at]
        if sign in _OPENING and (at == 0 or not page.text[at - 1].isalnum()):
            return at
        if sign in "»”" or (sign == "\n" and page.sentence(at) != page.sentence(start)):
            return None
    return None
