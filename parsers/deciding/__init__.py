"""From what the walk found to positions and their criteria: whose an item is, and which of several answers stands."""
