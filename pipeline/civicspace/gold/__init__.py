"""Gold annotations: reading and checking them, putting them in order, and trading them with annotators' tools."""
