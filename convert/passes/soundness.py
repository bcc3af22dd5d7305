"""Take out what no output can hold: links to nowhere, pictures that cannot be read, languages that are none, empty names.

All outputs then get the same, and each loss is reported once.
"""

from __future__ import annotations

from typing import assert_never

from convert.diagnostics import Pos, Report
from convert.kit.addresses import web_address
from convert.kit.images.faults import Fault, fault_of
from convert.kit.images.header import image_info
from convert.kit.images.kinds import SVG, kind_of
from convert.kit.images.profiles import usable
from convert.kit.languages import is_language_tag
from convert.kit.limits import USUAL, Limits
from convert.model import Document, Image, Link, Media, Node, Span, Text, replace
from convert.model.walk import nodes, replace_nodes

_NAMES = ("issuers", "authors", "editors", "proofreaders", "keywords")  # of the metadata: what files call themselves by


def make_sound(document: Document, report: Report, limits: Limits = USUAL) -> Document:
    """`document` without what no output can hold, or what goes beyond the limits of pictures.

    A link to nowhere leaves its words, a picture that cannot be read its alternative text in brackets.
    """
    check = _Check(document, report, limits)
    document = replace_nodes(document, check.replacement)
    named = {name: tuple(filter(str.strip, getattr(document.meta, name))) for name in _NAMES}
    return replace(document, meta=replace(document.meta, lang=check.language(document.meta.lang, None), **named))


class _Check:
    def __init__(self, document: Document, report: Report, limits: Limits) -> None:
        self._report, self._media, self._limits = report, document.media, limits
        self._ids = {node.id for node in nodes(document) if node.id}
        self._faults: dict[str, Fault | None] = {}
        told = (d.args.get("address", "") for d in report.diagnostics if d.code.startswith("image-"))
        self._told = tuple(address for address in told if address)  # long ones cut short

    def replacement(self, node: Node) -> Node | tuple[Node, ...]:
        if node.lang and not is_language_tag(node.lang):
            node = replace(node, lang=self.language(node.lang, node.pos))
        match node:
            case Link():
                return self._link(node)
            case Image():
                return self._image(node)
            case _:
                return node

    def language(self, lang: str, pos: Pos | None) -> str:
        """The language, where it is one."""
        if not lang or is_language_tag(lang):
            return lang
        self._report.add("language-invalid", pos, lang=lang)
        return ""

    def _link(self, link: Link) -> Link | Span:
        if link.target.startswith("#"):
            target = link.target if link.target[1:] in self._ids else ""
        else:
            target = web_address(link.target)
        if target and link.children:
            return link if target == link.target else replace(link, target=target)
        self._report.add("link-empty" if target else "link-dropped", link.pos, target=link.target)
        return Span(link.children, id=link.id, lang=link.lang, pos=link.pos)

    def _image(self, image: Image) -> Image | Text | tuple[()]:
        """The picture; where it cannot be printed its description, if it has one."""
        media = self._media.get(image.media)
        name = (media.name if media else "") or image.media
        if image.media not in self._faults:
            self._faults[image.media] = fault_of(media.data, self._limits) if media else "broken"
            if media and not self._faults[image.media]:
                self._tell_losses(media, name, image.pos)
        fault = self._faults[image.media]
        if fault:
            if not image.media.startswith(self._told):  # by the reader, with the reason
                self._tell_fault(fault, media, name, image.pos)
            return Text(f"[{image.alt}]", id=image.id, pos=image.pos) if image.alt else ()
        if not image.alt:
            self._report.add("image-no-alt", image.pos, name=name)
        return image

    def _tell_fault(self, fault: Fault, media: Media | None, name: str, pos: Pos | None) -> None:
        match fault:
            case "broken":
                self._report.add("image-unreadable", pos, name=name)
            case "unknown":
                kind = kind_of(media.data) if media else None
                self._report.add("image-unsupported", pos, name=name, kind=kind.name if kind else "?")
            case "slow":
                self._report.add("image-slow", pos, name=name, limit=self._limits.drawing_seconds)
            case "large":
                self._report.add("image-pixels", pos, name=name, limit=self._limits.megapixels)
            case _:
                assert_never(fault)

    def _tell_losses(self, media: Media, name: str, pos: Pos | None) -> None:
        """Say what no output will show of a picture, once."""
        info = image_info(media.data)
        if info and info.several:
            self._report.add("image-frames", pos, name=name)
        if info and info.colors == "cmyk" and not usable(info.profile, b"CMYK"):
            self._report.add("image-cmyk", pos, name=name)
        if info and info.type == SVG.type:
            from convert.kit.images.svg.source import read_svg

            removed = read_svg(media.data).removed
            if removed:
                self._report.add("image-cleaned", pos, name=name, parts=", ".join(removed))
