"""What an XMP packet says, property by property."""

from collections.abc import Iterator
from typing import Final
from xml.etree import ElementTree

_RDF: Final = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_LARGEST_BYTES: Final = 1024 * 1024
_BOXES: Final = (f"{_RDF}Bag", f"{_RDF}Seq", f"{_RDF}Alt")
Properties = dict[str, list[str]]  # by the local name: "creator", "CreatorTool"


def read_xmp(packet: bytes) -> Properties:
    """Return all properties of a packet by their names without the namespace. Raises ValueError when it is none."""
    if len(packet) > _LARGEST_BYTES or b"<!" in packet.replace(b"<!--", b""):
        raise ValueError("no document type is read, and nothing so long")
    try:
        root = ElementTree.fromstring(packet.strip(b"\0 \r\n\t").decode("utf-8", "replace"))  # noqa: S314  entities are refused above
    except ElementTree.ParseError as error:
        raise ValueError("not XML") from error
    found: Properties = {}
    for about in root.iter(f"{_RDF}Description"):
        for name, value in about.attrib.items():
            found.setdefault(_local(name), []).append(value)
        for each in about:
            found.setdefault(_local(each.tag), []).extend(_texts(each))
    return found


def _texts(element: ElementTree.Element) -> Iterator[str]:
    boxes = [box for box in element if box.tag in _BOXES]
    if boxes:
        for item in boxes[0]:
            yield " ".join(item.itertext())
    else:
        yield " ".join(element.itertext())


def _local(name: str) -> str:
    return name.rpartition("}")[2]
