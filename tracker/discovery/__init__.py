"""New, moved, renumbered, split and retired documents: found on what the night fetched, adopted or proposed."""
