"""The pages of the explorer, in the order of the navigation."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from views import compare, gazetteer_page, map, method, reader
from views.visit import Visit


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its address, which is also the key of its title (``nav.map``), its icon, and what draws it."""

    path: str
    icon: str
    show: Callable[[Visit], None]
    opens: bool = False
    """Whether it is the page that opens; exactly one is."""


PAGES = (
    Page("map", ":material/map:", map.show, opens=True),
    Page("compare", ":material/compare_arrows:", compare.show),
    Page("reader", ":material/menu_book:", reader.show),
    Page("gazetteer", ":material/location_city:", gazetteer_page.show),
    Page("method", ":material/rule:", method.show),
)
