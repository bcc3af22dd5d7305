"""What a PDF says of itself: its XMP metadata, its information dictionary, its language (ISO 32000-1, 14.3)."""

from __future__ import annotations

import io

from convert.kit.xml import parse_xml

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"


def read_metadata(data: bytes) -> dict[str, str]:
    """Properties of the XMP packet by name with the packet's prefix (`dc:title`), those of the information dictionary
    as `info:Title`, the catalogue's language as `lang`. Several values of one property stand on lines."""
    import pikepdf
    from lxml import etree

    with pikepdf.open(io.BytesIO(data)) as pdf:
        found = {f"info:{key[1:]}": str(value) for key, value in pdf.docinfo.items()}
        found["lang"] = str(pdf.Root.get("/Lang", ""))
        if "/Metadata" not in pdf.Root:
            return found
        packet = parse_xml(pdf.Root.Metadata.read_bytes(), None)
    for description in packet.iter(f"{_RDF}Description"):
        for entry in description:
            values = [item.text or "" for item in entry.iter(f"{_RDF}li")] or [entry.text or ""]
            found[f"{entry.prefix}:{etree.QName(entry).localname}"] = "\n".join(values)
    return found
