"""The method page as a reader meets it."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from geo import event_types
from tests.browser.conftest import Window, violations


def test_the_method_is_told_in_the_language_of_the_address(window: Window) -> None:
    page = window.open("?lang=ru", "method")
    expect(page.get_by_role("heading", name="Что считается событием")).to_be_visible()
    about = page.locator("section", has=page.get_by_role("heading", name="Что считается событием"))
    assert about.locator("tbody tr").count() == len(event_types())
    inside = page.locator("section", has=page.get_by_role("heading", name="Что здесь собрано"))
    expect(inside).to_contain_text("Текстов: 9")
    expect(inside.get_by_role("rowheader", name="Азербайджан")).to_be_visible()
    expect(page.get_by_role("rowheader", name="Места найдены")).to_be_visible()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_method_page_shuts_nobody_out(window: Window, theme: str) -> None:
    window.page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
    assert violations(window.open("", "method")) == []
