"""Fetch a picture from the web, where the user allowed it: https alone, from public addresses, within bounds.

The address that was checked is the one that is connected to: a name is resolved once a request, so that none can mean a
public machine when it is looked at and one of ours when it is called. Nothing is sent but the request: no cookies, no
credentials, no referrer. Proxies of the environment are not used, for they would resolve names themselves.
"""

from __future__ import annotations

import contextlib
import http.client
import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from convert.kit.limits import Limits

Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_PORT = 443
_MOVED = (301, 302, 303, 307, 308)
_PIECE = 2**16
_SAFE = "!$&'()*+,/:;=?@[]~%"
_HEADERS = {"User-Agent": "Triptych", "Accept": "image/*", "Accept-Encoding": "identity", "Connection": "close"}
_NOT_PUBLIC = tuple(map(ipaddress.ip_network, (
    "0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.88.99.0/24", "198.18.0.0/15", "240.0.0.0/4",
    "::/96", "64:ff9b:1::/48", "100::/64", "fec0::/10",
)))  # fmt: skip
"""Blocks that are not for all, and that some versions of `ipaddress` call global: IANA's registries of special-purpose
addresses (https://www.iana.org/assignments/iana-ipv4-special-registry)."""
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


class FetchError(Exception):
    """A picture that could not be had. Its words say why."""


class Fetcher:
    """Fetches the pictures of one document, within the limits for all of them: `fetches`, `net_seconds`, `net_mb`,
    `redirects`.

    `may_reach`: which machines may be called; `trust`: whose certificates are good, None for the system's.
    """

    def __init__(
        self, limits: Limits, may_reach: Callable[[Address], bool] | None = None, trust: ssl.SSLContext | None = None
    ) -> None:
        self._limits, self._may_reach, self._trust = limits, may_reach or is_public, trust
        self._fetches, self._seconds, self._bytes = limits.fetches, float(limits.net_seconds), limits.net_mb << 20

    def fetch(self, address: str) -> bytes:
        """What lies at an address. Raises FetchError."""
        if not self._fetches:
            raise FetchError(f"more than {self._limits.fetches} of a document (--limit fetches=N)")
        self._fetches -= 1
        start = time.monotonic()
        try:
            data = self._followed(address, start + self._seconds)
        except (OSError, http.client.HTTPException, ValueError) as error:
            if time.monotonic() - start >= self._seconds:
                raise self._late() from None
            raise FetchError(_reason(error)) from None
        finally:
            self._seconds = max(self._seconds - (time.monotonic() - start), 0.0)
        self._bytes -= len(data)
        return data

    def _late(self) -> FetchError:
        return FetchError(f"more than {self._limits.net_seconds} seconds for a document (--limit net_seconds=N)")

    def _followed(self, address: str, deadline: float) -> bytes:
        for _ in range(self._limits.redirects + 1):
            parts = _checked(address)
            with self._connected(parts, deadline) as connection:
                path = quote(parts.path or "/", safe=_SAFE) + (
                    f"?{quote(parts.query, safe=_SAFE)}" if parts.query else ""
                )
                connection.request("GET", path, headers=_HEADERS)
                response = connection.getresponse()
                if response.status not in _MOVED:
                    data = self._body(response)
                    _left(deadline)  # what was cut off looks like an end
                    return data
                address = urljoin(address, response.getheader("Location", ""))
        raise FetchError(f"more than {self._limits.redirects} redirects (--limit redirects=N)")

    def _body(self, response: http.client.HTTPResponse) -> bytes:
        if response.status != http.client.OK:
            raise FetchError(f"the server says {response.status}")
        if response.getheader("Content-Encoding", "identity").strip().lower() != "identity":
            raise FetchError("packed, which was not asked for")
        data = bytearray()
        while piece := response.read(_PIECE):
            data += piece
            if len(data) > self._bytes:
                raise FetchError(f"more than {self._limits.net_mb} MB for a document (--limit net_mb=N)")
        return bytes(data)

    @contextlib.contextmanager
    def _connected(self, parts: SplitResult, deadline: float) -> Iterator[http.client.HTTPConnection]:
        """A connection to the machine, cut off at the deadline whatever it sends until then."""
        host, port = _ascii(parts.hostname or ""), parts.port or _PORT
        family, place = self._resolved(host, port, deadline)
        trust = self._trust or ssl.create_default_context()
        with socket.socket(family, socket.SOCK_STREAM) as bare:
            bare.settimeout(_left(deadline))
            bare.connect(place)
            with trust.wrap_socket(bare, server_hostname=host, do_handshake_on_connect=False) as safe:
                cut = threading.Timer(_left(deadline), _cut_off, (safe,))
                cut.daemon = True
                cut.start()
                try:
                    safe.do_handshake()
                    connection = http.client.HTTPConnection(host, port)
                    connection.default_port, connection.sock = _PORT, safe
                    connection.auto_open = 0  # never another connection, which nobody has checked
                    yield connection
                finally:
                    cut.cancel()
                    cut.join()

    def _resolved(self, host: str, port: int, deadline: float) -> tuple[socket.AddressFamily, Any]:
        """Where the machine is. Raises FetchError where one of its addresses may not be reached: who has both kinds means
        no good."""
        found = _looked_up(host, port, deadline)
        if not found:
            raise FetchError("no such machine")
        for _, place in found:
            if not self._may_reach(ipaddress.ip_address(str(place[0]).partition("%")[0])):
                raise FetchError("the machine is not on the public network")
        return found[0]


def is_public(address: Address) -> bool:
    """Whether an address is one of the public network, and not one that stands for another address that is not."""
    inner: Any = None
    if isinstance(address, ipaddress.IPv6Address):
        teredo = address.teredo
        inner = address.ipv4_mapped or address.sixtofour or (teredo[1] if teredo else None)
        if inner is None and address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(inner)
    if address.is_multicast or not address.is_global:
        return False
    return not any(address in block for block in _NOT_PUBLIC if block.version == address.version)


def _checked(address: str) -> SplitResult:
    """An address taken apart. Raises FetchError for one that is not fetched."""
    parts = urlsplit(address)
    if parts.scheme.lower() != "https":
        raise FetchError("not https")
    if not parts.hostname:
        raise FetchError("no machine is named")
    if "@" in parts.netloc:
        raise FetchError("a name or a password in the address")
    return parts


def _ascii(host: str) -> str:
    """A machine's name as the network knows it. Raises ValueError."""
    return host if host.isascii() else host.encode("idna").decode("ascii")


def _looked_up(host: str, port: int, deadline: float) -> list[tuple[socket.AddressFamily, Any]]:
    """The addresses of a machine. The system's resolver cannot be told to hurry: it is left alone when time is up."""
    found: list[tuple[socket.AddressFamily, Any]] = []

    def look_up() -> None:
        with contextlib.suppress(OSError, ValueError):
            found.extend((each[0], each[4]) for each in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))

    thread = threading.Thread(target=look_up, daemon=True)
    thread.start()
    thread.join(_left(deadline))
    if thread.is_alive():
        raise TimeoutError
    return found


def _left(deadline: float) -> float:
    """The seconds that are left. Raises TimeoutError for none."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


def _cut_off(connection: socket.socket) -> None:
    with contextlib.suppress(OSError):
        socket.socket.shutdown(connection, socket.SHUT_RDWR)


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or " ".join(str(error).split())[:120] or type(error).__name__
