"""Unknown names are ranked for whoever wants to add them."""

from __future__ import annotations

from dataclasses import dataclass

import gazetteer
from gazetteer.inbox import inbox


@dataclass(frozen=True)
class Row:
    doc_id: str
    start: int
    end: int
    text: str
    sentence: str = "A sentence."


def rows(document: str, *names: tuple[int, str]) -> list[Row]:
    return [Row(document, start, start + len(name), name, f"Shells fell on {name}.") for start, name in names]


def test_a_name_beside_an_event_word_comes_before_one_far_from_any(small: gazetteer.Gazetteer) -> None:
    unknown = rows("d1", (10, "Dashalti"), (900, "Karintak"))
    assert [entry.name for entry in inbox(unknown, {"d1": [20]}, small)] == ["Dashalti", "Karintak"]


def test_a_name_told_often_comes_before_one_told_once(small: gazetteer.Gazetteer) -> None:
    unknown = rows("d1", (10, "Dashalti")) + rows("d2", (10, "Karintak"), (40, "Karintak"))
    entries = inbox(unknown, {"d1": [20], "d2": [20]}, small)
    assert [(entry.name, entry.count, entry.documents) for entry in entries] == [("Karintak", 2, 1), ("Dashalti", 1, 1)]


def test_grammatical_forms_of_a_name_are_one_entry(small: gazetteer.Gazetteer) -> None:
    unknown = rows("d1", (10, "Каринтак"), (50, "Каринтаке"), (90, "КАРИНТАКА")) + rows(
        "d2", (5, "Քարինտակից"), (30, "Քարինտակ")
    )
    assert {entry.name: entry.forms for entry in inbox(unknown, {}, small)} == {
        "Каринтак": ("КАРИНТАКА", "Каринтак", "Каринтаке"),
        "Քարինտակ": ("Քարինտակ", "Քարինտակից"),
    }


def test_an_entry_has_its_sentences_its_nearest_names_and_a_block(small: gazetteer.Gazetteer) -> None:
    (entry,) = inbox(rows("d1", (10, "Stepanakerd")), {}, small)
    assert entry.sentences == ("Shells fell on Stepanakerd.",)
    assert entry.nearest[0].place.id == "khankendi"
    assert "- id: stepanakerd\n" in entry.block


def test_the_order_does_not_depend_on_the_order_of_the_rows(small: gazetteer.Gazetteer) -> None:
    unknown = rows("d1", (10, "Dashalti"), (50, "Karintak"), (90, "Zarisli"))
    assert inbox(unknown, {}, small) == inbox(unknown[::-1], {}, small)


def test_no_more_entries_than_asked_for(small: gazetteer.Gazetteer) -> None:
    assert len(inbox(rows("d1", (10, "Dashalti"), (50, "Karintak")), {}, small, limit=1)) == 1
