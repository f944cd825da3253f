from __future__ import annotations

from dataclasses import replace

from geo import Filter, Store, unplaced
from views.listing import event_link, listing
from views.naming import Names
from views.setting import Setting
from views.state import View
from views.texts import Texts
from views.told import all_told

SETTING = Setting(Texts("en"), Names("en", {}), "c0", "g0")


def test_a_list_has_a_line_for_each_event_with_sentence_and_link(store: Store) -> None:
    html = listing(all_told(unplaced(store, Filter())), View(words="corridor"), SETTING)
    assert html.count("<li>") == 1
    assert "12 December 2022 · Turan" in html
    assert 'href="./?q=corridor&amp;event=c-diplomacy-nowhere"' in html


def test_a_list_brings_no_markup_of_its_texts(store: Store) -> None:
    (one,) = all_told(unplaced(store, Filter()))
    evil = replace(one, event=replace(one.event, outlet="<b>x</b>", evidence="<script>" * 9))
    html = listing([evil], View(), SETTING)
    assert "<script" not in html
    assert "<b>" not in html


def test_a_link_cannot_break_out_of_its_address() -> None:
    assert event_link('"><script>', "Open", View()) == ('<a href="./?event=%22%3E%3Cscript%3E" target="_self">Open</a>')
