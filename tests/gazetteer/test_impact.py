"""What a changed gazetteer changes."""

from __future__ import annotations

from dataclasses import dataclass

from gazetteer.impact import event_impact, mention_impact


@dataclass(frozen=True)
class Mention:
    doc_id: str
    start: int
    end: int
    place_id: str
    lon: float = 46.0
    lat: float = 39.0


@dataclass(frozen=True)
class Event:
    doc_id: str
    event_type: str
    trigger_start: int
    place_id: str | None
    lon: float | None = None
    lat: float | None = None


ONE = Mention("d1", 0, 6, "shusha")
TWO = Mention("d1", 20, 26, "aghdam")


def test_the_same_mentions_have_no_impact() -> None:
    assert mention_impact([ONE, TWO], [TWO, ONE]).is_empty


def test_a_new_mention_is_added_and_a_missing_one_lost() -> None:
    impact = mention_impact([ONE], [TWO])
    assert (impact.added, impact.lost, impact.moved) == ((TWO,), (ONE,), ())


def test_a_mention_resolved_otherwise_or_put_elsewhere_has_moved() -> None:
    elsewhere = Mention("d1", 0, 6, "shusha", lon=46.1)
    other = Mention("d1", 20, 32, "aghdam-district")
    assert mention_impact([ONE, TWO], [elsewhere, other]).moved == ((ONE, elsewhere), (TWO, other))


def test_an_event_at_two_places_that_loses_one_has_lost_one() -> None:
    here, there = Event("d1", "shelling", 5, "shusha"), Event("d1", "shelling", 5, "aghdam")
    impact = event_impact([here, there], [there])
    assert (impact.added, impact.moved, impact.lost) == ((), (), (here,))


def test_an_unplaced_event_that_gets_a_place_has_moved() -> None:
    before, after = Event("d1", "shelling", 5, None), Event("d1", "shelling", 5, "shusha")
    assert event_impact([before], [after]).moved == ((before, after),)
