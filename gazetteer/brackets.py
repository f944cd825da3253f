"""Names with another name in brackets inside them: ``the Berdzor (Lachin) corridor`` is one road."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gazetteer.index import NameHit

_OPENING = re.compile(r"[ \n][(\[][«„“\"]?")
_CLOSING = re.compile(r"[»”\"]?[)\]][ \n]")
_LONGEST_REST = 60


def join_over_brackets(
    text: str, hits: Sequence[NameHit], find: Callable[[str], Sequence[NameHit]]
) -> tuple[NameHit, ...]:
    """The hits, with ``A (B) corridor`` as one hit where ``A corridor`` or ``B corridor`` is a name.

    Args:
        text: The text in which the hits stand.
        hits: In text order.
        find: Finds names in another text.

    """
    joined: list[NameHit] = []
    position = 0
    while position < len(hits):
        hit = hits[position]
        whole = _join(text, hit, hits[position + 1], find) if position + 1 < len(hits) else None
        joined.append(whole or hit)
        position += 2 if whole else 1
    return tuple(joined)


def _join(text: str, outer: NameHit, inner: NameHit, find: Callable[[str], Sequence[NameHit]]) -> NameHit | None:
    closing = _CLOSING.match(text, inner.end)
    if not closing or not _OPENING.fullmatch(text, outer.end, inner.start):
        return None
    rest = text[closing.end() : closing.end() + _LONGEST_REST]
    for name in (outer, inner):
        surface = text[name.start : name.end] + " "
        found = find(surface + rest)
        if found and found[0].start == 0 and found[0].end > len(surface):
            shift = closing.end() - len(surface)
            return replace(found[0], start=outer.start, end=found[0].end + shift, stem_end=found[0].stem_end + shift)
    return None
