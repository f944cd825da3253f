"""The dates of a text: wordings first, then the intervals they form, then the days, in reading order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path

from extract.grammar.files import load_grammar
from extract.grammar.matcher import SIGN, Grammar, Match, Tagged, matches
from extract.grammar.numbers import merge_numbers
from extract.grammar.vocabulary import Value
from extract.text.tokens import Token
from extract.times.calendar import FIRST_YEAR, LAST_YEAR, make_day
from extract.times.context import Memory
from extract.times.expression import Clock, DateExpression, Days
from extract.times.joins import JOINS, join_days
from extract.times.readings import READINGS, read_days
from extract.times.slots import Slots

_FOLDER = Path(__file__).resolve().parents[1] / "lexicon" / "dates"
_FOUND = ("date", "date_from", "date_until")
_NUMERIC = ("day", "year", "number", "full_date")
_DATING = frozenset({"day", "full date", "month", "year", "season", "range"})
_DEADLINE_DAYS = 180
_DIGITS_OF_YEAR = 4


@dataclass(frozen=True, slots=True)
class _Wording:
    """A match that is one date expression: its tokens and the rule."""

    tagged: tuple[Tagged, ...]
    match: Match


@cache
def date_grammar(language: str) -> Grammar | None:
    """The date grammar of a language; ``None`` if there is none."""
    path = _FOLDER / f"{language}.yaml"
    return load_date_grammar(path) if path.is_file() else None


def load_date_grammar(path: Path) -> Grammar:
    """A date grammar file.

    Raises:
        GrammarError: naming every fault in it.

    """
    return load_grammar(path, (*_NUMERIC, *_FOUND), {"nothing", *READINGS, *JOINS})


def find_dates(
    text: str, language: str, published: date | None, context: date | None = None
) -> tuple[DateExpression, ...]:
    """The date expressions of a text in order, none overlapping another.

    Yearless days and months take the year that the text around them gives, else the latest year that does not put
    them after publication (days: up to a month after). Without a publication date they take the year of the full
    date before them, else of the first one after them; wordings that count from publication are then left out.

    Args:
        text: any text.
        language: ISO 639-1 code; languages without a grammar file yield nothing.
        published: the day that "yesterday" counts from.
        context: the day spoken of before the text begins, for "the next day".

    """
    grammar = date_grammar(language)
    if grammar is None:
        return ()
    tagged = merge_numbers(grammar.tag(text, _classify), ("number", "day"), ("hyphen", "and"))
    wordings, units = _wordings(grammar, tagged)
    joined = {m.first: m for m in matches(grammar.joins, grammar.spell(t.kind for t in units))}
    memory = Memory(text, published, context, _stated_years(wordings))
    found: list[DateExpression] = []
    reach = 0
    for i, unit in enumerate(units):
        if i < reach:
            continue
        join = joined.get(i)
        resolved = join and _resolve(units[join.first : join.last], join, wordings, memory)
        reach = join.last if join and resolved else i + 1
        if not resolved and unit.kind in _FOUND:
            resolved = _resolve([unit], None, wordings, memory)
        if resolved:
            found.append(resolved[0])
            memory.remember(resolved[0], with_year=resolved[1])
    return tuple(found)


def _classify(token: Token, amount: float | None) -> tuple[str, Value]:
    if token.shape == "full_date":
        return "full_date", _readings_of_full_date(token.written)
    if isinstance(amount, int) and token.written.isdecimal():
        if 1 <= amount <= 31 and len(token.written) <= 2:
            return "day", amount
        if FIRST_YEAR <= amount <= LAST_YEAR and len(token.written) == _DIGITS_OF_YEAR:
            return "year", amount
    return ("number", amount) if amount is not None else (SIGN, None)


def _readings_of_full_date(written: str) -> str | None:
    """The days that "12/09/2022" may mean, day first before month first; ``None`` if it is no date."""
    sign = next(c for c in written if not c.isdecimal())
    a, b, c = written.split(sign)
    if len(a) == _DIGITS_OF_YEAR:
        orders = [(a, b, c)]
    else:
        year = c if len(c) == _DIGITS_OF_YEAR else f"20{c}" if int(c) < 70 else f"19{c}"
        orders = [(year, b, a), (year, a, b)] if sign == "/" else [(year, b, a)]
    days = [make_day(int(y), int(m), int(d)) for y, m, d in orders]
    return " ".join(day.isoformat() for day in days if day) or None


def _wordings(grammar: Grammar, tagged: Sequence[Tagged]) -> tuple[dict[int, _Wording], list[Tagged]]:
    """The date wordings by where they start, and the tokens with each wording replaced by one token."""
    wordings: dict[int, _Wording] = {}
    units: list[Tagged] = []
    reach = 0
    for match in matches(grammar.rules, grammar.spell(t.kind for t in tagged)):
        units += tagged[reach : match.first]
        reach = match.last
        part = tuple(tagged[match.first : match.last])
        if match.rule.reading == "nothing":
            units += part
            continue
        mark = match.rule.options.get("mark")
        wordings[part[0].start] = _Wording(part, match)
        units.append(Tagged(part[0].start, part[-1].end, f"date_{mark}" if mark else "date", None))
    return wordings, [*units, *tagged[reach:]]


def _stated_years(wordings: dict[int, _Wording]) -> tuple[tuple[int, int], ...]:
    """Where the text itself gives the year of a day or month: (offset, year)."""
    return tuple(
        (start, int(token.value))
        for start, wording in wordings.items()
        if wording.match.rule.reading in ("day", "month")
        for token in wording.tagged
        if token.kind == "year" and isinstance(token.value, int)
    )


def _resolve(
    units: Sequence[Tagged], join: Match | None, wordings: dict[int, _Wording], memory: Memory
) -> tuple[DateExpression, bool] | None:
    """What one wording, or several joined by an interval, comes to, and whether the text states its year."""
    parts = [wordings[unit.start] for unit in units if unit.kind in _FOUND]
    clock = memory.clock_at(units[0].start)
    rule = join.rule.reading if join else "since" if _mark(parts[0]) == "from" else None
    if rule is None:
        rule, days = _name(parts[0]), _days(parts[0], clock)
    else:
        days = join_days(rule, _ends(parts, clock, rule), clock, Slots(units))
    if days is None or days.first > days.last:
        return None
    begun_by = _begun_by(_days(parts[0], clock), days) if rule == "since" else None
    start, end = units[0].start, units[-1].end
    expression = DateExpression(start, end, days.first, days.last, days.precision, days.basis, rule, begun_by)
    return expression, any(map(_states_year, parts)) or _told_in(expression, clock) or _counts_years(parts, clock)


def _counts_years(parts: Sequence[_Wording], clock: Clock) -> bool:
    """Whether the year is given by counting back: "three years ago, on 9 October"."""
    if _name(parts[0]) != "ago":
        return False
    days = _days(parts[0], clock)
    return days is not None and days.precision == "year"


def _begun_by(wording: Days | None, since: Days) -> date | None:
    """The last day of the wording that "since" is about."""
    return min(wording.last, since.last) if wording and since.first <= wording.last else since.first


def _mark(wording: _Wording) -> str | None:
    return wording.match.rule.options.get("mark")


def _name(wording: _Wording) -> str:
    return wording.match.rule.options.get("rule", wording.match.rule.reading)


def _states_year(wording: _Wording) -> bool:
    """Whether the wording gives its own year, and gives it as a time, not to tell one war from another."""
    if wording.match.rule.reading == "year":
        return "tells" in wording.match.rule.options
    return _name(wording) in _DATING and any(t.kind in ("year", "full_date") for t in wording.tagged)


def _told_in(expression: DateExpression, clock: Clock) -> bool:
    """Whether the year came from the story that the expression continues."""
    year = clock.year if clock.story is None else clock.story.year
    return expression.rule in _DATING and expression.basis == "stated" and expression.last.year == year


def _days(wording: _Wording, clock: Clock) -> Days | None:
    rule = wording.match.rule
    return read_days(rule.reading, Slots(wording.tagged), clock, rule.options)


def _ends(parts: Sequence[_Wording], clock: Clock, rule: str) -> list[Days | None]:
    """The days of each end of an interval; a yearless beginning takes the year that puts it before its end."""
    if rule == "since":
        clock = replace(clock, year=clock.year if clock.published is None else None, ahead=0)
    if rule == "by":
        clock = replace(clock, coming=True, ahead=_DEADLINE_DAYS)
    if rule == "apposition" and _name(parts[0]) == "ago" and (years := _days(parts[0], clock)) is not None:
        clock = replace(clock, year=years.first.year if years.precision == "year" else clock.year)
    last = _days(parts[-1], clock)
    if len(parts) == 1 or last is None:
        return [last]
    first = _days(parts[0], replace(clock, year=last.last.year))
    if first is not None and first.first > last.last:
        first = _days(parts[0], replace(clock, year=last.last.year - 1))
    return [first, last]
