"""Files made to do harm are refused with the reason, or read within limits."""

from __future__ import annotations

import os

import pytest

from knowledge.documents.reader import from_bytes
from knowledge.errors import DocumentError
from tests.knowledge.documents.hostile import CASES, Case


@pytest.mark.parametrize("case", CASES, ids=lambda case: repr(case.name[:30]))
def test_a_hostile_file_does_no_harm(case: Case) -> None:
    try:
        document = from_bytes(case.make(), case.name)
    except DocumentError as error:
        assert error.fault in case.faults, error
        assert "\n" not in str(error)
        assert len(str(error)) < 500
    else:
        assert not case.faults
        assert case.says in document.text
        assert "root:" not in document.text  # nothing of this machine's files
        assert not set(document.name) & {"/", "\\", "\0", "\u202e", *os.linesep}


def test_there_are_enough_of_them() -> None:
    assert len(CASES) >= 25
    assert len({case.name for case in CASES}) == len(CASES)
