"""Sentences of a report for measuring and for showing misses: told apart without the language model."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language

type Sentences = list[tuple[int, int]]

_OPENING = "“‘«„([ \t"
"""Marks that the splitter puts behind a sentence's end and that belong to the next one."""


@cache
def _splitter() -> Language:
    import spacy

    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    return nlp


def split_sentences(text: str) -> Sentences:
    """Character ranges of the sentences: no line break in one, and a new one behind each sentence-final mark.

    The tokenizer's abbreviations ("Mr.", "No.") end no sentence. White space around a sentence is left out.

    >>> split_sentences("Arrests\\n\\nMr. Boko was held. He is free.")
    [(0, 7), (9, 27), (28, 39)]
    """
    ranges: Sentences = []
    start = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            ends = [sentence.end_char for sentence in _splitter()(line).sents]
            begin = 0
            for end in ends:
                close = end if end == ends[-1] else len(line[:end].rstrip(_OPENING))
                words = line[begin:close]
                if words.strip():
                    inner = start + begin + len(words) - len(words.lstrip())
                    ranges.append((inner, inner + len(words.strip())))
                begin = close
        start += len(line)
    return ranges


def sentence_at(sentences: Sentences, start: int) -> tuple[int, int] | None:
    """The sentence that holds a character, or None where none does."""
    k = bisect_right(sentences, (start, float("inf"))) - 1
    return sentences[k] if k >= 0 and start < sentences[k][1] else None
