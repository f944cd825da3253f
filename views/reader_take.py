"""Taking away what was read in a document."""

from __future__ import annotations

import json
from dataclasses import asdict
from functools import partial

import streamlit as st

from geo import Store, export_bytes
from views.reader_document import ReadDocument, only
from views.texts import Texts


def show(store: Store, read: ReadDocument, texts: Texts) -> None:
    """Draw the downloads; a file is made when it is asked for."""
    doc_id = read.document.doc_id
    name = "".join(letter if letter.isalnum() or letter in "-_" else "-" for letter in doc_id)
    files = (
        ("csv", partial(export_bytes, store, only(doc_id), ".csv"), ".csv", "text/csv", bool(read.events)),
        ("geojson", partial(export_bytes, store, only(doc_id), ".geojson"), ".geojson", "application/geo+json",
         bool(read.events)),
        ("mentions", partial(mentions_json, read), ".json", "application/json", True),
    )  # fmt: skip
    with st.container(horizontal=True, key="reader.take"):
        for kind, content, ending, media, there in files:
            st.download_button(
                texts(f"reader.take_{kind}"),
                data=content,
                file_name=f"{name}{ending}",
                mime=media,
                key=f"reader.take.{kind}",
                icon=":material/download:",
                on_click="ignore",
                disabled=not there,
            )


def mentions_json(read: ReadDocument) -> bytes:
    """Return the places named and the names not placed as JSON; offsets count the code points of the text."""
    found = {
        "document": read.document.doc_id,
        "sha256": read.document.sha256,
        "mentions": [asdict(mention) for mention in read.mentions],
        "unresolved": [asdict(name) for name in read.unresolved],
    }
    return json.dumps(found, ensure_ascii=False, indent=1).encode()
