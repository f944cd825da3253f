from __future__ import annotations

from datetime import date

import pytest
from pyproj import Geod
from shapely.geometry import Point

from geo import dated_between, dated_lines

LINES = {line.id: line for line in dated_lines()}
TOWNS = {
    "Aghdara": (46.81, 40.21), "Askeran": (46.83, 39.94), "Khankendi": (46.753, 39.818), "Khojavend": (47.113, 39.795),
    "Shusha": (46.749, 39.758), "Hadrut": (47.03, 39.52), "Aghdam": (46.927, 39.991), "Fuzuli": (47.145, 39.60),
    "Tartar": (46.93, 40.34), "Lachin": (46.55, 39.637), "Kalbajar": (46.037, 40.106), "Jabrayil": (47.03, 39.40),
    "Talish": (46.77, 40.38), "Sugovushan": (46.77, 40.31),
}  # fmt: skip


@pytest.mark.parametrize(
    ("line", "inside", "outside"),
    [
        (
            "nkao",
            "Aghdara Askeran Khankendi Khojavend Shusha Hadrut Talish Sugovushan",
            "Aghdam Fuzuli Tartar Lachin Kalbajar Jabrayil",
        ),
        (
            "contingent-area",
            "Aghdara Askeran Khankendi Khojavend Lachin",
            "Shusha Hadrut Talish Sugovushan Aghdam Fuzuli Tartar Kalbajar Jabrayil",
        ),
    ],
)
def test_towns_lie_on_the_side_that_was_reported(line: str, inside: str, outside: str) -> None:
    area = LINES[line].geometry
    assert [town for town in inside.split() if not area.contains(Point(TOWNS[town]))] == []
    assert [town for town in outside.split() if area.contains(Point(TOWNS[town]))] == []


def test_the_oblast_has_about_its_official_4400_square_kilometres() -> None:
    area, _ = Geod(ellps="WGS84").geometry_area_perimeter(LINES["nkao"].geometry)
    assert abs(area) / 1e6 == pytest.approx(4_400, rel=0.1)


def test_each_line_has_a_source_and_a_name_in_four_languages() -> None:
    for line in dated_lines():
        assert line.geometry.is_valid
        assert line.source
        assert set(line.names) == {"en", "az", "hy", "ru"}
        assert line.first < line.last


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(1922, 1, 1), []),
        (date(1950, 1, 1), ["nkao"]),
        (date(1992, 1, 1), []),
        (date(2000, 1, 1), ["line-of-contact"]),
        (date(2020, 11, 10), ["line-of-contact", "contingent-area"]),
        (date(2022, 1, 1), ["contingent-area"]),
        (date(2024, 1, 1), []),
    ],
)
def test_a_line_is_there_on_its_days_only(day: date, expected: list[str]) -> None:
    assert [line.id for line in dated_between(day, day)] == expected


def test_an_open_span_has_all_of_them() -> None:
    assert dated_between(None, None) == dated_lines()
