"""One family of errors; each says what happened, to what, and what to do."""


class KnowledgeError(Exception):
    """Something the caller can mend; `str(error)` is one line fit for an operator."""


class DocumentError(KnowledgeError):
    """A file that cannot be read as minutes."""


class StoreError(KnowledgeError):
    """The database or its folder refused; names the path and what SQLite said."""


class SearchIndexError(KnowledgeError):
    """The search index could not be opened or written."""


class MeetingNotFound(KnowledgeError):
    """No meeting in the store goes by that id."""
