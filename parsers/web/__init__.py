"""Web pages: what is policy on them, and their lists, tables, boxes and styles as blocks."""
