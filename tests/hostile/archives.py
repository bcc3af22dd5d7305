"""Archives of documents that are hostile."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile

from tests.hostile.cases import ESCAPED, Case, Trap
from tests.hostile.material import bomb, zipped

_TEXT = "words\n"


def _tar(*members: tuple[tarfile.TarInfo, bytes]) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for entry, data in members:
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return buffer.getvalue()


def _linked(kind: bytes, trap: Trap) -> bytes:
    """A tar with a link to the canary, and a file of the same name behind it."""
    link = tarfile.TarInfo("a.txt")
    link.type, link.linkname = kind, str(trap.canary)
    return _tar((link, b""), (tarfile.TarInfo("b.txt"), _TEXT.encode()))


def _symbolic(trap: Trap) -> bytes:
    link = zipfile.ZipInfo("a.txt")
    link.create_system, link.external_attr = 3, 0o120777 << 16
    return zipped([(link, str(trap.canary)), ("b.txt", _TEXT)])


_CLIMBING = (
    f"../../{ESCAPED}_ZIP.txt",
    f"/{ESCAPED}_ZIP.txt",
    f"..\\..\\{ESCAPED}_ZIP.txt",
    "a/../../b.txt",
    "C:\\x.txt",
    "CON.txt",
    "a\nb.txt",
    "x" * 250 + ".txt",
    "…/\u202etxt.exe.txt",
)

CASES = (
    Case("plain.zip", "nothing: it must be done", zipped({"a.txt": _TEXT}), keeps=("words",)),
    Case("names.zip", "members that climb out, are devices, hold line breaks", zipped([(name, _TEXT) for name in _CLIMBING]), keeps=("words",), options=("--on-clash", "number")),
    Case("names.tar", "the same in a tar", _tar(*((tarfile.TarInfo(name), _TEXT.encode()) for name in _CLIMBING)), keeps=("words",), options=("--on-clash", "number")),
    Case("same.zip", "two members of one name", zipped([("a.txt", _TEXT), ("A.TXT", _TEXT), ("a.txt", _TEXT)]), "either"),
    Case("link.zip", "a member that is a symbolic link", _symbolic, "either"),
    Case("link.tar", "a member that is a symbolic link", lambda trap: _linked(tarfile.SYMTYPE, trap), "partly", keeps=("words",)),
    Case("hard-link.tar", "a member that is a hard link", lambda trap: _linked(tarfile.LNKTYPE, trap), "partly", keeps=("words",)),
    Case("devices.tar", "members that are devices and pipes", lambda trap: _devices(), "partly", keeps=("words",)),
    Case("half.zip", "cut in half", zipped({"a.txt": _TEXT * 100})[:80], "refused"),
    Case("half.tar.gz", "a compressed tar cut in half", gzip.compress(_tar((tarfile.TarInfo("a.txt"), _TEXT.encode() * 1000)), mtime=0)[:60], "refused"),
    Case("empty.zip", "no members", zipped({}), "either"),
    Case("nested.zip", "a zip in a zip in a zip", zipped([("a.zip", zipped({"b.zip": zipped({"c.txt": _TEXT})})), ("b.txt", _TEXT)]), "either"),
    Case("bomb.zip", "a text that inflates to 200 MB", lambda trap: bomb(zipped({"b.txt": _TEXT}), "a.txt", b"", b" " * 999 + b"\n", b"x", 200), "either", heavy=True),
    Case("bomb.tar.gz", "the same in a compressed tar", lambda trap: gzip.compress(_tar((tarfile.TarInfo("b.txt"), _TEXT.encode()), (tarfile.TarInfo("a.txt"), b" " * 200_000_000)), mtime=0), "either", heavy=True),
    Case("members.zip", "20,000 members, none a document", lambda trap: zipped({f"{n}.bin": "" for n in range(20_000)}), "either", heavy=True),
)  # fmt: skip


def _devices() -> bytes:
    members = []
    for number, kind in enumerate((tarfile.CHRTYPE, tarfile.BLKTYPE, tarfile.FIFOTYPE, tarfile.DIRTYPE)):
        entry = tarfile.TarInfo(f"{number}.txt")
        entry.type, entry.devmajor, entry.devminor = kind, 1, 5
        members.append((entry, b""))
    return _tar(*members, (tarfile.TarInfo("b.txt"), _TEXT.encode()))
