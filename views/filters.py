"""The sidebar: search and filters, each option with its count."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from geo import Option, families
from views import choices
from views.naming import Names
from views.plain import plain
from views.state import (
    EARLIEST,
    LATEST,
    MOST_CHARACTERS,
    READERS,
    STATUSES,
    SURE,
    Notice,
    View,
    active_filters,
    first_words,
    without_filters,
)
from views.texts import Texts
from views.visit import change, changed_by, current_view, forget_brush, seed

Facets = Mapping[str, Sequence[Option]]


def show(view: View, facets: Facets, names: Names, texts: Texts) -> None:
    """Draw every filter as it stands in the view."""
    st.subheader(texts("filter.heading"))
    _active(view, texts)
    less_sure(view, facets, texts)
    _dates(view, texts)
    with st.expander(texts("filter.type"), expanded=True):
        _types(view, facets["event_types"], texts)
    _many("outlets", view, facets, texts)
    _many("places", view, facets, texts, names)
    _pills("languages", view, facets, texts)
    with st.expander(texts("filter.more"), expanded=_any_of(view, _MORE)):
        _many("countries", view, facets, texts)
        _pills("statuses", view, facets, texts)
        _pills("precisions", view, facets, texts)
        _pills("readers", view, facets, texts)
        _numbers(view, texts)
        _words(view, texts)


_MORE = ("countries", "statuses", "precisions", "readers", "confidence", "told_by", "words")


_ORDERED = {"statuses": STATUSES, "readers": READERS}
"""Fields whose options have an order of their own."""


def _any_of(view: View, fields: Sequence[str]) -> bool:
    return bool(set(fields) & set(active_filters(view)))


def _active(view: View, texts: Texts) -> None:
    count = len(active_filters(view))
    st.button(
        texts("filter.reset"),
        key="reset",
        help=texts("filter.reset_help"),
        on_click=reset,
        disabled=count == 0,
        icon=":material/restart_alt:",
        width="stretch",
    )
    if count:
        st.caption(texts("filter.active", n=count))


def less_sure(view: View, facets: Facets, texts: Texts) -> None:
    """Draw a button that shows the events hidden for their confidence, or hides them; none where there are none."""
    hidden = choices.less_sure(facets)
    if hidden:
        words, confidence = texts("filter.less_sure", n=hidden), 0
    elif view.confidence < SURE:
        words, confidence = texts("filter.sure_only"), SURE
    else:
        return
    st.button(words, key="less_sure", type="tertiary", on_click=change, kwargs={"confidence": confidence})


def reset() -> None:
    """Put every filter back to its default."""
    show_instead(without_filters(current_view()))


def show_instead(view: View) -> None:
    """Let another view be the session's; for use in callbacks."""
    st.session_state["view"] = view
    forget_brush()


def _dates(view: View, texts: Texts) -> None:
    for field, name in (("first", "filter.date_from"), ("last", "filter.date_to")):
        key = f"filter.{field}"
        seed(key, getattr(view, field))
        st.date_input(
            texts(name),
            value=None,
            key=key,
            min_value=EARLIEST,
            max_value=LATEST,
            format="YYYY-MM-DD",
            on_change=_date_chosen,
            args=(field, key),
        )
    if view.first or view.last:
        st.caption(texts("filter.undated_kept"))


def _date_chosen(field: str, key: str) -> None:
    change(**{field: st.session_state[key]})
    forget_brush()


def _types(view: View, options: Sequence[Option], texts: Texts) -> None:
    counts = {option.value: option.n for option in options}
    for family in families():
        key = f"filter.types.{family.id}"
        present = [event_type for event_type in family.types if event_type in counts or event_type in view.types]
        if not present:
            continue
        seed(key, [event_type for event_type in present if event_type in view.types])
        st.pills(
            texts(f"family.{family.id}"),
            present,
            selection_mode="multi",
            format_func=lambda value: texts("filter.option", label=texts(f"type.{value}"), n=counts.get(value, 0)),
            key=key,
            on_change=_types_chosen,
        )


def _types_chosen() -> None:
    keys = [f"filter.types.{family.id}" for family in families()]
    change(types=tuple(event_type for key in keys for event_type in st.session_state.get(key, ())))


def _options(
    field: str, view: View, facets: Facets, texts: Texts, names: Names | None = None
) -> tuple[list[str], Callable[[str], str]]:
    counts = {option.value: option.n for option in facets[choices.FACETS[field]]}
    called = {value: _called(field, value, texts, names) for value in {*counts, *getattr(view, field)}}
    values = sorted(called, key=lambda value: called[value].casefold())

    def shown(value: str) -> str:
        return texts("filter.option", label=called[value], n=counts.get(value, 0))

    return [value for value in values if value or field != "places"], shown


def _called(field: str, value: str, texts: Texts, names: Names | None) -> str:
    return names.of_place(value) if names and value else choices.label(field, value, texts)


def _many(field: str, view: View, facets: Facets, texts: Texts, names: Names | None = None) -> None:
    values, shown = _options(field, view, facets, texts, names)
    key = f"filter.{field}"
    seed(key, list(getattr(view, field)))
    st.multiselect(
        texts(choices.LABELS[field]),
        values,
        format_func=shown,
        key=key,
        placeholder=texts("filter.any"),
        on_change=changed_by(field, key, tuple),
    )


def _pills(field: str, view: View, facets: Facets, texts: Texts) -> None:
    values, shown = _options(field, view, facets, texts)
    if field in _ORDERED:
        values = [value for value in _ORDERED[field] if value in values]
    key = f"filter.{field}"
    seed(key, [value for value in values if value in getattr(view, field)])
    st.pills(
        texts(choices.LABELS[field]),
        values,
        selection_mode="multi",
        format_func=lambda value: plain(shown(value)),
        key=key,
        on_change=changed_by(field, key, lambda chosen: tuple(value for value in values if value in chosen)),
    )


def _numbers(view: View, texts: Texts) -> None:
    seed("filter.confidence", view.confidence)
    st.slider(
        texts("filter.confidence"),
        min_value=0,
        max_value=100,
        step=5,
        format="%d %%",
        key="filter.confidence",
        on_change=changed_by("confidence", "filter.confidence"),
    )
    seed("filter.told_by", view.told_by)
    st.number_input(
        texts("filter.outlets_at_least"),
        min_value=1,
        max_value=99,
        step=1,
        key="filter.told_by",
        help=texts("filter.outlets_at_least_help"),
        on_change=changed_by("told_by", "filter.told_by"),
    )


def _words(view: View, texts: Texts) -> None:
    seed("filter.words", view.words)
    st.text_input(
        texts("filter.text"),
        key="filter.words",
        placeholder=texts("filter.text_placeholder"),
        max_chars=MOST_CHARACTERS,
        on_change=_words_chosen,
    )


def _words_chosen() -> None:
    written = st.session_state["filter.words"].strip()
    words = first_words(written)
    change(words=words)
    if words != written:
        st.session_state["notices"] = [Notice("q", written, "words")]
