from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from views import state
from views.state import FILTERS, PARAMETERS, Notice, View, read_view, write_view

EVERYTHING = View(
    lang="hy",
    names="ru",
    outlets=("Turan", ""),
    countries=("AZ",),
    languages=("ru", "hy"),
    types=("shelling",),
    places=("shusha",),
    statuses=("denied",),
    precisions=("point",),
    readers=("hand",),
    first=date(2020, 9, 27),
    last=date(2020, 11, 10),
    confidence=40,
    told_by=2,
    words="Red Cross & ՀՀ",
    layers=(),
    background="relief",
    step="day",
    at="shusha",
    event="e1",
    a="Turan",
    b="Armenpress",
    story="s",
    called="shusha",
    doc="d1",
    lat=39.8,
    lon=46.7,
    zoom=11,
    corpus="c",
    gazetteer="g",
)


def test_an_address_brings_back_every_part_of_a_view() -> None:
    assert all(getattr(EVERYTHING, field.name) != getattr(View(), field.name) for field in fields(View))
    assert read_view(write_view(EVERYTHING), {}) == (EVERYTHING, [])


def test_the_plain_view_has_a_plain_address() -> None:
    assert write_view(View()) == {}


def test_only_a_confidence_other_than_the_usual_stands_in_the_address() -> None:
    assert write_view(View(confidence=0)) == {"confidence": ["0"]}
    assert read_view({"confidence": ["0"]}, {}) == (View(confidence=0), [])
    assert read_view({"confidence": ["50"]}, {}) == (View(), [])


def test_every_part_of_a_view_has_one_parameter() -> None:
    assert sorted(parameter.field for parameter in PARAMETERS) == sorted(field.name for field in fields(View))
    assert len({parameter.name for parameter in PARAMETERS}) == len(PARAMETERS)


@pytest.mark.parametrize(
    ("name", "value", "wanted"),
    [
        ("from", "yesterday", "date"),
        ("to", "2020-02-30", "date"),
        ("from", "0001-01-01", "date"),
        ("confidence", "very", "number"),
        ("confidence", "101", "number"),
        ("lat", "nan", "number"),
        ("zoom", "1e9", "number"),
        ("lang", "xx", "choice"),
        ("names", "<script>", "choice"),
        ("status", "unknown", "choice"),
        ("read", "nobody", "choice"),
        ("layer", "${alert(1)}", "choice"),
    ],
)
def test_nonsense_in_an_address_is_left_out_and_said(name: str, value: str, wanted: str) -> None:
    assert read_view({name: [value]}, {}) == (View(), [Notice(name, value, wanted)])


def test_a_value_that_the_store_does_not_have_is_left_out_and_said() -> None:
    view, notices = read_view({"outlet": ["Turan", "Nobody"]}, {"outlets": frozenset({"Turan"})})
    assert (view.outlets, notices) == (("Turan",), [Notice("outlet", "Nobody")])


@pytest.mark.parametrize("name", ["outlet", "doc", "at", "event", "a", "called", "corpus"])
def test_a_value_that_is_longer_than_any_name_is_left_out_and_said(name: str) -> None:
    long = "x" * (state.LONGEST + 1)
    assert read_view({name: [long]}, {}) == (View(), [Notice(name, long, "short")])
    view, notices = read_view({name: [long[1:]]}, {})
    assert view != View()
    assert notices == []


@pytest.mark.parametrize("words", ["a " * 800, "x" * 100_000, "long " * 60])
def test_of_many_words_the_first_are_searched_for_and_that_is_said(words: str) -> None:
    view, notices = read_view({"q": [words]}, {})
    assert len(view.words) <= state.MOST_CHARACTERS
    assert 1 <= len(view.words.split()) <= state.MOST_WORDS
    assert notices == [Notice("q", words, "words")]


def test_of_many_values_the_first_are_taken_and_that_is_said() -> None:
    many = [f"outlet {number}" for number in range(state.MOST_VALUES + 5)]
    view, notices = read_view({"outlet": many}, {})
    assert view.outlets == tuple(many[: state.MOST_VALUES])
    assert notices == [Notice("outlet", many[state.MOST_VALUES], "fewer")]


def test_the_order_of_choices_in_an_address_makes_no_other_view() -> None:
    assert read_view({"status": ["claimed", "reported"], "layer": ["places", "routes", "events"]}, {}) == (View(), [])


def test_dates_the_wrong_way_round_are_turned() -> None:
    view, _ = read_view({"from": ["2021-01-01"], "to": ["2020-01-01"]}, {})
    assert (view.first, view.last) == (date(2020, 1, 1), date(2021, 1, 1))


def test_parameters_of_others_are_none_of_our_business() -> None:
    assert read_view({"utm_source": ["mail"]}, {}) == (View(), [])


@given(st.dictionaries(st.sampled_from([each.name for each in PARAMETERS]), st.lists(st.text(), max_size=3)))
def test_no_address_whatever_breaks_the_page(parameters: dict[str, list[str]]) -> None:
    view, _ = read_view(parameters, {})
    again, notices = read_view(write_view(view), {})
    assert notices == []
    assert again == view


def test_reset_keeps_language_names_layers_and_position() -> None:
    view = state.without_filters(EVERYTHING)
    assert state.active_filters(view) == ()
    assert replace(view, **{name: getattr(EVERYTHING, name) for name in FILTERS}) == EVERYTHING


def test_the_two_dates_are_loosened_together() -> None:
    view = state.loosened(EVERYTHING, "first")
    assert (view.first, view.last) == (None, None)


def test_without_a_confidence_none_is_too_low() -> None:
    assert state.loosened(View(), "confidence") == View(confidence=0)


def test_an_old_address_with_all_names_shows_every_traditions_english_name() -> None:
    view, notices = read_view({"names": ["all"]}, {})
    assert (view.names, notices) == ("en", [])
