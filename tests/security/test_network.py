"""Nothing calls anybody: no reader, no writer, whatever the document asks for. And what may be fetched where it is allowed."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from convert.formats import INPUTS, OUTPUTS, input_format
from convert.kit import fetching
from convert.kit.fetching import FetchError
from convert.kit.images.kinds import PNG
from tests.cli.running import triptych
from tests.reading.test_mhtml import archive
from tests.security import hostile
from tests.specimens import picture

HOSTILE: dict[str, Callable[[], str | bytes]] = {
    "a.md": hostile.markdown, "a.html": hostile.html, "a.docx": hostile.docx, "own.json": hostile.own_json, "pandoc.json": hostile.pandoc,
    "a.mht": lambda: archive(hostile.html().encode()), "a.txt": hostile.markdown,
}  # fmt: skip


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Who was called, or looked up, from here on: by Python, or by a library of C on this machine's port."""
    made: list[str] = []

    def refuse(*args: object, **_: object) -> None:
        made.append(repr(args))
        raise OSError("no network in this test")

    listening = socket.create_server(("127.0.0.1", 0))
    monkeypatch.setattr(hostile, "HOST", f"127.0.0.1:{listening.getsockname()[1]}")

    def listen() -> None:
        try:
            while True:
                made.append(repr(listening.accept()[1]))
        except OSError:
            return

    thread = threading.Thread(target=listen, daemon=True)
    thread.start()
    for name in ("getaddrinfo", "create_connection", "gethostbyname"):
        monkeypatch.setattr(socket, name, refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    yield made
    monkeypatch.undo()
    listening.shutdown(socket.SHUT_RDWR)
    listening.close()
    thread.join()


def _bytes(made: str | bytes) -> bytes:
    return made if isinstance(made, bytes) else made.encode()


@pytest.mark.parametrize("name", HOSTILE)
def test_nobody_is_called(calls: list[str], tmp_path: Path, name: str) -> None:
    data = _bytes(HOSTILE[name]())
    here = hostile.HOST.encode()
    (tmp_path / name).write_bytes(
        data.replace(b"https://x", b"http://" + here).replace(b"https://example.org", b"https://" + here)
    )
    ran = triptych("convert", str(tmp_path / name), "-t", ",".join(OUTPUTS), "-O", str(tmp_path / "out"))
    assert ran.code == 0, ran.err
    assert calls == []


def test_the_readers_are_all_among_them() -> None:
    met = {input_format("", name, _bytes(make())).name for name, make in HOSTILE.items()}
    assert met == set(INPUTS) - {"office"}, "that one is LibreOffice's way to DOCX"


def test_the_watch_sees_a_call(calls: list[str]) -> None:
    with socket.socket() as caller, pytest.raises(OSError, match="no network"):
        caller.connect(("127.0.0.1", 1))
    assert calls


class _Web:
    """In the place of a fetcher: what lies where."""

    def __init__(self, limits: object) -> None:
        self.limits = limits

    def fetch(self, address: str) -> bytes:
        """See `Fetcher.fetch`."""
        match address.rpartition("/")[2]:
            case "a.png":
                return picture()
            case "page":
                return b"<html>words that are no picture</html>"
            case _:
                raise FetchError("the server says 404")


def test_with_leave_https_pictures_are_fetched(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(fetching, "Fetcher", _Web)
    names = (
        "https://example.org/a.png",
        "HTTPS://example.org/page",
        "https://example.org/none",
        "http://example.org/a.png",
        "//example.org/a.png",
    )
    (tmp_path / "a.md").write_text("# 题\n\n" + "\n\n".join(f"![]({name})" for name in names))
    ran = triptych("convert", str(tmp_path / "a.md"), "-t", "json", "-o", str(tmp_path / "a.json"), "--allow-net")
    said = [line.split("[", 1)[1].split("]")[0] for line in ran.err.splitlines() if "warning[image-" in line]
    assert sorted(set(said) - {"image-no-alt"}) == ["image-remote", "image-unfetched", "image-unreadable"]
    assert said.count("image-remote") == 2, "http, and an address without a scheme"
    media = json.loads((tmp_path / "a.json").read_text())["media"]
    assert [(each["type"], each["name"]) for each in media.values()] == [(PNG.type, "a.png")]


def test_without_leave_they_are_not(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(fetching, "Fetcher", _Web)
    (tmp_path / "a.md").write_text("![a](https://example.org/a.png)")
    ran = triptych("convert", str(tmp_path / "a.md"), "-t", "json", "-o", "-")
    assert "image-remote" in ran.err and "--allow-net" in ran.err and PNG.type not in ran.out
