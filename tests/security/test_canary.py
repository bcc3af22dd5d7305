"""A secret lies beside the input's folder. Every kind of reference asks for it; no output holds it, and no message."""

from __future__ import annotations

import base64
import io
import json
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from convert.formats import OUTPUTS
from convert.kit.surroundings import Surroundings
from tests.cli.running import triptych
from tests.readers.docx.packages import package
from tests.security.contents import contents
from tests.specimens import picture

TOKEN = b"CANARY-of-the-tests"
WORDS = "words that stay"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The input's folder. The secret is a picture that any reader would take, its token in its pixels' trailer."""
    inside = tmp_path / "in"
    inside.mkdir()
    (tmp_path / "secret.png").write_bytes(picture() + TOKEN)
    (tmp_path / "secret.txt").write_bytes(TOKEN)
    (tmp_path / "secret.svg").write_bytes(b'<svg xmlns="http://www.w3.org/2000/svg"><text>' + TOKEN + b"</text></svg>")
    (inside / "private.txt").write_bytes(TOKEN)
    for name in ("secret.png", "secret.txt", "secret.svg"):
        (inside / f"link-{name}").symlink_to(tmp_path / name)
    (inside / "up").symlink_to(tmp_path)
    return inside


def addresses(folder: Path) -> Iterator[str]:
    """Every way to ask for the secret."""
    for name in ("secret.png", "secret.txt", "secret.svg"):
        path = folder.parent / name
        yield from (
            f"../{name}", f"./up/../../{name}", f"up/{name}", f"link-{name}", str(path), f"/{path}", path.as_uri(),
            path.as_uri().replace("file://", "FILE://localhost"), path.as_uri().replace("file:///", "file:/"),
            quote(f"../{name}", safe=""), quote(quote(f"../{name}", safe="")), f"..\\{name}", f"..%5c{name}",
            f"%2e%2e/{name}", f"/proc/self/cwd/../{name}", f"/proc/self/root{path}", f"../{name}?x#y", f" ../{name}",
            f"jar:{path.as_uri()}!/", f"view-source:{path.as_uri()}", f"\\\\localhost\\{path}", f"//localhost/{path}",
        )  # fmt: skip
    yield "private.txt"


def markdown(folder: Path) -> str:
    """Markdown that asks for it."""
    asked = list(addresses(folder))
    seals = "\n".join(f"  - {json.dumps(address)}" for address in asked)
    secret = folder.parent / "secret.txt"
    lines = [
        "---", "title: 关于保密的通知", "issuer: 某某市人民政府", f"seals:\n{seals}",
        *(f"{key}: {secret}" for key in ("bibliography", "include-before", "css", "template", "style", "extends",
                                         "header-includes", "metadata-files", "meta-file", "filters", "resource-path")),
        "---", "", WORDS, "", *(f"![a](<{address}>)\n" for address in asked),
        f"![r][r]\n\n[r]: <../secret.png>\n\n!include {secret}\n\n{{{{< include {secret} >}}}}\n\n@import \"{secret}\"\n",
        f"$\\input{{{secret}}}$ $\\include{{{secret}}}$ $$\\openin5={secret}\\read5 to\\a\\a$$ $\\write18{{cat {secret}}}$\n",
        f"<img src='../secret.png'> <object data='{secret.as_uri()}'></object> <iframe src='{secret}'></iframe>\n",
        f"<svg><title>s</title><image href='{secret.as_uri()}'/><style>@import url({secret.as_uri()});</style></svg>\n",
    ]  # fmt: skip
    return "\n".join(lines)


def html(folder: Path) -> str:
    """HTML that asks for it."""
    secret = (folder.parent / "secret.svg").as_uri()
    pictures = "".join(
        f'<img src="{address}" alt="a"><img srcset="{address} 2x"><picture><source srcset="{address}"><img></picture>'
        for address in addresses(folder)
    )
    svg = (
        f'<svg viewBox="0 0 9 9"><title>drawn</title><image href="{secret}"/><use href="{secret}#a"/><text>drawn</text>'
        f"<style>@import '{secret}'; rect {{ fill: url({secret}#a) }}</style><rect fill='url({secret}#a)'/>"
        f'<filter id="f"><feImage href="{secret}"/></filter><foreignObject><iframe src="{secret}"/></foreignObject></svg>'
    )
    return (
        f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret}">]><html><head><title>t</title><base href="{folder.parent.as_uri()}/">'
        f'<link rel="stylesheet" href="{secret}"><style>@import "{secret}"; body {{ background: url({secret}) }}</style>'
        f'<meta name="seals" content="../secret.png"></head><body background="{secret}"><p>{WORDS} &x;</p>{pictures}{svg}'
        f'<object data="{secret}">o</object><embed src="{secret}"><iframe src="{secret}"></iframe><video poster="{secret}">'
        f'</video><p style="background: url({secret})">p</p><input type="image" src="{secret}"></body></html>'
    )


def docx(folder: Path) -> bytes:
    """A DOCX that asks for it: linked pictures, parts of other documents, fields."""
    secret = folder.parent / "secret.txt"
    refers: dict[str, tuple[str, str]] = {}
    drawings = []
    for number, address in enumerate(addresses(folder)):
        target = address.replace("&", "&amp;").replace("<", "&lt;")
        refers[f"i{number}"] = ("image", target if ":" in target else f"x:{target}")
        refers[f"p{number}"] = ("image", target.replace(":", "%3a"))
        for kind, id in (("link", f"i{number}"), ("embed", f"p{number}")):
            drawings.append(
                f'<w:p><w:r><w:drawing><wp:inline><wp:extent cx="99999" cy="99999"/><a:graphic><a:graphicData><pic:pic>'
                f'<pic:blipFill><a:blip r:{kind}="{id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline>'
                f"</w:drawing></w:r></w:p>"
            )
    refers |= {
        "chunk": ("aFChunk", secret.as_uri()), "template": ("attachedTemplate", secret.as_uri()),
        "sub": ("subDocument", secret.as_uri()), "ole": ("oleObject", secret.as_uri()),
    }  # fmt: skip
    fields = "".join(
        f'<w:p><w:fldSimple w:instr=" {instruction} "><w:r><w:t>kept</w:t></w:r></w:fldSimple></w:p>'
        for instruction in (
            f"INCLUDETEXT {secret}",
            f"INCLUDEPICTURE {secret}",
            f"DDEAUTO cmd {secret}",
            f"LINK Word {secret}",
        )
    )
    body = f'<w:p><w:r><w:t>{WORDS}</w:t></w:r></w:p>{"".join(drawings)}{fields}<w:altChunk r:id="chunk"/><w:subDoc r:id="sub"/>'
    return package(body, refers)


def own_json(folder: Path) -> str:
    """The model's own JSON with addresses in the place of keys."""
    asked = list(addresses(folder))
    images = [{"t": "Para", "children": [{"t": "Image", "media": address, "alt": "a"}]} for address in asked]
    words = {"t": "Para", "children": [{"t": "Text", "text": WORDS}]}
    return json.dumps({"triptych": 1, "blocks": [words, *images], "meta": {"title": "题", "seals": asked}})


def pandoc(folder: Path) -> str:
    """A pandoc AST with addresses in pictures and raw pieces."""
    secret = str(folder.parent / "secret.txt")
    attr: list[object] = ["", [], []]
    blocks: list[object] = [{"t": "Para", "c": [{"t": "Str", "c": WORDS}]}]
    for address in addresses(folder):
        blocks.append({"t": "Para", "c": [{"t": "Image", "c": [attr, [{"t": "Str", "c": "a"}], [address, ""]]}]})
    blocks += [
        {"t": "RawBlock", "c": ["html", f'<img src="../secret.png"><iframe src="{secret}"></iframe>']},
        {"t": "RawBlock", "c": ["latex", f"\\input{{{secret}}}"]},
        {"t": "RawBlock", "c": ["openxml", '<w:altChunk r:id="x"/>']},
    ]
    seals = {"t": "MetaList", "c": [{"t": "MetaString", "c": address} for address in addresses(folder)]}
    return json.dumps({"pandoc-api-version": [1, 23], "meta": {"seals": seals}, "blocks": blocks})


MAKERS: dict[str, Callable[[Path], str | bytes]] = {
    "a.md": markdown,
    "a.html": html,
    "a.docx": docx,
    "own.json": own_json,
    "pandoc.json": pandoc,
}


def holds_secret(data: bytes) -> bool:
    """Whether data has the token in it, as it is or in base64, which pieces of a text have three forms in."""
    shifted = (base64.b64encode(b"x" * skip + TOKEN)[4:-4] for skip in range(3))
    return TOKEN in data or any(piece in data for piece in shifted)


@pytest.mark.parametrize("name", MAKERS)
def test_no_output_and_no_message_holds_the_secret(folder: Path, tmp_path: Path, name: str) -> None:
    made = MAKERS[name](folder)
    (folder / name).write_bytes(made if isinstance(made, bytes) else made.encode())
    before = {path for path in tmp_path.rglob("*")}
    ran = triptych("convert", str(folder / name), "-t", ",".join(OUTPUTS), "-O", str(tmp_path / "out"), "-vv")
    assert ran.code == 0, ran.err
    written = {path for path in tmp_path.rglob("*")} - before
    assert written == {tmp_path / "out", *(tmp_path / "out").iterdir()}
    for path in (tmp_path / "out").iterdir():
        assert not [where for where, data in contents(path.read_bytes(), path.name) if holds_secret(data)]
    assert TOKEN.decode() not in ran.out + ran.err


@pytest.mark.parametrize("name", MAKERS)
def test_the_words_around_stay(folder: Path, name: str) -> None:
    made = MAKERS[name](folder)
    (folder / name).write_bytes(made if isinstance(made, bytes) else made.encode())
    ran = triptych("inspect", str(folder / name))
    assert WORDS in ran.out and TOKEN.decode() not in ran.out + ran.err


def archive(kind: str, text: str) -> bytes:
    """An archive with a document that asks for the secret, and with members whose names and links lead to it."""
    buffer = io.BytesIO()
    if kind == "zip":
        with zipfile.ZipFile(buffer, "w") as zipped:
            zipped.writestr("sub/a.md", text)
            zipped.writestr("sub/inside.png", picture())
            zipped.writestr("../secret-member.md", "escaped")
            link = zipfile.ZipInfo("sub/link-secret.png")
            link.external_attr = 0o120777 << 16
            zipped.writestr(link, "../../secret.png")
        return buffer.getvalue()
    with tarfile.open(fileobj=buffer, mode="w:gz" if kind == "tar.gz" else "w") as tar:
        for name, data in (
            ("sub/a.md", text.encode()),
            ("sub/inside.png", picture()),
            ("../secret-member.md", b"escaped"),
        ):
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            tar.addfile(entry, io.BytesIO(data))
        for name in ("sub/link-secret.png", "sub/link-secret.txt"):
            entry = tarfile.TarInfo(name)
            entry.type, entry.linkname = tarfile.SYMTYPE, f"../../{name.removeprefix('sub/link-')}"
            tar.addfile(entry)
    return buffer.getvalue()


@pytest.mark.parametrize("kind", ["zip", "tar", "tar.gz", "jsonl"])
def test_archives_and_records_reach_what_is_in_them_alone(folder: Path, tmp_path: Path, kind: str) -> None:
    text = markdown(folder) + "\n![inside](inside.png)\n\n![inside](../sub/inside.png)\n"
    path = folder / f"many.{kind}"
    path.write_bytes(json.dumps({"id": "../../a", "text": text}).encode() if kind == "jsonl" else archive(kind, text))
    before = set(tmp_path.rglob("*"))
    ran = triptych("convert", str(path), "-t", "docx,json", "-O", str(tmp_path / "out"), "-j", "1")
    assert TOKEN.decode() not in ran.out + ran.err
    out = tmp_path / "out"
    assert all(new == out or out in new.parents for new in set(tmp_path.rglob("*")) - before)
    made = [each.read_bytes() for each in out.rglob("*.*") if each.suffix in (".docx", ".json")]
    assert len(made) >= 2 and not any(holds_secret(data) for each in made for _, data in contents(each))
    shown = [each for each in out.rglob("a*.json") if b'"image/png"' in each.read_bytes()]
    assert bool(shown) == (kind != "jsonl"), "what lies beside it in the archive is shown"


def test_a_store_that_is_this_machine_follows_no_links_out(folder: Path, tmp_path: Path) -> None:
    pytest.importorskip("fsspec")
    (folder / "a.md").write_text(markdown(folder) + "\n![x](x::" + (folder.parent / "secret.png").as_uri() + ")\n")
    triptych("convert", (folder / "a.md").as_uri(), "-t", "json", "-O", str(tmp_path / "out"), "-j", "1")
    [made] = (tmp_path / "out").rglob("a.json")
    assert not holds_secret(made.read_bytes()) and WORDS.encode() in made.read_bytes()


def test_no_address_leads_from_one_store_to_another(folder: Path) -> None:
    fsspec = pytest.importorskip("fsspec")
    from convert.bulk.sources import File

    with fsspec.open("memory://in/a.png", "wb") as file:
        file.write(picture())
    around = Surroundings(File("memory://in/a.md").folder)
    assert around.find("a.png", 10_000)
    secret = folder.parent / "secret.png"
    for address in (
        f"图::{secret.as_uri()}",
        f"图::{secret}",
        f"图%3A%3A{secret}",
        f"::{secret}",
        f"a.png::{secret.as_uri()}",
    ):
        assert around.find(address, 10_000) is None


def test_the_search_finds_what_is_there(folder: Path, tmp_path: Path) -> None:
    """Were the secret read, the test above would see it."""
    (folder / "a.md").write_text("---\ntitle: 题\n---\n\n![a](../secret.png)\n")
    ran = triptych(
        "convert", str(folder / "a.md"), "-t", "docx,epub,json", "-O", str(tmp_path / "out"), "--root", str(tmp_path)
    )
    assert ran.code == 0 and "image-" not in ran.err
    for path in (tmp_path / "out").iterdir():
        assert any(holds_secret(data) for _, data in contents(path.read_bytes()))
