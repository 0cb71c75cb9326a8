"""Tables of every kind: their titles, their rows, and what a cell says under its column."""
