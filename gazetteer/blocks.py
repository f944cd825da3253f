"""The blocks of a gazetteer file as a contributor writes them; ``schema.json`` is generated from these models."""

from __future__ import annotations

import json
from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Latitude = Annotated[float, Field(ge=-90, le=90)]
Longitude = Annotated[float, Field(ge=-180, le=180)]
Year = Annotated[int, Field(ge=-3000, le=2100)]


def _exists(period: str) -> str:
    """The period itself; a ``ValueError`` for a day that no month has."""
    date.fromisoformat(f"{period}-01-01"[: len("2022-08-31")])
    return period


Period = Annotated[str, StringConstraints(pattern=r"^[12]\d{3}(-\d{2}){0,2}$"), AfterValidator(_exists)]
Kind = Literal[
    "country", "region", "province", "district", "city", "village", "site",
    "road", "bridge", "river", "lake", "mountain", "line", "sea",
]  # fmt: skip
Language = Literal["en", "az", "hy", "ru", "tr", "fa", "ka", "fr", "de"]
Tradition = Literal["azerbaijani", "armenian", "soviet", "russian", "persian", "turkish", "georgian", "common"]
Link = Annotated[str, StringConstraints(pattern=r"^([a-z][a-z0-9_]*:[A-Za-z0-9_./-]+|https?://\S+)$")]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class PointBlock(_Strict):
    """A point of a road or of an outline, in WGS 84 degrees."""

    lat: Latitude
    lon: Longitude


class NameBlock(_Strict):
    """One way of writing a place's name."""

    name: Text = Field(description="As it is written, in its own script.")
    lang: Language = Field(description="The language that writes it so.")
    tradition: Tradition | None = Field(None, description="Whose name it is; leave it out if it is common to all.")
    start_year: Year | None = Field(None, alias="from", description="First year of use.")
    end_year: Year | None = Field(None, alias="to", description="Last year of use.")
    weak: bool = Field(False, description="Counts only near a strong name or a word for the kind of place.")


class CourseBlock(_Strict):
    """The way that a road took for a time."""

    first: Period | None = Field(None, alias="from", description="Its first day, month or year: 2022-08-31.")
    last: Period | None = Field(None, alias="to", description="Its last day, month or year.")
    via: tuple[Identifier | PointBlock, ...] = Field(description="Ids or points, in order.")
    source: Text | None = Field(None, description="Where course and dates were taken from.")


class PlaceBlock(_Strict):
    """A place."""

    id: Identifier = Field(description="Lower-case ASCII words joined by hyphens; never changes once published.")
    kind: Kind
    lat: Latitude
    lon: Longitude
    within: tuple[Identifier, ...] = Field((), description="Ids of the districts and regions that it lies in.")
    names: tuple[NameBlock, ...] = ()
    named_after: Identifier | None = Field(None, description="Id of a place whose names it shares, such as its town.")
    same_as: tuple[Link, ...] = Field((), description="The place elsewhere: wikidata:Q129352, geonames:146970.")
    source: Text | None = Field(None, description="Where coordinates and names were taken from.")
    never: tuple[Text, ...] = Field((), description="Phrases in which its name is no place: Minsk Group.")
    via: tuple[Identifier | PointBlock, ...] = Field((), description="For roads and lines: ids or points, in order.")
    courses: tuple[CourseBlock, ...] = Field(
        (), description="Instead of 'via', for a road that took another way at another time: each way, oldest first."
    )
    same_road: Identifier | None = Field(
        None, description="Id of the road that this is another name or a stretch of: their reports count together."
    )
    outline: tuple[PointBlock, ...] = Field((), description="For areas: the ring, open or closed.")
    start_year: Year | None = Field(None, alias="from", description="First year in which the place existed.")
    end_year: Year | None = Field(None, alias="to", description="Last year in which the place existed.")
    note: Text | None = None


class PlacesFile(BaseModel):
    """A gazetteer file: a list of blocks."""

    places: tuple[PlaceBlock, ...]


def schema() -> str:
    """The JSON Schema of a gazetteer file, as text, for editors."""
    whole = PlacesFile.model_json_schema(by_alias=True)
    return (
        json.dumps(
            {
                "$schema": "https://json-schema.org/draft/2020-12/schema",
                "title": "Gazetteer file",
                "description": "Places of the Nagorno-Karabakh conflict and their names.",
                "type": "array",
                "items": {"$ref": "#/$defs/PlaceBlock"},
                "$defs": whole["$defs"],
            },
            ensure_ascii=False,
            indent=2,
        )
        + "\n"
    )


if __name__ == "__main__":
    print(schema(), end="")
