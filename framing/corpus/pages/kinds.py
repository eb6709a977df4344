"""What kind of page a saved page is."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_FRONT = re.compile(r"^/?(?:index\.\w{2,5}|home/?|[a-z]{2}(?:-[a-z]{2})?/?)?$", re.IGNORECASE)
_ARTICLE = re.compile(
    r"""(?i)"@type"\s*:\s*\[?\s*"[^"]*Article"|og:type["']?\s+content=["']article|article:published_time"""
)


def is_front_page(page: str, url: str | None) -> bool:
    """Whether a page is the front page of a site: its address has no path, and nothing in it says *article*."""
    try:
        path = urlsplit(url or "x:/x/y").path
    except ValueError:
        return False
    return bool(_FRONT.match(path)) and not _ARTICLE.search(page)
