"""What the interface must know of Azerbaijani beyond its texts: endings after figures, and the capital of i."""

from __future__ import annotations

_ENDINGS = {
    1: "ci", 2: "ci", 3: "cü", 4: "cü", 5: "ci", 6: "cı", 7: "ci", 8: "ci", 9: "cu",
    10: "cu", 20: "ci", 30: "cu", 40: "cı", 50: "ci", 60: "cı", 70: "ci", 80: "ci", 90: "cı",
    100: "cü", 1000: "ci",
}  # fmt: skip
"""By the last word of a number as it is spoken: bir, iki, ... on, iyirmi, ... yüz, min."""


def ordinal(number: int) -> str:
    """Return a positive number as it stands before what it counts off, as in ``1991-ci``; its vowels follow speech."""
    last = next(n for n in (number % 10, number % 100, 100 if number % 1000 else 1000) if n)
    return f"{number}-{_ENDINGS[last]}"


def capital(text: str) -> str:
    """Return the text with its first letter upper-case; that of i keeps its dot."""
    return ("İ" if text[:1] == "i" else text[:1].upper()) + text[1:]
