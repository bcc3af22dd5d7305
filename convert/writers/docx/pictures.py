"""Pictures as inline drawings (ISO/IEC 29500-1, 20.4.2.8)."""

from __future__ import annotations

import hashlib

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.parts.image import ImagePart
from docx.parts.story import StoryPart

from convert.kit.images.forms import Form
from convert.kit.images.kinds import SVG
from convert.kit.ooxml import NAMESPACES, declarations
from convert.layout.overlays import over_size
from convert.layout.pictures import Gallery, picture_size
from convert.model import Image
from convert.style.page import Page
from convert.style.spans import OverLook
from convert.writers.docx.geometry import emu
from convert.writers.docx.xml import escape, run

_DIGITS = 16  # hexadecimal: tell the pictures of one document apart

_SVG_EXTENSION = (
    '<a:extLst><a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}"><asvg:svgBlip '
    'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="{relation}"/></a:ext></a:extLst>'
)
"""The drawing that a picture was made from, for programs that show it ([MS-ODRAWXML] 2.28.1); others show the picture."""

_DECORATIVE = (
    '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext>'
)


_ANCHOR = (
    '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="{order}" behindDoc="1" locked="0" '
    'layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>'
    '{across}</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>{down}</wp:posOffset>'
    "</wp:positionV>"
)
"""The start of an anchored picture, behind the text."""


class Drawings:
    """Makes drawings for one part of the package, and puts their pictures into it, each once."""

    def __init__(self, story: StoryPart, gallery: Gallery, page: Page) -> None:
        self._story, self._gallery = story, gallery
        self._blips: dict[str, str] = {}
        self._count = 0
        self.page = page  # that the next picture stands on
        self.width = page.area_width  # of what surrounds it, in pt

    def of(self, image: Image) -> str:
        """The run that holds a picture, scaled down to where it stands."""
        width, height = picture_size(image, self._gallery.info(image.media), self.width, self.page)
        self._count += 1
        return run(_drawing(image, self._blip(image.media), emu(width), emu(height), self._count))

    def over(self, image: Image, look: OverLook, across: float, down: float) -> str:
        """The run that anchors a picture over words, behind them and without taking room (20.4.2.3). `across`, `down`: where
        the middle of the words is, in pt from the column's left edge and the paragraph's top."""
        width, height = over_size(self._gallery.info(image.media), look)
        self._count += 1
        left, top = emu(across - width / 2), emu(down - look.rise - height / 2)
        anchor = _ANCHOR.format(across=left, down=top, order=self._count)
        return run(_drawing(image, self._blip(image.media), emu(width), emu(height), self._count, anchor))

    def _blip(self, key: str) -> str:
        """The element that names the picture's part (20.1.8.13)."""
        if key not in self._blips:
            form = self._gallery.form(key, "docx")
            extension = ""
            if form.drawing:
                drawing = self._relation(Form(SVG.type, form.drawing))
                extension = _SVG_EXTENSION.format(relation=drawing)
            self._blips[key] = f'<a:blip r:embed="{self._relation(form)}">{extension}</a:blip>'
        return self._blips[key]

    def _relation(self, form: Form) -> str:
        return str(self._story.relate_to(_part(self._story, form), RELATIONSHIP_TYPE.IMAGE))


def _part(story: StoryPart, form: Form) -> ImagePart:
    """The part that holds a picture, one in the package for each content. python-docx would make them itself, but knows
    fewer files for JPEG than there are."""
    suffix = form.type.removeprefix("image/").removesuffix("+xml")
    name = PackURI(f"/word/media/{hashlib.sha256(form.data).hexdigest()[:_DIGITS]}.{suffix}")
    parts = story.package.image_parts
    found = next((part for part in parts if part.partname == name), None)
    if found is None:
        found = ImagePart(name, form.type, form.data)
        parts.append(found)
    return found


def _properties(described: str, image: Image) -> str:
    """The picture's properties; one without a description is an ornament ([MS-ODRAWXML] 2.32.1): no one is to guess at
    it."""
    if image.alt:
        return f"<wp:docPr {described}/>"
    return f"<wp:docPr {described}><a:extLst {declarations('a')}>{_DECORATIVE}</a:extLst></wp:docPr>"


def _drawing(image: Image, blip: str, width: int, height: int, number: int, anchor: str = "") -> str:
    """A drawing in the line; with an `anchor` (its start tag and places), one that floats."""
    title = f' title="{escape(image.title)}"' if image.title else ""
    described = f'id="{number}" name="Picture {number}" descr="{escape(image.alt)}"{title}'
    extent = f'cx="{max(width, 1)}" cy="{max(height, 1)}"'
    start, name = (anchor, "anchor") if anchor else ('<wp:inline distT="0" distB="0" distL="0" distR="0">', "inline")
    wrapped = '<wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>' if anchor else ""
    return (
        f"<w:drawing>{start}<wp:extent {extent}/>{wrapped}{_properties(described, image)}"
        f'<a:graphic {declarations("a")}><a:graphicData uri="{NAMESPACES["pic"]}"><pic:pic {declarations("pic")}>'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" name="Picture {number}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f"<pic:blipFill>{blip}<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        f"</wp:{name}></w:drawing>"
    )
