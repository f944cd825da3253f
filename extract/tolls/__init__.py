"""How many a text says were killed and wounded: one engine, a grammar for each language (``extract/lexicon/tolls``)."""

from extract.tolls.find import Toll, find_tolls, load_toll_grammar

__all__ = ["Toll", "find_tolls", "load_toll_grammar"]
