"""How the reader's weights are made: `python -m extract.reader.training` (extra ``train``: torch)."""
