"""What a DOCX says of itself: the core, the extended and the custom properties (ISO/IEC 29500-2, 11; 29500-1, 22)."""

from __future__ import annotations

from convert.measure.docx.package import part


def read_properties(data: bytes) -> dict[str, str]:
    """Core properties with the usual prefix (`dc:title`), extended ones as `app:Application`, custom ones by their own
    names."""
    found: dict[str, str] = {}
    for name, prefix in (("core", ""), ("app", "app:"), ("custom", "")):
        root = part(data, f"docProps/{name}.xml")
        for entry in root if root is not None else ():
            if name == "custom":
                found[entry.get("name")] = "".join(entry.itertext())
            else:
                local = entry.tag.rpartition("}")[2]
                found[f"{prefix or f'{entry.prefix}:'}{local}"] = entry.text or ""
    return found
