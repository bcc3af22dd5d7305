"""The base document: a package of our own parts with an empty body, for python-docx to open. Nothing of Word's own
template is in it, and no theme: all that matters is said outright."""

from __future__ import annotations

from datetime import UTC, datetime

from convert.kit.ooxml import declarations
from convert.kit.packing import pack
from convert.layout.composition import Composition
from convert.style.sheet import Sheet
from convert.writers.docx.fonttable import font_table
from convert.writers.docx.languages import language
from convert.writers.docx.notes import SEPARATORS, note_properties
from convert.writers.docx.properties import app_properties, core_properties, custom_properties
from convert.writers.docx.xml import part, switch, value

_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_PARTS = {
    "/word/document.xml": f"{_WML}.document.main+xml",
    "/word/styles.xml": f"{_WML}.styles+xml",
    "/word/settings.xml": f"{_WML}.settings+xml",
    "/word/numbering.xml": f"{_WML}.numbering+xml",
    "/word/fontTable.xml": f"{_WML}.fontTable+xml",
    "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    "/docProps/custom.xml": "application/vnd.openxmlformats-officedocument.custom-properties+xml",
}
_ANY_TIME = datetime(1980, 1, 1, tzinfo=UTC)  # the package is only read


def base_document(composition: Composition) -> bytes:
    """The package: styles, settings, faces and properties, a body without content."""
    sheet = composition.sheet
    members = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relations(
            (f"{_RELATIONS}/officeDocument", "word/document.xml"),
            (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            (f"{_RELATIONS}/extended-properties", "docProps/app.xml"),
            (f"{_RELATIONS}/custom-properties", "docProps/custom.xml"),
        ),
        "word/_rels/document.xml.rels": _relations(
            *((f"{_RELATIONS}/{name}", f"{name}.xml") for name in ("styles", "settings", "numbering")),
            (f"{_RELATIONS}/fontTable", "fontTable.xml"),
        ),
        "word/document.xml": part(f"<w:document {declarations('w', 'r', 'wp', 'm')}><w:body/></w:document>"),
        "word/styles.xml": part(f"<w:styles {declarations('w')}/>"),
        "word/settings.xml": _settings(sheet, composition.lang),
        "word/fontTable.xml": font_table(sheet),
        "word/numbering.xml": part(f"<w:numbering {declarations('w')}/>"),
        "docProps/core.xml": core_properties(composition),
        "docProps/app.xml": app_properties(composition),
        "docProps/custom.xml": custom_properties(composition),
    }
    return pack(members.items(), _ANY_TIME, stored=frozenset(members))


def _content_types() -> bytes:
    types = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in _PARTS.items())
    return part(
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>'
    )


def _relations(*targets: tuple[str, str]) -> bytes:
    items = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return part(f'<Relationships xmlns="{_PACKAGE}/relationships">{items}</Relationships>')


def _settings(sheet: Sheet, lang: str) -> bytes:
    """The settings (17.15.1), in the order of CT_Settings."""
    bands = [band for look in sheet.pages.values() for band in (look.header, look.footer)]
    modes = {"compatibilityMode": "15", "overrideTableStyleFontSizeAndJustification": "1",
             "enableOpenTypeFeatures": "1", "doNotFlipMirrorIndents": "1",
             "differentiateMultirowTableHeaders": "1"}  # fmt: skip
    compat = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{mode}"/>'
        for name, mode in modes.items()
    )
    mirrored = switch("mirrorMargins", True) if sheet.page.mirror else ""
    sides = switch("evenAndOddHeaders", any(band.even != band.odd for band in bands))
    theme_language = language(lang).replace("w:lang ", "w:themeFontLang ")
    return part(
        f"<w:settings {declarations('w')}>{mirrored}{value('defaultTabStop', 420)}{sides}"
        f"{value('characterSpacingControl', 'compressPunctuation')}{note_properties(sheet, SEPARATORS)}<w:compat><w:doNotExpandShiftReturn/>{compat}</w:compat>{theme_language}"
        f"{value('decimalSymbol', '.')}{value('listSeparator', ',')}</w:settings>"
    )
