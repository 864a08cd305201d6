"""Bytes of a text file become its text, unaltered, whichever usual encoding they are in."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.documents.plaintext import decode
from knowledge.errors import DocumentError, Fault

TEXT = "壹、 時間：112年2月11日\r\n\f陸、 決議：照案通過。\n"
SIMPLIFIED = "时间：112年2月11日\r\n决议：通过。讨论事项。"


@pytest.mark.parametrize(
    ("data", "text", "encoding"),
    [
        pytest.param(TEXT.encode(), TEXT, "utf-8", id="UTF-8"),
        pytest.param(TEXT.encode("utf-8-sig"), TEXT, "utf-8-sig", id="UTF-8 with a mark"),
        pytest.param(TEXT.encode("utf-16"), TEXT, "utf-16", id="UTF-16"),
        pytest.param(("\ufeff" + TEXT).encode("utf-16-be"), TEXT, "utf-16", id="UTF-16 reversed"),
        pytest.param(TEXT.encode("cp950"), TEXT, "cp950", id="Big5"),
        pytest.param("㗎咗：通過".encode("big5hkscs"), "㗎咗：通過", "big5hkscs", id="Hong Kong"),
        pytest.param(SIMPLIFIED.encode("gb18030"), SIMPLIFIED, "gb18030", id="GB 18030"),
    ],
)
def test_every_usual_encoding_gives_the_same_text(data: bytes, text: str, encoding: str) -> None:
    decoded = decode(data, "a.txt")
    assert (decoded.text, decoded.encoding) == (text, encoding)


@given(st.text(alphabet="王李：:決議１2\u3000\r\n\t\f甲。\u2028", min_size=1))
def test_no_character_is_altered(text: str) -> None:
    assert decode(text.encode(), "a.txt").text == text


@pytest.mark.parametrize(
    ("data", "alternatives"),
    [
        # text in UTF-8 is hardly ever anything else: nobody is asked
        pytest.param(TEXT.encode(), (), id="UTF-8"),
        pytest.param(TEXT.encode("utf-16"), (), id="UTF-16"),
        # the same text in two encodings is no question either
        pytest.param("決議：照案通過。".encode("cp950"), ("gb18030",), id="Big5"),
        pytest.param(SIMPLIFIED.encode("gb18030"), ("big5hkscs",), id="GB 18030"),
        # without a mark to tell them apart, Big5 is what our offices have
        pytest.param("决议通过".encode("gb18030"), ("gb18030",), id="a short GB 18030"),
    ],
)
def test_encodings_that_would_give_another_text_are_told(
    data: bytes, alternatives: tuple[str, ...]
) -> None:
    assert decode(data, "a.txt").alternatives == alternatives


def test_somebody_who_knows_the_encoding_says_it() -> None:
    decoded = decode(SIMPLIFIED[:8].encode("gb18030"), "a.txt", "gb18030")
    assert (decoded.text, decoded.alternatives) == (SIMPLIFIED[:8], ())
    assert decode(TEXT.encode("utf-16-le"), "a.txt", "utf-16-le").text == TEXT


def test_an_encoding_that_does_not_fit_is_refused() -> None:
    with pytest.raises(DocumentError, match=r"a\.txt: not a text file in cp950") as caught:
        decode(TEXT.encode(), "a.txt", "cp950")
    assert caught.value.fault is Fault.NOT_TEXT


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"\x7fELF\x02\x01\x01\0\0\0", id="program"),
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", id="picture"),
        pytest.param(TEXT.encode("utf-16-le"), id="UTF-16 without mark"),
        pytest.param(b"\xff\xfea", id="half a character"),
        pytest.param(b"\xff\xfe\x00\xd8", id="half a surrogate pair"),
        pytest.param(b"\xef\xbb\xbf\xa4\xa4\xa4\xe5", id="mark of another"),
        pytest.param(TEXT.encode()[:-5] + b"\xff", id="damaged UTF-8"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(DocumentError, match=r"a\.txt: not a text file; ") as caught:
        decode(data, "a.txt")
    assert caught.value.fault is Fault.NOT_TEXT
