from __future__ import annotations

import re

import pytest

from geo import event_types, families, family_of
from geo.palette import PALETTES, palette

DESIGN = {
    *("armed_clash", "shelling", "air_strike", "explosion", "violence_against_civilians", "prisoners"),
    *("territorial_change", "military_movement", "arms_transfer", "blockade", "route_opening", "humanitarian_aid"),
    *("displacement", "protest", "ceasefire", "ceasefire_violation", "diplomacy", "political_change"),
}


def brightness(colour: str) -> float:
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((brightness(one), brightness(other)))
    return (high + 0.05) / (low + 0.05)


def test_every_event_type_is_in_exactly_one_family() -> None:
    assert sorted(event_types()) == sorted(DESIGN)
    assert set(family_of()) == DESIGN


def test_no_two_families_share_a_colour_or_a_shape() -> None:
    for look in ("colour", "dark", "shape", "label"):
        assert len({getattr(family, look) for family in families()}) == len(families())


@pytest.mark.parametrize(("theme", "look"), [("light", "colour"), ("dark", "dark")])
def test_a_marker_stands_out_from_the_land(theme: str, look: str) -> None:
    for family in families():
        assert contrast(getattr(family, look), palette(theme)["land"]) >= 3
        assert re.fullmatch(r"#[0-9A-Fa-f]{6}", getattr(family, look))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_names_can_be_read_on_land_and_water(theme: str) -> None:
    colours = PALETTES[theme]
    assert contrast(colours["ink"], colours["land"]) >= 7
    assert contrast(colours["quiet"], colours["land"]) >= 4.5
    assert min(contrast(colours[state], colours["land"]) for state in ("open", "restricted", "blocked")) >= 3


def test_both_themes_have_the_same_roles() -> None:
    assert set(PALETTES["light"]) == set(PALETTES["dark"])
    assert palette("no such theme") == PALETTES["light"]
