"""Taking it away: files of exactly the filtered events, and the citation of the view."""

from __future__ import annotations

from functools import partial

import streamlit as st

from geo import Counts, export_bytes, map_html
from views import choices
from views.citation import view_address
from views.visit import Visit

FILES = (
    ("csv", ".csv", "text/csv"),
    ("geojson", ".geojson", "application/geo+json"),
    ("geoparquet", ".parquet", "application/vnd.apache.parquet"),
    ("gpkg", ".gpkg", "application/geopackage+sqlite3"),
    ("bibtex", ".bib", "application/x-bibtex"),
    ("map", ".html", "text/html"),
)
"""Name, ending and media type of what can be taken away."""


def show(visit: Visit, counts: Counts) -> None:
    """Draw the downloads, which are made when they are asked for, and the citation."""
    texts = visit.texts
    st.subheader(texts("take.heading"))
    st.caption(texts("take.about"))
    with st.container(horizontal=True, key="take"):
        for name, ending, media in FILES:
            st.download_button(
                texts(f"take.{name}"),
                data=partial(_content, visit, ending),
                file_name=f"karabakh-atlas-{visit.atlas.store.manifest.corpus_version}{ending}",
                mime=media,
                key=f"take.{name}",
                help=texts(f"take.{name}_about"),
                icon=":material/download:",
                on_click="ignore",
                disabled=counts.shown == 0,
            )
    _cite(visit, counts)


def _content(visit: Visit, ending: str) -> bytes:
    store, chosen = visit.atlas.store, choices.filter_of(visit.view)
    if ending != ".html":
        return export_bytes(store, chosen, ending)
    style = "en" if visit.view.names == "source" else visit.view.names
    title = visit.texts("app.title")
    page, _ = map_html(store, chosen, style, language=visit.texts.language, title=title, permalink=_address(visit))
    return page.encode()


def _address(visit: Visit) -> str:
    manifest = visit.atlas.store.manifest
    query = view_address(visit.view, manifest.corpus_version, manifest.gazetteer_version)
    return (st.context.url or "").split("?")[0] + query


def _cite(visit: Visit, counts: Counts) -> None:
    texts, manifest = visit.texts, visit.atlas.store.manifest
    citation = texts(
        "take.cite_text",
        corpus=manifest.corpus_version,
        gazetteer=manifest.gazetteer_version,
        shown=counts.shown,
        all=counts.total,
        link=_address(visit),
    )
    st.subheader(texts("take.cite"))
    st.code(citation, language=None, wrap_lines=True)
    st.caption(f"{texts('take.cite_about')} {texts('take.copy')}")
