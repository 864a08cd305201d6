"""Files become documents, or an error that names the file and says what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.documents.limits import MAX_BYTES, MAX_CHARACTERS, MAX_LINE
from knowledge.documents.reader import digest, files_in, from_bytes, read
from knowledge.errors import DocumentError, Fault
from tests.knowledge.documents import builders as make
from tests.knowledge.documents import pdfs

TEXT = "壹、 時間：112年2月11日\r\n\f陸、 決議：照案通過。\n"
WORDS = "決議：照案通過，請各單位依會議結論辦理。"


@pytest.mark.parametrize("name", ["a.txt", "a.md", "A.TXT", "第 1 次.會議.Md"])
def test_text_and_markdown_are_read(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(TEXT, encoding="utf-8", newline="")
    document = read(tmp_path / name)
    assert (document.name, document.text) == (name, TEXT)
    assert document.sha256 == digest(TEXT)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.pdf", pdfs.pdf([WORDS])),
        ("a.docx", make.docx(make.p(WORDS))),
        ("a.odt", make.odt(make.tp(WORDS))),
        ("A.PDF", pdfs.pdf([WORDS])),
    ],
)
def test_every_other_kind_is_read_and_states_its_own_encoding(
    tmp_path: Path, name: str, data: bytes
) -> None:
    (tmp_path / name).write_bytes(data)
    document = read(tmp_path / name)
    assert document.text == WORDS
    assert (document.encoding, document.alternatives) == (None, ())


def test_a_document_says_which_other_encodings_it_might_be_in() -> None:
    data = "决议通过".encode("gb18030")
    document = from_bytes(data, "a.txt")
    assert document.encoding == "cp950"
    assert document.alternatives == ("gb18030",)
    assert from_bytes(data, "a.txt", "gb18030").text == "决议通过"


def test_the_largest_document_is_read() -> None:
    line = b"a" * (MAX_LINE - 1) + b"\n"
    text = from_bytes(line * (MAX_CHARACTERS // MAX_LINE), "a.txt").text
    assert len(text) == MAX_CHARACTERS


def test_a_file_is_not_read_further_than_it_may_be_long(tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(MAX_BYTES * 50)
    with pytest.raises(DocumentError, match=r"a\.txt: larger than 20 MB"):
        read(tmp_path / "a.txt")


@pytest.mark.parametrize("name", ["minutes.rtf", "minutes", "minutes.txt.exe", ".txt", "a.doc"])
def test_another_kind_of_file_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(TEXT, encoding="utf-8")
    with pytest.raises(DocumentError, match=r"not a kind of file that can be read; ") as caught:
        read(tmp_path / name)
    assert caught.value.fault is Fault.UNKNOWN_KIND


@pytest.mark.parametrize(
    ("name", "why"),
    [
        pytest.param("gone.txt", "No such file", id="gone"),
        pytest.param("nul\0.txt", "no file can have such a name", id="NUL"),
        pytest.param("x" * 300 + ".txt", "too long", id="too long"),
    ],
)
def test_a_missing_file_is_refused(tmp_path: Path, name: str, why: str) -> None:
    with pytest.raises(DocumentError, match=rf"\.txt: cannot be read \(.*{why}") as caught:
        read(tmp_path / name)
    assert caught.value.fault is Fault.UNREADABLE


def test_a_folder_called_like_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").mkdir()
    with pytest.raises(DocumentError, match=r"a\.txt: not a file"):
        read(tmp_path / "a.txt")


def test_an_unpaired_surrogate_in_a_name_does_no_harm() -> None:
    """A file name that is not UTF-8 reaches Python so."""
    assert from_bytes(TEXT.encode(), "\udca4.txt").name == "\ufffd.txt"


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        pytest.param("../../etc/minutes.txt", "minutes.txt", id="climbing"),
        pytest.param("..\\..\\minutes.txt", "minutes.txt", id="climbing on Windows"),
        pytest.param("a\u202etxt.md", "a\ufffdtxt.md", id="turned around"),
        pytest.param("a\n\x1b[2Jb.md", "a\ufffd\ufffd[2Jb.md", id="a terminal's commands"),
        pytest.param("第三次 會議（稿）.txt", "第三次 會議（稿）.txt", id="honest"),
    ],
)
def test_a_name_is_what_it_looks_like(given: str, kept: str) -> None:
    assert from_bytes(TEXT.encode(), given).name == kept


def test_a_folder_is_its_documents_by_name(tmp_path: Path) -> None:
    for name in ("b.txt", "a.MD", "c.pdf", "d.docx", "e.odt", "f.jpg", ".hidden.txt"):
        (tmp_path / name).touch()
    (tmp_path / "folder.txt").mkdir()
    found = [file.name for file in files_in(tmp_path)]
    assert found == ["a.MD", "b.txt", "c.pdf", "d.docx", "e.odt"]
    assert files_in(tmp_path / "b.txt") == [tmp_path / "b.txt"]


def test_a_folder_without_documents_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match=r"no \.txt, \.md, \.pdf, \.docx or \.odt file"):
        files_in(tmp_path)


def test_every_fault_has_one_chinese_sentence() -> None:
    sentences = [fault.chinese for fault in Fault]
    assert all(sentence.endswith("。") and "\n" not in sentence for sentence in sentences)
    assert len(set(sentences)) == len(Fault)
