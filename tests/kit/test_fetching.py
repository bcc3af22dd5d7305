"""Fetching over TLS from a server of our own on this machine, which nothing but a test may reach."""

from __future__ import annotations

import http.server
import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from convert.kit import fetching
from convert.kit.fetching import Address, Fetcher, FetchError, is_public
from convert.kit.limits import Limits
from tests.specimens import picture

CERTIFICATE = Path(__file__).parents[1] / "fixtures" / "localhost.pem"
"""A key and a certificate for `localhost`, made for these tests alone."""


class Answers(http.server.BaseHTTPRequestHandler):
    """What the server says, by the path that is asked for."""

    asked: list[tuple[str, dict[str, str]]]

    def do_GET(self) -> None:
        """Answer one request."""
        self.asked.append((self.path, dict(self.headers)))
        match self.path.partition("?")[0]:
            case "/a.png":
                self._say(200, picture())
            case "/round":
                self._say(302, b"", Location="/round")
            case "/there":
                self._say(301, b"", Location="/a.png")
            case "/inside":
                self._say(302, b"", Location="https://10.0.0.1/a.png")
            case "/plain":
                self._say(302, b"", Location="http://localhost/a.png")
            case "/file":
                self._say(302, b"", Location="file:///etc/passwd")
            case "/large":
                self._say(200, b"x" * (2 * 2**20))
            case "/packed":
                self._say(200, b"x", **{"Content-Encoding": "gzip"})
            case "/slow":
                self.send_response(200)
                self.end_headers()
                for _ in range(100):
                    self.wfile.write(b"x")
                    time.sleep(0.1)
            case "/cookie":
                self._say(302, b"", Location="/a.png", **{"Set-Cookie": "a=b"})
            case _:
                self._say(404, b"")

    def _say(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class Server(http.server.ThreadingHTTPServer):
    """A server that keeps to itself what goes wrong: those who call hang up as they like."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing."""


@pytest.fixture
def server() -> Iterator[Server]:
    Answers.asked = []
    server = Server(("127.0.0.1", 0), Answers)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def may_reach(address: Address) -> bool:
    """The rule of these tests: this machine, too."""
    return address.is_loopback or is_public(address)


def fetcher(**limits: int) -> Fetcher:
    """One that trusts the server and may reach it."""
    return Fetcher(Limits(**limits), may_reach, ssl.create_default_context(cafile=str(CERTIFICATE)))


def at(server: Server, path: str, host: str = "localhost") -> str:
    """The address of a path of the server."""
    return f"https://{host}:{server.server_port}{path}"


def test_a_picture_is_fetched_and_nothing_is_told_but_the_request(server: Server) -> None:
    assert fetcher().fetch(at(server, "/a.png?图 1#part")) == picture()
    [(path, headers)] = Answers.asked
    assert path == "/a.png?%E5%9B%BE%201"
    assert set(headers) == {"Host", "User-Agent", "Accept", "Accept-Encoding", "Connection"}


def test_redirects_are_followed_a_few_times_and_bring_no_cookies(server: Server) -> None:
    assert fetcher().fetch(at(server, "/there")) == picture()
    assert fetcher().fetch(at(server, "/cookie")) == picture()
    assert all("Cookie" not in headers and "Referer" not in headers for _, headers in Answers.asked)
    with pytest.raises(FetchError, match="redirects=N"):
        fetcher(redirects=2).fetch(at(server, "/round"))
    assert [path for path, _ in Answers.asked].count("/round") == 3


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/inside", "not on the public network"),
        ("/plain", "not https"),
        ("/file", "not https"),
        ("/none", "the server says 404"),
        ("/packed", "packed"),
    ],
)
def test_what_is_not_fetched_is_said(server: Server, path: str, reason: str) -> None:
    with pytest.raises(FetchError, match=reason):
        fetcher().fetch(at(server, path))


def test_a_document_has_so_many_fetches_bytes_and_seconds(server: Server) -> None:
    one = fetcher(fetches=1)
    one.fetch(at(server, "/a.png"))
    with pytest.raises(FetchError, match="fetches=N"):
        one.fetch(at(server, "/a.png"))
    with pytest.raises(FetchError, match="net_mb=N"):
        fetcher(net_mb=1).fetch(at(server, "/large"))
    start = time.monotonic()
    with pytest.raises(FetchError, match="net_seconds=N"):
        fetcher(net_seconds=1).fetch(at(server, "/slow"))
    assert time.monotonic() - start < 5, "a byte now and then does not keep it alive"


def test_a_resolver_that_never_answers_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    wake = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: [wake.wait(30)] * 0)
    with pytest.raises(FetchError, match="net_seconds=N"):
        fetcher(net_seconds=1).fetch("https://example.org/a.png")
    wake.set()


def test_a_name_is_resolved_once_and_its_address_is_called(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that means another machine the second time (DNS rebinding) is not asked a second time."""
    answers = iter([[(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", server.server_port))]])
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: next(answers))
    assert fetcher().fetch(at(server, "/a.png", "example.org")) == picture()


def test_a_name_with_one_bad_address_is_bad(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [
        (socket.AF_INET, socket.SOCK_STREAM, 6, "", (place, 443)) for place in ("93.184.215.14", "169.254.169.254")
    ]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    with pytest.raises(FetchError, match="not on the public network"):
        Fetcher(Limits()).fetch("https://example.org/a.png")


def test_the_usual_rule_and_trust_refuse_this_machine(server: Server) -> None:
    with pytest.raises(FetchError, match="not on the public network"):
        Fetcher(Limits()).fetch(at(server, "/a.png"))
    with pytest.raises(FetchError, match="certificate"):
        Fetcher(Limits(), may_reach).fetch(at(server, "/a.png"))
    assert Answers.asked == []


def test_a_certificate_has_to_be_the_machine_s(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", server.server_port))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    with pytest.raises(FetchError, match="not valid for"):
        fetcher().fetch(at(server, "/a.png", "example.com"))
    assert Answers.asked == []


@pytest.mark.parametrize(
    "address",
    [
        "http://example.org/a.png", "ftp://example.org/a.png", "https://user:word@example.org/a.png", "https://user@example.org/",
        "https:///a.png", "https://", "https://example.org:99999/", "https://[::1", "file:///etc/passwd", "https://exa mple.org/",
        "https://example.org\r\nX: y/", "https://\ud800.org/", "https://" + "a" * 70 + ".org/",
    ],
)  # fmt: skip
def test_other_addresses_are_never_looked_up(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "_looked_up", lambda *_: [])
    with pytest.raises(FetchError):
        Fetcher(Limits()).fetch(address)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "2130706433", "0x7f.1", "0177.0.0.1", "127.1", "[::1]", "[::ffff:10.0.0.1]", "localhost"]
)
def test_odd_forms_of_addresses_of_ours_are_refused(host: str) -> None:
    with pytest.raises(FetchError):
        Fetcher(Limits(net_seconds=5)).fetch(f"https://{host}/a.png")


@pytest.mark.parametrize(
    "address",
    [
        "0.0.0.0", "0.1.2.3", "10.0.0.1", "100.64.0.1", "127.0.0.1", "127.255.255.255", "169.254.169.254", "172.16.0.1", "172.31.0.1",
        "192.0.0.8", "192.0.2.1", "192.88.99.1", "192.168.0.1", "198.18.0.1", "198.51.100.1", "203.0.113.1", "224.0.0.1", "240.0.0.1",
        "255.255.255.255", "::", "::1", "::7f00:1", "::ffff:127.0.0.1", "::ffff:169.254.169.254", "64:ff9b::7f00:1", "64:ff9b:1::1",
        "100::1", "2001::1", "2001:db8::1", "2002:7f00:1::", "2002:a9fe:a9fe::", "fc00::1", "fd00:ec2::254", "fe80::1", "fec0::1", "ff02::1",
    ],
)  # fmt: skip
def test_addresses_that_are_not_public(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "address", ["1.1.1.1", "93.184.215.14", "2606:4700::1111", "::ffff:1.1.1.1", "64:ff9b::101:101", "2002:101:101::"]
)
def test_addresses_that_are_public(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))
