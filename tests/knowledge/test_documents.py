"""Files become text, unaltered, or an error that names the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.documents import reader
from knowledge.documents.reader import Document, digest, files_in, from_bytes, read
from knowledge.errors import DocumentError

TEXT = "壹、 時間：112年2月11日\r\n\f陸、 決議：照案通過。\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp950", "gb18030"]
)
def test_every_usual_encoding_gives_the_same_document(tmp_path: Path, encoding: str) -> None:
    text = TEXT if encoding != "gb18030" else "时间：112年2月11日\r\n决议：通过。"
    mark = "\ufeff" if encoding in ("utf-16-le", "utf-16-be") else ""
    path = tmp_path / "minutes.txt"
    path.write_bytes((mark + text).encode(encoding))
    assert read(path) == Document("minutes.txt", digest(text), text)


@pytest.mark.parametrize("name", ["a.txt", "a.md", "A.TXT", "第 1 次.會議.Md"])
def test_text_and_markdown_are_read(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(TEXT, encoding="utf-8", newline="")
    assert read(tmp_path / name).name == name


@given(st.text(alphabet="王李：:決議１2\u3000\r\n\t\f甲。\u2028", min_size=1).filter(str.strip))
def test_no_character_is_altered(text: str) -> None:
    assert from_bytes(text.encode(), "a.txt").text == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(b"", "empty", id="0 bytes"),
        pytest.param(b"\xef\xbb\xbf", "empty", id="a mark only"),
        pytest.param(" \r\n\u3000".encode(), "empty", id="blank"),
        pytest.param(b"\x7fELF\x02\x01\x01\0\0\0", "not a text file", id="program"),
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not a text file", id="picture"),
        pytest.param(TEXT.encode("utf-16-le"), "not a text file", id="UTF-16 without mark"),
        pytest.param(b"\xff\xfea", "not a text file", id="half a character"),
        pytest.param(b"\xff\xfe\x00\xd8", "not a text file", id="half a surrogate pair"),
        pytest.param(b"\xef\xbb\xbf\xa4\xa4\xa4\xe5", "not a text file", id="mark of another"),
        pytest.param(TEXT.encode()[:-5] + b"\xff", "not a text file", id="damaged UTF-8"),
        pytest.param(b"a" * (20 * 1024 * 1024 + 1), "larger than 20 MB", id="too large"),
    ],
)
def test_a_file_that_is_no_document_is_refused_by_name(
    tmp_path: Path, data: bytes, reason: str
) -> None:
    path = tmp_path / "minutes.txt"
    path.write_bytes(data)
    with pytest.raises(DocumentError, match=rf"minutes\.txt: .*{reason}") as caught:
        read(path)
    assert "\n" not in str(caught.value)


def test_the_largest_document_is_read() -> None:
    assert len(from_bytes(b"a" * reader.MAX_BYTES, "a.txt").text) == reader.MAX_BYTES


@pytest.mark.parametrize("name", ["minutes.pdf", "minutes", "minutes.txt.exe", ".txt"])
def test_another_kind_of_file_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(TEXT, encoding="utf-8")
    with pytest.raises(DocumentError, match=r"not a kind of file.*\.txt or \.md"):
        read(tmp_path / name)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"gone\.txt: cannot be read \(No such file"):
        read(tmp_path / "gone.txt")


def test_a_folder_called_like_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").mkdir()
    with pytest.raises(DocumentError, match=r"a\.txt: not a file"):
        read(tmp_path / "a.txt")


def test_an_unpaired_surrogate_in_a_name_does_no_harm() -> None:
    """A file name that is not UTF-8 reaches Python so."""
    assert from_bytes(TEXT.encode(), "\udca4.txt").name == "\ufffd.txt"


def test_a_folder_is_its_documents_by_name(tmp_path: Path) -> None:
    for name in ("b.txt", "a.MD", "c.pdf", ".hidden.txt"):
        (tmp_path / name).touch()
    (tmp_path / "folder.txt").mkdir()
    assert [file.name for file in files_in(tmp_path)] == ["a.MD", "b.txt"]
    assert files_in(tmp_path / "b.txt") == [tmp_path / "b.txt"]


def test_a_folder_without_documents_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"no \.txt or \.md file"):
        files_in(tmp_path)
