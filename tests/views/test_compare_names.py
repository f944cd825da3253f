from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from gazetteer import Name, Place
from views.compare_names import by_month, name_table, spelling, spelt
from views.texts import Texts

PLACE = Place(
    "khankendi",
    "city",
    39.8,
    46.75,
    (
        Name("Stepanakert", "en", "armenian"),
        Name("Khankendi", "en", "azerbaijani"),
        Name("Xankəndi", "az", "azerbaijani"),
        Name("Ստեփանակերտ", "hy", "armenian"),
        Name("Степанакерт", "ru", "soviet"),
        Name("Ханкенди", "ru", "azerbaijani"),
    ),
)
SEPTEMBER = date(2023, 9, 1)
ROWS = pd.DataFrame(
    [
        ("Armenpress", "khankendi", "Ստեփանակերտին", "armenian", "hy", SEPTEMBER, 2),
        ("Armenpress", "khankendi", "Ստեփանակերտ", "armenian", "hy", SEPTEMBER, 1),
        ("Turan", "khankendi", "Xankəndiyə", "azerbaijani", "az", None, 4),
        ("", "khankendi", "Stepanakert", "armenian", "en", SEPTEMBER, 1),
    ],
    columns=["outlet", "place_id", "name", "tradition", "name_language", "month", "n"],
)


@pytest.mark.parametrize(
    ("written", "language", "tradition", "name"),
    [
        ("Ստեփանակերտին", "hy", "armenian", "Ստեփանակերտ"),
        ("Xankəndiyə", "az", "azerbaijani", "Xankəndi"),
        ("Степанакерту", "ru", "soviet", "Степанакерт"),
        ("STEPANAKERT", "en", "armenian", "Stepanakert"),
        ("Ханкенди", "ru", "azerbaijani", "Ханкенди"),
    ],
)
def test_a_name_is_counted_without_its_case_ending(written: str, language: str, tradition: str, name: str) -> None:
    assert spelling(written, language, tradition, PLACE) == name


def test_a_name_that_the_gazetteer_lost_stays_as_it_was_written() -> None:
    assert spelling("Vararakn", "en", "armenian", PLACE) == "Vararakn"
    assert spelling("Stepanakert", "en", "armenian", None) == "Stepanakert"


def test_case_forms_of_a_name_are_added_up() -> None:
    counted = spelt(ROWS, PLACE).groupby(["outlet", "name"])["n"].sum().to_dict()
    assert counted == {("Armenpress", "Ստեփանակերտ"): 3, ("Turan", "Xankəndi"): 4, ("", "Stepanakert"): 1}


def test_the_table_says_who_writes_which_name_of_which_tradition() -> None:
    table = name_table(spelt(ROWS, PLACE), "Khankendi", Texts("en"))
    head, body = table.split("<tbody>")
    assert head.index("Ստեփանակերտ") < head.index("Stepanakert") < head.index("Xankəndi")
    assert "Azerbaijani name" in head
    turan = next(row for row in body.split("</tr>") if "Turan" in row)
    assert turan.count('<td class="n"></td>') == 2
    assert "Outlet not stated" in body


def test_names_of_all_outlets_are_counted_by_month() -> None:
    monthly = by_month(spelt(ROWS, PLACE))
    assert {(str(row.series), row.n) for row in monthly.itertuples()} == {
        ("Ստեփանակերտ", 3),
        ("Xankəndi", 4),
        ("Stepanakert", 1),
    }
