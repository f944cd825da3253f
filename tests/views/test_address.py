"""The address and the view, without a browser: what each does to the other."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

APP = str(Path(__file__).parents[2] / "app.py")


@pytest.fixture
def app(store_folder: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setenv("KARABAKH_STORE", str(store_folder))
    monkeypatch.setattr("sys.argv", ["app.py"])
    monkeypatch.setattr("views.map.HEAD_START", 0)
    return AppTest.from_file(APP, default_timeout=60)


def _go_to(app: AppTest, **address: str | list[str]) -> AppTest:
    app.query_params.clear()
    for name, value in address.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception
    return app


def _said(app: AppTest, parameter: str) -> list[str]:
    value = app.query_params[parameter]
    return [value] if isinstance(value, str) else value


def _types(app: AppTest) -> list[str]:
    return [value for pills in app.button_group if "types" in str(pills.key) for value in pills.value]


def test_another_address_is_another_view_and_its_filters_show_it(app: AppTest) -> None:
    assert _types(_go_to(app, type="shelling")) == ["shelling"]
    assert _types(_go_to(app, type="blockade", q="corridor")) == ["blockade"]
    assert app.text_input("filter.words").value == "corridor"


def test_an_address_that_a_change_of_page_emptied_keeps_the_view(app: AppTest) -> None:
    _go_to(app, type="shelling")
    assert _types(_go_to(app)) == ["shelling"]
    assert _said(app, "type") == ["shelling"]


def test_a_click_that_comes_with_the_address_of_before_undoes_nothing(app: AppTest) -> None:
    _go_to(app, type="shelling")
    app.multiselect("filter.outlets").select("Azertac").run()
    assert _said(app, "outlet") == ["Azertac"]
    _go_to(app, type="shelling")
    assert app.multiselect("filter.outlets").value == ["Azertac"]
    assert _said(app, "outlet") == ["Azertac"]


def test_other_peoples_parameters_stay(app: AppTest) -> None:
    _go_to(app, utm_source="mail")
    app.multiselect("filter.outlets").select("Azertac").run()
    assert _said(app, "utm_source") == ["mail"]


def test_all_statuses_in_another_order_are_no_other_view(app: AppTest) -> None:
    _go_to(app, status=["claimed", "reported"])
    assert "status" not in app.query_params
