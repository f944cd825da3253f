"""The quiet colours of the background, for a light and a dark map."""

from __future__ import annotations

from collections.abc import Mapping

PALETTES: Mapping[str, Mapping[str, str]] = {
    "light": {
        "water": "#dbe6ec",
        "land": "#f6f4ee",
        "boundary": "#b3ac9f",
        "district": "#ddd8cc",
        "river": "#b4cbd8",
        "ink": "#33373b",
        "quiet": "#6c6962",
        "halo": "#ffffff",
        "dated": "#6b4f8f",
        "open": "#007a5e",
        "restricted": "#c77700",
        "blocked": "#c2330b",
        "unknown": "#8b8b8b",
        "stroke": "#ffffff",
    },
    "dark": {
        "water": "#141b21",
        "land": "#252b30",
        "boundary": "#565e64",
        "district": "#353c42",
        "river": "#2c4452",
        "ink": "#e7e9ea",
        "quiet": "#9aa1a6",
        "halo": "#14181b",
        "dated": "#b9a3dd",
        "open": "#35cfa3",
        "restricted": "#f0c24b",
        "blocked": "#ff8a5c",
        "unknown": "#8f979d",
        "stroke": "#14181b",
    },
}


def palette(theme: str) -> Mapping[str, str]:
    """Colours by role; an unknown theme is the light one."""
    return PALETTES.get(theme, PALETTES["light"])
