from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from views import months
from views.texts import LANGUAGES, Texts

MARCH, MAY = date(2023, 3, 1), date(2023, 5, 1)
ROWS = pd.DataFrame(
    [(MARCH, "Khankendi", 2), (MAY, "Stepanakert", 5), (MAY, "Khankendi", 1), (None, "Khankendi", 1)],
    columns=["month", "series", "n"],
)
EN = Texts("en")


def test_bars_are_told_in_a_sentence() -> None:
    told = months.described(months.gathered(ROWS, "others"), EN)
    assert "March 2023" in told
    assert "the most, 6, in May 2023" in told


def test_no_month_at_all_is_told_too() -> None:
    undated = ROWS[ROWS["month"].isna()]
    assert months.described(undated, EN) == EN("months.empty")


def test_the_table_has_every_number_of_the_bars_and_those_without_a_month() -> None:
    table = months.table("Names", months.gathered(ROWS, "others"), EN)
    may, march, undated = table.split("<tbody>")[1].split("</tr>")[:3]
    assert may == '<tr><th scope="row">May 2023</th><td>5</td><td>1</td>'
    assert march == '<tr><th scope="row">March 2023</th><td></td><td>2</td>'
    assert EN("card.undated_text") in undated


def test_more_names_than_can_be_told_apart_become_others() -> None:
    many = pd.DataFrame([(MAY, f"name {n}", 10 - n) for n in range(10)], columns=["month", "series", "n"])
    gathered = months.gathered(many, "others")
    assert len(months.series_of(gathered)) == len(months.COLOURS)
    assert gathered["n"].sum() == many["n"].sum()
    assert dict(zip(gathered["series"], gathered["n"], strict=True))["others"] == 4 + 3 + 2 + 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_bars_can_be_drawn_in_every_language(language: str) -> None:
    drawn = months.chart(months.gathered(ROWS, "others"), Texts(language)).to_dict()
    assert len(next(iter(drawn["datasets"].values()))) == 3
