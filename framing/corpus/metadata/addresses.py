"""Addresses of web pages: in full, of the page behind an archive's or a door's; whether a host may be an outlet's."""

from __future__ import annotations

import re
from urllib.parse import unquote, urljoin, urlsplit

# Hosts that are no outlet's: numbers, and names of machines of one's own or of a library's door to a database.
_NO_OUTLET = re.compile(r"(?i)^[\d.]+$|:|\.(?:local|localhost|localdomain|internal|intranet|lan|home|corp|onion|arpa)$")
_ARCHIVE = re.compile(  # of pages of others
    r"(?i)(?:www\.)?(?:archive\.(?:today|ph|is|li|md|vn|fo)|(?:web\.|wayback\.)?archive\.org|webcache\.googleusercontent\.com|"
    r"perma\.cc|ghostarchive\.org|cc\.bingj\.com|wayback\.archive-it\.org|(?:www\.)?webarchive\.org\.uk)"
)
_KEPT = re.compile(  # *https://web.archive.org/web/20250504120000/https://...*: a time and a whole address behind it
    r"https?://[^/?#]+/(?:[\w.-]+/){0,3}?(?:\d{4,14}(?:[a-z]{2}_)?|[\d.]{10}-\d{4,6}|\*)/(https?):/{1,2}([^/].*)"
)
_SHORT = re.compile(r"https?://archive\.(?:today|ph|is|li|md|vn|fo)/(?:[\w.-]+/){0,2}(https?):/{1,2}([^/].*)")
_CACHED = re.compile(r"https?://webcache\.googleusercontent\.com/search\?(?:[^#&]*&)*?q=cache(?::|%3[aA])([^&#+]+)")
_LED = re.compile(  # a search engine's links
    r"https?://www\.(?:google\.[a-z.]{2,6}/url|bing\.com/news/apiclick\.aspx)\?"
    r"(?:[^#&]*&)*?(?:url|q)=(https?(?::|%3[aA])[^&#]+)"
)
_AMP = re.compile(
    r"https?://(?:www\.google\.[a-z.]{2,6}/amp|[\w-]{1,80}\.cdn\.ampproject\.org/[cvr])/(?:s/)?([\w.-]+\.\w+/.*)"
)
_DOOR = re.compile(r"(?i)https?://[^/?#]+/login\?q?url=(https?(?::|%3A).+)")


def original_address(address: str) -> str:
    """The address of the page that an archive keeps a copy of, or that a library's door or a search engine's link leads
    to; another as it is."""
    inner = _inner(address[:4000])
    return inner if inner is not None and web_address(inner) else address


def _inner(address: str) -> str | None:
    if found := _LED.match(address):
        return _inner(unquote(found[1])) or unquote(found[1])
    if door := _DOOR.match(address):
        led = unquote(door[1]) if "://" not in door[1] else door[1]
        return _inner(led) or led
    if cached := _CACHED.match(address):
        kept = re.sub(r"^[\w-]{3,20}:(?!/)", "", unquote(cached[1]).split(" ")[0])
        return kept if "://" in kept else f"https://{kept}"
    if amp := _AMP.match(address):
        return f"https://{amp[1]}"
    kept_at = _KEPT.match(address) or _SHORT.match(address)
    return f"{kept_at[1]}://{kept_at[2]}" if kept_at else None


def is_archive(host: str | None) -> bool:
    """Whether a host keeps pages of others: what it has is none of its own."""
    return _ARCHIVE.fullmatch(host or "") is not None


def web_address(address: str | None, base: str | None = None) -> str | None:
    """The address in full, from the page's own address if need be; null where it is none of a web page."""
    try:
        whole = urljoin(base, address or "") if base else address or ""
        return whole if urlsplit(whole).scheme in ("http", "https") and urlsplit(whole).hostname else None
    except ValueError:  # an address such as http://[x
        return None


def outlet_host(url: str | None) -> str | None:
    """The host of an address, where it may be an outlet's: numbers, machines at home and archives are none."""
    known = web_address(url)
    host = urlsplit(known).hostname if known else None
    return host if host and "." in host and not _NO_OUTLET.search(host) and not is_archive(host) else None
