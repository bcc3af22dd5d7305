from __future__ import annotations

import io
import zipfile
import zlib
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convert.diagnostics import OutputError
from convert.kit import packing
from convert.kit.archive import unpack
from convert.kit.deflate import RAW, press
from convert.kit.packing import pack

MEMBERS = [("mimetype", b"application/epub+zip"), ("b/文.xml", b"<a/>" * 100), ("a.bin", b"")]
TIME = datetime(2024, 5, 6, 7, 8, 10, tzinfo=UTC)


@given(st.dictionaries(st.text("abcß文/", min_size=1).filter(lambda name: not name.endswith("/")), st.binary()))
def test_what_is_packed_is_unpacked(members: dict[str, bytes]) -> None:
    assert list(unpack(pack(members.items(), TIME)).items()) == list(members.items())


def test_equal_contents_give_equal_bytes() -> None:
    assert pack(MEMBERS, TIME) == pack(iter(MEMBERS), TIME)


def test_order_date_and_compression_are_the_callers() -> None:
    with zipfile.ZipFile(io.BytesIO(pack(MEMBERS, TIME, stored=frozenset({"mimetype"})))) as archive:
        entries = archive.infolist()
    assert [entry.filename for entry in entries] == [name for name, _ in MEMBERS]
    assert {entry.date_time for entry in entries} == {(2024, 5, 6, 7, 8, 10)}
    assert [entry.compress_type for entry in entries] == [
        zipfile.ZIP_STORED,
        zipfile.ZIP_DEFLATED,
        zipfile.ZIP_DEFLATED,
    ]
    assert entries[0].extra == b"", "OCF wants the mimetype entry without an extra field"


def test_a_time_that_a_zip_cannot_hold_becomes_the_nearest() -> None:
    with zipfile.ZipFile(io.BytesIO(pack(MEMBERS, datetime(1901, 2, 3, tzinfo=UTC)))) as archive:
        assert archive.infolist()[0].date_time == (1980, 1, 1, 0, 0, 0)


@given(st.lists(st.binary()))
def test_chunks_make_one_member(chunks: list[bytes]) -> None:
    assert unpack(pack([("a.xml", iter(chunks))], TIME)) == {"a.xml": b"".join(chunks)}


@given(st.binary(), st.sampled_from(["a.png", "face.otf", "a.xml"]))
def test_others_find_nothing_wrong_with_a_file(data: bytes, name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(pack([(name, data), ("文", b"")], TIME))) as archive:
        assert archive.testzip() is None
        assert archive.infolist()[0].file_size == len(data)
        assert {entry.external_attr >> 16 for entry in archive.infolist()} == {0o100644}
        assert not archive.comment


@given(st.binary())
def test_what_is_pressed_comes_back(data: bytes) -> None:
    assert zlib.decompress(press(data)) == zlib.decompress(press(data, RAW), RAW) == data


@pytest.mark.parametrize(("limit", "members"), [("_LARGEST", [("a", b"12345")]), ("_MOST", [("a", b"")] * 5)])
def test_more_than_a_zip_file_holds_is_refused(
    limit: str, members: list[tuple[str, bytes]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packing, limit, 4)
    with pytest.raises(OutputError) as caught:
        pack(members, TIME)
    assert caught.value.diagnostic.code == "output-too-large"
