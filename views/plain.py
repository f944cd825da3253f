"""Text from outside in a label: as it is, whatever Streamlit's Markdown would make of it."""

from __future__ import annotations

import re

_MARKS = re.compile(r"[\\`*_{}\[\]()#+\-.!$:~<>|&^=]")
_JOINED = re.compile(r"(?<=[:@])(?=\S)|(?<=[wW]{3})(?=\.)|(?<=[-<>=~])(?=[-<>=~])")
_JOINER = "\u2060"
"""Seen by nobody: parts what is made a link, a sign or a dash only after the Markdown has been read."""


def plain(text: object) -> str:
    """Return Markdown that is shown as exactly this text, on one line: no link, picture, formula, colour or icon."""
    line = " ".join(str(text).split())
    return _MARKS.sub(lambda mark: f"\\{mark[0]}", _JOINED.sub(_JOINER, line))
