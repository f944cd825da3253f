"""Numbers written in words: neighbours such as "one hundred and five" or "15 thousand" read as one amount."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extract.grammar.matcher import Tagged

_THOUSAND = 1000
_HUNDRED = 100


def merge_numbers(tagged: Sequence[Tagged], kinds: Iterable[str], joiners: Iterable[str]) -> list[Tagged]:
    """Successive number tokens as one token of kind ``number``.

    Args:
        tagged: tokens in order.
        kinds: the classes that hold amounts. Number words are of class ``number``, and only they may follow within an
            amount; after digits (the other classes) only hundreds and more do ("15 thousand").
        joiners: classes that may stand between parts ("twenty-five", "hundred and five").

    """
    starts, between = frozenset(kinds), frozenset(joiners)
    merged: list[Tagged] = []
    i = 0
    while i < len(tagged):
        token = tagged[i]
        last, amount = i, token.value
        if token.kind in starts and isinstance(amount, (int, float)):
            last, amount = _extend(tagged, i, between)
        merged.append(token if last == i else Tagged(token.start, tagged[last].end, "number", amount))
        i = last + 1
    return merged


def _extend(tagged: Sequence[Tagged], first: int, joiners: frozenset[str]) -> tuple[int, float]:
    """The last token of the amount that begins at ``first``, and the amount."""
    parts = [_amount(tagged[first])]
    last, i = first, first + 1
    while i < len(tagged):
        step = 1 if tagged[i].kind in joiners and i + 1 < len(tagged) else 0
        token = tagged[i + step]
        part = _amount(token)
        if token.kind != "number" or not _continues(parts, part) or (step and part >= _HUNDRED):
            break
        if last == first and tagged[first].kind != "number" and part < _HUNDRED:
            break
        parts.append(_amount(token))
        last = i + step
        i = last + 1
    return last, _sum(parts)


def _amount(token: Tagged) -> float:
    return token.value if isinstance(token.value, (int, float)) else 0


def _continues(parts: Sequence[float], part: float) -> bool:
    """Whether a part can follow within one amount: a scale multiplies, anything smaller adds."""
    before = parts[-1]
    if part >= _THOUSAND:
        return part > before or before < _THOUSAND
    if part == _HUNDRED:
        return before < 10 or before >= _THOUSAND
    if before >= _HUNDRED:
        return (before % _HUNDRED == 0 and part < _HUNDRED) or before >= _THOUSAND
    return before >= 20 and before % 10 == 0 and 0 < part < 10


def _sum(parts: Sequence[float]) -> float:
    total, current = 0.0, 0.0
    for part in parts:
        if part >= _THOUSAND:
            total += max(current, 1) * part
            current = 0
        elif part == _HUNDRED:
            current = max(current, 1) * _HUNDRED
        else:
            current += part
    amount = total + current
    return int(amount) if amount == int(amount) else amount
