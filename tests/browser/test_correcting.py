"""Correcting what was read, as a reader does it, in an explorer that was given a folder for corrections."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from corpus.readings import Reading, read_reading
from tests.browser.conftest import Explorer, Window, serving, violations
from tests.views.small_store import small_store


@contextmanager
def _with_folder(folder: Path) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KARABAKH_CORRECTIONS", str(folder))
        yield


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which corrections are saved."""
    return tmp_path_factory.mktemp("kept")


@pytest.fixture(scope="module")
def correcting(tmp_path_factory: pytest.TempPathFactory, kept: Path) -> Iterator[Explorer]:
    store = small_store(tmp_path_factory.mktemp("corrected"))
    log = tmp_path_factory.mktemp("log") / "streamlit.log"
    with _with_folder(kept), serving(store, log) as served:
        yield served


@pytest.fixture
def opened(context: BrowserContext, correcting: Explorer) -> Window:
    return Window(context.new_page(), correcting)


def _correct(window: Window, query: str) -> Page:
    page = window.open(query, "reader")
    page.get_by_text("Correct what was read").click()
    expect(page.get_by_role("combobox", name="Which event")).to_be_visible()
    window.settle()
    return page


def _choose(window: Window, label: str, option: str) -> None:
    box = window.page.get_by_role("combobox", name=label)
    box.click()
    box.fill(option)
    window.page.get_by_role("option", name=option, exact=True).click()
    window.settle()


def _press(window: Window, button: str) -> None:
    window.page.get_by_role("button", name=button, exact=True).click()
    window.settle()


def _saved(path: Path, text: str) -> Reading:
    reading, problems = read_reading(path, text)
    assert problems == []
    assert reading is not None
    return reading


def _text(window: Window, doc_id: str) -> str:
    (row,) = window.explorer.store.rows("SELECT text FROM documents WHERE doc_id = $doc", {"doc": doc_id})
    return str(row["text"])


def test_a_wrong_type_is_corrected_and_saved(opened: Window, kept: Path) -> None:
    page = _correct(opened, "?doc=a")
    _choose(opened, "Type of event", "Explosion")
    _press(opened, "Keep this correction")
    expect(page.get_by_text("1 event will be saved")).to_be_visible()
    _press(opened, "Save")
    expect(page.get_by_text("Thank you.")).to_be_visible()
    (event,) = _saved(kept / "a.events.yaml", _text(opened, "a")).events
    assert (event.event_type, event.place) == ("explosion", "Khankendi")


def test_a_missing_event_is_added_with_words_of_the_text(opened: Window, kept: Path) -> None:
    page = _correct(opened, "?doc=h")
    page.get_by_role("textbox", name="Words that tell of it").fill("nothing of the kind")
    _press(opened, "Add this event")
    expect(page.get_by_role("alert").filter(has_text="do not stand in the sentence")).to_be_visible()
    page.get_by_role("textbox", name="Words that tell of it").fill("village")
    _choose(opened, "Place, as the text writes it", "Blorgkend")
    _press(opened, "Add this event")
    _press(opened, "Save")
    expect(page.get_by_text("Thank you.")).to_be_visible()
    (event,) = _saved(kept / "h.events.yaml", _text(opened, "h")).events
    assert (event.trigger, event.place) == ("village", "Blorgkend")


def test_a_place_may_be_written_instead_of_chosen(opened: Window, kept: Path) -> None:
    page = _correct(opened, "?doc=d")
    box = page.get_by_role("combobox", name="Place, as the text writes it")
    box.click()
    box.fill("convoy")
    page.keyboard.press("Enter")
    _press(opened, "Keep this correction")
    _press(opened, "Save")
    expect(page.get_by_text("Thank you.")).to_be_visible()
    assert "convoy" in [event.place for event in _saved(kept / "d.events.yaml", _text(opened, "d")).events]


def test_a_corrected_reading_is_taken_away(opened: Window, tmp_path: Path) -> None:
    page = _correct(opened, "?doc=c")
    _press(opened, "Not an event")
    with page.expect_download() as taken:
        page.get_by_role("button", name="Corrected reading, YAML").click()
    assert taken.value.suggested_filename == "c.events.yaml"
    taken.value.save_as(tmp_path / "c.events.yaml")
    assert len(_saved(tmp_path / "c.events.yaml", _text(opened, "c")).events) == 1


def test_ones_own_text_is_kept_only_once_it_is_saved(opened: Window, kept: Path) -> None:
    page = opened.open("", "reader")
    page.get_by_text("My own text").click()
    page.get_by_label("Paste a text").fill("On 19 September 2023 Shusha was shelled.")
    page.get_by_role("button", name="Read", exact=True).click()
    expect(page.locator(".text")).to_be_visible()
    opened.settle()
    page.get_by_text("Correct what was read").click()
    opened.settle()
    assert list(kept.glob("text-*")) == []
    _press(opened, "Save")
    expect(page.get_by_text("Thank you.")).to_be_visible()
    assert len(list(kept.glob("text-*.events.yaml"))) == len(list(kept.glob("text-*.md"))) == 1


def test_without_a_folder_a_correction_cannot_be_saved_here(window: Window) -> None:
    page = _correct(window, "?doc=a")
    expect(page.get_by_role("button", name="Save", exact=True)).to_have_count(0)
    expect(page.get_by_text("--corrections DIR").first).to_be_visible()


def test_nothing_about_corrections_shuts_anyone_out(window: Window) -> None:
    page = _correct(window, "?doc=a")
    window.map()
    assert violations(page) == []
    window.page.set_viewport_size({"width": 390, "height": 844})
    window.settle()
    assert page.evaluate("() => document.querySelector('[data-testid=stMain]').scrollWidth") <= 390
