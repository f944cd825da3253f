from __future__ import annotations

from geo import Filter, Store, select
from views.naming import Names
from views.table import pages, table
from views.texts import Texts
from views.told import all_told


def test_the_table_has_a_row_for_every_event_and_no_empty_words(store: Store) -> None:
    events = all_told(select(store, Filter()))
    rows = table(events, Names("en", {}), Texts("en"))
    assert len(rows) == 8
    assert not rows.isin(["None", "nan", "NaT"]).any().any()
    assert rows.loc[rows["Place"] == "Place not stated", "Type"].tolist() == ["Diplomacy"]


def test_the_table_speaks_the_language_of_the_page(store: Store) -> None:
    rows = table(all_told(select(store, Filter())), Names("en", {}), Texts("hy"))
    assert "Հրետակոծություն" in set(rows["Տեսակ"])


def test_the_table_says_who_has_read_each_event(mixed: Store) -> None:
    rows = table(all_told(select(mixed, Filter(outlets=("Turan",)))), Names("en", {}), Texts("en"))
    read = dict(zip(rows["Type"], rows["Reading"], strict=True))
    assert (read["Humanitarian aid"], read["Explosion"]) == ("checked by hand", "read by machine")


def test_pages_hold_every_row_and_there_is_always_one() -> None:
    assert [pages(n) for n in (0, 1, 200, 201)] == [1, 1, 1, 2]
