"""Lists of the outline: their markers, what each list is, and items or lists that others name."""
