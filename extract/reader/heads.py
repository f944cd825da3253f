"""What the reader says of each piece and pair of pieces: names and sizes shared by training and reading."""

from __future__ import annotations

from corpus.readings import EVENT_TYPES, STATUSES

TYPES = EVENT_TYPES
STATES = STATUSES
WHEN = ("stated", "publication", "none")
"""How an event is dated: by words of the text, as the news of the day, or not at all."""
ROLES = ("place", "time", "actor", "target", "killed", "wounded", "claimed_by")
ROLE_WIDTH = 64
DISTANCES = 15
"""Buckets of how far a piece stands from the trigger: signed, then the title and other sentences."""


def distance_bucket(offset: int, sentences: int, is_title: bool) -> int:
    """The bucket of a piece ``offset`` pieces after the trigger and ``sentences`` sentences after its sentence.

    0-7 the same sentence (before by 33, 17, 9, 5 or less, then after), 8-13 sentences before and after, 14 the title.
    """
    if is_title:
        return 14
    if sentences == 0:
        size = 0 if abs(offset) <= 4 else 1 if abs(offset) <= 10 else 2 if abs(offset) <= 22 else 3
        return size if offset < 0 else 4 + size
    if sentences < 0:
        return 8 if sentences == -1 else 9 if sentences == -2 else 10 if sentences >= -5 else 11
    return 12 if sentences == 1 else 13
