"""Names with another name inside."""

from __future__ import annotations

import pytest

import gazetteer


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("the Berdzor (Lachin) corridor is open", ["Berdzor (Lachin) corridor"]),
        ("the Lachin (Berdzor) corridor is open", ["Lachin (Berdzor) corridor"]),
        ("the Lachin [Berdzor] corridor is open", ["Lachin [Berdzor] corridor"]),
        ("Shusha (Shushi) is open", ["Shusha", "Shushi"]),
        ("Lachin (a town) corridor", ["Lachin"]),
        ("Lachin (Berdzor) corridors", ["Lachin", "Berdzor"]),
        ("Lachin, Berdzor (corridor)", ["Lachin", "Berdzor"]),
    ],
)
def test_a_name_with_another_in_brackets_is_one_if_it_is_a_name_without(
    small: gazetteer.Gazetteer, text: str, found: list[str]
) -> None:
    assert [text[hit.start : hit.end] for hit in small.find(text)] == found
