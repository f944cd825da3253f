"""One HTML file that opens offline: map, time slider, legend, quotes and table of a filtered view."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from string import Template

from geo.export import whole_file
from geo.filter import Filter
from geo.layers import CREDIT, atlas_script, leaflet_folder
from geo.snapshot import all_texts, snapshot, texts
from geo.store import Store


def write_map_html(
    store: Store,
    chosen: Filter,
    path: Path,
    style: str = "all",
    *,
    language: str = "en",
    title: str = "Karabakh Atlas",
    permalink: str | None = None,
) -> int:
    """Write the filtered view as one file that asks nothing of any network; returns how many events it holds.

    ``style`` is that of the places' names, ``language`` that of the buttons (en, az, hy, ru).

    Raises:
        ExportError: if the file cannot be written.

    """
    page, events = map_html(store, chosen, style, language=language, title=title, permalink=permalink)
    with whole_file(Path(path)) as unfinished:
        unfinished.write_text(page, encoding="utf-8")
    return events


def map_html(
    store: Store,
    chosen: Filter,
    style: str = "all",
    *,
    language: str = "en",
    title: str = "Karabakh Atlas",
    permalink: str | None = None,
) -> tuple[str, int]:
    """The same as (page, number of events in it)."""
    words = texts(language)
    view = snapshot(store, chosen, style, language)
    told = json.dumps(view, ensure_ascii=False, separators=(",", ":"), default=str)
    scripts = {"leaflet": _leaflet("leaflet.js"), "drawing": atlas_script(), "program": _asset("standalone.js")}
    inlined = {name: text.replace("</", "<\\/") for name, text in scripts.items()}
    page = Template(_asset("standalone.html")).substitute(
        {f"say_{name}": html.escape(text) for name, text in words.items() if "." not in name},
        language=language if language in all_texts() else "en",
        title=html.escape(title),
        policy=_policy(inlined),
        styles=_leaflet("leaflet.css") + _asset("standalone.css"),
        data=told.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"),
        footer=_footer(store, told, permalink),
        **inlined,
    )
    return page, len(view["events"])


def _footer(store: Store, told: str, permalink: str | None) -> str:
    manifest = store.manifest
    parts = [
        f"Background: {CREDIT} (public domain). Place data as credited in the gazetteer.",
        f"Karabakh Atlas {manifest.program_version}, corpus {manifest.corpus_version}, "
        f"gazetteer {manifest.gazetteer_version}, reader {manifest.reader_version}.",
        f"SHA-256 of the data in this file: {hashlib.sha256(told.encode()).hexdigest()}.",
    ]
    link = ""
    if permalink and re.match(r"https?://", permalink):
        link = f' <a href="{html.escape(permalink)}">{html.escape(permalink)}</a>'
    return " ".join(html.escape(part) for part in parts) + link


def _policy(scripts: Mapping[str, str]) -> str:
    hashes = (base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in scripts.values())
    allowed = " ".join(f"'sha256-{digest}'" for digest in hashes)
    return (
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; "
        f"script-src {allowed}"
    )


@cache
def _asset(name: str) -> str:
    return files("geo").joinpath("assets", name).read_text(encoding="utf-8")


@cache
def _leaflet(name: str) -> str:
    text = (leaflet_folder() / name).read_text(encoding="utf-8")
    return (
        re.sub(r"url\([^)]*\)", "none", text) if name.endswith(".css") else re.sub(r"//# sourceMappingURL=.*", "", text)
    )
