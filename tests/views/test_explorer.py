"""The explorer run without a browser: what it shows for an address, and how choices change it."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

APP = str(Path(__file__).parents[2] / "app.py")


@pytest.fixture
def opened(store_folder: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setenv("KARABAKH_STORE", str(store_folder))
    monkeypatch.setattr("sys.argv", ["app.py"])
    monkeypatch.setattr("views.map.HEAD_START", 0)
    return AppTest.from_file(APP, default_timeout=60)


def _counts(app: AppTest) -> str:
    return next(line.value for line in app.markdown if "**" in line.value)


def _whole(app: AppTest) -> AppTest:
    assert not app.exception
    return app


def test_the_plain_address_shows_all_but_denied_events(opened: AppTest) -> None:
    app = _whole(opened.run())
    assert _counts(app) == "**8 of 9 events** shown at 5 places"
    assert len(app.dataframe[0].value) == 8


def test_an_address_brings_its_view_back(opened: AppTest) -> None:
    opened.query_params["outlet"] = ["Turan", "Armenpress"]
    opened.query_params["type"] = ["shelling", "armed_clash"]
    opened.query_params["from"] = "2020-01-01"
    app = _whole(opened.run())
    assert _counts(app).startswith("**2 of 9 events**")
    assert app.multiselect("filter.outlets").value == ["Turan", "Armenpress"]
    assert len(app.dataframe[0].value) == 2


def test_nonsense_in_the_address_falls_back_with_a_notice(opened: AppTest) -> None:
    opened.query_params["type"] = "tea_party"
    opened.query_params["from"] = "<b>soon</b>"
    app = _whole(opened.run())
    assert _counts(app).startswith("**8 of 9")
    said = " ".join(line.value for line in app.text)
    assert "tea_party" in said
    assert "<b>soon</b>" in said
    app.button("notices.close").click().run()
    assert "tea_party" not in " ".join(line.value for line in _whole(app).text)


def test_a_view_cited_from_another_corpus_says_so(opened: AppTest) -> None:
    opened.query_params["corpus"] = "older"
    opened.query_params["gazetteer"] = "0123abcd"
    app = _whole(opened.run())
    assert "corpus older" in " ".join(line.value for line in app.text)


def test_choosing_an_outlet_changes_counts_and_table_alike(opened: AppTest) -> None:
    app = opened.run()
    app.multiselect("filter.outlets").select("Armenpress").run()
    assert _counts(_whole(app)).startswith("**2 of 9")
    assert len(app.dataframe[0].value) == 2
    assert "Turan (2)" in app.multiselect("filter.outlets").options


def test_a_view_without_events_says_what_to_loosen_and_does_it(opened: AppTest) -> None:
    opened.query_params["outlet"] = "Turan"
    opened.query_params["type"] = "armed_clash"
    app = _whole(opened.run())
    assert _counts(app).startswith("**0 of 9")
    assert app.button("loosen.filter.type").label == "Without “Type of event”: 2 events"
    app.button("loosen.filter.type").click().run()
    assert _counts(_whole(app)).startswith("**2 of 9")


def test_reset_brings_all_events_back_and_keeps_the_language(opened: AppTest) -> None:
    opened.query_params["lang"] = "ru"
    opened.query_params["q"] = "corridor"
    app = opened.run()
    app.button("reset").click().run()
    assert _counts(_whole(app)) == "Показано **8 событий из 9** в 5 местах"


@pytest.mark.parametrize(
    ("language", "heading"), [("en", "Filters"), ("az", "Süzgəclər"), ("hy", "Զտիչներ"), ("ru", "Фильтры")]
)
def test_the_whole_page_speaks_the_language_of_the_address(opened: AppTest, language: str, heading: str) -> None:
    opened.query_params["lang"] = language
    app = _whole(opened.run())
    assert heading in [each.value for each in app.subheader]


def test_stepping_through_time_sets_the_dates(opened: AppTest) -> None:
    opened.query_params["step"] = "month"
    app = opened.run()
    app.button("timeline.forward").click().run()
    assert str(app.date_input("filter.first").value) == "2020-09-01"
    app.button("timeline.forward").click().run()
    assert str(app.date_input("filter.last").value) == "2020-10-31"


def test_less_sure_events_are_one_click_away(
    opened: AppTest, mixed_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KARABAKH_STORE", str(mixed_folder))
    app = _whole(opened.run())
    assert _counts(app).startswith("**9 of 11")
    assert app.button("less_sure").label == "1 less sure event is hidden: show all"
    app.button("less_sure").click().run()
    assert _counts(_whole(app)).startswith("**10 of 11")
    assert app.query_params["confidence"] == "0"
    assert app.button("less_sure").label == "Hide less sure events"
    app.button("less_sure").click().run()
    assert _counts(_whole(app)).startswith("**9 of 11")
    assert "confidence" not in app.query_params


def test_events_checked_by_hand_are_shown_alone(
    opened: AppTest, mixed_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KARABAKH_STORE", str(mixed_folder))
    opened.query_params["read"] = "hand"
    app = _whole(opened.run())
    assert _counts(app) == "**1 of 11 event** shown at 1 place"
    assert list(app.dataframe[0].value["Reading"]) == ["checked by hand"]


def test_a_missing_store_says_what_to_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KARABAKH_STORE", str(tmp_path / "nowhere"))
    monkeypatch.setattr("sys.argv", ["app.py"])
    app = _whole(AppTest.from_file(APP, default_timeout=60).run())
    assert "nowhere" in app.error[0].value
    assert app.code[0].value == f"karabakh extract corpus/documents --out {tmp_path / 'nowhere'}"


def test_a_damaged_store_names_the_file_and_the_remedy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "manifest.json").write_text("{", encoding="utf-8")
    monkeypatch.setenv("KARABAKH_STORE", str(tmp_path))
    monkeypatch.setattr("sys.argv", ["app.py"])
    app = _whole(AppTest.from_file(APP, default_timeout=60).run())
    assert "manifest.json" in " ".join(each.value for each in app.markdown).replace("\\", "")
