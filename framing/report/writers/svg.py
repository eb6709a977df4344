"""Charts as small, accessible SVG."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from framing.report.look.fonts import FACES
from framing.report.look.labels import clean

_SVG = "http://www.w3.org/2000/svg"
_NUMBER = re.compile(r"-?\d+\.\d+")
_PLAIN = {("text-anchor", "start"), ("font-weight", "normal"), ("font-style", "normal"), ("stroke-opacity", "1")}
_LINK = "{http://www.w3.org/1999/xlink}href"


def tidy(svg: bytes, title: str, alt: str) -> bytes:
    """matplotlib's SVG without what is not needed: a third of the size.

    Style attributes become plain ones, which a strict Content-Security-Policy lets through; the face is named
    once; the title and the description are there for those who hear the chart.
    """
    ElementTree.register_namespace("", _SVG)
    root = ElementTree.fromstring(svg)  # noqa: S314 - what matplotlib wrote just now
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tag == f"{{{_SVG}}}metadata" or child.find(f"{{{_SVG}}}style") is not None:
                parent.remove(child)
    linked = {node.get(_LINK, "")[1:] for node in root.iter()}
    short: dict[str, str] = {}  # ids: one or two letters do
    for node in root.iter():
        for part in filter(None, node.attrib.pop("style", "").split("; ")):
            name, _, value = part.partition(": ")
            if (name, value) not in _PLAIN and name not in ("font-family", "-inkscape-font-specification"):
                node.set(name, value)
        if (link := node.attrib.pop(_LINK, None)) is not None:
            node.set("href", "#" + short.setdefault(link[1:], f"s{len(short)}"))
        if (own := node.attrib.pop("id", None)) in linked or node.tag == f"{{{_SVG}}}clipPath":
            node.set("id", short.setdefault(str(own), f"s{len(short)}"))
        if (clip := node.get("clip-path")) is not None:
            node.set("clip-path", f"url(#{short.setdefault(clip[5:-1], f's{len(short)}')})")
        if "d" in node.attrib:
            path = _NUMBER.sub(_rounded, " ".join(node.attrib["d"].split()))
            node.set("d", re.sub(r" ?([A-Za-z]) ?", r"\1", path))
        if node.get("transform", "").startswith(("rotate(-0", "rotate(0")):
            del node.attrib["transform"]
        for name in ("x", "y"):
            if name in node.attrib:
                node.set(name, _NUMBER.sub(_rounded, node.attrib[name]))
        node.tail = None
        if node.text is not None and not node.text.strip():
            node.text = None
    _flatten(root)
    for at, (name, words) in enumerate((("title", title), ("desc", alt))):
        said = ElementTree.Element(f"{{{_SVG}}}{name}")
        said.text = clean(words)
        root.insert(at, said)
    for name, value in {
        "role": "img", "font-family": FACES, "stroke-linejoin": "round", "stroke-linecap": "butt",
    }.items():  # fmt: skip
        root.set(name, value)
    written: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _rounded(found: re.Match[str]) -> str:
    return f"{float(found[0]):.2f}".rstrip("0").rstrip(".")


def _flatten(node: ElementTree.Element) -> None:
    """Take away groups that hold nothing; put the parts of groups that say nothing in their place."""
    for child in list(node):
        _flatten(child)
        if child.tag == f"{{{_SVG}}}g" and not child.attrib:
            at = list(node).index(child)
            node[at : at + 1] = list(child)
        elif len(child) == 0 and not child.attrib and not child.text:
            node.remove(child)
