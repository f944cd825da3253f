"""Taking it away: files of exactly the filtered events, and the citation of the view."""

from __future__ import annotations

import streamlit as st

from geo import Counts
from views.citation import view_address
from views.visit import Visit


def show(visit: Visit, counts: Counts) -> None:
    """Draw the downloads and the citation."""
    texts = visit.texts
    st.subheader(texts("take.heading"))
    st.caption(texts("take.about"))
    _cite(visit, counts)


def _cite(visit: Visit, counts: Counts) -> None:
    texts, manifest = visit.texts, visit.atlas.store.manifest
    query = view_address(visit.view, manifest.corpus_version, manifest.gazetteer_version)
    address = (st.context.url or "").split("?")[0] + query
    st.markdown(f"**{texts('take.cite')}**")
    citation = texts(
        "take.cite_text",
        corpus=manifest.corpus_version,
        gazetteer=manifest.gazetteer_version,
        shown=counts.shown,
        all=counts.total,
        link=address,
    )
    st.code(citation, language=None, wrap_lines=True)
    st.caption(f"{texts('take.cite_about')} {texts('take.copy')}")
