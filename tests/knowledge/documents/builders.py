"""Small DOCX and ODT files, written by hand so that a test says what stands in them."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
_ODF = (
    f'xmlns:office="{_OASIS}:office:1.0" xmlns:text="{_OASIS}:text:1.0" '
    f'xmlns:style="{_OASIS}:style:1.0" xmlns:table="{_OASIS}:table:1.0" '
    f'xmlns:draw="{_OASIS}:drawing:1.0" xmlns:svg="{_OASIS}:svg-compatible:1.0" '
    'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"'
)
ODT_TYPE = "application/vnd.oasis.opendocument.text"


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            kind = ZIP_STORED if name == "mimetype" else ZIP_DEFLATED
            archive.writestr(name, data, kind)
    return file.getvalue()


# --- DOCX -------------------------------------------------------------------------------------


def docx_parts(body: str, numbering: str = "", styles: str = "") -> dict[str, str | bytes]:
    """Return the parts of a DOCX whose body, lists and styles hold the given XML."""
    root = f'xmlns:w="{W}" xmlns:mc="{_MC}"'
    return {
        "[Content_Types].xml": (
            f'<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{_TYPES}.document.main+xml"/>'
            f'<Override PartName="/word/styles.xml" ContentType="{_TYPES}.styles+xml"/>'
            f'<Override PartName="/word/numbering.xml" ContentType="{_TYPES}.numbering+xml"/>'
            "</Types>"
        ),
        "_rels/.rels": _relations(("officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": _relations(
            ("styles", "styles.xml"), ("numbering", "numbering.xml")
        ),
        "word/document.xml": f"<w:document {root}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {root}>{styles}</w:styles>",
        "word/numbering.xml": f"<w:numbering {root}>{numbering}</w:numbering>",
    }


def docx(body: str, numbering: str = "", styles: str = "") -> bytes:
    return zipped(docx_parts(body, numbering, styles))


def _relations(*targets: tuple[str, str]) -> str:
    rows = "".join(
        f'<Relationship Id="rId{i}" Type="{_R}/{kind}" Target="{target}"/>'
        for i, (kind, target) in enumerate(targets)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def p(text: str, num: int | None = None, level: int = 0, style: str = "") -> str:
    """Return a paragraph of Word, in a list where *num* names one."""
    name = f"<w:pStyle w:val={quoteattr(style)}/>" if style else ""
    place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'
    lines = "<w:br/>".join(run_text(line) for line in text.split("\n"))
    return f"<w:p><w:pPr>{name}{place if num is not None else ''}</w:pPr><w:r>{lines}</w:r></w:p>"


def run_text(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'


def lvl(at: int, style: str, pattern: str, start: int = 1, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/>{more}'
        f"<w:lvlText w:val={quoteattr(pattern)}/></w:lvl>"
    )


def abstract(number: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'


def num(number: int, of: int, starts: Mapping[int, int] | None = None) -> str:
    """Return list *number* of definition *of*, restarting some of its levels."""
    overrides = "".join(
        f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        for at, start in (starts or {}).items()
    )
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


# --- ODT --------------------------------------------------------------------------------------


def odt_parts(body: str, automatic: str = "", styles: str = "") -> dict[str, str | bytes]:
    """Return the parts of an ODT whose text, automatic styles and styles hold the given XML."""
    return {
        "mimetype": ODT_TYPE,
        "content.xml": (
            f"<office:document-content {_ODF}>"
            f"<office:automatic-styles>{automatic}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body>"
            "</office:document-content>"
        ),
        "styles.xml": (
            f"<office:document-styles {_ODF}><office:styles>{styles}</office:styles>"
            "</office:document-styles>"
        ),
    }


def odt(body: str, automatic: str = "", styles: str = "") -> bytes:
    return zipped(odt_parts(body, automatic, styles))


def tp(text: str) -> str:
    """Return a paragraph of an ODT."""
    return f"<text:p>{escape(text)}</text:p>"


def odt_style(name: str, *levels: tuple[str, str, str]) -> str:
    """Return a list style from the prefix, number format and suffix of its levels."""
    rows = "".join(
        f'<text:list-level-style-number text:level="{i}" style:num-prefix={quoteattr(prefix)} '
        f"style:num-format={quoteattr(form)} style:num-suffix={quoteattr(suffix)}/>"
        for i, (prefix, form, suffix) in enumerate(levels, start=1)
    )
    return f"<text:list-style style:name={quoteattr(name)}>{rows}</text:list-style>"


def odt_list(style: str, *items: str, more: str = "") -> str:
    rows = "".join(f"<text:list-item>{item}</text:list-item>" for item in items)
    return f"<text:list text:style-name={quoteattr(style)} {more}>{rows}</text:list>"
