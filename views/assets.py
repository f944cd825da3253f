"""Files that the browser needs, served by Streamlit itself: Leaflet and the Armenian letters."""

from __future__ import annotations

from pathlib import Path

import streamlit.components.v1 as components
from xstatic.pkg import leaflet

FONTS = Path(__file__).parent / "fonts"
ICON = str(Path(__file__).parent / "icon.svg")
STYLE = Path(__file__).parent / "atlas.css"


def serve() -> None:
    """Have Streamlit serve the two folders; doing so again changes nothing."""
    components.declare_component("leaflet", path=leaflet.BASE_DIR)
    components.declare_component("fonts", path=FONTS)


def base_url(name: str) -> str:
    """Return where a served folder is, seen from the frame that a component is drawn in."""
    return f"../{__name__}.{name}"
