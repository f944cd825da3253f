"""Whatever stands in an address is shown as it is, on every page: no link, no picture, no formula."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from views.frame import MOST_NOTICES
from views.state import LONGEST, MOST_CHARACTERS, MOST_WORDS, PARAMETERS

MAP = str(Path(__file__).parents[2] / "app.py")
HOSTILE = ("[x](http://evil.test)", "![x](http://evil.test/q.png)", r"$\href{http://evil.test}{x}$")
AS_IT_IS = ("html", "text", "code", "text_input", "selectbox", "multiselect")
"""Kinds of elements that draw what they are given as it is, but for a field's own label."""


def _page(path: str) -> None:
    import importlib

    from views import begin

    visit = begin([])
    if visit is not None:
        importlib.import_module(f"views.{path}").show(visit)


@pytest.fixture(params=["map", "compare", "reader", "gazetteer_page", "method"])
def app(request: pytest.FixtureRequest, store_folder: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setenv("KARABAKH_STORE", str(store_folder))
    monkeypatch.setattr("sys.argv", ["app.py"])
    monkeypatch.setattr("views.map.HEAD_START", 0)
    if request.param == "map":
        return AppTest.from_file(MAP, default_timeout=120)
    return AppTest.from_function(_page, default_timeout=120, args=(request.param,))


@pytest.fixture
def opened(store_folder: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setenv("KARABAKH_STORE", str(store_folder))
    monkeypatch.setattr("sys.argv", ["app.py"])
    monkeypatch.setattr("views.map.HEAD_START", 0)
    return AppTest.from_file(MAP, default_timeout=120)


def _markdown(app: AppTest) -> Iterator[str]:
    """Every text of the page that Streamlit reads as Markdown."""
    for element in (*app.main, *app.sidebar):
        proto = getattr(element, "proto", None)
        for field in ("body", "label", "help", "tooltip"):
            written = getattr(proto, field, "")
            if isinstance(written, str) and (element.type not in AS_IT_IS or field != "body"):
                yield written
        if element.type == "button_group":
            yield from (str(option.content) for option in getattr(proto, "options", ()))


@pytest.mark.parametrize("hostile", HOSTILE)
def test_no_parameter_draws_anything_but_itself(app: AppTest, hostile: str) -> None:
    drawn = 0
    for parameter in PARAMETERS:
        app.query_params.clear()
        app.query_params[parameter.name] = hostile
        app.run()
        assert not app.exception, parameter.name
        texts = list(_markdown(app))
        drawn += len(texts)
        assert [text for text in texts if hostile in text] == [], parameter.name
    assert drawn


def test_a_long_search_is_cut_and_the_page_says_so(opened: AppTest) -> None:
    app = opened
    app.query_params["q"] = "a " * 800
    app.run()
    assert not app.exception
    assert app.text_input("filter.words").value == " ".join("a" * MOST_WORDS)
    assert app.text_input("filter.words").max_chars == MOST_CHARACTERS
    assert any(f"first {MOST_WORDS} words" in line.value for line in app.text)


def test_a_word_list_that_is_typed_is_cut_too(opened: AppTest) -> None:
    app = opened.run()
    app.text_input("filter.words").set_value("b " * 30).run()
    assert not app.exception
    assert app.text_input("filter.words").value == " ".join("b" * MOST_WORDS)
    assert any(f"first {MOST_WORDS} words" in line.value for line in app.text)


def test_a_flood_of_nonsense_is_told_in_a_few_short_lines(opened: AppTest) -> None:
    app = opened
    app.query_params["outlet"] = [f"{number}{'x' * 1_100}" for number in range(400)]
    app.query_params["doc"] = "y" * (LONGEST + 1)
    app.run()
    assert not app.exception
    lines = [line.value for line in app.text]
    assert len(lines) == MOST_NOTICES + 1
    assert max(map(len, lines)) < 300
    assert "194 more parts of the link were left out." in lines
