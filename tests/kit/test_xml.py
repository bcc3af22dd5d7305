from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from convert.diagnostics import InputError
from convert.kit.limits import Limits
from convert.kit.xml import DocumentType, parse_xml

BOMB = (
    b'<!DOCTYPE a [<!ENTITY a "' + b"x" * 1000 + b'">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 100) for n in range(6))
    + b"]><a>&g;</a>"
)  # fmt: skip


def nested(depth: int, inside: str = "") -> bytes:
    return ("<a>" * depth + inside + "</a>" * depth).encode()


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("before", ["", "<!-- <a> --> <?a b?>\n"])
def test_a_document_type_is_refused(codec: str, before: str) -> None:
    with pytest.raises(ValueError, match="document type"):
        parse_xml((before + '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>').encode(codec))


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16"])
def test_what_only_looks_like_a_document_type_is_none(codec: str) -> None:
    assert parse_xml("<!-- <!DOCTYPE --> <?a <!DOCTYPE ?> <a>&lt;!DOCTYPE</a>".encode(codec)).text == "<!DOCTYPE"


@pytest.mark.parametrize("doctype", ["refused", "passed", "read"])
def test_entities_do_not_unfold_without_end(doctype: DocumentType) -> None:
    try:
        root = parse_xml(BOMB, doctype=doctype, mend=True)
    except ValueError:
        return
    assert len("".join(root.itertext())) < 20_000_000


@pytest.mark.parametrize("doctype", ["refused", "passed", "read"])
@pytest.mark.parametrize("mend", [False, True])
@pytest.mark.parametrize(
    "declared",
    [
        '[<!ENTITY x SYSTEM "file://{}">]',
        '[<!ENTITY % p SYSTEM "file://{}"> %p;]',
        'SYSTEM "file://{}"',
        'PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "file://{}"',
    ],
)
def test_nothing_outside_is_read(declared: str, doctype: DocumentType, mend: bool, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text('<!ENTITY x "secret words">')
    try:
        root = parse_xml(f"<!DOCTYPE a {declared.format(secret)}><a>&x;</a>".encode(), doctype=doctype, mend=mend)
    except ValueError as error:
        assert "words" not in str(error)
    else:
        assert root is None or "secret words" not in "".join(root.itertext())


def test_its_own_entities_are_put_in_where_that_is_asked_for() -> None:
    data = b'<!DOCTYPE a PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://x/a.dtd" [<!ENTITY x "y">]><a>&x;</a>'
    assert parse_xml(data, doctype="read").text == "y"


def test_comments_and_instructions_are_not_there() -> None:
    assert parse_xml(b"<a>b<!-- c -->d<?e f?>g</a>").text == "bdg"


@pytest.mark.parametrize("depth", [90, 2000, 5000])
def test_depth_is_bounded_by_the_limit_alone(depth: int) -> None:
    data = nested(depth, "deep")
    assert "".join(parse_xml(data, Limits(xml_depth=depth)).itertext()) == "deep"
    with pytest.raises(InputError, match=f"xml_depth is {depth - 1}"):
        parse_xml(data, Limits(xml_depth=depth - 1))


def test_what_is_nested_deeply_is_read_as_what_is_not() -> None:
    def told(root: Any) -> list[object]:
        return [(e.tag, dict(e.attrib), e.text, e.tail, e.nsmap) for e in root.iter() if e.tag != "n"]

    inside = '<w:p xmlns:w="urn:w" w:a="1" b="2">x<w:r>y</w:r>&lt;<w:r/><q xmlns="urn:q">z</q>!</w:p>' + "tail" * 5000
    deep = parse_xml(f"{'<n>' * 2500}{inside}{'</n>' * 2500}".encode())
    assert told(deep) == told(parse_xml(f"<n>{inside}</n>".encode()))


def test_work_on_what_is_nested_deeply_is_bounded() -> None:
    with pytest.raises(ValueError, match="nested"):
        parse_xml(nested(9000, "<b/>" * 1_000_000))


@pytest.mark.parametrize("data", [b"", b"<a>", b"<a></b>", b"\0", nested(3000) + b"<", b"<!--", b"<?"])
def test_what_is_not_well_formed_is_told(data: bytes) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        parse_xml(data)


def test_what_is_not_well_formed_can_be_mended() -> None:
    assert parse_xml(b"<a>b<c>d</a>", mend=True).xpath("string()") == "bd"
    assert parse_xml(b"\0", mend=True) is None
