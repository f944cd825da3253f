"""Files that the browser needs, served by Streamlit itself: what maps load, and the Armenian letters."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import streamlit as st
import streamlit.components.v1 as components

import geo

FONTS = Path(__file__).parent / "fonts"
ICON = str(Path(__file__).parent / "icon.svg")
STYLE = Path(__file__).parent / "atlas.css"


def serve() -> None:
    """Have Streamlit serve the folders, and let maps load from there; doing so again changes nothing."""
    components.declare_component("maps", path=_maps().name)
    components.declare_component("fonts", path=FONTS)
    geo.use_assets(base_url("maps"))


@st.cache_resource(show_spinner=False)
def _maps() -> TemporaryDirectory[str]:
    """A folder with what maps load, kept as long as the server runs."""
    folder = TemporaryDirectory(prefix="karabakh-atlas-")
    geo.write_assets(Path(folder.name))
    return folder


def base_url(name: str) -> str:
    """Return where a served folder is, seen from the frame that a component is drawn in."""
    return f"../{__name__}.{name}"
