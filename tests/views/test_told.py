from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from geo import Filter, Store, event, events_at, open_store, select
from tests.views.small_store import UNSURE, document, small_store
from tests.views.small_store import event as event_of
from views.texts import entries
from views.told import PHRASES, Clause, all_told, clause, reasons, told


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


def test_a_place_named_elsewhere_comes_with_the_sentence_that_names_it(mixed: Store) -> None:
    row = event(mixed, UNSURE)
    assert row is not None
    for one in (told(row), *all_told(events_at(mixed, Filter(), "lachin"))):
        assert one.naming is not None
        assert (one.naming.text, one.naming.start) == ("Lachin was calm at dawn.", 0)


def test_of_a_very_long_sentence_the_words_around_the_place_are_quoted(tmp_path: Path) -> None:
    long, quoted = f"{'word ' * 300}Lachin{' word' * 300}.", "A blast was heard."
    told_in = document("z", "Turan", f"{long} {quoted}")
    made = event_of(told_in, "explosion", "blast", "lachin", place_basis="carried", evidence=quoted,
                    evidence_start=len(long) + 1)  # fmt: skip
    row = event(open_store(small_store(tmp_path / "s", ((told_in, (made,)),))), made.event_id)
    assert row is not None
    naming = told(row).naming
    assert naming is not None
    assert made.place_start is not None
    assert naming.text[made.place_start - naming.start :].startswith("Lachin word")
    assert (naming.text[0], naming.text[-1]) == ("…", "…")
    assert len(naming.text) < 1_250


def test_a_place_of_the_quoted_sentence_needs_no_other(store: Store) -> None:
    row = event(store, "b-shelling-khankendi")
    assert row is not None
    assert told(row).naming is None


@pytest.mark.parametrize(
    ("rule", "part", "clauses"),
    [
        ("type: “shelled” tells of it (0.93)", "type", [("tells", {"words": "shelled", "likely": "0.93"})]),
        ("status: claimed (1.00)", "status", [("status", {"status": "claimed", "likely": "1.00"})]),
        ("place: linked to none (0.60); next “Goris” (0.40)", "place",
         [("linked_to_none", {"likely": "0.60"}), ("next", {"words": "Goris", "likely": "0.40"})]),
        ("date: the news of the day", "date", [("news", {})]),
        ("date: linked to none", "date", [("none", {})]),
        ("actor: nobody is surely named", "actor", [("nobody", {})]),
        ("claimed by: linked to “the “spokes” man: he” (0.70)", "claimed by",
         [("linked", {"words": "the “spokes” man: he", "likely": "0.70"})]),
        ("target: “residents”", "target", [("quoted", {"words": "residents"})]),
        ("colour: red", None, [(None, {"words": "colour: red"})]),
    ],
)  # fmt: skip
def test_a_rule_is_taken_apart(rule: str, part: str | None, clauses: list[tuple[str | None, dict[str, str]]]) -> None:
    assert reasons(rule) == (part, tuple(Clause(*each) for each in clauses))


def test_every_phrase_is_known_and_stands_in_the_language_files() -> None:
    values = {"words": "Goris", "likely": "0.50", "status": "denied", "kind": "village", "via": "a, b", "km": "7"}
    assert [clause(phrase.format(**values)).key for phrase in PHRASES.values()] == list(PHRASES)
    assert {key: entries("en")[f"card.reason.{key}"] for key in PHRASES} == PHRASES
