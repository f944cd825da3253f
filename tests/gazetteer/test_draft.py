"""Ready blocks are ready."""

from __future__ import annotations

from pathlib import Path

import pytest

import gazetteer
from gazetteer.check import check
from gazetteer.draft import Draft, draft_block, draft_by_hand, guess_language, nearest_places, new_identifier

DRAFT = Draft(
    "Shosh",
    (gazetteer.Name("Shosh", "en", "armenian", 1991), gazetteer.Name('Շոշ: "գյուղ"', "hy")),
    "village",
    39.774,
    46.766,
    ("shusha-district",),
    ("wikidata:Q1",),
    "GeoNames, checked: by hand",
)


def test_a_complete_draft_loads_as_it_is(small: gazetteer.Gazetteer, tmp_path: Path) -> None:
    file = tmp_path / "new.yaml"
    others = Path(__file__).parent / "files" / "small.yaml"
    file.write_text(draft_block(DRAFT, small), encoding="utf-8")
    place = gazetteer.load([others, file]).places["shosh"]
    assert place.names == DRAFT.names
    assert (place.kind, place.lat, place.lon, place.within) == ("village", 39.774, 46.766, ("shusha-district",))
    assert place.source == "GeoNames, checked: by hand"


def test_a_draft_shows_what_is_near_and_what_is_spelled_alike(small: gazetteer.Gazetteer) -> None:
    block = draft_block(DRAFT, small)
    assert "# nearby: shusha (Shusha / Shushi), 2.4 km away" in block
    assert "# spelled alike: shusha (Shushi)" in draft_block(draft_by_hand("Shushii"), small)


def test_the_check_asks_for_what_a_draft_by_hand_lacks(small: gazetteer.Gazetteer, tmp_path: Path) -> None:
    file = tmp_path / "new.yaml"
    file.write_text(draft_block(draft_by_hand("Dağdöşü"), small), encoding="utf-8")
    asked = {problem.what for problem in check([file])}
    assert asked == {"'kind' is empty", "'lat' is empty", "'lon' is empty"}


@pytest.mark.parametrize(
    ("name", "language"), [("Xankəndi", "az"), ("Шоша", "ru"), ("Շոշ", "hy"), ("Shosh", "en"), ("Bǝrdǝ", "az")]
)
def test_the_language_is_guessed_from_the_letters(name: str, language: str) -> None:
    assert guess_language(name) == language


def test_an_id_that_is_taken_gets_the_districts_name_or_a_number() -> None:
    draft = Draft("Karakend", (gazetteer.Name("Karakend", "en"),), within=("khojavend-district",))
    assert new_identifier(draft, set()) == "karakend"
    assert new_identifier(draft, {"karakend"}) == "karakend-khojavend"
    assert new_identifier(draft, {"karakend", "karakend-khojavend"}) == "karakend-2"
    assert new_identifier(Draft("Շուշի"), set()).isascii()


def test_the_nearest_places_come_with_their_distance(small: gazetteer.Gazetteer) -> None:
    found = nearest_places(39.76, 46.75, small, limit=2)
    assert [place.id for place, _ in found] == ["shusha", "khankendi"]
    assert found[0][1] == pytest.approx(0.28, abs=0.05)
