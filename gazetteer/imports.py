"""Rows of other gazetteers as drafts: LP-TSV and GeoNames' tables."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from gazetteer.authorities import AAT, from_alias
from gazetteer.draft import Draft, guess_language
from gazetteer.model import KINDS, LANGUAGES, Name
from gazetteer.problems import Problem

GEONAMES_COLUMNS = (
    "geonameid", "name", "asciiname", "alternatenames", "latitude", "longitude", "feature_class", "feature_code",
    "country_code", "cc2", "admin1_code", "admin2_code", "admin3_code", "admin4_code", "population", "elevation",
    "dem", "timezone", "modification_date",
)  # fmt: skip
_KIND_OF_AAT = {number: kind for kind, (number, _) in AAT.items()}
_KIND_OF_CLASS = {
    "A": "district", "H": "river", "L": "region", "P": "village", "R": "road", "S": "site", "T": "mountain",
}  # fmt: skip
_KIND_OF_CODE = (
    ("PCL", "country"), ("ADM1", "province"), ("ADM", "district"), ("PPLC", "city"), ("PPLA", "city"),
    ("PPL", "village"), ("RGN", "region"), ("LK", "lake"), ("RSV", "lake"), ("SEA", "sea"), ("BDG", "bridge"),
)  # fmt: skip
_CITY = 10_000
"""Inhabitants from which a populated place of GeoNames is called a city here."""


def read_lp_tsv(text: str, file: str) -> tuple[tuple[Draft, ...], tuple[Problem, ...]]:
    """Drafts of the rows of an LP-TSV table, and what is wrong with the others."""
    rows = csv.DictReader(text.lstrip("\ufeff").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return _read(((2 + number, row) for number, row in enumerate(rows)), file, _from_lp_tsv)


def read_geonames(text: str, file: str) -> tuple[tuple[Draft, ...], tuple[Problem, ...]]:
    """Drafts of the rows of a GeoNames table (allCountries.txt, AZ.txt), and what is wrong with the others."""
    rows = csv.DictReader(text.lstrip("\ufeff").splitlines(), GEONAMES_COLUMNS, delimiter="\t", quoting=csv.QUOTE_NONE)
    return _read(((1 + number, row) for number, row in enumerate(rows)), file, _from_geonames)


def _read(
    rows: Iterable[tuple[int, Mapping[str, str]]], file: str, convert: Callable[[Mapping[str, str]], Draft]
) -> tuple[tuple[Draft, ...], tuple[Problem, ...]]:
    drafts: list[Draft] = []
    problems: list[Problem] = []
    for line, row in rows:
        try:
            drafts.append(convert(row))
        except (KeyError, ValueError, TypeError, AttributeError) as error:
            what = f"the row has no usable {error}" if isinstance(error, KeyError) else f"the row is broken ({error})"
            problems.append(Problem(file, line, what, "correct the row or take it out"))
    return tuple(drafts), tuple(problems)


def _from_lp_tsv(row: Mapping[str, str]) -> Draft:
    title = _required(row, "title")
    names = tuple(_variant_names(row.get("variants") or ""))
    return Draft(
        name=title,
        names=names or (Name(title, guess_language(title)),),
        kind=_lp_kind(row),
        lat=float(row["lat"]) if row.get("lat") else None,
        lon=float(row["lon"]) if row.get("lon") else None,
        same_as=tuple(from_alias(match) for match in _listed(row.get("matches"))),
        source=row.get("title_source") or "",
        remarks=(f"part of {row['parent_name']}",) if row.get("parent_name") else (),
    )


def _lp_kind(row: Mapping[str, str]) -> str | None:
    own = next((kind for kind in _listed(row.get("types")) if kind in KINDS), None)
    thesaurus = next((_KIND_OF_AAT[number] for number in _listed(row.get("aat_types")) if number in _KIND_OF_AAT), None)
    return own or thesaurus or next((_KIND_OF_CLASS.get(letter) for letter in _listed(row.get("fclasses"))), None)


def _variant_names(variants: str) -> Iterator[Name]:
    for variant in _listed(variants):
        name, _, tag = variant.rpartition("@")
        language = tag.split("-")[0].lower()
        if not name:
            yield Name(variant, guess_language(variant))
        elif language in LANGUAGES:
            yield Name(name, language)


def _from_geonames(row: Mapping[str, str]) -> Draft:
    name = _required(row, "name")
    spelled = [row.get("asciiname") or name, name, *(row.get("alternatenames") or "").split(",")]
    places = dict.fromkeys(spelling.strip() for spelling in spelled if re.search(r"[^\W\d_]{2}", spelling))
    return Draft(
        name=name,
        names=tuple(Name(spelling, guess_language(spelling)) for spelling in places if not spelling.startswith("http")),
        kind=_geonames_kind(row),
        lat=float(_required(row, "latitude")),
        lon=float(_required(row, "longitude")),
        same_as=(f"geonames:{int(_required(row, 'geonameid'))}",),
        source="GeoNames",
    )


def _geonames_kind(row: Mapping[str, str]) -> str | None:
    code = row.get("feature_code") or ""
    if code.startswith("PPL") and int(row.get("population") or 0) >= _CITY:
        return "city"
    by_code = next((kind for prefix, kind in _KIND_OF_CODE if code.startswith(prefix)), None)
    return by_code or _KIND_OF_CLASS.get(row.get("feature_class") or "")


def _required(row: Mapping[str, str], column: str) -> str:
    value = (row.get(column) or "").strip()
    if not value:
        raise KeyError(column)
    return value


def _listed(field: str | None) -> list[str]:
    return [entry.strip() for entry in (field or "").split(";") if entry.strip()]
