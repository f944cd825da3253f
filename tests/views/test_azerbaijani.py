from __future__ import annotations

import pytest

from views.azerbaijani import capital, ordinal
from views.texts import Texts

DIGITS = ("", "bir", "iki", "üç", "dörd", "beş", "altı", "yeddi", "səkkiz", "doqquz")
TENS = ("", "on", "iyirmi", "otuz", "qırx", "əlli", "altmış", "yetmiş", "səksən", "doxsan")
HARMONY = {"i": "i", "e": "i", "ə": "i", "ı": "ı", "a": "ı", "u": "u", "o": "u", "ü": "ü", "ö": "ü"}
"""The vowel of an ending by the last vowel before it."""


def _spoken(number: int) -> str:
    """The number in words."""
    hundreds = number // 100 % 10
    words = (
        f"{DIGITS[number // 1000] if number // 1000 > 1 else ''} min" if number >= 1000 else "",
        f"{DIGITS[hundreds]} yüz" if hundreds else "",
        TENS[number // 10 % 10],
        DIGITS[number % 10],
    )
    return " ".join(word for word in words if word)


@pytest.mark.parametrize("year", range(1900, 2101))
def test_the_ending_of_a_year_follows_the_last_vowel_that_is_spoken(year: int) -> None:
    last = next(letter for letter in reversed(_spoken(year)) if letter in HARMONY)
    assert ordinal(year) == f"{year}-c{HARMONY[last]}"


@pytest.mark.parametrize(
    "written", ["1900-cü", "1905-ci", "1923-cü", "1969-cu", "1990-cı", "1991-ci", "2000-ci", "2006-cı", "2010-cu",
                "2020-ci", "2023-cü", "2100-cü"]
)  # fmt: skip
def test_years_are_written_as_newspapers_write_them(written: str) -> None:
    assert ordinal(int(written[:4])) == written


def test_only_azerbaijani_puts_an_ending_to_a_year() -> None:
    assert [Texts(language).year(1991) for language in ("az", "en", "hy", "ru")] == ["1991-ci", "1991", "1991", "1991"]


@pytest.mark.parametrize(("small", "large"), [("iyun", "İyun"), ("ingilis", "İngilis"), ("ırmaq", "Irmaq"), ("", "")])
def test_the_capital_of_i_keeps_its_dot(small: str, large: str) -> None:
    assert capital(small) == large
