"""Gold annotations: reading and checking them, putting them in order, and trading them with annotators' tools.

Reading: shape (form), checking (against the text), reading (both); problems and wording say what is wrong.
Writing by hand: pointing and places (from words to spans), following (a text that changed), order, layout, formatting.
From the program: from_record, drafting. trade: brat and INCEpTION.
"""
