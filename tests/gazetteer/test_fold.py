"""What counts as one spelling, and that offsets survive."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.fold import fold, fold_with_offsets

TEXT = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from("İıəǝƏЁёЙйևեւվԵՎՒ՞՛\u00ad\u200b\u0301\u0327’'–- \nABab"),
    )
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("İrəvan", "irəvan"),
        ("Şuşa", "SUSA"),
        ("Xankǝndi", "Xankəndi"),
        ("Laçın", "Lacin"),
        ("Горёва", "горева"),
        ("Երևան", "ԵՐԵՎԱՆ"),
        ("Երևան", "Երեւան"),
        ("Ստեփանակե՞րտ", "Ստեփանակերտ"),
        ("Nagorno–Karabakh", "Nagorno-Karabakh"),
        ("Bakı’da", "Bakı'da"),
        ("Step\u00adana\u200bkert", "Stepanakert"),
        ("Ağdam", "Ag\u0306dam"),
        ("Ｂａｋｕ", "Baku"),
        ("Лaчин", "Лачин"),
        ("Gоris", "Goris"),
        ("Әhmədli", "Əhmədli"),
    ],
)
def test_two_spellings_of_one_name_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("Şəki", "Şaki"), ("Aghdam", "Aghdara"), ("Van", "Ван"), ("Sus", "Suş a")])
def test_different_names_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_a_word_of_two_scripts_without_twins_is_left_alone() -> None:
    assert fold("wwwж") == "wwwж"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Bu gün İrəvan", "İrəvan"),
        ("և Երևան", "Երևան"),
        ("ﬁle Ag\u0306dam!", "Ag\u0306dam"),
        ("Bakı\u0301.", "Bakı\u0301"),
        ("s\u00adt Step\u00adanakert\u200b", "Step\u00adanakert"),
    ],
)
def test_offsets_point_into_the_text_as_given(text: str, name: str) -> None:
    folded = fold_with_offsets(text)
    start = folded.text.index(fold(name))
    first, last = folded.span(start, start + len(fold(name)))
    assert text[first:last] == name


def test_initial_capitals_are_kept_on_request_and_only_at_word_beginnings() -> None:
    assert fold_with_offsets("BAKU and mcBaku, İRƏVAN, ԵՎՐՈՊԱ", initials=True).text == "Baku and mcbaku, Irəvan, Եւրոպա"


@given(TEXT)
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(TEXT)
def test_folding_with_offsets_gives_the_same_string(text: str) -> None:
    assert fold_with_offsets(text).text == fold(text)
    assert fold(fold_with_offsets(text, initials=True).text) == fold(text)


@given(TEXT)
def test_every_folded_character_comes_from_one_place_in_order(text: str) -> None:
    folded = fold_with_offsets(text)
    spans = [folded.span(i, i + 1) for i in range(len(folded.text))]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert [start for start, _ in spans] == sorted(start for start, _ in spans)


@given(TEXT)
def test_composed_and_decomposed_text_fold_alike(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))


@given(st.text("abcşƏёև", min_size=1), TEXT)
def test_a_name_in_a_text_is_where_the_offsets_say(name: str, rest: str) -> None:
    folded = fold_with_offsets(f"{name} {rest}")
    start, end = folded.span(0, len(fold(name)))
    assert (start, end) == (0, len(name))
