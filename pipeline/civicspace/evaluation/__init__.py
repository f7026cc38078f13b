"""Measuring records against gold annotations.

Comparing a report: matching (the rule, and all layers but events), events, pairing, names, sentences; every comparison
gives outcomes, and measures says what each stands for. coreference and chains measure mentions.
Summing up: scores, corpus_scores, figures. Reading it: misses, against (two runs), floors.
Showing it: tables, page, result_json. public: the stages on other people's corpora.
"""
