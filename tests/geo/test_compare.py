from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from extract import Extraction
from geo import (
    Filter,
    Store,
    differing,
    name_matrix,
    open_store,
    outlet_type_matrix,
    shared,
    stories_told_by,
    tellings,
    write_store,
)
from tests.geo.conftest import VERSIONS
from tests.geo.worlds import PLACES, document, event_at


def test_each_outlet_has_its_number_of_events_of_each_type(small: Store) -> None:
    rows = outlet_type_matrix(small, Filter())
    counts = {(row.outlet, row.event_type): (row.n, row.family) for row in rows.itertuples()}
    assert counts["Alpha", "shelling"] == (2, "violence")
    assert counts["", "ceasefire"] == (1, "politics")
    assert ("Alpha", "blockade") not in counts
    assert rows["n"].sum() == 9


def test_who_writes_khankendi_and_who_stepanakert(small: Store) -> None:
    rows = name_matrix(small, Filter(), ("khankendi",))
    assert {(row.outlet, row.name, row.tradition, row.month) for row in rows.itertuples()} == {
        ("Alpha", "Khankendi", "azerbaijani", date(2020, 10, 1)),
        ("Beta", "Stepanakert", "armenian", date(2022, 12, 1)),
    }
    assert set(name_matrix(small, Filter())["place_id"]) == {"khankendi", "shusha"}


@pytest.mark.parametrize(
    ("chosen", "names"),
    [
        (Filter(outlets=("Alpha",)), {"Khankendi"}),
        (Filter(languages=("ru",)), {"Stepanakert"}),
        (Filter(date_from=date(2022, 1, 1)), {"Stepanakert"}),
        (Filter(date_to=date(2020, 12, 31), outlet_countries=("AZ",)), {"Khankendi"}),
    ],
)
def test_names_are_those_of_the_chosen_documents(small: Store, chosen: Filter, names: set[str]) -> None:
    assert set(name_matrix(small, chosen, ("khankendi",))["name"]) == names


def test_stories_that_one_outlet_tells_and_the_other_does_not(small: Store) -> None:
    assert set(stories_told_by(small, "Alpha", "Beta", Filter())["event_id"]) == {"a2", "a3", "a4"}
    assert set(stories_told_by(small, "Beta", "Alpha", Filter(outlets=("Alpha",)))["event_id"]) == {"b2", "b3", "b4"}


def test_a_story_of_which_figures_or_days_differ_is_shown_in_all_versions(tmp_path: Path) -> None:
    day = {"date_start": date(2020, 10, 8), "date_end": date(2020, 10, 8)}
    next_day = {"date_start": date(2020, 10, 9), "date_end": date(2020, 10, 9)}
    versions = (
        event_at("shusha", "a", outlet="Alpha", story_id="tolls", killed_low=3, killed_high=3, **day),
        event_at("shusha", "b", outlet="Beta", story_id="tolls", killed_low=5, killed_high=5, **day),
        event_at("shusha", "c", outlet="Gamma", story_id="tolls", **day),
        event_at("aghdam", "d", outlet="Alpha", story_id="days", **day),
        event_at("aghdam", "e", outlet="Beta", story_id="days", **next_day),
        event_at("goris", "f", outlet="Alpha", story_id="same", **day),
        event_at("goris", "g", outlet="Beta", story_id="same", **day),
        event_at("lachin", "h", outlet="Alpha", story_id="own", killed_low=1, **day),
        event_at("lachin", "i", outlet="Alpha", story_id="own", killed_low=2, **day),
    )
    write_store(tmp_path / "s", [document("one", "t")], [Extraction("one", (), versions)], **VERSIONS, places=PLACES)
    store = open_store(tmp_path / "s")
    found = {row.event_id: (row.tolls_differ, row.days_differ) for row in differing(store, Filter()).itertuples()}
    assert found == {
        "a": (True, False), "b": (True, False), "c": (True, False), "d": (False, True), "e": (False, True),
    }  # fmt: skip
    assert set(differing(store, Filter(), ("Alpha", "Gamma"))["event_id"]) == set()


def test_what_both_sides_tell_comes_before_what_many_outlets_tell(tmp_path: Path) -> None:
    sources = {
        "Alpha": ("one", "AM"), "Beta": ("two", "AZ"), "Gamma": ("three", "GB"), "Delta": ("four", None),
    }  # fmt: skip
    day = {"date_start": date(2020, 10, 4), "date_end": date(2020, 10, 4)}
    told = {"both": ("Beta", "Alpha"), "many": ("Alpha", "Gamma", "Delta"), "one": ("Alpha",)}
    extractions = [
        Extraction(doc_id, (), tuple(
            event_at("goris", f"{story}-{doc_id}", outlet=outlet, story_id=story, doc_id=doc_id, **day)
            for story, outlets in told.items() if outlet in outlets
        ))
        for outlet, (doc_id, _) in sources.items()
    ]  # fmt: skip
    documents = [document(doc_id, "t", outlet=outlet, outlet_country=of) for outlet, (doc_id, of) in sources.items()]
    write_store(tmp_path / "s", documents, extractions, **VERSIONS, places=PLACES)
    store = open_store(tmp_path / "s")
    rows = [(row.story_id, row.outlets, row.sides) for row in shared(store, Filter()).itertuples()]
    assert rows == [("both", 2, 2), ("many", 3, 1)]
    assert list(tellings(store, Filter(), "both")["outlet"]) == ["Alpha", "Beta"]
    assert list(tellings(store, Filter(outlets=("Beta",)), "both")["outlet"]) == ["Beta"]
