"""Running many reports: one after the other, each for itself, with every one accounted for."""
