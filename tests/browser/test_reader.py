"""The reader page as a reader meets it."""

from __future__ import annotations

import csv
import gzip
import json
import re
from typing import Literal

import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.browser.conftest import Window, violations

OWN = "On 19 September 2023 Shusha was shelled. A convoy reached Stepanakert. <img src=x onerror='window.attacked = 1'>"


def _own(window: Window) -> Page:
    page = window.open("", "reader")
    page.get_by_text("My own text").click()
    expect(page.get_by_label("Paste a text")).to_be_visible()
    return page


def _read(page: Page) -> None:
    page.get_by_role("button", name="Read", exact=True).click()


def _upload(page: Page, *files: FilePayload) -> None:
    page.locator("input[type=file]").set_input_files(list(files))
    expect(page.get_by_test_id("stFileChipName")).to_have_count(len(files))
    _read(page)


def test_a_text_is_shown_with_all_that_was_read_in_it(window: Window) -> None:
    page = window.open("?doc=a", "reader")
    text = page.locator(".text")
    expect(text).to_have_attribute("lang", "en")
    expect(text.locator("a.place")).to_have_text("Khankendi")
    expect(text.locator("a.trigger")).to_have_text("shelled")
    expect(text.locator(".told")).to_have_count(1)
    expect(page.locator("article.card")).to_have_count(1)
    expect(page.get_by_role("link", name="The report itself")).to_have_attribute("href", "https://news.example/a")
    assert window.map().locator(".atlas-label").filter(has_text="Khankendi").count() == 1


def test_marks_are_told_apart_without_their_colours_and_say_what_they_are(window: Window) -> None:
    page = window.open("?doc=a", "reader")
    place, trigger = page.locator(".text a.place"), page.locator(".text a.trigger")
    style = "mark => getComputedStyle(mark).borderBottomStyle"
    assert place.evaluate(style) != trigger.evaluate(style)
    place.focus()
    assert "town" in place.evaluate("mark => getComputedStyle(mark, '::after').content")
    expect(trigger).to_have_attribute("title", re.compile("Event 1: Shelling, 19 September 2023"))


def test_a_mark_leads_to_the_map(window: Window) -> None:
    page = window.open("?doc=a", "reader")
    page.locator(".text a.trigger").click()
    expect(page).to_have_url(re.compile(r"/\?event=a-shelling-khankendi"))
    expect(page.locator("article.card h3")).to_contain_text("Shelling")


def test_another_document_is_chosen_and_is_in_the_address(window: Window) -> None:
    page = window.open("", "reader")
    page.get_by_label("Find a text").fill("convoy cross")
    page.keyboard.press("Enter")
    expect(page.locator(".text")).to_contain_text("A convoy of the Red Cross")
    page.get_by_label("Find a text").fill("")
    page.keyboard.press("Enter")
    everything = window.explorer.store.manifest.counts["documents"]
    expect(page.get_by_text(f"Document ({everything} found")).to_be_visible()
    window.settle()
    page.get_by_role("combobox", name="Document").click()
    page.get_by_role("option", name=re.compile("Новости")).click()
    expect(page).to_have_url(re.compile("doc=f"))
    expect(page.locator(".text")).to_have_attribute("lang", "ru")


def test_what_a_hostile_document_says_is_shown_and_does_not_run(window: Window) -> None:
    page = window.open("?doc=evil", "reader")
    expect(page.locator(".text")).to_contain_text("<script>window.top.attacked = 1</script>")
    expect(page.locator(".text script, .text img")).to_have_count(0)
    expect(page.locator("a[href^=javascript]")).to_have_count(0)
    window.map()
    assert page.evaluate("() => window.attacked") is None


def test_ones_own_text_is_read_at_once_and_taken_away(window: Window) -> None:
    page = _own(window)
    page.get_by_label("Paste a text").fill(OWN)
    _read(page)
    expect(page.locator(".text a.place").first).to_have_text("Shusha")
    expect(page.locator(".text")).to_contain_text("<img src=x")
    expect(page.locator(".text a.place").first).to_have_attribute("target", "_blank")
    expect(page.locator("article.card").first).to_be_visible()
    window.settle()
    cards = page.locator("article.card").count()
    with page.expect_download() as events:
        page.get_by_role("button", name="Events, CSV").click()
    with events.value.path().open(encoding="utf-8-sig", newline="") as rows:
        assert len(list(csv.DictReader(rows))) == cards
    with page.expect_download() as mentions:
        page.get_by_role("button", name="Places named, JSON").click()
    found = json.loads(mentions.value.path().read_text(encoding="utf-8"))["mentions"]
    assert {"shusha", "khankendi"} <= {mention["place_id"] for mention in found}
    assert page.evaluate("() => window.attacked") is None


def test_ones_own_text_is_seen_by_nobody_else(window: Window) -> None:
    page = _own(window)
    page.get_by_label("Paste a text").fill("Shelling of Shusha was reported by Zyxwv.")
    _read(page)
    expect(page.locator(".text")).to_contain_text("Zyxwv")
    _own(window)
    expect(page.locator(".text")).to_have_count(0)
    expect(page.get_by_label("Paste a text")).to_have_value("")
    assert "Zyxwv" not in {str(row) for row in window.explorer.store.rows("SELECT text FROM documents")}


def test_files_are_read_and_what_is_wrong_with_them_is_said(window: Window) -> None:
    page = _own(window)
    rows = b'{"title": "First", "text": "Shusha was shelled on 19 September 2023."}\n{"text"\n'
    _upload(
        page,
        {"name": "rows.jsonl", "mimeType": "application/jsonl", "buffer": rows},
        {"name": "bomb.txt", "mimeType": "text/plain", "buffer": gzip.compress(b"0" * 10_000_000)},
        {"name": "noise.md", "mimeType": "text/markdown", "buffer": b"\x7fELF\0\0\1"},
    )
    said = page.locator(".st-key-own\\.complaints, .st-key-own-complaints")
    expect(said).to_contain_text("rows.jsonl:2: broken JSON")
    expect(said).to_contain_text("bomb.txt: this is a packed file and not a text; it was not opened.")
    expect(said).to_contain_text("noise.md: this file holds no text")
    expect(page.locator(".text a.place")).to_have_text("Shusha")
    expect(page.get_by_role("heading", name="First")).to_be_visible()


def test_a_file_of_50_mb_is_refused_in_words(window: Window) -> None:
    page = _own(window)
    page.locator("input[type=file]").evaluate(
        """input => { const files = new DataTransfer();
        files.items.add(new File([new Uint8Array(50_000_000)], "huge.txt", { type: "text/plain" }));
        input.files = files.files; input.dispatchEvent(new Event("change", { bubbles: true })); }"""
    )
    expect(page.get_by_text("File must be 5.0MB or smaller")).to_be_visible()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_nothing_on_the_reader_page_shuts_anyone_out(window: Window, theme: Literal["light", "dark"]) -> None:
    window.page.emulate_media(color_scheme=theme)
    page = window.open("?doc=a", "reader")
    window.map()
    assert violations(page) == []
    page.get_by_text("My own text").click()
    page.get_by_label("Paste a text").fill(OWN)
    _read(page)
    expect(page.locator(".text")).to_be_visible()
    window.map()
    assert violations(page) == []


def test_a_phone_shows_the_whole_text(window: Window) -> None:
    window.page.set_viewport_size({"width": 390, "height": 844})
    page = window.open("?doc=a", "reader")
    window.map()
    assert page.evaluate("() => document.querySelector('[data-testid=stMain]').scrollWidth") <= 390
