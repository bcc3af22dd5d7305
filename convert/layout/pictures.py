"""The pictures of a document: how large each is printed, and what each output gets of it. One answer for all outputs."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from convert.diagnostics import Report
from convert.kit.fonts import Face, Library
from convert.kit.images.forms import Change, Form, Output, change_for, changed
from convert.kit.images.header import ImageInfo, image_info
from convert.kit.images.kinds import SVG
from convert.kit.images.scaling import scaled_down
from convert.kit.images.svg.lettering import NONE, Faces, Lettering
from convert.layout.sections import LANDSCAPE
from convert.model import Document, Group, Image, Media
from convert.model.walk import nodes
from convert.style.page import Page
from convert.style.sheet import Sheet

_PT_PER_INCH = 72
_TALLEST = 0.9  # of the type area's height: a picture's caption must fit below it


def picture_size(image: Image, info: ImageInfo, room: float, page: Page) -> tuple[float, float]:
    """Width and height in pt: `wanted_size`, scaled down to `room` pt of width and to the page."""
    width, height = wanted_size(image, info)
    scale = min(1.0, room / width, page.area_height * _TALLEST / height)
    return width * scale, height * scale


def wanted_size(image: Image, info: ImageInfo) -> tuple[float, float]:
    """Width and height in pt: what the document says, else the picture's own; of a single one follows the other."""
    width, height = info.width_pt, info.height_pt
    if image.width or image.height:
        scale = image.width / width if image.width else image.height / height
        width, height = image.width or width * scale, image.height or height * scale
    return width, height


@dataclass(frozen=True, slots=True)
class Resolution:
    """The most pixels that files keep of pictures. `dpi`: an inch, 0 for all; `widest`: what the widest page has for one,
    in pt; `images`: where the pictures of the document are printed."""

    dpi: int = 0
    widest: float = math.inf
    images: Sequence[Image] = ()

    def most(self, key: str, info: ImageInfo) -> tuple[int, int]:
        """How many pixels across and down a picture needs, at the largest size it is printed in."""
        sizes = [wanted_size(image, info) for image in self.images if image.media == key]
        width, height = (max(lengths) for lengths in zip(*sizes, strict=True))
        scale = min(1.0, self.widest / width) * self.dpi / _PT_PER_INCH
        return math.ceil(width * scale), math.ceil(height * scale)


ALL_PIXELS = Resolution()
"""Pictures as they are."""


def resolution_of(document: Document, sheet: Sheet) -> Resolution:
    """What the style says of the pictures of a document."""
    if not sheet.image_dpi:
        return ALL_PIXELS
    found = list(nodes(document))
    turned = any(isinstance(node, Group) and node.role == LANDSCAPE for node in found)
    pages = [look.page for look in sheet.pages.values()]
    widest = max(max(page.area_width, page.area_height if turned else 0.0) for page in pages)
    return Resolution(sheet.image_dpi, widest, [node for node in found if isinstance(node, Image)])


class Gallery:
    """The pictures of one document in the forms that outputs can hold; each is made once and shared."""

    def __init__(
        self,
        media: Mapping[str, Media],
        report: Report,
        lettering: Callable[[], Lettering],
        resolution: Resolution = ALL_PIXELS,
    ) -> None:
        """`lettering`: gives the faces for letters in drawings; it is asked where there are any."""
        self._media, self._report, self._lettering, self._resolution = media, report, lettering, resolution
        self._told: set[str] = set()
        self._infos: dict[str, ImageInfo] = {}
        self._forms: dict[tuple[str, Change], Form] = {}

    def info(self, key: str) -> ImageInfo:
        """What a picture says about itself. Raises ValueError for one that cannot be printed: `make_sound` takes those
        out."""
        if key not in self._infos:
            info = image_info(self._media[key].data)
            if info is None:
                raise ValueError(f"not a picture: {key}")
            self._infos[key] = info
        return self._infos[key]

    def form(self, key: str, output: Output) -> Form:
        """A picture as an output gets it."""
        change = change_for(self.info(key), output)
        made = self._forms.get((key, change))
        if made is None:
            lettering = self._lettering() if change in ("clean", "draw", "plot") else NONE
            made = changed(self._media[key].data, change, lettering)
            made = self._forms[key, change] = self._scaled(key, made) if self._resolution.dpi else made
            if change == "jpeg":
                self._report.add("image-recoded", name=self._media[key].name or key)
        return made

    def _scaled(self, key: str, form: Form) -> Form:
        """A picture with as many pixels as it needs; as it is where that saves nothing, and where it is a drawing."""
        info = self.info(key)
        if info.type == SVG.type:
            return form
        width, height = self._resolution.most(key, info)
        if width >= info.width_px or height >= info.height_px:
            return form
        type, data = scaled_down(form.data, form.type, max(width, 1), max(height, 1))
        if len(data) >= len(form.data):
            return form
        if key not in self._told:
            self._told.add(key)
            self._report.add(
                "image-scaled",
                name=self._media[key].name or key,
                before=f"{info.width_px} × {info.height_px}",
                after=f"{width} × {height}",
                dpi=self._resolution.dpi,
            )
        return Form(type, data)


def lettering(sheet: Sheet, library: Library) -> Lettering:
    """The faces for letters in drawings: those of the style's font roles under the names of their families, body text's
    for `serif`, those of the first role of their kind for `sans-serif` and `monospace`; Latin faces come first, Chinese
    ones set what those lack."""
    roles: dict[str, Faces] = {}
    for role, stack in sheet.fonts.items():
        regular = (_first(library, stack.latin), _first(library, stack.cjk))
        bold = (_first(library, [f"{name} Bold" for name in names]) for names in (stack.latin, stack.cjk))
        faces = Faces(tuple(filter(None, regular)), tuple(filter(None, bold)))
        if faces.regular:
            roles[role] = faces
    families: dict[str, Faces] = {sheet.fonts[role].generic: faces for role, faces in reversed(roles.items())}
    for role, faces in roles.items():
        for name in (*sheet.fonts[role].cjk, *sheet.fonts[role].latin):
            families.setdefault(name.lower(), faces)
    body = roles.get(sheet.roles["body"].font)
    return Lettering(families | {"serif": body} if body else families)


def _first(library: Library, names: Iterable[str]) -> Face | None:
    return next(filter(None, map(library.find, names)), None)
