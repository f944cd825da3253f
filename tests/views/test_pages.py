"""The pages besides the map, run without a browser over the small store."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

Open = Callable[..., AppTest]


def _compare() -> None:
    from views import begin, compare

    visit = begin([])
    assert visit is not None
    compare.show(visit)


def _reader() -> None:
    from views import begin, reader

    visit = begin([])
    assert visit is not None
    reader.show(visit)


def _gazetteer() -> None:
    from views import begin, gazetteer_page

    visit = begin([])
    assert visit is not None
    gazetteer_page.show(visit)


PAGES = {"compare": _compare, "reader": _reader, "gazetteer": _gazetteer}


@pytest.fixture
def opened(store_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Open:
    monkeypatch.setenv("KARABAKH_STORE", str(store_folder))

    def open_page(page: str, **address: str) -> AppTest:
        app = AppTest.from_function(PAGES[page], default_timeout=120)
        for name, value in address.items():
            app.query_params[name] = value
        return _whole(app.run())

    return open_page


def _whole(app: AppTest) -> AppTest:
    assert not app.exception
    return app


def _said(app: AppTest) -> str:
    return " ".join(each.proto.body for each in app.get("html"))


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("language", ["en", "az", "hy", "ru"])
def test_every_page_stands_in_every_language(opened: Open, page: str, language: str) -> None:
    app = opened(page, lang=language, at="khankendi")
    assert "<h2>" in _said(app)
    for absent in ("None", "NaN", "nan<", "NaT"):
        assert absent not in _said(app)


def test_the_filters_of_the_view_apply_to_the_comparison(opened: Open) -> None:
    everything = _said(opened("compare"))
    shelling = _said(opened("compare", type="shelling"))
    assert "Blockade</span>" in everything
    assert "Blockade</span>" not in shelling
    assert "<strong>15 killed</strong>" in shelling


def test_two_outlets_of_the_address_are_compared(opened: Open) -> None:
    app = opened("compare", a="Turan", b="Azertac")
    assert (app.selectbox("compare.a").value, app.selectbox("compare.b").value) == ("Turan", "Azertac")
    assert "Told by Turan, not by Azertac" in _said(app)
    app.selectbox("compare.a").select("Armenpress").run()
    assert "Told by Armenpress, not by Azertac" in _said(_whole(app))


def test_the_place_whose_names_are_compared_can_be_chosen(opened: Open) -> None:
    assert "Armenian name" in _said(opened("compare", called="khankendi"))
    app = opened("compare", called="lachin")
    assert "no text names this place" in " ".join(each.value for each in app.caption)


def test_a_comparison_of_nothing_says_so(opened: Open) -> None:
    app = opened("compare", q="nothing-has-this-word")
    said = [each.value for each in app.caption]
    assert "No event fits all of these filters." in said
    assert "Fewer than two outlets tell anything within these filters." in said


def test_the_newest_document_is_open_and_any_other_can_be_chosen(opened: Open) -> None:
    app = opened("reader")
    assert app.selectbox("reader.doc").value == "a"
    app.selectbox("reader.doc").select("f").run()
    assert '<div class="text" lang="ru">' in _said(_whole(app))


def test_a_document_is_found_by_its_words(opened: Open) -> None:
    app = opened("reader")
    app.text_input("reader.words").set_value("red cross").run()
    assert app.selectbox("reader.doc").value == "d"
    app.text_input("reader.words").set_value("nothing-has-this-word").run()
    assert "No text has these words." in [each.value for each in _whole(app).caption]


def test_a_digest_says_that_it_is_one(opened: Open) -> None:
    assert "This text is a digest" in _said(opened("reader", doc="h"))
    assert "This text is a digest" not in _said(opened("reader", doc="a"))


def test_a_document_that_the_store_does_not_have_is_said(opened: Open) -> None:
    app = opened("reader", doc="gone")
    assert "gone" in app.warning[0].value


def test_ones_own_text_is_read_kept_for_the_session_and_forgotten(opened: Open) -> None:
    app = opened("reader")
    app.radio("reader.source").set_value("own").run()
    app.text_area("own.text").set_value("On 19 September 2023 Shusha was <b>shelled</b>.")
    app.button[0].click().run()
    said = _said(_whole(app))
    assert "1 event in this text" in said
    assert "&lt;b&gt;" in said
    assert "Link to this event" not in said
    app.button[1].click().run()
    assert "1 event in this text" not in _said(_whole(app))
    assert app.text_area("own.text").value == ""


def test_nothing_brought_is_asked_for(opened: Open) -> None:
    app = opened("reader")
    app.radio("reader.source").set_value("own").run()
    app.button[0].click().run()
    assert app.warning[0].value == "Paste a text or choose a file first."


def test_a_place_is_found_in_another_script_and_opened(opened: Open) -> None:
    app = opened("gazetteer")
    app.text_input("places.sought").set_value("Գորիս").run()
    assert app.button("places.goris").label.startswith("Goris (town")
    app.button("places.goris").click().run()
    assert "<h3>Goris</h3>" in _said(_whole(app))
    assert "Горис" in _said(app)


def test_what_no_place_is_called_says_so(opened: Open) -> None:
    app = opened("gazetteer")
    app.text_input("places.sought").set_value("qqqqqqqqqq").run()
    assert "No place has a name like that" in [each.value for each in app.caption]


def test_how_often_a_place_is_named_is_told_by_month(opened: Open) -> None:
    said = _said(opened("gazetteer", at="khankendi"))
    assert '<th scope="row">September 2023</th>' in said


def test_the_inbox_has_a_block_to_copy_for_each_unknown_name(opened: Open) -> None:
    app = opened("gazetteer")
    assert any("Blorgkend" in each.label for each in app.expander)
    (block,) = [each.value for each in app.code]
    assert "- id: blorgkend" in block
