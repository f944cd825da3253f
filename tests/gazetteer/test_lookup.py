"""A name is looked up with a Nominatim service, which may be slow, wrong or away."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

import gazetteer
from gazetteer.draft import draft_block
from gazetteer.lookup import Lookup

ANSWER = [
    {
        "place_id": 1,
        "osm_type": "node",
        "osm_id": 3424,
        "lat": "39.7612",
        "lon": "46.7488",
        "class": "place",
        "type": "town",
        "addresstype": "town",
        "name": "Shusha",
        "display_name": "Shusha, Shusha District",
        "namedetails": {"name": "Şuşa", "name:en": "Shusha", "name:az": "Şuşa", "name:hy": "Շուշի", "name:ru": "Шуша"},
    }
]


class Service(ThreadingHTTPServer):
    """Answers as Nominatim does, or as it is told to."""

    daemon_threads = True
    answer: bytes = json.dumps(ANSWER).encode()
    status = 200
    delay_seconds = 0.0

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.requests: list[tuple[dict[str, list[str]], str, float]] = []
        self.paths: list[str] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


class Handler(BaseHTTPRequestHandler):
    server: Service

    def do_GET(self) -> None:
        asked = urlsplit(self.path)
        self.server.paths.append(asked.path)
        self.server.requests.append((parse_qs(asked.query), self.headers["User-Agent"], time.monotonic()))
        time.sleep(self.server.delay_seconds)
        self.send_response(self.server.status)
        self.send_header("Content-Type", "application/json; charset=utf-8")
        self.end_headers()
        with suppress(BrokenPipeError, ConnectionResetError):
            self.wfile.write(self.server.answer)

    def log_message(self, format: str, *args: object) -> None:
        """Keep quiet."""


@pytest.fixture
def service() -> Iterator[Service]:
    with Service() as running:
        thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield running
        running.shutdown()
        thread.join()


def ask(service: Service, **settings: float) -> Lookup:
    return Lookup(service.address, "atlas-tests", seconds_between=settings.get("seconds_between", 0.0))


def test_a_known_name_becomes_a_draft_with_its_names_and_identity(service: Service) -> None:
    result = ask(service).find("Shusha")
    assert result.failure is None
    (draft,) = result.drafts
    assert (draft.kind, draft.lat, draft.lon, draft.same_as) == ("city", 39.7612, 46.7488, ("osm:node/3424",))
    assert [(name.lang, name.name) for name in draft.names] == [
        ("en", "Shusha"),
        ("az", "Şuşa"),
        ("hy", "Շուշի"),
        ("ru", "Шуша"),
    ]


def test_a_found_place_becomes_a_block_that_loads(service: Service, small: gazetteer.Gazetteer, tmp_path: Path) -> None:
    (draft,) = ask(service).find("Shusha").drafts
    file = tmp_path / "new.yaml"
    file.write_text(draft_block(draft, small), encoding="utf-8")
    assert gazetteer.load([file]).places["shusha-2"].source == "OpenStreetMap via Nominatim"


def test_the_service_is_told_who_asks_and_where_to_look_first(service: Service) -> None:
    ask(service).find("Shusha")
    ((query, agent, _),) = service.requests
    assert agent == "atlas-tests"
    assert query["q"] == ["Shusha"]
    assert query["viewbox"] == ["40.0,36.5,51.6,44.0"]
    assert query["namedetails"] == ["1"]


def test_address_and_user_agent_come_from_arguments_or_the_environment(
    service: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KARABAKH_NOMINATIM", f"{service.address}/own/")
    monkeypatch.setenv("KARABAKH_USER_AGENT", "someone@example.org")
    assert Lookup.from_environment().find("Shusha").drafts
    assert (service.paths[0], service.requests[0][1]) == ("/own/search", "someone@example.org")
    assert Lookup.from_environment("http://127.0.0.1:1", "else").address == "http://127.0.0.1:1"


def test_requests_keep_their_distance(service: Service) -> None:
    lookup = ask(service, seconds_between=0.3)
    lookup.find("Shusha")
    lookup.find("Aghdam")
    assert service.requests[1][2] - service.requests[0][2] >= 0.2


def test_an_unknown_name_is_an_answer_and_no_failure(service: Service) -> None:
    service.answer = b"[]"
    result = ask(service).find("Nowhere")
    assert (result.drafts, result.failure) == ((), None)


def test_a_place_without_names_in_our_languages_keeps_its_own(service: Service) -> None:
    service.answer = json.dumps([{**ANSWER[0], "namedetails": None, "addresstype": "moon"}]).encode()
    (draft,) = ask(service).find("Shusha").drafts
    assert (draft.names[0].name, draft.kind) == ("Shusha", None)


@pytest.mark.parametrize(
    "answer",
    [
        b"<html>Sorry</html>",
        b'[{"lat": "north"}]',
        b'[{"name": "no place"}]',
        b'{"error": "x"}',
        b"[1]",
        b"7",
        b"\xff",
    ],
)
def test_a_wrong_answer_is_told_and_nothing_breaks(service: Service, answer: bytes) -> None:
    service.answer = answer
    result = ask(service).find("Shusha")
    assert result.drafts == ()
    assert result.failure is not None


@pytest.mark.parametrize(("status", "told"), [(500, "could not answer"), (403, "could not answer"), (429, "fewer")])
def test_a_refusal_is_told(service: Service, status: int, told: str) -> None:
    service.status = status
    failure = ask(service).find("Shusha").failure
    assert failure is not None
    assert told in failure


def test_a_slow_service_is_given_up(service: Service) -> None:
    service.delay_seconds = 1.0
    lookup = Lookup(service.address, "atlas-tests", timeout_seconds=0.2, seconds_between=0.0)
    assert lookup.find("Shusha").failure == f"{service.address} did not answer within 0.2 seconds"


def test_without_a_network_it_says_so() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    failure = Lookup(f"http://127.0.0.1:{port}", "atlas-tests", seconds_between=0.0).find("Shusha").failure
    assert failure == f"http://127.0.0.1:{port} cannot be reached; are you offline?"


@pytest.mark.parametrize("lookup", [Lookup("no such address"), Lookup("http://"), Lookup("ftp://127.0.0.1:1")])
def test_a_nonsense_address_is_a_failure_and_no_crash(lookup: Lookup, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "http://127.0.0.1:1")
    assert lookup.find("Shusha").failure is not None
