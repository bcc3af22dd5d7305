"""Pictures as inline drawings (ISO/IEC 29500-1, 20.4.2.8)."""

from __future__ import annotations

import io

from docx.parts.story import StoryPart

from convert.kit.images import image_info
from convert.kit.ooxml import NAMESPACES, declarations
from convert.layout.pictures import picture_size
from convert.model import Image, Media
from convert.style.sheet import Page
from convert.writers.docx.geometry import emu
from convert.writers.docx.xml import escape, run


class Drawings:
    """Makes drawings for one part of the package, and puts their pictures into it, each once."""

    def __init__(self, story: StoryPart, media: dict[str, Media], page: Page) -> None:
        self._story, self._media, self._page = story, media, page
        self._relations: dict[str, str] = {}
        self._count = 0
        self.width = page.area_width  # of what surrounds the next picture, in pt

    def of(self, image: Image) -> str:
        """The run that holds a picture, scaled down to where it stands."""
        data = self._media[image.media].data
        info = image_info(data)
        if info is None:
            raise ValueError(f"not a picture: {image.media}")
        width, height = picture_size(image, info, self.width, self._page)
        self._count += 1
        return run(_drawing(image, self._relation(image.media, data), emu(width), emu(height), self._count))

    def _relation(self, key: str, data: bytes) -> str:
        if key not in self._relations:
            self._relations[key], _ = self._story.get_or_add_image(io.BytesIO(data))
        return self._relations[key]


def _drawing(image: Image, relation: str, width: int, height: int, number: int) -> str:
    title = f' title="{escape(image.title)}"' if image.title else ""
    described = f'id="{number}" name="Picture {number}" descr="{escape(image.alt)}"{title}'
    extent = f'cx="{max(width, 1)}" cy="{max(height, 1)}"'
    return (
        f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/><wp:docPr {described}/>'
        f'<a:graphic {declarations("a")}><a:graphicData uri="{NAMESPACES["pic"]}"><pic:pic {declarations("pic")}>'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" name="Picture {number}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {extent}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing>"
    )
