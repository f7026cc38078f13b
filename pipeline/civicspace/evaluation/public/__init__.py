"""The cross-check: the stages run on other people's annotated corpora, beside what others reach on them.

``python -m civicspace.evaluation.public DATA`` runs it. Corpora and their scorers are no part of the project: DATA is a
folder that holds the corpora, and the scorers are loaded from a folder beside it. What isn't there is left out with a
word.
"""
