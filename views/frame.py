"""What stands around every page: language, notices, and the store that is open or missing."""

from __future__ import annotations

from functools import partial
from html import escape
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from geo import GeoError
from views import assets, atlas_map, reading
from views.address import follow_address, write_address
from views.pages import Page
from views.plain import plain
from views.state import LONGEST, MOST_CHARACTERS, MOST_VALUES, MOST_WORDS, Notice, View
from views.texts import LANGUAGES, Texts, entries
from views.visit import Visit, changed_by, current_view, seed, store_path

MOST_NOTICES, MOST_SAID = 8, 80
"""Notices on the page, and characters told of what was asked for."""
BUILD = "karabakh extract corpus/documents --out {path}"


def begin(arguments: list[str]) -> Visit | None:
    """Open the store and read the address; where there is no store, say what to run and return ``None``.

    Args:
        arguments: those of the command line; the first may name the store.

    """
    assets.serve()
    st.html(assets.STYLE)
    path = store_path(arguments)
    try:
        atlas = reading.atlas(path)
    except GeoError as problem:
        _without_store(path, problem)
        return None
    follow_address(atlas)
    view = current_view()
    # Before the navigation, which writes an address of its own to the browser's history with what it then knows.
    write_address(view)
    return Visit(atlas, Texts(view.lang), view)


def page_of(page: Page, visit: Visit) -> StreamlitPage:
    """Return the page as Streamlit's navigation wants it; the first of all pages is the one that opens."""
    return st.Page(
        partial(_draw, page, visit),
        title=visit.texts(f"nav.{page.path}"),
        icon=page.icon,
        url_path=page.path,
        default=page.opens,
    )


def _draw(page: Page, visit: Visit) -> None:
    st.set_page_config(page_title=f"{visit.texts(f'nav.{page.path}')} · {visit.texts('app.title')}")
    if st.session_state.get("page") != page.path:
        st.session_state["page"] = page.path
        st.session_state["unseeded"] = True
        atlas_map.forget()
    _header(visit)
    with st.container(key="said"):
        # Always there: whatever comes and goes above a map would have the browser draw the map anew.
        _notices(visit)
    page.show(visit)
    st.session_state["unseeded"] = False


def _header(visit: Visit) -> None:
    texts = visit.texts
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute", key="header"):
        title, tagline = escape(texts("app.title")), escape(texts("app.tagline"))
        st.html(f'<h1>{title}</h1><p class="quiet">{tagline}</p>', width="content")
        seed("lang", visit.view.lang)
        st.selectbox(
            texts("app.language"),
            LANGUAGES,
            key="lang",
            format_func=lambda language: str(entries(language)["name"]),
            on_change=changed_by("lang", "lang"),
            label_visibility="collapsed",
            width=160,
        )


def _notices(visit: Visit) -> None:
    notices = st.session_state.get("notices", ())
    lines = [_said(notice, visit.texts) for notice in notices[:MOST_NOTICES]]
    if len(notices) > MOST_NOTICES:
        lines.append(visit.texts("notice.more", n=len(notices) - MOST_NOTICES))
    changed = _changed_since(visit)
    if not visit.atlas.gazetteer_is_whole:
        lines.append(visit.texts("app.broken_gazetteer"))
    if not lines and not changed:
        return
    with st.container(border=True, key="notices"):
        for line in lines:
            st.text(line)
        if changed:
            st.text(changed)
        st.button(visit.texts("card.close"), key="notices.close", on_click=_close_notices)


def _close_notices() -> None:
    st.session_state["notices"] = []
    st.session_state["cited"] = None


def _begun(text: str) -> str:
    return text if len(text) <= MOST_SAID else f"{text[:MOST_SAID]}…"


def _said(notice: Notice, texts: Texts) -> str:
    value = _begun(notice.value)
    if notice.wanted is None:
        return texts("notice.unknown", parameter=notice.parameter, value=value)
    if notice.wanted == "words":
        return texts("notice.words", value=value, words=MOST_WORDS, characters=MOST_CHARACTERS)
    wanted = texts(f"notice.wanted_{notice.wanted}", longest=LONGEST, most=MOST_VALUES)
    return texts("notice.malformed", parameter=notice.parameter, value=value, wanted=wanted)


def _changed_since(visit: Visit) -> str | None:
    """Return what to say when the address was cited from other versions than are open."""
    cited, manifest = st.session_state.get("cited"), visit.atlas.store.manifest
    if not isinstance(cited, View) or not (cited.corpus or cited.gazetteer):
        return None
    then = (cited.corpus or manifest.corpus_version, cited.gazetteer or manifest.gazetteer_version)
    now = (manifest.corpus_version, manifest.gazetteer_version)
    if then == now:
        return None
    names = ("then_corpus", "then_gazetteer", "now_corpus", "now_gazetteer")
    return visit.texts("notice.versions", **dict(zip(names, (*then, *now), strict=True)))


def _without_store(path: Path, problem: GeoError) -> None:
    """Say what to run, in the language of the address."""
    asked = st.query_params.get("lang", "en")
    texts = Texts(asked if asked in LANGUAGES else "en")
    kind = "broken" if path.exists() else "no"
    st.title(texts("app.title"))
    st.error(texts(f"app.{kind}_store", path=plain(path)))
    st.markdown(texts(f"app.{kind}_store_remedy", problem=plain(problem)))
    again = " --replace" if path.exists() else ""
    st.code(BUILD.format(path=path) + again, language="shell")
