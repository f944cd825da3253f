"""Documents -> mentions: which places a text names, and why each name was read as it was."""

from extract.places.find import Reading, find_mentions, read_names

__all__ = ["Reading", "find_mentions", "read_names"]
