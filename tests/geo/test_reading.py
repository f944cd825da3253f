from __future__ import annotations

from datetime import date

import geo
from geo import Filter, Store


def test_documents_come_newest_first_with_what_was_found_in_them(small: Store) -> None:
    rows = geo.documents(small)
    assert list(rows["doc_id"]) == ["two", "one", "three"]
    assert list(rows["events"]) == [4, 5, 1]
    assert list(rows["mentions"]) == [1, 2, 0]
    assert list(rows["unresolved"]) == [0, 0, 1]
    assert "text" not in rows


def test_documents_of_a_filter_are_those_of_its_events(small: Store) -> None:
    assert list(geo.documents(small, Filter(event_types=("blockade", "ceasefire")))["doc_id"]) == ["two", "three"]


def test_a_document_is_read_with_its_text(small: Store) -> None:
    found = geo.document(small, "two")
    assert found is not None
    assert (found["text"], found["published"]) == ("Снаряды упали.", date(2022, 12, 13))
    assert geo.document(small, "nine") is None


def test_what_was_found_comes_in_the_order_of_the_text(small: Store) -> None:
    assert [row["text"] for row in geo.mentions_in(small, "one")] == ["Şuşa", "Khankendi"]
    assert [row["event_id"] for row in geo.events_in(small, "one")] == ["a1", "a2", "a3", "a4", "a5"]
    assert [row["text"] for row in geo.unresolved_in(small, "three")] == ["Nothing"]


def test_the_inbox_brings_an_example_and_what_it_may_be(small: Store) -> None:
    (row,) = geo.inbox(small).to_dict("records")
    assert (row["text"], row["n"], row["documents"], row["reason"]) == ("Nothing", 1, 1, "no such place")
    assert (list(row["nearest"]), row["doc_id"], row["sentence"]) == (["shusha"], "three", "Nothing else is known.")


def test_a_place_is_named_month_by_month_in_each_tradition(small: Store) -> None:
    rows = geo.mentions_over_time(small, "khankendi")
    assert [tuple(row) for row in rows.itertuples(index=False)] == [
        (date(2020, 10, 1), "azerbaijani", 1),
        (date(2022, 12, 1), "armenian", 1),
    ]


def test_documents_are_found_by_words_of_title_outlet_and_text_whatever_their_accents(small: Store) -> None:
    assert list(geo.documents(small, words="susa alpha")["doc_id"]) == ["one"]
    assert list(geo.documents(small, words="СНАРЯДЫ")["doc_id"]) == ["two"]
    assert list(geo.documents(small, words="nowhere")["doc_id"]) == []


def test_event_words_are_told_of_documents_with_unknown_names(small: Store) -> None:
    assert set(geo.trigger_offsets(small)) == {"three"}


def test_all_that_was_found_comes_back_as_it_was_stored(small: Store) -> None:
    assert {mention.text for mention in geo.stored_mentions(small)} >= {"Şuşa", "Khankendi"}
    assert [name.doc_id for name in geo.stored_unresolved(small)] == ["three"]
