from __future__ import annotations

from geo import Filter, Store, outlet_type_matrix
from views.compare_types import type_table
from views.naming import Names
from views.setting import Setting
from views.state import View
from views.texts import Texts

SETTING = Setting(Texts("en"), Names("en", {}), "c", "g")


def test_each_number_opens_its_events_on_the_map(store: Store) -> None:
    html = type_table(outlet_type_matrix(store, Filter()), View(told_by=1, languages=("en",)), SETTING)
    turan = next(row for row in html.split("<tr>") if "Turan" in row)
    assert "./?outlet=Turan&amp;language=en&amp;type=blockade" in turan
    assert "type=shelling" not in turan


def test_the_outlet_with_most_events_comes_first_and_has_its_total(store: Store) -> None:
    html = type_table(outlet_type_matrix(store, Filter()), View(), SETTING)
    first = html.split("<tbody>")[1].split("</tr>")[0]
    assert '<td class="n total">2</td>' in first


def test_events_without_outlet_have_a_row_and_a_link_too(store: Store) -> None:
    html = type_table(outlet_type_matrix(store, Filter()), View(), SETTING)
    assert ">Outlet not stated</a>" in html
    assert "outlet=-" in html
