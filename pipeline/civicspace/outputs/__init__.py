"""What a run writes: JSON lines, as whole files or not at all."""
