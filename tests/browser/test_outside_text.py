"""What an address or a document says is shown as it is: nothing of it leads or asks outside."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Window

PICTURE, LINK = "![x](http://evil.test/q.png)", "[log in here](http://evil.test/login)"


@pytest.mark.parametrize("words", [PICTURE, LINK, "http://evil.test", "$\\href{http://evil.test}{x}$"])
def test_a_document_that_is_asked_for_is_named_and_not_drawn(window: Window, words: str) -> None:
    page = window.open(f"?doc={quote(words)}", "reader")
    box = page.get_by_test_id("stAlert")
    expect(box).to_be_visible()
    assert words in box.inner_text().replace("\u2060", "")
    expect(box.locator("a, img, .katex")).to_have_count(0)


@pytest.mark.parametrize("path", ["", "compare", "reader", "gazetteer"])
def test_no_page_draws_a_link_or_a_picture_of_what_data_and_address_say(window: Window, path: str) -> None:
    names = ("q", "at", "event", "outlet", "language", "place", "called", "a", "corpus", "lang")
    page = window.open("?" + "&".join(f"{name}={quote(PICTURE + LINK)}" for name in names), path)
    expect(page.locator("a[href*='//evil'], img[src*='//evil']")).to_have_count(0)
    page = window.open("", path)
    expect(page.locator("a[href*='//evil'], img[src*='//evil'], [data-testid=stMain] .katex")).to_have_count(0)
    assert window.outside == []


def test_a_place_with_a_hostile_name_has_a_button_with_that_name(window: Window) -> None:
    page = window.open()
    name = "![i](http://evil.test/q.png) [log in](http://evil.test/)"
    button = page.locator(".st-key-panel").get_by_role("button").filter(has_text="log in")
    expect(button).to_be_visible()
    assert name in button.inner_text().replace("\u2060", "")
    language = page.get_by_test_id("stSidebar").get_by_role("button").filter(has_text="log in")
    assert name in language.inner_text().replace("\u2060", "")
    button.click()
    expect(page.locator("article.card")).to_have_count(1)
