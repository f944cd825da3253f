"""Names that a line break stands in."""

from __future__ import annotations

import pytest

import gazetteer


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the town of Sha-\nmakhi was hit", ["Sha-\nmakhi"]),
        ("from Nagorno-\nKarabakh to Baku", ["Nagorno-\nKarabakh", "Baku"]),
        ("from Nagorno-\r\n  Karabakh to Baku", ["Nagorno-\r\n  Karabakh", "Baku"]),
        ("the Lachin\n    corridor is open", ["Lachin\n    corridor"]),
        ("the Lachin\ncorridor is open", ["Lachin\ncorridor"]),
        ("the Lachin\n\ncorridor is open", ["Lachin"]),
        ("Baku-\nShusha", ["Baku", "Shusha"]),
        ("Shu-\nSHA", []),
    ],
)
def test_a_name_broken_over_two_lines_is_one(text: str, found: list[str]) -> None:
    assert [text[hit.start : hit.end] for hit in gazetteer.load().find(text, "en")] == found


def test_the_stem_of_a_broken_name_ends_before_its_case_ending() -> None:
    text = "в Степана-\nкерте тихо"
    (hit,) = gazetteer.load().find(text, "ru")
    assert (text[hit.start : hit.stem_end], text[hit.start : hit.end]) == ("Степана-\nкерт", "Степана-\nкерте")
    assert "khankendi" in {candidate.place.id for candidate in hit.candidates}


def test_many_broken_lines_are_searched_in_linear_time() -> None:
    atlas = gazetteer.load()
    assert len(atlas.find("Stepana-\nkert and so on. " * 2000, "en")) == 2000
