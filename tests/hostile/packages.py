"""Packages whose zip is hostile: damaged, misleading in its names, larger than it looks; and what is no package at all."""

from __future__ import annotations

import zipfile

from tests.hostile.cases import ESCAPED, Case, Trap
from tests.hostile.material import PNG, bomb, document, drawing, members_of, relations, root, zipped

_GOOD = document("")
_MAIN = root("document", "<w:body>BODY</w:body>")
_HEAD, _TAIL = _MAIN.split(b"BODY")
_KEPT = ("before", "after")


def _members(without: str = "") -> dict[str, str | bytes]:
    return {name: data for name, data in members_of(_GOOD).items() if name != without}


def _named(name: str) -> bytes:
    """A document with a picture under a name that leads elsewhere."""
    target = name.removeprefix("word/").replace("\n", "&#10;")
    members: dict[str, str | bytes] = {
        "_rels/.rels": relations({"main": ("officeDocument", "word/document.xml")}),
        "word/document.xml": root("document", f"<w:body><w:p><w:r><w:t>text</w:t></w:r></w:p>{drawing('p')}</w:body>"),
        "word/_rels/document.xml.rels": relations({"p": ("image", target)}),
        name: PNG,
    }
    return zipped(members)


def _flagged() -> bytes:
    """All members marked as encrypted."""
    data = bytearray(_GOOD)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(signature, at + 4)
    return bytes(data)


def _flipped() -> bytes:
    data = bytearray(_GOOD)
    data[_GOOD.find(b"word/document.xml") + 25] ^= 0xFF
    return bytes(data)


def _linked(trap: Trap) -> bytes:
    """A member that is a symbolic link to the canary."""
    link = zipfile.ZipInfo("word/media/a.png")
    link.create_system, link.external_attr = 3, 0o120777 << 16
    return zipped([
        ("_rels/.rels", relations({"main": ("officeDocument", "word/document.xml")})),
        ("word/document.xml", root("document", f"<w:body><w:p><w:r><w:t>text</w:t></w:r></w:p>{drawing('p')}</w:body>")),
        ("word/_rels/document.xml.rels", relations({"p": ("image", "media/a.png")})),
        (link, str(trap.canary)),
    ])  # fmt: skip


def _twice() -> bytes:
    first, second = (_MAIN.replace(b"BODY", f"<w:p><w:r><w:t>{w}</w:t></w:r></w:p>".encode()) for w in ("one", "two"))
    main = relations({"main": ("officeDocument", "word/document.xml")})
    return zipped([("_rels/.rels", main), ("word/document.xml", first), ("word/document.xml", second)])


def _overlapping(copies: int) -> bytes:
    """Members that all stand at the same bytes: https://www.bamsoftware.com/hacks/zipbomb/."""
    data = zipped({"word/document.xml": b"<a/>" + b" " * 1_000_000})
    at = data.find(b"PK\x01\x02")
    end = data.find(b"PK\x05\x06")
    entry, tail = data[at:end], bytearray(data[end:])
    tail[8:10] = tail[10:12] = copies.to_bytes(2, "little")
    tail[12:16] = (len(entry) * copies).to_bytes(4, "little")
    names = [f"word/a{n:07}.xml"[:17].encode() for n in range(copies)]
    return data[:at] + b"".join(entry.replace(b"word/document.xml", name) for name in names) + bytes(tail)


def _in_each_other(levels: int) -> bytes:
    inside = _GOOD
    for _ in range(levels):
        inside = zipped({f"{number}.zip": inside for number in range(16)})
    return inside


def _pictured(megabytes: int) -> bytes:
    base = document(drawing("p"), {"p": ("image", "media/a.png")}, word_media_a_png=b"")
    return bomb(base, "word/media/a.png", PNG[:8], b"\0" * 1000, b"", megabytes)


_UNIT = b"<w:p><w:r><w:t>x</w:t></w:r></w:p>"


def _many(count: int) -> bytes:
    return zipped(_members() | {f"word/media/{number}.xml": "" for number in range(count)})


def _lying() -> bytes:
    """The text's size is told as one byte, in both places that tell it."""
    data = bytearray(zipped(_members() | {"word/document.xml": _HEAD + _UNIT * 1000 + _TAIL}))
    size = (len(_HEAD + _TAIL) + 1000 * len(_UNIT)).to_bytes(4, "little")
    at = data.find(size)
    while at >= 0:
        data[at : at + 4] = (1).to_bytes(4, "little")
        at = data.find(size, at)
    return bytes(data)


CASES = (
    Case("half.docx", "a package cut in half", _GOOD[: len(_GOOD) // 2], "refused", ("docx-broken",)),
    Case("no-end.docx", "the directory's end is missing", _GOOD[:-30], "refused", ("docx-broken",)),
    Case("empty.docx", "no bytes", b"", "refused"),
    Case("two-letters.docx", "PK and nothing", b"PK\x03\x04", "refused", ("docx-broken",)),
    Case("text.docx", "a text called .docx", "这不是文档。\n", "either"),
    Case("page.docx", "a web page called .docx", "<html><body><p>a page</p></body></html>", "either"),
    Case("password.docx", "an OLE file, as Word's passwords make one", bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 2000, "refused"),
    Case("garbage-before.docx", "garbage before the package", b"GARBAGE" * 10 + _GOOD, "either"),
    Case("garbage-after.docx", "garbage after the package", _GOOD + b"\0" * 5000, keeps=_KEPT),
    Case("flipped.docx", "a bit flipped in the compressed text", _flipped(), "refused"),
    Case("no-types.docx", "[Content_Types].xml is missing", zipped(_members("[Content_Types].xml")), keeps=_KEPT),
    Case("no-relations.docx", "_rels/.rels is missing", zipped(_members("_rels/.rels")), "either"),
    Case("no-document.docx", "word/document.xml is missing", zipped(_members("word/document.xml")), "refused", ("docx-no-document",)),
    Case("encrypted.docx", "all members marked as encrypted", _flagged(), "refused"),
    Case("stored.docx", "members that are not compressed", zipped(_members(), zipfile.ZIP_STORED), keeps=_KEPT),
    Case("bzip2.docx", "members compressed in another way", zipped(_members(), zipfile.ZIP_BZIP2), "either"),
    Case("name-up.docx", "a member that climbs out", _named(f"../../../../../../{ESCAPED}_UP"), keeps=("text",)),
    Case("name-root.docx", "a member with an absolute name", _named(f"/{ESCAPED}_ROOT"), keeps=("text",)),
    Case("name-backslash.docx", "a member that climbs out by backslashes", _named(f"..\\..\\{ESCAPED}_BACK"), keeps=("text",)),
    Case("name-long.docx", "a member with a name of 300 letters", _named(f"word/media/{'a' * 300}.png"), keeps=("text",)),
    Case("name-device.docx", "a member called like a device", _named("word/media/CON.png"), keeps=("text",)),
    Case("name-line.docx", "a member with a line break in its name", _named("word/media/a\nb.png"), keeps=("text",)),
    Case("link.docx", "a member that is a symbolic link", _linked, keeps=("text",)),
    Case("twice.docx", "two members of the same name", _twice(), "either"),
    Case("overlapping.docx", "2,000 members at the same bytes", _overlapping(2000), "refused"),
    Case("members.docx", "60,000 empty members", lambda trap: _many(60_000), "either", heavy=True),
    Case("nested.docx", "zips in zips in zips", _in_each_other(3), "refused"),
    Case("bomb-spaces.docx", "200 MB of white space in the text", lambda trap: bomb(_GOOD, "word/document.xml", _HEAD, b" " * 1000, _TAIL, 200), "refused", heavy=True),
    Case("bomb-paragraphs.docx", "50 MB of paragraphs", lambda trap: bomb(_GOOD, "word/document.xml", _HEAD, _UNIT, _TAIL, 50), "refused", heavy=True),
    Case("bomb-picture.docx", "a picture that inflates to 200 MB", lambda trap: _pictured(200), "either", heavy=True),
    Case("lying-size.docx", "a member that says it is short", lambda trap: _lying(), "refused"),
    Case("book.epub", "an EPUB, which is not read", zipped({"mimetype": "application/epub+zip"}), "refused"),
)  # fmt: skip
