"""Looking a name up with Nominatim, politely, and never in the contributor's way when it cannot be reached.

Geopy is imported when something is looked up: a tenth of a second that nobody else need wait for.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit

from gazetteer.draft import Draft
from gazetteer.model import Name

DEFAULT_ADDRESS = "https://nominatim.openstreetmap.org"
DEFAULT_USER_AGENT = "karabakh-atlas"
_VIEW = ((36.5, 40.0), (44.0, 51.6))
"""South-west and north-east, (lat, lon): results from the South Caucasus come first."""
_KINDS = {
    "country": "country", "state": "province", "region": "region", "province": "province", "county": "district",
    "district": "district", "city": "city", "town": "city", "village": "village", "hamlet": "village",
    "isolated_dwelling": "village", "locality": "site", "road": "road", "bridge": "bridge", "river": "river",
    "stream": "river", "lake": "lake", "reservoir": "lake", "water": "lake", "peak": "mountain", "ridge": "mountain",
    "sea": "sea",
}  # fmt: skip
_LANGUAGES = ("en", "az", "hy", "ru")


@dataclass(frozen=True, slots=True)
class LookupResult:
    """What the service knows, or why it could not be asked."""

    drafts: tuple[Draft, ...] = ()
    failure: str | None = None
    """For the contributor to read; ``None`` if the service answered, be it with nothing."""


@dataclass(frozen=True)
class Lookup:
    """A Nominatim service and how to behave towards it."""

    address: str = DEFAULT_ADDRESS
    user_agent: str = DEFAULT_USER_AGENT
    timeout_seconds: float = 10.0
    seconds_between: float = 1.0
    """The public service allows one request a second."""

    @classmethod
    def from_environment(cls, address: str | None = None, user_agent: str | None = None) -> Lookup:
        """The given settings, else those of ``KARABAKH_NOMINATIM`` and ``KARABAKH_USER_AGENT``, else the defaults."""
        return cls(
            address or os.environ.get("KARABAKH_NOMINATIM") or DEFAULT_ADDRESS,
            user_agent or os.environ.get("KARABAKH_USER_AGENT") or DEFAULT_USER_AGENT,
        )

    def find(self, name: str, limit: int = 5) -> LookupResult:
        """Drafts of the places that the service knows by this name, its best first; it never raises."""
        from geopy.exc import GeocoderRateLimited, GeocoderTimedOut, GeocoderUnavailable, GeopyError

        try:
            found = self._geocode(name, exactly_one=False, limit=limit, namedetails=True, language="en", viewbox=_VIEW)
            return LookupResult(tuple(_draft(name, location.raw) for location in found or ()))
        except GeocoderTimedOut:
            return LookupResult(failure=f"{self.address} did not answer within {self.timeout_seconds:g} seconds")
        except GeocoderRateLimited:
            return LookupResult(failure=f"{self.address} asks for fewer requests; wait a while")
        except GeocoderUnavailable:
            return LookupResult(failure=f"{self.address} cannot be reached; are you offline?")
        except GeopyError as error:
            if isinstance(error.__context__, URLError) and not isinstance(error.__context__, HTTPError):
                return LookupResult(failure=f"{self.address} cannot be reached; are you offline?")
            return LookupResult(failure=f"{self.address} could not answer ({type(error).__name__})")
        except (AttributeError, KeyError, TypeError, ValueError, LookupError):
            return LookupResult(failure=f"{self.address} answered, but not in the form that Nominatim answers in")

    @cached_property
    def _geocode(self) -> Callable[..., Any]:
        from geopy.adapters import URLLibAdapter
        from geopy.extra.rate_limiter import RateLimiter
        from geopy.geocoders import Nominatim

        parts = urlsplit(self.address if "://" in self.address else f"https://{self.address}")
        service = Nominatim(
            domain=parts.netloc + parts.path.rstrip("/"),
            scheme=parts.scheme,
            user_agent=self.user_agent,
            timeout=self.timeout_seconds,
            adapter_factory=URLLibAdapter,  # the other one repeats requests behind the rate limit's back
        )
        limited: Callable[..., Any] = RateLimiter(
            service.geocode, min_delay_seconds=self.seconds_between, max_retries=0, swallow_exceptions=False
        )
        return limited


def _draft(name: str, raw: Mapping[str, Any]) -> Draft:
    details: Mapping[str, Any] = raw.get("namedetails") or {}
    spelled = {language: str(details[f"name:{language}"]) for language in _LANGUAGES if details.get(f"name:{language}")}
    names = tuple(Name(spelling, language) for language, spelling in spelled.items())
    kind = _KINDS.get(str(raw.get("addresstype") or raw.get("type")))
    identity = f"osm:{raw['osm_type']}/{raw['osm_id']}" if "osm_type" in raw and "osm_id" in raw else None
    return Draft(
        name=name,
        names=names or (Name(str(raw.get("name") or name), "en"),),
        kind=kind,
        lat=float(raw["lat"]),
        lon=float(raw["lon"]),
        same_as=(identity,) if identity else (),
        source="OpenStreetMap via Nominatim",
        remarks=(f"found: {raw['display_name']}",),
    )
