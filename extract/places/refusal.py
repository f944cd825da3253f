"""What it is to be refused: a known name that is no mention of a place, and why."""

from __future__ import annotations

from dataclasses import dataclass

from gazetteer import Candidate

PERSON, CLUB = "person", "club"


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a name is no mention."""

    reason: str
    """In words for the reader."""
    sticks: str = ""
    """`PERSON` or `CLUB` where the same bare name elsewhere in the text is taken for the same one."""


def is_town(candidate: Candidate) -> bool:
    """Whether it is a strong name of more than a village."""
    return candidate.place.kind != "village" and not candidate.name.weak
