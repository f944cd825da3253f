"""Where an event happened: the places of its clause, of its sentence, of the sentences before, of the text."""

from __future__ import annotations

from collections.abc import Sequence

from extract.agency import is_passive
from extract.lexicon_model import EventType
from extract.reading import Sentence
from extract.relations import Stand
from extract.surroundings import PRECISION, Surroundings, Where, back_to, elsewhere
from extract.triggers import TriggerHit
from extract.unnamed import SEAT

NEAR_KM = 5.0
_FAR = 12
"""In words; farther places do not tell where somebody was held or tried."""
_PEOPLE = frozenset({"politician", "force", "office", "body"})
_FIELD = frozenset({"violence", "civilians", "territory", "movement", "access", "displacement", "arms"})
"""Families of what happens out there: not where an office that tells or orders it sits."""
_ROADS = frozenset({"road", "bridge"})
_POINTS = frozenset({"city", "village", "site", "bridge", "mountain", "lake", "river", "sea"})
_ENDS = frozenset({"city", "village", "site", "bridge", "mountain"})
"""Where a movement can start and end: an area has no point to draw a line to."""
_COARSE = {"district": 2, "province": 3, "region": 3, "country": 5, "sea": 4, "line": 2}
Rank = tuple[int, int, int, int, int]


def places(
    hit: TriggerHit, sentence: Sentence, standing: Sequence[Stand], event_type: EventType, around: Surroundings
) -> tuple[Where, ...]:
    """At least one `Where`, several for a list of places if events of the type spread."""
    if hit.trigger.place != "none":
        ranked = sorted(
            (rank, number) for number, stand in enumerate(standing) if (rank := _rank(stand, hit, sentence, event_type))
        )
        ranked = [
            (rank, number) for rank, number in ranked if not _only_frames(standing[number], standing, ranked, around)
        ]
        if around.meant is not None and not (ranked and _is_exact(ranked[0][0])):
            return (back_to(around.meant),)
        if ranked:
            ranked = _roads_first(ranked, standing) if event_type.family == "access" else ranked
            best = standing[ranked[0][1]]
            allowed = {number for _, number in ranked}
            chosen = _list_of(best, standing, allowed) if _spreads(best, event_type) else [best]
            if event_type.family == "access" and len(chosen) == 1 and best.placed.mention.kind in _ROADS:
                chosen = [stand for stand in standing if stand is best or _is_road_beside(stand, best, sentence)]
            level = "clause" if ranked[0][0][0] == 0 else "sentence"
            line = _line(standing, hit, sentence) if event_type.roads else ()
            return tuple(_where(stand, level, line) for stand in chosen)
    return (elsewhere(event_type, around),)


def _roads_first(ranked: Sequence[tuple[Rank, int]], standing: Sequence[Stand]) -> list[tuple[Rank, int]]:
    """The ranking, with the roads that a sentence names before the areas that they lead to."""
    kinds = {number: standing[number].placed.mention.kind for _, number in ranked}
    if kinds[ranked[0][1]] not in _COARSE:
        return list(ranked)
    return sorted(ranked, key=lambda each: kinds[each[1]] not in _ROADS)


def _is_exact(rank: Rank) -> bool:
    """Whether the best place of a sentence is in the trigger's clause and no mere area."""
    return rank[0] == 0 and rank[1] < 2


def _spreads(best: Stand, event_type: EventType) -> bool:
    """Whether each place of the list has an event of its own: not whole countries, nor where things come from."""
    if best.placed.mention.kind == "country" or (best.relation == "from" and "from" not in event_type.prefers[:3]):
        return False
    return event_type.spreads


def _rank(stand: Stand, hit: TriggerHit, sentence: Sentence, event_type: EventType) -> Rank | None:
    """Smaller is better; ``None`` if the place cannot be the event's."""
    mention, placed = stand.placed.mention, stand.placed
    if stand.frames or (mention.role == SEAT and event_type.family != "diplomacy"):
        return None
    ends_it = placed.last + 1 == hit.first and hit.last + 1 == len(sentence.tokens)
    if mention.role == "metonym" and stand.relation is None and not (ends_it and mention.kind in _POINTS):
        return None
    relation = stand.relation or _position(stand, hit, sentence)
    if relation == "by" or (mention.kind == "country" and relation not in event_type.countries):
        return None
    if relation == "of" and _is_whose(stand, hit, sentence):
        return None
    if event_type.family in _FIELD and relation == "at" and _is_office_there(stand, sentence):
        return None
    clause = min(abs(sentence.clauses[placed.first] - sentence.clauses[i]) for i in (hit.first, hit.last))
    clause += mention.role == "modifier" and relation not in ("at", "near", "toward")
    clause += (relation == "at" and _seats_office(stand, sentence)) + (mention.role == SEAT)
    foreign = relation in ("from", "to", "via") and relation not in event_type.prefers
    if (mention.kind == "country" or foreign) and clause > 0:
        return None
    if foreign and relation == "from":
        return None
    acts = stand.relation is None and relation != "object" and mention.role != SEAT and _is_actor(stand, sentence)
    if acts and not is_passive(hit, sentence):
        return None
    after = placed.first > hit.last
    distance = placed.first - hit.last if after else hit.first - placed.last
    if event_type.fallback == "actor" and distance > _FAR:
        return None
    goal = relation == "toward" and event_type.family == "displacement"
    clause += goal
    order = event_type.prefers
    preference = order.index(relation) if relation in order else len(order)
    if goal or hit.trigger.place not in ("any", relation):
        preference += 1
    return (min(clause, 2), _coarseness(mention.kind, event_type), preference, distance + 2 * (not after), placed.first)


def _is_actor(stand: Stand, sentence: Sentence) -> bool:
    """Whether the name stands for a side that acts (Moscow, Baku)."""
    placed = stand.placed
    return any(a.first <= placed.last and placed.first <= a.last and not a.is_adjective for a in sentence.actors)


def _is_whose(stand: Stand, hit: TriggerHit, sentence: Sentence) -> bool:
    """Whether "of X" tells whose people act (envoys of Baku), not what happened to X (shelling of X) or is in it."""
    owner = _owner(stand, sentence)
    if owner is None or hit.first <= owner <= hit.last:
        return False
    return _is_office(owner, sentence) or not sentence.tags[owner].isdisjoint(_PEOPLE)


def _owner(stand: Stand, sentence: Sentence) -> int | None:
    """The word before the preposition that places the name."""
    before = stand.placed.first - 1
    while before > 0 and sentence.words(before, before)[0] not in stand.rule:
        before -= 1
    return before - 1 if before > 0 else None


def _is_office(word: int, sentence: Sentence) -> bool:
    return any(m.first <= word <= m.last for m in sentence.marks.get("official", ()))


def _is_office_there(stand: Stand, sentence: Sentence) -> bool:
    owner = _owner(stand, sentence)
    return owner is not None and _is_office(owner, sentence)


def _seats_office(stand: Stand, sentence: Sentence) -> bool:
    """Whether the place is where an office sits (the government in Yerevan) or whose it is (in Russia's agencies)."""
    if _is_office_there(stand, sentence):
        return True
    after = stand.placed.last + 1
    if stand.placed.mention.kind != "country" or after >= len(sentence.tokens):
        return False
    possessive = sentence.tokens[after].before.startswith(("'", "’"))
    return possessive and not any(m.first <= after <= m.last for m in sentence.marks.get("skip", ()))


def _position(stand: Stand, hit: TriggerHit, sentence: Sentence) -> str:
    """Without a preposition: what follows the trigger closely is its object, what precedes it its subject."""
    if 0 < stand.placed.first - hit.last <= 4 and sentence.clauses[stand.placed.first] == sentence.clauses[hit.last]:
        return "object"
    return "subject" if stand.placed.last < hit.first else "loose"


def _coarseness(kind: str, event_type: EventType) -> int:
    if kind in ("road", "bridge"):
        return 0 if event_type.roads else 1
    return 1 if kind in _POINTS else _COARSE.get(kind, 1)


def _only_frames(
    stand: Stand, standing: Sequence[Stand], ranked: Sequence[tuple[Rank, int]], around: Surroundings
) -> bool:
    """Whether a place merely says where another candidate lies (X, a village in Y)."""
    own = stand.placed
    for _, number in ranked:
        other = standing[number].placed
        if other is own or own.mention.place_id not in around.within.get(other.mention.place_id, ()):
            continue
        if max(own.first - other.last, other.first - own.last) <= 8:
            return True
    return False


def _list_of(best: Stand, standing: Sequence[Stand], allowed: set[int]) -> list[Stand]:
    members, seen = [], set()
    for number, stand in enumerate(standing):
        mention = stand.placed.mention
        alike = (mention.kind in _ROADS) == (best.placed.mention.kind in _ROADS)
        if stand.group == best.group and alike and number in allowed and mention.place_id not in seen:
            seen.add(mention.place_id)
            members.append(stand)
    return members or [best]


def _is_road_beside(stand: Stand, best: Stand, sentence: Sentence) -> bool:
    """Whether it is a road listed with the best: nothing stands between but places and words that join or place them.

    "The Lachin corridor from Armenia and Azerbaijan's Aghdam road" are two.
    """
    one, two = sorted((stand.placed, best.placed), key=lambda placed: placed.first)
    if stand.placed.mention.kind not in _ROADS or one.last >= two.first:
        return False
    joiners = {i for m in sentence.marks.get("joiner", ()) for i in range(m.first, m.last + 1)}
    small = joiners | {i for m in sentence.marks.get("skip", ()) for i in range(m.first, m.last + 1)}
    small |= {i for mention in sentence.mentions for i in range(mention.first, mention.last + 1)}
    small |= {i for _, _, first, last in sentence.relation_marks for i in range(first, last + 1)}
    between = set(range(one.last + 1, two.first))
    return len(between) <= _FAR and between <= small and not between.isdisjoint(joiners)


def _line(standing: Sequence[Stand], hit: TriggerHit, sentence: Sentence) -> tuple[str, ...]:
    """The ids of a movement from A via B to C, if the sentence names both ends; where it was reported from is none."""
    ends: dict[str, list[str]] = {"from": [], "via": [], "to": []}
    for stand in standing:
        departs = stand.relation != "from" or _is_beside(stand, hit, sentence)
        if stand.relation in ends and stand.placed.mention.kind in _ENDS and departs:
            ends[stand.relation].append(stand.placed.mention.place_id)
    if not ends["from"] or not ends["to"]:
        return ()
    return tuple(dict.fromkeys((ends["from"][0], *ends["via"], ends["to"][-1])))


def _is_beside(stand: Stand, hit: TriggerHit, sentence: Sentence) -> bool:
    """Whether the place is in the trigger's clause, and no comma parts it from what goes before it."""
    first, last = sorted((hit.last, stand.placed.first))
    apart = any("," in sentence.tokens[index].before for index in range(first + 1, last + 1))
    return sentence.clauses[stand.placed.first] == sentence.clauses[hit.first] and not apart


def _where(stand: Stand, level: str, line: tuple[str, ...]) -> Where:
    mention = stand.placed.mention
    is_road = mention.kind == "road"
    radius = stand.km if stand.relation in ("near", "toward") and not is_road else None
    if radius is None and stand.relation == "near" and not is_road:
        radius = NEAR_KM
    via = line if len(line) > 1 and not is_road else mention.via
    rule = f"{level}: {stand.relation or 'unmarked'}, {stand.rule}"
    return Where(mention, PRECISION.get(mention.kind, "point"), radius, via, level, rule)
