"""What the interface must know of Armenian beyond its texts: the ending after a figure."""

from __future__ import annotations


def ordinal(number: int) -> str:
    """Return a positive number as it stands before what it counts off: the first has an ending of its own."""
    return f"{number}-ին" if number == 1 else f"{number}-րդ"
