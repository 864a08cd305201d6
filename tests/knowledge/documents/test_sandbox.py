"""What a document can do to the process that reads it, and to nobody else."""

from __future__ import annotations

import subprocess
import sys

import pytest

from knowledge.documents import limits, sandbox
from knowledge.documents.kinds import FileKind
from knowledge.documents.sandbox import extract
from knowledge.errors import DocumentError, Fault
from tests.knowledge.documents import builders as make
from tests.knowledge.documents import pdfs

WORDS = "決議：照案通過，請各單位依會議結論辦理。"
CONFINED = "from knowledge.documents.limits import confine; confine(1); "


def alone(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)


def test_a_document_that_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "WALL_SECONDS", 0.01)
    with pytest.raises(DocumentError, match=r"a\.docx: not read within 0 seconds") as caught:
        extract(make.docx(make.p(WORDS)), FileKind.DOCX, "a.docx")
    assert caught.value.fault is Fault.TOO_SLOW


@pytest.mark.skipif(sys.platform == "win32", reason="no limits there but the wall time")
@pytest.mark.parametrize(
    ("code", "said"),
    [
        pytest.param("bytearray(512 << 20)", "MemoryError", id="memory"),
        pytest.param("import tempfile; tempfile.mkstemp()", "FileNotFoundError", id="files"),
    ],
)
def test_a_child_has_no_more_than_its_share(code: str, said: str) -> None:
    assert said in alone(CONFINED + code).stderr


@pytest.mark.skipif(sys.platform == "win32", reason="no limits there but the wall time")
def test_a_child_that_only_computes_is_ended() -> None:
    assert alone(CONFINED + "[0 for _ in iter(int, 1)]").returncode < 0


def test_where_the_first_reader_dies_the_second_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    readers = (("no such reader", 0.5), ("pypdf", 0.5))
    monkeypatch.setitem(sandbox._READERS, FileKind.PDF, readers)
    assert extract(pdfs.pdf([WORDS]), FileKind.PDF, "a.pdf") == WORDS


def test_where_every_reader_dies_the_file_is_damaged(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setitem(sandbox._READERS, FileKind.PDF, (("no such reader", 1.0),))
    with pytest.raises(DocumentError, match=r"a\.pdf: damaged") as caught:
        extract(pdfs.pdf([WORDS]), FileKind.PDF, "a.pdf")
    assert caught.value.fault is Fault.DAMAGED
    assert "LookupError: no such reader" in caplog.text


def test_a_child_is_told_nothing_but_where_to_find_its_modules(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "123:secret")
    assert set(sandbox._environment()) <= {*sandbox._ENVIRONMENT, "PYTHONPATH"}


def test_a_child_loads_no_library_but_the_one_it_reads_with() -> None:
    code = (
        "import sys; from knowledge.documents import opendocument, child; "
        "print(sorted({'docx', 'lxml', 'pypdf', 'pypdfium2', 'opencc', 'jieba'} & set(sys.modules)))"
    )
    assert alone(code).stdout == "[]\n"
