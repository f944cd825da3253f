"""An event as a card: what, when, where, who, in whose words, why here, and how others tell it."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from geo import family_of
from views import words
from views.citation import event_address, event_citation
from views.quote import Mark, anchor, marked
from views.setting import Setting
from views.texts import Texts
from views.told import Told
from views.why import Why, shown_why


def card(told: Told, why: Why, versions: Sequence[Told], setting: Setting) -> str:
    """Return the card as HTML; all that comes from texts is escaped, only http(s) links are links.

    Args:
        told: the event.
        why: what led to its place.
        versions: the events of its story, itself among them or not.
        setting: language, names and versions.

    """
    parts = (
        _head(told, setting),
        _facts(told, setting),
        _quote(told, setting),
        _source(told, setting),
        shown_why(told, why, setting),
        *(_beyond(told, versions, setting) if setting.stable else ()),
    )
    return f'<article class="card" data-event="{escape(told.event.event_id)}">{"".join(parts)}</article>'


def _beyond(told: Told, versions: Sequence[Told], setting: Setting) -> tuple[str, str]:
    """What there is of the event outside its document."""
    others = [other for other in versions if other.event.doc_id != told.event.doc_id]
    return _versions(told, others, setting), _links(told, setting)


def swatch(event_type: str, dark: bool) -> str:
    """Return the shape and colour of the family that an event type belongs to, as on the map."""
    family = family_of()[event_type]
    colour = family.dark if dark else family.colour
    return f'<span class="shape {family.shape}" style="background:{colour}" aria-hidden="true"></span>'


def _head(told: Told, setting: Setting) -> str:
    event, texts = told.event, setting.texts
    status = (
        "" if event.status == "reported" else f'<span class="badge">{escape(texts(f"status.{event.status}"))}</span>'
    )
    kind = escape(texts(f"type.{event.event_type}"))
    return f"<h3>{swatch(event.event_type, setting.dark)} {kind} {status}</h3>"


def _facts(told: Told, setting: Setting) -> str:
    event, texts = told.event, setting.texts
    rows = [
        (texts("card.date"), words.span(event.date_start, event.date_end, event.date_precision, texts), _how_dated),
        (texts("card.place"), setting.names.of(told) or texts("precision.none"), _how_placed),
        (texts("card.who"), event.actor or texts("card.nobody"), _how_named),
        (texts("card.whom"), event.target or "", _how_befallen),
        (texts("card.toll"), toll(told, texts), civilians),
        (texts("card.reading"), read_by(told, texts), _how_sure),
    ]
    shown = [(label, value, note(told, texts)) for label, value, note in rows]
    return f"<dl>{''.join(_fact(*row) for row in shown if row[1] or row[2])}</dl>"


def _fact(label: str, value: str, note: str | None) -> str:
    quiet = f' <span class="quiet">{escape(note)}</span>' if note else ""
    return f"<div><dt>{escape(label)}</dt><dd>{escape(value)}{quiet}</dd></div>"


def _how_dated(told: Told, texts: Texts) -> str | None:
    event = told.event
    if event.date_start is None:
        return None
    if event.date_basis == "reviewed":
        return f"{texts(f'date.precision.{event.date_precision}')}, {texts('card.basis.reviewed')}"
    return words.how_dated(event.date_precision, event.date_basis, texts)


def _how_placed(told: Told, texts: Texts) -> str | None:
    event = told.event
    if event.place_id is None:
        return None
    known = words.where_known(event.geo_precision, event.radius_km, texts)
    return _joined(known, _basis(event.place_basis, texts))


def _how_named(told: Told, texts: Texts) -> str | None:
    return _joined(_basis(told.event.actor_basis, texts), _claimed(told, texts))


def _how_befallen(told: Told, texts: Texts) -> str | None:
    return _basis(told.event.target_basis, texts) if told.event.target else None


def _how_sure(told: Told, texts: Texts) -> str | None:
    """How likely the event is right, where no person has read it."""
    event = told.event
    return None if event.read_by == "hand" else texts("card.confidence", value=round(event.confidence * 100))


def _basis(basis: str, texts: Texts) -> str | None:
    return None if basis == "none" else texts(f"card.basis.{basis}")


def _joined(*parts: str | None) -> str | None:
    return ", ".join(part for part in parts if part) or None


def read_by(told: Told, texts: Texts) -> str:
    """Return whether a person or a machine read the event in its text."""
    return texts(f"card.read_by.{told.event.read_by}")


def who(told: Told, texts: Texts) -> str:
    """Return who did it, and to whom; where the sentence does not surely name who did it, that is said."""
    actor, target = told.event.actor or texts("card.nobody"), told.event.target
    return texts("card.who_to_whom", actor=actor, target=target) if target else actor


def _claimed(told: Told, texts: Texts) -> str | None:
    return texts("card.claimed_by", who=told.event.claimed_by) if told.event.claimed_by else None


def toll(told: Told, texts: Texts) -> str:
    """Return the dead and wounded that the text counts, or nothing."""
    event = told.event
    counted = (
        words.people("killed", event.killed_low, event.killed_high, texts),
        words.people("wounded", event.wounded_low, event.wounded_high, texts),
    )
    return ", ".join(part for part in counted if part)


def civilians(told: Told, texts: Texts) -> str | None:
    """Return how many of the dead and wounded were civilians, if the text says."""
    event = told.event
    counted = (
        words.people("killed", event.civilians_killed_low, event.civilians_killed_high, texts),
        words.people("wounded", event.civilians_wounded_low, event.civilians_wounded_high, texts),
    )
    known = ", ".join(part for part in counted if part)
    return texts("toll.civilians", toll=known) if known else None


def quote(told: Told, texts: Texts) -> str:
    """Return the sentence as HTML with trigger, place and date marked."""
    event = told.event
    marks = [Mark(event.trigger_start, event.trigger_end, "trigger")]
    if event.place_start is not None and event.place_end is not None:
        marks.append(Mark(event.place_start, event.place_end, "place"))
    if event.when_start is not None and event.when_end is not None:
        marks.append(Mark(event.when_start, event.when_end, "date"))
    labels = {
        "trigger": texts(f"type.{event.event_type}"),
        "place": texts("card.place"),
        "date": texts("card.date"),
    }
    return marked(event.evidence, event.evidence_start, marks, labels)


def _quote(told: Told, setting: Setting) -> str:
    lang = escape(told.event.language)
    sentence = f'<blockquote lang="{lang}">{quote(told, setting.texts)}</blockquote>'
    if told.naming is None and told.event.place_basis != "carried":
        return sentence
    elsewhere = f'<p class="quiet">{escape(setting.texts("card.elsewhere"))}</p>'
    named = f'<blockquote lang="{lang}">{_naming(told, setting.texts)}</blockquote>' if told.naming else ""
    return f"{sentence}{elsewhere}{named}"


def _naming(told: Told, texts: Texts) -> str:
    """The sentence that names the place, with its name marked."""
    event, naming = told.event, told.naming
    if naming is None or event.place_start is None or event.place_end is None:
        return ""
    place = Mark(event.place_start, event.place_end, "place")
    return marked(naming.text, naming.start, [place], {"place": texts("card.place")})


def outlet(told: Told, texts: Texts) -> str:
    """Return the outlet, or that it is not stated."""
    return told.event.outlet or texts("filter.unknown_outlet")


def _source(told: Told, setting: Setting) -> str:
    texts = setting.texts
    published = told.event.published
    parts = [
        f"<strong>{escape(outlet(told, texts))}</strong>",
        anchor(told.url, told.title or texts("card.untitled")),
        escape(texts("card.author", author=told.author)) if told.author else "",
        escape(texts("card.published", date=words.day(published, texts)) if published else texts("card.undated_text")),
    ]
    return f'<p class="source">{", ".join(part for part in parts if part)}</p>'


def _versions(told: Told, others: Sequence[Told], setting: Setting) -> str:
    texts = setting.texts
    title = escape(texts("card.versions"))
    if not others:
        return f'<p class="quiet">{escape(texts("card.versions_none"))}</p>'
    columns = "".join(_version(version, told, setting) for version in (told, *others))
    return f'<details><summary>{title} ({len(others)})</summary><div class="versions">{columns}</div></details>'


def _version(version: Told, told: Told, setting: Setting) -> str:
    texts, event = setting.texts, version.event
    own = version.event.event_id == told.event.event_id
    facts = (
        (words.span(event.date_start, event.date_end, event.date_precision, texts), "date_start", "date_end"),
        (setting.names.of(version) or texts("precision.none"), "place_id"),
        (toll(version, texts), "killed_low", "killed_high", "wounded_low", "wounded_high"),
    )
    lines = "".join(_compared(value, own or _same(version, told, names), texts) for value, *names in facts if value)
    head = f"{escape(outlet(version, texts))}{' · ' + escape(texts('card.this_version')) if own else ''}"
    link = anchor(version.url, version.title or texts("card.untitled"))
    return f"<section><h4>{head}</h4><ul>{lines}</ul>{_quote(version, setting)}<p>{link}</p></section>"


def _same(one: Told, other: Told, names: Sequence[str]) -> bool:
    return all(getattr(one.event, name) == getattr(other.event, name) for name in names)


def _compared(value: str, same: bool, texts: Texts) -> str:
    differs = "" if same else f' <span class="badge">{escape(texts("card.differs"))}</span>'
    return f"<li>{escape(value)}{differs}</li>"


def _links(told: Told, setting: Setting) -> str:
    texts = setting.texts
    address = escape("./" + event_address(told.event.event_id, texts.language))
    citation = escape(event_citation(told, texts, setting.corpus, setting.gazetteer))
    return (
        f'<p class="links"><a href="{address}" target="_self">{escape(texts("card.link"))}</a></p>'
        f"<details><summary>{escape(texts('card.cite'))}</summary><p>{citation}</p></details>"
    )
