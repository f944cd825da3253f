from __future__ import annotations

from datetime import date

from geo import Filter, Store, select
from views.told import all_told


def test_rows_become_events_with_their_own_types_again(store: Store) -> None:
    events = {told.event.event_id: told for told in all_told(select(store, Filter(statuses=())))}
    shelled, undated = events["a-shelling-khankendi"].event, events["d-military_movement-goris"].event
    assert (shelled.killed_low, shelled.date_start, shelled.wounded_low) == (12, date(2023, 9, 19), None)
    assert isinstance(shelled.killed_low, int)
    assert (undated.date_start, undated.outlet, undated.radius_km) == (None, None, 5.0)
    assert events["c-blockade-lachin-corridor"].event.via == ("goris", "lachin", "shusha", "khankendi")


def test_a_place_is_quoted_as_its_sentence_writes_it(store: Store) -> None:
    events = {told.event.event_id: told for told in all_told(select(store, Filter(statuses=())))}
    assert events["b-shelling-khankendi"].written_place == "Stepanakert"
    assert events["c-diplomacy-nowhere"].written_place is None
