"""One family of errors; each says what happened, to what, and what to do."""

from __future__ import annotations

from enum import Enum


class Fault(Enum):
    """Why a file was refused; `chinese` tells it to whoever handed the file over."""

    EMPTY = "檔案是空的，裡面沒有文字。"
    TOO_LARGE = "檔案超過上限，請拆成較小的檔案再傳。"
    TOO_SLOW = "讀取逾時，這份檔案太複雜，請另存成純文字檔再傳。"
    UNKNOWN_KIND = "這種檔案讀不了，請改用 TXT、MD、PDF、DOCX 或 ODT。"
    WRONG_NAME = "檔案內容與副檔名不符，請以正確的格式另存後再傳。"
    NOT_TEXT = "這不是文字檔，請另存成 UTF-8 純文字再傳。"
    ENCRYPTED = "檔案已加密，請移除密碼後再傳。"
    NO_TEXT_LAYER = "這份 PDF 沒有文字層（可能是掃描影像），請改傳原始文件。"
    GARBLED = "這份 PDF 的文字層是亂碼，請改傳原始文件。"
    DAMAGED = "檔案已損壞，請重新匯出後再傳。"
    UNREADABLE = "檔案開不起來，請確認檔案還在而且可以讀取。"
    NOT_MINUTES = "看不出這是會議紀錄：要有會議名稱，以及時間、地點、主席等欄位。"
    UNUSABLE = "這份檔案無法收錄。"

    @property
    def chinese(self) -> str:
        return self.value


class KnowledgeError(Exception):
    """Something the caller can mend; `str(error)` is one line fit for an operator."""


class DocumentError(KnowledgeError):
    """A file that cannot be read as minutes; `fault` says why in terms a program can tell apart."""

    def __init__(self, message: str, fault: Fault = Fault.UNUSABLE) -> None:
        super().__init__(message)
        self.fault = fault


class StoreError(KnowledgeError):
    """The database or its folder refused; names the path and what SQLite said."""


class WritingRefused(StoreError):
    """The record cannot be written now (no space, read-only, in use); it can still be read."""


class SearchIndexError(KnowledgeError):
    """The search index could not be opened or written."""


class MeetingNotFound(KnowledgeError):
    """No meeting in the store goes by that id."""


class TooManyError(KnowledgeError):
    """A chat follows `most` subjects, as many as it may."""

    def __init__(self, message: str, most: int) -> None:
        super().__init__(message)
        self.most = most
