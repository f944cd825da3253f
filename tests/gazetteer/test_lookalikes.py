"""Letters that look alike."""

from __future__ import annotations

import pytest

from gazetteer.lookalikes import mixed_words, scripts, unmix


@pytest.mark.parametrize(
    ("mixed", "plain"),
    [
        ("Бaку и Шуша", "Баку и Шуша"),
        ("Lаchin", "Lachin"),
        ("Aрцах", "Арцах"),
        ("Գoրիս", "Գօրիս"),
        ("qazжурнал", "qazжурнал"),
        ("Baku, Баку", "Baku, Баку"),
    ],
)
def test_a_mixed_word_is_set_in_the_script_of_most_of_its_letters(mixed: str, plain: str) -> None:
    assert unmix(mixed) == plain


def test_mixed_words_are_listed() -> None:
    assert mixed_words("Lаchin and Баку and Baku") == ("Lаchin",)


def test_scripts_are_counted() -> None:
    assert scripts("Bakı, Баку, 5") == {"latin": 4, "cyrillic": 4}
