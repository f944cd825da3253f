from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given

import geo
from extract import Extraction
from geo import Filter, Store, open_store, write_store
from geo.queries import REACH
from tests.geo.conftest import VERSIONS
from tests.geo.test_filter import FILTERS, PATIENT
from tests.geo.worlds import PLACES, document, event_at


def test_n_of_m_shown_k_unplaced_l_undated(small: Store) -> None:
    assert geo.count(small, Filter()) == geo.Counts(shown=9, total=10, mapped=7, unplaced=2, undated=2)


def test_what_cannot_be_placed_or_dated_is_still_counted_when_places_and_dates_are_chosen(small: Store) -> None:
    chosen = Filter(places=("shusha",), date_from=date(2020, 10, 1))
    assert geo.count(small, chosen) == geo.Counts(shown=2, total=10, mapped=2, unplaced=1, undated=1)
    assert list(geo.unplaced(small, chosen)["event_id"]) == ["a4"]
    assert list(geo.undated(small, chosen)["event_id"]) == ["a2"]


@PATIENT
@given(chosen=FILTERS)
def test_counts_lists_and_map_agree(large: Store, chosen: Filter) -> None:
    counts = geo.count(large, chosen)
    assert geo.by_place(large, chosen)["n"].sum() == counts.mapped
    assert len(geo.unplaced(large, chosen, limit=None)) == counts.unplaced
    assert len(geo.undated(large, chosen, limit=None)) == counts.undated
    assert counts.shown == counts.mapped + counts.unplaced


@PATIENT
@given(chosen=FILTERS)
def test_an_option_shows_as_many_events_as_its_count_says(large: Store, chosen: Filter) -> None:
    for field, options in geo.facets(large, chosen).items():
        if field in ("places", "confidence_min"):
            continue
        for option in options[:2]:
            assert geo.count(large, replace(chosen, **{field: (option.value,)})).shown == option.n


def test_events_that_are_not_sure_enough_are_counted(small: Store) -> None:
    def counted(chosen: Filter) -> dict[str, int]:
        return {option.value: option.n for option in geo.facets(small, chosen)["confidence_min"]}

    assert counted(Filter()) == {"shown": 9}
    assert counted(Filter(confidence_min=0.5)) == {"shown": 8, "hidden": 1}
    assert counted(Filter(confidence_min=0.5, event_types=("displacement",))) == {"shown": 0, "hidden": 1}


def test_an_option_without_events_stays_in_the_list(small: Store) -> None:
    options = geo.facets(small, Filter(languages=("en",)))["outlets"]
    assert [(option.value, option.n) for option in options] == [("Alpha", 4), ("", 1), ("Beta", 0)]


def test_a_place_is_labelled_by_its_name(small: Store) -> None:
    labels = {option.value: option.label for option in geo.facets(small, Filter())["places"]}
    assert labels["lachin-corridor"] == "Lachin corridor"


def test_a_place_has_one_row_and_events_near_it_another(small: Store) -> None:
    rows = geo.by_place(small, Filter()).set_index("place_id")
    assert dict(Counter(rows.index))["shusha"] == 2
    exact, near = (
        rows.loc["shusha"][rows.loc["shusha"]["radius_km"].isna() == absent].iloc[0] for absent in (True, False)
    )
    assert (exact["n"], exact["violence"], exact["outlets"], exact["first"]) == (2, 2, 2, date(2020, 10, 8))
    assert (near["n"], near["humanitarian"], near["radius_km"]) == (1, 1, 5.0)


def test_the_timeline_counts_each_dated_event_once(small: Store) -> None:
    rows = geo.timeline(small, Filter(), "year")
    assert [tuple(row) for row in rows.itertuples(index=False)] == [
        (date(2020, 1, 1), "politics", 1),
        (date(2020, 1, 1), "violence", 3),
        (date(2022, 1, 1), "access", 1),
        (date(2022, 1, 1), "politics", 2),
    ]


@pytest.mark.parametrize("bin", ["hour", "day'; --", ""])
def test_a_bin_that_there_is_not_is_refused(small: Store, bin: str) -> None:
    with pytest.raises(ValueError, match="day, week, month, year"):
        geo.timeline(small, Filter(), bin)


def test_an_order_that_there_is_not_is_refused(small: Store) -> None:
    with pytest.raises(ValueError, match="newest"):
        geo.select(small, Filter(), order="event_id; DROP TABLE events")


def test_pages_follow_each_other_without_gap_or_overlap(large: Store) -> None:
    whole = list(geo.select(large, Filter(), limit=100)["event_id"])
    parts = [list(geo.select(large, Filter(), limit=25, offset=start)["event_id"]) for start in (0, 25, 50, 75)]
    assert [event_id for part in parts for event_id in part] == whole


def test_a_row_brings_its_source(small: Store) -> None:
    row = geo.select(small, Filter(outlets=("Alpha",)), limit=1).iloc[0]
    assert (row["title"], row["url"]) == ("Fire on Şuşa", "https://example.org/1")
    assert "text" not in row


def test_the_events_at_a_place_are_not_those_within_it(small: Store) -> None:
    assert set(geo.events_at(small, Filter(), "shusha")["event_id"]) == {"a1", "a2", "b1"}
    assert geo.events_at(small, Filter(), "nagorno-karabakh").empty
    assert len(geo.events_at(small, Filter(), ["shusha", "khankendi"])) == 4


def test_an_event_is_found_by_its_id(small: Store) -> None:
    found = geo.event(small, "b2")
    assert found is not None
    assert (found["place_name"], found["date_start"], found["radius_km"]) == (
        "Lachin corridor",
        date(2022, 12, 12),
        None,
    )
    assert geo.event(small, "no such") is None


@pytest.mark.parametrize("at", [0, 5_000])
def test_the_text_around_a_place_outside_the_quote_is_at_hand(tmp_path: Path, at: int) -> None:
    quote = "Ատրճանակներ կրակեցին։ Shells fell. 🔥"
    text = f"{'x' * at}Shusha was calm.{' ' * 2_000}{quote}"
    far = {"place_start": at, "place_end": at + 6}
    near = {"place_start": len(text) - 12, "place_end": len(text) - 6}
    where = {"evidence": quote, "evidence_start": len(text) - len(quote), "evidence_end": len(text)}
    told = tuple(event_at("shusha", name, **where, **place) for name, place in (("far", far), ("near", near)))
    write_store(tmp_path / "s", [document("one", text)], [Extraction("one", (), told)], **VERSIONS, places=PLACES)
    store = open_store(tmp_path / "s")
    rows = geo.events_at(store, Filter(), "shusha").set_index("event_id")
    start = rows.loc["far", "around_start"]
    assert rows.loc["far", "around_place"] == text[int(start) : int(start) + 2 * REACH]
    assert text[int(start) :].startswith("Shusha", at - int(start))
    assert rows.loc["near", ["around_place", "around_start"]].isna().all()
    found = geo.event(store, "far")
    assert found is not None
    assert (found["around_place"], found["around_start"]) == tuple(rows.loc["far", ["around_place", "around_start"]])


def test_a_story_is_told_from_its_first_publication_on(small: Store) -> None:
    assert list(geo.story(small, "s1")["event_id"]) == ["a1", "b1"]


def test_the_store_knows_its_first_and_last_day(small: Store) -> None:
    assert geo.date_range(small) == (date(2020, 10, 8), date(2022, 12, 12))
