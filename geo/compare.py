"""How outlets differ: in what they report, in what they call places, and in the figures they give."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from corpus.outlets import SIDES
from geo.filter import Condition, Filter, conditions, where
from geo.queries import SHOWN, SOURCES
from geo.store import Store

_OF_FIRST = ("event_type", "place_id", "place_name")
_TOLLS = ("killed_low", "killed_high", "wounded_low", "wounded_high")


def outlet_type_matrix(store: Store, chosen: Filter) -> pd.DataFrame:
    """Columns outlet (``''`` if not stated), event_type, family, n; one row per pair that occurs."""
    shown = where(conditions(chosen))
    sql = f"""
        SELECT coalesce(outlet, '') AS outlet, event_type, any_value(family) AS family, count(*) AS n
        FROM events LEFT JOIN families USING (event_type) WHERE {shown.sql}
        GROUP BY 1, 2 ORDER BY outlet, event_type"""
    return store.frame(sql, shown.values)


def name_matrix(store: Store, chosen: Filter, place_ids: tuple[str, ...] = ()) -> pd.DataFrame:
    """Who calls a place what, and when: from all mentions, not only those in events.

    Columns outlet, place_id, name (as written), tradition, name_language, month (of publication, may be null), n.
    Of the filter, outlets, countries, languages, documents and dates count, the dates as those of publication.
    """
    published = _documents_shown(chosen)
    sql = f"""
        SELECT coalesce(outlet, '') AS outlet, place_id, m.text AS name, name_tradition AS tradition, name_language,
               date_trunc('month', published)::DATE AS month, count(*) AS n
        FROM mentions m JOIN (SELECT doc_id, outlet, published FROM documents WHERE {published.sql}) d USING (doc_id)
        WHERE len($place_ids) = 0 OR list_contains($place_ids, place_id)
        GROUP BY ALL ORDER BY n DESC, outlet, place_id, name, month"""
    return store.frame(sql, {**published.values, "place_ids": list(place_ids)})


def stories_told_by(store: Store, outlet: str, not_by: str, chosen: Filter, limit: int = 200) -> pd.DataFrame:
    """Stories that one outlet tells and another does not; the filter's own outlets are left out of account.

    One event of each, newest first: the columns of ``select``, and outlets (how many tell the story) and versions.
    """
    shown = where(conditions(replace(chosen, outlets=())))
    sql = f"""
        WITH shown AS (SELECT * FROM events WHERE {shown.sql}),
             tellers AS (SELECT story_id, list(DISTINCT coalesce(outlet, '')) AS told, count(*) AS versions
                         FROM shown GROUP BY story_id),
             first AS (SELECT min(event_id) AS event_id, any_value(len(told)) AS outlets,
                              any_value(versions) AS versions
                       FROM shown JOIN tellers USING (story_id)
                       WHERE coalesce(outlet, '') = $told_by AND NOT list_contains(told, $not_by) GROUP BY story_id)
        SELECT {SHOWN}, outlets, versions FROM first JOIN shown e USING (event_id) LEFT JOIN {SOURCES} USING (doc_id)
        ORDER BY date_start DESC NULLS LAST, event_id LIMIT $most"""
    return store.frame(sql, {**shown.values, "told_by": outlet, "not_by": not_by, "most": limit})


def shared(store: Store, chosen: Filter, limit: int = 300) -> pd.DataFrame:
    """Stories that several outlets tell, those first that outlets of both sides tell, then by the number of outlets.

    Columns story_id, event_type, place_id, place_name (all of its first event), date_start, date_end, date_precision,
    outlets (how many tell it) and sides (how many of ``SIDES`` their countries are).
    """
    shown = where(conditions(chosen))
    first = ", ".join(f"arg_min({column}, (confidence < 1, event_id)) AS {column}" for column in _OF_FIRST)
    sql = f"""
        SELECT story_id, {first}, min(date_start) AS date_start, max(date_end) AS date_end,
               arg_min(date_precision, date_start) AS date_precision,
               count(DISTINCT coalesce(outlet, doc_id)) AS outlets,
               count(DISTINCT outlet_country) FILTER (WHERE list_contains($sides, outlet_country)) AS sides
        FROM events WHERE {shown.sql} AND story_id IS NOT NULL
        GROUP BY story_id HAVING outlets > 1
        ORDER BY sides DESC, outlets DESC, date_start DESC NULLS LAST, story_id LIMIT $most"""
    return store.frame(sql, {**shown.values, "sides": list(SIDES), "most": limit})


def tellings(store: Store, chosen: Filter, story_id: str, limit: int = 60) -> pd.DataFrame:
    """The events of a story that meet the filter, with the columns of ``select``: outlets of one country together."""
    shown = where(conditions(chosen))
    sql = f"""
        SELECT {SHOWN} FROM events e LEFT JOIN {SOURCES} USING (doc_id)
        WHERE event_id IN (SELECT event_id FROM events WHERE story_id = $story AND ({shown.sql}))
        ORDER BY outlet_country NULLS LAST, outlet, published, event_id LIMIT $most"""
    return store.frame(sql, {**shown.values, "story": story_id, "most": limit})


def differing(store: Store, chosen: Filter, outlets: tuple[str, ...] = (), limit: int = 500) -> pd.DataFrame:
    """Versions of stories whose outlets give other tolls or other days, story by story.

    The columns of ``select``, and tolls_differ and days_differ.
    A figure that an outlet does not give differs from none.
    """
    shown = where(conditions(replace(chosen, outlets=outlets)))
    tolls = " OR ".join(f"count(DISTINCT {column}) > 1" for column in _TOLLS)
    sql = f"""
        WITH shown AS (SELECT * FROM events WHERE {shown.sql}),
             apart AS (SELECT story_id, {tolls} AS tolls_differ, count(DISTINCT date_start) > 1 AS days_differ
                       FROM shown GROUP BY story_id HAVING count(DISTINCT coalesce(outlet, doc_id)) > 1)
        SELECT {SHOWN}, tolls_differ, days_differ
        FROM shown e JOIN apart USING (story_id) LEFT JOIN {SOURCES} USING (doc_id)
        WHERE tolls_differ OR days_differ ORDER BY story_id, outlet NULLS FIRST, event_id LIMIT $most"""
    return store.frame(sql, {**shown.values, "most": limit})


def _documents_shown(chosen: Filter) -> Condition:
    limits = conditions(chosen)
    kept = [limits[name] for name in ("outlets", "outlet_countries", "languages", "documents") if name in limits]
    days = {"date_from": chosen.date_from, "date_to": chosen.date_to}
    compared = {"date_from": "published >= $date_from", "date_to": "published <= $date_to"}
    kept += [Condition(compared[name], {name: day}) for name, day in days.items() if day is not None]
    return where({str(number): condition for number, condition in enumerate(kept)})
