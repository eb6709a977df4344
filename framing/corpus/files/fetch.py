"""Fetch a web page politely and safely.

robots.txt is obeyed (RFC 9309), the user agent names framing, requests to one host are a second apart, failures that
may pass are tried again. Only public addresses are reached: each host name, that of a redirect too, is resolved
once, its addresses are checked, and the connection goes to the very address that was checked. Time, size, the
unpacked size and the number of redirects are bounded.
"""

from __future__ import annotations

import contextlib
import http.client
import ipaddress
import socket
import ssl
import threading
import time
import zlib
from dataclasses import dataclass, field
from http import HTTPStatus
from urllib.parse import quote, urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from framing import __version__
from framing.errors import CorpusError, one_line

AGENT = f"framing/{__version__} (research on news coverage)"
MAX_BYTES = 10_000_000  # of a page, unpacked
MAX_REDIRECTS = 5
_ROBOTS_BYTES = 500_000  # RFC 9309: at least 500 kibibytes must be parsed
_PORTS = (80, 443, 8080, 8443)
_TRANSIENT = (429, 500, 502, 503, 504)
_KINDS = ("text/html", "application/xhtml+xml", "text/plain")


class FetchError(CorpusError):
    """A page that cannot, or must not, be fetched."""


class _TransientError(FetchError):
    """A failure that may pass: worth another try."""

    wait: float | None = None


@dataclass(frozen=True)
class Page:
    """A page as it was fetched: the address that answered, the bytes (unpacked), their type and charset."""

    url: str
    content: bytes
    kind: str
    charset: str | None


@dataclass
class Fetcher:
    """Fetches pages; one for a run, so that it remembers robots.txt and when it last asked a host.

    timeout: seconds for one request as a whole. tries: how often. pause: seconds between requests to one host.
    loopback: whether addresses of this very machine may be reached; for tests only.
    """

    timeout: float = 20.0
    tries: int = 3
    pause: float = 1.0
    loopback: bool = False
    max_bytes: int = MAX_BYTES
    _robots: dict[str, RobotFileParser | None] = field(default_factory=dict)
    _asked: dict[str, float] = field(default_factory=dict)

    def fetch(self, url: str) -> Page:
        """The page at an address.

        Raises FetchError where it is not there, not public, forbidden by robots.txt, too large, too slow, no page.
        """
        seen: set[str] = set()
        while True:
            self._check(url)
            if url in seen or len(seen) > MAX_REDIRECTS:
                raise FetchError(f"{one_line(url)} is redirected in a circle or too often; open it in a browser")
            seen.add(url)
            self._ask_robots(url)
            status, headers, content = self._patiently(url, self.max_bytes)
            if status not in (301, 302, 303, 307, 308):
                break
            if not (target := headers.get("location")):
                raise FetchError(f"{one_line(url)} is redirected to nowhere; open it in a browser")
            url = _joined(url, target)
        if status != 200:
            raise FetchError(f"{one_line(url)} answers {status} {_REASONS.get(status, '')}".rstrip() + "; check it")
        kind, _, rest = headers.get("content-type", "text/html").partition(";")
        if kind.strip().casefold() not in _KINDS:
            raise FetchError(f"{one_line(url)} is {one_line(kind, 40)}, not a page; give the address of an article")
        charset = rest.casefold().partition("charset=")[2].strip(" \"';")[:40] or None
        return Page(url, content, kind.strip().casefold(), charset)

    def _check(self, url: str) -> None:
        """Only http and https, no passwords, usual ports."""
        try:
            parts = urlsplit(url)
            host, port = parts.hostname, parts.port
        except ValueError as problem:
            raise FetchError(f"{one_line(url)} is no address; check it") from problem
        if parts.scheme not in ("http", "https") or not host:
            raise FetchError(f"{one_line(url)} is no web address; give one such as https://courier.example/story")
        if parts.username is not None or parts.password is not None:
            raise FetchError("an address with a name or password in it is not fetched; save the page and add the file")
        if port is not None and port not in _PORTS and not self.loopback:
            raise FetchError(f"{one_line(url)} is on port {port}; only {', '.join(map(str, _PORTS))} are asked")

    def _ask_robots(self, url: str) -> None:
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self._robots:
            self._robots[origin] = self._read_robots(origin)
        rules = self._robots[origin]
        if rules is None:
            raise FetchError(f"{one_line(origin)} does not answer for its robots.txt; try later, or save the page")
        if not rules.can_fetch(AGENT, url):
            raise FetchError(f"{one_line(url)} may not be fetched by its robots.txt; save the page and add the file")

    def _read_robots(self, origin: str) -> RobotFileParser | None:
        """The rules of a site: none where it has no robots.txt; null where it cannot say (RFC 9309, 2.3.1)."""
        rules = RobotFileParser()
        url = origin + "/robots.txt"
        try:
            for _ in range(MAX_REDIRECTS + 1):
                self._check(url)
                status, headers, content = self._patiently(url, _ROBOTS_BYTES, cut=True)
                if status not in (301, 302, 303, 307, 308) or "location" not in headers:
                    break
                url = _joined(url, headers["location"])
        except _TransientError:
            return None
        if status >= 500 or status == 429:
            return None
        rules.parse(content.decode("utf-8", "replace").splitlines() if status == 200 else [])
        return rules

    def _patiently(self, url: str, limit: int, cut: bool = False) -> tuple[int, dict[str, str], bytes]:
        """One request, again where it fails in a way that may pass."""
        for attempt in range(1, self.tries + 1):
            try:
                host = urlsplit(url).netloc
                waiting = self._asked.get(host, 0.0) + self.pause - time.monotonic()
                if waiting > 0:
                    time.sleep(waiting)
                self._asked[host] = time.monotonic()
                status, headers, content = self._request(url, limit, cut)
                if status not in _TRANSIENT or attempt == self.tries:
                    return status, headers, content
                wait = headers.get("retry-after", "")
                time.sleep(min(float(wait) if wait.isdecimal() else self.pause * 2**attempt, 30 * self.pause))
            except _TransientError:
                if attempt == self.tries:
                    raise
                time.sleep(self.pause * 2 ** (attempt - 1))
        raise AssertionError("the last try returns or raises")

    def _request(self, url: str, limit: int, cut: bool) -> tuple[int, dict[str, str], bytes]:
        parts = urlsplit(url)
        host = parts.hostname or ""
        port = parts.port or (443 if parts.scheme == "https" else 80)
        path = quote(parts.path or "/", safe=_SAFE) + (f"?{quote(parts.query, safe=_SAFE)}" if parts.query else "")
        shown = one_line(url)
        deadline = time.monotonic() + self.timeout
        connection = http.client.HTTPConnection(host, port, timeout=self.timeout)
        # A server may send a byte now and then for ever: at the deadline the line is cut, whoever waits on it.
        watch = threading.Timer(self.timeout, lambda: _hang_up(line))
        watch.daemon = True
        line: socket.socket | None = None
        try:
            address = self._address(host, port)
            line = socket.create_connection((address, port), timeout=self.timeout)
            watch.start()
            if parts.scheme == "https":
                line = ssl.create_default_context().wrap_socket(line, server_hostname=host)
            connection.sock = line
            connection.request("GET", path, headers={
                "Host": parts.netloc.rpartition("@")[2], "User-Agent": AGENT, "Accept": "text/html,*/*;q=0.5",
                "Accept-Encoding": "gzip", "Accept-Language": "en", "Connection": "close",
            })  # fmt: skip
            with contextlib.closing(connection.getresponse()) as answer:
                headers = {name.casefold(): value for name, value in answer.getheaders()}
                content = _read(answer, headers.get("content-encoding", ""), limit, cut, deadline, shown)
        except ssl.SSLCertVerificationError as problem:
            raise FetchError(f"{shown} shows no valid certificate; open it in a browser") from problem
        except (OSError, http.client.HTTPException, ValueError, zlib.error) as problem:
            if time.monotonic() >= deadline:
                raise _TransientError(f"{shown} takes longer than {self.timeout:g} s; try later") from problem
            raise _TransientError(f"{shown} cannot be reached ({_why(problem)}); check it, or try later") from problem
        finally:
            watch.cancel()
            connection.close()
            if line is not None:
                line.close()
        if time.monotonic() >= deadline:
            raise _TransientError(f"{shown} takes longer than {self.timeout:g} s; try later")
        return answer.status, headers, content

    def _address(self, host: str, port: int) -> str:
        """The address of a host, if all of its addresses are public."""
        try:
            found = {str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)}
        except (socket.gaierror, UnicodeError) as problem:
            raise _TransientError(f"{one_line(host)} is not found; check the address") from problem
        for address in sorted(found):
            if not (public(address) or (self.loopback and ipaddress.ip_address(address).is_loopback)):
                raise FetchError(f"{one_line(host)} is no public address; only public pages are fetched")
        return min(found, key=lambda address: (":" in address, address))


# What is not reached over the open internet, by IANA's registries of special-purpose addresses (RFC 6890 and its
# successors, as of November 2026). Our own list, since what Python calls global differs between its versions.
_CLOSED_4 = tuple(map(ipaddress.IPv4Network, (
    "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
    "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
    "224.0.0.0/4", "240.0.0.0/4",
)))  # fmt: skip
_OPEN_6 = ipaddress.IPv6Network("2000::/3")  # all that is given out for the open internet
_CLOSED_6 = tuple(map(ipaddress.IPv6Network, ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")))
# An IPv4 address, written as IPv6: by the system (mapped), or by a translator to reach it (RFC 6052).
_CARRIERS = tuple(map(ipaddress.IPv6Network, ("::ffff:0:0/96", "64:ff9b::/96")))


def public(address: str) -> bool:
    """Whether an IP address is reached over the open internet, also one that carries an IPv4 address inside."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(ip, ipaddress.IPv4Address):
        return not any(ip in network for network in _CLOSED_4)
    if any(ip in network for network in _CARRIERS):
        return public(str(ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)))
    return ip in _OPEN_6 and not any(ip in network for network in _CLOSED_6)


def _read(answer: http.client.HTTPResponse, packing: str, limit: int, cut: bool, deadline: float, shown: str) -> bytes:
    """The body, unpacked piece by piece, so that a small answer cannot become a large one unseen."""
    packing = packing.strip().casefold()
    unpack = zlib.decompressobj(zlib.MAX_WBITS | 16) if packing in ("gzip", "x-gzip") else None
    if packing not in ("", "identity") and unpack is None:
        raise FetchError(f"{shown} is packed as {one_line(packing, 20)}, which is not read; save the page")
    content = bytearray()
    while piece := answer.read1(65536):
        content += unpack.decompress(piece, limit + 1 - len(content)) if unpack else piece
        if len(content) > limit:
            if cut:
                return bytes(content[:limit])
            raise FetchError(f"{shown} is larger than {limit // 1_000_000} MB; give the address of an article")
        if time.monotonic() >= deadline:
            raise TimeoutError
    if answer.length:  # fewer bytes came than were announced
        raise ConnectionResetError
    return bytes(content)


def _joined(url: str, target: str) -> str:
    try:
        return urljoin(url, target)
    except ValueError as problem:
        raise FetchError(f"{one_line(url)} is redirected to {one_line(target, 60)}, which is no address") from problem


def _hang_up(line: socket.socket | None) -> None:
    with contextlib.suppress(OSError):
        if line is not None:
            line.shutdown(socket.SHUT_RDWR)


def _why(problem: Exception) -> str:
    known: dict[type[Exception], str] = {
        TimeoutError: "no answer",
        ConnectionRefusedError: "refused",
        ConnectionResetError: "cut off",
    }
    return known.get(type(problem), one_line(problem, 60) or type(problem).__name__)


_SAFE = "/%:@!$&'()*+,;=~-._?"
_REASONS = {status.value: status.phrase for status in HTTPStatus}
