"""Bytes of a file become the text of a document; nothing in the text is altered."""
