from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract import Extraction
from geo import Filter, Store, count, documents, open_store, select, write_store
from geo.filter import conditions
from tests.geo.conftest import VERSIONS
from tests.geo.worlds import PLACES, document, event_at


def shown(store: Store, **limits: Any) -> set[str]:
    return set(select(store, Filter(**limits))["event_id"])


EVERY = {"a1", "a2", "a3", "a4", "a5", "b1", "b2", "b3", "b4", "c1"}


@pytest.mark.parametrize(
    ("limits", "expected"),
    [
        ({}, EVERY - {"a5"}),
        ({"statuses": ()}, EVERY),
        ({"statuses": ("denied",)}, {"a5"}),
        ({"outlets": ("Alpha",)}, {"a1", "a2", "a3", "a4"}),
        ({"outlets": ("",)}, {"c1"}),
        ({"outlet_countries": ("AM",)}, {"b1", "b2", "b3", "b4"}),
        ({"languages": ("ru",)}, {"b1", "b2", "b3", "b4"}),
        ({"event_types": ("blockade", "ceasefire")}, {"b2", "c1"}),
        ({"places": ("shusha",)}, {"a1", "a2", "b1"}),
        ({"precisions": ("district",)}, {"a3"}),
        ({"precisions": ("",)}, {"a4", "c1"}),
        ({"date_from": date(2022, 1, 1)}, {"b2", "b3", "b4"}),
        ({"date_to": date(2022, 1, 1)}, {"a1", "a3", "a4", "b1"}),
        ({"date_from": date(2020, 10, 8), "date_to": date(2020, 10, 8)}, {"a1", "a3", "a4", "b1"}),
        ({"date_from": date(2023, 1, 1), "date_to": date(2020, 1, 1)}, set()),
        ({"confidence_min": 0.6}, {"a1"}),
        ({"min_outlets": 2}, {"a1", "b1"}),
        ({"min_outlets": 3}, set()),
        ({"bbox": (46.7, 39.7, 46.76, 39.77)}, {"a1", "a2", "b1"}),
        ({"documents": ("three",)}, {"c1"}),
        ({"text": "residents"}, {"b3"}),
        ({"text": "SHELLS fell residents"}, {"b3"}),
        ({"text": "fire on susa"}, {"a1", "a2", "a3", "a4"}),
        ({"outlets": ("Beta",), "event_types": ("diplomacy",)}, {"b4"}),
    ],
)  # fmt: skip
def test_a_filter_shows_just_what_it_names(small: Store, limits: dict[str, Any], expected: set[str]) -> None:
    assert shown(small, **limits) == expected


@pytest.mark.parametrize("name", ["Stepanakert", "Степанакерт", "Ստեփանակերտ", "xankəndi"])
def test_text_finds_a_place_by_any_of_its_names(small: Store, name: str) -> None:
    assert shown(small, text=name) == {"b3"}


def test_what_a_person_has_read_can_be_asked_for(tmp_path: Path) -> None:
    told = (event_at("shusha", "m"), event_at("shusha", "h", read_by="hand"))
    write_store(
        tmp_path / "s", [document("one", "Shells fell.")], [Extraction("one", (), told)], **VERSIONS, places=PLACES
    )
    both = open_store(tmp_path / "s")
    asked = [shown(both, readers=readers) for readers in ((), ("hand",), ("machine",), ("hand", "machine"))]
    assert asked == [{"m", "h"}, {"h"}, {"m"}, {"m", "h"}]


def test_a_country_holds_the_events_of_its_towns_and_regions(small: Store) -> None:
    assert shown(small, places=("nagorno-karabakh",)) == {"a1", "a2", "b1", "b3"}
    assert shown(small, places=("azerbaijan",)) == {"a1", "a2", "a3", "b1", "b3", "b4"}


HOSTILE = ["'; DROP TABLE events; --", '"', "%", "_", "\\", "${x}", "$date_from", "?", "\x00", "')) OR TRUE --", "a\nb"]


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize(
    "field", ["outlets", "languages", "event_types", "places", "precisions", "readers", "documents"]
)
def test_a_hostile_value_is_only_a_value_that_nothing_has(small: Store, field: str, value: str) -> None:
    assert shown(small, **{field: (value,)}) == set()
    assert count(small, Filter()).total == len(EVERY)


@pytest.mark.parametrize("value", HOSTILE)
def test_hostile_text_is_only_text(small: Store, value: str) -> None:
    assert shown(small, text=value) <= EVERY - {"a5"}
    assert count(small, Filter()).total == len(EVERY)


CHOICES = {
    "outlets": st.sampled_from(["Outlet 1", "Outlet 2", "Outlet 3", ""]),
    "languages": st.sampled_from(["en", "ru", "az", "hy", "xx"]),
    "event_types": st.sampled_from(["shelling", "blockade", "diplomacy"]),
    "statuses": st.sampled_from(["reported", "claimed", "denied"]),
}
FILTERS = st.builds(
    Filter,
    **{name: st.lists(choice, max_size=3).map(tuple) for name, choice in CHOICES.items()},
    date_from=st.none() | st.dates(date(2019, 1, 1), date(2025, 1, 1)),
    date_to=st.none() | st.dates(date(2019, 1, 1), date(2025, 1, 1)),
    confidence_min=st.floats(0, 1),
    min_outlets=st.integers(1, 3),
)
PATIENT = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@PATIENT
@given(chosen=FILTERS)
def test_every_limit_only_takes_away(large: Store, chosen: Filter) -> None:
    n = count(large, chosen).shown
    for field in fields(Filter):
        loosened = replace(chosen, **{field.name: () if field.name == "statuses" else getattr(Filter(), field.name)})
        assert count(large, loosened).shown >= n


@PATIENT
@given(chosen=FILTERS)
def test_the_count_is_the_number_of_rows(large: Store, chosen: Filter) -> None:
    assert len(select(large, chosen, limit=None)) == count(large, chosen).shown


def test_a_search_is_its_first_twelve_words_and_two_hundred_signs(small: Store) -> None:
    assert shown(small, text="shells " * 800) == shown(small, text="shells")
    limit = conditions(Filter(text=" ".join(f"w{n}" for n in range(800))))["text"]
    assert list(limit.values) == [f"word{n}" for n in range(12)]
    limit = conditions(Filter(text="x" * 100_000))["text"]
    assert limit.values == {"word0": "x" * 200}
    assert len(documents(small, words="shells " * 800)) == len(documents(small, words="shells")) > 0
