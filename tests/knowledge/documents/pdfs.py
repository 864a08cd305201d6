"""Small PDF files, written by hand so that a test says what stands in them."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

Piece = tuple[float, float, float, str]  # left, baseline and size in points, words
Rule = tuple[float, float, float, float]  # left, low, right, high


def pdf_file(objects: Sequence[bytes], trailer: str = "") -> bytes:
    """Return a PDF of *objects*, numbered from 1; the first is the catalogue."""
    file = b"%PDF-1.7\n"
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(file))
        file += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    count = len(objects) + 1
    return (
        file
        + (
            f"xref\n0 {count}\n0000000000 65535 f \n{table}"
            f"trailer\n<</Size {count}/Root 1 0 R{trailer}>>\nstartxref\n{len(file)}\n%%EOF\n"
        ).encode()
    )


def stream(data: bytes, more: str = "") -> bytes:
    packed = zlib.compress(data, 9)
    head = f"<</Length {len(packed)}/Filter/FlateDecode{more}>>"
    return head.encode() + b"\nstream\n" + packed + b"\nendstream"


def pdf(pages: Sequence[str], *, legible: bool = True) -> bytes:
    """Return a PDF of *pages*, line by line, in a font that is not embedded.

    Where it is not *legible*, the font maps its glyphs to characters that mean nothing.
    """
    return _bound([_drawn(page) for page in pages], "".join(pages), legible)


def laid_out(pieces: Sequence[Piece], rules: Sequence[Rule] = (), net: str = "") -> bytes:
    """Return a PDF of one page with *pieces* of text where they say, lines ruled and a *net*."""
    text = "".join(
        f"BT /F {size} Tf {x} {y} Td <{words.encode('utf-16-be').hex()}> Tj ET\n"
        for x, y, size, words in pieces
    )
    lines = "".join(f"{left} {low} m {right} {high} l S\n" for left, low, right, high in rules)
    return _bound([(text + lines + net).encode()], "".join(words for *_, words in pieces))


def _bound(pages: Sequence[bytes], characters: str, legible: bool = True) -> bytes:
    """Return a PDF of what is drawn on *pages*, with one font for all its *characters*."""
    first = 6  # objects before the pages: catalogue, tree, font, its descendant, ToUnicode
    kids = " ".join(f"{first + 2 * i} 0 R" for i in range(len(pages)))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>".encode(),
        b"<</Type/Font/Subtype/Type0/BaseFont/MSung/Encoding/Identity-H"
        b"/DescendantFonts[4 0 R]/ToUnicode 5 0 R>>",
        b"<</Type/Font/Subtype/CIDFontType0/BaseFont/MSung/DW 1000"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>",
        stream(_to_unicode(characters, legible)),
    ]
    for i, page in enumerate(pages):
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {first + 2 * i + 1} 0 R"
            "/Resources<</Font<</F 3 0 R>>>>>>".encode()
        )
        objects.append(stream(page))
    return pdf_file(objects)


def _drawn(page: str) -> bytes:
    rows = "".join(f"<{line.encode('utf-16-be').hex()}> Tj T*\n" for line in page.split("\n"))
    return f"BT /F 12 Tf 18 TL 50 780 Td\n{rows}ET".encode()


def _to_unicode(text: str, legible: bool) -> bytes:
    """Return a map from each glyph of *text*, numbered like its character, to a character."""
    codes = sorted({ord(character) for character in text})
    rows = "".join(
        f"1 beginbfchar <{code:04x}> <{code if legible else 0xE000 + i:04x}> endbfchar\n"
        for i, code in enumerate(codes)
    )
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap "
        f"1 begincodespacerange <0000> <ffff> endcodespacerange\n{rows}endcmap end end"
    ).encode()
