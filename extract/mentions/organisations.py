"""Names of organisations, events, documents and works that a place's name is only a part of."""

from __future__ import annotations

from extract.mentions.page import Page, Sighting
from extract.mentions.refusal import CLUB, Refusal
from extract.mentions.words import ContextWords
from extract.tokens import fold

_REACH = 6
_HEAD_REACH = 7
_OPENING = {"«": "»", "“": "”", "„": "“”", '"': '"', "‘": "’"}
_QUOTE_REACH = 80
_QUOTE_WORDS = 8


def part_of_name(page: Page, sighting: Sighting, known: ContextWords) -> Refusal | None:
    """Why the name is part of a longer one, which is no place's; ``None`` if it is not."""
    return (
        _in_organisation(page, sighting, known)
        or _after_prefix(page, sighting, known)
        or _after_of(page, sighting, known)
        or _in_quoted_title(page, sighting, known)
    )


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
        return Refusal(f"part of a name that begins with “{page.written(number)}”", _club(word, known))
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
        return Refusal(f"part of a title: {whole}", CLUB if near & known.clubs else "")
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


def _club(word: str, known: ContextWords) -> str:
    return CLUB if word in known.clubs else ""
