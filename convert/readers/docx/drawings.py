"""Pictures, shapes and text boxes: DrawingML (ISO/IEC 29500-1, 20.4) and the older VML (29500-4, 19)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, TypeAlias

from convert.kit.limits import LimitError
from convert.kit.ooxml import qualified
from convert.model import Block, Image, Para, Rule, Text
from convert.readers.docx.tags import R_EMBED, R_ID, R_LINK, TXBX, number, w

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from convert.readers.docx.story import Story

Drawn: TypeAlias = "Image | tuple[Block, ...]"
"""What a drawing shows: a picture in the line, or the blocks of a text box."""

DRAWING = w("drawing")
"""A drawing in DrawingML; others are VML."""

_EMU, _LARGEST = 12700, 5000  # units in a pt; pt beyond which a size is a mistake
_SLACK = 0.5  # pt: sizes that differ by less are equal
_PICTURE, _BLIP, _CROP = qualified("pic:pic"), qualified("a:blip"), qualified("a:srcRect")
_EXTENT, _SIZE, _PROPERTIES = qualified("wp:extent"), qualified("a:ext"), qualified("wp:docPr")
_ANCHOR = qualified("wp:anchor")
_OWN_PROPERTIES, _FRAME = qualified("pic:cNvPr"), qualified("a:xfrm")
_IMAGE_DATA, _TEXT_PATH, _OLE = qualified("v:imagedata"), qualified("v:textpath"), qualified("o:OLEObject")
_HR, _TITLE = qualified("o:hr"), qualified("o:title")
_OBJECTS = {qualified("c:chart"): "chart", qualified("dgm:relIds"): "SmartArt"}
_LENGTH = re.compile(r"(?:^|;)\s*(width|height)\s*:\s*([\d.]+)\s*(pt|px|in|cm|mm|)", re.IGNORECASE)
_ABSOLUTE = re.compile(r"position\s*:\s*absolute", re.IGNORECASE)
_POINTS = {"pt": 1.0, "": 0.75, "px": 0.75, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4}
_SIDES = ("l", "t", "r", "b")


def drawn(drawing: Element, story: Story) -> Iterator[Drawn]:
    """The pictures and text boxes of `w:drawing`, in order. Charts and diagrams are reported."""
    properties = next(drawing.iter(_PROPERTIES), None)
    pictures = sum(1 for _ in drawing.iter(_PICTURE))
    for element in _outermost(drawing, (_PICTURE, TXBX, *_OBJECTS)):
        if element.tag == TXBX:
            yield story.lines.boxed(element)
        elif element.tag == _PICTURE:
            extent = next(drawing.iter(_EXTENT), None) if pictures == 1 else None
            image = _image(element, properties, extent, story)
            if image is not None:
                yield image
        else:
            alt = _described(properties)[0]
            story.book.report.add("docx-object-dropped", story.pos, kind=_OBJECTS[element.tag], text=alt)


def pictured(pict: Element, story: Story) -> Iterator[Drawn]:
    """The pictures, text boxes, word art and rules of `w:pict` or `w:object`. An embedded object shows its picture."""
    shape = next((child for child in pict.iter() if child.get("style") is not None), None)
    for element in _outermost(pict, (_IMAGE_DATA, TXBX, _TEXT_PATH, _OLE, qualified("v:rect"))):
        tag = element.tag
        if tag == TXBX:
            yield story.lines.boxed(element)
        elif tag == _IMAGE_DATA:
            image = _vml_image(element, shape, story)
            if image is not None:
                yield image
        elif tag == _TEXT_PATH and (element.get("string") or "").strip():
            yield (Para((Text(element.get("string", "").strip()),), pos=story.pos),)
        elif tag == _OLE:
            story.book.report.add("docx-object-dropped", story.pos, kind=element.get("ProgID", "OLE"), text="")
        elif element.get(_HR) in ("t", "true", "1"):
            yield (Rule(pos=story.pos),)


def is_floating(element: Element) -> bool:
    """Whether a drawing stands beside the text, not in its line."""
    if element.find(_ANCHOR) is not None:
        return True
    shape = next((child for child in element if child.get("style") is not None), None)
    return shape is not None and _ABSOLUTE.search(shape.get("style") or "") is not None


def _outermost(root: Element, tags: tuple[str, ...]) -> Iterator[Element]:
    """The elements of some names below `root`, without those inside a text box: these are read with it."""
    stack = list(reversed(root))
    while stack:
        element = stack.pop()
        if element.tag in tags:
            yield element
        if element.tag != TXBX:
            stack.extend(reversed(element))


def _image(picture: Element, properties: Element | None, extent: Element | None, story: Story) -> Image | None:
    blip = next(picture.iter(_BLIP), None)
    if blip is None:
        return None
    drawing = next((each for each in blip.iter() if str(each.tag).endswith("}svgBlip")), blip)  # [MS-ODRAWXML] 2.28.1
    key = _media(drawing.get(R_EMBED) or "", drawing.get(R_LINK) or "", story)
    if not key:
        return None
    crop = next(picture.iter(_CROP), None)
    if crop is not None and any(number(crop.get(side)) for side in _SIDES):
        story.book.report.add("docx-image-cropped", story.pos, name=key[:12])
    if extent is None:
        frame = next(picture.iter(_FRAME), None)
        extent = frame.find(_SIZE) if frame is not None else None
    alt, title = _described(properties)
    alt = alt or _described(next(picture.iter(_OWN_PROPERTIES), None))[0]
    width, height = (_points(extent.get(axis)) for axis in ("cx", "cy")) if extent is not None else (0.0, 0.0)
    if _is_own_size(width, height, key, story):
        width = height = 0.0
    return Image(key, alt, width, height, title, pos=story.pos)


def _is_own_size(width: float, height: float, key: str, story: Story) -> bool:
    """Whether a picture stands in the size that it has by itself: then the document says none."""
    own = story.book.pictures.sizes.get(key)
    return own is not None and abs(width - own[0]) < _SLACK and abs(height - own[1]) < _SLACK


def _vml_image(data: Element, shape: Element | None, story: Story) -> Image | None:
    key = _media(data.get(R_ID) or "", "", story)
    if not key:
        return None
    sizes = {name.lower(): float(size) * _POINTS[unit.lower()] for name, size, unit in _lengths(shape)}
    alt = (shape.get("alt") if shape is not None else "") or ""
    title = data.get(_TITLE) or ""
    return Image(key, alt or title, _sane(sizes.get("width", 0)), _sane(sizes.get("height", 0)), pos=story.pos)


def _lengths(shape: Element | None) -> list[tuple[str, str, str]]:
    found: list[tuple[str, str, str]] = _LENGTH.findall(shape.get("style") or "") if shape is not None else []
    return [(name, size, unit) for name, size, unit in found if size.count(".") < 2 and size.strip(".")]


def _media(embedded: str, linked: str, story: Story) -> str:
    """The key of a picture by its relationship; "" where there is none."""
    book = story.book
    relations = book.package.relations(story.part)
    relation = relations.get(embedded) or relations.get(linked)
    if relation is None:
        if embedded or linked:
            book.report.add("image-missing", story.pos, address=embedded or linked)
        return embedded or linked
    if relation.external:
        return book.pictures.linked(relation.target, story.pos)
    try:
        data = book.package.data(relation.target)
    except LimitError as error:
        book.report.add("image-large", story.pos, address=relation.target, **error.told)
        return relation.target
    if data is None:
        book.report.add("image-missing", story.pos, address=relation.target)
        return relation.target
    return book.pictures.add(data, relation.target, pos=story.pos)


def _described(properties: Element | None) -> tuple[str, str]:
    """Alternative text and title. The name that Word gives a picture ("Picture 1") describes nothing."""
    if properties is None:
        return "", ""
    return (properties.get("descr") or "").strip(), (properties.get("title") or "").strip()


def _points(extent: str | None) -> float:
    return _sane(number(extent) / _EMU)


def _sane(size: float) -> float:
    """A size in pt, 0 for one that cannot be meant."""
    return round(size, 2) if 0 < size < _LARGEST else 0.0
