"""Neighbouring number words make one amount where a speaker would hear one."""

from __future__ import annotations

import pytest

from extract.grammar.matcher import Tagged
from extract.grammar.numbers import merge_numbers


def amounts(*values: float | str) -> list[object]:
    """The values after merging; strings are words between, ``5!`` stands for digits."""
    tagged = []
    for i, value in enumerate(values):
        if isinstance(value, str) and value.endswith("!"):
            tagged.append(Tagged(i, i + 1, "digits", int(value[:-1])))
        elif isinstance(value, str):
            tagged.append(Tagged(i, i + 1, value, None))
        else:
            tagged.append(Tagged(i, i + 1, "number", value))
    merged = merge_numbers(tagged, ("number", "digits"), ("and", "hyphen"))
    return [token.kind if token.value is None else token.value for token in merged]


@pytest.mark.parametrize(
    ("words", "amount"),
    [
        ((20, 5), 25),
        ((20, "hyphen", 5), 25),
        ((1, 100, "and", 70), 170),
        ((2, 1000, 300), 2300),
        ((3, 100, 20, 1), 321),
        ((200, 50, 4), 254),
        (("15!", 1000), 15000),
        ((100, 1000), 100_000),
    ],
)
def test_one_amount_is_heard(words: tuple[float | str, ...], amount: int) -> None:
    assert amounts(*words) == [amount]


@pytest.mark.parametrize(
    "words", [(5, 3), (2, "and", 3), (20, 30), ("20!", 5), (5, "and", 100), (12, 7), (3, "other", 4), (30, 100)]
)
def test_two_amounts_stay_two(words: tuple[float | str, ...]) -> None:
    numbers = [value for value in words if isinstance(value, int) or str(value).endswith("!")]
    assert len([value for value in amounts(*words) if isinstance(value, int)]) == len(numbers)


def test_a_merged_amount_covers_its_words() -> None:
    tagged = [Tagged(0, 6, "number", 20), Tagged(6, 7, "hyphen", None), Tagged(7, 11, "number", 5)]
    assert merge_numbers(tagged, ("number",), ("hyphen",)) == [Tagged(0, 11, "number", 25)]
