"""Correcting a document on the reader page, run without a browser over the small store."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from corpus import Document
from corpus.readings import Reading, read_reading
from geo import Store
from views.reader_document import read_document

Open = Callable[..., AppTest]
EVENT, MISSING = "correct.{edits}.{doc}.0", "correct.{edits}.{doc}.missing.0"


def _reader() -> None:
    from views import begin, reader

    visit = begin([])
    assert visit is not None
    reader.show(visit)


def _own() -> None:
    from dataclasses import replace
    from datetime import date
    from pathlib import Path

    import streamlit as st

    from corpus import Document
    from views import reader_bring, reader_correct
    from views.naming import Names
    from views.reader_document import ReadDocument
    from views.setting import Setting
    from views.texts import Texts

    text = Document("own-1-text", "Shusha was shelled.", published=date(2020, 10, 8), sha256="0123456789abcdef")
    st.button("Forget", key="forget", on_click=reader_bring.forget)
    setting = replace(Setting(Texts("en"), Names("en", {}), "c", "g"), stable=False)
    reader_correct.show(ReadDocument(text), setting, Path("my store"))


@pytest.fixture
def opened(store_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Open:
    """Opens a document of the store with its corrections; ``into`` is the folder that they may be saved in."""
    monkeypatch.setenv("KARABAKH_STORE", str(store_folder))
    monkeypatch.delenv("KARABAKH_CORRECTIONS", raising=False)

    def open_page(into: Path | None = None, page: Callable[[], None] = _reader, **address: str) -> AppTest:
        if into is not None:
            monkeypatch.setenv("KARABAKH_CORRECTIONS", str(into))
        app = AppTest.from_function(page, default_timeout=120)
        for name, value in address.items():
            app.query_params[name] = value
        _whole(app.run())
        return _whole(app.toggle("correct.open").set_value(True).run())

    return open_page


@pytest.fixture
def text(store: Store) -> Document:
    read = read_document(store, "a")
    assert read is not None
    return read.document


def _whole(app: AppTest) -> AppTest:
    assert not app.exception
    return app


def _said(app: AppTest) -> str:
    return " ".join(each.proto.body for each in app.get("html"))


def _press(app: AppTest, key: str) -> AppTest:
    return _whole(app.button(key).click().run())


def _saved(path: Path, text: Document) -> Reading:
    reading, problems = read_reading(path, text.text, text.title)
    assert reading is not None
    assert problems == []
    return reading


@pytest.mark.parametrize("language", ["en", "az", "hy", "ru"])
def test_corrections_stand_in_every_language(opened: Open, language: str) -> None:
    app = opened(doc="c", lang=language)
    assert len(app.selectbox("correct.0.c.which").options) == 3
    assert "None" not in _said(app)


def test_a_form_begins_with_what_the_machine_read(opened: Open) -> None:
    app, form = opened(doc="a"), EVENT.format(edits=0, doc="a")
    assert app.selectbox(f"{form}.type").value == "shelling"
    assert app.text_input(f"{form}.trigger").value == "shelled"
    assert app.selectbox(f"{form}.place").value == "Khankendi"
    assert app.date_input(f"{form}.start").value == date(2023, 9, 19)
    assert app.selectbox(f"{form}.status").value == "claimed"


def test_a_wrong_event_is_corrected_and_saved_with_its_text(opened: Open, text: Document, tmp_path: Path) -> None:
    app, form = opened(tmp_path / "kept", doc="a"), EVENT.format(edits=0, doc="a")
    app.selectbox(f"{form}.type").select("explosion")
    app.selectbox(f"{form}.place").select("")
    _press(app, f"{form}.keep")
    assert "corrected</span>" in _said(app)
    assert not (tmp_path / "kept").exists()
    _press(app, "correct.save")
    assert "a.events.yaml" in app.success[0].value.replace("\\", "")
    (event,) = _saved(tmp_path / "kept" / "a.events.yaml", text).events
    assert (event.event_type, event.place, event.trigger) == ("explosion", None, "shelled")
    assert (event.start, event.killed is not None) == (date(2023, 9, 19), True)
    assert text.text in (tmp_path / "kept" / "a.md").read_text(encoding="utf-8")


def test_words_that_do_not_stand_in_the_sentence_are_told_at_once(opened: Open) -> None:
    app, form = opened(doc="a"), EVENT.format(edits=0, doc="a")
    app.text_input(f"{form}.trigger").set_value("bombed")
    _press(app, f"{form}.keep")
    assert "these words do not stand in the sentence" in _said(app)
    assert app.text_input(f"{form}.trigger").value == "bombed"
    app.text_input(f"{form}.trigger").set_value("was shelled")
    _press(app, f"{form}.keep")
    assert "these words do not stand in the sentence" not in _said(app)
    assert app.text_input(f"{EVENT.format(edits=1, doc='a')}.trigger").value == "was shelled"


def test_what_is_no_event_is_taken_out_and_can_be_brought_back(opened: Open) -> None:
    app = opened(doc="a")
    assert "1 event will be saved" in _said(app)
    _press(app, f"{EVENT.format(edits=0, doc='a')}.drop")
    assert "0 events will be saved" in _said(app)
    assert app.code[0].value == "events: []"
    _press(app, "correct.back")
    assert "1 event will be saved" in _said(app)
    assert app.button("correct.back").disabled


def test_a_missing_event_is_added(opened: Open, tmp_path: Path) -> None:
    app, form = opened(tmp_path, doc="h"), MISSING.format(edits=0, doc="h")
    app.selectbox(f"{form}.type").select("displacement")
    app.text_input(f"{form}.trigger").set_value("village")
    app.selectbox(f"{form}.place").select("Blorgkend")
    _press(app, f"{form}.keep")
    _press(app, "correct.save")
    said = (tmp_path / "h.events.yaml").read_text(encoding="utf-8")
    assert "type: displacement" in said
    assert "place: Blorgkend" in said


def test_a_later_session_goes_on_from_what_was_saved(opened: Open, tmp_path: Path) -> None:
    app, form = opened(tmp_path, doc="a"), EVENT.format(edits=0, doc="a")
    app.selectbox(f"{form}.type").select("explosion")
    _press(app, f"{form}.keep")
    _press(app, "correct.save")
    assert opened(tmp_path, doc="a").selectbox(f"{form}.type").value == "explosion"


def test_without_a_folder_nothing_is_saved_and_the_way_to_it_is_told(opened: Open, store_folder: Path) -> None:
    app = opened(doc="a")
    assert [each.key for each in app.button if each.key == "correct.save"] == []
    assert app.code[-1].value == f"karabakh extract corpus/documents --corrections DIR --out {store_folder}"
    assert "--corrections DIR" in app.caption[-1].value


def test_a_folder_that_cannot_be_written_is_told(opened: Open, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    app = _press(opened(tmp_path / "file", doc="a"), "correct.save")
    assert "could not be saved" in app.error[0].value
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"


def test_another_text_of_the_same_name_is_left_alone(opened: Open, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("Another text.", encoding="utf-8")
    app = _press(opened(tmp_path, doc="a"), "correct.save")
    assert "holds another text" in app.error[0].value
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


def test_ones_own_text_is_saved_only_when_asked_and_then_with_its_text(opened: Open, tmp_path: Path) -> None:
    app, form = opened(tmp_path, _own), MISSING.format(edits=0, doc="text-01234567")
    app.selectbox(f"{form}.type").select("shelling")
    app.text_input(f"{form}.trigger").set_value("shelled")
    _press(app, f"{form}.keep")
    assert list(tmp_path.iterdir()) == []
    _press(app, "correct.save")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["text-01234567.events.yaml", "text-01234567.md"]
    assert app.code[-1].value.endswith("--out 'my store'")


def test_nothing_remains_of_corrections_to_a_text_that_is_forgotten(opened: Open) -> None:
    app, form = opened(None, _own), MISSING.format(edits=0, doc="text-01234567")
    app.text_input(f"{form}.trigger").set_value("shelled")
    _press(app, f"{form}.keep")
    assert "1 event will be saved" in _said(app)
    _press(app, "forget")
    assert "0 events will be saved" in _said(app)
