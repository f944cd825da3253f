"""A text falls into words, numbers and signs, however it is typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.text.tokens import fold, number_value, tokens


def test_tokens_quote_the_text_and_leave_only_white_space_out() -> None:
    text = "On 12.12.2022, 1,960 men\n\nleft – at 13:00."
    found = list(tokens(text))
    assert [text[t.start : t.end] for t in found] == [t.written for t in found]
    assert [(t.written, t.shape) for t in found if t.shape != "word"] == [
        ("12.12.2022", "full_date"),
        (",", "sign"),
        ("1,960", "number"),
        ("\n\n", "gap"),
        ("–", "sign"),
        ("13:00", "number"),
        (".", "sign"),
    ]


@given(text=st.text())
def test_no_character_but_white_space_is_lost(text: str) -> None:
    kept = "".join(token.written for token in tokens(text))
    assert "".join(kept.split()) == "".join(text.split())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("İYUN", "iyun"),
        ("Ağdamın", "AĞDAMIN"),
        ("четырёх", "четырех"),
        ("գնա՞ն", "գնան"),
        ("և", "եւ"),
        ("e\u0301cole", "école"),
        ("–", "-"),
    ],
)
def test_spellings_that_mean_the_same_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("ölüb", "olub"), ("ön", "on"), ("мой", "мои")])
def test_words_that_differ_by_a_mark_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("written", "value"),
    [("34", 34), ("2,317", 2317), ("1.960", 1960), ("13 000", 13000), ("3.5", 3.5), ("13:00", None), ("100.2.1", None)],
)
def test_a_number_is_worth_what_it_says(written: str, value: float | None) -> None:
    assert number_value(written) == value
