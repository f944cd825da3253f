"""Names that a line break stands in the middle of: ``Nagorno-`` / ``Karabakh``, ``Stepana-`` / ``kert``.

A plain line break is a space to the fold; here are those that come with a hyphen, or with more white space.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gazetteer.index import NameHit

_BREAK = re.compile(r"(?<=[^\W\d_])(?P<hyphen>[-‐‑֊]?)[^\S\n]{0,40}\n[^\S\n]{0,40}(?=[^\W\d_])")
_REACH = 60
"""Characters on either side of a break that a name may take up."""


def join_over_lines(
    text: str, hits: Sequence[NameHit], find: Callable[[str], Sequence[NameHit]]
) -> tuple[NameHit, ...]:
    """The hits, with those that reach over a broken line put in the place of what they overlap.

    Args:
        text: The text in which the hits stand.
        hits: In text order.
        find: Finds names in another text.

    """
    broken = (match for match in _BREAK.finditer(text) if match[0] != "\n")
    over = [hit for match in broken if (hit := _over(text, match, find)) is not None]
    result: list[NameHit] = []
    for hit in sorted((*over, *hits), key=lambda hit: (hit.start, -hit.end)):
        if not result or hit.start >= result[-1].end:
            result.append(hit)
        elif hit.end > result[-1].end and hit.end - hit.start > result[-1].end - result[-1].start:
            result[-1] = hit
    return tuple(result)


def _over(text: str, match: re.Match[str], find: Callable[[str], Sequence[NameHit]]) -> NameHit | None:
    """The name that the break stands in, or ``None`` if it stands in none."""
    start, end = match.span()
    first = max(0, start - _REACH)
    before, after = text[first:start], text[end : end + _REACH]
    for joint in _joints(match, after):
        for hit in find(before + joint + after):
            if hit.start < len(before) and len(before) + len(joint) < hit.end:
                shift = end - len(before) - len(joint)
                stem_end = hit.stem_end + (shift if hit.stem_end > len(before) else first)
                return replace(hit, start=hit.start + first, end=hit.end + shift, stem_end=stem_end)
    return None


def _joints(match: re.Match[str], after: str) -> Iterator[str]:
    """What may have stood where the line was broken."""
    if not match["hyphen"]:
        yield " "
        return
    yield "-"
    if after[0].islower():
        yield ""
