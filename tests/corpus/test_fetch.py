"""Pages are fetched politely and safely: tested against a server on this machine that misbehaves."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from inspect import signature
from typing import ClassVar
from urllib.parse import unquote

import pytest

from framing.cli.verbs.add import add
from framing.corpus.files.fetch import AGENT, Fetcher, FetchError, public

PAGE = b"<html><head><title>Bridge is shut</title></head><body><p>The council closed the bridge.</p></body></html>"


class Server(BaseHTTPRequestHandler):
    """Answers by the path that is asked for."""

    asked: ClassVar[list[str]] = []
    agents: ClassVar[set[str]] = set()
    robots: ClassVar[tuple[int, bytes]] = (404, b"")

    def log_message(self, *_: object) -> None: ...

    def answer(self, status: int, content: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": "text/html", **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(content)

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.agents.add(self.headers["User-Agent"])
        path, _, rest = self.path[1:].partition("/")
        try:
            match path:
                case "robots.txt":
                    self.answer(*self.robots)
                case "page":
                    self.answer(200, PAGE)
                case "status":
                    self.answer(int(rest), PAGE)
                case "once":
                    self.answer(503 if self.asked.count(self.path) == 1 else 200, PAGE, Retry_After="0")
                case "circle":
                    self.answer(302, Location=self.path)
                case "hops":
                    self.answer(301, Location=f"/hops/{int(rest) - 1}" if int(rest) else "/page")
                case "to":
                    self.answer(302, Location=unquote(rest))
                case "nowhere":
                    self.answer(302)
                case "endless":
                    self.answer(200)
                    while True:
                        self.wfile.write(b"x" * 65536)
                case "slow":
                    self.answer(200)
                    for _ in range(200):
                        self.wfile.write(b"x")
                        self.wfile.flush()
                        time.sleep(0.05)
                case "slow-head":
                    self.wfile.write(b"HTTP/1.0 200 OK\r\n")
                    for number in range(200):
                        self.wfile.write(b"X-%d: y\r\n" % number)
                        self.wfile.flush()
                        time.sleep(0.05)
                case "bomb":
                    self.answer(200, gzip.compress(b"\0" * 50_000_000), Content_Encoding="gzip")
                case "gzip":
                    self.answer(200, gzip.compress(PAGE), Content_Encoding="gzip")
                case "no-gzip":
                    self.answer(200, PAGE, Content_Encoding="gzip")
                case "brotli":
                    self.answer(200, PAGE, Content_Encoding="br")
                case "charset":
                    self.answer(200, "<p>Café</p>".encode("cp1252"), Content_Type="text/html; charset=utf-8")
                case "image":
                    self.answer(200, b"\x89PNG", Content_Type="image/png")
                case "garbage":
                    self.wfile.write(b"\0\1\2 no http\r\n\r\n")
                case "cut":
                    self.answer(200, PAGE, Content_Length="99999")
                case _:
                    self.answer(404)
        except OSError:
            pass


@pytest.fixture
def server() -> Iterator[str]:
    Server.asked.clear()
    Server.robots = (404, b"")
    listening = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    listening.daemon_threads = True
    thread = threading.Thread(target=listening.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{listening.server_port}"
    listening.shutdown()
    listening.server_close()
    thread.join()


def fetcher(**options: object) -> Fetcher:
    return Fetcher(**{"timeout": 20.0, "tries": 2, "pause": 0.01, "loopback": True, "max_bytes": 1_000_000, **options})  # type: ignore[arg-type]


def test_a_page_is_fetched_as_it_is(server: str) -> None:
    page = fetcher().fetch(f"{server}/page")
    assert (page.content, page.kind, page.url) == (PAGE, "text/html", f"{server}/page")
    assert fetcher().fetch(f"{server}/gzip").content == PAGE
    assert fetcher().fetch(f"{server}/hops/3").url == f"{server}/page"
    assert Server.agents == {AGENT}
    assert "framing/" in AGENT


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("/status/404", "answers 404 Not Found"),
        ("/status/500", "answers 500"),
        ("/circle", "in a circle"),
        ("/hops/30", "too often"),
        ("/nowhere", "to nowhere"),
        ("/to/file:///etc/passwd", "no web address"),
        ("/to/http://[x", "is no address"),
        ("/to/ftp://courier.example/x", "no web address"),
        ("/to/http://10.0.0.1/", "no public address"),
        ("/to/http://169.254.169.254/latest/meta-data", "no public address"),
        ("/to/http://[::ffff:10.0.0.1]/", "no public address"),
        ("/to/http://me:secret@courier.example/", "name or password"),
        ("/endless", "larger than 1 MB"),
        ("/bomb", "larger than 1 MB"),
        ("/slow", "longer than 1 s"),
        ("/slow-head", "longer than 1 s"),
        ("/no-gzip", "cannot be reached"),
        ("/brotli", "packed as br"),
        ("/image", "is image/png, not a page"),
        ("/garbage", "cannot be reached"),
        ("/cut", "cannot be reached"),
    ],
)
def test_a_server_that_misbehaves_is_a_message(path: str, message: str, server: str) -> None:
    slow = path.startswith("/slow")  # it would take ten seconds; the others have time, be the machine ever so busy
    began = time.perf_counter()
    with pytest.raises(FetchError, match=message) as problem:
        (fetcher(timeout=1.0) if slow else fetcher()).fetch(server + path)
    assert "\n" not in str(problem.value)
    assert not slow or time.perf_counter() - began < 8


def test_what_may_pass_is_tried_again(server: str) -> None:
    assert fetcher().fetch(f"{server}/once").content == PAGE
    assert Server.asked.count("/once") == 2
    with pytest.raises(FetchError):
        fetcher().fetch(f"{server}/status/404")
    assert Server.asked.count("/status/404") == 1, "what is gone is gone"


def test_robots_are_obeyed(server: str) -> None:
    Server.robots = (200, b"User-agent: *\nDisallow: /page\n")
    one = fetcher()
    for _ in range(2):
        with pytest.raises(FetchError, match=r"may not be fetched by its robots\.txt"):
            one.fetch(f"{server}/page")
    assert Server.asked == ["/robots.txt"], "asked once, and nothing else"
    with pytest.raises(FetchError, match=r"robots\.txt"):
        fetcher().fetch(f"{server}/to//page")
    Server.robots = (200, b"User-agent: framing\nDisallow: /\n")
    with pytest.raises(FetchError, match="may not be fetched"):
        fetcher().fetch(f"{server}/gzip")
    Server.robots = (200, b"User-agent: *\nAllow: /\n" + b"# \xff\0\n" * 200_000)
    assert fetcher().fetch(f"{server}/page").content == PAGE
    Server.robots = (503, b"")
    with pytest.raises(FetchError, match=r"does not answer for its robots\.txt"):
        fetcher().fetch(f"{server}/page")
    Server.robots = (403, b"")
    assert fetcher().fetch(f"{server}/page").content == PAGE, "RFC 9309: no robots.txt forbids nothing"


def test_one_site_is_asked_slowly(server: str) -> None:
    began = time.perf_counter()
    fetcher(pause=0.2).fetch(f"{server}/page")
    assert time.perf_counter() - began >= 0.2


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255",
     "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:127.0.0.1", "2002:7f00:1::", "64:ff9b::10.0.0.1", "2001:db8::1",
     "192.0.0.8", "192.0.2.1", "192.88.99.1", "198.18.0.1", "198.51.100.7", "203.0.113.9", "240.0.0.1",
     "::10.0.0.1", "::93.184.216.34", "::ffff:0:93.184.216.34", "100::1", "fec0::1", "5f00::1", "2001::1", "2001:2::1", "2001:20::1",
     "2002:5db8:d822::1", "3fff::1", "64:ff9b:1::1", "4000::1"],
)  # fmt: skip
def test_private_addresses(address: str) -> None:
    assert not public(address)


def test_public_addresses() -> None:
    assert all(map(public, ("93.184.216.34", "2606:2800:220:1::1", "::ffff:93.184.216.34", "64:ff9b::93.184.216.34")))


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://localhost:8080/",
        "http://[::1]/",
        "http://2130706433/",
        "http://0x7f.1/",
        "http://127.1/",
    ],
)
def test_this_machine_is_not_reached(url: str) -> None:
    with pytest.raises(FetchError, match=r"no public address|is not found"):
        Fetcher(tries=1).fetch(url)


def test_a_name_that_leads_to_a_private_address_is_refused(monkeypatch: pytest.MonkeyPatch, server: str) -> None:
    port = int(server.rsplit(":", 1)[1])
    answers = [
        (socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in ("93.184.216.34", "10.0.0.1")
    ]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: answers)
    with pytest.raises(FetchError, match="no public address"):
        Fetcher(tries=1).fetch("http://courier.example/")


def test_the_address_that_was_checked_is_the_one_that_is_asked(monkeypatch: pytest.MonkeyPatch, server: str) -> None:
    """A name server that answers otherwise the second time gains nothing: it is asked once for a request."""
    port = int(server.rsplit(":", 1)[1])
    calls: list[str] = []

    def resolve(host: str, *_: object, **__: object) -> list[tuple[object, ...]]:
        calls.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]

    connected: list[object] = []
    original = socket.create_connection

    def connect(address: tuple[str, int], timeout: float) -> socket.socket:
        connected.append(address[0])
        made = socket.socket()
        made.settimeout(timeout)
        made.connect(address)
        return made

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    monkeypatch.setattr(socket, "create_connection", connect)
    assert fetcher().fetch(f"http://courier.example:{port}/page").content == PAGE
    assert calls == ["courier.example"] * 2, "once for robots.txt, once for the page"
    assert connected == ["127.0.0.1"] * 2
    assert original is not connect


@pytest.mark.parametrize(
    "url",
    [
        "",
        "courier.example",
        "file:///etc/passwd",
        "http://",
        "http://[",
        "http://courier.example:22/",
        "gopher://x/",
        "http://x:99999/",
    ],
)
def test_what_is_no_address_of_a_page(url: str) -> None:
    with pytest.raises(FetchError):
        Fetcher().fetch(url)


def test_the_command_line_cannot_reach_this_machine() -> None:
    assert not Fetcher().loopback
    assert "loopback" not in signature(add).parameters
