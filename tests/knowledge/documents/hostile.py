"""Files made to do harm, or broken on their way; each is small and made when it is asked for."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass

from knowledge.documents.limits import MAX_BYTES, MAX_CHARACTERS, MAX_LINES, MAX_PAGES, ZIP_ENTRIES
from knowledge.errors import Fault
from tests.knowledge.documents import builders as make
from tests.knowledge.documents import pdfs

WORDS = "決議：照案通過，請各單位依會議結論辦理。"
_PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\2\0\0\0"
_PROGRAM = b"MZ\x90\0\3\0\0\0\4\0\0\0\xff\xff" + bytes(200)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
_LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True)
    )
    + "]>"
)
_SECRET = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY j SYSTEM "file:///etc/passwd">]>'

_FETCHED = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x">%p;]>'


@dataclass(frozen=True, slots=True)
class Case:
    """A file, what may be said of it, and the words that must be read where nothing is."""

    name: str
    make: Callable[[], bytes]
    faults: frozenset[Fault] = frozenset()
    says: str = ""


def _refused(name: str, build: Callable[[], bytes], *faults: Fault) -> Case:
    return Case(name, build, frozenset(faults))


def _read(name: str, build: Callable[[], bytes], says: str = WORDS) -> Case:
    return Case(name, build, says=says)


def _docx_with(part: str, data: str | bytes) -> bytes:
    return make.zipped(make.docx_parts(make.p(WORDS)) | {part: data})


def _odt_with(part: str, data: str | bytes) -> bytes:
    return make.zipped(make.odt_parts(make.tp(WORDS)) | {part: data})


def _docx_after(prologue: str, body: str) -> bytes:
    document = str(make.docx_parts(make.p(body))["word/document.xml"])
    return _docx_with("word/document.xml", prologue + document.replace("&amp;", "&"))


def _odt_after(prologue: str, body: str) -> bytes:
    content = str(make.odt_parts(make.tp(body))["content.xml"])
    return _odt_with("content.xml", prologue + content.replace("&amp;", "&"))


def _understated() -> bytes:
    """A DOCX whose directory says that its largest part is small, checksum and all."""
    parts = make.docx_parts(make.p("a" * 60_000_000))
    whole = str(parts["word/document.xml"]).encode()
    claimed = whole[:5000]
    data = make.zipped(parts)
    for true, false in ((len(whole), len(claimed)), (zlib.crc32(whole), zlib.crc32(claimed))):
        data = data.replace(struct.pack("<I", true), struct.pack("<I", false))
    return data


def _locked_entry() -> bytes:
    """A DOCX with the flag of encryption on every entry of its directory."""
    data = bytearray(make.docx(make.p(WORDS)))
    at = data.find(b"PK\1\2")
    while at >= 0:
        data[at + 8] |= 1
        at = data.find(b"PK\1\2", at + 4)
    return bytes(data)


def _nested(opening: str, closing: str, times: int = 20_000) -> str:
    return opening * times + closing * times


def _locked_pdf() -> bytes:
    """A PDF whose user password is not the empty one (PDF 32000-1, 7.6.3)."""
    lock = f"<</Filter/Standard/V 1/R 2/P -44/O <{'11' * 32}>/U <{'22' * 32}>>>"
    more = f"/Encrypt {lock}/ID[<{'33' * 16}><{'33' * 16}>]"
    return pdfs.pdf_file(_one_page(pdfs.stream(b"")), more)


def _one_page(content: bytes, *others: bytes) -> list[bytes]:
    """Return the objects of a PDF of one page; *others* begin with object 5."""
    return [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</XObject<</X 5 0 R>>>>>>",
        content,
        *others,
    ]


def _picture_pdf() -> bytes:
    image = "/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray"
    return pdfs.pdf_file(_one_page(pdfs.stream(b"q 595 0 0 842 0 0 cm /X Do Q"), pdfs.stream(b"\0", image)))  # fmt: skip


def _many_pages() -> bytes:
    kids = b"3 0 R " * 1_000_000
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"
    return pdfs.pdf_file(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Count 1000000/Kids[%b]>>" % kids,
            page,
        ]
    )


def _page_loop() -> bytes:
    return pdfs.pdf_file(
        [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 9/Kids[2 0 R 2 0 R]>>"]
    )


def _forms() -> bytes:
    """A page of forms that each show the next one twice, 2²⁴ in all."""
    forms = [
        pdfs.stream(
            b"/X Do /X Do",
            f"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X {i + 1} 0 R>>>>",
        )
        for i in range(5, 29)
    ]
    last = pdfs.stream(b"BT ET", "/Type/XObject/Subtype/Form/BBox[0 0 9 9]")
    return pdfs.pdf_file(_one_page(pdfs.stream(b"/X Do"), *forms, last))


def _swollen_pdf() -> bytes:
    return pdfs.pdf_file(_one_page(pdfs.stream(b"q Q " * 30_000_000)))


def _drawn_pdf() -> bytes:
    """A page with a net of lines as fine as hatching, and words behind it."""
    net = "".join(f"{n} 0 m {n} 842 l S 0 {n} m 595 {n} l S\n" for n in range(0, 590, 1))
    return pdfs.laid_out([(50, 700, 12, WORDS)], net=net * 20)


def _strewn_pdf() -> bytes:
    """A page on which every character stands by itself."""
    return pdfs.laid_out([(n % 590, n * 7 % 842, 3 + n % 9, "議") for n in range(40_000)])


def _repeated_rows() -> bytes:
    """A table whose rows and cells say that they stand there two thousand million times."""
    often = 'table:number-{0}-repeated="2000000000"'
    cell = f"<table:table-cell {often.format('columns')}>{make.tp(WORDS)}</table:table-cell>"
    row = f"<table:table-row {often.format('rows')}>{cell}</table:table-row>"
    return make.odt(f"<table:table>{row}</table:table>")


def _wide_table() -> bytes:
    cells = f"<w:tc>{make.p(WORDS)}</w:tc>" * 200
    return make.docx(f"<w:tbl>{f'<w:tr>{cells}</w:tr>' * 100}</w:tbl>")


def _nested_tables() -> bytes:
    opening = "<w:tbl><w:tr><w:tc>"
    return make.docx(_nested(opening, "</w:tc></w:tr></w:tbl>", times=60) + make.p(WORDS))


def _endless_styles() -> bytes:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{a}"><w:basedOn w:val="{b}"/></w:style>'
        for a, b in ("AB", "BA")
    )
    return make.docx(make.p(WORDS, style="A"), styles=styles)


def _huge_numbers() -> bytes:
    levels = [make.lvl(i, style, f"%{i + 1}.", 999_999_999) for i, style in enumerate(_STYLES)]
    body = "".join(make.p(WORDS, 1, i) for i in range(len(_STYLES)))
    return make.docx(body, make.abstract(0, *levels) + make.num(1, 0))


_STYLES = ("upperLetter", "lowerRoman", "taiwaneseCountingThousand", "ideographTraditional")

CASES = (
    # Nothing, or something else than the name says
    _refused("empty.docx", bytes, Fault.EMPTY),
    _refused("empty.pdf", bytes, Fault.EMPTY),
    _refused("empty.txt", bytes, Fault.EMPTY),
    _refused("program.pdf", lambda: _PROGRAM, Fault.WRONG_NAME),
    _refused("picture.docx", lambda: _PNG, Fault.WRONG_NAME),
    _refused("text.odt", lambda: WORDS.encode(), Fault.WRONG_NAME),
    _refused("pdf.txt", lambda: pdfs.pdf([WORDS]), Fault.WRONG_NAME),
    _refused("docx.pdf", lambda: make.docx(make.p(WORDS)), Fault.WRONG_NAME),
    _refused("odt.docx", lambda: make.odt(make.tp(WORDS)), Fault.WRONG_NAME),
    _refused("sheet.docx", lambda: make.zipped({"xl/workbook.xml": "<x/>"}), Fault.WRONG_NAME),
    _refused("rich.txt", lambda: rb"{\rtf1\ansi\ansicpg950 \u26371?}", Fault.WRONG_NAME),
    _refused("rich.docx", lambda: rb"{\rtf1\ansi\ansicpg950 \u26371?}", Fault.WRONG_NAME),
    _refused("page.txt", lambda: f"<!DOCTYPE html>\n<p>{WORDS}</p>".encode(), Fault.WRONG_NAME),
    _refused("archive.txt", lambda: b"MIME-Version: 1.0\nContent-Type: text/html\n\n<p>", Fault.WRONG_NAME),
    _refused("docx-in.docx", lambda: make.zipped({"inner.zip": make.docx(make.p(WORDS))}), Fault.WRONG_NAME),
    _refused("no-mark.txt", lambda: WORDS.encode("utf-16-le"), Fault.NOT_TEXT),
    _refused("old-word.docx", lambda: _OLE, Fault.WRONG_NAME),
    _refused("program.txt", lambda: b"\x7fELF\2\1\1" + bytes(99), Fault.NOT_TEXT),
    _refused("nul.txt", lambda: f"{WORDS}\0{WORDS}".encode(), Fault.NOT_TEXT),
    # Locked
    _refused("locked.docx", lambda: _OLE + "EncryptedPackage".encode("utf-16-le"), Fault.ENCRYPTED),
    _refused("locked-entries.docx", _locked_entry, Fault.ENCRYPTED),
    _refused("locked.odt", lambda: _odt_with("META-INF/manifest.xml", "<x><encryption-data/></x>"), Fault.ENCRYPTED),
    _refused("locked.pdf", _locked_pdf, Fault.ENCRYPTED),
    # Cut off
    _refused("half.docx", lambda: make.docx(make.p(WORDS))[:-700], Fault.DAMAGED),
    _refused("half.odt", lambda: make.odt(make.tp(WORDS))[:-300], Fault.DAMAGED),
    _refused("head-only.pdf", lambda: pdfs.pdf([WORDS])[:300], Fault.DAMAGED),
    _refused("no-body.odt", lambda: _odt_with("content.xml", "<x/>"), Fault.DAMAGED),
    _refused("no-xml.docx", lambda: _docx_with("word/document.xml", "words"), Fault.DAMAGED),
    # Larger inside than outside
    _refused("bomb.docx", lambda: make.docx(make.p("a" * 100_000_000)), Fault.TOO_LARGE),
    _refused("bomb.odt", lambda: make.odt(make.tp("a" * 60_000_000)), Fault.TOO_LARGE),
    _refused("ratio.odt", lambda: _odt_with("Pictures/1.png", bytes(10_000_000)), Fault.TOO_LARGE),
    _refused("understated.docx", _understated, Fault.DAMAGED),
    _refused("entries.docx", lambda: make.zipped(make.docx_parts(make.p(WORDS)) | {f"word/{i}": b"" for i in range(ZIP_ENTRIES)}), Fault.TOO_LARGE),
    _refused("nodes.odt", lambda: make.odt("".join(f"<text:p>{i:x}</text:p>" for i in range(700_000))), Fault.TOO_LARGE),
    _refused("nodes.docx", lambda: make.docx("".join(f"<w:p>{i:x}</w:p>" for i in range(1_800_000))), Fault.TOO_LARGE, Fault.DAMAGED),
    _refused("long.docx", lambda: make.docx(make.p(WORDS * 20) * (MAX_CHARACTERS // 400 + 1)), Fault.TOO_LARGE),
    _refused("long.txt", lambda: b"a" * MAX_BYTES, Fault.TOO_LARGE),
    _refused("lines.txt", lambda: "好。\n".encode() * (MAX_LINES + 1), Fault.TOO_LARGE),
    _refused("one-line.txt", lambda: "一、".encode() * 40_000, Fault.TOO_LARGE),
    _refused("blank.txt", lambda: WORDS.encode() + b"\n" * 290_000, Fault.TOO_LARGE),
    _refused("longer.txt", lambda: b"a" * (MAX_BYTES + 1), Fault.TOO_LARGE),
    _read("spaces.odt", lambda: make.odt(f'<text:p>a<text:s text:c="2000000000"/>{WORDS}</text:p>')),
    # XML that loops, asks or nests
    _refused("laughs.docx", lambda: _docx_after(_LAUGHS, "&j;"), Fault.DAMAGED),
    _refused("laughs.odt", lambda: _odt_after(_LAUGHS, "&j;"), Fault.DAMAGED),
    _refused("fetching.docx", lambda: _docx_after(_FETCHED, "&j;"), Fault.EMPTY, Fault.DAMAGED),
    _read("asking.docx", lambda: _docx_after(_SECRET, WORDS + "&j;"), WORDS),
    _refused("asking.odt", lambda: _odt_after(_SECRET, "&j;"), Fault.DAMAGED),
    _refused("nested.docx", lambda: make.docx(_nested("<w:p>", "</w:p>")), Fault.DAMAGED),
    _refused("nested.odt", lambda: make.odt(f"<text:p>{_nested('<text:span>', '</text:span>')}</text:p>"), Fault.DAMAGED),
    _read("styles-loop.docx", _endless_styles),
    _read("huge-numbers.docx", _huge_numbers),
    _refused("wide-table.docx", _wide_table, Fault.TOO_LARGE),
    _read("repeated.odt", _repeated_rows),
    _read("nested-tables.docx", _nested_tables),
    _refused("half-character.txt", lambda: WORDS.encode("utf-16")[:-1], Fault.NOT_TEXT),
    _read("climbing.docx", lambda: _docx_with("../../../climbed.txt", WORDS)),
    # PDF
    _refused("pages.pdf", _many_pages, Fault.TOO_LARGE),
    _refused("501.pdf", lambda: pdfs.pdf([WORDS] * (MAX_PAGES + 1)), Fault.TOO_LARGE),
    _refused("blank-pages.pdf", lambda: pdfs.pdf([""] * MAX_PAGES), Fault.NO_TEXT_LAYER),
    _refused("page-loop.pdf", _page_loop, Fault.DAMAGED, Fault.NO_TEXT_LAYER),
    _refused("forms.pdf", _forms, Fault.TOO_SLOW, Fault.NO_TEXT_LAYER, Fault.DAMAGED),
    _refused("swollen.pdf", _swollen_pdf, Fault.TOO_LARGE, Fault.DAMAGED, Fault.NO_TEXT_LAYER),
    _read("net.pdf", _drawn_pdf),
    _refused("strewn.pdf", _strewn_pdf, Fault.TOO_LARGE, Fault.TOO_SLOW),
    _refused("picture.pdf", _picture_pdf, Fault.NO_TEXT_LAYER),
    _refused("garbled.pdf", lambda: pdfs.pdf([WORDS], legible=False), Fault.GARBLED),
    # Names
    _read("../../etc/passwd.txt", lambda: WORDS.encode()),
    _read("..\\..\\windows\\minutes.txt", lambda: WORDS.encode()),
    _read("two\nlines.txt", lambda: WORDS.encode()),
    _read("nul\0.txt", lambda: WORDS.encode()),
    _read("\u202etxt.seton.txt", lambda: f"\u202e{WORDS}".encode()),
    _refused("minutes\u202etxt.exe", lambda: WORDS.encode(), Fault.UNKNOWN_KIND),
    _refused("minutes.doc", lambda: _OLE, Fault.UNKNOWN_KIND),
    _refused("x" * 5000, lambda: WORDS.encode(), Fault.UNKNOWN_KIND),
)  # fmt: skip
