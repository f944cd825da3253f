"""The dead and the wounded that a text counts, as low and high figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import NamedTuple

from extract.grammar.files import load_grammar
from extract.grammar.matcher import SIGN, Grammar, Match, Tagged, matches
from extract.grammar.numbers import merge_numbers
from extract.grammar.vocabulary import Value
from extract.text.tokens import Token

_FOLDER = Path(__file__).resolve().parents[1] / "lexicon" / "tolls"
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_MOST = 10_000_000
_DOZEN = 12
_OUTCOMES = {
    "killed": ("killed",),
    "wounded": ("wounded",),
    "harmed": ("killed", "wounded"),
}
_BETWEEN = frozenset({"between", "hyphen", "to", "or", "from"})
_COUNTS = frozenset({"number", "digits", "year", "a", "vague", "nobody"})


@dataclass(frozen=True, slots=True)
class Toll:
    """So many killed or wounded, as ``text[start:end]`` has it.

    ``civilians`` marks a figure that the text gives for civilians alone. Where a wider figure of the same outcome
    stands beside it ("34 people, including two children"), it is a part of that one and must not be added to it.
    """

    start: int
    end: int
    outcome: str
    """killed or wounded."""
    low: int
    high: int | None
    """``None`` where the text sets no upper bound ("at least 34", "dozens")."""
    civilians: bool = False


class _Amount(NamedTuple):
    low: int
    high: int | None


@cache
def toll_grammar(language: str) -> Grammar | None:
    """The toll grammar of a language; ``None`` if there is none."""
    path = _FOLDER / f"{language}.yaml"
    return load_toll_grammar(path) if path.is_file() else None


def load_toll_grammar(path: Path) -> Grammar:
    """A toll grammar file.

    Raises:
        GrammarError: naming every fault in it.

    """
    return load_grammar(path, ("number", "digits", "year"), {"nothing", "toll", "last", "none", "part"})


def find_tolls(text: str, language: str) -> tuple[Toll, ...]:
    """The tolls of a text in order.

    Vague figures are read as event coders do (ACLED): tens at least 10, dozens at least 12, hundreds at least 100.
    "No casualties" is a toll of nought for both outcomes. The missing, the captured and the dying of old age are none.

    Args:
        text: any text.
        language: ISO 639-1 code; languages without a grammar file yield nothing.

    """
    grammar = toll_grammar(language)
    if grammar is None:
        return ()
    tagged = merge_numbers(grammar.tag(text, _classify), ("number", "digits"), ("hyphen", "and"))
    found: list[Toll] = []
    for match in matches(grammar.rules, grammar.spell(t.kind for t in tagged)):
        found += _read(tagged[match.first : match.last], match, found[-1] if found else None, text)
    return tuple(found)


def _classify(token: Token, amount: float | None) -> tuple[str, Value]:
    if not isinstance(amount, int) or amount > _MOST:
        return SIGN, None
    is_year = len(token.written) == 4 and _FIRST_YEAR <= amount <= _LAST_YEAR
    return ("year" if is_year else "digits"), amount


def _read(tagged: Sequence[Tagged], match: Match, before: Toll | None, text: str) -> list[Toll]:
    reading = match.rule.reading
    if reading == "nothing":
        return []
    start, end = tagged[0].start, tagged[-1].end
    outcomes = _outcomes(tagged, match)
    if reading == "none":
        return [Toll(start, end, outcome, 0, 0) for outcome in outcomes]
    if reading == "part":
        return _part(tagged, before, text)
    groups = _groups(tagged) if reading == "toll" else [[t for t in tagged if t.kind in _COUNTS][-1:]]
    figures = _figures(groups)
    return [Toll(start, end, outcome, *amount, civilians) for outcome in outcomes for amount, civilians in figures]


def _figures(groups: Sequence[Sequence[Tagged]]) -> list[tuple[_Amount, bool]]:
    """The sum of the groups, and that of the civilians among them (marked), where the two differ."""
    parted = next((i for i, group in enumerate(groups) if _is_part(group)), len(groups))
    counted = groups[:parted]
    if not counted:
        return []
    civilian = [group for group in counted if _is_civilian(group)]
    figures = [(_sum([_amount(group) for group in counted]), len(civilian) == len(counted))]
    part = [group for group in groups[parted:] if _is_civilian(group)]
    if part or len(civilian) < len(counted):
        figures += [(_sum([_amount(group) for group in found]), True) for found in (part or civilian,) if found]
    return figures


def _is_part(group: Sequence[Tagged]) -> bool:
    return any(t.kind == "including" for t in group)


def _outcomes(tagged: Sequence[Tagged], match: Match) -> tuple[str, ...]:
    """What happened to those counted: as the rule says, else by the first word that tells."""
    said = match.rule.options.get("outcome")
    if said is not None:
        return _OUTCOMES[said]
    return next((_OUTCOMES[t.kind.split("_")[0]] for t in tagged if t.kind.split("_")[0] in _OUTCOMES), ())


def _part(tagged: Sequence[Tagged], before: Toll | None, text: str) -> list[Toll]:
    """A part ("including two children") of the toll just before, in the same sentence and no greater than it."""
    start = tagged[0].start
    if before is None or any(c in ".!?։\n" for c in text[before.end : start]):
        return []
    amount = _sum([_amount(group) for group in _groups(tagged)])
    if (before.high is not None and amount.low > before.high) or (before.civilians and amount.low >= before.low):
        return []
    return [replace(before, start=start, end=tagged[-1].end, low=amount.low, high=amount.high, civilians=True)]


def _groups(tagged: Sequence[Tagged]) -> list[list[Tagged]]:
    """The tokens of each figure that a match adds up: "two men and a woman" are two groups."""
    groups: list[list[Tagged]] = [[]]
    for token in tagged:
        closed = any(map(_counts, groups[-1])) and any(t.kind.startswith("person") for t in groups[-1])
        if closed and token.kind in ("and", "comma", "including"):
            groups.append([])
        groups[-1].append(token)
    return [group for group in groups if any(map(_counts, group))]


def _counts(token: Tagged) -> bool:
    """Whether a token says how many, if only by its singular."""
    return token.kind in _COUNTS or token.kind.endswith("_one")


def _is_civilian(group: Sequence[Tagged]) -> bool:
    return any(t.kind in ("person_civilian", "person_civilian_one", "civilian") for t in group)


def _amount(group: Sequence[Tagged]) -> _Amount:
    kinds = {t.kind for t in group}
    values = [int(t.value) for t in _without_age(group) if t.kind in _COUNTS and isinstance(t.value, (int, float))]
    factor = _DOZEN if "dozen" in kinds else 1
    if not values:
        return _Amount(factor, factor)
    if len(values) > 1 and kinds & _BETWEEN and values[0] < values[1]:
        return _Amount(values[0] * factor, values[1] * factor)
    amount = values[-1] * factor
    if "up_to" in kinds:
        return _Amount(1, amount)
    open_ended = bool(kinds & {"at_least", "vague"})
    return _Amount(amount, None if open_ended else amount)


def _without_age(group: Sequence[Tagged]) -> Sequence[Tagged]:
    """The tokens without the number of "16-year-old"."""
    old = next((i for i, t in enumerate(group) if t.kind == "old"), None)
    if old is None:
        return group
    age = next((i for i in range(old, -1, -1) if group[i].kind in ("number", "digits")), old)
    return [*group[:age], *group[old:]]


def _sum(amounts: Sequence[_Amount]) -> _Amount:
    highs = [amount.high for amount in amounts]
    known = [high for high in highs if high is not None]
    return _Amount(sum(amount.low for amount in amounts), sum(known) if len(known) == len(highs) else None)
