from __future__ import annotations

from urllib.parse import parse_qs

from geo import Store, event
from views.citation import event_address, event_citation, view_address
from views.state import View, read_view
from views.texts import Texts
from views.told import told


def test_a_cited_view_names_its_versions_and_comes_back() -> None:
    view = View(lang="ru", outlets=("Новости", ""), layers=("events",))
    address = view_address(view, "c0", "g0")
    again, notices = read_view(parse_qs(address.removeprefix("?"), keep_blank_values=True), {})
    assert notices == []
    assert (again.outlets, again.layers, again.corpus, again.gazetteer) == (("Новости", ""), ("events",), "c0", "g0")


def test_the_address_of_an_event_is_short_and_stable() -> None:
    assert event_address("e 1", "en") == "?event=e+1"


def test_an_event_is_cited_by_its_source_and_the_versions_it_was_read_by(store: Store) -> None:
    row = event(store, "a-shelling-khankendi")
    assert row is not None
    assert event_citation(told(row), Texts("en"), "c0", "g0") == (
        "“Report A”, Azertac, 20 September 2023. Event a-shelling-khankendi in Karabakh Atlas, corpus c0, gazetteer g0."
    )
