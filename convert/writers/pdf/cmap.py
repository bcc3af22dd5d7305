"""What a font's codes mean: ToUnicode CMaps (ISO 32000-1, 9.10.3)."""

from __future__ import annotations

from convert.writers.pdf.objects import utf16


def to_unicode(chars: dict[int, str], code_digits: int = 4) -> bytes:
    """A ToUnicode CMap: code → character, for codes of two or four hexadecimal digits."""
    lines = [f"<{code:0{code_digits}X}><{utf16(char)}>" for code, char in chars.items()]
    blocks = [lines[i : i + 100] for i in range(0, len(lines), 100)]
    body = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo <</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        f"1 begincodespacerange\n<{'0' * code_digits}><{'F' * code_digits}>\nendcodespacerange\n{body}\n"
        "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode("ascii")
