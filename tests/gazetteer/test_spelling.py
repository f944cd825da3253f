"""Accents are dropped, not added."""

from __future__ import annotations

import pytest

from gazetteer import Name
from gazetteer.spelling import ends_as, spelled_as


@pytest.mark.parametrize(
    ("surface", "name", "language", "possible"),
    [
        ("Susa", "Şuşa", "az", True),
        ("Şuşa", "Şuşa", "az", True),
        ("ŞUŞA", "Şuşa", "az", True),
        ("Görüş", "Gorus", "az", False),
        ("Gorus", "Gorus", "az", True),
        ("Gülablı", "Gulabli", "en", True),
        ("Xankǝndi", "Xankəndi", "az", True),
        ("LAÇIN", "Laçın", "az", True),
        ("Cad", "Çad", "az", False),
        ("ÇAD", "Çad", "az", True),
        ("ՀՀ", "ՀՀ", "hy", True),
        ("Sus", "Sus", "az", True),
        ("Şuş", "Şuşa", "az", True),
    ],
)
def test_a_text_may_lack_a_names_accents_but_not_add_any(
    surface: str, name: str, language: str, possible: bool
) -> None:
    assert spelled_as(surface, [Name(name, language)]) == possible


def test_one_fitting_name_of_several_is_enough() -> None:
    assert spelled_as("Görüş", [Name("Gorus", "az"), Name("Görüş", "az")])


@pytest.mark.parametrize(("ending", "possible"), [("и", True), ("й", False), ("Й", False), ("ой", True), ("", True)])
def test_a_lone_short_i_ends_no_case(ending: str, possible: bool) -> None:
    assert ends_as(ending) == possible
