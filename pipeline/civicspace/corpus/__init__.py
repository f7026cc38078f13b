"""The corpus: reports with their metadata, gold annotations, and how reports are divided for measuring."""

from civicspace.corpus.folder import Corpus, Part

__all__ = ["Corpus", "Part"]
